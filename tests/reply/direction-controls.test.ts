import fc from "fast-check";
import { expect, test } from "vitest";
import { closeDirectionControls } from "../../src/catalogue/direction-controls.ts";
import { respondTo } from "../../src/discord/interaction.ts";
import { controlledTexts, reorderedParts } from "../direction-controls.ts";
import { botOf, parseAnswerable } from "../discord/ask.ts";
import { autocomplete, slashCommand } from "../discord/payloads.ts";
import { contextOf, libraryOf, SITUATION } from "../library.ts";
import { questions } from "../questions.ts";
import { runs, sample } from "../thoroughness.ts";
import { asText } from "../words.ts";

const control = fc.constantFrom(
  ..."\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
  "a",
  "ש",
  " ",
  "\n",
);

test("controls of writing direction end with their line, and the text stays as it is", () => {
  fc.assert(
    fc.property(fc.array(control, { maxLength: 30 }), (parts) => {
      const text = parts.join("");
      const lines = closeDirectionControls(text).split("\n");
      const original = text.split("\n");
      expect(lines).toHaveLength(original.length);
      for (const [index, line] of lines.entries()) {
        expect(line.startsWith(original[index] ?? "")).toBe(true);
        expect(line.slice(original[index]?.length)).toMatch(/^[\u202c\u2069]*$/);
        // Closed controls need no more closing.
        expect(closeDirectionControls(line)).toBe(line);
      }
    }),
    { numRuns: runs(300) },
  );
});

test.each([
  ["a plain text", "The lamp.", "The lamp."],
  ["an override that is closed", "\u202eabc\u202c", "\u202eabc\u202c"],
  ["an override", "\u202eabc", "\u202eabc\u202c"],
  ["an isolate with an override in it", "\u2067a\u202eb", "\u2067a\u202eb\u202c\u2069"],
  ["an isolate that closes an override", "\u2067a\u202eb\u2069", "\u2067a\u202eb\u2069"],
  ["two lines", "\u202ea\nb", "\u202ea\u202c\nb"],
])("what is open is closed: %s", (_, text, expected) => {
  expect(closeDirectionControls(text)).toBe(expected);
});

/** Returns all texts that Discord shows of a response, without what commands are made of. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === "custom_id" || key === "value" ? [] : textsIn(one),
  );
}

test("controls in a corpus reorder no word of an answer", () => {
  fc.assert(
    fc.property(fc.array(controlledTexts, { minLength: 8, maxLength: 8 }), (texts) => {
      const [one, other, person, topic, label, source, event, passage] = texts.map((text) =>
        JSON.stringify(text),
      );
      const library = libraryOf({
        "corpus.yaml": `{title: ${one}, description: ${other}, body: notes}`,
        "sources.yaml": `{s: {title: ${source}, type: book, author: [{family: ${person}}], publisher: ${label}}}`,
        "topics.yaml": `{t: {label: ${topic}, also: [${label}]}}`,
        "people.yaml": `{${person}: {role: ${label}}}`,
        "events.yaml": `[{date: 2018-06-12, title: ${event}, text: ${passage}, sources: [s]}]`,
        "plans.yaml": `{p: {title: ${event}, steps: [a]}}`,
        "a.md": `---\n{title: ${one}, from: ${person}, to: ${person}, topics: [t], sources: [s], date: 2018, rights: ${label}, delivered: ${label}}\n---\n\n${texts[6]}\n\n> ${texts[7]}\n>\n> — @s, ${texts[0]}\n\n## Text\n\n${texts[1]} ${texts[7]} ${texts[2]}.\n`,
        "b.md": `---\n{title: ${other}, part-of: a}\n---\n\n## Text\n\n${texts[0]}.\n`,
      });
      const bot = botOf(library);
      const context = contextOf(library);
      // Some questions have words of their own among those of the corpus.
      const asked = questions(library).filter(({ options }) =>
        Object.values(options).every((value) => reorderedParts(String(value)).length === 0),
      );
      for (const { name, options } of sample(asked, 60)) {
        const line = `/${name} ${JSON.stringify(options)}`;
        const { reply } = bot.respond(name, options, SITUATION);
        expect([line, ...reorderedParts(asText(reply).text)]).toEqual([line]);
        const { response } = respondTo(parseAnswerable(slashCommand(name, options)), bot);
        expect([line, ...textsIn(response).flatMap(reorderedParts)]).toEqual([line]);
      }
      for (const { name, options } of context.commands) {
        for (const option of Object.keys(options)) {
          const completion = parseAnswerable(autocomplete(name, { [option]: "" }, option));
          const { response } = respondTo(completion, bot);
          expect([name, ...textsIn(response).flatMap(reorderedParts)]).toEqual([name]);
        }
      }
    }),
    { numRuns: runs(3) },
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countWords } from "../../src/language/tokenizer.ts";
import { LINE_BREAK } from "../../src/verify/occurrence.ts";
import { findQuotations, joinQuotations } from "../../src/verify/quotation-finder.ts";
import type { Verdict } from "../../src/verify/verdict.ts";
import { libraryOf } from "../library.ts";
import { runs } from "../thoroughness.ts";
import { verifierOf } from "./verifiers.ts";

describe("findQuotations", () => {
  test.each<[string, string, readonly string[]]>([
    ["English marks", "He wrote “the lamp was lit” to us.", ["the lamp was lit"]],
    ["full-width marks", "He wrote ＂the lamp was lit＂.", ["the lamp was lit"]],
    [
      "nested marks of the same kind",
      "He wrote “the keeper said “light the lamp now” at dusk” to us.",
      ["the keeper said “light the lamp now” at dusk"],
    ],
    ["single marks", "He wrote ‘the lamp was lit’ to us.", ["the lamp was lit"]],
    [
      "apostrophes within single marks",
      "‘the keeper’s lamp wasn’t lit’, he wrote",
      ["the keeper’s lamp wasn’t lit"],
    ],
    ["only apostrophes", "the keeper’s lamp and the boys’ oil", []],
    ["straight marks", 'He wrote "the lamp was lit" to us.', ["the lamp was lit"]],
    ["German marks", "Er schrieb: „die Lampe war an“.", ["die Lampe war an"]],
    ["Polish marks", "Napisał: „lampa się paliła”.", ["lampa się paliła"]],
    ["French marks", "Il écrit : « la lampe était allumée ».", ["la lampe était allumée"]],
    ["Danish marks", "Han skrev »lampen var tændt her«.", ["lampen var tændt her"]],
    ["Swedish marks", "Han skrev ”lampan var tänd”.", ["lampan var tänd"]],
    ["single angles", "‹die Lampe war an›", ["die Lampe war an"]],
    ["Japanese marks", "彼は「灯りがともった」と書いた。", ["灯りがともった"]],
    ["Chinese titles", "《灯塔日志》", ["灯塔日志"]],
    [
      "several kinds, in order",
      "«un deux trois», „vier fünf sechs“ and “seven eight nine”",
      ["un deux trois", "vier fünf sechs", "seven eight nine"],
    ],
    ["the same words twice", "“one two three”, I say “one two three”", ["one two three"]],
    ["nested marks of another kind", "“he said ‘the lamp’ again”", ["he said ‘the lamp’ again"]],
    [
      "marks that are not closed",
      "“A “one two three” b. “C “four five six” d.",
      ["one two three", "four five six"],
    ],
    [
      "a few words between marks, if nothing else is quoted",
      "“lamp” was “lit up”",
      ["lamp", "lit up"],
    ],
    ["no few words between marks beside others", "“lamp” and “lamp was lit”", ["lamp was lit"]],
    ["a block quote of one word", "See:\n> Amen.", ["Amen."]],
    ["wide spaces as they are", "> 灯台\u3000の灯り", ["灯台\u3000の灯り"]],
    ["a block quote", "See:\n> The lamp was lit.\nIs it so?", ["The lamp was lit."]],
    ["lines of one block quote", "> The lamp\n> was lit.", ["The lamp was lit."]],
    [
      "two block quotes",
      "> one two three\nand\n> four five six",
      ["one two three", "four five six"],
    ],
    [
      "a block quote to the end",
      "See:\n>>> The lamp was lit.\n“Nobody here slept,” he says.",
      ["The lamp was lit. “Nobody here slept,” he says."],
    ],
    [
      "marks within a block quote",
      "> He wrote “the lamp was lit” here",
      ["He wrote “the lamp was lit” here"],
    ],
    [
      "a block quote and marks",
      "> one two three\n“four five six”",
      ["one two three", "four five six"],
    ],
    ["an attribution", "> The lamp was lit.\n> — Ada Quill", ["The lamp was lit."]],
    ["an attribution with a hyphen", "> The lamp was lit.\n> - Ada Quill", ["The lamp was lit."]],
    [
      "an attribution at the very end",
      ">>> The lamp was lit.\n\n— Ada Quill, in her log\n",
      ["The lamp was lit."],
    ],
    [
      "a dialogue, which is not an attribution",
      "> — Who is it there?\n> — It is Tom.",
      ["— Who is it there? — It is Tom."],
    ],
    ["a line that begins with a dash", "> — and the lamp was lit", ["— and the lamp was lit"]],
    ["a `>` without a space, which is not a block quote", ">not one of them", []],
  ])("finds %s", (_, message, quotations) => {
    const whole = [message.replace(/\s+/g, " ").trim()];
    // A line break may be that of a verse, so it is kept.
    const found = findQuotations(message).map((text) => text.replaceAll(LINE_BREAK, " "));
    expect(found).toEqual(quotations.length > 0 ? quotations : whole);
  });

  test.each(["", " ", "\n\n"])("finds nothing in %j", (message) => {
    expect(findQuotations(message)).toEqual([]);
  });
});

describe("the last line of a block quote, after a dash", () => {
  const PRINTED = "The keeper lit the lamp at dusk and went home.";
  const library = libraryOf({
    "a.md": `---\nlanguage: en\nfrom: Ada Quill\n---\n\n${PRINTED}`,
    "b.md": Array.from({ length: 60 }, (_, at) => `${at + 1000} zyx`).join(", "),
  });
  const verifier = verifierOf(library);
  const verdictWith = (line: string): Verdict => {
    const [quotation = "", ...others] = findQuotations(`> ${PRINTED}\n> ${line}`);
    expect(others).toEqual([]);
    return verifier.verify(quotation);
  };

  test.each([
    "— Ada Quill",
    "- Somebody Else",
    "– Ada Quill, in her log",
    "— Ada Quill, Log of the Lamp, 1851",
    "— Ada Quill, The Log of the Northern Lamp, edited by T. Mora, Harbour Press, London 1851",
    "— 3:16",
    "— 김등대",
  ])("is an attribution if it is a name: %s", (line) => {
    expect(verdictWith(line)).toMatchObject({ kind: "exact" });
    const verdict = verdictWith(line);
    const marks = "marks" in verdict ? verdict.marks : [];
    expect(marks.filter(({ kind }) => !/^(?:attribution|unconfirmed-origin)$/.test(kind))).toEqual(
      [],
    );
  });

  test.each([
    "— Ada Quill, who kept it",
    "— Ada Quill in a letter to Mora",
    "— Ada Quill, in her log, which was lost",
  ])("is named if other words follow a name: %s", (line) => {
    const marks = [{ kind: "words", text: line }];
    expect(verdictWith(line)).toMatchObject({ kind: "exact", marks });
  });

  test.each(["it was not true", "Not Ada Quill", "Never", "Ada Quill, who never lied"])(
    "is judged if it denies: — %s",
    (line) => {
      expect(verdictWith(`— ${line}`).kind).toBe("altered");
    },
  );

  test("is never dropped if it is other words", () => {
    const words = fc.constantFrom(
      ..."and then the oil burned was gone she laughed of lies".split(" "),
    );
    const lines = fc
      .array(words, { minLength: 2, maxLength: 6 })
      .map((some) => some.join(" "))
      .filter((line) => /burned|laughed|gone|lies|oil/.test(line));
    fc.assert(
      fc.property(lines, fc.constantFrom("-", "–", "—"), (line, dash) => {
        expect(findQuotations(`> ${PRINTED}\n> ${dash} ${line}`).join()).toContain(line);
        expect([line, verdictWith(`${dash} ${line}`).kind]).toEqual([line, "altered"]);
      }),
      { numRuns: runs(30) },
    );
  });
});

const MARKS = '“”„«»‹›「」『』《》"‘’'.split("");

/** Tests whether a text contains marks of every kind, so that no marks can enclose it. */
function hasEveryKind(text: string): boolean {
  return ["“”„", "«»", "‹›", "「」", "『』", "《》", '"'].every((kind) =>
    [...kind].some((mark) => text.includes(mark)),
  );
}

/** Words, some with marks, but never with all kinds of marks. */
const quotations = fc.uniqueArray(
  fc
    .tuple(
      fc.array(fc.stringMatching(/^[\p{L}\p{N}’'.,;:>—-]{1,6}$/u), { minLength: 3, maxLength: 8 }),
      fc.array(fc.constantFrom(...MARKS), { maxLength: 4 }),
      fc.nat(),
    )
    .map(([words, marks, at]) =>
      words
        .toSpliced(at % words.length, 0, ...marks)
        .join(" ")
        .trim(),
    )
    .filter((text) => countWords(text) >= 3),
  { minLength: 1, maxLength: 6 },
);

describe("joinQuotations", () => {
  test("returns a text in which the quotations are found again", () => {
    fc.assert(
      fc.property(quotations, (some) => {
        expect(findQuotations(joinQuotations(some))).toEqual(some);
      }),
      { numRuns: runs(1000) },
    );
  });

  test("returns one line, whatever message the quotations are from", () => {
    const words = fc.constantFrom("one", "two, ", "3", "네", "keeper’s ");
    const signs = fc.constantFrom(...MARKS, "\n> ", "\n>>> ", "\n", "\n> — ");
    const messages = fc
      .array(fc.oneof({ weight: 4, arbitrary: words }, signs), { maxLength: 60, size: "max" })
      .map((parts) => parts.join(" "));
    let severalCount = 0;
    fc.assert(
      fc.property(messages, (message) => {
        const found = findQuotations(message).filter((text) => countWords(text) >= 3);
        if (found.some(hasEveryKind)) return;
        severalCount += found.length > 1 ? 1 : 0;
        const text = joinQuotations(found);
        expect(text).not.toContain("\n");
        expect(findQuotations(text)).toEqual(found);
      }),
      { numRuns: runs(1000) },
    );
    expect(severalCount).toBeGreaterThan(10);
  });
});

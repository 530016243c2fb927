import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commandsFor } from "../../commands/index.ts";
import { createBot } from "../../src/command/bot.ts";
import { parseLine } from "../../src/command/typed-line.ts";
import type { Library } from "../../src/search/library.ts";
import { contextOf, library as letters, libraryOf, papers } from "../library.ts";
import { runs } from "../thoroughness.ts";

/** Returns the examples of the introduction to a corpus, each with its answer. */
function introductionOf(library: Library) {
  const bot = createBot(commandsFor(library.corpus), () => contextOf(library));
  return bot.introduce().examples.map(({ kind, line }) => {
    const { name, options } = parseLine(line, bot.commands) ?? { name: "", options: {} };
    const { reply } = bot.respond(name, options);
    const verdict = reply.kind === "verification" ? reply.verdict.kind : undefined;
    return { kind, line, answer: reply.kind, verdict };
  });
}

const NOTES = { "corpus.yaml": "body: notes\n", "a.md": "# A\n\nA remark.\n" };
const CHINESE = {
  "corpus.yaml": "language: zh\n",
  "a.md":
    "天下皆知美之为美，斯恶已。皆知善之为善，斯不善已。\n\n道可道，非常道。名可名，非常名。\n",
};
const SHORT = { "a.md": "Words.\n" };
const NUMBERED = { "log.md": "We counted 27 ships in the bay at dusk, and the lamp burned.\n" };

describe("the introduction to a corpus", () => {
  test("shows a letter, a topic, a true quotation and a false one", () => {
    expect(introductionOf(letters)).toMatchObject([
      { kind: "letter", answer: "document" },
      { kind: "topic", answer: "quotation" },
      { kind: "true-quotation", verdict: "exact" },
      { kind: "false-quotation", verdict: "altered" },
    ]);
  });

  test("changes a number if no passage has a negation", () => {
    const [, , , { line } = { line: "" }] = introductionOf(libraryOf(NUMBERED));
    expect(line).toContain("counted 28 ships");
  });

  test.each([
    ["letters of a lighthouse", papers],
    ["Chinese", libraryOf(CHINESE)],
    ["Chinese that says it is English", libraryOf({ "a.md": CHINESE["a.md"] })],
    ["numbers", libraryOf(NUMBERED)],
    ["one passage", libraryOf({ "a.md": "The quick brown fox jumps over the lazy dog today.\n" })],
  ])("does the same with any other corpus: %s", (_, library) => {
    expect(introductionOf(library)).toMatchObject([
      { kind: expect.stringMatching(/^(?:letter|document)$/) },
      { kind: expect.stringMatching(/^(?:topic|words)$/) },
      { kind: "true-quotation" },
      { kind: "false-quotation", verdict: "altered" },
    ]);
  });

  test.each([
    ["notes alone", libraryOf(NOTES)],
    ["a single word", libraryOf(SHORT)],
  ])("has examples of other commands if there is nothing to verify: %s", (_, library) => {
    const introduction = introductionOf(library);
    expect(introduction).toHaveLength(4);
    expect(introduction.some(({ kind }) => kind === undefined)).toBe(true);
    expect(introduction.filter(({ answer }) => answer === "notice")).toEqual([]);
  });

  test("never calls a false quotation true, or a true one false", () => {
    const word = fc.constantFrom(
      ..."the lamp ship was not lit 27 no at dusk keeper never storm bay 1907 wind".split(" "),
    );
    const passage = fc
      .array(word, { minLength: 1, maxLength: 20 })
      .map((words) => `${words.join(" ")}.`);
    fc.assert(
      fc.property(fc.array(passage, { minLength: 1, maxLength: 6 }), (passages) => {
        const introduction = introductionOf(libraryOf({ "a.md": passages.join("\n\n") }));
        for (const { kind, verdict } of introduction) {
          if (kind === "false-quotation") expect(["altered", "none"]).toContain(verdict);
          if (kind === "true-quotation") expect(["altered", "none"]).not.toContain(verdict);
        }
      }),
      { numRuns: runs(30) },
    );
  });
});

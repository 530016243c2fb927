import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareTypography, splitAtWords } from "../../src/verify/typography.ts";

const differences = (quoted: string, printed: string) =>
  compareTypography(splitAtWords(quoted), splitAtWords(printed));
const names = (quoted: string, printed: string) =>
  differences(quoted, printed).map(({ name }) => name);

const FORMS = "Unicode forms and ligatures";
const LETTERS = "special letters";
const UNSEEN = "invisible characters and soft hyphens";
const MARKS = "quotation marks and apostrophes";
const SPACES = "spaces and line breaks";

describe("a difference of typography", () => {
  test.each<[string, string, readonly string[]]>([
    ["the lamp was lit", "the lamp was lit", []],
    ["The lamp", "the lamp", ["capitals"]],
    ["THE LAMP", "the lamp", ["capitals"]],
    ["the lámp", "the lamp", ["accents"]],
    ["the lamp\u0301", "the lamp", ["accents"]],
    ["café", "cafe\u0301", [FORMS]],
    ["CAFÉ", "cafe\u0301", [FORMS, "capitals"]],
    ["İzmir", "İzmir".normalize("NFD"), [FORMS]],
    ["훈련".normalize("NFD"), "훈련", [FORMS]],
    ["が".normalize("NFD"), "が", [FORMS]],
    ["ｌａｍｐ", "lamp", [FORMS]],
    ["ﬁre ﬂag", "fire flag", [FORMS]],
    ["Straße", "Strasse", [LETTERS]],
    ["cœur", "coeur", [LETTERS]],
    ["ǿ", "o", ["accents", LETTERS]],
    ["la\u00admp", "lamp", [UNSEEN]],
    ["la\u200bmp", "lamp", [UNSEEN]],
    ["the\u200e lamp", "the lamp", [UNSEEN]],
    ["Kim's lamp", "Kim’s lamp", [MARKS]],
    ["the 'lamp' was", "the ‘lamp’ was", [MARKS]],
    ['the "lamp" was', "the «lamp» was", [MARKS]],
    ["the lamp - lit", "the lamp — lit", ["dashes"]],
    ["−5", "-5", ["dashes"]],
    ["the\u00a0lamp", "the lamp", [SPACES]],
    ["the\nlamp", "the lamp", [SPACES]],
    ["the  lamp", "the lamp", [SPACES]],
    ["the lamp, lit", "the lamp lit", ["punctuation"]],
    ["the lamp; lit", "the lamp, lit", ["punctuation"]],
    ["the-lamp", "the lamp", ["punctuation"]],
    ["the “lamp” was", "the lamp was", ["punctuation"]],
    ["the lamp … lit", "the lamp [. . .] lit", ["ellipses"]],
    ["the lamp ... lit", "the lamp […] lit", ["ellipses"]],
    ["The 'lamp' - “lit”!", "the ‘lamp’ — lit", ["capitals", MARKS, "punctuation"]],
  ])("%j for %j", (quoted, printed, expected) => {
    expect(names(quoted, printed).sort()).toEqual([...expected].sort());
    expect(names(printed, quoted).sort()).toEqual([...expected].sort());
  });

  test("is shown where it is first", () => {
    expect(differences("The lamp, The lamp!", "the lamp; the lamp.")).toEqual([
      { name: "capitals", quoted: "The", printed: "the" },
      { name: "punctuation", quoted: ", ", printed: "; " },
    ]);
  });
});

/** Ways to write a text otherwise, each of them at a place of its own, with the name of the difference. */
const WAYS: readonly {
  readonly name: string;
  readonly printed: string;
  readonly quoted: string;
}[] = [
  { name: "capitals", printed: "lamp", quoted: "Lamp" },
  { name: "accents", printed: "resume", quoted: "résumé" },
  { name: FORMS, printed: "ﬁre", quoted: "fire" },
  { name: FORMS, printed: "été", quoted: "été".normalize("NFD") },
  { name: UNSEEN, printed: "lantern", quoted: "lan\u00adtern" },
  { name: MARKS, printed: "keeper’s", quoted: "keeper's" },
  { name: MARKS, printed: "‘gale’", quoted: "‘gale‘" },
  { name: "dashes", printed: "oil – two", quoted: "oil - two" },
  { name: SPACES, printed: "last night", quoted: "last\u2009night" },
  { name: "punctuation", printed: "wind; and", quoted: "wind and" },
  { name: "ellipses", printed: "rang [. . .] until", quoted: "rang ... until" },
];
const PLAIN = ["the", "north", "훈련을", "3,000", "boat", "등대", "%"];

const writings = fc.array(
  fc.oneof(
    fc.constantFrom(...PLAIN).map((word) => ({ name: undefined, printed: word, quoted: word })),
    fc.tuple(fc.constantFrom(...WAYS), fc.boolean()).map(([way, isSame]) => ({
      ...way,
      name: isSame ? undefined : way.name,
      quoted: isSame ? way.printed : way.quoted,
    })),
  ),
  { maxLength: 12 },
);

test("the differences named are exactly those that were made", () => {
  fc.assert(
    fc.property(writings, (parts) => {
      const made = new Set(parts.flatMap(({ name }) => name ?? []));
      const quoted = parts.map((part) => part.quoted).join(" ");
      const printed = parts.map((part) => part.printed).join(" ");
      expect(new Set(names(quoted, printed))).toEqual(made);
      expect(new Set(names(printed, quoted))).toEqual(made);
    }),
    { numRuns: 500 },
  );
});

test("a text in pieces is the text, and every second piece is a word", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      const pieces = splitAtWords(text);
      expect(pieces.join("")).toBe(text);
      expect(pieces.length % 2).toBe(1);
      for (const [index, piece] of pieces.entries()) {
        if (index % 2 === 0) expect(piece).not.toMatch(/[\p{L}\p{N}]/u);
        else expect(piece).not.toBe("");
      }
    }),
  );
});

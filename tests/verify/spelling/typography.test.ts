import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareTypography, splitAtWords } from "../../../src/verify/typography.ts";
import { runs } from "../../thoroughness.ts";

const differences = (quoted: string, printed: string) =>
  compareTypography(splitAtWords(quoted), splitAtWords(printed), "en");
const names = (quoted: string, printed: string) =>
  differences(quoted, printed).map(({ name }) => name);

const FORMS = "Unicode forms and ligatures";
const LETTERS = "special letters";
const INVISIBLE = "invisible characters and soft hyphens";
const MARKS = "quotation marks and apostrophes";
const SPACES = "spaces and line breaks";

describe("compareTypography", () => {
  test("names an umlaut that is only composed differently by its form", () => {
    const [one, other] = ["löschen".normalize("NFD"), "löschen"].map(splitAtWords);
    const found = compareTypography(one ?? [], other ?? [], "de");
    expect(found.map(({ name }) => name)).toEqual([FORMS]);
  });

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
    ["കപ്പലുകള്\u200d", "കപ്പലുകൾ", [FORMS]],
    ["എന്നാല്\u200d", "എന്നാൽ", [FORMS]],
    ["نگهبان", "نگہبان", ["forms of Arabic letters"]],
    ["ﬁre ﬂag", "fire flag", [FORMS]],
    ["Straße", "Strasse", [LETTERS]],
    ["cœur", "coeur", [LETTERS]],
    ["ǿ", "o", ["accents", LETTERS]],
    ["la\u00admp", "lamp", [INVISIBLE]],
    ["la\u200bmp", "lamp", [INVISIBLE]],
    ["the\u200e lamp", "the lamp", [INVISIBLE]],
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
  ])("names the differences between %j and %j", (quoted, printed, expected) => {
    expect(names(quoted, printed).sort()).toEqual([...expected].sort());
    expect(names(printed, quoted).sort()).toEqual([...expected].sort());
  });

  test("reports the first instance of each difference", () => {
    expect(differences("The lamp, The lamp!", "the lamp; the lamp.")).toEqual([
      { name: "capitals", quoted: "The", printed: "the", count: 2 },
      { name: "punctuation", quoted: ", ", printed: "; ", count: 2 },
    ]);
  });
});

/** Spellings that differ in typography, each with the name of its difference. */
const VARIANTS: readonly {
  readonly name: string;
  readonly printed: string;
  readonly quoted: string;
}[] = [
  { name: "capitals", printed: "lamp", quoted: "Lamp" },
  { name: "accents", printed: "resume", quoted: "résumé" },
  { name: FORMS, printed: "ﬁre", quoted: "fire" },
  { name: FORMS, printed: "été", quoted: "été".normalize("NFD") },
  { name: INVISIBLE, printed: "lantern", quoted: "lan\u00adtern" },
  { name: MARKS, printed: "keeper’s", quoted: "keeper's" },
  { name: MARKS, printed: "‘gale’", quoted: "‘gale‘" },
  { name: "dashes", printed: "oil – two", quoted: "oil - two" },
  { name: SPACES, printed: "last night", quoted: "last\u2009night" },
  { name: "punctuation", printed: "wind; and", quoted: "wind and" },
  { name: "ellipses", printed: "rang [. . .] until", quoted: "rang ... until" },
];
const PLAIN = ["the", "north", "훈련을", "3,000", "boat", "등대", "%"];

const variations = fc.array(
  fc.oneof(
    fc.constantFrom(...PLAIN).map((word) => ({ name: undefined, printed: word, quoted: word })),
    fc.tuple(fc.constantFrom(...VARIANTS), fc.boolean()).map(([variant, isSame]) => ({
      ...variant,
      name: isSame ? undefined : variant.name,
      quoted: isSame ? variant.printed : variant.quoted,
    })),
  ),
  { maxLength: 12 },
);

test("compareTypography names exactly the differences that were made", () => {
  fc.assert(
    fc.property(variations, (parts) => {
      const made = new Set(parts.flatMap(({ name }) => name ?? []));
      const quoted = parts.map((part) => part.quoted).join(" ");
      const printed = parts.map((part) => part.printed).join(" ");
      expect(new Set(names(quoted, printed))).toEqual(made);
      expect(new Set(names(printed, quoted))).toEqual(made);
    }),
    { numRuns: runs(500) },
  );
});

test("splitAtWords returns the whole text, with a word in every second piece", () => {
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

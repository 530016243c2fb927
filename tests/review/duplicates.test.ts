import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTokenNumbering, findSimilarPairs } from "../../src/review/shingles.ts";
import { adviceOn } from "./advice.ts";

const LAMP =
  "The lamp was lit at dusk, and toward midnight a gale rose from the north, so that the panes rang like bells.";
const REMEDY = "Delete one if it was added twice by mistake; keep both if the documents repeat it.";

describe("a passage", () => {
  test("that repeats another is reported with both lines", () => {
    expect(adviceOn({ "a.md": `One.\n\n${LAMP}\n`, "b.md": `${LAMP}\n` })).toEqual([
      `b.md:1: ¶1 is word for word the same as a¶2 (a.md:3). ${REMEDY}`,
    ]);
  });

  test("that differs from another only in typography is a repetition", () => {
    const typed = LAMP.toUpperCase().replaceAll(",", "");
    expect(adviceOn({ "a.md": LAMP, "b.md": typed })).toEqual([
      `b.md:1: ¶1 is word for word the same as a¶1 (a.md:1). ${REMEDY}`,
    ]);
  });

  test("that occurs in many places is reported once", () => {
    expect(adviceOn({ "a.md": LAMP, "b.md": `${LAMP}\n\n${LAMP}`, "c.md": LAMP })).toEqual([
      `b.md:1: ¶1 is word for word the same as a¶1 (a.md:1), and as 2 other passages. ${REMEDY}`,
    ]);
  });

  test("that nearly repeats another is reported with the differences", () => {
    const other = LAMP.replace("midnight", "morning").replace("so that", "and");
    expect(adviceOn({ "a.md": `${LAMP}\n\n${other}\n` })).toEqual([
      `a.md:3: ¶2 is nearly a¶1 (a.md:1): there “midnight”, here “morning”; there “so that”, here “and”. ${REMEDY}`,
    ]);
  });

  test("that nearly repeats many others is reported once", () => {
    const others = ["west", "east", "south"].map((wind) => LAMP.replace("north", wind));
    const [advice, ...more] = adviceOn({ "a.md": [LAMP, ...others].join("\n\n") });
    expect(more).toEqual([]);
    expect(advice).toContain(
      "a.md:3: ¶2 is nearly a¶1 (a.md:1): there “north”, here “west”. 2 other passages are like them.",
    );
  });

  test("is one of many in a document that are reported together", () => {
    const verses = ["Dawn", "Noon", "Dusk", "Night"].map((hour) =>
      [..."abcdefghi"].map((letter) => `${hour}${letter}`).join(" "),
    );
    const text = verses.join("\n\n");
    expect(adviceOn({ "a.md": text, "b.md": text })).toEqual([
      `b.md:1: 4 passages of this document repeat others word for word or nearly. ${REMEDY}`,
    ]);
  });

  test("of few words may be repeated", () => {
    expect(
      adviceOn({
        "a.md": "I remain, Sir, your obedient servant,",
        "b.md": "I remain, Sir, your obedient servant,",
      }),
    ).toEqual([]);
  });

  test("that says the same in other words is not a duplicate", () => {
    const other =
      "At dusk they lit the lamp; about midnight came a northern gale which made the panes ring like so many bells.";
    expect(adviceOn({ "a.md": LAMP, "b.md": other })).toEqual([]);
  });

  test("is not compared with a quotation from it in the same document", () => {
    expect(
      adviceOn({
        "corpus.yaml": "body: notes",
        "sources.yaml": "herald: { title: Herald }",
        "a.md": `> ${LAMP}\n>\n> — @herald\n\n## Text\n\n${LAMP}\n`,
      }),
    ).toEqual([]);
  });

  test("of a hundred thousand characters is compared, but its differences are not listed", () => {
    const long = Array.from({ length: 20_000 }, (_, at) => `w${at}`).join(" ");
    expect(adviceOn({ "a.md": long, "b.md": `${long} end` })).toContain(
      `b.md:1: ¶1 is nearly a¶1 (a.md:1). ${REMEDY}`,
    );
  });
});

describe("findSimilarPairs", () => {
  const word = fc.constantFrom(..."abcdefghijklmnop");

  /** Variants of one text, so that many are similar. */
  const texts = fc
    .tuple(
      fc.array(word, { minLength: 10, maxLength: 30 }),
      fc.array(fc.array(fc.tuple(fc.nat(29), word), { maxLength: 6 }), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([words, changes]) =>
      [[], ...changes].map((some) => {
        const changed = new Map(some);
        return words.map((one, at) => changed.get(at) ?? one).join(" ");
      }),
    );

  /** Returns all sequences of three words. */
  function shinglesOf(text: string): ReadonlySet<string> {
    const words = text.split(" ");
    return new Set(words.slice(2).map((_, at) => words.slice(at, at + 3).join(" ")));
  }

  test("finds exactly the pairs that have half of their shingles in common", () => {
    fc.assert(
      fc.property(texts, (texts) => {
        const found = findSimilarPairs(
          texts.map(createTokenNumbering()),
          3,
          (common, first, second) => common / (first + second - common) >= 0.5,
        );
        const sets = texts.map(shinglesOf);
        const expected = sets.flatMap((one, first) =>
          sets.flatMap((other, second) => {
            const common = [...one].filter((shingle) => other.has(shingle)).length;
            const isSimilar = common > 0 && common / (one.size + other.size - common) >= 0.5;
            return first < second && isSimilar ? [{ first, second }] : [];
          }),
        );
        expect(found).toEqual(expected);
      }),
    );
  });
});

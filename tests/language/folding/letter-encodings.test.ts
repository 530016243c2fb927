import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyFolds, fold, foldsOf } from "../../../src/language/fold.ts";
import { tokenize, tokenKey } from "../../../src/language/tokenizer.ts";
import { runs } from "../../thoroughness.ts";

const keysIn = (text: string) =>
  tokenize(text).map(({ start, end }) => tokenKey(text.slice(start, end)));

describe("one letter in several encodings", () => {
  test.each([
    ["iŀlumina el coŀlegi, IŀLUSTRE", "il·lumina el col·legi, Il·LUSTRE"],
    ["হঠাত্\u200c, হঠাত্\u200d", "হঠাৎ, হঠাৎ"],
    ["gǝmi vǝ Ǝli", "gəmi və Əli"],
    ["ウ゛ェニス か゜", "ヴェニス か\u309a"],
    ["ο φύλακασ", "ο φύλακας"],
    ["Ο ΦΎΛΑΚΑΣ", "ο φύλακας"],
    ["เเสง เเม่น้ำ", "แสง แม่น้ำ"],
    ["ເເສງ", "ແສງ"],
    ["سربازخانۀ شهر", "سربازخانهٔ شهر"],
    ["سربازخانه\u200cی شهر", "سربازخانهٔ شهر"],
  ])("has the same keys: %s", (text, other) => {
    expect(keysIn(text)).toEqual(keysIn(other));
  });

  test.each([
    ["my", "\u1001", "\u102f\u1032\u1036\u1037\u103b\u103d\u103a"],
    ["th", "\u0e01", "\u0e34\u0e38\u0e48\u0e4c"],
    ["lo", "\u0e81", "\u0eb4\u0ec8\u0ebc"],
    ["km", "\u1780", "\u17b6\u17bb\u17c9\u17cb"],
  ])("is the same whatever the order of its signs in %s", (language, letter, signs) => {
    const orders = fc.shuffledSubarray([...signs], { minLength: 2 });
    fc.assert(
      fc.property(orders, fc.nat(), (order, seed) => {
        const other = order.toSorted(
          (a, b) => ((a.charCodeAt(0) * seed) % 7) - ((b.charCodeAt(0) * seed) % 7),
        );
        const [one, two] = [order, other].map((some) => letter + some.join(""));
        expect(applyFolds(one ?? "", foldsOf(language))).toBe(
          applyFolds(two ?? "", foldsOf(language)),
        );
        expect(fold(one ?? "")).not.toBe(fold(letter));
      }),
      { numRuns: runs(50) },
    );
  });
});

describe("nasals before consonants", () => {
  const BLOCKS = [0x0900, 0x0980, 0x0a80, 0x0b00, 0x0c00, 0x0c80, 0x0d00];
  const FIRST_OF_CLASSES = [0x15, 0x1a, 0x1f, 0x24, 0x2a];

  test("are the anusvara if they are of the same class, and only then", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BLOCKS),
        fc.nat({ max: 4 }),
        fc.nat({ max: 4 }),
        fc.nat({ max: 3 }),
        (block, nasal, stop, nth) => {
          const character = (offset: number) => String.fromCodePoint(block + offset);
          const consonant = character((FIRST_OF_CLASSES[stop] ?? 0) + nth);
          const written = character((FIRST_OF_CLASSES[nasal] ?? 0) + 4) + character(0x4d);
          const ka = character(0x15);
          expect(fold(ka + written + consonant) === fold(ka + character(2) + consonant)).toBe(
            nasal === stop,
          );
          // A vowel follows the nasal itself.
          expect(fold(ka + character((FIRST_OF_CLASSES[nasal] ?? 0) + 4))).not.toBe(
            fold(ka + character(2)),
          );
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe("German umlauts", () => {
  const keyOf = (word: string) => applyFolds(word, foldsOf("de"));

  test.each([
    ["Männer", "Maenner"],
    ["geübt", "geuebt"],
    ["Neuübersetzung", "Neuuebersetzung"],
    ["Mäuse", "Maeuse"],
    ["geöffnet", "geoeffnet"],
    ["Müll", "Muell"],
    ["GRÜN", "GRUEN"],
  ])("are written with e: %s", (word, typed) => {
    expect(keyOf(word)).toBe(keyOf(typed));
  });

  test.each([
    ["neue", "neü"],
    ["Quelle", "Qülle"],
    ["Frauen", "Fraün"],
    ["blaues", "blaüs"],
    ["Treue", "Treü"],
  ])("do not stand for the letters of %s", (word, other) => {
    expect(keyOf(word)).not.toBe(keyOf(other));
  });
});

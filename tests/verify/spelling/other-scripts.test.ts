import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareWords } from "../../../src/verify/changes.ts";
import { runs } from "../../thoroughness.ts";
import { verifierBesideFiller } from "../verifiers.ts";

const differences = (printed: string, quoted: string, language: string) =>
  compareWords(printed, quoted, language)
    .filter(({ isSame }) => !isSame)
    .map(({ printed, quoted, grave }) => [printed, quoted, ...(grave ? [grave] : [])]);

describe("Serbian in its other script", () => {
  const PAIRS = [
    ["чувар", "čuvar"],
    ["људи", "ljudi"],
    ["љуљашку", "ljuljašku"],
    ["њихов", "njihov"],
    ["џеп", "džep"],
    ["ђак", "đak"],
    ["ноћ", "noć"],
    ["светиљку", "svetiljku"],
    ["брода", "broda"],
    ["обала", "obala"],
    ["жито", "žito"],
    ["инјекција", "injekcija"],
    ["хлеб", "hleb"],
    ["цркве", "crkve"],
    ["фењер", "fenjer"],
    ["кућа", "kuća"],
  ] as const;
  const words = fc.shuffledSubarray([...PAIRS], { minLength: 8, maxLength: 12 });

  test("is the same words, and one that is changed is none of them", () => {
    fc.assert(
      fc.property(
        words,
        fc.boolean(),
        fc.constantFrom("sr", "sr-Latn", "bs"),
        (some, isLatin, language) => {
          const [cyrillic, latin] = [0, 1].map((at) => some.map((pair) => pair[at]).join(" "));
          const [printed = "", quoted = ""] = isLatin ? [latin, cyrillic] : [cyrillic, latin];
          const { verify } = verifierBesideFiller(`${printed}.`, language);
          const verdict = verify(quoted);
          expect([quoted, verdict.kind]).toEqual([quoted, "typography"]);
          expect(verdict).toHaveProperty("occurrences.0.differences.0.name", "Serbian scripts");
          const other = some.length % 2 === 0 ? "мост" : "most";
          const changed = quoted.split(" ").with(3, other).join(" ");
          expect([changed, verify(changed).kind]).toEqual([changed, "altered"]);
        },
      ),
      { numRuns: runs(40) },
    );
  });

  test("is another language in Russian", () => {
    const { verify } = verifierBesideFiller("Брод стоит у моста, и вода темна.", "ru");
    expect(verify("Brod stoit u mosta, i voda temna").kind).not.toBe("typography");
  });
});

describe("Hebrew without points, with letters for its vowels", () => {
  const WORDS = [
    ["הַשֻּׁלְחָן", "השולחן", "השלחן"],
    ["אֳנִיָּה", "אונייה", "אניה"],
    ["דִּבֵּר", "דיבר", "דבר"],
    ["כֹּל", "כול", "כל"],
    ["שׁוֹמֵר", "שומר", "שומר"],
    ["מְנוֹרָה", "מנורה", "מנורה"],
    ["סִפּוּר", "סיפור", "ספור"],
    ["גְּבוּל", "גבול", "גבול"],
    ["תִּקְוָה", "תקווה", "תקוה"],
    ["בִּנְיָן", "בניין", "בנין"],
  ] as const;

  test("is the same words, and none with another letter", () => {
    const words = fc.shuffledSubarray([...WORDS], { minLength: 7 });
    fc.assert(
      fc.property(words, fc.boolean(), fc.nat(6), (some, isFull, at) => {
        const printed = some.map(([pointed]) => pointed).join(" ");
        const typed = some.map(([, full, short]): string => (isFull ? full : short));
        const { verify } = verifierBesideFiller(`${printed}.`, "he");
        expect([typed, verify(typed.join(" ")).kind]).toEqual([typed, "typography"]);
        const changed = typed.with(at, `${typed[at] ?? ""}ק`).join(" ");
        expect([changed, verify(changed).kind]).toEqual([changed, "altered"]);
      }),
      { numRuns: runs(40) },
    );
  });
});

describe("the same words in other characters", () => {
  test.each([
    ["守灯人没有点亮灯", "守燈人沒有點亮燈", "zh"],
    ["守燈人沒有點亮燈", "守灯人没有点亮灯", "zh-Hant"],
    ["舊い國の船", "旧い国の船", "ja"],
    ["澤の櫻", "沢の桜", "ja"],
    ["人は無かった", "人はなかった", "ja"],
    ["その爲に", "そのために", "ja"],
  ])("are called that: %s, %s", (printed, quoted, language) => {
    const kinds = differences(printed, quoted, language).map(([, , kind]) => kind);
    expect(new Set(kinds)).toEqual(new Set(["characters"]));
  });

  test.each([
    ["守灯人没有点亮灯", "守燈人點亮燈", "zh", "negation"],
    ["船が三隻来た", "船が四隻来た", "ja", "number"],
    ["船がさん隻来た", "船が三隻来た", "ja", "number"],
  ])("are others: %s, %s", (printed, quoted, language, kind) => {
    const kinds = differences(printed, quoted, language).map(([, , kind]) => kind);
    expect(kinds).toContain(kind);
  });
});

describe("the same number in other numerals", () => {
  const HAN = "〇一二三四五六七八九";
  const POWERS = ["", "十", "百", "千"];
  /** Writes a number below 100,000,000 in Chinese characters, with ones before tens only within larger numbers. */
  const inHan = (value: number): string => {
    if (value >= 10_000) {
      const rest = value % 10_000;
      return `${inHan(Math.floor(value / 10_000))}万${rest === 0 ? "" : inHan(rest)}`;
    }
    const digits = [...String(value)].map(Number);
    return digits
      .map((digit, at) => {
        const power = POWERS[digits.length - 1 - at] ?? "";
        if (digit === 0) return "";
        return (digit === 1 && power !== "" ? "" : HAN.charAt(digit)) + power;
      })
      .join("");
  };
  const value = fc.integer({ min: 1, max: 99_999 });

  test("is called that, and another number is a number", () => {
    fc.assert(
      fc.property(value, value, fc.boolean(), (own, other, isHan) => {
        const [printedNumber, quotedNumber] = isHan
          ? [inHan(own), `${other}`]
          : [`${own}`, inHan(other)];
        const printed = `港に船が${printedNumber}隻来た`;
        const quoted = `港に船が${quotedNumber}隻来た`;
        const kinds = differences(printed, quoted, "ja").map(([, , kind]) => kind);
        expect([printed, quoted, kinds]).toEqual([
          printed,
          quoted,
          [own === other ? "numerals" : "number"],
        ]);
        const same = `港に船が${isHan ? own : inHan(own)}隻来た`;
        expect(differences(printed, same, "ja").map(([, , kind]) => kind)).toEqual(["numerals"]);
      }),
      { numRuns: runs(150) },
    );
  });

  test.each([
    ["in chapter XXI of it", "in chapter 21 of it", "numerals"],
    ["in chapter XXI of it", "in chapter 22 of it", "number"],
    ["twelve ships came", "12 ships came", "numerals"],
    ["twelve ships came", "13 ships came", "number"],
    ["with 1,000 men", "with 1000 men", "numerals"],
  ])("is compared by its value: %s, %s", (printed, quoted, kind) => {
    expect(differences(printed, quoted, "en").map(([, , own]) => own)).toEqual([kind]);
  });
});

test("the same number with other signs between its thousands is no other number, in every language’s signs", () => {
  const written = fc
    .tuple(
      fc.constantFrom("en", "de", "fr", "ru", "pl", "es", "it", "hi", "de-CH"),
      fc.integer({ min: 1_000, max: 999_999_999 }),
    )
    .map(([language, number]) => {
      const grouping = { useGrouping: "always" } as const;
      return [language, `${number}`, number.toLocaleString(language, grouping)] as const;
    });
  fc.assert(
    fc.property(written, fc.boolean(), ([language, plain, grouped], isGrouped) => {
      const [one, other] = isGrouped ? [grouped, plain] : [plain, grouped];
      const kinds = differences(`lamps ${one} and`, `lamps ${other} and`, language).map(
        ([, , kind]) => kind,
      );
      expect([language, one, ...kinds]).toEqual([language, one, "numerals"]);
    }),
    { numRuns: runs(100) },
  );
  // The sign of a decimal fraction divides no thousands.
  expect(differences("lamps 1.250 and", "lamps 1,250 and", "de")).toEqual([
    ["1.250", "1,250", "number"],
  ]);
});

describe("signs of numbers", () => {
  test("“No.” before a number is neither a negation nor a name", () => {
    const quoted = [
      ["the log has No. 5 of them", "the log has 5 of them"],
      ["the log has no. 5 of them", "the log has # 5 of them"],
      ["the log has Nos. 5 and 6", "the log has 5 and 6"],
    ] as const;
    for (const [printed, other] of quoted) {
      const kinds = differences(printed, other, "en").map(([, , kind]) => kind);
      expect(kinds).not.toContain("negation");
      expect(kinds).not.toContain("name");
    }
    expect(differences("there was no oil", "there was oil", "en")).toEqual([
      ["no", "", "negation"],
    ]);
  });

  test("a range in East Asian texts is one, whichever sign it has", () => {
    const sign = fc.constantFrom("〜", "～", "-", "–");
    const number = fc.constantFrom("3", "5", "12");
    fc.assert(
      fc.property(sign, sign, number, number, (own, other, first, last) => {
        const write = (between: string) => `番人は${first}${between}${last}時に灯をともした`;
        expect(differences(write(own), write(other), "ja")).toEqual([]);
        expect(differences(write(own), write("、"), "ja")).not.toEqual([]);
        expect(differences("船は三～五隻", "船は三、五隻", "ja")).not.toEqual([]);
        expect(differences("배는 3~5척", "배는 3, 5척", "ko")).not.toEqual([]);
      }),
      { numRuns: runs(40) },
    );
  });
});

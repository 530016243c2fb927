import fc from "fast-check";
import { expect, test } from "vitest";
import { segmentsOf } from "../../src/language/segments.ts";
import { runs } from "../thoroughness.ts";

/** Words, signs and spaces in several scripts. */
const PARTS = [
  [
    "The",
    "lamp",
    "Mr.",
    "6 a.m.",
    "U.S.",
    "it’s",
    "“Stop!”",
    "Is it?",
    "…",
    "3,000.5",
    "(no.)",
    "\n",
    "  ",
  ],
  ["Der", "Wärter", "z. B.", "sagte:", "»Halt!«", "am 5.", "Mai", "ﬁel", "ü"],
  ["등불이", "꺼졌다.", "“그래?”", "하고", "말했다", "3월", "。"],
  ["灯が", "消えた。", "「なぜ？」", "と言った", "三月", "、", "！"],
  ["ตะเกียง", "ดับแล้ว", "เขา", "พูดว่า", "ฯลฯ", "๓", "ก็"],
  ["ដាក់", "ចង្កៀង", "។", "ຕະກຽງ", "မီးအိမ်", "၊", "။"],
  ["המנורה", "כבתה.", "ד״ר", "האם?", "المصباح", "انطفأ.", "؟", "قال:"],
  ["दीपक", "बुझ", "गया।", "डॉ.", "क्यों?", "॥"],
  ["👩‍👩‍👧", "🇰🇵🇺🇸", "e\u0301\u0323", "\u200b", "\ud83d", "\u2028", "x".repeat(300)],
];

test.each(["sentence", "word"] as const)(
  "a text of any length and script is segmented by %s as it is in one pass",
  (granularity) => {
    const language = fc.constantFrom("en", "ko", "ja", "th", "ar");
    const parts = fc.constantFrom(...PARTS.map((own) => [...own, " "]), PARTS.flat());
    const text = parts.chain((own) =>
      fc
        .tuple(
          fc.array(fc.constantFrom(...own), { minLength: 1500, maxLength: 2500, size: "max" }),
          fc.constantFrom("", " "),
        )
        .map(([words, space]) => words.join(space)),
    );
    fc.assert(
      fc.property(language, text, (tag, long) => {
        const segmenter = new Intl.Segmenter(tag, { granularity });
        const once = Array.from(segmenter.segment(long), ({ index, isWordLike = false }) => ({
          start: index,
          isWordLike,
        }));
        expect([...segmentsOf(long, segmenter)]).toEqual(once);
      }),
      { numRuns: runs(10) },
    );
  },
);

import fc from "fast-check";
import { expect, test } from "vitest";

import { readPdf } from "../../src/import/pdf/pdf.ts";
import { createLineJoiner } from "../../src/import/shared/hyphenation.ts";
import { plainText } from "../../src/import/shared/plain-text.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { textsOf } from "./passages.ts";
import { pdfOf, unicodePdf } from "./pdfs.ts";
import { importManuscript, readManuscript } from "./read-manuscripts.ts";

const words = fc.array(fc.constantFrom("lamp", "harbour", "storm", "keeper", "oil", "night"), {
  minLength: 2,
  maxLength: 4,
});

test("A number that is raised or lowered in the size of its line is one in its place, whatever is around", async () => {
  await fc.assert(
    fc.asyncProperty(
      words,
      words,
      fc.constantFrom([3, "⁶"] as const, [5, "⁶"] as const, [-3, "₆"] as const, [-5, "₆"] as const),
      async (before, after, [raise, written]) => {
        const start = `${before.join(" ")} 10`;
        const left = 40 + 5 * start.length;
        const rest = after.join(" ");
        const bytes = unicodePdf([
          [[40, "the first line of the page is here"]],
          [
            [40, start],
            [left, "6", 10, raise],
            [left + 10, rest],
          ],
          [[40, "and the last line of the page is here"]],
        ]);
        const read = await importManuscript("a.pdf", bytes);
        expect(textsOf(read).join(" ").replaceAll("\n", " ")).toBe(
          `the first line of the page is here ${start}${written} ${rest} and the last line of the page is here`,
        );
      },
    ),
    { numRuns: runs(30) },
  );
});

test("Readings above ideographs are left out with a remark, and small print above others is not", async () => {
  const base = "番人は燈台の灯をともした";
  const page = (text: string, x: number) =>
    unicodePdf([
      [
        [40, base],
        [x, text, 5, 10],
      ],
    ]);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("とうだい", "トウダイ", "ㄉㄥㄊㄞ", "등대", "dēngtái"),
      async (reading) => {
        const read = await readManuscript(readPdf, page(reading, 54));
        expect(textsOf(read)).toEqual([base]);
        expect(read.remarks.map(inEnglish)).toContain("1 reading above letters was left out.");
      },
    ),
    { numRuns: runs(5) },
  );
  for (const bytes of [page("とうだい", 300), page("(1907)", 54)]) {
    const read = await readManuscript(readPdf, bytes);
    expect(textsOf(read).join("")).not.toBe(base);
  }
});

test("The signs of radicals are the ideographs that people type", async () => {
  const read = await importManuscript("a.pdf", unicodePdf([[[40, "町⻑の⼿紙、⺠と⻄の⼭。"]]]));
  expect(textsOf(read)).toEqual(["町長の手紙、民と西の山。"]);
});

test("The lines beside an initial belong to its paragraph, although its room ends below its baseline", async () => {
  const beside = [
    "he keeper of the lamp saw ships go by",
    "in the night. Nobody counted them in",
    "the harbour of the old town before the",
  ];
  const below = [
    "bells were rung in the morning, and the sea",
    "was calm again, as the log of the pier says.",
  ];
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 24, max: 40 }), async (lowered) => {
      const page = [
        { text: "T", x: 50, y: 100 + lowered - 10, size: 44 },
        ...beside.map((text, row) => ({ text, x: 82, y: 100 + 13 * row })),
        ...below.map((text, row) => ({ text, x: 50, y: 139 + 13 * row })),
      ];
      const read = await importManuscript("a.pdf", await pdfOf([page]));
      expect(textsOf(read)).toEqual([`T${[...beside, ...below].join(" ")}`]);
    }),
    { numRuns: runs(10) },
  );
});

const hebrewWords = fc.constantFrom(
  ...[
    "שלום",
    "ילדים",
    "המים",
    "הַפָּנָס",
    "בִּשְׁעַת",
    "ספינות",
    "(חמים)",
    "(1907)",
    "ב-2",
    "1851",
    "הערב,",
  ],
);

test("Lines from right to left that a page draws letter by letter are one paragraph of their words", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hebrewWords, { minLength: 24, maxLength: 40 }), async (printed) => {
      const ended = [...printed.slice(0, -1), "חמים."];
      const lines: string[] = [];
      for (const word of ended) {
        const longer = [...lines.slice(-1), word].join(" ");
        if (lines.length === 0 || longer.replace(/\p{M}/gu, "").length > 60) lines.push(word);
        else lines[lines.length - 1] = longer;
      }
      const read = await readManuscript(readPdf, unicodePdf(lines.map(drawFromRight)));
      expect(textsOf(read)).toEqual([ended.join(" ").normalize("NFC")]);
    }),
    { numRuns: runs(15) },
  );
});

/** Sets a line that ends at the right edge, from the left: points before their letters, and brackets as they are drawn. */
function drawFromRight(line: string) {
  let left = 380;
  return (line.match(/\d+|./gsu) ?? [])
    .map((sign) => {
      if (!/\p{M}/u.test(sign)) left -= 5 * sign.length;
      return [left, sign.replace(/[()]/, (one) => (one === "(" ? ")" : "("))] as const;
    })
    .toReversed();
}

const koreanWords = [
  "등대지기는",
  "등불을",
  "켰고",
  "사람들은",
  "바다에서",
  "기름이",
  "모자랐고",
  "항구의",
  "배들이",
  "지나갔다",
  "저녁마다",
];

test("Lines of Korean are joined within words where they break anywhere, and with spaces where they break at spaces", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...koreanWords), { minLength: 150, maxLength: 200 }),
      fc.integer({ min: 28, max: 40 }),
      async (printed, width) => {
        const text = printed.join(" ");
        // A line that has each word between others.
        const known = `또 ${koreanWords.join(" ")} 또.`;
        const anywhere: string[] = [];
        for (let rest = text; rest !== ""; rest = rest.slice(width).trimStart()) {
          anywhere.push(rest.slice(0, width).trimEnd());
        }
        const atSpaces = text.match(new RegExp(`.{1,${width}}(?: |$)`, "gu")) ?? [];
        for (const lines of [anywhere, atSpaces.map((line) => line.trimEnd())]) {
          const joiner = createLineJoiner([[known], lines]);
          expect(lines.reduce(joiner.join, "")).toBe(text);
          expect(joiner.remarks()).toEqual([]);
        }
      },
    ),
    { numRuns: runs(50) },
  );
});

test("A guess about a line that ends within a word is in a remark", () => {
  const lines = ["배 세 척이 어둠 속에서 곶", "을 지나갔다. 그러나 기", "름은 모자랐다."];
  const joiner = createLineJoiner([lines]);
  expect(lines.reduce(joiner.join, "")).toBe(
    "배 세 척이 어둠 속에서 곶을 지나갔다. 그러나 기름은 모자랐다.",
  );
  expect(joiner.remarks().map(inEnglish).join(" ")).toContain("“기름은”");
});

test("The last line of a single page is no number of it because its words are in another script", async () => {
  const bytes = unicodePdf([
    [[40, "등대지기는 해 질 녘에 등불을 켰다."]],
    [[40, "항구의 사람은 아무도 보지 못했다."]],
    [],
    [],
    [[40, "1) 부두의 기록에 따름."]],
  ]);
  const { content } = await importManuscript("a.pdf", bytes);
  expect(content.map(plainText).join(" ")).toContain("부두의 기록에 따름.");
});

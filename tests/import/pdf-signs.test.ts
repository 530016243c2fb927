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

/** A text that is raised or lowered, by how much of the size, what is before it, and how both are written. */
const shiftedText = fc.constantFrom(
  ...([
    ["10", "6", 0.3, "10⁶"],
    ["10", "6", 0.5, "10⁶"],
    ["10", "-3", 0.4, "10⁻³"],
    ["x", "n+1", 0.44, "xⁿ⁺¹"],
    ["the 3", "rd", 0.44, "the 3rd"],
    ["M", "lle", 0.4, "Mlle"],
    ["H", "2", -0.3, "H₂"],
    ["H", "2", -0.5, "H₂"],
    ["a", "i", -0.44, "aᵢ"],
    ["x", "i,j", -0.3, "x_(i,j)"],
  ] as const),
);

test("A number that is raised or lowered is one in its place, whatever its size and what is around", async () => {
  await fc.assert(
    fc.asyncProperty(
      ...[words, words, shiftedText],
      fc.constantFrom(10, 8.9, 8.3, 7, 5.8),
      fc.boolean(),
      async (before, after, [base, shifted, raise, written], size, hasBlank) => {
        const start = `${before.join(" ")} ${base}`;
        const left = 40 + 5 * start.length;
        const end = left + (shifted.length * size) / 2;
        const rest = after.join(" ");
        const bytes = unicodePdf([
          [[40, "the first line of the page is here"]],
          [
            [40, start],
            [left, shifted, size, raise * 10],
            ...(hasBlank ? [[end, " ", size, raise * 10] as const] : []),
            [end + 5, rest],
          ],
          [[40, "and the last line of the page is here"]],
        ]);
        const read = await importManuscript("a.pdf", bytes);
        expect(textsOf(read).join(" ").replaceAll("\n", " ")).toBe(
          `the first line of the page is here ${before.join(" ")} ${written} ${rest} and the last line of the page is here`,
        );
      },
    ),
    { numRuns: runs(60) },
  );
});

test("Very small text is lowered by less, as some programs set it", async () => {
  const line = [
    [40, "of H"],
    [60, "2", 5.8, -0.9],
    [63, "O and salt"],
  ] as const;
  const read = await importManuscript("a.pdf", unicodePdf([line]));
  expect(textsOf(read)).toEqual(["of H₂O and salt"]);
});

/** The accents that a font without accented letters draws, with where their signs are drawn above the line. */
const DRAWN_ACCENTS = {
  ...{ "\u0300": "`", "\u0301": "´", "\u0302": "ˆ", "\u0303": "˜", "\u0304": "¯", "\u0306": "˘" },
  ...{ "\u0307": "˙", "\u0308": "¨", "\u030a": "˚", "\u030b": "˝", "\u030c": "ˇ", "\u0327": "¸" },
};

test("Accents that are drawn over letters are parts of them", async () => {
  const accented = fc
    .tuple(fc.constantFrom(..."aceinosuyzAEOSUı"), fc.constantFrom(...Object.keys(DRAWN_ACCENTS)))
    .map(([letter, mark]) => ({ letter, mark }));
  const syllable = fc.oneof(accented, fc.constantFrom("lamp", "s", "of ", " "));
  await fc.assert(
    fc.asyncProperty(
      fc.array(syllable, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      async (syllables, isAfter) => {
        let x = 40;
        let written = "";
        const line: [number, string, number, number][] = [];
        for (const one of syllables) {
          const at = { x };
          if (typeof one === "string") line.push([x, one, 10, 0]);
          else {
            const sign = DRAWN_ACCENTS[one.mark as keyof typeof DRAWN_ACCENTS];
            const raise = /\p{Lu}/u.test(one.letter) ? 2.5 : 0;
            const glyphs: typeof line = [[at.x, one.letter, 10, 0]];
            glyphs.splice(isAfter ? 1 : 0, 0, [at.x, sign, 10, raise]);
            line.push(...glyphs);
          }
          written += typeof one === "string" ? one : one.letter.replace("ı", "i") + one.mark;
          x += 5 * (typeof one === "string" ? one.length : 1);
        }
        const read = await importManuscript(
          "a.pdf",
          unicodePdf([[[x, "and the end", 10, 0]], line]),
        );
        expect(textsOf(read).join(" ")).toContain(
          written.normalize("NFC").replace(/\s+/g, " ").trim(),
        );
      },
    ),
    { numRuns: runs(40) },
  );
});

test("Strokes through relations negate them", async () => {
  const line = [
    ...[
      [40, "a "],
      [50, "\u0338", 10.2],
      [50, "="],
      [57, " b and c "],
    ],
    ...[
      [104, "/"],
      [105, "∈"],
      [112, " d"],
    ],
  ] as [number, string, number?][];
  const read = await importManuscript("a.pdf", unicodePdf([line]));
  expect(textsOf(read)).toEqual(["a ≠ b and c ∉ d"]);
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

test("The signs of radicals are the ideographs that people type, and ligatures are their letters", async () => {
  const read = async (text: string) =>
    textsOf(await importManuscript("a.pdf", unicodePdf([[[40, text]]])));
  expect(await read("町⻑の⼿紙、⺠と⻄の⼭。")).toEqual(["町長の手紙、民と西の山。"]);
  expect(await read("ﬁve oﬃcers, ﬂat oﬀers, aﬄuent Beﬅ")).toEqual([
    "five officers, flat offers, affluent Beſt",
  ]);
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
  const words = fc.array(hebrewWords, { minLength: 24, maxLength: 40 });
  const drawing = fc.constantFrom(drawFromRight, drawWords);
  await fc.assert(
    fc.asyncProperty(words, drawing, async (printed, draw) => {
      // pdf.js turns a letter around with a point that is drawn after it.
      const shown = draw === drawWords ? printed.map((one) => one.replace(/\p{M}/gu, "")) : printed;
      const ended = [...shown.slice(0, -1), "חמים."];
      const lines: string[] = [];
      for (const word of ended) {
        const longer = [...lines.slice(-1), word].join(" ");
        if (lines.length === 0 || longer.replace(/\p{M}/gu, "").length > 60) lines.push(word);
        else lines[lines.length - 1] = longer;
      }
      const read = await readManuscript(readPdf, unicodePdf(lines.map(draw)));
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

/** Sets such a line without its spaces: its words from the left, and the letters of each from the right. */
function drawWords(line: string) {
  const words: (readonly [number, string])[][] = [[]];
  for (const sign of drawFromRight(line).toReversed()) {
    if (sign[1] === " ") words.push([]);
    else words.at(-1)?.push(sign);
  }
  return words.toReversed().flat();
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

test("Lines of a formula in two dimensions are not quoted, and no number of it is a word of another line", async () => {
  await fc.assert(
    fc.asyncProperty(words, words, fc.integer({ min: 6, max: 8 }), async (before, after, shift) => {
      const [start, rest] = [`so ${before.join(" ")} is `, ` and ${after.join(" ")} too`];
      const left = 40 + 5 * start.length;
      const bytes = unicodePdf([
        [[40, "the first line of the page ends with a sentence."]],
        [[40, "the second one comes before the formula."]],
        [
          [40, start],
          [left, "√", 10, shift],
          [left + 6, "n", 7, shift],
          [left, "i=1", 7, -shift],
          [left + 16, `x${rest}`],
        ],
        [[40, "The next line of the page is here as well."]],
        [[40, "The last line of the page is here."]],
      ]);
      const read = await importManuscript("a.pdf", bytes);
      const texts = textsOf(read).join(" ");
      expect(texts).toContain("the first line of the page ends with a sentence.");
      expect(texts).toContain("The last line of the page is here.");
      expect(texts).not.toMatch(/so .* is|i=1|ᵢ|√|too/);
    }),
    { numRuns: runs(20) },
  );
});

test("Words that a page draws over others are not quoted", async () => {
  const line = (text: string) => [[40, text]] as const;
  const bytes = unicodePdf([
    line("The keeper lit the lamp at dusk."),
    [...line("and wrote it in the log of the pier"), [80, "of the town and of its mayor", 9]],
    line("The boats came back in the morning."),
  ]);
  expect(textsOf(await importManuscript("a.pdf", bytes)).join(" ")).not.toMatch(/log|mayor/);
});

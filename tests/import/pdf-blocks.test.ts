import fc from "fast-check";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { elementAt } from "../../src/foundation/checked-access.ts";
import { wordsInContent } from "../../src/import/shared/lost-words.ts";
import { runs } from "../thoroughness.ts";
import { wordOf } from "./books.ts";
import { notesOf, textsOf } from "./passages.ts";
import { fillColumn, pdfOf, type SetLine } from "./pdfs.ts";
import { importManuscript } from "./read-manuscripts.ts";

const LEADING = 13;

/** The place of some lines, in points. */
interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly lines: number;
}

/** A text of one sentence that fills areas one after the other. */
interface Block {
  readonly areas: readonly Area[];
  readonly isJustified: boolean;
  /** Whether its last line is full. */
  readonly isFull: boolean;
}

/** Sets blocks, and returns the words of each with the lines. No two words are the same. */
async function setBlocks(blocks: readonly Block[]) {
  let count = 0;
  const set = [];
  for (const { areas, isJustified, isFull } of blocks) {
    const first = count;
    const nextWord = () => {
      const word = wordOf(count);
      return count++ === first ? `Q${word.slice(1)}` : word;
    };
    const rows: (readonly SetLine[])[] = [];
    for (const area of areas) rows.push(...(await fillColumn(nextWord, { ...area, isJustified })));
    const last = elementAt(rows, rows.length - 1);
    const shown = [...rows.slice(0, -1), isFull ? last : last.slice(0, Math.ceil(last.length / 2))];
    set.push(shown.flat());
  }
  const lines = set.map((words) =>
    words.map((word, index) =>
      index === words.length - 1 ? { ...word, text: `${word.text}.` } : word,
    ),
  );
  return { lines, words: set.map((words) => words.map(({ text }) => text.toLowerCase())) };
}

/** Returns pairs of words that a document has beside each other, and that are not so in any block. */
function joinedPairs(texts: readonly string[], blocks: readonly (readonly string[])[]) {
  const followers = new Map(
    blocks.flatMap((words) => words.map((word, index) => [word, words[index + 1]] as const)),
  );
  return texts.flatMap((text) => {
    const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
    return words.slice(1).flatMap((word, index) => {
      const before = elementAt(words, index);
      return followers.get(before) === word ? [] : [`${before} ${word}`];
    });
  });
}

const layout = fc.record({
  kind: fc.constantFrom("above", "below", "beside", "inset", "between"),
  columns: fc.integer({ min: 1, max: 3 }),
  gutter: fc.integer({ min: 14, max: 24 }),
  lines: fc.integer({ min: 12, max: 24 }),
  boxLines: fc.integer({ min: 2, max: 6 }),
  boxWidth: fc.integer({ min: 80, max: 200 }),
  /** How far the box is from the text, and how much lower than its lines those of a box beside them are. */
  distance: fc.constantFrom(LEADING, 18, 26, 60),
  shift: fc.constantFrom(0, 3, 6),
  isLeft: fc.boolean(),
  isInMargin: fc.boolean(),
  isJustified: fc.boolean(),
  isFull: fc.boolean(),
  drawing: fc.constantFrom("text first", "box first", "by rows"),
});

type Layout = typeof layout extends fc.Arbitrary<infer One> ? One : never;

const aroundColumns = fc.record({
  above: fc.integer({ min: 2, max: 6 }),
  columns: fc.integer({ min: 2, max: 3 }),
  lines: fc.integer({ min: 5, max: 14 }),
  below: fc.integer({ min: 2, max: 6 }),
  distance: fc.constantFrom(LEADING, 18, 26),
  order: fc.constantFrom("in order", "by rows"),
});

const floats = fc.record({
  kind: fc.constantFrom(
    "caption",
    "two captions",
    "picture",
    "quotation",
    "quotation in small letters",
  ),
  place: fc.constantFrom("head", "foot"),
  before: fc.integer({ min: 10, max: 20 }),
  after: fc.integer({ min: 2, max: 12 }),
  isFollowed: fc.boolean(),
});

const [LEFT, TOP, WIDTH] = [30, 60, 340];

/** Returns the areas of the text and those of the box. */
function areasOf({ kind, columns, gutter, lines, boxLines, boxWidth, ...one }: Layout): {
  readonly text: readonly Area[];
  readonly box: Area;
} {
  const width = (WIDTH - gutter * (columns - 1)) / columns;
  const place = (row: number) => TOP + LEADING * row;
  const across = (y: number, count = lines) =>
    Array.from({ length: columns }, (_, at) => ({
      ...{ x: LEFT + at * (width + gutter), y, width, lines: count },
    }));
  // A box with the place and the width of a single column is set off by more than the leading.
  const distance = columns === 1 ? Math.max(one.distance, 20) : one.distance;
  const boxHeight = LEADING * (boxLines - 1) + distance;
  switch (kind) {
    case "above":
      return {
        text: across(TOP + boxHeight),
        box: { x: LEFT, y: TOP, width: WIDTH, lines: boxLines },
      };
    case "below":
      return {
        text: across(TOP),
        box: { x: LEFT, y: place(lines - 1) + distance, width: WIDTH, lines: boxLines },
      };
    case "beside": {
      const [start, end] = [3, 3 + boxLines + 1];
      const room = WIDTH - boxWidth - gutter;
      const narrow = { x: one.isLeft ? LEFT + boxWidth + gutter : LEFT, width: room };
      const full = one.isInMargin ? narrow : { x: LEFT, width: WIDTH };
      return {
        text: [
          { ...full, y: place(0), lines: start },
          { ...narrow, y: place(start), lines: end - start },
          { ...full, y: place(end), lines: lines - end },
        ],
        box: {
          ...{ x: one.isLeft ? LEFT : LEFT + WIDTH - boxWidth, width: boxWidth, lines: boxLines },
          y: place(start) + one.shift,
        },
      };
    }
    case "inset":
      return {
        text: [{ x: LEFT, y: TOP, width: WIDTH, lines: 4 }],
        box: { x: LEFT + 20, y: place(3) + distance, width: boxWidth, lines: boxLines },
      };
    case "between": {
      const [start, end] = [4, 4 + boxLines + 1];
      return {
        text: across(TOP).flatMap((area, at) =>
          at === 0 && columns > 1
            ? [area]
            : [
                { ...area, lines: start },
                { ...area, y: place(end), lines: lines - end },
              ],
        ),
        box: {
          x: columns > 1 ? LEFT + width + gutter : LEFT,
          width: columns > 1 ? WIDTH - width - gutter : boxWidth,
          ...{ y: place(start) + 6, lines: boxLines - 1 },
        },
      };
    }
  }
}

describe("A passage of a PDF has the words of one block, in their order", () => {
  test("with a box beside, above, below or within columns", async () => {
    await fc.assert(
      fc.asyncProperty(layout, async (one) => {
        const areas = areasOf(one);
        const { lines, words } = await setBlocks([
          { areas: areas.text, isJustified: one.isJustified, isFull: true },
          { areas: [areas.box], isJustified: one.isJustified, isFull: one.isFull },
        ]);
        const [text = [], box = []] = lines;
        const page = one.drawing === "box first" ? [...box, ...text] : [...text, ...box];
        if (one.drawing === "by rows") page.sort((a, b) => a.y - b.y || a.x - b.x);
        const manuscript = await importManuscript("a.pdf", await pdfOf([page]));
        const texts = [...textsOf(manuscript), ...notesOf(manuscript)];
        expect(joinedPairs(texts, words)).toEqual([]);
        const found = wordsInContent(manuscript.content)
          .join(" ")
          .toLowerCase()
          .match(/[a-z]+/g);
        expect(found?.toSorted()).toEqual(words.flat().toSorted());
      }),
      { numRuns: runs(40) },
    );
  });

  test("although paragraphs that span columns, above or below them, end with a short line", async () => {
    await fc.assert(
      fc.asyncProperty(aroundColumns, async ({ above, columns, lines, below, distance, order }) => {
        const gutter = 20;
        const width = (WIDTH - gutter * (columns - 1)) / columns;
        const columnTop = TOP + LEADING * (above - 1) + distance;
        const belowTop = columnTop + LEADING * (lines - 1) + distance;
        const across = (y: number, count: number) => [{ x: LEFT, y, width: WIDTH, lines: count }];
        const { lines: set, words } = await setBlocks([
          { areas: across(TOP, above), isJustified: true, isFull: false },
          {
            areas: Array.from({ length: columns }, (_, at) => ({
              ...{ x: LEFT + at * (width + gutter), y: columnTop, width, lines },
            })),
            isJustified: true,
            isFull: true,
          },
          { areas: across(belowTop, below), isJustified: true, isFull: false },
        ]);
        const page = set.flat();
        if (order === "by rows") page.sort((a, b) => a.y - b.y || a.x - b.x);
        const texts = textsOf(await importManuscript("a.pdf", await pdfOf([page])));
        expect(joinedPairs(texts, words)).toEqual([]);
      }),
      { numRuns: runs(40) },
    );
  });

  test("although the text goes on after a box on the next page", async () => {
    const line = (text: string, x: number, y: number) => ({ text, x, y });
    const first = [
      "The lamp was lit at dusk by the keeper of the tower, and it",
      "burned until the dawn came over the hill. The fog came in",
      "from the south, and the bell was rung by the pilot until the",
      "widow wept upon the pier and the oil was poured into barrels",
      "by the boy of the inn, whom they had sent for in the evening.",
      "He had gone ashore in the small boat with the letters and",
    ];
    const box = ["Sidebar: the keeper", "was born in 1840 in", "the house by the mill."];
    const second = ["with the chest under his arm, and saw no one again."];
    const pages = [
      [
        ...first.map((text, index) => line(text, 130, 60 + LEADING * index)),
        ...box.map((text, index) => line(text, 20, 73 + LEADING * index)),
      ],
      second.map((text) => line(text, 130, 60)),
    ];
    const manuscript = await importManuscript("a.pdf", await pdfOf(pages));
    expect(textsOf(manuscript)).toEqual([[...first, ...second].join(" "), box.join(" ")]);
    expect(manuscript.content.map(({ type }) => type)).toEqual([
      "paragraph",
      "thematicBreak",
      "paragraph",
    ]);
  });

  test("and all of them, although a box narrows some of its lines", async () => {
    const besideBox = fc.record({
      above: fc.integer({ min: 2, max: 9 }),
      boxLines: fc.integer({ min: 3, max: 10 }),
      below: fc.integer({ min: 2, max: 9 }),
      boxWidth: fc.integer({ min: 90, max: 140 }),
      isLeft: fc.boolean(),
      shift: fc.constantFrom(3, 6),
      isNext: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(besideBox, async ({ boxWidth, isLeft, shift, isNext, ...one }) => {
        const place = (row: number) => TOP + LEADING * row;
        const end = one.above + one.boxLines + 1;
        const room = WIDTH - boxWidth - 24;
        const full = { x: LEFT, width: WIDTH };
        const narrow = { x: isLeft ? LEFT + boxWidth + 24 : LEFT, width: room };
        const box = { x: isLeft ? LEFT : LEFT + WIDTH - boxWidth, width: boxWidth };
        const { lines, words } = await setBlocks([
          {
            areas: [
              { ...full, y: place(0), lines: one.above },
              { ...narrow, y: place(one.above), lines: one.boxLines + 1 },
              { ...full, y: place(end), lines: one.below },
            ],
            ...{ isJustified: true, isFull: false },
          },
          {
            areas: [{ ...box, y: place(one.above) + shift, lines: one.boxLines }],
            ...{ isJustified: false, isFull: false },
          },
          ...(isNext
            ? [
                {
                  areas: [{ ...full, y: place(end + one.below) + 10, lines: 3 }],
                  ...{ isJustified: true, isFull: false },
                },
              ]
            : []),
        ]);
        const read = await importManuscript("a.pdf", await pdfOf([lines.flat()]));
        // Some boxes of a few lines are columns, or of an uncertain order.
        const types = read.content.map(({ type }) => type);
        fc.pre(types.includes("thematicBreak") && !types.includes("code"));
        const texts = textsOf(read);
        const shown = words.map((block) => `${block.join(" ")}.`);
        expect(texts.map((text) => text.toLowerCase())).toEqual(
          expect.arrayContaining(shown.filter((_, index) => index !== 1)),
        );
      }),
      { numRuns: runs(40) },
    );
  });

  test("although captions or a picture interrupt it between two pages, and not a quotation", async () => {
    await fc.assert(
      fc.asyncProperty(floats, async ({ kind, place, before, after, isFollowed }) => {
        const rowsOf = {
          caption: ["Figure 3: The pier at noon."],
          "two captions": ["Table 3.1 Prices of oil", "", "Table 3.2 Prices of rope"],
          picture: ["The pier at noon."],
          quotation: ["Let no lamp be lit."],
          "quotation in small letters": ["let no lamp be lit."],
        }[kind];
        const height = kind === "picture" ? 80 : LEADING;
        const y =
          place === "head" ? TOP + height - LEADING : TOP + LEADING * (before - 1) + 13 + height;
        const float = rowsOf.flatMap((text, row) =>
          text === "" ? [] : [{ text, x: LEFT + 80, y: y + LEADING * row }],
        );
        const top = place === "head" ? y + LEADING * rowsOf.length + 13 : TOP;
        const { lines, words } = await setBlocks([
          {
            areas: [
              { x: LEFT, y: TOP, width: WIDTH, lines: before },
              { x: LEFT, y: top, width: WIDTH, lines: after },
            ],
            isJustified: true,
            isFull: true,
          },
          ...(isFollowed
            ? [
                {
                  areas: [{ x: LEFT, y: top + LEADING * after + 13, width: WIDTH, lines: 3 }],
                  ...{ isJustified: true, isFull: false },
                },
              ]
            : []),
        ]);
        const [text = [], next = []] = lines;
        const isOnFirst = ({ y: at }: SetLine, index: number) =>
          at < TOP + LEADING * before &&
          index < text.findIndex((one, i) => i > 0 && one.y < elementAt(text, i - 1).y);
        const pages = [text.filter(isOnFirst), text.filter((one, index) => !isOnFirst(one, index))];
        elementAt(pages, place === "head" ? 1 : 0).push(...float);
        elementAt(pages, 1).push(...next);
        const manuscript = await importManuscript("a.pdf", await pdfOf(pages));
        const texts = textsOf(manuscript).map((one) => one.toLowerCase());
        const whole = `${elementAt(words, 0).join(" ")}.`;
        if (kind.startsWith("quotation")) expect(texts).not.toContain(whole);
        else expect(texts).toContain(whole);
        expect(texts.join(" ")).toContain(elementAt(rowsOf, 0).toLowerCase());
      }),
      { numRuns: runs(30) },
    );
  });

  test.each([
    ["a heading of the text’s size", ["Boots Self-Locking Nut"], 0],
    ["a line in the middle", ["THE SECOND PART"], 110],
    ["an inset without a point", ["Price of oil", "and of rope, and of"], 20],
  ])("with %s above a paragraph at the distance of its lines", async (_, above, inset) => {
    const text = [
      "The lamp was lit at dusk by the keeper of the tower, and it",
      "burned until the dawn came over the hill. The fog came in then",
      "from the south, and the bell was rung.",
    ];
    const page = [...above, ...text].map((one, index) => ({
      text: one,
      x: index < above.length ? 50 + inset : 50,
      y: 60 + LEADING * index,
    }));
    const texts = textsOf(await importManuscript("a.pdf", await pdfOf([page])));
    expect(texts).toContain(text.join(" "));
  });

  test("although a paragraph at the end of a column has a full last line", async () => {
    const left = [
      ["The lamp was lit at dusk by them", "at the tower, and it burned all night."],
      ["A price list of the oil and of the rope", "that the brig had brought to the pier."],
    ];
    const page = left.flatMap((lines, column) =>
      lines.flatMap((text, index) => [
        { text, x: 30 + 190 * column, y: 60 + LEADING * index },
        { text, x: 30 + 190 * column, y: 160 + LEADING * index },
        { text, x: 30 + 190 * column, y: 260 + LEADING * index },
      ]),
    );
    const texts = textsOf(await importManuscript("a.pdf", await pdfOf([page])));
    expect(texts.filter((text) => /lamp.*price/s.test(text))).toEqual([]);
  });

  test.each([
    ["speakers", ["MARY", "JOHN", "MARY", "JOHN"]],
    ["years", ["1907", "1908", "1909", "1910"]],
  ])("with the rows of other %s, of which the order is uncertain", async (_, labels) => {
    const speeches = [
      "I will marry the miller.",
      "I will burn the mill to the ground.",
      "Then I shall weep upon the pier.",
      "The keeper wept.",
    ];
    const rows = (x: number, texts: readonly string[]) =>
      texts.map((text, index) => ({ text, x, y: 60 + 14 * index }));
    const page = [...rows(40, labels), ...rows(110, speeches)];
    const texts = textsOf(await importManuscript("a.pdf", await pdfOf([page])));
    expect(texts).toEqual([]);
  });
});

const initials = fc.record({
  initial: fc.constantFrom("T", "I", "A", "W", "“B"),
  rest: fc.constantFrom("he", "HE", "n", "ll"),
  lines: fc.integer({ min: 2, max: 4 }),
  place: fc.constantFrom("lowered", "raised", "alone"),
  gap: fc.constantFrom(0, 1.5, 3),
  indent: fc.constantFrom(0, 12),
  // Some programs set the first line where the initial begins.
  isPrintedOver: fc.boolean(),
});

test("An initial is joined with the rest of its word, wherever its baseline is", async () => {
  const font = await (await PDFDocument.create()).embedFont(StandardFonts.TimesRoman);
  await fc.assert(
    fc.asyncProperty(
      initials,
      async ({ initial, rest, lines, place, gap, indent, isPrintedOver }) => {
        const size = 13 * lines;
        const beside = place === "lowered" ? lines : 1;
        const left = place === "lowered" ? 50 + indent : 50;
        const start = left + font.widthOfTextAtSize(initial, size) + gap;
        const firstStart = isPrintedOver && place === "lowered" ? left : start;
        const text = [`${rest} keeper of the lamp saw ships go by`, ...BELOW_INITIAL];
        // A word that is on the page once more shows that the text below an initial goes on with it.
        const other = `${initial.replace("“", "")}${rest} was in the log, and a ship was in the bay.`;
        const page = [
          { text: initial, x: left, y: place === "lowered" ? 100 + 13 * (lines - 1) : 100, size },
          ...text.map((line, row) => ({
            text: line,
            x: place !== "alone" && row < beside ? (row === 0 ? firstStart : start) : 50,
            y: 100 + 13 * row + (place === "alone" ? 16 : 0),
          })),
          { text: other, x: 50, y: 300 },
        ];
        const read = await importManuscript("a.pdf", await pdfOf([page]));
        expect(textsOf(read).join(" ").replaceAll("\n", " ")).toBe(
          [`${initial}${text.join(" ")}`, other].join(" "),
        );
      },
    ),
    { numRuns: runs(40) },
  );
});

test("A large letter before a name is no initial", async () => {
  const page = ["Abbot, John", "Ashe, Mary", "Avery, Tom"].map((text, row) => ({
    text,
    x: 80,
    y: 100 + 13 * row,
  }));
  const read = await importManuscript(
    "a.pdf",
    await pdfOf([[{ text: "A", x: 60, y: 100, size: 20 }, ...page]]),
  );
  expect(JSON.stringify(read.content)).not.toContain("AAbbot");
});

const BELOW_INITIAL = [
  "and counted them until the morning came to",
  "the island with fog, and then he went home,",
  "and slept as the ships came from the north.",
];

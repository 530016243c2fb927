import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenize, tokenKey } from "../../src/language/tokenizer.ts";
import { buildPositions, type IndexedText } from "../../src/search/index/build-positions.ts";
import {
  openPositions,
  type Positions,
  type StoredPositions,
  UNKNOWN_WORD,
} from "../../src/search/index/positions.ts";
import { runs } from "../thoroughness.ts";

const textOf = (texts: readonly string[]) => (textId: number) => texts[textId] ?? "";

/** Builds and opens an index whose data is cloned in between, as for worker threads and snapshots. */
function openIndex(texts: readonly IndexedText[], builtAtOnce?: number): Positions {
  return openPositions(
    structuredClone(buildPositions(texts)),
    textOf(texts.map(({ text }) => text)),
    builtAtOnce,
  );
}

/** Returns the positions of `phrase` by brute force: by comparing it at every position of every text. */
function findPhraseNaively(
  texts: readonly IndexedText[],
  phrase: readonly string[],
): readonly number[] {
  const words = texts.flatMap(({ text, isContinued }) => [
    ...tokenize(text).map(({ start, end }) => tokenKey(text.slice(start, end))),
    ...(isContinued ? [] : [undefined]),
  ]);
  const starts = words.map((_, position) => position);
  return starts.filter((start) => phrase.every((word, offset) => words[start + offset] === word));
}

const WORDS = ["the", "The", "lamp", "lâmp", "gale", "no", "3,000", "…", "훈련", "🙂", "of", "ﬁre"];
const anyText = fc
  .array(
    fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(" ", ", ", " — ", ". ", "\u00a0", "\n")),
  )
  .map((pairs) => pairs.flat().join(""));
const anyTexts = fc.array(fc.record({ text: anyText, isContinued: fc.boolean() }), {
  maxLength: 6,
});

describe("the positional index", () => {
  test("maps each position back to the span of its word", () => {
    fc.assert(
      fc.property(anyTexts, (texts) => {
        const positions = openIndex(texts);
        for (const [number, { text }] of texts.entries()) {
          const start = positions.startOf(number);
          for (const [index, token] of tokenize(text).entries()) {
            const at = start + index;
            expect(positions.textAt(at)).toBe(number);
            expect(positions.spans(at, at + 1)).toEqual([{ textId: number, ...token }]);
          }
        }
      }),
    );
  });

  test("finds the same phrase positions as a brute-force search", () => {
    const anyPhrase = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(anyTexts, anyPhrase, fc.nat(8), (texts, phrase, steps) => {
        const positions = openIndex(texts, 3);
        for (let step = 0; step < steps; step++) positions.buildSome();
        const keys = phrase.flatMap((word) =>
          tokenize(word).map(({ start, end }) => tokenKey(word.slice(start, end))),
        );
        expect([...positions.findPhrase(positions.wordIdsOf(phrase.join(" ")))]).toEqual(
          findPhraseNaively(texts, keys),
        );
      }),
      { numRuns: runs(100) },
    );
  });

  test("returns the same positions of a word before and after the lists are complete", () => {
    fc.assert(
      fc.property(anyTexts, fc.constantFrom(...WORDS), fc.nat(8), (texts, word, steps) => {
        const positions = openIndex(texts, 3);
        for (let step = 0; step < steps; step++) positions.buildSome();
        const [id = UNKNOWN_WORD] = positions.wordIdsOf(word);
        const [token = { start: 0, end: 0 }] = tokenize(word);
        const expected = findPhraseNaively(texts, [tokenKey(word.slice(token.start, token.end))]);
        if (id !== UNKNOWN_WORD) expect([...positions.positionsOf(id)]).toEqual(expected);
        while (positions.buildSome());
        if (id !== UNKNOWN_WORD) expect([...positions.positionsOf(id)]).toEqual(expected);
      }),
    );
  });

  test("distinguishes more than 65,536 distinct words", () => {
    const text = Array.from({ length: 70_000 }, (_, at) => `w${at}`).join(" ");
    const positions = openIndex([{ text, isContinued: false }]);
    expect([...positions.findPhrase(positions.wordIdsOf("w69998 w69999"))]).toEqual([69_998]);
    expect([...positions.positionsOf(positions.wordIdsOf("w65537")[0] ?? UNKNOWN_WORD)]).toEqual([
      65_537,
    ]);
    expect(positions.collectionFrequency(positions.wordIdsOf("w4464")[0] ?? UNKNOWN_WORD)).toBe(1);
  });

  test("returns one span for each text that a range covers", () => {
    const positions = openIndex([
      { text: "One, two. ", isContinued: true },
      { text: "“Three” four", isContinued: false },
      { text: "one two", isContinued: false },
    ]);
    expect([...positions.findPhrase(positions.wordIdsOf("two three"))]).toEqual([1]);
    expect(positions.spans(1, 3)).toEqual([
      { textId: 0, start: 5, end: 8 },
      { textId: 1, start: 1, end: 6 },
    ]);
    expect([...positions.findPhrase(positions.wordIdsOf("four one"))]).toEqual([]);
  });

  test("locates words after gaps too long for one byte", () => {
    const text = `one${" ".repeat(700)}two${"-".repeat(254)}three`;
    const positions = openIndex([{ text, isContinued: false }]);
    expect(positions.spans(2, 3)).toEqual([{ textId: 0, start: 960, end: 965 }]);
  });

  test("maps positions back to spans across milestones", () => {
    const long = [40, 300, 0, 129].map((count, text) => ({
      text: Array.from({ length: count }, (_, at) => `${"x".repeat(at % 7)}w${at}`).join("  "),
      isContinued: text % 2 === 0,
    }));
    const positions = openIndex(long);
    for (const [number, { text }] of long.entries()) {
      const spans = tokenize(text).map((_, index) => {
        const at = positions.startOf(number) + index;
        return positions.spans(at, at + 1);
      });
      expect(spans).toEqual(tokenize(text).map((token) => [{ textId: number, ...token }]));
    }
  });

  test("reports progress from 0 up, never decreasing and never above 1", () => {
    const texts = Array.from({ length: 500 }, (_, at) => ({
      text: `word${at} and`,
      isContinued: true,
    }));
    const reports: number[] = [];
    buildPositions(texts, (fraction) => reports.push(fraction));
    expect(reports[0]).toBe(0);
    expect(reports.length).toBeGreaterThan(1);
    expect(reports).toEqual(reports.toSorted((a, b) => a - b));
    expect(reports.every((fraction) => fraction <= 1)).toBe(true);
  });
});

describe("damaged positions", () => {
  const texts = [{ text: `one${" ".repeat(700)}two`, isContinued: false }];
  const data = buildPositions(texts);
  const spanOf = (position: number) => (positions: Positions) =>
    positions.spans(position, position + 1);
  const wordTwo = 2;

  const damages: readonly (readonly [
    string,
    Partial<StoredPositions>,
    (of: Positions) => unknown,
  ])[] = [
    ["words", { words: data.words.slice(0, 1) }, spanOf(1)],
    ["spellings", { spellings: data.spellings.slice(0, -1) }, (of) => of.spellingOf(wordTwo)],
    ["steps", { steps: data.steps.slice(0, 1) }, spanOf(1)],
    ["long steps", { longSteps: new Map() }, spanOf(1)],
    ["milestones", { milestones: data.milestones.slice(0, -1) }, spanOf(0)],
    ["text starts", { starts: data.starts.slice(0, -1) }, spanOf(0)],
    ["list starts", { listStarts: data.listStarts.slice(0, -1) }, (of) => of.positionsOf(wordTwo)],
  ];

  test.each(damages)("throw an error instead of returning positions: %s", (_, damage, read) => {
    const contents = texts.map(({ text }) => text);
    read(openPositions(data, textOf(contents)));
    expect(() => read(openPositions({ ...data, ...damage }, textOf(contents)))).toThrow(RangeError);
  });
});

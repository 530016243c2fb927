import { deserialize, serialize } from "node:v8";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenize, tokenKey } from "../../src/language/tokenizer.ts";
import {
  buildPositionsData,
  type IndexedText,
  openPositions,
  type Positions,
  UNKNOWN_WORD,
} from "../../src/search/index/positions.ts";

/** Positions that came the way of threads and files. */
function indexed(texts: readonly IndexedText[], placedAtOnce?: number): Positions {
  const data: ReturnType<typeof buildPositionsData> = deserialize(
    serialize(buildPositionsData(texts)),
  );
  return openPositions(
    data,
    texts.map(({ text }) => text),
    placedAtOnce,
  );
}

/** Where `phrase` stands, found by looking at every word of every text. */
function looked(texts: readonly IndexedText[], phrase: readonly string[]): readonly number[] {
  const words = texts.flatMap(({ text, readsOn }) => [
    ...tokenize(text).map(({ start, end }) => tokenKey(text.slice(start, end))),
    ...(readsOn ? [] : [undefined]),
  ]);
  const starts = words.map((_, at) => at);
  return starts.filter((at) => phrase.every((word, offset) => words[at + offset] === word));
}

const WORDS = ["the", "The", "lamp", "lâmp", "gale", "no", "3,000", "…", "훈련", "🙂", "of", "ﬁre"];
const text = fc
  .array(
    fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(" ", ", ", " — ", ". ", "\u00a0", "\n")),
  )
  .map((pairs) => pairs.flat().join(""));
const texts = fc.array(fc.record({ text, readsOn: fc.boolean() }), { maxLength: 6 });

describe("the positions of words", () => {
  test("lead back to the very characters", () => {
    fc.assert(
      fc.property(texts, (all) => {
        const positions = indexed(all);
        for (const [number, { text }] of all.entries()) {
          const start = positions.startOf(number);
          for (const [index, token] of tokenize(text).entries()) {
            const at = start + index;
            expect(positions.textAt(at)).toBe(number);
            expect(positions.spans(at, at + 1)).toEqual([{ text: number, ...token }]);
          }
        }
      }),
    );
  });

  test("of a phrase are those that one finds by looking at every word", () => {
    const phrase = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(texts, phrase, fc.nat(8), (all, words, prepared) => {
        const positions = indexed(all, 3);
        for (let step = 0; step < prepared; step++) positions.buildSome();
        const keys = words.flatMap((one) =>
          tokenize(one).map(({ start, end }) => tokenKey(one.slice(start, end))),
        );
        expect(positions.phrase(positions.wordsOf(words.join(" ")))).toEqual(looked(all, keys));
      }),
      { numRuns: 300 },
    );
  });

  test("of a word are the same however far they are sorted out", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...WORDS), fc.nat(8), (all, word, prepared) => {
        const positions = indexed(all, 3);
        for (let step = 0; step < prepared; step++) positions.buildSome();
        const [number = UNKNOWN_WORD] = positions.wordsOf(word);
        const [first = { start: 0, end: 0 }] = tokenize(word);
        const places = looked(all, [tokenKey(word.slice(first.start, first.end))]);
        if (number !== UNKNOWN_WORD) expect([...positions.positionsOf(number)]).toEqual(places);
        while (positions.buildSome());
        if (number !== UNKNOWN_WORD) expect([...positions.positionsOf(number)]).toEqual(places);
      }),
    );
  });

  test("of more than 65,536 words are told apart", () => {
    const text = Array.from({ length: 70_000 }, (_, at) => `w${at}`).join(" ");
    const positions = indexed([{ text, readsOn: false }]);
    expect(positions.phrase(positions.wordsOf("w69998 w69999"))).toEqual([69_998]);
    expect([...positions.positionsOf(positions.wordsOf("w65537")[0] ?? UNKNOWN_WORD)]).toEqual([
      65_537,
    ]);
    expect(positions.count(positions.wordsOf("w4464")[0] ?? UNKNOWN_WORD)).toBe(1);
  });

  test("cover a stretch over several texts, part by part", () => {
    const positions = indexed([
      { text: "One, two. ", readsOn: true },
      { text: "“Three” four", readsOn: false },
      { text: "one two", readsOn: false },
    ]);
    expect(positions.phrase(positions.wordsOf("two three"))).toEqual([1]);
    expect(positions.spans(1, 3)).toEqual([
      { text: 0, start: 5, end: 8 },
      { text: 1, start: 1, end: 6 },
    ]);
    expect(positions.phrase(positions.wordsOf("four one"))).toEqual([]);
  });

  test("know how far a word stands from the one before, however far", () => {
    const far = `one${" ".repeat(700)}two${"-".repeat(254)}three`;
    const positions = indexed([{ text: far, readsOn: false }]);
    expect(positions.spans(2, 3)).toEqual([{ text: 0, start: 960, end: 965 }]);
  });

  test("lead back from anywhere in long texts", () => {
    const long = [40, 300, 0, 129].map((count, text) => ({
      text: Array.from({ length: count }, (_, at) => `${"x".repeat(at % 7)}w${at}`).join("  "),
      readsOn: text % 2 === 0,
    }));
    const positions = indexed(long);
    for (const [number, { text }] of long.entries()) {
      const spans = tokenize(text).map((_, index) => {
        const at = positions.startOf(number) + index;
        return positions.spans(at, at + 1);
      });
      expect(spans).toEqual(tokenize(text).map((token) => [{ text: number, ...token }]));
    }
  });

  test("tell how far indexing is, from nothing on and never back", () => {
    const all = Array.from({ length: 500 }, (_, at) => ({ text: `word${at} and`, readsOn: true }));
    const told: number[] = [];
    buildPositionsData(all, (part) => told.push(part));
    expect(told[0]).toBe(0);
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.every((part) => part <= 1)).toBe(true);
  });
});

import { lazy } from "../../foundation/lazy.ts";
import { forEachToken, tokenEnd, tokenKey } from "../../language/tokenizer.ts";
import { createGrowableArray } from "./growable-array.ts";

/**
 * Where each word of many texts stands. Positions count the words of all texts one after the other;
 * the end of a text that does not read on in the next one counts as one more.
 */
export interface Positions {
  /** How many words all texts have together. */
  readonly size: number;
  /** The number of the word at each position; `BOUNDARY` between texts that do not read on. */
  readonly words: WordNumbers;
  /** The numbers of the words of a text that somebody brings; `UNKNOWN` for one that stands nowhere. */
  wordsOf(text: string): readonly number[];
  /** A word as it is known here: without case, accents and the like. */
  spelling(word: number): string;
  /** In how many places a word stands. */
  count(word: number): number;
  /** Where a word stands, in order. Of a large corpus the first answer takes long, unless `prepare` is done. */
  positionsOf(word: number): Uint32Array;
  /** Goes on for some milliseconds with what `of` needs; false when nothing is left of it. */
  buildSome(): boolean;
  /** Where some words begin that stand there one after the other, in order. */
  phrase(words: readonly number[]): readonly number[];
  /**
   * How many words the shortest stretch of a text has that holds a word of each of so many kinds;
   * undefined when there is none.
   */
  shortest(
    text: number,
    kindOf: (word: number) => number | undefined,
    kinds: number,
  ): number | undefined;
  /** The number of the text in which a position lies. */
  textAt(position: number): number;
  /** The first position of a text; that of the next one is its end. */
  startOf(text: number): number;
  /** The parts of texts that hold the words from `start` to `end`, in order. */
  spans(start: number, end: number): readonly TextSpan[];
}

/** A part of a text, in UTF-16 code units; the end is exclusive. */
export interface TextSpan {
  readonly text: number;
  readonly start: number;
  readonly end: number;
}

/** A text, and whether its last words and the next text's first stand together. */
export interface IndexedText {
  readonly text: string;
  readonly readsOn: boolean;
}

/** Half the memory suffices where there are few distinct words. */
export type WordNumbers = Uint16Array | Uint32Array;

/** No word of any text. */
export const UNKNOWN_WORD = 0;
/** Stands in `words` where nothing reads on. */
export const BOUNDARY = 0;

/** An offset that does not fit into one byte. */
const FAR = 255;

/** How far apart the words are whose offset is kept: for any other, fewer words are counted than this. */
const MILESTONE = 64;

/** After how many texts it is told how far indexing is. */
const STEP = 100;

/** How many words are put in their place at a time. */
const PLACED_AT_ONCE = 200_000;

/**
 * What is known of the positions of words, as plain data: 3 bytes a word in typed arrays, or 5 (its
 * number 2, or 4 among more than 65,536 distinct words, and its offset 1), 4 bytes for every 64th, 4 a
 * text, and the distinct words themselves. The positions of each word, 4 bytes a word more, are sorted
 * out where they are used: that takes less time than to keep them and to read them.
 */
export interface PositionsData {
  /** The number of the word at each position; `BOUNDARY` between texts that do not read on. */
  readonly words: WordNumbers;
  /** The distinct words by their numbers. */
  readonly spellings: readonly string[];
  /** How far each word begins behind the one before it in its text; `FAR` stands for more. */
  readonly steps: Uint8Array;
  /** The steps that are longer than that, by position. */
  readonly farSteps: ReadonlyMap<number, number>;
  /** Where every 64th word begins in its text. */
  readonly milestones: Uint32Array;
  /** The first position of each text, and the end of the last. */
  readonly starts: Uint32Array;
  /**
   * Where the positions of each word begin when those of one word stand after those of the other, and
   * the end of the last.
   */
  readonly firsts: Uint32Array;
}

/** Indexes `texts`: about a second for a million words. `progress` is told the part that is done. */
export function buildPositionsData(
  texts: readonly IndexedText[],
  progress: (part: number) => void = () => {},
): PositionsData {
  const numbers = new Map<string, number>();
  const spellings: string[] = [""];
  const words = createGrowableArray((length) => new Uint32Array(length));
  const steps = createGrowableArray((length) => new Uint8Array(length));
  const farSteps = new Map<number, number>();
  const milestones = createGrowableArray((length) => new Uint32Array(length));
  const starts = new Uint32Array(texts.length + 1);

  // Most words come back as they are written, and folding one costs more than all else here.
  const written = new Map<string, number>();
  function numberOf(word: string): number {
    const known = written.get(word);
    if (known !== undefined) return known;
    const key = tokenKey(word);
    const number = numbers.get(key) ?? spellings.push(key) - 1;
    numbers.set(key, number);
    written.set(word, number);
    return number;
  }

  for (const [number, { text, readsOn }] of texts.entries()) {
    if (number % STEP === 0) progress(number / texts.length);
    starts[number] = words.length;
    let last = 0;
    forEachToken(text, (word, start) => {
      const step = start - last;
      if (step >= FAR) farSteps.set(words.length, step);
      if (words.length % MILESTONE === 0) milestones.push(start);
      words.push(numberOf(word));
      steps.push(Math.min(step, FAR));
      last = start;
    });
    if (readsOn) continue;
    if (words.length % MILESTONE === 0) milestones.push(0);
    words.push(BOUNDARY);
    steps.push(0);
  }
  starts[texts.length] = words.length;
  written.clear();

  const stream = words.finish();
  return {
    words: spellings.length <= 2 ** 16 ? Uint16Array.from(stream) : stream,
    spellings,
    steps: steps.finish(),
    farSteps,
    milestones: milestones.finish(),
    starts,
    firsts: firstPositions(stream, spellings.length),
  };
}

/** The positions of words in the texts of which `data` was made. */
export function openPositions(
  data: PositionsData,
  texts: readonly string[],
  placedAtOnce = PLACED_AT_ONCE,
): Positions {
  const { words: stream, spellings, steps, farSteps, milestones, starts, firsts } = data;
  const numbers = lazy(() => new Map(spellings.map((word, number) => [word, number])));
  const places = createPositionLists(data, placedAtOnce);
  const count = (word: number) => (firsts[word + 1] ?? 0) - (firsts[word] ?? 0);

  function textAt(position: number): number {
    let low = 0;
    let high = texts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Where the word at `position` begins in its text. */
  function offsetOf(position: number, text: number): number {
    const milestone = position - (position % MILESTONE);
    const first = starts[text] ?? 0;
    const isInText = milestone >= first;
    let offset = isInText ? (milestones[milestone / MILESTONE] ?? 0) : 0;
    for (let at = isInText ? milestone + 1 : first; at <= position; at++) {
      const step = steps[at] ?? 0;
      offset += step === FAR ? (farSteps.get(at) ?? FAR) : step;
    }
    return offset;
  }

  return {
    size: stream.length,
    words: stream,
    wordsOf(text) {
      const found: number[] = [];
      const known = numbers();
      forEachToken(text, (word) => found.push(known.get(tokenKey(word)) ?? UNKNOWN_WORD));
      return found;
    },
    spelling: (word) => spellings[word] ?? "",
    count,
    positionsOf: (word) => places.whole().subarray(firsts[word], firsts[word + 1]),
    buildSome: places.goOn,
    phrase(wanted) {
      if (wanted.length === 0 || wanted.includes(UNKNOWN_WORD)) return [];
      const rarest = wanted.reduce((a, b) => (count(b) < count(a) ? b : a));
      const shift = wanted.indexOf(rarest);
      const found: number[] = [];
      for (const place of places.of(rarest)) {
        const start = place - shift;
        let matching = 0;
        while (matching < wanted.length && stream[start + matching] === wanted[matching]) {
          matching += 1;
        }
        if (matching === wanted.length) found.push(start);
      }
      return found;
    },
    shortest(text, kindOf, kinds) {
      const last = new Map<number, number>();
      let shortest: number | undefined;
      for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at++) {
        const kind = kindOf(stream[at] ?? BOUNDARY);
        if (kind === undefined) continue;
        last.delete(kind);
        last.set(kind, at);
        // The stretch begins with the kind whose last word is the earliest.
        const [first = at] = last.values();
        if (last.size < kinds) continue;
        shortest = Math.min(shortest ?? Number.POSITIVE_INFINITY, at - first + 1);
      }
      return shortest;
    },
    textAt,
    startOf: (text) => starts[text] ?? 0,
    spans(start, end) {
      const spans: TextSpan[] = [];
      for (let from = start; from < end; ) {
        const text = textAt(from);
        const to = Math.min(end, starts[text + 1] ?? end);
        const last = stream[to - 1] === BOUNDARY ? to - 2 : to - 1;
        const content = texts[text] ?? "";
        if (last >= from) {
          const first = offsetOf(from, text);
          spans.push({ text, start: first, end: tokenEnd(content, offsetOf(last, text)) });
        }
        from = to;
      }
      return spans;
    },
  };
}

/** Where the positions of each word begin when they stand one word after the other; the end of the last. */
function firstPositions(words: Uint32Array, distinct: number): Uint32Array {
  const firsts = new Uint32Array(distinct + 1);
  for (const word of words) firsts[word + 1] = (firsts[word + 1] ?? 0) + 1;
  for (let word = 0; word < distinct; word++) {
    firsts[word + 1] = (firsts[word + 1] ?? 0) + (firsts[word] ?? 0);
  }
  return firsts;
}

/** The positions of each word, one word after the other, which are sorted out bit by bit. */
function createPositionLists({ words, firsts }: PositionsData, atOnce: number) {
  const places = lazy(() => ({ sorted: new Uint32Array(words.length), next: firsts.slice() }));
  let done = 0;

  function goOn(): boolean {
    const { sorted, next } = places();
    const end = Math.min(words.length, done + atOnce);
    for (let at = done; at < end; at++) {
      const word = words[at] ?? BOUNDARY;
      const place = next[word] ?? 0;
      sorted[place] = at;
      next[word] = place + 1;
    }
    done = end;
    return done < words.length;
  }

  function whole(): Uint32Array {
    while (goOn());
    return places().sorted;
  }

  return {
    goOn,
    whole,
    /** Where one word stands, which takes less time to look up than to sort all out. */
    *of(word: number): Generator<number> {
      const { sorted, next } = places();
      for (let place = firsts[word] ?? 0; place < (next[word] ?? 0); place++) {
        yield sorted[place] ?? 0;
      }
      for (let at = words.indexOf(word, done); at !== -1; at = words.indexOf(word, at + 1)) {
        yield at;
      }
    },
  };
}

import { MAX_SEED, shuffle } from "../src/command/seeded-random.ts";
import type { Corpus, Document } from "../src/corpus/document.ts";
import type { Draw } from "./draw.ts";
import { fillerOf } from "./filler.ts";

/** One in so many documents is held out. */
const HELD_OUT = 10;

/** What is searched, and where quotations are drawn from. */
export interface MeasuredCorpus {
  /** Texts, and generated ones in the same words. */
  readonly documents: readonly Document[];
  /** The texts among them. */
  readonly quotable: readonly Document[];
  /** Texts that are not among them. */
  readonly heldOut: readonly Document[];
}

/** At most half of the passages are real, so that there are near misses at every size. */
export function measuredCorpusOf(
  texts: readonly Document[],
  passages: number,
  draw: Draw,
): MeasuredCorpus {
  const inSomeOrder = shuffle(texts, draw.below(MAX_SEED));
  const heldOut = inSomeOrder.slice(0, Math.ceil(texts.length / HELD_OUT));
  const quotable: Document[] = [];
  let room = Math.ceil(passages / 2);
  for (const text of inSomeOrder.slice(heldOut.length)) {
    if (text.passages.length > room) continue;
    quotable.push(text);
    room -= text.passages.length;
  }
  const real = quotable.reduce((sum, text) => sum + text.passages.length, 0);
  const filler = fillerOf(quotable, passages - real, draw);
  return { documents: [...quotable, ...filler], quotable, heldOut };
}

/** A corpus of nothing but documents. */
export function corpusOf(documents: readonly Document[]): Corpus {
  return {
    title: "",
    language: "en",
    documents,
    sources: new Map(),
    topics: new Map(),
    people: new Map(),
    events: [],
    hash: "",
  };
}

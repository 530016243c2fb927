import type { Corpus, Document } from "../src/corpus/document.ts";
import { MAX_SEED, shuffle } from "../src/foundation/seeded-random.ts";
import type { Draw } from "./draw.ts";
import { fillerOf } from "./filler.ts";

/** One in this number of documents is held out. */
const HELD_OUT = 10;

/** The searched texts, and those from which quotations are drawn. */
export interface MeasuredCorpus {
  /** Real texts, and generated ones in the same words. */
  readonly documents: readonly Document[];
  /** The real texts among them. */
  readonly quotable: readonly Document[];
  /** Real texts that are not among them. */
  readonly heldOut: readonly Document[];
}

/** Returns a corpus of `passages` passages from these texts, filled up with generated ones. */
export function measuredCorpusOf(
  texts: readonly Document[],
  passages: number,
  draw: Draw,
): MeasuredCorpus {
  const inSomeOrder = shuffle(texts, draw.below(MAX_SEED));
  const heldOut = inSomeOrder.slice(0, Math.ceil(texts.length / HELD_OUT));
  const quotable: Document[] = [];
  // Real passages are at most half, so that there are near misses at every size.
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

/** Returns a corpus that contains only documents. */
export function corpusOf(documents: readonly Document[]): Corpus {
  return {
    title: "",
    language: "en",
    documents,
    sources: new Map(),
    topics: new Map(),
    people: new Map(),
    events: [],
    plans: new Map(),
    hash: "",
  };
}

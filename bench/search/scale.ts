import type { Document } from "../../src/corpus/document.ts";
import { createCoiner } from "../coiner.ts";
import { contentWordsOf, sample } from "../content-words.ts";
import type { Draw } from "../draw.ts";
import { measuredCorpusOf } from "../measured-corpus.ts";

const QUERIES = 400;
const WORDS_IN_A_QUERY = { least: 1, most: 4 };
const LETTERS_TYPED = { least: 2, most: 6 };

/** The searched texts, and the queries. */
export interface Scale {
  readonly passages: readonly string[];
  /** Words of one passage each. */
  readonly queries: readonly string[];
  /** Beginnings of words. */
  readonly typed: readonly string[];
}

export function scaleOf(texts: readonly Document[], size: number, draw: Draw): Scale {
  const { documents, quotable } = measuredCorpusOf(texts, size, draw);
  const isReal = new Set(quotable);
  const coin = createCoiner(draw);
  const passages = documents.flatMap((document) =>
    document.passages.map(({ text }) =>
      isReal.has(document) ? oneLine(text) : coin(oneLine(text)),
    ),
  );
  const wordsOfAny = () => contentWordsOf(draw.oneOf(passages));
  return {
    passages,
    queries: Array.from({ length: QUERIES }, () =>
      sample(wordsOfAny(), draw.between(WORDS_IN_A_QUERY.least, WORDS_IN_A_QUERY.most), draw).join(
        " ",
      ),
    ),
    typed: Array.from({ length: QUERIES }, () =>
      (sample(wordsOfAny(), 1, draw)[0] ?? "").slice(
        0,
        draw.between(LETTERS_TYPED.least, LETTERS_TYPED.most),
      ),
    ),
  };
}

const oneLine = (text: string) => text.replace(/\s+/g, " ");

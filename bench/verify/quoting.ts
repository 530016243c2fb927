import type { Document } from "../../src/corpus/document.ts";
import { sentenceStarts } from "../../src/language/sentences.ts";
import type { Draw } from "../draw.ts";
import { wordCount } from "../texts.ts";
import { type Place, passageStart } from "./place.ts";

/** The length of quotations, in words. */
const SHORTEST = 5;
const LONGEST = 60;

/** Draws the words to quote. */
export interface Quoting {
  /** Returns consecutive words; they may continue in the next passage. */
  slice(): Place;
  /** Returns two or three parts of one passage, in order. */
  fragments(): readonly Place[];
  /** Returns two sentences of different documents. */
  sentences(): readonly Place[];
  /** Returns a word without its punctuation; frequent words are more likely. */
  word(): string;
}

/** Returns a source of quotations from these documents, in which all passages are equally likely. */
export function createQuoting(documents: readonly Document[], draw: Draw): Quoting {
  const spots = documents.flatMap((document) =>
    document.passages.map((passage, index) => ({ document, passage, index })),
  );

  function slice(): Place {
    const { document, passage, index } = draw.oneOf(spots);
    const words = wordsOf(document, index, index + 3);
    const first = draw.below(wordCount(passage.text));
    return wordRun(words, first, draw.between(SHORTEST, LONGEST)) ?? slice();
  }

  function fragments(): readonly Place[] {
    const { document, index } = draw.oneOf(spots);
    const words = wordsOf(document, index, index + 1);
    const count = draw.between(2, 3);
    const places: Place[] = [];
    let first = draw.below(words.length);
    while (places.length < count) {
      const length = draw.between(4, 15);
      const place = wordRun(words, first, length);
      if (place === undefined) return fragments();
      places.push(place);
      first += length + draw.between(2, 15);
    }
    return places;
  }

  function sentences(): readonly Place[] {
    const pair = [sentence(), sentence()] as const;
    return pair[0].document === pair[1].document ? sentences() : pair;
  }

  function sentence(): Place {
    const { document, passage, index } = draw.oneOf(spots);
    const starts = sentenceStarts(passage.text, "en");
    const nth = draw.below(starts.length);
    const start = starts[nth] ?? 0;
    const text = passage.text.slice(start, starts[nth + 1]).trim();
    const words = wordCount(text);
    if (words < SHORTEST || words > LONGEST / 2) return sentence();
    const from = passageStart(document, index) + start;
    return { document, start: from, end: from + text.length };
  }

  function word(): string {
    const { passage } = draw.oneOf(spots);
    const words = passage.text.match(/\p{L}+/gu);
    return words === null ? word() : draw.oneOf(words);
  }

  return { slice, fragments, sentences, word };
}

/** Returns where the words of the passages from `from` to below `to` are. */
function wordsOf(document: Document, from: number, to: number): readonly Place[] {
  const passages = document.passages.slice(from, to).map(({ text }) => text);
  const offset = passageStart(document, from);
  return [...passages.join("\n").matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    document,
    start: offset + index,
    end: offset + index + word.length,
  }));
}

/** Returns where `count` consecutive words are, or undefined if there are fewer. */
function wordRun(words: readonly Place[], first: number, count: number): Place | undefined {
  const start = words[first];
  const end = words[first + count - 1];
  return start && end && { ...start, end: end.end };
}

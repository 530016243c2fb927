import { elementAt, integerAt } from "../../foundation/checked-access.ts";
import { createTermFrequencyNorm } from "./bm25.ts";
import { sortedRunStarts } from "./counting-sort.ts";
import { createGrowableArray } from "./growable-array.ts";
import { buildLexicon, type StoredLexicon } from "./lexicon.ts";
import { createPostingBlock, type PostingBlock, writePostingList } from "./posting-lists.ts";

/** A text to index. The texts are numbered in order; a text's number is its docId. */
export interface TextToIndex {
  readonly text: string;
  /** A BCP 47 tag. */
  readonly language: string;
}

/** Calls `each` with the form and the term of every content word of a text. */
export type Tokenize = (text: TextToIndex, each: (form: string, term: string) => void) => void;

/**
 * An inverted index as plain data. It lists the texts with each form, that is a word as it is written and
 * folded, and those with each term, which the inflected forms of a word share.
 */
export interface Postings {
  readonly forms: StoredLexicon;
  readonly terms: StoredLexicon;
  /** The posting lists of all forms and terms, in the format of `posting-lists.ts`. */
  readonly lists: Uint8Array;
  /** Where the list of each form begins in `lists`, in bytes. */
  readonly formOffsets: Uint32Array;
  /** Where the list of each term begins. A term and its only form share one list. */
  readonly termOffsets: Uint32Array;
  /** How many content words each text has. */
  readonly lengths: Uint32Array;
}

/** Numbers distinct words in the order in which they first appear. */
interface WordNumbering {
  readonly words: string[];
  idOf(word: string): number;
}

/** The partner of each id that occurs with one other id only; `SEVERAL` for the others. */
type OnlyPartners = Map<number, number>;
const SEVERAL = -1;

/** How many texts lie between two reports of progress. */
const PROGRESS_INTERVAL = 200;

/** Indexes `texts`. Calls `progress` with the fraction of them that have been read. */
export function buildPostings(
  texts: readonly TextToIndex[],
  tokenize: Tokenize,
  progress: (fraction: number) => void = () => {},
): Postings {
  const forms = createWordNumbering();
  const terms = createWordNumbering();
  const idsByLanguage = new Map<string, Map<string, { form: number; term: number }>>();
  const formStream = createGrowableArray((length) => new Uint32Array(length));
  const termStream = createGrowableArray((length) => new Uint32Array(length));
  const lengths = new Uint32Array(texts.length);
  const onlyTerms: OnlyPartners = new Map();
  const onlyForms: OnlyPartners = new Map();

  for (const [docId, text] of texts.entries()) {
    if (docId % PROGRESS_INTERVAL === 0) progress(docId / texts.length);
    const known =
      idsByLanguage.get(text.language) ?? new Map<string, { form: number; term: number }>();
    idsByLanguage.set(text.language, known);
    const start = formStream.length;
    tokenize(text, (form, term) => {
      let ids = known.get(form);
      if (ids === undefined) {
        ids = { form: forms.idOf(form), term: terms.idOf(term) };
        known.set(form, ids);
        recordPartner(onlyTerms, ids.form, ids.term);
        recordPartner(onlyForms, ids.term, ids.form);
      }
      formStream.push(ids.form);
      termStream.push(ids.term);
    });
    lengths[docId] = formStream.length - start;
  }

  const termFrequencyNorm = createTermFrequencyNorm(lengths);
  const lists = createGrowableArray((length) => new Uint8Array(length));
  const formStarts = new Uint32Array(forms.words.length);
  forEachPostingList(formStream.finish(), lengths, forms.words.length, (form, block, count) => {
    formStarts[form] = lists.length;
    writePostingList(lists, block, count, termFrequencyNorm);
  });
  const termStarts = new Uint32Array(terms.words.length);
  forEachPostingList(termStream.finish(), lengths, terms.words.length, (term, block, count) => {
    const form = onlyForms.get(term);
    const sharesList = form !== undefined && form !== SEVERAL && onlyTerms.get(form) === term;
    termStarts[term] = sharesList ? integerAt(formStarts, form) : lists.length;
    if (!sharesList) writePostingList(lists, block, count, termFrequencyNorm);
  });
  const sortedForms = sortIds(forms.words);
  const sortedTerms = sortIds(terms.words);
  return {
    forms: buildLexicon(sortedForms.map((form) => elementAt(forms.words, form))),
    terms: buildLexicon(sortedTerms.map((term) => elementAt(terms.words, term))),
    lists: lists.finish(),
    formOffsets: Uint32Array.from(sortedForms, (form) => integerAt(formStarts, form)),
    termOffsets: Uint32Array.from(sortedTerms, (term) => integerAt(termStarts, term)),
    lengths,
  };
}

function createWordNumbering(): WordNumbering {
  const words: string[] = [];
  const ids = new Map<string, number>();
  return {
    words,
    idOf(word) {
      const id = ids.get(word) ?? words.push(word) - 1;
      ids.set(word, id);
      return id;
    },
  };
}

function recordPartner(partners: OnlyPartners, id: number, partner: number): void {
  const known = partners.get(id);
  partners.set(id, known === undefined || known === partner ? partner : SEVERAL);
}

/**
 * Calls `each` with every word and its postings in order, which are the first `count` of the block. `stream`
 * contains the words of all texts, one text after the other.
 */
function forEachPostingList(
  stream: Uint32Array,
  lengths: Uint32Array,
  wordCount: number,
  each: (word: number, block: PostingBlock, count: number) => void,
): void {
  const starts = sortedRunStarts(stream, wordCount);
  const next = starts.slice();
  const docIds = new Uint32Array(stream.length);
  let position = 0;
  lengths.forEach((length, docId) => {
    for (const end = position + length; position < end; position++) {
      const word = integerAt(stream, position);
      const slot = integerAt(next, word);
      docIds[slot] = docId;
      next[word] = slot + 1;
    }
  });
  const block = createPostingBlock(lengths.length);
  for (let word = 0; word < wordCount; word++) {
    const end = integerAt(starts, word + 1);
    let count = 0;
    for (let start = integerAt(starts, word); start < end; count++) {
      const docId = integerAt(docIds, start);
      const first = start;
      while (start < end && integerAt(docIds, start) === docId) start += 1;
      block.docIds[count] = docId;
      block.frequencies[count] = start - first;
    }
    each(word, block, count);
  }
}

/** Returns the ids of words in the order of a lexicon. */
function sortIds(words: readonly string[]): readonly number[] {
  return [...words.keys()].sort((a, b) =>
    compareCodeUnits(elementAt(words, a), elementAt(words, b)),
  );
}

function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

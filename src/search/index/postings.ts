import { createTermFrequencyNorm, type TermFrequencyNorm } from "./bm25.ts";
import { createGrowableArray, type GrowableArray } from "./growable-array.ts";
import { buildLexicon, type LexiconData } from "./lexicon.ts";
import { IMPACT_STEPS } from "./posting-lists.ts";

/** A text in which a word is looked for. */
export interface TextToIndex {
  readonly text: string;
  readonly language: string;
}

/** Calls `each` with the form and the term of every telling word of a text. */
export type Tokenize = (text: TextToIndex, each: (form: string, term: string) => void) => void;

/**
 * Which texts hold which words, and how often, as plain data: once under the words as they are written,
 * and once under their terms, where the forms of a word are together.
 */
export interface Postings {
  /** Words as they are written, folded. */
  readonly forms: LexiconData;
  /** What they come to without their endings, in the languages of the texts. */
  readonly terms: LexiconData;
  /**
   * How many texts hold a word, a byte for the peak, and for each text, in order, the distance from the
   * one before it, doubled, and one more if the word stands in it once; else how often it does comes next.
   * Seven bits to a byte, the lowest first; all but a number’s last byte have the eighth bit set.
   */
  readonly lists: Uint8Array;
  /** Where the list of each form begins in `lists`. */
  readonly formLists: Uint32Array;
  /** Where the list of each term begins; it is a form’s where these two go together alone. */
  readonly termLists: Uint32Array;
  /** How many telling words each text has. */
  readonly lengths: Uint32Array;
}

/** Words that are numbered as they come. */
interface WordNumbering {
  readonly words: string[];
  numberOf(word: string): number;
}

/** Numbers that go together with one number alone, by that number; the others are `SEVERAL`. */
type ExclusivePairs = Map<number, number>;
const SEVERAL = -1;

/** After how many texts progress is told. */
const STEP = 200;

/** Indexes `texts`. `progress` is told which part of them is read. */
export function buildPostings(
  texts: readonly TextToIndex[],
  cut: Tokenize,
  progress: (part: number) => void = () => {},
): Postings {
  const forms = createWordNumbering();
  const terms = createWordNumbering();
  const languages = new Map<string, Map<string, { form: number; term: number }>>();
  const formStream = createGrowableArray((length) => new Uint32Array(length));
  const termStream = createGrowableArray((length) => new Uint32Array(length));
  const lengths = new Uint32Array(texts.length);
  const termsOfForms: ExclusivePairs = new Map();
  const formsOfTerms: ExclusivePairs = new Map();

  for (const [index, text] of texts.entries()) {
    if (index % STEP === 0) progress(index / texts.length);
    const known = languages.get(text.language) ?? new Map<string, { form: number; term: number }>();
    languages.set(text.language, known);
    const before = formStream.length;
    cut(text, (word, stem) => {
      let numbers = known.get(word);
      if (numbers === undefined) {
        numbers = { form: forms.numberOf(word), term: terms.numberOf(stem) };
        known.set(word, numbers);
        recordPair(termsOfForms, numbers.form, numbers.term);
        recordPair(formsOfTerms, numbers.term, numbers.form);
      }
      formStream.push(numbers.form);
      termStream.push(numbers.term);
    });
    lengths[index] = formStream.length - before;
  }

  const saturated = createTermFrequencyNorm(lengths);
  const lists = createGrowableArray((length) => new Uint8Array(length));
  const formStarts = new Uint32Array(forms.words.length);
  forEachPostingList(formStream.finish(), lengths, forms.words.length, (form, holding) => {
    formStarts[form] = lists.length;
    writePostingList(lists, holding, saturated);
  });
  const termStarts = new Uint32Array(terms.words.length);
  forEachPostingList(termStream.finish(), lengths, terms.words.length, (term, holding) => {
    const form = formsOfTerms.get(term) ?? SEVERAL;
    const isAlone = form !== SEVERAL && termsOfForms.get(form) === term;
    termStarts[term] = isAlone ? (formStarts[form] ?? 0) : lists.length;
    if (!isAlone) writePostingList(lists, holding, saturated);
  });
  const sortedForms = sortedOrder(forms.words);
  const sortedTerms = sortedOrder(terms.words);
  return {
    forms: buildLexicon(sortedForms.map((form) => forms.words[form] ?? "")),
    terms: buildLexicon(sortedTerms.map((term) => terms.words[term] ?? "")),
    lists: lists.finish(),
    formLists: Uint32Array.from(sortedForms, (form) => formStarts[form] ?? 0),
    termLists: Uint32Array.from(sortedTerms, (term) => termStarts[term] ?? 0),
    lengths,
  };
}

function createWordNumbering(): WordNumbering {
  const words: string[] = [];
  const numbers = new Map<string, number>();
  return {
    words,
    numberOf(word) {
      const number = numbers.get(word) ?? words.push(word) - 1;
      numbers.set(word, number);
      return number;
    },
  };
}

function recordPair(partners: ExclusivePairs, one: number, other: number): void {
  partners.set(one, (partners.get(one) ?? other) === other ? other : SEVERAL);
}

/**
 * Calls `each` with every word, and the texts in which it stands, once for each time. `stream` holds the
 * words of all texts, of each so many as it is long.
 */
function forEachPostingList(
  stream: Uint32Array,
  lengths: Uint32Array,
  size: number,
  each: (word: number, texts: Uint32Array) => void,
): void {
  const firsts = new Uint32Array(size + 1);
  for (const word of stream) firsts[word + 1] = (firsts[word + 1] ?? 0) + 1;
  for (let word = 0; word < size; word++) {
    firsts[word + 1] = (firsts[word + 1] ?? 0) + (firsts[word] ?? 0);
  }
  const next = firsts.slice();
  const texts = new Uint32Array(stream.length);
  let at = 0;
  lengths.forEach((length, text) => {
    for (const end = at + length; at < end; at++) {
      const word = stream[at] ?? 0;
      const place = next[word] ?? 0;
      texts[place] = text;
      next[word] = place + 1;
    }
  });
  for (let word = 0; word < size; word++) {
    each(word, texts.subarray(firsts[word], firsts[word + 1]));
  }
}

/** Writes the list of a word that stands in `texts`. */
function writePostingList(
  lists: GrowableArray<Uint8Array>,
  texts: Uint32Array,
  saturated: TermFrequencyNorm,
): void {
  let count = 0;
  let peak = 0;
  forEachPosting(texts, (text, times) => {
    count += 1;
    peak = Math.max(peak, saturated(times, text));
  });
  writeVarint(lists, count);
  lists.push(Math.ceil(peak * IMPACT_STEPS));
  let last = 0;
  forEachPosting(texts, (text, times) => {
    writeVarint(lists, (text - last) * 2 + (times === 1 ? 1 : 0));
    if (times > 1) writeVarint(lists, times);
    last = text;
  });
}

/** Calls `each` with every one of `texts`, and how often it is among them. */
function forEachPosting(texts: Uint32Array, each: (text: number, times: number) => void): void {
  for (let at = 0; at < texts.length; ) {
    const text = texts[at] ?? 0;
    let times = 0;
    for (; at < texts.length && texts[at] === text; at++) times += 1;
    each(text, times);
  }
}

function writeVarint(lists: GrowableArray<Uint8Array>, value: number): void {
  let rest = value;
  for (; rest >= 0x80; rest >>>= 7) lists.push((rest & 0x7f) | 0x80);
  lists.push(rest);
}

/** The numbers of words in the order in which a lexicon is searched: by code units. */
function sortedOrder(words: readonly string[]): readonly number[] {
  return [...words.keys()].sort((a, b) => compareCodeUnits(words[a], words[b]));
}

function compareCodeUnits(a = "", b = ""): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

import { addressOf, type Document, type PassageRef } from "../corpus/document.ts";
import { fold } from "../language/fold.ts";
import { isNegation } from "../language/negations.ts";
import { type Token, tokenize } from "../language/tokenizer.ts";
import { memoizeByLibrary } from "./memoize-by-library.ts";
import { topicCounts, topicCountsIn, topicsByQuotations } from "./topic-counts.ts";

/** Values of a corpus to show in examples; each is absent if the corpus has none. */
export interface CorpusExamples {
  /** A topic, preferably one with quotations. */
  readonly topic?: string;
  /** The beginning of a passage, for a verdict. */
  readonly quoted?: string;
  /** The beginning of a passage with one word changed or left out, for a verdict that it is false. */
  readonly misquoted?: string;
  /** Two neighbouring words of a passage, for a search. */
  readonly words?: string;
  /** The address of a passage. */
  readonly passage?: string;
  /** The date of a document, or its id if no document is dated. */
  readonly document?: string;
  /** The years of the first and of the last dated document. */
  readonly firstYear?: string;
  readonly lastYear?: string;
  /** The title of a plan. */
  readonly plan?: string;
  /** A person who wrote a document, otherwise one whom the corpus names. */
  readonly person?: string;
}

/** Returns the examples of a corpus, always the same for the same corpus. */
export const corpusExamples = memoizeByLibrary((library): CorpusExamples => {
  const { documents, people, plans } = library.corpus;
  const passages = library.passages({});
  const quotable = passages.find(({ passage }) => tokenize(passage.text).length >= 5);
  const misquoted = misquote(passages);
  const counts = topicCountsIn(library);
  const [topic] = topicsByQuotations(library, counts).filter((one) => {
    const { documents, passages } = topicCounts(one, counts);
    return documents + passages > 0;
  });
  const person = documents.flatMap(({ from }) => from)[0] ?? [...people.values()][0];
  const dated = documents.filter(({ date }) => /^\d{4}/.test(date?.edtf ?? ""));
  const [plan] = plans.values();
  const document = quotable?.document ?? documents[0];
  return {
    ...(topic && { topic: topic.label }),
    ...(quotable && wordsOf(quotable)),
    ...(misquoted !== undefined && { misquoted }),
    ...(document && { document: dateOrId(document) }),
    ...(dated.length > 0 && { firstYear: yearOf(dated[0]), lastYear: yearOf(dated.at(-1)) }),
    ...(person && { person: person.name }),
    ...(plan && { plan: plan.title }),
  };
});

/** The number of words of a passage that an example quotes. */
const QUOTED_WORDS = 6;

function wordsOf({
  document,
  passage,
}: PassageRef): Pick<CorpusExamples, "quoted" | "words" | "passage"> {
  const { text } = passage;
  const tokens = tokenize(text);
  const textOf = (from: Token | undefined, to: Token | undefined) =>
    text.slice(from?.start, to?.end).replace(/\s+/g, " ");
  /** The length of the shorter word of a pair; 0 if a sign separates the two. */
  const lengthAt = (index: number) => {
    const [first, second] = tokens.slice(index, index + 2);
    if (first === undefined || second === undefined) return 0;
    const isSeparate = text.slice(first.end, second.start).trim() !== "";
    return isSeparate ? 0 : Math.min(first.end - first.start, second.end - second.start);
  };
  // The pair with the longest shorter word: it says most, and has no article.
  const pairs = tokens.slice(0, -1).map((_, index) => index);
  const best = pairs.reduce((a, b) => (lengthAt(b) > lengthAt(a) ? b : a), 0);
  return {
    quoted: textOf(tokens[0], tokens[Math.min(QUOTED_WORDS, tokens.length) - 1]),
    words: textOf(tokens[best], tokens[best + 1]),
    passage: addressOf(document, passage),
  };
}

/** The number of words of a passage that a misquotation has at most. */
const MISQUOTED_WORDS = 14;
/** A shorter one could be no more than a common phrase. */
const MIN_MISQUOTED_WORDS = 8;
/** The number of passages that are examined for words whose loss changes the sense. */
const MAX_EXAMINED = 300;

/** The words at the beginning of a passage. */
interface Beginning {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly language: string;
}

/**
 * Misquotes a passage, as those do who change the sense: without its negation, otherwise with another
 * number, and otherwise with a word of another passage. Returns undefined if all passages are too short.
 */
function misquote(passages: readonly PassageRef[]): string | undefined {
  const beginnings = passages
    .slice(0, MAX_EXAMINED)
    .flatMap(({ passage, document }): Beginning[] => {
      const tokens = tokenize(passage.text).slice(0, MISQUOTED_WORDS);
      const text = passage.text.slice(0, tokens.at(-1)?.end);
      return tokens.length < MIN_MISQUOTED_WORDS
        ? []
        : [{ text, tokens, language: document.language }];
    });
  for (const change of [withoutNegation, withAnotherNumber]) {
    for (const beginning of beginnings) {
      const misquoted = change(beginning);
      if (misquoted !== undefined) return misquoted.replace(/\s+/g, " ").trim();
    }
  }
  const [first, ...others] = beginnings;
  return first && withWordOf(others, first).replace(/\s+/g, " ").trim();
}

function withoutNegation({ text, tokens, language }: Beginning): string | undefined {
  const index = tokens.findIndex(({ start, end }) =>
    isNegation(fold(text.slice(start, end)), language),
  );
  const negation = tokens[index];
  const next = tokens[index + 1];
  if (negation === undefined || next === undefined) return undefined;
  return text.slice(0, negation.start) + text.slice(next.start);
}

function withAnotherNumber({ text, tokens }: Beginning): string | undefined {
  const number = tokens.find(({ start, end }) => /^\d{1,4}$/.test(text.slice(start, end)));
  if (number === undefined) return undefined;
  const another = Number(text.slice(number.start, number.end)) + 1;
  return `${text.slice(0, number.start)}${another}${text.slice(number.end)}`;
}

/**
 * Replaces the longest word, but for the first and the last, by the longest one that does not occur there.
 * It is left out if there is no other one.
 */
function withWordOf(others: readonly Beginning[], { text, tokens }: Beginning): string {
  const lengthOf = ({ start, end }: Token) => end - start;
  const replaced = tokens.slice(1, -1).reduce((a, b) => (lengthOf(b) >= lengthOf(a) ? b : a));
  const words = others.flatMap((other) =>
    other.tokens.map(({ start, end }) => other.text.slice(start, end)),
  );
  const another = words
    .filter((word) => !text.includes(word))
    .reduce((a, b) => (b.length > a.length ? b : a), "");
  return text.slice(0, replaced.start) + another + text.slice(replaced.end);
}

function dateOrId({ id, date }: Document): string {
  return date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date.edtf) ? date.edtf : id;
}

function yearOf(document: Document | undefined): string {
  return document?.date?.edtf.slice(0, 4) ?? "";
}

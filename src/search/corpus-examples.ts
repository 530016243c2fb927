import { addressOf, type Document, type PassageRef } from "../corpus/document.ts";
import { type Token, tokenize } from "../language/tokenizer.ts";
import { memoizeByLibrary } from "./memoize-by-library.ts";
import { topicCounts, topicsByQuotations } from "./topic-counts.ts";

/** Values of a corpus to show in examples; each is absent if the corpus has none. */
export interface CorpusExamples {
  /** A topic, preferably one with quotations. */
  readonly topic?: string;
  /** The beginning of a passage, for a verdict. */
  readonly quoted?: string;
  /** Two neighbouring words of a passage, for a search. */
  readonly words?: string;
  /** The address of a passage. */
  readonly passage?: string;
  /** The date of a document, or its id if no document is dated. */
  readonly document?: string;
  /** The years of the first and of the last dated document. */
  readonly firstYear?: string;
  readonly lastYear?: string;
  /** A person who wrote a document, otherwise one whom the corpus names. */
  readonly person?: string;
}

/** Returns the examples of a corpus, always the same for the same corpus. */
export const corpusExamples = memoizeByLibrary((library): CorpusExamples => {
  const { documents, people } = library.corpus;
  const quotable = library.passages({}).find(({ passage }) => tokenize(passage.text).length >= 5);
  const [topic] = topicsByQuotations(library).filter((one) => {
    const { documents, passages } = topicCounts(one, library);
    return documents + passages > 0;
  });
  const person = documents.flatMap(({ from }) => from)[0] ?? [...people.values()][0];
  const dated = documents.filter(({ date }) => /^\d{4}/.test(date?.edtf ?? ""));
  const document = quotable?.document ?? documents[0];
  return {
    ...(topic && { topic: topic.label }),
    ...(quotable && wordsOf(quotable)),
    ...(document && { document: dateOrId(document) }),
    ...(dated.length > 0 && { firstYear: yearOf(dated[0]), lastYear: yearOf(dated.at(-1)) }),
    ...(person && { person: person.name }),
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

function dateOrId({ id, date }: Document): string {
  return date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date.edtf) ? date.edtf : id;
}

function yearOf(document: Document | undefined): string {
  return document?.date?.edtf.slice(0, 4) ?? "";
}

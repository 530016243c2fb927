import type { CorpusFile } from "../corpus/corpus.ts";
import type { Corpus } from "../corpus/document.ts";
import { createAddresses } from "../corpus/document.ts";
import { byLocation, type Problem } from "../corpus/problem.ts";
import { append } from "../foundation/long-arrays.ts";
import { findClingingDigits } from "./clinging-digits.ts";
import { createDeadReferenceFinder } from "./dead-references.ts";
import { findDuplicates } from "./duplicates.ts";
import { findIncompleteCitations } from "./incomplete-citations.ts";
import { findLongPassages } from "./long-passages.ts";
import { findOddCharacters } from "./odd-characters.ts";
import { distinctPassageRefs } from "./passage-locations.ts";
import { findQuotationVariants } from "./quotation-variants.ts";
import { findUnusedEntries } from "./unused-entries.ts";

/** The progress of a review. */
export interface ReviewStep {
  readonly of: "files" | "passages" | "quotations";
  readonly done: number;
  readonly all: number;
}

/**
 * Reviews a corpus that loads, made of `files`. Returns advice on what could be better, sorted by
 * location. A generator, so that the caller can do other work between steps. Calls `begin` with the path
 * of each file that is reviewed by itself.
 */
export function* reviewCorpus(
  corpus: Corpus,
  files: readonly CorpusFile[],
  begin: (path: string) => void = () => {},
): Generator<ReviewStep, readonly Problem[]> {
  const { documents } = corpus;
  const texts = new Map(files.map(({ path, bytes }) => [path, decode(bytes)]));
  const passages = distinctPassageRefs(documents);
  const findDeadReferences = createDeadReferenceFinder(documents, createAddresses(corpus), texts);

  const advice = [
    ...findUnusedEntries(corpus, texts),
    ...findIncompleteCitations(documents),
    ...(yield* report(
      "files",
      texts.size,
      forEachFile(texts, (path, text) => {
        begin(path);
        return [...findOddCharacters(path, text), ...findDeadReferences(path, text)];
      }),
    )),
    ...findClingingDigits(documents),
    ...findLongPassages(passages),
    ...(yield* report("passages", passages.length, findDuplicates(passages))),
    ...(yield* report("quotations", documents.length, findQuotationVariants(documents, texts))),
  ];
  return advice.toSorted(byLocation);
}

/** Runs a finder on each file. Yields the number of files done. */
function* forEachFile(
  texts: ReadonlyMap<string, string>,
  find: (path: string, text: string) => readonly Problem[],
): Generator<number, readonly Problem[]> {
  const advice: Problem[] = [];
  for (const [index, [path, text]] of [...texts].entries()) {
    yield index;
    append(advice, find(path, text));
  }
  return advice;
}

/** Reports each number that a finder yields as a step of the review, and returns its advice. */
function* report(
  of: ReviewStep["of"],
  all: number,
  finder: Generator<number, readonly Problem[]>,
): Generator<ReviewStep, readonly Problem[]> {
  for (;;) {
    const next = finder.next();
    if (next.done === true) return next.value;
    yield { of, done: next.value, all };
  }
}

/** Decodes a file as the corpus does: without a byte-order mark, with newlines as line ends. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
}

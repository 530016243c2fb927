import type { CorpusFile } from "../corpus/corpus.ts";
import type { Corpus } from "../corpus/document.ts";
import { byLocation, type Problem } from "../corpus/problem.ts";
import { createAddresses } from "../search/addresses.ts";
import { createReferenceChecker } from "./dead-references.ts";
import { findDuplicates } from "./duplicates.ts";
import { findLongPassages } from "./long-passages.ts";
import { findOddCharacters } from "./odd-characters.ts";
import { distinctPassageRefs } from "./passage-locations.ts";
import { findQuotationVariants } from "./quotation-variants.ts";
import { findUnusedEntries } from "./unused-entries.ts";

/** How far a review is. */
export interface ReviewStep {
  readonly of: "files" | "passages" | "quotations";
  readonly done: number;
  readonly all: number;
}

/**
 * What might be better in a corpus that loads, in the order of its files. `files` are those it was made
 * of. It goes on whenever the next step is asked for, so that whoever asks can do other things between.
 */
export function* reviewCorpus(
  corpus: Corpus,
  files: readonly CorpusFile[],
): Generator<ReviewStep, readonly Problem[]> {
  const { documents } = corpus;
  const texts = new Map(files.map(({ path, bytes }) => [path, textOf(bytes)]));
  const references = createReferenceChecker(documents, createAddresses(corpus), texts);
  const advice: Problem[] = [...findUnusedEntries(corpus, texts)];
  let done = 0;
  for (const [path, text] of texts) {
    yield { of: "files", done, all: texts.size };
    advice.push(...findOddCharacters(path, text), ...references.dead(path, text));
    done += 1;
  }

  const places = distinctPassageRefs(documents);
  advice.push(...findLongPassages(places));
  const repeated = findDuplicates(places);
  advice.push(
    ...(yield* steps(repeated, (done) => ({ of: "passages", done, all: places.length }))),
  );
  const differing = findQuotationVariants(documents, texts);
  advice.push(
    ...(yield* steps(differing, (done) => ({ of: "quotations", done, all: documents.length }))),
  );
  return advice.toSorted(byLocation);
}

function* steps<T>(
  work: Generator<number, T>,
  stepOf: (done: number) => ReviewStep,
): Generator<ReviewStep, T> {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
    yield stepOf(next.value);
  }
}

/** As the corpus reads it: without a byte-order mark, its lines ending in newlines. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
}

import { addressOf, type Document, type PassageRef } from "../corpus/document.ts";
import type { Problem } from "../corpus/problem.ts";
import { countWords, tokenize } from "../language/tokenizer.ts";
import type { Change } from "../verify/changes.ts";
import { findMarkedText } from "../verify/quotation-finder.ts";
import { fileLocationOf } from "./passage-locations.ts";
import { createWordNumbering, findSimilarPairs } from "./shingles.ts";
import { compareWordings, describeDifferences, withoutOverhang } from "./wording-differences.ts";

/** Words that a document quotes: those of a block quote, or what stands in quotation marks. */
interface QuotedWords {
  readonly text: string;
  readonly document: Document;
  readonly at: Pick<Problem, "path" | "line">;
  /** What it is called in a sentence. */
  readonly name: string;
}

/** Fewer words are quoted by chance in two places. */
const MIN_WORDS = 6;

/** Quotations are short, and one word that differs takes fewer of the narrowest shingles with it. */
const SHINGLE_WIDTH = 2;

/** So much of the shorter one is in the other, by Broder's containment, before words are compared. */
const MIN_CONTAINMENT = 0.4;

/** So many of the words that two quotations both cover are the same: two that share less are two. */
const MIN_SAME_WORDS = 0.7;

/** Quotations that two documents have with different words. Yields how many documents are read. */
export function* findQuotationVariants(
  documents: readonly Document[],
  texts: ReadonlyMap<string, string>,
): Generator<number, readonly Problem[]> {
  const wordsOf = createWordNumbering();
  const all: QuotedWords[] = [];
  for (const [index, document] of documents.entries()) {
    yield index;
    all.push(...quotationsOf(document, texts.get(document.path) ?? ""));
  }
  const pairs = findSimilarPairs(
    all.map(({ text }) => wordsOf(text)),
    SHINGLE_WIDTH,
    (common, first, second) => common / Math.min(first, second) >= MIN_CONTAINMENT,
  );
  return pairs.flatMap(({ first, second }) => {
    const [one, other] = [all[first], all[second]];
    if (one === undefined || other === undefined || one.document === other.document) return [];
    const changes = compareWordings(one.text, other.text, other.document.language);
    const within = changes && withoutOverhang(changes);
    if (within === undefined || !isOneQuotation(within)) return [];
    return [
      {
        ...other.at,
        message: `${other.name} differs from ${one.name} of ${one.at.path}:${one.at.line}, which seems to be the same: ${describeDifferences(within)}.`,
        remedy: "Compare both with what they quote, and correct the one that is wrong.",
      },
    ];
  });
}

function isOneQuotation(changes: readonly Change[]): boolean {
  const words = (some: readonly Change[]) =>
    some.reduce(
      (sum, { printed, quoted }) =>
        sum + Math.max(tokenize(printed).length, tokenize(quoted).length),
      0,
    );
  const same = words(changes.filter(({ isSame }) => isSame));
  const all = words(changes);
  return same < all && same >= MIN_WORDS - 1 && same / all >= MIN_SAME_WORDS;
}

function quotationsOf(document: Document, file: string): readonly QuotedWords[] {
  const own = document.passages.filter(({ sameAs }) => sameAs === undefined);
  return [
    ...own.flatMap((passage) => quotationsInPassage({ document, passage })),
    ...document.notes.flatMap((note) => {
      const marked = findMarkedText(note.text);
      if (marked.length === 0) return [];
      const line = lineOfNote(file, note.text);
      return marked.map(({ text }) =>
        markedQuotation(text, { path: document.path, line }, document),
      );
    }),
  ].filter(({ text }) => countWords(text) >= MIN_WORDS);
}

function quotationsInPassage(place: PassageRef): readonly QuotedWords[] {
  const { document, passage } = place;
  if (passage.printedIn !== undefined) {
    const name = `the quotation ${addressOf(document, passage)}`;
    return [{ text: passage.text, document, at: fileLocationOf(place), name }];
  }
  return findMarkedText(passage.text).map(({ text, at }) =>
    markedQuotation(text, fileLocationOf(place, at), document),
  );
}

function markedQuotation(text: string, at: QuotedWords["at"], document: Document): QuotedWords {
  const words = text.split(/\s+/).slice(0, 5).join(" ");
  return { text, document, at, name: `“${words} …”` };
}

/** The line of a file on which a note begins, which its first words tell: notes keep no lines. */
function lineOfNote(file: string, note: string): number {
  const [first = ""] = note.split(/[\n*_`[\]<>\\&]/);
  const start = first.slice(0, 30).trimEnd();
  return file.split("\n").findIndex((line) => line.includes(start)) + 1 || 1;
}

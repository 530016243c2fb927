import { type Message, message } from "../catalogue/catalogue.ts";
import { addressOf, type Document, type PassageRef } from "../corpus/document.ts";
import type { FileLocation, Problem } from "../corpus/problem.ts";
import { elementAt } from "../foundation/checked-access.ts";
import { append } from "../foundation/long-arrays.ts";
import { findQuotedText } from "../language/quotation-marks.ts";
import { countWords, tokenize } from "../language/tokenizer.ts";
import type { Change } from "../verify/changes.ts";
import { distinctPassageRefs, fileLocationOf } from "./passage-locations.ts";
import { createTokenNumbering, findSimilarPairs } from "./shingles.ts";
import { compareWordings, describeDifferences, withoutOverhang } from "./wording-differences.ts";

/** Words that a document quotes in a block quote or in quotation marks. */
interface QuotedWords {
  readonly text: string;
  readonly document: Document;
  readonly location: FileLocation;
  /** A noun phrase for the quotation, to use in a sentence. */
  readonly name: Message;
}

/** Fewer words may be quoted in two places by chance. */
const MIN_WORDS = 6;

/** Quotations are short, and the narrower the shingles, the fewer contain a word that differs. */
const SHINGLE_WIDTH = 2;

/** The minimum containment (Broder's term) of the shorter quotation in the longer, before comparison. */
const MIN_CONTAINMENT = 0.4;

/** The minimum share of equal words where two quotations overlap. With less they are different ones. */
const MIN_SAME_WORDS = 0.7;

/** Finds quotations that two documents word differently. Yields the number of documents read. */
export function* findQuotationVariants(
  documents: readonly Document[],
  texts: ReadonlyMap<string, string>,
): Generator<number, readonly Problem[]> {
  const wordsOf = createTokenNumbering();
  const quotations: QuotedWords[] = [];
  for (const [index, document] of documents.entries()) {
    yield index;
    const file = texts.get(document.path);
    if (file === undefined) throw new Error(`There is no file ${document.path}.`);
    append(quotations, findQuotedWords(document, file));
  }
  const pairs = findSimilarPairs(
    quotations.map(({ text }) => wordsOf(text)),
    SHINGLE_WIDTH,
    (common, first, second) => common / Math.min(first, second) >= MIN_CONTAINMENT,
  );
  return pairs.flatMap(({ first, second }) =>
    adviseVariant(elementAt(quotations, first), elementAt(quotations, second)),
  );
}

function adviseVariant(one: QuotedWords, other: QuotedWords): readonly Problem[] {
  if (one.document === other.document) return [];
  const changes = compareWordings(one.text, other.text, other.document.language);
  if (changes === undefined) return [];
  const differences = withoutOverhang(changes);
  if (!areVariants(differences)) return [];
  return [
    {
      ...other.location,
      message: message("advice.variant", {
        quotation: other.name,
        other: one.name,
        path: one.location.path,
        line: one.location.line,
        differences: describeDifferences(differences),
      }),
      remedy: message("remedy.variant"),
    },
  ];
}

/** Tests whether changes are between different wordings of the same quotation. */
function areVariants(changes: readonly Change[]): boolean {
  const all = countChangedWords(changes);
  const same = countChangedWords(changes.filter(({ isSame }) => isSame));
  return same < all && same >= MIN_WORDS - 1 && same / all >= MIN_SAME_WORDS;
}

/** Counts the words of changes, of each the longer side. */
function countChangedWords(changes: readonly Change[]): number {
  return changes.reduce(
    (sum, { printed, quoted }) => sum + Math.max(tokenize(printed).length, tokenize(quoted).length),
    0,
  );
}

/** Finds the quotations in a document, whose file is `file`. */
function findQuotedWords(document: Document, file: string): readonly QuotedWords[] {
  return [
    ...distinctPassageRefs([document]).flatMap(findQuotedWordsInPassage),
    ...document.notes.flatMap((note) => {
      const quotations = findQuotedText(note.text);
      if (quotations.length === 0) return [];
      const location = { path: document.path, line: lineOfNote(file, note.text) };
      return quotations.map(({ text }) => createQuotedWords(text, document, location));
    }),
  ].filter(({ text }) => countWords(text) >= MIN_WORDS);
}

function findQuotedWordsInPassage(ref: PassageRef): readonly QuotedWords[] {
  const { document, passage } = ref;
  if (passage.printedIn !== undefined) {
    const name = message("variant.quotation", { address: addressOf(document, passage) });
    return [{ text: passage.text, document, location: fileLocationOf(ref), name }];
  }
  return findQuotedText(passage.text).map(({ text, offset }) =>
    createQuotedWords(text, document, fileLocationOf(ref, offset)),
  );
}

function createQuotedWords(text: string, document: Document, location: FileLocation): QuotedWords {
  const words = text.split(/\s+/).slice(0, 5).join(" ");
  return { text, document, location, name: message("variant.words", { words }) };
}

/** Finds the line on which a note begins by its first words, since notes do not keep their lines. */
function lineOfNote(file: string, note: string): number {
  const start = note
    .replace(/[\n*_`[\]<>\\&].*$/s, "")
    .slice(0, 30)
    .trimEnd();
  const index = file.split("\n").findIndex((line) => line.includes(start));
  return index === -1 ? 1 : index + 1;
}

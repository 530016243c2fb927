import { diffArrays } from "diff";
import type { Document } from "../../src/corpus/document.ts";
import type { Stretch, Verdict } from "../../src/verify/verdict.ts";

/** A part of a document's text, in UTF-16 code units. */
export interface Place {
  readonly document: Document;
  readonly start: number;
  readonly end: number;
}

/** Returns the passages of a document, each on a line of its own. */
export function documentText(document: Document): string {
  return document.passages.map(({ text }) => text).join("\n");
}

/** Returns where a passage begins in its document's text. */
export function passageStart(document: Document, index: number): number {
  return document.passages.slice(0, index).reduce((sum, { text }) => sum + text.length + 1, 0);
}

export function placeOf([first, ...others]: Stretch): Place {
  const last = others.at(-1) ?? first;
  const { document } = first;
  return {
    document,
    start: passageStart(document, document.passages.indexOf(first.passage)) + first.start,
    end: passageStart(document, document.passages.indexOf(last.passage)) + last.end,
  };
}

/** Returns the places, each of one or several parts, to which a verdict attributes the words. */
export function placesOf(verdict: Verdict): readonly (readonly Place[])[] {
  switch (verdict.kind) {
    case "exact":
    case "typography":
      return verdict.occurrences.map(({ stretch }) => [placeOf(stretch)]);
    case "shortened":
    case "stitched":
      return [verdict.fragments.map(({ stretch }) => placeOf(stretch))];
    case "altered":
      return [verdict.fragments.map(placeOf)];
    case "common":
    case "unjudged":
    case "none":
      return [];
  }
}

/** Returns the words at these places, in order. */
export function wordsAt(places: readonly Place[]): string {
  return places
    .map(({ document, start, end }) => documentText(document).slice(start, end))
    .join(" ");
}

/** Returns the Jaccard index: characters in both over characters in either, from 0 to 1. */
export function overlapOf(found: readonly Place[], truth: readonly Place[]): number {
  const shared = found
    .flatMap((a) => truth.map((b) => sharedLength(a, b)))
    .reduce((a, b) => a + b, 0);
  return shared / (totalLength(found) + totalLength(truth) - shared);
}

function sharedLength(a: Place, b: Place): number {
  if (a.document !== b.document) return 0;
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function totalLength(places: readonly Place[]): number {
  return places.reduce((sum, { start, end }) => sum + end - start, 0);
}

const ENOUGH_OVERLAP = 0.6;

/**
 * Returns whether the words found are mostly the true ones, or as near to the quoted words as those are: texts
 * repeat each other. `cut` cuts a text into words as the quoted ones are cut.
 */
export function isAt(
  found: readonly Place[],
  truth: readonly Place[],
  quoted: readonly string[],
  cut: (text: string) => readonly string[],
): boolean {
  if (overlapOf(found, truth) >= ENOUGH_OVERLAP) return true;
  const differing = (places: readonly Place[]) =>
    diffArrays([...quoted], [...cut(wordsAt(places))]).reduce(
      (sum, { added, removed, count }) => (added || removed ? sum + count : sum),
      0,
    );
  return differing(found) <= differing(truth);
}

/** As many words do not agree in order by coincidence, if they are most of both texts. */
export const MANY_WORDS = 10;
/** The largest share of words that is changed in quotations whose places have to be found. */
export const LARGEST_CHANGE = 0.3;

/**
 * Returns whether at least `many` words, which are half of both texts or more, agree in order, or as many as in a
 * quotation whose place has to be found.
 */
export function agreesMostly(
  quoted: readonly string[],
  found: readonly string[],
  many: number,
): boolean {
  const agreeing = diffArrays([...quoted], [...found]).reduce(
    (sum, { added, removed, count }) => (added || removed ? sum : sum + count),
    0,
  );
  const length = Math.max(quoted.length, found.length);
  return (
    agreeing >= Math.max(many, length / 2) ||
    agreeing >= length - Math.round(LARGEST_CHANGE * length)
  );
}

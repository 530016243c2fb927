import { distance } from "fastest-levenshtein";

/** The maximum edit distance of a misspelling. */
export const MAX_SPELLING_DISTANCE = 2;

/**
 * Returns the one of `names` that `written` is probably a misspelling of: two neighbouring letters are
 * swapped, or the edit distance (Levenshtein) is at most two and at most a third of its length.
 */
export function closestSpelling(written: string, names: Iterable<string>): string | undefined {
  const lower = written.toLowerCase();
  const limit = Math.min(MAX_SPELLING_DISTANCE, written.length / 3);
  let turned: string | undefined;
  let nearest: { readonly name: string; readonly edits: number } | undefined;
  for (const name of names) {
    const candidate = name.toLowerCase();
    if (candidate === lower) return name;
    // The distance is at least the difference in length, which is much faster to compute.
    if (turned !== undefined || Math.abs(candidate.length - lower.length) > limit) continue;
    if (isTransposition(lower, candidate)) turned = name;
    const edits = distance(lower, candidate);
    if (edits <= limit && edits < (nearest?.edits ?? Infinity)) nearest = { name, edits };
  }
  return turned ?? nearest?.name;
}

/** Returns the one of `names` that differs from `written` by one letter, or by two swapped neighbours. */
export function oneLetterOff(written: string, names: readonly string[]): string | undefined {
  const lower = written.toLowerCase();
  return names.find((name) => {
    const candidate = name.toLowerCase();
    if (Math.abs(candidate.length - lower.length) > 1) return false;
    return isTransposition(lower, candidate) || distance(lower, candidate) <= 1;
  });
}

/** Returns whether the two words differ only by two swapped neighbouring letters. */
export function isTransposition(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const turned = one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2);
  return at < one.length && turned === other;
}

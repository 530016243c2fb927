import { closest, distance } from "fastest-levenshtein";

/**
 * Returns the one of `names` that `written` is probably a misspelling of: two neighbouring letters are
 * swapped, or the edit distance (Levenshtein) is at most two and at most a third of its length.
 */
export function closestSpelling(written: string, names: readonly string[]): string | undefined {
  const lower = written.toLowerCase();
  const exact = names.find((candidate) => candidate.toLowerCase() === lower);
  if (exact !== undefined) return exact;
  const limit = Math.min(2, written.length / 3);
  // The distance is at least the difference in length, which is much faster to compute.
  const similar = names.filter(
    (candidate) => Math.abs(candidate.toLowerCase().length - lower.length) <= limit,
  );
  const turned = similar.find((candidate) => isTransposition(lower, candidate.toLowerCase()));
  if (turned !== undefined) return turned;
  if (similar.length === 0) return undefined;
  const nearest = closest(lower, similar);
  return distance(lower, nearest.toLowerCase()) <= limit ? nearest : undefined;
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

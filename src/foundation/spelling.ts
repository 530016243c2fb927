import { closest, distance } from "fastest-levenshtein";

/**
 * The one of `names` that `written` was probably meant to be: two letters have changed places, or at
 * most a third of it differs.
 */
export function closestSpelling(written: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const lower = written.toLowerCase();
  const exact = names.find((candidate) => candidate.toLowerCase() === lower);
  if (exact !== undefined) return exact;
  const turned = names.find((candidate) => isTransposition(lower, candidate.toLowerCase()));
  if (turned !== undefined) return turned;
  const nearest = closest(lower, [...names]);
  return distance(lower, nearest.toLowerCase()) <= Math.min(2, written.length / 3)
    ? nearest
    : undefined;
}

/** Whether the two differ by neighbours that have changed places. */
export function isTransposition(one: string, other: string): boolean {
  const at = one.split("").findIndex((letter, index) => letter !== other[index]);
  const turned = one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2);
  return at !== -1 && turned === other;
}

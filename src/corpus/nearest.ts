import { closest, distance } from "fastest-levenshtein";

/** The one of `names` that `written` was probably meant to be: at most a third of it differs. */
export function nearestOf(written: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const lower = written.toLowerCase();
  const exact = names.find((candidate) => candidate.toLowerCase() === lower);
  if (exact !== undefined) return exact;
  const nearest = closest(lower, [...names]);
  return distance(lower, nearest.toLowerCase()) <= Math.min(2, written.length / 3)
    ? nearest
    : undefined;
}

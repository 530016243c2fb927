import * as v from "valibot";

/** Checks a deck that was kept as JSON. */
export const DECK = v.strictObject({
  /** Counted from 0. */
  round: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The addresses that this round has had, in order. */
  shown: v.array(v.string()),
});

/** The passages that a schedule has shown: in each round, each of them once. */
export type Deck = v.InferOutput<typeof DECK>;

export const NEW_DECK: Deck = { round: 0, shown: [] };

/**
 * Draws the first of `candidates`, which are addresses, that this round has not had, and returns it with the deck
 * after that. If it has had all of them, the next round begins, but not with the last one of this round. Returns
 * undefined if there are none.
 */
export function drawFrom(
  candidates: readonly string[],
  { round, shown }: Deck,
): { readonly drawn: string; readonly deck: Deck } | undefined {
  const seen = new Set(shown);
  const next = candidates.find((address) => !seen.has(address));
  if (next !== undefined) return { drawn: next, deck: { round, shown: [...shown, next] } };
  const last = shown.at(-1);
  const first = candidates.find((address) => address !== last) ?? candidates[0];
  return first === undefined
    ? undefined
    : { drawn: first, deck: { round: round + 1, shown: [first] } };
}

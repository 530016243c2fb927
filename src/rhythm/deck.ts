/** The passages that a schedule has shown in the present round, which is counted from 0. */
export interface Deck {
  readonly round: number;
  readonly addresses: readonly string[];
}

export const NEW_DECK: Deck = { round: 0, addresses: [] };

/**
 * Draws the first of `candidates`, which are addresses, that this round has not had. If it has had all of them, the
 * next round begins. Returns what was drawn, and in which round; undefined if there are no candidates.
 */
export function drawFrom(
  candidates: Iterable<string>,
  { round, addresses }: Deck,
): { readonly drawn: string; readonly round: number } | undefined {
  const seen = new Set(addresses);
  let first: string | undefined;
  for (const address of candidates) {
    if (!seen.has(address)) return { drawn: address, round };
    first ??= address;
  }
  return first === undefined ? undefined : { drawn: first, round: round + 1 };
}

/** Returns a deck after a passage was drawn from it. */
export function deckAfter(
  deck: Deck,
  { drawn, round }: { readonly drawn: string; readonly round: number },
): Deck {
  return { round, addresses: [...(round === deck.round ? deck.addresses : []), drawn] };
}

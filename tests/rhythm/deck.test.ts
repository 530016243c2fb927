import fc from "fast-check";
import { expect, test } from "vitest";
import { type Deck, deckAfter, drawFrom, NEW_DECK } from "../../src/rhythm/deck.ts";

const ADDRESSES = fc.uniqueArray(
  fc.integer({ min: 0, max: 20 }).map((number) => `a¶${number}`),
  {
    minLength: 1,
  },
);

test("each passage comes once before one comes again, and none twice in a row", () => {
  fc.assert(
    fc.property(ADDRESSES, fc.integer({ min: 1, max: 60 }), (candidates, count) => {
      let deck = NEW_DECK;
      const all: string[] = [];
      for (let turn = 0; turn < count; turn++) {
        const draw = drawFrom(candidates, deck);
        if (draw === undefined) throw new Error("There are candidates.");
        all.push(draw.drawn);
        deck = deckAfter(deck, draw);
      }
      const rounds = Array.from({ length: Math.ceil(count / candidates.length) }, (_, round) =>
        all.slice(round * candidates.length, (round + 1) * candidates.length),
      );
      for (const round of rounds) expect(new Set(round).size).toBe(round.length);
      expect(deck.round).toBe(rounds.length - 1);
      const repeated = all.filter((address, index) => index > 0 && address === all[index - 1]);
      expect(candidates.length === 1 || repeated.length === 0).toBe(true);
    }),
  );
});

test("a deck survives passages that come and go", () => {
  fc.assert(
    fc.property(fc.array(ADDRESSES, { maxLength: 40 }), (corpora) => {
      let deck: Deck = NEW_DECK;
      for (const candidates of corpora) {
        const before = deck;
        const draw = drawFrom(candidates, deck);
        expect(candidates).toContain(draw?.drawn);
        if (draw !== undefined) deck = deckAfter(deck, draw);
        const isNewRound = deck.round > before.round;
        // A round ends only when it has had every passage that is still there.
        expect(isNewRound).toBe(candidates.every((one) => before.addresses.includes(one)));
        expect(new Set(deck.addresses).size).toBe(deck.addresses.length);
      }
      expect(drawFrom([], deck)).toBeUndefined();
    }),
  );
});

import fc from "fast-check";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createRandom } from "../../../src/foundation/seeded-random.ts";
import { createAnalyzer } from "../../../src/language/analyzer.ts";
import type { PassagePositions } from "../../../src/search/index/passage-positions.ts";
import { findCandidates } from "../../../src/verify/candidates.ts";
import { createVerifier } from "../../../src/verify/verifier.ts";
import { libraryOf } from "../../library.ts";
import { runs } from "../../thoroughness.ts";
import { book, NOUNS, texts, VERBS } from "../made-book.ts";
import { verifierBesideFiller } from "../verifiers.ts";

/** Counts the pairs of words that are compared until the end of the test. How each is reached is noted in a byte. */
function countPairs() {
  let pairs = 0;
  vi.stubGlobal(
    "Uint8Array",
    class extends Uint8Array {
      constructor(length: number) {
        super(length);
        pairs += length;
      }
    },
  );
  onTestFinished(() => void vi.unstubAllGlobals());
  return {
    /** Returns how many have been compared since the last call. */
    take(): number {
      const taken = pairs;
      pairs = 0;
      return taken;
    },
  };
}

describe("work", () => {
  const counting = () => {
    const { passages, positions } = book.passagePositions();
    let examined = 0;
    const counted = <T extends object>(array: T): T =>
      new Proxy(array, {
        get(target, key) {
          if (typeof key === "string" && /^\d+$/.test(key)) examined += 1;
          const value: unknown = Reflect.get(target, key);
          return typeof value === "function" ? value.bind(target) : value;
        },
      });
    const countedPositions: PassagePositions = {
      passages,
      positions: {
        ...positions,
        wordIds: counted(positions.wordIds),
        positionsOf: (word) => counted(positions.positionsOf(word)),
        findPhrase(words) {
          const frequencies = words.map((word) =>
            word === 0 ? 0 : positions.collectionFrequency(word),
          );
          examined += Math.min(...frequencies);
          return positions.findPhrase(words);
        },
      },
    };
    const { verify } = createVerifier(countedPositions, createAnalyzer("en"));
    return {
      /** Returns how many positions a verdict examines. */
      positionsFor(text: string): number {
        examined = 0;
        verify(text);
        return examined;
      },
    };
  };

  test("is bounded for texts of the most frequent words, however many parts they have", () => {
    const { positionsFor } = counting();
    const words = fc.constantFrom("the", "of", "was", "never", "but", "it", "of the", "but the");
    const adversarial = fc
      .tuple(fc.array(words, { minLength: 1, maxLength: 8 }), fc.integer({ min: 2, max: 298 }))
      .map(([some, count]) =>
        Array.from({ length: count }, (_, at) => some[at % some.length])
          .join(" … ")
          .slice(0, 2000),
      );
    fc.assert(
      fc.property(adversarial, (text) => {
        // In a corpus of any size: binary searches, and the alignment of a few places.
        expect(positionsFor(text)).toBeLessThan(8_000_000);
      }),
      { numRuns: runs(6), endOnFailure: true },
    );
  });

  test("is refused before it begins if more than twelve parts are as frequent as in a large corpus", () => {
    const { passages, positions } = book.passagePositions();
    const searched: string[] = [];
    const verifierWith = (factor: number) =>
      createVerifier(
        {
          passages,
          positions: {
            ...positions,
            collectionFrequency: (word) => factor * positions.collectionFrequency(word),
            findPhrase(words) {
              if (words.length <= 3 && !words.includes(0)) searched.push(words.join());
              return positions.findPhrase(words);
            },
          },
        },
        createAnalyzer("en"),
      );
    const frequent = "the of was never but it and a in he lamp to at dusk".split(" ");
    const parts = (count: number) =>
      Array.from({ length: count }, (_, at) => frequent.slice(at, at + 2).join(" ")).join(" … ");
    const refused = { kind: "unjudged", reason: "too-many-parts" };
    expect(verifierWith(100_000).verify(parts(13))).toEqual(refused);
    expect(searched).toEqual([]);
    expect(verifierWith(100_000).verify(parts(12))).not.toEqual(refused);
    expect(verifierWith(1).verify(parts(13))).not.toEqual(refused);
    // The readings of a quotation have most parts in common, and each is found once.
    searched.length = 0;
    verifierWith(1).verify(`${parts(13)} … [the] lamp … it [was] he … and of (the) it`);
    expect(searched.length).toBeLessThan(2 * new Set(searched).size);
  });

  test("is bounded for long texts of a few words in turn, whether the corpus has them or not", () => {
    const { positionsFor } = counting();
    const pairs = countPairs();
    const unknown = "§ ,x ,xq ,第a,漢,ก,가,ab ,lampe ,thn ,dsk ,1 ,p. 1 ,[a] ,(b) ,ā ".split(",");
    const unit = fc.oneof(
      fc.constantFrom(...unknown),
      fc.constantFrom("the ", "dusk ", "wick ", "1030 ", "lamp of ", "US ", "u.s. "),
    );
    const mixed = (text: string, own: number, units: readonly string[], length: number) =>
      (text.repeat(20).slice(0, own) + units.join("").repeat(length)).slice(0, length);
    const adversarial = fc
      .record({
        units: fc.array(unit, { minLength: 1, maxLength: 3 }),
        length: fc.integer({ min: 2000, max: 4000 }),
        text: fc.constantFrom(...texts),
        own: fc.nat({ max: 1500 }),
      })
      .map(({ units, length, text, own }) => mixed(text, own, units, length));
    fc.assert(
      fc.property(adversarial, (text) => {
        pairs.take();
        expect(positionsFor(text)).toBeLessThan(8_000_000);
        // Some places for the closest, its range, and the differences for each reading.
        expect(pairs.take()).toBeLessThan(8_000_000);
      }),
      {
        numRuns: runs(20) + unknown.length,
        endOnFailure: true,
        examples: unknown.map((one) => [mixed(texts[7] ?? "", 300, [one], 4000)]),
      },
    );
  });
});

test("the places of a frequent word are counted by documents, and not one by one", () => {
  const perPassage = 40;
  const files = Array.from({ length: 7 }, (_, at) => {
    const passage = (nth: number) => `${"of the oil ".repeat(perPassage)}p${at}x${nth}`;
    return [
      `d${at}.md`,
      Array.from({ length: 5 + at }, (_, nth) => passage(nth)).join("\n\n"),
    ] as const;
  });
  const library = libraryOf({ ...Object.fromEntries(files), "e.md": "The bell rang." });
  const { passages, positions } = library.passagePositions();
  let calls = 0;
  const verifier = createVerifier(
    {
      passages,
      positions: {
        ...positions,
        textAt(position) {
          calls += 1;
          return positions.textAt(position);
        },
      },
    },
    createAnalyzer("en"),
  );
  const verdict = verifier.verify("the");
  const expected = library.corpus.documents.map((document) => [
    document.id,
    document.passages.reduce((sum, { text }) => sum + (text.match(/\bthe\b/gi) ?? []).length, 0),
  ]);
  expect(
    verdict.kind === "common" && [...verdict.documents].map(([{ id }, count]) => [id, count]),
  ).toEqual(expected);
  expect(calls).toBeLessThanOrEqual(library.corpus.documents.length);
});

test.each([
  ["zh", (draw: number) => String.fromCodePoint(0x4e00 + Math.floor(900 * draw))],
  ["th", (draw: number) => "กขคงจชซดตถทนบปผพ".charAt(16 * draw) + "าีูั".charAt((64 * draw) % 4)],
  [
    "en",
    (draw: number) => ` ${NOUNS[Math.floor(14 * draw)]} ${VERBS[Math.floor(140 * draw) % 10]}`,
  ],
] as const)(
  "a passage of 4,000 characters in %s with some words changed is traced",
  (language, wordOf) => {
    const words: string[] = [];
    const random = createRandom(1);
    while (words.join("").length < 4000) words.push(wordOf(random()));
    const changed = words.map((word, at) => (at % 11 === 5 ? ` ${at} ` : word)).join("");
    const { verify } = verifierBesideFiller(words.join("").trim(), language);
    const pairs = countPairs();
    const verdict = verify(changed.trim());
    expect(pairs.take()).toBeLessThan(8_000_000);
    expect(verdict.kind).toBe("altered");
    const changes = verdict.kind === "altered" ? verdict.changes : [];
    expect(changes.filter(({ isSame }) => !isSame).length).toBeGreaterThan(words.length / 13);
  },
);

test("each word that is replaced costs as much as a word", () => {
  const words = Array.from({ length: 40 }, (_, at) => `lamp${at}`);
  const { positions } = libraryOf({ "a.md": words.join(" ") }).passagePositions();
  fc.assert(
    fc.property(fc.subarray([...words.keys()].slice(1, -1), { maxLength: 20 }), (replaced) => {
      const text = words.map((word, at) => (replaced.includes(at) ? "龍" : word)).join(" ");
      const { alignments } = findCandidates(text, positions.wordIdsOf(text), positions);
      expect(alignments[0]).toMatchObject({
        cost: replaced.length,
        similarity: 1 - replaced.length / words.length,
      });
    }),
    { numRuns: runs(60) },
  );
});

test("a long quotation is compared with few places, and a short one with many", () => {
  const letters = [..."天地玄黃宇宙洪荒日月盈昃辰宿列張寒來暑往秋收冬藏"];
  const characters = Array.from({ length: 6000 }, (_, at) => letters[(at * at + (at >> 4)) % 31]);
  const { positions } = libraryOf({ "a.md": characters.join("") }).passagePositions();
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 2000 }), fc.nat({ max: 3900 }), (length, start) => {
      const text = characters
        .slice(start, start + length)
        .map((character, at) => (at % 7 === 3 ? "龍" : character))
        .join("");
      const { alignments } = findCandidates(text, positions.wordIdsOf(text), positions);
      expect(alignments.length).toBeGreaterThan(0);
      // Each alignment compares all pairs of a character of the quotation and one of the place.
      if (alignments.length > 1) expect(alignments.length * length ** 2).toBeLessThan(4_000_000);
    }),
    { numRuns: runs(3) },
  );
});

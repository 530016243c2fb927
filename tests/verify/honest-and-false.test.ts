import fc from "fast-check";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createRandom } from "../../src/foundation/seeded-random.ts";
import { WINDOWS_1252 } from "../../src/foundation/twice-encoded.ts";
import { createAnalyzer } from "../../src/language/analyzer.ts";
import { isNegation } from "../../src/language/negations.ts";
import type { PassagePositions } from "../../src/search/index/passage-positions.ts";
import type { Library } from "../../src/search/library.ts";
import { findCandidates } from "../../src/verify/candidates.ts";
import { stretchText } from "../../src/verify/occurrence.ts";
import type { Verdict } from "../../src/verify/verdict.ts";
import { createVerifier } from "../../src/verify/verifier.ts";
import { libraryOf } from "../library.ts";
import { runs } from "../thoroughness.ts";

const NOUNS =
  "lamp oil wick gale bell stair door keeper boat harbour tower rope wave chart anchor".split(" ");
const VERBS = "lit rang broke carried watched sold kept wrote found lost".split(" ");
const PLACES =
  "at dusk|in the north|near the pier|on the hill|by the old wall|under the moon".split("|");

/** Returns a sentence in which `n`, a number, decides all words. */
const sentence = (n: number) => {
  const pick = (list: readonly string[], by: number) =>
    list[(n * by + (n >> 3)) % list.length] ?? "";
  return `The ${pick(NOUNS, 7)} of ${pick(NOUNS, 3)} ${n} was never ${pick(VERBS, 5)} ${pick(PLACES, 11)}, but the ${pick(NOUNS, 13)} ${pick(VERBS, 2)} it.`;
};
const book = libraryOf(
  Object.fromEntries(
    Array.from({ length: 6 }, (_, part) => [
      `book-${part}.md`,
      Array.from({ length: 60 }, (_, at) =>
        [0, 1, 2].map((nth) => sentence(part * 1000 + at * 7 + nth)).join(" "),
      ).join("\n\n"),
    ]),
  ),
);
const verifierOf = (library: Library) =>
  createVerifier(library.passagePositions(), createAnalyzer(library.corpus.language));
const verifier = verifierOf(book);
const texts = book.passages({}).map(({ passage }) => passage.text);

const verifierAmidFiller = (printed: string, language: string) => {
  const filler = Array.from({ length: 60 }, (_, at) => `${at + 1000} zyx`).join(", ");
  return verifierOf(
    libraryOf({ "a.md": `---\nlanguage: ${language}\n---\n\n${printed}`, "b.md": filler }),
  );
};
const verdictOn = (quoted: string, printed: string, language = "en"): Verdict =>
  verifierAmidFiller(printed, language).verify(quoted);
const isGreen = (verdict: Verdict) =>
  (verdict.kind === "exact" || verdict.kind === "typography") &&
  verdict.marks.every(({ kind }) => kind !== "words" && kind !== "other-origin");

/** Some consecutive words of the book. */
const slices = fc
  .tuple(fc.nat({ max: texts.length - 1 }), fc.nat(), fc.integer({ min: 8, max: 25 }))
  .map(([at, from, length]) => {
    const words = (texts[at] ?? "").split(" ");
    const first = from % Math.max(1, words.length - length);
    return words.slice(first, first + length);
  });

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
        numRuns: runs(60),
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
    const { verify } = verifierAmidFiller(words.join("").trim(), language);
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

describe("an ellipsis", () => {
  test.each(["…", "...", "……", "⋯⋯", "（…）", "（中略）", "(중략)", "‥‥"])(
    "is the same one in whatever form it is printed: %s",
    (printed) => {
      const sentence = (ellipsis: string) =>
        `灯台守は毎晩ランプに火を${ellipsis}油が静かに燃え続けた`;
      for (const quoted of ["…", "...", "……", "[…]", "（略）"]) {
        const verdict = verdictOn(sentence(quoted), sentence(printed), "ja");
        expect([quoted, isGreen(verdict)]).toEqual([quoted, true]);
      }
    },
  );

  test.each([
    ["ko", "핵무력(전략)을 크게 강화하는 일은 오늘 끝났다"],
    ["ko", "보고서의 셋째 문단(생략)을 오늘 다시 읽었다"],
    ["ja", "灯台守は毎晩ランプ(省略)に火を灯して海を見た"],
    ["en", "The keeper lit both of the lamps (omitted) at dusk"],
    ["en", "The keeper read the lines [snip] of the paper at dusk"],
    ["en", "The line from harbour A <-> B carries the oil at dusk"],
    ["en", "The keeper with the blood of group O(-) came at dusk"],
  ])("is never a word or a sign that is printed in brackets, in %s: %s", (language, printed) => {
    expect(verdictOn(printed, printed, language).kind).toBe("exact");
    for (const ellipsis of ["[…]", "…", "（中略）"]) {
      const quoted = printed.replace(/\([^()]+\)|\[[^[\]]+\]|<->/, ` ${ellipsis} `);
      expect([ellipsis, isGreen(verdictOn(quoted, printed, language))]).toEqual([ellipsis, false]);
    }
  });

  test.each(["[…]", "(omitted)", "[snip]", "（略）"])(
    "that is a remark in a quotation leaves words out, and is no difference of typography: %s",
    (ellipsis) => {
      const printed = "The keeper lit both of the old lamps that the harbour had left him at dusk";
      const quoted = printed.replace("both of the old lamps", ellipsis);
      expect(verdictOn(quoted, printed)).toMatchObject({
        kind: "shortened",
        fragments: [{ differences: [] }, { differences: [] }],
        gaps: [{ words: 5 }],
      });
      expect(verdictOn(quoted.replace("harbour", "mayor"), printed)).toMatchObject({
        kind: "altered",
        changes: expect.toSatisfy(
          (changes: readonly { isSame: boolean }[]) =>
            changes.filter(({ isSame }) => !isSame).length === 1,
        ),
      });
    },
  );

  test("does not make one quotation of words from anywhere in a book", () => {
    const documents = book.corpus.documents.map(({ passages }) =>
      passages.flatMap(({ text }) => text.match(/\p{L}+/gu) ?? []),
    );
    fc.assert(
      fc.property(
        fc.nat({ max: documents.length - 1 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
          minLength: 6,
          maxLength: 6,
        }),
        (which, places) => {
          const words = documents[which] ?? [];
          const drawn = places
            .map((place) => Math.floor(place * words.length))
            .sort((a, b) => a - b)
            .map((index) => words[index]);
          const verdict = verifier.verify(drawn.join(" … "));
          expect(["unjudged", "none"]).toContain(verdict.kind);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  test.each([
    ["ja", "私はその古い家を売らないと父に約束した。", "私はその古い家を … と父に約束した"],
    ["th", "เขาสัญญากับพ่อว่าจะไม่ขายบ้านหลังเก่าในเมือง", "เขาสัญญากับพ่อว่าจะ … ขายบ้านหลังเก่าในเมือง"],
    ["hi", "मैंने पिता से कहा कि मैं पुराना घर नहीं बेचूँगा", "मैंने पिता से कहा कि मैं पुराना घर … बेचूँगा"],
    [
      "he",
      "הבטחתי לאבי שלא אמכור את הבית הישן לסוחרים",
      "הבטחתי לאבי … אמכור את הבית הישן לסוחרים",
    ],
  ])("that hides a negation of several characters or with a prefix says so, in %s", (...given) => {
    const [language, printed, quoted] = given;
    expect(verdictOn(quoted, printed, language)).toMatchObject({
      kind: "shortened",
      gaps: [{ hidden: [{ kind: "negation" }] }],
    });
  });

  test.each([
    ["en", "He refused to sell", ["refused"]],
    ["en", "He failed to sell", ["failed"]],
    ["en", "He seldom sold", ["seldom"]],
    ["en", "He hurried to sell", []],
    ["de", "Er weigerte sich zu verkaufen", ["weigerte"]],
    ["es", "Se negó a vender", ["negó"]],
    ["es", "El mozo negro quiso vender", []],
    ["tr", "Kaptan o yıl satmadı", ["satmadı"]],
    ["tr", "Kaptan o yıl satmayacak dedi", ["satmayacak"]],
    ["tr", "Kaptan ramazan ayında sattı", []],
    ["tr", "Kaptan satmayı sevdi", []],
    ["fi", "Hän ei myynyt", ["ei"]],
    ["ko", "그는 팔기를 거부했다", ["거부"]],
    ["th", "เขาปฏิเสธจะขาย", ["ปฏิเสธ"]],
    ["th", "ตั้งแต่เช้าเขาขายไม้แต่ละท่อน", []],
    ["th", "เขาอยากขายแต่ลมแรง", ["แต่"]],
    ["de", "Er war weder jung", ["weder"]],
    ["es", "Él tampoco vendió", ["tampoco"]],
    ["el", "Ούτε πούλησε", ["Ούτε"]],
    ["tr", "Kaptan hırsız değildi", ["değildi"]],
    ["tr", "Kaptanın evi yoktu", ["yoktu"]],
    ["tr", "Kaptan satmaksızın gitti", ["satmaksızın"]],
    ["tr", "Kaptan satmasın diye", ["satmasın"]],
    ["tr", "Kaptan satmasını sevdi", []],
    ["fi", "eivätkä he myyneet", ["eivätkä"]],
    ["hu", "el akarta adni, de", ["de"]],
    ["cs", "Strážce neprodal", ["neprodal"]],
    ["cs", "Nejlepší strážce někdy v neděli", []],
    ["ro", "Paznicul n-a vândut", ["n"]],
    ["he", "כשלא מכר", ["כשלא"]],
    ["he", "איננו מוכר", ["איננו"]],
    ["he", "כלא מלא", []],
    ["ar", "ولم يبع", ["ولم"]],
    ["fa", "چراغ را نفروخت", ["نفروخت"]],
    ["fa", "نامه تازه را نوشت", []],
    ["hi", "उसने न बेचा", ["न"]],
    ["ko", "그는 아침에 안개 속에서 말했다", []],
    ["ko", "못에 걸린 안경을 아이가 보았다", []],
    ["ko", "그는 안 팔았다", ["안"]],
    ["ko", "그는 팔지 않았다", ["않았다"]],
    ["ko", "도둑이 아니며", ["아니며"]],
    ["ko", "그는 몰랐다", ["몰랐"]],
    ["ko", "그는 팔고 싶었지만", ["싶었지만"]],
    ["ja", "非常に危ない未来の不思議", []],
    ["ja", "売らずに", ["ずに"]],
    ["ja", "売りたかったが、", ["が"]],
    ["ja", "船長が港で", []],
    ["zh", "非常不同的未来", []],
    ["zh", "他没有卖", ["没"]],
    ["zh", "但是他留下了", ["但"]],
  ])("in %s over “%s” hides %j", (language, hidden, texts) => {
    const [before, after] = [
      "Zwölf Lampen remarkable 등대지기 lantern",
      "harbour 바다 tower keeper wick",
    ];
    const verdict = verdictOn(`${before} … ${after}`, `${before} ${hidden} ${after}.`, language);
    expect(
      verdict.kind === "shortened" &&
        verdict.gaps.flatMap((gap) => gap.hidden.map(({ text }) => text)),
    ).toEqual(texts);
  });

  test("that hides a negation or a contrast says so, and hides nothing otherwise", () => {
    fc.assert(
      fc.property(slices, fc.nat(), fc.integer({ min: 1, max: 3 }), (words, at, length) => {
        const from = 3 + (at % (words.length - 6));
        const gap = words.slice(from, from + length).map((word) => word.replace(/\P{L}/gu, ""));
        const quoted = `${words.slice(0, from).join(" ")} … ${words.slice(from + length).join(" ")}`;
        const verdict = verifier.verify(quoted);
        // A part of frequent words may also be nearer to the other.
        if (verdict.kind !== "shortened" || verdict.gaps[0]?.words !== length) return;
        const hidden = verdict.gaps.flatMap((one) => one.hidden.map(({ kind }) => kind));
        expect([quoted, hidden.includes("negation")]).toEqual([
          quoted,
          gap.some((word) => isNegation(word.toLowerCase(), "en")),
        ]);
        expect(hidden.includes("contrast")).toBe(gap.includes("but"));
      }),
      { numRuns: runs(100) },
    );
  });

  test.each([
    ["Thou shalt not steal.", "Thou shalt … steal", ["negation"]],
    ["I came, but I saw nothing new there at all.", "I came … nothing new there", ["contrast"]],
    [
      "HAMLET: I loved you once.\n\nOPHELIA: You made me believe so.",
      "I loved you … made me believe so",
      ["speaker"],
    ],
    ["The keeper of the old lamp slept well.", "The keeper … slept well", []],
    [
      "HAMLET: I loved you once. OPHELIA: You made me believe so.",
      "I loved you … made me believe so",
      ["speaker"],
    ],
    [
      "Q. Did you see the keeper? A. I saw him by the door.",
      "Did you see the keeper … saw him by the door",
      ["speaker"],
    ],
    [
      "The log says this. WARNING: The oil of the lamp is hot.",
      "The log says … the lamp is hot",
      [],
    ],
  ])("in “%s” quoted as “%s” hides %j", (printed, quoted, kinds) => {
    const verdict = verdictOn(quoted, printed);
    expect(verdict.kind).toBe("shortened");
    expect(
      verdict.kind === "shortened" &&
        verdict.gaps.flatMap((gap) => gap.hidden.map(({ kind }) => kind)),
    ).toEqual(kinds);
  });

  const CLAUSES = fc.record({
    before: fc.constantFrom("", "Thou shalt not", "It is not true that", "We swear that", "In May"),
    after: fc.constantFrom(
      "",
      "but not in May",
      "at no price",
      "unless it rains",
      "in the new moon",
    ),
    comma: fc.constantFrom(",", ""),
    marks: fc.constantFrom(["…", "…"], ["... ", "..."], ["", "…"], ["…", ""], ["", ""]),
  });
  test("at an end that hides a negation, or a “but” after the words, says so, and is green otherwise", () => {
    const told = "sell the oil of the lamp to the miller of the dale";
    fc.assert(
      fc.property(CLAUSES, ({ before, after, comma, marks: [start = "", end = ""] }) => {
        const printed = `The bell rang. ${before}${before && comma} ${told}${after && comma} ${after}. No ship came.`;
        const verdict = verdictOn(`“${start}${told}${end}” (p. 4)`, printed);
        const hidden =
          verdict.kind === "shortened"
            ? verdict.gaps.map(({ at, hidden }) => [at, ...hidden.map(({ kind }) => kind)])
            : isGreen(verdict);
        // A comma ends a clause, unless what follows takes it back.
        const isBefore = start !== "" && comma === "" && before.includes("not");
        const kinds = {
          "but not in May": comma === "" ? ["negation", "contrast"] : ["contrast"],
          "at no price": comma === "" ? ["negation"] : [],
          "unless it rains": ["contrast"],
          "in the new moon": [],
          "": [],
        }[after];
        const isAfter = end !== "" && (kinds ?? []).length > 0;
        expect([printed, start, end, hidden]).toEqual([
          printed,
          start,
          end,
          isBefore || isAfter
            ? [
                ...(isBefore ? [["start", "negation"]] : []),
                ...(isAfter ? [["end", ...(kinds ?? [])]] : []),
              ]
            : true,
        ]);
      }),
      { numRuns: runs(100) },
    );
  });

  test.each<readonly [language: string, printed: string, quoted: string]>([
    [
      "de",
      "Der Müller hat die alte Lampe im Dorf verkauft, aber ohne Öl.",
      "Der Müller hat die alte Lampe im Dorf verkauft …",
    ],
    ["ja", "私はその古い家を父と約束した日に売らない。", "私はその古い家を父と約束した日に売…"],
    [
      "ar",
      "لم يوقع الملك المعاهدة أمام أساقفة الشمال في ذلك الشتاء.",
      "… يوقع الملك المعاهدة أمام أساقفة الشمال",
    ],
    [
      "de",
      "Der Richter bezweifelte, dass der Müller die Brücke angezündet hatte",
      "… der Müller die Brücke angezündet hatte",
    ],
    ["ru", "Судья не верил, что мельник поджёг старый мост", "… мельник поджёг старый мост"],
    [
      "en",
      "It is false that the mayor took the silver of the guild",
      "… the mayor took the silver of the guild",
    ],
    ...(
      [
        ["en", "He would sooner starve than", "sell the old lamp of the island to the king"],
        [
          "en",
          "The men of the reef would gladly have",
          "sold the old lamp to the king of the isle",
        ],
        ["en", "He acted as if he had", "sold the old lamp of the island to the king"],
        ["de", "Er würde lieber hungern als", "die alte Lampe der Insel dem König zu verkaufen"],
        ["de", "Die Männer hätten", "die alte Lampe der Insel im Winter dem König verkauft"],
        ["fr", "Il mourrait plutôt que de", "vendre la vieille lampe de la tour au roi"],
        ["es", "Moriría antes que", "vender la vieja lámpara de la torre al rey"],
        ["it", "Morirebbe piuttosto che", "vendere la vecchia lampada della torre al re"],
        ["pt", "Os homens teriam", "vendido a velha lâmpada da torre ao rei"],
        ["nl", "De mannen zouden graag hebben", "verkocht de oude lamp van het eiland"],
        ["ru", "Он скорее умер бы, чем", "продал старую лампу острова этому королю"],
        ["pl", "Chętnie sprzedaliby", "starą lampę z wyspy temu królowi zimą"],
        ["cs", "Raději by zemřel než", "prodal starou lampu z ostrova tomu králi"],
        ["sv", "Männen skulle gärna ha", "sålt den gamla lampan från ön till kungen"],
      ] as const
    ).map(([language, hidden, words]) => [language, `${hidden} ${words}.`, `… ${words}`] as const),
    ...(
      [
        ["en", "The keeper sold the old lamp of the island", "is a wicked lie of the captain"],
        ["en", "The men may use the lamps of the island", "save in the winter of a storm"],
        ["de", "Der Wärter verkaufte die alte Lampe der Insel", "ist eine Lüge des Kapitäns"],
        ["fr", "Le gardien vendit la vieille lampe de la tour", "est un mensonge du capitaine"],
        ["es", "El farero vendió la vieja lámpara de la torre", "es una mentira del capitán"],
        ["it", "Il guardiano vendette la vecchia lampada", "è una menzogna del capitano"],
        ["pt", "O faroleiro vendeu a velha lâmpada da torre", "é uma mentira do capitão"],
        ["nl", "De wachter verkocht de oude lamp van het eiland", "is een leugen van de kapitein"],
        ["ru", "Смотритель продал старую лампу острова королю", "это ложь капитана корабля"],
        ["tr", "Bekçi adadaki eski lambayı krala sattı sözü", "kaptanın bir yalanıdır yalandır"],
        ["id", "Penjaga menjual lampu tua dari pulau itu", "adalah kebohongan kapten"],
        ["vi", "Người gác đã bán ngọn đèn cũ của hòn đảo", "là lời dối trá của thuyền trưởng"],
        ["ar", "باع الحارس المصباح القديم في الجزيرة", "هذا كذب من القبطان"],
        ["hi", "पहरेदार ने द्वीप का पुराना दीपक बेच दिया यह", "झूठ है कप्तान का"],
      ] as const
    ).map(([language, words, hidden]) => [language, `${words} ${hidden}.`, `${words} …`] as const),
    [
      "en",
      "The keeper sold the old lamp of the island, which was a lie of course, to the king.",
      "The keeper sold the old lamp of the island …",
    ],
    ["ja", "灯台守が古いランプを王に売ったというのは嘘だ。", "灯台守が古いランプを王に売った…"],
    ["zh", "守塔人把旧灯卖给了国王是谎言。", "守塔人把旧灯卖给了国王……"],
    [
      "ko",
      "등대지기가 낡은 등불을 왕에게 팔았다는 거짓말이었다.",
      "등대지기가 낡은 등불을 왕에게 …",
    ],
    ["ko", "그는 등불을 왕에게 파느니 차라리 굶겠다고 했다.", "그는 등불을 왕에게 …"],
  ])("at an end hides such words in every language: %s", (language, printed, quoted) => {
    expect(verdictOn(quoted, printed, language)).toMatchObject({ kind: "shortened" });
    expect(isGreen(verdictOn(quoted.replace(/…+/, "").trim(), printed, language))).toBe(true);
  });

  test.each([
    ["la", "Piscatores numquam foedus cum rege iniverunt", "foedus cum rege iniverunt"],
    ["tl", "Hindi pumirma ang alkalde sa kasunduan", "pumirma ang alkalde sa kasunduan"],
    ["ka", "მეფემ არ გასცა ბრძანება ნავსადგურში", "გასცა ბრძანება ნავსადგურში"],
    ["kk", "Ол кеште балықшы көпірден өткен жоқ", "кеште балықшы көпірден өткен"],
    ["yo", "Ọba kò fún wọn ní àṣẹ ní èbúté", "fún wọn ní àṣẹ ní èbúté"],
  ])(
    "at an end shows whatever it leaves out of its clause in a language without a list of negations: %s",
    (language, printed, quoted) => {
      const [start, end] = [printed.startsWith(quoted), printed.endsWith(quoted)];
      const elided = `${start ? "" : "… "}${quoted}${end ? "" : " …"}`;
      const left = [...(start ? [] : ["start"]), ...(end ? [] : ["end"])];
      expect(verdictOn(elided, `${printed}.`, language)).toMatchObject({
        kind: "shortened",
        gaps: left.map((at) => ({ at, hidden: [] })),
      });
      // Nothing of the sentence is left out.
      const whole = `${quoted}.`;
      expect(isGreen(verdictOn(`… ${quoted} …`, whole, language))).toBe(true);
      expect(isGreen(verdictOn(quoted, `${printed}.`, language))).toBe(true);
    },
  );

  test.each([
    ["en", "Not all", "the boats of the valley were lost in the storm of that winter"],
    ["en", "It is not true that", "the mayor paid the keeper of the tower for the oil"],
    ["en", "It is false that", "the mayor paid the keeper of the tower for the oil"],
    ["en", "Nobody in the valley believed that", "the mayor paid the keeper for the oil"],
    ["en", "Do not", "fear the storm of the south in the valley of the boats"],
    ["en", "Unless the mayor pays,", "the boats of the valley are lost in the storm"],
    ["es", "No", "todos los barcos del valle se perdieron en la tormenta"],
    ["fr", "Il est faux que", "le maire a payé le gardien pour l’huile de la lampe"],
    ["de", "Nicht", "alle Boote des Tales gingen in jenem Winter verloren"],
    ["ru", "Не", "все лодки долины погибли в ту зимнюю бурю у мыса"],
    ["ar", "لم", "يدفع العمدة للحارس ثمن الزيت في ذلك الشتاء"],
    ["he", "לא", "כל הסירות של העמק אבדו בסערה ההיא בלילה"],
    ["zh", "不是", "所有山谷的船都在那场风暴中沉没了"],
    ["ko", "안", "읍장은 등대지기에게 기름값을 주었다"],
    ["vi", "Không phải", "tất cả thuyền của thung lũng bị mất trong cơn bão"],
  ])(
    "a sentence that is opened after its negation says so: %s, %s … %s",
    (language, start, words) => {
      const whole = `${start}${language === "zh" ? "" : " "}${words}.`;
      const opened = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
      expect(verdictOn(opened, whole, language)).toMatchObject({
        kind: "shortened",
        gaps: [{ at: "start" }],
      });
      // An author who quotes a part of a sentence marks none.
      expect(verdictOn(words, whole, language).kind).toBe("exact");
      expect(isGreen(verdictOn(opened, `${words}.`, language))).toBe(true);
    },
  );

  test.each([
    ["In the spring of that year", "the boats of the valley came home"],
    ["No wind blew and", "the boats of the valley came home"],
    ["No,", "the boats of the valley came home that night"],
    ["The keeper never slept in the tower when", "the boats of the valley came home"],
  ])("a capital letter hides nothing of another clause: %s", (start, words) => {
    const opened = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
    expect(isGreen(verdictOn(opened, `${start} ${words}.`))).toBe(true);
  });

  test.each([
    ["sr", "Три лађе су прошле поред рта", "али их ноћу није видео нико"],
    ["bs", "Tri lađe su prošle pored rta", "ali ih noću nije vidio niko"],
    ["is", "Þrjú skip sigldu fram hjá höfðanum", "en enginn sá þau um nóttina"],
    ["et", "Kolm laeva möödus öösel neemest", "kuid keegi ei näinud neid"],
    ["lt", "Trys laivai praplaukė pro kyšulį", "bet niekas jų nematė naktį"],
    ["hy", "Երեք նավ անցան հրվանդանի մոտով", "բայց ոչ ոք չտեսավ դրանք"],
    ["sl", "Tri ladje so odplule mimo rta", "razen če se je veter obrnil"],
    ["ca", "Tres vaixells van passar el cap", "però ningú no els va veure"],
    ["sq", "Tri anije kaluan pranë kepit", "por askush nuk i pa natën"],
    ["cy", "Aeth tair llong heibio i'r penrhyn", "ond ni welodd neb hwy"],
  ])(
    "at an end shows the clause that takes back the one before, in %s",
    (language, words, clause) => {
      expect(verdictOn(`${words} …`, `${words}, ${clause}.`, language)).toMatchObject({
        kind: "shortened",
        gaps: [{ at: "end" }],
      });
      expect(isGreen(verdictOn(words, `${words}, ${clause}.`, language))).toBe(true);
      expect(isGreen(verdictOn(`${words} …`, `${words}.`, language))).toBe(true);
    },
  );

  test("at an end shows が after the form of a verb", () => {
    const printed = "三隻の船が闇の中で岬を過ぎたが、誰もそれを見なかった。";
    expect(verdictOn("三隻の船が闇の中で岬を過ぎた……", printed, "ja")).toMatchObject({
      kind: "shortened",
      gaps: [{ at: "end", hidden: [{ kind: "contrast", text: "が" }] }],
    });
  });

  test.each([
    ["en", "They told us in the evening that she loves him", "not"],
    ["en", "The men of the pier were paid that winter", "never"],
    ["de", "Die Leute vom Hafen glauben dem alten Bürgermeister der Stadt", "nicht"],
    ["de", "Das Schiff erreichte den Hafen der Stadt", "nie"],
    ["nl", "De mannen van de haven geloven de burgemeester van de stad", "niet"],
    ["sv", "Männen i hamnen trodde på borgmästaren", "inte"],
    ["tr", "Limandaki adamlar bu kasabanın dostu", "değil"],
    ["hi", "बंदरगाह के लोगों को उस सर्दी में मज़दूरी मिली", "नहीं"],
    ["ko", "부두에 온 사람은 그해 겨울에 그 말을 믿지", "않았다"],
    ["en", "The chair of the guild shall vote", "except in the event of a tie"],
  ])(
    "a full stop that hides the end of a sentence says so: %s, %s … %s",
    (language, printed, end) => {
      const whole = `${printed} ${end}.`;
      const verdict = verdictOn(`${printed}.`, whole, language);
      expect(verdict).toMatchObject({ kind: "shortened", gaps: [{ at: "end" }] });
      expect(verdict.kind === "shortened" && verdict.gaps[0]?.hidden).not.toEqual([]);
      // An author who quotes a part of a sentence ends another one.
      expect(verdictOn(printed, whole, language).kind).toBe("exact");
      const longer = `${printed} zyx ${end} zyx zyx zyx.`;
      expect(isGreen(verdictOn(`${printed}.`, longer, language))).toBe(true);
      expect(isGreen(verdictOn(`${printed}.`, `${printed}.`, language))).toBe(true);
    },
  );

  test("a full stop hides nothing of sentences that go on otherwise", () => {
    fc.assert(
      fc.property(slices, fc.constantFrom(".", "!", "。"), (words, stop) => {
        const quoted = words.join(" ").replace(/[.,]$/, "");
        // 120! is another number.
        fc.pre(stop !== "!" || !/\d$/.test(quoted));
        const verdict = verifier.verify(quoted + stop);
        const plain = verifier.verify(quoted);
        expect([quoted, isGreen(verdict)]).toEqual([quoted, isGreen(plain)]);
      }),
      { numRuns: runs(200) },
    );
  });

  test.each([
    ["en", "The men were free to leave", "only if the mayor agreed to it"],
    ["en", "I will sign the treaty of the two towns", "if the mayor asks me to"],
    ["en", "The keeper is to be paid in silver", "provided that he lights the lamp"],
    ["de", "Die Männer durften die Stadt am Abend verlassen", "wenn der Bürgermeister es erlaubte"],
    ["fr", "Les hommes étaient libres de quitter la ville", "seulement avec sa permission"],
    ["es", "Los hombres podían salir de la ciudad", "si el alcalde estaba de acuerdo"],
    ["ru", "Люди могли уйти из города вечером", "только с разрешения судьи"],
    ["pl", "Ludzie mogli odejść z miasta wieczorem", "jeśli burmistrz się zgodził"],
  ])("an ellipsis that hides a condition shows it: %s, %s … %s", (language, printed, condition) => {
    for (const whole of [`${printed} ${condition}.`, `${printed}, ${condition}.`]) {
      expect(verdictOn(`${printed} …`, whole, language)).toMatchObject({
        kind: "shortened",
        gaps: [{ at: "end", hidden: [] }],
      });
      expect(isGreen(verdictOn(printed, whole, language))).toBe(true);
    }
  });

  test.each([
    ["en", "If the mayor asks me,", "I will sign the treaty of the two towns"],
    ["de", "Wenn der Bürgermeister fragt,", "werde ich den Vertrag der Städte unterschreiben"],
    ["zh", "如果市长同意，", "这些人就可以在晚上离开这座小城"],
  ])(
    "an ellipsis at the beginning that hides a condition shows it: %s",
    (language, condition, printed) => {
      const space = language === "zh" ? "" : " ";
      const whole = `${condition}${space}${printed}.`;
      expect(verdictOn(`… ${printed}`, whole, language)).toMatchObject({
        kind: "shortened",
        gaps: [{ at: "start", hidden: [] }],
      });
      expect(isGreen(verdictOn(printed, whole, language))).toBe(true);
    },
  );

  test.each(["[…]", "[...]"])("%s at an end is that of an excerpt, as Ibid’s own", (mark) => {
    const quoted = `${mark} steal the oil of the lamp from the miller`;
    expect(
      verdictOn(quoted, "Thou shalt not steal the oil of the lamp from the miller.").kind,
    ).toBe("exact");
  });

  test("at an end that is printed too hides nothing", () => {
    const printed = "He would not… sell the oil of the lamp to the miller… but not in May.";
    expect(isGreen(verdictOn("…sell the oil of the lamp to the miller…", printed))).toBe(true);
  });

  test("at an end hides nothing if the words are elsewhere without a negation", () => {
    const printed = "Thou shalt not sell the oil of the lamp.\n\nThey sell the oil of the lamp.";
    expect(verdictOn("… sell the oil of the lamp", printed)).toMatchObject({
      kind: "exact",
      occurrences: [{ stretch: [{ start: 5 }] }, {}],
    });
  });

  const COMMISSION =
    "The commission found that the minister had neither approved nor seen the order of the ninth of June.";
  test.each([
    [
      "The commission found … of … that the minister had neither approved nor seen the order",
      ["of"],
    ],
    ["found … of … that the minister had neither approved nor seen the order … of June", ["of"]],
    ["the … The commission found that the minister … seen the order of the ninth", ["the"]],
  ])(
    "with a part that is too light and not in its place does not count that part: %s",
    (quoted, light) => {
      expect(verdictOn(quoted, COMMISSION)).toMatchObject({ kind: "shortened", lightParts: light });
    },
  );

  test.each(["never", "June", "ninth"])(
    "with “%s” out of its place is not judged without it",
    (word) => {
      const quoted = `The commission found … ${word} … that the minister had neither approved nor seen the order`;
      expect(verdictOn(quoted, `${COMMISSION} It was never seen.`).kind).toBe("unjudged");
    },
  );

  const SEA = "I love the sea and its storms";
  const HILLS = "the hills and their silence";
  test.each([
    [`"${SEA}," said Ruth. "I fear ${HILLS}," said Paul.`, "Paul"],
    [`“${SEA},” Ruth said. “I fear ${HILLS},” Paul added.`, "Paul"],
    [`‘${SEA},’ said Ruth.\n\n‘I fear ${HILLS}.’`, "‘"],
    [`«${SEA}», dit la mère.\n\n«Je crains ${HILLS}.»`, "«"],
    [`"${SEA}," said Ruth. "I fear ${HILLS}," said Ruth.`, undefined],
    [`"${SEA}," said Ruth. "I fear ${HILLS}," she told Paul.`, undefined],
    [`"${SEA}," said Ruth, "and I fear ${HILLS}."`, undefined],
    [`"${SEA} and, Paul, ${HILLS}," said Ruth.`, undefined],
    [`"${SEA}," said Ruth.\n\nShe looked at Paul.\n\n"I fear ${HILLS}."`, undefined],
    [`"${SEA}," said Ruth.\n\n"I fear ${HILLS}," said Ruth.`, undefined],
    [`She wrote "${SEA}" in her book, and "${HILLS}" in his.`, undefined],
  ])("between the words of two people in a story names the other: %s", (printed, speaker) => {
    const verdict = verdictOn(`${SEA} … ${HILLS}`, printed);
    const hidden = verdict.kind === "shortened" && verdict.gaps.flatMap(({ hidden }) => hidden);
    expect(hidden).toEqual(speaker === undefined ? [] : [{ kind: "speaker", text: speaker }]);
  });

  test.each([
    [`**Smith** I deny that ${SEA}.`, `**Jones** The clerk saw ${HILLS}.`, "Jones"],
    [`**Dr. Smith** I deny that ${SEA}.`, `**Ada Jones.** “The clerk saw ${HILLS}.”`, "Ada Jones"],
    [`**Smith** I deny that ${SEA}.`, `**Smith** The clerk saw ${HILLS}.`, undefined],
    [`**Smith** I deny that ${SEA}.`, `**Jones** saw ${HILLS}.`, undefined],
    [`I deny that ${SEA}.`, `**Remark** The clerk saw ${HILLS}.`, undefined],
  ])("between the words of people whose names are in bold type names the other: %s", (...given) => {
    const [one, other, speaker] = given;
    for (const between of ["\n\n", "\n", "\\\n"]) {
      const verdict = verdictOn(`${SEA} … ${HILLS}`, [one, other].join(between));
      const hidden = verdict.kind === "shortened" && verdict.gaps.flatMap(({ hidden }) => hidden);
      expect([between, hidden]).toEqual([
        between,
        speaker === undefined ? [] : [{ kind: "speaker", text: speaker }],
      ]);
    }
  });

  test("over more than some paragraphs stitches two parts together", () => {
    const [first = "", ...others] =
      book.corpus.documents[0]?.passages.map(({ text }) => text) ?? [];
    const begin = first.split(" ").slice(0, 12).join(" ");
    const end = (text = "") => text.split(" ").slice(-12).join(" ");
    const near = `${begin} … ${end(others[1])}`;
    const far = `${begin} … ${end(others.at(-1))}`;
    expect(verifier.verify(near)).toMatchObject({ kind: "shortened", gaps: [{ paragraphs: 1 }] });
    expect(verifier.verify(far).kind).toBe("stitched");
  });
});

describe("letters that a language distinguishes", () => {
  test.each([
    ["es", "Ayer habló el capitán de la nave", "habló", "hablo", "altered"],
    ["es", "El año nuevo llegó con viento", "año", "ano", "altered"],
    ["de", "Schon die Männer grüßten den König", "Schon", "Schön", "altered"],
    ["de", "Schon die Männer grüßten den König", "Männer", "Maenner", "typography"],
    ["de", "Schon die Männer grüßten den König", "grüßten", "gruessten", "typography"],
    ["ru", "Мой старый дом стоял у моря", "Мой", "Мои", "altered"],
    ["ru", "Мой старый дом ещё стоял у моря", "ещё", "еще", "typography"],
    ["tr", "Kız ışığı gördü ve kapıyı açtı", "Kız", "Kiz", "altered"],
    ["tr", "Kız ışığı gördü ve kapıyı açtı", "açtı", "actı", "altered"],
    ["tr", "Hala köyde oturan kâr peşindeydi", "Hala", "Hâlâ", "altered"],
    ["tr", "Hala köyde oturan kâr peşindeydi", "kâr", "kar", "altered"],
    ["uz", "Oʻzbek yozuvchisi maʼno izlab gʻarbga ketdi", "Oʻzbek", "O‘zbek", "typography"],
    ["uz", "Oʻzbek yozuvchisi maʼno izlab gʻarbga ketdi", "gʻarbga", "g'arbga", "typography"],
    ["uz", "Oʻzbek yozuvchisi maʼno izlab gʻarbga ketdi", "gʻarbga", "garbga", "altered"],
    ["vi", "Ông lão đã đốt ngọn đèn biển", "đèn", "đen", "altered"],
    ["vi", "Ông lão đã đốt ngọn đèn biển", "đốt", "dốt", "altered"],
    ["vi", "Ông lão khoẻ mạnh đốt đèn hoà bình", "khoẻ", "khỏe", "typography"],
    ["vi", "Ông lão khoẻ mạnh đốt đèn hoà bình", "hoà", "hóa", "altered"],
    ["vi", "Ông lão đốt ngọn đèn thuý xưa", "thuý", "thúy", "typography"],
    ["en", "If x̅ holds then the lamp is out", "x̅", "x", "altered"],
    ["el", "Ο φύλακας άναψε τη λάμπα νωρίς", "νωρίς", "νωρις", "altered"],
    ["el", "Ο φύλακας άναψε τη λάμπα νωρίς", "φύλακας", "ΦΥΛΑΚΑΣ", "typography"],
    ["ro", "Știința și viața sunt aproape de far", "Știința", "Ştiinţa", "typography"],
    [
      "tr",
      "Bir fener İzmir kıyısında hiç sönmedi",
      "Bir fener İzmir",
      "BİR FENER İZMİR",
      "typography",
    ],
    ["tr", "Bir fener İzmir kıyısında hiç sönmedi", "kıyısında", "kiyisinda", "altered"],
    ["tr", "Bir fener İzmir kıyısında hiç sönmedi", "İzmir", "Izmir", "altered"],
    ["ar", "قَالَ مَآ أَضَاءَ ٱلسَّيِّـَٔ فِي ٱلۡبَيۡتِ", "مَآ أَضَاءَ ٱلسَّيِّـَٔ", "ما أضاء السي", "typography"],
    ["ar", "قَالَ مَآ أَضَاءَ ٱلسَّيِّـَٔ فِي ٱلۡبَيۡتِ", "مَآ", "مُا", "altered"],
    ["ro", "Știința și viața sunt aproape de far", "Știința", "Stiinta", "altered"],
    ["en", "The café stood near the pier there", "café", "cafe", "typography"],
    ["en", "If a ≠ b then the lamp is out", "≠", "=", "altered"],
    ["en", "You shall not light the lamp tonight", "not", "n̶o̶t̶", "altered"],
    [
      "da",
      "Han så en båd på øen ved havet",
      "så en båd på øen",
      "saa en baad paa oeen",
      "typography",
    ],
    [
      "da",
      "Han saae en Baad ved Gaarden i Nat",
      "Baad ved Gaarden",
      "Båd ved Gården",
      "typography",
    ],
    ["nb", "Han så en båt på øya ved havet", "så en båt på", "saa en baat paa", "typography"],
    ["da", "Han så en båd på øen ved havet", "båd", "bad", "altered"],
    ["sv", "Han såg en båt på ön vid havet", "båt", "baat", "altered"],
    ["it", "La città è sul mare e il papa andò via", "città è", "citta' e'", "typography"],
    ["it", "La città è sul mare e il papa andò via", "andò", "ando’", "typography"],
    ["it", "E' vero che il papa andò via dal mare", "E' vero", "È vero", "typography"],
    ["it", "La città è sul mare e il papa andò via", "è", "e", "altered"],
    ["it", "La città è sul mare e il papa andò via", "mare e il", "mare è il", "altered"],
    ["it", "La città è sul mare e il papa andò via", "sul mare", "sul mare'", "typography"],
    ["es", "La ciudad se cayó y el papa salió de allí", "cayó", "cayo'", "altered"],
  ])("in %s: “%s” with %s as %s is %s", (language, printed, word, other, kind) => {
    expect(verdictOn(printed.replace(word, other), printed, language).kind).toBe(kind);
  });
});

describe("the letters of a document that does not name its language", () => {
  const amidFiller = (printed: string) => {
    const filler = Array.from({ length: 60 }, (_, at) => `${at + 1000} zyx`).join(", ");
    return verifierOf(libraryOf({ "a.md": printed, "b.md": filler }));
  };

  test.each([
    ["El viejo lobo de mar no tomó pan la mañana del año", "tomó", "tomo"],
    ["El viejo lobo de mar no tomó pan la mañana del año", "mañana", "manana"],
    ["El viejo lobo de mar come pan en la barca roja", "lobo", "lobó"],
    ["Le vieux gardien a salé le pain du pêcheur noyé", "salé", "sale"],
    ["Der alte Wärter konnte die Lampe schon am Tag sehen", "konnte", "könnte"],
    ["Yaşlı bekçi kırk yıl fener kulesinde oturdu", "kırk", "kirk"],
    ["Ông lão bán má của con thuyền trên sông", "má", "mà"],
    ["Мой дед зажёг фонарь и пошёл домой спать", "Мой", "Мои"],
    ["Ο γέρος ρώτησε πότε θα ανάψουν το φως", "πότε", "ποτέ"],
    ["Stary latarnik dał łódź synowi przed burzą", "łódź", "lódź"],
  ])("are not accents: “%s” with %s as %s", (printed, word, other) => {
    const verifier = amidFiller(`${printed}.`);
    expect(verifier.verify(printed).kind).toBe("exact");
    const verdict = verifier.verify(printed.replace(word, other));
    expect(verdict).toMatchObject({
      kind: "altered",
      changes: expect.arrayContaining([expect.objectContaining({ grave: "accent" })]),
    });
  });

  test.each([
    ["The café of Señor Nuñez was where they drank", "café", "cafe"],
    ["The café of Señor Nuñez was where they drank", "Nuñez", "Nunez"],
    ["Der Wärter schaute auf die Straße am großen Fluß", "Straße", "Strasse"],
    ["Мой дед зажёг фонарь и пошёл домой спать", "зажёг", "зажег"],
    ["Le cœur du vieux gardien était dans la tour", "cœur", "coeur"],
    ["Știința și viața sunt aproape de far", "Știința", "Ştiinţa"],
  ])(
    "are, or are written otherwise, where no other word is meant: “%s” with %s as %s",
    (printed, word, other) => {
      expect(amidFiller(`${printed}.`).verify(printed.replace(word, other)).kind).toBe(
        "typography",
      );
    },
  );

  test("are those of the words that are quoted, whatever the language of the rest", () => {
    const english = "The keeper of the tower read this to them when they had lit all the lamps. ";
    const verifier = amidFiller(
      `${english.repeat(4)}\n\nEl viejo lobo de mar no tomó pan la mañana del año.\n\n${english.repeat(4)}`,
    );
    expect(verifier.verify("lobo de mar no tomo pan la mañana").kind).toBe("altered");
  });
});

describe("between two passages", () => {
  const document = libraryOf({
    "a.md": [
      "The keeper lit the lamp at dusk.",
      "## Second night",
      "The oil ran out before morning came.",
      "```\ncode\n```",
      "A boat answered him out of the dark.",
      "Nobody slept in the tower that night.",
      "| oil | wick |\n| --- | --- |\n| 2 | 3 |",
      "A ship came with bread at noon.",
    ].join("\n\n"),
  });
  const verdict = (quoted: string) => verifierOf(document).verify(quoted);

  test.each([
    ["the lamp at dusk. The oil ran out", ["heading"]],
    ["before morning came. A boat answered him", ["code"]],
    ["in the tower that night. A ship came with bread", ["table"]],
  ])("what is left out is named: %s", (quoted, interruptions) => {
    expect(verdict(quoted)).toMatchObject({ kind: "shortened", gaps: [{ interruptions }] });
  });

  test("passages are left out before a heading that is quoted", () => {
    const quoted =
      "before morning came. A boat answered him out of the dark. Third night A ship came";
    const more = verifierOf(
      libraryOf({
        "a.md": [
          "The oil ran out before morning came.",
          "A boat answered him out of the dark.",
          "Nobody slept in the tower at all.",
          "## Third night",
          "A ship came with bread at noon.",
        ].join("\n\n"),
      }),
    );
    const verdict = more.verify(quoted);
    expect(
      verdict.kind === "altered" && [
        verdict.changes
          .filter(({ isSame }) => !isSame)
          .map(({ printed, quoted }) => [printed, quoted]),
        verdict.marks,
      ],
    ).toEqual([
      [["Nobody slept in the tower at all", ""]],
      [{ kind: "heading", text: "Third night" }],
    ]);
  });

  test("nothing is left out where one reads on", () => {
    expect(verdict("out of the dark. Nobody slept in the tower").kind).toBe("exact");
  });

  test.each([
    ["image", "![A lamp in the fog](lamp.png)"],
    ["image", '<img src="lamp.png" alt="A lamp in the fog">'],
    ["break", "---"],
    ["break", "* * *"],
    ["break", "⁂"],
    ["break", "— ~ —"],
    ["break", "2."],
    ["code", "```\nlamp()\n```"],
    ["table", "| a | b |\n|---|---|\n| 1 | 2 |"],
    ["table", "<table><tr><td>1</td></tr></table>"],
    ["formula", "$$\nE = mc^2\n$$"],
    ["formula", "```math\nE = mc^2\n```"],
    ["html", "<div>A lamp</div>"],
    ["html", "<center><iframe src='lamp.html'></iframe></center>"],
    ["break", "<hr>"],
    ["heading", "### Dusk"],
  ])("%s is named where one reads across it: %s", (interruption, between) => {
    const printed = `The keeper lit the lamp at dusk.\n\n${between}\n\nA boat answered him out of the dark.`;
    expect(verdictOn("lit the lamp at dusk. A boat answered him", printed)).toMatchObject({
      kind: "shortened",
      gaps: [{ words: 0, interruptions: [interruption] }],
    });
  });

  test.each(['<div class="log">', "</div>", "<br>", "<!-- a remark -->"])(
    "%s is nothing that is left out",
    (between) => {
      const printed = `The keeper lit the lamp at dusk.\n\n${between}\n\nA boat answered him out of the dark.`;
      expect(verdictOn("lit the lamp at dusk. A boat answered him", printed).kind).toBe("exact");
    },
  );

  const NUMBERED =
    "The keeper climbed the stair at dusk.\n\n### § 2. Of the oil\n\nThe oil was poured into the barrel.\n\n## Chapter 1: The Gale\n\nThe keeper of the bell lit a second lamp.";
  test.each([
    ["§ 2. Of the oil The oil was poured into", "§ 2. Of the oil"],
    ["Of the oil. The oil was poured into", "Of the oil"],
    ["climbed the stair at dusk. § 2. Of the oil. The oil", "§ 2. Of the oil"],
    ["The Gale. The keeper of the bell lit", "The Gale"],
    ["Chapter 1: The Gale\n\nThe keeper of the bell lit", "Chapter 1: The Gale"],
  ])("a heading with a number is the heading, with or without it: %s", (quoted, heading) => {
    expect(verdictOn(quoted, NUMBERED)).toMatchObject({
      kind: "exact",
      marks: [{ kind: "heading", text: heading }],
    });
  });

  test.each([
    "§ 3. Of the oil The oil was poured into",
    "Chapter 2: The Gale. The keeper of the bell lit",
    "Of no oil. The oil was poured into the barrel",
  ])("another heading is none: %s", (quoted) => {
    expect(isGreen(verdictOn(quoted, NUMBERED))).toBe(false);
  });

  test.each([
    ["before the gale. The boat was tied to the pier", "It was noted in the log of the night"],
    [
      "climbed the stair. The boat was tied to the pier",
      "The oil was poured into the barrel before the gale. It was noted in the log of the night",
    ],
  ])("words that are left out without an ellipsis are the only difference: %s", (quoted, left) => {
    const printed =
      "The keeper climbed the stair.\n\nThe oil was poured into the barrel before the gale.\n\n> It was noted in the log of the night.\n\nThe boat was tied to the pier in the north.";
    const verdict = verdictOn(quoted, printed);
    expect(
      verdict.kind === "altered" &&
        verdict.changes
          .filter(({ isSame }) => !isSame)
          .map(({ printed, quoted }) => [printed, quoted]),
    ).toEqual([[left, ""]]);
  });

  test("an image within a paragraph interrupts nothing", () => {
    const printed =
      "The keeper lit ![a lamp](lamp.png) the lamp.\n\nA boat answered ![](x.png) him.";
    expect(isGreen(verdictOn("keeper lit the lamp. A boat answered him", printed))).toBe(true);
  });

  test.each([
    "the lamp at dusk. Second night",
    "the lamp at dusk. Second night.",
    "the lamp at dusk. Second night The oil ran out",
    "Second night The oil ran out before morning",
  ])("a heading that is quoted is the heading: %s", (quoted) => {
    expect(verdict(quoted)).toMatchObject({
      kind: "exact",
      marks: [{ kind: "heading", text: "Second night" }],
    });
  });
});

describe("Markdown around words", () => {
  const printed =
    "The loss was −5 crowns and the captain’s bond held 5! ways and 6′ of snake\\_rope in 1907.";
  test.each([
    "The loss was −**5** crowns and the captain’s bond",
    "the captain**’s** bond held **5**! ways and **6**′ of snake_rope",
    "The loss was **−5** crowns and the __captain’s__ bond",
    "The loss was *−5 crowns* and the _captain’s_ bond",
    "||The loss was −5|| crowns and the captain’s bond",
  ])("divides no word and no sign from its number: %s", (quoted) => {
    expect(isGreen(verdictOn(quoted, printed))).toBe(true);
  });

  test.each([
    "The loss was **5** crowns and the captain’s bond",
    "The loss was −**6** crowns and the captain’s bond",
    "bond held **5** ways and 6′ of snake_rope in 1907",
    "The loss was −5 crowns and the captain’s bond ~~held~~ 5! ways",
  ])("hides no other word: %s", (quoted) => {
    expect(isGreen(verdictOn(quoted, printed))).toBe(false);
  });
});

describe("what an editor adds", () => {
  const marks = fc.constantFrom<(text: string) => string>(
    (text) => `${text} (emphasis added)`,
    (text) => `${text} [sic]`,
    (text) => `${text}[12]`,
    (text) => `${text.replace(/[.,]$/, "")}.¹`,
    (text) => `${text} (p. 12)`,
    // No words after the end of a sentence change its sense.
    (text) => (/^.{60,} it\./.test(text) ? `“${text.replace(/(?<= it)\.[^.]*$/, "...")}”.` : text),
    (text) => `“${text}” — Ada Quill, The Log`,
  );
  test("is listed, and the words are judged without it", () => {
    fc.assert(
      fc.property(slices, marks, (words, add) => {
        const quoted = add(words.join(" "));
        expect([quoted, isGreen(verifier.verify(quoted))]).toEqual([quoted, true]);
      }),
      { numRuns: runs(100) },
    );
  });

  const frequent = verifierAmidFiller(
    "The oil of the harbour was sold in small barrels, and the keeper of the house counted each of the coins by the lamp.",
    "en",
  );
  test.each([
    // After “and”, “the” is printed too.
    ["was sold in small barrels (so says the clerk)", ["→so says the clerk"]],
    ["was sold in small barrels, but the clerk", ["and→but", "→clerk"]],
    ["The oil of the harbour was sold to a man in the north", ["→to a man", "→the north"]],
    ["the keeper of the house counted none of the goats", ["each→none", "→goats"]],
  ])("replaces a word near an end only if as many are printed: %s", (quoted, differences) => {
    const verdict = frequent.verify(quoted);
    const changes = verdict.kind === "altered" ? verdict.changes : [];
    expect(
      changes.flatMap(({ isSame, printed, quoted }) => (isSame ? [] : [`${printed}→${quoted}`])),
    ).toEqual(differences);
  });

  test("never replaces a word that is not quoted", () => {
    const tokens = fc.constantFrom(
      ...["1907", "?5", "§", "zeppelin-7", "...", "[twelve]", "#7", "zeppelin", "Amen", "not"],
    );
    fc.assert(
      fc.property(slices, tokens, fc.boolean(), (words, token, isBefore) => {
        const quoted = (isBefore ? [token, ...words] : [...words, token]).join(" ");
        const verdict = verifier.verify(quoted);
        if (verdict.kind !== "altered") return;
        const replaced = verdict.changes.filter(({ isSame, printed }) => !isSame && printed !== "");
        expect([quoted, replaced]).toEqual([quoted, []]);
      }),
      { numRuns: runs(100) },
    );
  });

  test("replaces no much longer text by several words that have a frequent one among them", () => {
    const added = fc
      .tuple(
        fc.shuffledSubarray(["zeppelin", "translated", "Amen", "(revised", "1851)"], {
          minLength: 2,
        }),
        fc.constantFrom("the", "of", "was", "but", "it", "at"),
        fc.nat(),
      )
      .map(([others, frequent, at]) => others.toSpliced(at % (others.length + 1), 0, frequent));
    fc.assert(
      fc.property(slices, added, fc.boolean(), (words, some, isBefore) => {
        const quoted = (isBefore ? [...some, ...words] : [...words, ...some]).join(" ");
        const verdict = verifier.verify(quoted);
        if (verdict.kind !== "altered") return;
        // As many words beside a frequent one may have been changed, too.
        const countOf = (text: string) => text.split(" ").length;
        const replaced = verdict.changes.filter(
          ({ isSame, printed, quoted }) => !isSame && countOf(printed) > countOf(quoted) + 1,
        );
        expect([quoted, replaced]).toEqual([quoted, []]);
      }),
      { numRuns: runs(100) },
    );
  });

  test("is never said where a word next to the first or the last is left out", () => {
    fc.assert(
      fc.property(slices, fc.boolean(), (words, isFirst) => {
        const at = isFirst ? 1 : words.length - 2;
        const verdict = verifier.verify(words.toSpliced(at, 1).join(" "));
        fc.pre(verdict.kind === "altered");
        const { changes } = verdict;
        const added = changes.filter(({ isSame, quoted }) => !isSame && quoted !== "");
        expect([words[at], added]).toEqual([words[at], []]);
      }),
      { numRuns: runs(60) },
    );
  });

  test("launders no negation, number or name in brackets, and no number in a sentence", () => {
    const inserted = fc.constantFrom("[not]", "[never]", "[seven]", "[Ada]", "[12 times]", "300");
    fc.assert(
      fc.property(slices, inserted, fc.nat(), (words, word, at) => {
        const index = 1 + (at % (words.length - 1));
        // A number may be that of a verse where a sentence begins.
        fc.pre(!/[.]$/.test(words[index - 1] ?? ""));
        const quoted = words.toSpliced(index, 0, word).join(" ");
        expect([quoted, isGreen(verifier.verify(quoted))]).toEqual([quoted, false]);
      }),
      { numRuns: runs(100) },
    );
  });

  const PRINTED = "The keeper lit the lamp[^3] at dusk and slept.\n\n[^3]: A note.";

  test.each([
    ["he", "הַשּׁוֹמֵר הִדְלִיק אֶת הַמְּנוֹרָה בַּמִּגְדָּל׃"],
    ["ur", "رکھوالے نے شام کو مینار میں چراغ جلایا۔"],
    ["hi", "रखवाले ने शाम को मीनार में दीपक जलाया।"],
    ["ko", "등대지기는 저녁마다 탑에서 등불을 켜고 글을 몇 줄 더 씀"],
    ["ko", "등대지기는 저녁마다 탑에서 등불을 켜고 나서 쌀"],
  ])(
    "may be the number of a note after a full stop or a word of its script, in %s",
    (language, printed) => {
      expect(verdictOn(`${printed}[5]`, printed, language)).toMatchObject({
        kind: "exact",
        marks: [{ kind: "note-number", text: "[5]" }],
      });
    },
  );

  test("may be the number of a note after the word “I”, but not after a variable", () => {
    const printed = "These things write I, and the value x is of the lamp.";
    expect(verdictOn("These things write I[13]", printed)).toMatchObject({
      kind: "exact",
      marks: [{ kind: "note-number", text: "[13]" }],
    });
    expect(verdictOn("and the value x[1] is of the lamp", printed).kind).toBe("altered");
  });

  test.each([
    ["16 The keeper lit the lamp", "exact", "verse-number"],
    ["16The keeper lit the lamp", "exact", "verse-number"],
    ["The [old] keeper lit the lamp at dusk", "exact", "words"],
    ["The keeper lit the lamp3 at dusk", "exact", "note-number"],
    ["Log 3:16 The keeper lit the lamp at dusk", "exact", "unknown-origin"],
    ["The keeper lit the lamp at dusk 🙂🕯️", "exact", "emoji"],
  ])("is named: %s", (quoted, kind, mark) => {
    expect(verdictOn(quoted, PRINTED)).toMatchObject({ kind, marks: [{ kind: mark }] });
  });

  test.each([
    ["Ada Quill", "exact", "words"],
    ["Total Nonsense", "exact", "words"],
    ["A. Quill", "exact", "unknown-origin"],
    ["Dr. Quill", "exact", "unknown-origin"],
    ["Ada Quill, 1851", "exact", "unknown-origin"],
    ["Log 3:16", "exact", "unknown-origin"],
    ["Mora", "exact", "attribution"],
    ["Lies", "exact", "words"],
    ["Nonsense", "exact", "words"],
    ["Old Oil", "altered", undefined],
    ["Oil", "altered", undefined],
    ["Never", "altered", undefined],
  ])("is an attribution only by evidence: — %s", (added, kind, mark) => {
    const printed = "The keeper lit the lamp for Mora. The old oil was gone, and Mora slept.";
    const verdict = verdictOn(`The keeper lit the lamp for Mora. — ${added}`, printed);
    expect(verdict.kind).toBe(kind);
    expect("marks" in verdict ? verdict.marks.map(({ kind }) => kind) : []).toEqual(
      mark === undefined ? [] : [mark],
    );
  });

  test.each([
    ["“The keeper lit the lamp for Mora.” — Ada Quill", "en", "unconfirmed-origin"],
    ["The keeper lit the lamp for Mora.\n— Ada Quill", "en", "unconfirmed-origin"],
    ["등대지기는 등불을 켰다. — 박등대", "ko", "attribution"],
    ["등대지기는 등불을 켰다. — 안등대", "ko", "attribution"],
    ["등대지기는 등불을 켰다. — 3장 16절", "ko", "unconfirmed-origin"],
    ["등대지기는 등불을 켰다. — 허튼소리", "ko", "words"],
    ["「灯台守はランプに火をともした。」— 灯台花子", "ja", "unconfirmed-origin"],
    ["灯台守はランプに火をともした。— 嘘である", "ja", "words"],
    ["„Paznicul a aprins lampa pentru ei.” — N. Iorga", "ro", "unconfirmed-origin"],
    ["Mlinzi aliwasha taa ya pwani jioni. — N. Iorga", "sw", "unconfirmed-origin"],
  ])("is an attribution by what surrounds it and by the names of the corpus: %s", (...given) => {
    const [quoted, language, kind] = given;
    const printed: Record<string, string> = {
      en: "The keeper lit the lamp for Mora. The old oil was gone.",
      ko: "등대지기는 등불을 켰다. 바다는 잔잔했다.",
      ja: "灯台守はランプに火をともした。海は静かだった。",
      ro: "Paznicul a aprins lampa pentru ei. Marea era liniștită.",
      sw: "Mlinzi aliwasha taa ya pwani jioni. Bahari ilikuwa tulivu.",
    };
    const names = "from: 박등대\nauthor: 안등대";
    const small = verifierOf(
      libraryOf({
        "a.md": `---\nlanguage: ${language}\n${names}\n---\n\n${printed[language]}`,
      }),
    );
    expect(small.verify(quoted)).toMatchObject({ kind: "exact", marks: [{ kind }] });
  });

  test.each([
    ["Rain - 62 - 78 - 45 March - 67 - 66.4 - 61", "Rain - 62 - 78 - 45 March Zebulon - 67 - 66.4"],
    ["Rain - 62 - 78 - 45 October - 66 - 61", "Rain - 62 - 78 - 45 Oсtober - 66 - 61"],
    [
      "The treaty stood on the old terms--Mora Quill 1818 and others.",
      "The treaty stood on the old terms--Zebulon Quill 1818",
    ],
  ])("is no attribution where the words are printed: %s", (printed, quoted) => {
    expect(isGreen(verdictOn(quoted, printed))).toBe(false);
    expect(isGreen(verdictOn(`The treaty — John 3:16`, "The treaty stood on terms."))).toBe(true);
  });

  test("is recognised beside what the document itself has in brackets, and above its words", () => {
    const printed =
      "The [old] keeper lit 이 등불 and the remaining lamps of the harbour [source] at dusk";
    const bracketed = ["[12]", " [sic]", " (emphasis added)"];
    for (const mark of bracketed) expect(isGreen(verdictOn(printed + mark, printed))).toBe(true);
    for (const [word, kind] of [
      ["이", "note-number"],
      ["keeper", "note-number"],
    ] as const) {
      const quoted = printed.replace(word, `${word}³`);
      expect(verdictOn(quoted, printed)).toMatchObject({ kind: "exact", marks: [{ kind }] });
    }
  });

  test.each([
    ["x of the wave is five long miles there", "x", "x²"],
    ["There are 5 km of the old wave left", "km", "km²"],
    ["There are 7 m of the old wave left", "m", "m³"],
  ])("is no exponent: %s", (printed, unit, squared) => {
    expect(isGreen(verdictOn(printed.replace(unit, squared), printed))).toBe(false);
  });

  test.each([
    "The keeper lit the lamp4 at dusk",
    "No Log 3:16 The keeper lit the lamp at dusk",
    "The keeper lit ❌ the lamp at dusk",
    "The keeper ~~lit~~ the lamp at dusk",
    "The ~~keeper lit the~~ lamp at dusk",
  ])("changes the words in “%s”", (quoted) => {
    expect(verdictOn(quoted, PRINTED).kind).toBe("altered");
  });

  test("is no number of a verse where the sentence is written as if it went on", () => {
    const sentences = "Ships were lost that winter. Oil came late. Boats answered us.".split(
      /(?<=\.) /,
    );
    const printed = `They were warned. ${sentences.join(" ")}`;
    for (const sentence of sentences) {
      const uncapitalised = sentence.charAt(0).toLowerCase() + sentence.slice(1);
      expect(isGreen(verdictOn(`12 ${uncapitalised}`, printed))).toBe(false);
      expect(isGreen(verdictOn(`12 ${sentence}`, printed))).toBe(true);
    }
  });
});

test("words that are struck through where they are printed are quoted with their strokes, from wherever to wherever", () => {
  // Each word occurs once: without the words beside it, one of several places would be as good as another.
  const words = "The keeper lit a lamp at dusk".split(" ");
  fc.assert(
    fc.property(fc.nat(words.length - 1), fc.nat(words.length - 1), (one, other) => {
      const [first, last] = [Math.min(one, other), Math.max(one, other)];
      const struck = words.map((word, index) => {
        const end = index === last ? "~~" : "";
        return `${index === first ? "~~" : ""}${word}${end}`;
      });
      const printed = struck.join(" ").replaceAll("~", "\\~");
      expect(verdictOn(struck.join(" "), printed).kind).toBe("exact");
      expect(isGreen(verdictOn(struck.slice(first, last + 1).join(" "), printed))).toBe(true);
    }),
    { numRuns: runs(20) },
  );
});

test("no number before a word that the document counts is that of a verse", () => {
  const greens = ["nine", "9"].map((number) => {
    const printed = `They saw ${number} Ruritanians. Ruritanians were lost. For many had sailed.`;
    return ["12 Ruritanians were lost", "12 For many had sailed", "[12] Ruritanians were lost"].map(
      (quoted) => isGreen(verdictOn(quoted, printed)),
    );
  });
  expect(greens).toEqual([
    [false, true, true],
    [false, true, true],
  ]);
});

test("in German, no number before a noun is that of a verse without its sign", () => {
  const printed = "Man warnte sie. Schiffe gingen im Winter verloren. Und das Öl kam spät an.";
  const greens = [
    "300 Schiffe gingen im Winter verloren",
    "Man warnte sie. 300 Schiffe gingen im Winter verloren",
    "[16] Schiffe gingen im Winter verloren",
    "16 Und das Öl kam spät an",
  ].map((quoted) => isGreen(verdictOn(quoted, printed, "de")));
  expect(greens).toEqual([false, false, true, true]);
});

describe("one change", () => {
  test.each([
    [
      "ja",
      "漁師は川で大きな魚を捕った。村の人は喜んだ。",
      "猟師は川で大きな魚を捕った",
      "漁師",
      "猟師",
    ],
    [
      "ja",
      "漁師は川で大きな魚を捕った。村の人は喜んだ。",
      "大きな魚を捕った。村の人は喜ばない",
      "喜んだ",
      "喜ばない",
    ],
    [
      "zh",
      "灯塔守人每晚点亮灯火，望着远方的大海。",
      "灯塔守人每晚点亮灯火，望着远方的大河",
      "大海",
      "大河",
    ],
    ["ja", "海は決して嘘をつかない。", "海は決して嘘をつく", "つかない", "つく"],
  ])(
    "of the first or the last character of a word is one of the whole word, in %s: %s",
    (...given) => {
      const [language, text, quoted, printed, word] = given;
      const verdict = verdictOn(quoted, text, language);
      const changes = verdict.kind === "altered" ? verdict.changes : [];
      expect(changes.filter(({ isSame }) => !isSame)).toMatchObject([{ printed, quoted: word }]);
    },
  );

  test("is that of a compound too, whose parts a hyphen joins", () => {
    const printed = "יֹשְׁבֵי אֶרֶץ תֵּימָא בְּלַחְמוֹ קִדְּמוּ נֹדֵד כָּל הַיּוֹם";
    expect(verdictOn("יֹשְׁבֵי אֶרֶץ מִי־הִקְשִׁיב בְּלַחְמוֹ קִדְּמוּ נֹדֵד", printed, "he").kind).toBe("altered");
  });

  test("is found among words that the document has in brackets", () => {
    const printed =
      "There are palm trees, [growing] several from a root or [otherwise], watered with one water of the hill.";
    const verdict = verdictOn("palm trees, [growing] two from a root or", printed);
    expect(
      verdict.kind === "altered" &&
        verdict.changes.flatMap(({ isSame, printed, quoted }) =>
          isSame ? [] : [[printed, quoted]],
        ),
    ).toEqual([["several", "two"]]);
  });
});

describe("points and vowel signs", () => {
  const SURAH = "ٱلْحَمْدُ لِلَّهِ رَبِّ ٱلْعَٰلَمِينَ وَيُقِيمُونَ ٱلصَّلَوٰةَ وَهَٰذَا ٱلْكِتَٰبُ لِلسَّمَٰوَٰتِ";
  test.each([
    "الحمد لله رب العالمين ويقيمون الصلاة",
    "الحمد لله رب العلمين ويقيمون الصلوة",
    "رب العالمين ويقيمون الصلاة وهذا الكتاب للسماوات",
    "رب العالمين ويقيمون الصلاة وهاذا الكتاب للسموات",
  ])("of a long a may be letters, and are named: %s", (quoted) => {
    const verdict = verdictOn(quoted, SURAH, "ar");
    const [occurrence] = verdict.kind === "typography" ? verdict.occurrences : [];
    expect(occurrence?.differences.map(({ name }) => name)).toContain("Arabic vowel signs");
  });

  test.each([
    "الحمد لله رب العولمين ويقيمون الصلاة",
    "الحمد لله رب العالمين ويقيمون الصلة",
    "الحامد لله رب العالمين ويقيمون الصلاة",
    "رب العالمين ويقيمون الصلاة وهذا الكاتب للسماوات",
  ])("of a long a are no other letters: %s", (quoted) => {
    expect(verdictOn(quoted, SURAH, "ar").kind).not.toBe("typography");
  });

  const HEBREW = "בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ";
  const RUSSIAN = "Старый за\u0301мок стоял над бухтой у самого моря";
  const SYRIAC = "ܢܳܛܘܪܐ ܐܰܢܗܰܪ ܠܰܫܪܳܓܳܐ ܒܡܰܓܕܠܳܐ ܥܰܬܺܝܩܳܐ ܘܚܳܪ ܒܝܰܡܳܐ";
  const ARABIC = "ٱلْحَمْدُ لِلَّهِ رَبِّ ٱلْعَٰلَمِينَ هُدًى لِلنَّاسِ";

  test.each([
    ["he", HEBREW, HEBREW.replace(/[\u0591-\u05c7]/g, ""), "typography"],
    ["he", HEBREW, HEBREW.replace("בָּרָא", "בֻּרָא"), "altered"],
    ["he", HEBREW, HEBREW.replace("בָּרָא", "ברא"), "typography"],
    ["ar", ARABIC, ARABIC.replace(/[\u064b-\u0652\u0670]/g, "").replaceAll("ٱ", "ا"), "typography"],
    ["ar", ARABIC, ARABIC.replace("رَبِّ", "رُبِّ"), "altered"],
    ["ru", RUSSIAN, RUSSIAN.replace("за\u0301мок", "замок"), "typography"],
    ["ru", RUSSIAN, RUSSIAN.replace("за\u0301мок", "замо\u0301к"), "altered"],
    ["ru", RUSSIAN, RUSSIAN.replace("моря", "мо\u0301ря"), "typography"],
    ["ar", "كتاب الليل على الطاولة الكبيرة", "کتاب اللیل علي الطـــاولة الكبيرة", "typography"],
    ["syr", SYRIAC, SYRIAC.replace(/[\u0730-\u074a]/g, ""), "typography"],
    ["syr", SYRIAC, SYRIAC.replace("ܢܳܛܘܪܐ", "ܢܰܛܘܪܐ"), "altered"],
    [
      "yi",
      "דער װעכטער האָט די נײַע לאָמפּ אָנגעצונדן",
      "דער וועכטער האט די נייע לאמפ אנגעצונדן",
      "typography",
    ],
    [
      "yi",
      "דער װעכטער האָט די נײַע לאָמפּ אָנגעצונדן",
      "דער וויכטער האט די נייע לאמפ אנגעצונדן",
      "altered",
    ],
  ])("in %s are distinguished only if they differ", (language, printed, quoted, kind) => {
    expect(verdictOn(quoted, printed, language).kind).toBe(kind);
  });

  test("of a hamza that is left off an alef is one of a keyboard without it, and no other change", () => {
    const words = "إنَّ الحارسَ أضاءَ المصباحَ القديمَ أمامَ البرجِ إلى الصباح".split(" ");
    const marked = words.flatMap((word, at) => (/[أإ]/.test(word) ? [at] : []));
    fc.assert(
      fc.property(fc.subarray(marked, { minLength: 1 }), (bare) => {
        const quoted = words.map((word, at) =>
          bare.includes(at) ? word.replace(/[أإ]/g, "ا").replace(/[\u064b-\u0652]/g, "") : word,
        );
        const verdict = verdictOn(quoted.join(" "), `${words.join(" ")}.`, "ar");
        const changes = verdict.kind === "altered" ? verdict.changes : [];
        expect(
          changes.flatMap(({ isSame, printed, grave }) => (isSame ? [] : [[printed, grave]])),
        ).toEqual(bare.map((at) => [words[at], "accent"]));
      }),
      { numRuns: runs(15) },
    );
  });
});

describe("scripts without spaces", () => {
  test.each([
    [
      "ko",
      "등대지기는 밤마다 등불을 켜고 바다를 바라보았다.",
      "등대지기는밤마다등불을켜고",
      "typography",
    ],
    ["th", "คนเฝ้าประภาคารจุดตะเกียงทุกคืนแล้วมองออกไปในทะเล", "ประภาคารจุดตะเกียงทุกคืน", "exact"],
    ["km", "អ្នកយាមប៉មភ្លើងអុជចង្កៀងរាល់យប់", "ភ្លើងអុជចង្កៀងរាល់", "exact"],
    ["ja", "灯台の守人は毎晩ランプに火をともした。", "灯台(とうだい)の守人は毎晩ランプ", "exact"],
  ])("are looked up in %s", (language, printed, quoted, kind) => {
    expect(verdictOn(quoted, printed, language).kind).toBe(kind);
  });
});

describe("signs that mean something", () => {
  const PRINTED =
    "It fell to −5 and lost -$279; it stood 6′ tall, 5! ways, rated AA- by the US, with 1/2 of 10^2 or ~5 left.";
  test.each([
    ["−5", "–5", "typography"],
    ["−5", "-5", "typography"],
    ["−5", "5", "altered"],
    ["-$279", "$279", "altered"],
    ["6′", "6″", "altered"],
    ["6′", "6'", "typography"],
    ["5!", "5", "altered"],
    ["AA-", "AA", "altered"],
    ["US", "us", "altered"],
    ["1/2", "12", "altered"],
    ["10^2", "102", "altered"],
    ["~5", "5", "altered"],
  ])("%s quoted as %s is %s", (printed, quoted, kind) => {
    expect(verdictOn(PRINTED.replace(printed, quoted), PRINTED).kind).toBe(kind);
  });

  test.each([
    ["en", "The keeper noted #5 degrees in the glass of the tower."],
    ["zh", "守塔人记录那天早上的温度是#5度而海水是冷的。"],
    ["ja", "その朝の気温は#5度であり、海は静かだったと灯台守は書いた。"],
  ])(
    "in %s, all signs before a number that mean a minus are one, and none is left out: %s",
    (language, text) => {
      const signs = ["-", "‐", "‑", "‒", "–", "−", "－", "﹣"];
      const withSign = (sign: string) => text.replace("#", sign);
      for (const printed of signs) {
        for (const quoted of signs) {
          expect([
            printed,
            quoted,
            isGreen(verdictOn(withSign(quoted), withSign(printed), language)),
          ]).toEqual([printed, quoted, true]);
        }
        expect([printed, verdictOn(withSign(""), withSign(printed), language).kind]).toEqual([
          printed,
          "altered",
        ]);
        expect([printed, verdictOn(withSign(printed), withSign(""), language).kind]).toEqual([
          printed,
          "altered",
        ]);
      }
    },
  );

  // All punctuation of Unicode that is another form of a sign.
  const FORMS = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).flatMap(
    (form) => {
      const sign = { "٪": "%", "؉": "‰", "؊": "‱" }[form] ?? form.normalize("NFKC");
      return /^\p{Po}$/u.test(form) && form !== sign && /^[%‰‱&#@§]$/.test(sign)
        ? [[form, sign] as const]
        : [];
    },
  );
  test.each([
    ["en", "The keeper wrote in the log that 5 was the measure of the storm."],
    ["zh", "守塔人在日志里写道那天晚上的税率是5而海水冲进了仓库的大门。"],
    ["ja", "その朝の気温は5であり、海は静かだったと灯台守は書いた。"],
    ["ko", "등대지기는 일지에 5라고 적고 그날 밤 폭풍을 오래 바라보았다."],
    ["ar", "كتب الحارس في سجل البرج أن 5 كان مقدار العاصفة في تلك الليلة."],
    ["ru", "Смотритель записал в журнале, что 5 было мерой этой бури."],
  ])(
    "in %s, a sign is the same in another width or script, and none is left out: %s",
    (...given) => {
      const [language, text] = given;
      expect(FORMS.length).toBeGreaterThan(10);
      for (const [form, sign] of FORMS) {
        const isSame = (quoted: string, printed: string) =>
          isGreen(verdictOn(text.replace("5", quoted), text.replace("5", printed), language));
        expect([form, isSame(`5${form}`, `5${sign}`), isSame(`5${sign}`, `5${form}`)]).toEqual([
          form,
          true,
          true,
        ]);
        expect([form, isSame(`5${form}`, "5"), isSame("5", `5${form}`)]).toEqual([
          form,
          false,
          false,
        ]);
      }
    },
  );

  test("a point of a number may be raised, and a sign of a formula is none of its punctuation", () => {
    const sentence = (formula: string) => `The keeper wrote ${formula} into the old log`;
    const formulas: readonly (readonly [string, ...string[]])[] = [
      ["3·5", "3.5", "3・5", "3ㆍ5"],
      ["3 5", "3, 5"],
      ["35"],
      ["·5", ".5"],
      ["-·5", "−.5"],
      ["5", "(5)"],
      ["5*3", "5 * 3"],
      ["5^3"],
      ["5⁻³"],
      ["5³"],
      ["x^y"],
      ["x y", "x, y"],
      ["x*y", "x * y"],
      ["x-1", "x−1", "x–1"],
      ["x 1", "x, 1"],
      ["-x", "−x", "–x"],
      ["~x"],
      ["x", "(x)", "*x*"],
      ["⌊x⌋"],
      ["⌈x⌉"],
      ["7 s⁻¹"],
      ["7 s¹"],
      ["7 s"],
      ["7 S"],
      ["8 g"],
      ["8 G"],
      ["9m"],
      ["9M"],
    ];
    const at = fc.nat({ max: formulas.length - 1 });
    fc.assert(
      fc.property(at, at, fc.nat(), fc.nat(), (one, other, nth, otherNth) => {
        const formOf = (index: number, which: number) => {
          const forms = formulas[index] ?? [""];
          return forms[which % forms.length] ?? "";
        };
        const [printed, quoted] = [formOf(one, nth), formOf(other, otherNth)];
        expect([printed, quoted, isGreen(verdictOn(sentence(quoted), sentence(printed)))]).toEqual([
          printed,
          quoted,
          one === other,
        ]);
      }),
      { numRuns: runs(200) },
    );
    for (const [printed = "", ...forms] of formulas) {
      for (const quoted of forms)
        expect([quoted, isGreen(verdictOn(sentence(quoted), sentence(printed)))]).toEqual([
          quoted,
          true,
        ]);
    }
  });

  test.each([
    ["es", "El farero –y su hijo– llegó ayer, –a pesar del viento– con la lámpara."],
    ["ko", "회의는 다음과 같다 ·5월 회의 ·6월 회의 등대지기는 모두 참석했다."],
    ["fr", "Le gardien -à la fin- vit la 2-e barque et le F-16 au-dessus du port."],
  ])("no dash or dot beside a word is a sign, in %s: %s", (language, printed) => {
    const quoted = printed.replaceAll(/[–·]|(?<=\s)-|-(?=\s)/gu, "").replace("F-16", "F 16");
    expect(isGreen(verdictOn(quoted, printed, language))).toBe(true);
  });

  test("a sign on a variable is one, and so is a capital letter of a symbol", () => {
    const signs = fc.constantFrom("x", "‖x‖", "|x|", "x*", "x′", "x!", "a_b", "a b", "b!", "b！");
    const symbols = fc.constantFrom("pH", "Ph", "5 cal", "5 Cal", "5 kcal", "4 MM", "4 mm");
    const write = (sign: string) => `The value ${sign} of the old lamp was seen that night`;
    fc.assert(
      fc.property(fc.oneof(fc.tuple(signs, signs), fc.tuple(symbols, symbols)), ([one, other]) => {
        const isSame = one.replace("！", "!") === other.replace("！", "!");
        expect([one, other, isGreen(verdictOn(write(other), write(one)))]).toEqual([
          one,
          other,
          isSame,
        ]);
      }),
      { numRuns: runs(150) },
    );
  });

  test("a minus or the dash of a range is one, however it is written, and nothing else", () => {
    const operand = fc.constantFrom("5", "17", "1907", "3.5", "20 %");
    const written = fc.constantFrom("-", "–", "−", " - ", " – ", " − ");
    const sentence = (expression: string) => `The keeper wrote ${expression} into the old log`;
    fc.assert(
      fc.property(
        operand,
        operand,
        written,
        written,
        fc.constantFrom(" ", ", ", " + ", "/", "; "),
        (one, other, printed, quoted, wrong) => {
          const verdict = (between: string) =>
            verdictOn(sentence(one + between + other), sentence(one + printed + other));
          expect([printed, quoted, isGreen(verdict(quoted))]).toEqual([printed, quoted, true]);
          expect([printed, wrong, isGreen(verdict(wrong))]).toEqual([printed, wrong, false]);
        },
      ),
      { numRuns: runs(20) },
    );
    expect(isGreen(verdictOn(sentence("x y"), sentence("x − y")))).toBe(false);
    expect(isGreen(verdictOn("17 into the old log", sentence("5 − 17")))).toBe(true);
  });

  test("a prime after a letter is one", () => {
    const printed = "Here f′ of x and x″ are the measure of the lamp";
    expect(verdictOn(printed.replace("f′", "f'"), printed).kind).toBe("typography");
    expect(verdictOn(printed.replace("f′", "f″"), printed).kind).toBe("altered");
    expect(verdictOn(printed.replace("x″", "x′"), printed).kind).toBe("altered");
  });

  test("an operator, a negation of code and a bar are no punctuation, however they are spaced", () => {
    const sentence = (formula: string) => `The keeper wrote ${formula} into the old log`;
    const isSame = (printed: string, quoted: string) =>
      isGreen(verdictOn(sentence(quoted), sentence(printed)));
    const operators = ["=", "!=", "/=", "=/=", "≠", "<>", ":=", "==", "!=="];
    const joined = operators.map((sign): readonly [string, string] => [`a ${sign} b`, `a${sign}b`]);
    const others = [
      ["P(A|B)", "P(A | B)"],
      ["P(A,B)", "P(A, B)"],
      ["P(A/B)", "P (A/B)"],
      ["P(rain|clouds)", "P(rain| clouds)"],
      ["P(rain, clouds)", "P(rain,clouds)"],
      ["|x| + 1", "|x|+ 1"],
      ["x + 1", "x +1"],
      ["!ready", "(!ready)"],
      ["ready", "(ready)"],
      ["!(ready and dry)", "!( ready and dry)"],
      ["ready and dry", "(ready and dry)"],
      ["n! ways", "n! ways,"],
      ["n ways", "n ways,"],
    ] as const;
    const formulas = [...joined, ...others];
    const at = fc.nat({ max: formulas.length - 1 });
    fc.assert(
      fc.property(at, at, fc.boolean(), fc.boolean(), (one, other, isTight, isOtherTight) => {
        const [printed = "", quoted = ""] = [
          formulas[one]?.[isTight ? 1 : 0],
          formulas[other]?.[isOtherTight ? 1 : 0],
        ];
        expect([printed, quoted, isSame(printed, quoted)]).toEqual([
          printed,
          quoted,
          one === other,
        ]);
      }),
      { numRuns: runs(80) },
    );
    // The end of an exclamation is none.
    expect(isSame("“ready!” and", "“ready,” and")).toBe(true);
    expect(isSame("dusk | dawn", "dusk / dawn")).toBe(true);
    expect(isSame("a = b", "a =! b")).toBe(false);
  });

  test.each([
    ["vi", "Con tàu neo ở bờ biển phía bắc", "ở", "o"],
    ["cs", "Loď stála ó jak dlouho v přístavu", "ó", "o"],
    ["hu", "Az őr ő volt a toronyban éjjel", "ő", "o"],
    ["el", "Μόνος ή με άλλον έμεινε στο νησί", "ή", "ἢ"],
    ["sq", "Roja pyeti ç është ajo dritë atje", "ç", "c"],
  ])("a word of one letter has an accent and no sign, in %s", (language, printed, word, quoted) => {
    const verdict = verdictOn(printed.replace(` ${word} `, ` ${quoted} `), printed, language);
    const changes = verdict.kind === "altered" ? verdict.changes : [];
    const graves = changes.filter(({ isSame }) => !isSame).map(({ grave }) => grave);
    expect(graves.filter((grave) => grave !== "accent")).toEqual([]);
    expect(isGreen(verdict)).toBe(verdict.kind !== "altered");
  });

  test.each([
    ["x²", ["x^2", "x**2", "x^{2}"], ["x2", "x^3", "x**3", "x"]],
    ["10⁻³¹", ["10^-31", "10^{-31}", "10**-31", "10^−31"], ["10^31", "10-31", "1031"]],
    ["3½", ["3 1/2", "3-1/2"], ["3 1/4", "3", "31/2"]],
    ["3 × 4", ["3 x 4", "3 * 4"], ["3 + 4", "34", "3 x 5"]],
    ["a ≥ 5", ["a >= 5"], ["a > 5", "a <= 5", "a = 5"]],
    ["a ≠ 5", ["a != 5", "a <> 5"], ["a = 5", "a == 5"]],
    ["5 ± 1", ["5 +- 1", "5 +/- 1"], ["5 + 1", "5 - 1"]],
    ["2x − 1", ["2x - 1", "2x – 1"], ["2x + 1", "2x 1"]],
    ["g″(2)", ["g''(2)", "g′′(2)", 'g"(2)'], ["g(2)", "g'(2)", "g′(2)", "g′′′(2)", "g'''(2)"]],
    ["g′(2)", ["g'(2)", "g’(2)"], ["g(2)", "g''(2)", "g′′(2)"]],
  ])("signs of mathematics may be typed on a keyboard: %s", (printed, typed, others) => {
    const sentence = (formula: string) =>
      `the keeper wrote ${formula} into the old log of the harbour at night`;
    const isSame = (quoted: string) => isGreen(verdictOn(sentence(quoted), sentence(printed)));
    expect(typed.filter((quoted) => !isSame(quoted))).toEqual([]);
    expect(others.filter(isSame)).toEqual([]);
  });

  test.each([
    ["sq", "als", "ë", "e"],
    ["et", "ekk", "õ", "o"],
    ["lv", "lvs", "ā", "a"],
    ["az", "azj", "ş", "s"],
    ["nb", "nob", "ø", "o"],
    ["en", "eng", "é", "e"],
    ["id", "ind", "é", "e"],
  ])("%s and %s are one language, with the same letters", (language, alias, letter, plain) => {
    const sentence = (one: string) => `bar${one}n lampi tu zur${one} morti ven${one}l tosko`;
    const [kind, other] = [language, alias].map(
      (tag) => verdictOn(sentence(plain), sentence(letter), tag).kind,
    );
    expect([alias, other]).toEqual([alias, kind]);
  });

  test.each(["hsb", "kea", "frp", "gsw", "ckb-Latn", "xx", "und", "kv"])(
    "a missing accent may make another word in a language without a list of letters: %s",
    (language) => {
      const sentence = (one: string) => `bar${one}n lampi tu zur${one} morti ven${one}l tosko`;
      expect(verdictOn(sentence("e"), sentence("ě"), language).kind).toBe("altered");
      expect(verdictOn(sentence("ě"), sentence("ě"), language).kind).toBe("exact");
    },
  );

  test.each(["id", "sw", "zu", "la", "ja", "ko", "th", "ckb"])(
    "an accent is typography in a language whose Latin letters have none: %s",
    (language) => {
      const sentence = (one: string) => `bar${one}n lampi tu zur${one} morti ven${one}l tosko`;
      expect(verdictOn(sentence("e"), sentence("é"), language).kind).toBe("typography");
    },
  );

  test("each word of a long quotation may be typed otherwise", () => {
    const letters = [..."bdfghklmnpr"];
    const words = letters.flatMap((one) => letters.map((other) => `${one}å${other}is`));
    const printed = `Fyrmesteren skrev at det var ${words.join(" ")}`;
    expect(verdictOn(printed.replaceAll("å", "aa"), printed, "da").kind).toBe("typography");
  });

  const BREATHINGS = [
    ["ἐν", "ἑν"],
    ["οὐ", "οὗ"],
    ["οὗ", "οὐ"],
    ["αὐτὴ", "αὑτὴ"],
    ["ὄρος", "ὅρος"],
    ["ἤ", "ἥ"],
  ];
  test.each(["el", "grc", "und", "en"])(
    "a Greek breathing makes another word, in %s",
    (language) => {
      for (const [printed = "", quoted = ""] of BREATHINGS) {
        const sentence = (word: string) => `οι ψαραδες εμειναν ${word} τω λιμενι ολη τη νυχτα`;
        expect(verdictOn(sentence(quoted), sentence(printed), language)).toMatchObject({
          kind: "altered",
          changes: expect.arrayContaining([expect.objectContaining({ grave: "accent" })]),
        });
        const bare = printed.normalize("NFD").replace(/[\u0313\u0314]/g, "");
        expect(isGreen(verdictOn(sentence(bare), sentence(printed), language))).toBe(true);
      }
    },
  );

  test.each(["᾽", "᾿", "’", "ʼ", "'"])("%s is a Greek apostrophe", (printed) => {
    const sentence = (mark: string) =>
      `οι ψαραδες ουκ εμειναν, αλλα δι${mark} ολης της νυκτος εν τω λιμενι και κατ${mark}οικον`;
    for (const quoted of ["᾽", "᾿", "’", "ʼ", "'"]) {
      const verdict = verdictOn(sentence(quoted), sentence(printed), "grc");
      expect([printed, quoted, verdict.kind]).toEqual([
        printed,
        quoted,
        printed === quoted ? "exact" : "typography",
      ]);
    }
  });

  test.each([
    ["5 Å", "5 A"],
    ["5 A", "5 Å"],
    ["x̄", "x"],
    ["x̄", "ẋ"],
    ["σ̂", "σ"],
    ["Ñ", "N"],
  ])("a mark on a letter by itself is a sign: %s quoted as %s", (printed, quoted) => {
    const sentence = (letter: string) => `The keeper wrote ${letter} into the old log`;
    expect(verdictOn(sentence(quoted), sentence(printed))).toMatchObject({
      kind: "altered",
      changes: expect.arrayContaining([expect.objectContaining({ grave: "sign" })]),
    });
    expect(verdictOn(sentence("a la carte"), sentence("à la carte")).kind).toBe("typography");
  });

  test.each([
    ["½", "1/2"],
    ["3⁄4", "3/4"],
    ["१९०७", "1907"],
    ["۱۲", "12"],
    ["١٢", "۱۲"],
    ["๒๕๐๐", "2500"],
    ["໑໒", "12"],
    ["၁၂", "12"],
  ])("a number is the same in other digits: %s and %s", (one, other) => {
    const sentence = (number: string) => `The keeper wrote ${number} into the old log`;
    expect(verdictOn(sentence(other), sentence(one)).kind).toBe("typography");
    expect(verdictOn(sentence(one), sentence(other)).kind).toBe("typography");
    expect(verdictOn(sentence(`${other}0`), sentence(one)).kind).toBe("altered");
  });

  test("no part of two acronyms that a sign joins is another word in small letters", () => {
    const likeWords = fc.constantFrom("US", "IT", "WHO", "AIDS", "AM");
    const others = fc.constantFrom("HIV", "UK", "EU", "NGO");
    const joined = fc
      .tuple(likeWords, others, fc.constantFrom("/", "-", "–"), fc.boolean())
      .map(([one, other, sign, isFirst]) => (isFirst ? [one, other] : [other, one]).join(sign));
    const sentence = (name: string) => `The keeper wrote to the ${name} office at dusk`;
    fc.assert(
      fc.property(joined, likeWords, (name, alone) => {
        expect([name, verdictOn(sentence(name).toLowerCase(), sentence(name)).kind]).toEqual([
          name,
          "typography",
        ]);
        expect(verdictOn(sentence(alone).toLowerCase(), sentence(alone)).kind).toBe("altered");
      }),
      { numRuns: runs(10) },
    );
  });

  const CAPITALS: readonly (readonly [language: string, printed: string, quoted: string])[] = [
    ["de", "Er hat Sie am Abend gesehen", "Er hat sie am Abend gesehen"],
    ["de", "Er hat sie am Abend gesehen", "Er hat Sie am Abend gesehen"],
    [
      "de",
      "Der Wächter liebt Ihr Haus und Ihren Garten",
      "Der Wächter liebt ihr Haus und Ihren Garten",
    ],
    ["de", "Der Wächter hat Sie und ihn gesehen", "der Wächter hat sie und ihn gesehen"],
    ["da", "Vagten så at I kom fra havnen", "Vagten så at i kom fra havnen"],
    ["nb", "Vakten så De og barna på havnen", "Vakten så de og barna på havnen"],
    ["it", "Il guardiano ha visto Lei nel porto", "Il guardiano ha visto lei nel porto"],
    ["en", "The keeper saw the polish of the lamp", "The keeper saw the Polish of the lamp"],
    ["en", "The keeper of Ulm wrote of the March", "The keeper of Ulm wrote of the march"],
  ];
  test.each(CAPITALS)("a capital letter may make another word: in %s, %s", (...given) => {
    const [language, printed, quoted] = given;
    expect(verdictOn(quoted, printed, language)).toMatchObject({
      kind: "altered",
      changes: expect.arrayContaining([expect.objectContaining({ grave: "capital" })]),
    });
  });

  test.each([
    ["Der Wächter hat Sie am Abend am Hafen gesehen", "sie am Abend am Hafen gesehen", "altered"],
    [
      "Der Wächter kam. Sie sah ihn am Abend am Hafen",
      "sie sah ihn am Abend am Hafen",
      "typography",
    ],
    ["Er weiß, dass sie am Abend am Hafen war", "Sie am Abend am Hafen war", "typography"],
  ])("the first word of a quotation has the capital letter of its place: %s", (...given) => {
    const [printed, quoted, kind] = given;
    expect(verdictOn(quoted, printed, "de").kind).toBe(kind);
  });

  test("a capital letter makes no other word in a quotation in capitals, without any, or where a sentence may begin", () => {
    const sentences = CAPITALS.map(([language, printed]) => [language, `${printed} mit Ulm.`]);
    fc.assert(
      fc.property(
        fc.constantFrom(...sentences),
        fc.constantFrom("upper", "lower", "beginning"),
        ([language = "", printed = ""], style) => {
          const quoted = {
            upper: printed.toUpperCase(),
            lower: printed.toLowerCase(),
            beginning: printed,
          }[style];
          expect([quoted, verdictOn(quoted, printed, language).kind]).toEqual([
            quoted,
            style === "beginning" ? "exact" : "typography",
          ]);
        },
      ),
      { numRuns: runs(40) },
    );
    const begun = "Er kam. Sie ging heim. Dann sagte er: „Sie haben recht“";
    const within = "Er kam; sie ging heim. Dann sagte er, sie haben recht";
    expect(verdictOn(begun.replace("Sie ging", "sie ging"), begun, "de").kind).toBe("typography");
    expect(verdictOn("Sie ging heim. Dann sagte er, sie haben recht", within, "de").kind).toBe(
      "typography",
    );
    expect(verdictOn(begun, begun, "de").kind).toBe("exact");
    // The capital letters of an old book.
    const march = "The keeper saw the march of the army";
    expect(verdictOn("The Keeper saw the March of the Army", march).kind).toBe("typography");
  });

  const UNITS =
    "The source gave 5 mW and 3 MW and 2 Mb and 9mW with pH 7 and 8 kg at 3 pm on deck.";
  test.each([
    ["5 mW", "5 MW", "altered"],
    ["3 MW", "3 mW", "altered"],
    ["2 Mb", "2 MB", "altered"],
    ["9mW", "9MW", "altered"],
    ["8 kg at 3 pm", "8 KG at 3 PM", "typography"],
    ["pH 7", "Ph 7", "altered"],
  ])("units after a number differ by their capitals, and other words do not: %s", (...given) => {
    const [printed, quoted, kind] = given;
    expect(verdictOn(UNITS.replace(printed, quoted), UNITS).kind).toBe(kind);
    expect(verdictOn(UNITS.toUpperCase(), UNITS).kind).toBe("typography");
  });

  test.each([
    ["zh", "守塔人写道灯的功率是5 mW而不是九点", "5 MW"],
    ["ja", "灯台守は灯の出力が5 mWだと書いた", "5 MW"],
    ["ko", "등대지기는 등불의 출력이 5 mW라고 적었다", "5 MW"],
    ["ar", "كتب الحارس أن قدرة المصباح 5 mW في تلك الليلة", "5 MW"],
  ])("units differ by their capitals in a script without capitals: %s", (...given) => {
    const [language, printed, quoted] = given;
    expect(verdictOn(printed.replace("5 mW", quoted), printed, language)).toMatchObject({
      kind: "altered",
      changes: expect.arrayContaining([expect.objectContaining({ grave: "capital" })]),
    });
  });

  const MEASURES = "The man was 6′ 2″ tall and the angle was 30° 15′ 20″ at noon on deck.";
  test.each([
    [
      "6’ 2” … 15’ 20”",
      (text: string) => text.replaceAll("′", "’").replaceAll("″", "”"),
      "typography",
    ],
    [
      "6' 2\" … 15' 20\"",
      (text: string) => text.replaceAll("′", "'").replaceAll("″", '"'),
      "typography",
    ],
    ["6″", (text: string) => text.replace("6′", "6″"), "altered"],
    ["6”", (text: string) => text.replace("6′", "6”"), "altered"],
    ["6", (text: string) => text.replace("6′", "6"), "altered"],
  ])("primes may be quotation marks, and none is another: %s", (_, write, kind) => {
    expect(verdictOn(write(MEASURES), MEASURES).kind).toBe(kind);
  });

  test("all differences of a kind are counted", () => {
    const verdict = verdictOn("The Lamp Was Lit at dusk", "The lamp was lit at dusk.");
    expect(verdict).toMatchObject({
      occurrences: [{ differences: [{ name: "capitals", count: 3 }] }],
    });
  });
});

describe("the number of an item before a quotation", () => {
  const PRINTED = "We ask the council for the fulfilment of its duties to the rest of the harbour.";
  const DUTIES = "for the fulfilment of its duties to the rest of the harbour";
  const GERMAN = "Im Winter zog die Armee über den Fluss und kam nie wieder zurück.";

  test.each(["12. ", "3) ", "“7. ", "1. "])(
    "is a mark wherever the quotation begins: %s",
    (item) => {
      expect(verdictOn(item + DUTIES, PRINTED)).toMatchObject({
        kind: "exact",
        marks: [{ kind: "verse-number" }],
      });
    },
  );

  test.each([
    [`12 ${DUTIES}`, PRINTED, "en"],
    [`12. ${DUTIES}`, PRINTED.replace("for the", "seven for the"), "en"],
    [`We ask the council 12. ${DUTIES}`, PRINTED, "en"],
    ["12. Armee über den Fluss und kam nie wieder zurück", GERMAN, "de"],
  ])("is none without its point, within the words, or if it may be an ordinal: %s", (...given) => {
    expect(isGreen(verdictOn(...given))).toBe(false);
  });
});

/** Returns what a program shows of a text whose UTF-8 it takes for Windows-1252. */
function takenForWindows1252(text: string): string {
  return Buffer.from(text)
    .toString("latin1")
    .replace(/[\x80-\x9F]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}

describe("honest copies", () => {
  const PRINTED =
    "The keeper’s remarkable lamp & the naïve “old” bell don’t answer any more, café or not.";
  test.each([
    ["hyphens at the ends of lines", (text: string) => text.replace("remarkable", "remark- able")],
    [
      "soft hyphens at the ends of lines",
      (text: string) => text.replace("answer", "an\u00ad swer"),
    ],
    ["acute accents for apostrophes", (text: string) => text.replaceAll("’", "´")],
    ["primes for apostrophes", (text: string) => text.replaceAll("’", "′")],
    ["graves for apostrophes", (text: string) => text.replaceAll("’", "`")],
    ["the signs of a block quote", (text: string) => `> ${text.replace(" & ", "\n> & ")}`],
    ["HTML entities", (text: string) => text.replace("&", "&amp;").replace("é", "&#233;")],
    ["HTML entities twice", (text: string) => text.replace("’", "&amp;#39;")],
    ["other signs for apostrophes", (text: string) => text.replace("’", "‛").replace("’", "＇")],
    ["not signs for soft hyphens", (text: string) => text.replace("answer", "an¬swer")],
    ["several hyphens in a word", (text: string) => text.replace("remarkable", "re-\nmark-\nable")],
    ["accents before their letters", (text: string) => text.replace("naïve", "na¨ive")],
    [
      "hyphens of which the end of the line is lost",
      (text: string) => text.replace("remarkable", "remar-kable"),
    ],
    [
      "double hyphens at the ends of lines",
      (text: string) => text.replace("remarkable", "remark⸗\nable").replace("answer", "an=\nswer"),
    ],
    ["emphasis by spaces", (text: string) => text.replace("answer", "a n s w e r")],
    ["escaped marks", (text: string) => text.replace("’", "\\'").replaceAll(/[“”]/g, '\\"')],
    ["doubled marks", (text: string) => text.replace("’", "''").replaceAll(/[“”]/g, '""')],
    ["restored letters", (text: string) => text.replace("answer", "an[swer]")],
    [
      "the number of a line within a divided word",
      (text: string) =>
        text.replace("remarkable", "remark-\n12\nable").replace("answer", "an- [13] swer"),
    ],
    ["UTF-8 that was taken for Windows-1252", takenForWindows1252],
    [
      "UTF-8 that was taken for Windows-1252 twice",
      (text: string) => takenForWindows1252(takenForWindows1252(text)),
    ],
  ])("with %s have the same words", (_, copy) => {
    expect(verdictOn(copy(PRINTED), PRINTED).kind).toBe("typography");
  });

  test("with apostrophes for letters at the beginnings of words have the same words", () => {
    const printed = "The ʻāina of ʻOahu was old, and the ʻohana slept in the old house that night.";
    for (const sign of ["'", "‘", "’", "`"]) {
      expect(verdictOn(printed.replaceAll("ʻ", sign), printed).kind).toBe("typography");
    }
    expect(verdictOn(printed.replaceAll("ʻ", ""), printed).kind).toBe("altered");
  });

  test("have no characters that are words by themselves taken for others", () => {
    const printed = "Ils dînaient au CAFÉ», et l’É» du roi était là ce soir dans la grande salle.";
    expect(verdictOn(printed, printed)).toMatchObject({ kind: "exact", marks: [] });
    expect(verdictOn(printed.replace("dînaient", "DÎNAIENT"), printed).kind).toBe("typography");
  });

  test("have no words of which a hyphen or a bracket makes others", () => {
    const printed = "They reformed the law, and the form of it will resign him to twelve signs.";
    const copy = (of: string, other: string) => verdictOn(printed.replace(of, other), printed);
    expect(copy("reformed", "re-formed").kind).toBe("altered");
    expect(copy("resign", "re-sign").kind).toBe("altered");
    expect(copy("twelve", "t[hirteen]")).toMatchObject({
      kind: "altered",
      changes: expect.arrayContaining([
        expect.objectContaining({ printed: "twelve", quoted: "t[hirteen]" }),
      ]),
    });
  });

  test("with the readings of characters have the same words, unless a remark rejects them", () => {
    const printed = "三月の灯台守は漢字の東京駅で古い時計を直した";
    const readings = [
      ["<ruby>三月<rp>(</rp><rt>さんがつ</rt><rp>)</rp></ruby>", "typography"],
      ["三月（さんがつ）", "exact"],
      ["三月（うそ）", "altered"],
      ["三月（ウソ）", "altered"],
    ] as const;
    const kinds = readings.map(
      ([quoted]) => verdictOn(printed.replace("三月", quoted), printed, "ja").kind,
    );
    expect(kinds).toEqual(readings.map(([, kind]) => kind));
  });
});

test.each([
  ["ja", "灯台守は毎晩ランプに火をともし、静かに海を見た", "灯台守", "（とうだいもり）", true],
  ["ja", "灯台守は毎晩ランプに火をともし、静かに海を見た", "灯台守", "（ばか）", false],
  ["ja", "灯台守は毎晩ランプに火をともし、静かに海を見た", "毎晩", "（か）", false],
  ["ko", "그해 겨울 등대에서 열두 척의 배를 세었다고 적었다", "등대", "(燈臺)", true],
  ["ko", "그해 겨울 등대에서 열두 척의 배를 세었다고 적었다", "열두", "(十三)", false],
])("a reading fits its word, and a number in brackets is none: in %s, %s", (...given) => {
  const [language, printed, word, reading, expected] = given;
  const quoted = printed.replace(word, word + reading);
  expect([quoted, isGreen(verdictOn(quoted, printed, language))]).toEqual([quoted, expected]);
});

describe("a sign of a script", () => {
  const KOREAN = "자유와 권리는 국가안전보장·질서유지 또는 공공복리를 위하여 법률로써 제한한다.";
  const LAO = "ຄົນເຝົ້າໂຄມໄຟເບິ່ງນ້ຳມັນໄໝ້ຢ່າງງຽບໆຈົນຮຸ່ງເຊົ້າ";
  const THAI = "คนเฝ้าประภาคารมองน้ำมันค่อยๆไหม้จนรุ่งเช้า";
  const CHINESE = "守塔人每天晚上点亮灯塔的灯，看着油静静地燃烧到天亮。参照②的方法。";

  test.each([
    ["ko", KOREAN, KOREAN.replace("·", "ㆍ"), "typography"],
    ["ko", KOREAN.replace("·", "ㆍ"), KOREAN, "typography"],
    ["ko", KOREAN, KOREAN.replace(/국가.*위하여/u, "······"), "shortened"],
    ["ko", KOREAN, KOREAN.replace("·", " 및 "), "altered"],
    ["lo", LAO, LAO.replace("ນ້ຳ", "ນໍ້າ"), "typography"],
    ["lo", LAO.replace("ນ້ຳ", "ນໍ້າ"), LAO, "typography"],
    ["lo", LAO, LAO.replace("ນ້ຳ", "ນ້ໍາ"), "typography"],
    ["lo", LAO, LAO.replace("ນ້ຳ", "ນ້າ"), "altered"],
    ["th", THAI, THAI.replace("น้ำ", "นํ้า"), "typography"],
    ["th", THAI, THAI.replace("น้ำ", "น้า"), "altered"],
    ["zh", CHINESE, CHINESE.slice(0, 23).replace("每", "①每"), "exact"],
    ["zh", CHINESE, CHINESE.replace("②的方法。", "①"), "altered"],
    ["zh", CHINESE, CHINESE.replace("②", "①"), "altered"],
  ])("may be written in several ways in %s, and none of them is another", (...given) => {
    const [language, printed, quoted, kind] = given;
    expect([quoted, verdictOn(quoted, printed, language).kind]).toEqual([quoted, kind]);
  });

  test("that is a syllable is no day of the week", () => {
    const verdict = verdictOn(`${KOREAN.slice(0, -4)}제한할 수 있다.`, KOREAN, "ko");
    expect(JSON.stringify(verdict)).not.toContain('"date"');
  });
});

describe("a set phrase", () => {
  const REFRAIN = "Row on, row on, the harbour bell is calling every weary boat home.";
  const rules = Array.from({ length: 60 }, (_, at) => {
    const [noun, verb] = [NOUNS[at % NOUNS.length], VERBS[at % VERBS.length]];
    return `Number ${at} names the ${noun} by which they are to be ${verb} ${at * 7}.`;
  });
  const verses = Array.from({ length: 12 }, (_, at) => `${REFRAIN} Verse ${at}.`);
  const phrases = verifierOf(
    libraryOf({ "a.md": rules.join("\n\n"), "b.md": verses.join("\n\n") }),
  );

  test("is no altered quotation of one of its many places", () => {
    expect(phrases.verify("even the judges by which they are to be").kind).toBe("none");
    expect(phrases.verify("Number 7 names the bell by which they are to be lost").kind).toBe(
      "altered",
    );
  });

  test("is not what a text repeats word for word", () => {
    expect(phrases.verify(REFRAIN.replace("weary", "hungry")).kind).toBe("altered");
    expect(
      phrases.verify(
        REFRAIN.replace("harbour", "church")
          .replace("weary boat", "empty cart")
          .replace("calling", "hiding"),
      ).kind,
    ).toBe("altered");
  });
});

describe("words that many texts of a language have", () => {
  const LANGUAGES = {
    en: {
      phrases: [
        "by the end of the",
        "it is one of the",
        "as a matter of fact",
        "on the other side of",
      ],
      words: [...NOUNS, ...VERBS, "seven", "cold", "bright", "stone", "salt", "winter"],
      space: " ",
    },
    ko: {
      phrases: [
        "할 수 있습니다",
        "하는 것이 좋습니다",
        "다고 말했습니다",
        "에 대해 알아보겠습니다",
      ],
      words: "등대 바다 바람 선장 항구 편지 등불 기름 종 계단 나무 겨울 아침 소금 돌담 어부".split(
        " ",
      ),
      space: " ",
    },
    ja: {
      phrases: ["することができます", "しなければならない", "ということです", "かもしれません"],
      words: "灯台 海 風 船長 港 手紙 灯火 油 鐘 階段 木 冬 朝 塩 石垣 漁師 帆 波 鎖 塔".split(" "),
      space: "",
    },
    th: {
      phrases: ["เพื่อที่จะสามารถ", "อย่างไรก็ตาม", "ในกรณีที่ไม่มี", "เป็นส่วนหนึ่งของ"],
      words: "ประภาคาร ทะเล ลม กัปตัน ท่าเรือ จดหมาย ตะเกียง น้ำมัน ระฆัง บันได ต้นไม้ ฤดูหนาว เช้า เกลือ".split(
        " ",
      ),
      space: "",
    },
  } as const;

  /** Passages of words and set phrases in an order that `seed`, a number, decides. */
  const passagesOf = ({ phrases, words, space }: (typeof LANGUAGES)[keyof typeof LANGUAGES]) => {
    const random = createRandom(11);
    const draw = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
    return Array.from({ length: 60 }, () =>
      Array.from({ length: 18 }, (_, at) => draw(at % 6 === 2 ? phrases : words)).join(space),
    );
  };

  describe.each(["en", "ko", "ja", "th"] as const)("in %s", (language) => {
    const { phrases, words, space } = LANGUAGES[language];
    const passages = passagesOf(LANGUAGES[language]);
    const texts = verifierOf(
      libraryOf({ "a.md": `---\nlanguage: ${language}\n---\n\n${passages.join("\n\n")}` }),
    );

    test("are no shortened quotation if ellipses join them", () => {
      fc.assert(
        fc.property(fc.shuffledSubarray([...phrases], { minLength: 2 }), (some) => {
          expect(["unjudged", "none"]).toContain(texts.verify(some.join(" … ")).kind);
        }),
        { numRuns: runs(40) },
      );
    });

    test("are no quotation of several places, each with two of them", () => {
      const pair = fc
        .tuple(fc.constantFrom(...words), fc.constantFrom(...words))
        .map((two) => two.join(space));
      fc.assert(
        fc.property(fc.array(pair, { minLength: 3, maxLength: 4 }), (pairs) => {
          expect(texts.verify(pairs.join(space)).kind).not.toBe("stitched");
        }),
        { numRuns: runs(40) },
      );
    });
  });

  test.each(["ja", "th"] as const)(
    "are no reason to call other words around them altered, and hide no place of words that were changed, in %s",
    (language) => {
      const units =
        language === "ja"
          ? [..."日本語文章言葉灯台守人船海風のをはがにでとしたるいかなきくけこさすせそたちつてん"]
          : [..."กขคงจชดตถทนบปผพมยรลวสหอเแโไ"];
      const random = createRandom(3);
      const draw = (length: number) =>
        Array.from({ length }, () => units[Math.floor(random() * random() * units.length)] ?? "");
      const phrases = Array.from({ length: 12 }, () => draw(12));
      const phrase = () => phrases[Math.floor(random() * phrases.length)] ?? [];
      const passages = Array.from({ length: 100 }, () =>
        Array.from({ length: 4 }, () => [...draw(12), ...phrase()]).flat(),
      );
      const printed = passages.map((one) => one.join("")).join("\n\n");
      const texts = verifierOf(
        libraryOf({ "a.md": `---\nlanguage: ${language}\n---\n\n${printed}` }),
      );
      const altered = (quotations: readonly (readonly string[])[]) =>
        quotations.filter((one) => texts.verify(one.join("")).kind === "altered").length;
      const others = passages.map((_, at) => [...draw(at % 6), ...phrase(), ...draw(5 - (at % 6))]);
      const changed = passages.map((one) =>
        one.slice(5, 45).map((character, at) => (at % 10 < 3 ? "龍" : character)),
      );
      expect(altered(others)).toBeLessThan(40);
      expect(altered(changed)).toBeGreaterThan(95);
    },
  );

  test.each(["ja", "th"] as const)(
    "do not hide the places that are nearest to a short quotation, in %s",
    (language) => {
      const { phrases, words } = LANGUAGES[language];
      const random = createRandom(11);
      const draw = <T>(from: readonly T[]): readonly T[] => {
        const at = Math.floor(random() * from.length);
        return from.slice(at, at + 1);
      };
      const charactersOf = (text: string) => text.match(/\p{L}\p{M}*/gu) ?? [];
      const passages = Array.from({ length: 1000 }, () =>
        Array.from({ length: 18 }, (_, at) => draw<string>(at % 3 === 2 ? phrases : words))
          .flat()
          .join(""),
      );
      const { positions } = libraryOf({
        "a.md": `---\nlanguage: ${language}\n---\n\n${passages.join("\n\n")}`,
      }).passagePositions();
      const isMissed = () => {
        const [passage = ""] = draw(passages);
        const length = 12 + Math.floor(random() * 9);
        const characters = charactersOf(passage);
        const from = Math.floor(random() * (characters.length - length));
        const slice = characters.slice(from, from + length);
        const other = () => draw(charactersOf(draw(passages).join(""))).join("");
        const changed = slice.map((one) => (random() < 0.3 ? other() : one));
        const text = changed.join("");
        const edits = changed.filter((one, at) => one !== slice[at]).length;
        const { alignments } = findCandidates(text, positions.wordIdsOf(text), positions);
        return alignments.every(({ cost }) => cost > edits);
      };
      const missed = Array.from({ length: 200 }, isMissed).filter((is) => is).length;
      expect(missed).toBeLessThan(10);
    },
  );

  test.each(["ja", "th"] as const)(
    "do not make a place of a quotation of which most is other words, in %s",
    (language) => {
      const units =
        language === "ja"
          ? [..."日本語文章言葉灯台守人船海風のをはがにでとしたるいかなきくけこさすせそたちつてん"]
          : [..."กขคงจชดตถทนบปผพมยรลวสหอเแโไ"];
      const random = createRandom(7);
      const draw = (length: number) =>
        Array.from({ length }, () => units[Math.floor(random() * random() * units.length)] ?? "");
      const passages = Array.from({ length: 100 }, () => draw(60));
      const texts = verifierOf(
        libraryOf({
          "a.md": `---\nlanguage: ${language}\n---\n\n${passages.map((one) => one.join("")).join("\n\n")}`,
        }),
      );
      fc.assert(
        fc.property(
          fc.nat({ max: 99 }),
          fc.nat({ max: 10 }),
          fc.nat({ max: 30 }),
          (which, from, before) => {
            const slice = (passages[which] ?? []).slice(from, from + 50);
            const phrase = [...draw(before), ...slice.slice(0, 20), ...draw(30 - before)].join("");
            expect([phrase, texts.verify(phrase).kind]).toEqual([phrase, "none"]);
            const changed = slice.map((one, at) => (at % 10 < 3 ? "龍" : one)).join("");
            expect([changed, texts.verify(changed).kind]).toEqual([changed, "altered"]);
          },
        ),
        { numRuns: runs(30) },
      );
    },
  );
});

describe("a small corpus", () => {
  const content = fc.uniqueArray(fc.constantFrom(...NOUNS, ...VERBS), {
    minLength: 4,
    maxLength: 8,
  });
  const files = fc
    .array(content, { minLength: 1, maxLength: 4 })
    .map((passages) => passages.map((words) => `The ${words.join(" and ")}.`));

  test("has an altered quotation if a word is added, and none if only its frequent words agree", () => {
    fc.assert(
      fc.property(files, fc.nat(), fc.nat(), fc.boolean(), (passages, which, at, isOne) => {
        const separator = isOne ? "\n\n" : "\n%\n";
        const corpus = passages.join(separator).split("\n%\n");
        const small = verifierOf(
          libraryOf(Object.fromEntries(corpus.map((text, nth) => [`${nth}.md`, text]))),
        );
        const words = (passages[which % passages.length] ?? "").split(" ");
        const quoted = words.toSpliced(1 + (at % (words.length - 1)), 0, "not").join(" ");
        expect([quoted, small.verify(quoted).kind]).toEqual([quoted, "altered"]);
        const other = "The zebra and trumpet and glacier and violin and pepper.";
        expect(small.verify(other).kind).toBe("none");
      }),
      { numRuns: runs(40) },
    );
  });

  test.each([
    [
      "en",
      "The lamps were lit before the second bell.",
      "The lamps were not lit before the second",
    ],
    ["en", "Lamps were lit.", "Lamps were not lit."],
    ["ko", "등대지기는 밤마다 등불을 켰다.", "등대지기는 밤마다 등불을 안 켰다."],
    ["zh", "守塔人每晚点亮灯火。", "守塔人每晚不点亮灯火"],
  ])("of one passage in %s has “%s” altered", (language, printed, quoted) => {
    const small = verifierOf(
      libraryOf({ "a.md": `---\nlanguage: ${language}\n---\n\n${printed}` }),
    );
    expect(small.verify(quoted).kind).toBe("altered");
  });
});

test("a title or a heading is called that, and only if nothing is quoted with it", () => {
  const small = verifierOf(
    libraryOf({
      "a.md": "# The Log of the Keeper\n\n## Second Night\n\nThe oil came late that year.",
    }),
  );
  expect(small.verify("the log of the keeper")).toEqual({ kind: "unjudged", reason: "heading" });
  expect(small.verify("Second Night")).toEqual({ kind: "unjudged", reason: "heading" });
  expect(small.verify("Second Night The oil came late").kind).toBe("exact");
});

describe("an altered quotation", () => {
  test("always has a difference", () => {
    const ends = fc.constantFrom(" … ", " [...] ", " ", " not ");
    fc.assert(
      fc.property(
        slices,
        slices,
        ends,
        fc.integer({ min: 1, max: 6 }),
        (one, two, between, count) => {
          const quoted = `${one.slice(0, count).join(" ")}${between}${two.slice(-count).join(" ")}`;
          const verdict = verifier.verify(quoted);
          if (verdict.kind !== "altered") return;
          expect([quoted, verdict.changes.some(({ isSame }) => !isSame)]).toEqual([quoted, true]);
        },
      ),
      { numRuns: runs(150) },
    );
  });

  test("is none, but stitched together, if some words of another document precede or follow much longer ones", () => {
    const syllables = ["la", "mo", "ri", "ke", "tu", "sen", "dor", "vi", "pa", "gol", "net", "bu"];
    const coined = (n: number) =>
      [n % 12, (n >> 2) % 12, (n * 7) % 11].map((at) => syllables[at] ?? "").join("") +
      "o".repeat(n % 3);
    const [one, other] = [0, 1].map((part) =>
      Array.from({ length: 120 }, (_, at) => `${coined(at * 2 + part)}${part === 0 ? "n" : "s"}`),
    );
    const two = verifierOf(
      libraryOf({ "a.md": (one ?? []).join(" "), "b.md": (other ?? []).join(" ") }),
    );
    fc.assert(
      fc.property(
        fc.nat({ max: 60 }),
        fc.integer({ min: 40, max: 60 }),
        fc.nat({ max: 100 }),
        fc.integer({ min: 5, max: 7 }),
        fc.boolean(),
        (from, length, at, few, isFirst) => {
          const long = (one ?? []).slice(from, from + length).join(" ");
          const short = (other ?? []).slice(at, at + few).join(" ");
          const quoted = isFirst ? `${short} ${long}` : `${long} ${short}`;
          expect([quoted, two.verify(quoted).kind]).toEqual([quoted, "stitched"]);
        },
      ),
      { numRuns: runs(30) },
    );
  });

  test("that leaves out words at one place has one difference", () => {
    const all = book.corpus.documents.map(({ passages }) =>
      passages.flatMap(({ text }) => text.split(" ")),
    );
    fc.assert(
      fc.property(
        fc.nat({ max: all.length - 1 }),
        fc.nat(),
        fc.integer({ min: 8, max: 20 }),
        fc.integer({ min: 1, max: 7 }),
        (which, at, length, count) => {
          const words = all[which] ?? [];
          const from = at % (words.length - 60);
          const omitted = words.slice(from + length, from + length + count);
          const rest = words.slice(from + length + count, from + 2 * length + count);
          const quoted = [...words.slice(from, from + length), ...rest].join(" ");
          const verdict = verifier.verify(quoted);
          if (verdict.kind !== "altered") return;
          // Another place may be as near.
          fc.pre(stretchText(verdict.fragments[0]).includes(omitted.join(" ")));
          const differences = verdict.changes.filter(({ isSame }) => !isSame);
          expect([
            quoted,
            differences.map(({ printed, quoted }) => [printed.split(" ").length, quoted]),
          ]).toEqual([quoted, [[omitted.length, ""]]]);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  test("of a few words is claimed only if one place is as near as no other", () => {
    const files = {
      "a.md": "The remarkable keeper lit seven lamps.",
      "b.md": "A gale rose from the distant north.",
      "c.md": "A gale rose from the distant south.",
      "d.md": Array.from({ length: 400 }, (_, at) => `${at + 1000} zyx`).join(", "),
    };
    const few = verifierOf(libraryOf(files));
    expect(few.verify("remarkable keeper sold seven lamps")).toMatchObject({ kind: "altered" });
    expect(few.verify("gale rose from the distant east").kind).not.toBe("exact");
    const place = few.verify("gale blew from the distant");
    expect(place.kind).toBe("none");
  });
});

test("a phrase that occurs once has its place, however short", () => {
  expect(verdictOn("lamp", "The lamp was lit, and the oil, and the wick.").kind).toBe("exact");
  expect(verdictOn("and the", "The lamp was lit, and the oil, and the wick.").kind).toBe("common");
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenize, tokenKey } from "../../src/language/tokenizer.ts";
import { compareWords } from "../../src/verify/changes.ts";
import { runs } from "../thoroughness.ts";

const wordsIn = (text: string) => tokenize(text).map(({ start, end }) => text.slice(start, end));

/** Returns the differences: the printed words, the quoted words and the grave kind, if any. */
const differences = (printed: string, quoted: string, language = "en") =>
  compareWords(printed, quoted, language)
    .filter(({ isSame }) => !isSame)
    .map(({ printed, quoted, grave }) => [printed, quoted, ...(grave ? [grave] : [])]);

describe("compareWords", () => {
  test.each<[string, string, readonly (readonly string[])[]]>([
    ["the lamp was lit", "the lamp was lit", []],
    ["the lamp was lit", "The “lamp” was lit!", []],
    ["the lamp was lit", "the lamp was out", [["lit", "out"]]],
    ["the lamp was lit", "the old lamp was lit", [["", "old"]]],
    ["the old lamp was lit", "the lamp was lit", [["old", ""]]],
    ["the lamp was lit", "out", [["the lamp was lit", "out"]]],
    ["showing [. . .] in our matter", "showing in our matter", [["[. . .]", ""]]],
    ["showing in our matter", "showing … in our matter", [["", "…"]]],
    ["showing [. . .] in our matter", "showing … in our matter", []],
  ])("finds the differences between “%s” and “%s”", (printed, quoted, expected) => {
    expect(differences(printed, quoted)).toEqual(expected);
  });

  test.each<[string, string, string, string]>([
    ["negation", "it can be done", "it cannot be done", "en"],
    ["negation", "no oil was left", "some oil was left", "en"],
    ["negation", "they don’t sleep", "they sleep", "en"],
    ["negation", "they do sleep", "they DON'T sleep", "en"],
    ["negation", "nobody slept there", "everybody slept there", "en"],
    ["negation", "es ist kein Öl da", "es ist Öl da", "de"],
    ["negation", "il ne dort pas", "il dort", "fr"],
    ["negation", "il n’est là", "il est là", "fr"],
    ["negation", "no hay ningún barco", "hay un barco", "es"],
    ["negation", "un barco sin luz", "un barco con luz", "es-MX"],
    ["negation", "lempa nicht dega be aliejaus", "lempa dega be aliejaus", "lt"],
    ["negation", "훈련을 안 했다", "훈련을 했다", "ko"],
    ["negation", "오늘은 훈련이 없다", "오늘은 훈련이 있다", "ko"],
    ["negation", "훈련을 하지 않았다", "훈련을 하였다", "ko"],
    ["negation", "Paznicul n-a aprins lampa", "Paznicul a aprins lampa", "ro"],
    ["negation", "Strážce nemohl zhasnout", "Strážce mohl zhasnout", "cs"],
    ["number", "it was 3,000 men", "it was 5,000 men", "en"],
    ["number", "it was 1.5 miles", "it was 15 miles", "en"],
    ["number", "it was .5 miles", "it was 5 miles", "en"],
    ["number", "it was -5 degrees", "it was 5 degrees", "en"],
    ["number", "it was 10² metres", "it was 102 metres", "en"],
    ["number", "seven ships came", "eight ships came", "en"],
    ["number", "배가 7척 왔다", "배가 8척 왔다", "ko"],
    ["number", "배가 일곱 척 왔다", "배가 여덟 척 왔다", "ko"],
    ["number", "다섯이 왔다", "여섯이 왔다", "ko"],
    ["number", "배 세 척이 왔다", "배 네 척이 왔다", "ko"],
    ["number", "来了七艘船", "来了八艘船", "zh"],
    ["number", "船が三隻来た", "船が四隻来た", "ja"],
    ["number", "Neun Schiffe, neun kamen", "Neun Schiffe, zehn kamen", "de"],
    ["number", "neuf navires et sept barques", "neuf navires et huit barques", "fr"],
    ["number", "vinieron siete barcos", "vinieron ocho barcos", "es"],
    ["number", "vennero sette navi", "vennero otto navi", "it"],
    ["number", "пришло семь кораблей", "пришло восемь кораблей", "ru"],
    ["number", "przyszło trzech ludzi", "przyszło czterech ludzi", "pl"],
    ["number", "جاءت تسعة سفن", "جاءت عشرة سفن", "ar"],
    ["number", "באו שבע ספינות", "באו שמונה ספינות", "he"],
    ["number", "chín chiếc thuyền", "mười chiếc thuyền", "vi"],
    ["number", "yedi gemi geldi", "sekiz gemi geldi", "tr"],
    ["number", "सात जहाज आए", "आठ जहाज आए", "hi"],
    ["date", "it came in March", "it came in April", "en"],
    ["date", "it came on Monday", "it came on a boat", "en"],
    ["date", "it came in Mar", "it came in Feb", "en"],
    ["date", "vino en marzo pasado", "vino en abril pasado", "es"],
    ["date", "es kam im März an", "es kam im Mai an", "de"],
    ["name", "it was Tom who rang", "it was Ada who rang", "en"],
    ["name", "it was Tom who rang", "it was he who rang", "en"],
  ])("reports a changed %s between “%s” and “%s”", (grave, printed, quoted, language) => {
    expect(differences(printed, quoted, language)).toContainEqual([
      expect.any(String),
      expect.any(String),
      grave,
    ]);
  });

  test.each<[string, string, string?]>([
    ["the sun rose at last", "the moon rose at last"],
    ["the long march home", "the long walk home"],
    ["they may come", "they will come"],
    ["it was a sin then", "it was a win then"],
    ["The lamp was lit. Nowadays it is out.", "The lamp was lit. Today it is out."],
    ["Lamps were lit", "Candles were lit"],
    ["so I rang", "so we rang"],
    ["they knew it", "they saw it"],
    // Nouns, a syllable, a word like a number without its tone, and a number of another language.
    ["die Glocke am Abend", "die Glocke am Morgen", "de"],
    ["ein Haus in Öl", "ein Garten in Öl", "de"],
    ["세상이 밝다", "나라가 밝다", "ko"],
    ["người đàn ông nam", "người đàn ông già", "vi"],
    ["they went to it", "they went by it"],
    ["once more they rang", "now more they rang"],
  ])("reports nothing grave between “%s” and “%s”", (printed, quoted, language = "en") => {
    for (const [, , grave] of differences(printed, quoted, language)) expect(grave).toBeUndefined();
  });

  test.each<[string, string, string]>([
    ["아침에 훈련을 했다", "저녁에 훈련을 했다", "ko"],
    ["그의 말은 길다", "그의 글은 길다", "ko"],
    ["안개가 걷혔다", "구름이 걷혔다", "ko"],
    ["오세아니아로 갔다", "유럽으로 갔다", "ko"],
    ["훈련을 하지 않았다", "훈련을 하지 않는다", "ko"],
    ["非常に静かだ", "とても静かだ", "ja"],
  ])(
    "finds no negation in words with its characters: “%s” and “%s”",
    (printed, quoted, language) => {
      const found = differences(printed, quoted, language);
      expect(found.length).toBeGreaterThan(0);
      for (const [, , grave] of found) expect(grave).not.toBe("negation");
      expect(differences(printed, quoted)).toHaveLength(1);
    },
  );
});

const WORDS = [
  "the",
  "The",
  "lamp",
  "lâmp",
  "no",
  "7",
  "3,000",
  "…",
  "[. . .]",
  "훈련",
  "🙂",
  "Tom",
];
const text = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(" ", ", ", ". ", "\n", " — “")), {
    maxLength: 14,
  })
  .map((pairs) => pairs.flat().join(""));
const texts = fc.oneof(text, fc.string({ unit: "grapheme", maxLength: 40 }));

describe("words without the marks that keyboards lack", () => {
  const differingIn = (printed: string, strip: (word: string) => string, language: string) => {
    const words = printed.split(" ");
    fc.assert(
      fc.property(fc.subarray([...words.keys()], { minLength: 1 }), (bare) => {
        const quoted = words.map((word, at) => (bare.includes(at) ? strip(word) : word)).join(" ");
        fc.pre(quoted !== printed);
        for (const [, , kind] of differences(printed, quoted, language))
          expect(kind).toBe("accent");
      }),
      { numRuns: runs(50) },
    );
  };
  const withoutAccents = (word: string) =>
    word
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .normalize("NFC");

  test.each([
    ["el", "ποτέ δεν είπε πότε ούτε πώς ο γέρος έφυγε από το νησί"],
    ["es", "él dijo que sí, jamás cayó ningún águila allí"],
    ["vi", "ông ấy không đến chẳng nói chưa từng thấy"],
    ["pt", "não há ninguém até à manhã"],
  ])("differ in accents only, and not in negations, in %s", (language, printed) => {
    differingIn(printed, withoutAccents, language);
  });

  test("differ in accents too if they are in an Indic script", () => {
    const strip = (word: string) =>
      word
        .normalize("NFD")
        .replace(/\u093c/g, "")
        .replaceAll("\u0901", "\u0902");
    differingIn("माँ ख़ुश थीं पर ज़रा भी नहीं हँसीं और काँच गिरा", strip, "hi");
  });

  test("are no negation that has other accents", () => {
    const difference = (printed: string, quoted: string) =>
      differences(`είπε ${printed} θα φύγει`, `είπε ${quoted} θα φύγει`, "el");
    expect(difference("πότε", "αν")).toEqual([["πότε", "αν"]]);
    expect(difference("ποτέ", "αν")).toEqual([["ποτέ", "αν", "negation"]]);
    expect(difference("ποτε", "αν")).toEqual([["ποτε", "αν", "negation"]]);
  });
});

test("a capital letter that makes another word is found in a text of any length", () => {
  const words = Array.from({ length: 900 }, (_, at) => `wort${at}`);
  const textWith = (word: string) => words.with(450, word).join(" ");
  expect(differences(textWith("Sie"), textWith("sie"), "de")).toEqual([["Sie", "sie", "capital"]]);
});

describe("a difference in a script without spaces", () => {
  const TEXTS = {
    ja: "漁師は川で大きな魚を捕った。村の人は喜んで古い灯台の下に集まり、朝まで海を見ていた",
    zh: "灯塔守人每晚点亮灯火，望着远方的大海直到天亮。风从北方吹来，渔船都回到了港口",
    ko: "등대지기는 밤마다 등불을 켜고 먼 바다를 오래 보고 있었다. 바람이 불고 배들이 돌아왔다",
    th: "คนเฝ้าประภาคารจุดตะเกียงทุกคืนและมองทะเลจนถึงรุ่งเช้า",
  } as const;
  const segmenter = new Intl.Segmenter("ja", { granularity: "word" });
  const startsIn = (text: string) =>
    new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length));

  test("begins and ends with a word, and has all that was changed", () => {
    const edits = fc.record({
      language: fc.constantFrom("ja", "zh", "ko", "th"),
      at: fc.nat(),
      left: fc.nat({ max: 3 }),
      added: fc.constantFrom("", "らなか", "没有", "지 않", "ไม่", "大河", "三"),
    });
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 1 }), ([edit]) => {
        if (edit === undefined) return;
        const { language, at, left, added } = edit;
        const printed = TEXTS[language];
        const from = at % printed.length;
        const quoted = (printed.slice(0, from) + added + printed.slice(from + left)).trim();
        const [printedStarts, quotedStarts] = [startsIn(printed), startsIn(quoted)];
        let [printedAt, quotedAt] = [0, 0];
        for (const change of compareWords(printed, quoted, language)) {
          if (change.printed !== "") printedAt = printed.indexOf(change.printed, printedAt);
          if (change.quoted !== "") quotedAt = quoted.indexOf(change.quoted, quotedAt);
          const ends = [printedAt + change.printed.length, quotedAt + change.quoted.length];
          if (!change.isSame) {
            const isWhole = [
              change.printed === "" ||
                (printedStarts.has(printedAt) && printedStarts.has(ends[0] ?? 0)),
              change.quoted === "" ||
                (quotedStarts.has(quotedAt) && quotedStarts.has(ends[1] ?? 0)),
            ];
            expect([quoted, change.printed, change.quoted, ...isWhole]).toEqual([
              quoted,
              change.printed,
              change.quoted,
              true,
              true,
            ]);
          }
          [printedAt, quotedAt] = [ends[0] ?? 0, ends[1] ?? 0];
        }
      }),
      { numRuns: runs(300) },
    );
  });

  test.each([
    ["ja", "魚を捕った。", "魚を捕らなかった。", "捕った", "捕らなかった"],
    ["ja", "村の人は喜んだ。", "村の人は喜ばなかった。", "喜んだ", "喜ばなかった"],
    ["ja", "朝まで海を見ていた。", "朝まで海を見ていなかった。", undefined, undefined],
    ["ko", "등불을 켜고 보았다", "등불을 켜지 않고 보았다", "켜고", "켜지 않고"],
    ["zh", "守人每晚点亮灯火", "守人每晚没有点亮灯火", "", "没有"],
  ])(
    "is a negation if one is added or left out within a word, in %s: %s",
    (language, printed, quoted, word, other) => {
      for (const [one, two, from, to] of [
        [printed, quoted, word, other],
        [quoted, printed, other, word],
      ] as const) {
        const found = differences(one, two, language);
        expect(found).toHaveLength(1);
        expect(found[0]?.[2]).toBe("negation");
        if (from !== undefined) expect(found[0]?.slice(0, 2)).toEqual([from, to]);
      }
    },
  );

  test("is none in a negation whose tense differs", () => {
    for (const [printed, quoted] of [
      ["魚を捕らなかった。", "魚を捕らない。"],
      ["등불을 켜지 않았다", "등불을 켜지 않는다"],
    ] as const) {
      for (const [, , grave] of differences(printed, quoted, "ja")) expect(grave).toBeUndefined();
    }
  });
});

describe("compareWords with any texts", () => {
  test("returns changes that together contain both texts, word for word", () => {
    fc.assert(
      fc.property(texts, texts, (printed, quoted) => {
        const changes = compareWords(printed, quoted, "en");
        expect(changes.flatMap((change) => wordsIn(change.printed))).toEqual(wordsIn(printed));
        expect(changes.flatMap((change) => wordsIn(change.quoted))).toEqual(wordsIn(quoted));
      }),
      { numRuns: runs(200) },
    );
  });

  test("marks changes as the same exactly if their words are the same, and alternates", () => {
    const keys = (text: string) => wordsIn(text).map(tokenKey);
    fc.assert(
      fc.property(texts, texts, (printed, quoted) => {
        const changes = compareWords(printed, quoted, "en");
        for (const [index, { printed, quoted, isSame }] of changes.entries()) {
          if (isSame) expect(keys(printed)).toEqual(keys(quoted));
          else expect(keys(printed)).not.toEqual(keys(quoted));
          expect(isSame).not.toBe(changes[index + 1]?.isSame);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  test("returns one change for a text compared with itself", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const changes = compareWords(text, text, "en");
        expect(changes.map(({ isSame }) => isSame)).toEqual(wordsIn(text).length > 0 ? [true] : []);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/foundation/seeded-random.ts";
import { findCandidates } from "../../src/verify/candidates.ts";
import { libraryOf } from "../library.ts";
import { runs } from "../thoroughness.ts";
import { NOUNS, VERBS } from "./made-book.ts";
import { verifierOf } from "./verifiers.ts";

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

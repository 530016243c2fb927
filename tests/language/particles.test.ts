import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { message } from "../../src/catalogue/catalogue.ts";
import { translationInto } from "../../src/language/translation/catalogues.ts";
import { attachParticles } from "../../src/language/translation/particles.ts";
import { runs } from "../thoroughness.ts";

/** Returns the topic and the directional particle after a text. */
const after = (text: string) =>
  ["은(는)", "(으)로"].map((particle) => attachParticles(particle, text)).join(" ");

const CONSONANT = "은 으로";
const RIEUL = "은 로";
const VOWEL = "는 로";

describe("a particle fits the sound before it", () => {
  test.each<[text: string, particles: string]>([
    ["서울", RIEUL],
    ["김정은", CONSONANT],
    ["트럼프", VOWEL],
    ["값", CONSONANT],
    // Decomposed, as file names of macOS are.
    ["훈련".normalize("NFD"), CONSONANT],
    ["편지".normalize("NFD"), VOWEL],
    ["서울".normalize("NFD"), RIEUL],
    ["ㄱ", CONSONANT],
    ["ㄹ", RIEUL],
    ["ㅏ", VOWEL],
    // Digits, as numbers are read.
    ["0", CONSONANT],
    ["1", RIEUL],
    ["2", VOWEL],
    ["3", CONSONANT],
    ["6", CONSONANT],
    ["7", RIEUL],
    ["8", RIEUL],
    ["9", VOWEL],
    ["2020", CONSONANT],
    ["100", CONSONANT],
    ["10,000", CONSONANT],
    ["1000000000000", VOWEL],
    ["10000000000000000", CONSONANT],
    ["2019-08-05", VOWEL],
    ["¶3", CONSONANT],
    ["50%", VOWEL],
    // Words and abbreviations in Latin letters.
    ["Kim", CONSONANT],
    ["Trump", VOWEL],
    ["Moon", CONSONANT],
    ["Seoul", RIEUL],
    ["style", RIEUL],
    ["timeline", CONSONANT],
    ["Washington", CONSONANT],
    ["Beijing", CONSONANT],
    ["chicago", VOWEL],
    ["topic", CONSONANT],
    ["date", VOWEL],
    ["letter", VOWEL],
    ["Discord", VOWEL],
    ["URL", RIEUL],
    ["FBI", VOWEL],
    ["IBM", CONSONANT],
    ["csl-json", CONSONANT],
    ["2019-08-05-kim-to-trump¶b", VOWEL],
    ["José", VOWEL],
    // Signs at the end are not read.
    ["“서울”", RIEUL],
    ["‘편지’", VOWEL],
    ["「훈련」", CONSONANT],
    ["`주제`", VOWEL],
    ["훈련?”", CONSONANT],
    ["김정은(1984)", CONSONANT],
    ["편지 (Kim)", VOWEL],
    ["[표]", VOWEL],
    ["(훈련)", CONSONANT],
  ])("%s: %s", (text, particles) => {
    expect(after(text)).toBe(particles);
  });

  test("in each of its forms", () => {
    const all = "은(는) 이(가) 을(를) 과(와) (으)로 (이)라는 (이)나".split(" ");
    expect(all.map((one) => attachParticles(one, "훈련"))).toEqual(
      "은 이 을 과 으로 이라는 이나".split(" "),
    );
    expect(all.map((one) => attachParticles(one, "편지"))).toEqual(
      "는 가 를 와 로 라는 나".split(" "),
    );
  });

  test.each(["", " ", "¶", "ქართული", "漢字", "🙂"])("both forms remain after “%s”", (text) => {
    expect(attachParticles("은(는)", text)).toBe("은(는)");
  });
});

test("a value is inserted as it is, even if it has particles in both forms", () => {
  const t = translationInto("ko");
  if (t === undefined) throw new Error("There is no Korean.");
  const text = fc.array(fc.constantFrom("은(는)", "(으)로", "가", "a", " ", "{", "'", "(이)"));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [printed, quoted] = [one.join(""), other.join("")];
      const sentence = t.format(message("change.changed", { printed, quoted }));
      expect(sentence).toMatch(/바뀌었습니다\.$/);
      expect(sentence.startsWith(`“${printed}”`)).toBe(true);
      expect(sentence.slice(printed.length + 2)).toContain(`“${quoted}”`);
    }),
    { numRuns: runs(50) },
  );
});

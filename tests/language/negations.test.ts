import { describe, expect, test } from "vitest";
import { findContrasts, findNegations, hasNegation } from "../../src/language/negations.ts";

/** Words of a list, with underscores for the spaces in them. */
const listOf = (words: string) => words.split(/\s+/).map((word) => word.replaceAll("_", " "));

describe("a negation", () => {
  test.each([
    [
      "cs",
      `nemůže nemusí nemohl neměl nemají nebude nebojí nebál nejsem nejsi nejde nejdou nečekal neslyšel nestačí
      nebyl nevěděl nechce nechtěl nechápe nedělal nehodí nekoupil nepřijel neposlal neustál není nemá`,
    ],
    [
      "ko",
      "안 못 않았다 하지않는 없다 없이 아니다 아닌 아닙니다 못했다 말아라 마세요 모를 몰랐다 거부했다 금지된",
    ],
    ["ja", "見ない 来なかった 行かずに 語りません 急ぐことなく"],
    ["tr", "satmadı yoktu yokken değildi satmasın gelmez gelmiyor"],
    ["fa", "نیامد نیامدند نرود نداشت نمی‌رود"],
    ["ro", "n-am n-a n- n’am nu"],
  ])("is found in %s", (language, words) => {
    for (const word of listOf(words)) {
      expect([word, findNegations(word, language).length > 0]).toEqual([word, true]);
    }
  });

  test.each([
    [
      "cs",
      `nebe nebesa nebo neboť nemoc nemocnice nemocný nejen nejlepší nejvyššího nejraději nejvíce nedávno neustále neteř
      několik někdo někdejší něco nečemu neděle nedělní nehoda nehty nechal nechte nechť Německo Němci nepřítel nepřátelé
      nervy nesla neseme nevěsta nebezpečný neutrální netopýr`,
    ],
    [
      "ko",
      `안개 아침 말 말했다 말씀 아버지 리투아니아 오세아니아 피아니스트 부모를 규모를 음모를 자전거부터 세금지원
      모르타르 못자리`,
    ],
    ["ja", "間もなく まもなく ほどなく 何となく 少なくとも 非常に 未来"],
    ["zh", "不但 非但 不断 非常 未来"],
    ["tr", "yoksa elmasın temasın kumaşın pekmez namaz"],
    ["fa", "نروژ نروژی نامدار نمد نماد"],
    ["ro", "N._Iorga N._Bălcescu n"],
    ["und", "N._Iorga N"],
  ])("is not found in other words in %s", (language, words) => {
    for (const word of listOf(words))
      expect([word, findNegations(word, language)]).toEqual([word, []]);
  });

  test("is none of the words that only deny", () => {
    expect(hasNegation("He refused to sell", "en")).toBe(false);
    expect(hasNegation("He did not sell", "en")).toBe(true);
  });
});

describe("a word that takes back what precedes it", () => {
  test.each([
    ["ko", "하지만 그러나 다만 갔지만 작지만 있지만 이기지만 하시지만 것이지만 하였으나 있으나"],
    ["ja", "売ったが、 古いが、 見るが、 言ったのだが、 遠いのですが、 しかし"],
    ["zh", "但 但是 不过 除非 却"],
    ["hr", "ali međutim"],
  ])("is found in %s", (language, words) => {
    for (const word of listOf(words)) {
      expect([word, findContrasts(word, language).length > 0]).toEqual([word, true]);
    }
  });

  test.each([
    ["ko", "여기까지만 편지만 아버지만 돼지만 강아지만 먼지만 이전보다만 지만"],
    ["ja", "あなたが、 すがたが、 戦いが、 願いが、 からだが、"],
    ["zh", "不但 非但 但愿 忘却"],
    ["hr", "već"],
  ])("is not found in other words in %s", (language, words) => {
    for (const word of listOf(words))
      expect([word, findContrasts(word, language)]).toEqual([word, []]);
  });
});

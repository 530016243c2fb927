import process from "node:process";
import { describe, expect, test } from "vitest";
import { applyFolds, fold, foldsOf } from "../../src/language/fold.ts";
import { LANGUAGES } from "../../src/language/languages/index.ts";
import {
  findContrasts,
  findNegations,
  hasCondition,
  hasNegation,
} from "../../src/language/negations.ts";
import { wordsOf } from "../../src/language/word-lists.ts";

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
    [
      "ja",
      "見ない 来なかった 行かずに 語りません 急ぐことなく 渡らず 言わず 食べず 見もせず 受けず",
    ],
    [
      "en",
      "few_of_them very_few ceased_to_burn stopped_burning little_doubt far_from_sure anything_but_sure",
    ],
    ["pt", "deixou_de_vender deixaram_de_vender poucos_viram longe_de_saber"],
    ["es", "dejó_de_vender dejaron_de_vender pocos_vieron lejos_de_saber"],
    ["fr", "cessa_de_vendre cessèrent_d’écrire peu_de_gens loin_de_savoir"],
    ["it", "smise_di_vendere cessò_di_vendere pochi_videro"],
    ["de", "wenige_sahen weniger_Leute weit_davon_entfernt"],
    ["nl", "weinig_mensen verre_van_zeker"],
    ["ru", "мало_кто перестал_продавать"],
    ["pl", "niewielu_widziało przestał_sprzedawać"],
    ["uk", "перестав_продавати"],
    ["cs", "přestal_prodávat málo_lidí odmítl"],
    ["zh", "很少有人"],
    ["ko", "드물게"],
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
    ["en", "a_few the_few his_very_few a_little_hope stopped_there"],
    ["es", "unos_pocos dejó_allí"],
    ["fr", "un_peu_de_pain"],
    ["de", "ein_weniger die_wenigen"],
    [
      "ja",
      "まず はず わずか なまず 必ず 必ずしも 絶えず 思わず 相変わらず 残らず 一人ずつ 訪ずれ 恥ずかしい",
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

describe("a word of a list", () => {
  const find = { negations: findNegations, contrasts: findContrasts } as const;
  const accented = LANGUAGES.flatMap((language) =>
    (["negations", "contrasts"] as const).flatMap((list) => {
      const [tag] = language.tags;
      const listed = wordsOf(language[list]);
      return listed.flatMap((word) => {
        const plain = fold(word);
        const isAccented =
          applyFolds(word, foldsOf(tag)) !== plain && /\p{Script=Latin}/u.test(word);
        return isAccented && !listed.includes(plain) ? [{ tag, list, word, plain }] : [];
      });
    }),
  );

  test.each(accented)("is found as $tag $word is written, and not without its accents", (one) => {
    const { tag, list, word, plain } = one;
    expect(find[list](`${word} ${word}`, tag)).toEqual([word, word]);
    expect(find[list](`${plain} ${word}`, tag)).toEqual([word]);
    const capitals = plain.toLocaleUpperCase(tag);
    expect(find[list](`${capitals} ${word}`, tag)).toEqual([capitals, word]);
    expect(find[list](`${plain} ${plain}`, tag)).toEqual([plain, plain]);
  });

  test.each([
    ["es", "treinta barcos, o más"],
    ["fr", "il mangeait du maïs"],
    ["pt", "as ervas más"],
  ])("is no other word of %s that has accents: %s", (language, text) => {
    expect(findContrasts(text, language)).toEqual([]);
    expect(findNegations(text, language)).toEqual([]);
  });

  test.each([
    ["es", "hablaron entre sí toda la noche"],
    ["it", "pensava a sé"],
  ])("is no condition of %s where another word is written: %s", (language, text) => {
    expect(hasCondition(text, language)).toBe(false);
  });
});

test("many words that only look like those of a list are read in linear time", () => {
  function timeOf(count: number): number {
    const text = "más y sí ".repeat(count);
    const times = Array.from({ length: 3 }, () => {
      const start = process.cpuUsage();
      findContrasts(text, "es");
      hasCondition(text, "es");
      return process.cpuUsage(start).user;
    });
    return Math.min(...times);
  }
  timeOf(200);
  // Eight times the words would take sixty-four times the time if each word read the text.
  expect(timeOf(4000) / timeOf(500)).toBeLessThan(24);
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

import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/language/languages/index.ts";
import { languageOfScript } from "../../src/language/tags.ts";
import { languageOfWords } from "../../src/language/vocabulary.ts";
import { wordsOf } from "../../src/language/word-lists.ts";

const require = createRequire(import.meta.url);

describe("the words by which a text is known to be in a language", () => {
  const others = LANGUAGES.filter(({ distinctiveWords }) => distinctiveWords === undefined);

  test.each(LANGUAGES.filter(({ distinctiveWords }) => distinctiveWords !== undefined))(
    "are stop words of $oramaName, and of no other language",
    ({ oramaName, distinctiveWords }) => {
      const listOf = (name: string | undefined): readonly unknown[] =>
        name === undefined ? [] : require(`@orama/stopwords/${name}`).stopwords;
      const words = wordsOf(distinctiveWords);
      expect(words.filter((word) => !listOf(oramaName).includes(word))).toEqual([]);
      const elsewhere = new Set(others.flatMap((language) => listOf(language.oramaName)));
      expect(words.filter((word) => elsewhere.has(word))).toEqual([]);
    },
  );
});

test("words are in the language that is named, unless that one would have its own among them", () => {
  expect(languageOfWords("The café was closed when they came", "en")).toBe("en");
  expect(languageOfWords("El café del pueblo estaba cerrado", "en-GB")).toBe("und");
  expect(languageOfWords("El café del pueblo estaba cerrado", "es")).toBe("es");
  expect(languageOfWords("Gallia est omnis divisa in partes tres", "la")).toBe("la");
});

describe("the language of a text that does not name it", () => {
  test.each([
    ["The keeper lit the lamp.", "en", "en"],
    ["The keeper lit the lamp.", "ko", "ko"],
    ["등대지기가 燈臺의 등불을 켰다.", "en", "ko"],
    ["灯台守は明かりをともした。", "en", "ja"],
    ["守塔人点亮了灯。", "en", "zh"],
    ["守塔人点亮了灯。", "zh-Hant", "zh-Hant"],
    ["守塔人點亮了燈。", "ja", "ja"],
    ["灯台守は明かりをともした。", "zh", "ja"],
    ["Смотритель зажёг лампу, и мы вышли.", "en", "ru"],
    ["Доглядач запалив ліхтар її матері.", "en", "uk"],
    ["Пазачът запали лампата вечерта.", "en", "und"],
    ["Смотритель зажёг лампу, и мы вышли.", "bg", "bg"],
    ["أشعل الحارس المصباح مساء.", "en", "ar"],
    ["نگهبان چراغ را روشن کرد.", "en", "fa"],
    ["لڑکے نے چراغ روشن کیا ہے۔", "en", "und"],
    ["Ο φύλακας άναψε τη λάμπα.", "en", "el"],
    ["रखवाले ने दीपक जलाया।", "en", "und"],
    ["रखवाले ने दीपक जलाया।", "hi", "hi"],
    ["1, 2, 3", "ko", "ko"],
    ["灯台守は「등대지기입니다」と韓国語で答え、灯台の灯をともした。", "ja", "ja"],
    ["灯台守は「등대지기입니다」と韓国語で答え、灯台の灯をともした。", "en", "ja"],
    ["등대지기는 「とうだい」라고 일본어로 대답하고 등대의 불을 켰다.", "ko", "ko"],
    ["등대지기는 「とうだい」라고 일본어로 대답하고 등대의 불을 켰다.", "en", "ko"],
  ])("of “%s” among texts in %s is %s", (text, tag, language) => {
    expect(languageOfScript(text, tag)).toBe(language);
  });
});

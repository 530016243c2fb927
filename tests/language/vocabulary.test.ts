import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/language/languages/index.ts";
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

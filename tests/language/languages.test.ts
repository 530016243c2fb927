import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAnalyzer } from "../../src/language/analyzer.ts";
import { LANGUAGES } from "../../src/language/languages/index.ts";
import { vocabularyOf } from "../../src/language/vocabulary.ts";
import { runs } from "../thoroughness.ts";

const tagsOf = LANGUAGES.map(({ tags }) => tags);

test("every file in languages/ is listed, in the order of the tags", () => {
  const files = readdirSync("src/language/languages").filter((file) => file !== "index.ts");
  expect(tagsOf.map(([tag]) => `${tag}.ts`)).toEqual(files.toSorted());
});

test("every tag is a primary subtag in canonical lower case, and belongs to one language", () => {
  const tags = tagsOf.flat();
  expect(tags.filter((tag) => !/^[a-z]{2,3}$/.test(tag))).toEqual([]);
  expect(tags.toSorted()).toEqual([...new Set(tags)].toSorted());
});

describe("a text is analysed with the stemmer and stop words of", () => {
  test.each(LANGUAGES.filter(({ oramaName }) => oramaName !== undefined))(
    "$oramaName",
    ({ tags: [tag] }) => {
      const words = createAnalyzer(tag).contentWordsOf("Xylographica 2019");
      expect(words.map(({ text }) => text)).toEqual(["Xylographica", "2019"]);
      for (const { terms } of words) expect(terms.join()).not.toBe("");
    },
  );
});

/** Small letters of the scripts in which a language with a stemmer is written. */
const WORDS = [
  "aąáéñöøşż",
  "абвгеёзиїйклмнорстцъыь",
  "αάεηιοσςτυ",
  "ابتةكلمني",
  "कखगािीुे",
  "ஆகதிு",
  "աենր",
  "אבגיו",
].map((letters) => fc.string({ unit: fc.constantFrom(...letters, ..."ing"), maxLength: 40 }));

test("no word makes a stemmer throw or is stemmed to nothing", () => {
  const word = fc.oneof(...WORDS, fc.string({ unit: "grapheme" })).filter((text) => text !== "");
  const tag = fc.constantFrom(...tagsOf.map(([first]) => first));
  fc.assert(
    fc.property(tag, word, (language, text) => {
      expect(vocabularyOf(language).stem(text)).not.toBe("");
    }),
    { numRuns: runs(5000) },
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAnalyzer, createAnalyzers } from "../../src/language/analyzer.ts";
import { parseQuery } from "../../src/search/query.ts";
import type { SearchResult } from "../../src/search/search.ts";
import { libraryOf } from "../library.ts";
import { runs } from "../thoroughness.ts";

/** Returns the terms of a query, each once, in a corpus where no query stop word occurs. */
function termsIn(language: string, query: string): readonly string[] {
  const { words } = parseQuery(query, createAnalyzers([language]), language, () => false);
  return words.flatMap(({ queryTerms: sought }) => sought.flatMap(({ terms }) => terms));
}

/** Returns the numbers of the passages in a result, in ascending order. */
function passagesOf({ hits }: SearchResult): readonly number[] {
  return hits
    .flatMap((hit) => (hit.kind === "passage" ? [Number(hit.passage.number)] : []))
    .sort((a, b) => a - b);
}

describe("the forms of a word have one term", () => {
  test.each([
    ["ar", "كتاب الكتاب"],
    ["bg", "книга книгите Книги"],
    ["bg", "войник войници войниците"],
    ["bg", "присъщ присъщо присъща"],
    ["da", "frihed friheden Frihedens"],
    ["de", "Haus Häuser häusern HÄUSER Häuser"],
    ["de-AT", "Straße Strassen STRASSE"],
    ["el", "άνθρωπος άνθρωποι ΑΝΘΡΩΠΟΣ"],
    ["en", "soldier soldiers Soldiers"],
    ["es", "canción canciones Canción CANCIONES"],
    ["fi", "talo talossa Talot"],
    ["fr", "Liberté libertés LIBERTÉ"],
    ["ga", "bád bhád mBád"],
    ["hi", "लड़का लड़के लड़कों"],
    ["hu", "ház házak Házak"],
    ["hy", "քաղաք քաղաքի Քաղաքներ"],
    ["id", "baca membaca bacaan"],
    ["it", "abbandonata abbandonare Abbandonati"],
    ["lt", "knyga knygos"],
    ["nb", "friheten frihetens Friheten"],
    ["ne", "केटा केटाहरू केटालाई"],
    ["nl", "vrijheid vrijheden"],
    ["nn", "hest hesten Hestar"],
    ["no", "hest hesten Hester"],
    ["pt", "boiadeiro Boiadeiros"],
    ["ro", "libertate libertatea"],
    ["ru", "свобода свободы Свободой"],
    ["sa", "devaḥ devam Devān"],
    ["sr", "слобода slobode Слободе"],
    ["sv", "flicka flickor Flickorna"],
    ["ta", "புத்தகம் புத்தகங்கள்"],
    ["tr", "kitap kitaplar KİTAP"],
    ["uk", "свобода свободи"],
  ])("%s: %s", (language, words) => {
    expect(termsIn(language, words)).toHaveLength(1);
  });
});

test("accents and special letters are folded after stemming", () => {
  expect(termsIn("fr", "égalité")).toEqual(["egal"]);
  expect(termsIn("ru", "ёлка елка")).toEqual(["елк"]);
  expect(termsIn("de", "Häuser Hauser")).toEqual(["haus"]);
});

describe("a designation is found however it is written", () => {
  test.each([
    ["en", "IL-6 IL6 il 6", ["il", "6"]],
    ["en", "TGF-β TGFβ TGF-beta TGFΒ", ["tgf", "beta"]],
    ["en", "μ opioid mu-opioid", ["mu", "opioid"]],
    ["en", "the 1950s and 1950", ["1950"]],
    ["de", "λ-Sonde Lambdasonde λόγος", ["lambda", "sond", "lambdasond", "λογοσ"]],
    ["el", "η ελευθερία β", ["ελευθερ", "β"]],
  ])("%s: %s", (language, text, terms) => {
    expect([...new Set(termsIn(language, text))]).toEqual(terms);
  });
});

test("a word that is only an ending is its own stem", () => {
  expect(termsIn("sa", "am us")).toEqual(["am", "us"]);
});

describe("stop words are no content words", () => {
  test.each([
    ["de", "Die Freiheit und das Haus für alle", ["freiheit", "haus"]],
    ["el", "αυτές και η ελευθερία", ["ελευθερ"]],
    ["en", "The lamp of the keeper", ["lamp", "keeper"]],
    ["fr", "L’eau de la mer", ["eau", "mer"]],
    ["hi", "लड़के के", ["लड़क"]],
    ["lt", "į laisvė", ["laisv"]],
    ["tr", "şu artık su", ["su"]],
    ["uk", "Інших свобода", ["свобод"]],
    ["cs", "a svoboda", ["a", "svoboda"]],
  ])("%s: %s", (language, text, terms) => {
    expect(termsIn(language, text)).toEqual(terms);
  });
});

describe("query stop words", () => {
  const english = libraryOf({
    "a.md": "The war was won.\n\nCould they, against him?\n\nBefore it, and after.",
  });
  const spanish = libraryOf({ "corpus.yaml": "language: es", "a.md": "Los acuerdos.\n\nLa paz." });

  test("are left out of a sentence", () => {
    const sentence = "how could they ever have won a war against him, I wonder, before us";
    expect(passagesOf(english.search(sentence, {}))).toEqual([1]);
  });

  test("are searched for in a query of few words", () => {
    expect(passagesOf(english.search("against war", {}))).toEqual([1, 2]);
    expect(passagesOf(english.search("before after", {}))).toEqual([3]);
    expect(passagesOf(spanish.search("el acuerdo", {}))).toEqual([1]);
  });

  test("are not reported as missing if no text contains them", () => {
    const found = english.search("again war", {});
    expect(passagesOf(found)).toEqual([1]);
    expect(found.missing).toEqual([]);
    expect(english.search("lamp war", {}).missing).toEqual(["lamp"]);
  });
});

describe("a query in a corpus of several languages", () => {
  const analyzers = createAnalyzers(["en-GB", "de", "en"]);

  test("is analysed in each, except the languages in which a word is a stop word", () => {
    expect(analyzers.contentWordsOf("die freiheiten 훈련을")).toEqual([
      { text: "die", terms: ["die"], forms: ["die"], isQueryStopWord: true },
      {
        text: "freiheiten",
        terms: ["freiheiten", "freiheit"],
        forms: ["freiheiten", "freiheiten"],
        isQueryStopWord: false,
      },
      { text: "훈련을", terms: ["훈련", "련을"], forms: ["훈련", "련을"], isQueryStopWord: false },
    ]);
    expect(analyzers.contentWordsOf("the war was in").map(({ text }) => text)).toEqual([
      "the",
      "war",
    ]);
  });

  test("shares one analyzer among the tags of a language", () => {
    expect(analyzers.of("de-CH")).toBe(analyzers.of("de"));
    expect(analyzers.of("de").termOf("Häuser")).toBe("haus");
    expect(analyzers.of("xx").termOf("Häuser")).toBe("hauser");
  });
});

describe("Korean", () => {
  const korean = libraryOf({
    "corpus.yaml": "language: ko",
    "a.md": `
훈련을 다시 시작하였다.

훈련이 끝났다.

우리는 훈련은 하지 않는다.

합동훈련 계획.

B-52 폭격기 2대와 함께 한미훈련을 2019년에 ICBM 시험 뒤에 하였다.

공화국의 인간은 자유와 권리를 가진다.

은행에 갔다.
`,
  });
  const found = (query: string) => passagesOf(korean.search(query, {}, { kinds: ["passage"] }));

  test.each(["훈련", "훈련을", "훈련이", "훈련은", "훈련과", "훈련에서는"])(
    "%s finds the word with any particle",
    (query) => {
      expect(found(query)).toEqual([1, 2, 3, 4, 5]);
    },
  );

  test.each(["인간", "인간의", "자유", "자유는", "권리", "권리가", "공화국", "공화국에서"])(
    "%s finds the word with any ending",
    (query) => {
      expect(found(query)).toContain(6);
    },
  );

  test.each([
    ["ICBM", [5]],
    ["icbm 시험", [5]],
    ["2019", [5]],
    ["B-52", [5]],
    ["2019년", [5]],
    ["은", [7]],
    ["합", [4]],
    ["훈", [1, 2, 3, 4, 5]],
  ])("%s, which has other scripts or few characters, finds its passages", (query, numbers) => {
    expect(found(query)).toEqual(numbers);
  });
});

describe("in any text", () => {
  const piece = fc.constantFrom(
    ..."a Z 9 the β Ω\u0301 don't é e\u0301 \u00ad \u200d ’ ² ½ 훈련 훈 漢 𠀀 か ー 🙂 🏽 \ud800 \udc00 ж ﬁ İ".split(
      " ",
    ),
    " ",
    "\n",
    ". ",
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
    fc.string({ unit: "binary", maxLength: 40 }),
  );

  /** Returns the words of a text by one regular expression. */
  function matchWords(text: string): readonly string[] {
    const unspaced = String.raw`\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}`;
    const spaced = [
      String.raw`\p{sc=Greek}`,
      String.raw`\p{N}`,
      String.raw`(?!\p{sc=Greek})[\p{L}\p{M}]`,
    ]
      .map((character) => `(?![${unspaced}])${character}\\p{M}*`)
      .map((letter) => `${letter}(?:${letter}|[\\u00ad\\u200c\\u200d])*`);
    return text.match(new RegExp(`[${unspaced}]+|${spaced.join("|")}`, "gu")) ?? [];
  }

  test("the words are those that one regular expression matches", () => {
    fc.assert(
      fc.property(text, (any) => {
        const words = createAnalyzer("xx").contentWordsOf(any);
        expect(words.map(({ text }) => text)).toEqual(matchWords(any));
      }),
      { numRuns: runs(400) },
    );
  });

  test.each(["en", "ko", "de", "el"])(
    "the terms in %s are those of the content words",
    (language) => {
      const analyzer = createAnalyzer(language);
      fc.assert(
        fc.property(text, (any) => {
          const terms: string[] = [];
          const forms: string[] = [];
          analyzer.forEachTerm(any, (form, term) => {
            forms.push(form);
            terms.push(term);
          });
          const words = createAnalyzer(language).contentWordsOf(any);
          expect(terms).toEqual(words.flatMap((word) => word.terms));
          expect(forms).toEqual(words.flatMap((word) => word.forms));
        }),
      );
    },
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../thoroughness.ts";
import { kindsOfMarks, verifierBesideFiller } from "../verifiers.ts";

/** Labels of laws and how citations write them, each with words of a law in its language; `#` is the number. */
const LAWS = [
  {
    language: "en",
    words: "The members shall elect a chair for two years",
    labels: ["Article #.", "Art. # –", "ARTICLE #:"],
    citations: ["(Art. #)", "(article #)", "(Article #)", "(§ #)", "— Article #", ", art. #"],
  },
  {
    language: "de",
    words: "Die Mitglieder wählen für zwei Jahre einen Vorsitzenden",
    labels: ["Artikel #.", "Art. #", "§ #"],
    citations: ["(Art. #)", "(Artikel #)", "[Art. #]"],
  },
  {
    language: "ru",
    words: "Члены избирают председателя на два года",
    labels: ["Статья #.", "Ст. #."],
    citations: ["(ст. #)", "(статья #)"],
  },
  {
    language: "ja",
    words: "委員は二年の任期で議長を互選しなければならない",
    labels: ["第#条　"],
    citations: ["（第#条）", "（#条）"],
  },
  {
    language: "ko",
    words: "위원은 두 해의 임기로 의장을 서로 뽑아야",
    labels: ["제#조"],
    citations: ["(제#조)", "(#조)"],
  },
];
const number = fc.integer({ min: 1, max: 300 });
const law = fc.constantFrom(...LAWS).chain(({ language, words, labels, citations }) =>
  fc.record({
    language: fc.constant(language),
    words: fc.constant(words),
    label: fc.constantFrom(...labels),
    citation: fc.constantFrom(...citations),
  }),
);
const numbered = (text: string, value: number) => text.replace("#", String(value));

describe("the place in an attribution", () => {
  test("is that of the words only if their label or the heading above them has its number", () => {
    fc.assert(
      fc.property(law, number, number, fc.boolean(), (one, own, other, isHeading) => {
        const { language, words, label, citation } = one;
        const written = numbered(label, own);
        const printed = isHeading ? `## ${written}\n\n${words}.` : `${written} ${words}.`;
        const quoted = `“${words}” ${numbered(citation, other)}`;
        const [kind] = kindsOfMarks(verifierBesideFiller(printed, language).verify(quoted));
        const isOwn = kind === "attribution" || kind === "page-number";
        expect([printed, quoted, isOwn]).toEqual([printed, quoted, own === other]);
      }),
      { numRuns: runs(120) },
    );
  });

  test("is unconfirmed where the document has no such label, unless it is one of the edition", () => {
    fc.assert(
      fc.property(law, number, ({ language, words, citation }, value) => {
        const { verify } = verifierBesideFiller(`${words}.`, language, "author: Ada Quill\n");
        const quoted = `“${words}” ${numbered(citation, value)}`;
        expect([quoted, kindsOfMarks(verify(quoted))]).toEqual([quoted, ["unconfirmed-origin"]]);
        const onPage = `“${words}” (p. ${value})`;
        expect([onPage, kindsOfMarks(verify(onPage))]).toEqual([onPage, ["page-number"]]);
      }),
      { numRuns: runs(40) },
    );
  });

  test("is the chapter and the verse that the document numbers, be it in raised figures or not", () => {
    const verses = ["The keeper lit the lamp at dusk", "The oil burned until the boats came home"];
    const mark = fc.constantFrom<(verse: number) => string>(
      (verse) => `<sup>${verse}</sup> `,
      (verse) => `${verse} `,
      (verse) => `(${verse}) `,
    );
    const small = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(mark, small, small, small, small, (write, chapter, verse, named, cited) => {
        const text = verses.map((one, at) => `${write(verse + at)}${one}.`).join(" ");
        const { verify } = verifierBesideFiller(`# Lamp\n\n## Lamp ${chapter}\n\n${text}`);
        const quoted = verses.map((one) => `“${one}” (Lamp ${named}:${cited})`);
        const isOwn = verses.map((_, at) => chapter === named && cited === verse + at);
        const kinds = quoted.map((one) => kindsOfMarks(verify(one)));
        expect([text, quoted, kinds.map(([kind]) => kind === "attribution")]).toEqual([
          text,
          quoted,
          isOwn,
        ]);
      }),
      { numRuns: runs(80) },
    );
  });
});

/** Articles with numbered paragraphs, and citations of a paragraph: `#` is the article and `%` the paragraph. */
const PARAGRAPHS = [
  {
    language: "ko",
    article: "제#조",
    label: (paragraph: number) => String.fromCodePoint(0x245f + paragraph),
    words: "섬의 등대지기는 매일 저녁 불을 켜고 기름값을 읍장에게서 받는다",
    citations: ["(제#조 제%항)", "(제#조제%항)", "(제#조 %항)"],
  },
  {
    language: "ja",
    article: "第#条",
    label: (paragraph: number) => `${paragraph}　`,
    words: "灯台守は毎晩灯台に火をともし油の代金を村長から受け取る",
    citations: ["（第#条第%項）", "（#条%項）"],
  },
  {
    language: "zh",
    article: "第#条",
    label: (paragraph: number) => `${paragraph}. `,
    words: "守塔人每天晚上点亮灯塔的灯并从镇长那里收取油钱",
    citations: ["（第#条第%款）", "（第#条第%项）"],
  },
  {
    language: "ar",
    article: "سورة البحر",
    label: (paragraph: number) => `(${paragraph}) `,
    words: "كتب الحارس أن المصباح أضاء الميناء في تلك الليلة وأن السفن مرت بسلام",
    citations: ["[البحر: %]"],
  },
];

/** Parts of plays and poems, as headings and citations have them. */
const PARTS = [
  { language: "en", heading: "Act #", citations: ["(Act #)", "— Act #", "(#.3)", "(#.iii)"] },
  { language: "fr", heading: "Acte #", citations: ["(acte #)", "(Acte #)"] },
  { language: "de", heading: "Akt #", citations: ["(Akt #)"] },
  { language: "it", heading: "Canto #", citations: ["(canto #)", "(#.3)"] },
  { language: "pl", heading: "Akt #", citations: ["(akt #)"] },
  { language: "ru", heading: "Действие #", citations: ["(действие #)"] },
];

test("a part of a play or a poem in an attribution is that of the words only if their heading has its number", () => {
  const numeral = fc.constantFrom("I", "II", "III", "IV", "V");
  const part = fc
    .constantFrom(...PARTS)
    .chain((one) => fc.tuple(fc.constant(one), fc.constantFrom(...one.citations)));
  const words = "Brana luke mora stot garel vine marto sulen kirte domal";
  fc.assert(
    fc.property(part, numeral, numeral, ([{ language, heading }, citation], own, other) => {
      const printed = ["I", "II", "III", "IV", "V"]
        .map((one) => `## ${heading.replace("#", one)}\n\n${one === own ? words : `${one} dorin`}.`)
        .join("\n\n");
      const cited = citation.replace("#", other);
      const kinds = kindsOfMarks(
        verifierBesideFiller(printed, language).verify(`“${words}” ${cited}`),
      );
      const isOwn = kinds.every((kind) => kind === "attribution");
      expect([own, cited, isOwn]).toEqual([own, cited, own === other]);
    }),
    { numRuns: runs(80) },
  );
});

describe("several places in an attribution", () => {
  const small = fc.integer({ min: 1, max: 9 });
  const paragraph = fc
    .constantFrom(...PARAGRAPHS)
    .chain((one) => fc.tuple(fc.constant(one), fc.constantFrom(...one.citations)));

  test("are those of the words only if each is, with or without spaces between them", () => {
    fc.assert(
      fc.property(paragraph, small, small, small, ([one, citation], article, own, other) => {
        const { language, label, words } = one;
        const heading = one.article.replace("#", String(article));
        const printed = `## ${heading}\n\n${label(own)}${words}.`.replace(/^(\d)\./m, "$1\\.");
        const cited = citation.replace("#", String(article)).replace("%", String(other));
        const verdict = verifierBesideFiller(printed, language).verify(`“${words}” ${cited}`);
        const isOwn = kindsOfMarks(verdict).every((kind) =>
          /^(?:attribution|page-number)$/.test(kind),
        );
        expect([printed, cited, isOwn]).toEqual([printed, cited, own === other]);
      }),
      { numRuns: runs(80) },
    );
  });
});

test.each([
  ...[
    "①1",
    "⑳20",
    "㉑21",
    "㉟35",
    "㊱36",
    "㊿50",
    "❶1",
    "❿10",
    "⓫11",
    "⓴20",
    "➀1",
    "➉10",
    "➊1",
    "➓10",
  ],
])("a number in a circle has its value in every series: %s", (pair) => {
  const [circle = "", value = ""] = [pair.slice(0, 1), pair.slice(1)];
  const words = "섬의 등대지기는 매일 저녁 불을 켜고 기름값을 읍장에게서 받는다";
  const { verify } = verifierBesideFiller(`## 제12조\n\n${circle} ${words}.`, "ko");
  const kindsWith = (paragraph: number) =>
    kindsOfMarks(verify(`“${words}” (제12조 제${paragraph}항)`));
  expect(kindsWith(Number(value))).toEqual(["attribution"]);
  expect(kindsWith(Number(value) + 1)).toEqual(["unconfirmed-origin"]);
});

test.each([
  ["(II.3)", "attribution"],
  ["(II.5)", "unconfirmed-origin"],
  ["(III.3)", "words"],
  // Of both numbers, neither is in its place.
  ["(III.2)", "words"],
  ["(2.3)", "attribution"],
  ["(3.2)", "unconfirmed-origin"],
])("the number of a scene is compared with its heading too: %s", (citation, kind) => {
  const words = "Brana luke mora stot garel vine marto sulen kirte domal";
  const printed = `## Act II\n\n### Scene 3\n\n${words}.`;
  const verdict = verifierBesideFiller(printed, "en").verify(`“${words}” ${citation}`);
  expect(kindsOfMarks(verdict)).toEqual([kind]);
});

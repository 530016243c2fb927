import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../src/language/languages/index.ts";
import { wordsOf } from "../../../src/language/word-lists.ts";
import type { Verdict } from "../../../src/verify/verdict.ts";
import { runs } from "../../thoroughness.ts";
import { isGreen, verifierBesideFiller, verifierOfFiles } from "../verifiers.ts";

const kindsOf = (verdict: Verdict) =>
  "marks" in verdict ? verdict.marks.map(({ kind }) => kind) : [];
const isAmber = (verdict: Verdict) =>
  ["exact", "typography"].includes(verdict.kind) && !isGreen(verdict);

const SENTENCE =
  "The oil of the whales was carried to the lamp at dusk, and nobody in the harbour slept that night";
const { verify } = verifierOfFiles({
  "a.md": `${SENTENCE}.\n\nI came to the island in the spring, and I saw the lamp burning over the dark water.`,
});

const marks = fc.constantFrom("“”", '""', "„“", "«»", "‘’", "''", "「」");
const quote = (text: string, [open = "", close = ""]: string) => `${open}${text}${close}`;
const slices = fc.tuple(fc.nat(5), fc.integer({ min: 12, max: 13 })).map(([from, length]) =>
  SENTENCE.split(" ")
    .slice(from, from + length)
    .join(" ")
    .replace(/,$/, ""),
);

describe("a citation beside quotation marks", () => {
  const author = fc.constantFrom("Roe", "B. Roe", "Берегов Л.", "海明远", "한바다");
  const title = fc.constantFrom(
    "“The Log of the Cape”",
    "«Записки»",
    "《灯塔记》",
    "『등대의 기록』",
  );
  const details = fc.subarray([
    "vol. 2",
    "1851",
    "p. 12",
    "ч. 1, гл. 3",
    "第25页",
    "人民文学出版社1990年版",
  ]);
  const brackets = fc.constantFrom(["(", ")"], ["（", "）"], ["[", "]"]);

  test("is no part of the quotation, however long it is, whatever titles and numbers it has", () => {
    fc.assert(
      fc.property(
        ...([
          slices,
          marks.filter((pair) => !/[‘']/u.test(pair)),
          author,
          title,
          details,
          brackets,
        ] as const),
        (words, pair, name, work, others, [open = "", close = ""]) => {
          const quoted = `${quote(words, pair)} ${open}${[name, work, ...others].join(", ")}${close}`;
          expect([quoted, verify(quoted).kind]).toEqual([
            quoted,
            expect.stringMatching(/^(?:exact|typography)$/),
          ]);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  test.each([
    (words: string) => `It is a lie that “${words}” (Roe, “The Log”, 1851, p. 12)`,
    (words: string) => `“${words.slice(0, 20)}” 12 “${words.slice(21)}”`,
    (words: string) => `“${words}” (but “the mayor burned it all the same” is how the log ends)`,
    (words: string) => `“${words}” (“and the mayor burned it”)`,
    (words: string) => `“${words}” (Roe, “whales” for “wails”, 1851)`,
    (words: string) => `“${words}” (replacing “The oil of the seals was burned”)`,
    (words: string) =>
      `He burned the harbour, sold the boats to Nore, stole the bread of the winter and wrote of it: “${words}”`,
    (words: string) => `“${words}” (Roe, “The Log”, which has no “lamp”) and never “again”`,
  ])("does not hide that words take back the others, or are a part of them: %#", (write) => {
    expect(verify(write("The oil of the whales was carried to the lamp at dusk")).kind).not.toMatch(
      /^(?:exact|typography)$/,
    );
  });
});

test.each(["Some 40 of the", "In all 40 good", "He counted 40 whole", "He bought 40, and those"])(
  "A number before quotation marks takes the place of no printed one: %s",
  (before) => {
    const words = "barrels of the oil were carried to the lamp at dusk";
    const printed = `He said that 12 ${words}, and all in the harbour slept that night.`;
    expect(verifierBesideFiller(printed).verify(`${before} “${words}”`).kind).not.toMatch(
      /^(?:exact|typography)$/,
    );
  },
);

describe("words outside of quotation marks", () => {
  const before = fc.constantFrom(
    ...["In 1851 she wrote, ", "On page 12 he says ", "Two years later, Reed said: "],
    ...["By 5 May 1907 Quill had written ", "She wrote ", "In chapter 3 we read: "],
  );
  const after = fc.constantFrom("", ".", " in 1851.", " two days later", ", in May 1907");

  test("may have years and numbers, and are named", () => {
    fc.assert(
      fc.property(slices, marks, before, after, (words, pair, first, last) => {
        const quoted = `${first}${quote(words, pair)}${last}`;
        expect([quoted, isAmber(verify(quoted))]).toEqual([quoted, true]);
        const changed = words.split(" ").with(3, "zebra").join(" ");
        const verdict = verify(`${first}${quote(changed, pair)}${last}`);
        expect([changed, isAmber(verdict) || isGreen(verdict)]).toEqual([changed, false]);
      }),
      { numRuns: runs(100) },
    );
  });

  test.each(["12 ", "Twelve ", "Never ", "He denied that ", "Seven of the "])(
    "may not count or deny what follows: %s",
    (words) => {
      expect(isAmber(verify(`${words}“${SENTENCE}”`))).toBe(words.startsWith("Seven"));
    },
  );

  test("are added if the first of them resembles the word that is printed next", () => {
    const next = { the: "he", came: "cam", and: "an", saw: "was" };
    const { verify } = verifierOfFiles({
      "a.md": Object.keys(next)
        .map((word) => `${SENTENCE} under ${word}.\n\n${word} lamp burnt down in ${word}.`)
        .join("\n\n# Another day\n\n"),
    });
    for (const [word, own] of Object.entries(next)) {
      const verdict = verify(`${SENTENCE} under ${word}. (${own} denied it)`);
      const changes = verdict.kind === "altered" ? verdict.changes : [];
      expect(changes.filter(({ isSame }) => !isSame)).toMatchObject([
        { printed: "", quoted: `${own} denied it` },
      ]);
    }
  });

  test.each(["[warm] ", "[sic] ", "(emphasis added) "])(
    "may be beside words in brackets: %s",
    (own) => {
      const quoted = `She wrote “${SENTENCE.replace("lamp", `${own}lamp`)}”`;
      expect([verify(quoted).kind, isAmber(verify(quoted))]).toEqual(["exact", true]);
    },
  );

  test.each([
    "“I came to the island…” he said, “and I saw the lamp burning over the dark water”",
    "“I came to the island …,” she wrote, “the lamp burning over the dark water”",
  ])("may be between parts of which the first ends with an ellipsis: %s", (quoted) => {
    expect(verify(quoted)).toMatchObject({ kind: "shortened", marks: [{ kind: "words" }] });
  });

  const KEEPERS = "the keepers’ lamp was lit by the oldest of the boys’ fathers at the pier";
  test.each(["‘’", "''"])(
    "may be outside of single marks with apostrophes between them: %s",
    (pair) => {
      const own = verifierOfFiles({ "a.md": `Every night ${KEEPERS}.` });
      const words = pair === "''" ? KEEPERS.replaceAll("’", "'") : KEEPERS;
      for (const quoted of [
        `she wrote ${quote(words, pair)} in May`,
        `${quote(words, pair)}, she wrote`,
      ]) {
        expect([quoted, isAmber(own.verify(quoted))]).toEqual([quoted, true]);
      }
      const two = `${quote("the keepers", pair)} and ${quote("the oldest of the boys", pair)}`;
      expect([two, isGreen(own.verify(two))]).toEqual([two, false]);
    },
  );

  test("do not take the place of what an ellipsis leaves out", () => {
    const quoted = "“I came to the island…” never “saw the lamp burning over the dark water”";
    expect(verify(quoted).kind).not.toBe("shortened");
  });
});

describe("words in brackets instead of printed ones", () => {
  const reworded = fc.constantFrom(
    ["of the whales", "[of whales]"],
    ["the lamp", "[it]"],
    ["carried", "[brought]"],
    ["carried to the lamp", "[taken there]"],
  );
  const around = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => `she wrote “${text}”`,
    (text) => `“${text}” she wrote in 1851`,
  );

  test("are named, and what is printed there is left out", () => {
    fc.assert(
      fc.property(reworded, around, ([printed = "", quoted = ""], write) => {
        const text = write(SENTENCE.replace(printed, quoted));
        const verdict = verify(text);
        expect([text, verdict.kind]).toEqual([text, "shortened"]);
        expect(verdict).toMatchObject({ gaps: [{ hidden: [] }] });
        expect("marks" in verdict && verdict.marks.map((one) => one.text)).toContain(quoted);
      }),
      { numRuns: runs(40) },
    );
  });

  test.each([
    ["nobody", "[everybody]", "shortened"],
    ["the lamp", "[Mora]", "altered"],
    ["the lamp", "[seven lamps]", "altered"],
    ["was", "[never was]", "altered"],
  ])("hide no negation, and are no name, number or negation: %s → %s", (printed, quoted, kind) => {
    const verdict = verify(SENTENCE.replace(printed, quoted));
    expect(verdict.kind).toBe(kind);
    if (kind === "shortened") {
      expect(verdict).toMatchObject({ gaps: [{ hidden: [{ kind: "negation" }] }] });
    }
  });
});

describe("words beside a quotation that reject it", () => {
  const rejections = fc.constantFrom(
    ...["Lies", "False", "Fake", "Fabricated", "Refused", "Wrong", "Hoax", "Misquoted", "Untrue"],
    ...["Falsch", "Gelogen", "Faux", "Mentira", "Ложь", "거짓", "捏造", "假的", "كذب", "Yalan"],
  );
  const emoji = fc.constantFrom(
    ...["👎", "👎🏽", "❌", "🚫", "🙅‍♀️", "🤥", "💩", "🧢", "❓", "😂👎", ":x:", ":thumbsdown:"],
    ...[":no_entry_sign:", ":lying_face:", "<:fake:123456789012345678>"],
  );
  const added = fc.constantFrom<(word: string, quoted: string) => string>(
    (word, quoted) => `“${quoted}” ${word}`,
    (word, quoted) => `“${quoted}.” ${word}`,
    (word, quoted) => `“${quoted}” — ${word}`,
    (word, quoted) => `“${quoted}” (${word})`,
    (word, quoted) => `“${quoted}” #${word.toLowerCase()}`,
    (word, quoted) => `#${word} “${quoted}”`,
    (word, quoted) => `“${quoted}” #not_${word}`,
    (word, quoted) => `${word}: “${quoted}”`,
    (word, quoted) => `${quoted}. — ${word}`,
    (word, quoted) => `“${quoted}”\n${word}`,
  );

  test("are never in a green verdict", () => {
    fc.assert(
      fc.property(slices, rejections, added, (words, rejection, add) => {
        const quoted = add(rejection, words);
        expect([quoted, isGreen(verify(quoted))]).toEqual([quoted, false]);
      }),
      { numRuns: runs(200) },
    );
  });

  test("are none of its author, with a year or on a line of their own, in every language", () => {
    const all = LANGUAGES.flatMap(({ rejections }) => wordsOf(rejections)).map((word) => {
      const whole = word.replace("*", "");
      return whole.charAt(0).toUpperCase() + whole.slice(1);
    });
    const forms = fc.constantFrom<(word: string, quoted: string) => string>(
      (word, quoted) => `${quoted} — ${word} 1907`,
      (word, quoted) => `${quoted} (${word}, 1907)`,
      (word, quoted) => `“${quoted}” — Ada ${word}, May 1907`,
      (word, quoted) => `${quoted}\n— ${word}`,
      (word, quoted) => `“${quoted}”（${word}）`,
    );
    fc.assert(
      fc.property(fc.constantFrom(...all), forms, (word, write) => {
        const quoted = write(word, SENTENCE);
        expect([quoted, isGreen(verify(quoted))]).toEqual([quoted, false]);
      }),
      { numRuns: runs(300) },
    );
  });

  test("may be emoji, and others are listed", () => {
    fc.assert(
      fc.property(slices, emoji, fc.boolean(), (words, rejection, isFirst) => {
        const quoted = isFirst ? `${rejection} “${words}”` : `“${words}” ${rejection}`;
        expect([quoted, isGreen(verify(quoted))]).toEqual([quoted, false]);
      }),
      { numRuns: runs(100) },
    );
    for (const own of ["❤️", "👏🏽", "✅", ":sparkles:"]) {
      expect(verify(`“${SENTENCE}” ${own}`)).toMatchObject({ marks: [{ kind: "emoji" }] });
    }
  });

  test("are words of it where they are printed", () => {
    const printed = "The false lamp lies in the harbour, and nobody refused it.";
    expect(verifierOfFiles({ "a.md": printed }).verify(`“${printed}”`)).toMatchObject({
      kind: "exact",
      marks: [],
    });
  });
});

describe("an attribution", () => {
  const origins = [
    { title: "The Log of the Reef", author: "Ada Quill", date: "1907-03-05", day: "5 March 1907" },
    { title: "A History of Storms", author: "Tom Reed", date: "1851-08-17", day: "17 August 1851" },
    { title: "Letters on Oil", author: "Mora Stone", date: "1790-11-02", day: "2 November 1790" },
  ];
  const texts = [
    "Every lamp of the coast was lit as agreed, and all the boats came home",
    "A storm of great violence broke upon the pier, and seven boats were lost",
    "Whoever buys oil in the summer has a warm house when the winter comes",
  ];
  const all = verifierOfFiles(
    Object.fromEntries(
      origins.map(({ title, author, date }, at) => [
        `${at}.md`,
        `---\ntitle: ${title}\nauthor: ${author}\ndate: ${date}\n---\n\n${texts[at]}.`,
      ]),
    ),
  );
  const unknown = verifierOfFiles({ "a.md": `${texts[0]}.` });
  type Origin = (typeof origins)[number];
  const forms = fc.constantFrom<(origin: Origin, text: string) => string>(
    ({ author }, text) => `“${text}” — ${author}`,
    ({ title }, text) => `“${text}” — ${title}`,
    ({ title }, text) => `${text} (${title}, p. 12)`,
    ({ author, title }, text) => `“${text}” — ${author}, ${title}`,
    ({ author, date }, text) => `“${text}” (${author.split(" ")[1]} ${date.slice(0, 4)})`,
    ({ author, day }, text) => `“${text}” — ${author}, ${day}`,
    ({ author }, text) => `${author}: “${text}”`,
    ({ author, day }, text) => `“${text}” — ${author}, ${day.replace(/^\d+ /, "")}`,
    ({ author, day }, text) => `“${text}” — ${author}, ${day.replace(/(\d+) (\w+)/, "$2 $1,")}`,
    ({ author, date }, text) => `“${text}” — ${author}, ${date.split("-").reverse().join(".")}`,
    ({ author, title }, text) => `${text}.\n— ${author}, ${title}`,
    ({ date }, text) => `“${text}” (${date.slice(0, 4)})`,
  );
  const place = fc.nat(origins.length - 1);

  test("is green with the author, the title and the date of the document, and with no other", () => {
    fc.assert(
      fc.property(place, place, forms, (at, other, write) => {
        const [origin = origins[0], text = ""] = [origins[other], texts[at]];
        if (origin === undefined) return;
        const quoted = write(origin, text);
        const verdict = all.verify(quoted);
        expect([quoted, isGreen(verdict)]).toEqual([quoted, at === other]);
        if (at !== other) expect(kindsOf(verdict)).toContain("other-origin");
      }),
      { numRuns: runs(100) },
    );
  });

  test.each([
    "“%s” — Ada Quill, 6 March 1907",
    "“%s” — Ada Quill, April 1907",
    "“%s” — Quill, 25.4.1907",
    "“%s” — Ada Quill, 1908",
    "“%s” — Zebulon Crane",
  ])("that nothing in the document bears out is another: %s", (form) => {
    const verdict = all.verify(form.replace("%s", texts[0] ?? ""));
    expect(kindsOf(verdict)).toEqual(["other-origin"]);
  });

  test.each(["Mora — Today at 10:32 AM ", "Tom Reed — 12/03/2024, 10:32\n", "[10:32] "])(
    "is not the header of a message: %j",
    (header) => {
      expect(isGreen(all.verify(header + texts[0]))).toBe(true);
    },
  );

  test("names no recipient of a letter alone", () => {
    const { verify } = verifierOfFiles({
      "a.md": `---\ntitle: Quill to Reed\nfrom: Ada Quill\nto: Tom Reed\n---\n\n${texts[0]}.`,
    });
    const kinds = ["Ada Quill", "Quill to Reed", "Ada Quill to Tom Reed", "Tom Reed", "Reed"].map(
      (name) => kindsOf(verify(`“${texts[0]}” — ${name}`)),
    );
    const [own, other] = [["attribution"], ["other-origin"]];
    expect(kinds).toEqual([own, own, own, other, other]);
  });

  test("is not another if the document does not say where it is from", () => {
    for (const form of ["“%s” — Ada Quill, 1907", "“%s” — Zebulon Crane"]) {
      expect(isGreen(unknown.verify(form.replace("%s", texts[0] ?? "")))).toBe(true);
    }
    // A name in another script may be that of the same person.
    expect(isGreen(all.verify(`“${texts[0]}” — 에이다 퀼`))).toBe(true);
  });
});

describe("an attribution in scripts without capital letters", () => {
  test.each([
    [
      "ar",
      "أشعل الحارس المصباح القديم في البرج وبقي يراقب البحر حتى الصباح",
      "نجيب محفوظ",
      "القبطان كذاب",
    ],
    ["he", "השומר הדליק את המנורה הישנה במגדל והביט בים עד הבוקר", "עמוס עוז", "הרגו את המלך"],
    ["th", "คนเฝ้าประภาคารจุดตะเกียงทุกคืนและมองทะเลจนถึงรุ่งเช้า", "สุนทรภู่", "ฆ่ากษัตริย์"],
    ["hi", "पहरेदार ने शाम को मीनार में दीपक जलाया और समुद्र देखा", "प्रेमचंद", "राजा मर गया"],
  ])("is a mark only with a name of the document, in %s", (language, text, author, said) => {
    const own = verifierOfFiles({
      "a.md": `---\nlanguage: ${language}\nauthor: ${author}\n---\n\n${text}.`,
    });
    for (const write of [
      (words: string) => `“${text}” — ${words}`,
      (words: string) => `${text}.\n— ${words}`,
      (words: string) => `${text}. (${words})`,
    ]) {
      expect([write(author), isGreen(own.verify(write(author)))]).toEqual([write(author), true]);
      expect([write(said), isGreen(own.verify(write(said)))]).toEqual([write(said), false]);
    }
  });

  const SENTENCES = {
    ko: ["등대지기는 밤마다 등불을 켜고 먼 바다를 오래 보고 있었다", ".", "홍길동", "등대 이야기"],
    zh: ["灯塔守人每晚点亮灯火，望着远方的大海直到天亮", "。", "鲁迅", "灯塔"],
    ja: ["灯台守は毎晩ランプに火を灯し、遠い海を朝まで見ていた", "。", "山田太郎", "灯台"],
  } as const;
  const OTHERS = {
    ko: ["김소월", "진달래"],
    zh: ["老舍", "茶馆"],
    ja: ["夏目漱石", "三四郎"],
  } as const;
  const withOrigin = (language: keyof typeof SENTENCES, isKnown: boolean) => {
    const [text, stop, author, title] = SENTENCES[language];
    const origin = isKnown ? `title: ${title}\nauthor: ${author}\ndate: 1907-03-05\n` : "";
    return verifierOfFiles({
      "a.md": `---\nlanguage: ${language}\n${origin}---\n\n${text}${stop}`,
    });
  };
  const languages = fc.constantFrom("ko", "zh", "ja");
  const named = fc.constantFrom<(author: string, title: string) => string>(
    (author) => ` — ${author}`,
    (author) => `——${author}`,
    (author) => `—${author}`,
    (author) => `（${author}）`,
    (author, title) => `（${author}、『${title}』、12頁）`,
    (author, title) => `——${author}《${title}》`,
    (_, title) => `（《${title}》，第12页）`,
    (author) => `（${author}，1907）`,
    (author) => `\n— ${author}`,
  );

  test("is one of the document if it has this author or title, and only words otherwise", () => {
    const verifiers = {
      ko: [withOrigin("ko", true), withOrigin("ko", false)],
      zh: [withOrigin("zh", true), withOrigin("zh", false)],
      ja: [withOrigin("ja", true), withOrigin("ja", false)],
    } as const;
    fc.assert(
      fc.property(languages, named, fc.boolean(), fc.boolean(), (language, write, isEnd, isOwn) => {
        const [text, stop, author, title] = SENTENCES[language];
        const [own, unknown] = verifiers[language];
        const [name, work] = isOwn ? [author, title] : OTHERS[language];
        const quoted = `${text}${isEnd ? stop : ""}${write(name, work)}`;
        const verdict = own.verify(quoted);
        expect([quoted, verdict.kind, isGreen(verdict)]).toEqual([quoted, "exact", isOwn]);
        expect([quoted, unknown.verify(quoted).kind]).toEqual([quoted, "exact"]);
        expect(
          "marks" in verdict && verdict.marks.map((mark) => quoted.endsWith(mark.text)),
        ).toEqual([true]);
      }),
      { numRuns: runs(60) },
    );
  });

  test("is none if it denies, rejects or goes on", () => {
    const said = fc.constantFrom(
      ...["ko|홍길동 아님", "ko|홍길동 거짓말", "ko|그는 몰랐다", "ko|그가 웃었다", "ko|가짜"],
      ...["zh|他不知道", "zh|鲁迅没有说", "zh|假的", "zh|伪造", "zh|他笑了", "zh|鲁迅 谎言"],
      ...["ja|彼は知らない", "ja|山田太郎 嘘", "ja|捏造", "ja|これは嘘だ", "ja|彼は笑った"],
      ...[
        "ko|왕을 죽여라",
        "ko|왕은 어제 죽었다",
        "zh|船长是骗子",
        "zh|国王昨天死了",
        "ja|王を殺せ",
      ],
    );
    const forms = fc.constantFrom<(words: string) => string>(
      (words) => ` — ${words}`,
      (words) => `——${words}`,
      (words) => `（${words}）`,
      (words) => `（${words}、12頁）`,
      (words) => `\n— ${words}`,
      (words) => `」 - ${words}`,
    );
    const verifiers = {
      ko: withOrigin("ko", true),
      zh: withOrigin("zh", true),
      ja: withOrigin("ja", true),
    };
    fc.assert(
      fc.property(languages, said, forms, fc.boolean(), (_, entry, write, isEnd) => {
        const [tag = "", words = ""] = entry.split("|");
        const language = tag === "ko" || tag === "zh" ? tag : "ja";
        const [text, stop] = SENTENCES[language];
        const added = write(words);
        const quoted = `${added.startsWith("」") ? "「" : ""}${text}${isEnd ? stop : ""}${added}`;
        expect([quoted, isGreen(verifiers[language].verify(quoted))]).toEqual([quoted, false]);
      }),
      { numRuns: runs(120) },
    );
  });
});

test("each place of some words is judged by what is printed there", () => {
  const words = "ships were seen at dusk off the old reef";
  const twice = verifierOfFiles({
    "a.md": `In the morning, 12 ${words}.`,
    "b.md": `In the evening, ${words}.`,
  });
  const verdict = twice.verify(`15 ${words}`);
  expect(isGreen(verdict)).toBe(false);
  const spoken = verifierOfFiles({
    "a.md": `KENT: The ${words}.`,
    "b.md": `The ${words}.`,
    "c.md": `KENT: The ${words}.`,
  });
  expect(spoken.verify(`REED: The ${words}`)).toMatchObject({
    kind: "exact",
    occurrences: [{ stretch: [{ document: { id: "b" } }] }],
  });
  expect(spoken.verify(`The ${words}`)).toMatchObject({ occurrences: { length: 3 } });
});

describe("a number before the words that are before quotation marks", () => {
  const between = fc.constantFrom("of the", "of all the", "of these");
  const printedNumber = fc.constantFrom("twelve", "40", "some");
  const quotedNumber = fc.constantFrom("forty", "Forty", "7", "twelve");

  test("is compared where the document has the same words before those in the marks", () => {
    const { verify: verifyArticle } = verifierBesideFiller(
      "The council pays for twelve of the barrels of whale oil in the cellar of the tower.",
    );
    fc.assert(
      fc.property(between, printedNumber, quotedNumber, (words, printed, quoted) => {
        const text = `barrels of whale oil in the cellar of the tower`;
        const verifier = verifierBesideFiller(`The council pays for ${printed} ${words} ${text}.`);
        const { kind } = verifier.verify(`${quoted} ${words} “${text}”`);
        expect([printed, quoted, kind === "altered"]).toEqual([
          printed,
          quoted,
          printed !== quoted,
        ]);
      }),
      { numRuns: runs(60) },
    );
    const cited = "Article 5 says of the “barrels of whale oil in the cellar of the tower”";
    expect(verifyArticle(cited).kind).toBe("exact");
  });
});

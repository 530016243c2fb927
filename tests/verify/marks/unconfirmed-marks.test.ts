import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../thoroughness.ts";
import { kindsOfMarks, verifierBesideFiller } from "../verifiers.ts";

const SENTENCE = "The keeper lit the lamp at dusk, and the oil burned until the boats came home";
const forms = fc.constantFrom<(name: string, text: string) => string>(
  (name, text) => `“${text}” — ${name}`,
  (name, text) => `${text}.\n— ${name}`,
  (name, text) => `${name}: “${text}”`,
  (name, text) => `“${text}.” Source: ${name}`,
  (name, text) => `“${text}” (${name}, p. 12)`,
  (name, text) => `“${text}” – ${name}, 1907`,
);

describe("an attribution of which the document says nothing", () => {
  const slogans = ["Stop Brexit Now", "Vote Leave", "Free Lampland", "Save Our Reefs"];
  const names = ["Zebulon Crane", "John 4:26", "Abraham Moss", "M. L. King", "W. Shakes, Hamlet"];

  test("is listed as unknown without an author, and unconfirmed with one, be it a name or a slogan", () => {
    const printed = `${SENTENCE}.\n\nThe captain slept.`;
    const { verify } = verifierBesideFiller(printed);
    const { verify: verifyOwn } = verifierBesideFiller(printed, "en", "author: Ada Quill\n");
    const added = fc.constantFrom(...slogans, ...names);
    fc.assert(
      fc.property(added, forms, (name, write) => {
        const quoted = write(name, SENTENCE);
        fc.pre(!/4:26, (?:p|1907)/.test(quoted));
        expect([quoted, kindsOfMarks(verify(quoted))]).toEqual([
          quoted,
          expect.arrayContaining([expect.stringMatching(/^(?:unknown-origin|words)$/)]),
        ]);
        expect([quoted, kindsOfMarks(verifyOwn(quoted))]).toEqual([
          quoted,
          expect.arrayContaining([
            expect.stringMatching(/^(?:unconfirmed-origin|other-origin|words)$/),
          ]),
        ]);
      }),
      { numRuns: runs(80) },
    );
  });

  test("is confirmed by the origin of the document, or by a name in its passages if someone else speaks", () => {
    const front = "title: The Log of the Reef\nauthor: Ada Quill\n";
    const own = verifierBesideFiller(`${SENTENCE}.\n\nThere Captain Mora slept.`, "en", front);
    const spoken = verifierBesideFiller(`“${SENTENCE}.” Captain Mora said it.`, "en", front);
    const known = fc.constantFrom(
      [spoken, "Mora"] as const,
      ...["Ada Quill", "Quill", "The Log of the Reef"].map((name) => [own, name] as const),
    );
    fc.assert(
      fc.property(known, forms, ([{ verify }, name], write) => {
        const quoted = write(name, SENTENCE);
        const kinds = kindsOfMarks(verify(quoted)).filter((kind) => kind !== "page-number");
        expect([quoted, kinds]).toEqual([quoted, ["attribution"]]);
      }),
      { numRuns: runs(60) },
    );
  });

  test("is unconfirmed if the author only mentions the name, or says that someone else speaks", () => {
    const front = "title: The Log of the Reef\nauthor: Ada Quill\n";
    const bodies = fc.constantFrom(
      `${SENTENCE}.\n\nThere Captain Mora slept.`,
      `Captain Mora slept. ${SENTENCE}.`,
      `“${SENTENCE}.” Ruth Berg said it.\n\nThere Captain Mora slept.`,
      `“${SENTENCE}.” Ruth Berg said it. Captain Mora slept.`,
      `“${SENTENCE}.” Ruth Berg said it, and Captain Mora slept.`,
      `Captain Mora slept there. Then Ruth Berg said: “${SENTENCE}.”`,
      `“${SENTENCE}.” She told it to Captain Mora.`,
      `“${SENTENCE}.” Ruth Berg said it to Captain Mora.`,
      `“${SENTENCE}.” He said it twice.\n\nThere Captain Mora slept.`,
      `“${SENTENCE}.”\n\nThere Captain Mora slept.`,
      `Ruth Berg asked Captain Mora again: “${SENTENCE}.”`,
    );
    fc.assert(
      fc.property(bodies, forms, (body, write) => {
        const quoted = write("Mora", SENTENCE);
        const kinds = kindsOfMarks(verifierBesideFiller(body, "en", front).verify(quoted));
        const ofNames = kinds.filter((kind) => kind !== "page-number");
        // A label may take the place of the words before the printed mark.
        const kind = expect.stringMatching(/^(?:unconfirmed-origin|altered)$/);
        expect([quoted, body, ofNames]).toEqual([quoted, body, [kind]]);
      }),
      { numRuns: runs(60) },
    );
  });

  test("is unknown if a document without an author only mentions the name", () => {
    const { verify } = verifierBesideFiller(`${SENTENCE}.\n\nThere Captain Mora slept.`);
    fc.assert(
      fc.property(forms, (write) => {
        const quoted = write("Mora", SENTENCE);
        const kinds = kindsOfMarks(verify(quoted)).filter((kind) => kind !== "page-number");
        expect([quoted, kinds]).toEqual([quoted, ["unknown-origin"]]);
      }),
      { numRuns: runs(30) },
    );
  });

  test("is judged apart from the words where its name begins the next sentence", () => {
    const front = "title: The Log of the Reef\nauthor: Ada Quill\n";
    const { verify } = verifierBesideFiller(`${SENTENCE}. Captain Mora slept there.`, "en", front);
    for (const name of ["Captain Mora", "Captain Mora, 1851", "Captain Moran"]) {
      const verdict = verify(`${SENTENCE}. — ${name}`);
      expect([name, verdict.kind]).toEqual([name, "exact"]);
      expect(["unconfirmed-origin", "other-origin"]).toContain(kindsOfMarks(verdict)[0]);
    }
  });

  test.each([
    [
      "en",
      "“The lamp burns for those who never come home,” said Ruth Kale, and left. Tom Berg laughed.",
      "Ruth Kale",
      "Tom Berg",
    ],
    [
      "de",
      "„Die Lampe brennt für alle, die nie heimkehren“, sagte Ruth Kale und ging. Tom Berg lachte.",
      "Ruth Kale",
      "Tom Berg",
    ],
    [
      "fr",
      "— La lampe brûle pour ceux qui ne reviennent jamais, dit Ruth Kale en sortant. Tom Berg rit.",
      "Ruth Kale",
      "Tom Berg",
    ],
    [
      "ru",
      "— Лампа горит для тех, кто никогда не вернётся, — сказала Анна Кале. Пётр Берг молчал.",
      "Анна Кале",
      "Пётр Берг",
    ],
    [
      "es",
      "—La lámpara arde para los que nunca vuelven —dijo Ana Kale al salir. Tomás Berg calló.",
      "Ana Kale",
      "Tomás Berg",
    ],
    [
      "ja",
      "「灯は帰らぬ人のために夜ごと燃えている」と花子は言った。太郎は笑った。",
      "花子",
      "太郎",
    ],
    [
      "ko",
      "“등불은 돌아오지 못하는 이들을 위해 밤마다 탄다.” 하나가 말했다. 철수는 웃었다.",
      "하나",
      "철수",
    ],
  ])(
    "is confirmed by the name of who speaks, and by no other name near the words, in %s",
    (language, printed, own, other) => {
      const { verify } = verifierBesideFiller(printed, language, "title: X\nauthor: Ida Moll\n");
      const words = /^[“„—「]\s?([^”“」—]+?)(?=[.,]?[”“」]|,? —|, dit)/u.exec(printed)?.[1] ?? "";
      for (const write of [
        (name: string) => `“${words}” — ${name}`,
        (name: string) => `“${words}” (${name})`,
      ]) {
        const [ofOwn, ofOther] = [own, other].map((name) => verify(write(name)));
        expect([write(own), ofOwn]).toMatchObject([
          write(own),
          { marks: [{ kind: "attribution" }] },
        ]);
        expect(JSON.stringify(ofOther)).not.toContain(`"kind":"attribution"`);
      }
    },
  );

  test("denies no words because the author is described beside them, and confirms no description", () => {
    const front = "title: The Log of the Reef\nauthor: Ada Quill\n";
    const { verify } = verifierBesideFiller(`${SENTENCE}.`, "en", front);
    const descriptions = fc.constantFrom(
      ", British writer",
      ", writer and keeper of lamps",
      ", who kept it for years",
      " (Keeper of the Lamps)",
      " (London: Faber & Faber)",
      ", Nobel Laureate",
    );
    fc.assert(
      fc.property(descriptions, fc.constantFrom("—", "–", "\n—"), (description, dash) => {
        const quoted = `${SENTENCE}. ${dash} Ada Quill${description}`;
        const kinds = kindsOfMarks(verify(quoted));
        const kind = expect.stringMatching(/^(?:unconfirmed-origin|words)$/);
        expect([quoted, kinds]).toEqual([quoted, [kind]]);
      }),
      { numRuns: runs(30) },
    );
    const taken = verify(`${SENTENCE}. — Ada Quill, who never wrote it`);
    expect(taken.kind).toBe("altered");
  });

  test.each([
    "Penguin Books",
    "Oxford University Press",
    "Verlag Moll",
    "Wydawnictwo Moll",
    "Εκδόσεις Μολ",
  ])("is confirmed by its author beside the publisher %s", (publisher) => {
    const front = "title: The Log of the Reef\nauthor: Ada Quill\n";
    const { verify } = verifierBesideFiller(SENTENCE, "en", front);
    expect(kindsOfMarks(verify(`“${SENTENCE}” — Ada Quill, ${publisher}`))).toEqual([
      "attribution",
    ]);
  });

  test("names no other author if a verb is next to the name without a space", () => {
    const words = "守灯人每天夜里点亮那盏旧灯，一直望着大海";
    const { verify } = verifierBesideFiller(`${words}。`, "zh", "author: 林花\n");
    const kindsBy = (label: string) => kindsOfMarks(verify(`${label}：“${words}。”`));
    for (const verb of ["说", "写道", "曾说"]) {
      expect([verb, kindsBy(`林花${verb}`)]).toEqual([verb, ["unconfirmed-origin"]]);
    }
    expect(kindsBy("林花")).toEqual(["attribution"]);
    expect(kindsBy("王明说")).toEqual(["other-origin"]);
  });

  test("is unconfirmed if its title only shares words with that of the document", () => {
    const front = "title: Letters from the Pier\nauthor: Ada Quill\ndate: 1907-03-02\n";
    const { verify } = verifierBesideFiller(SENTENCE, "en", front);
    const places = ["Shore", "Reef", "Old Bridge", "Tower"];
    fc.assert(
      fc.property(fc.constantFrom(...places), forms, (place, write) => {
        const quoted = write(`Letters from the ${place}`, SENTENCE);
        const kinds = kindsOfMarks(verify(quoted));
        expect([quoted, ...kinds]).not.toContain("attribution");
      }),
      { numRuns: runs(30) },
    );
    for (const title of ["Letters from the Pier", "Ada Quill, Letters from the Pier"]) {
      expect(kindsOfMarks(verify(`“${SENTENCE}” (${title})`))).toEqual(["attribution"]);
    }
  });

  test("is unconfirmed with another title beside the right author", () => {
    const works = fc.constantFrom(
      ["en", "The Harbour Papers", "Ellen Marsh", "The Winter Papers"],
      ["en", "The Harbour Papers", "Ellen Marsh", "Tides"],
      ["tr", "Liman Kitabı", "Ali Deniz", "Dağ Kitabı"],
      ["hi", "बंदरगाह की पोथी", "रमेश सागर", "पहाड़ की पोथी"],
    );
    const write = fc.constantFrom<(author: string, title: string, text: string) => string>(
      (author, title, text) => `“${text}” — ${author}, ${title}`,
      (author, title, text) => `“${text}” — ${author}, ${title}, 1987`,
      (author, title, text) => `“${text}” (${author}, ${title})`,
      (author, title, text) => `“${text}” (${title}, ${author})`,
    );
    const words = {
      en: SENTENCE,
      tr: "Bekçi lambayı akşam yaktı",
      hi: "रखवाले ने शाम को दीपक जलाया",
    };
    fc.assert(
      fc.property(works, write, fc.boolean(), ([language, title, author, other], write, isOwn) => {
        const text = words[language as keyof typeof words];
        const front = `title: ${title}\nauthor: ${author}\ndate: 1987\n`;
        const { verify } = verifierBesideFiller(`${text}.`, language, front);
        const quoted = write(author, isOwn ? title : other, text);
        const isConfirmed = kindsOfMarks(verify(quoted)).every((kind) => kind === "attribution");
        expect([quoted, isConfirmed]).toEqual([quoted, isOwn]);
      }),
      { numRuns: runs(60) },
    );
  });

  test("names another year before the words as after them", () => {
    const { verify } = verifierBesideFiller(
      SENTENCE,
      "en",
      "author: Ada Quill\ndate: 1907-03-02\n",
    );
    const year = fc.integer({ min: 1500, max: 2020 });
    const write = fc.constantFrom<(year: number) => string>(
      (year) => `In ${year}: ${SENTENCE}`,
      (year) => `Ada Quill, ${year}: “${SENTENCE}”`,
      (year) => `“${SENTENCE}” (Quill ${year}: 12)`,
    );
    fc.assert(
      fc.property(year, write, (year, write) => {
        const kinds = kindsOfMarks(verify(write(year)));
        expect([year, kinds]).toEqual([year, [year === 1907 ? "attribution" : "other-origin"]]);
      }),
      { numRuns: runs(30), examples: [[1907, (year) => `In ${year}: ${SENTENCE}`]] },
    );
  });

  test("is a call where the corpus has its first word as another", () => {
    const printed = `${SENTENCE}.\n\nStop them now, or leave. They vote, and stop to leave the reef.`;
    const { verify } = verifierBesideFiller(printed);
    const { verify: verifyOwn } = verifierBesideFiller(printed, "en", "author: Ada Quill\n");
    for (const slogan of ["Stop Brexit Now", "Vote Leave", "Leave The Reef"]) {
      const quoted = `“${SENTENCE}” — ${slogan}`;
      expect([quoted, kindsOfMarks(verify(quoted))]).toEqual([quoted, ["words"]]);
      // Small letters make no name of a word.
      const [kind = ""] = kindsOfMarks(verifyOwn(quoted));
      expect([quoted, ["words", "other-origin"].includes(kind)]).toEqual([quoted, true]);
    }
  });

  test("is listed in scripts without capital letters", () => {
    const zh = verifierBesideFiller("灯塔守人每晚点亮灯火，望着远方的大海直到天亮。", "zh");
    const ja = verifierBesideFiller("灯台守は毎晩ランプに火を灯し、遠い海を朝まで見ていた。", "ja");
    const kinds = [
      zh.verify("「灯塔守人每晚点亮灯火，望着远方的大海直到天亮。」——杀死国王"),
      zh.verify("「灯塔守人每晚点亮灯火，望着远方的大海直到天亮。」——鲁迅"),
      ja.verify("「灯台守は毎晩ランプに火を灯し、遠い海を朝まで見ていた。」— 灯台花子"),
    ].map(kindsOfMarks);
    expect(kinds).toEqual(Array(3).fill(["unknown-origin"]));
  });
});

describe("a reading of characters in brackets", () => {
  const KOREAN = "그해 겨울 국왕은 등대에서 노인과 여자의 역사를 배에 적었다";
  const korean = verifierBesideFiller(KOREAN, "ko");
  const words = [
    ["국왕", "國王"],
    ["등대", "燈臺"],
    ["노인", "老人"],
    ["여자", "女子"],
    ["역사", "歷史"],
  ] as const;
  const word = fc.constantFrom(...words);

  test("is one in Korean exactly if the characters are read so", () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom("()", "（）"), ([base], [other, han], pair) => {
        const quoted = KOREAN.replace(base, `${base}${pair.charAt(0)}${han}${pair.charAt(1)}`);
        const kind = base === other ? "reading" : "unproven-reading";
        expect([quoted, kindsOfMarks(korean.verify(quoted))]).toEqual([quoted, [kind]]);
      }),
      { numRuns: runs(40) },
    );
  });

  test("is a word where it is printed, whatever marks the quotation has besides", () => {
    const languages = fc.constantFrom(
      [
        "ko",
        KOREAN,
        words,
        ["", " — 한바다", " (한바다)", "(강조는 인용자)", "\n— 한바다, 『등대의 기록』"],
      ],
      [
        "ja",
        "国王は冬に灯台のランプに火を灯し、遠い海を見て老人に手紙を書いた",
        [
          ["国王", "こくおう"],
          ["灯台", "とうだい"],
          ["老人", "ろうじん"],
        ],
        ["", "――海野一郎", "（海野一郎）", "（傍点筆者）"],
      ],
    );
    const cases = languages.chain(([language, text, all, ends]) =>
      fc.record({
        language: fc.constant(language),
        text: fc.constant<string>(text),
        printed: fc.subarray(
          all.map((one) => one),
          { minLength: 1 },
        ),
        added: fc.subarray(all.map((one) => one)),
        end: fc.constantFrom(...ends),
      }),
    );
    fc.assert(
      fc.property(cases, ({ language, text, printed, added, end }) => {
        const withReadings = (some: readonly (readonly [string, string])[]) =>
          some.reduce((rest, [base, reading]) => rest.replace(base, `${base}（${reading}）`), text);
        const author = language === "ko" ? "한바다" : "海野一郎";
        const { verify } = verifierBesideFiller(
          `${withReadings(printed)}.`,
          language,
          `author: ${author}\ntitle: 등대의 기록\n`,
        );
        const all = [
          ...printed,
          ...added.filter(([base]) => !printed.some(([one]) => one === base)),
        ];
        const quoted = `“${withReadings(all)}”${end}`;
        const kinds = kindsOfMarks(verify(quoted)).filter((kind) => kind !== "emphasis");
        const isAdded = all.length > printed.length;
        expect([quoted, new Set(kinds)]).toEqual([
          quoted,
          new Set([
            ...(isAdded ? ["reading"] : []),
            ...(end.includes(author) ? ["attribution"] : []),
          ]),
        ]);
      }),
      { numRuns: runs(40) },
    );
  });

  test("is one elsewhere in Korean if the corpus has it", () => {
    const printed = "왕은 겨울에 나무 아래에서 등불을 켜고 바다를 보았다";
    const { verify } = verifierBesideFiller(`${printed}。나무（木）。`, "ko");
    const kindsWith = (base: string, added: string) =>
      kindsOfMarks(verify(printed.replace(base, base + added)));
    expect(["（木）", "(木)"].map((added) => kindsWith("나무", added))).toEqual([
      ["reading"],
      ["reading"],
    ]);
    expect(["（犬）", "（木）"].map((added) => kindsWith("왕", added))).toEqual([
      ["unproven-reading"],
      ["unproven-reading"],
    ]);
  });

  test.each([
    ["ja", "王は冬に灯台のランプに火を灯し、遠い海を見た", "灯台", "（とうだい）"],
    ["zh", "国王在冬天点亮了灯塔的灯，望着远方的大海", "灯塔", "(dēngtǎ)"],
  ])("cannot be checked in kana and pinyin: in %s", (language, printed, base, added) => {
    const { verify } = verifierBesideFiller(printed, language);
    expect(kindsOfMarks(verify(printed.replace(base, base + added)))).toEqual(["reading"]);
  });

  test("is one in the tags of a web page too, and a word anywhere else", () => {
    const ja = verifierBesideFiller("王は冬に灯台のランプに火を灯し、遠い海を見た。", "ja");
    const tagged = ja.verify("<ruby>王<rp>(</rp><rt>おう</rt></ruby>は冬に灯台のランプに火を灯し");
    expect(tagged).toMatchObject({ kind: "typography", marks: [{ kind: "reading" }] });
    const word = verifierBesideFiller(SENTENCE).verify(
      SENTENCE.replace("keeper", "<ruby>keeper<rt>liar</rt></ruby>"),
    );
    expect(word.kind).toBe("altered");
  });
});

describe("the day in an attribution", () => {
  const months = ["January", "February", "March", "April", "May", "June", "July", "August"];
  const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];
  const two = (number: number) => String(number).padStart(2, "0");
  const form = fc.constantFrom<(day: number, month: number) => string>(
    (day, month) => `1907-${two(month)}-${two(day)}`,
    (day, month) => `1907/${two(month)}/${two(day)}`,
    (day, month) => `1907.${two(month)}.${two(day)}`,
    (day, month) => `1907${two(month)}${two(day)}`,
    (day, month) => `1907-${two(month)}-${two(day)}T12:00`,
    (_, month) => `1907-${two(month)}`,
    (day, month) => `${day}.${roman[month - 1]}.1907`,
    (day, month) => `1907 ${months[month - 1]} ${day}`,
    (day, month) => `${day} ${months[month - 1]} 1907`,
    (day, month) => `the ${day}th of ${months[month - 1]}, 1907`,
    (day, month) => `${months[month - 1]} ${day}, 1907`,
    (day, month) => `${day} ${months[month - 1]}`,
    (day, month) => `1907年${month}月${day}日`,
    (day, month) => `${day}.${month}.07`,
  );
  const frame = fc.constantFrom<(words: string, date: string) => string>(
    (words, date) => `“${words}” — Ada Quill, ${date}`,
    (words, date) => `“${words}” (Ada Quill, ${date})`,
    (words, date) => `“${words}” (${date})`,
  );
  const WORDS = "Three boats went by the cape in the dark of that night";

  test("is the document’s, in whatever form it is written, or another one", () => {
    const { verify } = verifierBesideFiller(
      `${WORDS}.`,
      "en",
      "author: Ada Quill\ndate: 1907-04-17\n",
    );
    fc.assert(
      fc.property(
        form,
        frame,
        fc.integer({ min: 13, max: 27 }),
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        (write, place, day, month, isOwn) => {
          const date = isOwn ? write(17, 4) : write(day, month);
          const quoted = place(WORDS, date);
          const isRight = date === write(17, 4);
          expect([quoted, kindsOfMarks(verify(quoted))]).toEqual([
            quoted,
            [isRight ? "attribution" : "other-origin"],
          ]);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAnalyzer } from "../../../src/language/analyzer.ts";
import { LANGUAGES } from "../../../src/language/languages/index.ts";
import { QUOTATION_MARKS } from "../../../src/language/quotation-marks.ts";
import { wordsOf } from "../../../src/language/word-lists.ts";
import { createVerifier } from "../../../src/verify/verifier.ts";
import { libraryOf } from "../../library.ts";
import { runs } from "../../thoroughness.ts";
import { FILLER, isGreen, verifierBesideFiller, verifierOf } from "../verifiers.ts";

const verifierFor = (printed: string, language = "en") =>
  verifierBesideFiller(printed, language, "from: Ada Quill\n");

const MARKS: Readonly<Record<string, readonly [printed: string, ...marks: string[]]>> = {
  en: [
    "The keeper lit the lamp at dusk.",
    ...["[emphasis omitted]", "(my translation)", "(citations omitted)", "[so in the original]"],
    ...["(ibid.)", "(ibid., p. 12)", "(see Smith 1850, pp. 3–5)", "§ 4", "(¶ 4)", "v. 3", "[3:16]"],
    ...["(12)", "[n. 3]", "(op. cit., 12 ff.)", "12", "[^12]", "(p. xiv)"],
    ...["— emphasis added", "(alteration in original)", "(emphasis supplied; citations omitted)"],
  ],
  de: [
    "Der Wärter zündete die Lampe an.",
    ...["(Herv. i. O.)", "[Hervorh. d. Verf.]", "(eigene Hervorhebung)", "(Übers. d. Verf.)"],
    ...["(ebd., S. 12 f.)", "(vgl. Schmidt 1850, S. 12)", "(a. a. O., S. 3)", "§ 4"],
  ],
  es: [
    "El farero encendió la lámpara.",
    ...[
      "[las cursivas son mías]",
      "(énfasis en el original)",
      "(traducción mía)",
      "(ibíd., pág. 3)",
    ],
  ],
  fr: [
    "Le gardien alluma la lampe.",
    ...[
      "(souligné dans le texte)",
      "[italiques dans l’original]",
      "(ma traduction)",
      "(op. cit., p. 3)",
    ],
  ],
  it: [
    "Il guardiano accese la lampada.",
    "(corsivo nell’originale)",
    "(trad. mia)",
    "(ivi, p. 12)",
  ],
  pt: ["O faroleiro acendeu a lâmpada.", "(grifos no original)", "(tradução nossa)", "(p. 12)"],
  nl: ["De wachter stak de lamp aan.", "(mijn cursivering)", "blz. 12", "(zie Smit 1850)"],
  ru: ["Смотритель зажёг лампу.", "(выделено мной)", "[так!]", "(пер. мой)", "(там же, с. 12)"],
  tr: ["Bekçi eski lambayı yaktı.", "(vurgu bana ait)", "(a.g.e., s. 12)", "s. 12"],
  vi: ["Người gác thắp ngọn đèn.", "(tác giả nhấn mạnh)", "tr. 12", "(tr. 12)"],
  el: ["Ο φύλακας άναψε τη λάμπα.", "(η έμφαση δική μου)", "(ό.π., σ. 12)", "σ. 12"],
  he: ["השומר הדליק את המנורה.", "(ההדגשה שלי)", "[כך במקור]", "(שם, עמ׳ 12)"],
  ar: ["أشعل الحارس المصباح.", "(التشديد من عندي)", "[كذا]", "(المرجع نفسه، ص 12)", "ص 12"],
  fa: ["نگهبان چراغ را روشن کرد.", "(تأکید از من است)", "[کذا]", "(همان، ص ۱۲)"],
  ko: ["등대지기는 등불을 켰다.", "[강조 추가]", "(강조는 인용자의 것)", "(같은 책, 12쪽)", "12쪽"],
  ja: [
    "灯台守はランプに火をともした。",
    ...[
      "（強調は引用者による）",
      "［強調引用者］",
      "（原文ママ）",
      "（拙訳）",
      "（同書、12頁）",
      "12頁",
    ],
  ],
  zh: [
    "守塔人点亮了灯。",
    "（着重號為筆者所加）",
    "（原文如此）",
    "（同上，第12页）",
    "（笔者译）",
  ],
  th: ["คนเฝ้าประภาคารจุดตะเกียง", "(เน้นโดยผู้เขียน)", "(หน้า 12)"],
  hi: ["पहरेदार ने दीपक जलाया।", "(ज़ोर मेरा)", "(पृ. 12)"],
};

describe("remarks and citations of the quoting author", () => {
  test.each(Object.entries(MARKS))("are marks after a quotation in %s", (language, texts) => {
    const [printed, ...marks] = texts;
    const verifier = verifierFor(`${printed} zyx`, language);
    for (const mark of marks) {
      const glued = /^(?:12$|12頁|[（［])/.test(mark) ? printed + mark : `${printed} ${mark}`;
      for (const quoted of [glued, `“${printed}” ${mark.replace(/^12$/, "[12]")}`]) {
        expect([quoted, verifier.verify(quoted).kind]).toEqual([quoted, "exact"]);
      }
    }
  });

  const PRINTED = "The keeper lit the lamp at dusk, and the oil burned until morning came.";
  test.each([
    "§ 4 ",
    "v. 12 ",
    "Art. 5: ",
    "p. 12: ",
    "a) ",
    "(iv) ",
    "ii. ",
    "Ada Quill: ",
    "Ada — Today at 10:32 AM ",
    "Ada Quill\n — \n12/03/2024, 10:32\n",
    "[10:32 AM] Quill: ",
    "# ",
    "-# ",
  ])("are marks before a quotation: %s", (mark) => {
    expect(isGreen(verifierFor(PRINTED).verify(mark + PRINTED))).toBe(true);
  });

  test.each([
    ["Hamilton: ", "“”"],
    ["As Ada Quill wrote, ", "“”"],
    ["She says: ", '""'],
  ])("are words or names before quotation marks: %s", (before, [open, close]) => {
    const verifier = verifierFor(PRINTED);
    expect(verifier.verify(`${before}${open}${PRINTED}${close}`).kind).toBe("exact");
    expect(verifier.verify(`${before}not ${open}${PRINTED}${close}`).kind).toBe("altered");
  });

  test.each(QUOTATION_MARKS.map(([open, close]) => [open, close.charAt(0)] as const))(
    "are the same around all quotation marks: %s%s",
    (open, close) => {
      const verifier = verifierFor(PRINTED);
      const quotation = open + PRINTED + close;
      const texts = [
        `${quotation}.`,
        `Ada once wrote, ${quotation},`,
        `${quotation} Ada Quill, The Log`,
        `${quotation}12 and so on`,
        `${quotation} [12]`,
        `${quotation} #harbour`,
      ];
      for (const quoted of texts) {
        expect([quoted, verifier.verify(quoted).kind]).toEqual([quoted, "exact"]);
      }
    },
  );

  test("are never what takes the place of a printed number", () => {
    const number = fc.integer({ min: 1, max: 999 });
    const mark = fc.constantFrom<(n: number) => string>(
      (n) => `[${n}]`,
      (n) => `${n}.`,
      (n) => `${n}`,
      (n) => `(${n})`,
    );
    fc.assert(
      fc.property(number, number, mark, (one, other, write) => {
        fc.pre(one !== other);
        const verifier = verifierFor(
          `${one} Ships were lost in the storm. They counted ${one} bells.`,
        );
        const before = `${write(other)} Ships were lost in the storm`;
        const after = `lost in the storm. They counted ${write(other)}`;
        const both = [before, after].map((quoted) => [quoted, isGreen(verifier.verify(quoted))]);
        expect(both).toEqual([
          [before, false],
          [after, false],
        ]);
      }),
      { numRuns: runs(20) },
    );
  });

  test.each([
    ["%s. By Ada Quill", "attribution"],
    ["“%s” by Ada Quill", "attribution"],
    ["%s. — By Ada Quill", "attribution"],
    ["%s. [Ada Quill]", "attribution"],
    ["“%s” [Ada Quill]", "attribution"],
    ["%s. / Ada Quill", "attribution"],
    ["“%s” * Ada Quill", "attribution"],
    ["“%s” (by A. Quill)", "attribution"],
    ["%s. ~ Ada Quill", "attribution"],
    ["[Ada Quill] %s", "attribution"],
    ["(Ada Quill) “%s”", "attribution"],
    ["%s. #12", "verse-number"],
    ["#12: %s", "verse-number"],
    ["#12 “%s”", "verse-number"],
    ["i. %s", "verse-number"],
    ["II. %s", "verse-number"],
    ["#12 %s", "words"],
    ["%s, by Ada Quill", "words"],
    ["%s § 5", "words"],
    ["%s ¶ 5", "words"],
    ["%s. By Lies", "words"],
    ["%s. [Total Nonsense]", "words"],
  ])("are in one of these forms: %s", (form, kind) => {
    const words = PRINTED.slice(0, -1);
    const verdict = verifierFor(PRINTED).verify(form.replace("%s", words));
    expect(verdict).toMatchObject({ kind: "exact", marks: [{ kind }] });
    const changed = verifierFor(PRINTED).verify(form.replace("%s", words.replace("oil", "ink")));
    expect(isGreen(changed)).toBe(false);
  });

  test.each(["The keeper lit the lamp [Ada Quill]", "The keeper lit the lamp. [Not] By Ada Quill"])(
    "are no words of a sentence in such a form: %s",
    (quoted) => {
      expect(isGreen(verifierFor(PRINTED).verify(quoted))).toBe(false);
    },
  );

  test("are no capital number before a full stop where it may be an ordinal one", () => {
    const printed = "Weltkriege sind im Winter lang, und die Lampe am Hafen blieb damals dunkel.";
    expect(isGreen(verifierFor(printed, "de").verify(`II. ${printed}`))).toBe(false);
  });

  test("are no other place than the one that is printed after the words", () => {
    const places = fc.constantFrom("§ #", "¶ #", "p. #", "Art. #", "v. #");
    const joint = fc.constantFrom(", ", "; ", " (");
    const number = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(places, places, joint, number, number, (own, other, sign, one, two) => {
        const words = "The boats were sold as the board of the harbour had asked";
        const write = (place: string, n: number) => place.replace("#", `${n}`);
        const close = sign === " (" ? ")" : "";
        const printed = `${words}${sign}${write(own, one)}${close} of the old book.`;
        const quoted = `${words}${sign}${write(other, two)}${close}`;
        const isPrinted = own === other && one === two;
        expect([quoted, isGreen(verifierFor(printed).verify(quoted))]).toEqual([quoted, isPrinted]);
      }),
      { numRuns: runs(60) },
    );
  });

  test.each([
    ["HAMLET: ", true],
    ["Hamlet: ", true],
    ["OPHELIA: ", false],
    ["Ophelia: ", false],
  ])("are no other speaker than the one whom the document names: %s", (speaker, isRight) => {
    const verifier = verifierFor(
      "HAMLET: I loved you once, my lady, in the winter.\n\nOPHELIA: You made me believe so, my lord.",
    );
    for (const words of ["I loved you once, my lady", "you once, my lady, in the winter"]) {
      const quoted = speaker + words;
      expect([quoted, isGreen(verifier.verify(quoted))]).toEqual([quoted, isRight]);
    }
    const elided = verifier.verify(`${speaker}I loved you once … in the winter`);
    expect(elided.kind === "shortened").toBe(isRight);
  });

  test("are no other words before the document’s own quotation marks", () => {
    const verifier = verifierFor(`Mr. Hale said: “${PRINTED}”`);
    expect(verifier.verify(`Mr. Brown said: “${PRINTED}”`).kind).toBe("altered");
    expect(verifier.verify(`Mr. Hale said: “${PRINTED}”`).kind).toBe("exact");
  });

  test.each([
    "[refused to]",
    "[seldom]",
    "[failed and]",
    "(he came at 5)",
    "(7 ships)",
    "(in Rome)",
  ])("are no words that change the sense: %s", (words) => {
    const quoted = PRINTED.replace("keeper ", `keeper ${words} `);
    expect(verifierFor(PRINTED).verify(quoted).kind).toBe("altered");
    const atEnd = `${PRINTED.slice(0, -1)} ${words}`;
    expect([atEnd, isGreen(verifierFor(PRINTED).verify(atEnd))]).toEqual([atEnd, false]);
  });
});

describe("where words are from, without a sign or after a dash", () => {
  const printed =
    "Mora lit the lamp at dusk, and the oil burned until morning.\n\nWe found the way: Tom.";
  const { verify } = verifierFor(`${printed}\n\nThe keeper of the log went home.`);
  const quoted = "Mora lit the lamp at dusk, and the oil burned until morning";

  test.each([
    [". Source: Ada Quill", "attribution"],
    [". Quelle: Ada Quill, S. 12", "attribution"],
    [". source: Ada Quill", "attribution"],
    [". Source: Sam Reed", "other-origin"],
    [". Source: wikipedia.org", "words"],
    [" Source: Ada Quill", "words"],
    [". Source: Lies", "words"],
    [". — from the log of Ada Quill", "words"],
    [". – in the papers of Mrs. Quill", "words"],
    [" (c. 1907)", "attribution"],
  ])("is a mark: %s", (added, kind) => {
    const verdict = verify(quoted + added);
    expect([verdict.kind, "marks" in verdict && verdict.marks.at(-1)?.kind]).toEqual([
      "exact",
      kind,
    ]);
  });

  test.each([
    `${quoted}. — from the log of the reef`,
    `${quoted} — from the log of Ada Quill`,
    `${quoted}. Source: not Ada Quill`,
    "We found the source: Tom",
    "We found the link: Tom",
  ])("is none where it may be words of the sentence: %s", (text) => {
    expect(verify(text).kind).toBe("altered");
  });

  test.each(["c. 1907", "d. 1907"])("is no page where it is a year: %s", (year) => {
    const verdict = verify(`“${quoted}”, ${year}`);
    expect(verdict).toMatchObject({ kind: "exact", marks: [{ kind: "words" }] });
  });
});

describe("forms of chats, forums and pages", () => {
  const [first, second] = [
    "The keeper lit the lamp of the tower at dusk",
    "and the oil burned until the boats came home",
  ];
  const { verify } = verifierFor(`${first}, ${second}.`);
  const isHonest = (quoted: string) => {
    const verdict = verify(quoted);
    return verdict.kind === "exact" || verdict.kind === "typography";
  };
  const form = fc.constantFrom<(words: string) => string>(
    (words) => `<ada> ${words}`,
    (words) => `12:01 <@ada> ${words}`,
    (words) => `[12:01] <ada> ${words}`,
    (words) => `\`\`\`txt\n${words}\n\`\`\``,
    (words) => `[b]${words}[/b]`,
    (words) => `[quote]${words}[/quote]`,
    (words) => `[quote=Quill][i]${words}[/i][/quote]`,
    (words) => words.replace(" lamp", " [color=red]lamp[/color]"),
    (words) => words.replace("dusk,", "dusk,[12]:34"),
    (words) => words.replace("dusk,", "dusk,[12][13]"),
    (words) => words.replace("dusk,", "dusk,[12]–[14]"),
    (words) => words.replace("dusk,", "dusk,[citation needed]"),
    (words) => `☞ ${words}`,
    (words) => words.replace("dusk, ", "dusk,\n\n12\n\n"),
    (words) => words.replace("dusk, ", "dusk,\n12\n"),
    (words) => words.replace("lit the", "lit\n12\nthe"),
    (words) => `${words} (Ada Quill, « The Log », éd. 1907, p. 12)`,
  );

  test("are no words, and hide no changed ones", () => {
    const words = `${first}, ${second}`;
    const change = fc.constantFrom(["keeper", "captain"], ["lit", "never lit"], ["lamp", "ramp"]);
    fc.assert(
      fc.property(form, change, (write, [word = "", other = ""]) => {
        const [own, changed] = [write(words), write(words).replace(word, other)];
        expect([own, isHonest(own)]).toEqual([own, true]);
        expect([changed, isHonest(changed)]).toEqual([changed, false]);
      }),
      { numRuns: runs(60) },
    );
  });

  test.each([
    `<fake> ${first}`,
    `<not true> ${first}`,
    first.replace("lit the", "lit\n12\nold the"),
    first.replace("the lamp", "the\n12\nlamp"),
    first.replace("the lamp", "the [i]old[/i] lamp"),
    `[i] ${first} [/b]`,
  ])("are none if they may be words: %s", (quoted) => {
    expect(isGreen(verify(quoted))).toBe(false);
  });

  test("are labels of laws with the same number", () => {
    const number = fc.integer({ min: 1, max: 300 });
    const names = fc.constantFrom(
      ...[
        ["Article", "Art."],
        ["Section", "Sec."],
        ["Section", "§"],
        ["Chapter", "Ch."],
      ],
    );
    fc.assert(
      fc.property(number, number, names, (own, other, [name = "", short = ""]) => {
        fc.pre(own !== other);
        const law = verifierFor(`${name} ${own}. The members shall elect a chair for two years.`);
        const quoted = (label: number) => [
          `${short} ${label}. The members shall elect a chair for two years.`,
          `${short} ${label}: “The members shall elect a chair for two years.”`,
        ];
        for (const text of quoted(own))
          expect([text, isGreen(law.verify(text))]).toEqual([text, true]);
        for (const text of quoted(other))
          expect([text, isGreen(law.verify(text))]).toEqual([text, false]);
      }),
      { numRuns: runs(40) },
    );
  });
});

describe("words that have the form of a mark", () => {
  const printed = [
    "Ada said: the lamp of the tower was lit at dusk by the keeper.",
    "The boats came home. He – Tom, the old pilot – slept (by the fire) until noon.",
    "Log 4: the oil was low in the barrel of the keeper.",
  ];
  test.each([
    ["Ada said: the lamp of the tower was lit (p. 188)", "page-number"],
    ["Ada said: the lamp of the tower was lit (emphasis added)", "emphasis"],
    ["Ada said: the lamp of the tower was lit — Tom Reed", "unconfirmed-origin"],
    ["The boats came home. He – Tom, the old pilot (emphasis added)", "emphasis"],
    ["He – Tom, the old pilot – slept (by the fire) until noon [sic]", "sic"],
    ["Log 4: the oil was low in the barrel (p. 4)", "page-number"],
  ])("are words if they are printed, beside a mark: %s", (quoted, kind) => {
    const verdict = verifierFor(printed.join("\n\n"), "en").verify(quoted);
    expect(verdict).toMatchObject({ kind: "exact", marks: [{ kind }] });
  });
});

describe("marks within the words", () => {
  const PRINTED =
    "The keeper left the harbour that winter, and the old señor of the town lit no lamp.";
  const verdict = (word: string, other: string, language = "en") =>
    verifierFor(`${PRINTED} zyx`, language).verify(PRINTED.replace(word, other));

  test.each([
    ["harbour that", "harbour[a] that", "note-number"],
    ["harbour that", "harbour[note 3] that", "note-number"],
    ["harbour that", "harbour[nb 1] that", "note-number"],
    ["harbour that", "harbour[Fn. 12] that", "note-number"],
    ["harbour that", "harbour |12| that", "page-number"],
    ["harbour that", "harbour {12} that", "page-number"],
    ["winter, and", "winter, |12| and", "page-number"],
    ["lamp.", "lamp, emphasis added.", "emphasis"],
    ["lamp.", "lamp; emphasis mine", "emphasis"],
  ])("are listed: “%s” as “%s”", (word, other, kind) => {
    expect(verdict(word, other)).toMatchObject({ kind: "exact", marks: [{ kind }] });
  });

  test.each([
    ["harbour that", "harbour[s] that"],
    ["harbour that", "harbour[no] that"],
    ["harbour that", "harbour [2] that"],
    ["harbour that", "harbour |12| ships that"],
    ["the harbour that", "the {12} harbour that"],
    ["the harbour that", "the |2| harbour that"],
    ["the old", "the[a] old"],
    ["lamp.", "lamp, emphasis."],
    ["lamp.", "lamp, bold."],
    ["lamp.", "lamp, not emphasis added."],
    ["lamp.", "lamp, cleaned up."],
  ])("are none if they may be words: “%s” as “%s”", (word, other) => {
    expect(isGreen(verdict(word, other))).toBe(false);
  });

  test("are no letters that make another form of the word, nor any where its forms are not known", () => {
    expect(isGreen(verdict("señor", "señor[a]", "es"))).toBe(false);
    expect(isGreen(verdict("señor", "señor[a]", "xx"))).toBe(false);
  });
});

describe("an attribution that the document bears out", () => {
  const SENTENCE = "The keeper left the harbour that winter, and the lamp was never lit again";
  const library = libraryOf({
    "a.md": `---\ntitle: Letters of a Keeper\nauthor: Ada Quill\ndate: 1871-03-09\n---\n\n${SENTENCE}.\n\nThe boats came home.\n\nThe oil ran low in the tower. Ada Quill fell ill in 1872 and slept.`,
    "b.md": FILLER,
  });
  const verifier = verifierOf(library);
  const marksAfter = (after: string) => {
    const verdict = verifier.verify(SENTENCE + after);
    return verdict.kind === "exact" ? verdict.marks.map(({ kind }) => kind) : verdict.kind;
  };

  test.each([
    ". Ada Quill, Letters of a Keeper, 9 March 1871.",
    ". Ada Quill, Letters of a Keeper",
    ". Quill, 1871.",
    " (letter of 9 March 1871)",
    " (letter from March 1871)",
    " (Brief vom 9. März 1871)",
    " (lettre du 9 mars 1871)",
    " (carta de 9 de marzo de 1871)",
    " (9.3.1871)",
    " (1871-03-09)",
  ])("is a mark: “%s”", (after) => {
    expect(marksAfter(after)).toEqual(["attribution"]);
  });

  test.each([
    ".\n\nExcerpt From: Ada Quill. “Letters of a Keeper.” Apple Books.",
    ".\n\nExcerpt From\nLetters of a Keeper\nAda Quill\nhttps://books.example/1\nThis material may be protected by copyright.",
    ".\n\nQuill, Ada. Letters of a Keeper. Kindle Edition.",
  ])("may be added by a program for reading: “%s”", (after) => {
    expect(new Set(marksAfter(after))).toEqual(new Set(["attribution"]));
    const other = marksAfter(after.replace("Ada", "Benjamin").replace("Quill", "Roe"));
    expect(other === "altered" || other.includes("words")).toBe(true);
  });

  test.each([
    ". Ada Quill, Letters of a Keeper, 10 March 1871.",
    ". Ada Quill, Letters of a Keeper, 1872.",
    " (letter of 10 March 1871)",
    " (letter from April 1871)",
    " (carta de 10 de marzo de 1871)",
    " (10.3.1871)",
    " (1872-03-09)",
  ])("is one to another day otherwise: “%s”", (after) => {
    expect(marksAfter(after)).toEqual(["other-origin"]);
  });

  test.each([
    " (letter of 9 lamps)",
    " (letter 9)",
    " (12 lamps)",
    ". Ada Quill.",
    ". Lies, 1871.",
    ". Ada Quill lit it in 1871.",
    ". Not Ada Quill, 1871.",
  ])("is no other words: “%s”", (after) => {
    expect(marksAfter(after)).toBe("altered");
  });

  test.each([
    " (Smith 1871)",
    " — Moss, 1871",
    " — Ada Moss",
    " — Tom Quill",
    " — Luke",
    " (Luke 2:3)",
    " — Ada Quill & Tom Hale",
    " — Ada Quill and John Moss, 1871",
    " — Tom Hale und Ada Quill",
    " (Quill & Hale 1871)",
    " — B. Quill",
    " — T. H. Quill, 1871",
  ])("is one to another author or work otherwise: “%s”", (after) => {
    const others = libraryOf({
      "a.md": `---\ntitle: Letters of a Keeper\nauthor: Ada Quill\ndate: 1871-03-09\n---\n\n${SENTENCE}.`,
      "b.md": `---\ntitle: Luke\nauthor: Tom Hale\n---\n\n${FILLER}`,
    });
    const verdict = verifierOf(others).verify(SENTENCE + after);
    expect(verdict).toMatchObject({ kind: "exact", marks: [{ kind: "other-origin" }] });
  });

  test.each([
    " — Miss Quill, 1871",
    " (Quill 1871)",
    " — Ada Q. Quill",
    " — Ada Quill, London 1871",
    " — Ada Quill, Reed & Sons, London 1871",
    " — Ada Quill, Letters of a Keeper (1871)",
    " (quoted in Smith 12)",
    " (as cited in Smith, 1950)",
    " (Quill, qtd. in Smith 1950: 12)",
    " (zit. nach Schmidt, S. 12)",
    " (cité par Dupont 1950)",
    " (цит. по Смирнов 1950)",
  ])("may name its author otherwise: “%s”", (after) => {
    expect(marksAfter(after)).toEqual(["attribution"]);
  });

  test.each([" — Retracted 1871", " (Allegedly, 1871)", "\n— Nope", " ❌", " 🤥"])(
    "is none if it says that the words are not true: “%s”",
    (after) => {
      expect(isGreen(verifier.verify(SENTENCE + after))).toBe(false);
    },
  );

  const BOOKS = ["Exodus", "Matthew", "Luke", "1 Corinthians"] as const;
  const books = libraryOf({
    ...Object.fromEntries(
      BOOKS.map((title, at) => [
        `${at}.md`,
        `---\ntitle: ${title}\n---\n\n${SENTENCE.replace("winter", `winter of ${title}`)}.`,
      ]),
    ),
    "b.md": FILLER,
  });
  const { verify } = verifierOf(books);

  test("is one to another book if it has a chapter and a verse of that", () => {
    const names: Readonly<Record<string, readonly string[]>> = {
      Exodus: ["Exodus", "Ex", "Exod."],
      Matthew: ["Matthew", "Mt", "Matt."],
      Luke: ["Luke", "Lk"],
      "1 Corinthians": ["1 Corinthians", "1 Cor"],
      Hebrews: ["Hebrews", "Heb."],
    };
    const forms = fc.constantFrom<(name: string, text: string) => string>(
      (name, text) => `${text} (${name} 2:3)`,
      (name, text) => `${text} — ${name} 2:3`,
      (name, text) => `“${text}” — ${name} 2:3`,
    );
    const named = fc.constantFrom(
      ...Object.entries(names).flatMap(([book, all]) => all.map((name) => ({ book, name }))),
    );
    fc.assert(
      fc.property(fc.constantFrom(...BOOKS), named, forms, (title, { book, name }, write) => {
        const quoted = write(name, SENTENCE.replace("winter", `winter of ${title}`));
        expect([quoted, isGreen(verify(quoted))]).toEqual([quoted, title === book]);
      }),
      { numRuns: runs(60) },
    );
  });

  const remarks = fc.constantFrom(
    ...[
      "Kill Ada Quill",
      "Hang Quill",
      "Poor Ada Quill",
      "Ada Quill Sucks",
      "Ada Quill Jr.",
      "Quill II",
      "Pseudo Ada Quill",
      "Ada Quill?",
      "Seven Ships",
      "Kill The King",
    ],
    ...["Burn The Books", "DEATH TO ALL KINGS", "“Kill The Pope”", "“HATE HAVE WE ONLY”"],
  );
  const written = fc.constantFrom<(words: string, text: string) => string>(
    (words, text) => `${text}\n\n${words}`,
    (words, text) => `${text}\n— ${words}`,
    (words, text) => `${text} (${words} 1871)`,
    (words, text) => `“${text}” — ${words}, 1871`,
    (words, text) => `${words}: ${text}`,
    (words, text) => `${text}:\n\n${words}.`,
  );
  test("is none if it has other words beside the author’s name, or is a sentence", () => {
    fc.assert(
      fc.property(remarks, written, fc.boolean(), (words, write, isKnown) => {
        const own = isKnown ? SENTENCE : SENTENCE.replace("winter", "winter of Luke");
        const quoted = write(isKnown ? words : words.replaceAll("Quill", "Mora"), own);
        fc.pre(isKnown || /The|DEATH|HATE|Seven/.test(words));
        const verdict = (isKnown ? verifier.verify : verify)(quoted);
        expect([quoted, isGreen(verdict)]).toEqual([quoted, false]);
      }),
      { numRuns: runs(100) },
    );
  });

  test("is one with a title before the name, or more of its names", () => {
    for (const name of ["Miss Quill", "Captain Ada Quill", "A. Quill", "Ada B. Quill", "QUILL"]) {
      for (const write of [
        `${SENTENCE}\n— ${name}`,
        `“${SENTENCE}” (${name} 1871)`,
        `${name}, 1871: “${SENTENCE}”`,
      ]) {
        expect([write, isGreen(verifier.verify(write))]).toEqual([write, true]);
      }
    }
  });

  test.each(["Ridiculous 1907", "Disinformation, 1907", "Piffle", "Storm, May 1907"])(
    "is none if one word with a capital letter is all that shows it: %s",
    (word) => {
      const own = SENTENCE.replace("winter", "winter of Luke");
      for (const added of [`${own} — ${word}`, `${own} (${word})`, `“${own}” — ${word}`]) {
        expect([added, isGreen(verify(added))]).toEqual([added, false]);
      }
    },
  );

  test("does not take the place of the next sentence", () => {
    expect(isGreen(verifier.verify("The oil ran low in the tower. Ada Quill, 1871."))).toBe(false);
  });
});

describe("letters of a Roman numeral right after the abbreviation of a page or a verse", () => {
  const printed = "The oil of the harbour was sold in small barrels.";
  const { verify } = verifierFor(printed);
  // “six” is no page “ix”, and “nil” no note “il”.
  const words = fc
    .tuple(
      fc.constantFrom(..."pslnvtc"),
      fc.string({ unit: fc.constantFrom(..."ivxlc"), minLength: 1 }),
    )
    .map((letters) => letters.join("").slice(0, 7))
    .filter((word) => word !== "sic");

  test("are a word, wherever it is added", () => {
    const addAfterComma = (text: string, word: string) => `${text.slice(0, -1)}, ${word}`;
    const add = fc.constantFrom(
      addAfterComma,
      (text: string, word: string) => `${text} (${word})`,
      (text: string, word: string) => `${text} [${word}]`,
      (text: string, word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)} ${text}`,
    );
    fc.assert(
      fc.property(words, add, (word, added) => {
        const quoted = added(printed, word);
        expect([quoted, isGreen(verify(quoted))]).toEqual([quoted, false]);
      }),
      {
        numRuns: runs(150),
        examples: ["six", "nil", "pill", "civil"].map((word): [string, typeof addAfterComma] => [
          word,
          addAfterComma,
        ]),
      },
    );
  });

  test.each(["p. xii", "p.xii", "p xii", "pp. ii–iv", "S. ix", "§ iv", "p. DC", "p. viiii"])(
    "are a number after a stop or a space: %s",
    (place) => {
      expect(isGreen(verify(`${printed} (${place})`))).toBe(true);
    },
  );
});

describe("words outside of the quotation marks", () => {
  const sentences = {
    en: "The oil of the harbour was sold in small barrels, and the keeper counted each of them.",
    de: "Das Öl des Hafens wurde in kleinen Fässern verkauft, und der Wärter zählte ein jedes davon.",
    fr: "Le gardien comptait les barils du port, et sa sœur tenait le livre de la maison.",
    ko: "항구의 기름은 작은 통에 담겨 팔렸고 등대지기는 그것을 하나하나 세었다.",
    ja: "港の油は小さな樽で売られ、灯台守はその一つ一つを数えた。",
  } as const;
  const quotations = fc.constantFrom<(text: string, half: string, rest: string) => string>(
    (text) => `“${text}” wrote Quill`,
    (text) => `“${text.slice(0, -1)},” wrote Quill in her log.`,
    (text) => `"${text.slice(0, -1)}", as it says`,
    (text) => `«${text}», écrit-elle`,
    (text) => `„${text}“, schrieb sie`,
    (text) => `「${text}」と言った`,
    (text) => `“${text}” 라고 썼다`,
    (text) => `Quill wrote that “${text}”`,
    (text) => `Is it true that “${text}”?`,
    (text) => `who said "${text}"`,
    (_, half, rest) => `“${half},” she wrote, “${rest}”`,
    (_, half, rest) => `"${half}" (so Quill) "${rest}"`,
  );
  // At a space or at a comma, so that no word is cut.
  const halves = (text: string) => {
    const at = text.includes("、") ? text.indexOf("、") + 1 : text.indexOf(" ", text.length / 2);
    return [text.slice(0, at).trim(), text.slice(at).trim()] as const;
  };
  const cases = Object.entries(sentences).map(([language, text]) => ({
    text,
    verify: verifierFor(text, language).verify,
  }));

  test("are named and not judged, and the words inside of the marks are exact", () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), quotations, ({ text, verify }, quote) => {
        const quoted = quote(text, ...halves(text));
        const verdict = verify(quoted);
        expect([quoted, verdict.kind]).toEqual([
          quoted,
          expect.stringMatching(/^(?:exact|typography)$/),
        ]);
        expect("marks" in verdict && verdict.marks.length).toBeGreaterThan(0);
      }),
      { numRuns: runs(100) },
    );
  });

  test("make no changed word right", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        quotations,
        fc.nat(),
        ({ text, verify }, quote, at) => {
          const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
          const word = words[at % words.length] ?? "";
          const changed = text.replace(word, "zyxwv");
          const quoted = quote(changed, ...halves(changed));
          const { kind } = verify(quoted);
          expect([quoted, kind]).toEqual([
            quoted,
            expect.stringMatching(/^(?:altered|none|stitched)$/),
          ]);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  test.each([
    "“The oil of the harbour was sold in small barrels” but not in winter",
    "She never said “The oil of the harbour was sold in small barrels”",
    "12 “oil of the harbour was sold in small barrels”",
    '"The oil of the harbour was "secretly" sold in small barrels"',
    "un“sold in small barrels, and the keeper counted each of them”",
    "“The oil of the harbour was sold in small barrels,” she wrote, “and a thief stole all",
    "‘Twas the oil of the harbour was sold in small barrels’ sake",
    "“The oil of the harbour was sold in small barrels”, and the keeper lost each",
  ])("are a change if they may take back or continue what is quoted: %s", (quoted) => {
    const { verify } = verifierFor(sentences.en);
    expect(verify(quoted).kind).toBe("altered");
  });

  test("are the document’s own if it has them in the same place, in whatever marks", () => {
    for (const printed of [
      "“We will remove the lamp from the hills,” Quill said, and left.",
      "Before it he said ”We will remove the lamp from the hills” and left.",
      "Before it he said ‚We will remove the lamp from the hills‘ and left.",
    ]) {
      const { verify } = verifierFor(printed);
      for (const quoted of [
        "“We will remove the lamp from the hills,” Stone promised.",
        "Stone cried “We will remove the lamp from the hills”",
      ]) {
        expect([quoted, verify(quoted).kind]).not.toEqual([quoted, "exact"]);
      }
    }
  });

  test("are judged where only they make the words a common phrase or a title", () => {
    const files = Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => [
        `${at}.md`,
        `---\ntitle: The keeper’s long night\n---\n\nLetter ${at} is from the United States of America and no other place.`,
      ]),
    );
    const { passagePositions, corpus } = libraryOf(files);
    const { verify } = createVerifier(passagePositions(), createAnalyzer("en"), {
      documents: corpus.documents,
      occurInNotes: () => false,
    });
    expect(verify("He hates “the United States of America”").kind).not.toBe("common");
    expect(verify("He burned “The keeper’s long night”").kind).not.toBe("unjudged");
  });

  test("are compared with what is printed if the words inside are changed", () => {
    const { verify } = verifierFor(
      "Kim told Donald Stone “that the lamps would be removed from the hills by the summer” and left.",
    );
    const verdict = verify(
      "Kim told Barack Stone “that the lamps would be moved from the hills by the summer” and left.",
    );
    expect(verdict).toMatchObject({ kind: "altered", marks: [] });
    const changes = verdict.kind === "altered" ? verdict.changes : [];
    expect(changes.filter(({ isSame }) => !isSame)).toMatchObject([
      { printed: "Donald", quoted: "Barack" },
      { printed: "removed", quoted: "moved" },
    ]);
  });

  test("between two parts are a change if others are printed there", () => {
    const { verify } = verifierFor(
      "“I keep the lamp,” he said, “and I trim the wick of it at dusk.”",
    );
    const verdict = verify("“I keep the lamp,” she cried, “and I trim the wick of it at dusk.”");
    const changes = verdict.kind === "altered" ? verdict.changes : [];
    expect(changes.filter(({ isSame }) => !isSame)).toMatchObject([
      { printed: "he said", quoted: "she cried" },
    ]);
  });
});

describe("an author, a work or a day on a line of its own", () => {
  const printed =
    "The oil was sold in small barrels.\n\nTom Stone bought a boat from the price of it.";
  const library = libraryOf({
    "a.md": `---\ntitle: The keeper’s long night\nfrom: Ada Quill\n---\n\n## Third Night\n\n${printed}`,
    "b.md": `---\ntitle: Filler\n---\n\n${FILLER}`,
  });
  const { verify } = verifierOf(library);
  const quoted = "The oil was sold in small barrels.";
  const lines = fc.constantFrom(
    ...["Ada Quill", "by Ada Quill", "Quill, 1851", "The keeper’s long night", "2 March 1851"],
    "Ada Quill, The keeper’s long night, p. 3",
  );
  const breaks = fc.constantFrom("\n", "\n\n", "\u2028");
  const places = fc.constantFrom<(text: string, line: string, other: string, at: string) => string>(
    (text, line, _, at) => text + at + line,
    (text, line, other, at) => text + at + line + at + other,
    (text, line, _, at) => line + at + text,
    (text, line, other, at) => line + at + text + at + other,
  );

  test("is an attribution, and makes no changed word right", () => {
    fc.assert(
      fc.property(places, lines, lines, breaks, (placeAround, line, other, at) => {
        const honest = placeAround(quoted, line, other, at);
        expect([honest, isGreen(verify(honest))]).toEqual([honest, true]);
        const changed = placeAround(quoted.replace("small", "large"), line, other, at);
        expect([changed, isGreen(verify(changed))]).toEqual([changed, false]);
      }),
      { numRuns: runs(60) },
    );
  });

  test.each([
    `${quoted}\nLies`,
    `${quoted}\nNot Ada Quill`,
    `${quoted}\nAda Quill never lived`,
    `${quoted}\n1851`,
    // Another name is printed there.
    `${quoted}\nTom Quill`,
    `Lies\n${quoted}`,
    `Three barrels\n${quoted}`,
    `${quoted} Ada Quill`,
  ])("is none if nothing shows that it is one: %j", (text) => {
    expect(verify(text).kind).toBe("altered");
  });

  test("may be called the source in any language", () => {
    const words = LANGUAGES.flatMap(({ sourceWords }) => wordsOf(sourceWords));
    for (const word of words.filter((one) => !/\s/.test(one))) {
      for (const named of ["The keeper’s long night", "Ada Quill, 1851"]) {
        const honest = `${quoted}\n${word}: ${named}`;
        expect([honest, isGreen(verify(honest))]).toEqual([honest, true]);
        const bracketed = `${quoted} (${word}: ${named})`;
        expect([bracketed, isGreen(verify(bracketed))]).toEqual([bracketed, true]);
      }
      for (const said of ["lies", "not Ada Quill", "trust me"]) {
        const added = `${quoted}\n${word}: ${said}`;
        expect([added, isGreen(verify(added))]).toEqual([added, false]);
      }
    }
  });

  test("is the heading if the document has it", () => {
    expect(verify(`Third Night\n${quoted}`)).toMatchObject({
      marks: [{ kind: "heading", text: "Third Night" }],
    });
  });

  test("is a line of the quotation if it is printed there, whatever is added after it", () => {
    for (const mark of ["(p. 175)", "— John 4:26", "[sic]", "[12]", "(emphasis added)"]) {
      const text = `${quoted}\nTom Stone ${mark}`;
      expect([text, isGreen(verify(text))]).toEqual([text, true]);
    }
  });

  test("is before a dash too", () => {
    expect(isGreen(verify(`Ada Quill — ${quoted}`))).toBe(true);
    expect(isGreen(verify(`Lies — ${quoted}`))).toBe(false);
  });
});

describe("the title of a document", () => {
  const library = libraryOf({
    "a.md":
      "---\ntitle: The keeper’s long night\n---\n\nThe oil was sold in small barrels, and from the price a boat was bought.",
    "b.md": `---\ntitle: Night\n---\n\n${FILLER}`,
  });
  const { verify } = verifierOf(library);
  const quoted = "The oil was sold in small barrels";

  test.each([
    "— The keeper’s long night",
    "– from The keeper’s long night",
    "(The keeper’s long night)",
    "(in The keeper's long night, p. 3)",
    "(from The keeper’s long night, 1851)",
    "— The keeper’s long night, 1851",
  ])("is an attribution, though its words have small letters: %s", (attribution) => {
    expect(verify(`${quoted} ${attribution}`)).toMatchObject({ kind: "exact" });
    expect(isGreen(verify(`${quoted} ${attribution}`))).toBe(true);
    expect(isGreen(verify(`${quoted.replace("small", "large")} ${attribution}`))).toBe(false);
  });

  test.each([
    "— the keeper’s short night",
    "(night)",
    "(from the price)",
    "— not The keeper’s long night",
  ])("is no other: %s", (added) => {
    expect(verify(`${quoted} ${added}`).kind).toBe("altered");
  });
});

describe("marks of messages and pages at either end", () => {
  const PRINTED =
    "The keeper lit the lamp for Mora at dusk. Rain came over the harbour with ★★ and “no” Hale.";
  const SENTENCE = "The keeper lit the lamp for Mora at dusk.";
  const verifier = verifierFor(PRINTED);
  const AFTER = [
    ...[
      "~ Ada Quill",
      "~Mora",
      "― Ada Quill",
      "• Ada Quill",
      "© Ada Quill",
      "©",
      "🇫🇷",
      "❤",
      "✓",
      "★★★",
    ],
    ...[
      "https://example.org/log?x=1",
      "<https://example.org>",
      "(https://example.org)",
      "www.a.org",
    ],
    ...["[source](https://example.org)", "Source: https://example.org", "via https://example.org"],
    ...["#lamp", "#lamp #oil_2", "@Ada", "<@123456789012345678>", "<#123456789012345678>"],
    ...["<:lamp:123456789012345678>", "<t:1618953630:R>", ":lamp:", "👍 #lamp https://example.org"],
    ...["(p. 12, emphasis mine)", "(Quill 1851; emphasis added)", "[p. 3, my translation]"],
    ...["(Quill & Hale, 1851, p. 4)", "[Quill 1851]", "[1–3]", "[1, 2]"],
  ];
  const BEFORE = [
    ...["MORA. ", "<@123456789012345678> ", "#lamp ", "📖 ", "https://example.org "],
    ...["<t:1618953630> ", "@everyone ", "★ "],
  ];

  test.each(AFTER)("are listed after it: %s", (mark) => {
    expect([mark, isGreen(verifier.verify(`${SENTENCE} ${mark}`))]).toEqual([mark, true]);
    expect([mark, isGreen(verifier.verify(`“${SENTENCE}” ${mark}`))]).toEqual([mark, true]);
  });

  test.each(BEFORE)("are listed before it: %s", (mark) => {
    expect(isGreen(verifier.verify(mark + SENTENCE))).toBe(true);
  });

  test.each([
    ...["<<S>>", "<< S >>", "❝S❞", "〝S〞", "“S” Ada Quill", "“S”, Mora"],
    ...["[S](https://example.org)", "[S](<https://example.org>)", "S\u2028~ Ada Quill"],
  ])("are listed around it: %s", (form) => {
    expect(isGreen(verifier.verify(form.replace("S", SENTENCE)))).toBe(true);
  });

  test("make no changed word right", () => {
    const words = SENTENCE.split(" ");
    const other = fc.constantFrom(
      "zeppelin",
      "not",
      "7",
      "Zebulon",
      "[never]",
      "#oil",
      "✗",
      "@Tom",
    );
    fc.assert(
      fc.property(
        fc.nat({ max: words.length - 1 }),
        other,
        fc.constantFrom("", ...BEFORE),
        fc.constantFrom("", ...AFTER),
        (at, word, before, after) => {
          const changed = words.with(at, at === words.length - 1 ? `${word}.` : word).join(" ");
          const quoted = `${before}${changed} ${after}`.trim();
          expect([quoted, isGreen(verifier.verify(quoted))]).toEqual([quoted, false]);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  test.each([
    ["The keeper lit the lamp for #Tom", "a tag for a word"],
    ["The keeper lit the lamp for @Tom", "a name for a word"],
    [`${SENTENCE} #not`, "a tag that negates"],
    [`The keeper lit #oil the lamp for Mora at dusk. #oil`, "a tag within it that ends it too"],
    [`${SENTENCE} ~ Never`, "a negation"],
    ["Rain came over the harbour with ☆", "another sign"],
    ["with ★★ and “no” Mora", "another name after a quotation"],
    [`${SENTENCE} (12 Quills)`, "a number of things"],
    [`${SENTENCE} [see](https://example.org)`, "words that are a link"],
  ])("are none in “%s”: %s", (quoted) => {
    expect(isGreen(verifier.verify(quoted))).toBe(false);
  });
});

describe("in every language", () => {
  const PRINTED = "The keeper lit the lamp for Mora at dusk.";
  const verifier = verifierFor(PRINTED);

  test.each(
    LANGUAGES.flatMap(({ tags: [tag = ""], sourceWords }) =>
      sourceWords ? [[tag, sourceWords] as const] : [],
    ),
  )("the words that introduce an address belong to it: %s", (_, words) => {
    for (const word of words.split(" ")) {
      for (const link of [`(${word} https://example.org/a)`, `${word}: https://example.org/a`]) {
        const verdict = verifier.verify(`${PRINTED} ${link}`);
        expect([link, verdict]).toMatchObject([link, { kind: "exact", marks: [{ kind: "link" }] }]);
      }
    }
  });

  test.each([
    "— Ada Quill och Mora Stone",
    "— Ada Quill и Mora Stone",
    "— Ada Quill y Mora Stone",
    "— Ada van der Quill",
    "— Ada Quill, in The Log, ed. Mora, trans. Stone",
  ])("small words are a part of an attribution: %s", (attribution) => {
    const marks = [{ kind: "attribution" }];
    expect(verifier.verify(`“${PRINTED}” ${attribution}`)).toMatchObject({ kind: "exact", marks });
  });
});

describe("traces of copying", () => {
  test.each([
    ["en", "The keeper lit the remarkable lamp", "The keeper lit the re**mark**able lamp"],
    ["en", "The keeper lit the remarkable lamp", "# The keeper lit the remarkable lamp"],
    ["en", "The keeper lit the remarkable lamp", "The ||k||eeper lit the remarkable lamp"],
    ["en", "The keeper lit the remarkable lamp", "+ The keeper lit the remarkable lamp"],
    [
      "en",
      "The keeper lit the remarkable lamp",
      '<p class="a">The <b>keep</b>er lit<br/>the <i>remarkable</i> lamp<sup>3</sup></p>',
    ],
    [
      "en",
      "The keeper measured 5 km² of CO₂",
      "The keeper measured 5 km<sup>2</sup> of CO<sub>2</sub>",
    ],
    ["ja", "彼は三人の漁師を見なかった", "彼は三人の｜漁師《りょうし》を見なかった"],
    ["ko", "이것은 漢字로 쓴 글이다", "이것은 漢字(한자)로 쓴 글이다"],
    ["ko", "이것은 한자로 쓴 글이다", "이것은 한자(漢字)로 쓴 글이다"],
    ["zh", "三个渔夫没有看见灯塔", "三个渔(yú)夫没有看见灯塔"],
    ["th", "ม้าขาวที่บ้านริมน้ำในปีนั้น", "ม้าขาวที่บ้านริมนํ้าในปีนั้น"],
    ["fa", "نگهبان می‌گوید که کتاب‌ها را دید", "نگهبان می گوید که کتاب ها را دید"],
  ])("are undone in %s: “%s” as “%s”", (language, printed, quoted) => {
    expect(isGreen(verifierFor(printed, language).verify(quoted))).toBe(true);
  });

  test.each([
    ["en", "The keeper lit the remarkable lamp", "The keeper lit the <s>remarkable</s> lamp"],
    ["en", "The keeper lit the remarkable lamp", "The keeper <not> lit the remarkable lamp"],
    [
      "en",
      "The keeper lit the remarkable lamp",
      "<b>The</b> keeper <i never> lit the remarkable lamp",
    ],
    ["en", "The keeper lit the remarkable lamp", "The keeper <a lie> lit the remarkable lamp"],
    [
      "en",
      "The keeper lit the remarkable lamp",
      'The keeper lit the <i style="text-decoration:line-through">remarkable</i> lamp',
    ],
    [
      "en",
      "The keeper saw 106 boats at dusk",
      "The keeper saw 10<sup><b>6</b></sup> boats at dusk",
    ],
    [
      "en",
      "The keeper saw 106 boats at dusk",
      'The keeper saw 10<sup class="x">6</sup> boats at dusk',
    ],
    ["en", "The keeper was calm, timid and quiet", "The keeper was calm, bold"],
    ["en", "The keeper drew the line of 5 km", "The keeper drew the line of 5 km<sup>2</sup>"],
    ["en", "The keeper saw 5 boats at dusk", "The keeper saw +5 boats at dusk"],
    ["zh", "三个渔夫看见灯塔", "三个渔夫(不)看见灯塔"],
    ["ko", "그는 집에 갔다고 한다", "그는 집에(不) 갔다고 한다"],
    ["zh", "三个渔夫看见灯塔", "三个渔(not)夫看见灯塔"],
  ])("change no word: %s “%s” as “%s”", (language, printed, quoted) => {
    expect(isGreen(verifierFor(printed, language).verify(quoted))).toBe(false);
  });
});

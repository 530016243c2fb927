import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../thoroughness.ts";
import { isGreen, verdictAgainst } from "../verifiers.ts";

describe("signs that mean something", () => {
  const PRINTED =
    "It fell to −5 and lost -$279; it stood 6′ tall, 5! ways, rated AA- by the US, with 1/2 of 10^2 or ~5 left.";
  test.each([
    ["−5", "–5", "typography"],
    ["−5", "-5", "typography"],
    ["−5", "5", "altered"],
    ["-$279", "$279", "altered"],
    ["6′", "6″", "altered"],
    ["6′", "6'", "typography"],
    ["5!", "5", "altered"],
    ["AA-", "AA", "altered"],
    ["US", "us", "altered"],
    ["1/2", "12", "altered"],
    ["10^2", "102", "altered"],
    ["~5", "5", "altered"],
  ])("%s quoted as %s is %s", (printed, quoted, kind) => {
    expect(verdictAgainst(PRINTED.replace(printed, quoted), PRINTED).kind).toBe(kind);
  });

  test.each([
    ["en", "The keeper noted #5 degrees in the glass of the tower."],
    ["zh", "守塔人记录那天早上的温度是#5度而海水是冷的。"],
    ["ja", "その朝の気温は#5度であり、海は静かだったと灯台守は書いた。"],
  ])(
    "in %s, all signs before a number that mean a minus are one, and none is left out: %s",
    (language, text) => {
      const signs = ["-", "‐", "‑", "‒", "–", "−", "－", "﹣"];
      const withSign = (sign: string) => text.replace("#", sign);
      for (const printed of signs) {
        for (const quoted of signs) {
          expect([
            printed,
            quoted,
            isGreen(verdictAgainst(withSign(quoted), withSign(printed), language)),
          ]).toEqual([printed, quoted, true]);
        }
        expect([printed, verdictAgainst(withSign(""), withSign(printed), language).kind]).toEqual([
          printed,
          "altered",
        ]);
        expect([printed, verdictAgainst(withSign(printed), withSign(""), language).kind]).toEqual([
          printed,
          "altered",
        ]);
      }
    },
  );

  // All punctuation of Unicode that is another form of a sign.
  const FORMS = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).flatMap(
    (form) => {
      const sign = { "٪": "%", "؉": "‰", "؊": "‱" }[form] ?? form.normalize("NFKC");
      return /^\p{Po}$/u.test(form) && form !== sign && /^[%‰‱&#@§]$/.test(sign)
        ? [[form, sign] as const]
        : [];
    },
  );
  test.each([
    ["en", "The keeper wrote in the log that 5 was the measure of the storm."],
    ["zh", "守塔人在日志里写道那天晚上的税率是5而海水冲进了仓库的大门。"],
    ["ja", "その朝の気温は5であり、海は静かだったと灯台守は書いた。"],
    ["ko", "등대지기는 일지에 5라고 적고 그날 밤 폭풍을 오래 바라보았다."],
    ["ar", "كتب الحارس في سجل البرج أن 5 كان مقدار العاصفة في تلك الليلة."],
    ["ru", "Смотритель записал в журнале, что 5 было мерой этой бури."],
  ])(
    "in %s, a sign is the same in another width or script, and none is left out: %s",
    (...given) => {
      const [language, text] = given;
      expect(FORMS.length).toBeGreaterThan(10);
      for (const [form, sign] of FORMS) {
        const isSame = (quoted: string, printed: string) =>
          isGreen(verdictAgainst(text.replace("5", quoted), text.replace("5", printed), language));
        expect([form, isSame(`5${form}`, `5${sign}`), isSame(`5${sign}`, `5${form}`)]).toEqual([
          form,
          true,
          true,
        ]);
        expect([form, isSame(`5${form}`, "5"), isSame("5", `5${form}`)]).toEqual([
          form,
          false,
          false,
        ]);
      }
    },
  );

  test("a point of a number may be raised, and a sign of a formula is none of its punctuation", () => {
    const sentence = (formula: string) => `The keeper wrote ${formula} into the old log`;
    const formulas: readonly (readonly [string, ...string[]])[] = [
      ["3·5", "3.5", "3・5", "3ㆍ5"],
      ["3 5", "3, 5"],
      ["35"],
      ["·5", ".5"],
      ["-·5", "−.5"],
      ["5", "(5)"],
      ["5*3", "5 * 3"],
      ["5^3"],
      ["5⁻³"],
      ["5³"],
      ["x^y"],
      ["x y", "x, y"],
      ["x*y", "x * y"],
      ["x-1", "x−1", "x–1"],
      ["x 1", "x, 1"],
      ["-x", "−x", "–x"],
      ["~x"],
      ["x", "(x)", "*x*"],
      ["⌊x⌋"],
      ["⌈x⌉"],
      ["7 s⁻¹"],
      ["7 s¹"],
      ["7 s"],
      ["7 S"],
      ["8 g"],
      ["8 G"],
      ["9m"],
      ["9M"],
    ];
    const at = fc.nat({ max: formulas.length - 1 });
    fc.assert(
      fc.property(at, at, fc.nat(), fc.nat(), (one, other, nth, otherNth) => {
        const formOf = (index: number, which: number) => {
          const forms = formulas[index] ?? [""];
          return forms[which % forms.length] ?? "";
        };
        const [printed, quoted] = [formOf(one, nth), formOf(other, otherNth)];
        expect([
          printed,
          quoted,
          isGreen(verdictAgainst(sentence(quoted), sentence(printed))),
        ]).toEqual([printed, quoted, one === other]);
      }),
      { numRuns: runs(200) },
    );
    for (const [printed = "", ...forms] of formulas) {
      for (const quoted of forms)
        expect([quoted, isGreen(verdictAgainst(sentence(quoted), sentence(printed)))]).toEqual([
          quoted,
          true,
        ]);
    }
  });

  test.each([
    ["es", "El farero –y su hijo– llegó ayer, –a pesar del viento– con la lámpara."],
    ["ko", "회의는 다음과 같다 ·5월 회의 ·6월 회의 등대지기는 모두 참석했다."],
    ["fr", "Le gardien -à la fin- vit la 2-e barque et le F-16 au-dessus du port."],
  ])("no dash or dot beside a word is a sign, in %s: %s", (language, printed) => {
    const quoted = printed.replaceAll(/[–·]|(?<=\s)-|-(?=\s)/gu, "").replace("F-16", "F 16");
    expect(isGreen(verdictAgainst(quoted, printed, language))).toBe(true);
  });

  test("a sign on a variable is one, and so is a capital letter of a symbol", () => {
    const signs = fc.constantFrom("x", "‖x‖", "|x|", "x*", "x′", "x!", "a_b", "a b", "b!", "b！");
    const symbols = fc.constantFrom("pH", "Ph", "5 cal", "5 Cal", "5 kcal", "4 MM", "4 mm");
    const write = (sign: string) => `The value ${sign} of the old lamp was seen that night`;
    fc.assert(
      fc.property(fc.oneof(fc.tuple(signs, signs), fc.tuple(symbols, symbols)), ([one, other]) => {
        const isSame = one.replace("！", "!") === other.replace("！", "!");
        expect([one, other, isGreen(verdictAgainst(write(other), write(one)))]).toEqual([
          one,
          other,
          isSame,
        ]);
      }),
      { numRuns: runs(150) },
    );
  });

  test("a minus or the dash of a range is one, however it is written, and nothing else", () => {
    const operand = fc.constantFrom("5", "17", "1907", "3.5", "20 %");
    const written = fc.constantFrom("-", "–", "−", " - ", " – ", " − ");
    const sentence = (expression: string) => `The keeper wrote ${expression} into the old log`;
    fc.assert(
      fc.property(
        operand,
        operand,
        written,
        written,
        fc.constantFrom(" ", ", ", " + ", "/", "; "),
        (one, other, printed, quoted, wrong) => {
          const verdict = (between: string) =>
            verdictAgainst(sentence(one + between + other), sentence(one + printed + other));
          expect([printed, quoted, isGreen(verdict(quoted))]).toEqual([printed, quoted, true]);
          expect([printed, wrong, isGreen(verdict(wrong))]).toEqual([printed, wrong, false]);
        },
      ),
      { numRuns: runs(20) },
    );
    expect(isGreen(verdictAgainst(sentence("x y"), sentence("x − y")))).toBe(false);
    expect(isGreen(verdictAgainst("17 into the old log", sentence("5 − 17")))).toBe(true);
  });

  test("a prime after a letter is one", () => {
    const printed = "Here f′ of x and x″ are the measure of the lamp";
    expect(verdictAgainst(printed.replace("f′", "f'"), printed).kind).toBe("typography");
    expect(verdictAgainst(printed.replace("f′", "f″"), printed).kind).toBe("altered");
    expect(verdictAgainst(printed.replace("x″", "x′"), printed).kind).toBe("altered");
  });

  test("an operator, a negation of code and a bar are no punctuation, however they are spaced", () => {
    const sentence = (formula: string) => `The keeper wrote ${formula} into the old log`;
    const isSame = (printed: string, quoted: string) =>
      isGreen(verdictAgainst(sentence(quoted), sentence(printed)));
    const operators = ["=", "!=", "/=", "=/=", "≠", "<>", ":=", "==", "!=="];
    const joined = operators.map((sign): readonly [string, string] => [`a ${sign} b`, `a${sign}b`]);
    const others = [
      ["P(A|B)", "P(A | B)"],
      ["P(A,B)", "P(A, B)"],
      ["P(A/B)", "P (A/B)"],
      ["P(rain|clouds)", "P(rain| clouds)"],
      ["P(rain, clouds)", "P(rain,clouds)"],
      ["|x| + 1", "|x|+ 1"],
      ["x + 1", "x +1"],
      ["!ready", "(!ready)"],
      ["ready", "(ready)"],
      ["!(ready and dry)", "!( ready and dry)"],
      ["ready and dry", "(ready and dry)"],
      ["n! ways", "n! ways,"],
      ["n ways", "n ways,"],
    ] as const;
    const formulas = [...joined, ...others];
    const at = fc.nat({ max: formulas.length - 1 });
    fc.assert(
      fc.property(at, at, fc.boolean(), fc.boolean(), (one, other, isTight, isOtherTight) => {
        const [printed = "", quoted = ""] = [
          formulas[one]?.[isTight ? 1 : 0],
          formulas[other]?.[isOtherTight ? 1 : 0],
        ];
        expect([printed, quoted, isSame(printed, quoted)]).toEqual([
          printed,
          quoted,
          one === other,
        ]);
      }),
      { numRuns: runs(80) },
    );
    // The end of an exclamation is none.
    expect(isSame("“ready!” and", "“ready,” and")).toBe(true);
    expect(isSame("dusk | dawn", "dusk / dawn")).toBe(true);
    expect(isSame("a = b", "a =! b")).toBe(false);
  });

  test.each([
    ["vi", "Con tàu neo ở bờ biển phía bắc", "ở", "o"],
    ["cs", "Loď stála ó jak dlouho v přístavu", "ó", "o"],
    ["hu", "Az őr ő volt a toronyban éjjel", "ő", "o"],
    ["el", "Μόνος ή με άλλον έμεινε στο νησί", "ή", "ἢ"],
    ["sq", "Roja pyeti ç është ajo dritë atje", "ç", "c"],
  ])("a word of one letter has an accent and no sign, in %s", (language, printed, word, quoted) => {
    const verdict = verdictAgainst(printed.replace(` ${word} `, ` ${quoted} `), printed, language);
    const changes = verdict.kind === "altered" ? verdict.changes : [];
    const graves = changes.filter(({ isSame }) => !isSame).map(({ grave }) => grave);
    expect(graves.filter((grave) => grave !== "accent")).toEqual([]);
    expect(isGreen(verdict)).toBe(verdict.kind !== "altered");
  });

  test.each([
    ["x²", ["x^2", "x**2", "x^{2}"], ["x2", "x^3", "x**3", "x"]],
    ["10⁻³¹", ["10^-31", "10^{-31}", "10**-31", "10^−31"], ["10^31", "10-31", "1031"]],
    ["3½", ["3 1/2", "3-1/2"], ["3 1/4", "3", "31/2"]],
    ["3 × 4", ["3 x 4", "3 * 4"], ["3 + 4", "34", "3 x 5"]],
    ["a ≥ 5", ["a >= 5"], ["a > 5", "a <= 5", "a = 5"]],
    ["a ≠ 5", ["a != 5", "a <> 5"], ["a = 5", "a == 5"]],
    ["5 ± 1", ["5 +- 1", "5 +/- 1"], ["5 + 1", "5 - 1"]],
    ["2x − 1", ["2x - 1", "2x – 1"], ["2x + 1", "2x 1"]],
    ["g″(2)", ["g''(2)", "g′′(2)", 'g"(2)'], ["g(2)", "g'(2)", "g′(2)", "g′′′(2)", "g'''(2)"]],
    ["g′(2)", ["g'(2)", "g’(2)"], ["g(2)", "g''(2)", "g′′(2)"]],
  ])("signs of mathematics may be typed on a keyboard: %s", (printed, typed, others) => {
    const sentence = (formula: string) =>
      `the keeper wrote ${formula} into the old log of the harbour at night`;
    const isSame = (quoted: string) => isGreen(verdictAgainst(sentence(quoted), sentence(printed)));
    expect(typed.filter((quoted) => !isSame(quoted))).toEqual([]);
    expect(others.filter(isSame)).toEqual([]);
  });

  test.each([
    ["sq", "als", "ë", "e"],
    ["et", "ekk", "õ", "o"],
    ["lv", "lvs", "ā", "a"],
    ["az", "azj", "ş", "s"],
    ["nb", "nob", "ø", "o"],
    ["en", "eng", "é", "e"],
    ["id", "ind", "é", "e"],
  ])("%s and %s are one language, with the same letters", (language, alias, letter, plain) => {
    const sentence = (one: string) => `bar${one}n lampi tu zur${one} morti ven${one}l tosko`;
    const [kind, other] = [language, alias].map(
      (tag) => verdictAgainst(sentence(plain), sentence(letter), tag).kind,
    );
    expect([alias, other]).toEqual([alias, kind]);
  });

  test.each(["hsb", "kea", "frp", "gsw", "ckb-Latn", "xx", "und", "kv"])(
    "a missing accent may make another word in a language without a list of letters: %s",
    (language) => {
      const sentence = (one: string) => `bar${one}n lampi tu zur${one} morti ven${one}l tosko`;
      expect(verdictAgainst(sentence("e"), sentence("ě"), language).kind).toBe("altered");
      expect(verdictAgainst(sentence("ě"), sentence("ě"), language).kind).toBe("exact");
    },
  );

  test.each(["id", "sw", "zu", "la", "ja", "ko", "th", "ckb"])(
    "an accent is typography in a language whose Latin letters have none: %s",
    (language) => {
      const sentence = (one: string) => `bar${one}n lampi tu zur${one} morti ven${one}l tosko`;
      expect(verdictAgainst(sentence("e"), sentence("é"), language).kind).toBe("typography");
    },
  );

  test("each word of a long quotation may be typed otherwise", () => {
    const letters = [..."bdfghklmnpr"];
    const words = letters.flatMap((one) => letters.map((other) => `${one}å${other}is`));
    const printed = `Fyrmesteren skrev at det var ${words.join(" ")}`;
    expect(verdictAgainst(printed.replaceAll("å", "aa"), printed, "da").kind).toBe("typography");
  });

  const BREATHINGS = [
    ["ἐν", "ἑν"],
    ["οὐ", "οὗ"],
    ["οὗ", "οὐ"],
    ["αὐτὴ", "αὑτὴ"],
    ["ὄρος", "ὅρος"],
    ["ἤ", "ἥ"],
  ];
  test.each(["el", "grc", "und", "en"])(
    "a Greek breathing makes another word, in %s",
    (language) => {
      for (const [printed = "", quoted = ""] of BREATHINGS) {
        const sentence = (word: string) => `οι ψαραδες εμειναν ${word} τω λιμενι ολη τη νυχτα`;
        expect(verdictAgainst(sentence(quoted), sentence(printed), language)).toMatchObject({
          kind: "altered",
          changes: expect.arrayContaining([expect.objectContaining({ grave: "accent" })]),
        });
        const bare = printed.normalize("NFD").replace(/[\u0313\u0314]/g, "");
        expect(isGreen(verdictAgainst(sentence(bare), sentence(printed), language))).toBe(true);
      }
    },
  );

  test.each(["᾽", "᾿", "’", "ʼ", "'"])("%s is a Greek apostrophe", (printed) => {
    const sentence = (mark: string) =>
      `οι ψαραδες ουκ εμειναν, αλλα δι${mark} ολης της νυκτος εν τω λιμενι και κατ${mark}οικον`;
    for (const quoted of ["᾽", "᾿", "’", "ʼ", "'"]) {
      const verdict = verdictAgainst(sentence(quoted), sentence(printed), "grc");
      expect([printed, quoted, verdict.kind]).toEqual([
        printed,
        quoted,
        printed === quoted ? "exact" : "typography",
      ]);
    }
  });

  test.each([
    ["5 Å", "5 A"],
    ["5 A", "5 Å"],
    ["x̄", "x"],
    ["x̄", "ẋ"],
    ["σ̂", "σ"],
    ["Ñ", "N"],
  ])("a mark on a letter by itself is a sign: %s quoted as %s", (printed, quoted) => {
    const sentence = (letter: string) => `The keeper wrote ${letter} into the old log`;
    expect(verdictAgainst(sentence(quoted), sentence(printed))).toMatchObject({
      kind: "altered",
      changes: expect.arrayContaining([expect.objectContaining({ grave: "sign" })]),
    });
    expect(verdictAgainst(sentence("a la carte"), sentence("à la carte")).kind).toBe("typography");
  });

  test.each([
    ["½", "1/2"],
    ["3⁄4", "3/4"],
    ["१९०७", "1907"],
    ["۱۲", "12"],
    ["١٢", "۱۲"],
    ["๒๕๐๐", "2500"],
    ["໑໒", "12"],
    ["၁၂", "12"],
  ])("a number is the same in other digits: %s and %s", (one, other) => {
    const sentence = (number: string) => `The keeper wrote ${number} into the old log`;
    expect(verdictAgainst(sentence(other), sentence(one)).kind).toBe("typography");
    expect(verdictAgainst(sentence(one), sentence(other)).kind).toBe("typography");
    expect(verdictAgainst(sentence(`${other}0`), sentence(one)).kind).toBe("altered");
  });

  test("no part of two acronyms that a sign joins is another word in small letters", () => {
    const likeWords = fc.constantFrom("US", "IT", "WHO", "AIDS", "AM");
    const others = fc.constantFrom("HIV", "UK", "EU", "NGO");
    const joined = fc
      .tuple(likeWords, others, fc.constantFrom("/", "-", "–"), fc.boolean())
      .map(([one, other, sign, isFirst]) => (isFirst ? [one, other] : [other, one]).join(sign));
    const sentence = (name: string) => `The keeper wrote to the ${name} office at dusk`;
    fc.assert(
      fc.property(joined, likeWords, (name, alone) => {
        expect([name, verdictAgainst(sentence(name).toLowerCase(), sentence(name)).kind]).toEqual([
          name,
          "typography",
        ]);
        expect(verdictAgainst(sentence(alone).toLowerCase(), sentence(alone)).kind).toBe("altered");
      }),
      { numRuns: runs(10) },
    );
  });

  const CAPITALS: readonly (readonly [language: string, printed: string, quoted: string])[] = [
    ["de", "Er hat Sie am Abend gesehen", "Er hat sie am Abend gesehen"],
    ["de", "Er hat sie am Abend gesehen", "Er hat Sie am Abend gesehen"],
    [
      "de",
      "Der Wächter liebt Ihr Haus und Ihren Garten",
      "Der Wächter liebt ihr Haus und Ihren Garten",
    ],
    ["de", "Der Wächter hat Sie und ihn gesehen", "der Wächter hat sie und ihn gesehen"],
    ["da", "Vagten så at I kom fra havnen", "Vagten så at i kom fra havnen"],
    ["nb", "Vakten så De og barna på havnen", "Vakten så de og barna på havnen"],
    ["it", "Il guardiano ha visto Lei nel porto", "Il guardiano ha visto lei nel porto"],
    ["en", "The keeper saw the polish of the lamp", "The keeper saw the Polish of the lamp"],
    ["en", "The keeper of Ulm wrote of the March", "The keeper of Ulm wrote of the march"],
  ];
  test.each(CAPITALS)("a capital letter may make another word: in %s, %s", (...given) => {
    const [language, printed, quoted] = given;
    expect(verdictAgainst(quoted, printed, language)).toMatchObject({
      kind: "altered",
      changes: expect.arrayContaining([expect.objectContaining({ grave: "capital" })]),
    });
  });

  test.each([
    ["Der Wächter hat Sie am Abend am Hafen gesehen", "sie am Abend am Hafen gesehen", "altered"],
    [
      "Der Wächter kam. Sie sah ihn am Abend am Hafen",
      "sie sah ihn am Abend am Hafen",
      "typography",
    ],
    ["Er weiß, dass sie am Abend am Hafen war", "Sie am Abend am Hafen war", "typography"],
  ])("the first word of a quotation has the capital letter of its place: %s", (...given) => {
    const [printed, quoted, kind] = given;
    expect(verdictAgainst(quoted, printed, "de").kind).toBe(kind);
  });

  test("a capital letter makes no other word in a quotation in capitals, without any, or where a sentence may begin", () => {
    const sentences = CAPITALS.map(([language, printed]) => [language, `${printed} mit Ulm.`]);
    fc.assert(
      fc.property(
        fc.constantFrom(...sentences),
        fc.constantFrom("upper", "lower", "beginning"),
        ([language = "", printed = ""], style) => {
          const quoted = {
            upper: printed.toUpperCase(),
            lower: printed.toLowerCase(),
            beginning: printed,
          }[style];
          expect([quoted, verdictAgainst(quoted, printed, language).kind]).toEqual([
            quoted,
            style === "beginning" ? "exact" : "typography",
          ]);
        },
      ),
      { numRuns: runs(40) },
    );
    const begun = "Er kam. Sie ging heim. Dann sagte er: „Sie haben recht“";
    const within = "Er kam; sie ging heim. Dann sagte er, sie haben recht";
    expect(verdictAgainst(begun.replace("Sie ging", "sie ging"), begun, "de").kind).toBe(
      "typography",
    );
    expect(verdictAgainst("Sie ging heim. Dann sagte er, sie haben recht", within, "de").kind).toBe(
      "typography",
    );
    expect(verdictAgainst(begun, begun, "de").kind).toBe("exact");
    // The capital letters of an old book.
    const march = "The keeper saw the march of the army";
    expect(verdictAgainst("The Keeper saw the March of the Army", march).kind).toBe("typography");
  });

  const UNITS =
    "The source gave 5 mW and 3 MW and 2 Mb and 9mW with pH 7 and 8 kg at 3 pm on deck.";
  test.each([
    ["5 mW", "5 MW", "altered"],
    ["3 MW", "3 mW", "altered"],
    ["2 Mb", "2 MB", "altered"],
    ["9mW", "9MW", "altered"],
    ["8 kg at 3 pm", "8 KG at 3 PM", "typography"],
    ["pH 7", "Ph 7", "altered"],
  ])("units after a number differ by their capitals, and other words do not: %s", (...given) => {
    const [printed, quoted, kind] = given;
    expect(verdictAgainst(UNITS.replace(printed, quoted), UNITS).kind).toBe(kind);
    expect(verdictAgainst(UNITS.toUpperCase(), UNITS).kind).toBe("typography");
  });

  test.each([
    ["zh", "守塔人写道灯的功率是5 mW而不是九点", "5 MW"],
    ["ja", "灯台守は灯の出力が5 mWだと書いた", "5 MW"],
    ["ko", "등대지기는 등불의 출력이 5 mW라고 적었다", "5 MW"],
    ["ar", "كتب الحارس أن قدرة المصباح 5 mW في تلك الليلة", "5 MW"],
  ])("units differ by their capitals in a script without capitals: %s", (...given) => {
    const [language, printed, quoted] = given;
    expect(verdictAgainst(printed.replace("5 mW", quoted), printed, language)).toMatchObject({
      kind: "altered",
      changes: expect.arrayContaining([expect.objectContaining({ grave: "capital" })]),
    });
  });

  const MEASURES = "The man was 6′ 2″ tall and the angle was 30° 15′ 20″ at noon on deck.";
  test.each([
    [
      "6’ 2” … 15’ 20”",
      (text: string) => text.replaceAll("′", "’").replaceAll("″", "”"),
      "typography",
    ],
    [
      "6' 2\" … 15' 20\"",
      (text: string) => text.replaceAll("′", "'").replaceAll("″", '"'),
      "typography",
    ],
    ["6″", (text: string) => text.replace("6′", "6″"), "altered"],
    ["6”", (text: string) => text.replace("6′", "6”"), "altered"],
    ["6", (text: string) => text.replace("6′", "6"), "altered"],
  ])("primes may be quotation marks, and none is another: %s", (_, write, kind) => {
    expect(verdictAgainst(write(MEASURES), MEASURES).kind).toBe(kind);
  });

  describe.each(["'", "’", '"', "”", "''"])("%s typed after a number", (mark) => {
    const others = ["'", '"', ""].filter(
      (other) => other !== mark.replace("’", "'").replace(/”|''/, '"'),
    );
    const measured = (sign: string) =>
      `The lamp on the pier was 9${sign} wide, and the keeper was proud of it.`;
    test.each(others)("is no other measure: %j", (other) => {
      expect(verdictAgainst(measured(other), measured(mark)).kind).toBe("altered");
    });

    test.each(["said “", 'said "', "said ``", "said '"])(
      "may close a quotation that opens with it: %s",
      (opening) => {
        const quoted = `The keeper ${opening}three ships went by in the dark in 1907${mark} and slept.`;
        const isPair = (opening.at(-1) === "'") === /^['’]$/.test(mark);
        const other = "The keeper said «three ships went by in the dark in 1907» and slept.";
        expect(isGreen(verdictAgainst(quoted, other))).toBe(isPair);
      },
    );

    test.each(["``", ",,", "′′", "´´", "‘‘", "“", "„", ""])(
      "closes a quotation at its end, however it opens: %s",
      (opening) => {
        const printed = "The keeper saw three ships in the dark, as a boy of 9 had seen them.";
        const quoted = `${opening}three ships in the dark, as a boy of 9${mark}`;
        expect(isGreen(verdictAgainst(quoted, printed))).toBe(true);
      },
    );
  });

  test("all differences of a kind are counted", () => {
    const verdict = verdictAgainst("The Lamp Was Lit at dusk", "The lamp was lit at dusk.");
    expect(verdict).toMatchObject({
      occurrences: [{ differences: [{ name: "capitals", count: 3 }] }],
    });
  });
});

describe("a sign of a script", () => {
  test.each([
    ["ru", "в гавани было 46 - 54 лодки в тот год", "46  -  54"],
    ["ru", "в гавани было 46 - 54 лодки в тот год", "46 -  54"],
    ["ko", "모든 주민은 체포ㆍ구속의 이유를 들을 권리를 가진다", "체포\u119e구속"],
  ])("is itself in %s with more spaces, and in its normalization form KC: %s", (...given) => {
    const [language, printed, quoted] = given;
    const written = printed.replace(/46 - 54|체포ㆍ구속/, quoted);
    expect(isGreen(verdictAgainst(written, printed, language))).toBe(true);
  });

  const KOREAN = "자유와 권리는 국가안전보장·질서유지 또는 공공복리를 위하여 법률로써 제한한다.";
  const LAO = "ຄົນເຝົ້າໂຄມໄຟເບິ່ງນ້ຳມັນໄໝ້ຢ່າງງຽບໆຈົນຮຸ່ງເຊົ້າ";
  const THAI = "คนเฝ้าประภาคารมองน้ำมันค่อยๆไหม้จนรุ่งเช้า";
  const CHINESE = "守塔人每天晚上点亮灯塔的灯，看着油静静地燃烧到天亮。参照②的方法。";

  test.each([
    ["ko", KOREAN, KOREAN.replace("·", "ㆍ"), "typography"],
    ["ko", KOREAN.replace("·", "ㆍ"), KOREAN, "typography"],
    ["ko", KOREAN, KOREAN.replace(/국가.*위하여/u, "······"), "shortened"],
    ["ko", KOREAN, KOREAN.replace("·", " 및 "), "altered"],
    ["lo", LAO, LAO.replace("ນ້ຳ", "ນໍ້າ"), "typography"],
    ["lo", LAO.replace("ນ້ຳ", "ນໍ້າ"), LAO, "typography"],
    ["lo", LAO, LAO.replace("ນ້ຳ", "ນ້ໍາ"), "typography"],
    ["lo", LAO, LAO.replace("ນ້ຳ", "ນ້າ"), "altered"],
    ["th", THAI, THAI.replace("น้ำ", "นํ้า"), "typography"],
    ["th", THAI, THAI.replace("น้ำ", "น้า"), "altered"],
    ["zh", CHINESE, CHINESE.slice(0, 23).replace("每", "①每"), "exact"],
    ["zh", CHINESE, CHINESE.replace("②的方法。", "①"), "altered"],
    ["zh", CHINESE, CHINESE.replace("②", "①"), "altered"],
  ])("may be written in several ways in %s, and none of them is another", (...given) => {
    const [language, printed, quoted, kind] = given;
    expect([quoted, verdictAgainst(quoted, printed, language).kind]).toEqual([quoted, kind]);
  });

  test("that is a syllable is no day of the week", () => {
    const verdict = verdictAgainst(`${KOREAN.slice(0, -4)}제한할 수 있다.`, KOREAN, "ko");
    expect(JSON.stringify(verdict)).not.toContain('"date"');
  });
});

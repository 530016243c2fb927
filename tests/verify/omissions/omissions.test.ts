import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isNegation } from "../../../src/language/negations.ts";
import { libraryOf } from "../../library.ts";
import { runs } from "../../thoroughness.ts";
import { book, slices, texts, verifier } from "../made-book.ts";
import { isGreen, verdictAgainst, verifierBesideFiller, verifierOf } from "../verifiers.ts";

describe("an ellipsis", () => {
  test.each(["…", "...", "……", "⋯⋯", "（…）", "（中略）", "(중략)", "‥‥"])(
    "is the same one in whatever form it is printed: %s",
    (printed) => {
      const sentence = (ellipsis: string) =>
        `灯台守は毎晩ランプに火を${ellipsis}油が静かに燃え続けた`;
      for (const quoted of ["…", "...", "……", "[…]", "（略）"]) {
        const verdict = verdictAgainst(sentence(quoted), sentence(printed), "ja");
        expect([quoted, isGreen(verdict)]).toEqual([quoted, true]);
      }
    },
  );

  test.each([
    ["ko", "핵무력(전략)을 크게 강화하는 일은 오늘 끝났다"],
    ["ko", "보고서의 셋째 문단(생략)을 오늘 다시 읽었다"],
    ["ja", "灯台守は毎晩ランプ(省略)に火を灯して海を見た"],
    ["en", "The keeper lit both of the lamps (omitted) at dusk"],
    ["en", "The keeper read the lines [snip] of the paper at dusk"],
    ["en", "The line from harbour A <-> B carries the oil at dusk"],
    ["en", "The keeper with the blood of group O(-) came at dusk"],
  ])("is never a word or a sign that is printed in brackets, in %s: %s", (language, printed) => {
    expect(verdictAgainst(printed, printed, language).kind).toBe("exact");
    for (const ellipsis of ["[…]", "…", "（中略）"]) {
      const quoted = printed.replace(/\([^()]+\)|\[[^[\]]+\]|<->/, ` ${ellipsis} `);
      expect([ellipsis, isGreen(verdictAgainst(quoted, printed, language))]).toEqual([
        ellipsis,
        false,
      ]);
    }
  });

  test.each(["[…]", "(omitted)", "[snip]", "（略）"])(
    "that is a remark in a quotation leaves words out, and is no difference of typography: %s",
    (ellipsis) => {
      const printed = "The keeper lit both of the old lamps that the harbour had left him at dusk";
      const quoted = printed.replace("both of the old lamps", ellipsis);
      expect(verdictAgainst(quoted, printed)).toMatchObject({
        kind: "shortened",
        fragments: [{ differences: [] }, { differences: [] }],
        gaps: [{ words: 5 }],
      });
      expect(verdictAgainst(quoted.replace("harbour", "mayor"), printed)).toMatchObject({
        kind: "altered",
        changes: expect.toSatisfy(
          (changes: readonly { isSame: boolean }[]) =>
            changes.filter(({ isSame }) => !isSame).length === 1,
        ),
      });
    },
  );

  test("does not make one quotation of words from anywhere in a book", () => {
    const documents = book.corpus.documents.map(({ passages }) =>
      passages.flatMap(({ text }) => text.match(/\p{L}+/gu) ?? []),
    );
    fc.assert(
      fc.property(
        fc.nat({ max: documents.length - 1 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
          minLength: 6,
          maxLength: 6,
        }),
        (which, places) => {
          const words = documents[which] ?? [];
          const drawn = places
            .map((place) => Math.floor(place * words.length))
            .sort((a, b) => a - b)
            .map((index) => words[index]);
          const verdict = verifier.verify(drawn.join(" … "));
          expect(["unjudged", "none"]).toContain(verdict.kind);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  test("does not make one quotation of single words where each of their characters is compared", () => {
    const syllables = [..."가나다라마바사자차카타파하거너더러머버서"];
    const name = (n: number) =>
      [1, 20, 400, 7].map((place) => syllables[Math.floor((n * 13) / place) % 20]).join("");
    const words = Array.from({ length: 300 }, (_, n) =>
      [`${name(2 * n)}에서`, "온", `${name(2 * n + 1)}는`, "등불을", "켰다."].join(" "),
    );
    const korean = verifierOf(
      libraryOf({ "a.md": `---\nlanguage: ko\n---\n\n${words.join(" ")}` }),
    );
    const all = words.join(" ").split(" ");
    const places = fc.uniqueArray(fc.nat({ max: 19 }), { minLength: 4, maxLength: 7 });
    fc.assert(
      fc.property(places, fc.nat({ max: 69 }), (parts, offset) => {
        const drawn = parts.sort((a, b) => a - b).map((part) => all[75 * part + offset]);
        expect(["unjudged", "none"]).toContain(korean.verify(drawn.join(" … ")).kind);
      }),
      { numRuns: runs(60) },
    );
  });

  const BEGIN = "Eleven grey gulls circled over Farrow while nine fishermen mended torn nets";
  const BETWEEN = Array.from({ length: 15 }, (_, n) => `${n + 2000} tons`).join(", ");
  const beside = verifierBesideFiller([BEGIN, BETWEEN, ...texts.slice(0, 40)].join("\n\n"));

  test("counts parts that are near each other and far from the rest only if they identify a place", () => {
    fc.assert(
      fc.property(fc.nat({ max: 3 }), fc.nat(), fc.nat({ max: 5 }), (nth, at, distance) => {
        const words = (texts[nth] ?? "").match(/\p{L}+/gu) ?? [];
        const index = at % (words.length - distance - 1);
        const light = [words[index] ?? "", words[index + distance + 1] ?? ""];
        const verdict = beside.verify([BEGIN, ...light].join(" … "));
        const matters = light.some((word) => isNegation(word, "en"));
        if (matters) expect(verdict.kind).toBe("unjudged");
        else expect(verdict).toMatchObject({ kind: "shortened", lightParts: light });
      }),
      { numRuns: runs(60) },
    );
  });

  test("judges no quotation of which half is not counted", () => {
    const all =
      texts
        .slice(0, 30)
        .join(" ")
        .match(/\p{L}+/gu) ?? [];
    fc.assert(
      fc.property(fc.nat({ max: 100 }), fc.integer({ min: 8, max: 18 }), (first, count) => {
        const light = Array.from({ length: count }, (_, nth) => all[first + 17 * nth] ?? "");
        const verdict = beside.verify([BEGIN, ...light].join(" … "));
        expect(["shortened", "unjudged"]).toContain(verdict.kind);
        if (verdict.kind !== "shortened") return;
        const total = BEGIN.split(" ").length + count;
        expect(2 * verdict.lightParts.length).toBeLessThan(total);
      }),
      { numRuns: runs(60) },
    );
  });

  test.each(["but not", "not, but", "although he never", "yet without"])(
    "that hides a negation and a contrast says the negation first: %s",
    (omitted) => {
      const printed = `The keeper would sell the lamp ${omitted} the oil of the old harbour at dusk.`;
      expect(verdictAgainst(printed.replace(omitted, "…"), printed)).toMatchObject({
        kind: "shortened",
        gaps: [{ hidden: [{ kind: "negation" }, { kind: "contrast" }] }],
      });
    },
  );

  test.each([
    ["ja", "私はその古い家を売らないと父に約束した。", "私はその古い家を … と父に約束した"],
    ["th", "เขาสัญญากับพ่อว่าจะไม่ขายบ้านหลังเก่าในเมือง", "เขาสัญญากับพ่อว่าจะ … ขายบ้านหลังเก่าในเมือง"],
    ["hi", "मैंने पिता से कहा कि मैं पुराना घर नहीं बेचूँगा", "मैंने पिता से कहा कि मैं पुराना घर … बेचूँगा"],
    [
      "he",
      "הבטחתי לאבי שלא אמכור את הבית הישן לסוחרים",
      "הבטחתי לאבי … אמכור את הבית הישן לסוחרים",
    ],
  ])("that hides a negation of several characters or with a prefix says so, in %s", (...given) => {
    const [language, printed, quoted] = given;
    expect(verdictAgainst(quoted, printed, language)).toMatchObject({
      kind: "shortened",
      gaps: [{ hidden: [{ kind: "negation" }] }],
    });
  });

  test.each([
    ["en", "He refused to sell", ["refused"]],
    ["en", "He failed to sell", ["failed"]],
    ["en", "He seldom sold", ["seldom"]],
    ["en", "He hurried to sell", []],
    ["de", "Er weigerte sich zu verkaufen", ["weigerte"]],
    ["es", "Se negó a vender", ["negó"]],
    ["es", "El mozo negro quiso vender", []],
    ["tr", "Kaptan o yıl satmadı", ["satmadı"]],
    ["tr", "Kaptan o yıl satmayacak dedi", ["satmayacak"]],
    ["tr", "Kaptan ramazan ayında sattı", []],
    ["tr", "Kaptan satmayı sevdi", []],
    ["fi", "Hän ei myynyt", ["ei"]],
    ["ko", "그는 팔기를 거부했다", ["거부"]],
    ["th", "เขาปฏิเสธจะขาย", ["ปฏิเสธ"]],
    ["th", "ตั้งแต่เช้าเขาขายไม้แต่ละท่อน", []],
    ["th", "เขาอยากขายแต่ลมแรง", ["แต่"]],
    ["de", "Er war weder jung", ["weder"]],
    ["es", "Él tampoco vendió", ["tampoco"]],
    ["el", "Ούτε πούλησε", ["Ούτε"]],
    ["tr", "Kaptan hırsız değildi", ["değildi"]],
    ["tr", "Kaptanın evi yoktu", ["yoktu"]],
    ["tr", "Kaptan satmaksızın gitti", ["satmaksızın"]],
    ["tr", "Kaptan satmasın diye", ["satmasın"]],
    ["tr", "Kaptan satmasını sevdi", []],
    ["fi", "eivätkä he myyneet", ["eivätkä"]],
    ["hu", "el akarta adni, de", ["de"]],
    ["cs", "Strážce neprodal", ["neprodal"]],
    ["cs", "Nejlepší strážce někdy v neděli", []],
    ["ro", "Paznicul n-a vândut", ["n"]],
    ["he", "כשלא מכר", ["כשלא"]],
    ["he", "איננו מוכר", ["איננו"]],
    ["he", "כלא מלא", []],
    ["ar", "ولم يبع", ["ولم"]],
    ["fa", "چراغ را نفروخت", ["نفروخت"]],
    ["fa", "نامه تازه را نوشت", []],
    ["hi", "उसने न बेचा", ["न"]],
    ["ko", "그는 아침에 안개 속에서 말했다", []],
    ["ko", "못에 걸린 안경을 아이가 보았다", []],
    ["ko", "그는 안 팔았다", ["안"]],
    ["ko", "그는 팔지 않았다", ["않았다"]],
    ["ko", "도둑이 아니며", ["아니며"]],
    ["ko", "그는 몰랐다", ["몰랐"]],
    ["ko", "그는 팔고 싶었지만", ["싶었지만"]],
    ["ja", "非常に危ない未来の不思議", []],
    ["ja", "売らずに", ["ずに"]],
    ["ja", "売りたかったが、", ["が"]],
    ["ja", "船長が港で", []],
    ["zh", "非常不同的未来", []],
    ["zh", "他没有卖", ["没"]],
    ["zh", "但是他留下了", ["但"]],
  ])("in %s over “%s” hides %j", (language, hidden, texts) => {
    const [before, after] = [
      "Zwölf Lampen remarkable 등대지기 lantern",
      "harbour 바다 tower keeper wick",
    ];
    const verdict = verdictAgainst(
      `${before} … ${after}`,
      `${before} ${hidden} ${after}.`,
      language,
    );
    expect(
      verdict.kind === "shortened" &&
        verdict.gaps.flatMap((gap) => gap.hidden.map(({ text }) => text)),
    ).toEqual(texts);
  });

  test("that hides a negation or a contrast says so, and hides nothing otherwise", () => {
    fc.assert(
      fc.property(slices, fc.nat(), fc.integer({ min: 1, max: 3 }), (words, at, length) => {
        const from = 3 + (at % (words.length - 6));
        const gap = words.slice(from, from + length).map((word) => word.replace(/\P{L}/gu, ""));
        const quoted = `${words.slice(0, from).join(" ")} … ${words.slice(from + length).join(" ")}`;
        const verdict = verifier.verify(quoted);
        // A part of frequent words may also be nearer to the other.
        if (verdict.kind !== "shortened" || verdict.gaps[0]?.words !== length) return;
        const hidden = verdict.gaps.flatMap((one) => one.hidden.map(({ kind }) => kind));
        expect([quoted, hidden.includes("negation")]).toEqual([
          quoted,
          gap.some((word) => isNegation(word.toLowerCase(), "en")),
        ]);
        expect(hidden.includes("contrast")).toBe(gap.includes("but"));
      }),
      { numRuns: runs(100) },
    );
  });

  test.each([
    ["Thou shalt not steal.", "Thou shalt … steal", ["negation"]],
    ["I came, but I saw nothing new there at all.", "I came … nothing new there", ["contrast"]],
    [
      "HAMLET: I loved you once.\n\nOPHELIA: You made me believe so.",
      "I loved you … made me believe so",
      ["speaker"],
    ],
    ["The keeper of the old lamp slept well.", "The keeper … slept well", []],
    [
      "HAMLET: I loved you once. OPHELIA: You made me believe so.",
      "I loved you … made me believe so",
      ["speaker"],
    ],
    [
      "Q. Did you see the keeper? A. I saw him by the door.",
      "Did you see the keeper … saw him by the door",
      ["speaker"],
    ],
    [
      "The log says this. WARNING: The oil of the lamp is hot.",
      "The log says … the lamp is hot",
      [],
    ],
  ])("in “%s” quoted as “%s” hides %j", (printed, quoted, kinds) => {
    const verdict = verdictAgainst(quoted, printed);
    expect(verdict.kind).toBe("shortened");
    expect(
      verdict.kind === "shortened" &&
        verdict.gaps.flatMap((gap) => gap.hidden.map(({ kind }) => kind)),
    ).toEqual(kinds);
  });

  const CLAUSES = fc.record({
    before: fc.constantFrom("", "Thou shalt not", "It is not true that", "We swear that", "In May"),
    after: fc.constantFrom(
      "",
      "but not in May",
      "at no price",
      "unless it rains",
      "in the new moon",
    ),
    comma: fc.constantFrom(",", ""),
    marks: fc.constantFrom(["…", "…"], ["... ", "..."], ["", "…"], ["…", ""], ["", ""]),
  });
  test("at an end that hides a negation, or a “but” after the words, says so, and is green otherwise", () => {
    const told = "sell the oil of the lamp to the miller of the dale";
    fc.assert(
      fc.property(CLAUSES, ({ before, after, comma, marks: [start = "", end = ""] }) => {
        const printed = `The bell rang. ${before}${before && comma} ${told}${after && comma} ${after}. No ship came.`;
        const verdict = verdictAgainst(`“${start}${told}${end}” (p. 4)`, printed);
        const hidden =
          verdict.kind === "shortened"
            ? verdict.gaps.map(({ at, hidden }) => [at, ...hidden.map(({ kind }) => kind)])
            : isGreen(verdict);
        // A comma ends a clause, unless what follows takes it back.
        const isBefore = start !== "" && comma === "" && before.includes("not");
        const kinds = {
          "but not in May": comma === "" ? ["negation", "contrast"] : ["contrast"],
          "at no price": comma === "" ? ["negation"] : [],
          "unless it rains": ["contrast"],
          "in the new moon": [],
          "": [],
        }[after];
        const isAfter = end !== "" && (kinds ?? []).length > 0;
        expect([printed, start, end, hidden]).toEqual([
          printed,
          start,
          end,
          isBefore || isAfter
            ? [
                ...(isBefore ? [["start", "negation"]] : []),
                ...(isAfter ? [["end", ...(kinds ?? [])]] : []),
              ]
            : true,
        ]);
      }),
      { numRuns: runs(100) },
    );
  });

  test.each<readonly [language: string, printed: string, quoted: string]>([
    [
      "de",
      "Der Müller hat die alte Lampe im Dorf verkauft, aber ohne Öl.",
      "Der Müller hat die alte Lampe im Dorf verkauft …",
    ],
    ["ja", "私はその古い家を父と約束した日に売らない。", "私はその古い家を父と約束した日に売…"],
    [
      "ar",
      "لم يوقع الملك المعاهدة أمام أساقفة الشمال في ذلك الشتاء.",
      "… يوقع الملك المعاهدة أمام أساقفة الشمال",
    ],
    [
      "de",
      "Der Richter bezweifelte, dass der Müller die Brücke angezündet hatte",
      "… der Müller die Brücke angezündet hatte",
    ],
    ["ru", "Судья не верил, что мельник поджёг старый мост", "… мельник поджёг старый мост"],
    [
      "en",
      "It is false that the mayor took the silver of the guild",
      "… the mayor took the silver of the guild",
    ],
    ...(
      [
        ["en", "He would sooner starve than", "sell the old lamp of the island to the king"],
        [
          "en",
          "The men of the reef would gladly have",
          "sold the old lamp to the king of the isle",
        ],
        ["en", "He acted as if he had", "sold the old lamp of the island to the king"],
        ["de", "Er würde lieber hungern als", "die alte Lampe der Insel dem König zu verkaufen"],
        ["de", "Die Männer hätten", "die alte Lampe der Insel im Winter dem König verkauft"],
        ["fr", "Il mourrait plutôt que de", "vendre la vieille lampe de la tour au roi"],
        ["es", "Moriría antes que", "vender la vieja lámpara de la torre al rey"],
        ["it", "Morirebbe piuttosto che", "vendere la vecchia lampada della torre al re"],
        ["pt", "Os homens teriam", "vendido a velha lâmpada da torre ao rei"],
        ["nl", "De mannen zouden graag hebben", "verkocht de oude lamp van het eiland"],
        ["ru", "Он скорее умер бы, чем", "продал старую лампу острова этому королю"],
        ["pl", "Chętnie sprzedaliby", "starą lampę z wyspy temu królowi zimą"],
        ["cs", "Raději by zemřel než", "prodal starou lampu z ostrova tomu králi"],
        ["sv", "Männen skulle gärna ha", "sålt den gamla lampan från ön till kungen"],
      ] as const
    ).map(([language, hidden, words]) => [language, `${hidden} ${words}.`, `… ${words}`] as const),
    ...(
      [
        ["en", "The keeper sold the old lamp of the island", "is a wicked lie of the captain"],
        ["en", "The men may use the lamps of the island", "save in the winter of a storm"],
        ["de", "Der Wärter verkaufte die alte Lampe der Insel", "ist eine Lüge des Kapitäns"],
        ["fr", "Le gardien vendit la vieille lampe de la tour", "est un mensonge du capitaine"],
        ["es", "El farero vendió la vieja lámpara de la torre", "es una mentira del capitán"],
        ["it", "Il guardiano vendette la vecchia lampada", "è una menzogna del capitano"],
        ["pt", "O faroleiro vendeu a velha lâmpada da torre", "é uma mentira do capitão"],
        ["nl", "De wachter verkocht de oude lamp van het eiland", "is een leugen van de kapitein"],
        ["ru", "Смотритель продал старую лампу острова королю", "это ложь капитана корабля"],
        ["tr", "Bekçi adadaki eski lambayı krala sattı sözü", "kaptanın bir yalanıdır yalandır"],
        ["id", "Penjaga menjual lampu tua dari pulau itu", "adalah kebohongan kapten"],
        ["vi", "Người gác đã bán ngọn đèn cũ của hòn đảo", "là lời dối trá của thuyền trưởng"],
        ["ar", "باع الحارس المصباح القديم في الجزيرة", "هذا كذب من القبطان"],
        ["hi", "पहरेदार ने द्वीप का पुराना दीपक बेच दिया यह", "झूठ है कप्तान का"],
      ] as const
    ).map(([language, words, hidden]) => [language, `${words} ${hidden}.`, `${words} …`] as const),
    [
      "en",
      "The keeper sold the old lamp of the island, which was a lie of course, to the king.",
      "The keeper sold the old lamp of the island …",
    ],
    ["ja", "灯台守が古いランプを王に売ったというのは嘘だ。", "灯台守が古いランプを王に売った…"],
    ["zh", "守塔人把旧灯卖给了国王是谎言。", "守塔人把旧灯卖给了国王……"],
    [
      "ko",
      "등대지기가 낡은 등불을 왕에게 팔았다는 거짓말이었다.",
      "등대지기가 낡은 등불을 왕에게 …",
    ],
    ["ko", "그는 등불을 왕에게 파느니 차라리 굶겠다고 했다.", "그는 등불을 왕에게 …"],
  ])("at an end hides such words in every language: %s", (language, printed, quoted) => {
    expect(verdictAgainst(quoted, printed, language)).toMatchObject({ kind: "shortened" });
    expect(isGreen(verdictAgainst(quoted.replace(/…+/, "").trim(), printed, language))).toBe(true);
  });

  test.each([
    ["la", "Piscatores numquam foedus cum rege iniverunt", "foedus cum rege iniverunt"],
    ["tl", "Hindi pumirma ang alkalde sa kasunduan", "pumirma ang alkalde sa kasunduan"],
    ["ka", "მეფემ არ გასცა ბრძანება ნავსადგურში", "გასცა ბრძანება ნავსადგურში"],
    ["kk", "Ол кеште балықшы көпірден өткен жоқ", "кеште балықшы көпірден өткен"],
    ["yo", "Ọba kò fún wọn ní àṣẹ ní èbúté", "fún wọn ní àṣẹ ní èbúté"],
  ])(
    "at an end shows whatever it leaves out of its clause in a language without a list of negations: %s",
    (language, printed, quoted) => {
      const [start, end] = [printed.startsWith(quoted), printed.endsWith(quoted)];
      const elided = `${start ? "" : "… "}${quoted}${end ? "" : " …"}`;
      const left = [...(start ? [] : ["start"]), ...(end ? [] : ["end"])];
      expect(verdictAgainst(elided, `${printed}.`, language)).toMatchObject({
        kind: "shortened",
        gaps: left.map((at) => ({ at, hidden: [] })),
      });
      // Nothing of the sentence is left out.
      const whole = `${quoted}.`;
      expect(isGreen(verdictAgainst(`… ${quoted} …`, whole, language))).toBe(true);
      expect(isGreen(verdictAgainst(quoted, `${printed}.`, language))).toBe(true);
    },
  );

  test.each([
    ["en", "Not all", "the boats of the valley were lost in the storm of that winter"],
    ["en", "It is not true that", "the mayor paid the keeper of the tower for the oil"],
    ["en", "It is false that", "the mayor paid the keeper of the tower for the oil"],
    ["en", "Nobody in the valley believed that", "the mayor paid the keeper for the oil"],
    ["en", "Do not", "fear the storm of the south in the valley of the boats"],
    ["en", "Unless the mayor pays,", "the boats of the valley are lost in the storm"],
    ["es", "No", "todos los barcos del valle se perdieron en la tormenta"],
    ["fr", "Il est faux que", "le maire a payé le gardien pour l’huile de la lampe"],
    ["de", "Nicht", "alle Boote des Tales gingen in jenem Winter verloren"],
    ["ru", "Не", "все лодки долины погибли в ту зимнюю бурю у мыса"],
    ["ar", "لم", "يدفع العمدة للحارس ثمن الزيت في ذلك الشتاء"],
    ["he", "לא", "כל הסירות של העמק אבדו בסערה ההיא בלילה"],
    ["zh", "不是", "所有山谷的船都在那场风暴中沉没了"],
    ["ko", "안", "읍장은 등대지기에게 기름값을 주었다"],
    ["vi", "Không phải", "tất cả thuyền của thung lũng bị mất trong cơn bão"],
  ])(
    "a sentence that is opened after its negation says so: %s, %s … %s",
    (language, start, words) => {
      const whole = `${start}${language === "zh" ? "" : " "}${words}.`;
      const opened = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
      expect(verdictAgainst(opened, whole, language)).toMatchObject({
        kind: "shortened",
        gaps: [{ at: "start" }],
      });
      // An author who quotes a part of a sentence marks none.
      expect(verdictAgainst(words, whole, language).kind).toBe("exact");
      // Where all letters are capitals, the first one opens no sentence.
      expect(isGreen(verdictAgainst(words.toLocaleUpperCase(language), whole, language))).toBe(
        true,
      );
      expect(isGreen(verdictAgainst(opened, `${words}.`, language))).toBe(true);
    },
  );

  test.each([
    [
      "en",
      "The keeper of the tower saw all but",
      "one boat but said so in the log of the harbour.",
    ],
    ["zh", "守塔人看见了所有的船却", "没有灯却写在了港口的日志里。"],
    ["pt", "O guarda do farol viu todos os barcos, mas", "um só mas disse isso no livro do porto."],
  ])(
    "a word that takes back the words is hidden after the same one: %s",
    (language, start, end) => {
      const whole = `${start}${language === "zh" ? "" : " "}${end}`;
      expect(verdictAgainst(`${start}…`, whole, language).kind).toBe("shortened");
    },
  );

  test.each([
    ["In the spring of that year", "the boats of the valley came home"],
    ["No wind blew and", "the boats of the valley came home"],
    ["No,", "the boats of the valley came home that night"],
    ["The keeper never slept in the tower when", "the boats of the valley came home"],
  ])("a capital letter hides nothing of another clause: %s", (start, words) => {
    const opened = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
    expect(isGreen(verdictAgainst(opened, `${start} ${words}.`))).toBe(true);
  });

  test.each([
    ["sr", "Три лађе су прошле поред рта", "али их ноћу није видео нико"],
    ["bs", "Tri lađe su prošle pored rta", "ali ih noću nije vidio niko"],
    ["is", "Þrjú skip sigldu fram hjá höfðanum", "en enginn sá þau um nóttina"],
    ["et", "Kolm laeva möödus öösel neemest", "kuid keegi ei näinud neid"],
    ["lt", "Trys laivai praplaukė pro kyšulį", "bet niekas jų nematė naktį"],
    ["hy", "Երեք նավ անցան հրվանդանի մոտով", "բայց ոչ ոք չտեսավ դրանք"],
    ["sl", "Tri ladje so odplule mimo rta", "razen če se je veter obrnil"],
    ["ca", "Tres vaixells van passar el cap", "però ningú no els va veure"],
    ["sq", "Tri anije kaluan pranë kepit", "por askush nuk i pa natën"],
    ["cy", "Aeth tair llong heibio i'r penrhyn", "ond ni welodd neb hwy"],
  ])(
    "at an end shows the clause that takes back the one before, in %s",
    (language, words, clause) => {
      expect(verdictAgainst(`${words} …`, `${words}, ${clause}.`, language)).toMatchObject({
        kind: "shortened",
        gaps: [{ at: "end" }],
      });
      expect(isGreen(verdictAgainst(words, `${words}, ${clause}.`, language))).toBe(true);
      expect(isGreen(verdictAgainst(`${words} …`, `${words}.`, language))).toBe(true);
    },
  );

  test("at an end shows が after the form of a verb", () => {
    const printed = "三隻の船が闇の中で岬を過ぎたが、誰もそれを見なかった。";
    expect(verdictAgainst("三隻の船が闇の中で岬を過ぎた……", printed, "ja")).toMatchObject({
      kind: "shortened",
      gaps: [{ at: "end", hidden: [{ kind: "contrast", text: "が" }] }],
    });
  });

  test.each([
    ["en", "They told us in the evening that she loves him", "not"],
    ["en", "The men of the pier were paid that winter", "never"],
    ["de", "Die Leute vom Hafen glauben dem alten Bürgermeister der Stadt", "nicht"],
    ["de", "Das Schiff erreichte den Hafen der Stadt", "nie"],
    ["nl", "De mannen van de haven geloven de burgemeester van de stad", "niet"],
    ["sv", "Männen i hamnen trodde på borgmästaren", "inte"],
    ["tr", "Limandaki adamlar bu kasabanın dostu", "değil"],
    ["hi", "बंदरगाह के लोगों को उस सर्दी में मज़दूरी मिली", "नहीं"],
    ["ko", "부두에 온 사람은 그해 겨울에 그 말을 믿지", "않았다"],
    ["en", "The chair of the guild shall vote", "except in the event of a tie"],
  ])(
    "a full stop that hides the end of a sentence says so: %s, %s … %s",
    (language, printed, end) => {
      const whole = `${printed} ${end}.`;
      const verdict = verdictAgainst(`${printed}.`, whole, language);
      expect(verdict).toMatchObject({ kind: "shortened", gaps: [{ at: "end" }] });
      expect(verdict.kind === "shortened" && verdict.gaps[0]?.hidden).not.toEqual([]);
      // An author who quotes a part of a sentence ends another one.
      expect(verdictAgainst(printed, whole, language).kind).toBe("exact");
      const longer = `${printed} zyx ${end} zyx zyx zyx.`;
      expect(isGreen(verdictAgainst(`${printed}.`, longer, language))).toBe(true);
      expect(isGreen(verdictAgainst(`${printed}.`, `${printed}.`, language))).toBe(true);
    },
  );

  test("a full stop hides nothing of sentences that go on otherwise", () => {
    fc.assert(
      fc.property(slices, fc.constantFrom(".", "!", "。"), (words, stop) => {
        const quoted = words.join(" ").replace(/[.,]$/, "");
        // 120! is another number.
        fc.pre(stop !== "!" || !/\d$/.test(quoted));
        const verdict = verifier.verify(quoted + stop);
        const plain = verifier.verify(quoted);
        expect([quoted, isGreen(verdict)]).toEqual([quoted, isGreen(plain)]);
      }),
      { numRuns: runs(200) },
    );
  });

  test.each([
    ["en", "The men were free to leave", "only if the mayor agreed to it"],
    ["en", "I will sign the treaty of the two towns", "if the mayor asks me to"],
    ["en", "The keeper is to be paid in silver", "provided that he lights the lamp"],
    ["de", "Die Männer durften die Stadt am Abend verlassen", "wenn der Bürgermeister es erlaubte"],
    ["fr", "Les hommes étaient libres de quitter la ville", "seulement avec sa permission"],
    ["es", "Los hombres podían salir de la ciudad", "si el alcalde estaba de acuerdo"],
    ["ru", "Люди могли уйти из города вечером", "только с разрешения судьи"],
    ["pl", "Ludzie mogli odejść z miasta wieczorem", "jeśli burmistrz się zgodził"],
  ])("an ellipsis that hides a condition shows it: %s, %s … %s", (language, printed, condition) => {
    for (const whole of [`${printed} ${condition}.`, `${printed}, ${condition}.`]) {
      expect(verdictAgainst(`${printed} …`, whole, language)).toMatchObject({
        kind: "shortened",
        gaps: [{ at: "end", hidden: [] }],
      });
      expect(isGreen(verdictAgainst(printed, whole, language))).toBe(true);
    }
  });

  test.each([
    ["en", "If the mayor asks me,", "I will sign the treaty of the two towns"],
    ["de", "Wenn der Bürgermeister fragt,", "werde ich den Vertrag der Städte unterschreiben"],
    ["zh", "如果市长同意，", "这些人就可以在晚上离开这座小城"],
  ])(
    "an ellipsis at the beginning that hides a condition shows it: %s",
    (language, condition, printed) => {
      const space = language === "zh" ? "" : " ";
      const whole = `${condition}${space}${printed}.`;
      expect(verdictAgainst(`… ${printed}`, whole, language)).toMatchObject({
        kind: "shortened",
        gaps: [{ at: "start", hidden: [] }],
      });
      expect(isGreen(verdictAgainst(printed, whole, language))).toBe(true);
    },
  );

  test.each(["[…]", "[...]"])("%s at an end is that of an excerpt, as Ibid’s own", (mark) => {
    const quoted = `${mark} steal the oil of the lamp from the miller`;
    expect(
      verdictAgainst(quoted, "Thou shalt not steal the oil of the lamp from the miller.").kind,
    ).toBe("exact");
  });

  test("at an end that is printed too hides nothing", () => {
    const printed = "He would not… sell the oil of the lamp to the miller… but not in May.";
    expect(isGreen(verdictAgainst("…sell the oil of the lamp to the miller…", printed))).toBe(true);
  });

  test("at an end hides nothing if the words are elsewhere without a negation", () => {
    const printed = "Thou shalt not sell the oil of the lamp.\n\nThey sell the oil of the lamp.";
    expect(verdictAgainst("… sell the oil of the lamp", printed)).toMatchObject({
      kind: "exact",
      occurrences: [{ stretch: [{ start: 5 }] }, {}],
    });
  });

  const COMMISSION =
    "The commission found that the minister had neither approved nor seen the order of the ninth of June.";
  test.each([
    [
      "The commission found … of … that the minister had neither approved nor seen the order",
      ["of"],
    ],
    ["found … of … that the minister had neither approved nor seen the order … of June", ["of"]],
    ["the … The commission found that the minister … seen the order of the ninth", ["the"]],
  ])(
    "with a part that is too light and not in its place does not count that part: %s",
    (quoted, light) => {
      expect(verdictAgainst(quoted, COMMISSION)).toMatchObject({
        kind: "shortened",
        lightParts: light,
      });
    },
  );

  const CLERKS = "The clerks of the harbour wrote down all the names of the ships that day.";

  test("does not make one quotation of a word with hyphens and others from elsewhere", () => {
    const printed = `${COMMISSION} ${CLERKS} Then came a happy-go-lucky-looking pilot.`;
    const quoted = "commission … clerks … happy-go-lucky-looking";
    expect(verdictAgainst(quoted, printed).kind).toBe("unjudged");
  });

  test("with a negation far from the rest is not judged without it", () => {
    const printed = `${COMMISSION} ${CLERKS} It was never seen.`;
    const quoted = "The commission found that the minister … the order of the ninth … never";
    expect(verdictAgainst(quoted, printed).kind).toBe("unjudged");
    expect(verdictAgainst(quoted.replace("never", "ships"), printed)).toMatchObject({
      kind: "shortened",
      lightParts: ["ships"],
    });
  });

  test.each(["never", "June", "ninth"])(
    "with “%s” out of its place is not judged without it",
    (word) => {
      const quoted = `The commission found … ${word} … that the minister had neither approved nor seen the order`;
      expect(verdictAgainst(quoted, `${COMMISSION} It was never seen.`).kind).toBe("unjudged");
    },
  );

  const SEA = "I love the sea and its storms";
  const HILLS = "the hills and their silence";
  test.each([
    [`"${SEA}," said Ruth. "I fear ${HILLS}," said Paul.`, "Paul"],
    [`“${SEA},” Ruth said. “I fear ${HILLS},” Paul added.`, "Paul"],
    [`‘${SEA},’ said Ruth.\n\n‘I fear ${HILLS}.’`, "‘"],
    [`«${SEA}», dit la mère.\n\n«Je crains ${HILLS}.»`, "«"],
    [`"${SEA}," said Ruth. "I fear ${HILLS}," said Ruth.`, undefined],
    [`"${SEA}," said Ruth. "I fear ${HILLS}," she told Paul.`, undefined],
    [`"${SEA}," said Ruth, "and I fear ${HILLS}."`, undefined],
    [`"${SEA} and, Paul, ${HILLS}," said Ruth.`, undefined],
    [`"${SEA}," said Ruth.\n\nShe looked at Paul.\n\n"I fear ${HILLS}."`, undefined],
    [`"${SEA}," said Ruth.\n\n"I fear ${HILLS}," said Ruth.`, undefined],
    [`She wrote "${SEA}" in her book, and "${HILLS}" in his.`, undefined],
  ])("between the words of two people in a story names the other: %s", (printed, speaker) => {
    const verdict = verdictAgainst(`${SEA} … ${HILLS}`, printed);
    const hidden = verdict.kind === "shortened" && verdict.gaps.flatMap(({ hidden }) => hidden);
    expect(hidden).toEqual(speaker === undefined ? [] : [{ kind: "speaker", text: speaker }]);
  });

  test.each([
    [`**Smith** I deny that ${SEA}.`, `**Jones** The clerk saw ${HILLS}.`, "Jones"],
    [`**Dr. Smith** I deny that ${SEA}.`, `**Ada Jones.** “The clerk saw ${HILLS}.”`, "Ada Jones"],
    [`**Smith** I deny that ${SEA}.`, `**Smith** The clerk saw ${HILLS}.`, undefined],
    [`**Smith** I deny that ${SEA}.`, `**Jones** saw ${HILLS}.`, undefined],
    [`I deny that ${SEA}.`, `**Remark** The clerk saw ${HILLS}.`, undefined],
  ])("between the words of people whose names are in bold type names the other: %s", (...given) => {
    const [one, other, speaker] = given;
    for (const between of ["\n\n", "\n", "\\\n"]) {
      const verdict = verdictAgainst(`${SEA} … ${HILLS}`, [one, other].join(between));
      const hidden = verdict.kind === "shortened" && verdict.gaps.flatMap(({ hidden }) => hidden);
      expect([between, hidden]).toEqual([
        between,
        speaker === undefined ? [] : [{ kind: "speaker", text: speaker }],
      ]);
    }
  });

  test("over more than some paragraphs stitches two parts together", () => {
    const [first = "", ...others] =
      book.corpus.documents[0]?.passages.map(({ text }) => text) ?? [];
    const begin = first.split(" ").slice(0, 12).join(" ");
    const end = (text = "") => text.split(" ").slice(-12).join(" ");
    const near = `${begin} … ${end(others[1])}`;
    const far = `${begin} … ${end(others.at(-1))}`;
    expect(verifier.verify(near)).toMatchObject({ kind: "shortened", gaps: [{ paragraphs: 1 }] });
    expect(verifier.verify(far).kind).toBe("stitched");
  });
});

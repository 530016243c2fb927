import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../thoroughness.ts";
import { verdictAgainst, verifierOfFiles } from "../verifiers.ts";

describe("letters that a language distinguishes", () => {
  test.each([
    ["es", "Ayer habló el capitán de la nave", "habló", "hablo", "altered"],
    ["es", "El año nuevo llegó con viento", "año", "ano", "altered"],
    ["de", "Schon die Männer grüßten den König", "Schon", "Schön", "altered"],
    ["de", "Schon die Männer grüßten den König", "Männer", "Maenner", "typography"],
    ["de", "Schon die Männer grüßten den König", "grüßten", "gruessten", "typography"],
    ["ru", "Мой старый дом стоял у моря", "Мой", "Мои", "altered"],
    ["ru", "Мой старый дом ещё стоял у моря", "ещё", "еще", "typography"],
    ["tr", "Kız ışığı gördü ve kapıyı açtı", "Kız", "Kiz", "altered"],
    ["tr", "Kız ışığı gördü ve kapıyı açtı", "açtı", "actı", "altered"],
    ["tr", "Hala köyde oturan kâr peşindeydi", "Hala", "Hâlâ", "altered"],
    ["tr", "Hala köyde oturan kâr peşindeydi", "kâr", "kar", "altered"],
    ["uz", "Oʻzbek yozuvchisi maʼno izlab gʻarbga ketdi", "Oʻzbek", "O‘zbek", "typography"],
    ["uz", "Oʻzbek yozuvchisi maʼno izlab gʻarbga ketdi", "gʻarbga", "g'arbga", "typography"],
    ["uz", "Oʻzbek yozuvchisi maʼno izlab gʻarbga ketdi", "gʻarbga", "garbga", "altered"],
    ["vi", "Ông lão đã đốt ngọn đèn biển", "đèn", "đen", "altered"],
    ["vi", "Ông lão đã đốt ngọn đèn biển", "đốt", "dốt", "altered"],
    ["vi", "Ông lão khoẻ mạnh đốt đèn hoà bình", "khoẻ", "khỏe", "typography"],
    ["vi", "Ông lão khoẻ mạnh đốt đèn hoà bình", "hoà", "hóa", "altered"],
    ["vi", "Ông lão đốt ngọn đèn thuý xưa", "thuý", "thúy", "typography"],
    ["en", "If x̅ holds then the lamp is out", "x̅", "x", "altered"],
    ["el", "Ο φύλακας άναψε τη λάμπα νωρίς", "νωρίς", "νωρις", "altered"],
    ["el", "Ο φύλακας άναψε τη λάμπα νωρίς", "φύλακας", "ΦΥΛΑΚΑΣ", "typography"],
    ["ro", "Știința și viața sunt aproape de far", "Știința", "Ştiinţa", "typography"],
    [
      "tr",
      "Bir fener İzmir kıyısında hiç sönmedi",
      "Bir fener İzmir",
      "BİR FENER İZMİR",
      "typography",
    ],
    ["tr", "Bir fener İzmir kıyısında hiç sönmedi", "kıyısında", "kiyisinda", "altered"],
    ["tr", "Bir fener İzmir kıyısında hiç sönmedi", "İzmir", "Izmir", "altered"],
    ["ar", "قَالَ مَآ أَضَاءَ ٱلسَّيِّـَٔ فِي ٱلۡبَيۡتِ", "مَآ أَضَاءَ ٱلسَّيِّـَٔ", "ما أضاء السي", "typography"],
    ["ar", "قَالَ مَآ أَضَاءَ ٱلسَّيِّـَٔ فِي ٱلۡبَيۡتِ", "مَآ", "مُا", "altered"],
    ["ro", "Știința și viața sunt aproape de far", "Știința", "Stiinta", "altered"],
    ["en", "The café stood near the pier there", "café", "cafe", "typography"],
    ["en", "If a ≠ b then the lamp is out", "≠", "=", "altered"],
    ["en", "You shall not light the lamp tonight", "not", "n̶o̶t̶", "altered"],
    [
      "da",
      "Han så en båd på øen ved havet",
      "så en båd på øen",
      "saa en baad paa oeen",
      "typography",
    ],
    [
      "da",
      "Han saae en Baad ved Gaarden i Nat",
      "Baad ved Gaarden",
      "Båd ved Gården",
      "typography",
    ],
    ["nb", "Han så en båt på øya ved havet", "så en båt på", "saa en baat paa", "typography"],
    ["da", "Han så en båd på øen ved havet", "båd", "bad", "altered"],
    ["sv", "Han såg en båt på ön vid havet", "båt", "baat", "altered"],
    ["it", "La città è sul mare e il papa andò via", "città è", "citta' e'", "typography"],
    ["it", "La città è sul mare e il papa andò via", "andò", "ando’", "typography"],
    ["it", "E' vero che il papa andò via dal mare", "E' vero", "È vero", "typography"],
    ["it", "La città è sul mare e il papa andò via", "è", "e", "altered"],
    ["it", "La città è sul mare e il papa andò via", "mare e il", "mare è il", "altered"],
    ["it", "La città è sul mare e il papa andò via", "sul mare", "sul mare'", "typography"],
    ["es", "La ciudad se cayó y el papa salió de allí", "cayó", "cayo'", "altered"],
  ])("in %s: “%s” with %s as %s is %s", (language, printed, word, other, kind) => {
    expect(verdictAgainst(printed.replace(word, other), printed, language).kind).toBe(kind);
  });
});

describe("the letters of a document that does not name its language", () => {
  const amidFiller = (printed: string) => verifierOfFiles({ "a.md": printed });

  test.each([
    ["El viejo lobo de mar no tomó pan la mañana del año", "tomó", "tomo"],
    ["El viejo lobo de mar no tomó pan la mañana del año", "mañana", "manana"],
    ["El viejo lobo de mar come pan en la barca roja", "lobo", "lobó"],
    ["Le vieux gardien a salé le pain du pêcheur noyé", "salé", "sale"],
    ["Der alte Wärter konnte die Lampe schon am Tag sehen", "konnte", "könnte"],
    ["Yaşlı bekçi kırk yıl fener kulesinde oturdu", "kırk", "kirk"],
    ["Ông lão bán má của con thuyền trên sông", "má", "mà"],
    ["Мой дед зажёг фонарь и пошёл домой спать", "Мой", "Мои"],
    ["Ο γέρος ρώτησε πότε θα ανάψουν το φως", "πότε", "ποτέ"],
    ["Stary latarnik dał łódź synowi przed burzą", "łódź", "lódź"],
  ])("are not accents: “%s” with %s as %s", (printed, word, other) => {
    const verifier = amidFiller(`${printed}.`);
    expect(verifier.verify(printed).kind).toBe("exact");
    const verdict = verifier.verify(printed.replace(word, other));
    expect(verdict).toMatchObject({
      kind: "altered",
      changes: expect.arrayContaining([expect.objectContaining({ grave: "accent" })]),
    });
  });

  test.each([
    ["The café of Señor Nuñez was where they drank", "café", "cafe"],
    ["The café of Señor Nuñez was where they drank", "Nuñez", "Nunez"],
    ["Der Wärter schaute auf die Straße am großen Fluß", "Straße", "Strasse"],
    ["Мой дед зажёг фонарь и пошёл домой спать", "зажёг", "зажег"],
    ["Le cœur du vieux gardien était dans la tour", "cœur", "coeur"],
    ["Știința și viața sunt aproape de far", "Știința", "Ştiinţa"],
  ])(
    "are, or are written otherwise, where no other word is meant: “%s” with %s as %s",
    (printed, word, other) => {
      expect(amidFiller(`${printed}.`).verify(printed.replace(word, other)).kind).toBe(
        "typography",
      );
    },
  );

  test("are those of the words that are quoted, whatever the language of the rest", () => {
    const english = "The keeper of the tower read this to them when they had lit all the lamps. ";
    const verifier = amidFiller(
      `${english.repeat(4)}\n\nEl viejo lobo de mar no tomó pan la mañana del año.\n\n${english.repeat(4)}`,
    );
    expect(verifier.verify("lobo de mar no tomo pan la mañana").kind).toBe("altered");
  });
});

describe("points and vowel signs", () => {
  const SURAH = "ٱلْحَمْدُ لِلَّهِ رَبِّ ٱلْعَٰلَمِينَ وَيُقِيمُونَ ٱلصَّلَوٰةَ وَهَٰذَا ٱلْكِتَٰبُ لِلسَّمَٰوَٰتِ";
  test.each([
    "الحمد لله رب العالمين ويقيمون الصلاة",
    "الحمد لله رب العلمين ويقيمون الصلوة",
    "رب العالمين ويقيمون الصلاة وهذا الكتاب للسماوات",
    "رب العالمين ويقيمون الصلاة وهاذا الكتاب للسموات",
  ])("of a long a may be letters, and are named: %s", (quoted) => {
    const verdict = verdictAgainst(quoted, SURAH, "ar");
    const [occurrence] = verdict.kind === "typography" ? verdict.occurrences : [];
    expect(occurrence?.differences.map(({ name }) => name)).toContain("Arabic vowel signs");
  });

  test.each([
    "الحمد لله رب العولمين ويقيمون الصلاة",
    "الحمد لله رب العالمين ويقيمون الصلة",
    "الحامد لله رب العالمين ويقيمون الصلاة",
    "رب العالمين ويقيمون الصلاة وهذا الكاتب للسماوات",
  ])("of a long a are no other letters: %s", (quoted) => {
    expect(verdictAgainst(quoted, SURAH, "ar").kind).not.toBe("typography");
  });

  const HEBREW = "בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ";
  const RUSSIAN = "Старый за\u0301мок стоял над бухтой у самого моря";
  const SYRIAC = "ܢܳܛܘܪܐ ܐܰܢܗܰܪ ܠܰܫܪܳܓܳܐ ܒܡܰܓܕܠܳܐ ܥܰܬܺܝܩܳܐ ܘܚܳܪ ܒܝܰܡܳܐ";
  const ARABIC = "ٱلْحَمْدُ لِلَّهِ رَبِّ ٱلْعَٰلَمِينَ هُدًى لِلنَّاسِ";

  test.each([
    ["he", HEBREW, HEBREW.replace(/[\u0591-\u05c7]/g, ""), "typography"],
    ["he", HEBREW, HEBREW.replace("בָּרָא", "בֻּרָא"), "altered"],
    ["he", HEBREW, HEBREW.replace("בָּרָא", "ברא"), "typography"],
    ["ar", ARABIC, ARABIC.replace(/[\u064b-\u0652\u0670]/g, "").replaceAll("ٱ", "ا"), "typography"],
    ["ar", ARABIC, ARABIC.replace("رَبِّ", "رُبِّ"), "altered"],
    ["ru", RUSSIAN, RUSSIAN.replace("за\u0301мок", "замок"), "typography"],
    ["ru", RUSSIAN, RUSSIAN.replace("за\u0301мок", "замо\u0301к"), "altered"],
    ["ru", RUSSIAN, RUSSIAN.replace("моря", "мо\u0301ря"), "typography"],
    ["ar", "كتاب الليل على الطاولة الكبيرة", "کتاب اللیل علي الطـــاولة الكبيرة", "typography"],
    ["syr", SYRIAC, SYRIAC.replace(/[\u0730-\u074a]/g, ""), "typography"],
    ["syr", SYRIAC, SYRIAC.replace("ܢܳܛܘܪܐ", "ܢܰܛܘܪܐ"), "altered"],
    [
      "yi",
      "דער װעכטער האָט די נײַע לאָמפּ אָנגעצונדן",
      "דער וועכטער האט די נייע לאמפ אנגעצונדן",
      "typography",
    ],
    [
      "yi",
      "דער װעכטער האָט די נײַע לאָמפּ אָנגעצונדן",
      "דער וויכטער האט די נייע לאמפ אנגעצונדן",
      "altered",
    ],
  ])("in %s are distinguished only if they differ", (language, printed, quoted, kind) => {
    expect(verdictAgainst(quoted, printed, language).kind).toBe(kind);
  });

  test("of a hamza that is left off an alef is one of a keyboard without it, and no other change", () => {
    const words = "إنَّ الحارسَ أضاءَ المصباحَ القديمَ أمامَ البرجِ إلى الصباح".split(" ");
    const marked = words.flatMap((word, at) => (/[أإ]/.test(word) ? [at] : []));
    fc.assert(
      fc.property(fc.subarray(marked, { minLength: 1 }), (bare) => {
        const quoted = words.map((word, at) =>
          bare.includes(at) ? word.replace(/[أإ]/g, "ا").replace(/[\u064b-\u0652]/g, "") : word,
        );
        const verdict = verdictAgainst(quoted.join(" "), `${words.join(" ")}.`, "ar");
        const changes = verdict.kind === "altered" ? verdict.changes : [];
        expect(
          changes.flatMap(({ isSame, printed, grave }) => (isSame ? [] : [[printed, grave]])),
        ).toEqual(bare.map((at) => [words[at], "accent"]));
      }),
      { numRuns: runs(15) },
    );
  });
});

describe("scripts without spaces", () => {
  test.each([
    [
      "ko",
      "등대지기는 밤마다 등불을 켜고 바다를 바라보았다.",
      "등대지기는밤마다등불을켜고",
      "typography",
    ],
    ["th", "คนเฝ้าประภาคารจุดตะเกียงทุกคืนแล้วมองออกไปในทะเล", "ประภาคารจุดตะเกียงทุกคืน", "exact"],
    ["km", "អ្នកយាមប៉មភ្លើងអុជចង្កៀងរាល់យប់", "ភ្លើងអុជចង្កៀងរាល់", "exact"],
    ["ja", "灯台の守人は毎晩ランプに火をともした。", "灯台(とうだい)の守人は毎晩ランプ", "exact"],
  ])("are looked up in %s", (language, printed, quoted, kind) => {
    expect(verdictAgainst(quoted, printed, language).kind).toBe(kind);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAnalyzer } from "../../../src/language/analyzer.ts";
import { createVerifier } from "../../../src/verify/verifier.ts";
import { libraryOf } from "../../library.ts";
import { runs } from "../../thoroughness.ts";
import { verifierBesideFiller } from "../verifiers.ts";

/** Two sentences of a language without their marks. */
const SENTENCES: readonly (readonly [language: string, first: string, second: string])[] = [
  ["en", "The keeper lit the lamp at dusk", "Three boats passed the cape that night"],
  ["es", "El farero vendió la vieja lámpara", "Tres barcos pasaron frente al cabo"],
  ["it", "Il guardiano accese la lampada", "Tre navi passarono davanti al capo"],
  ["ru", "Смотритель зажёг лампу вечером", "Три лодки прошли мимо мыса ночью"],
  ["ko", "등대지기가 저녁에 등불을 켰어", "배 세 척이 밤에 곶을 지나갔어"],
  ["ja", "灯台守は夕方に明かりをともした", "三隻の船が夜に岬を過ぎた"],
  ["zh", "守塔人傍晚点亮了那盏旧灯", "三艘船在夜里驶过了海角"],
  ["ar", "أشعل الحارس المصباح القديم مساء", "مرت ثلاث سفن أمام الرأس ليلا"],
  ["el", "Ο φύλακας άναψε τη λάμπα το βράδυ", "Τρία πλοία πέρασαν το ακρωτήρι"],
];
const STOPS: Readonly<Record<string, readonly string[]>> = { ja: ["。", "！"], zh: ["。", "！"] };
const QUESTION_MARKS: Readonly<Record<string, readonly string[]>> = {
  ...{ ja: ["？", "?"], zh: ["？", "?"], ar: ["؟", "?"], el: [";", "\u037e"] },
};
const isGreen = (kind: string) => kind === "exact" || kind === "typography";

const closings = fc.constantFrom(...SENTENCES).chain(([language, first, second]) => {
  const stop = fc.constantFrom(...(STOPS[language] ?? [".", "!"]));
  const question = fc.constantFrom(...(QUESTION_MARKS[language] ?? ["?", "?!"]));
  const asks = fc.boolean();
  return fc.record({
    language: fc.constant(language),
    sentences: fc.constant([first, second] as const),
    printed: fc.tuple(asks, asks),
    quoted: fc.tuple(asks, asks),
    marks: fc.record({ stop, question, otherStop: stop, otherQuestion: question }),
  });
});

describe("the mark that ends a sentence", () => {
  test("is a sign that was changed only where the document asks and the quotation does not, or the reverse", () => {
    fc.assert(
      fc.property(closings, ({ language, sentences, printed, quoted, marks }) => {
        const space = STOPS[language] === undefined ? " " : "";
        const write = (asked: readonly [boolean, boolean], question: string, stop: string) =>
          sentences.map((one, at) => one + (asked[at] === true ? question : stop)).join(space);
        const text = write(quoted, marks.otherQuestion, marks.otherStop);
        const { verify } = verifierBesideFiller(
          write(printed, marks.question, marks.stop),
          language,
        );
        const verdict = verify(text);
        const differing = printed.filter((one, at) => one !== quoted[at]).length;
        expect([text, isGreen(verdict.kind)]).toEqual([text, differing === 0]);
        if (verdict.kind !== "altered") return;
        const graves = verdict.changes.filter(({ isSame }) => !isSame).map(({ grave }) => grave);
        expect(graves).toEqual(Array.from({ length: differing }, () => "sign"));
      }),
      { numRuns: runs(150) },
    );
  });

  test("may be left out, be an ellipsis, or be outside of the quotation marks", () => {
    const { verify } = verifierBesideFiller("The keeper lit the lamp at dusk? Three boats passed.");
    const words = "The keeper lit the lamp at dusk";
    for (const quoted of [words, `${words}…`, `${words}...`, `“${words}”.`, `“${words}?”.`]) {
      expect([quoted, isGreen(verify(quoted).kind)]).toEqual([quoted, true]);
    }
  });

  test.each([
    ["ja", "三隻の船が岬を過ぎたのですか"],
    ["zh", "三艘船在夜里驶过了海角吗"],
    ["ko", "배 세 척이 밤에 곶을 지나갔습니까"],
  ])("is a matter of style after a particle that asks, in %s", (language, words) => {
    const { verify } = verifierBesideFiller(`${words}。`, language);
    expect(isGreen(verify(`${words}？`).kind)).toBe(true);
  });
});

test("Words of Korean from within a sentence to its end hide no negation that is not there", () => {
  const sentence = "새벽에 늙은 과부 박씨는 강 어귀에서 새 돛을 세어 보았다.";
  const library = libraryOf({ "a.md": `---\nlanguage: ko\n---\n\n${sentence} 두 형제가 왔다.` });
  const { verify } = createVerifier(library.passagePositions(), createAnalyzer("ko"));
  expect(verify(sentence.replace("새벽에 늙은 과부 ", "")).kind).toBe("exact");
  const denied = sentence.replace("새벽에", "새벽에 안");
  const other = libraryOf({ "a.md": `---\nlanguage: ko\n---\n\n${denied} 두 형제가 왔다.` });
  const verifier = createVerifier(other.passagePositions(), createAnalyzer("ko"));
  expect(verifier.verify(denied.replace("새벽에 안 ", "")).kind).toBe("shortened");
});

/** Sentences with their condition after them, and with another clause of the same length. */
const CONDITIONS: readonly (readonly [
  language: string,
  rule: string,
  condition: string,
  other: string,
])[] = [
  ["en", "The bridge will be rebuilt", " if the miners send timber", " and the miners sing"],
  ["en", "The council may close the mill", ", if the tax is unpaid", ", and the miller is glad"],
  ["en", "Boats may leave the harbour", ", but only with a pilot", ", and many boats come back"],
  ["pl", "Rada może zamknąć młyn", ", jeżeli młynarz nie płaci", ", a młynarz o tym wie"],
  ["el", "Το συμβούλιο κλείνει τον μύλο", ", αν δεν πληρωθεί ο φόρος", ", και ο μυλωνάς το ξέρει"],
  ["vi", "Hội đồng có thể đóng cối xay", ", nếu người xay nợ thuế", ", và người xay biết điều đó"],
  ["hi", "परिषद चक्की को बंद कर सकती है", ", यदि कर बाकी हो", ", और चक्कीवाला यह जानता है"],
  ["de", "Der Rat darf die Mühle schließen", ", wenn die Steuer fehlt", ", und der Müller weiß es"],
  ["es", "El consejo cierra el molino", " si no se paga", " y el molinero canta"],
  ["ru", "Совет может закрыть мельницу", ", если налог не уплачен", ", и мельник это знает"],
];

/** Clauses that limit the one before them, and others of the same length. */
const RESERVATIONS = [
  ["en", "All boats must carry a green lamp", "; however, rafts need none", "; all rafts need two"],
  [
    "en",
    "All boats must carry a green lamp",
    " — unless the moon shines",
    " — and the moon shines",
  ],
  ["de", "Alle Boote führen eine grüne Lampe", "; jedoch sind Flöße frei", "; auch die Flöße"],
  ["fr", "Les bateaux portent une lampe verte", "; toutefois, les radeaux", "; aussi les radeaux"],
  [
    "es",
    "Los barcos llevan una lámpara verde",
    "; sin embargo, las balsas",
    "; también las balsas",
  ],
  ["it", "Le barche portano una lampada verde", "; tuttavia, le zattere", "; anche le zattere"],
  ["ru", "Все лодки несут зелёную лампу", "; однако плоты свободны", "; плоты также"],
] as const;

test("a full stop hides a clause that limits the sentence before it, and no other", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...RESERVATIONS),
      fc.boolean(),
      fc.constantFrom("", "“"),
      ([language, rule, reservation, other], isLimited, mark) => {
        const printed = `${rule}${isLimited ? reservation : other}.`;
        const { verify } = verifierBesideFiller(printed, language);
        const quoted = `${mark}${rule}.${mark && "”"}`;
        expect([printed, isGreen(verify(quoted).kind)]).toEqual([printed, !isLimited]);
      },
    ),
    { numRuns: runs(40) },
  );
});

test("a full stop hides the condition after a sentence, and no other clause", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CONDITIONS),
      fc.boolean(),
      ([language, rule, condition, other], isIf) => {
        const printed = `${rule}${isIf ? condition : other}.`;
        const { verify } = verifierBesideFiller(printed, language);
        expect([printed, isGreen(verify(`${rule}.`).kind)]).toEqual([printed, !isIf]);
        // Without a stop, nothing says that the sentence ends there.
        expect([printed, isGreen(verify(rule).kind)]).toEqual([printed, true]);
      },
    ),
    { numRuns: runs(40) },
  );
});

test.each([
  ["sv", "Fyrvaktaren skrev ett långt brev", " om skeppen"],
  ["it", "Il guardiano accese la vecchia lampada", " e se ne andò"],
  ["pt", "O velho farol brilhava sobre o mar", " e se apagou"],
  ["fr", "Le gardien regardait la mer de la tour", " si longtemps que la nuit passa"],
  ["nl", "De wachter brandde de oude lamp", " als een baken"],
  ["it", "Il guardiano partirà domani verso il nord", ", e se ne andrà senza rumore"],
  ["pt", "O guarda partirá amanhã para o norte", ", e se despede sem ruído"],
])("a word that is no “if” may follow a full stop in %s", (language, words, rest) => {
  const { verify } = verifierBesideFiller(`${words}${rest}.`, language);
  expect(isGreen(verify(`${words}.`).kind)).toBe(true);
});

const NARRATED = [
  ["en", "“I shall never leave the lamp,” said Anna, “", "unless the oil runs out.”"],
  ["en", "“I shall never leave the lamp,” she said quietly, “", "if the oil lasts.”"],
  ["en", "'I shall never leave the lamp,' said Anna, '", "unless the oil runs out.'"],
  ["de", "„Ich verlasse die Lampe nie“, sagte Anna, „", "es sei denn, das Öl geht aus.“"],
  ["de", "»Ich verlasse die Lampe nie«, sagte sie leise, »", "wenn das Öl reicht.«"],
  ["fr", "« Je ne quitterai jamais le phare, dit Anna, ", "sauf si l’huile manque. »"],
  ["fr", "— Je ne quitterai jamais le phare, dit-elle, ", "si l’huile suffit."],
  ["ru", "— Я никогда не оставлю маяк, — сказала Анна, — ", "если только не кончится масло."],
  ["es", "—Nunca dejaré el faro —dijo Ana—, ", "salvo que el aceite se acabe."],
  ["pl", "— Nigdy nie opuszczę latarni — powiedziała Anna — ", "jeśli starczy oleju."],
  ["it", "«Non lascerò mai il faro», disse Anna, «", "se l’olio basta»."],
] as const;

/** Returns the words that a person says before a narrator’s. */
const saidIn = (speech: string) =>
  /^[^\p{L}]*([^,”'“«»]+?)(?:[,”'“«»]| —)/u.exec(speech)?.[1] ?? "";

test.each(NARRATED)(
  "a full stop hides the condition after a narrator’s words in %s: %s",
  (language, speech, condition) => {
    const { verify } = verifierBesideFiller(`${speech}${condition}`, language);
    const said = saidIn(speech);
    expect(isGreen(verify(`${said}.`).kind)).toBe(false);
    expect(isGreen(verify(`${said} …`).kind)).toBe(false);
  },
);

test.each([
  ["en", "“I shall never leave the lamp,” said Anna. “", "Unless I say so, it burns on.”"],
  ["en", "“I shall never leave the lamp,” said Anna, “", "and I shall sing.”"],
  ["es", "—Nunca dejaré el faro —dijo Ana—. ", "Si el aceite se acaba, duermo."],
  ["ru", "— Я никогда не оставлю маяк, — сказала Анна, — ", "и буду петь."],
] as const)(
  "a full stop hides nothing in another sentence or clause after a narrator’s words in %s: %s",
  (language, speech, rest) => {
    const { verify } = verifierBesideFiller(`${speech}${rest}`, language);
    expect(isGreen(verify(`${saidIn(speech)}.`).kind)).toBe(true);
  },
);

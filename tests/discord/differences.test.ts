import fc from "fast-check";
import { expect, test } from "vitest";
import { verify } from "../../commands/verify.ts";
import type { Change } from "../../src/verify/changes.ts";
import { contextOf, expectKind, libraryOf } from "../library.ts";
import { runs } from "../thoroughness.ts";
import { asText } from "../words.ts";
import { ask, botOf, messageAfter, textOf } from "./ask.ts";
import { slashCommand } from "./payloads.ts";

const PRINTED: Readonly<Record<string, readonly string[]>> = {
  en: [
    "The keeper did not light the lamp at the harbour’s edge on 5 March 1907, but Mary’s boat came to US waters at 6′ 3″ of depth.",
    "“No ship,” wrote Quill, “has ever passed the reef [. . .] without a café and $279 in gold; a = b is false.”",
    "It was −5 °C, and the A− grade of the HIV/AIDS reports rose by ~5 %: 10² more than 1/2 of them.",
  ],
  fr: ["L’été dernier, le gardien n’a pas allumé la lampe à l’entrée du port où dorment les âgés."],
  es: [
    "El señor habló con su hijo mañana, y él no cantó la canción más triste del año en la sierra.",
  ],
  de: ["Der Wächter hätte die Lampe nicht löschen dürfen, denn die Straße war groß und er müde."],
  tr: ["Işık evinin bekçisi dün gece ışığı yakmadı, çünkü yağ çok azdı ve gemi şişmişti."],
  vi: ["Người giữ đèn không thắp đèn đêm qua vì dầu đã hết và biển động dữ dội ở phía bắc."],
  ru: ["Смотритель всё ещё не зажёг лампу, хотя корабль уже пришёл к замку и стоял там ночью."],
  el: ["Ο φύλακας δεν άναψε τη λάμπα, γιατί η θάλασσα ήταν ήρεμη και ο ουρανός καθαρός."],
  he: ["בְּרֵאשִׁית בָּרָא אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ וְהַשּׁוֹמֵר לֹא הִדְלִיק אֶת הַמְּנוֹרָה"],
  ar: ["لَمْ يُشْعِلِ الحارِسُ المِصْباحَ عِنْدَ المَساءِ لأَنَّ الزَّيْتَ نَفِدَ والبَحْرَ هائِجٌ"],
  ko: ["등대지기는 어젯밤에 등불을 켜지 않았다. 기름이 모두 떨어졌고 바다는 매우 거칠었다."],
  ja: ["灯台守は昨夜ランプに火を灯さなかった。油がなくなり、海がとても荒れていたからである。"],
  zh: ["守塔人昨夜没有点灯，因为油已经用完了，而北方的海浪又非常汹涌，船只都不敢出港。"],
  th: ["ผู้เฝ้าประภาคารไม่ได้จุดตะเกียงเมื่อคืนนี้เพราะน้ำมันหมดและทะเลทางเหนือมีคลื่นแรงมาก"],
  hi: ["रखवाले ने कल रात दीपक नहीं जलाया क्योंकि तेल ख़त्म हो गया था और समुद्र अशांत था।"],
};

/** Signs, marks, words, and letters that look like others, which replace characters of a quotation or are added to it. */
const ADDED = [
  ..."xXnñäàéßæđğışйиёаеосріІονー口ロ不가يىکٱ0O1lI7½²≠=%€§~−–—…!?.,'’′\"“”()*_|`\\&🙂",
  ...["\u200b", "\u200c", "\u200d", "\u00ad", "\ufeff", "\u202e", "\u200e", "\u00a0", "\u2028"],
  ...["\u0300", "\u0301", "\u0303", "\u0308", "\u0336", "\u0338", "\u05b8", "\u05bc", "\u064e"],
  ...[
    "not ",
    " no ",
    "[not]",
    "[sic]",
    "[1]",
    "¹",
    " … ",
    " [...] ",
    "~~not~~",
    "**",
    "<b>",
    "&amp;",
  ],
  ...[
    "#tag ",
    " #lies",
    "@bob ",
    "v. 3 ",
    " (p. 4)",
    " — Quill",
    ",” she wrote, “",
    "ﬁ",
    "US",
    "us",
  ],
  ...["नहीं", "ไม่", "没", "않", "لا", "לא", "nicht ", "1907", "Mary", "two hundred"],
];

/** Letters of other scripts, and how they look. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ а: "a", е: "e", о: "o", с: "c", р: "p", і: "i", І: "I", ο: "o", ν: "v", ー: "一", ロ: "口" },
};

const LOOKS = new Map(Object.entries(LOOKALIKES).map(([letter, look]) => [look, letter]));

const EDITS = [
  ...(["insert", "replace", "remove", "capital", "plain", "NFC", "NFD", "lookalike"] as const),
  "invisible",
] as const;

interface Edit {
  readonly kind: (typeof EDITS)[number];
  readonly at: number;
  readonly text: string;
}

function applyEdit(text: string, { kind, at, text: added }: Edit): string {
  const characters = [...text];
  const index = Math.floor(at * characters.length);
  const replaceBy = (own: string, count: number) =>
    characters.toSpliced(index, count, own).join("");
  const [character = ""] = characters.slice(index, index + 1);
  switch (kind) {
    case "insert":
      return replaceBy(added, 0);
    case "replace":
      return replaceBy(added, 1);
    case "remove":
      return replaceBy("", 1 + (index % 12));
    case "capital":
      return replaceBy(character.toUpperCase(), 1);
    case "plain":
      return replaceBy(character.normalize("NFD").replace(/\p{M}/gu, ""), 1);
    case "lookalike": {
      const changed = characters.findIndex((own, nth) => nth >= index && LOOKS.has(own));
      return changed === -1
        ? text
        : characters.with(changed, LOOKS.get(characters[changed] ?? "") ?? "").join("");
    }
    case "invisible":
      return replaceBy("\u202e", 0);
    case "NFC":
    case "NFD":
      return text.normalize(kind);
  }
}

const filler = Array.from({ length: 60 }, (_, at) => `Paragraph ${at + 1000} has zyx${at}.`);
const one = libraryOf({
  ...Object.fromEntries(
    Object.entries(PRINTED).map(([language, texts]) => [
      `${language}.md`,
      `---\nlanguage: ${language}\n---\n\n${texts.join("\n\n").replace(/[[\]~*]/g, "\\$&")}`,
    ]),
  ),
  "filler.md": filler.join("\n\n"),
});
const context = contextOf(one);
const bot = botOf(one);

const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const edits = fc.noBias(
  fc.array(
    fc.record({
      kind: fc.constantFrom(...EDITS),
      at: unit,
      text: fc.constantFrom(...ADDED),
    }),
    { minLength: 1, maxLength: 4, size: "max" },
  ),
);
const quotations = fc
  .record({ text: fc.constantFrom(...Object.values(PRINTED).flat()), from: unit, edits })
  .map(({ text, from, edits }) => {
    const first = Math.floor((from * text.length) / 2);
    return edits.reduce(applyEdit, text.slice(first)).trim();
  });

/** Returns what readers see of a text. */
function lookOf(text: string): string {
  const visible = text.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  return [...visible].map((character) => LOOKALIKES[character] ?? character).join("");
}

const withoutSpace = (text: string) => text.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, "");

/** Whether a difference in words has nothing on a side where it says to have something, or the same on both. */
function showsNothing(difference: string): boolean {
  const [printed, quoted] = [...difference.matchAll(/“([^“”]*)”/g)].map(([, text = ""]) => text);
  if (printed === undefined) return !/nothing|space|break|invisible|place/.test(difference);
  return (
    lookOf(printed).trim() === "" || (quoted !== undefined && lookOf(printed) === lookOf(quoted))
  );
}

test("an altered quotation has a difference that readers see, in each answer", () => {
  let altered = 0;
  fc.assert(
    fc.property(quotations, (quoted) => {
      const reply = verify.respond({ text: quoted }, context);
      if (reply.kind !== "verification" || reply.verdict.kind !== "altered") return;
      altered += 1;
      const changes = reply.verdict.changes.filter(({ isSame }: Change) => !isSame);
      expect(changes.length).toBeGreaterThan(0);
      const { differences } = expectKind("verification", reply).inWords;
      expect(differences.length).toBeGreaterThanOrEqual(Math.min(changes.length, 6));
      for (const difference of differences.slice(0, Math.min(changes.length, 6))) {
        // Quotation marks within the words make a difference impossible to read back.
        if ((difference.match(/[“”]/g) ?? []).length > 4) continue;
        expect([quoted, difference, showsNothing(difference)]).toEqual([quoted, difference, false]);
      }
      const discord = textOf(
        messageAfter(ask(bot, slashCommand("verify", { text: quoted })), "guild"),
      );
      const [first = ""] = differences;
      for (const shown of [asText(reply).text, discord]) {
        expect(withoutSpace(shown)).toContain(withoutSpace(first));
      }
    }),
    { numRuns: runs(250) },
  );
  expect(altered).toBeGreaterThan(100);
});

test("an altered quotation in a list has a difference that readers see, also where several are counted", () => {
  const spaced = Object.values(PRINTED)
    .flat()
    .map((text) => text.replace(/[“”"„«»]/g, "").split(" "))
    .filter(({ length }) => length > 6);
  for (const words of spaced) {
    const twice = words
      .with(1, "xyzzy")
      .with(words.length - 2, "plugh")
      .join(" ");
    const long = words.toSpliced(3, 0, ..."xyzzy plugh ".repeat(9).trim().split(" ")).join(" ");
    const reply = verify.respond({ text: `“${twice}” “${long}”`, each: true }, context);
    const { verifications, inWords } = expectKind("verifications", reply);
    expect(verifications.map(({ verdict }) => verdict.kind)).toContain("altered");
    for (const [index, { verdict, quoted }] of verifications.entries()) {
      if (verdict.kind !== "altered") continue;
      const { label, detail } = inWords.items[index] ?? {};
      expect(`${label} ${detail?.replace(`“${quoted}”`, "")}`).toMatch(/“[^”]+”/);
    }
  }
});

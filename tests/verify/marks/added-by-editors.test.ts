import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { libraryOf } from "../../library.ts";
import { runs } from "../../thoroughness.ts";
import { slices, verifier } from "../made-book.ts";
import { isGreen, verdictAgainst, verifierBesideFiller, verifierOf } from "../verifiers.ts";

describe("what an editor adds", () => {
  const marks = fc.constantFrom<(text: string) => string>(
    (text) => `${text} (emphasis added)`,
    (text) => `${text} [sic]`,
    (text) => `${text}[12]`,
    (text) => `${text.replace(/[.,]$/, "")}.¹`,
    (text) => `${text} (p. 12)`,
    // No words after the end of a sentence change its sense.
    (text) => (/^.{60,} it\./.test(text) ? `“${text.replace(/(?<= it)\.[^.]*$/, "...")}”.` : text),
    (text) => `“${text}” — Ada Quill, The Log`,
  );
  test("is listed, and the words are judged without it", () => {
    fc.assert(
      fc.property(slices, marks, (words, add) => {
        const quoted = add(words.join(" "));
        expect([quoted, isGreen(verifier.verify(quoted))]).toEqual([quoted, true]);
      }),
      { numRuns: runs(100) },
    );
  });

  const frequent = verifierBesideFiller(
    "The oil of the harbour was sold in small barrels, and the keeper of the house counted each of the coins by the lamp.",
    "en",
  );
  test.each([
    // After “and”, “the” is printed too.
    ["was sold in small barrels (so says the clerk)", ["→so says the clerk"]],
    ["was sold in small barrels, but the clerk", ["and→but", "→clerk"]],
    ["The oil of the harbour was sold to a man in the north", ["→to a man", "→the north"]],
    ["the keeper of the house counted none of the goats", ["each→none", "→goats"]],
  ])("replaces a word near an end only if as many are printed: %s", (quoted, differences) => {
    const verdict = frequent.verify(quoted);
    const changes = verdict.kind === "altered" ? verdict.changes : [];
    expect(
      changes.flatMap(({ isSame, printed, quoted }) => (isSame ? [] : [`${printed}→${quoted}`])),
    ).toEqual(differences);
  });

  test("never replaces a word that is not quoted", () => {
    const tokens = fc.constantFrom(
      ...["1907", "?5", "§", "zeppelin-7", "...", "[twelve]", "#7", "zeppelin", "Amen", "not"],
    );
    fc.assert(
      fc.property(slices, tokens, fc.boolean(), (words, token, isBefore) => {
        const quoted = (isBefore ? [token, ...words] : [...words, token]).join(" ");
        const verdict = verifier.verify(quoted);
        if (verdict.kind !== "altered") return;
        const replaced = verdict.changes.filter(({ isSame, printed }) => !isSame && printed !== "");
        expect([quoted, replaced]).toEqual([quoted, []]);
      }),
      { numRuns: runs(100) },
    );
  });

  test("replaces no much longer text by several words that have a frequent one among them", () => {
    const added = fc
      .tuple(
        fc.shuffledSubarray(["zeppelin", "translated", "Amen", "(revised", "1851)"], {
          minLength: 2,
        }),
        fc.constantFrom("the", "of", "was", "but", "it", "at"),
        fc.nat(),
      )
      .map(([others, frequent, at]) => others.toSpliced(at % (others.length + 1), 0, frequent));
    fc.assert(
      fc.property(slices, added, fc.boolean(), (words, some, isBefore) => {
        const quoted = (isBefore ? [...some, ...words] : [...words, ...some]).join(" ");
        const verdict = verifier.verify(quoted);
        if (verdict.kind !== "altered") return;
        // As many words beside a frequent one may have been changed, too.
        const countOf = (text: string) => text.split(" ").length;
        const replaced = verdict.changes.filter(
          ({ isSame, printed, quoted }) => !isSame && countOf(printed) > countOf(quoted) + 1,
        );
        expect([quoted, replaced]).toEqual([quoted, []]);
      }),
      { numRuns: runs(100) },
    );
  });

  test("is never said where a word next to the first or the last is left out", () => {
    fc.assert(
      fc.property(slices, fc.boolean(), (words, isFirst) => {
        const at = isFirst ? 1 : words.length - 2;
        const verdict = verifier.verify(words.toSpliced(at, 1).join(" "));
        fc.pre(verdict.kind === "altered");
        const { changes } = verdict;
        const added = changes.filter(({ isSame, quoted }) => !isSame && quoted !== "");
        expect([words[at], added]).toEqual([words[at], []]);
      }),
      { numRuns: runs(60) },
    );
  });

  test("launders no negation, number or name in brackets, and no number in a sentence", () => {
    const inserted = fc.constantFrom("[not]", "[never]", "[seven]", "[Ada]", "[12 times]", "300");
    fc.assert(
      fc.property(slices, inserted, fc.nat(), (words, word, at) => {
        const index = 1 + (at % (words.length - 1));
        // A number may be that of a verse where a sentence begins.
        fc.pre(!/[.]$/.test(words[index - 1] ?? ""));
        const quoted = words.toSpliced(index, 0, word).join(" ");
        expect([quoted, isGreen(verifier.verify(quoted))]).toEqual([quoted, false]);
      }),
      { numRuns: runs(100) },
    );
  });

  const PRINTED = "The keeper lit the lamp[^3] at dusk and slept.\n\n[^3]: A note.";

  test.each([
    ["he", "הַשּׁוֹמֵר הִדְלִיק אֶת הַמְּנוֹרָה בַּמִּגְדָּל׃"],
    ["ur", "رکھوالے نے شام کو مینار میں چراغ جلایا۔"],
    ["hi", "रखवाले ने शाम को मीनार में दीपक जलाया।"],
    ["ko", "등대지기는 저녁마다 탑에서 등불을 켜고 글을 몇 줄 더 씀"],
    ["ko", "등대지기는 저녁마다 탑에서 등불을 켜고 나서 쌀"],
  ])(
    "may be the number of a note after a full stop or a word of its script, in %s",
    (language, printed) => {
      expect(verdictAgainst(`${printed}[5]`, printed, language)).toMatchObject({
        kind: "exact",
        marks: [{ kind: "note-number", text: "[5]" }],
      });
    },
  );

  test("may be the number of a note after the word “I”, but not after a variable", () => {
    const printed = "These things write I, and the value x is of the lamp.";
    expect(verdictAgainst("These things write I[13]", printed)).toMatchObject({
      kind: "exact",
      marks: [{ kind: "note-number", text: "[13]" }],
    });
    expect(verdictAgainst("and the value x[1] is of the lamp", printed).kind).toBe("altered");
  });

  test.each([
    ["16 The keeper lit the lamp", "exact", "verse-number"],
    ["16The keeper lit the lamp", "exact", "verse-number"],
    ["The [old] keeper lit the lamp at dusk", "exact", "words"],
    ["The keeper lit the lamp3 at dusk", "exact", "note-number"],
    ["Log 3:16 The keeper lit the lamp at dusk", "exact", "unknown-origin"],
    ["The keeper lit the lamp at dusk 🙂🕯️", "exact", "emoji"],
  ])("is named: %s", (quoted, kind, mark) => {
    expect(verdictAgainst(quoted, PRINTED)).toMatchObject({ kind, marks: [{ kind: mark }] });
  });

  test.each([
    ["Ada Quill", "exact", "words"],
    ["Total Nonsense", "exact", "words"],
    ["A. Quill", "exact", "unknown-origin"],
    ["Dr. Quill", "exact", "unknown-origin"],
    ["Ada Quill, 1851", "exact", "unknown-origin"],
    ["Log 3:16", "exact", "unknown-origin"],
    ["Mora", "exact", "unknown-origin"],
    ["Lies", "exact", "words"],
    ["Nonsense", "exact", "words"],
    ["Old Oil", "altered", undefined],
    ["Oil", "altered", undefined],
    ["Never", "altered", undefined],
  ])("is an attribution only by evidence: — %s", (added, kind, mark) => {
    const printed = "The keeper lit the lamp for Mora. The old oil was gone, and Mora slept.";
    const verdict = verdictAgainst(`The keeper lit the lamp for Mora. — ${added}`, printed);
    expect(verdict.kind).toBe(kind);
    expect("marks" in verdict ? verdict.marks.map(({ kind }) => kind) : []).toEqual(
      mark === undefined ? [] : [mark],
    );
  });

  test.each([
    ["“The keeper lit the lamp for Mora.” — Ada Quill", "en", "unconfirmed-origin"],
    ["The keeper lit the lamp for Mora.\n— Ada Quill", "en", "unconfirmed-origin"],
    ["등대지기는 등불을 켰다. — 박등대", "ko", "attribution"],
    ["등대지기는 등불을 켰다. — 안등대", "ko", "attribution"],
    ["등대지기는 등불을 켰다. — 3장 16절", "ko", "unconfirmed-origin"],
    ["등대지기는 등불을 켰다. — 허튼소리", "ko", "words"],
    ["「灯台守はランプに火をともした。」— 灯台花子", "ja", "unconfirmed-origin"],
    ["灯台守はランプに火をともした。— 嘘である", "ja", "words"],
    ["„Paznicul a aprins lampa pentru ei.” — N. Iorga", "ro", "unconfirmed-origin"],
    ["Mlinzi aliwasha taa ya pwani jioni. — N. Iorga", "sw", "unconfirmed-origin"],
  ])("is an attribution by what surrounds it and by the names of the corpus: %s", (...given) => {
    const [quoted, language, kind] = given;
    const printed: Record<string, string> = {
      en: "The keeper lit the lamp for Mora. The old oil was gone.",
      ko: "등대지기는 등불을 켰다. 바다는 잔잔했다.",
      ja: "灯台守はランプに火をともした。海は静かだった。",
      ro: "Paznicul a aprins lampa pentru ei. Marea era liniștită.",
      sw: "Mlinzi aliwasha taa ya pwani jioni. Bahari ilikuwa tulivu.",
    };
    const names = "from: 박등대\nauthor: 안등대";
    const small = verifierOf(
      libraryOf({
        "a.md": `---\nlanguage: ${language}\n${names}\n---\n\n${printed[language]}`,
      }),
    );
    expect(small.verify(quoted)).toMatchObject({ kind: "exact", marks: [{ kind }] });
  });

  test.each([
    ["Rain - 62 - 78 - 45 March - 67 - 66.4 - 61", "Rain - 62 - 78 - 45 March Zebulon - 67 - 66.4"],
    ["Rain - 62 - 78 - 45 October - 66 - 61", "Rain - 62 - 78 - 45 Oсtober - 66 - 61"],
    [
      "The treaty stood on the old terms--Mora Quill 1818 and others.",
      "The treaty stood on the old terms--Zebulon Quill 1818",
    ],
  ])("is no attribution where the words are printed: %s", (printed, quoted) => {
    expect(isGreen(verdictAgainst(quoted, printed))).toBe(false);
    expect(isGreen(verdictAgainst(`The treaty — John 3:16`, "The treaty stood on terms."))).toBe(
      true,
    );
  });

  test("is recognised beside what the document itself has in brackets, and above its words", () => {
    const printed =
      "The [old] keeper lit 이 등불 and the remaining lamps of the harbour [source] at dusk";
    const bracketed = ["[12]", " [sic]", " (emphasis added)"];
    for (const mark of bracketed)
      expect(isGreen(verdictAgainst(printed + mark, printed))).toBe(true);
    for (const [word, kind] of [
      ["이", "note-number"],
      ["keeper", "note-number"],
    ] as const) {
      const quoted = printed.replace(word, `${word}³`);
      expect(verdictAgainst(quoted, printed)).toMatchObject({ kind: "exact", marks: [{ kind }] });
    }
  });

  test.each([
    ["x of the wave is five long miles there", "x", "x²"],
    ["There are 5 km of the old wave left", "km", "km²"],
    ["There are 7 m of the old wave left", "m", "m³"],
  ])("is no exponent: %s", (printed, unit, squared) => {
    expect(isGreen(verdictAgainst(printed.replace(unit, squared), printed))).toBe(false);
  });

  test.each([
    "The keeper lit the lamp4 at dusk",
    "No Log 3:16 The keeper lit the lamp at dusk",
    "The keeper lit ❌ the lamp at dusk",
    "The keeper ~~lit~~ the lamp at dusk",
    "The ~~keeper lit the~~ lamp at dusk",
  ])("changes the words in “%s”", (quoted) => {
    expect(verdictAgainst(quoted, PRINTED).kind).toBe("altered");
  });

  test("is no number of a verse where the sentence is written as if it went on", () => {
    const sentences = "Ships were lost that winter. Oil came late. Boats answered us.".split(
      /(?<=\.) /,
    );
    const printed = `They were warned. ${sentences.join(" ")}`;
    for (const sentence of sentences) {
      const uncapitalised = sentence.charAt(0).toLowerCase() + sentence.slice(1);
      expect(isGreen(verdictAgainst(`12 ${uncapitalised}`, printed))).toBe(false);
      expect(isGreen(verdictAgainst(`12 ${sentence}`, printed))).toBe(true);
    }
  });
});

test("words that are struck through where they are printed are quoted with their strokes, from wherever to wherever", () => {
  // Each word occurs once: without the words beside it, one of several places would be as good as another.
  const words = "The keeper lit a lamp at dusk".split(" ");
  fc.assert(
    fc.property(fc.nat(words.length - 1), fc.nat(words.length - 1), (one, other) => {
      const [first, last] = [Math.min(one, other), Math.max(one, other)];
      const struck = words.map((word, index) => {
        const end = index === last ? "~~" : "";
        return `${index === first ? "~~" : ""}${word}${end}`;
      });
      const printed = struck.join(" ").replaceAll("~", "\\~");
      expect(verdictAgainst(struck.join(" "), printed).kind).toBe("exact");
      expect(isGreen(verdictAgainst(struck.slice(first, last + 1).join(" "), printed))).toBe(true);
    }),
    { numRuns: runs(20) },
  );
});

test("no number before a word that the document counts is that of a verse", () => {
  const greens = ["nine", "9"].map((number) => {
    const printed = `They saw ${number} Ruritanians. Ruritanians were lost. For many had sailed.`;
    return ["12 Ruritanians were lost", "12 For many had sailed", "[12] Ruritanians were lost"].map(
      (quoted) => isGreen(verdictAgainst(quoted, printed)),
    );
  });
  expect(greens).toEqual([
    [false, true, true],
    [false, true, true],
  ]);
});

test("in German, no number before a noun is that of a verse without its sign", () => {
  const printed = "Man warnte sie. Schiffe gingen im Winter verloren. Und das Öl kam spät an.";
  const greens = [
    "300 Schiffe gingen im Winter verloren",
    "Man warnte sie. 300 Schiffe gingen im Winter verloren",
    "[16] Schiffe gingen im Winter verloren",
    "16 Und das Öl kam spät an",
  ].map((quoted) => isGreen(verdictAgainst(quoted, printed, "de")));
  expect(greens).toEqual([false, false, true, true]);
});

describe("the number of an item before a quotation", () => {
  const PRINTED = "We ask the council for the fulfilment of its duties to the rest of the harbour.";
  const DUTIES = "for the fulfilment of its duties to the rest of the harbour";
  const GERMAN = "Im Winter zog die Armee über den Fluss und kam nie wieder zurück.";

  test.each(["12. ", "3) ", "“7. ", "1. "])(
    "is a mark wherever the quotation begins: %s",
    (item) => {
      expect(verdictAgainst(item + DUTIES, PRINTED)).toMatchObject({
        kind: "exact",
        marks: [{ kind: "verse-number" }],
      });
    },
  );

  test.each([
    [`12 ${DUTIES}`, PRINTED, "en"],
    [`12. ${DUTIES}`, PRINTED.replace("for the", "seven for the"), "en"],
    [`We ask the council 12. ${DUTIES}`, PRINTED, "en"],
    ["12. Armee über den Fluss und kam nie wieder zurück", GERMAN, "de"],
  ])("is none without its point, within the words, or if it may be an ordinal: %s", (...given) => {
    expect(isGreen(verdictAgainst(...given))).toBe(false);
  });
});

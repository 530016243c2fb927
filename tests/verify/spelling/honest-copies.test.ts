import { describe, expect, test } from "vitest";
import { WINDOWS_1252 } from "../../../src/foundation/twice-encoded.ts";
import { isGreen, verdictAgainst } from "../verifiers.ts";

/** Returns what a program shows of a text whose UTF-8 it takes for Windows-1252. */
function takenForWindows1252(text: string): string {
  return Buffer.from(text)
    .toString("latin1")
    .replace(/[\x80-\x9F]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}

describe("honest copies", () => {
  const PRINTED =
    "The keeper’s remarkable lamp & the naïve “old” bell don’t answer any more, café or not.";
  test.each([
    ["hyphens at the ends of lines", (text: string) => text.replace("remarkable", "remark- able")],
    [
      "soft hyphens at the ends of lines",
      (text: string) => text.replace("answer", "an\u00ad swer"),
    ],
    ["acute accents for apostrophes", (text: string) => text.replaceAll("’", "´")],
    ["primes for apostrophes", (text: string) => text.replaceAll("’", "′")],
    ["graves for apostrophes", (text: string) => text.replaceAll("’", "`")],
    ["the signs of a block quote", (text: string) => `> ${text.replace(" & ", "\n> & ")}`],
    ["HTML entities", (text: string) => text.replace("&", "&amp;").replace("é", "&#233;")],
    ["HTML entities twice", (text: string) => text.replace("’", "&amp;#39;")],
    ["other signs for apostrophes", (text: string) => text.replace("’", "‛").replace("’", "＇")],
    ["not signs for soft hyphens", (text: string) => text.replace("answer", "an¬swer")],
    ["several hyphens in a word", (text: string) => text.replace("remarkable", "re-\nmark-\nable")],
    ["accents before their letters", (text: string) => text.replace("naïve", "na¨ive")],
    [
      "hyphens of which the end of the line is lost",
      (text: string) => text.replace("remarkable", "remar-kable"),
    ],
    [
      "double hyphens at the ends of lines",
      (text: string) => text.replace("remarkable", "remark⸗\nable").replace("answer", "an=\nswer"),
    ],
    ["emphasis by spaces", (text: string) => text.replace("answer", "a n s w e r")],
    ["escaped marks", (text: string) => text.replace("’", "\\'").replaceAll(/[“”]/g, '\\"')],
    ["doubled marks", (text: string) => text.replace("’", "''").replaceAll(/[“”]/g, '""')],
    ["restored letters", (text: string) => text.replace("answer", "an[swer]")],
    [
      "the number of a line within a divided word",
      (text: string) =>
        text.replace("remarkable", "remark-\n12\nable").replace("answer", "an- [13] swer"),
    ],
    ["UTF-8 that was taken for Windows-1252", takenForWindows1252],
    [
      "UTF-8 that was taken for Windows-1252 twice",
      (text: string) => takenForWindows1252(takenForWindows1252(text)),
    ],
  ])("with %s have the same words", (_, copy) => {
    expect(verdictAgainst(copy(PRINTED), PRINTED).kind).toBe("typography");
  });

  test("with apostrophes for letters at the beginnings of words have the same words", () => {
    const printed = "The ʻāina of ʻOahu was old, and the ʻohana slept in the old house that night.";
    for (const sign of ["'", "‘", "’", "`"]) {
      expect(verdictAgainst(printed.replaceAll("ʻ", sign), printed).kind).toBe("typography");
    }
    expect(verdictAgainst(printed.replaceAll("ʻ", ""), printed).kind).toBe("altered");
  });

  test("have no characters that are words by themselves taken for others", () => {
    const printed = "Ils dînaient au CAFÉ», et l’É» du roi était là ce soir dans la grande salle.";
    expect(verdictAgainst(printed, printed)).toMatchObject({ kind: "exact", marks: [] });
    expect(verdictAgainst(printed.replace("dînaient", "DÎNAIENT"), printed).kind).toBe(
      "typography",
    );
  });

  test.each([" [sic]", " (emphasis added)", " (p. 12)"])(
    "may have a mark beside a hyphen that is printed before a space: %s",
    (mark) => {
      const printed =
        "The keeper went on with this under- taking at dusk. Such an undertaking was new in the harbour.";
      const quoted = "The keeper went on with this under- taking at dusk";
      const verdict = verdictAgainst(quoted + mark, printed);
      expect(verdict).toMatchObject({ kind: "exact", marks: [{ text: mark.trim() }] });
    },
  );

  test("have no words of which a hyphen or a bracket makes others", () => {
    const printed = "They reformed the law, and the form of it will resign him to twelve signs.";
    const copy = (of: string, other: string) => verdictAgainst(printed.replace(of, other), printed);
    expect(copy("reformed", "re-formed").kind).toBe("altered");
    expect(copy("resign", "re-sign").kind).toBe("altered");
    expect(copy("twelve", "t[hirteen]")).toMatchObject({
      kind: "altered",
      changes: expect.arrayContaining([
        expect.objectContaining({ printed: "twelve", quoted: "t[hirteen]" }),
      ]),
    });
  });

  test("with the readings of characters have the same words, unless a remark rejects them", () => {
    const printed = "三月の灯台守は漢字の東京駅で古い時計を直した";
    const readings = [
      ["<ruby>三月<rp>(</rp><rt>さんがつ</rt><rp>)</rp></ruby>", "typography"],
      ["三月（さんがつ）", "exact"],
      ["三月（うそ）", "altered"],
      ["三月（ウソ）", "altered"],
    ] as const;
    const kinds = readings.map(
      ([quoted]) => verdictAgainst(printed.replace("三月", quoted), printed, "ja").kind,
    );
    expect(kinds).toEqual(readings.map(([, kind]) => kind));
  });
});

test.each([
  ["ja", "灯台守は毎晩ランプに火をともし、静かに海を見た", "灯台守", "（とうだいもり）", true],
  ["ja", "灯台守は毎晩ランプに火をともし、静かに海を見た", "灯台守", "（ばか）", false],
  ["ja", "灯台守は毎晩ランプに火をともし、静かに海を見た", "毎晩", "（か）", false],
  ["ko", "그해 겨울 등대에서 열두 척의 배를 세었다고 적었다", "등대", "(燈臺)", true],
  ["ko", "그해 겨울 등대에서 열두 척의 배를 세었다고 적었다", "열두", "(十三)", false],
])("a reading fits its word, and a number in brackets is none: in %s, %s", (...given) => {
  const [language, printed, word, reading, expected] = given;
  const quoted = printed.replace(word, word + reading);
  expect([quoted, isGreen(verdictAgainst(quoted, printed, language))]).toEqual([quoted, expected]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { respellAcronyms } from "../../../src/verify/spelling/acronyms.ts";
import { libraryOf } from "../../library.ts";
import { runs } from "../../thoroughness.ts";
import { verdictAgainst, verifierBesideFiller } from "../verifiers.ts";

const kindOf = (quoted: string, printed: string, language?: string) =>
  verdictAgainst(quoted, printed, language).kind;

/** Acronyms, each with full stops and without. */
const FORMS = [
  ["U.S.", "US"],
  ["U.S.S.R.", "USSR"],
  ["U.N.", "UN"],
  ["Ph.D.", "PhD"],
  ["M.A.", "MA"],
  ["EE.UU.", "EEUU"],
  ["e.g.", "eg"],
  ["i.e.", "ie"],
] as const;

describe("acronyms with full stops and without", () => {
  const places = ["at dusk", "in the north", "near the pier", "on the hill", "under the moon"];
  const sentence = (acronyms: readonly string[]) =>
    `The keeper ${acronyms.map((one, at) => `saw the ${one} boat ${places[at]}`).join(" and ")}`;
  const choices = fc.uniqueArray(
    fc.record({
      at: fc.nat({ max: FORMS.length - 1 }),
      isPrintedStopped: fc.boolean(),
      isQuotedStopped: fc.boolean(),
      space: fc.constantFrom("", " "),
    }),
    { minLength: 1, maxLength: places.length, selector: ({ at }) => at },
  );

  test("are the same words, and a changed letter is a change", () => {
    const written = (at: number, isStopped: boolean, space = "") => {
      const form = FORMS[at]?.[isStopped ? 0 : 1] ?? "";
      return form.startsWith("Ph") ? form : form.replace(/\.(?=\p{L})/gu, `.${space}`);
    };
    fc.assert(
      fc.property(choices, (chosen) => {
        const printed = sentence(
          chosen.map(({ at, isPrintedStopped }) => written(at, isPrintedStopped)),
        );
        const quoted = sentence(
          chosen.map(({ at, isQuotedStopped, space }) => written(at, isQuotedStopped, space)),
        );
        const verifier = verifierBesideFiller(printed);
        expect([quoted, printed, verifier.verify(quoted).kind]).toEqual([
          quoted,
          printed,
          quoted === printed ? "exact" : "typography",
        ]);
        const [first] = chosen;
        const own =
          first === undefined ? "" : written(first.at, first.isQuotedStopped, first.space);
        const other = own.replace(/\p{L}(?=\.?$)/u, "X");
        expect([other, verifier.verify(quoted.replace(own, other)).kind]).toEqual([
          other,
          "altered",
        ]);
      }),
      { numRuns: runs(40) },
    );
  });

  test.each([
    ["the US and us, the boat", "the U.S. and us, the boat"],
    ["the U.S. and us, the boat", "the US and us, the boat"],
    ["the u.s. and us, the boat", "the US and us, the boat"],
    ["at 6 am on the pier", "at 6 a.m. on the pier"],
    ["at 6 AM on the pier", "at 6 a.m. on the pier"],
    ["at 6 a. m. on the pier", "at 6 AM on the pier"],
    ["at 6 am on the pier", "at 6 AM on the pier"],
  ])("“%s” is “%s”", (quoted, printed) => {
    const sentence = (words: string) => `The keeper of Ulm saw ${words} of the harbour`;
    expect(kindOf(sentence(quoted), sentence(printed))).toBe("typography");
  });

  test.each([
    ["the us and them", "the U.S. and them"],
    ["the boat of U.S. and them", "the boat of us and them"],
    ["that H.E. came", "that he came"],
    ["that he came", "that H.E. came"],
    ["with I.T. and oil", "with it and oil"],
    ["with it and oil", "with I.T. and oil"],
    ["the UK and us", "the U.S. and us"],
  ])("“%s” is not “%s”", (quoted, printed) => {
    const sentence = (words: string) => `The keeper of Ulm saw ${words} on the old pier`;
    expect(kindOf(sentence(quoted), sentence(printed))).toBe("altered");
  });

  test("are abbreviations of any language", () => {
    const forms = [
      "Der Wächter sah z. B. Öl, d. h. Tran, am Abend in Ulm",
      "Der Wächter sah z.B. Öl, d.h. Tran, am Abend in Ulm",
      "Der Wächter sah zB Öl, dh Tran, am Abend in Ulm",
    ];
    for (const printed of forms) {
      for (const quoted of forms) {
        expect([quoted, kindOf(quoted, printed, "de")]).toEqual([
          quoted,
          quoted === printed ? "exact" : "typography",
        ]);
      }
    }
  });

  test("have their last full stop in a difference", () => {
    const verdict = verifierBesideFiller(
      "The keeper saw the U.S. boat at dusk near the pier",
    ).verify("The keeper saw the old boat at dusk near the pier");
    expect(verdict).toMatchObject({
      changes: expect.arrayContaining([
        expect.objectContaining({ printed: "U.S.", quoted: "old" }),
      ]),
    });
  });
});

test("an acronym is looked up only if that examines few positions, which is known before", () => {
  const { passages, positions } = libraryOf({
    "a.md": "The keeper of the U.S. lamp and the pilot of the brig saw no ship that night.",
  }).passagePositions();
  const respell = (factor: number) => {
    let examined = 0;
    const counted = {
      ...positions,
      collectionFrequency: (word: number) => factor * positions.collectionFrequency(word),
      findPhrase(words: readonly number[]) {
        if (!words.includes(0)) examined += 1;
        return positions.findPhrase(words);
      },
    };
    const text = respellAcronyms(
      "The keeper of the US lamp and the pilot",
      { passages, positions: counted },
      (_, printed) => printed,
    );
    return { text, examined };
  };
  expect(respell(1).text).toBe("The keeper of the U.S. lamp and the pilot");
  expect(respell(300_000)).toEqual({
    text: "The keeper of the US lamp and the pilot",
    examined: 0,
  });
});

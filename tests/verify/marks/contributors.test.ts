import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../thoroughness.ts";
import { kindsOfMarks, verifierBesideFiller } from "../verifiers.ts";

const WORDS = "The oil of the whales was carried to the lamp of the tower at dusk";
const LABELS = ["trans.", "tr.", "translated by", "ed.", "trad.", "Übers.", "пер.", "övers."];

describe("a translator in an attribution", () => {
  const { verify } = verifierBesideFiller(`${WORDS}.`, "en", "author: Ada Quill\n");
  const label = fc.constantFrom(...LABELS);
  const name = fc.constantFrom("B. Roe", "Tom Hale", "Lindqvist");

  test("is unconfirmed, and no other author", () => {
    fc.assert(
      fc.property(label, name, fc.constantFrom("(", "— "), (own, translator, sign) => {
        const end = sign === "(" ? ")" : "";
        const quoted = `“${WORDS}” ${sign}${own} ${translator}${end}`;
        expect([quoted, kindsOfMarks(verify(quoted))]).toEqual([quoted, ["unconfirmed-origin"]]);
        const besideAuthor = `“${WORDS}” (Ada Quill, ${own} ${translator})`;
        expect([besideAuthor, kindsOfMarks(verify(besideAuthor))]).toEqual([
          besideAuthor,
          ["attribution"],
        ]);
        const besideOther = `“${WORDS}” (Ben Wren, ${own} ${translator})`;
        expect([besideOther, kindsOfMarks(verify(besideOther))]).toEqual([
          besideOther,
          ["other-origin"],
        ]);
      }),
      { numRuns: runs(40) },
    );
  });

  test("a word that announces a quotation is an added one", () => {
    for (const one of ["Quote:", "Zitat:", "Citation :", "Cita:", "Цитата:", "Q:", "引用："]) {
      expect([one, kindsOfMarks(verify(`${one} “${WORDS}”`))]).toEqual([one, ["words"]]);
    }
  });
});

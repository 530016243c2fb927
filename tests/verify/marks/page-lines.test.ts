import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../thoroughness.ts";
import { isGreen, verifierBesideFiller } from "../verifiers.ts";

const PRINTED =
  "The keeper lit the lamp of the harbour at dusk and three ships went by the cape in the dark. Then the men of the pier went home.";
const { verify } = verifierBesideFiller(PRINTED, "en", "title: The Lamp of Nore\n");
const folio = fc.constantFrom<(page: number) => string>(
  (page) => `${page}`,
  (page) => `— ${page} —`,
  (page) =>
    `－${String(page).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))}－`,
  (page) => `- ${page.toLocaleString("ar-EG", { useGrouping: false })} -`,
  (page) => `第${page}頁`,
  (page) => `${page}쪽`,
  (page) => `-${page}-`,
  (page) => `~ ${page} ~`,
  (page) => `[${page}]`,
  (page) => `Page ${page}`,
  (page) => `p. ${page}`,
  (page) => `S. ${page}`,
  (page) => `стр. ${page}`,
  (page) => `${page}/900`,
  (page) => `${page} / 900`,
  (page) => `Page ${page} of 900`,
  (page) => `Seite ${page} von 900`,
  () => "xii",
  () => "— xiv —",
  (page) => `${page} THE LAMP OF NORE`,
  (page) => `THE LAMP OF NORE ${page}`,
  (page) => `The Lamp of Nore | ${page}`,
);
const page = fc.integer({ min: 1, max: 899 });
const breakOf = fc.constantFrom("\n", "\n\n");
const place = fc.constantFrom("dusk ", "dark. ");
const withLine = (at: string, line: string, between: string) =>
  PRINTED.replace(at, `${at.trimEnd()}${between}${line}${between}`);

describe("the number of a page on a line of its own", () => {
  test("is an editor’s mark in any of its forms, within a sentence and between two", () => {
    fc.assert(
      fc.property(folio, page, breakOf, place, (write, number, between, at) => {
        const quoted = withLine(at, write(number), between);
        const verdict = verify(quoted);
        expect([quoted, isGreen(verdict), verdict]).toMatchObject([
          quoted,
          true,
          { marks: [{ kind: "page-number" }] },
        ]);
      }),
      { numRuns: runs(150) },
    );
  });

  test("is none beside words that are no heading", () => {
    const words = fc.constantFrom("no lamp", "Lies", "not", "THE LAMP OF NOBODY", "more than");
    fc.assert(
      fc.property(
        words,
        page,
        breakOf,
        place,
        fc.boolean(),
        (other, number, between, at, isFirst) => {
          const quoted = withLine(
            at,
            isFirst ? `${number} ${other}` : `${other} ${number}`,
            between,
          );
          expect([quoted, isGreen(verify(quoted))]).toEqual([quoted, false]);
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { elementAt } from "../../src/foundation/checked-access.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { bookLayouts, setBook } from "./books.ts";
import { wordsInCorpus } from "./corpus-words.ts";
import { importManuscript } from "./read-manuscripts.ts";

/** Returns the sequences of letters, but not the numbers of pages. */
const wordsIn = (texts: readonly string[]) =>
  texts
    .flatMap((text) => text.toLowerCase().match(/[a-z]+/g) ?? [])
    .filter((word) => !/^[iv]+$/.test(word));

/** Returns the words of the running heads that a remark lists, as often as it says. */
function headsIn(remarks: readonly string[]): readonly string[] {
  const remark = remarks.find((one) => one.startsWith("Lines at the head")) ?? "";
  return [...remark.matchAll(/“([^”]*)” \((\d+)\)/g)].flatMap(([, text = "", count]) =>
    Array.from({ length: Number(count) }, () => wordsIn([text])).flat(),
  );
}

/** Returns the number that a remark counts; 0 if there is no such remark. */
const countIn = (remarks: readonly string[], pattern: RegExp) =>
  Number(
    remarks.map((remark) => pattern.exec(remark)?.[1]).find((count) => count !== undefined) ?? 0,
  );

test("Each word of a PDF is in its text, in a note or in a remark, and next to the same words", async () => {
  await fc.assert(
    fc.asyncProperty(bookLayouts, async (layout) => {
      const { bytes, words } = await setBook(layout);
      const manuscript = await importManuscript("a.pdf", bytes);
      const remarks = manuscript.remarks.map(inEnglish);
      const { running, beside } = elementAt(wordsInCorpus([manuscript]), 0);
      const isUncertain = remarks.some((remark) => remark.includes("in an uncertain order"));

      const printed = [...words.text, ...words.headings, ...words.notes, ...words.heads];
      const found = [...wordsIn([...running, ...beside]), ...headsIn(remarks)];
      // Words that are not quoted may be divided at the ends of lines.
      const comparable = (all: readonly string[]) =>
        (isUncertain ? [...all.join("")] : all).toSorted();
      expect(comparable(found)).toEqual(comparable(printed));

      const places = new Map(words.text.map((word, index) => [word, index]));
      for (const passage of running) {
        const order = wordsIn([passage]).flatMap((word) => places.get(word) ?? []);
        expect(order).toEqual(order.map((_, index) => elementAt(order, 0) + index));
      }
      const notQuoted = new Set([...words.notes, ...(layout.pages > 2 ? words.heads : [])]);
      expect(wordsIn(running).filter((word) => notQuoted.has(word))).toEqual([]);
      if (!isUncertain) {
        const quoted = wordsIn(running).filter((word) => places.has(word));
        expect(quoted).toEqual(words.text);
        expect(countIn(remarks, /^Notes \((\d+)\)/) * 2).toBe(words.notes.length);
      }
      if (layout.pages > 2 && layout.folio !== "none") {
        expect(countIn(remarks, /^Page numbers \((\d+)\) were left out/)).toBe(layout.pages);
      }
      expect(remarks.join("\n").includes("in another direction")).toBe(words.turned.length > 0);
      expect(remarks.join("\n").includes("the font “Lamp” that cannot be mapped")).toBe(
        words.unmapped.length > 0,
      );
    }),
    { numRuns: runs(25) },
  );
});

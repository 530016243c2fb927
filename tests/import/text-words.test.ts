import fc from "fast-check";
import { expect, test } from "vitest";
import { elementAt } from "../../src/foundation/checked-access.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { wordsInCorpus } from "./corpus-words.ts";
import { importManuscripts } from "./read-manuscripts.ts";
import { scanLayouts, writeScan } from "./scans.ts";

const wordsIn = (texts: readonly string[]) =>
  texts.flatMap((text) => text.toLowerCase().match(/q[a-z]+/g) ?? []);

/** Returns the words of the running heads that a remark lists, as often as it says. */
function headsIn(remarks: readonly string[]): readonly string[] {
  const remark = remarks.find((one) => one.startsWith("Running heads of pages")) ?? "";
  return [...remark.matchAll(/“([^”]*)” \((\d+)\)/g)].flatMap(([, text = "", count]) =>
    Array.from({ length: Number(count) }, () => wordsIn([text])).flat(),
  );
}

test("Each word of a text with pages is in a passage next to the same words, in a note, in the title or in a remark", async () => {
  await fc.assert(
    fc.asyncProperty(scanLayouts, async (layout) => {
      const { text, words } = writeScan(layout);
      const manuscripts = await importManuscripts("a.txt", text);
      const remarks = manuscripts.flatMap((manuscript) => manuscript.remarks.map(inEnglish));
      const { title, running, beside } = elementAt(wordsInCorpus(manuscripts), 0);
      const found = [...wordsIn([title, ...running, ...beside]), ...headsIn(remarks)];
      expect(found.toSorted()).toEqual([...words.text, ...words.notes, ...words.heads].toSorted());
      expect(wordsIn(running)).toEqual(words.text);
      expect(running.join(" ")).not.toMatch(/[\d*[\]¬]/);
      expect(
        beside.filter((one) => words.notes.includes(elementAt(wordsIn([one]), 0))),
      ).toHaveLength(words.notes.length / 2);
    }),
    { numRuns: runs(60) },
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { elementAt } from "../../src/foundation/checked-access.ts";
import { type MarkNode, markNodesIn } from "../../src/import/shared/marks/mark.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { wordsInCorpus } from "./corpus-words.ts";
import { headingsOf, textsOf } from "./passages.ts";
import { importManuscript, importManuscripts } from "./read-manuscripts.ts";
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
      expect(running.join(" ")).not.toMatch(/[\d*[\]¬⸗]/);
      expect(
        beside.filter((one) => words.notes.includes(elementAt(wordsIn([one]), 0))),
      ).toHaveLength(words.notes.length / 2);
      const nodes = manuscripts.flatMap(({ content }) => content.flatMap(markNodesIn));
      const identifiersOf = (type: MarkNode["type"]) =>
        nodes.flatMap((node) =>
          node.type === type && /^\d/.test(node.identifier) ? [node.identifier] : [],
        );
      if (layout.hasNotes) {
        expect(identifiersOf("footnoteReference")).toEqual(identifiersOf("footnoteDefinition"));
      }
    }),
    { numRuns: runs(60) },
  );
});

test("A running head with a date and the name of the page is one, and a reference to a page is none", async () => {
  const pages = (line: (page: number) => string) =>
    Array.from({ length: 5 }, (_, page) => {
      const ships = [1, 2, 3].map(
        (row) => `and the keeper saw ship ${row} of day ${page} go by the`,
      );
      return `${line(page + 12)}\n\n${ships.join("\n")}`;
    }).join("\n\n");
  const head = await importManuscript(
    "a.txt",
    pages((page) => `Daily Lamp, 2 March 1907, p. ${page}`),
  );
  expect(textsOf(head).join(" ")).not.toContain("Daily");
  expect(head.remarks.map(inEnglish).join()).toContain("“Daily Lamp, 2 March 1907, p. 12” (5)");
  const text = await importManuscript(
    "a.txt",
    pages((page) => `as in the log of day ${page}, p. ${page}`),
  );
  expect(
    textsOf(text)
      .join(" ")
      .match(/p\. \d+/g),
  ).toHaveLength(5);
});

test("A line of the author’s that has the words of a running head stays", async () => {
  const pages = fc.record({
    line: fc.constantFrom("The Lamp", "THE LAMP.", "THE LAMPS", "The Lamp.", "THE LAND", "O Lamp"),
    isSetOff: fc.boolean(),
    isVerse: fc.boolean(),
    isHeadNumbered: fc.boolean(),
    on: fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }),
    at: fc.integer({ min: 4, max: 7 }),
  });
  await fc.assert(
    fc.asyncProperty(pages, async ({ line, isSetOff, isVerse, isHeadNumbered, on, at }) => {
      const space = isSetOff ? "\n\n" : "\n";
      const text = Array.from({ length: 6 }, (_, page) => {
        const lines = Array.from({ length: 12 }, (_, row) =>
          isVerse
            ? `And ship ${12 * page + row} went by`
            : `and the keeper saw ship ${12 * page + row} go by the cape and`,
        );
        const own = on.includes(page) ? `${space}${line}${space}` : "\n";
        const number = page + 21;
        const [top, foot] = isHeadNumbered
          ? [`THE LAMP   ${number}`, ""]
          : ["THE LAMP", `${number}`];
        const words = `${lines.slice(0, at).join("\n")}${own}${lines.slice(at).join("\n")}`;
        return `${top}\n\n${words}\n\n${foot}\n\n`;
      }).join("");
      const manuscript = await importManuscript("a.txt", text);
      const all = [...headingsOf(manuscript), ...textsOf(manuscript)]
        .join("\n")
        .replace(/\s+/g, " ");
      const ships = Array.from({ length: 72 }, (_, ship) => `ship ${ship} `);
      for (const ship of ships) expect(all).toContain(ship);
      expect(all.split(line).length - 1).toBeGreaterThanOrEqual(on.length);
      expect(all).not.toMatch(/THE LAMP {3}\d|\b2[1-6] \n/);
    }),
    { numRuns: runs(60) },
  );
});

test("A line that returns within the pages of a text is no running head", async () => {
  const pages = fc.record({
    head: fc.constantFrom("", "The Lamp"),
    line: fc.constantFrom("It was late when Ada Quill slept", "Then Nobody on the Pier saw"),
    places: fc.array(fc.integer({ min: 4, max: 20 }), { minLength: 5, maxLength: 9 }),
  });
  await fc.assert(
    fc.asyncProperty(pages, async ({ head, line, places }) => {
      const text = places
        .map((at, page) => {
          const lines = Array.from(
            { length: 25 },
            (_, row) => `and the keeper saw ship ${25 * page + row} go by the cape and`,
          );
          return `${head}\n\n${[...lines.slice(0, at), line, ...lines.slice(at)].join("\n")}\n`;
        })
        .join("\f");
      const manuscript = await importManuscript("a.txt", text);
      const all = [...headingsOf(manuscript), ...textsOf(manuscript)].join("\n");
      expect(all.split(line).length - 1).toBe(places.length);
      expect(all).not.toContain("The Lamp");
    }),
    { numRuns: runs(40) },
  );
});

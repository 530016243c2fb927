import { describe, expect, test } from "vitest";
import { adviceOn } from "./advice.ts";

const NOTES = { "corpus.yaml": "body: notes", "sources.yaml": "herald: { title: Herald }\n" };
const REMEDY = "Compare both with the original, and correct the one that is wrong.";

/** Returns a document of notes with these paragraphs. Its source is the Herald. */
function document(...paragraphs: readonly string[]): string {
  return `---\nsources: herald\n---\n\n${paragraphs.join("\n\n")}\n`;
}

const printed = (words: string) => `> ${words}\n>\n> — @herald`;

// There is so much text around the quotations that the passages are not duplicates.
const keeperWrote = (words: string) =>
  `Long after the keeper had gone he told us of that winter: “${words}.”`;
const sheWrote = (words: string) =>
  `It was\nmuch disputed, and never found out in the town below, why she should have written\n“${words}”.`;

describe("a quotation", () => {
  test("is reported with the differences if two documents word it differently", () => {
    expect(
      adviceOn({
        ...NOTES,
        "a.md": document(printed("the ship that passes here in March has no lamp at all")),
        "b.md": document(
          "Said.",
          printed("the ship which passes here in March has no lamp at all"),
        ),
      }),
    ).toEqual([
      `b.md:7: the quotation b¶a differs from the quotation a¶a of a.md:5, which seems to be the same quotation: there “that”, here “which”. ${REMEDY}`,
    ]);
  });

  test("in a note is compared with block quotes, and reported with the line of the note", () => {
    expect(
      adviceOn({
        ...NOTES,
        "a.md": document(printed("no ship that passes here in March carries a lamp")),
        "b.md": document(
          "A remark.",
          "He wrote that “no ship that passes here in May carries a lamp”.",
        ),
      }),
    ).toEqual([
      `b.md:7: “no ship that passes here …” differs from the quotation a¶a of a.md:5, which seems to be the same quotation: there “March”, here “May”. ${REMEDY}`,
    ]);
  });

  test("in a passage is compared with others, and reported with the line on which it begins", () => {
    expect(
      adviceOn({
        "a.md": keeperWrote("All the oil that was left stood in two cans"),
        "b.md": sheWrote("All the oil that was left stood in three cans"),
      }),
    ).toEqual([
      `b.md:3: “All the oil that was …” differs from “All the oil that was …” of a.md:1, which seems to be the same quotation: there “two”, here “three”. ${REMEDY}`,
    ]);
  });

  test.each([
    ["is the same", "All the oil that was left stood in two cans"],
    ["differs in typography", "ALL THE OIL — that was left — stood in two cans"],
    ["ends earlier", "All the oil that was left stood"],
    ["begins later", "oil that was left stood in two cans"],
    ["marks an omission", "All the oil […] stood in two cans"],
    ["has a letter in brackets", "[a]ll the oil that was left stood in two cans"],
    ["is about something else", "All the ships that were lost lay in one bay"],
  ])("is not a variant if it %s", (_, words) => {
    expect(
      adviceOn({
        "a.md": keeperWrote("All the oil that was left stood in two cans"),
        "b.md": sheWrote(words),
      }),
    ).toEqual([]);
  });

  test("is not compared with quotations in the same document", () => {
    expect(
      adviceOn({
        "a.md": [
          keeperWrote("All the oil that was left stood in two cans"),
          sheWrote("All the oil that was left stood in three cans"),
        ].join("\n\n"),
      }),
    ).toEqual([]);
  });
});

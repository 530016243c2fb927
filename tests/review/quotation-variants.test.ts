import { describe, expect, test } from "vitest";
import { adviceOn } from "./advice.ts";

const NOTES = { "corpus.yaml": "body: notes", "sources.yaml": "herald: { title: Herald }\n" };
const REMEDY = "Compare both with what they quote, and correct the one that is wrong.";

/** A document of notes that is reported by the Herald, in which block quotes are printed too. */
function document(...paragraphs: readonly string[]): string {
  return `---\nsources: herald\n---\n\n${paragraphs.join("\n\n")}\n`;
}

const printed = (words: string) => `> ${words}\n>\n> — @herald`;

// Around the quotations stands so much else that the passages are no duplicates.
const HE = (words: string) =>
  `Long after the keeper had gone he told us of that winter: “${words}.”`;
const SHE = (words: string) =>
  `It was\nmuch disputed, and never found out in the town below, why she should have written\n“${words}”.`;

describe("a quotation", () => {
  test("that two documents have in different words is told with the words", () => {
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
      `b.md:7: the quotation b¶a differs from the quotation a¶a of a.md:5, which seems to be the same: there “that”, here “which”. ${REMEDY}`,
    ]);
  });

  test("in quotation marks is compared with one in a block quote, by the line of its note", () => {
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
      `b.md:7: “no ship that passes here …” differs from the quotation a¶a of a.md:5, which seems to be the same: there “March”, here “May”. ${REMEDY}`,
    ]);
  });

  test("in a text is compared with that in another, by the line on which it begins", () => {
    expect(
      adviceOn({
        "a.md": HE("All the oil that was left stood in two cans"),
        "b.md": SHE("All the oil that was left stood in three cans"),
      }),
    ).toEqual([
      `b.md:3: “All the oil that was …” differs from “All the oil that was …” of a.md:1, which seems to be the same: there “two”, here “three”. ${REMEDY}`,
    ]);
  });

  test.each([
    ["that is the same", "All the oil that was left stood in two cans"],
    ["that is written in another way", "ALL THE OIL — that was left — stood in two cans"],
    ["that ends sooner", "All the oil that was left stood"],
    ["that begins later", "oil that was left stood in two cans"],
    ["that leaves words out and says so", "All the oil […] stood in two cans"],
    ["that puts its own letter into brackets", "[a]ll the oil that was left stood in two cans"],
    ["of another thing", "All the ships that were lost lay in one bay"],
  ])("%s is no other wording", (_, words) => {
    expect(
      adviceOn({
        "a.md": HE("All the oil that was left stood in two cans"),
        "b.md": SHE(words),
      }),
    ).toEqual([]);
  });

  test("that one document has twice is its own matter", () => {
    expect(
      adviceOn({
        "a.md": [
          HE("All the oil that was left stood in two cans"),
          SHE("All the oil that was left stood in three cans"),
        ].join("\n\n"),
      }),
    ).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { parseMarkdown, renderInlineText } from "../../src/corpus/markdown.ts";
import { readBlocks } from "../../src/import/writing/blocks.ts";
import { makeDrafts } from "../../src/import/writing/drafts.ts";
import { splitContent } from "../../src/import/writing/split.ts";
import { inEnglish } from "../in-english.ts";
import { inventLetters, volumeAsHtml, volumeAsText } from "./letter-volume.ts";
import { importManuscripts } from "./read-manuscripts.ts";

async function draftsOf(name: string, content: string) {
  const made = makeDrafts(name, await importManuscripts(name, content), {
    metadata: {},
    splitRule: { at: "headings" },
  });
  if ("error" in made) throw new Error(inEnglish(made.error));
  return made.drafts;
}

describe.each([
  ["keeper.txt", inventLetters(250), volumeAsText],
  ["keeper.html", inventLetters(30), volumeAsHtml],
] as const)("A volume of letters in three parts, %s", (name, invented, format) => {
  test("becomes letters with their numbers, recipients, dates and places", async () => {
    const drafts = await draftsOf(name, format(invented));
    const letters = drafts.filter(({ metadata }) => metadata.type === "personal_communication");
    expect(
      letters.map(({ suffix, content: blocks, metadata: { to, date, more = {} } }) => ({
        number: Number(more["number"]),
        suffix,
        to: to?.join(),
        date,
        place: more["event-place"],
        words: readBlocks(blocks, "text").passages.find(({ text }) => /^Of /.test(text))?.text,
      })),
    ).toEqual(
      invented.map(({ number, to, date, place, words }) => ({
        number,
        suffix: String(number),
        to,
        date,
        place,
        words,
      })),
    );
    const sections = new Set(letters.map(({ metadata }) => metadata.more?.["section"]));
    expect([...sections].map((section) => String(section).slice(0, 5))).toEqual([
      "FIRST",
      "SECON",
      "THIRD",
    ]);
  });
});

test("two letters are a volume if each has a number, a recipient and a date", async () => {
  const letters = [
    "I.\n\nTO TOM HALE.\n\nCape Hollow, 5 May 1871.\n\nThe lamp was lit at dusk.\n\nADA QUILL.\n",
    "II.\n\nTO THE BOARD.\n\nPort Sorrel, 9 June 1871.\n\nThe oil is out.\n\nADA QUILL.\n",
  ].join("\n\n\n");
  expect(await draftsOf("two.txt", letters)).toMatchObject([
    { suffix: "1", metadata: { to: ["Tom Hale"], date: "1871-05-05", title: "1. To Tom Hale" } },
    { suffix: "2", metadata: { to: ["Board"], date: "1871-06-09", title: "2. To the Board" } },
  ]);
  const sections = letters.replace(/^TO.*\n\n.*\n\n/gm, "");
  const titles = (await draftsOf("two.txt", sections)).map(({ metadata }) => metadata.type);
  expect(titles).toEqual([undefined, undefined]);
});

test("a numbered heading without a recipient is one of the letters", async () => {
  const html = [
    "TO TOM HALE.",
    "NOTICE.",
    "WRITTEN IN THE LOG OF THE <i>ANNA</i>.",
    "TO THE BOARD.",
  ]
    .map(
      (heading, index) => `<h3>${index + 1}.<br>${heading}</h3><p>The lamp of week ${index}.</p>`,
    )
    .join("");
  const drafts = await draftsOf("a.html", `<html><body>${html}</body></html>`);
  expect(drafts.map(({ suffix, metadata: { title } }) => [suffix, title])).toEqual([
    ["1", "1. To Tom Hale"],
    ["2", "2. Notice"],
    ["3", "3. Written in the Log of the Anna"],
    ["4", "4. To the Board"],
  ]);
});

test.each([
  [
    "below the recipient",
    (number: number) => `${number}.\\\nTo Ada Quill\\\nHigh Light, 5 May 1871\\\n(Found in a tin)`,
  ],
  [
    "after “the same”",
    (number: number) =>
      `${number}.\\\nTo ${number === 1 ? "Ada Quill" : "the same"}\\\nHigh Light, 5 May 1871\\\n(Found in a tin)`,
  ],
  ["in the heading", (number: number) => `# LETTER ${number} (Found in a tin)\n\n# TO ADA QUILL`],
])("a remark %s stays among the words of its letter", async (_, headingOf) => {
  const letters = [1, 2, 3, 4].map((number) => `${headingOf(number)}\n\nWords.\n\nMore words.`);
  const { children } = parseMarkdown(letters.join("\n\n")).root;
  const split = splitContent(children, { at: "headings" }, "en");
  if ("error" in split) throw new Error(inEnglish(split.error));
  expect(split.parts.map(({ metadata }) => metadata.to)).toEqual(letters.map(() => ["Ada Quill"]));
  for (const { content } of split.parts) {
    expect(content.map((block) => renderInlineText(block).text).join(" ")).toContain(
      "Found in a tin",
    );
  }
});

test("an address that every essay of a series repeats is no letter", async () => {
  const essays = Array.from(
    { length: 5 },
    (_, index) =>
      `PAPER No. ${index + 1}\n\nFor the Port Journal.\n\nQUILL\n\nTo the Keepers of the Coast${index === 2 ? " of Sorrel" : ""}:\n\nThe lamp of week ${index} burned well.\n`,
  );
  const drafts = await draftsOf("papers.txt", essays.join("\n\n\n"));
  expect(drafts.map(({ suffix, metadata: { type } }) => [suffix, type])).toEqual(
    essays.map((_, index) => [String(index + 1), undefined]),
  );
});

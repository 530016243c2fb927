import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkReceipt, parseReceipt } from "../../src/cite/receipt.ts";
import { inEnglish } from "../in-english.ts";
import { libraryOf } from "../library.ts";
import { epubOf } from "./epubs.ts";
import { textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

const VERSES = [
  "The lamp was lit at dusk by the keeper.",
  "And three ships went by the cape,",
  "whose masters saw the light of it from afar;",
  "“Keep it burning,” they said to the one who kept it.",
];

const passagesIn = (markdown: string) =>
  libraryOf({ "a.md": markdown }).corpus.documents.flatMap(({ passages }) => passages);

describe("Bold numbers of verses are no part of the words", () => {
  const bold = VERSES.map((verse, index) => `**${index + 1}** ${verse}`);

  test("in hand-written Markdown, beside which they are kept", () => {
    const [passage] = passagesIn(bold.join(" "));
    expect(passage?.text).toBe(VERSES.join(" "));
    expect(passage?.marks.map(({ text }) => text)).toEqual(["1 ", " 2", " 3", " 4"]);
  });

  test("and a receipt of the words with their numbers finds them", () => {
    const library = libraryOf({ "a.md": bold.join(" ") });
    const words = `1 ${VERSES[0]} 2 And three`;
    const hash = createHash("sha256").update(words).digest("hex").slice(0, 8);
    const receipt = parseReceipt(`a¶1:0-${words.length}:${hash}`);
    expect(receipt && checkReceipt(receipt, library).kind).toBe("unchanged");
  });

  test.each([
    ["paragraphs of verses", bold.join("\n\n"), VERSES],
    ["lines of a paragraph", bold.join("  \n"), [VERSES.join("\n")]],
    [
      "the two verses of a short chapter after longer ones",
      `${bold.join(" ")}\n\n## 2\n\n${bold.join(" ")}\n\n## 3\n\n${bold.slice(0, 2).join(" ")}`,
      [VERSES.join(" "), VERSES.join(" "), VERSES.slice(0, 2).join(" ")],
    ],
    ["a quotation", `> ${bold.join(" ")}`, [VERSES.join(" ")]],
  ])("in %s", (_, markdown, texts) => {
    expect(passagesIn(markdown).map(({ text }) => text)).toEqual(texts);
  });

  const html = VERSES.map((verse, index) => `<b>${index + 1}</b> ${verse}`).join(" ");
  test.each([
    ["a.html", `<p>${html}</p>`],
    ["a.html", `<p>${html.replaceAll(/<b>(\d)<\/b> /g, '<a href="/$1"><b>$1&nbsp;</b></a>')}</p>`],
    ["a.md", bold.join(" ")],
    ["a.epub", epubOf({ pages: { "1.xhtml": `<p>${html}</p>` } })],
  ])("in an import of %s, which says how many there are", async (name, content) => {
    const manuscript = await importManuscript(name, await content);
    expect(textsOf(manuscript)).toEqual([VERSES.join(" ")]);
    expect(manuscript.remarks.map(inEnglish)).toContain(
      "Numbers of verses, sentences or paragraphs (4) were taken out of the words.",
    );
  });
});

describe("Other bold numbers are words", () => {
  test.each([
    [
      "steps",
      "In step **1** we open the box of the lamp. In step **2** we fill it. In step **3** we close it again.",
    ],
    ["items", "**1** cup of oil  \n**2** wicks for it  \n**3** lamps of brass"],
    [
      "years",
      "**1901** The lamp was lit that year for us.\n\n**1902** The lamp was lit again for the ships.\n\n**1903** The lamp was out for all of the year.",
    ],
    [
      "a count",
      "**7** ships went by the cape that night.\n\n**9** of them came back to us in the spring.\n\n**3** were lost at the cape.",
    ],
    [
      "numbers of a list",
      "**1.** The lamp is lit at dusk by us.\n\n**2.** The log is kept by the keeper.\n\n**3.** The oil is bought in the spring.",
    ],
    [
      "the end of a sentence",
      "We saw **1**. We saw the others, **2**. And the last of them was **3**.",
    ],
    [
      "a number above its line",
      "**1**  \nThe lamp was lit at dusk by us.\n\n**2**\nAnd three ships went by the cape.\n\n**3**  \nWe slept at last in the house.",
    ],
    [
      "two of them",
      "**1** The lamp was lit at dusk by us.\n\n**2** The log was kept by the keeper of it.",
    ],
  ])("%s", (_, markdown) => {
    const words = (text: string) => text.replaceAll("*", "").replace(/\s+/g, " ").trim();
    expect(
      words(
        passagesIn(markdown)
          .map(({ text }) => text)
          .join(" "),
      ),
    ).toBe(words(markdown));
  });

  test("No word of any text is lost, whatever is bold in it", () => {
    const piece = fc.oneof(
      fc.integer({ min: 1, max: 5 }).map((number) => `**${number}**`),
      fc.constantFrom("lamp", "and", "it.", "ship,", "Then", "\n\n", "  \n"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const markdown = pieces.join(" ").replace(/ ?\n ?/g, "\n");
        const found = passagesIn(`Begin.\n\n${markdown}`);
        const letters = (text: string) => text.replace(/\P{L}+/gu, "");
        expect(letters(found.map(({ text }) => text).join(""))).toBe(letters(`Begin${markdown}`));
        const digits = (text: string) => text.replace(/\D+/g, "").split("").toSorted().join("");
        expect(
          digits(
            found.map(({ text, marks }) => text + marks.map((mark) => mark.text).join("")).join(""),
          ),
        ).toBe(digits(markdown));
      }),
    );
  });
});

import fc from "fast-check";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
import { runs } from "../thoroughness.ts";
import { textsOf } from "./passages.ts";
import { breakParagraph, pdfOf, type SetLine } from "./pdfs.ts";
import { importManuscript } from "./read-manuscripts.ts";

const WORDS =
  "keeper light harbour mayor winter company ship north garden letter morning oil rope bread evening tower book road storm winds".split(
    " ",
  );

const sentence = (minLength: number) =>
  fc
    .array(fc.constantFrom(...WORDS), { minLength, maxLength: 40 })
    .map((words) => `The ${words.join(" ")}.`);

const labels = fc.constantFrom<(index: number) => string>(
  (index) => `${index + 1}.`,
  (index) => `(${index + 1})`,
  (index) => `${String.fromCharCode(97 + index)})`,
  (index) => ["i.", "ii.", "iii.", "iv.", "v.", "vi."][index] ?? "",
  (index) => `2.${index + 1}`,
  () => "•",
  () => "–",
);

const list = fc.record({
  before: sentence(30),
  items: fc.array(sentence(3), { minLength: 1, maxLength: 6 }),
  after: sentence(30),
  label: labels,
  /** How far the label and the text of an item are from the margin, and whether the label is a text of its own. */
  indent: fc.constantFrom(0, 12, 20),
  hang: fc.constantFrom(16, 20, 24),
  isApart: fc.boolean(),
  isTight: fc.boolean(),
});

test("Each item of a list is a paragraph of its own, with all of its lines", async () => {
  const font = await (await PDFDocument.create()).embedFont(StandardFonts.TimesRoman);
  await fc.assert(
    fc.asyncProperty(list, async ({ before, items, after, label, ...set }) => {
      const page: SetLine[] = [];
      let y = 60;
      const setParagraph = (text: string, x: number, labelled?: { label: string; x: number }) => {
        for (const [index, line] of breakParagraph(text, 350 - x, font, 0).entries()) {
          y += 12;
          if (labelled === undefined || index > 0) page.push({ text: line, x, y });
          else if (set.isApart)
            page.push({ ...labelled, text: labelled.label, y }, { text: line, x, y });
          else page.push({ ...labelled, text: `${labelled.label} ${line}`, y });
        }
      };
      setParagraph(before, 50);
      for (const [index, item] of items.entries()) {
        if (index === 0 || !set.isTight) y += 8;
        const x = 50 + set.indent;
        setParagraph(item, x + set.hang, { label: label(index), x });
      }
      y += 8;
      setParagraph(after, 50);
      const read = await importManuscript("a.pdf", await pdfOf([page]));
      expect(textsOf(read)).toEqual([
        before,
        ...items.map((item, index) => `${label(index)} ${item}`),
        after,
      ]);
    }),
    { numRuns: runs(60) },
  );
});

import fc from "fast-check";
import { PDFDocument, PDFString, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
import { wordsInContent } from "../../src/import/shared/lost-words.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { wordOf } from "./books.ts";
import { notesOf, textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

/** A page of a form, with a label beside or above each field, comments and a button. */
interface Form {
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly isBeside: boolean;
  readonly comments: readonly string[];
  readonly hasButton: boolean;
}

async function formOf({ fields, isBeside, comments, hasButton }: Form): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([400, 600]);
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const form = pdf.getForm();
  for (const [index, { label, value }] of fields.entries()) {
    const y = 540 - 60 * index;
    page.drawText(label, { x: 50, y, size: 12, font });
    const x = isBeside ? 54 + font.widthOfTextAtSize(label, 12) : 50;
    const place = { x, y: isBeside ? y - 6 : y - 30, width: 200, height: 20 };
    if (index % 2 === 0) {
      const field = form.createTextField(`text-${index}`);
      field.setText(value);
      field.addToPage(page, place);
    } else {
      const field = form.createDropdown(`choice-${index}`);
      field.addOptions([value, "Another"]);
      field.select(value);
      field.addToPage(page, place);
    }
  }
  if (hasButton) {
    form.createButton("button").addToPage("Send", page, { x: 50, y: 40, width: 90, height: 20 });
  }
  for (const text of comments) {
    const comment = pdf.context.register(
      pdf.context.obj({
        ...{ Type: "Annot", Subtype: "Text", Rect: [300, 40, 320, 60], F: 4 },
        Contents: PDFString.of(text),
      }),
    );
    page.node.addAnnot(comment);
  }
  return pdf.save();
}

test("the values of form fields are text at their places, and comments are notes, with a remark", async () => {
  const fields = [
    { label: "Name of the keeper:", value: "Ada Quill of the tower" },
    { label: "The light:", value: "A red lamp" },
  ];
  const form = { fields, isBeside: true, comments: ["Ask the pilot."], hasButton: true };
  const manuscript = await importManuscript("a.pdf", await formOf(form));
  expect(textsOf(manuscript)).toEqual([
    "Name of the keeper: Ada Quill of the tower",
    "The light: A red lamp",
  ]);
  expect(notesOf(manuscript)).toEqual(["Ask the pilot."]);
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "Notes (1) are notes of the document, and are not quoted.",
    "The values of form fields (2) were read as text at their places. Compare them with the PDF.",
    "Comments, and text that was typed onto the pages (1), were read as notes.",
    "Pages with buttons, whose captions were left out: 1.",
  ]);
});

test("no word of a form is lost", async () => {
  let count = 0;
  const text = fc
    .integer({ min: 1, max: 4 })
    .map((words) => Array.from({ length: words }, () => wordOf(count++)).join(" "));
  const form = fc.record({
    fields: fc.array(fc.record({ label: text, value: text }), { maxLength: 8 }),
    isBeside: fc.boolean(),
    comments: fc.array(text, { maxLength: 3 }),
    hasButton: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(form, async (one) => {
      const printed = [
        ...one.fields.flatMap(({ label, value }) => [label, value]),
        ...one.comments,
      ];
      fc.pre(one.fields.length > 0);
      const manuscript = await importManuscript("a.pdf", await formOf(one));
      const found = wordsInContent(manuscript.content)
        .join(" ")
        .match(/[a-z]+/g);
      expect(found?.toSorted()).toEqual(printed.join(" ").split(" ").toSorted());
      const remarks = manuscript.remarks.map(inEnglish).join(" ");
      expect(remarks.includes("Pages with buttons")).toBe(one.hasButton);
    }),
    { numRuns: runs(15) },
  );
});

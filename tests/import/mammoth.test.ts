import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import { zipOf } from "./epubs.ts";

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const notes = (kind: "footnote" | "endnote", text: string) =>
  `<w:${kind}s ${NAMESPACE}><w:${kind} w:id="1"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:${kind}></w:${kind}s>`;

async function convert(content: string, more: Readonly<Record<string, string>> = {}) {
  const document = `<w:document ${NAMESPACE}><w:body><w:p><w:r>${content}</w:r></w:p></w:body></w:document>`;
  const buffer = await zipOf({ "word/document.xml": document, ...more });
  return mammoth.convertToHtml({ buffer }, { idPrefix: "docx-" });
}

// Mammoth is used directly: if one of these tests fails after an upgrade, then something has changed that
// it does not document and `src/import/docx/mammoth.ts` relies on.
describe("The package mammoth, beyond what it documents,", () => {
  test("marks references to notes and the links back in this HTML", async () => {
    const { value } = await convert(
      '<w:footnoteReference w:id="1"/><w:endnoteReference w:id="1"/>',
      {
        "word/footnotes.xml": notes("footnote", "Foot."),
        "word/endnotes.xml": notes("endnote", "End."),
      },
    );
    expect(value).toBe(
      '<p><sup><a href="#docx-footnote-1" id="docx-footnote-ref-1">[1]</a></sup>' +
        '<sup><a href="#docx-endnote-1" id="docx-endnote-ref-1">[2]</a></sup></p>' +
        '<ol><li id="docx-footnote-1"><p>Foot. <a href="#docx-footnote-ref-1">↑</a></p></li>' +
        '<li id="docx-endnote-1"><p>End. <a href="#docx-endnote-ref-1">↑</a></p></li></ol>',
    );
  });

  test("reports the parts that it leaves out in these messages, each once", async () => {
    const part = '<w:ptab/><w:sym w:font="Unknown" w:char="F04A"/>';
    const { messages } = await convert(part + part);
    expect(messages.map(({ message }) => message)).toEqual([
      "An unrecognised element was ignored: w:ptab",
      "A w:sym element with an unsupported character was ignored: char F04A in font Unknown",
    ]);
  });
});

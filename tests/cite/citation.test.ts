import { describe, expect, test } from "vitest";
import { citationOf, fullReference, shortReference } from "../../src/cite/citation.ts";
import { quotationOf } from "../../src/cite/quotation.ts";
import type { PassageRef, Source } from "../../src/corpus/document.ts";
import { documentName } from "../../src/corpus/titles.ts";
import { library, libraryOf, papers } from "../library.ts";

function place(address: string, from = papers): PassageRef {
  const found = from.passage(address);
  if (found === undefined) throw new Error(`No passage has the address ${address}.`);
  return found;
}

function source(yaml: string): Source {
  const { corpus } = libraryOf({ "sources.yaml": `it: { ${yaml} }`, "a.md": "Words." });
  const found = corpus.sources.get("it");
  if (found === undefined) throw new Error("There is no such source.");
  return found;
}

const ofLetter = (address: string) => {
  const { document, passage } = place(address, library);
  return citationOf(document, passage);
};

describe("A citation", () => {
  test("of words known only from another work names that work", () => {
    const { line, printedIn, link, printingStart, ...rest } = ofLetter("2018-09-21-kim-to-trump¶a");
    expect(line).toBe(
      "Kim Jong Un to Donald J. Trump, 21 September 2018, ¶a, as printed in Hankyoreh, 26 September 2022",
    );
    expect(printedIn?.id).toBe("hankyoreh-2022-09-26");
    expect(rest).toEqual({
      address: "2018-09-21-kim-to-trump¶a",
      documentId: "2018-09-21-kim-to-trump",
      place: "¶a",
    });
    expect(line.slice(printingStart)).toBe("as printed in Hankyoreh, 26 September 2022");
    expect(line.slice(link?.start, link?.end)).toBe("Hankyoreh, 26 September 2022");
    expect(link?.url).toBe(printedIn?.URL);
  });

  test("of a document’s own words names the document, the headings and the passage", () => {
    const { document, passage } = place("log¶3");
    const { line, ...rest } = citationOf(document, passage);
    expect(line.replace(/\s/g, " ")).toBe(
      "Ada Quill, The keeper’s log, 2 – 4 March 1907, Second night, ¶3",
    );
    expect(rest).toEqual({ address: "log¶3", documentId: "log", place: "¶3" });
  });

  test("of a document with a web address links its name to it", () => {
    const url = "https://example.org/essay";
    const web = libraryOf({ "a.md": `---\ntitle: An essay\nURL: ${url}\n---\n\nWords.` });
    const { document, passage } = place("a¶1", web);
    const { line, link } = citationOf(document, passage);
    expect(link).toEqual({ start: 0, end: "An essay".length, url });
    expect(line).toBe("An essay, ¶1");
  });

  test("includes the page if it is known", () => {
    const printed = libraryOf({
      "corpus.yaml": "body: notes",
      "sources.yaml": "gazette: { title: The Gazette, issued: '1907-05' }",
      "a.md": "---\ntitle: A letter\n---\n\n> Words.\n>\n> — @gazette, p. 4\n",
    });
    const { document, passage } = place("a¶a", printed);
    const { line, printingStart, link } = citationOf(document, passage);
    expect(line).toBe("A letter, ¶a, as printed in The Gazette, May 1907, p. 4");
    expect(line.slice(printingStart)).toBe("as printed in The Gazette, May 1907, p. 4");
    expect(link).toBeUndefined();
  });

  test("does not repeat a title that is also a heading", () => {
    const titled = libraryOf({ "a.md": "# On light\n\nWords." });
    const { document, passage } = place("a¶1", titled);
    expect(citationOf(document, passage).line).toBe("On light, ¶1");
  });
});

describe("A document is named", () => {
  test.each([
    ["2019-08-05-kim-to-trump", "Kim Jong Un to Donald J. Trump, 5 August 2019"],
    ["unidentified-trump-1", "A letter from Donald J. Trump that no report identifies"],
  ])("by its correspondents and date: %s", (id, name) => {
    const document = library.document(id);
    expect(document && documentName(document)).toBe(name);
  });

  test.each([
    ["from: A\nto: [B, C]\ndate: 1907", "A to B and C, 1907"],
    ["from: A\ntitle: Diary\ndate: 1907~", "A, Diary, about 1907"],
    ["title: Diary", "Diary"],
    ["to: B", "a"],
  ])("by whatever is known: %j", (front, name) => {
    const document = libraryOf({ "a.md": `---\n${front}\n---\n\nWords.` }).document("a");
    expect(document && documentName(document)).toBe(name);
  });
});

describe("A source has a short and a full reference", () => {
  test.each([
    [
      "title: A report, container-title: Gazette, issued: '1907-05-02'",
      "Gazette, 2 May 1907",
      "“A report”, Gazette, 2 May 1907",
    ],
    ["title: A “small” report, container-title: Gazette", "Gazette", "A “small” report, Gazette"],
    ["title: A book, type: book, issued: '1907'", "A book, 1907", "A book, 1907"],
    [
      "title: A book, author: [{ family: Quill, given: Ada }, { family: Hale }], edition: 2nd ed.",
      "A book",
      "Quill, Ada; Hale, A book, 2nd ed.",
    ],
  ])("{ %s }", (yaml, brief, full) => {
    expect(shortReference(source(yaml))).toBe(brief);
    expect(fullReference(source(yaml))).toBe(full);
  });
});

test("A quotation is a slice of its passage with its span", () => {
  const { document, passage } = place("log¶1");
  expect(quotationOf(document, passage).text).toBe(passage.text);
  expect(quotationOf(document, passage, 4, 8)).toMatchObject({
    text: "lamp",
    start: 4,
    end: 8,
    citation: { address: "log¶1" },
  });
});

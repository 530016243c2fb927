import { expect, test } from "vitest";
import { citationOf } from "../../src/cite/citation.ts";
import { citationFormsOf } from "../../src/cite/citation-forms.ts";
import { formatRecord } from "../../src/cite/reference-record.ts";
import { libraryOf, styles } from "../library.ts";

/** Parts of works in all the ways in which a corpus says so. */
const library = libraryOf({
  "corpus.yaml": "folders:\n  meditations: { title: Meditations, author: Marcus Aurelius }\n",
  "meditations/book-2.md": "---\ntitle: Book II\n---\nSay to yourself at dawn what the day brings.",
  "harbours.md": "---\ntitle: Harbours\nauthor: Ada Quill\n---\nA book in parts.",
  "north.md":
    "---\ntitle: The North\npart-of: harbours\ndate: c. 1850\n---\nThe ice keeps its own hours.",
  "letter-216.md":
    "---\ntitle: To Steiner & Co.\nfrom: Ludwig van Beethoven\nto: Steiner & Co.\nnumber: 216\npart-of: Letters of a Composer\n---\nSend the proofs at once.",
  "letter-217.md": "---\ntitle: Undated note\nfrom: Ada Quill\nto: Tom Hale\n---\nThe lamp is out.",
  "essay.md":
    "---\ntitle: On Lamps\nauthor: [Ada Quill, Tom Hale]\ndate: 44 BC\n---\nOil is light.",
  "sole.md": "---\ntitle: A Log by Ada Quill\nfrom: Ada Quill\n---\nNothing to report.",
});

function cited(id: string) {
  const document = library.document(id);
  const passage = document?.passages[0];
  if (document === undefined || passage === undefined) throw new Error(`There is no ${id}.`);
  return { document, passage };
}

test.each([
  ["book-2", "Marcus Aurelius, Meditations, Book II, ¶1"],
  ["north", "Ada Quill, Harbours, The North, about 1850, ¶1"],
  ["letter-216", "Ludwig van Beethoven to Steiner & Co., letter 216, Letters of a Composer, ¶1"],
  ["letter-217", "Ada Quill to Tom Hale, Undated note, ¶1"],
  ["essay", "Ada Quill and Tom Hale, On Lamps, 44 BC, ¶1"],
  ["sole", "A Log by Ada Quill, ¶1"],
])("a citation names the author or the correspondents, and the work: %s", (id, line) => {
  const { document, passage } = cited(id);
  expect(citationOf(document, passage).line).toBe(line);
});

test.each([
  ["chicago", "Ada Quill. “The North.” In Harbours. ca. 1850."],
  ["mla", "Ada Quill. “The North.” Harbours, circa 1850."],
  ["apa", "Ada Quill. (ca. 1850). The North. In Harbours."],
  ["harvard", "Ada Quill (c. 1850) ‘The North’, in Harbours."],
  ["bibtex", "	booktitle = {Harbours},"],
  ["ris", "T2  - Harbours"],
  ["csl-json", '"container-title": "Harbours"'],
])("a part of a work cites the work in %s", (name, expected) => {
  const style = styles.all.find((one) => one.name === name);
  if (style === undefined) throw new Error(`There is no ${name}.`);
  const text =
    style.kind === "csl"
      ? citationFormsOf(style, cited("north")).at(-1)?.text
      : formatRecord(style, cited("north"));
  expect(text).toContain(expected);
  expect(text).toMatch(/Ada Quill/);
});

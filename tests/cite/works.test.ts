import { expect, test } from "vitest";
import { citationOf } from "../../src/cite/citation.ts";
import { citationFormsOf } from "../../src/cite/citation-forms.ts";
import { formatRecord } from "../../src/cite/reference-record.ts";
import { CSL_TYPES } from "../../src/corpus/csl.ts";
import { elementAt } from "../../src/foundation/checked-access.ts";
import type { Library } from "../../src/search/library.ts";
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
  "letter-9.md":
    "---\ntype: personal_communication\ntitle: To Steiner & Co.\nto: Steiner & Co.\nnumber: 9\npart-of: Letters of a Composer\ndate: 1816-03-02\n---\nSend them.",
  "letter-217.md": "---\ntitle: Undated note\nfrom: Ada Quill\nto: Tom Hale\n---\nThe lamp is out.",
  "essay.md":
    "---\ntitle: On Lamps\nauthor: [Ada Quill, Tom Hale]\ndate: 44 BC\n---\nOil is light.",
  "sole.md": "---\ntitle: A Log by Ada Quill\nfrom: Ada Quill\n---\nNothing to report.",
});

const cited = (id: string) => passageOf(library, id);

function passageOf({ document: find }: Library, id: string) {
  const document = find(id);
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

test.each([
  ["chicago", "Letter to Steiner & Co., March 2, 1816, letter 9. In Letters of a Composer."],
  ["mla", "Letter to Steiner & Co. Letters of a Composer, letter 9, 2 Mar. 1816."],
  ["apa", "[Letter to Steiner & Co.]. (1816, March 2). In Letters of a Composer."],
  ["harvard", "Letter to Steiner & Co. (1816), 2 March, in Letters of a Composer."],
  ["bibtex", "note = {Letter to: Steiner {\\&} Co. Part of: Letters of a Composer.}"],
  ["ris", "T2  - Letters of a Composer\nA2  - Steiner & Co."],
])("a letter without an author cites its recipient and its work in %s", (name, expected) => {
  const style = styles.all.find((one) => one.name === name);
  if (style === undefined) throw new Error(`There is no ${name}.`);
  const letter = cited("letter-9");
  const text =
    style.kind === "csl"
      ? citationFormsOf(style, letter).at(-1)?.text
      : formatRecord(style, letter);
  expect(text).toContain(expected);
});

/** The people of a document in all the ways in which front matter can name them. */
const PEOPLE = [
  { front: "", named: [] },
  { front: "author: Orla Finch\n", named: ["Finch"] },
  { front: "from: Orla Finch\n", named: ["Finch"] },
  { front: "to: Tom Hale\n", named: ["Hale"] },
  { front: "from: Orla Finch\nto: Tom Hale\n", named: ["Finch", "Hale"] },
];

const LETTER = "personal_communication";
/** Letters by and to anyone, and a part of each other type. */
const parts = [...CSL_TYPES].flatMap((type, index) =>
  (type === LETTER ? PEOPLE : [elementAt(PEOPLE, index % 3)]).map(({ front, named }, at) => ({
    id: `${type.replaceAll("_", "-")}-${at}`,
    named,
    text: `---\ntype: ${type}\ntitle: A Part\npart-of: Whole Lights & More\n${front}date: 1850-03-02\nnumber: 7\n---\nThe ice keeps its own hours.`,
  })),
);
const partsOfAllTypes = libraryOf(
  Object.fromEntries(parts.map(({ id, text }) => [`${id}.md`, text])),
);

test.each(styles.all)("parts of any type and by anyone cite their work in $name", (style) => {
  const silent = parts.flatMap(({ id, named }) => {
    const part = passageOf(partsOfAllTypes, id);
    const forms = style.kind === "csl" ? citationFormsOf(style, part) : [];
    const whole = forms.at(-1)?.text ?? (style.kind === "record" ? formatRecord(style, part) : "");
    // A note of Chicago’s style is a citation by itself.
    const texts = style.name === "chicago" ? [whole, forms[0]?.text ?? ""] : [whole];
    const names = ["Whole Lights", ...named];
    return texts.every((text) => names.every((name) => text.replace(/[{}]/g, "").includes(name)))
      ? []
      : [`${id}: ${texts.join("\n")}`];
  });
  expect(silent).toEqual([]);
});

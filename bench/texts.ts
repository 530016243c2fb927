import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Document } from "../src/corpus/document.ts";
import { sentenceStarts } from "../src/language/sentences.ts";

/** A passage ends with the sentence that reaches this number of words: a hundred on average. */
const WORDS_IN_A_PASSAGE = 85;
/** Headings, salutations and signatures are shorter than this. */
const WORDS_IN_A_PARAGRAPH = 12;

/** Reads the Federalist Papers and the State of the Union addresses, each cut into passages. */
export async function readTexts(folder: string): Promise<readonly Document[]> {
  const federalist = await readFile(join(folder, "federalist", "federalist.txt"), "utf8");
  const [, body = ""] = federalist.split(/^\*\*\* (?:START|END) OF .*$/m);
  const [, ...papers] = body.split(/^FEDERALIST No\. \d+$/m);
  const documents = papers.map((paper, index) =>
    createDocument(`federalist-${index + 1}`, passagesOf(paper)),
  );

  const addresses = (await readdir(join(folder, "sotu"))).filter((name) => name.endsWith(".txt"));
  for (const name of addresses.sort()) {
    const address = await readFile(join(folder, "sotu", name), "utf8");
    documents.push(createDocument(name.slice(0, -".txt".length), passagesOf(address)));
  }
  return documents;
}

/** Cuts at the ends of paragraphs and, in long ones, of sentences. */
function passagesOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => wordCount(paragraph) >= WORDS_IN_A_PARAGRAPH)
    .flatMap(cutParagraph);
}

function cutParagraph(paragraph: string): readonly string[] {
  const starts = sentenceStarts(paragraph, "en");
  const passages: string[] = [];
  let passage = "";
  starts.forEach((start, index) => {
    passage += paragraph.slice(start, starts[index + 1]);
    if (wordCount(passage) < WORDS_IN_A_PASSAGE) return;
    passages.push(passage.trim());
    passage = "";
  });
  return passage === "" ? passages : [...passages, passage.trim()];
}

export function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** Returns a document that contains only passages. */
export function createDocument(id: string, passages: readonly string[]): Document {
  return {
    id,
    formerly: [],
    pathIds: [],
    type: "document",
    title: id,
    verified: true,
    from: [],
    to: [],
    authors: [],
    topics: [],
    sources: [],
    questions: [],
    language: "en",
    more: {},
    path: `${id}.md`,
    passages: passages.map((text, index) => ({
      number: String(index + 1),
      text,
      lines: [{ offset: 0, line: index + 1 }],
      marks: [],
      headings: [],
      topics: [],
      named: [],
    })),
    distinctPassageCount: passages.length,
    notes: [],
    unquotable: [],
    named: [],
    isAmbiguous: false,
  };
}

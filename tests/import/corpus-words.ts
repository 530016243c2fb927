import { readBody } from "../../src/corpus/body.ts";
import { parseMarkdown, renderInlineText } from "../../src/corpus/markdown.ts";
import type { Manuscript } from "../../src/import/manuscript.ts";
import { makeDrafts } from "../../src/import/writing/drafts.ts";
import { renderDocument, renderMarkdown } from "../../src/import/writing/render-document.ts";
import { inEnglish } from "../in-english.ts";

/** The words of a corpus that is made of a manuscript. */
export interface CorpusWords {
  /** That of the document; empty without one. */
  readonly title: string;
  /** Those of the passages, in order. */
  readonly running: readonly string[];
  /** Those of headings, notes and what is shown without being quoted. */
  readonly beside: readonly string[];
}

/** Returns the words of the documents that an import makes of manuscripts. */
export function wordsInCorpus(manuscripts: readonly Manuscript[]): readonly CorpusWords[] {
  const made = makeDrafts("a", manuscripts, { metadata: {} });
  if ("error" in made) throw new Error(inEnglish(made.error));
  // A text whose order is uncertain is no document, and the import says so.
  if (made.drafts.length === 0) {
    return manuscripts.map(({ content }) => wordsInFile(renderMarkdown(content)));
  }
  return made.drafts.map((draft) => {
    const document = renderDocument(draft, "text");
    if ("error" in document) throw new Error(inEnglish(document.error));
    return wordsInFile(Buffer.from(document.bytes).toString());
  });
}

function wordsInFile(file: string): CorpusWords {
  const { root, frontMatter } = parseMarkdown(file);
  const { passages, notes, unquotable } = readBody(root, "text", "a.md");
  const nested = passages.flatMap(({ headings }) => headings);
  const headings = root.children.flatMap((node) =>
    node.type === "heading" ? [renderInlineText(node).text] : [],
  );
  return {
    title: /^title: (.*)$/m.exec(frontMatter?.text ?? "")?.[1] ?? "",
    running: passages.map(({ text }) => text),
    beside: [
      ...headings,
      ...new Set(nested.filter((one) => !headings.includes(one))),
      ...[...notes, ...unquotable].map(({ text }) => text),
    ],
  };
}

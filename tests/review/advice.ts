import { buildCorpus } from "../../src/corpus/corpus.ts";
import { groupAdvice } from "../../src/corpus/problem.ts";
import { reviewCorpus } from "../../src/review/review.ts";
import { corpusFrom } from "../corpus/folder.ts";
import { inEnglish } from "../in-english.ts";

/** Reviews a corpus with these files, which are all by one author. Returns the advice as the editor sees it. */
export function adviceOn(files: Readonly<Record<string, string>>): readonly string[] {
  const settings = files["corpus.yaml"] ?? "";
  const byAda = `${settings}\nfolders: { .: { title: All, author: Ada Quill } }\n`;
  return reviewOf({ ...files, "corpus.yaml": byAda });
}

/** Reviews a corpus with these files. Returns the advice as the editor sees it. */
export function reviewOf(files: Readonly<Record<string, string>>): readonly string[] {
  const corpusFiles = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }));
  const review = reviewCorpus(corpusFrom(buildCorpus(corpusFiles)), corpusFiles);
  for (;;) {
    const next = review.next();
    if (next.done === true) return groupAdvice(next.value).map(inEnglish);
  }
}

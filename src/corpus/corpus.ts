import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import type { Corpus, Document } from "./document.ts";
import { type Draft, isDocument, readDocument } from "./document-file.ts";
import { completed } from "./passages.ts";
import type { Problem } from "./problem.ts";
import { readTables } from "./tables.ts";

/** A file of the corpus folder, as bytes. */
export interface CorpusFile {
  /** Relative to the folder, with `/` between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A corpus, or every problem that keeps it from being one; advice may come with either. */
export type CorpusReading =
  | { readonly corpus: Corpus; readonly advice: readonly Problem[] }
  | { readonly problems: readonly Problem[]; readonly advice: readonly Problem[] };

/** Reads the files of a corpus folder, and checks them against one another. */
export function corpusOf(files: readonly CorpusFile[]): CorpusReading {
  const problems: Problem[] = [];
  const advice: Problem[] = [];
  const texts = new Map<string, string>();
  for (const { path, bytes } of files) {
    // A byte-order mark is dropped by the decoder.
    if (isUtf8(bytes)) texts.set(path, new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n"));
    else problems.push(notUtf8(path, bytes));
  }

  const tables = readTables(texts, problems, advice);
  const drafts = [...texts].flatMap(([path, text]) => {
    if (!isDocument(path)) return [];
    return readDocument(path, text, tables, problems, advice) ?? [];
  });
  checkIds(drafts, problems);
  const documents = completed(drafts, tables);

  if (!files.some(({ path }) => isDocument(path))) {
    problems.push({
      path: ".",
      line: 1,
      message: "The corpus has no document.",
      remedy: "Put at least one Markdown file (`.md`) into the folder.",
    });
  }
  const sortedAdvice = advice.toSorted(byPlace);
  if (problems.length > 0) return { problems: problems.toSorted(byPlace), advice: sortedAdvice };

  const { settings, sources, topics, people, events } = tables;
  return {
    advice: sortedAdvice,
    corpus: {
      title: settings.title ?? "This corpus",
      language: settings.language,
      ...(settings.description && { description: settings.description }),
      ...(settings.rights && { rights: settings.rights }),
      documents: documents.toSorted(byDateThenPath),
      sources: sources.known,
      topics: topics.known,
      people: people.known,
      events: events.toSorted((a, b) => (a.date.first < b.date.first ? -1 : 1)),
      hash: hashOf(files),
    },
  };
}

function checkIds(drafts: readonly Draft[], problems: Problem[]): void {
  const owners = new Map<string, string>();
  for (const { document, lineOf } of drafts) {
    for (const [key, id] of [
      ["id", document.id],
      ...document.formerly.map((former) => ["formerly", former] as const),
    ] as const) {
      const owner = owners.get(id);
      owners.set(id, document.path);
      if (owner === undefined) continue;
      problems.push({
        path: document.path,
        line: lineOf(key),
        message: `The id \`${id}\` is taken by ${owner}.`,
        remedy: "Give one of the two another `id:` in its front matter.",
      });
    }
  }
}

function notUtf8(path: string, bytes: Uint8Array): Problem {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const next = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(start, next))) break;
    start = next;
  }
  return {
    path,
    line,
    message: "This line is not UTF-8.",
    remedy: "Save the file with the encoding UTF-8.",
  };
}

const naturally = new Intl.Collator("en", { numeric: true });

function byDateThenPath(a: Document, b: Document): number {
  const aFirst = a.date?.first ?? Number.POSITIVE_INFINITY;
  const bFirst = b.date?.first ?? Number.POSITIVE_INFINITY;
  // Not by subtraction: the difference of two infinities is no number.
  if (aFirst !== bFirst) return aFirst < bFirst ? -1 : 1;
  return naturally.compare(a.path, b.path);
}

function byPlace(a: Problem, b: Problem): number {
  return naturally.compare(a.path, b.path) || a.line - b.line;
}

function hashOf(files: readonly CorpusFile[]): string {
  const hash = createHash("sha256");
  for (const { path, bytes } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

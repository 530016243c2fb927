import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import type { Result } from "../foundation/result.ts";
import { attributePassages } from "./attribution.ts";
import { byFirstDay } from "./date.ts";
import type { Corpus, Document } from "./document.ts";
import {
  type DocumentDraft,
  isDocumentPath,
  missingFamilyNames,
  readDocument,
} from "./document-file.ts";
import { personFinder } from "./label-finder.ts";
import { byLocation, naturalOrder, type Problem } from "./problem.ts";
import { readTables } from "./tables.ts";
import { markAmbiguous } from "./titles.ts";

/** A file of the corpus folder, as bytes. */
export interface CorpusFile {
  /** Relative to the folder, with `/` between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A corpus, or every problem that keeps it from being one; advice may come with either. */
export type CorpusReading = Result<{ readonly corpus: Corpus }, readonly Problem[]> & {
  readonly advice: readonly Problem[];
};

/** How many of the corpus's files are done: they are read, and then what they say is checked. */
export interface FileProgress {
  readonly step: "reading" | "checking";
  readonly done: number;
  readonly all: number;
}

/**
 * Reads the files of a corpus folder, and checks them against one another. `unread` are the problems
 * of files that belong to the folder too and could not be read.
 */
export function buildCorpus(
  files: readonly CorpusFile[],
  unread: readonly Problem[] = [],
  progress: (progress: FileProgress) => void = () => {},
): CorpusReading {
  const problems = [...unread];
  const advice: Problem[] = [];
  const texts = new Map<string, string>();
  for (const { path, bytes } of files) {
    // A byte-order mark is dropped by the decoder.
    if (isUtf8Text(bytes)) texts.set(path, new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n"));
    else problems.push(notUtf8Problem(path, bytes));
  }

  const tables = readTables(texts, problems, advice);
  const all = texts.size;
  const reportProgress = (half: number) =>
    progress({ step: "checking", done: Math.floor(half / 2), all });
  const drafts = [...texts].flatMap(([path, text], index) => {
    reportProgress(index);
    if (!isDocumentPath(path)) return [];
    return readDocument(path, text, tables, problems, advice) ?? [];
  });
  checkIds(drafts, problems);
  advice.push(...missingFamilyNames(drafts));
  const documents = markAmbiguous(
    attributePassages(drafts, tables, (done) => reportProgress(all + done)),
  );

  if (![...files, ...unread].some(({ path }) => isDocumentPath(path))) {
    problems.push({
      path: ".",
      line: 1,
      message: "The corpus has no document.",
      remedy: "Put at least one Markdown file (`.md`) into the folder.",
    });
  }
  const sortedAdvice = advice.toSorted(byLocation);
  if (problems.length > 0) return { error: problems.toSorted(byLocation), advice: sortedAdvice };

  const { settings, sources, topics, people, events } = tables;
  // Documents may have declared people of their own.
  const naming = personFinder(people.known.values());
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
      events: events
        .map((event) => ({ ...event, named: naming.within(`${event.title}\n${event.text}`) }))
        .toSorted((a, b) => byFirstDay(a.date, b.date)),
      hash: hashFiles(files),
    },
  };
}

function checkIds(drafts: readonly DocumentDraft[], problems: Problem[]): void {
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

/** Zero bytes are UTF-8, but no text: UTF-16 without a byte-order mark has them. */
function isUtf8Text(bytes: Uint8Array): boolean {
  return isUtf8(bytes) && !bytes.includes(0);
}

function notUtf8Problem(path: string, bytes: Uint8Array): Problem {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const next = end === -1 ? bytes.length : end + 1;
    if (!isUtf8Text(bytes.subarray(start, next))) break;
    start = next;
  }
  return {
    path,
    line,
    message: "This line is not text in UTF-8.",
    remedy: "Save the file with the encoding UTF-8.",
  };
}

function byDateThenPath(a: Document, b: Document): number {
  return byFirstDay(a.date, b.date) || naturalOrder.compare(a.path, b.path);
}

/** SHA-256 over the paths and bytes of files, in hexadecimal. */
export function hashFiles(files: readonly CorpusFile[]): string {
  const hash = createHash("sha256");
  for (const { path, bytes } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { message } from "../catalogue/catalogue.ts";
import { elementAt } from "../foundation/checked-access.ts";
import { isStackOverflow } from "../foundation/errors.ts";
import { append } from "../foundation/long-arrays.ts";
import type { Result } from "../foundation/result.ts";
import { createAttributions } from "./attribution.ts";
import type { BodyKind } from "./body.ts";
import { byFirstDay } from "./date.ts";
import { type Corpus, createAddresses, type Document } from "./document.ts";
import {
  assignIds,
  findMissingFamilyNames,
  type IdentifiedDraft,
  isDocumentPath,
  type ParsedDocument,
  parseDocument,
  readDocument,
} from "./document-file.ts";
import { createPersonFinder } from "./label-finder.ts";
import { completePlans } from "./plans/read-plans.ts";
import { byLocation, NESTED_TOO_DEEPLY, naturalOrder, type Problem } from "./problem.ts";
import { openTables, type ParsedTables, parseTables, TABLE_FILES } from "./tables.ts";
import { markAmbiguous } from "./titles.ts";
import { assignWorks } from "./works.ts";

/** A file of the corpus folder, as bytes. */
export interface CorpusFile {
  /** Relative to the folder, with `/` as the separator. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A corpus, or every problem that keeps it from loading. Either may come with advice. */
export type CorpusReading = Result<{ readonly corpus: Corpus }, readonly Problem[]> & {
  readonly advice: readonly Problem[];
};

/** The progress through the corpus's files, all of which are first read and then checked. */
export interface FileProgress {
  readonly step: "reading" | "checking";
  /** Files that are done, of `all`. */
  readonly done: number;
  readonly all: number;
}

/** Reads a corpus again and again, and parses each time only the files that have changed. */
export interface CorpusReader {
  /**
   * Parses the files of a corpus folder and checks them against one another. `unread` are the problems
   * of files that belong to the corpus but could not be read. Calls `begin` with the path of each file on
   * which work begins. A file that has not changed since the reading before must be the same object, and then its
   * document is, unless other files change how it is called or labelled.
   */
  read(
    files: readonly CorpusFile[],
    unread?: readonly Problem[],
    progress?: (progress: FileProgress) => void,
    begin?: (path: string) => void,
  ): CorpusReading;
  /** Returns the documents among `files` that `read` would have to parse, and the kind of their bodies. */
  unparsed(
    files: readonly CorpusFile[],
    begin?: (path: string) => void,
  ): { readonly files: readonly CorpusFile[]; readonly body: BodyKind };
  /** Remembers what `parseFile` returns for a document, so that `read` need not parse it. */
  remember(file: CorpusFile, parsed: ParsedDocument): void;
}

/** Reads a corpus once, as `CorpusReader` does. */
export function buildCorpus(...args: Parameters<CorpusReader["read"]>): CorpusReading {
  return createCorpusReader().read(...args);
}

export function createCorpusReader(): CorpusReader {
  const parser = createFileParser();
  const attributions = createAttributions();
  const keepDocuments = createDocumentKeeper();

  return {
    unparsed(files, begin = () => {}) {
      const { body } = parser.parseTables(files, begin).settings;
      const isUnparsed = (file: CorpusFile) =>
        isDocumentPath(file.path) && !parser.isParsed(file, body);
      return { files: files.filter(isUnparsed), body };
    },
    remember: parser.remember,
    read(files, unread = [], progress = () => {}, begin = () => {}) {
      const problems = [...unread];
      const advice: Problem[] = [];
      const tables = openTables(parser.parseTables(files, begin), problems, advice);
      const all = files.length;
      const reportProgress = (half: number) =>
        progress({ step: "checking", done: Math.floor(half / 2), all });
      const read = files.flatMap((file, index) => {
        if (!isDocumentPath(file.path)) return [];
        const parsed = parser.parseDocument(file, tables.settings.body, (path) => {
          reportProgress(index);
          begin(path);
        });
        return readDocument(parsed, tables, problems, advice) ?? [];
      });
      const drafts = assignIds(read);
      append(problems, checkIds(drafts));
      append(advice, findMissingFamilyNames(drafts));
      const attributed = attributions.attribute(drafts, tables, (done, path) => {
        reportProgress(all + done);
        begin(path);
      });
      const parts = attributed.map((document, index) => {
        const { partOf } = elementAt(drafts, index);
        return { document, ...(partOf !== undefined && { partOf }) };
      });
      const documents = keepDocuments(markAmbiguous(assignWorks(parts, tables.settings.folders)));

      if (![...files, ...unread].some(({ path }) => isDocumentPath(path))) {
        problems.push({
          path: ".",
          line: 1,
          message: message("problem.no-document"),
          remedy: message("remedy.no-document"),
        });
      }
      // A document that could not be read would make its addresses unknown.
      const addresses = problems.length === 0 ? createAddresses({ documents }) : undefined;
      const plans = completePlans(tables.plans, addresses, documents, problems);
      const sortedAdvice = advice.toSorted(byLocation);
      if (problems.length > 0) {
        return { error: problems.toSorted(byLocation), advice: sortedAdvice };
      }

      const { settings, sources, topics, people, events } = tables;
      // The people of the table, and those that documents declared.
      const personFinder = createPersonFinder(people.known.values());
      return {
        advice: sortedAdvice,
        corpus: {
          ...(settings.title && { title: settings.title }),
          language: settings.language,
          ...(settings.description && { description: settings.description }),
          ...(settings.rights && { rights: settings.rights }),
          documents: documents.toSorted(byDateThenPath),
          sources: sources.known,
          topics: topics.known,
          people: people.known,
          events: events
            .map((event) => ({
              ...event,
              named: personFinder.find(`${event.title}\n${event.text}`),
            }))
            .toSorted((a, b) => byFirstDay(a.date, b.date)),
          plans,
          hash: hashFiles(files),
        },
      };
    },
  };
}

/** Parses files, and remembers what they say for as long as the same objects are passed. */
function createFileParser() {
  let tableFiles: readonly CorpusFile[] = [];
  let tables: ParsedTables | undefined;
  let documentKind: BodyKind | undefined;
  let documents = new WeakMap<CorpusFile, ParsedDocument>();

  /** Returns the documents that have been parsed with bodies of this kind. */
  function documentsOf(kind: BodyKind): WeakMap<CorpusFile, ParsedDocument> {
    if (kind !== documentKind) documents = new WeakMap();
    documentKind = kind;
    return documents;
  }

  return {
    parseTables(files: readonly CorpusFile[], begin: (path: string) => void): ParsedTables {
      const present = files.filter(({ path }) => TABLE_FILES.includes(path));
      const areSame =
        present.length === tableFiles.length &&
        present.every((file, index) => file === tableFiles[index]);
      if (tables !== undefined && areSame) return tables;
      const texts = new Map<string, string>();
      const problems: Problem[] = [];
      for (const file of present) {
        const decoded = decode(file);
        if ("error" in decoded) problems.push(decoded.error);
        else texts.set(file.path, decoded.text);
      }
      const parsed = parseTables(texts, begin);
      tables = { ...parsed, problems: [...problems, ...parsed.problems] };
      tableFiles = present;
      return tables;
    },

    parseDocument(file: CorpusFile, kind: BodyKind, begin: (path: string) => void): ParsedDocument {
      const known = documentsOf(kind).get(file);
      if (known !== undefined) return known;
      begin(file.path);
      const parsed = parseFile(file, kind);
      documents.set(file, parsed);
      return parsed;
    },

    isParsed: (file: CorpusFile, kind: BodyKind) => documentsOf(kind).has(file),
    remember: (file: CorpusFile, parsed: ParsedDocument) => void documents.set(file, parsed),
  };
}

/** Parses the file of a document by itself. */
export function parseFile(file: CorpusFile, kind: BodyKind): ParsedDocument {
  const { path } = file;
  const decoded = decode(file);
  if ("error" in decoded) return unreadable(path, decoded.error);
  try {
    return parseDocument(path, decoded.text, kind);
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    return unreadable(path, { path, line: 1, ...NESTED_TOO_DEEPLY });
  }
}

function unreadable(path: string, problem: Problem): ParsedDocument {
  const body = { passages: [], notes: [], unquotable: [], problems: [], advice: [] };
  return { path, pathIds: [], body, problems: [problem], advice: [] };
}

/**
 * Returns a function that puts documents of the reading before in the places of equal ones. Two with the same array of
 * passages come from the same file and the same labels, so that only their names among others may differ.
 */
function createDocumentKeeper() {
  const known = new WeakMap<Document["passages"], Document>();
  return (documents: readonly Document[]): readonly Document[] =>
    documents.map((document) => {
      const before = known.get(document.passages);
      const isSame =
        before?.id === document.id &&
        before.isAmbiguous === document.isAmbiguous &&
        isDeepStrictEqual(before.work, document.work);
      if (isSame) return before;
      known.set(document.passages, document);
      return document;
    });
}

/** Finds ids, current or former, that occur twice. */
function checkIds(drafts: readonly IdentifiedDraft[]): readonly Problem[] {
  const problems: Problem[] = [];
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
        message: message("problem.id-taken", { id, owner }),
        remedy: message("remedy.id-taken"),
      });
    }
  }
  return problems;
}

/** Returns the text of a file, or the problem that it is not UTF-8. */
function decode({ path, bytes }: CorpusFile): Result<{ readonly text: string }, Problem> {
  if (!isUtf8Text(bytes)) return { error: notUtf8Problem(path, bytes) };
  // The decoder drops a byte-order mark.
  return { text: new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n") };
}

/** Returns whether bytes are text in UTF-8. UTF-16 without a byte-order mark contains zero bytes. */
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
    message: message("problem.not-utf8"),
    remedy: message("remedy.not-utf8"),
  };
}

function byDateThenPath(a: Document, b: Document): number {
  return byFirstDay(a.date, b.date) || naturalOrder.compare(a.path, b.path);
}

/** Returns the SHA-256 of the paths and bytes of files, in hexadecimal and regardless of order. */
export function hashFiles(files: readonly CorpusFile[]): string {
  const hash = createHash("sha256");
  for (const { path, bytes } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

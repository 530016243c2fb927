import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type Message, message } from "../catalogue/catalogue.ts";
import type { CorpusFile } from "../corpus/corpus.ts";
import { describeProblem } from "../corpus/problem.ts";
import { readCorpusFiles } from "../corpus/read.ts";
import { errorMessage } from "../foundation/errors.ts";
import type { Result } from "../foundation/result.ts";
import { describeLoadFailure } from "../frontends/reload-messages.ts";
import { decodeText } from "../import/shared/encoding.ts";
import { parseCsv } from "../import/table/table.ts";
import { type AtomicFolder, openAtomicFolder } from "../import/writing/atomic-folder.ts";
import { editFrontMatter } from "../import/writing/edit-front-matter.ts";
import {
  FILLED_COLUMNS,
  type FilledColumn,
  formatMissingTable,
  LIST_SEPARATOR,
  type ListedDocument,
  readCell,
} from "../import/writing/missing-table.ts";
import { findImportTarget } from "../import/writing/target.ts";
import { openLibrary } from "../loading/open-library.ts";
import { replaceControlCharacters } from "../reply/plain-text.ts";
import { defineTool, type ExitCode, type ToolContext } from "./define-tool.ts";
import { readSpreadsheetDates } from "./fill/spreadsheet-dates.ts";

/** `fill`: lists the dates, people and topics that documents lack, and writes those that are filled in. */
export const fill = defineTool({
  name: "fill",
  description: message("fill.help"),
  usage: "fill.usage",
  options: { into: { type: "string", description: "fill.into" } },
  examples: [
    { command: "fill letters/missing.csv", description: "fill.example" },
    { command: "fill > missing.csv", description: "fill.example-list" },
  ],

  async run({ positionals: [file, ...others], values: { into } }, context) {
    if (others.length > 0) {
      context.printErrors([message("fill.one-file")]);
      return 2;
    }
    if (file === undefined) return listMissing(into ?? context.config.corpus, context);
    const { corpus } = await findImportTarget(
      into ?? dirname(resolve(file)),
      context.config.corpus,
    );
    const hasSettings = (await readFile(`${corpus}/corpus.yaml`).catch(() => null)) !== null;
    return fillIn(
      file,
      hasSettings || into !== undefined ? corpus : context.config.corpus,
      context,
    );
  },
});

async function listMissing(corpus: string, context: ToolContext): Promise<ExitCode> {
  const opened = await openLibrary(corpus);
  if ("error" in opened) {
    context.printErrors(describeLoadFailure(corpus, opened.error));
    return 1;
  }
  const documents = opened.library.corpus.documents.map(listedDocument);
  const table = formatMissingTable(documents)?.trimEnd();
  if (table === undefined) context.printErrors([message("fill.complete")]);
  else context.print(context.output.isTTY === true ? forTerminal(table) : table);
  return 0;
}

/** Returns a list as a terminal may show it. In a file, its values are those of the documents. */
function forTerminal(table: string): string {
  return replaceControlCharacters(table.replaceAll("\r\n", "\n"));
}

function listedDocument({
  id,
  title,
  date,
  from,
  to,
  topics,
}: {
  readonly id: string;
  readonly title: string;
  readonly date?: { readonly edtf: string };
  readonly from: readonly { readonly name: string }[];
  readonly to: readonly { readonly name: string }[];
  readonly topics: readonly { readonly id: string }[];
}): ListedDocument {
  return {
    id,
    title,
    date: date?.edtf,
    from: from.map(({ name }) => name),
    to: to.map(({ name }) => name),
    topics: topics.map((topic) => topic.id),
  };
}

/** The new values of a document, by key of front matter. */
type Values = ReadonlyMap<FilledColumn, string | readonly string[]>;

/** Writes all values of a table into the documents, or none. */
async function fillIn(file: string, corpus: string, context: ToolContext): Promise<ExitCode> {
  const table = await readTable(file);
  if ("error" in table) return fail([table.error, message("fill.nothing-written")], context);
  const read = await readCorpusFiles(corpus, () => {});
  const loaded = await openLibrary(corpus);
  if ("error" in read || "error" in loaded) {
    const problems = "error" in read ? read.error : "error" in loaded ? loaded.error : [];
    return fail(describeLoadFailure(corpus, problems), context);
  }
  const documents = new Map(loaded.library.corpus.documents.map((one) => [one.id, one]));
  const changes = new Map<string, Values>();
  const errors: Message[] = [];
  for (const { number, id, values } of table.rows) {
    const document = documents.get(id);
    if (document === undefined) {
      errors.push(message("fill.no-document", { row: number, id, folder: corpus }));
      continue;
    }
    const known = listedDocument(document);
    const changed = [...values].filter(([key, value]) => {
      const before = [known[key] ?? ""].flat();
      return [value].flat().join("\n") !== before.join("\n");
    });
    if (changed.length > 0) changes.set(document.path, new Map(changed));
  }
  const edited = errors.length > 0 ? [] : editAll(read.files, changes, errors);
  if (errors.length > 0) return fail([...errors, message("fill.nothing-written")], context);
  if (edited.length === 0) {
    context.print(context.t("fill.nothing-new"));
    return 0;
  }
  const paths = new Set(edited.map(({ path }) => path));
  const files = [...read.files.filter(({ path }) => !paths.has(path)), ...edited];
  const options = { isReviewed: false, progress: () => {} };
  const { problems } = await context.checkCorpus({ ...read, files }, options);
  if (problems.length > 0) {
    return fail([...problems.map(describeProblem), message("fill.nothing-written")], context);
  }
  const signal = context.createInterruptSignal();
  const folder = await openAtomicFolder(corpus, corpus);
  if ("error" in folder) return fail([folder.error], context);
  try {
    const failure = await putAll(folder, edited, signal);
    if (failure !== undefined) return fail([failure, message("fill.nothing-written")], context);
  } finally {
    await folder.close();
  }
  for (const [path, values] of changes) {
    context.print(replaceControlCharacters(context.t.format(describeChange(path, values))));
  }
  context.print(context.t("fill.done", { count: changes.size }));
  return 0;
}

async function putAll(folder: AtomicFolder, files: readonly CorpusFile[], signal: AbortSignal) {
  const replaced = files.map(({ path, bytes }) => ({ name: path, bytes, replaces: true }));
  return (await folder.put(replaced, signal, () => {}))?.error;
}

/** Returns the files with their new front matter, and adds those that cannot be edited to `errors`. */
function editAll(
  files: readonly CorpusFile[],
  changes: ReadonlyMap<string, Values>,
  errors: Message[],
): readonly CorpusFile[] {
  return files.flatMap(({ path, bytes }) => {
    const values = changes.get(path);
    if (values === undefined) return [];
    // The byte order mark is kept.
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const edited = editFrontMatter(text, values);
    if ("error" in edited) {
      errors.push(message("fill.in-file", { path, reason: edited.error }));
      return [];
    }
    return [{ path, bytes: new TextEncoder().encode(edited.text) }];
  });
}

function describeChange(path: string, values: Values): Message {
  const pairs = [...values].map(([key, value]) =>
    message("fill.value", { key, value: [value].flat() }),
  );
  return message("fill.changed", { path, values: pairs });
}

interface FilledRow {
  readonly number: number;
  readonly id: string;
  readonly values: Values;
}

/** Reads the table. Empty cells leave the front matter as it is. */
async function readTable(file: string): Promise<Result<{ readonly rows: readonly FilledRow[] }>> {
  const bytes = await readFile(file).catch((error: unknown) => ({
    error: message("fill.unreadable", { file, reason: errorMessage(error) }),
  }));
  if ("error" in bytes) return bytes;
  const decoded = decodeText(bytes, {});
  if ("error" in decoded) return decoded;
  const table = parseCsv(decoded.text);
  if ("error" in table) return table;
  const cellIn = (cells: ReadonlyMap<string, readonly string[]>, key: string) => {
    const column = [...cells.keys()].find((name) => name.trim().toLowerCase() === key);
    return readCell((column === undefined ? undefined : cells.get(column)?.[0]) ?? "");
  };
  const rows = table.rows.filter(({ cells }) =>
    [...cells.values()].flat().some((cell) => cell.trim() !== ""),
  );
  const [first] = rows;
  if (first === undefined || !rows.every(({ cells }) => cellIn(cells, "id") !== "")) {
    return { error: message("fill.no-id", { file }) };
  }
  const ids = rows.map(({ cells }) => cellIn(cells, "id"));
  const seen = new Set<string>();
  const repeated = ids.find((id) => seen.size === seen.add(id).size);
  if (repeated !== undefined) return { error: message("fill.repeated-id", { id: repeated }) };
  const dates = readSpreadsheetDates(
    rows.map(({ number, cells }) => ({ number, text: cellIn(cells, "date") })),
  );
  if ("error" in dates) return dates;
  return {
    rows: rows.map(({ number, cells }, index) => {
      const values = FILLED_COLUMNS.flatMap((key): [FilledColumn, string | readonly string[]][] => {
        const text = cellIn(cells, key);
        if (text === "") return [];
        if (key === "date") return [[key, dates.dates[index] ?? text]];
        const names = text.split(LIST_SEPARATOR).map((name) => name.trim());
        return [[key, names.filter((name) => name !== "")]];
      });
      return { number, id: cellIn(cells, "id"), values: new Map(values) };
    }),
  };
}

function fail(errors: readonly Message[], context: ToolContext): ExitCode {
  context.printErrors(errors);
  return 1;
}

import { loadReader } from "../../src/import/formats.ts";
import type {
  Manuscript,
  ManuscriptResult,
  Reader,
  ReadingOptions,
} from "../../src/import/manuscript.ts";
import { inEnglish } from "../in-english.ts";

/** Reads a file by one reader. The file has a single manuscript. */
export async function readManuscript(read: Reader, bytes: Uint8Array): Promise<Manuscript> {
  return singleManuscript(await readBytes(read, bytes));
}

/** Returns the error of a reader; undefined if it reads the file. */
export async function readingError(read: Reader, bytes: Uint8Array): Promise<string | undefined> {
  return errorIn(await readBytes(read, bytes));
}

/** Reads a file whose format is detected. `fields` is the key of each column of a table. */
export async function importFile(
  name: string,
  content: string | Uint8Array,
  fields: Readonly<Record<string, string>> = {},
): Promise<ManuscriptResult> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const options: ReadingOptions = { fields: new Map(Object.entries(fields)) };
  const reader = await loadReader({ name, bytes });
  return "error" in reader ? reader : reader.read({ name, bytes }, options);
}

/** Imports a file that contains several manuscripts. */
export async function importManuscripts(
  ...file: Parameters<typeof importFile>
): Promise<readonly Manuscript[]> {
  return manuscriptsIn(await importFile(...file));
}

/** Imports a file that contains a single manuscript. */
export async function importManuscript(
  ...file: Parameters<typeof importFile>
): Promise<Manuscript> {
  return singleManuscript(await importFile(...file));
}

/** Returns the error of an import; undefined if the file is imported. */
export async function importError(
  ...file: Parameters<typeof importFile>
): Promise<string | undefined> {
  return errorIn(await importFile(...file));
}

async function readBytes(read: Reader, bytes: Uint8Array): Promise<ManuscriptResult> {
  return read({ name: "a file", bytes }, { fields: new Map() });
}

function manuscriptsIn(result: ManuscriptResult): readonly Manuscript[] {
  if ("error" in result) throw new Error(inEnglish(result.error));
  return result.manuscripts;
}

function singleManuscript(result: ManuscriptResult): Manuscript {
  const [manuscript, ...others] = manuscriptsIn(result);
  if (manuscript === undefined || others.length > 0) {
    throw new Error("The file should contain a single manuscript.");
  }
  return manuscript;
}

function errorIn(result: ManuscriptResult): string | undefined {
  return "error" in result ? inEnglish(result.error) : undefined;
}

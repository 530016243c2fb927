import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { CorpusReading } from "../../src/corpus/corpus.ts";
import type { Corpus, Document, Passage } from "../../src/corpus/document.ts";
import { formatProblem } from "../../src/corpus/problem.ts";
import { readCorpus } from "../../src/corpus/read.ts";

/** Files by their paths in a folder, with `/` between the parts. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder with these files, which is removed when the test is over. */
export async function folderOf(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "ibid-corpus-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** The corpus that a folder with these files is. */
export async function corpusIn(files: Files): Promise<Corpus> {
  return corpusFrom(await readCorpus(await folderOf(files)));
}

/** The one document of a folder with these files. */
export async function documentIn(files: Files): Promise<Document> {
  const { documents } = await corpusIn(files);
  const [document] = documents;
  if (document === undefined || documents.length > 1) throw new Error("Not exactly one document.");
  return document;
}

/** What keeps a folder with these files from being a corpus, as a person sees it. */
export async function problemsIn(files: Files): Promise<readonly string[]> {
  return problemsFrom(await readCorpus(await folderOf(files)));
}

export function corpusFrom(reading: CorpusReading): Corpus {
  if ("error" in reading) throw new Error(reading.error.map(formatProblem).join("\n"));
  return reading.corpus;
}

export function problemsFrom(reading: CorpusReading): readonly string[] {
  return "error" in reading ? reading.error.map(formatProblem) : [];
}

/** Numbers and texts of the passages, `1 Call me Ishmael.` */
export function passagesOf({ passages }: Document): readonly string[] {
  return passages.map(({ number, text }) => `${number} ${text}`);
}

/** The lines of the file on which the lines of a passage stand, by the words that begin them. */
export function linesOf({ text, lines }: Passage): Readonly<Record<string, number>> {
  return Object.fromEntries(
    lines.map(({ offset, line }) => [text.slice(offset).trimStart().split(/\s/)[0] ?? "", line]),
  );
}

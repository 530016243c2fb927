import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { CorpusReading } from "../../src/corpus/corpus.ts";
import type { Corpus, Document, Passage } from "../../src/corpus/document.ts";
import { readCorpus } from "../../src/corpus/read.ts";
import { inEnglish } from "../in-english.ts";

/** Contents of files, keyed by paths with `/` as the separator. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Creates a folder with these files, which is removed after the test. */
export async function createFolder(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "ibid-corpus-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** Returns the corpus of a folder with these files. Throws if it has problems. */
export async function corpusIn(files: Files): Promise<Corpus> {
  return corpusFrom(await readCorpus(await createFolder(files)));
}

/** Returns the only document of a folder with these files. */
export async function documentIn(files: Files): Promise<Document> {
  const { documents } = await corpusIn(files);
  const [document] = documents;
  if (document === undefined || documents.length > 1) throw new Error("Not exactly one document.");
  return document;
}

/** Returns the problems of a folder with these files, formatted for readers. */
export async function problemsIn(files: Files): Promise<readonly string[]> {
  return problemsFrom(await readCorpus(await createFolder(files)));
}

export function corpusFrom(reading: CorpusReading): Corpus {
  if ("error" in reading) throw new Error(reading.error.map(inEnglish).join("\n"));
  return reading.corpus;
}

export function problemsFrom(reading: CorpusReading): readonly string[] {
  return "error" in reading ? reading.error.map(inEnglish) : [];
}

/** Returns the number and the text of each passage: `1 Call me Ishmael.` */
export function numberedPassages({ passages }: Document): readonly string[] {
  return passages.map(({ number, text }) => `${number} ${text}`);
}

/** Maps the first word of each line of a passage to its line in the file. */
export function linesOf({ text, lines }: Passage): Readonly<Record<string, number>> {
  return Object.fromEntries(
    lines.map(({ offset, line }) => [text.slice(offset).trimStart().replace(/\s.*$/s, ""), line]),
  );
}

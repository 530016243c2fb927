import type { ImportedDocument } from "../../import/convert-files.ts";
import type { NewFile } from "../../import/writing/atomic-folder.ts";
import { formatFrontMatter } from "../../import/writing/front-matter.ts";
import { formatMissingTable } from "../../import/writing/missing-table.ts";

/** The table `corpus.yaml` of a new corpus, as far as its documents say what is in it. */
export interface NewSettings {
  readonly title?: string;
  readonly language?: string;
}

/**
 * Returns the settings of a new corpus: the title of the work that its documents are, and the language of most of them.
 * Returns undefined if they say neither.
 */
export function settingsOf(documents: readonly ImportedDocument[]): NewSettings | undefined {
  const titles = documents.map(({ metadata, title }) => metadata.more?.["part-of"] ?? title);
  const [title, ...others] = [...new Set(titles)];
  const language = valueOfMost(documents.map(({ metadata }) => metadata.language));
  const isShared = others.length === 0 && typeof title === "string";
  if (!isShared && language === undefined) return undefined;
  return { ...(isShared && { title }), ...(language !== undefined && { language }) };
}

export function settingsFile(settings: NewSettings): NewFile {
  return { name: "corpus.yaml", bytes: Buffer.from(formatFrontMatter(settings)), replaces: false };
}

/** Returns the value that more than half of all have; undefined if there is none. */
function valueOfMost(values: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count * 2 > values.length)?.[0];
}

/** A list of what new documents lack, as a file, and how many documents are in it. */
export interface MissingList {
  readonly file: NewFile;
  readonly count: number;
}

/**
 * Lists the dates, people and topics that new documents lack. A single document needs no list. `present`
 * are the names in the folder.
 */
export function listMissing(
  documents: readonly ImportedDocument[],
  present: ReadonlySet<string>,
): MissingList | undefined {
  const added = documents.filter(({ status }) => status !== "same");
  const listed = added.map(
    ({ name, title, metadata: { date, from = [], to = [], topics = [] } }) => ({
      id: name.replace(/\.md$/, ""),
      title,
      date,
      from,
      to,
      topics,
    }),
  );
  const table = added.length > 1 ? formatMissingTable(listed) : undefined;
  if (table === undefined) return undefined;
  let name = "missing.csv";
  for (let count = 2; present.has(name); count++) name = `missing-${count}.csv`;
  return {
    file: { name, bytes: Buffer.from(table), replaces: false },
    count: table.split("\r\n").length - 2,
  };
}

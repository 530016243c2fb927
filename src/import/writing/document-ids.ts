import type { CorpusFile } from "../../corpus/corpus.ts";
import { isDocumentPath, slugOf } from "../../corpus/document-file.ts";

/** The file name of an imported document. The id of the document is the name without `.md`. */
export interface DocumentName {
  readonly name: string;
  /** “same” if the corpus has a file of this name with the same bytes, “replacement” if with others. */
  readonly status: "new" | "same" | "replacement";
  /** The existing file that has the name which this document would otherwise have. */
  readonly insteadOf?: string;
}

/** Assigns names to documents so that their ids are unique in the corpus. */
export interface DocumentNamer {
  /**
   * Names a document after the file `source` that it comes from, and its suffix in that file if it has
   * one. Appends a number if the name is taken. Different calls never return one name.
   */
  assignName(source: string, suffix: string | undefined, bytes: Uint8Array): DocumentName;
}

/** The maximum length of an id, in UTF-16 code units. */
const MAX_ID_LENGTH = 48;

/** How much of an id can be a suffix. */
const MAX_SUFFIX_LENGTH = 32;

export function createDocumentNamer({
  files,
  owners,
  present,
  prefix,
  replaces,
}: {
  readonly files: readonly CorpusFile[];
  /** The path of the file that each id belongs to. */
  readonly owners: ReadonlyMap<string, string>;
  /** The names of everything in the folder, in lower case. */
  readonly present: ReadonlySet<string>;
  /** The path of the folder in the corpus: empty, or with `/` at the end. */
  readonly prefix: string;
  /** Whether a document replaces the one that has its name. */
  readonly replaces: boolean;
}): DocumentNamer {
  const existingBytes = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const usedIds = new Set<string>();
  // The next number to try for each name, so that naming n documents of one name takes O(n) steps.
  const nextNumbers = new Map<string, number>();

  /** Returns undefined if the id cannot be used. */
  function statusOf(id: string, bytes: Uint8Array): DocumentName["status"] | undefined {
    const path = `${prefix}${id}.md`;
    const owner = owners.get(id);
    const existing = existingBytes.get(path);
    if (usedIds.has(id) || !isDocumentPath(path)) return undefined;
    if (owner === undefined && !present.has(`${id}.md`)) return "new";
    if (existing === undefined) return undefined;
    if (Buffer.compare(existing, bytes) === 0) return "same";
    const isOwner = owner === undefined || owner === path;
    return replaces && isOwner ? "replacement" : undefined;
  }

  return {
    assignName(source, suffix, bytes) {
      const slug = slugOf(source);
      const base = suffix === undefined ? slug : appendSuffix(slug, suffix);
      let insteadOf: string | undefined;
      for (let count = nextNumbers.get(base) ?? 1; ; count++) {
        const id = count === 1 ? base : appendSuffix(base, String(count));
        const status = statusOf(id, bytes);
        if (status === undefined) {
          insteadOf ??= usedIds.has(id) ? undefined : owners.get(id);
          continue;
        }
        nextNumbers.set(base, count + 1);
        usedIds.add(id);
        return { name: `${id}.md`, status, ...(insteadOf !== undefined && { insteadOf }) };
      }
    },
  };
}

function appendSuffix(slug: string, suffix: string): string {
  const end = `-${suffix.slice(0, MAX_SUFFIX_LENGTH)}`.replace(/-$/, "");
  return `${slug.slice(0, MAX_ID_LENGTH - end.length).replace(/-$/, "")}${end}`;
}

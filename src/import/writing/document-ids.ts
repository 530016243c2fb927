import type { CorpusFile } from "../../corpus/corpus.ts";
import { isDocumentPath, slugOf } from "../../corpus/document-file.ts";

/** What a document is called in a corpus, and what that does to a file that is there. */
export interface DocumentName {
  /** The file's name. */
  readonly name: string;
  /** The same bytes are there already, or other bytes that give way. */
  readonly is: "new" | "same" | "replacement";
  /** The file whose name it would have, if that were not there. */
  readonly insteadOf?: string;
}

/** Names documents so that no two of a corpus have one id. */
export interface DocumentNamer {
  /** Names a document after the file `source` and its number in it, if it has one. */
  nameOf(source: string, number: number | undefined, bytes: Uint8Array): DocumentName;
}

/** How long an id is at most, in characters. */
const MAX_ID_LENGTH = 48;

export function createDocumentNamer({
  files,
  owners,
  present,
  prefix,
  replaces,
}: {
  readonly files: readonly CorpusFile[];
  /** Which file has each id. */
  readonly owners: ReadonlyMap<string, string>;
  /** The names of all that is in the folder, in small letters. */
  readonly present: ReadonlySet<string>;
  /** The folder as a part of paths in the corpus: empty, or ending with `/`. */
  readonly prefix: string;
  /** Whether a document gives way to another that would have its name. */
  readonly replaces: boolean;
}): DocumentNamer {
  const bytesOf = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const used = new Set<string>();
  // Which number is next for a name, so that ten thousand of one name are counted once.
  const next = new Map<string, number>();

  function as(id: string, bytes: Uint8Array): DocumentName["is"] | undefined {
    const path = `${prefix}${id}.md`;
    const owner = owners.get(id);
    const former = bytesOf.get(path);
    if (used.has(id) || !isDocumentPath(path)) return undefined;
    if (owner === undefined && !present.has(`${id}.md`)) return "new";
    if (former === undefined) return undefined;
    if (Buffer.compare(former, bytes) === 0) return "same";
    return replaces && (owner ?? path) === path ? "replacement" : undefined;
  }

  return {
    nameOf(source, number, bytes) {
      const slug = slugOf(source);
      const base = number === undefined ? slug : appendNumber(slug, number);
      let insteadOf: string | undefined;
      for (let count = next.get(base) ?? 1; ; count++) {
        const id = count === 1 ? base : appendNumber(base, count);
        const is = as(id, bytes);
        if (is === undefined) {
          insteadOf ??= used.has(id) ? undefined : owners.get(id);
          continue;
        }
        next.set(base, count + 1);
        used.add(id);
        return { name: `${id}.md`, is, ...(insteadOf !== undefined && { insteadOf }) };
      }
    },
  };
}

function appendNumber(slug: string, number: number): string {
  const end = `-${number}`;
  return `${slug.slice(0, MAX_ID_LENGTH - end.length).replace(/-$/, "")}${end}`;
}

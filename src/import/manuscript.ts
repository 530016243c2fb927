import type { RootContent } from "mdast";
import type { Result } from "../foundation/result.ts";

/** What a file of another format holds, before it becomes documents of a corpus. */
export interface Manuscript {
  /** In CommonMark's terms; headings keep their levels. */
  readonly content: readonly RootContent[];
  readonly metadata: Metadata;
  /** Sentences on what was undone, left out or guessed: for the editor to judge. */
  readonly remarks: readonly string[];
}

/** What a file says of itself, under the keys of front matter. */
export interface Metadata {
  readonly title?: string;
  /** A CSL item type. */
  readonly type?: string;
  /** EDTF. */
  readonly date?: string;
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly topics?: readonly string[];
  readonly language?: string;
  readonly rights?: string;
  readonly URL?: string;
  /** CSL's other fields, such as `author`, `publisher` and `ISBN`. */
  readonly more?: Readonly<Record<string, string>>;
}

/** A file as it came. */
export interface ImportedFile {
  /** Without its folder; it may hold anything, newlines included. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What an editor tells about files that do not tell it themselves. */
export interface ReadingOptions {
  /** Which column of a table fills which key of front matter, or `text`. */
  readonly fields: ReadonlyMap<string, string>;
}

/** What was read, or a sentence on why it cannot be. */
export type ManuscriptResult = Result<{ readonly manuscripts: readonly Manuscript[] }>;

/** Reads one format. */
export type Reader = (
  file: ImportedFile,
  options: ReadingOptions,
) => Promise<ManuscriptResult> | ManuscriptResult;

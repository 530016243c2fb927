import type { RootContent } from "mdast";
import type { Message } from "../catalogue/catalogue.ts";
import type { Result } from "../foundation/result.ts";

/** The content of an imported file, before it becomes documents of a corpus. */
export interface Manuscript {
  /** mdast, limited to CommonMark. Headings keep their levels. */
  readonly content: readonly RootContent[];
  readonly metadata: Metadata;
  /** Sentences for the editor on everything that was changed, left out or guessed. */
  readonly remarks: readonly Message[];
}

/** The metadata that a file contains, under the keys of front matter. */
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
  /** Other CSL variables, such as `author`, `publisher` and `ISBN`. Several names are a list. */
  readonly more?: Readonly<Record<string, string | readonly MetadataName[]>>;
}

/** A name in one part, or in two. */
export type MetadataName =
  | { readonly literal: string }
  | { readonly family: string; readonly given: string };

/** The name and the content of a file to import. */
export interface ImportedFile {
  /** Without the folder. It can contain any character, newlines included. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The editor's instructions for files that do not explain themselves. */
export interface ReadingOptions {
  /** The key of front matter, or `text`, for each column of a table. Empty: by the columns' names. */
  readonly fields: ReadonlyMap<string, string>;
  /** The encoding of files of text. Absent: by their bytes. */
  readonly encoding?: string | undefined;
}

/** The manuscripts of a file, or a sentence on why the file is refused. */
export type ManuscriptResult = Result<{ readonly manuscripts: readonly Manuscript[] }>;

/** A function that reads files of one format. */
export type Reader = (
  file: ImportedFile,
  options: ReadingOptions,
) => Promise<ManuscriptResult> | ManuscriptResult;

import type { Result } from "../../foundation/result.ts";
import type { Metadata } from "../../import/manuscript.ts";
import { isEncoding } from "../../import/shared/encoding.ts";
import type { DraftOptions } from "../../import/writing/drafts.ts";
import { validateMetadata } from "../../import/writing/front-matter.ts";
import { parseSplitRule } from "../../import/writing/split.ts";

/** The command-line options of `import`. */
export const IMPORT_OPTIONS = {
  into: {
    type: "string",
    description: "The folder that gets the documents: the corpus of IBID_CORPUS, or a new one.",
  },
  split: {
    type: "string",
    description:
      "Where in a file documents begin: `heading` (each of the highest level that occurs more than once), `heading:2`, or a regular expression for the first lines of paragraphs and headings. What stands before is a document of its own if it has words.",
  },
  title: {
    type: "string",
    description: "The title; of a file that is split, that of the whole.",
  },
  type: { type: "string", description: "A CSL item type: personal_communication, speech, book." },
  date: { type: "string", description: "The date, in EDTF: 1787-11-22, 1787-11, 1787~." },
  from: {
    type: "string",
    multiple: true,
    description: "Who wrote it. May be given several times.",
  },
  to: { type: "string", multiple: true, description: "To whom. May be given several times." },
  topics: { type: "string", multiple: true, description: "A topic. May be given several times." },
  language: { type: "string", description: "The language: en, ko, zh-Hant." },
  author: { type: "string", description: "The author, where it is no letter." },
  rights: { type: "string", description: "Who allows what, in a sentence." },
  fields: {
    type: "string",
    description: "Of tables, which column is what: `text=Body,date=Sent on`.",
  },
  encoding: {
    type: "string",
    description: "The encoding of text that is not in UTF-8: `windows-1251`, `euc-kr`, `big5`.",
  },
  yes: { type: "boolean", short: "y", description: "Ask nothing, and take what files say." },
  force: { type: "boolean", description: "Replace documents of the same name." },
  "dry-run": { type: "boolean", description: "Write nothing, and tell what would be made." },
} as const;

/** The values of the options as the editor typed them. */
interface OptionValues {
  readonly into?: string;
  readonly split?: string;
  readonly title?: string;
  readonly type?: string;
  readonly date?: string;
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly topics?: readonly string[];
  readonly language?: string;
  readonly author?: string;
  readonly rights?: string;
  readonly fields?: string;
  readonly encoding?: string;
  readonly yes?: boolean;
  readonly force?: boolean;
  readonly "dry-run"?: boolean;
}

/** The options of an import, validated. */
export interface ImportOptions {
  /** The target folder; absent for the configured corpus. */
  readonly into?: string;
  readonly draftOptions: DraftOptions;
  /** The front matter key, or `text`, of each column of a table. */
  readonly fields: ReadonlyMap<string, string>;
  /** The encoding of files of text; absent if it is found out. */
  readonly encoding?: string;
  /** Whether the editor may be asked questions. */
  readonly isInteractive: boolean;
  /** Whether documents of the same name are replaced. */
  readonly replaces: boolean;
  readonly isDryRun: boolean;
}

/** Validates the options. Errors are sentences, one for each option that is wrong. */
export function parseImportOptions(values: OptionValues): Result<ImportOptions, readonly string[]> {
  const metadata = metadataOf(values);
  const metadataErrors = [...validateMetadata(metadata).values()].map((error) =>
    error.replace("`", "`--"),
  );
  const splitting = values.split === undefined ? undefined : parseSplitRule(values.split);
  const fields = parseFields(values.fields);

  const splittingError = splitting !== undefined && "error" in splitting ? [splitting.error] : [];
  const fieldsError = "error" in fields ? [fields.error] : [];
  const { encoding } = values;
  const encodingError =
    encoding === undefined || isEncoding(encoding)
      ? []
      : ["`--encoding` should be the name of an encoding, such as `windows-1251` or `euc-kr`."];
  const errors = [...metadataErrors, ...splittingError, ...fieldsError, ...encodingError];
  if (errors.length > 0 || "error" in fields) return { error: errors };
  return {
    ...(values.into !== undefined && { into: values.into }),
    draftOptions: {
      metadata,
      ...(splitting !== undefined && !("error" in splitting) && { splitRule: splitting }),
    },
    fields,
    ...(encoding !== undefined && { encoding }),
    isInteractive: values.yes !== true,
    replaces: values.force === true,
    isDryRun: values["dry-run"] === true,
  };
}

/** Returns the metadata that the options give to all documents. */
function metadataOf(values: OptionValues): Metadata {
  const { title, type, date, from, to, topics, language, rights, author } = values;
  return {
    ...(title !== undefined && { title }),
    ...(type !== undefined && { type }),
    ...(date !== undefined && { date }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(topics !== undefined && { topics }),
    ...(language !== undefined && { language }),
    ...(rights !== undefined && { rights }),
    ...(author !== undefined && { more: { author } }),
  };
}

/** Parses `text=Body,date=Sent on` to a map from columns to keys. */
function parseFields(typed: string | undefined): Result<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  if (typed === undefined) return keys;
  for (const field of typed.split(",")) {
    const [, key, column] = /^\s*(\w[\w-]*)\s*=\s*(.*\S)\s*$/.exec(field) ?? [];
    if (key === undefined || column === undefined) {
      return { error: "`--fields` should be keys and columns, such as `text=Body,date=Sent on`." };
    }
    keys.set(column, key);
  }
  return keys;
}

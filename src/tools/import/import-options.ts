import { type Message, message } from "../../catalogue/catalogue.ts";
import { CSL_VARIABLES } from "../../corpus/csl.ts";
import { FRONT_MATTER_KEYS } from "../../corpus/schemas.ts";
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
    description: "import.into",
  },
  split: {
    type: "string",
    description: "import.split",
  },
  title: {
    type: "string",
    description: "import.title",
  },
  type: { type: "string", description: "import.type" },
  date: { type: "string", description: "import.date" },
  from: {
    type: "string",
    multiple: true,
    description: "import.from",
  },
  to: { type: "string", multiple: true, description: "import.to" },
  topics: { type: "string", multiple: true, description: "import.topics" },
  language: { type: "string", description: "import.language" },
  author: { type: "string", description: "import.author" },
  rights: { type: "string", description: "import.rights" },
  fields: {
    type: "string",
    description: "import.fields",
  },
  encoding: {
    type: "string",
    description: "import.encoding",
  },
  yes: { type: "boolean", short: "y", description: "import.yes" },
  force: { type: "boolean", description: "import.force" },
  "dry-run": { type: "boolean", description: "import.dry-run" },
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

/** Validates the options. Errors are messages, one for each option that is wrong. */
export function parseImportOptions(
  values: OptionValues,
): Result<ImportOptions, readonly Message[]> {
  const metadata = metadataOf(values);
  const metadataErrors = [...validateMetadata(metadata).values()].map(
    ({ key, values }): Message => ({ key, values: { ...values, key: `--${values["key"]}` } }),
  );
  const splitting = values.split === undefined ? undefined : parseSplitRule(values.split);
  const fields = parseFields(values.fields);

  const splittingError = splitting !== undefined && "error" in splitting ? [splitting.error] : [];
  const fieldsError = "error" in fields ? [fields.error] : [];
  const { encoding } = values;
  const encodingError =
    encoding === undefined || isEncoding(encoding) ? [] : [message("import.bad-encoding")];
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
function parseFields(typed: string | undefined): Result<ReadonlyMap<string, string>, Message> {
  const keys = new Map<string, string>();
  if (typed === undefined) return keys;
  for (const field of typed.split(",")) {
    const [, key, column] = /^\s*(\w[\w-]*)\s*=\s*(.*\S)\s*$/.exec(field) ?? [];
    if (key === undefined || column === undefined) {
      return { error: message("import.bad-fields") };
    }
    if (isKey(column) && !isKey(key)) {
      return { error: message("import.reversed-fields", { key: column, column: key }) };
    }
    keys.set(column, key);
  }
  return keys;
}

/** Whether a column of a table may be read as this: the text, or a key of front matter. */
function isKey(name: string): boolean {
  return name === "text" || Object.hasOwn(FRONT_MATTER_KEYS, name) || CSL_VARIABLES.has(name);
}

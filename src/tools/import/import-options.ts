import type { Metadata } from "../../import/manuscript.ts";
import { validateMetadata } from "../../import/writing/front-matter.ts";
import { parseSplitRule, type SplitRule } from "../../import/writing/split.ts";

/** What `import` can be asked for besides files. */
export const OPTIONS = {
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
  yes: { type: "boolean", short: "y", description: "Ask nothing, and take what files say." },
  force: { type: "boolean", description: "Replace documents of the same name." },
  "dry-run": { type: "boolean", description: "Write nothing, and tell what would be made." },
} as const;

/** The values of these options, as far as they say something of documents. */
interface Values {
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
}

/** What is asked for, and has been checked. */
export interface ImportOptions {
  readonly metadata: Metadata;
  readonly splitting?: SplitRule;
  /** Which column of a table is which key. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Reads the options, or tells in sentences what is wrong with them. */
export function parseImportOptions(
  values: Values,
): ImportOptions | { readonly faults: readonly string[] } {
  const {
    split,
    fields: columns,
    author,
    title,
    type,
    date,
    from,
    to,
    topics,
    language,
    rights,
  } = values;
  const metadata: Metadata = {
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
  const splitting = split === undefined ? undefined : parseSplitRule(split);
  const fields = parseFields(columns);
  const faults = [
    ...[...validateMetadata(metadata).values()].map((fault) => fault.replace("`", "`--")),
    ...(splitting !== undefined && "error" in splitting ? [splitting.error] : []),
    ...(fields === undefined
      ? ["`--fields` should be keys and columns, such as `text=Body,date=Sent on`."]
      : []),
  ];
  if (faults.length > 0 || fields === undefined) return { faults };
  if (splitting === undefined || "error" in splitting) return { metadata, fields };
  return { metadata, fields, splitting };
}

function parseFields(columns: string | undefined): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>();
  if (columns === undefined) return fields;
  for (const field of columns.split(",")) {
    const [, key, column] = /^\s*(\w[\w-]*)\s*=\s*(.*\S)\s*$/.exec(field) ?? [];
    if (key === undefined || column === undefined) return undefined;
    fields.set(column, key);
  }
  return fields;
}

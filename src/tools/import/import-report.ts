import { relative } from "node:path";
import process from "node:process";
import { formatProblem, type Problem } from "../../corpus/problem.ts";
import { plural } from "../../foundation/format.ts";
import type { Invocation } from "../../frontends/terminal/invocation.ts";
import type {
  ConversionResult,
  FileOutcome,
  ImportedDocument,
} from "../../import/convert-files.ts";
import type { SkippedFile } from "../../import/input-files.ts";

/** Describes an import in lines: the documents and remarks of each file, the total, and what is next. */
export function describeImport(
  result: ConversionResult,
  prefix: string,
  corpus: string,
  {
    configured,
    isDryRun,
    invocation,
  }: {
    readonly configured: string;
    readonly isDryRun: boolean;
    readonly invocation: Invocation;
  },
): readonly string[] {
  const folder = shortenPath(corpus);
  return [
    ...result.outcomes.flatMap((outcome) => describeOutcome(outcome, prefix)),
    describeTotal(result, folder, isDryRun),
    ...(isDryRun || result.files.length === 0
      ? []
      : [describeNextStep(folder, shortenPath(configured), invocation)]),
  ];
}

/** Describes the documents of a file, and what was left out or guessed, a line each. */
function describeOutcome(
  { source, documents, remarks }: FileOutcome,
  prefix: string,
): readonly string[] {
  return [
    ...documents.map(
      (document) => `${source.displayName} → ${prefix}${describeDocument(document)}`,
    ),
    ...remarks.map((remark) => `  ${remark}`),
  ];
}

function describeDocument(document: ImportedDocument): string {
  const { name, title, passages, status, insteadOf } = document;
  const line = `${name}: ${plural(passages, "passage")}, “${title}”`;
  switch (status) {
    case "same":
      return `${name}: it is there already, the very same`;
    case "replacement":
      return `${line}, in the place of what was there`;
    case "new":
      return insteadOf === undefined ? line : `${line}; ${insteadOf} is another one`;
  }
}

function describeTotal({ outcomes }: ConversionResult, folder: string, isDryRun: boolean): string {
  const newDocuments = outcomes
    .map(({ documents }) => documents.filter(({ status }) => status !== "same"))
    .filter((documents) => documents.length > 0);
  const documents = newDocuments.flat();
  if (documents.length === 0) return `There is nothing new for ${folder}.`;
  const passages = documents.reduce((sum, document) => sum + document.passages, 0);
  const files = plural(newDocuments.length, "file");
  const total = `${plural(documents.length, "document")} of ${files}, with ${plural(passages, "passage")}`;
  return isDryRun ? `Nothing was written. For ${folder}: ${total}.` : `Now in ${folder}: ${total}.`;
}

function describeNextStep(
  folder: string,
  configured: string,
  { corpus, start }: Invocation,
): string {
  return folder === configured
    ? `Next: \`${corpus} check\`, and then \`${start}\`.`
    : `Next: \`${corpus} check ${folder}\`, and then \`IBID_CORPUS=${folder} ${start}\`.`;
}

/** Returns a path relative to the working directory if it is below it. */
function shortenPath(path: string): string {
  const relativePath = relative(process.cwd(), path);
  return relativePath === "" || relativePath.startsWith("..") ? path : relativePath;
}

/** Describes a file that was not imported, and why. */
export function describeSkipped({ displayName, reason }: SkippedFile): string {
  return `${displayName}: ${reason}`;
}

/** Describes why the corpus would not load with the new documents, in lines. */
export function describeProblems(
  problems: readonly Problem[],
  { outcomes }: ConversionResult,
  prefix: string,
): readonly string[] {
  const sources = new Map(
    outcomes.flatMap(({ source, documents }) =>
      documents.map(({ name }) => [`${prefix}${name}`, source.displayName] as const),
    ),
  );
  return [
    ...problems.map((problem) => {
      const source = sources.get(problem.path);
      return `${source === undefined ? "" : `${source} → `}${formatProblem(problem)}`;
    }),
    `Nothing was imported: ${plural(problems.length, "problem")}. An option such as \`--from\` stands before what a file says of itself.`,
  ];
}

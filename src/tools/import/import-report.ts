import { relative } from "node:path";
import process from "node:process";
import { type Message, message } from "../../catalogue/catalogue.ts";
import { describeProblem, type Problem } from "../../corpus/problem.ts";
import type { Invocation } from "../../frontends/terminal/invocation.ts";
import type {
  ConversionResult,
  FileOutcome,
  ImportedDocument,
} from "../../import/convert-files.ts";
import type { SkippedFile } from "../../import/input-files.ts";
import type { MissingList, NewSettings } from "./companion-files.ts";

/** Describes an import in lines: the documents and remarks of each file, the total, and what is next. */
export function describeImport(
  result: ConversionResult,
  prefix: string,
  corpus: string,
  {
    configured,
    isDryRun,
    invocation,
    present,
    settings,
    missing,
  }: {
    readonly configured: string;
    readonly isDryRun: boolean;
    readonly invocation: Invocation;
    /** How many documents the corpus had before. */
    readonly present: number;
    readonly settings?: NewSettings;
    readonly missing?: MissingList;
  },
): readonly Message[] {
  const folder = shortenPath(corpus);
  return [
    ...result.outcomes.flatMap((outcome) => describeOutcome(outcome, prefix)),
    ...(settings === undefined ? [] : [describeSettings(settings)]),
    describeTotal(result, folder, isDryRun, present),
    ...(missing === undefined || isDryRun
      ? []
      : [
          message("import.missing", {
            count: missing.count,
            corpus: invocation.corpus,
            file: `${folder}/${prefix}${missing.file.name}`,
          }),
        ]),
    ...(isDryRun || result.files.length === 0
      ? []
      : [describeNextStep(folder, shortenPath(configured), invocation)]),
  ];
}

function describeSettings({ title, language }: NewSettings): Message {
  return message("import.settings", {
    values: [
      ...(title === undefined ? [] : [message("import.settings-title", { title })]),
      ...(language === undefined ? [] : [message("import.settings-language", { language })]),
    ],
  });
}

/** Describes the documents of a file, and what was left out or guessed, a line each. */
function describeOutcome(
  { source, documents, remarks }: FileOutcome,
  prefix: string,
): readonly Message[] {
  return [
    ...documents.map((document) => describeDocument(document, source.displayName, prefix)),
    ...remarks.map((remark) => message("import.remark", { remark })),
  ];
}

function describeDocument(
  { title, passages, status, insteadOf, ...document }: ImportedDocument,
  source: string,
  prefix: string,
): Message {
  const name = prefix + document.name;
  const described = { source, name, passages, title };
  switch (status) {
    case "same":
      return message("import.document-same", { source, name });
    case "replacement":
      return message("import.document-replaced", described);
    case "new":
      return insteadOf === undefined
        ? message("import.document", described)
        : message("import.document-renamed", { ...described, other: insteadOf });
  }
}

function describeTotal(
  { outcomes }: ConversionResult,
  folder: string,
  isDryRun: boolean,
  present: number,
): Message {
  const newDocuments = outcomes
    .map(({ documents }) => documents.filter(({ status }) => status !== "same"))
    .filter((documents) => documents.length > 0);
  const documents = newDocuments.flat();
  if (documents.length === 0) {
    const isThere = outcomes.some((outcome) => outcome.documents.length > 0);
    return message(isThere ? "import.nothing-new" : "import.nothing-made", { folder });
  }
  const total = message("import.total", {
    documents: documents.length,
    files: newDocuments.length,
    passages: documents.reduce((sum, { passages }) => sum + passages, 0),
  });
  if (isDryRun) return message("import.dry", { folder, total });
  const added = newDocuments.flat().filter(({ status }) => status === "new").length;
  return present === 0
    ? message("import.done", { folder, total })
    : message("import.added", { folder, total, all: present + added });
}

function describeNextStep(
  folder: string,
  configured: string,
  { corpus, start }: Invocation,
): Message {
  return folder === configured
    ? message("import.next", { corpus, start })
    : message("import.next-elsewhere", { corpus, folder });
}

/** Returns a path relative to the working directory if it is below it. */
function shortenPath(path: string): string {
  const relativePath = relative(process.cwd(), path);
  return relativePath === "" || relativePath.startsWith("..") ? path : relativePath;
}

/** Describes a file that was not imported, and why. */
export function describeSkipped({ displayName, reason }: SkippedFile): Message {
  return message("import.skipped", { file: displayName, reason });
}

/** Describes why the corpus would not load with the new documents, in lines. */
export function describeProblems(
  problems: readonly Problem[],
  { outcomes }: ConversionResult,
  prefix: string,
): readonly Message[] {
  const sources = new Map(
    outcomes.flatMap(({ source, documents }) =>
      documents.map(({ name }) => [`${prefix}${name}`, source.displayName] as const),
    ),
  );
  return [
    ...problems.map((problem) => {
      const source = sources.get(problem.path);
      const described = describeProblem(problem);
      return source === undefined
        ? described
        : message("import.problem-of", { source, problem: described });
    }),
    message("import.refused", { count: problems.length }),
  ];
}

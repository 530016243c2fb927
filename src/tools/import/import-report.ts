import { plural } from "../../foundation/format.ts";
import type { FileOutcome, GatherResult, ImportedDocument } from "../../import/gather.ts";
import type { SkippedFile } from "../../import/input-files.ts";

/** What was made of a file, and what was left out of it, a line each. */
export function describeOutcome(
  { source, made, remarks }: FileOutcome,
  prefix: string,
): readonly string[] {
  return [
    ...made.map((one) => `${source.shown} → ${prefix}${describeDocument(one)}`),
    ...remarks.map((remark) => `  ${remark}`),
  ];
}

function describeDocument({ name, title, passages, is, insteadOf }: ImportedDocument): string {
  const line = `${name}: ${plural(passages, "passage")}, “${title}”`;
  switch (is) {
    case "same":
      return `${name}: it is there already, the very same`;
    case "replacement":
      return `${line}, in the place of what was there`;
    case "new":
      return insteadOf === undefined ? line : `${line}; ${insteadOf} is another one`;
  }
}

/** A file that was not imported, and why. */
export function describeSkipped({ shown, why }: SkippedFile): string {
  return `${shown}: ${why}`;
}

/** How much was made, in one sentence. */
export function describeTotal({ outcomes }: GatherResult, corpus: string, isDry: boolean): string {
  const fresh = outcomes.map(({ made }) => made.filter(({ is }) => is !== "same"));
  const documents = fresh.flat();
  if (documents.length === 0) return `There is nothing new for ${corpus}.`;
  const passages = documents.reduce((sum, one) => sum + one.passages, 0);
  const from = plural(fresh.filter((made) => made.length > 0).length, "file");
  const what = `${plural(documents.length, "document")} of ${from}, with ${plural(passages, "passage")}`;
  return isDry ? `Nothing was written. For ${corpus}: ${what}.` : `Now in ${corpus}: ${what}.`;
}

import { counted } from "../../foundation/format.ts";
import type { Gathering, Made, Outcome } from "../../import/gather.ts";
import type { LeftOut } from "../../import/input-files.ts";

/** What was made of a file, and what was left out of it, a line each. */
export function outcomeLines(
  { source, made, remarks }: Outcome,
  prefix: string,
): readonly string[] {
  return [
    ...made.map((one) => `${source.shown} → ${prefix}${madeLine(one)}`),
    ...remarks.map((remark) => `  ${remark}`),
  ];
}

function madeLine({ name, title, passages, is, insteadOf }: Made): string {
  const line = `${name}: ${counted(passages, "passage")}, “${title}”`;
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
export function leftOutLine({ shown, why }: LeftOut): string {
  return `${shown}: ${why}`;
}

/** How much was made, in one sentence. */
export function totalLine({ outcomes }: Gathering, corpus: string, isDry: boolean): string {
  const fresh = outcomes.map(({ made }) => made.filter(({ is }) => is !== "same"));
  const documents = fresh.flat();
  if (documents.length === 0) return `There is nothing new for ${corpus}.`;
  const passages = documents.reduce((sum, one) => sum + one.passages, 0);
  const from = counted(fresh.filter((made) => made.length > 0).length, "file");
  const what = `${counted(documents.length, "document")} of ${from}, with ${counted(passages, "passage")}`;
  return isDry ? `Nothing was written. For ${corpus}: ${what}.` : `Now in ${corpus}: ${what}.`;
}

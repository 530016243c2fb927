import { overlap, type Period } from "../corpus/date.ts";
import type { Document, Person } from "../corpus/document.ts";
import { isAsked, qualityOf } from "./asked.ts";
import type { DocumentQuery } from "./corpus-options.ts";

/** Where somebody says that words stand; what is left out is not claimed. */
export interface Claim {
  readonly from: Person | undefined;
  readonly date: (Period & { readonly label: string }) | undefined;
  readonly letter: DocumentQuery | undefined;
}

/** Whether a document is as claimed. */
export function isClaimed({ from, date, letter }: Claim, document: Document): boolean {
  if (from && !document.from.includes(from)) return false;
  if (date && !(document.date && overlap(document.date, date))) return false;
  return !letter || isAsked(document, letter);
}

/** “from Kim Jong Un and dated August 2019”; undefined when nothing is claimed. */
export function claimLabel({ from, date, letter }: Claim): string | undefined {
  const qualities = [
    ...(from ? [`from ${from.name}`] : []),
    ...(date ? [`dated ${date.label}`] : []),
    ...(letter ? [qualityOf(letter)] : []),
  ];
  return qualities.length > 0 ? AND.format(qualities) : undefined;
}

const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });

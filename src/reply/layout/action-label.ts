import { documentName } from "../../corpus/titles.ts";
import type { ActionLabel, PlainLabel } from "../action-label.ts";

/** Puts what an action does into a few words, for a button. */
export function describeAction(label: ActionLabel): string {
  if (typeof label === "string") return PLAIN_LABELS[label];
  switch (label.kind) {
    case "open":
      return `Open ${label.address}`;
    case "whole":
      return `The whole ${label.documentKind}`;
    case "previous":
      return `Previous ${label.documentKind}`;
    case "next":
      return `Next ${label.documentKind}`;
    case "document": {
      const name = documentName(label.document);
      return label.nearest === undefined ? name : `${NEAREST[label.nearest]}: ${name}`;
    }
    case "event":
      return `${label.date.label}: ${label.title}`;
    case "quotation":
      return `Quotation ${label.number}`;
    case "command":
      return `/${label.name}`;
    case "value":
      return label.value;
    case "option":
      return `${label.option}:${label.value}`;
  }
}

const PLAIN_LABELS: Readonly<Record<PlainLabel, string>> = {
  another: "Another",
  "in-context": "In context",
  cite: "Cite",
  quote: "Quote",
  search: "Search",
  timeline: "Timeline",
  topics: "Topics",
  help: "Help",
  earlier: "Earlier",
  later: "Later",
  "previous-page": "Previous page",
  "next-page": "Next page",
  "all-commands": "All commands",
  "all-quotations": "All quotations",
  details: "Details",
};

const NEAREST = { before: "Before", after: "After" } as const;

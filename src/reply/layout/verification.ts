import { plural } from "../../foundation/format.ts";
import type { Change } from "../../verify/changes.ts";
import type { VerificationReply } from "../reply.ts";
import {
  excerptRuns,
  finePrint,
  heading,
  type LayoutBlock,
  pageLabel,
  plainRun,
  type StyledText,
  sentenceBlock,
  textBlock,
} from "./blocks.ts";
import { sourceNoteOf } from "./quotation.ts";
import { describeVerification } from "./verdict.ts";

export function verificationBlocks(reply: VerificationReply): readonly LayoutBlock[] {
  const { verdict, evidence, page } = reply;
  const { title, message, differences } = describeVerification(reply);
  const notes = new Set(evidence.map(({ quotation }) => sourceNoteOf(quotation)));
  return [
    heading(title),
    sentenceBlock(message),
    ...differences.map((text) => textBlock(`• ${text}`)),
    ...evidence.flatMap(({ quotation, marks, receipts, open }): LayoutBlock[] => [
      { kind: "subheading", text: quotation.citation.line, open },
      { kind: "quote", runs: excerptRuns(quotation.text, marks) },
      ...finePrint(...receipts.map((receipt) => `Receipt: ${receipt}`)),
    ]),
    ...(verdict.kind === "altered"
      ? [
          { kind: "subheading", text: "Word by word" } as const,
          { kind: "text", runs: changeRuns(verdict.changes) } as const,
          ...finePrint("[-left out by the quotation-] {+only in the quotation+}"),
        ]
      : []),
    ...finePrint(...notes, ...describeLimits(reply), pageLabel(page)),
  ];
}

/** Describes the scope of the comparison, and its limits. */
export function describeLimits({ ellipses, words, scope }: VerificationReply): readonly string[] {
  const passages = plural(scope.passages, "passage");
  const documents = plural(scope.documents, "document");
  return [
    ...ellipses.map(({ text, setBy }) =>
      setBy === undefined
        ? `The ellipsis “${text}” stands in the document itself.`
        : `The ellipsis “${text}” was set by ${setBy}, which prints these words.`,
    ),
    `Compared: ${plural(words, "word")} with the ${passages} of ${documents}, word by word and then character by character.`,
    "This tells where words stand and who prints them, not who wrote them.",
  ];
}

/** Marks changes in wdiff's notation, so that they are legible without colour or bold type. */
function changeRuns(changes: readonly Change[]): readonly StyledText[] {
  return changes
    .flatMap(({ printed, quoted, isSame, gap }): StyledText[] => {
      if (isSame) return [plainRun(`${quoted}${gap}`)];
      const deletion: StyledText = { text: `[-${printed}-]`, isMatch: false, isOmitted: true };
      const insertion: StyledText = { text: `{+${quoted}+}`, isMatch: true };
      if (printed === "") return [insertion, plainRun(gap)];
      if (quoted === "") return [deletion, plainRun(gap)];
      return [deletion, plainRun(" "), insertion, plainRun(gap)];
    })
    .filter(({ text }) => text !== "");
}

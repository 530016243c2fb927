import type { Translate } from "../../catalogue/catalogue.ts";
import type { Change } from "../../verify/changes.ts";
import type { Evidence, VerificationReply } from "../reply.ts";
import type { Verification } from "../verification.ts";
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
import { limitOf, originWithoutWork, placeCredit, sourceNoteOf } from "./quotation.ts";
import { describeVerification } from "./verdict.ts";

/**
 * Lays out a verdict so that it is seen before it is read: a sign and a few words, then the quotation
 * above what is printed. Receipts and the limits of a verdict are details.
 */
export function verificationBlocks(reply: VerificationReply, t: Translate): readonly LayoutBlock[] {
  const { evidence, page, hasDetails } = reply;
  const { title, message, differences } = describeVerification(reply, t);
  const notes = new Set(
    evidence.map(({ quotation }) => (hasDetails ? sourceNoteOf(quotation) : limitOf(quotation))),
  );
  return [
    heading(title),
    sentenceBlock(message),
    ...differences.map((text) => textBlock(`• ${text}`)),
    ...quotedBlocks(reply, t),
    ...evidence.flatMap((one) => evidenceBlocks(one, reply, t)),
    ...finePrint(...notes, ...(hasDetails ? describeLimits(reply, t) : []), pageLabel(page, t)),
  ];
}

/** Repeats a quotation that was altered, with the words in bold that are not printed so. */
function quotedBlocks({ verdict }: Verification, t: Translate): readonly LayoutBlock[] {
  if (verdict.kind !== "altered") return [];
  return [
    { kind: "subheading", text: t("verification.quoted") },
    { kind: "text", runs: quotedRuns(verdict.changes) },
  ];
}

function quotedRuns(changes: readonly Change[]): readonly StyledText[] {
  return changes
    .filter(({ quoted }) => quoted !== "")
    .flatMap(({ quoted, isSame, gap }) => [{ text: quoted, isMatch: !isSame }, plainRun(gap)])
    .filter(({ text }) => text !== "");
}

function evidenceBlocks(
  { quotation, marks, changed, receipts, open }: Evidence,
  { verdict, hasDetails }: VerificationReply,
  t: Translate,
): readonly LayoutBlock[] {
  const isAltered = verdict.kind === "altered";
  const shown = isAltered ? { ...marks, matches: changed } : marks;
  const origin = originWithoutWork(quotation);
  return [
    {
      kind: "subheading",
      text: isAltered ? t("verification.printed", { origin }) : origin,
      open,
    },
    {
      kind: "quote",
      runs: excerptRuns(quotation.text, shown),
      credit: placeCredit(quotation),
    },
    ...finePrint(
      ...(hasDetails ? receipts.map((receipt) => t("verification.receipt", { receipt })) : []),
    ),
  ];
}

/** Describes the scope of the comparison, and its limits. */
export function describeLimits(
  { ellipses, words, scope }: VerificationReply,
  t: Translate,
): readonly string[] {
  return [
    ...ellipses.map(({ text, setBy }) =>
      setBy === undefined
        ? t("verification.own-ellipsis", { text })
        : t("verification.set-ellipsis", { text, work: setBy }),
    ),
    t("verification.scope", { words, ...scope }),
    t("verification.limit"),
  ];
}

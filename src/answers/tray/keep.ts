import { receiptOf, shortenReceipt } from "../../cite/receipt.ts";
import type { RawOptions, RunContext } from "../../command/types.ts";
import { addressOf, distinctPassagesOf } from "../../corpus/document.ts";
import type { Result } from "../../foundation/result.ts";
import type { Keepable } from "../../options/keepable.ts";
import { paginateList } from "../../options/paging.ts";
import type { PassagePart } from "../../options/passage.ts";
import { fitQuotations, MAX_QUOTATION_LENGTH } from "../../options/quotation.ts";
import { action, aside, type NoticeReply, notice, type Reply } from "../../reply/reply.ts";
import type { Library } from "../../search/library.ts";
import { findQuotations, joinQuotations } from "../../verify/quotation-finder.ts";
import type { Verdict } from "../../verify/verdict.ts";
import { quotationOfPart, trayAction } from "../actions.ts";
import { NO_CLAIM } from "../claim.ts";
import { stretchesOf } from "../verdict.ts";
import { prepareVerdicts, verdictOn } from "../verify.ts";
import { findShownQuotations } from "./shown-quotations.ts";
import { findInTray, keepReply } from "./tray.ts";

interface KeepOptions {
  /** Whether all are kept, if there are several. Otherwise they are offered. */
  readonly all: boolean;
  /** The place in the tray, counted from 1. */
  readonly to?: number | undefined;
  readonly page: number;
  /** The number of quotations of a message that did not fit. */
  readonly left: number;
}

/** Keeps what a user wants to keep, or asks which of several quotations it is. */
export function keepableReply(
  keepable: Keepable,
  { all, to, page: pageNumber, left }: KeepOptions,
  context: RunContext,
): Reply {
  if (context.asker.user === undefined) return notice({ kind: "no-user" });
  const found = findParts(keepable, context.library);
  if ("error" in found) return found.error;
  const { missing } = found;
  const parts = distinctParts(found.parts);
  if (all || (parts.length === 1 && missing + left === 0)) {
    return keepReply(parts, { to, missing }, context);
  }
  const { items, page, actions } = paginateList(parts, pageNumber, (page) =>
    context.again({ page }),
  );
  const indexOf = findInTray(context);
  return {
    kind: "keepable",
    quotations: items.map((part) => {
      const receipt = shortenReceipt(receiptOf(quotationOfPart(part), part.passage));
      const address = addressOf(part.document, part.passage);
      const isKept = indexOf(part) !== undefined;
      const open = isKept
        ? aside({ kind: "open", address }, { name: "tray", options: { entry: receipt } })
        : aside("keep", { name: "tray", options: { add: receipt } });
      return { quotation: quotationOfPart(part), isKept, open };
    }),
    total: parts.length,
    missing,
    left,
    page,
    actions: [
      ...actions,
      ...(parts.length > 1
        ? [
            action(
              { kind: "keep-quotations", count: parts.length },
              context.again({ all: true, page: undefined }),
            ),
          ]
        : []),
      trayAction(),
    ],
  };
}

/** Makes the verdicts on what a user wants to keep, one with each step, and keeps them for `keepableReply`. */
export function prepareKeepable(keepable: Keepable, library: Library): Iterable<unknown> {
  return keepable.kind === "words" ? prepareVerdicts(keepable.quotations, NO_CLAIM, library) : [];
}

interface FoundParts {
  readonly parts: readonly PassagePart[];
  /** The number of quotations that are not in the corpus. */
  readonly missing: number;
}

/** Returns the words to keep, or a notice if there are none. */
function findParts(keepable: Keepable, library: Library): Result<FoundParts, NoticeReply> {
  switch (keepable.kind) {
    case "parts": {
      const { parts, missing } = keepable;
      return { parts, missing };
    }
    case "document": {
      const { document } = keepable;
      const parts = distinctPassagesOf(document).map((passage) => ({ document, passage }));
      return parts.length > 0
        ? { parts, missing: 0 }
        : { error: notice({ kind: "nothing-to-keep", why: "no-passages", quotations: 1 }) };
    }
    case "words":
      return findQuoted(keepable.quotations, library);
  }
}

/** Finds the places of quotations. Only words that the corpus has as they are quoted can be kept. */
function findQuoted(
  quotations: readonly string[],
  library: Library,
): Result<FoundParts, NoticeReply> {
  const verdicts = quotations.map((quoted) => verdictOn(quoted, NO_CLAIM, library));
  const found = verdicts.filter(isVerified);
  if (found.length > 0) {
    const parts = found.flatMap((one) => stretchesOf(one).flat());
    return { parts, missing: verdicts.length - found.length };
  }
  const [verdict] = verdicts;
  const why = verdict === undefined || isVerified(verdict) ? "none" : verdict.kind;
  const [text = ""] = quotations;
  const options =
    quotations.length > 1 ? { text: joinQuotations(quotations), each: true } : { text };
  const verify = action({ kind: "command", name: "verify" }, { name: "verify", options });
  return {
    error: notice(
      { kind: "nothing-to-keep", why, quotations: quotations.length },
      text === "" ? [] : [verify],
    ),
  };
}

type VerifiedVerdict = Extract<Verdict, { readonly kind: "exact" | "typography" | "shortened" }>;

function isVerified(verdict: Verdict): verdict is VerifiedVerdict {
  return ["exact", "typography", "shortened"].includes(verdict.kind);
}

function distinctParts(parts: readonly PassagePart[]): readonly PassagePart[] {
  const byReceipt = new Map(
    parts.map((part) => [receiptOf(quotationOfPart(part), part.passage), part]),
  );
  return [...byReceipt.values()];
}

/**
 * Returns the options with which `/tray` keeps the quotations of a message: in an answer of Ibid's those that it
 * shows, in any other message those that the corpus has.
 */
export function keepOptions(message: string, library: Library): RawOptions {
  const receipts = distinctParts(findShownQuotations(message, library)).map((part) =>
    shortenReceipt(receiptOf(quotationOfPart(part), part.passage)),
  );
  if (receipts.length === 0) {
    const { fitting, left } = fitQuotations(findQuotations(message));
    return { add: joinQuotations(fitting), ...(left > 0 && { left }) };
  }
  const fitting = receipts.filter(
    (_, index) => receipts.slice(0, index + 1).join(" ").length <= MAX_QUOTATION_LENGTH,
  );
  const left = receipts.length - fitting.length;
  return { add: fitting.join(" "), ...(left > 0 && { left }) };
}

import type { Quotation } from "../../cite/quotation.ts";
import {
  checkReceipt,
  MAX_HASHED_CHARACTERS,
  parseReceipt,
  type ReceiptOutcome,
  receiptOf,
  shortenReceipt,
} from "../../cite/receipt.ts";
import type { Style } from "../../cite/style.ts";
import { ownTranslation } from "../../command/resolve-settings.ts";
import type { Context, RunContext } from "../../command/types.ts";
import type { KeptChange } from "../../keeping/change.ts";
import { NO_TRAY } from "../../keeping/kept.ts";
import { paginateList } from "../../options/paging.ts";
import type { PassagePart } from "../../options/passage.ts";
import type { TrayPlace } from "../../options/tray-entry.ts";
import {
  type Action,
  action,
  type CommandLine,
  type NoticeReply,
  notice,
  type Reply,
  type TrayEntry,
  type TrayEntryReply,
  type TrayReply,
} from "../../reply/reply.ts";
import { formatTray, prepareTray, type TrayItem } from "../../reply/tray-markdown.ts";
import type { Library } from "../../search/library.ts";
import {
  citeAction,
  contextActions,
  keepActions,
  quotationOfPart,
  trayAction,
} from "../actions.ts";

/** How many quotations a tray holds. The citations of its file are the most expensive part: they take some 5 to 15 ms each. */
export const MAX_TRAY = 50;

/** Formats the citations of the tray’s file one by one, and keeps them for `trayReply`. */
export function* prepareTrayFile(style: Style, context: Context): Iterable<unknown> {
  yield* prepareTray(itemsOf(receiptsIn(context), context.library), style);
}

/** Shows a page of the tray, or all of it as a Markdown file. */
export function trayReply(
  { page: pageNumber, file }: { readonly page: number; readonly file?: Style | undefined },
  context: RunContext,
  change?: TrayReply["change"],
): TrayReply {
  const { library } = context;
  const receipts = receiptsIn(context);
  const { items, page, actions } = paginateList([...receipts.entries()], pageNumber, (page) => ({
    name: "tray",
    options: { page },
  }));
  return {
    kind: "tray",
    entries: items.map(([index, receipt]) => {
      const { entry } = entryOf(index, receipts, library);
      const open = action(
        { kind: "open", address: entry.address },
        { name: "tray", options: { entry: shortenReceipt(receipt) } },
      );
      return { ...entry, open };
    }),
    total: receipts.length,
    page,
    ...(change && { change }),
    ...(file && {
      style: file.title,
      file: {
        name: "tray.md",
        text: formatTray(itemsOf(receipts, library), file, ownTranslation(context)),
        goes: "always",
      },
    }),
    line: { name: "tray", options: page.number === 1 ? {} : { page: page.number } },
    actions: [
      ...(file ? [trayAction()] : actions),
      ...(receipts.length > 0 && !file ? [markdownAction(), emptyAction()] : []),
    ],
  };
}

function itemsOf(receipts: readonly string[], library: Library): readonly TrayItem[] {
  return receipts.map((_, index) => {
    const { entry, part } = entryOf(index, receipts, library);
    const { address, state, quotation } = entry;
    if (quotation !== undefined && part !== undefined) return { quotation, cited: part };
    return { address, state: state === "gone" ? "gone" : "changed" };
  });
}

function markdownAction(): Action {
  return action("markdown", { name: "tray", options: { markdown: true } });
}

function emptyAction(): Action {
  return action("empty", { name: "tray", options: { empty: true } });
}

/** Shows a quotation of the tray. */
export function trayEntryReply(
  { index }: Pick<TrayPlace, "index">,
  context: RunContext,
  change?: TrayEntryReply["change"],
): TrayEntryReply {
  const { library } = context;
  const receipts = receiptsIn(context);
  const { entry, part, present } = entryOf(index, receipts, library);
  const { number, receipt } = entry;
  const line = { name: "tray", options: { entry: shortenReceipt(receipt) } };
  const moveTo = (to: number): CommandLine => ({ ...line, options: { ...line.options, to } });
  return {
    kind: "tray-entry",
    entry,
    total: receipts.length,
    ...(change && { change }),
    ...(present && { present }),
    line,
    actions: [
      trayAction(),
      ...(number > 1 ? [action("move-up", moveTo(number - 1))] : []),
      ...(number < receipts.length ? [action("move-down", moveTo(number + 1))] : []),
      action("remove", { name: "tray", options: { remove: shortenReceipt(receipt) } }),
      ...(part ? [...contextActions(part), citeAction(shortenReceipt(receipt))] : []),
      ...(present ? keepActions(presentPart(present, library), context) : []),
    ],
  };
}

/** Keeps words that the tray does not have yet, at its end or at a place that counts from 1. */
export function keepReply(
  parts: readonly PassagePart[],
  { to, missing }: { readonly to?: number | undefined; readonly missing: number },
  context: RunContext,
): Reply {
  const receipts = receiptsIn(context);
  const indexOf = findInTray(context);
  const added = parts.filter((part) => indexOf(part) === undefined).map(toReceipt);
  const room = Math.max(0, MAX_TRAY - receipts.length);
  if (added.length > room)
    return notice({ kind: "tray-full", max: MAX_TRAY, room }, [trayAction()]);
  const [part] = parts;
  if (part !== undefined && parts.length === 1 && added.length === 0) {
    return trayEntryReply({ index: indexOf(part) ?? 0 }, context, "already-kept");
  }
  const index = to === undefined ? receipts.length : Math.min(to - 1, receipts.length);
  return withReceipts(receipts.toSpliced(index, 0, ...added), context, (changed) => {
    if (parts.length === 1) return trayEntryReply({ index }, changed, "kept");
    const change = {
      kind: "kept",
      count: added.length,
      already: parts.length - added.length,
    } as const;
    return trayReply({ page: Number.MAX_SAFE_INTEGER }, changed, { ...change, missing });
  });
}

/** Moves a quotation of the tray to a place that counts from 1, or to the end. */
export function moveReply({ index, receipt }: TrayPlace, to: number, context: RunContext): Reply {
  const receipts = receiptsIn(context);
  const target = Math.min(to, receipts.length) - 1;
  const moved = receipts.toSpliced(index, 1).toSpliced(target, 0, receipt);
  return withReceipts(moved, context, (changed) =>
    trayEntryReply({ index: target }, changed, "moved"),
  );
}

/** Removes a quotation from the tray, and offers to put it back. */
export function removeReply({ index, receipt }: TrayPlace, context: RunContext): Reply {
  const receipts = receiptsIn(context);
  const { part } = entryOf(index, receipts, context.library);
  return withReceipts(receipts.toSpliced(index, 1), context, (changed) => {
    const reply = trayReply({ page: 1 }, changed, { kind: "removed" });
    const options = { add: shortenReceipt(receipt), to: index + 1 };
    const back = part && action("put-back", { name: "tray", options });
    return { ...reply, actions: [...(back ? [back] : []), ...reply.actions] };
  });
}

/** Empties the tray once the user confirms it for the version `seen`: nothing that was kept since is lost. */
export function emptyReply(seen: string | undefined, context: RunContext): Reply {
  const { value, version } = context.kept.tray ?? NO_TRAY;
  const count = value.length;
  if (count === 0) return trayReply({ page: 1 }, context);
  if (version === undefined || seen !== version) {
    const reply = trayReply({ page: 1 }, context, { kind: "to-empty" });
    const options = { empty: true, ...(version !== undefined && { seen: version }) };
    return {
      ...reply,
      actions: [
        action("confirm-emptying", { name: "tray", options }),
        markdownAction(),
        trayAction(),
      ],
    };
  }
  return withReceipts([], context, (changed) =>
    trayReply({ page: 1 }, changed, { kind: "emptied", count }),
  );
}

function receiptsIn({ kept }: Pick<RunContext, "kept">): readonly string[] {
  return (kept.tray ?? NO_TRAY).value;
}

/** Returns the reply to a changed tray, and the change. */
function withReceipts(
  receipts: readonly string[],
  context: RunContext,
  replyIn: (context: RunContext) => TrayReply | TrayEntryReply,
): TrayReply | TrayEntryReply | NoticeReply {
  const { user } = context.asker;
  if (user === undefined) return notice({ kind: "no-user" });
  const { version: seen } = context.kept.tray ?? NO_TRAY;
  const kept = { ...context.kept, tray: { value: receipts, version: seen } };
  const change: KeptChange = { kind: "tray", user, receipts, seen };
  return { ...replyIn({ ...context, kept }), changes: [change] };
}

/** Returns a function that finds the position of words in the tray, even if they have moved since they were kept. */
export function findInTray(context: RunContext): (part: PassagePart) => number | undefined {
  const receipts = receiptsIn(context);
  const indexes = new Map<string, number>();
  for (const index of receipts.keys()) {
    const { quotation } = entryOf(index, receipts, context.library).entry;
    if (quotation !== undefined) indexes.set(placeOf(quotation), index);
  }
  return (part) => indexes.get(placeOf(quotationOfPart(part)));
}

function placeOf({ citation, start, end }: Quotation): string {
  return `${citation.address}:${start}-${end}`;
}

function toReceipt(part: PassagePart): string {
  return receiptOf(quotationOfPart(part), part.passage);
}

/** An entry of a tray, with its words in the corpus: those that were kept, or others that are there now. */
interface CheckedEntry {
  readonly entry: TrayEntry;
  readonly part?: PassagePart;
  readonly present?: Quotation;
}

const STATES = {
  unchanged: "unchanged",
  moved: "moved",
  changed: "changed",
  cut: "changed",
  "passage-gone": "gone",
  "in-note": "gone",
  "document-gone": "gone",
} as const satisfies Record<ReceiptOutcome["kind"], TrayEntry["state"]>;

function entryOf(index: number, receipts: readonly string[], library: Library): CheckedEntry {
  const receipt = receipts[index] ?? "";
  const parsed = parseReceipt(receipt);
  const number = index + 1;
  if (parsed === undefined) return { entry: { number, receipt, address: receipt, state: "gone" } };
  // All receipts of a tray may be checked for one answer.
  const outcome = checkReceipt(parsed, library, MAX_HASHED_CHARACTERS / receipts.length);
  const entry = { number, receipt, address: parsed.address, state: STATES[outcome.kind] };
  switch (outcome.kind) {
    case "unchanged":
    case "moved": {
      const { quotation } = outcome;
      return { entry: { ...entry, quotation }, part: presentPart(quotation, library) };
    }
    case "changed":
    case "cut":
      return { entry, present: outcome.quotation };
    case "passage-gone":
    case "in-note":
    case "document-gone":
      return { entry };
  }
}

function presentPart({ citation, start, end }: Quotation, library: Library): PassagePart {
  const found = library.passage(citation.address);
  if (found === undefined) throw new Error("A quotation’s address leads nowhere.");
  return { ...found, start, end };
}

import type { Translate } from "../../catalogue/catalogue.ts";
import { sentenceStarts } from "../../language/sentences.ts";
import type { KeepableReply, TrayEntry, TrayEntryReply, TrayReply } from "../reply.ts";
import {
  excerptRuns,
  finePrint,
  heading,
  type LayoutBlock,
  pageLabel,
  RULE,
  type StyledText,
  sentenceBlock,
  textBlock,
} from "./blocks.ts";
import { originWithoutWork, placeCredit, quotationCard } from "./quotation.ts";

/** Lays out a page of a tray: each quotation with its origin, or what has become of it. */
export function trayBlocks(reply: TrayReply, t: Translate): readonly LayoutBlock[] {
  const { entries, total, page, change, file, style } = reply;
  const isList = file === undefined && change?.kind !== "to-empty" && total > 0;
  return [
    heading(t("tray.title", { count: total })),
    ...describeChange(reply, t).map(sentenceBlock),
    ...(file === undefined || style === undefined
      ? []
      : [textBlock(t("tray.file", { name: file.name, style }))]),
    ...(total === 0 ? [sentenceBlock(t("tray.empty"))] : []),
    ...(isList ? entries.flatMap((entry) => entryBlocks(entry, t)) : []),
    ...(isList ? [RULE, ...finePrint(t("tray.how"), pageLabel(page, t))] : []),
  ];
}

function describeChange({ change, total }: TrayReply, t: Translate): readonly string[] {
  switch (change?.kind) {
    case undefined:
      return [];
    case "kept": {
      const { count, already, missing } = change;
      return [
        t("tray.kept", { count }),
        ...(already > 0 ? [t("tray.already", { count: already })] : []),
        ...(missing > 0 ? [t("tray.missing", { count: missing })] : []),
      ];
    }
    case "removed":
      return [t("tray.removed")];
    case "to-empty":
      return [t("tray.to-empty", { count: total })];
    case "emptied":
      return [t("tray.emptied", { count: change.count })];
  }
}

function entryBlocks(entry: TrayReply["entries"][number], t: Translate): readonly LayoutBlock[] {
  const { number, address, quotation, open } = entry;
  const origin = quotation === undefined ? address : originWithoutWork(quotation);
  return [
    { kind: "subheading", text: `${t.number(number)}. ${origin}`, open },
    ...describeState(entry, t).map(textBlock),
    ...(quotation === undefined
      ? []
      : [
          {
            kind: "quote",
            runs: beginningOf(quotation.text),
            credit: placeCredit(quotation),
          } as const,
        ]),
  ];
}

/** Says what has become of the words of an entry, unless they are unchanged. */
function describeState({ state, address }: TrayEntry, t: Translate): readonly string[] {
  return state === "unchanged" ? [] : [t(`tray.words-${state}`, { address })];
}

/** Lays out a quotation in a tray with all of its words. */
export function trayEntryBlocks(
  { entry, total, change, present }: TrayEntryReply,
  t: Translate,
): readonly LayoutBlock[] {
  const { number, quotation } = entry;
  return [
    heading(t("tray.entry", { number: t.number(number), of: t.number(total) })),
    ...(change === undefined ? [] : [sentenceBlock(t(`tray.change-${change}`))]),
    ...describeState(entry, t).map(textBlock),
    ...(quotation === undefined ? [] : [quotationCard(quotation)]),
    ...(present === undefined
      ? []
      : [{ kind: "subheading", text: t("tray.present") } as const, quotationCard(present)]),
  ];
}

/** Lays out quotations to choose from. */
export function keepableBlocks(
  { quotations, total, missing, left, page }: KeepableReply,
  t: Translate,
): readonly LayoutBlock[] {
  return [
    heading(t("keepable.title", { count: total })),
    ...quotations.flatMap(({ quotation, isKept, open }): readonly LayoutBlock[] => [
      { kind: "subheading", text: originWithoutWork(quotation), open },
      { kind: "quote", runs: beginningOf(quotation.text), credit: placeCredit(quotation) },
      ...finePrint(isKept ? t("keepable.kept") : undefined),
    ]),
    RULE,
    ...finePrint(
      missing > 0 ? t("tray.missing", { count: missing }) : undefined,
      left > 0 ? t("tray.left", { count: left }) : undefined,
      pageLabel(page, t),
    ),
  ];
}

/** How much of a quotation a list shows, in UTF-16 code units. */
const MAX_BEGINNING = 400;

/** Returns a quotation, or its beginning up to the end of a sentence or of a word. */
function beginningOf(text: string): readonly StyledText[] {
  if (text.length <= MAX_BEGINNING) return excerptRuns(text, WHOLE);
  const start = text.slice(0, MAX_BEGINNING);
  const sentence = sentenceStarts(start, "en").at(-1) ?? 0;
  const end = sentence > 0 ? sentence : start.lastIndexOf(" ");
  const beginning = text.slice(0, end > 0 ? end : wholeCharacters(start)).trimEnd();
  return excerptRuns(beginning, { ...WHOLE, more: { before: false, after: true } });
}

const WHOLE = { matches: [], more: { before: false, after: false } };

/** Returns the length of a text without half a surrogate pair at its end. */
function wholeCharacters(text: string): number {
  return text.replace(/[\ud800-\udbff]$/, "").length;
}

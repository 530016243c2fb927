import type { Translate } from "../catalogue/catalogue.ts";
import { type CitationForm, type CitedWork, citationFormsOf } from "../cite/citation-forms.ts";
import type { Quotation } from "../cite/quotation.ts";
import { formatRecord } from "../cite/reference-record.ts";
import type { CslStyle, Style } from "../cite/style.ts";
import {
  attributedQuotation,
  list,
  markdownHeading,
  paragraph,
  phrasing,
  section,
  writeMarkdown,
} from "./markdown-nodes.ts";

/** A quotation of a tray with the work that it is cited as, or the address of words that the corpus no longer has. */
export type TrayItem =
  | { readonly quotation: Quotation; readonly cited: CitedWork }
  | { readonly address: string; readonly state: "changed" | "gone" };

/**
 * Formats a tray as a CommonMark file: each quotation with its citation in a style, then the bibliography. A
 * record format has no citations, so the file ends with the records.
 */
export function formatTray(items: readonly TrayItem[], style: Style, t: Translate): string {
  const cited = items.map((item) => ({
    item,
    forms: "cited" in item && style.kind === "csl" ? formsOf(style, item.cited) : [],
  }));
  const sources = new Set(cited.flatMap(({ forms: [, entry] }) => entry?.text ?? []));
  const records = new Set(
    items.flatMap((item) =>
      "cited" in item && style.kind === "record" ? [formatRecord(style, item.cited)] : [],
    ),
  );
  return writeMarkdown([
    markdownHeading(1, t("tray.file-title")),
    ...cited.map(({ item, forms }) =>
      "cited" in item
        ? attributedQuotation(item.quotation.text, originOf(item.quotation, forms))
        : paragraph(t(`tray.words-${item.state}`, { address: item.address })),
    ),
    ...section(t("tray.file-sources"), [
      list([...sources].map(phrasing)),
      ...[...records].map((value) => ({ type: "code", value }) as const),
    ]),
  ]);
}

/** Formats the citations of a tray’s file one by one, and keeps them for `formatTray`. */
export function* prepareTray(items: readonly TrayItem[], style: Style): Iterable<unknown> {
  if (style.kind !== "csl") return;
  for (const item of items) if ("cited" in item) yield formsOf(style, item.cited);
}

/** The citations of passages, by the CSL of their styles. Formatting one takes milliseconds. */
const formsByPassage = new WeakMap<object, Map<string, readonly CitationForm[]>>();

function formsOf(style: CslStyle, cited: CitedWork): readonly CitationForm[] {
  const key = cited.passage ?? cited.document;
  const byStyle = formsByPassage.get(key) ?? new Map<string, readonly CitationForm[]>();
  const forms = byStyle.get(style.csl) ?? citationFormsOf(style, cited);
  formsByPassage.set(key, byStyle.set(style.csl, forms));
  return forms;
}

/** Returns the citation in the text or as a note, otherwise that in one line, and the address. */
function originOf({ citation }: Quotation, [form]: readonly CitationForm[]): string {
  return `${form?.text ?? citation.line} (${citation.address})`;
}

import { type LayoutBlock, textBlock } from "../reply/layout/blocks.ts";
import type { Action } from "../reply/reply.ts";
import { MAX_TEXT, truncate } from "./limits.ts";
import { type RenderableBlock, renderBlock } from "./render.ts";
import { splitBlock } from "./split-block.ts";

/** A part of a message: the Markdown of one text display, or the separator between two. */
export type MessagePart =
  | { readonly kind: "display"; readonly markdown: string }
  | { readonly kind: "separator" };

/** A message page: as much of a reply as one message shows. */
export interface MessagePage {
  readonly parts: readonly MessagePart[];
  /** The entries on this page that can be opened. */
  readonly entries: readonly OpenableEntry[];
}

/** An entry that can be opened, with the number before it in the text. */
export interface OpenableEntry {
  readonly number: number;
  readonly label: string;
  readonly action: Action;
}

/** The most that a message page may contain. */
export interface Budget {
  /** Characters of Markdown. */
  readonly characters: number;
  /** Text displays and separators. */
  readonly parts: number;
}

/** A block together with the Markdown that is repeated below every part of it. */
interface Unit {
  readonly block: Block;
  readonly footer: string;
}

type Block = LayoutBlock | RenderableBlock;
type Heading = Extract<LayoutBlock, { kind: "heading" | "subheading" }>;

/**
 * Lays out blocks over as many message pages as they need. Long blocks break at the ends of
 * sentences, the citation of a quotation is repeated below each of its parts, and no page ends with a
 * heading. Stops when there are `enough` pages, even if blocks remain.
 */
export function paginate(
  blocks: readonly Block[],
  budget: Budget,
  enough = Number.POSITIVE_INFINITY,
): readonly MessagePage[] {
  const pages: MessagePage[] = [];
  let parts: MessagePart[] = [];
  let entries: OpenableEntry[] = [];
  let characters = 0;
  let number = 0;
  let isAfterHeading = false;

  function endPage(): void {
    if (parts.at(-1)?.kind === "separator") parts.pop();
    if (parts.length > 0) pages.push({ parts, entries });
    parts = [];
    entries = [];
    characters = 0;
    isAfterHeading = false;
  }

  /** Whether a block goes into the last text display: one display has all below one heading. */
  function joinsLastDisplay(block: RenderableBlock): boolean {
    return parts.at(-1)?.kind === "display" && !isHeading(block);
  }

  function remainingFor(block: RenderableBlock): number {
    const hasPart = joinsLastDisplay(block) || parts.length < budget.parts;
    return hasPart ? budget.characters - characters : 0;
  }

  function add(block: RenderableBlock, footer: string): void {
    const action = block.kind === "subheading" ? block.open : undefined;
    const markdown = renderBlock(block, action && number + 1) + footer;
    // Discord rejects an empty text display.
    if (markdown.trim() === "") return;
    const last = parts.at(-1);
    if (last?.kind === "display" && joinsLastDisplay(block)) {
      parts[parts.length - 1] = { ...last, markdown: `${last.markdown}\n${markdown}` };
    } else parts.push({ kind: "display", markdown });
    characters += markdown.length + 1;
    isAfterHeading = isHeading(block);
    if (block.kind !== "subheading" || action === undefined) return;
    number += 1;
    entries.push({ number, label: block.text, action });
  }

  /** Places a block so that `following` more characters fit after it on the same page. */
  function place(block: RenderableBlock, footer: string, following: number): void {
    if (pages.length >= enough) return;
    const needed = measure({ block, footer }) + following;
    if (needed <= remainingFor(block)) {
      add(block, footer);
    } else if (needed <= budget.characters && parts.length > 0 && !isAfterHeading) {
      // It fits whole on the next page. After its heading it is split instead, to stay with it.
      endPage();
      place(block, footer, following);
    } else {
      if (remainingFor(block) < budget.characters / 2) endPage();
      const [first, rest] = splitBlock(block, remainingFor(block) - footer.length - 1);
      add(first, footer);
      endPage();
      place(rest, footer, following);
    }
  }

  const units = unitsOf(blocks, budget);
  for (const [index, { block, footer }] of units.entries()) {
    if (pages.length >= enough) return pages;
    if (block.kind !== "rule") place(block, footer, measureKeptWithHeading(units, index, budget));
    else if (parts.at(-1)?.kind === "display" && parts.length < budget.parts)
      parts.push({ kind: "separator" });
  }
  endPage();
  return pages;
}

/** Characters of a heading. A longer one is shortened and repeated in full below. */
const MAX_HEADING = 200;

function unitsOf(blocks: readonly Block[], { characters }: Budget): readonly Unit[] {
  const units: Unit[] = [];
  const push = (block: Block) => units.push({ block, footer: "" });
  for (const block of blocks) {
    const last = units.at(-1);
    const isCitation =
      block.kind === "fine" && last?.block.kind === "quote" && block.text.length < characters / 8;
    if (isCitation && last.footer === "") {
      units[units.length - 1] = { ...last, footer: `\n${renderBlock(block)}` };
    } else if (block.kind === "facts") {
      for (const fact of block.facts) push({ ...block, facts: [fact] });
    } else if (isHeading(block) && block.text.length > MAX_HEADING) {
      push({ ...block, text: truncate(block.text, MAX_HEADING) });
      push(textBlock(block.text));
    } else push(block);
  }
  return units;
}

/**
 * Returns the characters that must fit on the page after a heading: the next unit and what is kept
 * with that, or half a page if they are too long. 0 for any other unit.
 */
function measureKeptWithHeading(units: readonly Unit[], index: number, budget: Budget): number {
  const [heading, next] = units.slice(index, index + 2);
  if (heading === undefined || next === undefined || !isHeading(heading.block)) return 0;
  const kept = measure(next) + 1 + measureKeptWithHeading(units, index + 1, budget);
  return measure(heading) + kept <= budget.characters ? kept : budget.characters / 2;
}

/**
 * Returns the characters of a unit as Markdown. Those of a text too long for any message are not
 * rendered, only estimated from below: it has to be split in any case.
 */
function measure({ block, footer }: Unit): number {
  if (block.kind === "rule") return 0;
  const isText = block.kind === "text" || block.kind === "quote";
  const length = isText ? block.runs.reduce((sum, { text }) => sum + text.length, 0) : 0;
  return (length > MAX_TEXT ? length : renderBlock(block, WIDEST_NUMBER).length) + footer.length;
}

/** As wide as any number of an entry. */
const WIDEST_NUMBER = 10_000;

function isHeading(block: Block): block is Heading {
  return block.kind === "heading" || block.kind === "subheading";
}

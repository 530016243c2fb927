import { type Credit, type LayoutBlock, textBlock } from "../reply/layout/blocks.ts";
import type { Action } from "../reply/reply.ts";
import { MAX_TEXT, truncate } from "./limits.ts";
import { type RenderableBlock, renderBlock, renderCredit } from "./render.ts";
import { splitBlock } from "./split-block.ts";

/**
 * A part of a message: the Markdown of one text display, with a button beside it if it is an entry that
 * can be opened, or the separator between two.
 */
export type MessagePart =
  | { readonly kind: "display"; readonly markdown: string; readonly open?: Action }
  | { readonly kind: "separator" };

/** A message page: as much of a reply as one message shows. */
export type MessagePage = readonly MessagePart[];

/** The most that a message page may contain. */
export interface Budget {
  /** Characters of Markdown. */
  readonly characters: number;
  /** Components: one for a text display or a separator, three for a text display with a button. */
  readonly components: number;
}

/** The components of a part. A section contains a text display and a button. */
function componentsOf(part: MessagePart): number {
  return part.kind === "display" && part.open !== undefined ? 3 : 1;
}

/** A block together with the Markdown that is repeated below every part of it. */
interface Unit {
  readonly block: Block;
  readonly footer: string;
}

type Block = LayoutBlock;
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
  const hasOneEntry = blocks.filter(isEntry).length === 1;
  let parts: MessagePart[] = [];
  let characters = 0;
  let last: RenderableBlock | undefined;

  function endPage(): void {
    if (parts.at(-1)?.kind === "separator") parts.pop();
    if (parts.length > 0) pages.push(parts);
    parts = [];
    characters = 0;
    last = undefined;
  }

  /**
   * Whether a block goes into the last text display: one display has all below one heading. The words of the
   * only entry are not beside its button, so that a phone shows them in its whole width.
   */
  function joinsLastDisplay(block: RenderableBlock): boolean {
    const last = parts.at(-1);
    if (last?.kind !== "display" || isHeading(block)) return false;
    return !(last.open !== undefined && hasOneEntry && block.kind === "quote");
  }

  function hasComponents(count: number): boolean {
    return parts.reduce((sum, part) => sum + componentsOf(part), count) <= budget.components;
  }

  function remainingFor(block: RenderableBlock): number {
    const needed = block.kind === "subheading" && block.open !== undefined ? 3 : 1;
    const hasPart = joinsLastDisplay(block) || hasComponents(needed);
    return hasPart ? budget.characters - characters : 0;
  }

  function add(block: RenderableBlock, footer: string): void {
    const markdown = renderBlock(block) + footer;
    // Discord rejects an empty text display.
    if (markdown.trim() === "") return;
    const lastPart = parts.at(-1);
    if (lastPart?.kind === "display" && joinsLastDisplay(block)) {
      const isApart = block.kind === "text" && block.isParagraph && last?.kind === "text";
      const gap = isApart ? "\n\n" : "\n";
      parts[parts.length - 1] = { ...lastPart, markdown: `${lastPart.markdown}${gap}${markdown}` };
    } else {
      const open = block.kind === "subheading" ? block.open : undefined;
      parts.push({ kind: "display", markdown, ...(open && { open }) });
    }
    characters += markdown.length + GAP;
    last = block;
  }

  /** Places a block so that `following` more characters fit after it on the same page. */
  function place(block: RenderableBlock, footer: string, following: number): void {
    if (pages.length >= enough) return;
    const needed = measure({ block, footer }) + following;
    if (needed <= remainingFor(block)) {
      add(block, footer);
    } else if (needed <= budget.characters && parts.length > 0 && !(last && isHeading(last))) {
      // It fits whole on the next page. After its heading it is split instead, to stay with it.
      endPage();
      place(block, footer, following);
    } else {
      if (remainingFor(block) < budget.characters / 2) endPage();
      const [first, rest] = splitBlock(block, remainingFor(block) - footer.length - GAP);
      add(first, footer);
      endPage();
      place(rest, footer, following);
    }
  }

  const units = unitsOf(blocks, budget);
  for (const [index, { block, footer }] of units.entries()) {
    if (pages.length >= enough) return pages;
    if (block.kind !== "rule") place(block, footer, measureKeptWithHeading(units, index, budget));
    else if (parts.at(-1)?.kind === "display" && hasComponents(1)) {
      parts.push({ kind: "separator" });
    }
  }
  endPage();
  return pages;
}

/** The characters between two blocks: as many as before a paragraph. */
const GAP = 2;

/** Characters of a heading. A longer one is shortened and repeated in full below. */
const MAX_HEADING = 200;

function unitsOf(blocks: readonly Block[], { characters }: Budget): readonly Unit[] {
  const units: Unit[] = [];
  const push = (block: Block) => units.push({ block, footer: "" });
  for (const block of blocks) {
    if (block.kind === "quote" && block.credit !== undefined) {
      const { credit, ...quote } = block;
      const footer = renderCredit(credit);
      if (footer.length < characters / 3) units.push({ block: quote, footer: `\n${footer}` });
      else for (const one of [quote, ...creditBlocks(credit)]) push(one);
    } else if (block.kind === "facts") {
      for (const fact of block.facts) push({ ...block, facts: [fact] });
    } else if (isHeading(block) && block.text.length > MAX_HEADING) {
      push({ ...block, text: truncate(block.text, MAX_HEADING) });
      push(textBlock(block.text));
    } else push(block);
  }
  return units;
}

/** Returns an origin that is too long to be repeated as blocks of its own. */
function creditBlocks({ line, small }: Credit): readonly Block[] {
  return [line, small].flatMap((runs) => (runs.length > 0 ? [{ kind: "text", runs }] : []));
}

/**
 * Returns the characters that must fit on the page after a heading: the next unit and what is kept
 * with that, or half a page if they are too long. 0 for any other unit.
 */
function measureKeptWithHeading(units: readonly Unit[], index: number, budget: Budget): number {
  const [heading, next] = units.slice(index, index + 2);
  if (heading === undefined || next === undefined || !isHeading(heading.block)) return 0;
  const kept = measure(next) + GAP + measureKeptWithHeading(units, index + 1, budget);
  return measure(heading) + kept <= budget.characters ? kept : budget.characters / 2 + GAP;
}

/**
 * Returns the characters of a unit as Markdown. Those of a text too long for any message are not
 * rendered, only estimated from below: it has to be split in any case.
 */
function measure({ block, footer }: Unit): number {
  if (block.kind === "rule") return 0;
  const isText = block.kind === "text" || block.kind === "quote";
  const length = isText ? block.runs.reduce((sum, { text }) => sum + text.length, 0) : 0;
  return (length > MAX_TEXT ? length : renderBlock(block).length) + footer.length;
}

function isEntry(block: Block): boolean {
  return block.kind === "subheading" && block.open !== undefined;
}

function isHeading(block: Block): block is Heading {
  return block.kind === "heading" || block.kind === "subheading";
}

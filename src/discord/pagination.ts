import type { LayoutBlock } from "../reply/layout.ts";
import type { Action } from "../reply/reply.ts";
import { MAX_TEXT, truncate } from "./limits.ts";
import { type RenderableBlock, renderBlock } from "./render.ts";
import { splitBlock, textBlock } from "./split-block.ts";

/** A part of a message: Markdown for one text display, or a line between two. */
export type MessagePart =
  | { readonly kind: "display"; readonly markdown: string }
  | { readonly kind: "separator" };

/** What one message shows of a reply, and what of it can be opened. */
export interface MessagePage {
  readonly parts: readonly MessagePart[];
  readonly opens: readonly NumberedEntry[];
}

/** An entry that can be opened, by the number that stands before it. */
export interface NumberedEntry {
  readonly number: number;
  readonly label: string;
  readonly action: Action;
}

/** How much a piece may hold. */
export interface Budget {
  /** Characters of Markdown. */
  readonly characters: number;
  /** Displays and separators. */
  readonly parts: number;
}

/** What is placed as one: a block, and the Markdown that stays under every part of it. */
interface Unit {
  readonly block: Placeable;
  readonly under: string;
}

type Placeable = LayoutBlock | RenderableBlock;
type Head = Extract<LayoutBlock, { kind: "heading" | "subheading" }>;

/**
 * Lays blocks out over as many pieces as they need. Long ones break at the ends of sentences, every
 * part of a quotation has its citation under it, and no head stands alone at the end of a piece.
 */
export function paginate(blocks: readonly Placeable[], room: Budget): readonly MessagePage[] {
  const pieces: MessagePage[] = [];
  let parts: MessagePart[] = [];
  let opens: NumberedEntry[] = [];
  let characters = 0;
  let number = 0;
  let isAfterHead = false;

  function endPiece(): void {
    if (parts.at(-1)?.kind === "separator") parts.pop();
    if (parts.length > 0) pieces.push({ parts, opens });
    parts = [];
    opens = [];
    characters = 0;
    isAfterHead = false;
  }

  /** One display holds what belongs together: what stands under the same head. */
  function joins(block: RenderableBlock): boolean {
    return parts.at(-1)?.kind === "display" && !isHead(block);
  }

  function left(block: RenderableBlock): number {
    return joins(block) || parts.length < room.parts ? room.characters - characters : 0;
  }

  function add(block: RenderableBlock, under: string): void {
    const opened = block.kind === "subheading" ? block.open : undefined;
    const markdown = renderBlock(block, opened && number + 1) + under;
    // Discord refuses a display of nothing.
    if (markdown.trim() === "") return;
    const last = parts.at(-1);
    if (last?.kind === "display" && joins(block)) {
      parts[parts.length - 1] = { ...last, markdown: `${last.markdown}\n${markdown}` };
    } else parts.push({ kind: "display", markdown });
    characters += markdown.length + 1;
    isAfterHead = isHead(block);
    if (block.kind !== "subheading" || opened === undefined) return;
    number += 1;
    opens.push({ number, label: block.text, action: opened });
  }

  /** Places a block with `following` characters of room behind it in the same piece. */
  function place(block: RenderableBlock, under: string, following: number): void {
    const needed = lengthOf({ block, under }) + following;
    if (needed <= left(block)) {
      add(block, under);
    } else if (needed <= room.characters && parts.length > 0 && !isAfterHead) {
      // What fits whole on the next piece goes there whole, unless it would leave its head behind.
      endPiece();
      place(block, under, following);
    } else {
      if (left(block) < room.characters / 2) endPiece();
      const [first, rest] = splitBlock(block, left(block) - under.length - 1);
      add(first, under);
      endPiece();
      place(rest, under, following);
    }
  }

  const units = unitsOf(blocks, room);
  for (const [index, { block, under }] of units.entries()) {
    if (block.kind !== "rule") place(block, under, lengthOfCompany(units, index, room));
    else if (parts.at(-1)?.kind === "display" && parts.length < room.parts)
      parts.push({ kind: "separator" });
  }
  endPiece();
  return pieces;
}

const LONGEST_HEAD = 200;

function unitsOf(blocks: readonly Placeable[], { characters }: Budget): readonly Unit[] {
  const units: Unit[] = [];
  const unit = (block: Placeable) => units.push({ block, under: "" });
  for (const block of blocks) {
    const last = units.at(-1);
    const isCitation =
      block.kind === "fine" && last?.block.kind === "quote" && block.text.length < characters / 8;
    if (isCitation && last.under === "") {
      units[units.length - 1] = { ...last, under: `\n${renderBlock(block)}` };
    } else if (block.kind === "facts") {
      for (const fact of block.facts) unit({ ...block, facts: [fact] });
    } else if (isHead(block) && block.text.length > LONGEST_HEAD) {
      // The head of an entry stays short; what it says in full follows.
      unit({ ...block, text: truncate(block.text, LONGEST_HEAD) });
      unit(textBlock(block.text));
    } else unit(block);
  }
  return units;
}

/** How much the piece must have room for besides a head: what it stands over, or some of it. */
function lengthOfCompany(units: readonly Unit[], index: number, room: Budget): number {
  const [head, next] = units.slice(index, index + 2);
  if (head === undefined || next === undefined || !isHead(head.block)) return 0;
  const company = lengthOf(next) + 1 + lengthOfCompany(units, index + 1, room);
  return lengthOf(head) + company <= room.characters ? company : room.characters / 2;
}

/** Characters of Markdown, or fewer where it is a long text, but not so few that it would fit. */
function lengthOf({ block, under }: Unit): number {
  if (block.kind === "rule") return 0;
  const isText = block.kind === "text" || block.kind === "quote";
  const length = isText ? block.runs.reduce((sum, { text }) => sum + text.length, 0) : 0;
  return (length > MAX_TEXT ? length : renderBlock(block, LONGEST_NUMBER).length) + under.length;
}

const LONGEST_NUMBER = 10_000;

function isHead(block: Placeable): block is Head {
  return block.kind === "heading" || block.kind === "subheading";
}

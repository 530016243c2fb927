import type { Block, Run } from "../reply/layout.ts";
import type { Action } from "../reply/reply.ts";
import { sentenceStarts } from "../search/sentences.ts";
import { MAX_TEXT, shortened } from "./limits.ts";
import { escaped } from "./markdown.ts";

/** A part of a message: Markdown for one text display, or a line between two. */
export type Part =
  | { readonly kind: "display"; readonly markdown: string }
  | { readonly kind: "separator" };

/** What one message shows of a reply, and what of it can be opened. */
export interface Piece {
  readonly parts: readonly Part[];
  readonly opens: readonly Numbered[];
}

/** An entry that can be opened, by the number that stands before it. */
export interface Numbered {
  readonly number: number;
  readonly label: string;
  readonly action: Action;
}

/** How much a piece may hold. */
export interface Room {
  /** Characters of Markdown. */
  readonly characters: number;
  /** Displays and separators. */
  readonly parts: number;
}

/** Lays blocks out over as many pieces as they need, breaking long ones at the ends of sentences. */
export function piecesOf(blocks: readonly Block[], room: Room): readonly Piece[] {
  const pieces: Piece[] = [];
  let parts: Part[] = [];
  let opens: Numbered[] = [];
  let characters = 0;
  let number = 0;

  function endPiece(): void {
    if (parts.some(({ kind }) => kind === "display")) pieces.push({ parts, opens });
    parts = [];
    opens = [];
    characters = 0;
  }

  function add(block: Block, markdown: string): void {
    const last = parts.at(-1);
    // One display holds what belongs together: what stands under the same heading.
    const joins =
      last?.kind === "display" && block.kind !== "subheading" && block.kind !== "heading";
    if (joins) parts[parts.length - 1] = { ...last, markdown: `${last.markdown}\n${markdown}` };
    else parts.push({ kind: "display", markdown });
    characters += markdown.length + 1;
  }

  function place(block: Block): void {
    if (block.kind === "rule") {
      if (parts.length > 0 && parts.length < room.parts) parts.push({ kind: "separator" });
      return;
    }
    const isOpen = block.kind === "subheading" && block.open !== undefined;
    const markdown = drawn(block, isOpen ? number + 1 : undefined);
    const left = parts.length < room.parts ? room.characters - characters : 0;
    if (markdown.length < left) {
      add(block, markdown);
      if (block.kind !== "subheading" || block.open === undefined) return;
      number += 1;
      opens.push({ number, label: block.text, action: block.open });
      return;
    }
    // What fits whole on the next piece goes there whole.
    if (markdown.length < room.characters && characters > 0) {
      endPiece();
      place(block);
      return;
    }
    const halves = split(block, Math.max(left, room.characters / 2) - 1);
    if (left < room.characters / 2) endPiece();
    for (const half of halves) place(half);
  }

  for (const block of blocks) place(block);
  endPiece();
  return pieces;
}

/** A block as Discord's Markdown. */
export function drawn(block: Exclude<Block, { kind: "rule" }>, number?: number): string {
  switch (block.kind) {
    case "heading":
      return `## ${oneLine(block.text)}`;
    case "subheading":
      return `**${number === undefined ? "" : `${number}. `}${oneLine(block.text)}**`;
    case "text":
      return drawnRuns(block.runs);
    case "quote":
      return drawnRuns(block.runs).replace(/^/gm, "> ");
    case "facts":
      return block.facts
        .map(({ label, value }) => `**${oneLine(label)}:** ${escaped(value)}`)
        .join("\n");
    case "fine":
      return escaped(block.text).replace(/^/gm, "-# ");
  }
}

function drawnRuns(runs: readonly Run[]): string {
  return runs
    .map(({ text, matched }) => (matched ? `**${escaped(text)}**` : escaped(text)))
    .join("");
}

function oneLine(text: string): string {
  return escaped(text.replace(/\s+/g, " ").trim());
}

/** Breaks a block in two, the first of which takes at most `max` characters of Markdown. */
function split(block: Exclude<Block, { kind: "rule" }>, max: number): readonly [Block, Block] {
  switch (block.kind) {
    case "text":
    case "quote": {
      const [first, rest] = splitRuns(
        block.runs,
        (runs) => drawn({ ...block, runs }).length <= max,
      );
      return [
        { ...block, runs: first },
        { ...block, runs: rest },
      ];
    }
    case "fine": {
      const fits = ([run]: readonly Run[]) =>
        drawn({ ...block, text: run?.text ?? "" }).length <= max;
      const [[first], [rest]] = splitRuns([{ text: block.text, matched: false }], fits);
      return [
        { ...block, text: first?.text ?? "" },
        { ...block, text: rest?.text ?? "" },
      ];
    }
    case "facts": {
      const [first, ...others] = block.facts;
      if (first !== undefined && others.length > 0) {
        return [
          { ...block, facts: [first] },
          { ...block, facts: others },
        ];
      }
      return split(plain(`${first?.label}: ${first?.value}`), max);
    }
    case "heading":
      return split(plain(block.text), max);
    case "subheading":
      // The head of an entry stays short; what it says in full follows.
      return [{ ...block, text: shortened(block.text, LONGEST_HEAD) }, plain(block.text)];
  }
}

const LONGEST_HEAD = 200;

function plain(text: string): Exclude<Block, { kind: "rule" }> {
  return { kind: "text", runs: [{ text, matched: false }] };
}

/** Breaks runs at the end of a sentence, or else of a word, as late as `fits` allows. */
function splitRuns(
  runs: readonly Run[],
  fits: (runs: readonly Run[]) => boolean,
): readonly [readonly Run[], readonly Run[]] {
  const text = runs.map((run) => run.text).join("");
  const fitting = (ends: readonly number[]) => ends.filter((end) => fits(slicedRuns(runs, 0, end)));
  // Markdown is never shorter than its text, so nothing behind the limit need be looked at.
  const head = text.slice(0, MAX_TEXT);
  const sentences = sentenceStarts(head, "en").slice(1);
  const words = [...head.matchAll(/\s+(?=\S)/g)].map(({ 0: space, index }) => index + space.length);
  const characters = [...head.matchAll(/./gsu)].map(({ index }) => index).slice(1);
  const end = [sentences, words, characters].map((ends) => fitting(ends).at(-1)).find(Boolean) ?? 1;
  return [slicedRuns(runs, 0, end), slicedRuns(runs, end, text.length)];
}

/** The runs from `start` to `end`, counted in the text that they make together. */
function slicedRuns(runs: readonly Run[], start: number, end: number): readonly Run[] {
  let offset = 0;
  return runs.flatMap(({ text, matched }) => {
    const part = text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
    offset += text.length;
    return part === "" ? [] : [{ text: part, matched }];
  });
}

import wrapAnsi from "wrap-ansi";
import { type Layout, type LayoutBlock, layoutOf, type StyledText } from "./layout.ts";
import type { Action, Reply } from "./reply.ts";

/** How a terminal shows text. */
export interface TextStyle {
  /** Columns; infinite where lines are not to be broken. Korean and the like count two. */
  readonly width: number;
  /** Dresses a text with what a terminal can; the identity where it can or should not. */
  paint(style: "bold" | "dim" | "cyan", text: string): string;
}

export const PLAIN: TextStyle = { width: Number.POSITIVE_INFINITY, paint: (_, text) => text };

/** A reply as text, and the actions that its numbers stand for, in order from 1. */
export interface RenderedText {
  readonly text: string;
  readonly actions: readonly Action[];
}

export function renderText(reply: Reply, style: TextStyle = PLAIN): RenderedText {
  const layout = layoutOf(reply);
  const actions: Action[] = [];
  const number = (action: Action) => `[${actions.push(action)}]`;
  const blocks = layout.blocks.map((block) => renderBlock(block, style, number));
  const parts = [...blocks, ...fileNote(reply, blocks, style)];
  const offers = layout.actions.map((action) => numberLabel(number(action), action.label));
  // An address that is broken cannot be followed.
  const links = linksOf(layout).map((url) => paintText("dim", url, style));
  const choices =
    offers.length > 0
      ? [restoreSpaces(wrap(paintText("bold", offers.join("  "), style), style, ""))]
      : [];
  const groups = [parts, links, choices].map((lines) => lines.join("\n"));
  const text = groups.filter((group) => group !== "").join("\n\n");
  return { text: text.replace(/^\n+/, "").replace(/\n{3,}/g, "\n\n"), actions };
}

/** A terminal saves no file, and prints what a file that goes along only at times would hold. */
function fileNote({ file }: Reply, drawn: readonly string[], style: TextStyle): readonly string[] {
  const bare = (text: string) => printable(text).replace(/\s+/g, "");
  if (file?.goes !== "always" || bare(drawn.join("")).includes(bare(file.text))) return [];
  const note = `The file ${file.name} belongs to this answer; --json prints it.`;
  return [wrap(paintText("dim", note, style), style, "  ")];
}

function renderBlock(
  block: LayoutBlock,
  style: TextStyle,
  number: (action: Action) => string,
): string {
  switch (block.kind) {
    case "heading":
      return wrap(paintText("bold", block.text, style), style, "");
    case "subheading": {
      const { text, open } = block;
      const label = open === undefined ? text : numberLabel(number(open), text);
      return `\n${restoreSpaces(wrap(paintText("bold", label, style), style, ""))}`;
    }
    case "text":
      return wrap(renderRuns(block.runs, style), style, "");
    case "quote":
      return `\n${wrap(renderRuns(block.runs, style), style, "    ")}`;
    case "facts":
      return block.facts
        .map(({ label, value }) =>
          wrap(`${paintText("cyan", `${label}:`, style)} ${printable(value)}`, style, ""),
        )
        .join("\n");
    case "code":
      // A line that is broken would be copied broken.
      return `\n${printable(block.text).replace(/^/gm, "    ")}\n`;
    case "fine":
      return wrap(paintText("dim", block.text, style), style, "  ");
    case "rule":
      return "";
  }
}

/** Ties a number to its label with a space at which no line is broken. */
function numberLabel(number: string, label: string): string {
  return `${number}\u00a0${label}`;
}

function restoreSpaces(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

function renderRuns(runs: readonly StyledText[], style: TextStyle): string {
  return runs
    .map(({ text, matched, isCode }) => {
      if (isCode) return printable(`\`${text}\``);
      return matched ? paintText("bold", text, style) : printable(text);
    })
    .join("");
}

function paintText(kind: "bold" | "dim" | "cyan", text: string, { paint }: TextStyle): string {
  return paint(kind, printable(text));
}

/** Shows control characters by their pictures: a corpus does not give a terminal orders. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}]/gu, (character) => {
    const code = character.charCodeAt(0);
    if (character === "\n" || character === "\t") return character;
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\u2421";
  });
}

function linksOf({ references }: Layout): readonly string[] {
  return references.flatMap(({ url }) => (url === undefined ? [] : [url]));
}

const LONG_WORD = /\S{2000}/;

/** Breaks lines between words, and begins each with `indent`. */
function wrap(text: string, { width }: TextStyle, indent: string): string {
  const columns = Math.max(20, width) - indent.length;
  // The library composes letters and accents, so a text that has them apart is left as it stands; and
  // it takes minutes over a word of many thousand letters.
  const isWrapped = Number.isFinite(columns) && text === text.normalize() && !LONG_WORD.test(text);
  const lines = isWrapped ? wrapAnsi(text, columns, { hard: true }) : text;
  return lines.replace(/^/gm, indent);
}

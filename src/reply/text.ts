import wrapAnsi from "wrap-ansi";
import { type Block, type Layout, layoutOf, type Run } from "./layout.ts";
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
export interface Drawn {
  readonly text: string;
  readonly actions: readonly Action[];
}

export function drawText(reply: Reply, style: TextStyle = PLAIN): Drawn {
  const layout = layoutOf(reply);
  const actions: Action[] = [];
  const number = (action: Action) => `[${actions.push(action)}]`;
  const parts = layout.blocks.map((block) => drawBlock(block, style, number));
  const offers = layout.actions.map((action) => `${number(action)} ${action.label}`);
  // An address that is broken cannot be followed.
  const links = linksOf(layout).map((url) => style.paint("dim", url));
  const choices = offers.length > 0 ? [wrap(style.paint("dim", offers.join("  ")), style, "")] : [];
  return { text: [...parts, ...links, ...choices].join("\n"), actions };
}

function drawBlock(block: Block, style: TextStyle, number: (action: Action) => string): string {
  switch (block.kind) {
    case "heading":
      return wrap(style.paint("bold", block.text), style, "");
    case "subheading": {
      const { text, open } = block;
      const label = open === undefined ? text : `${number(open)} ${text}`;
      return `\n${wrap(style.paint("bold", label), style, "")}`;
    }
    case "text":
      return wrap(drawRuns(block.runs, style), style, "");
    case "quote":
      return `\n${wrap(drawRuns(block.runs, style), style, "    ")}`;
    case "facts":
      return block.facts
        .map(({ label, value }) => wrap(`${style.paint("cyan", `${label}:`)} ${value}`, style, ""))
        .join("\n");
    case "fine":
      return wrap(style.paint("dim", block.text), style, "  ");
    case "rule":
      return "";
  }
}

function drawRuns(runs: readonly Run[], { paint }: TextStyle): string {
  return runs.map(({ text, matched }) => (matched ? paint("bold", text) : text)).join("");
}

function linksOf({ references }: Layout): readonly string[] {
  return references.flatMap(({ url }) => (url === undefined ? [] : [url]));
}

/** Breaks lines between words, and begins each with `indent`. */
function wrap(text: string, { width }: TextStyle, indent: string): string {
  const columns = Math.max(20, width) - indent.length;
  const lines = Number.isFinite(columns) ? wrapAnsi(text, columns, { hard: true }) : text;
  return lines.replace(/^/gm, indent);
}

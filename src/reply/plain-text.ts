import wrapAnsi from "wrap-ansi";
import type { LayoutBlock, StyledText, Tone } from "./layout/blocks.ts";
import { layoutOf } from "./layout/layout.ts";
import type { CommandLine, Reply } from "./reply.ts";

type PaintStyle = "bold" | "dim" | "cyan" | "green" | "yellow" | "red" | "blue";

/** How a terminal shows text. */
export interface TextStyle {
  /** The line width in columns, infinite for no wrapping. East Asian wide characters take two. */
  readonly width: number;
  /** Adds the escape sequences of a style, or returns the text as it is if colour is off. */
  paint(style: PaintStyle, text: string): string;
}

export const PLAIN: TextStyle = { width: Number.POSITIVE_INFINITY, paint: (_, text) => text };

/** A reply as text, and the commands that its bracketed numbers run, in order from 1. */
export interface RenderedText {
  readonly text: string;
  readonly numbered: readonly CommandLine[];
}

/** Renders a reply as text, with each of its actions numbered. */
export function renderText(reply: Reply, style: TextStyle = PLAIN): RenderedText {
  const layout = layoutOf(reply);
  const numbered: CommandLine[] = [];
  const number = (line: CommandLine) => `[${numbered.push(line)}]`;
  const toned = { ...style, headingColour: TONE_COLOURS[layout.tone] };
  const blocks = layout.blocks.map((block) => renderBlock(block, toned, number));
  const parts = [...blocks, ...fileNote(reply, blocks, style)];
  const choices = layout.actions.map(({ label, line }) => numberLabel(number(line), label));
  // Not wrapped: a broken link cannot be followed.
  const links = layout.links.map(({ url }) => paintText("dim", url, style));
  const choiceLines =
    choices.length > 0
      ? [restoreSpaces(wrap(paintText("bold", choices.join("  "), style), style, ""))]
      : [];
  const groups = [parts, links, choiceLines].map((lines) => lines.join("\n"));
  const text = groups.filter((group) => group !== "").join("\n\n");
  return { text: text.replace(/^\n+/, "").replace(/\n{3,}/g, "\n\n"), numbered };
}

/**
 * Mentions a reply's file unless the rendered blocks already contain its text. A terminal saves no
 * files, and it shows long replies whole, so a file for long replies is never mentioned.
 */
function fileNote({ file }: Reply, blocks: readonly string[], style: TextStyle): readonly string[] {
  const withoutSpace = (text: string) => replaceControlCharacters(text).replace(/\s+/g, "");
  if (file?.goes !== "always") return [];
  if (withoutSpace(blocks.join("")).includes(withoutSpace(file.text))) return [];
  const note = `The file ${file.name} belongs to this answer; --json prints it.`;
  return [wrap(paintText("dim", note, style), style, "  ")];
}

/** The colour of a heading for each tone; without one, a heading is only bold. */
const TONE_COLOURS: Readonly<Record<Tone, PaintStyle | undefined>> = {
  plain: undefined,
  good: "green",
  caution: "yellow",
  bad: "red",
  elsewhere: "blue",
  notice: undefined,
};

interface TonedStyle extends TextStyle {
  readonly headingColour: PaintStyle | undefined;
}

function paintHeading(text: string, style: TonedStyle): string {
  const bold = paintText("bold", text, style);
  return style.headingColour === undefined ? bold : style.paint(style.headingColour, bold);
}

function renderBlock(
  block: LayoutBlock,
  style: TonedStyle,
  number: (line: CommandLine) => string,
): string {
  switch (block.kind) {
    case "heading":
      return wrap(paintHeading(block.text, style), style, "");
    case "subheading": {
      const { text, open } = block;
      const label = open === undefined ? text : numberLabel(number(open.line), text);
      return `\n${restoreSpaces(wrap(paintText("bold", label, style), style, ""))}`;
    }
    case "text":
      return wrap(renderRuns(block.runs, style), style, "");
    case "quote":
      return `\n${wrap(renderRuns(block.runs, style), style, "    ")}`;
    case "facts":
      return block.facts
        .map(({ label, value }) => {
          const line = `${paintText("cyan", `${label}:`, style)} ${replaceControlCharacters(value)}`;
          return wrap(line, style, "");
        })
        .join("\n");
    case "code":
      // Not wrapped: the copied text would contain the line breaks.
      return `\n${replaceControlCharacters(block.text).replace(/^/gm, "    ")}\n`;
    case "fine":
      return wrap(paintText("dim", block.text, style), style, "  ");
    case "rule":
      return "";
  }
}

/**
 * Joins a number and its label by a no-break space, which `restoreSpaces` undoes after wrapping.
 */
function numberLabel(number: string, label: string): string {
  return `${number}\u00a0${label}`;
}

function restoreSpaces(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

function renderRuns(runs: readonly StyledText[], style: TextStyle): string {
  return runs
    .map(({ text, isMatch, isCode }) => {
      if (isCode) return replaceControlCharacters(`\`${text}\``);
      return isMatch ? paintText("bold", text, style) : replaceControlCharacters(text);
    })
    .join("");
}

function paintText(kind: PaintStyle, text: string, { paint }: TextStyle): string {
  return paint(kind, replaceControlCharacters(text));
}

/**
 * Replaces control characters, except newlines and tabs, by Unicode's control pictures, so that no
 * text can send escape sequences to the terminal.
 */
export function replaceControlCharacters(text: string): string {
  return text.replace(/[\p{Cc}]/gu, (character) => {
    const code = character.charCodeAt(0);
    if (character === "\n" || character === "\t") return character;
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\u2421";
  });
}

const LONG_WORD = /\S{2000}/;

/** Wraps text at spaces, and begins each line with `indent`. */
function wrap(text: string, { width }: TextStyle, indent: string): string {
  const columns = Math.max(20, width) - indent.length;
  // wrap-ansi normalizes to NFC, so text in another form is not wrapped: it must stay as it is. It
  // also takes minutes over a word of many thousand letters.
  const isWrapped = Number.isFinite(columns) && text === text.normalize() && !LONG_WORD.test(text);
  const lines = isWrapped ? wrapAnsi(text, columns, { hard: true }) : text;
  return lines.replace(/^/gm, indent);
}

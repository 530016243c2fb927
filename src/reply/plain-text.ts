import wrapAnsi from "wrap-ansi";
import type { Translate } from "../catalogue/catalogue.ts";
import { closeDirectionControls } from "../catalogue/direction-controls.ts";
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
  /** Makes a text a link. Without it, the addresses of links are listed after the answer. */
  link?(text: string, url: string): string;
}

export const PLAIN: TextStyle = { width: Number.POSITIVE_INFINITY, paint: (_, text) => text };

/** A reply as text, and the commands that its bracketed numbers run, in order from 1. */
export interface RenderedText {
  readonly text: string;
  readonly numbered: readonly CommandLine[];
}

/**
 * Renders a reply as text, with each of its actions numbered. If `hasBack`, the number 0 leads back to the
 * answer from which this one was opened.
 */
export function renderText(
  reply: Reply,
  t: Translate,
  style: TextStyle = PLAIN,
  { hasBack = false } = {},
): RenderedText {
  const layout = layoutOf(reply, t);
  const numbered: CommandLine[] = [];
  const urls = new Set<string>();
  const renderer: Renderer = {
    ...style,
    headingColour: TONE_COLOURS[layout.tone],
    number: (line) => `[${numbered.push(line)}]`,
    link: style.link ?? listLink,
  };
  function listLink(text: string, url: string): string {
    urls.add(withoutTextFragment(url));
    return text;
  }

  const blocks = layout.blocks.map((block, index) => {
    const rendered = renderBlock(block, renderer);
    const isApart = block.kind === "text" && block.isParagraph;
    return isApart && layout.blocks[index - 1]?.kind === "text" ? `\n${rendered}` : rendered;
  });
  const parts = [...blocks, ...fileBlocks(reply, blocks, t, style)];
  // The way back to the last answer is the way back from a context, too.
  const isBack = (index: number) => reply.actions[index]?.label === "back";
  const actions = layout.actions.filter((_, index) => !hasBack || !isBack(index));
  const choices = [
    ...(hasBack ? [numberLabel("[0]", t("message.back"))] : []),
    ...actions.map(({ label, line }) => numberLabel(renderer.number(line), label)),
  ];
  // Not wrapped: a broken link cannot be followed.
  const links = [...urls].map((url) => paintText("dim", url, style));
  const choiceLines =
    choices.length > 0
      ? [restoreSpaces(wrap(paintText("bold", choices.join("  "), style), style, ""))]
      : [];
  const groups = [parts, links, choiceLines].map((lines) => lines.join("\n"));
  const text = groups.filter((group) => group !== "").join("\n\n");
  return { text: text.replace(/^\n+/, "").replace(/\n{3,}/g, "\n\n"), numbered };
}

/** Returns the address of a page without the words to which a browser would scroll. */
function withoutTextFragment(url: string): string {
  return url.replace(/#?:~:.*$/, "");
}

/**
 * Prints a reply's file unless the rendered blocks already contain its text: a terminal saves no files. It
 * shows long replies whole, so a file for long replies is never printed.
 */
function fileBlocks(
  { file }: Reply,
  blocks: readonly string[],
  t: Translate,
  style: TextStyle,
): readonly string[] {
  const withoutSpace = (text: string) => replaceControlCharacters(text).replace(/\s+/g, "");
  if (file?.goes !== "always") return [];
  if (withoutSpace(blocks.join("")).includes(withoutSpace(file.text))) return [];
  const name = wrap(paintText("dim", t("message.file", { name: file.name }), style), style, "  ");
  // Not wrapped: it is there to be copied.
  return [name, `\n${printable(file.text.replaceAll("\r\n", "\n")).trimEnd()}`];
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

/** A style with what the rendering of one reply keeps account of. */
interface Renderer extends TextStyle {
  readonly headingColour: PaintStyle | undefined;
  link(text: string, url: string): string;
  /** Gives a command the next number. */
  number(line: CommandLine): string;
}

function paintHeading(text: string, style: Renderer): string {
  const bold = paintText("bold", text, style);
  return style.headingColour === undefined ? bold : style.paint(style.headingColour, bold);
}

function renderBlock(block: LayoutBlock, style: Renderer): string {
  switch (block.kind) {
    case "heading":
      return wrap(paintHeading(block.text, style), style, "");
    case "subheading": {
      const { text, open } = block;
      const label = open === undefined ? text : numberLabel(style.number(open.line), text);
      return `\n${restoreSpaces(wrap(paintText("bold", label, style), style, ""))}`;
    }
    case "text":
      return wrap(renderRuns(block.runs, style), style, "");
    case "quote": {
      const { line = [], small = [] } = block.credit ?? {};
      return [
        `\n${wrap(renderRuns(block.runs, style), style, "    ")}`,
        ...(line.length > 0 ? [wrap(renderRuns(line, style), style, "  ")] : []),
        ...(small.length > 0
          ? [wrap(style.paint("dim", renderRuns(small, style)), style, "  ")]
          : []),
      ].join("\n");
    }
    case "facts":
      return block.facts
        .map(({ label, value, channel }) => {
          const named = channel === undefined ? value : `#${channel}${value}`;
          const line = `${paintText("cyan", `${label}:`, style)} ${printable(named)}`;
          return wrap(line, style, "");
        })
        .join("\n");
    case "code":
      // Not wrapped: the copied text would contain the line breaks.
      return `\n${printable(block.text).replace(/^/gm, "    ")}\n`;
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

function renderRuns(runs: readonly StyledText[], style: Renderer): string {
  return runs
    .map(({ text, isMatch, isCode, url }) => {
      if (url !== undefined) return style.link(printable(text), url);
      if (isCode) return printable(`\`${text}\``);
      return isMatch ? paintText("bold", text, style) : printable(text);
    })
    .join("");
}

function paintText(kind: PaintStyle, text: string, { paint }: TextStyle): string {
  return paint(kind, printable(text));
}

/** Returns a text that affects nothing on the terminal but itself. */
function printable(text: string): string {
  return closeDirectionControls(replaceControlCharacters(text));
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

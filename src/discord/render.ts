import type { Block, Run } from "../reply/layout.ts";
import { escaped } from "./escape.ts";

/** What is drawn as text: every block but a rule, and links that have no button. */
export type Drawable =
  | Exclude<Block, { kind: "rule" }>
  /** `url` is in the normal form that URL gives it. */
  | { readonly kind: "link"; readonly label: string; readonly url: string };

/** A block as Discord's Markdown, with the number of an entry that can be opened. */
export function drawn(block: Drawable, number?: number): string {
  switch (block.kind) {
    case "heading":
      return `## ${oneLine(block.text)}`;
    case "subheading":
      return `**${number === undefined ? "" : `${number}. `}${oneLine(block.text)}**`;
    case "text":
      return drawnRuns(block.runs);
    case "quote":
      return eachLine("> ", drawnRuns(block.runs));
    case "facts":
      return block.facts
        .map(({ label, value }) => `**${oneLine(label)}:** ${escaped(value)}`)
        .join("\n");
    case "code":
      return isFenceable(block.text) ? fenced(block.text) : escaped(block.text);
    case "fine":
      // On a line of its own the mark would show.
      return eachLine("-# ", escaped(block.text.replace(/\n\s*\n/g, "\n")));
    case "link":
      // Between the brackets nothing is Markdown, and an address in its normal form has none of them.
      return `-# ${oneLine(block.label)}: <${block.url}>`;
  }
}

/** Nothing ends a block of code but three backticks; in one, nothing else is Markdown. */
export function isFenceable(text: string): boolean {
  return !text.includes("```");
}

/** Discord shows no empty line at either end of a block of code, and no block of nothing else. */
function fenced(text: string): string {
  const code = text.replace(/^\n+|\n+$/g, "");
  return code === "" ? "" : `\`\`\`\n${code}\n\`\`\``;
}

/** Begins each line with `mark`. For Discord, only a newline begins one. */
function eachLine(mark: string, markdown: string): string {
  return mark + markdown.replaceAll("\n", `\n${mark}`);
}

function drawnRuns(runs: readonly Run[]): string {
  return runs.map(drawnRun).join("");
}

function drawnRun({ text, matched, isCode, isLeftOut }: Run): string {
  // Within code nothing is Markdown, and a backtick is what ends it: a code run has none.
  if (isCode) return `\`${text}\``;
  if (isLeftOut) return `~~${escaped(text)}~~`;
  return matched ? `**${escaped(text)}**` : escaped(text);
}

function oneLine(text: string): string {
  return escaped(text.replace(/\s+/g, " ").trim());
}

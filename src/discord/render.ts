import type { LayoutBlock, StyledText } from "../reply/layout.ts";
import { escapeMarkdown } from "./escape.ts";

/** What is drawn as text: every block but a rule, and links that have no button. */
export type RenderableBlock =
  | Exclude<LayoutBlock, { kind: "rule" }>
  /** `url` is in the normal form that URL gives it. */
  | { readonly kind: "link"; readonly label: string; readonly url: string };

/** A block as Discord's Markdown, with the number of an entry that can be opened. */
export function renderBlock(block: RenderableBlock, number?: number): string {
  switch (block.kind) {
    case "heading":
      return `## ${oneLine(block.text)}`;
    case "subheading":
      return `**${number === undefined ? "" : `${number}. `}${oneLine(block.text)}**`;
    case "text":
      return renderRuns(block.runs);
    case "quote":
      return prefixLines("> ", renderRuns(block.runs));
    case "facts":
      return block.facts
        .map(({ label, value }) => `**${oneLine(label)}:** ${escapeMarkdown(value)}`)
        .join("\n");
    case "code":
      return isFenceable(block.text) ? codeBlock(block.text) : escapeMarkdown(block.text);
    case "fine":
      // On a line of its own the mark would show.
      return prefixLines("-# ", escapeMarkdown(block.text.replace(/\n\s*\n/g, "\n")));
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
function codeBlock(text: string): string {
  const code = text.replace(/^\n+|\n+$/g, "");
  return code === "" ? "" : `\`\`\`\n${code}\n\`\`\``;
}

/** Begins each line with `mark`. For Discord, only a newline begins one. */
function prefixLines(mark: string, markdown: string): string {
  return mark + markdown.replaceAll("\n", `\n${mark}`);
}

function renderRuns(runs: readonly StyledText[]): string {
  return runs.map(renderRun).join("");
}

function renderRun({ text, matched, isCode, isLeftOut }: StyledText): string {
  // Within code nothing is Markdown, and a backtick is what ends it: a code run has none.
  if (isCode) return `\`${text}\``;
  if (isLeftOut) return `~~${escapeMarkdown(text)}~~`;
  return matched ? `**${escapeMarkdown(text)}**` : escapeMarkdown(text);
}

function oneLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, " ").trim());
}

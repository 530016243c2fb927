import type { LayoutBlock, StyledText } from "../reply/layout/blocks.ts";
import { escapeMarkdown } from "./escape.ts";

/** A block that is rendered as text: any block but a rule, or a link without a button. */
export type RenderableBlock =
  | Exclude<LayoutBlock, { kind: "rule" }>
  /** `url` is normalized, as by `URL.href`. */
  | { readonly kind: "link"; readonly label: string; readonly url: string };

/** Renders a block as Discord's Markdown. An entry that can be opened has a `number`. */
export function renderBlock(block: RenderableBlock, number?: number): string {
  switch (block.kind) {
    case "heading":
      return `## ${renderOneLine(block.text)}`;
    case "subheading":
      return `**${number === undefined ? "" : `${number}. `}${renderOneLine(block.text)}**`;
    case "text":
      return renderRuns(block.runs);
    case "quote":
      return prefixLines("> ", renderRuns(block.runs));
    case "facts":
      return block.facts
        .map(({ label, value }) => `**${renderOneLine(label)}:** ${escapeMarkdown(value)}`)
        .join("\n");
    case "code":
      return isFenceable(block.text) ? renderCodeBlock(block.text) : escapeMarkdown(block.text);
    case "fine":
      // On an empty line, Discord would show the mark.
      return prefixLines("-# ", escapeMarkdown(block.text.replace(/\n\s*\n/g, "\n")));
    case "link":
      // Between angle brackets nothing is Markdown, and a normalized URL contains none of them.
      return `-# ${renderOneLine(block.label)}: <${block.url}>`;
  }
}

/** Whether a text fits into a code block: only three backticks end one, and all else is literal. */
export function isFenceable(text: string): boolean {
  return !text.includes("```");
}

/** Discord shows neither empty lines at the ends of a code block nor a code block of empty lines. */
function renderCodeBlock(text: string): string {
  const code = text.replace(/^\n+|\n+$/g, "");
  return code === "" ? "" : `\`\`\`\n${code}\n\`\`\``;
}

/** Prefixes each line with `mark`. For Discord, only a newline begins a line. */
function prefixLines(mark: string, markdown: string): string {
  return mark + markdown.replaceAll("\n", `\n${mark}`);
}

function renderRuns(runs: readonly StyledText[]): string {
  return runs.map(renderRun).join("");
}

function renderRun({ text, isMatch, isCode }: StyledText): string {
  // In code only a backtick would need escaping, and a code run contains none.
  if (isCode) return `\`${text}\``;
  return isMatch ? `**${escapeMarkdown(text)}**` : escapeMarkdown(text);
}

function renderOneLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, " ").trim());
}

import { closeDirectionControls } from "../catalogue/direction-controls.ts";
import type { Credit, LayoutBlock, StyledText } from "../reply/layout/blocks.ts";
import { escapeMarkdown } from "./escape.ts";
import { MAX_LINK } from "./limits.ts";

/** A block that is rendered as text: any block but a rule. */
export type RenderableBlock = Exclude<LayoutBlock, { kind: "rule" }>;

/** Renders a block as Discord's Markdown, a quotation without its origin. */
export function renderBlock(block: RenderableBlock): string {
  switch (block.kind) {
    case "heading":
      return `## ${renderOneLine(block.text)}`;
    case "subheading":
      return `**${renderOneLine(block.text)}**`;
    case "text":
      return renderRuns(block.runs);
    case "quote":
      return prefixLines("> ", renderRuns(block.runs));
    case "facts":
      return block.facts
        .map(({ label, value, channel }) => {
          const mention = channel === undefined ? "" : `<#${channel}>`;
          return `**${renderOneLine(label)}:** ${mention}${renderText(value)}`;
        })
        .join("\n");
    case "code":
      return isFenceable(block.text) ? renderCodeBlock(block.text) : renderText(block.text);
    case "fine":
      // On an empty line, Discord would show the mark.
      return prefixLines("-# ", renderText(block.text.replace(/\n\s*\n/g, "\n")));
  }
}

/** Renders the origin of a quotation, each of its lines as one line. */
export function renderCredit({ line, small }: Credit): string {
  const oneLine = (runs: readonly StyledText[]) =>
    renderRuns(runs.map((run) => ({ ...run, text: run.text.replace(/\s+/g, " ") })));
  return [
    ...(line.length > 0 ? [oneLine(line)] : []),
    ...(small.length > 0 ? [`-# ${oneLine(small)}`] : []),
  ].join("\n");
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

function renderRun({ text, isMatch, isCode, url, channel, moment }: StyledText): string {
  if (channel !== undefined) return `<#${channel}>`;
  if (moment !== undefined) return `${renderText(text)} · <t:${Math.floor(moment / 1000)}:R>`;
  if (url !== undefined) return renderLink(text, new URL(url).href);
  // In code only a backtick would need escaping, and a code run contains none.
  if (isCode) return `\`${closeDirectionControls(text)}\``;
  return isMatch ? `**${renderText(text)}**` : renderText(text);
}

/**
 * Renders a link. In the text of a masked link nothing escapes, so a text with any Markdown is not
 * masked. A URL that is too long for a message is left out.
 */
function renderLink(text: string, href: string): string {
  const escaped = renderText(text);
  if (href.length > MAX_LINK) return escaped;
  // Between angle brackets nothing is Markdown, and a normalized URL contains none of them.
  return escaped === text ? `[${text}](<${href}>)` : `${escaped} (<${href}>)`;
}

function renderOneLine(text: string): string {
  return renderText(text.replace(/\s+/g, " ").trim());
}

function renderText(text: string): string {
  return escapeMarkdown(closeDirectionControls(text));
}

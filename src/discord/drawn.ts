import type { Block, Run } from "../reply/layout.ts";
import { escaped } from "./markdown.ts";

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
      // Nothing ends a block of code but three backticks, and in one nothing else is Markdown.
      return block.text.includes("```") ? escaped(block.text) : `\`\`\`\n${block.text}\n\`\`\``;
    case "fine":
      // On a line of its own the mark would show.
      return eachLine("-# ", escaped(block.text.replace(/\n\s*\n/g, "\n")));
    case "link":
      // Between the brackets nothing is Markdown, and an address in its normal form has none of them.
      return `-# ${oneLine(block.label)}: <${block.url}>`;
  }
}

/** Begins each line with `mark`. For Discord, only a newline begins one. */
function eachLine(mark: string, markdown: string): string {
  return mark + markdown.replaceAll("\n", `\n${mark}`);
}

function drawnRuns(runs: readonly Run[]): string {
  return runs.map(drawnRun).join("");
}

function drawnRun({ text, matched, isCode }: Run): string {
  // Within code nothing is Markdown, and a backtick is what ends it: a code run has none.
  if (isCode) return `\`${text}\``;
  return matched ? `**${escaped(text)}**` : escaped(text);
}

function oneLine(text: string): string {
  return escaped(text.replace(/\s+/g, " ").trim());
}

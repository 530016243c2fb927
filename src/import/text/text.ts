import type { Heading, PhrasingContent, RootContent } from "mdast";
import { plural } from "../../foundation/format.ts";
import type { Reader } from "../manuscript.ts";
import { isWordless, WORDLESS } from "../markdown/normalize-blocks.ts";
import { decodeText } from "../shared/encoding.ts";
import { findEnclosedWork, warnOfUnmarkedWork } from "../shared/gutenberg.ts";
import { findHeadings } from "./headings.ts";
import { isRule, type LineBlock, parseUnderlined, splitIntoBlocks } from "./line-blocks.ts";
import { detectArrangement, estimateWrapWidth } from "./line-breaks.ts";

/** Reads plain text. */
export const readText: Reader = ({ bytes }) => {
  const decoding = decodeText(bytes);
  if ("error" in decoding) return decoding;
  const lines = decoding.text.split("\n");
  const enclosed = findEnclosedWork(lines);
  const work = enclosed === undefined ? lines : lines.slice(enclosed.first, enclosed.end);
  const { content, remarks } = textContent(work, {
    hasParts: true,
    hasUnderscores: enclosed !== undefined,
  });
  if (isWordless(content)) return { error: WORDLESS };
  return {
    manuscripts: [
      {
        content,
        metadata: enclosed?.metadata ?? {},
        remarks: [
          ...decoding.remarks,
          ...(enclosed?.remarks ?? warnOfUnmarkedWork(lines.slice(0, 100))),
          ...remarks,
        ],
      },
    ],
  };
};

/** How lines of plain text are to be understood. */
interface Understanding {
  /** Whether some of them may be headings, or drawn between scenes. */
  readonly hasParts: boolean;
  /** Whether underscores around words emphasise them, as Project Gutenberg's do. */
  readonly hasUnderscores: boolean;
}

/** What lines of plain text say: every character of theirs is text, whatever Markdown makes of it. */
export function textContent(
  lines: readonly string[],
  { hasParts, hasUnderscores }: Understanding,
): { readonly content: readonly RootContent[]; readonly remarks: readonly string[] } {
  const blocks = splitIntoBlocks(lines);
  const width = estimateWrapWidth(blocks);
  const headings = hasParts ? findHeadings(blocks) : new Map<LineBlock, Heading["depth"]>();
  const counts = { headings: 0, kept: 0, unwrapped: 0, emphasised: 0 };

  function inline(text: string, isVerse: boolean): PhrasingContent[] {
    const parts = hasUnderscores ? splitEmphasis(text) : [text];
    if (parts.length > 1) counts.emphasised += 1;
    return parts.flatMap((part, index): PhrasingContent[] => {
      const children = isVerse ? withBreaks(part) : plain(part);
      return index % 2 === 0 ? children : [{ type: "emphasis", children }];
    });
  }

  function heading(text: string, depth: Heading["depth"]): RootContent {
    counts.headings += 1;
    return {
      type: "heading",
      depth,
      children: inline(text.replaceAll("\n", " "), false),
    };
  }

  function contentOf(block: LineBlock): readonly RootContent[] {
    if (hasParts && isRule(block)) return [{ type: "thematicBreak" }];
    const depth = headings.get(block);
    if (depth !== undefined) return [heading(joinTrimmed(block.lines), depth)];
    const underlined = hasParts ? parseUnderlined(block) : undefined;
    if (underlined !== undefined) {
      const { title, rest } = underlined;
      const below = rest.length === 0 ? [] : contentOf({ ...block, lines: rest });
      return [heading(title, underlined.depth), ...below];
    }
    switch (detectArrangement(block, width)) {
      case "wrapped":
        return [
          { type: "paragraph", children: inline(joinLines(joinTrimmed(block.lines)), false) },
        ];
      case "verse":
        counts.kept += 1;
        return [{ type: "paragraph", children: inline(joinTrimmed(block.lines), true) }];
      case "paragraphs":
        counts.unwrapped += 1;
        return block.lines.map((line) => ({
          type: "paragraph",
          children: inline(line.trim(), false),
        }));
    }
  }

  const content = blocks.flatMap(contentOf);
  return { content, remarks: remarksOn(counts) };
}

function remarksOn(counts: {
  readonly headings: number;
  readonly kept: number;
  readonly unwrapped: number;
  readonly emphasised: number;
}): readonly string[] {
  const { headings, kept, unwrapped: long, emphasised } = counts;
  return [
    ...(headings > 0 ? [`${plural(headings, "line")} taken for headings.`] : []),
    ...(kept > 0 ? [`${plural(kept, "paragraph")} with short lines kept line by line.`] : []),
    ...(long > 0 ? ["Each line is a paragraph where lines are too long to be wrapped ones."] : []),
    ...(emphasised > 0 ? ["Words between underscores are emphasised."] : []),
  ];
}

function joinTrimmed(lines: readonly string[]): string {
  return lines.map((line) => line.trim()).join("\n");
}

const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF01-\uFF60]`;
const UNSPACED_BREAK = new RegExp(`(?<=${UNSPACED})\n(?=${UNSPACED})`, "gu");

/** Where no spaces part words, a line's end is none either. */
function joinLines(text: string): string {
  return text.replace(UNSPACED_BREAK, "");
}

function plain(value: string): PhrasingContent[] {
  return value === "" ? [] : [{ type: "text", value }];
}

function withBreaks(text: string): PhrasingContent[] {
  return text
    .split("\n")
    .flatMap((line, index) => [...(index > 0 ? [{ type: "break" } as const] : []), ...plain(line)]);
}

const EMPHASISED = /(?<![\p{L}\p{N}_])_(?![\s_])([^_]*[^\s_])_(?![\p{L}\p{N}_])/u;

const UNPAIRED = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u;

/** Text, emphasised text, text, and so on; only text where an underscore at a word has no partner. */
function splitEmphasis(text: string): readonly string[] {
  const parts = text.split(EMPHASISED);
  return parts.some((part) => UNPAIRED.test(part)) ? [text] : parts;
}

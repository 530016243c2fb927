import { runInNewContext } from "node:vm";
import type { Definition, FootnoteDefinition, Heading, Nodes, RootContent } from "mdast";
import { message } from "../../catalogue/catalogue.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import { largest } from "../../foundation/long-arrays.ts";
import type { Result } from "../../foundation/result.ts";
import type { Metadata } from "../manuscript.ts";
import { firstLineOf, isHeading } from "./blocks.ts";
import { findLetters, type VolumeLetter } from "./letters.ts";

/** Where a new document begins. */
export type SplitRule =
  /** At the letters of a volume; otherwise at the headings of the highest level that occurs more than once. */
  | { readonly at: "headings" }
  | { readonly at: "level"; readonly level: number }
  /** At headings, and at paragraphs whose first line matches. */
  | { readonly at: "pattern"; readonly pattern: string };

/** A part of a manuscript that becomes a document. */
export interface DocumentPart {
  readonly content: readonly RootContent[];
  /** The heading or the line with which the part begins. */
  readonly title: string;
  /** The metadata in the heading of the part. */
  readonly metadata: Metadata;
  /** The headings above it that it shares with other parts, outermost first. */
  readonly above: readonly string[];
}

/** A manuscript that has been split. */
export interface SplitContent {
  /** The blocks before the first part: all of them if there is no part. */
  readonly before: readonly RootContent[];
  readonly parts: readonly DocumentPart[];
}

/** Parses the value of `--split`. Returns an error if it is neither a keyword nor a pattern. */
export function parseSplitRule(value: string): Result<SplitRule> {
  if (value === "heading") return { at: "headings" };
  const level = /^heading:(.*)$/.exec(value)?.[1];
  if (level !== undefined) {
    if (/^[1-6]$/.test(level)) return { at: "level", level: Number(level) };
    return { error: message("split.bad-level") };
  }
  try {
    new RegExp(value, "u");
    return { at: "pattern", pattern: value };
  } catch {
    return {
      error: message("split.bad-rule"),
    };
  }
}

/**
 * Splits content where documents begin. If they begin at headings of one level, a heading of a higher
 * level begins a document too. Returns an error if a pattern takes too long.
 */
export function splitContent(
  content: readonly RootContent[],
  rule: SplitRule,
  language?: string,
): Result<SplitContent> {
  const definitions = findDefinitions(content);
  const blocks = content.filter((block) => !definitions.isMoved(block));
  const letters = rule.at === "headings" ? findLetters(blocks, language) : [];
  if (letters.length > 0) return splitVolume(blocks, letters, definitions);
  const beginnings = findBeginnings(blocks, rule);
  if ("error" in beginnings) return beginnings;
  const starts = beginnings.flatMap((isBeginning, index) => (isBeginning ? [index] : []));
  if (starts.length === 0) return { before: content, parts: [] };
  const above = headingsAbove(blocks);
  return {
    before: definitions.addTo(blocks.slice(0, starts[0])),
    parts: starts.map((start, index) => ({
      content: definitions.addTo(blocks.slice(start, starts[index + 1])),
      title: partTitle(elementAt(blocks, start)),
      metadata: {},
      above: elementAt(above, start),
    })),
  };
}

/** The values of `--split` that need no pattern, from the least parts to the most. */
const HEADING_RULES = ["heading", ...[1, 2, 3, 4, 5, 6].map((level) => `heading:${level}`)];

/** Returns the first value of `--split` that divides content at its headings into parts below a size; undefined if none does. */
export function suggestSplit(
  content: readonly RootContent[],
  isSmall: (part: readonly RootContent[]) => boolean,
): string | undefined {
  return HEADING_RULES.find((value) => {
    const rule = parseSplitRule(value);
    const split = "error" in rule ? rule : splitContent(content, rule);
    if ("error" in split || split.parts.length < 2) return false;
    return [split.before, ...split.parts.map((part) => part.content)].every(isSmall);
  });
}

/** Returns for each block the headings of higher levels above it, outermost first. */
function headingsAbove(blocks: readonly RootContent[]): readonly (readonly string[])[] {
  let open: readonly Heading[] = [];
  return blocks.map((block) => {
    if (!isHeading(block)) return [];
    const above = open.filter(({ depth }) => depth < block.depth);
    open = [...above, block];
    return above.map(firstLineOf);
  });
}

/**
 * Splits a volume at its letters, and at headings between them that are not below those of the letters:
 * titles of its parts, which belong to all letters that follow, and an index or an appendix.
 */
function splitVolume(
  blocks: readonly RootContent[],
  letters: readonly VolumeLetter[],
  definitions: Definitions,
): SplitContent {
  const depths = letters.flatMap(({ start }) => {
    const block = elementAt(blocks, start);
    return isHeading(block) ? [block.depth] : [];
  });
  const depth = Math.max(1, largest(depths));
  const isTitle = (index: number) => {
    const block = blocks[index];
    return block !== undefined && isHeading(block) && block.depth <= depth;
  };
  const first = elementAt(letters, 0).start;
  let before = first;
  while (before > 0 && isTitle(before - 1) && before > 1) before--;

  const parts: DocumentPart[] = [];
  let above: readonly string[] = titlesIn(blocks.slice(before, first));
  for (const [index, { start, headerEnd, body, title, metadata }] of letters.entries()) {
    const end = letters[index + 1]?.start ?? blocks.length;
    let next = headerEnd;
    while (next < end && !isTitle(next)) next++;
    const content = definitions.addTo(blocks.slice(body, next), blocks.slice(start, body));
    parts.push({ content, title, metadata, above });
    if (next === end) continue;
    const between = blocks.slice(next, end);
    const words = between.findIndex((block) => !isHeading(block));
    above = titlesIn(words === -1 ? between : between.slice(0, words));
    if (words === -1 && index < letters.length - 1) continue;
    parts.push({
      content: definitions.addTo(between),
      title: above.join(" "),
      metadata: {},
      above: [],
    });
  }
  // The only title above letters is that of the whole volume.
  const isInParts = new Set(parts.flatMap(({ above: titles }) => titles)).size > 1;
  return {
    before: definitions.addTo(blocks.slice(0, before)),
    parts: isInParts ? parts : parts.map((part) => ({ ...part, above: [] })),
  };
}

function titlesIn(blocks: readonly RootContent[]): readonly string[] {
  const titles = blocks
    .filter(isHeading)
    .map(firstLineOf)
    .filter((title) => title !== "");
  return titles.length === 0 ? [] : [titles.join(" ")];
}

/** Returns for each block whether a document begins with it. */
function findBeginnings(
  blocks: readonly RootContent[],
  rule: SplitRule,
): Result<readonly boolean[]> {
  switch (rule.at) {
    case "headings": {
      const depths = blocks.filter(isHeading).map(({ depth }) => depth);
      const level = LEVELS.find((one) => depths.filter((depth) => depth === one).length > 1);
      return level === undefined ? [] : beginAtLevel(blocks, level);
    }
    case "level":
      return beginAtLevel(blocks, rule.level);
    case "pattern":
      return beginAtPattern(blocks, rule.pattern);
  }
}

const LEVELS = [1, 2, 3, 4, 5, 6] as const;

/** Headings of a higher level count only after the first heading of exactly this level. */
function beginAtLevel(blocks: readonly RootContent[], level: number): readonly boolean[] {
  const first = blocks.findIndex((block) => isHeading(block) && block.depth === level);
  return blocks.map(
    (block, index) => first !== -1 && index >= first && isHeading(block) && block.depth <= level,
  );
}

/** How much of a line is matched against a pattern, in UTF-16 code units. */
const MAX_LINE_LENGTH = 200;
/** The time limit for matching a pattern against one manuscript, in milliseconds. */
const PATTERN_TIMEOUT = 2000;

function beginAtPattern(
  blocks: readonly RootContent[],
  pattern: string,
): Result<readonly boolean[]> {
  const lines = blocks.map((block) =>
    isHeading(block) || block.type === "paragraph"
      ? firstLineOf(block).slice(0, MAX_LINE_LENGTH)
      : null,
  );
  try {
    // A pattern can backtrack forever, even on a short line. Only a context can be stopped.
    const digits: unknown = runInNewContext(
      "lines.map((line) => Number(line !== null && RegExp(pattern, 'u').test(line))).join('')",
      { pattern, lines },
      { timeout: PATTERN_TIMEOUT },
    );
    return [...String(digits)].map((digit) => digit === "1");
  } catch {
    return {
      error: message("split.too-slow"),
    };
  }
}

/** The maximum length of a title that is made from a line, in UTF-16 code units. */
const MAX_TITLE_LENGTH = 100;

function partTitle(block: RootContent): string {
  const line = firstLineOf(block);
  if (line.length <= MAX_TITLE_LENGTH) return line;
  return `${line.slice(0, MAX_TITLE_LENGTH).replace(/\s+\S*$/, "")} …`;
}

/** The definitions of links and pictures, and the notes. They are in the parts that refer to them. */
interface Definitions {
  /** Whether a block is put at the end of the parts that refer to it. */
  isMoved(block: RootContent): boolean;
  /**
   * Appends the definitions to which a part and its heading refer, so that it can be read without the
   * other parts.
   */
  addTo(part: readonly RootContent[], heading?: readonly RootContent[]): readonly RootContent[];
}

/** The first definition of an identifier counts. A note to which nothing refers stays in its place. */
function findDefinitions(content: readonly RootContent[]): Definitions {
  const links = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  const references = new Set<string>();
  visitAll(content, (node) => {
    if (node.type === "definition" && !links.has(node.identifier)) links.set(node.identifier, node);
    if (node.type === "footnoteReference") references.add(node.identifier);
  });
  for (const block of content) {
    if (block.type === "footnoteDefinition" && references.has(block.identifier)) {
      notes.set(block.identifier, block);
    }
  }
  return {
    isMoved: (block) =>
      block.type === "definition" ||
      (block.type === "footnoteDefinition" && notes.has(block.identifier)),
    addTo(part, heading = []) {
      const used = new Set<RootContent>();
      const use = (node: Nodes): void => {
        if (node.type === "linkReference" || node.type === "imageReference") {
          const definition = links.get(node.identifier);
          if (definition !== undefined) used.add(definition);
        }
        const note = node.type === "footnoteReference" && notes.get(node.identifier);
        if (note && !used.has(note)) {
          used.add(note);
          visitAll(note.children, use);
        }
      };
      visitAll([...heading, ...part], use);
      return [...part, ...used];
    },
  };
}

function visitAll(nodes: readonly Nodes[], visit: (node: Nodes) => void): void {
  for (const node of nodes) {
    visit(node);
    if ("children" in node) visitAll(node.children, visit);
  }
}

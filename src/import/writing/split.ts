import { runInNewContext } from "node:vm";
import type { Definition, Heading, Nodes, RootContent } from "mdast";
import { renderText } from "../../corpus/body.ts";
import type { Result } from "../../foundation/result.ts";

/** Where a new document begins. */
export type SplitRule =
  /** At the headings of the highest level that occurs more than once. */
  | { readonly at: "headings" }
  | { readonly at: "level"; readonly level: number }
  | { readonly at: "pattern"; readonly pattern: string };

/** What becomes a document of its own. */
export interface DocumentPart {
  readonly content: readonly RootContent[];
  /** The heading, or the line, with which it begins; what stands before the first has none. */
  readonly title?: string;
}

/** Reads what `--split` says, or tells in a sentence what is wrong with it. */
export function parseSplitRule(asked: string): Result<SplitRule> {
  if (asked === "heading") return { at: "headings" };
  const level = /^heading:(.*)$/.exec(asked)?.[1];
  if (level !== undefined) {
    if (/^[1-6]$/.test(level)) return { at: "level", level: Number(level) };
    return { error: "`--split heading:` should end with a level from 1 to 6: `heading:2`." };
  }
  try {
    new RegExp(asked, "u");
    return { at: "pattern", pattern: asked };
  } catch {
    return {
      error: "`--split` should be `heading`, `heading:2` or a regular expression; this is none.",
    };
  }
}

/**
 * Takes content apart where documents begin; a heading of a higher level than theirs begins one too.
 * The first part is what stands before the first of them, and is empty where nothing does. Gives no
 * part when nothing begins, and a sentence when a pattern takes too long.
 */
export function splitContent(
  content: readonly RootContent[],
  splitting: SplitRule,
): Result<readonly DocumentPart[]> {
  const definitions = definitionsIn(content);
  const blocks = content.filter(({ type }) => type !== "definition");
  const begins = findBeginnings(blocks, splitting);
  if ("error" in begins) return begins;
  const starts = begins.flatMap((isOne, index) => (isOne ? [index] : []));
  if (starts.length === 0) return [];
  return [0, ...starts].map((start, index) => {
    const part = blocks.slice(start, starts[index]);
    const [first] = part;
    return {
      content: withDefinitions(part, definitions),
      ...(index > 0 && first && { title: titleOf(first) }),
    };
  });
}

/** Of each block, whether a document begins with it. */
function findBeginnings(
  blocks: readonly RootContent[],
  splitting: SplitRule,
): Result<readonly boolean[]> {
  switch (splitting.at) {
    case "headings": {
      const depths = blocks.filter(isHeading).map(({ depth }) => depth);
      const often = LEVELS.find((level) => depths.filter((depth) => depth === level).length > 1);
      return often === undefined ? [] : atLevel(blocks, often);
    }
    case "level":
      return atLevel(blocks, splitting.level);
    case "pattern":
      return matchPattern(blocks, splitting.pattern);
  }
}

const LEVELS = [1, 2, 3, 4, 5, 6] as const;

/** Nothing begins where there is no heading of this very level. */
function atLevel(blocks: readonly RootContent[], level: number): readonly boolean[] {
  const first = blocks.findIndex((block) => isHeading(block) && block.depth === level);
  return blocks.map(
    (block, index) => first !== -1 && index >= first && isHeading(block) && block.depth <= level,
  );
}

/** How much of a line a pattern is asked of, in UTF-16 code units. */
const MAX_LINE_LENGTH = 200;
/** How long a pattern may take over one manuscript, in milliseconds. */
const PATTERN_TIMEOUT = 2000;

function matchPattern(blocks: readonly RootContent[], pattern: string): Result<readonly boolean[]> {
  const lines = blocks.map((block) =>
    isHeading(block) || block.type === "paragraph"
      ? firstLineOf(block).slice(0, MAX_LINE_LENGTH)
      : null,
  );
  try {
    // A pattern may take for ever, over a short line too, and nothing else could stop it.
    const answer: unknown = runInNewContext(
      "lines.map((line) => Number(line !== null && RegExp(pattern, 'u').test(line))).join('')",
      { pattern, lines },
      { timeout: PATTERN_TIMEOUT },
    );
    return [...String(answer)].map((digit) => digit === "1");
  } catch {
    return {
      error:
        "The pattern of `--split` takes too long here. Write it without a repetition inside of another.",
    };
  }
}

/** How long the title is that a line gives to a document, in UTF-16 code units. */
const MAX_TITLE_LENGTH = 100;

function titleOf(block: RootContent): string {
  const line = firstLineOf(block);
  if (line.length <= MAX_TITLE_LENGTH) return line;
  return `${line.slice(0, MAX_TITLE_LENGTH).replace(/\s+\S*$/, "")} …`;
}

/** The first line of a paragraph, or the whole of a heading. */
export function firstLineOf(block: RootContent): string {
  const { text } = renderText(block);
  const [line = ""] = isHeading(block) ? [text] : text.split("\n");
  return line.replace(/\s+/g, " ").trim();
}

function isHeading(block: RootContent): block is Heading {
  return block.type === "heading";
}

/** What links and images refer to, by its name. */
function definitionsIn(nodes: readonly Nodes[]): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  visitAll(nodes, (node) => {
    if (node.type !== "definition" || definitions.has(node.identifier)) return;
    definitions.set(node.identifier, node);
  });
  return definitions;
}

/** A part with those definitions that it refers to. */
function withDefinitions(
  part: readonly RootContent[],
  definitions: ReadonlyMap<string, Definition>,
): readonly RootContent[] {
  const referred = new Set<Definition>();
  visitAll(part, (node) => {
    if (node.type !== "linkReference" && node.type !== "imageReference") return;
    const definition = definitions.get(node.identifier);
    if (definition !== undefined) referred.add(definition);
  });
  return [...part, ...referred];
}

function visitAll(nodes: readonly Nodes[], visit: (node: Nodes) => void): void {
  for (const node of nodes) {
    visit(node);
    if ("children" in node) visitAll(node.children, visit);
  }
}

import type { Heading } from "mdast";
import type { LineBlock } from "./line-blocks.ts";

/** What a text's parts are called, the greater ones first: each kind is a level of headings. */
const PARTS = [
  "volume|tome",
  "book|part",
  "act",
  "chapter|letter|epistle|canto|section|scene|essay|article|lecture|sermon|sonnet|psalm|fable|stave|day",
] as const;

const ORDINALS =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last)";
const NUMBER = `(?:no\\.? ?)?(?:[0-9]+|[ivxlcdm]+|${ORDINALS})`;

const NUMBERED = PARTS.map(
  (names) => new RegExp(`^(${names}) ${NUMBER}(?=$|[^\\p{L}\\p{N}])`, "iu"),
);

/** “FEDERALIST No. 10”, “No. 10”: numbers of a series. */
const IN_SERIES = /^(?:\p{Lu}[\p{L}.]* ){0,3}No\. ?\d+\.?$/u;

/** How many characters a line may have that is a heading. */
const LONGEST = 70;

/**
 * The blocks that are headings, and the depth of each: those that name a part and its
 * number, such as “CHAPTER I” and “Letter 12.”, and short ones all in capitals. Where a text sets some
 * of its headings off by more empty lines than follow them, only such capitals count: a signature has
 * no such room. A heading that one of its kind follows at once belongs to a table of contents, and
 * what nothing follows is none.
 */
export function findHeadings(
  blocks: readonly LineBlock[],
): ReadonlyMap<LineBlock, Heading["depth"]> {
  const kinds = blocks.map(kindOf);
  const isSpacious = blocks.some(
    ({ above, below }, index) =>
      kinds[index] !== undefined && above >= 2 && above > below && Number.isFinite(above),
  );
  const found = blocks.flatMap((block, index) => {
    const kind = kinds[index];
    if (kind === undefined || index === blocks.length - 1) return [];
    if (kind === CAPITALS) {
      const isSetOff = isSpacious
        ? block.above >= 2 && block.above >= block.below
        : block.above >= block.below;
      return isSetOff ? [{ block, kind }] : [];
    }
    return kinds[index + 1] === kind ? [] : [{ block, kind }];
  });
  const levels = [...new Set(found.map(({ kind }) => kind))].sort((a, b) => a - b);
  return new Map(
    found.map(({ block, kind }) => {
      const isTitle = block === blocks[0] && kind === CAPITALS && levels.length > 1;
      return [block, isTitle ? 1 : (DEPTHS[levels.indexOf(kind)] ?? 6)];
    }),
  );
}

/** Those of parts: a title that stands in capitals above them all has the depth 1. */
const DEPTHS = [2, 3, 4, 5, 6] as const;

/** The kind of a heading that is of no numbered part. */
const CAPITALS = PARTS.length;

function kindOf({ lines }: LineBlock): number | undefined {
  if (lines.length > 3 || lines.some((line) => line.trim().length > LONGEST)) return undefined;
  const [first = ""] = lines.map((line) => line.trim());
  const part = NUMBERED.findIndex((pattern) => isNumberedHeading(first, pattern));
  if (part !== -1) return part;
  if (lines.length === 1 && IN_SERIES.test(first)) return CAPITALS - 1;
  return lines.length <= 2 && isInCapitals(lines.join(" ").trim()) ? CAPITALS : undefined;
}

/** “Act I think of” is none: behind the number comes a title only if there is a sign between. */
function isNumberedHeading(line: string, pattern: RegExp): boolean {
  const [start, name = ""] = pattern.exec(line) ?? [];
  if (start === undefined || /[,;]$/.test(line)) return false;
  const rest = line.slice(start.length);
  return name === name.toUpperCase() || /^(?:$|[.:—–-])/u.test(rest.trimStart());
}

function isInCapitals(text: string): boolean {
  if (/\p{Ll}/u.test(text) || !/^[\p{Lu}\p{N}]/u.test(text) || /[,;:!?"”’]$/u.test(text))
    return false;
  return /\p{Lu}{2}/u.test(text) || /^[IVXLCDM]+\.?$/.test(text);
}

import type { Heading } from "mdast";
import { elementAt } from "../../foundation/checked-access.ts";
import { largest, smallest } from "../../foundation/long-arrays.ts";
import { ROMAN_NUMERAL } from "../../language/numerals.ts";
import {
  AUTHOR_WORD,
  FIRST_PART,
  FOREIGN_HEADING_BY_LEVEL,
  NOTES_TITLE,
  PART_NAME_BY_LEVEL,
  PART_NUMBER,
} from "../../language/part-headings.ts";
import { headingDepth } from "../shared/heading-depth.ts";
import { findLetterOpenings, type LetterOpening } from "../shared/letter-openings.ts";
import type { LineBlock } from "./line-blocks.ts";

const NUMBER = `(?:no\\.? ?)?(?:[0-9]+|${ROMAN_NUMERAL}|${PART_NUMBER})`;

const IS_ROMAN_NUMERAL = new RegExp(String.raw`^${ROMAN_NUMERAL}\.?$`);

/** A numbered part at the beginning of a line, for each level. */
const NUMBERED_PARTS = PART_NAME_BY_LEVEL.map(
  (names) => new RegExp(`^(?:${names}) ${NUMBER}(?=$|[^\\p{L}\\p{N}])`, "iu"),
);

/** A part that is numbered before its name: “SECOND PART”. */
const ORDINAL_PART = new RegExp(
  `^(?:${PART_NUMBER}) (?:${PART_NAME_BY_LEVEL.slice(0, -1).join("|")})\\.?$`,
  "iu",
);

/** A number in a series: “FEDERALIST No. 10”, “No. 10”. */
const IN_SERIES = /^(?:\p{Lu}[\p{L}.]* ){0,3}No\. ?\d+\.?$/u;

/** The maximum length of each line of a heading, in UTF-16 code units. */
const MAX_HEADING_LENGTH = 70;

/**
 * Finds the blocks that are headings, with their depths. A heading names a part with its number, such
 * as “CHAPTER I” and “Letter 12.”, is the title of notes, or is short and all in capitals. Not headings are:
 *
 * * capitals with less space above than below, such as a signature; and in a text that sets off some of
 *   its headings by two or more empty lines, capitals with only one above;
 * * a numbered part that is directly followed by one of its level: an entry of a table of contents;
 * * the last block.
 */
export function findHeadings(
  blocks: readonly LineBlock[],
  language: string | undefined,
): ReadonlyMap<LineBlock, Heading["depth"]> {
  const openings = findLetterOpenings(blocks, language);
  if (openings.length > 0) return findVolumeHeadings(blocks, openings);
  const candidates = withRestartTitles(
    blocks.map((block) => ({ block, level: headingLevel(block) })),
  );
  const isSpacious = candidates.some(
    ({ block: { above, below }, level }) =>
      level !== undefined && above >= 2 && above > below && Number.isFinite(above),
  );
  const headings = candidates.flatMap(({ block, level }, index) => {
    const next = candidates[index + 1];
    if (level === undefined || next === undefined) return [];
    if (level === CAPITALS) {
      // A chapter can be called “BY THE SEA”, but not directly below another title.
      if (isByline(block) && candidates[index - 1]?.level === CAPITALS) return [];
      const isSetOff = block.above >= block.below && (!isSpacious || block.above >= 2);
      return isSetOff ? [{ block, level }] : [];
    }
    return next.level === level ? [] : [{ block, level }];
  });
  const works = findWorks(headings, blocks);
  for (const heading of headings) if (works.has(heading.block)) heading.level = WORK;
  const levels = [...new Set(headings.map(({ level }) => level))].toSorted((a, b) => a - b);
  if (works.size > 0) {
    return new Map(
      headings.map(({ block, level }) => [block, headingDepth(levels.indexOf(level) + 1)]),
    );
  }
  return new Map(
    headings.map(({ block, level }) => {
      // Depth 1 is kept for a title in capitals above all parts.
      const isTitle = block === blocks[0] && level === CAPITALS && levels.length > 1;
      return [block, isTitle ? 1 : headingDepth(levels.indexOf(level) + 2)];
    }),
  );
}

/**
 * Finds the headings of a volume of letters: the number and the recipient of each, and the titles of its
 * parts. Capitals within a letter are a salutation or a signature.
 */
function findVolumeHeadings(
  blocks: readonly LineBlock[],
  openings: readonly LetterOpening[],
): ReadonlyMap<LineBlock, Heading["depth"]> {
  const headings = new Map<LineBlock, Heading["depth"]>();
  for (const { start, end } of openings) {
    for (const [index, block] of blocks.slice(start, end).entries()) {
      headings.set(block, index === 0 ? 3 : 4);
    }
  }
  const starts = openings.map(({ start }) => start);
  const [first, last] = [smallest(starts), largest(starts)];
  const spacious = starts.filter((start) => elementAt(blocks, start).above >= 2);
  const isSpacious = spacious.length * 2 > starts.length;
  // From the last block up, since the title of a part has headings below it.
  for (let index = blocks.length - 2; index >= 0; index--) {
    const block = elementAt(blocks, index);
    const level = headings.has(block) ? undefined : headingLevel(block);
    if (level === undefined) continue;
    const isOutside = index < first || index > last;
    const isAboveHeading = headings.has(elementAt(blocks, index + 1));
    const isSetOff =
      (isAboveHeading || block.above >= block.below) &&
      (isSpacious ? block.above >= 2 : index < first);
    const isPart = level < CAPITALS || ORDINAL_PART.test(block.lines[0].trim());
    if (isPart || (isSetOff && (isOutside || isAboveHeading))) headings.set(block, 2);
  }
  return headings;
}

/** A block, with the level that it has if it is a heading. */
interface HeadingCandidate {
  readonly block: LineBlock;
  readonly level: number | undefined;
}

/**
 * Gives the level of capitals to titles in small letters: set-off lines above a part whose number begins anew although no
 * higher part has begun, and the first line of such a file.
 */
function withRestartTitles(candidates: readonly HeadingCandidate[]): readonly HeadingCandidate[] {
  const titles = new Set<number>();
  let last: number | undefined;
  let first: number | undefined;
  for (const [index, { block, level }] of candidates.entries()) {
    if (level === undefined || level >= CAPITALS) continue;
    const above = candidates[index - 1];
    const title = above !== undefined && isByline(above.block) ? index - 2 : index - 1;
    if (FIRST_PART.test(block.lines[0].trim()) && isSetOffTitle(candidates[title])) {
      if (last === undefined) first = title;
      else if (last >= level) titles.add(title);
    }
    last = level;
  }
  if (titles.size > 0 && first !== undefined) titles.add(first);
  return candidates.map((one, index) => (titles.has(index) ? { ...one, level: CAPITALS } : one));
}

function isSetOffTitle(candidate: HeadingCandidate | undefined): boolean {
  if (candidate === undefined || candidate.level !== undefined) return false;
  const { lines, above, below } = candidate.block;
  const line = lines[0].trim();
  const isApart = lines.length === 1 && above >= 2 && above > below;
  return isApart && line.length <= MAX_HEADING_LENGTH && /^\p{Lu}.*[\p{L}\p{N})]$/u.test(line);
}

/** The level of the titles of works, above all parts. */
const WORK = -1;

/**
 * Finds the titles of works: capitals above a part whose number begins anew, with at most the name of the author between
 * them. There are several, or the file has one work.
 */
function findWorks(
  headings: readonly { readonly block: LineBlock; readonly level: number }[],
  blocks: readonly LineBlock[],
): ReadonlySet<LineBlock> {
  const placeOf = new Map(blocks.map((block, index) => [block, index]));
  const works = headings.filter(({ block, level }, index) => {
    const next = headings[index + 1];
    if (level !== CAPITALS || next === undefined || next.level === CAPITALS) return false;
    if (!FIRST_PART.test(next.block.lines[0].trim())) return false;
    const between = blocks.slice((placeOf.get(block) ?? 0) + 1, placeOf.get(next.block));
    return between.every(isByline) && between.length <= 1;
  });
  return new Set(works.length > 1 ? works.map(({ block }) => block) : []);
}

/** The name of an author below a title, in any language. */
const BYLINE = new RegExp(String.raw`^(?:${AUTHOR_WORD})\s+\p{L}[^.!?]*\.?$`, "iu");

function isByline({ lines: [line, ...others] }: LineBlock): boolean {
  const name = line.trim();
  const isName = isInCapitals(name) || /^\S+\s+\p{Lu}/u.test(name);
  return isName && others.length === 0 && name.length <= MAX_HEADING_LENGTH && BYLINE.test(name);
}

/** The level of capitals without a number, below all parts. */
const CAPITALS = PART_NAME_BY_LEVEL.length;

/** Returns the level that a block has if it is a heading. Undefined if it does not look like one. */
function headingLevel({ lines }: LineBlock): number | undefined {
  if (lines.length > 3) return undefined;
  if (lines.some((line) => line.trim().length > MAX_HEADING_LENGTH)) return undefined;
  const first = lines[0].trim();
  const level = NUMBERED_PARTS.findIndex((pattern) => isNumberedHeading(first, pattern));
  if (level !== -1) return level;
  const foreign = FOREIGN_HEADING_BY_LEVEL.findIndex((pattern) => pattern.test(first));
  if (foreign !== -1 && lines.length === 1 && !/[,;!?。、]$/u.test(first)) return foreign;
  if (lines.length === 1 && IN_SERIES.test(first)) return CAPITALS - 1;
  if (lines.length === 1 && NOTES_TITLE.test(first)) return CAPITALS;
  return lines.length <= 2 && isInCapitals(lines.join(" ").trim()) ? CAPITALS : undefined;
}

/** After a name in small letters a sign must follow the number, unlike in “Act I think of”. */
function isNumberedHeading(line: string, pattern: RegExp): boolean {
  const part = pattern.exec(line)?.[0];
  if (part === undefined || /[,;]$/.test(line)) return false;
  const name = part.slice(0, part.indexOf(" "));
  const rest = line.slice(part.length);
  return name === name.toUpperCase() || /^(?:$|[.:—–-])/u.test(rest.trimStart());
}

function isInCapitals(text: string): boolean {
  if (/\p{Ll}/u.test(text) || !/^[\p{Lu}\p{N}]/u.test(text) || /[,;:!?"”’]$/u.test(text))
    return false;
  return /\p{Lu}{2}/u.test(text) || IS_ROMAN_NUMERAL.test(text);
}

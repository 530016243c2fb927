import { type Dateline, parseDateline } from "../../corpus/dates/dateline.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import { letterPatternsOf } from "../../language/letter-headings.ts";
import { parseRomanNumeral, ROMAN_BELOW_500 } from "../../language/numerals.ts";
import { partNumberIn } from "./part-number.ts";

/** A block of a text in its lines. */
export interface TextBlock {
  readonly lines: readonly string[];
  /** Whether the file marks it as a heading. */
  readonly isHeading?: boolean;
}

/** The blocks with which a letter of a volume begins. */
export interface LetterOpening {
  /** The index of the block with the number; with the recipient where letters have no numbers. */
  readonly start: number;
  /** The index after the blocks that name the number and the recipient. */
  readonly end: number;
  /** The index of the first block with other words: `end`, or a block before it. */
  readonly body: number;
  /** “Letter XII” has the number 12. A number can have a letter: “26a”. */
  readonly number?: string;
  /** The recipient as printed, or that of the letter before if it is called “the same”. */
  readonly to?: string;
  /** The word before the recipient: “To”. */
  readonly addressing?: string;
  /** The author as printed above the letter. */
  readonly from?: string;
  readonly dateline?: Dateline;
  /** The text of a heading after the number, if it is no recipient: “Notice”. */
  readonly caption?: string;
}

/** The fewest letters that make a volume. Two do if each has a number, a recipient and a date. */
const MIN_LETTERS = 3;

/** How many blocks after the number can name the recipient, the place and the date. */
const MAX_HEADER_BLOCKS = 3;

/** The maximum length of the lines above a letter, in UTF-16 code units. */
const MAX_LINE_LENGTH = 120;

/** How many lines a block above a letter has at most. */
const MAX_LINES = 6;

/** How far the number of a letter can be from that of the one before. Volumes leave some out. */
const MAX_STEP = 9;

/** Among how many candidates the letter before is looked for. */
const WINDOW = 150;

/**
 * Finds the letters of a volume: blocks with numbers that count on, or otherwise blocks that only name
 * a recipient. Returns none unless there are at least three, and half of them have a recipient, a date
 * or the name of a letter, or there are two that have all of these. `language` is that of the volume, if it is known.
 */
export function findLetterOpenings(
  blocks: readonly TextBlock[],
  language: string | undefined,
): readonly LetterOpening[] {
  const parser = createOpeningParser(blocks, language);
  const indexes = [...blocks.keys()];
  const numbered = longestSeries(indexes.flatMap((at) => parser.parseNumbered(at) ?? []));
  if (isVolume(numbered)) return parser.resolveSame(numbered);
  const addressed = withoutEntries(indexes.flatMap((at) => parser.parseAddressed(at) ?? []));
  return isVolume(addressed) && !isRepeatedAddress(blocks, addressed)
    ? parser.resolveSame(addressed)
    : [];
}

/** How many blocks above a recipient can be the heading of a numbered part. */
const MAX_HEADING_BLOCKS = 4;

/** Whether recipients are a form of address: one and the same, or within parts that have numbers. */
function isRepeatedAddress(
  blocks: readonly TextBlock[],
  openings: readonly LetterOpening[],
): boolean {
  const recipients = new Set(openings.map(({ to = "" }) => lettersOf(to).toLowerCase()));
  const inParts = openings.filter(({ start }) =>
    blocks
      .slice(Math.max(0, start - MAX_HEADING_BLOCKS), start)
      .some(({ lines: [line = ""] }) => line.length <= 70 && partNumberIn(line.trim())),
  );
  return recipients.size === 1 || inParts.length * 2 > openings.length;
}

interface Candidate extends LetterOpening {
  readonly value: number;
  /** Numbers of different styles do not count on from each other. */
  readonly style: string;
  /** Whether a name, a recipient or a date says that it is a letter. */
  readonly isLetter: boolean;
}

function isVolume(openings: readonly Candidate[]): boolean {
  const isWhole = ({ number, to, dateline }: Candidate) =>
    number !== undefined && to !== undefined && dateline !== undefined;
  if (openings.length === 2 && openings.every(isWhole)) return true;
  const letters = openings.filter(({ isLetter }) => isLetter).length;
  return openings.length >= MIN_LETTERS && letters * 2 >= openings.length;
}

function createOpeningParser(blocks: readonly TextBlock[], language: string | undefined) {
  const { name, to, same } = letterPatternsOf(language);
  const opening = new RegExp(
    String.raw`^[\[(]?(?:(?<name>${name})\s+)?(?:(?:no|nr|núm|n)[.º°]\s*)?(?<digits>\d{1,4}[a-z]?|${ROMAN_BELOW_500})[\])]?[.:]?(?:\s*\((?<note>[^()]{1,30})\))?(?:$|[.:]?\s*[—–:-]+\s*|[.:]\s+|[.:]?\s+(?=(?:(?:from\s.{2,60}?,?\s)?(?:${to}))\s))(?<rest>.*)$`,
    "iu",
  );
  const recipient = new RegExp(
    String.raw`^[\[(]?(?:from\s+(?<from>\S.{1,60}?),?\s+)?(?<addressing>${to})\s+(?<to>\S.*?)[\])]?$`,
    "iu",
  );
  const sameRecipient = new RegExp(`^(?:${same})$`, "iu");
  // A line is below several candidates.
  const datelines = new Map<string, Dateline | undefined>();

  function datelineOf(line: string): Dateline | undefined {
    if (!datelines.has(line)) datelines.set(line, parseDateline(line, language));
    return datelines.get(line);
  }

  function linesOf(index: number): readonly string[] {
    const lines = blocks[index]?.lines ?? [];
    // A long block opens no letter.
    if (lines.length > MAX_LINES || lines.some(({ length }) => length > MAX_LINE_LENGTH * 2)) {
      return [];
    }
    return lines.map(withoutMarks).filter((line) => line !== "");
  }

  /** Returns the people whom a line names. The lines below can continue it. */
  function peopleIn(lines: readonly string[]): Partial<LetterOpening> | undefined {
    const [first, ...others] = lines;
    if (first === undefined || first.length > MAX_LINE_LENGTH) return undefined;
    const people = recipient.exec(first)?.groups;
    const { to: name, addressing, from } = people ?? {};
    if (name === undefined || addressing === undefined) return undefined;
    if (!isHeadingLike(first) && !sameRecipient.test(lettersOf(name))) return undefined;
    const end = others.findIndex((line) => datelineOf(line) !== undefined);
    const continued = sameRecipient.test(lettersOf(name))
      ? []
      : others.slice(0, end === -1 ? others.length : end);
    const named = [name, ...continued].join(" ");
    const dated = /^(.*?[\p{L})][.,—–-]+)\s+(.+)$/u.exec(named);
    const dateline = datelineOf(dated?.[2] ?? "");
    return {
      addressing,
      to: dateline === undefined ? named : (dated?.[1] ?? named),
      ...(dateline !== undefined && { dateline }),
      ...(from !== undefined && { from }),
    };
  }

  function datelineIn(lines: readonly string[]): Dateline | undefined {
    return lines.map(datelineOf).find((one) => one !== undefined);
  }

  /** Whether lines have words that are neither a date nor in the names of the people. */
  function hasOtherWords(
    lines: readonly string[],
    { from = "", addressing = "", to = "" }: Partial<LetterOpening> = {},
  ): boolean {
    const known = new Set(wordsIn(`from ${from} ${addressing} ${to}`));
    return lines.some((line) => {
      const others = wordsIn(line).filter((word) => !known.has(word));
      const isDate = () => [line, others.join(" ")].some((one) => datelineOf(one) !== undefined);
      return others.length > 0 && !isDate();
    });
  }

  /** Reads what follows a number: in the rest of its block, and in the blocks below. */
  function parseHeader(start: number, inBlock: readonly string[]) {
    let people = peopleIn(inBlock);
    let dateline = people?.dateline ?? datelineIn(inBlock);
    // Text in the block of a number is a numbered paragraph, not the beginning of a letter.
    const hasCaption = inBlock.length > 0 && people === undefined && dateline === undefined;
    if (hasCaption && blocks[start]?.isHeading !== true) return undefined;
    let end = start + 1;
    let body = !hasCaption && hasOtherWords(inBlock, people) ? start : undefined;
    for (let index = end; index <= start + MAX_HEADER_BLOCKS; index++) {
      const lines = linesOf(index);
      const named = people === undefined && lines.length <= 3 ? peopleIn(lines) : undefined;
      if (named !== undefined) {
        people = named;
        end = index + 1;
        if (hasOtherWords(lines, named)) body ??= index;
        dateline ??= named.dateline ?? datelineIn(lines);
        continue;
      }
      const found = lines.length <= 2 ? datelineOf(lines.join(" ")) : undefined;
      if (found === undefined || dateline !== undefined) break;
      dateline = found;
    }
    return {
      end,
      body: body ?? end,
      ...people,
      ...(dateline !== undefined && { dateline }),
      ...(hasCaption && { caption: inBlock.join(" ") }),
    };
  }

  return {
    /** Reads a block that begins with the number of a letter. */
    parseNumbered(start: number): Candidate | undefined {
      const [first, ...others] = linesOf(start);
      if (first === undefined || others.length > 3) return undefined;
      const groups = opening.exec(first)?.groups ?? {};
      const { name: ownName, digits = "", rest = "", note } = groups;
      const isRoman = /^\D/.test(digits);
      if (digits === "" || (isRoman && digits !== digits.toUpperCase())) return undefined;
      const value = isRoman ? parseRomanNumeral(digits.toLowerCase()) : Number.parseInt(digits, 10);
      // Above a letter, a number of four digits alone is a year.
      if (!value || (ownName === undefined && /^\d{4}/.test(digits))) return undefined;
      const inBlock = [rest, ...others].filter((line) => line !== "");
      const header = parseHeader(start, inBlock);
      if (header === undefined) return undefined;
      return {
        ...header,
        start,
        ...(note !== undefined && { body: start }),
        value,
        number: isRoman ? String(value) : digits,
        style: `${ownName === undefined ? "" : "named "}${isRoman ? "Roman" : "Arabic"}`,
        isLetter: ownName !== undefined || header.to !== undefined || header.dateline !== undefined,
      };
    },

    /** Reads a block that only names a recipient, and perhaps a place and a date. */
    parseAddressed(start: number): Candidate | undefined {
      const lines = linesOf(start);
      const [first] = lines;
      if (first === undefined || lines.length > 3 || first.length > MAX_LINE_LENGTH / 2) {
        return undefined;
      }
      const people = /^\W*\p{Lu}/u.test(first) ? peopleIn(lines) : undefined;
      const header = people === undefined ? undefined : parseHeader(start, lines);
      return header && { ...header, start, value: 0, style: "", isLetter: true };
    },

    /** Replaces “the same” by the recipient of the letter before. */
    resolveSame(openings: readonly LetterOpening[]): readonly LetterOpening[] {
      let earlier: string | undefined;
      return openings.map(({ to: printed, ...others }) => {
        if (printed === undefined) return others;
        if (!sameRecipient.test(lettersOf(printed))) earlier = printed;
        return earlier === undefined ? others : { ...others, to: earlier };
      });
    },
  };
}

/** Whether all but one of the longer words of a line begin with a capital, unlike in a sentence. */
function isHeadingLike(line: string): boolean {
  if (/[?!;]$/.test(line)) return false;
  const words = line.match(/\p{L}[\p{L}’'.-]{3,}/gu) ?? [];
  return words.slice(1).filter((word) => /^\p{Ll}/u.test(word)).length <= 1;
}

/** Drops the entries of a table of contents, which have no words between them. */
function withoutEntries(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ end }, index) => candidates[index + 1]?.start !== end);
}

/** Returns the longest series of numbers that count on. It can begin anew, as in each part of a volume. */
function longestSeries(all: readonly Candidate[]): readonly Candidate[] {
  const candidates = withoutEntries(all);
  const scores: number[] = [];
  const previous: number[] = [];
  let best = -1;
  for (const [index, { value, style, number }] of candidates.entries()) {
    let [score, before] = [1, -1];
    for (let at = index - 1; at >= Math.max(0, index - WINDOW); at--) {
      const other = elementAt(candidates, at);
      const step = value - other.value;
      const isNext = step > 0 && step <= MAX_STEP;
      const isVariant = step === 0 && number !== other.number;
      if (other.style !== style || !(isNext || isVariant || value === 1)) continue;
      // A new beginning needs a reason: several more letters.
      const cost = isNext ? (step - 1) / 10 : isVariant ? 0 : MIN_LETTERS - 1;
      const through = elementAt(scores, at) + 1 - cost;
      if (through > score) [score, before] = [through, at];
    }
    scores.push(score);
    previous.push(before);
    if (best === -1 || score > elementAt(scores, best)) best = index;
  }
  const series: Candidate[] = [];
  for (let at = best; at !== -1; at = elementAt(previous, at)) {
    series.push(elementAt(candidates, at));
  }
  return series.reverse();
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function lettersOf(text: string): string {
  return text
    .replace(/[^\p{L}\s]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Removes the marks of notes and the signs of emphasis from a line. */
function withoutMarks(line: string): string {
  return line
    .replace(/\[(?:\^?\w{1,4}|[*†‡])\]|_/g, "")
    .replace(/^\*+|\*+$/g, "")
    .trim();
}

import { distance } from "fastest-levenshtein";
import { datelineWords, monthNumbers } from "../../../language/date-words.ts";
import { fold } from "../../../language/fold.ts";
import { PAGE_NUMBER } from "../../../language/numerals.ts";
import { PART_NAME_BY_LEVEL } from "../../../language/part-headings.ts";
import {
  HAN_PAGE_NUMBER,
  PAGE_COUNTER,
  PAGE_NAME,
  pageNumberOf,
} from "../../shared/numbering/page-numbers.ts";

/** The number of a page in a line, and the words beside it. */
export interface NumberedLine {
  /** The place of the line among those that are not empty. */
  readonly at: number;
  /** The words of a running head as letters that a program distinguishes; empty for a number alone. */
  readonly head: string;
  /** Roman numerals are negative, so that they count by themselves. */
  readonly number: number;
  /** How many pages there are, if the line says so: “Page 3 of 14”. */
  readonly pageCount: number | undefined;
  /** Whether the line calls its number that of a page. */
  readonly isNamed: boolean;
  /** Whether the words are set like a title, or apart on several pages, or even in capitals. */
  readonly isTitle: boolean;
  readonly isInCapitals: boolean;
}

/** The maximum length of a running head without its gaps, in UTF-16 code units. */
export const MAX_HEAD_LENGTH = 70;

/** The number of pages, after the number of one. Without the name of a page before it, only a slash says that. */
const PAGE_COUNT = String.raw`(?:\s*(?<of>of|von|sur|de|di|av|van|из|\/)\s*(?<pageCount>\d{1,4}))?`;

/** The patterns of a line that is only the number of a page, and of one that begins or ends with it. */
interface NumberPatterns {
  readonly alone: RegExp;
  readonly first: RegExp;
  readonly last: RegExp;
}

/** `inHead` is the source of numbers that are those of pages only beside a head. */
function createNumberPatterns(number: string, inHead = number): NumberPatterns {
  const pageIn = (source: string) => `(?<name>${PAGE_NAME})?(?<number>${source})${PAGE_COUNT}`;
  const page = pageIn(inHead);
  const [edge, words] = [String.raw`[^\p{L}\p{N}]`, String.raw`.*[\p{L}\p{N}].*`];
  const counter = String.raw`\s*(?:${PAGE_COUNTER})?`;
  return {
    alone: new RegExp(
      String.raw`^[^\p{L}\p{N}{]*第?${pageIn(number)}${counter}[^\p{L}\p{N}}]*$`,
      "iu",
    ),
    first: new RegExp(`^${edge}*${page}${edge}+(?<words>${words})$`, "iu"),
    last: new RegExp(String.raw`^(?<words>.*?[\p{L}\p{N}].*?)${edge}+${page}${edge}*$`, "iu"),
  };
}

/** Signs that a program takes for each other, in groups of which the first is a digit. */
const LOOKALIKES = ["0o", "1lit|!", "2z", "5s", "6g", "8b", "9q"] as const;

const LOOKALIKE = new RegExp(`[${LOOKALIKES.join("")}]`, "g");

/** A number in which a program took letters for digits, but not all. */
const MISREAD_NUMBER = String.raw`(?=\p{L}{0,3}\d)(?=\d{0,3}\p{L})[\d${LOOKALIKES.join("").replace(/[|!]/g, "")}]{2,4}`;

// Alone in a line, a Han numeral is that of a section.
const PRINTED = createNumberPatterns(PAGE_NUMBER, `${PAGE_NUMBER}|${HAN_PAGE_NUMBER}`);
const MISREAD = createNumberPatterns(MISREAD_NUMBER);

/** A line that is only such a number, or a letter in its place. */
const MISREAD_ALONE = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?=[\p{L}\p{N}])[\d${LOOKALIKES.join("")}]{1,4}[^\p{L}\p{N}]*$`,
  "iu",
);

/** Returns the numbers of pages that a line may have, with its other words. */
export function numbersIn(text: string, at: number): readonly NumberedLine[] {
  return readNumbers(text, at, PRINTED);
}

/** Returns the same of a line apart from others, which can have any words. */
export function numbersInApart(text: string, at: number): readonly NumberedLine[] {
  return readNumbers(text, at, PRINTED, true).map((line) => ({ ...line, isTitle: true }));
}

/** Returns the same of a line in whose number a program took letters for digits. */
export function misreadNumbersIn(text: string, at: number): readonly NumberedLine[] {
  return readNumbers(text, at, MISREAD);
}

function readNumbers(
  line: string,
  at: number,
  patterns: NumberPatterns,
  isApart = false,
): readonly NumberedLine[] {
  const text = withoutGaps(line);
  if (text.length > MAX_HEAD_LENGTH) return [];
  const alone = patterns.alone.exec(text);
  const matches = alone === null ? [patterns.first.exec(text), patterns.last.exec(text)] : [alone];
  return matches.flatMap((match): readonly NumberedLine[] => {
    if (match === null) return [];
    const { name, number = "", of, pageCount, words = "" } = match.groups ?? {};
    const value = pageNumberOf(number) ?? pageNumberOf(toHead(number));
    const isOther = of !== undefined && of !== "/" && name === undefined;
    if (value === undefined || isOther || PART_NAME.test(words)) return [];
    // The name of a page is that of no number in a sentence, such as “in the log, 13”.
    if ((name === undefined && !isApart && isSentence(words)) || isDate(words)) return [];
    return [
      {
        ...{ at, head: toHead(words), number: value, isNamed: name !== undefined },
        pageCount: pageCount === undefined ? undefined : Number(pageCount),
        ...{ isTitle: isTitle(words), isInCapitals: isInCapitals(words) },
      },
    ];
  });
}

/** Whether a line is only the number of a page. A fraction can be one of the text. */
export function isNumberAlone(text: string): boolean {
  const [number] = numbersIn(text, 0);
  return number?.head === "" && (number.pageCount === undefined || number.isNamed);
}

/** Whether a line can be a number alone in which a program took letters for digits. */
export function isMisreadNumber(text: string): boolean {
  return MISREAD_ALONE.test(text);
}

/** A part with its number, after whose point no sentence begins: “Chap. II. The Fog”. */
const NUMBERED_PART = new RegExp(
  String.raw`^\P{L}*(?:ch|bk|sec|pt|${PART_NAME_BY_LEVEL.join("|")})\p{Ll}*\.?\s*[\dIVXLC]+\.`,
  "iu",
);

/** The name of a part without its number, which is beside it: “Chapter 2”. */
const PART_NAME = new RegExp(`^(?:${PART_NAME_BY_LEVEL.join("|")})$`, "iu");

/** Whether words are of a sentence, which begins or ends with the number beside them. */
function isSentence(words: string): boolean {
  if (/\p{Ll}{2}.*[,;]/u.test(words)) return true;
  return !isInCapitals(words) && /[.?!]\s+\p{L}/u.test(words.replace(NUMBERED_PART, ""));
}

/** Returns words without what a program may misread in them. */
export function toHead(words: string): string {
  return words
    .toLowerCase()
    .replace(LOOKALIKE, (sign) => LOOKALIKES.find((group) => group.includes(sign))?.[0] ?? sign)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Returns the running heads that a line may be, with a number, with a misread one and without one. */
export function headsIn(text: string): readonly string[] {
  const numbered = [...numbersIn(text, 0), ...misreadNumbersIn(text, 0)];
  return [...numbered.map(({ head }) => head), toHead(text)].filter((head) => head !== "");
}

/** Whether words are those of a day beside its number, as above the entries of a diary. */
function isDate(words: string): boolean {
  const names = fold(words).match(/\p{L}+/gu) ?? [];
  return (
    names.length > 0 &&
    names.every((name) => monthNumbers().has(name) || datelineWords(undefined).has(name))
  );
}

/** Returns a line without the gaps between its parts, which can be as far apart as the margins. */
export function withoutGaps(line: string): string {
  return line.replaceAll(/\s{2,}/g, " ");
}

/** Whether a line is set like a title: in capitals, or with one for most of its words and all long ones. */
export function isTitle(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}’']*/gu) ?? [];
  return (
    withoutGaps(text).length <= MAX_HEAD_LENGTH &&
    !/[,;:!?]$/.test(text) &&
    !words.some((word) => /^\p{Ll}{5}/u.test(word)) &&
    words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 >= Math.max(1, words.length)
  );
}

/** Whether a line is in capitals, but for a letter that was misread. */
export function isInCapitals(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  if (capitals < 3) return false;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return small * 6 <= capitals;
}

/** How many of its letters may be misread in a running head. */
const MAX_MISREAD = 0.2;

/** Whether a head can be another one in which letters were misread. */
export function isNearCopy(one: string, head: string): boolean {
  const limit = Math.floor(MAX_MISREAD * head.length);
  return Math.abs(one.length - head.length) <= limit && distance(one, head) <= limit;
}

/** Whether two texts are as long and differ in one letter at most. */
export function isSameButOne(one: string, other: string): boolean {
  return one.length === other.length && distance(one, other) <= 1;
}

import type { Document, Passage } from "../../corpus/document.ts";
import { memoizeByObject } from "../../foundation/memoize-by-object.ts";
import { digitValueOf, fold } from "../../language/fold.ts";
import { parseHanNumeral, parseRomanNumeral } from "../../language/numerals.ts";
import { CLOSING_MARKS } from "../../language/quotation-marks.ts";
import { CIRCLED_NUMBER, circledValueOf } from "../../language/superscripts.ts";
import { TEXT_PLACE } from "./citation-remarks.ts";
import { type AttributionKind, abbreviates } from "./naming-words.ts";

/** Words of a passage, in UTF-16 code units of its text. */
interface Words {
  readonly document: Document;
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/** The words of a quotation, which may go on through several passages. */
type Stretch = readonly [Words, ...Words[]];

/** A place of a text: “Article 5”. */
interface TextPlace {
  /** Its name, folded; empty for a number alone, and `HEADING` for that of a heading. */
  readonly unit: string;
  /** In Arabic digits, with a letter or further numbers after it: “5a”, “5.2”. A range has two. */
  readonly numbers: readonly string[];
}

/** A place as the label of the words after it. */
interface Label extends TextPlace {
  /** Where it begins, in UTF-16 code units of the passage's text. */
  readonly at: number;
}

/** How far back the label of an earlier passage is looked for, in passages. */
const MAX_LABELLED = 50;

const PLACES = new RegExp(TEXT_PLACE, "giu");
/** The chapter and the verse after the name of a book, or alone. A time of day has another sign or word after it. */
const VERSE =
  /(?<=\p{L}\.?\s|^[\s(（[—–-]*)(\p{Nd}{1,3})[:.](\p{Nd}{1,3})(?:[-–](\p{Nd}{1,3}))?(?![\p{L}\p{N}:]|\s?[ap]\.?m\b)/gu;
/** The act and the scene, or the book and the chapter: “II.3”, “III.ii”. */
const NUMERAL_PLACE =
  /(?<![\p{L}\p{N}.])([IVX]|[IVXLC]{2,7})[.:,](\p{Nd}{1,3}|[ivxlc]{1,7})(?![\p{L}\p{N}])/gu;
/** A verse or a paragraph after the name of its part: “[The Sea: 3]”. */
const NUMBER_AFTER_NAME = /(?<=\p{L}\s?[:：]\s?)(\p{Nd}{1,3})(?![\p{L}\p{N}]|[:.]\p{N})/gu;
const NUMBER = String.raw`\p{Nd}{1,4}(?:[.:]\p{Nd}{1,3})*\p{Ll}?`;
/** At the beginning of a line or a sentence: a place, or a number alone, which may be in a circle. */
const LABEL = new RegExp(
  String.raw`(?:^[^\S\n]*|(?<=[.!?…;:][${CLOSING_MARKS}]?\s))[[(（]?(?:${TEXT_PLACE}|(?<circled>${CIRCLED_NUMBER})|(?<alone>${NUMBER})(?:\.?[ºª])?(?=[.:)\]]|\s))`,
  "gimu",
);
/** The number of a heading without a name of its own: “3. The Oil”, “The Lamp 3”. */
const HEADING_NUMBER = /(?:^|(?<=\s))(?<heading>\p{Nd}{1,3})(?:$|(?=[.:)]|\s))/gu;
const HEADING = "#";
/** At the beginning of a line: the name of a book, and the chapter and the verse of the words after it. */
export const BOOK_AND_VERSE =
  /^(?:[1-4]\s)?(?:\p{Lu}[\p{L}\p{M}.]*\s){1,3}(?<verse>\p{Nd}{1,3}[:.]\p{Nd}{1,3})(?=\s)/gmu;

/**
 * Returns what the places in a citation are to the words of a stretch, by the labels that the document has: its headings, the
 * labels and numbers at the beginning of lines, and the numbers of verses. A place is another one if the words have a label
 * of that name with another number, and unconfirmed if they have none. Undefined if the citation has no place.
 */
export function kindOfPlaces(citation: string, stretch: Stretch): AttributionKind | undefined {
  const labels = labelsOf(stretch);
  const kinds = [
    ...[...citation.matchAll(PLACES)].map(toPlace).map((place) => kindOfPlace(place, labels)),
    ...[...citation.matchAll(VERSE)].flatMap((match) => kindOfVerse(match, labels) ?? []),
  ];
  const named = labels.filter(isNamed);
  const ofVerses = [...citation.matchAll(VERSE)].filter(
    (match) => named.length > 1 && kindOfVerse(match, labels) === undefined,
  );
  const areKnown = [...citation.matchAll(NUMERAL_PLACE), ...ofVerses].every(
    ([, outer = "", inner = ""]) => areNumbered(outer, inner, named),
  );
  if (named.length > 0 && !areKnown) kinds.push("unconfirmed-origin");
  // A document without such labels says nothing of a number, which may be that of a page.
  if (labels.some((one) => !isNamed(one))) {
    const numbers = [...citation.matchAll(NUMBER_AFTER_NAME)].map(([number]) =>
      toArabicNumber(number),
    );
    kinds.push(...numbers.map((number) => kindOfPlace({ unit: "", numbers: [number] }, labels)));
  }
  return PLACE_KINDS.find((kind) => kinds.includes(kind));
}

/** Whether labels, the innermost first, have the numbers of an act and of a scene in it, or of an act alone. */
function areNumbered(act: string, scene: string, labels: readonly Label[]): boolean {
  const has = (numeral: string) => {
    const number = toArabicNumber(numeral.toUpperCase());
    return ({ numbers }: Label) => numbers.includes(number);
  };
  // A document with the acts alone says nothing of the scene.
  if (labels.length < 2) return labels.some(has(act));
  const innermost = labels.findIndex(has(scene));
  return innermost !== -1 && labels.slice(innermost + 1).some(has(act));
}

/** The worst of several counts. */
const PLACE_KINDS = ["other-origin", "unconfirmed-origin", "attribution"] as const;

type PlaceKind = (typeof PLACE_KINDS)[number];

function kindOfPlace(place: TextPlace, labels: readonly Label[]): PlaceKind {
  const named = labels.filter((one) => isNamed(one) && isSameUnit(one.unit, place.unit));
  const candidates = named.length > 0 ? named : labels.filter((one) => !isNamed(one));
  const known = candidates.flatMap(({ numbers }) => numbers);
  if (place.numbers.every((number) => known.includes(number))) return "attribution";
  const isPartlyKnown = place.numbers.some((number) =>
    known.some((one) => sharesPart(one, number)),
  );
  return named.length > 0 && !isPartlyKnown ? "other-origin" : "unconfirmed-origin";
}

/** The kind of a chapter and a verse; undefined if the words have no number of a verse. */
function kindOfVerse(
  [, chapter = "", first = "", last]: RegExpMatchArray,
  labels: readonly Label[],
): PlaceKind | undefined {
  const [chapterNumber, ...verses] = [chapter, first, ...(last === undefined ? [] : [last])].map(
    toArabicNumber,
  );
  const numbers = labels.flatMap(({ unit, numbers }) =>
    unit === "" || unit.startsWith("v") ? numbers : [],
  );
  const inOrder = numbers.map((number) => number.split(/[:.]/).at(-1));
  if (numbers.length === 0) return undefined;
  if (!verses.some((verse) => inOrder.includes(verse))) return "other-origin";
  const chapters = labels.flatMap(({ unit, numbers: [number = ""] }) => {
    const [before, after] = number.split(/[:.]/);
    return after !== undefined || unit !== "" ? (before ?? []) : [];
  });
  if (chapters.length === 0) return "unconfirmed-origin";
  return chapters.includes(chapterNumber ?? "") ? "attribution" : "other-origin";
}

function isNamed({ unit }: TextPlace): boolean {
  return unit !== "" && unit !== HEADING;
}

/** Whether a number is another with a part of it: “5.2” or “5a” beside “5”. */
function sharesPart(number: string, other: string): boolean {
  return number.match(/^\d+/)?.[0] === other.match(/^\d+/)?.[0];
}

/** Whether two names of places are one, of which either may be abbreviated or a sign. */
function isSameUnit(unit: string, other: string): boolean {
  if ([unit, other].some((one) => /^[§¶]$/.test(one))) return true;
  return abbreviates(unit, other) || abbreviates(other, unit);
}

/** The groups of the expressions above. */
interface PlaceGroups {
  readonly unit?: string;
  readonly number?: string;
  readonly unitAfter?: string;
  readonly numberBefore?: string;
  readonly alone?: string;
  readonly circled?: string;
  readonly heading?: string;
}

function toPlace(match: RegExpMatchArray): TextPlace {
  const groups: PlaceGroups = match.groups ?? {};
  const { heading, unit = groups.unitAfter ?? (heading === undefined ? "" : HEADING) } = groups;
  const written =
    groups.number ?? groups.numberBefore ?? groups.alone ?? groups.circled ?? heading ?? "";
  return {
    // “vv.”, “arts.” and “§§” are several.
    unit: fold(unit)
      .replace(/(.)\1$/u, "$1")
      .replace(/(?<=..)s$/u, ""),
    numbers: written
      .replace(/\.?[ºª]|\s?(?:ff?|sqq?)\.?$/giu, "")
      .split(/\s?[–-]\s?/)
      .map(toArabicNumber),
  };
}

/** Writes a number in Arabic digits. */
export function toArabicNumber(written: string): string {
  const digits = written.replace(/\p{Nd}/gu, (digit) => `${digitValueOf(digit)}`);
  const value =
    circledValueOf(written) ?? parseHanNumeral(written) ?? parseRomanNumeral(written.toLowerCase());
  return value === undefined ? digits.toLowerCase() : `${value}`;
}

/** Returns the labels of a stretch: those within it and the nearest one of each name before its first words. */
function labelsOf(stretch: Stretch): readonly Label[] {
  const [first, ...others] = stretch;
  return [
    ...labelsBefore(first),
    ...labelsIn(first.passage).filter(({ at }) => at > first.start && at < first.end),
    ...others.flatMap(({ passage, end }) => labelsIn(passage).filter(({ at }) => at < end)),
  ];
}

function labelsBefore({ document, passage, start }: Words): readonly Label[] {
  const index = document.passages.indexOf(passage);
  const earlier = document.passages
    .slice(Math.max(0, index - MAX_LABELLED), index)
    .reverse()
    .filter(({ headings }) => headings.join("\n") === passage.headings.join("\n"))
    .flatMap((one) => labelsIn(one).toReversed());
  const own = labelsIn(passage).filter(({ at }) => at <= start);
  const inOrder = [...own.toReversed(), ...headingLabelsOf(passage, document), ...earlier];
  return inOrder.filter(({ unit }, at) => inOrder.findIndex((one) => one.unit === unit) === at);
}

/** Returns the labels of a passage in order, with the marks that are numbers of verses: they are before words, not after them. */
const labelsIn = memoizeByObject(({ text, marks }: Passage): readonly Label[] => {
  const verses = marks.flatMap((mark): readonly Label[] => {
    const isBefore =
      mark.offset === 0 || /^\s/.test(mark.text) || /\s/.test(text.charAt(mark.offset - 1));
    const number = mark.text.trim();
    return isBefore && VERSE_NUMBER.test(number)
      ? [{ unit: "", numbers: [toArabicNumber(number)], at: mark.offset }]
      : [];
  });
  const written = [...text.matchAll(LABEL)].flatMap((match): readonly Label[] => {
    const place = toPlace(match);
    const end = match.index + match[0].length;
    // “12 ships” has no label.
    const isCount = place.unit === "" && /^\s*\p{Ll}/u.test(text.slice(end, end + 3));
    return isCount ? [] : [{ ...place, at: match.index }];
  });
  const inBooks = [...text.matchAll(BOOK_AND_VERSE)].map(({ index, groups }) => ({
    unit: "",
    numbers: [toArabicNumber(groups?.["verse"] ?? "")],
    at: index,
  }));
  return [...written, ...verses, ...inBooks].sort((a, b) => a.at - b.at);
});

const VERSE_NUMBER = /^(?:\p{Nd}{1,3}:)?\p{Nd}{1,3}$/u;

/** Returns the labels of the headings above a passage, the innermost first, and of the title. */
function headingLabelsOf({ headings }: Passage, { title }: Document): readonly Label[] {
  return [title, ...headings].toReversed().flatMap((heading) => {
    const [named] = heading.matchAll(PLACES);
    const [number] = heading.matchAll(HEADING_NUMBER);
    const match = named ?? number;
    return match === undefined ? [] : [{ ...toPlace(match), at: 0 }];
  });
}

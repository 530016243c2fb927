import { type Message, message, quoteEach } from "../../catalogue/catalogue.ts";
import { parseWrittenDate } from "../../corpus/dates/written-date.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import { smallest } from "../../foundation/long-arrays.ts";
import { TRANSCRIBERS_NOTE_NAME } from "../../language/apparatus/note-names.ts";
import { languageTagByEnglishName } from "../../language/tags.ts";
import type { Metadata, MetadataName } from "../manuscript.ts";

/** A work within a file of Project Gutenberg, without the boilerplate around it. */
export interface GutenbergWork {
  /** The index of its first part. */
  readonly start: number;
  /** The index after its last part. */
  readonly end: number;
  readonly metadata: Metadata;
  readonly remarks: readonly Message[];
}

export const PROJECT_GUTENBERG = "Project Gutenberg";

/** Returns the remark on the text of a library before a work and after it, if either was left out. */
export function describeBoilerplate(
  library: string,
  isBefore: boolean,
  isAfter: boolean,
): readonly Message[] {
  if (isBefore && isAfter) return [message("library.boilerplate", { library })];
  if (isBefore) return [message("library.before", { library })];
  return isAfter ? [message("library.after", { library })] : [];
}

const START = /^[ \t]*\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG E-?(?:BOOK|TEXT)\b/im;
const END = /^[ \t]*\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG E-?(?:BOOK|TEXT)\b/im;

/** The last line of the header until 2003, when only the work's end had a marker. */
const SMALL_PRINT_END = /^[ \t]*\*END\*? ?THE SMALL PRINT!.*\*END\*\s*$/im;

/** A line directly above the end marker, or instead of it. */
const CLOSING = /^\s*(?:This is the )?End of (?:the |this )?Project Gutenberg\b/i;

const CREDITS =
  /^\s*(?:(?:HTML|text) (?:version|file) |This e-?(?:book|text) was )?(?:(?:produced|prepared|transcribed|scanned|proofread) by|e-?text (?:was )?(?:produced|prepared|transcribed|scanned) by|(?:note|this file): ?.*\b(?:project gutenberg|e-?text|html version|internet archive)\b|\[?updated?(?:d editions)?:|credits:)/is;

/** The beginning of a note on the work that its transcriber wrote. A label alone has it in the next parts. */
const TRANSCRIBERS_NOTE = new RegExp(
  String.raw`^[\s[+|*-]*(?:${TRANSCRIBERS_NOTE_NAME})\b[\s:.\]|]*`,
  "iu",
);

/** Words on the file itself, which no work has. */
const FILE_WORDS =
  /\be-?texts?\b|\btext[- ]readers?\b|\bfile encoding\b|\bcharacter set\b|\butf-?8\b|\blatin-1\b|\bascii\b/i;

/** The title of a list of what the transcriber found or changed. */
const CORRECTIONS =
  /^\s*(?:errors|errata|corrections|changes|anomalies|inconsistencies|typographical errors)\b.*\b(?:transcribers?|noted|e-?text)\b.{0,40}$/i;

/** A row of asterisks, several of which set off the transcriber's part. */
const ASTERISKS = /^\s*(?:\*\s+){3,}\*?\s*$/;

/**
 * Finds the work that Project Gutenberg published among `parts`: the lines of a text, or the blocks of
 * a page with an empty part after each; or the one in a book of a sister library. Returns undefined unless
 * Project Gutenberg's markers delimit a single work.
 */
export function findGutenbergWork(parts: readonly string[]): GutenbergWork | undefined {
  const endMarker = parts.findIndex((part) => END.test(part));
  const startMarker = findStart(parts, endMarker);
  if (startMarker === -1) return findLibraryWork(parts);

  const afterMarker = skipMarker(parts, startMarker);
  const start = skipCredits(parts, afterMarker);
  const closing = parts.findIndex((part, index) => index >= start && CLOSING.test(part));
  const markers = [endMarker, closing].filter((index) => index !== -1);
  const end = smallest([parts.length, ...markers]);
  const notes = findClosingNotes(parts, start, end);
  const header = parts.slice(0, startMarker).flatMap((part) => part.split("\n"));
  const credits = collapse(parts.slice(afterMarker, start));
  const closingNotes = collapse(parts.slice(notes, end));
  return {
    start,
    end: notes,
    metadata: parseGutenbergHeader(header),
    remarks: [
      // The marker itself precedes the work.
      ...describeBoilerplate(PROJECT_GUTENBERG, true, hasWords(parts.slice(end))),
      ...(credits === "" ? [] : [message("gutenberg.credits", { credits })]),
      ...(closingNotes === "" ? [] : [message("gutenberg.notes", { notes: closingNotes })]),
    ],
  };
}

/** A library that begins its books with words of its own, and no marker after them. */
interface Library {
  readonly name: string;
  /** The line with which its books begin, without the signs around it. */
  readonly opening: RegExp;
  readonly rights: string;
}

const LIBRARIES: readonly Library[] = [
  {
    name: "Faded Page",
    opening: /^a distributed proofreaders canada e-?book$/i,
    rights: "In the public domain in Canada, according to Faded Page: https://www.fadedpage.com/",
  },
  {
    name: "Project Gutenberg Canada",
    opening: /^a project gutenberg canada e-?book$/i,
    rights:
      "In the public domain in Canada, according to Project Gutenberg Canada: https://gutenberg.ca/",
  },
  {
    name: "Project Gutenberg Australia",
    opening: /^(?:a )?project gutenberg (?:of )?australia e-?book(?: of .{1,200})?$/i,
    rights:
      "In the public domain in Australia, according to Project Gutenberg Australia: https://gutenberg.net.au/",
  },
];

/** How many parts can be before the line with which a library begins a book, and how many paragraphs follow it. */
const MAX_PARTS_BEFORE = 40;
const MAX_LIBRARY_PARAGRAPHS = 15;

/** The maximum length of a library's paragraph, in UTF-16 code units. A longer one contains the work. */
const MAX_LIBRARY_PARAGRAPH = 3_000;

/** Words of which each paragraph of a library has some, and next to none of a work. */
const LIBRARY_WORDS =
  /\be-?books?\b|\bin(?:to)? the (?:\w+ )?public domain\b|\bfaded ?page\b|\bgutenberg\.(?:ca|net)\b|\bproject gutenberg\b|\bdistributed proofread\w+/i;

/** The field with which a library's paragraph on a book begins. */
const LIBRARY_FIELD =
  /^\s*(?:title|author|e-?book no\.?|editor|translator|illustrator|language|(?:original )?edition(?: used as base for this e-?book)?|(?:place and )?date of first publication|date (?:first posted|(?:last|most recently) updated)|character set encoding) ?:/i;

/** A line of such a library after a book. */
const LIBRARY_FOOTER = /^\s*this site is full of free e-?books\b/i;

/** The line with which such a book ends. */
const LIBRARY_END = /^\s*\[(?:the )?end of (?<named>.{1,200})\]\s*$/i;

/** Finds the work in a book of a library that marks only its beginning. */
function findLibraryWork(marked: readonly string[]): GutenbergWork | undefined {
  const parts = marked.map((part) => part.replaceAll("_", ""));
  const libraries = parts.slice(0, MAX_PARTS_BEFORE).map(findLibrary);
  const library = libraries.find((one) => one !== undefined);
  if (library === undefined) return undefined;
  const afterOpening = endOfParagraph(parts, libraries.indexOf(library));
  let afterHeader = afterOpening;
  for (let count = 0; count < MAX_LIBRARY_PARAGRAPHS; count++) {
    const next = parts.findIndex((part, index) => index >= afterHeader && part.trim() !== "");
    if (next === -1) return undefined;
    const end = endOfParagraph(parts, next);
    if (!isOfLibrary(parts.slice(next, end).join("\n"))) break;
    afterHeader = end;
  }
  const start = skipCredits(parts, afterHeader);
  const header = parts.slice(0, afterHeader).flatMap((part) => part.split("\n"));
  const { from, ...metadata } = parseGutenbergHeader(header);
  const end = findLibraryEnd(parts, start, metadata.title);
  const notes = findClosingNotes(parts, start, end);
  const beginnings = paragraphsIn(parts.slice(afterOpening, start)).map((paragraph) =>
    shorten(paragraph, MAX_BEGINNING),
  );
  const closingNotes = collapse(parts.slice(notes, end));
  const published = parseReleaseDate(parseFields(header).get("date of first publication"));
  return {
    start,
    end: notes,
    metadata: {
      ...metadata,
      // The years of a life are beside the name.
      ...(from !== undefined && { from: from.map((name) => name.replace(/\s*[([].*$/, "")) }),
      rights: library.rights,
      more: { ...metadata.more, ...(published !== undefined && { issued: published }) },
    },
    remarks: [
      ...describeBoilerplate(library.name, true, hasWords(parts.slice(end))),
      ...(closingNotes === "" ? [] : [message("gutenberg.notes", { notes: closingNotes })]),
      ...(beginnings.length === 0
        ? []
        : [message("library.paragraphs", { beginnings: quoteEach(beginnings) })]),
    ],
  };
}

/** Returns the library that a line of a part names as one of its books begins. */
function findLibrary(part: string): Library | undefined {
  if (part.length > MAX_LIBRARY_PARAGRAPH) return undefined;
  const lines = part.split("\n").map((line) => line.replace(/[^\p{L}\p{N}\s-]/gu, "").trim());
  return LIBRARIES.find(({ opening }) => lines.some((line) => opening.test(line)));
}

function isOfLibrary(paragraph: string): boolean {
  return (
    paragraph.length <= MAX_LIBRARY_PARAGRAPH &&
    (LIBRARY_WORDS.test(paragraph) || LIBRARY_FIELD.test(paragraph))
  );
}

/** Returns the index of the line with which a library ends a work; the number of parts if there is none. */
function findLibraryEnd(
  parts: readonly string[],
  start: number,
  title: string | undefined,
): number {
  const last = parts.findLastIndex((part, index) => index > start && LIBRARY_END.test(part));
  if (last === -1) {
    const footer = parts.findLastIndex(
      (part, index) =>
        index > start && LIBRARY_FOOTER.test(part) && isLastParagraph(parts, index, parts.length),
    );
    return footer === -1 ? parts.length : footer;
  }
  // A part of a work can end with such a line too.
  const isLast = !hasWords(parts.slice(skipCredits(parts, last + 1)));
  const named = lettersOf(LIBRARY_END.exec(elementAt(parts, last))?.groups?.["named"] ?? "");
  const whole = lettersOf(title ?? "");
  const namesWork = whole !== "" && (named === whole || named.startsWith(`${whole} by `));
  const isNearEnd = last >= parts.length - (parts.length - start) * CLOSING_SHARE;
  return isLast || (namesWork && isNearEnd) ? last : parts.length;
}

/** Returns the letters and digits of a title, for comparison. */
function lettersOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function paragraphsIn(parts: readonly string[]): readonly string[] {
  return parts
    .map((part) => (part.trim() === "" ? "" : part))
    .join("\n")
    .split("\n\n")
    .flatMap((paragraph) => (paragraph.trim() === "" ? [] : [paragraph]));
}

/** How many characters of a paragraph a remark quotes. */
const MAX_BEGINNING = 40;

/**
 * Returns the index of the marker with which the only work starts; -1 if there is none, or several
 * works. The small print ends the header of older files, and the licence at the end of some.
 */
function findStart(parts: readonly string[], endMarker: number): number {
  const starts = parts.flatMap((part, index) => (START.test(part) ? [index] : []));
  const last = starts.at(-1);
  // A start after an end belongs to another work, so the file is not one work.
  if (last !== undefined && endMarker !== -1 && last > endMarker) return -1;
  const smallPrint = parts.findLastIndex(
    (part, index) => SMALL_PRINT_END.test(part) && (endMarker === -1 || index < endMarker),
  );
  return Math.max(smallPrint, last ?? -1);
}

function hasWords(parts: readonly string[]): boolean {
  return parts.some((part) => part.trim() !== "");
}

/** How many characters of notes a remark quotes. */
const MAX_QUOTED = 300;

function collapse(parts: readonly string[]): string {
  return shorten(parts.join(" "), MAX_QUOTED);
}

/** Returns the words of a text within its first `length` characters. */
function shorten(words: string, length: number): string {
  const text = words.replace(/\s+/g, " ").trim();
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s\S*$/, "")} …`;
}

/** The share of a work at its end in which its transcriber's notes are looked for. */
const CLOSING_SHARE = 0.15;

/** In how many parts at the end they are looked for in a short work, but not above its middle. */
const MIN_CLOSING = 24;

/** Returns the index of the transcriber's notes at the end of a work; `end` if there are none. */
function findClosingNotes(parts: readonly string[], start: number, end: number): number {
  const share = Math.ceil(end - (end - start) * CLOSING_SHARE);
  // A short work has no more lines than the notes after it.
  const from = Math.max((start + end) / 2, Math.min(share, end - MIN_CLOSING));
  const notes = parts.findIndex(
    (part, index) =>
      index >= Math.max(from, start + 1) &&
      index < end &&
      part.trim() !== "" &&
      (part.replace(TRANSCRIBERS_NOTE, "") === "" ||
        (TRANSCRIBERS_NOTE.test(part) && isLastParagraph(parts, index, end)) ||
        CORRECTIONS.test(part) ||
        (/^\s*errata\b\W*$/i.test(part) && isSetOff(parts, index))),
  );
  return notes === -1 ? end : notes;
}

function isLastParagraph(parts: readonly string[], index: number, end: number): boolean {
  return !hasWords(parts.slice(endOfParagraph(parts, index), end));
}

/** Whether rows of asterisks in a row precede a part. */
function isSetOff(parts: readonly string[], index: number): boolean {
  const before = parts.slice(Math.max(0, index - 12), index).filter((part) => part.trim() !== "");
  return before.length >= 2 && before.slice(-2).every((part) => ASTERISKS.test(part));
}

/** Returns a warning about parts that name Project Gutenberg, but contain no marked work. */
export function warnAboutUnmarkedWork(parts: readonly string[]): readonly Message[] {
  return parts.some((part) =>
    /project gutenberg(?:-tm|™)? (?:licen[cs]e|e-?book|e-?text)/i.test(part),
  )
    ? [message("gutenberg.unmarked")]
    : [];
}

/** Returns the index after a start marker, which may span several lines until asterisks close it. */
function skipMarker(parts: readonly string[], marker: number): number {
  const closed = parts.findIndex((part, index) => index >= marker && /\*\s*$/.test(part));
  const blank = parts.findIndex((part, index) => index >= marker && part.trim() === "");
  return (closed !== -1 && (blank === -1 || closed < blank) ? closed : marker) + 1;
}

/** How many paragraphs a transcriber's note at the beginning has at most. */
const MAX_NOTE_PARAGRAPHS = 12;

/** Returns the index after the credits and notes that begin at `start`; `start` if there are none. */
function skipCredits(parts: readonly string[], start: number): number {
  const first = parts.findIndex((part, index) => index >= start && part.trim() !== "");
  if (first === -1) return start;
  const end = endOfParagraph(parts, first);
  const paragraph = parts.slice(first, end).join("\n");
  if (CREDITS.test(paragraph)) return skipCredits(parts, end);
  const bracketEnd = endOfBracket(parts, first);
  if (bracketEnd !== undefined) {
    const bracketed = parts.slice(first, bracketEnd).join("\n");
    const isNote = TRANSCRIBERS_NOTE.test(bracketed) || FILE_WORDS.test(bracketed);
    return isNote ? skipCredits(parts, bracketEnd) : start;
  }
  if (!TRANSCRIBERS_NOTE.test(paragraph)) return start;
  const isLabel = paragraph.replace(TRANSCRIBERS_NOTE, "").trim() === "";
  return skipCredits(parts, isLabel ? endOfNote(parts, end) : end);
}

/** Returns the index after a note whose label ends at `start`: at two empty lines, or at a heading. */
function endOfNote(parts: readonly string[], start: number): number {
  let end = start;
  for (let count = 0; count < MAX_NOTE_PARAGRAPHS; count++) {
    const next = parts.findIndex((part, index) => index >= end && part.trim() !== "");
    if (next === -1) return end;
    const isSetOff = next - end >= 3;
    const isHeading =
      /\p{Lu}{2}/u.test(elementAt(parts, next)) && !/\p{Ll}/u.test(elementAt(parts, next));
    if (count > 0 && (isSetOff || isHeading)) return end;
    end = endOfParagraph(parts, next);
  }
  // So long a text is no note of a transcriber.
  return start;
}

/** How many parts a note in brackets has at most. */
const MAX_BRACKETED = 100;

/** Returns the index after the brackets that begin at `start`; undefined if there are none. */
function endOfBracket(parts: readonly string[], start: number): number | undefined {
  if (!/^\s*\[/.test(elementAt(parts, start))) return undefined;
  let depth = 0;
  const last = parts.findIndex((part, index) => {
    if (index < start) return false;
    for (const [bracket] of part.matchAll(/[[\]]/g)) depth += bracket === "[" ? 1 : -1;
    return depth <= 0;
  });
  const isWhole =
    last !== -1 && last - start < MAX_BRACKETED && /\]\s*$/.test(elementAt(parts, last));
  return isWhole ? last + 1 : undefined;
}

function endOfParagraph(parts: readonly string[], start: number): number {
  const blank = parts.findIndex((part, index) => index > start && part.trim() === "");
  return blank === -1 ? parts.length : blank;
}

/** Parses the lines before a work into metadata. */
export function parseGutenbergHeader(header: readonly string[]): Metadata {
  const fields = parseFields(header);
  const line = parseTitleLine(header);
  const title = fields.get("title") ?? line?.title;
  const authors = splitNames(fields.get("author") ?? line?.author);
  const language = languageTagByEnglishName(fields.get("language"));
  const released = parseReleaseDate(fields.get("release date"));
  const translators = splitNames(fields.get("translator"));
  const editors = splitNames(fields.get("editor"));
  const more = {
    ...(translators.length > 0 && { translator: namesOf(translators) }),
    ...(editors.length > 0 && { editor: namesOf(editors) }),
    ...(released !== undefined && { "available-date": released }),
  };
  return {
    ...(title !== undefined && { title }),
    type: "book",
    ...(authors.length > 0 && { from: authors }),
    ...(language !== undefined && { language }),
    rights: describeRights(header.join("\n")),
    ...(Object.keys(more).length > 0 && { more }),
  };
}

/** Parses fields such as “Title: …” by their lower-case names. Indented lines continue a field. */
function parseFields(lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let key = "";
  for (const line of lines) {
    const [, name, value] = /^([A-Z][A-Za-z]+(?: [A-Za-z]+){0,3}) ?: *(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) {
      key = name.toLowerCase();
      const previous = fields.get(key);
      fields.set(key, previous === undefined ? value.trim() : `${previous}\n${value.trim()}`);
      continue;
    }
    const continued = fields.get(key);
    if (/^\s+\S/.test(line) && continued !== undefined) {
      fields.set(key, `${continued}${key === "title" ? " " : "\n"}${line.trim()}`);
    } else key = "";
  }
  return new Map([...fields].filter(([, value]) => value !== ""));
}

const TITLE_LINE =
  /^\W*(?:The )?Project Gutenberg(?:['’]s)? E-?text of (?<title>[\p{L}\p{N}].*?)[\s*]*$/iu;

/** The author after the title, without other forms of the name in brackets. */
const TITLE_AUTHOR = /^(?<title>.*),? by (?<author>\p{Lu}[^[(#]*?)\s*(?:[[(#].*)?$/u;

/** Names that are given where the author is not known. */
const NO_AUTHOR = /^(?:anon(?:ymous)?|various|unknown)\b/i;

/** Parses the title and the author from the first line, which named the work before headers had fields. */
function parseTitleLine(
  header: readonly string[],
): { readonly title: string; readonly author: string | undefined } | undefined {
  const firstLine = header.find((line) => line.trim() !== "");
  const whole = TITLE_LINE.exec(firstLine?.slice(0, 200) ?? "")?.groups?.["title"];
  if (whole === undefined) return undefined;
  const { title = whole, author } = TITLE_AUTHOR.exec(whole)?.groups ?? {};
  const isKnown = author !== undefined && !NO_AUTHOR.test(author);
  // “Etext of the Federalist Papers”, “Etext of The Lamp”
  return {
    title: title.replace(/^the (?=\p{Lu})|,$/gu, "").trim(),
    author: isKnown ? author.trim() : undefined,
  };
}

/** Parses the first line of a release date, without the number of the eBook in brackets. */
function parseReleaseDate(field: string | undefined): string | undefined {
  return field === undefined ? undefined : parseWrittenDate(field.replace(/[[\n].*/s, ""));
}

/**
 * Splits “Alexander Hamilton, John Jay, and James Madison” into names. Commas separate names only if
 * the list ends with “and”.
 */
function splitNames(field: string | undefined): readonly string[] {
  if (field === undefined) return [];
  return field.split("\n").flatMap((line) => {
    const parts = line.split(/,? and /);
    const names =
      parts.length === 1 ? parts : [...parts.slice(0, -1).join(",").split(","), ...parts.slice(-1)];
    return names.map((name) => name.trim()).filter((name) => name !== "");
  });
}

function namesOf(names: readonly string[]): string | readonly MetadataName[] {
  const [only, ...others] = names;
  return only !== undefined && others.length === 0 ? only : names.map((literal) => ({ literal }));
}

function describeRights(header: string): string {
  const number = /\be-?(?:book|text)\s*(?:#|no\.)\s*(\d+)/i.exec(header)?.[1];
  const eBook = number === undefined ? "" : `, eBook ${number}`;
  const address = `https://www.gutenberg.org/${number === undefined ? "" : `ebooks/${number}`}`;
  return /copyrighted project gutenberg/i.test(header)
    ? `Under copyright, according to Project Gutenberg${eBook}: ${address}`
    : `In the public domain in the USA, according to Project Gutenberg${eBook}: ${address}`;
}

import { elementAt } from "../../foundation/checked-access.ts";
import { languageTagByEnglishName } from "../../language/tags.ts";
import type { Metadata } from "../manuscript.ts";
import { parseWrittenDate } from "./written-date.ts";

/** A work within a file of Project Gutenberg, without the boilerplate around it. */
export interface GutenbergWork {
  /** The index of its first part. */
  readonly start: number;
  /** The index after its last part. */
  readonly end: number;
  readonly metadata: Metadata;
  readonly remarks: readonly string[];
}

/** The remark on a file from which Project Gutenberg's boilerplate was removed. */
export const BOILERPLATE_REMARK = "Project Gutenberg’s header and licence are left out.";

const START = /^[ \t]*\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG E-?(?:BOOK|TEXT)\b/im;
const END = /^[ \t]*\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG E-?(?:BOOK|TEXT)\b/im;

/** The last line of the header until 2003, when only the work's end had a marker. */
const SMALL_PRINT_END = /^[ \t]*\*END\*? ?THE SMALL PRINT!.*\*END\*\s*$/im;

/** A line directly above the end marker, or instead of it. */
const CLOSING = /^\s*(?:This is the )?End of (?:the |this )?Project Gutenberg\b/i;

const CREDITS =
  /^\s*(?:HTML version |This e-?(?:book|text) was )?(?:(?:produced|prepared|transcribed) by|e-?text (?:produced|prepared|transcribed) by)\b/i;

/**
 * Finds the work that Project Gutenberg published among `parts`: the lines of a text, or the blocks of
 * a page with an empty part after each. Returns undefined unless Project Gutenberg's markers delimit
 * a single work.
 */
export function findGutenbergWork(parts: readonly string[]): GutenbergWork | undefined {
  const endMarker = parts.findIndex((part) => END.test(part));
  const startMarker = parts.findLastIndex((part) => START.test(part) || SMALL_PRINT_END.test(part));
  if (startMarker === -1) return undefined;
  // A start after an end belongs to another work, so the file is not one work.
  if (endMarker !== -1 && startMarker > endMarker) return undefined;

  const afterMarker = skipMarker(parts, startMarker);
  const start = skipCredits(parts, afterMarker);
  const closing = parts.findIndex((part, index) => index >= start && CLOSING.test(part));
  const ends = [endMarker, closing].filter((index) => index !== -1);
  const header = parts.slice(0, startMarker).flatMap((part) => part.split("\n"));
  const credits = parts.slice(afterMarker, start).join(" ").replace(/\s+/g, " ").trim();
  return {
    start,
    end: Math.min(parts.length, ...ends),
    metadata: parseGutenbergHeader(header),
    remarks: [BOILERPLATE_REMARK, ...(credits === "" ? [] : [`So are its credits: “${credits}”`])],
  };
}

/** Returns a warning about parts that name Project Gutenberg, but contain no marked work. */
export function warnAboutUnmarkedWork(parts: readonly string[]): readonly string[] {
  return parts.some((part) =>
    /project gutenberg(?:-tm|™)? (?:licen[cs]e|e-?book|e-?text)/i.test(part),
  )
    ? [
        "Project Gutenberg is named here, but its marks around one work are not: look for its licence in the text.",
      ]
    : [];
}

/** Returns the index after a start marker, which may span several lines until asterisks close it. */
function skipMarker(parts: readonly string[], marker: number): number {
  const closed = parts.findIndex((part, index) => index >= marker && /\*\s*$/.test(part));
  const blank = parts.findIndex((part, index) => index >= marker && part.trim() === "");
  return (closed !== -1 && (blank === -1 || closed < blank) ? closed : marker) + 1;
}

/** Returns the index after the credits that begin at `start`; `start` if there are none. */
function skipCredits(parts: readonly string[], start: number): number {
  const first = parts.findIndex((part, index) => index >= start && part.trim() !== "");
  if (first === -1 || !CREDITS.test(elementAt(parts, first))) return start;
  const blank = parts.findIndex((part, index) => index > first && part.trim() === "");
  return blank === -1 ? first + 1 : blank;
}

/** Parses the lines before a work into metadata. */
export function parseGutenbergHeader(header: readonly string[]): Metadata {
  const fields = parseFields(header);
  const title = fields.get("title") ?? parseTitleLine(header);
  const authors = splitNames(fields.get("author"));
  const language = languageTagByEnglishName(fields.get("language"));
  const released = parseReleaseDate(fields.get("release date"));
  const translators = splitNames(fields.get("translator"));
  const editors = splitNames(fields.get("editor"));
  const more = {
    ...(translators.length > 0 && { translator: translators.join(" and ") }),
    ...(editors.length > 0 && { editor: editors.join(" and ") }),
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
    const [, name, value] = /^([A-Z][A-Za-z]+(?: [A-Za-z]+)?) ?: *(.*)$/.exec(line) ?? [];
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
  /^\W*(?:The )?Project Gutenberg(?:['’]s)? E-?text of (?:the )?(\w.*?),?(?: by\b.*)?[\s*]*$/i;

/** Parses the title from the first line, which named the work before headers had fields. */
function parseTitleLine(header: readonly string[]): string | undefined {
  const firstLine = header.find((line) => line.trim() !== "");
  if (firstLine === undefined) return undefined;
  return TITLE_LINE.exec(firstLine.slice(0, 200))?.[1]?.trim();
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

function describeRights(header: string): string {
  const number = /\be-?(?:book|text)\s*(?:#|no\.)\s*(\d+)/i.exec(header)?.[1];
  const eBook = number === undefined ? "" : `, eBook ${number}`;
  const address = `https://www.gutenberg.org/${number === undefined ? "" : `ebooks/${number}`}`;
  return /copyrighted project gutenberg/i.test(header)
    ? `Under copyright, according to Project Gutenberg${eBook}: ${address}`
    : `In the public domain in the USA, according to Project Gutenberg${eBook}: ${address}`;
}

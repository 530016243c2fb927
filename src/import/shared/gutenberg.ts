import type { Metadata } from "../manuscript.ts";
import { parseWrittenDate } from "./written-date.ts";

/** A work in what Project Gutenberg published it in. */
export interface EnclosedWork {
  /** Where the work begins, and where it has ended. */
  readonly first: number;
  readonly end: number;
  readonly metadata: Metadata;
  readonly remarks: readonly string[];
}

/** The remark that goes with it. */
export const BOILERPLATE_REMARK = "Project Gutenberg’s header and licence are left out.";

const START = /^[ \t]*\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG E-?(?:BOOK|TEXT)\b/im;
const END = /^[ \t]*\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG E-?(?:BOOK|TEXT)\b/im;

/** With this ended what stood before the work until 2003, when only the work's end was marked. */
const SMALL_PRINT_END = /^[ \t]*\*END\*? ?THE SMALL PRINT!.*\*END\*\s*$/im;

/** This line stands above the mark of the end, or in its place; between them is nothing. */
const CLOSING = /^\s*(?:This is the )?End of (?:the |this )?Project Gutenberg\b/i;

const CREDITS =
  /^\s*(?:HTML version |This e-?(?:book|text) was )?(?:(?:produced|prepared|transcribed) by|e-?text (?:produced|prepared|transcribed) by)\b/i;

/**
 * Where among `parts` the work stands that Project Gutenberg published: among the lines of a text, or
 * the blocks of a page with an empty part after each. Undefined unless marks of its own say so, once.
 */
export function findEnclosedWork(parts: readonly string[]): EnclosedWork | undefined {
  const marked = parts.findIndex((part) => END.test(part));
  const starts = parts.flatMap((part, index) =>
    START.test(part) || SMALL_PRINT_END.test(part) ? [index] : [],
  );
  const last = starts.at(-1);
  // Behind the end of one work another may begin: then neither is the file's.
  if (last === undefined || (marked !== -1 && last > marked)) return undefined;

  const opened = afterMark(parts, last);
  const credited = afterCredits(parts, opened);
  const closing = parts.findIndex((part, index) => index >= credited && CLOSING.test(part));
  const ends = [marked, closing].filter((index) => index !== -1);
  const head = parts.slice(0, last).flatMap((part) => part.split("\n"));
  const credits = parts.slice(opened, credited).join(" ").replace(/\s+/g, " ").trim();
  return {
    first: credited,
    end: Math.min(parts.length, ...ends),
    metadata: parseHeader(head),
    remarks: [BOILERPLATE_REMARK, ...(credits === "" ? [] : [`So are its credits: “${credits}”`])],
  };
}

/** What an editor should know of parts in which `enclosedIn` found no work. */
export function warnOfUnmarkedWork(parts: readonly string[]): readonly string[] {
  return parts.some((part) =>
    /project gutenberg(?:-tm|™)? (?:licen[cs]e|e-?book|e-?text)/i.test(part),
  )
    ? [
        "Project Gutenberg is named here, but its marks around one work are not: look for its licence in the text.",
      ]
    : [];
}

/** A mark may go on over several lines, until its asterisks close it. */
function afterMark(parts: readonly string[], at: number): number {
  const closed = parts.findIndex((part, index) => index >= at && /\*\s*$/.test(part));
  const blank = parts.findIndex((part, index) => index >= at && part.trim() === "");
  return (closed !== -1 && (blank === -1 || closed < blank) ? closed : at) + 1;
}

function afterCredits(parts: readonly string[], from: number): number {
  const at = parts.findIndex((part, index) => index >= from && part.trim() !== "");
  if (at === -1 || !CREDITS.test(parts[at] ?? "")) return from;
  const blank = parts.findIndex((part, index) => index > at && part.trim() === "");
  return blank === -1 ? at + 1 : blank;
}

/** What the lines before a work tell of it. */
export function parseHeader(head: readonly string[]): Metadata {
  const fields = fieldsOf(head);
  const title = fields.get("title") ?? oldTitleOf(head);
  const authors = namesOf(fields.get("author"));
  const language = languageOf(fields.get("language"));
  const released = parseWrittenDate((fields.get("release date") ?? "").replace(/[[\n].*/s, ""));
  const translators = namesOf(fields.get("translator"));
  const editors = namesOf(fields.get("editor"));
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
    rights: rightsOf(head.join("\n")),
    ...(Object.keys(more).length > 0 && { more }),
  };
}

/** “Title: …” and its like, in small letters; lines that are indented go on with the one above. */
function fieldsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let key = "";
  for (const line of lines) {
    const [, name, value = ""] = /^([A-Z][A-Za-z]+(?: [A-Za-z]+)?) ?: *(.*)$/.exec(line) ?? [];
    if (name !== undefined) {
      key = name.toLowerCase();
      const before = fields.get(key);
      fields.set(key, before === undefined ? value.trim() : `${before}\n${value.trim()}`);
    } else if (/^\s+\S/.test(line) && fields.has(key)) {
      fields.set(key, `${fields.get(key)}${key === "title" ? " " : "\n"}${line.trim()}`);
    } else key = "";
  }
  return new Map([...fields].filter(([, value]) => value !== ""));
}

/** Before there were fields, the first line named the work. */
function oldTitleOf(head: readonly string[]): string | undefined {
  const first = head.find((line) => line.trim() !== "")?.slice(0, 200) ?? "";
  return /^\W*(?:The )?Project Gutenberg(?:['’]s)? E-?text of (?:the )?(\w.*?),?(?: by\b.*)?[\s*]*$/i
    .exec(first)?.[1]
    ?.trim();
}

/** “Alexander Hamilton, John Jay, and James Madison”: commas part names where “and” ends the list. */
function namesOf(field: string | undefined): readonly string[] {
  return (field ?? "").split("\n").flatMap((line) => {
    const [last = "", ...others] = line.split(/,? and /).reverse();
    const names = others.length === 0 ? [last] : [...others.reverse().join(",").split(","), last];
    return names.map((name) => name.trim()).filter((name) => name !== "");
  });
}

function rightsOf(head: string): string {
  const number = /\be-?(?:book|text)\s*(?:#|no\.)\s*(\d+)/i.exec(head)?.[1];
  const named = number === undefined ? "" : `, eBook ${number}`;
  const place = `https://www.gutenberg.org/${number === undefined ? "" : `ebooks/${number}`}`;
  return /copyrighted project gutenberg/i.test(head)
    ? `Under copyright, according to Project Gutenberg${named}: ${place}`
    : `In the public domain in the USA, according to Project Gutenberg${named}: ${place}`;
}

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** The code of ISO 639-1 for a language's English name; undefined for several languages. */
function languageOf(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const code = LETTERS.flatMap((one) => LETTERS.map((other) => one + other)).find(
    (letters) => names.of(letters)?.toLowerCase() === name.toLowerCase(),
  );
  return code === undefined ? undefined : Intl.getCanonicalLocales(code)[0];
}

import type { RootContent } from "mdast";
import { distinctMessages, type Message, message, quoteEach } from "../../catalogue/catalogue.ts";
import { spokenName } from "../../corpus/csl.ts";
import { slugOfTitle } from "../../corpus/document-file.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import { append } from "../../foundation/long-arrays.ts";
import type { Result } from "../../foundation/result.ts";
import { fold } from "../../language/fold.ts";
import type { Manuscript, Metadata } from "../manuscript.ts";
import { partNumberIn } from "../shared/part-number.ts";
import { collapseSpaces, firstLineOf, headingAbove, isHeading, readBlocks } from "./blocks.ts";
import { dropInvalidMetadata, mergeMetadata } from "./front-matter.ts";
import { type DocumentPart, type SplitContent, type SplitRule, splitContent } from "./split.ts";

/** A document before it is rendered. The editor can still change its metadata. */
export interface ManuscriptDraft {
  readonly content: readonly RootContent[];
  readonly metadata: Metadata & { readonly title: string };
  /**
   * The end of the document's id after the name of its file: the number that the work gives it, such as
   * that of a letter or a chapter, otherwise its title or a count from 1. Absent if the document is the
   * whole file, or comes before the first part of a manuscript that is split.
   */
  readonly suffix: string | undefined;
}

interface UnnumberedDraft extends Omit<ManuscriptDraft, "suffix"> {
  /** Whether it is a part of a manuscript that is split. */
  readonly isPart: boolean;
  /** The headings above it that it shares with other parts. */
  readonly above: readonly string[];
}

/** The specifications of the editor for all documents. */
export interface DraftOptions {
  /** Takes precedence over the metadata of a file. */
  readonly metadata: Metadata;
  /** Absent: each manuscript becomes one document. */
  readonly splitRule?: SplitRule;
}

/** The drafts of a file. */
export interface Drafts<Draft = ManuscriptDraft> {
  readonly drafts: readonly Draft[];
  /** Sentences on what was left out or guessed, each once. */
  readonly remarks: readonly Message[];
}

/**
 * Makes the drafts of a file's manuscripts. Returns an error if a manuscript is nested too deeply for
 * a corpus, or the pattern of the split rule takes too long.
 */
export function makeDrafts(
  fileName: string,
  manuscripts: readonly Manuscript[],
  options: DraftOptions,
): Result<Drafts> {
  const drafts: UnnumberedDraft[] = [];
  const remarks: Message[] = [];
  for (const manuscript of manuscripts) {
    const made = draftManuscript(fileName, manuscript, manuscripts.length > 1, options);
    if ("error" in made) return made;
    append(drafts, made.drafts);
    append(remarks, made.remarks);
  }
  const numbered = drafts.filter(({ isPart }) => isPart || manuscripts.length > 1);
  const suffixes = assignSuffixes(numbered);
  return {
    drafts: drafts.map((draft) => ({
      content: draft.content,
      metadata: draft.metadata,
      suffix: suffixes.get(draft),
    })),
    remarks: distinctMessages(remarks),
  };
}

/** With this many headings, a file is probably a book of chapters or a volume of letters. */
const MANY_HEADINGS = 12;

function draftManuscript(
  fileName: string,
  manuscript: Manuscript,
  isOneOfSeveral: boolean,
  { metadata: given, splitRule }: DraftOptions,
): Result<Drafts<UnnumberedDraft>> {
  const content = manuscript.content.filter(({ type }) => type !== "yaml");
  const [problem] = readBlocks(content, "text").problems;
  if (problem !== undefined)
    return { error: message("sentences", { first: problem.message, rest: problem.remedy }) };

  const own = dropInvalidMetadata(manuscript.metadata);
  const shared = mergeMetadata(own.metadata, given);
  const remarks = [...manuscript.remarks, ...own.remarks];
  const split =
    splitRule === undefined ? undefined : splitContent(content, splitRule, shared.language);
  if (split !== undefined && "error" in split) return split;
  if (split === undefined || split.parts.length === 0) {
    const headings = content.filter(isHeading).length;
    if (split !== undefined) remarks.push(message("split.nothing"));
    else if (headings >= MANY_HEADINGS) remarks.push(message("split.hint", { headings }));
    const title = shared.title ?? headingAbove(content) ?? titleFromFileName(fileName);
    const called = isOneOfSeveral ? nameOfMessage(own.metadata) : undefined;
    const metadata =
      called === undefined
        ? { ...shared, title }
        : { ...shared, title: called, more: { "part-of": title, ...shared.more } };
    const whole = { content, metadata, isPart: false, above: [] };
    return dropWordlessDrafts([whole], remarks);
  }
  const joined = { ...split, parts: joinWordlessParts(split.parts) };
  return dropWordlessDrafts(draftParts(fileName, joined, own.metadata, given), remarks);
}

/**
 * Joins parts that contain no passage, such as a signature in capitals, to the part before them. Titles of
 * the parts below them stay apart.
 */
function joinWordlessParts(parts: readonly DocumentPart[]): readonly DocumentPart[] {
  const joined: DocumentPart[] = [];
  let waiting: readonly RootContent[] = [];
  for (const [index, part] of parts.entries()) {
    const { content, title } = part;
    const lastIndex = joined.findLastIndex((one) => hasPassages(one.content));
    const last = joined[lastIndex];
    if (hasPassages(content)) {
      joined.push({ ...part, content: [...waiting, ...content] });
      waiting = [];
    } else if (
      content.every(isHeading) &&
      (last === undefined || partNumberIn(title) || parts[index + 1]?.above.includes(title))
    ) {
      joined.push(part);
    } else if (last === undefined) waiting = [...waiting, ...content];
    else joined[lastIndex] = { ...last, content: [...last.content, ...content] };
  }
  return joined;
}

function hasPassages(content: readonly RootContent[]): boolean {
  return readBlocks(content, "text").passages.length > 0;
}

/**
 * Returns a title by the author and the time of day for a message of a chat, or for another row of a table that has
 * none. The date is not in it, because it is shown beside titles.
 */
function nameOfMessage({ title, from = [], date }: Metadata): string | undefined {
  if (title !== undefined || from.length === 0 || date === undefined) return undefined;
  const [, time] = /T(\d\d:\d\d)/.exec(date) ?? [];
  return [...from, ...(time === undefined ? [] : [time])].join(", ");
}

/** The whole file's title becomes the container of the parts, and the title of what precedes them. */
function draftParts(
  fileName: string,
  { before, parts }: SplitContent,
  own: Metadata,
  given: Metadata,
): readonly UnnumberedDraft[] {
  const shared = mergeMetadata(own, given);
  const works = worksOf(parts);
  const volume = shared.title ?? (works.size > 0 ? undefined : headingAbove(before));
  const untitled = { ...shared, title: volume ?? titleFromFileName(fileName) };
  // The type “book” describes the whole file. Its parts are chapters.
  const common = own.type === "book" ? { ...own, type: "chapter" } : own;
  return [
    { content: before, metadata: untitled, isPart: false, above: [] },
    ...parts.map(({ content, title, metadata, above }) => {
      const work = above.find((heading) => works.has(heading)) ?? volume;
      const section = above.filter((heading) => fold(heading) !== fold(work ?? ""));
      const more = {
        ...(work !== undefined && { "part-of": work }),
        ...(work !== volume && volume !== undefined && { "collection-title": volume }),
        ...(section.length > 0 && { section: section.join(", ") }),
      };
      const said = mergeMetadata(
        mergeMetadata(common, { ...metadata, more: { ...more, ...metadata.more } }),
        given,
      );
      return {
        content,
        metadata: title === "" ? untitled : { ...letterBy(said), title },
        isPart: true,
        above: works.size > 0 ? above : section,
      };
    }),
  ];
}

/** Makes the author of a volume the sender of a letter of it, unless the letter names another. */
function letterBy(metadata: Metadata): Metadata {
  const { type, from, more: { author, ...more } = {} } = metadata;
  if (type !== "personal_communication" || from !== undefined || author === undefined) {
    return metadata;
  }
  const names = typeof author === "string" ? [author] : author.map(spokenName);
  return { ...metadata, from: names, more };
}

/**
 * Returns the titles of the works that a file contains: the outermost headings above its parts, if there
 * are several without a number. With one, they are parts of a single work.
 */
function worksOf(parts: SplitContent["parts"]): ReadonlySet<string> {
  const chapters = parts.filter(({ metadata }) => metadata.type === undefined);
  const titles = new Set(chapters.flatMap(({ above }) => above.slice(0, 1)));
  const isSeveral = titles.size > 1 && ![...titles].some((title) => partNumberIn(title));
  return isSeveral ? titles : new Set();
}

/** How much of the title of a part an id can have. */
const MAX_PART_SLUG = 20;

/**
 * Returns the suffix of each draft: the number that the work gives it, or otherwise a count. Where parts
 * count anew, the number of the part above precedes it.
 */
function assignSuffixes(drafts: readonly UnnumberedDraft[]): ReadonlyMap<UnnumberedDraft, string> {
  const letters = drafts.map(({ metadata: { more } }) => more?.["number"]);
  const hasLetters = letters.some((number) => number !== undefined);
  const numbers = drafts.map(({ metadata: { title } }, index) =>
    hasLetters ? letters[index]?.toString() : partNumberIn(title),
  );
  const numbered = numbers.filter((number) => number !== undefined);
  if (numbered.length * 2 <= drafts.length) {
    return new Map(drafts.map((draft, index) => [draft, String(index + 1)]));
  }
  const own = drafts.map(({ metadata }, index) => slugOfTitle(numbers[index] ?? metadata.title));
  const isRepeated = new Set(numbered).size < numbered.length;
  return new Map(
    drafts.map((draft, index) => {
      const [part] = isRepeated ? draft.above : [];
      const number = part && (partNumberIn(part) ?? slugOfTitle(part).slice(0, MAX_PART_SLUG));
      return [draft, [number, elementAt(own, index)].filter(Boolean).join("-")];
    }),
  );
}

/** How many titles a remark lists. */
const MAX_LISTED = 3;

/** Drops the drafts that contain no passage, and adds a remark on the titles in them. */
function dropWordlessDrafts(
  all: readonly UnnumberedDraft[],
  remarks: readonly Message[],
): Drafts<UnnumberedDraft> {
  const drafts = all.filter(({ content }) => hasPassages(content));
  const wordless = all.filter((draft) => !drafts.includes(draft));
  const titles = wordless.flatMap(({ content }) => content.filter(isHeading).map(firstLineOf));
  if (titles.length === 0) return { drafts, remarks };
  const names = quoteEach(titles.slice(0, MAX_LISTED));
  const count = titles.length - MAX_LISTED;
  const listed = count > 0 ? message("list.and-more", { names, count }) : names;
  return { drafts, remarks: [...remarks, message("drafts.titles", { titles: listed })] };
}

/** Makes a title from a file name, which can contain any character. */
function titleFromFileName(fileName: string): string {
  const name = fileName.replace(/\.[^.]*$/, "").replace(/[\p{Cc}\p{Bidi_Control}_]+/gu, " ");
  return collapseSpaces(name) || "Untitled";
}

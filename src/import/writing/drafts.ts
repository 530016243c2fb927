import type { RootContent } from "mdast";
import { distinctMessages, type Message, message, quoteEach } from "../../catalogue/catalogue.ts";
import type { Result } from "../../foundation/result.ts";
import type { Manuscript, Metadata } from "../manuscript.ts";
import { collapseSpaces, headingAbove, readBlocks } from "./blocks.ts";
import { dropInvalidMetadata, mergeMetadata } from "./front-matter.ts";
import { type SplitContent, type SplitRule, splitContent } from "./split.ts";

/** A document before it is rendered. The editor can still change its metadata. */
export interface ManuscriptDraft {
  readonly content: readonly RootContent[];
  readonly metadata: Metadata & { readonly title: string };
  /**
   * The number of the document among those of its file, from 1. Absent if the document is the whole
   * file, or comes before the first part of a manuscript that is split.
   */
  readonly number: number | undefined;
}

interface UnnumberedDraft extends Omit<ManuscriptDraft, "number"> {
  /** Whether it is a part of a manuscript that is split. */
  readonly isPart: boolean;
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
    const made = draftManuscript(fileName, manuscript, options);
    if ("error" in made) return made;
    drafts.push(...made.drafts);
    remarks.push(...made.remarks);
  }
  const numbered = drafts.filter(({ isPart }) => isPart || manuscripts.length > 1);
  const numbers = new Map(numbered.map((draft, index) => [draft, index + 1]));
  return {
    drafts: drafts.map((draft) => ({
      content: draft.content,
      metadata: draft.metadata,
      number: numbers.get(draft),
    })),
    remarks: distinctMessages(remarks),
  };
}

function draftManuscript(
  fileName: string,
  manuscript: Manuscript,
  { metadata: given, splitRule }: DraftOptions,
): Result<Drafts<UnnumberedDraft>> {
  const content = manuscript.content.filter(({ type }) => type !== "yaml");
  const [problem] = readBlocks(content, "text").problems;
  if (problem !== undefined)
    return { error: message("sentences", { first: problem.message, rest: problem.remedy }) };

  const own = dropInvalidMetadata(manuscript.metadata);
  const shared = mergeMetadata(own.metadata, given);
  const remarks = [...manuscript.remarks, ...own.remarks];
  const split = splitRule === undefined ? undefined : splitContent(content, splitRule);
  if (split !== undefined && "error" in split) return split;
  if (split === undefined || split.parts.length === 0) {
    if (split !== undefined) remarks.push(message("split.nothing"));
    const title = shared.title ?? headingAbove(content) ?? titleFromFileName(fileName);
    const whole = { content, metadata: { ...shared, title }, isPart: false };
    return dropWordlessDrafts([whole], remarks);
  }
  // The type “book” describes the whole file. Its parts are chapters.
  const isBook = own.metadata.type === "book" && given.type === undefined;
  const partMetadata: Metadata = isBook ? { ...shared, type: "chapter" } : shared;
  return dropWordlessDrafts(draftParts(fileName, split, shared, partMetadata), remarks);
}

/** The whole file's title becomes the container of the parts, and the title of what precedes them. */
function draftParts(
  fileName: string,
  { before, parts }: SplitContent,
  shared: Metadata,
  partMetadata: Metadata,
): readonly UnnumberedDraft[] {
  const container = shared.title ?? headingAbove(before);
  const untitled = { ...shared, title: container ?? titleFromFileName(fileName) };
  const more = {
    ...(container !== undefined && { "container-title": container }),
    ...shared.more,
  };
  return [
    { content: before, metadata: untitled, isPart: false },
    ...parts.map(({ content, title }) => ({
      content,
      metadata: title === "" ? untitled : { ...partMetadata, title, more },
      isPart: true,
    })),
  ];
}

/** How many titles a remark lists. */
const MAX_LISTED = 3;

/** Drops the drafts that contain no passage, and adds a remark on those that are not empty. */
function dropWordlessDrafts(
  all: readonly UnnumberedDraft[],
  remarks: readonly Message[],
): Drafts<UnnumberedDraft> {
  const drafts = all.filter(({ content }) => readBlocks(content, "text").passages.length > 0);
  const wordless = all.filter((draft) => draft.content.length > 0 && !drafts.includes(draft));
  if (wordless.length === 0) return { drafts, remarks };
  const names = quoteEach(wordless.slice(0, MAX_LISTED).map(({ metadata: { title } }) => title));
  const count = wordless.length - MAX_LISTED;
  const titles = count > 0 ? message("list.and-more", { names, count }) : names;
  return { drafts, remarks: [...remarks, message("drafts.wordless", { titles })] };
}

/** Makes a title from a file name, which can contain any character. */
function titleFromFileName(fileName: string): string {
  const name = fileName.replace(/\.[^.]*$/, "").replace(/[\p{Cc}\p{Bidi_Control}_]+/gu, " ");
  return collapseSpaces(name) || "Untitled";
}

import type { FootnoteDefinition, Paragraph, RootContent } from "mdast";
import { getDocumentProxy } from "unpdf";
import { type Message, message, quoteEach } from "../../catalogue/catalogue.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import { append } from "../../foundation/long-arrays.ts";
import type { Result } from "../../foundation/result.ts";
import type { ImportedFile, Manuscript, ManuscriptResult, Reader } from "../manuscript.ts";
import { parseFileAuthors, parseFileTitle, toNameValue } from "../shared/file-metadata.ts";
import { headingDepth } from "../shared/heading-depth.ts";
import { createLineJoiner, type LineJoiner } from "../shared/hyphenation.ts";
import { createNote } from "../shared/marks/mark.ts";
import { takeOutMarks } from "../shared/marks/take-out-marks.ts";
import { leaveOutPublishersMatter } from "../shared/publishers-matter.ts";
import { describeSpacedLetters } from "../shared/spaced-letters.ts";
import { findColumns } from "./columns.ts";
import { splitOffEndnotes } from "./endnotes.ts";
import { markFormulas } from "./formula-lines.ts";
import { removeFurniture } from "./furniture/furniture.ts";
import { removeSideHeads } from "./furniture/side-heads.ts";
import { endsSentence } from "./line-ends.ts";
import { markMarginNumbers } from "./line-numbers.ts";
import { type BoxEdge, findParagraphs, type PdfBlock } from "./paragraphs.ts";
import { markRaisedLabels } from "./raised-marks.ts";
import { joinAccents } from "./runs/accents.ts";
import { readAnnotations } from "./runs/annotations.ts";
import {
  type CharacterMaps,
  createMapFactory,
  findMapFolder,
  MAPS_NOT_INSTALLED,
} from "./runs/character-maps.ts";
import { countPdfWords, joinDropCaps } from "./runs/drop-caps.ts";
import { removeReadings } from "./runs/readings.ts";
import { isMostlyRightToLeft, mirrorRuns, restoreRightToLeft } from "./runs/right-to-left.ts";
import { readOnce } from "./runs/second-prints.ts";
import { type PdfDocument, readTextRuns, type TextRun } from "./runs/text-runs.ts";
import { removeUnreadableFonts, type UnreadableFont } from "./runs/unreadable-fonts.ts";
import { shrinkShifted } from "./shifted-text.ts";

/** The maximum number of pages of a PDF. */
const MAX_PAGES = 5_000;

/** How many running heads a remark lists. */
const MAX_LISTED = 5;

/** Reads the text of a PDF. Text that is only there as a picture is not recognized. */
export const readPdf: Reader = createPdfReader(findMapFolder());

/** Creates a reader that uses the character maps in a folder; undefined if they are not installed. */
export function createPdfReader(mapFolder: string | undefined) {
  return async ({ bytes }: ImportedFile): Promise<ManuscriptResult> => {
    const missingMaps = new Set<string>();
    const opened = await openPdf(bytes, createMapFactory(mapFolder, missingMaps));
    if ("error" in opened) return opened;
    const { pdf } = opened;
    try {
      if (pdf.numPages > MAX_PAGES) {
        return { error: message("pdf.pages") };
      }
      return await readPages(pdf, missingMaps);
    } finally {
      await pdf.loadingTask.destroy();
    }
  };
}

async function openPdf(
  bytes: Uint8Array,
  BinaryDataFactory: new () => CharacterMaps,
): Promise<Result<{ readonly pdf: PdfDocument }>> {
  try {
    // A copy, since pdf.js detaches the bytes. The options prevent drawing, scripts and downloads.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      stopAtErrors: false,
      BinaryDataFactory,
    });
    return { pdf };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    return {
      error: isLocked ? message("pdf.password") : message("pdf.damaged"),
    };
  }
}

/** The pages with text that was not read, by the reason. */
interface UnreadPages {
  readonly empty: number[];
  readonly damaged: number[];
  readonly turned: number[];
  /** Pages on which a font first needed a character map that is missing. */
  readonly unmapped: number[];
  readonly uncertain: number[];
  readonly buttons: number[];
  doubled: number;
}

async function readPages(
  pdf: PdfDocument,
  missingMaps: ReadonlySet<string>,
): Promise<ManuscriptResult> {
  const unread: UnreadPages = {
    ...{ empty: [], damaged: [], turned: [], unmapped: [], uncertain: [], buttons: [] },
    doubled: 0,
  };
  const comments: string[] = [];
  let fieldCount = 0;
  const runsByPage: (readonly TextRun[])[] = [];
  for (let pageNumber = 1; pageNumber <= pdf.numPages; pageNumber++) {
    const known = missingMaps.size;
    const page = await readTextRuns(pdf, pageNumber);
    const { runs: drawn, doubled } = readOnce(joinAccents(page?.runs ?? []));
    const { fields, buttons, ...others } = await readAnnotations(pdf, pageNumber, drawn);
    const runs = [...drawn, ...fields];
    runsByPage.push(runs);
    append(comments, others.comments);
    fieldCount += fields.length;
    if (buttons > 0) unread.buttons.push(pageNumber);
    unread.doubled += doubled;
    const isUnmapped = missingMaps.size > known;
    if (isUnmapped) unread.unmapped.push(pageNumber);
    if (page === undefined) unread.damaged.push(pageNumber);
    else {
      if (page.turned > 0) unread.turned.push(pageNumber);
      if (runs.length === 0 && page.turned === 0 && !isUnmapped) unread.empty.push(pageNumber);
    }
  }
  const readable = await removeUnreadableFonts(pdf, runsByPage);
  const forward = restoreRightToLeft(readable.pages);
  const { pages: lines, readings } = removeReadings(forward.pages);
  const numbered = markMarginNumbers(markRaisedLabels(lines.map(shrinkShifted)));
  const { pages: marked, ...beside } = removeSideHeads(numbered);
  const wordCounts = countPdfWords(marked);
  const pages = marked.map((runs, index) => {
    const drawn = joinDropCaps(runs, wordCounts);
    const placed = isMostlyRightToLeft(drawn) ? mirrorRuns(drawn) : drawn;
    const columns = findColumns(placed).map(markFormulas);
    if (columns.flat().some((line) => line.isUncertain)) unread.uncertain.push(index + 1);
    return columns;
  });
  if (pages.every((columns) => columns.flat().every(({ text }) => text === ""))) {
    return { error: describeUnreadable(unread, readable.fonts, missingMaps) };
  }

  const cleared = removeFurniture(pages);
  const pageNumbers = beside.pageNumbers + cleared.pageNumbers;
  const { body: text, notes } = findParagraphs(cleared.pages);
  const explained = new Set(notes.flatMap(labelsOf));
  const { body, endnotes } = splitOffEndnotes(text, explained);
  const joiner = createLineJoiner(
    [...body, ...notes, ...endnotes].flatMap((block) => ("lines" in block ? [block.lines] : [])),
  );
  const withoutPublishers = leaveOutPublishersMatter(toNodes(body, joiner));
  const { content, remarks } = takeOutMarks(
    [
      ...withoutPublishers.content,
      ...toNotes(notes, joiner),
      ...endnotes.map(({ label, lines }) =>
        createNote(label, [paragraphOf(lines.reduce(joiner.join, ""))]),
      ),
      ...comments.map(toComment),
    ],
    {
      isTypeset: true,
    },
  );
  const metadata = await readMetadata(pdf);
  return {
    manuscripts: [
      {
        content,
        metadata: metadata.metadata,
        remarks: [
          ...describeRunningLines(new Map([...beside.heads, ...cleared.runningLines])),
          ...(pageNumbers > 0 ? [message("remark.page-numbers", { count: pageNumbers })] : []),
          ...withoutPublishers.remarks,
          ...remarks,
          ...joiner.remarks(),
          ...describeSpacedLetters(content),
          ...(readings > 0 ? [message("remark.readings", { count: readings })] : []),
          ...(fieldCount > 0 ? [message("pdf.fields", { count: fieldCount })] : []),
          ...(comments.length > 0 ? [message("pdf.comments", { count: comments.length })] : []),
          ...(notes.length > 0 ? [message("pdf.small-notes", { count: notes.length })] : []),
          ...(unread.doubled > 0 ? [message("pdf.doubled", { count: unread.doubled })] : []),
          ...(forward.found !== undefined ? [message(`pdf.right-to-left-${forward.found}`)] : []),
          ...(readable.signs > 0 ? [message("pdf.signs", { count: readable.signs })] : []),
          ...describeUnread(unread, readable.fonts, missingMaps),
          ...metadata.remarks,
        ],
      },
    ],
  };
}

/** Returns the reason why no page has text. */
function describeUnreadable(
  unread: UnreadPages,
  fonts: readonly UnreadableFont[],
  missingMaps: ReadonlySet<string>,
): Message {
  if (missingMaps.size > 0) {
    return message("pdf.maps-missing", { maps: [...missingMaps], remedy: MAPS_NOT_INSTALLED });
  }
  if (fonts.length > 0) {
    return message("pdf.unmapped", { fonts: describeFonts(fonts) });
  }
  if (unread.turned.length > 0) {
    return message("pdf.slanted");
  }
  if (unread.empty.length === 0) return message("pdf.damaged-pages");
  return describePages(unread.damaged, (pages) => message("pdf.pages-damaged", { pages })).reduce(
    (first, rest) => message("sentences", { first, rest }),
    message("pdf.no-text"),
  );
}

function describeUnread(
  { empty, damaged, turned, unmapped, uncertain, buttons }: UnreadPages,
  fonts: readonly UnreadableFont[],
  missingMaps: ReadonlySet<string>,
): readonly Message[] {
  return [
    ...describePages(turned, (pages) => message("pdf.pages-turned", { pages })),
    ...describePages(buttons, (pages) => message("pdf.pages-buttons", { pages })),
    ...describePages(empty, (pages) => message("pdf.pages-empty", { pages })),
    ...describePages(damaged, (pages) => message("pdf.pages-damaged", { pages })),
    ...(unmapped.length > 0
      ? [
          message("pdf.pages-unmapped", {
            page: elementAt(unmapped, 0),
            maps: [...missingMaps],
            remedy: MAPS_NOT_INSTALLED,
          }),
        ]
      : []),
    ...fonts.flatMap((font) =>
      describePages(font.pages, (pages) =>
        message("pdf.pages-font", { fonts: describeFonts([font]), pages }),
      ),
    ),
    ...describePages(uncertain, (pages) => message("pdf.pages-uncertain", { pages })),
  ];
}

function describeFonts(fonts: readonly UnreadableFont[]): Message {
  const names = fonts.flatMap(({ name }) => name ?? []);
  if (names.length === 0) return message("pdf.nameless-font");
  return message("pdf.font", { names: quoteEach(names) });
}

/** Converts blocks. The headings of the largest font size have depth 1, and so on. */
function toNodes(
  blocks: readonly (PdfBlock | BoxEdge)[],
  joiner: LineJoiner,
): readonly RootContent[] {
  const sizes = blocks.flatMap((block) => (block.kind === "heading" ? [block.size] : []));
  const ranking = [...new Set(sizes)].toSorted((a, b) => b - a);
  return blocks.map((block) => toNode(block, ranking, joiner));
}

/** The number or the sign with which a note begins. Only a raised number can be next to its words. */
const NOTE_LABEL = /^(?:([⁰¹²³⁴⁵⁶⁷⁸⁹]+)[.)]?\s*|(\d{1,3}|[*†‡§¶]{1,3})[.)]?\s+)(?=\S)/u;

/** Converts the text below the pages. A paragraph without a number continues the note before it if no space is between them. */
function toNotes(blocks: readonly PdfBlock[], joiner: LineJoiner): readonly RootContent[] {
  const nodes: (FootnoteDefinition | RootContent)[] = [];
  for (const block of splitNotes(blocks)) {
    const isText = block.kind === "prose" || block.kind === "verse";
    const isLabelled = isText && block.noteLabel !== undefined;
    const [beginning, raised, label = raised] = isLabelled
      ? []
      : (NOTE_LABEL.exec(block.lines.join(" ")) ?? []);
    const last = nodes.at(-1);
    const text = () => block.lines.reduce(joiner.join, "");
    if (beginning !== undefined && label !== undefined) {
      const words = paragraphOf(text().slice(beginning.length));
      nodes.push(createNote(label.normalize("NFKC"), [words]));
    } else if (
      last?.type === "footnoteDefinition" &&
      isText &&
      !isLabelled &&
      block.isSetApart !== true
    ) {
      last.children.push(paragraphOf(text()));
    } else nodes.push(toNode(block, [], joiner));
  }
  return nodes;
}

/** Returns the labels with which the lines of a block begin as notes do. */
function labelsOf(block: PdfBlock): readonly string[] {
  const own = "noteLabel" in block ? block.noteLabel?.printed : undefined;
  const labels = block.lines.map((line) => {
    const [, raised, plain] = NOTE_LABEL.exec(line) ?? [];
    return plain ?? raised?.normalize("NFKC");
  });
  return [own, ...labels].filter((label) => label !== undefined);
}

/** Divides notes that are not set apart: where a line begins with the next number, or with a sign, after a sentence. */
function splitNotes(blocks: readonly PdfBlock[]): readonly PdfBlock[] {
  let number = 0;
  return blocks.flatMap((block) => {
    const notes: string[][] = [];
    const printed = "noteLabel" in block ? (block.noteLabel?.printed ?? "") : "";
    if (/^\d+$/.test(printed)) number = Number(printed);
    for (const line of block.lines) {
      const note = notes.at(-1);
      const before = note?.at(-1);
      const [, raised, plain] = NOTE_LABEL.exec(line) ?? [];
      const label = plain ?? raised?.normalize("NFKC");
      const isNext = label !== undefined && (Number(label) === number + 1 || !/\d/.test(label));
      const isNew = before === undefined || (isNext && endsSentence({ text: before }));
      if (isNew) notes.push([line]);
      else note?.push(line);
      if (isNew && label !== undefined && /\d/.test(label)) number = Number(label);
    }
    return notes.map((lines, index) =>
      index === 0 || block.kind === "uncertain" ? { ...block, lines } : { kind: "prose", lines },
    );
  });
}

/** Makes a note of a comment. Its label has a letter, so that it is none of the numbers of notes in the text. */
function toComment(text: string, index: number): FootnoteDefinition {
  return createNote(`comment-${index + 1}`, text.split(/[\r\n]+/).map(paragraphOf));
}

function paragraphOf(value: string): Paragraph {
  return { type: "paragraph", children: [{ type: "text", value }] };
}

function toNode(
  block: PdfBlock | BoxEdge,
  ranking: readonly number[],
  joiner: LineJoiner,
): RootContent {
  switch (block.kind) {
    case "heading": {
      const depth = headingDepth(ranking.indexOf(block.size) + 1);
      return { type: "heading", depth, children: [joinLines(block.lines, joiner)] };
    }
    case "box-edge":
      return { type: "thematicBreak" };
    case "uncertain":
      return { type: "code", value: block.lines.join("\n") };
    case "prose":
      return toNoteIfLabelled(block, paragraphOf(block.lines.reduce(joiner.join, "")));
    case "verse":
      return toNoteIfLabelled(block, {
        type: "paragraph",
        children: versesOf(block, joiner).flatMap((value, index) => [
          ...(index === 0 ? [] : [{ type: "break" } as const]),
          { type: "text", value } as const,
        ]),
      });
  }
}

/** Returns the lines of verse as the poet has them, although some go on in another line. */
function versesOf(
  { lines, hanging }: Extract<PdfBlock, { readonly kind: "prose" | "verse" }>,
  joiner: LineJoiner,
): readonly string[] {
  const verses: string[] = [];
  for (const [index, line] of lines.entries()) {
    const verse = hanging?.has(index) === true ? verses.pop() : undefined;
    verses.push(verse === undefined ? line : joiner.join(verse, line));
  }
  return verses;
}

function toNoteIfLabelled(
  { noteLabel }: Extract<PdfBlock, { readonly kind: "prose" | "verse" }>,
  paragraph: Paragraph,
): RootContent {
  return noteLabel === undefined
    ? paragraph
    : createNote(noteLabel.printed, [paragraph], noteLabel.target);
}

function joinLines(lines: readonly string[], { join }: LineJoiner) {
  return { type: "text", value: lines.reduce(join, "") } as const;
}

async function readMetadata(pdf: PdfDocument): Promise<Pick<Manuscript, "metadata" | "remarks">> {
  const info = await readInfo(pdf);
  const title = parseFileTitle(toText(info["Title"])?.replaceAll("\n", " "));
  const author = toText(info["Author"]) ?? "";
  const { names, others } = parseFileAuthors(author);
  return {
    metadata: {
      ...(title !== undefined && { title }),
      ...(names.length > 0 && { more: { author: toNameValue(names) } }),
    },
    remarks: [
      ...(names.length > 0
        ? [message("pdf.author", { author: author.replaceAll("\n", " ") })]
        : []),
      ...others.map((name) => message("metadata.no-author", { author: name })),
    ],
  };
}

/** Reads the document information dictionary (ISO 32000-1, 14.3.3). It can contain anything. */
async function readInfo(pdf: PdfDocument): Promise<Readonly<Record<string, unknown>>> {
  try {
    const { info } = await pdf.getMetadata();
    return { ...info };
  } catch {
    return {};
  }
}

/** Returns the lines of a text; undefined if the value is not a string, or is empty. */
function toText(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value
    .replace(/[^\S\n]+/g, " ")
    .replace(/\s*\n\s*/g, "\n")
    .trim();
  return text === "" ? undefined : text;
}

function describeRunningLines(runningLines: ReadonlyMap<string, number>): readonly Message[] {
  if (runningLines.size === 0) return [];
  const listed = [...runningLines]
    .slice(0, MAX_LISTED)
    .map(([text, count]) => message("counted", { text, count }));
  return [message("pdf.running-lines", { lines: listed, more: runningLines.size - listed.length })];
}

/** Describes pages of which the same is true, if there are any. Consecutive numbers become ranges. */
function describePages(
  pages: readonly number[],
  describe: (ranges: readonly string[]) => Message,
): readonly Message[] {
  if (pages.length === 0) return [];
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const range = ranges.at(-1);
    if (range !== undefined && range[1] === page - 1) range[1] = page;
    else ranges.push([page, page]);
  }
  const listed = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return [describe(listed)];
}

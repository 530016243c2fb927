import type { FootnoteDefinition, Paragraph, RootContent } from "mdast";
import { getDocumentProxy } from "unpdf";
import type { Result } from "../../foundation/result.ts";
import type {
  ImportedFile,
  Manuscript,
  ManuscriptResult,
  MetadataName,
  Reader,
} from "../manuscript.ts";
import { leaveOutContents } from "../shared/contents.ts";
import { headingDepth } from "../shared/heading-depth.ts";
import { createLineJoiner, type LineJoiner } from "../shared/hyphenation.ts";
import { createNote, takeOutMarks } from "../shared/marks.ts";
import {
  type CharacterMaps,
  createMapFactory,
  findMapFolder,
  MAPS_NOT_INSTALLED,
} from "./character-maps.ts";
import { findColumns } from "./columns.ts";
import { joinDropCaps } from "./drop-caps.ts";
import { removeFurniture } from "./furniture.ts";
import { findParagraphs, type PdfBlock } from "./paragraphs.ts";
import { type PdfDocument, readTextRuns, type TextRun } from "./text-runs.ts";
import { removeUnreadableFonts, type UnreadableFont } from "./unreadable-fonts.ts";

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
        return { error: "This PDF has more than 5,000 pages. Split it, and import the parts." };
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
      error: isLocked
        ? "This PDF opens only with a password. Save it without one, and import that."
        : "This PDF cannot be read: it is damaged or cut off. Save it anew, and import that.",
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
  doubled: number;
}

async function readPages(
  pdf: PdfDocument,
  missingMaps: ReadonlySet<string>,
): Promise<ManuscriptResult> {
  const unread: UnreadPages = {
    ...{ empty: [], damaged: [], turned: [], unmapped: [], uncertain: [] },
    doubled: 0,
  };
  const runsByPage: (readonly TextRun[])[] = [];
  for (let pageNumber = 1; pageNumber <= pdf.numPages; pageNumber++) {
    const known = missingMaps.size;
    const page = await readTextRuns(pdf, pageNumber);
    runsByPage.push(page === undefined ? [] : page.runs);
    const isUnmapped = missingMaps.size > known;
    if (isUnmapped) unread.unmapped.push(pageNumber);
    if (page === undefined) unread.damaged.push(pageNumber);
    else {
      if (page.turned > 0) unread.turned.push(pageNumber);
      if (page.runs.length === 0 && page.turned === 0 && !isUnmapped) unread.empty.push(pageNumber);
      unread.doubled += page.doubled;
    }
  }
  const readable = await removeUnreadableFonts(pdf, runsByPage);
  const pages = readable.pages.map((runs, index) => {
    const { columns, isUncertain } = findColumns(joinDropCaps(runs));
    if (isUncertain) unread.uncertain.push(index + 1);
    return columns;
  });
  if (pages.every((columns) => columns.flat().every(({ text }) => text === ""))) {
    return { error: describeUnreadable(unread, readable.fonts, missingMaps) };
  }

  const cleared = removeFurniture(pages);
  const { body, notes } = findParagraphs(cleared.pages.flat());
  const joiner = createLineJoiner([...body, ...notes].map(({ lines }) => lines));
  const withoutContents = leaveOutContents(toNodes(body, joiner));
  const { content, remarks } = takeOutMarks([
    ...withoutContents.content,
    ...toNotes(notes, joiner),
  ]);
  const metadata = await readMetadata(pdf);
  return {
    manuscripts: [
      {
        content,
        metadata: metadata.metadata,
        remarks: [
          ...describeRunningLines(cleared.runningLines),
          ...(cleared.pageNumbers > 0
            ? [`Page numbers (${cleared.pageNumbers}) are left out.`]
            : []),
          ...withoutContents.remarks,
          ...remarks,
          ...joiner.remarks(),
          ...(notes.length > 0
            ? [
                `What stands in small letters below the text (${notes.length} paragraphs) is at the end.`,
              ]
            : []),
          ...(unread.doubled > 0
            ? [`Text that is printed twice, as for bold letters, is read once (${unread.doubled}).`]
            : []),
          ...(readable.signs > 0
            ? [`Signs that only a font explains (${readable.signs}) are left out.`]
            : []),
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
): string {
  if (missingMaps.size > 0) {
    return `The text of this PDF needs character maps that are not installed: ${[...missingMaps].join(", ")}. ${MAPS_NOT_INSTALLED}`;
  }
  if (fonts.length > 0) {
    return `The text of this PDF cannot be mapped to letters, since ${describeFonts(fonts)} does not say which they are. Have a program recognise the text, and import what it makes.`;
  }
  if (unread.turned.length > 0) {
    return "The text of this PDF is slanted, which is not read. Set it upright, and import that.";
  }
  return unread.empty.length > 0
    ? "No page of this PDF has text, and they may be pictures of it. Have a program recognise the text, and import what it makes."
    : "No page of this PDF can be read: it is damaged. Save it anew, and import that.";
}

function describeUnread(
  { empty, damaged, turned, unmapped, uncertain }: UnreadPages,
  fonts: readonly UnreadableFont[],
  missingMaps: ReadonlySet<string>,
): readonly string[] {
  return [
    ...describePages("have text in another direction, which is left out", turned),
    ...describePages("have no text, and may be pictures of it", empty),
    ...describePages("are damaged", damaged),
    ...(unmapped.length > 0
      ? [
          `Text from page ${unmapped[0]} on needs character maps that are not installed: ${[...missingMaps].join(", ")}. It is left out. ${MAPS_NOT_INSTALLED}`,
        ]
      : []),
    ...fonts.flatMap((font) =>
      describePages(
        `have text in ${describeFonts([font])} that cannot be mapped to letters, and is left out`,
        font.pages,
      ),
    ),
    ...describePages(
      "have columns or tables whose order is uncertain, and should be compared with the PDF",
      uncertain,
    ),
  ];
}

function describeFonts(fonts: readonly UnreadableFont[]): string {
  const names = fonts.flatMap(({ name }) => name ?? []);
  if (names.length === 0) return "a font without a name";
  return `the font ${names.map((name) => `“${name}”`).join(", ")}`;
}

/** Converts blocks. The headings of the largest font size have depth 1, and so on. */
function toNodes(blocks: readonly PdfBlock[], joiner: LineJoiner): readonly RootContent[] {
  const sizes = blocks.flatMap((block) => (block.kind === "heading" ? [block.size] : []));
  const ranking = [...new Set(sizes)].toSorted((a, b) => b - a);
  return blocks.map((block) => toNode(block, ranking, joiner));
}

/** The number or the sign with which a note begins. */
const NOTE_LABEL = /^([⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d{1,3}|[*†‡§¶]{1,3})[.)]?\s+(?=\S)/u;

/** Converts the text below the pages. A paragraph without a number continues the note before it. */
function toNotes(blocks: readonly PdfBlock[], joiner: LineJoiner): readonly RootContent[] {
  const nodes: (FootnoteDefinition | RootContent)[] = [];
  for (const block of blocks) {
    const text = block.lines.reduce(joiner.join, "");
    const [beginning, label] = NOTE_LABEL.exec(text) ?? [];
    const last = nodes.at(-1);
    if (beginning !== undefined && label !== undefined) {
      const words = paragraphOf(text.slice(beginning.length));
      nodes.push(createNote(label.normalize("NFKC"), [words]));
    } else if (last?.type === "footnoteDefinition") last.children.push(paragraphOf(text));
    else nodes.push(toNode(block, [], joiner));
  }
  return nodes;
}

function paragraphOf(value: string): Paragraph {
  return { type: "paragraph", children: [{ type: "text", value }] };
}

function toNode(block: PdfBlock, ranking: readonly number[], joiner: LineJoiner): RootContent {
  switch (block.kind) {
    case "heading": {
      const depth = headingDepth(ranking.indexOf(block.size) + 1);
      return { type: "heading", depth, children: [joinLines(block.lines, joiner)] };
    }
    case "prose":
      return { type: "paragraph", children: [joinLines(block.lines, joiner)] };
    case "verse":
      return {
        type: "paragraph",
        children: block.lines.flatMap((value, index) => [
          ...(index === 0 ? [] : [{ type: "break" } as const]),
          { type: "text", value } as const,
        ]),
      };
  }
}

function joinLines(lines: readonly string[], { join }: LineJoiner) {
  return { type: "text", value: lines.reduce(join, "") } as const;
}

async function readMetadata(pdf: PdfDocument): Promise<Pick<Manuscript, "metadata" | "remarks">> {
  const info = await readInfo(pdf);
  const title = toText(info["Title"]);
  const author = toText(info["Author"]);
  return {
    metadata: {
      ...(title !== undefined && !isFileName(title) && { title }),
      ...(author !== undefined && { more: { author: splitAuthors(author) } }),
    },
    remarks:
      author === undefined
        ? []
        : [`The author is what the file says of itself, and may be who made it: “${author}”.`],
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

/** Returns undefined if the value is not a string, or is empty. */
function toText(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.replace(/\s+/g, " ").trim();
  return text === "" ? undefined : text;
}

/** Splits “Ada Quill; Benjamin Roe” and “Ada Quill and Benjamin Roe”. A comma may be within a name. */
function splitAuthors(author: string): string | readonly MetadataName[] {
  const names = author.split(/\s*;\s*|\s+(?:and|&)\s+/).filter((name) => name !== "");
  const areNames = names.length > 1 && names.every((name) => /\S\s+\S/.test(name));
  return areNames ? names.map((literal) => ({ literal })) : author;
}

/** Whether a title was made from a file name, as programs do if the author gives none. */
function isFileName(title: string): boolean {
  return (
    /^(?:microsoft (?:word|powerpoint) - |untitled\b)/i.test(title) ||
    /\.(?:docx?|odt|rtf|pdf|tex|dvi|indd|qxd|pages|html?|txt)$/i.test(title)
  );
}

function describeRunningLines(runningLines: ReadonlyMap<string, number>): readonly string[] {
  if (runningLines.size === 0) return [];
  const listed = [...runningLines]
    .slice(0, MAX_LISTED)
    .map(([text, count]) => `“${text}” (${count})`);
  const more = runningLines.size > MAX_LISTED ? ", …" : "";
  return [
    `Lines that repeat at the head or foot of pages are left out: ${listed.join(", ")}${more}.`,
  ];
}

/** Returns a sentence on pages of which the same is true. Consecutive numbers become ranges. */
function describePages(predicate: string, pages: readonly number[]): readonly string[] {
  if (pages.length === 0) return [];
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const range = ranges.at(-1);
    if (range !== undefined && range[1] === page - 1) range[1] = page;
    else ranges.push([page, page]);
  }
  const listed = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return [`Pages that ${predicate}: ${listed.join(", ")}.`];
}

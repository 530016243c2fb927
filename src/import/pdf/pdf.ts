import type { RootContent } from "mdast";
import { getDocumentProxy } from "unpdf";
import type { Result } from "../../foundation/result.ts";
import type { ImportedFile, ManuscriptResult, Metadata } from "../manuscript.ts";
import { headingDepth } from "../shared/heading-depth.ts";
import { type Column, findColumns } from "./columns.ts";
import { removeFurniture } from "./furniture.ts";
import { createLineJoiner, type LineJoiner } from "./hyphenation.ts";
import { findParagraphs, type PdfBlock } from "./paragraphs.ts";
import { type PdfDocument, readTextRuns } from "./text-runs.ts";

/** The maximum number of pages of a PDF. */
const MAX_PAGES = 5_000;

/** How many running heads a remark lists. */
const MAX_LISTED = 5;

/** Reads the text of a PDF. Text that is only there as a picture is not recognized. */
export async function readPdf({ bytes }: ImportedFile): Promise<ManuscriptResult> {
  const opened = await openPdf(bytes);
  if ("error" in opened) return opened;
  const { pdf } = opened;
  try {
    if (pdf.numPages > MAX_PAGES) {
      return { error: "This PDF has more than 5,000 pages. Split it, and import the parts." };
    }
    return await readPages(pdf);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function openPdf(bytes: Uint8Array): Promise<Result<{ readonly pdf: PdfDocument }>> {
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

async function readPages(pdf: PdfDocument): Promise<ManuscriptResult> {
  const pages: (readonly Column[])[] = [];
  const emptyPages: number[] = [];
  const damagedPages: number[] = [];
  let rotated = 0;
  for (let pageNumber = 1; pageNumber <= pdf.numPages; pageNumber++) {
    const page = await readTextRuns(pdf, pageNumber);
    if (page === undefined) {
      damagedPages.push(pageNumber);
      pages.push([]);
      continue;
    }
    if (page.runs.length === 0) emptyPages.push(pageNumber);
    rotated += page.rotated;
    pages.push(findColumns(page.runs));
  }
  if (emptyPages.length + damagedPages.length === pdf.numPages) {
    return {
      error:
        emptyPages.length > 0
          ? "No page of this PDF has text: they are pictures. Have a program recognise the text, and import what it makes."
          : "No page of this PDF can be read: it is damaged. Save it anew, and import that.",
    };
  }

  const cleared = removeFurniture(pages);
  const { body, notes } = findParagraphs(cleared.pages.flat());
  const blocks = [...body, ...notes];
  const joiner = createLineJoiner(blocks.map(({ lines }) => lines));
  const content = toNodes(blocks, joiner);
  return {
    manuscripts: [
      {
        content,
        metadata: await readMetadata(pdf),
        remarks: [
          ...describeRunningLines(cleared.runningLines),
          ...(cleared.pageNumbers > 0
            ? [`Page numbers (${cleared.pageNumbers}) are left out.`]
            : []),
          ...joiner.remarks(),
          ...(notes.length > 0
            ? [
                `What stands in small letters below the text (${notes.length} paragraphs) is at the end.`,
              ]
            : []),
          ...(rotated > 0
            ? [`Text that is turned on its side (${rotated} pieces) is left out.`]
            : []),
          ...describePages("have no text, and may be pictures of it", emptyPages),
          ...describePages("are damaged", damagedPages),
        ],
      },
    ],
  };
}

/** Converts blocks. The headings of the largest font size have depth 1, and so on. */
function toNodes(blocks: readonly PdfBlock[], joiner: LineJoiner): readonly RootContent[] {
  const sizes = blocks.flatMap((block) => (block.kind === "heading" ? [block.size] : []));
  const ranking = [...new Set(sizes)].toSorted((a, b) => b - a);
  return blocks.map((block) => toNode(block, ranking, joiner));
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

async function readMetadata(pdf: PdfDocument): Promise<Metadata> {
  const info = await readInfo(pdf);
  const title = toText(info["Title"]);
  const author = toText(info["Author"]);
  return {
    ...(title !== undefined && !isFileName(title) && { title }),
    ...(author !== undefined && { more: { author } }),
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

import type { Heading, RootContent } from "mdast";
import { getDocumentProxy } from "unpdf";
import type { Result } from "../../foundation/result.ts";
import type { ImportedFile, ManuscriptResult, Metadata } from "../manuscript.ts";
import { type Column, columnsOf } from "./columns.ts";
import { removeFurniture } from "./furniture.ts";
import { createLineJoiner, type LineJoiner } from "./hyphenation.ts";
import { findParagraphs, type PdfBlock } from "./paragraphs.ts";
import { readTextRuns } from "./text-runs.ts";

/** How many pages a PDF may have. */
const MOST_PAGES = 5_000;

/** How many running heads a remark shows. */
const MAX_SHOWN = 5;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Reads the text of a PDF that stands in it as text; what is a picture of text is told. */
export async function readPdf({ bytes }: ImportedFile): Promise<ManuscriptResult> {
  const opened = await openPdf(bytes);
  if ("error" in opened) return opened;
  const { pdf } = opened;
  try {
    if (pdf.numPages > MOST_PAGES) {
      return { error: "This PDF has more than 5,000 pages. Split it, and import the parts." };
    }
    return await readPages(pdf);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function openPdf(bytes: Uint8Array): Promise<Result<{ readonly pdf: Pdf }>> {
  try {
    // It takes the bytes away. Nothing is drawn, run or fetched.
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

async function readPages(pdf: Pdf): Promise<ManuscriptResult> {
  const pages: (readonly Column[])[] = [];
  const empty: number[] = [];
  const broken: number[] = [];
  let turned = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await readTextRuns(pdf, number);
    if (page === undefined) broken.push(number);
    else if (page.runs.length === 0) empty.push(number);
    turned += page?.turned ?? 0;
    pages.push(page === undefined ? [] : columnsOf(page.runs));
  }
  if (empty.length + broken.length === pdf.numPages) {
    return {
      error:
        empty.length > 0
          ? "No page of this PDF has text: they are pictures. Have a program recognise the text, and import what it makes."
          : "No page of this PDF can be read: it is damaged. Save it anew, and import that.",
    };
  }

  const cleared = removeFurniture(pages);
  const { body, notes } = findParagraphs(cleared.pages.flat());
  const joining = createLineJoiner([...body, ...notes].map(({ lines }) => lines));
  const content = contentOf([...body, ...notes], joining);
  return {
    manuscripts: [
      {
        content,
        metadata: await metadataOf(pdf),
        remarks: [
          ...describeFurniture(cleared.repeated),
          ...(cleared.numbered > 0 ? [`Page numbers (${cleared.numbered}) are left out.`] : []),
          ...joining.remarks(),
          ...(notes.length > 0
            ? [
                `What stands in small letters below the text (${notes.length} paragraphs) is at the end.`,
              ]
            : []),
          ...(turned > 0
            ? [`Text that is turned on its side (${turned} pieces) is left out.`]
            : []),
          ...describePages("have no text, and may be pictures of it", empty),
          ...describePages("are damaged", broken),
        ],
      },
    ],
  };
}

function contentOf(blocks: readonly PdfBlock[], { join }: LineJoiner): readonly RootContent[] {
  const sizes = [
    ...new Set(blocks.filter(({ kind }) => kind === "heading").map(({ size }) => size)),
  ].toSorted((a, b) => b - a);
  return blocks.map((block) => nodeOf(block, depthOf(sizes.indexOf(block.size)), join));
}

function nodeOf(
  { kind, lines }: PdfBlock,
  depth: Heading["depth"],
  join: LineJoiner["join"],
): RootContent {
  switch (kind) {
    case "heading":
      return {
        type: "heading",
        depth,
        children: [{ type: "text", value: lines.reduce(join, "") }],
      };
    case "prose":
      return { type: "paragraph", children: [{ type: "text", value: lines.reduce(join, "") }] };
    case "verse":
      return {
        type: "paragraph",
        children: lines.flatMap((value, index) => [
          ...(index === 0 ? [] : [{ type: "break" as const }]),
          { type: "text" as const, value },
        ]),
      };
  }
}

const DEPTHS = [1, 2, 3, 4, 5] as const;

function depthOf(rank: number): Heading["depth"] {
  return DEPTHS[rank] ?? 6;
}

async function metadataOf(pdf: Pdf): Promise<Metadata> {
  const info = await infoOf(pdf);
  const title = nonEmptyText(info["Title"]);
  const author = nonEmptyText(info["Author"]);
  return {
    ...(title !== undefined && !isFileName(title) && { title }),
    ...(author !== undefined && { more: { author } }),
  };
}

async function infoOf(pdf: Pdf): Promise<Readonly<Record<string, unknown>>> {
  try {
    const { info } = await pdf.getMetadata();
    return { ...info };
  } catch {
    return {};
  }
}

function nonEmptyText(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.replace(/\s+/g, " ").trim();
  return text === "" ? undefined : text;
}

/** What programs write for a title where they were told none. */
function isFileName(title: string): boolean {
  return (
    /^(?:microsoft (?:word|powerpoint) - |untitled\b)/i.test(title) ||
    /\.(?:docx?|odt|rtf|pdf|tex|dvi|indd|qxd|pages|html?|txt)$/i.test(title)
  );
}

function describeFurniture(repeated: ReadonlyMap<string, number>): readonly string[] {
  if (repeated.size === 0) return [];
  const shown = [...repeated].slice(0, MAX_SHOWN).map(([text, count]) => `“${text}” (${count})`);
  const more = repeated.size > MAX_SHOWN ? ", …" : "";
  return [
    `Lines that repeat at the head or foot of pages are left out: ${shown.join(", ")}${more}.`,
  ];
}

function describePages(what: string, pages: readonly number[]): readonly string[] {
  if (pages.length === 0) return [];
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const range = ranges.at(-1);
    if (range !== undefined && range[1] === page - 1) range[1] = page;
    else ranges.push([page, page]);
  }
  const named = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
  return [`Pages that ${what}: ${named}.`];
}

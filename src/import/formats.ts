import type { ImportedFile, Reader, Reading, ReadingOptions } from "./manuscript.ts";

/** How large a file may be that is imported, in bytes: 64 MiB. */
export const MOST_BYTES = 64 * 2 ** 20;

type Format =
  | "text"
  | "Markdown"
  | "HTML"
  | "CSV"
  | "TSV"
  | "JSON"
  | "JSONL"
  | "DOCX"
  | "EPUB"
  | "PDF";

/** What a file's name says of its format, in small letters and without the dot. */
const ENDINGS: ReadonlyMap<string, Format> = new Map([
  ["txt", "text"],
  ["text", "text"],
  ["md", "Markdown"],
  ["markdown", "Markdown"],
  ["html", "HTML"],
  ["htm", "HTML"],
  ["xhtml", "HTML"],
  ["csv", "CSV"],
  ["tsv", "TSV"],
  ["json", "JSON"],
  ["jsonl", "JSONL"],
  ["ndjson", "JSONL"],
  ["docx", "DOCX"],
  ["epub", "EPUB"],
  ["pdf", "PDF"],
]);

/** Whether a folder's file of this name would be read. */
export function isImportable(name: string): boolean {
  return ENDINGS.has(endingOf(name));
}

/** Reads a file of any format, which its first bytes tell where they can, and else its name. */
export async function readManuscripts(
  file: ImportedFile,
  options: ReadingOptions,
): Promise<Reading> {
  if (file.bytes.length > MOST_BYTES) {
    return {
      refusal: `This file is larger than ${MOST_BYTES / 2 ** 20} MiB. Split it, and import the parts.`,
    };
  }
  if (file.bytes.length === 0) {
    return { refusal: "This file is empty. Save it anew, and import that." };
  }
  const format = formatOf(file);
  if (typeof format === "object") return format;
  const read = await readerOf(format);
  return read(file, options);
}

async function readerOf(format: Format): Promise<Reader> {
  switch (format) {
    case "text":
      return (await import("./text/text.ts")).readText;
    case "Markdown":
      return (await import("./markdown/markdown.ts")).readMarkdown;
    case "HTML":
      return (await import("./html/html.ts")).readHtml;
    case "CSV":
      return (await import("./table/table.ts")).readCsv;
    case "TSV":
      return (await import("./table/table.ts")).readTsv;
    case "JSON":
      return (await import("./table/table.ts")).readJson;
    case "JSONL":
      return (await import("./table/table.ts")).readJsonl;
    case "DOCX":
      return (await import("./docx/docx.ts")).readDocx;
    case "EPUB":
      return (await import("./epub/epub.ts")).readEpub;
    case "PDF":
      return (await import("./pdf/pdf.ts")).readPdf;
  }
}

function formatOf({ name, bytes }: ImportedFile): Format | { readonly refusal: string } {
  const named = ENDINGS.get(endingOf(name));
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString(
    "latin1",
  );
  // Readers of PDF look for its mark in the first 1,024 bytes.
  if (start.startsWith("%PDF-") || (named === "PDF" && start.includes("%PDF-"))) return "PDF";
  if (start.startsWith("PK\x03\x04")) return archived(start, named);
  if (start.startsWith("{\\rtf")) return savedAs("Rich Text");
  if (start.startsWith("\xD0\xCF\x11\xE0")) return savedAs("an old Office document");
  if (named === "DOCX" || named === "EPUB" || named === "PDF") {
    return {
      refusal: `This is no ${named}, whatever its name says. Save it anew, and import that.`,
    };
  }
  if (named !== "text" && named !== undefined) return named;
  return IS_PAGE.test(start) ? "HTML" : "text";
}

const IS_PAGE =
  /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype )?html\b/i;

/** What a ZIP archive is: an EPUB says so in its first entry. */
function archived(start: string, named: Format | undefined): Format | { readonly refusal: string } {
  if (start.includes("mimetypeapplication/epub+zip")) return "EPUB";
  if (start.includes("mimetypeapplication/vnd.oasis.opendocument")) return savedAs("OpenDocument");
  if (named === "DOCX" || named === "EPUB") return named;
  return { refusal: "This is an archive of files. Unpack it, and import what is in it." };
}

function savedAs(what: string): { readonly refusal: string } {
  return { refusal: `This is ${what}, which is not read. Save it as DOCX, and import that.` };
}

function endingOf(name: string): string {
  return /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

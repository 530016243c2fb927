import type { Failure } from "../foundation/result.ts";
import type { ImportedFile, ManuscriptResult, Reader, ReadingOptions } from "./manuscript.ts";

/** How large a file may be that is imported, in bytes: 64 MiB. */
export const MAX_IMPORT_BYTES = 64 * 2 ** 20;

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
  return ENDINGS.has(extensionOf(name));
}

/** Reads a file of any format, which its first bytes tell where they can, and else its name. */
export async function readManuscripts(
  file: ImportedFile,
  options: ReadingOptions,
): Promise<ManuscriptResult> {
  if (file.bytes.length > MAX_IMPORT_BYTES) {
    return {
      error: `This file is larger than ${MAX_IMPORT_BYTES / 2 ** 20} MiB. Split it, and import the parts.`,
    };
  }
  if (file.bytes.length === 0) {
    return { error: "This file is empty. Save it anew, and import that." };
  }
  const format = detectFormat(file);
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

function detectFormat({ name, bytes }: ImportedFile): Format | Failure {
  const named = ENDINGS.get(extensionOf(name));
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString(
    "latin1",
  );
  // Readers of PDF look for its mark in the first 1,024 bytes.
  if (start.startsWith("%PDF-") || (named === "PDF" && start.includes("%PDF-"))) return "PDF";
  if (start.startsWith("PK\x03\x04")) return archiveFormat(start, named);
  if (start.startsWith("{\\rtf")) return unsupportedFormat("Rich Text");
  if (start.startsWith("\xD0\xCF\x11\xE0")) return unsupportedFormat("an old Office document");
  if (named === "DOCX" || named === "EPUB" || named === "PDF") {
    return {
      error: `This is no ${named}, whatever its name says. Save it anew, and import that.`,
    };
  }
  if (named !== "text" && named !== undefined) return named;
  return IS_PAGE.test(start) ? "HTML" : "text";
}

const IS_PAGE =
  /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype )?html\b/i;

/** What a ZIP archive is: an EPUB says so in its first entry. */
function archiveFormat(start: string, named: Format | undefined): Format | Failure {
  if (start.includes("mimetypeapplication/epub+zip")) return "EPUB";
  if (start.includes("mimetypeapplication/vnd.oasis.opendocument"))
    return unsupportedFormat("OpenDocument");
  if (named === "DOCX" || named === "EPUB") return named;
  return { error: "This is an archive of files. Unpack it, and import what is in it." };
}

function unsupportedFormat(what: string): Failure {
  return { error: `This is ${what}, which is not read. Save it as DOCX, and import that.` };
}

function extensionOf(name: string): string {
  return /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

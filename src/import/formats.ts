import { type Message, message } from "../catalogue/catalogue.ts";
import type { Result } from "../foundation/result.ts";
import type { ImportedFile, Reader } from "./manuscript.ts";

/** The maximum size of an imported file, in bytes: 64 MiB. */
export const MAX_IMPORT_BYTES = 64 * 2 ** 20;

/** The error for a file of more than `MAX_IMPORT_BYTES`. */
export const TOO_LARGE = message("input.too-large", { mebibytes: MAX_IMPORT_BYTES / 2 ** 20 });

/** A format that files are imported from. */
interface Format {
  /** The name of the format in sentences. */
  readonly name: string;
  /** The file extensions of the format, in lower case and without the dot. */
  readonly extensions: readonly string[];
  /**
   * For a binary format: whether a file that begins with `start` has its signature. A file with the
   * extension but without the signature is refused.
   */
  readonly hasSignature?: (start: string, hasExtension: boolean) => boolean;
  /** For an archive: the path of a file that no other format has. */
  readonly entry?: string;
  /** For a text format: a beginning that shows the format of a file without its extension. */
  readonly textStart?: RegExp;
  /** Loads the reader of the format, and with it the packages that it needs. */
  readonly load: () => Promise<Reader>;
}

const PLAIN_TEXT: Format = {
  name: "text",
  extensions: ["txt", "text"],
  load: async () => (await import("./table/chat.ts")).readTextOrChat,
};

/** All formats that are imported, as listed to the editor. At most one signature matches a file. */
export const FORMATS: readonly Format[] = [
  PLAIN_TEXT,
  {
    name: "SRT",
    extensions: ["srt", "sbv"],
    // The number and the times of the first cue.
    textStart: /^(?:\xEF\xBB\xBF)?\s*\d{1,6}[ \t]*\r?\n[ \t]*\d{1,3}:\d\d:\d\d[.,]\d{1,3}[ \t]*-->/,
    load: async () => (await import("./text/subtitles.ts")).readSubtitles,
  },
  {
    name: "VTT",
    extensions: ["vtt"],
    textStart: /^(?:\xEF\xBB\xBF)?WEBVTT(?=\s)/,
    load: async () => (await import("./text/subtitles.ts")).readSubtitles,
  },
  {
    name: "EML",
    extensions: ["eml", "mbox"],
    // A header of fields, as far as it says that the body may be encoded.
    textStart:
      /^(?:\xEF\xBB\xBF)?(?:[!-9;-~]{1,76}:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}?MIME-Version:/i,
    load: async () => (await import("./mail/mime-message.ts")).readMimeMessages,
  },
  {
    name: "Markdown",
    extensions: ["md", "markdown"],
    load: async () => (await import("./markdown/markdown.ts")).readMarkdown,
  },
  {
    name: "HTML",
    extensions: ["html", "htm", "xhtml"],
    textStart:
      /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype )?html\b/i,
    load: async () => (await import("./html/html.ts")).readHtml,
  },
  {
    name: "DOCX",
    extensions: ["docx"],
    hasSignature: (start, hasExtension) =>
      isZip(start) && hasExtension && !isOpenDocument(start) && !start.includes(EPUB_ENTRY),
    entry: "word/document.xml",
    load: async () => (await import("./docx/docx.ts")).readDocx,
  },
  {
    name: "EPUB",
    extensions: ["epub"],
    hasSignature: (start, hasExtension) =>
      isZip(start) && (start.includes(EPUB_ENTRY) || (hasExtension && !isOpenDocument(start))),
    load: async () => (await import("./epub/epub.ts")).readEpub,
  },
  {
    name: "PDF",
    extensions: ["pdf"],
    // PDF viewers look for this mark in the first 1,024 bytes.
    hasSignature: (start, hasExtension) =>
      start.startsWith("%PDF-") || (hasExtension && start.includes("%PDF-")),
    load: async () => (await import("./pdf/pdf.ts")).readPdf,
  },
  {
    name: "CSV",
    extensions: ["csv"],
    load: async () => (await import("./table/table.ts")).readCsv,
  },
  {
    name: "TSV",
    extensions: ["tsv"],
    load: async () => (await import("./table/table.ts")).readTsv,
  },
  {
    name: "JSON",
    extensions: ["json"],
    load: async () => (await import("./table/table.ts")).readJson,
  },
  {
    name: "JSONL",
    extensions: ["jsonl", "ndjson"],
    load: async () => (await import("./table/table.ts")).readJsonl,
  },
];

/** Whether a file of this name is imported when it is found in a folder. */
export function isImportable(name: string): boolean {
  return formatByExtension(name) !== undefined;
}

/**
 * Loads the reader of a file of any format. Returns an error if the format is not supported. Rejects if
 * the reader cannot be loaded.
 */
export async function loadReader(file: ImportedFile): Promise<Result<{ readonly read: Reader }>> {
  if (file.bytes.length > MAX_IMPORT_BYTES) return { error: TOO_LARGE };
  if (file.bytes.length === 0) {
    return { error: message("input.empty") };
  }
  const format = detectFormat(file);
  return "error" in format ? format : { read: await format.load() };
}

/** How many bytes at the beginning of a file are compared with the formats. */
const START_LENGTH = 1024;

/**
 * Detects the format of a file by its signature, or otherwise by its extension. The beginning of the
 * text decides if the extension is unknown or that of plain text.
 */
function detectFormat({ name, bytes }: ImportedFile): Result<Format> {
  const named = formatByExtension(name);
  const start = Buffer.from(bytes.subarray(0, START_LENGTH)).toString("latin1");
  const archived = isZip(start) ? detectByEntry(bytes) : undefined;
  if (archived !== undefined) return archived;
  const signed = FORMATS.find((format) => format.hasSignature?.(start, format === named));
  if (signed !== undefined) return signed;
  const unsupported = describeUnsupported(start, bytes);
  if (unsupported !== undefined) return { error: unsupported };
  if (named?.hasSignature !== undefined) {
    return {
      error: message("input.wrong-format", { format: named.name }),
    };
  }
  if (named !== undefined && named !== PLAIN_TEXT) return named;
  return FORMATS.find(({ textStart }) => textStart?.test(start)) ?? PLAIN_TEXT;
}

function formatByExtension(name: string): Format | undefined {
  const extension = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase();
  return FORMATS.find(({ extensions }) => extensions.some((one) => one === extension));
}

/** The files of Office archives that are not documents, with the formats that they can be saved in. */
const OFFICE_ENTRIES = [
  ["xl/workbook.", "format.workbook", "CSV"],
  ["ppt/presentation.", "format.presentation", "PDF"],
] as const;

/** Detects the format of an archive by a file that only this format has. */
function detectByEntry(bytes: Uint8Array): Result<Format> | undefined {
  const format = FORMATS.find(({ entry }) => entry !== undefined && containsText(bytes, entry));
  if (format !== undefined) return format;
  const found = OFFICE_ENTRIES.find(([entry]) => containsText(bytes, entry));
  if (found === undefined) return undefined;
  const [, name, remedy] = found;
  return { error: message("input.unsupported", { format: message(name), remedy }) };
}

function containsText(
  bytes: Uint8Array,
  text: string,
  encoding: "latin1" | "utf16le" = "latin1",
): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(text, 0, encoding);
}

/** Returns the error for a file of a known format that is not supported. */
function describeUnsupported(start: string, bytes: Uint8Array): Message | undefined {
  if (isOpenDocument(start)) return askForDocx(message("format.open-document"));
  if (isZip(start)) return message("input.archive");
  if (start.startsWith("{\\rtf")) return askForDocx(message("format.rich-text"));
  if (start.startsWith("\xD0\xCF\x11\xE0")) {
    // Office puts a newer document into such a file if it has a password ([MS-OFFCRYPTO], 2.3.4.4).
    return containsText(bytes, "EncryptedPackage", "utf16le")
      ? message("archive.encrypted")
      : askForDocx(message("format.old-office"));
  }
  return undefined;
}

function askForDocx(format: Message): Message {
  return message("input.unsupported", { format, remedy: "DOCX" });
}

/** The first entry of an EPUB, which must not be compressed. */
const EPUB_ENTRY = "mimetypeapplication/epub+zip";

function isZip(start: string): boolean {
  return start.startsWith("PK\x03\x04");
}

function isOpenDocument(start: string): boolean {
  return isZip(start) && start.includes("mimetypeapplication/vnd.oasis.opendocument");
}

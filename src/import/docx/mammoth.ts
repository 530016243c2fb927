import mammoth from "mammoth";
import { ZipFile } from "yazl";
import type { ArchiveFiles } from "../shared/archive.ts";
import { decodeXml } from "../shared/xml.ts";

/** A Word document as HTML, with what mammoth left out. */
export interface MammothConversion {
  /** HTML with the notes at the end, and links to them and back. */
  readonly html: string;
  /** How many different characters of symbol fonts were left out. */
  readonly symbols: number;
}

/** Mammoth's style map. Word stores the names of its own styles in English in every language. */
const STYLE_MAP = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name^='toc '] => !",
  "p[style-name='table of figures'] => !",
  // The usual styles of programs that write code into documents. Word itself has none.
  ...["Code", "Code Block", "Source Code"].map(
    (name) => `p[style-name='${name}'] => pre.code:separator('\n')`,
  ),
];

// Mammoth documents neither its HTML for notes nor its messages. `tests/import/mammoth.test.ts` checks both.

const IGNORED_SYMBOL = /\bunsupported character\b/;

/** Whether the part of a DOCX with this path is XML. */
export function isXmlPart(path: string): boolean {
  return /\.(?:xml|rels)$/i.test(path);
}

/** Converts the unpacked files of a DOCX. Rejects if they are no Word document. */
export async function convertDocx(files: ArchiveFiles): Promise<MammothConversion> {
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: await packUncompressed(files) },
    {
      styleMap: STYLE_MAP,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      idPrefix: "docx-",
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    },
  );
  return {
    html: value,
    symbols: messages.filter(({ message }) => IGNORED_SYMBOL.test(message)).length,
  };
}

/**
 * Packs files into an archive for mammoth, which unpacks any archive without limits. Nothing in this one
 * is compressed. All XML in it is UTF-8, which is the only encoding that mammoth reads.
 */
async function packUncompressed(files: ArchiveFiles): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, bytes] of files) {
    // Pictures are most of the bytes of many documents, and none is converted.
    if (path.startsWith("word/media/")) continue;
    const content = isXmlPart(path) ? decodeXml(bytes) : bytes;
    zip.addBuffer(Buffer.from(content), path, { compress: false });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

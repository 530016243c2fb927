import { htmlManuscript, TOO_MUCH } from "../html/html.ts";
import type { ImportedFile, Manuscript, ManuscriptResult } from "../manuscript.ts";
import { unpackArchive } from "../shared/archive.ts";
import { attribute, decodeXml, definesEntities, findElements, parseXml } from "../shared/xml.ts";
import { type EpubPackage, readPackage, type SpineItem, tocTitles } from "./package.ts";
import { readPublication } from "./publication.ts";
import { xhtmlToHtml } from "./xhtml.ts";

/** Fonts are obfuscated by these (EPUB 3.3, 4.4, and Adobe's older way); text is encrypted by others. */
const FONT_OBFUSCATION: ReadonlySet<string | undefined> = new Set([
  "http://www.idpf.org/2008/embedding",
  "http://ns.adobe.com/pdf/enc#RC",
]);

/** Reads what an EPUB's spine puts in order, but for its cover and its tables of contents. */
export async function readEpub({ bytes }: ImportedFile): Promise<ManuscriptResult> {
  const archive = await unpackArchive(bytes);
  if ("error" in archive) return archive;

  const { files } = archive;
  const texts = [...files].filter(([name]) => /\.(?:xml|opf|ncx|x?html?)$/i.test(name));
  if (texts.some(([, text]) => definesEntities(decodeXml(text)))) {
    return {
      error:
        "This EPUB defines XML entities of its own, which are not read. Save it as HTML, and import that.",
    };
  }
  if (isEncrypted(files)) {
    return {
      error:
        "This EPUB is encrypted, as digital rights management does it. Import one without that.",
    };
  }
  const book = readPackage(files);
  if (book === undefined) {
    return { error: "This EPUB is damaged: it does not say what is in it. Make it anew." };
  }
  const manuscript = manuscriptOf(book, files);
  if (manuscript === undefined) return { error: TOO_MUCH };
  if (manuscript.content.length === 0) {
    return { error: "This EPUB holds no text that its reading order leads to. Make it anew." };
  }
  return { manuscripts: [manuscript] };
}

type Files = ReadonlyMap<string, Uint8Array>;

function isEncrypted(files: Files): boolean {
  return findElements("EncryptionMethod", parseXml(files.get("META-INF/encryption.xml"))).some(
    (method) => !FONT_OBFUSCATION.has(attribute("Algorithm", method)),
  );
}

function manuscriptOf(book: EpubPackage, files: Files): Manuscript | undefined {
  const titles = tocTitles(book, files);
  const read = book.spine.filter((item) => item.role === "text" && files.has(item.path));
  const pages = read.map(({ path }) => xhtmlToHtml(decodeXml(files.get(path) ?? new Uint8Array())));
  const html = pages.map((page, index) => {
    const title = titles.get(read[index]?.path ?? "");
    const hasHeading = /<h[1-6][\s>]/i.test(page.html);
    return `<div>${hasHeading || title === undefined ? "" : headingOf(title)}${page.html}</div>`;
  });
  const whole = htmlManuscript(`<!DOCTYPE html><html><body>${html.join("\n")}</body></html>`);
  if (whole === undefined) return undefined;
  const { content, metadata, remarks } = whole;
  const { more, ...publication } = readPublication(book.root);
  const pageNumbers = pages.reduce((sum, page) => sum + page.pageNumbers, 0);
  return {
    content,
    metadata: { ...metadata, ...publication, more: { ...metadata.more, ...more } },
    remarks: [
      ...remarks,
      ...(pageNumbers > 0 ? [`Numbers of printed pages (${pageNumbers}) are left out.`] : []),
      ...remarksOn(book.spine, files),
    ],
  };
}

function headingOf(title: string): string {
  return `<h2>${title.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</h2>`;
}

function remarksOn(spine: readonly SpineItem[], files: Files): readonly string[] {
  const count = (role: SpineItem["role"]) => spine.filter((item) => item.role === role).length;
  const missing = spine.filter(({ role, path }) => role === "text" && !files.has(path));
  return [
    ...(count("cover") > 0 ? ["The cover is left out."] : []),
    ...(count("contents") > 0 ? ["The table of contents is left out."] : []),
    ...(count("aside") > 0
      ? [`Parts that the reading order leaves aside (${count("aside")}) are left out.`]
      : []),
    ...(count("other") > 0 ? [`Parts that are no XHTML (${count("other")}) are left out.`] : []),
    ...(missing.length > 0
      ? [`Parts that the archive lacks (${missing.length}) are left out.`]
      : []),
  ];
}

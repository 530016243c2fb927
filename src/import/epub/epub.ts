import { htmlManuscript, TOO_MUCH } from "../html/html.ts";
import type { ImportedFile, Manuscript, Reading } from "../manuscript.ts";
import { archiveOf } from "../shared/archive.ts";
import { attribute, definesEntities, elementsNamed, xmlOf, xmlTextOf } from "../shared/xml.ts";
import { type Item, type Package, packageOf, titlesOf } from "./package.ts";
import { publicationOf } from "./publication.ts";
import { pageHtml } from "./xhtml.ts";

/** Fonts are obfuscated by these (EPUB 3.3, 4.4, and Adobe's older way); text is encrypted by others. */
const FONT_OBFUSCATION: ReadonlySet<string | undefined> = new Set([
  "http://www.idpf.org/2008/embedding",
  "http://ns.adobe.com/pdf/enc#RC",
]);

/** Reads what an EPUB's spine puts in order, but for its cover and its tables of contents. */
export async function readEpub({ bytes }: ImportedFile): Promise<Reading> {
  const archive = await archiveOf(bytes);
  if ("refusal" in archive) return archive;

  const { files } = archive;
  const texts = [...files].filter(([name]) => /\.(?:xml|opf|ncx|x?html?)$/i.test(name));
  if (texts.some(([, text]) => definesEntities(xmlTextOf(text)))) {
    return {
      refusal:
        "This EPUB defines XML entities of its own, which are not read. Save it as HTML, and import that.",
    };
  }
  if (isEncrypted(files)) {
    return {
      refusal:
        "This EPUB is encrypted, as digital rights management does it. Import one without that.",
    };
  }
  const book = packageOf(files);
  if (book === undefined) {
    return { refusal: "This EPUB is damaged: it does not say what is in it. Make it anew." };
  }
  const manuscript = manuscriptOf(book, files);
  if (manuscript === undefined) return { refusal: TOO_MUCH };
  if (manuscript.content.length === 0) {
    return { refusal: "This EPUB holds no text that its reading order leads to. Make it anew." };
  }
  return { manuscripts: [manuscript] };
}

type Files = ReadonlyMap<string, Uint8Array>;

function isEncrypted(files: Files): boolean {
  return elementsNamed("EncryptionMethod", xmlOf(files.get("META-INF/encryption.xml"))).some(
    (method) => !FONT_OBFUSCATION.has(attribute("Algorithm", method)),
  );
}

function manuscriptOf(book: Package, files: Files): Manuscript | undefined {
  const titles = titlesOf(book, files);
  const read = book.spine.filter((item) => item.role === "text" && files.has(item.path));
  const pages = read.map(({ path }) => pageHtml(xmlTextOf(files.get(path) ?? new Uint8Array())));
  const html = pages.map((page, index) => {
    const title = titles.get(read[index]?.path ?? "");
    const hasHeading = /<h[1-6][\s>]/i.test(page.html);
    return `<div>${hasHeading || title === undefined ? "" : headingOf(title)}${page.html}</div>`;
  });
  const whole = htmlManuscript(`<!DOCTYPE html><html><body>${html.join("\n")}</body></html>`);
  if (whole === undefined) return undefined;
  const { content, metadata, remarks } = whole;
  const { more, ...publication } = publicationOf(book.root);
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

function remarksOn(spine: readonly Item[], files: Files): readonly string[] {
  const count = (role: Item["role"]) => spine.filter((item) => item.role === role).length;
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

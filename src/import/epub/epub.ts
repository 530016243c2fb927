import type { Result } from "../../foundation/result.ts";
import { manuscriptFromHtml } from "../html/html.ts";
import { ATTRIBUTES, expandSelfClosingTags } from "../html/tags.ts";
import type { ImportedFile, Manuscript, ManuscriptResult } from "../manuscript.ts";
import { type ArchiveFiles, unpackArchive } from "../shared/archive.ts";
import { decodeXml, definesEntities, findElements, parseXml, xmlAttribute } from "../shared/xml.ts";
import { type EpubPackage, parsePackage, parseTocTitles, type SpineItem } from "./package.ts";
import { parsePackageMetadata } from "./package-metadata.ts";

/** Algorithms that obfuscate fonts (EPUB 3.3, 4.4, and Adobe's). Any other one encrypts text. */
const FONT_OBFUSCATION: ReadonlySet<string | undefined> = new Set([
  "http://www.idpf.org/2008/embedding",
  "http://ns.adobe.com/pdf/enc#RC",
]);

/** Reads an EPUB in the order of its spine, without its cover and tables of contents. */
export async function readEpub({ bytes }: ImportedFile): Promise<ManuscriptResult> {
  const files = await unpackArchive(bytes);
  if ("error" in files) return files;

  const texts = [...files].filter(([path]) => /\.(?:xml|opf|ncx|x?html?)$/i.test(path));
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
  const epubPackage = parsePackage(files);
  if ("error" in epubPackage) return epubPackage;
  const manuscript = manuscriptFromPackage(epubPackage, files);
  if ("error" in manuscript) return manuscript;
  if (manuscript.content.length === 0) {
    return { error: "This EPUB holds no text that its reading order leads to. Make it anew." };
  }
  return { manuscripts: [manuscript] };
}

function isEncrypted(files: ArchiveFiles): boolean {
  const encryption = parseXml(files.get("META-INF/encryption.xml"));
  return findElements(encryption, "EncryptionMethod").some(
    (method) => !FONT_OBFUSCATION.has(xmlAttribute(method, "Algorithm")),
  );
}

function manuscriptFromPackage(epubPackage: EpubPackage, files: ArchiveFiles): Result<Manuscript> {
  const titles = parseTocTitles(epubPackage, files);
  const sections: string[] = [];
  let pageNumbers = 0;
  for (const { path, role } of epubPackage.spine) {
    const xhtml = files.get(path);
    if (role !== "text" || xhtml === undefined) continue;
    const page = xhtmlToHtml(decodeXml(xhtml));
    pageNumbers += page.pageNumbers;
    const title = titles.get(path);
    const hasHeading = /<h[1-6][\s>]/i.test(page.html);
    const heading = hasHeading || title === undefined ? "" : renderHeading(title);
    sections.push(`<div>${heading}${page.html}</div>`);
  }
  const manuscript = manuscriptFromHtml(
    `<!DOCTYPE html><html><body>${sections.join("\n")}</body></html>`,
  );
  if ("error" in manuscript) return manuscript;
  const { content, metadata, remarks } = manuscript;
  const { more, ...publication } = parsePackageMetadata(epubPackage.opf);
  return {
    content,
    metadata: { ...metadata, ...publication, more: { ...metadata.more, ...more } },
    remarks: [
      ...remarks,
      ...(pageNumbers > 0 ? [`Numbers of printed pages (${pageNumbers}) are left out.`] : []),
      ...describeOmissions(epubPackage.spine, files),
    ],
  };
}

/** The content of a page's body as HTML. */
interface HtmlPage {
  readonly html: string;
  /** How many page numbers of the printed book were removed. */
  readonly pageNumbers: number;
}

const PAGE_NUMBER = new RegExp(
  `<(span|div|a)\\b(?=${ATTRIBUTES}\\bepub:type=["']pagebreak["'])${ATTRIBUTES}>[^<]*</\\1>`,
  "gi",
);

/**
 * Converts XHTML to HTML: resolves CDATA sections, removes processing instructions and expands
 * self-closing tags. Headers, asides and the like become `div` elements, since they belong to a
 * book's text, but are boilerplate on a web page.
 */
function xhtmlToHtml(xhtml: string): HtmlPage {
  const page = expandSelfClosingTags(
    xhtml
      .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
        text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
      )
      .replace(/<\?[\s\S]*?\?>/g, ""),
  ).replace(/<(\/?)(?:header|footer|aside|main|article|nav)\b/gi, "<$1div");
  let pageNumbers = 0;
  const html = bodyContent(page).replace(PAGE_NUMBER, () => {
    pageNumbers += 1;
    return "";
  });
  return { html, pageNumbers };
}

function bodyContent(html: string): string {
  const startTag = /<body\b[^>]*>/i.exec(html);
  if (startTag === null) return html;
  const start = startTag.index + startTag[0].length;
  const end = html.toLowerCase().lastIndexOf("</body");
  return html.slice(start, end < start ? undefined : end);
}

function renderHeading(title: string): string {
  return `<h2>${title.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</h2>`;
}

/** Describes the items of the spine that were left out, in sentences for the editor. */
function describeOmissions(spine: readonly SpineItem[], files: ArchiveFiles): readonly string[] {
  const count = (role: SpineItem["role"]) => spine.filter((item) => item.role === role).length;
  const nonlinear = count("nonlinear");
  const unsupported = count("unsupported");
  const missing = spine.filter(({ role, path }) => role === "text" && !files.has(path)).length;
  return [
    ...(count("cover") > 0 ? ["The cover is left out."] : []),
    ...(count("toc") > 0 ? ["The table of contents is left out."] : []),
    ...(nonlinear > 0
      ? [`Parts that the reading order leaves aside (${nonlinear}) are left out.`]
      : []),
    ...(unsupported > 0 ? [`Parts that are no XHTML (${unsupported}) are left out.`] : []),
    ...(missing > 0 ? [`Parts that the archive lacks (${missing}) are left out.`] : []),
  ];
}

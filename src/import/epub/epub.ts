import type { Element, Root } from "hast";
import { type Message, message, quoteEach } from "../../catalogue/catalogue.ts";
import type { Result } from "../../foundation/result.ts";
import { elementsIn, htmlAttribute, textContentOf } from "../html/hast.ts";
import { manuscriptFromBook } from "../html/html.ts";
import { hasBlocks } from "../html/page-blocks.ts";
import { isPublishersSection } from "../html/page-parts.ts";
import { toHtmlTags } from "../html/tags.ts";
import type { ImportedFile, Manuscript, ManuscriptResult } from "../manuscript.ts";
import { type ArchiveFiles, unpackArchive } from "../shared/archive.ts";
import {
  decodeXml,
  findElements,
  parseXml,
  withoutDeclarations,
  xmlAttribute,
} from "../shared/xml.ts";
import { type EpubPackage, parsePackage, parseTocTitles, resolvePath } from "./package.ts";
import { parsePackageMetadata } from "./package-metadata.ts";
import { classifyPage, lineTextOf, type PageRole } from "./page-role.ts";

/** Algorithms that obfuscate fonts (EPUB 3.3, 4.4, and Adobe's). Any other one encrypts text. */
const FONT_OBFUSCATION: ReadonlySet<string | undefined> = new Set([
  "http://www.idpf.org/2008/embedding",
  "http://ns.adobe.com/pdf/enc#RC",
]);

/**
 * Reads an EPUB in the order of its spine, without its tables of contents, its cover if that has no
 * words, and the publisher's pages.
 */
export async function readEpub({ bytes }: ImportedFile): Promise<ManuscriptResult> {
  const unpacked = await unpackArchive(bytes);
  if ("error" in unpacked) return unpacked;
  const files = withoutEntities(unpacked);
  if ("error" in files) return files;
  if (isEncrypted(files)) {
    return {
      error: message("epub.encrypted"),
    };
  }
  const epubPackage = parsePackage(files);
  if ("error" in epubPackage) return epubPackage;
  const manuscript = manuscriptFromPackage(epubPackage, files);
  if ("error" in manuscript) return manuscript;
  if (manuscript.content.length === 0) {
    return {
      error: manuscript.remarks.reduce(
        (first, rest) => message("sentences", { first, rest }),
        message("epub.empty"),
      ),
    };
  }
  return { manuscripts: [manuscript] };
}

/** Returns the files of an EPUB without declarations, and with characters instead of their entities. */
function withoutEntities(files: ArchiveFiles): Result<ArchiveFiles> {
  const replaced = new Map(files);
  for (const [path, file] of files) {
    if (!/\.(?:xml|opf|ncx|x?html?)$/i.test(path)) continue;
    const xml = decodeXml(file);
    const plain = withoutDeclarations(xml);
    if (plain === undefined) return { error: message("epub.entities") };
    if (plain !== xml) replaced.set(path, new TextEncoder().encode(plain));
  }
  return replaced;
}

function isEncrypted(files: ArchiveFiles): boolean {
  const encryption = parseXml(files.get("META-INF/encryption.xml"));
  return findElements(encryption, "EncryptionMethod").some(
    (method) => !FONT_OBFUSCATION.has(xmlAttribute(method, "Algorithm")),
  );
}

/** A page that is left out. */
interface OmittedPage {
  readonly role: Exclude<PageRole, "text">;
  readonly name: string;
}

function manuscriptFromPackage(epubPackage: EpubPackage, files: ArchiveFiles): Result<Manuscript> {
  const titles = parseTocTitles(epubPackage, files);
  const paths = epubPackage.spine.filter(
    ({ path, role }) => role !== "unsupported" && role !== "missing" && files.has(path),
  );
  const omitted: OmittedPage[] = [];
  const manuscript = manuscriptFromBook(
    paths.map(({ path }) => xhtmlToHtml(decodeXml(files.get(path) ?? new Uint8Array()))),
    (pages) => {
      const sections = pages.flatMap((page, index): readonly Element[] => {
        const item = paths[index];
        if (item === undefined) return [];
        const title = titles.get(item.path);
        const role = classifyPage(page, item, title);
        if (role !== "text") {
          omitted.push({ role, name: title ?? titleOf(page) });
          return [];
        }
        return [sectionOf(page, item.path, title)];
      });
      const styles = stylesOf(
        pages,
        paths.map(({ path }) => path),
        files,
      );
      return { type: "root", children: [...styles, elementOf("body", sections)] };
    },
  );
  if ("error" in manuscript) return manuscript;
  const { content, metadata, remarks } = manuscript;
  const book = parsePackageMetadata(epubPackage.opf);
  return {
    content,
    metadata: { ...metadata, ...book.metadata, more: { ...metadata.more, ...book.metadata.more } },
    remarks: [
      ...remarks,
      ...book.remarks,
      ...describeOmittedPages(omitted),
      ...describeMissingParts(epubPackage, files),
    ],
  };
}

/** Returns the style sheets of the pages at these paths, each once, as elements of a page. */
function stylesOf(
  pages: readonly Root[],
  paths: readonly string[],
  files: ArchiveFiles,
): readonly Element[] {
  const sheets = pages.flatMap((page, index) =>
    headElements(page).flatMap((element) => {
      if (element.tagName === "style") return [textContentOf(element)];
      const isSheet =
        element.tagName === "link" && /\bstylesheet\b/i.test(htmlAttribute(element, "rel"));
      const path = resolvePath(htmlAttribute(element, "href"), paths[index] ?? "");
      const file = isSheet && path !== undefined ? files.get(path) : undefined;
      return file === undefined ? [] : [new TextDecoder().decode(file)];
    }),
  );
  return [...new Set(sheets)].map((value) => {
    const style = elementOf("style", []);
    style.children.push({ type: "text", value });
    return style;
  });
}

function headElements(page: Root): readonly Element[] {
  const isElement = (node: Root["children"][number]) => node.type === "element";
  const html = page.children.filter(isElement).find(({ tagName }) => tagName === "html");
  const head = html?.children.filter(isElement).find(({ tagName }) => tagName === "head");
  return head?.children.filter(isElement) ?? [];
}

/** Converts XHTML to HTML: resolves CDATA sections, and removes processing instructions. */
function xhtmlToHtml(xhtml: string): string {
  return toHtmlTags(
    xhtml
      .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
        text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
      )
      .replace(/<\?[\s\S]*?\?>/g, ""),
  );
}

/**
 * Returns the content of a page as a section. Its ids and the links to them contain its path, since
 * pages may use the same ids. The title from the table of contents is the heading of a page without one: its first block if that
 * has the same words.
 */
function sectionOf(page: Root, path: string, title: string | undefined): Element {
  const body = elementsIn(page).find(({ tagName }) => tagName === "body");
  const section = elementOf("div", body === undefined ? [] : body.children);
  if (body !== undefined && isPublishersSection(body)) section.properties = body.properties;
  const elements = elementsIn(section);
  for (const element of elements) {
    for (const name of ["id", "name"]) {
      const id = htmlAttribute(element, name);
      if (id !== "") element.properties[name] = `${path}#${id}`;
    }
    const href = htmlAttribute(element, "href");
    const fragment = href.indexOf("#");
    if (element.tagName !== "a" || fragment === -1) continue;
    const target = fragment === 0 ? path : resolvePath(href.slice(0, fragment), path);
    if (target !== undefined) {
      element.properties["href"] = `#${encodeURIComponent(`${target}${href.slice(fragment)}`)}`;
    }
  }
  const hasHeading = elements.some(({ tagName }) => /^h[1-6]$/.test(tagName));
  if (hasHeading || title === undefined) return section;
  const first = elements.find(
    (element) =>
      /^(?:p|div)$/.test(element.tagName) &&
      lineTextOf(element) !== "" &&
      !hasBlocks(element.children),
  );
  if (first !== undefined && lineTextOf(first) === title) {
    first.tagName = "h2";
    return section;
  }
  const heading = elementOf("h2", []);
  heading.children.push({ type: "text", value: title });
  return { ...section, children: [heading, ...section.children] };
}

function elementOf(tagName: string, children: Root["children"]): Element {
  return {
    type: "element",
    tagName,
    properties: {},
    children: children.filter((child) => child.type !== "doctype"),
  };
}

/** How many characters of a page without a title a remark quotes. */
const MAX_QUOTED = 40;

/** Returns the first heading of a page, or otherwise its first words. */
function titleOf(page: Root): string {
  const elements = elementsIn(page);
  const heading = elements.find(({ tagName }) => /^h[1-6]$/.test(tagName));
  const named = heading ?? elements.find(({ tagName }) => tagName === "body");
  const text = named === undefined ? "" : lineTextOf(named);
  return text.length <= MAX_QUOTED ? text : `${text.slice(0, MAX_QUOTED).replace(/\s\S*$/, "")} …`;
}

function describeOmittedPages(omitted: readonly OmittedPage[]): readonly Message[] {
  const named = (role: PageRole) =>
    quoteEach(omitted.filter((page) => page.role === role).map(({ name }) => name));
  const publishers = named("publisher");
  const nonlinear = named("nonlinear");
  return [
    ...(named("cover").length > 0 ? [message("epub.cover")] : []),
    ...(named("toc").length > 0 ? [message("docx.contents")] : []),
    ...(publishers.length > 0 ? [message("epub.publisher", { pages: publishers })] : []),
    ...(nonlinear.length > 0 ? [message("epub.nonlinear", { parts: nonlinear })] : []),
  ];
}

/** Describes the items of the spine that cannot be read, in sentences for the editor. */
function describeMissingParts({ spine }: EpubPackage, files: ArchiveFiles): readonly Message[] {
  const unsupported = spine.filter(({ role }) => role === "unsupported").length;
  const missing = spine.filter(
    ({ role, path }) => role === "missing" || (role !== "unsupported" && !files.has(path)),
  ).length;
  return [
    ...(unsupported > 0 ? [message("epub.unsupported", { count: unsupported })] : []),
    ...(missing > 0 ? [message("epub.missing", { count: missing })] : []),
  ];
}

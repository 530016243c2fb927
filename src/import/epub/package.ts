import type { Element, Root } from "xast";
import { message } from "../../catalogue/catalogue.ts";
import type { Result } from "../../foundation/result.ts";
import type { ArchiveFiles } from "../shared/archive.ts";
import { findElements, normalizedText, parseXml, xmlAttribute } from "../shared/xml.ts";

/** An EPUB's package: its package document (OPF) and the files that this refers to. */
export interface EpubPackage {
  readonly opf: Root;
  /** The reading order. */
  readonly spine: readonly SpineItem[];
  /** The paths of the tables of contents: EPUB 3's navigation document before EPUB 2's NCX. */
  readonly tocPaths: readonly string[];
}

/** An item of the spine. */
export interface SpineItem {
  /** The file's path within the archive. */
  readonly path: string;
  /** The role of the whole file in the package; `unsupported`: it is not XHTML; `missing`: there is no such file. */
  readonly role: "text" | "cover" | "toc" | "unsupported" | "missing";
  /** False for a part beside the reading order, such as answers. */
  readonly isLinear: boolean;
}

/** Parses an EPUB's package. Returns an error if the container refers to none that can be parsed. */
export function parsePackage(files: ArchiveFiles): Result<EpubPackage> {
  const [rootFile] = findElements(parseXml(files.get("META-INF/container.xml")), "rootfile");
  const opfPath = rootFile && resolvePath(xmlAttribute(rootFile, "full-path"), "");
  const opf = opfPath === undefined ? undefined : parseXml(files.get(opfPath));
  if (opfPath === undefined || opf === undefined) {
    return { error: message("epub.damaged") };
  }

  const manifest = findElements(opf, "item");
  const itemsById = new Map(manifest.map((item) => [xmlAttribute(item, "id"), item]));
  const guideTypes = new Map(
    findElements(opf, "reference")
      // A reference with a fragment leads into a page, of which it says nothing.
      .filter((reference) => xmlAttribute(reference, "href")?.includes("#") === false)
      .map((reference) => [
        resolvePath(xmlAttribute(reference, "href"), opfPath),
        xmlAttribute(reference, "type")?.toLowerCase(),
      ]),
  );
  const spine = findElements(opf, "itemref").map((itemRef): SpineItem => {
    const item = itemsById.get(xmlAttribute(itemRef, "idref"));
    const path = item && resolvePath(xmlAttribute(item, "href"), opfPath);
    const isLinear = xmlAttribute(itemRef, "linear") !== "no";
    if (item === undefined || path === undefined) return { path: "", role: "missing", isLinear };
    return { path, role: spineRole(item, guideTypes.get(path)), isLinear };
  });
  const tocPaths = [...manifest.filter(isNavDocument), ...manifest.filter(isNcx)].flatMap(
    (item) => resolvePath(xmlAttribute(item, "href"), opfPath) ?? [],
  );
  return { opf, spine, tocPaths };
}

function spineRole(item: Element, guideType: string | undefined): SpineItem["role"] {
  const mediaType = xmlAttribute(item, "media-type");
  const isXhtml =
    mediaType !== undefined &&
    /^(?:application\/xhtml\+xml|text\/(?:html|x-oeb1-document))$/i.test(mediaType);
  if (!isXhtml) return "unsupported";
  if (isNavDocument(item) || guideType === "toc") return "toc";
  return guideType === "cover" ? "cover" : "text";
}

function isNavDocument(item: Element): boolean {
  const properties = xmlAttribute(item, "properties");
  return properties?.split(/\s+/).includes("nav") === true;
}

function isNcx(item: Element): boolean {
  return xmlAttribute(item, "media-type") === "application/x-dtbncx+xml";
}

/** Returns the titles of files, by path, from the first table of contents that has any. */
export function parseTocTitles(
  { tocPaths }: EpubPackage,
  files: ArchiveFiles,
): ReadonlyMap<string, string> {
  for (const tocPath of tocPaths) {
    const titles = new Map<string, string>();
    const toc = parseXml(files.get(tocPath));
    for (const { href, title } of [...navDocumentLinks(toc), ...ncxLinks(toc)]) {
      const path = resolvePath(href, tocPath);
      if (path !== undefined && title !== undefined && !titles.has(path)) titles.set(path, title);
    }
    if (titles.size > 0) return titles;
  }
  return new Map();
}

interface TocLink {
  readonly href: string | undefined;
  readonly title: string | undefined;
}

function navDocumentLinks(toc: Root | undefined): readonly TocLink[] {
  return findElements(toc, "nav")
    .filter((nav) => xmlAttribute(nav, "type") === "toc")
    .flatMap((nav) => findElements(nav, "a"))
    .map((link) => ({ href: xmlAttribute(link, "href"), title: normalizedText(link) }));
}

function ncxLinks(toc: Root | undefined): readonly TocLink[] {
  return findElements(toc, "navPoint").map((navPoint) => {
    const [content] = findElements(navPoint, "content");
    return {
      href: content && xmlAttribute(content, "src"),
      title: normalizedText(findElements(navPoint, "navLabel").at(0)),
    };
  });
}

/**
 * Resolves a link in the file at `basePath` to a path within the archive. Returns undefined if it
 * leads out of the archive.
 */
export function resolvePath(href: string | undefined, basePath: string): string | undefined {
  if (href === undefined) return undefined;
  try {
    const archive = "http://archive.invalid/";
    const url = new URL(href, new URL(encodeURI(basePath), archive));
    return url.href.startsWith(archive) ? decodeURIComponent(url.pathname.slice(1)) : undefined;
  } catch {
    return undefined;
  }
}

import type { Element, Root } from "xast";
import { attribute, findElements, parseXml, textIn } from "../shared/xml.ts";

/** What an EPUB says of itself: its metadata, and its parts in reading order. */
export interface EpubPackage {
  readonly root: Root;
  readonly spine: readonly SpineItem[];
  /** Where its tables of contents are, the better one first. */
  readonly contents: readonly string[];
}

/** A part of the reading order. */
export interface SpineItem {
  /** Within the archive. */
  readonly path: string;
  readonly role: "text" | "cover" | "contents" | "aside" | "other";
}

type Files = ReadonlyMap<string, Uint8Array>;

/** Undefined if the container names no package that can be read. */
export function readPackage(files: Files): EpubPackage | undefined {
  const [rootFile] = findElements("rootfile", parseXml(files.get("META-INF/container.xml")));
  const path = rootFile && pathOf(attribute("full-path", rootFile), "");
  const root = path === undefined ? undefined : parseXml(files.get(path));
  if (path === undefined || root === undefined) return undefined;

  const listed = findElements("item", root);
  const byId = new Map(listed.map((item) => [attribute("id", item), item]));
  const guided = new Map(
    findElements("reference", root).map((reference) => [
      pathOf(attribute("href", reference), path),
      attribute("type", reference)?.toLowerCase(),
    ]),
  );
  const spine = findElements("itemref", root).flatMap((reference) => {
    const item = byId.get(attribute("idref", reference));
    const itemPath = item && pathOf(attribute("href", item), path);
    if (item === undefined || itemPath === undefined) return [];
    return [{ path: itemPath, role: roleOf(item, reference, guided.get(itemPath)) }];
  });
  const contents = [...listed.filter(isNavigation), ...listed.filter(isNcx)].flatMap(
    (item) => pathOf(attribute("href", item), path) ?? [],
  );
  return { root, spine, contents };
}

function roleOf(item: Element, reference: Element, guide: string | undefined): SpineItem["role"] {
  if (isNavigation(item) || guide === "toc") return "contents";
  if (guide === "cover") return "cover";
  if (attribute("linear", reference) === "no") return "aside";
  return /^(?:application\/xhtml\+xml|text\/(?:html|x-oeb1-document))$/i.test(
    attribute("media-type", item) ?? "",
  )
    ? "text"
    : "other";
}

function isNavigation(item: Element): boolean {
  return attribute("properties", item)?.split(/\s+/).includes("nav") ?? false;
}

function isNcx(item: Element): boolean {
  return attribute("media-type", item) === "application/x-dtbncx+xml";
}

/** What the first readable table of contents calls each file; by the file's path. */
export function tocTitles({ contents }: EpubPackage, files: Files): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const path of contents) {
    const root = parseXml(files.get(path));
    for (const [link, title] of [...navigationLinks(root), ...ncxLinks(root)]) {
      const target = pathOf(link, path);
      if (target !== undefined && title !== undefined && !titles.has(target)) {
        titles.set(target, title);
      }
    }
    if (titles.size > 0) return titles;
  }
  return titles;
}

type Link = readonly [href: string | undefined, title: string | undefined];

function navigationLinks(root: Root | undefined): readonly Link[] {
  return findElements("nav", root)
    .filter((nav) => attribute("type", nav) === "toc")
    .flatMap((nav) => findElements("a", nav))
    .map((link) => [attribute("href", link), textIn(link)]);
}

function ncxLinks(root: Root | undefined): readonly Link[] {
  return findElements("navPoint", root).map((point) => {
    const [content] = findElements("content", point);
    return [content && attribute("src", content), textIn(findElements("navLabel", point)[0])];
  });
}

/** A path within the archive, to which a link in the file at `base` leads; undefined if it leads out. */
function pathOf(href: string | undefined, base: string): string | undefined {
  if (href === undefined) return undefined;
  try {
    const archive = "http://archive.invalid/";
    const url = new URL(href, new URL(encodeURI(base), archive));
    return url.href.startsWith(archive) ? decodeURIComponent(url.pathname.slice(1)) : undefined;
  } catch {
    return undefined;
  }
}

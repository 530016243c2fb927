import type { Element, Root } from "xast";
import { attribute, elementsNamed, textIn, xmlOf } from "../shared/xml.ts";

/** What an EPUB says of itself: its metadata, and its parts in reading order. */
export interface Package {
  readonly root: Root;
  readonly spine: readonly Item[];
  /** Where its tables of contents are, the better one first. */
  readonly contents: readonly string[];
}

/** A part of the reading order. */
export interface Item {
  /** Within the archive. */
  readonly path: string;
  readonly role: "text" | "cover" | "contents" | "aside" | "other";
}

type Files = ReadonlyMap<string, Uint8Array>;

/** Undefined if the container names no package that can be read. */
export function packageOf(files: Files): Package | undefined {
  const [rootFile] = elementsNamed("rootfile", xmlOf(files.get("META-INF/container.xml")));
  const path = rootFile && pathOf(attribute("full-path", rootFile), "");
  const root = path === undefined ? undefined : xmlOf(files.get(path));
  if (path === undefined || root === undefined) return undefined;

  const listed = elementsNamed("item", root);
  const byId = new Map(listed.map((item) => [attribute("id", item), item]));
  const guided = new Map(
    elementsNamed("reference", root).map((reference) => [
      pathOf(attribute("href", reference), path),
      attribute("type", reference)?.toLowerCase(),
    ]),
  );
  const spine = elementsNamed("itemref", root).flatMap((reference) => {
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

function roleOf(item: Element, reference: Element, guide: string | undefined): Item["role"] {
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
export function titlesOf({ contents }: Package, files: Files): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const path of contents) {
    const root = xmlOf(files.get(path));
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
  return elementsNamed("nav", root)
    .filter((nav) => attribute("type", nav) === "toc")
    .flatMap((nav) => elementsNamed("a", nav))
    .map((link) => [attribute("href", link), textIn(link)]);
}

function ncxLinks(root: Root | undefined): readonly Link[] {
  return elementsNamed("navPoint", root).map((point) => {
    const [content] = elementsNamed("content", point);
    return [content && attribute("src", content), textIn(elementsNamed("navLabel", point)[0])];
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

import type { Element, Root } from "hast";
import * as v from "valibot";
import { message } from "../../catalogue/catalogue.ts";
import { spokenName } from "../../corpus/csl.ts";
import { parseWrittenDate } from "../../corpus/dates/written-date.ts";
import { isWebAddress } from "../../foundation/web-address.ts";
import { isLanguageTag } from "../../language/tags.ts";
import type { Manuscript } from "../manuscript.ts";
import { removeControlCharacters } from "../shared/encoding.ts";
import {
  distinctNames,
  type FileAuthors,
  parseFileAuthors,
  parseFileTitle,
} from "../shared/file-metadata.ts";
import { elementsIn, htmlAttribute, textContentOf } from "./hast.ts";

/**
 * Extracts a page's metadata from `meta` tags (Google Scholar, Dublin Core, Open Graph), JSON-LD
 * (schema.org) and the `title` element.
 */
export function extractPageMetadata(page: Root): Pick<Manuscript, "metadata" | "remarks"> {
  const elements = elementsIn(page);
  const metaTags = parseMetaTags(elements);
  /** Returns the contents of the first of these tags that the page has. */
  function all(...names: readonly string[]): readonly string[] {
    for (const name of names) {
      const contents = metaTags.get(name);
      if (contents !== undefined) return contents;
    }
    return [];
  }
  const first = (...names: readonly string[]) => all(...names).at(0);

  const work = findLinkedWork(
    elements
      .filter((element) => /^application\/ld\+json\b/i.test(htmlAttribute(element, "type")))
      .map(textContentOf),
  );
  const titleElement = elements.find(({ tagName }) => tagName === "title");
  const canonical = elements.find((element) => htmlAttribute(element, "rel") === "canonical");
  const html = elements.find(({ tagName }) => tagName === "html");

  const site = first("og:site_name");
  const headings = elements.filter(({ tagName }) => tagName === "h1").map(textContentOf);
  const titleLine = titleElement && singleLine(textContentOf(titleElement));
  const shownTitles = definedValues([titleLine, first("og:title"), ...headings.map(singleLine)]);
  const title = [
    first("citation_title", "dc.title", "dcterms.title"),
    work && titleOfWork(work, shownTitles),
    first("og:title"),
    titleLine,
    // Lower headings may come before it: “Share”.
    headings.length === 1 ? singleLine(headings[0] ?? "") : undefined,
  ]
    .map(
      (one) =>
        one && parseFileTitle(withoutSite(one, site ?? work?.publisher, headings.map(singleLine))),
    )
    .find((one) => one !== undefined && one !== "");
  const isWiki = first("generator")?.startsWith("MediaWiki") ?? false;
  const date = [
    ...all("citation_publication_date", "citation_date", "dc.date", "dcterms.created"),
    // The words of a wiki are those of its last version.
    ...definedValues([isWiki ? work?.dateModified : work?.datePublished]),
    ...all("article:published_time", "date"),
  ]
    .map(parseWrittenDate)
    .find((parsed) => parsed !== undefined);
  const authors = findAuthors(
    all("citation_author", "citation_authors", "dc.creator", "dcterms.creator"),
    work?.author,
    all("author", "article:author", "parsely-author", "sailthru.author", "byl"),
  );
  const from = [...new Set(authors.names.map(spokenName))];
  const URL = definedValues([
    canonical && htmlAttribute(canonical, "href"),
    work?.url,
    first("og:url"),
  ]).find(isWebAddress);
  const language = definedValues([
    first("citation_language", "dc.language", "dcterms.language") ?? work?.inLanguage,
    html && (htmlAttribute(html, "lang") || htmlAttribute(html, "xmlLang")),
  ]).find(isLanguageTag);
  const rights = first("dc.rights", "dcterms.rights");
  const type = (work && cslTypeOf(work)) ?? (URL === undefined ? undefined : "webpage");
  const more = {
    publisher: first("citation_publisher", "dc.publisher", "dcterms.publisher") ?? work?.publisher,
    "container-title": first("citation_journal_title") ?? site,
    volume: first("citation_volume"),
    issue: first("citation_issue"),
    DOI: first("citation_doi"),
    ISBN: first("citation_isbn"),
    ISSN: first("citation_issn"),
  };
  const known = Object.entries(more).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return {
    metadata: {
      ...(title !== undefined && { title }),
      ...(type !== undefined && { type }),
      ...(date !== undefined && { date }),
      ...(from.length > 0 && { from }),
      ...(language !== undefined && { language }),
      ...(rights !== undefined && { rights }),
      ...(URL !== undefined && { URL }),
      ...(known.length > 0 && { more: Object.fromEntries(known) }),
    },
    remarks: authors.others.map((author) => message("metadata.no-author", { author })),
  };
}

/** Parses `meta` tags into their contents, by lower-case name or property. Empty ones are skipped. */
function parseMetaTags(elements: readonly Element[]): ReadonlyMap<string, readonly string[]> {
  const metaTags = new Map<string, string[]>();
  for (const element of elements) {
    if (element.tagName !== "meta") continue;
    const content = singleLine(htmlAttribute(element, "content"));
    if (content === "") continue;
    const name = toTagName(htmlAttribute(element, "name") || htmlAttribute(element, "property"));
    const contents = metaTags.get(name);
    if (contents === undefined) metaTags.set(name, [content]);
    else contents.push(content);
  }
  return metaTags;
}

/** Returns the name of a tag in lower case. That of Dublin Core has a point after its prefix, and no refinement. */
function toTagName(name: string): string {
  return name.toLowerCase().replace(/^(dc|dcterms)[.:](\w+).*$/, "$1.$2");
}

/** The sign between the title of a page and the name of its site. */
const SEPARATOR = String.raw`\s*(?:[|–—»«›:·•]+|\s-+)\s+|\s*[|»›]\s*`;

/**
 * Returns a title without the name of the site, or with no more than the only heading of the page that it contains. The
 * heading can be the name of the site, as in its logo: it is not the title then.
 */
function withoutSite(title: string, site: string | undefined, headings: readonly string[]): string {
  const parts = title.split(new RegExp(SEPARATOR, "u"));
  const [heading, ...others] = headings.filter((one) => one !== "" && one !== site);
  if (heading !== undefined && others.length === 0) {
    if (parts.includes(heading)) return heading;
    if (/project gutenberg/i.test(title) && title.includes(heading)) return heading;
  }
  if (site === undefined || parts.length < 2) return title;
  if (title.endsWith(site) && parts.at(-1) === site) {
    return title.slice(0, -site.length).replace(/[\s|–—»«›:·•-]+$/u, "");
  }
  if (title.startsWith(site) && parts[0] === site) {
    return title.slice(site.length).replace(/^[\s|–—»«›:·•-]+/u, "");
  }
  return title;
}

/**
 * Returns the authors by the most reliable source that names one: scholarly tags, JSON-LD, then other tags. If none does,
 * the names of programs and accounts are returned as others.
 */
function findAuthors(...sources: readonly (readonly string[] | undefined)[]): FileAuthors {
  const others = new Set<string>();
  for (const source of sources) {
    const parsed = (source ?? []).map((text) => parseFileAuthors(text));
    const names = distinctNames(parsed.flatMap((one) => one.names));
    if (names.length > 0) return { names, others: [] };
    for (const name of parsed.flatMap((one) => one.others)) others.add(name);
  }
  return { names: [], others: [...others] };
}

/** Returns the title of a work. A wiki's headline describes the article, and the page does not show it. */
function titleOfWork({ headline, name }: LinkedWork, shown: readonly string[]): string | undefined {
  const titles = definedValues([headline, name]);
  return titles.find((title) => shown.some((one) => one.includes(title))) ?? titles[0];
}

/** CSL's names for the types of schema.org. */
const CSL_TYPES: ReadonlyMap<string, string> = new Map([
  ["BlogPosting", "post-weblog"],
  ["Book", "book"],
  ["DiscussionForumPosting", "post"],
  ["Legislation", "legislation"],
  ["NewsArticle", "article-newspaper"],
  ["OpinionNewsArticle", "article-newspaper"],
  ["Report", "report"],
  ["ReportageNewsArticle", "article-newspaper"],
  ["ScholarlyArticle", "article-journal"],
  ["SocialMediaPosting", "post"],
  ["Thesis", "thesis"],
]);

const text = v.pipe(v.string(), v.transform(singleLine), v.nonEmpty());

/** Makes a property optional, and treats an invalid value as missing. */
const lenient = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.fallback(v.optional(schema), undefined);

/** A name, or the name of a person or organization. */
const name = v.union([
  text,
  v.pipe(
    v.object({
      name: v.union([
        text,
        v.pipe(
          v.array(text),
          v.transform((names) => names.join("; ")),
        ),
      ]),
    }),
    v.transform((thing) => thing.name),
  ),
]);

/** A value, or the first of a list. */
const firstOf = (schema: v.GenericSchema<unknown, string>) =>
  v.union([
    schema,
    v.pipe(
      v.array(v.unknown()),
      v.transform(([first]) => first),
      schema,
    ),
  ]);

/** A creative work of schema.org. */
const LINKED_WORK = v.object({
  "@type": lenient(firstOf(text)),
  headline: lenient(text),
  name: lenient(text),
  author: lenient(
    v.union([
      v.pipe(
        name,
        v.transform((only) => [only]),
      ),
      v.array(name),
    ]),
  ),
  datePublished: lenient(text),
  dateModified: lenient(text),
  publisher: lenient(firstOf(name)),
  inLanguage: lenient(firstOf(text)),
  url: lenient(text),
});

type LinkedWork = v.InferOutput<typeof LINKED_WORK>;

/** Finds the first work in a page's JSON-LD scripts. */
function findLinkedWork(scripts: readonly string[]): LinkedWork | undefined {
  return scripts
    .flatMap(parseJsonLd)
    .map((item) => v.safeParse(LINKED_WORK, item))
    .flatMap(({ success, output }) => (success ? [output] : []))
    .find(
      (work) =>
        !/^(?:WebSite|Organization|Person|BreadcrumbList|ImageObject)$/.test(work["@type"] ?? "") &&
        (work.headline !== undefined || cslTypeOf(work) !== undefined),
    );
}

function cslTypeOf(work: LinkedWork): string | undefined {
  return work["@type"] === undefined ? undefined : CSL_TYPES.get(work["@type"]);
}

/** Parses a JSON-LD script into its items. Returns none if it is not JSON. */
function parseJsonLd(json: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    const graph = v.safeParse(v.object({ "@graph": v.array(v.unknown()) }), value);
    return graph.success ? resolveAuthors(graph.output["@graph"]) : [value].flat();
  } catch {
    return [];
  }
}

const REFERENCE = v.looseObject({ "@id": v.string() });
const IDENTIFIED = v.object({ "@id": v.string(), name: v.string() });
const AUTHORED = v.looseObject({ author: v.union([v.array(v.unknown()), v.looseObject({})]) });

/** Replaces references to authors by the items of a graph that they refer to. One with a name stays. */
function resolveAuthors(graph: readonly unknown[]): readonly unknown[] {
  const named = new Map(
    graph.flatMap((item) => {
      const { success, output } = v.safeParse(IDENTIFIED, item);
      return success ? [[output["@id"], output] as const] : [];
    }),
  );
  return graph.map((item) => {
    const { success, output } = v.safeParse(AUTHORED, item);
    if (!success) return item;
    const author = [output.author].flat().flatMap((one) => {
      const reference = v.safeParse(REFERENCE, one);
      if (!reference.success || "name" in reference.output) return [one];
      return named.get(reference.output["@id"]) ?? [];
    });
    return { ...output, author };
  });
}

function singleLine(value: string): string {
  return removeControlCharacters(value).replace(/\s+/g, " ").trim();
}

function definedValues<Value>(values: readonly (Value | undefined)[]): readonly Value[] {
  return values.filter((value) => value !== undefined);
}

import type { Element, Root } from "hast";
import * as v from "valibot";
import { parseWrittenDate } from "../../corpus/dates/written-date.ts";
import { isWebAddress } from "../../foundation/web-address.ts";
import { isLanguageTag } from "../../language/tags.ts";
import type { Metadata } from "../manuscript.ts";
import { removeControlCharacters } from "../shared/encoding.ts";
import { elementsIn, htmlAttribute, textContentOf } from "./hast.ts";

/**
 * Extracts a page's metadata from `meta` tags (Google Scholar, Dublin Core, Open Graph), JSON-LD
 * (schema.org) and the `title` element.
 */
export function extractPageMetadata(page: Root): Metadata {
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

  const title =
    first("citation_title", "dc.title", "dcterms.title") ??
    work?.headline ??
    work?.name ??
    first("og:title") ??
    (titleElement && singleLine(textContentOf(titleElement)));
  const date = [
    ...all("citation_publication_date", "citation_date", "dc.date", "dcterms.created"),
    ...definedValues([work?.datePublished]),
    ...all("article:published_time", "date"),
  ]
    .map(parseWrittenDate)
    .find((parsed) => parsed !== undefined);
  const from = findAuthors(
    all("citation_author", "dc.creator", "dcterms.creator"),
    work?.author,
    all("author", "article:author"),
  );
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
    "container-title": first("citation_journal_title") ?? first("og:site_name"),
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
    ...(title !== undefined && title !== "" && { title }),
    ...(type !== undefined && { type }),
    ...(date !== undefined && { date }),
    ...(from.length > 0 && { from }),
    ...(language !== undefined && { language }),
    ...(rights !== undefined && { rights }),
    ...(URL !== undefined && { URL }),
    ...(known.length > 0 && { more: Object.fromEntries(known) }),
  };
}

/** Parses `meta` tags into their contents, by lower-case name or property. Empty ones are skipped. */
function parseMetaTags(elements: readonly Element[]): ReadonlyMap<string, readonly string[]> {
  const metaTags = new Map<string, string[]>();
  for (const element of elements) {
    if (element.tagName !== "meta") continue;
    const content = singleLine(htmlAttribute(element, "content"));
    if (content === "") continue;
    const name = htmlAttribute(element, "name") || htmlAttribute(element, "property");
    const contents = metaTags.get(name.toLowerCase());
    if (contents === undefined) metaTags.set(name.toLowerCase(), [content]);
    else contents.push(content);
  }
  return metaTags;
}

/** Returns the authors by the most reliable source: scholarly tags, JSON-LD, then other tags. */
function findAuthors(
  scholarly: readonly string[],
  linked: readonly string[] | undefined,
  plain: readonly string[],
): readonly string[] {
  const names =
    scholarly.length > 0
      ? scholarly.map(givenNameFirst)
      : linked !== undefined && linked.length > 0
        ? linked
        : plain.filter((name) => !isWebAddress(name));
  return [...new Set(names)];
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
    v.object({ name: text }),
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
    .find((work) => work.headline !== undefined || cslTypeOf(work) !== undefined);
}

function cslTypeOf(work: LinkedWork): string | undefined {
  return work["@type"] === undefined ? undefined : CSL_TYPES.get(work["@type"]);
}

/** Parses a JSON-LD script into its items. Returns none if it is not JSON. */
function parseJsonLd(json: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    const graph = v.safeParse(v.object({ "@graph": v.array(v.unknown()) }), value);
    return graph.success ? graph.output["@graph"] : [value].flat();
  } catch {
    return [];
  }
}

function singleLine(value: string): string {
  return removeControlCharacters(value).replace(/\s+/g, " ").trim();
}

/** Turns “Hamilton, Alexander” into “Alexander Hamilton”, but keeps “King, Jr.” and “Henry, IV”. */
function givenNameFirst(author: string): string {
  return author.replace(/^([^,]*),\s*(?!\s|(?:[JS]r\.?|[IVX]+)$)([^,]*)$/, "$2 $1");
}

function definedValues<Value>(values: readonly (Value | undefined)[]): readonly Value[] {
  return values.filter((value) => value !== undefined);
}

import type { Root } from "hast";
import * as v from "valibot";
import { isLanguage } from "../../corpus/schemas.ts";
import { isWebAddress } from "../../foundation/web-address.ts";
import type { Metadata } from "../manuscript.ts";
import { removeControlCharacters } from "../shared/encoding.ts";
import { parseWrittenDate } from "../shared/written-date.ts";
import { attributeOf, elementsIn, textContentOf } from "./hast.ts";

/**
 * What a page says of itself: in the tags of Google Scholar and Dublin Core, in JSON-LD by the words
 * of schema.org, in those of Open Graph, and in its title.
 */
export function pageMetadata(page: Root): Metadata {
  const elements = elementsIn(page);
  const named = new Map<string, string[]>();
  for (const element of elements) {
    if (element.tagName !== "meta") continue;
    const content = singleLine(attributeOf(element, "content"));
    const name = attributeOf(element, "name") || attributeOf(element, "property");
    if (content !== "")
      named.set(name.toLowerCase(), [...(named.get(name.toLowerCase()) ?? []), content]);
  }
  const all = (...names: readonly string[]) =>
    names.map((name) => named.get(name) ?? []).find(({ length }) => length > 0) ?? [];
  const one = (...names: readonly string[]) => all(...names)[0];

  const work = linkedWork(
    elements
      .filter((element) => /^application\/ld\+json\b/i.test(attributeOf(element, "type")))
      .map(textContentOf),
  );
  const titled = elements.find(({ tagName }) => tagName === "title");
  const canonical = elements.find((element) => attributeOf(element, "rel") === "canonical");
  const html = elements.find(({ tagName }) => tagName === "html");

  const title =
    one("citation_title", "dc.title", "dcterms.title") ??
    work.headline ??
    one("og:title") ??
    (titled && singleLine(textContentOf(titled)));
  const date = [
    ...all("citation_publication_date", "citation_date", "dc.date", "dcterms.created"),
    ...(work.datePublished === undefined ? [] : [work.datePublished]),
    ...all("article:published_time", "date"),
  ].flatMap((text) => parseWrittenDate(text) ?? [])[0];
  const scholarly = all("citation_author", "dc.creator", "dcterms.creator");
  const from =
    scholarly.length > 0
      ? scholarly.map(givenFirst)
      : work.authors.length > 0
        ? work.authors
        : all("author", "article:author").filter((name) => !isWebAddress(name));
  const URL = [
    canonical === undefined ? "" : attributeOf(canonical, "href"),
    work.url ?? "",
    one("og:url") ?? "",
  ].find(isWebAddress);
  const language = [
    one("citation_language", "dc.language", "dcterms.language") ?? work.inLanguage ?? "",
    html === undefined ? "" : attributeOf(html, "lang") || attributeOf(html, "xmlLang"),
  ].find(isLanguage);
  const rights = one("dc.rights", "dcterms.rights");
  const type = TYPES[work.type ?? ""] ?? (URL === undefined ? undefined : "webpage");
  const more = {
    publisher: one("citation_publisher", "dc.publisher", "dcterms.publisher") ?? work.publisher,
    "container-title": one("citation_journal_title") ?? one("og:site_name"),
    volume: one("citation_volume"),
    issue: one("citation_issue"),
    DOI: one("citation_doi"),
    ISBN: one("citation_isbn"),
    ISSN: one("citation_issn"),
  };
  const known = Object.entries(more).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return {
    ...(title !== undefined && title !== "" && { title }),
    ...(type !== undefined && { type }),
    ...(date !== undefined && { date }),
    ...(from.length > 0 && { from: [...new Set(from)] }),
    ...(language !== undefined && { language }),
    ...(rights !== undefined && { rights }),
    ...(URL !== undefined && { URL }),
    ...(known.length > 0 && { more: Object.fromEntries(known) }),
  };
}

/** The types of schema.org that CSL has a word for. */
const TYPES: Readonly<Record<string, string>> = {
  BlogPosting: "post-weblog",
  Book: "book",
  DiscussionForumPosting: "post",
  Legislation: "legislation",
  NewsArticle: "article-newspaper",
  OpinionNewsArticle: "article-newspaper",
  Report: "report",
  ReportageNewsArticle: "article-newspaper",
  ScholarlyArticle: "article-journal",
  SocialMediaPosting: "post",
  Thesis: "thesis",
};

const text = v.pipe(v.string(), v.transform(singleLine), v.nonEmpty());
const maybe = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.fallback(v.optional(schema), undefined);
const name = v.union([
  text,
  v.pipe(
    v.object({ name: text }),
    v.transform((one) => one.name),
  ),
]);
const firstOf = (schema: v.GenericSchema<unknown, string>) =>
  v.union([
    schema,
    v.pipe(
      v.array(v.unknown()),
      v.transform(([first]) => first),
      schema,
    ),
  ]);

const WORK = v.object({
  "@type": maybe(firstOf(text)),
  headline: maybe(text),
  name: maybe(text),
  author: maybe(
    v.union([
      v.pipe(
        name,
        v.transform((one) => [one]),
      ),
      v.array(name),
    ]),
  ),
  datePublished: maybe(text),
  publisher: maybe(firstOf(name)),
  inLanguage: maybe(firstOf(text)),
  url: maybe(text),
});

interface LinkedWork {
  readonly type?: string | undefined;
  readonly headline?: string | undefined;
  readonly authors: readonly string[];
  readonly datePublished?: string | undefined;
  readonly publisher?: string | undefined;
  readonly inLanguage?: string | undefined;
  readonly url?: string | undefined;
}

/** The first work among what a page says in JSON-LD. */
function linkedWork(scripts: readonly string[]): LinkedWork {
  const works = scripts
    .flatMap(itemsIn)
    .map((item) => v.safeParse(WORK, item))
    .flatMap(({ success, output }) => (success ? [output] : []));
  const work = works.find(
    (one) => one.headline !== undefined || TYPES[one["@type"] ?? ""] !== undefined,
  );
  if (work === undefined) return { authors: [] };
  return {
    ...work,
    type: work["@type"],
    headline: work.headline ?? work.name,
    authors: work.author ?? [],
  };
}

function itemsIn(json: string): readonly unknown[] {
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

/** “Hamilton, Alexander” in a list of authors is Alexander Hamilton. */
function givenFirst(author: string): string {
  const [family = "", given, ...others] = author.split(/,\s*/);
  const isTwo = given !== undefined && others.length === 0 && !/^(?:[JS]r\.?|[IVX]+)$/.test(given);
  return isTwo ? `${given} ${family}` : author;
}

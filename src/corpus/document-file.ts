import { createHash } from "node:crypto";
import type * as v from "valibot";
import { message } from "../catalogue/catalogue.ts";
import { closeDirectionControls } from "../catalogue/direction-controls.ts";
import { groupBy } from "../foundation/group-by.ts";
import { append } from "../foundation/long-arrays.ts";
import { oneLetterOff } from "../foundation/spelling.ts";
import { languageOfScript } from "../language/tags.ts";
import { type Body, type BodyKind, readBody } from "./body.ts";
import { CSL_TYPES, parseNames, spokenName } from "./csl.ts";
import type { Document, Person } from "./document.ts";
import { type Markdown, parseMarkdown } from "./markdown.ts";
import type { Problem } from "./problem.ts";
import { extraFields, FRONT_MATTER, FRONT_MATTER_KEYS, ID_PATTERN } from "./schemas.ts";
import type { Tables } from "./tables.ts";
import { isMapping } from "./yaml.ts";
import { parseYamlAs } from "./yaml-schema.ts";

/** The content of a Markdown file by itself, whatever the tables and other documents contain. */
export interface ParsedDocument {
  readonly path: string;
  /** The ids that its path can give it. */
  readonly pathIds: readonly string[];
  readonly body: Body;
  /** Undefined if it is invalid. */
  readonly front?: ParsedFrontMatter;
  readonly problems: readonly Problem[];
  readonly advice: readonly Problem[];
}

interface ParsedFrontMatter {
  readonly value: v.InferOutput<typeof FRONT_MATTER>;
  readonly more: Readonly<Record<string, string>>;
  /** The tags of other programs. */
  readonly tags: readonly string[];
  /** The lines of some keys, each followed by those of its items. */
  readonly lines: ReadonlyMap<string, readonly number[]>;
}

/** The keys that are checked against the tables and other documents. */
const CHECKED_KEYS = ["id", "formerly", "from", "to", "topics", "sources"] as const;

type CheckedKey = (typeof CHECKED_KEYS)[number];

/** A document whose passages still lack their sources, topics and people. */
export interface DocumentDraft {
  readonly document: Omit<
    Document,
    "id" | "pathIds" | "work" | "passages" | "distinctPassageCount" | "named" | "isAmbiguous"
  >;
  readonly parsed: ParsedDocument;
  /** The work that its front matter names. */
  readonly partOf?: string;
  /** The id in its front matter. */
  readonly id?: string;
  /** Returns the line of the file on which the front matter has `key`. */
  lineOf(key: CheckedKey): number;
}

/** A draft with the id by which its document is addressed. */
export interface IdentifiedDraft extends DocumentDraft {
  readonly document: DocumentDraft["document"] & Pick<Document, "id" | "pathIds">;
}

/** Returns whether a path is that of a document. `README.md` in the corpus folder itself is not. */
export function isDocumentPath(path: string): boolean {
  return /\.(mdx?|markdown)$/i.test(path) && !/^readme\.(mdx?|markdown)$/i.test(path);
}

/** Parses the Markdown file at `path`. `kind` is that of its body. */
export function parseDocument(path: string, text: string, kind: BodyKind): ParsedDocument {
  const { root, frontMatter } = parseMarkdown(text);
  const body = readBody(root, kind, path);
  const file = { path, pathIds: pathIdsOf(path), body };
  if (frontMatter === undefined && /^---[ \t]*\n[\w-]+:(?:\s|$)/.test(text)) {
    const problem = {
      path,
      line: 1,
      message: message("problem.open-front-matter"),
      remedy: message("remedy.open-front-matter"),
    };
    return { ...file, problems: [problem], advice: [] };
  }

  const advice: Problem[] = [];
  const parsed = parseFrontMatter(frontMatter, path, advice);
  const problems = [...("error" in parsed ? parsed.error : parsed.problems), ...body.problems];
  if ("error" in parsed) return { ...file, problems, advice };
  const { value, yaml } = parsed;
  const { tags: foreignTags, ...rest } = { tags: undefined, ...value };
  const extra = extraFields(rest, FRONT_MATTER_KEYS, (key) => ({ path, line: yaml.lineOf([key]) }));
  append(advice, extra.advice);
  append(advice, body.advice);
  for (const [index, source] of value.sources.entries()) {
    if (isSourceId(source)) continue;
    advice.push({
      path,
      line: yaml.lineOf(["sources", index]),
      message: message("advice.no-source-id", { source }),
      remedy: message("remedy.no-source-id"),
    });
  }
  // The tree of the YAML would take several times the memory of the document.
  const lines = new Map(
    CHECKED_KEYS.map((key) => {
      const items = typeof value[key] === "object" ? value[key].map((_, index) => index) : [];
      return [key, [[key], ...items.map((index) => [key, index])].map(yaml.lineOf)];
    }),
  );
  const front = { value, more: extra.more, tags: tagsIn(foreignTags), lines };
  return { ...file, front, problems, advice };
}

/**
 * Looks up in the tables what a file names, and adds what it finds to `problems` and `advice`. Returns undefined if
 * its front matter is invalid.
 */
export function readDocument(
  parsed: ParsedDocument,
  { settings, sources, topics, people }: Tables,
  problems: Problem[],
  advice: Problem[],
): DocumentDraft | undefined {
  const { path, body } = parsed;
  append(problems, parsed.problems);
  append(advice, parsed.advice);
  if (parsed.front === undefined) return undefined;
  const { value: front, more, lines } = parsed.front;
  const lineOf = (key: CheckedKey, item = -1) => {
    const [line = 1, ...items] = lines.get(key) ?? [];
    return items[item] ?? line;
  };
  const locationIn = (key: CheckedKey) => (item: number) => ({ path, line: lineOf(key, item) });
  // The table of topics, where there is one, says which tags are topics.
  const tags = parsed.front.tags.filter((tag) => topics.isOpen || topics.known.has(tag));

  return {
    parsed,
    lineOf,
    ...(front.id !== undefined && { id: front.id }),
    ...(front["part-of"] !== undefined && { partOf: front["part-of"] }),
    document: {
      formerly: front.formerly,
      type: front.type,
      title: front.title ?? body.title ?? fileName(path),
      ...(front.date && front.verified && { date: front.date }),
      verified: front.verified,
      from: people.lookUp(front.from, locationIn("from")),
      to: people.lookUp(front.to, locationIn("to")),
      authors: more["author"] === undefined ? [] : parseNames(more["author"]).map(spokenName),
      topics: topics.lookUp([...new Set([...front.topics, ...tags])], locationIn("topics")),
      sources: sources.lookUp(
        front.sources.filter((source) => isSourceId(source)),
        locationIn("sources"),
      ),
      ...(front.delivered && { delivered: front.delivered }),
      ...(front.rights && { rights: front.rights }),
      questions: front.questions,
      language: front.language ?? languageOfScript(beginningOf(body), settings.language),
      more: { ...more, ...(front.URL && { URL: front.URL }) },
      path,
      notes: body.notes,
      unquotable: body.unquotable,
    },
  };
}

/** As many paragraphs as show the script of a document. */
const MAX_PARAGRAPHS = 100;

/** Returns the first paragraphs of a body. */
function beginningOf({ passages, notes }: Body): string {
  return [...passages.slice(0, MAX_PARAGRAPHS), ...notes.slice(0, MAX_PARAGRAPHS)]
    .map(({ text }) => text)
    .join("\n");
}

/** Returns the tags of Obsidian, Jekyll, Hugo and others: a list, or words with commas or spaces between them. */
function tagsIn(value: unknown): readonly string[] {
  if (typeof value === "string" && TEMPLATE.test(value)) return [];
  const tags = typeof value === "string" ? value.split(value.includes(",") ? "," : /\s+/) : value;
  if (!Array.isArray(tags)) return [];
  return tags.flatMap((tag) => {
    const label = typeof tag === "string" ? tag.trim().replace(/^#/, "") : "";
    return label === "" ? [] : [label];
  });
}

function isSourceId(source: string): boolean {
  return ID_PATTERN.test(source);
}

/** Placeholders of the templates of Obsidian, Jekyll and Hugo. */
const TEMPLATE = /\{\{|\{%|<%/;

/**
 * Parses front matter. Values that other programs write under Ibid's keys become advice, and are left out;
 * so is the whole front matter of a template that is not YAML.
 */
function parseFrontMatter(
  frontMatter: Markdown["frontMatter"],
  path: string,
  advice: Problem[],
): ReturnType<typeof parseYamlAs<typeof FRONT_MATTER>> {
  const { text = "", line } = frontMatter ?? {};
  const parsed = parseYamlAs(FRONT_MATTER, text, path, line);
  if ("error" in parsed) {
    const [first] = parsed.error;
    if (first === undefined || !TEMPLATE.test(text)) return parsed;
    advice.push({ ...first, remedy: message("remedy.template") });
    return parseYamlAs(FRONT_MATTER, "", path, line);
  }
  const { value: _, ...rest } = parsed;
  const values = new Map(Object.entries(isMapping(parsed.yaml.value) ? parsed.yaml.value : {}));
  const problems = parsed.problems.filter((problem, index) => {
    const key = String(parsed.faultyKeys[index]);
    if (!isForeignValue(key, values.get(key))) return true;
    advice.push({
      ...problem,
      remedy: message("remedy.foreign-value"),
      group: { key: "advice.foreign-values", of: key },
    });
    return false;
  });
  return { ...rest, value: parsed.value, problems };
}

const LIST_KEYS: readonly string[] = ["formerly", "from", "to", "topics", "sources", "questions"];

/** Whether a value under one of Ibid's keys is one that another program reads there. */
function isForeignValue(key: string, value: unknown): boolean {
  if (!Object.hasOwn(FRONT_MATTER_KEYS, key)) return false;
  if (typeof value !== "string") {
    const isText = Array.isArray(value) && value.every((one) => typeof one === "string");
    return !(isText && LIST_KEYS.includes(key));
  }
  if (TEMPLATE.test(value) || /^(?:true|false|yes|no)$/i.test(value)) return true;
  switch (key) {
    case "id":
      // Docusaurus's ids have capitals, underscores and slashes.
      return /^[\w./-]+$/.test(value) && /[A-Z_./]/.test(value);
    case "type":
      return oneLetterOff(value, [...CSL_TYPES]) === undefined;
    case "date":
      return /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(value);
    case "language":
      return /^[A-Z][a-z]+$/.test(value);
    case "URL":
      return value.startsWith("/");
    default:
      return false;
  }
}

/**
 * Advises on authors without a family name: citations give their full name, which is wrong for most
 * people. Reports each author once, at the first of their documents.
 */
export function findMissingFamilyNames(drafts: readonly DocumentDraft[]): readonly Problem[] {
  const lacksFamilyName = ({ name, parts }: Person) => parts === undefined && /\S\s+\S/.test(name);
  const firstDrafts = new Map<string, DocumentDraft>();
  for (const draft of drafts) {
    for (const { name } of draft.document.from.filter(lacksFamilyName)) {
      if (!firstDrafts.has(name)) firstDrafts.set(name, draft);
    }
  }
  return [...firstDrafts].map(([name, { document, lineOf }]) => ({
    path: document.path,
    line: lineOf("from"),
    message: message("advice.no-family-name", { name }),
    remedy: message("remedy.no-family-name", { name }),
  }));
}

function fileName(path: string): string {
  return closeDirectionControls(path.replace(/^.*\//, "").replace(/\.[^.]*$/, ""));
}

/** The maximum length of an id, in UTF-16 code units. */
const MAX_ID_LENGTH = 48;

/** Derives the id of a document from the name of its file. */
export function slugOf(path: string): string {
  return slugOfTitle(fileName(path));
}

/** Returns a title in the form of an id. */
export function slugOfTitle(title: string): string {
  return slug(title) ?? `document-${shortHash(title)}`;
}

/** Returns text in the form of an id; undefined if it is in another script, of which nothing is left. */
function slug(text: string): string | undefined {
  const whole = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_ID_LENGTH)
    .replace(/^-|-$/g, "");
  return ID_PATTERN.test(whole) ? whole : undefined;
}

/** File systems may store a name composed or decomposed. */
function shortHash(text: string): string {
  return createHash("sha256").update(text.normalize()).digest("hex").slice(0, 8);
}

/**
 * Gives drafts their ids: that of the front matter, otherwise the name of the file. Documents in folders
 * whose file names repeat get as many of their folders’ names as distinguish them: `keyv-readme`. The id
 * of a file depends only on its path and on those of the files of the same name. If another file of its name
 * changes it, the old one still leads there, because it is among `pathIds`.
 */
export function assignIds(drafts: readonly DocumentDraft[]): readonly IdentifiedDraft[] {
  const taken = new Set(drafts.flatMap(({ id }) => id ?? []));
  const unnamed = drafts.filter(({ id }) => id === undefined).map(({ document }) => document.path);
  const ids = new Map<string, string>();
  const byName = groupBy(unnamed, slugOf);
  const repeated: string[] = [];
  for (const [name, paths] of byName) {
    // A file outside of any folder has no other name.
    const inRoot = paths.filter((path) => paths.length === 1 || !path.includes("/"));
    const owner = inRoot.length === 1 ? inRoot[0] : inRoot.find((path) => fileName(path) === name);
    const keeper = taken.has(name) ? undefined : owner;
    if (keeper !== undefined) {
      ids.set(keeper, name);
      taken.add(name);
    }
    append(
      repeated,
      paths.filter((path) => path !== keeper),
    );
  }
  const counts = new Map<string, number>();
  const candidates = new Map(repeated.map((path) => [path, longerIdsOf(path)]));
  for (const id of [...candidates.values()].flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const [path, names] of candidates) {
    const id = names.find((name) => counts.get(name) === 1 && !taken.has(name)) ?? hashedId(path);
    ids.set(path, id);
    taken.add(id);
  }
  return drafts.map((draft) => {
    const id = draft.id ?? ids.get(draft.document.path) ?? slugOf(draft.document.path);
    return {
      ...draft,
      document: { ...draft.document, id, pathIds: draft.parsed.pathIds },
    };
  });
}

/** Returns all ids that `assignIds` may give to a path. */
function pathIdsOf(path: string): readonly string[] {
  return [slugOf(path), ...longerIdsOf(path), hashedId(path)];
}

/** Returns the ids with names of folders that a path may have, with one folder more in each. */
function longerIdsOf(path: string): readonly string[] {
  const parts = [...path.split("/").slice(0, -1), fileName(path)];
  return parts
    .map((_, index) => parts.slice(index).join("-"))
    .reverse()
    .slice(1)
    .flatMap((name) => {
      const id = slug(name);
      // An id from which letters are missing would say less than a hash does.
      const isWhole = !/[^\p{Script=Latin}\p{N}\p{M}\p{P}\p{S}\p{Z}]/u.test(name);
      return id === undefined || id.length === MAX_ID_LENGTH || !isWhole ? [] : [id];
    });
}

function hashedId(path: string): string {
  const hash = shortHash(path);
  const name = slug(fileName(path)) ?? "document";
  return `${name.slice(0, MAX_ID_LENGTH - hash.length - 1).replace(/-$/, "")}-${hash}`;
}

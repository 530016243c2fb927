import { createHash } from "node:crypto";
import { message } from "../catalogue/catalogue.ts";
import { type Body, readBody } from "./body.ts";
import type { Document, Person } from "./document.ts";
import { parseMarkdown } from "./markdown.ts";
import type { Problem } from "./problem.ts";
import { extraFields, FRONT_MATTER, FRONT_MATTER_KEYS, ID_PATTERN } from "./schemas.ts";
import type { Tables } from "./tables.ts";
import { parseYamlAs } from "./yaml-schema.ts";

/** A document whose passages still lack their sources, topics and people. */
export interface DocumentDraft {
  readonly document: Omit<Document, "passages" | "named" | "isAmbiguous">;
  readonly passages: Body["passages"];
  /** Returns the line of the file on which the front matter has `key`. */
  lineOf(key: string): number;
}

/** Returns whether a path is that of a document. `README.md` in the corpus folder itself is not. */
export function isDocumentPath(path: string): boolean {
  return /\.(md|markdown)$/i.test(path) && !/^readme\.(md|markdown)$/i.test(path);
}

/**
 * Reads one Markdown file and adds what it finds to `problems` and `advice`. Returns undefined if
 * its front matter is invalid.
 */
export function readDocument(
  path: string,
  text: string,
  { settings, sources, topics, people }: Tables,
  problems: Problem[],
  advice: Problem[],
): DocumentDraft | undefined {
  const { root, frontMatter } = parseMarkdown(text);
  if (frontMatter === undefined && /^---[ \t]*\n\S/.test(text)) {
    problems.push({
      path,
      line: 1,
      message: message("problem.open-front-matter"),
      remedy: message("remedy.open-front-matter"),
    });
    return undefined;
  }

  const parsed = parseYamlAs(FRONT_MATTER, frontMatter?.text ?? "", path, frontMatter?.line);
  const body = readBody(root, settings.body, path);
  problems.push(...("error" in parsed ? parsed.error : parsed.problems), ...body.problems);
  if ("error" in parsed) return undefined;
  const { value: front, yaml } = parsed;
  const lineOf = (key: string) => yaml.lineOf([key]);
  const locationIn = (key: string) => (index: number) => ({
    path,
    line: yaml.lineOf([key, index]),
  });

  const extra = extraFields(front, FRONT_MATTER_KEYS, (key) => ({ path, line: lineOf(key) }));
  advice.push(...extra.advice, ...body.advice);

  return {
    passages: body.passages,
    lineOf,
    document: {
      id: front.id ?? slugOf(path),
      formerly: front.formerly,
      type: front.type,
      title: front.title ?? body.title ?? fileName(path),
      ...(front.date && front.verified && { date: front.date }),
      verified: front.verified,
      from: people.lookUp(front.from, locationIn("from")),
      to: people.lookUp(front.to, locationIn("to")),
      topics: topics.lookUp(front.topics, locationIn("topics")),
      sources: sources.lookUp(front.sources, locationIn("sources")),
      ...(front.delivered && { delivered: front.delivered }),
      ...(front.rights && { rights: front.rights }),
      language: front.language ?? settings.language,
      more: { ...extra.more, ...(front.URL && { URL: front.URL }) },
      path,
      notes: body.notes,
      unquotable: body.unquotable,
    },
  };
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
  return path.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
}

/** Derives the id of a document from the name of its file. */
export function slugOf(path: string): string {
  const name = fileName(path);
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replace(/^-|-$/g, "");
  if (ID_PATTERN.test(slug)) return slug;
  // A name in another script yields no slug. File systems may store it composed or decomposed.
  return `document-${createHash("sha256").update(name.normalize()).digest("hex").slice(0, 8)}`;
}

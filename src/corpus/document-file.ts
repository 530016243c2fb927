import { createHash } from "node:crypto";
import { type Body, parseMarkdown, readBody } from "./body.ts";
import type { Document, Person } from "./document.ts";
import type { Problem } from "./problem.ts";
import { extraFields, FRONT_MATTER, FRONT_MATTER_KEYS, ID, parseYamlAs } from "./schemas.ts";
import type { Tables } from "./tables.ts";

/** A document whose passages still wait for their sources and topics. */
export interface DocumentDraft {
  readonly document: Omit<Document, "passages" | "named" | "isNamesake">;
  readonly passages: Body["passages"];
  /** The line of the file on which the front matter has `key`. */
  lineOf(key: string): number;
}

/** Whether a path names a document: `README.md` at the top is for people. */
export function isDocumentPath(path: string): boolean {
  return /\.(md|markdown)$/i.test(path) && !/^readme\.(md|markdown)$/i.test(path);
}

/** Reads one Markdown file. Undefined when it has no front matter that could be read. */
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
      message: "The front matter that begins here has no end.",
      remedy: "Close it with a line that holds `---` alone.",
    });
    return undefined;
  }

  const result = parseYamlAs(FRONT_MATTER, frontMatter?.text ?? "", path, frontMatter?.line);
  const body = readBody(root, settings.body, path);
  problems.push(...result.problems, ...body.problems);
  if (!("value" in result)) return undefined;
  const { value: front, yaml } = result;
  const placeOf = (key: string) => ({ path, line: yaml.lineOf([key]) });
  const placeIn = (key: string) => (index: number) => ({ path, line: yaml.lineOf([key, index]) });

  const left = extraFields(front, FRONT_MATTER_KEYS, placeOf);
  advice.push(...left.advice, ...body.advice);

  const authors = people.lookUp(front.from, placeIn("from"));
  return {
    passages: body.passages,
    lineOf: (key) => yaml.lineOf([key]),
    document: {
      id: front.id ?? slugOf(path),
      formerly: front.formerly,
      type: front.type,
      title: front.title ?? body.title ?? fileName(path),
      ...(front.date && front.verified && { date: front.date }),
      verified: front.verified,
      from: authors,
      to: people.lookUp(front.to, placeIn("to")),
      topics: topics.lookUp(front.topics, placeIn("topics")),
      sources: sources.lookUp(front.sources, placeIn("sources")),
      ...(front.delivered && { delivered: front.delivered }),
      ...(front.rights && { rights: front.rights }),
      language: front.language ?? settings.language,
      more: { ...left.more, ...(front.URL && { URL: front.URL }) },
      path,
      notes: body.notes,
    },
  };
}

/**
 * Citations list by the whole name whoever has no family name, which of most people is wrong. Each is told
 * of once, where they first wrote a document.
 */
export function missingFamilyNames(drafts: readonly DocumentDraft[]): readonly Problem[] {
  const lacksFamilyName = ({ name, parts }: Person) => parts === undefined && /\S\s+\S/.test(name);
  const firsts = new Map<string, DocumentDraft>();
  for (const draft of drafts) {
    for (const { name } of draft.document.from.filter(lacksFamilyName)) {
      if (!firsts.has(name)) firsts.set(name, draft);
    }
  }
  return [...firsts].map(([name, { document, lineOf }]) => ({
    path: document.path,
    line: lineOf("from"),
    message: `“${name}” has no family name in people.yaml, and is cited by the whole name, as organizations are.`,
    remedy: `Write \`family:\` under “${name}” in people.yaml: the family name, or of an organization the whole name.`,
  }));
}

function fileName(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
}

/** The id that a file's name gives: itself, or the nearest that an address can be made of. */
export function slugOf(path: string): string {
  const name = fileName(path);
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replace(/^-|-$/g, "");
  if (ID.test(slug)) return slug;
  // A name in another script leaves nothing to make an id of. Some systems store it decomposed.
  return `document-${createHash("sha256").update(name.normalize()).digest("hex").slice(0, 8)}`;
}

import type { Nodes } from "mdast";
import { type Message, message } from "../catalogue/catalogue.ts";
import { checkReceipt, parseReceipt } from "../cite/receipt.ts";
import type { Addresses } from "../corpus/document.ts";
import { addressOf, type Document } from "../corpus/document.ts";
import { isDocumentPath } from "../corpus/document-file.ts";
import { parseMarkdown } from "../corpus/markdown.ts";
import type { FileLocation, Problem, ProblemText } from "../corpus/problem.ts";
import { isMapping, parseYaml } from "../corpus/yaml.ts";
import { closestSpelling } from "../foundation/spelling.ts";

/** A reference in a file to something else in the corpus. */
interface Reference {
  readonly target: string;
  /** Returns the line of the file that contains the reference. */
  readonly findLine: () => number;
}

const ADDRESS =
  /(?<![\p{L}\p{N}-])([a-z0-9-]{1,48})¶(\d+|[a-z]{1,2})(?::\d+[-–]\d+:[0-9a-f]{8}(?:[0-9a-f]{6})?)?(?![\p{L}\p{N}])/giu;
const WIKI_LINK = /(?<!!)\[\[([^[\]|#\n]+?)\\?(?:#[^[\]|\n]*)?(?:\|[^[\]\n]*)?\]\]/g;

/** The number of ids to suggest corrections for: each takes milliseconds in a large corpus. */
const MAX_SUGGESTIONS = 200;

/**
 * Creates a finder of references to documents, passages, receipts and files that do not exist. It finds
 * those in one file of the corpus; `texts` are all files by path.
 */
export function createDeadReferenceFinder(
  documents: readonly Document[],
  addresses: Addresses,
  texts: ReadonlyMap<string, string>,
): (path: string, text: string) => readonly Problem[] {
  const ids = documents.flatMap(({ id, formerly }) => [id, ...formerly]);
  const names = new Set(
    documents.flatMap(({ path, title }) =>
      [path, ...endsOf(path), title, ...aliasesIn(texts.get(path))].map(normalizeName),
    ),
  );
  const isDocumentName = (target: string) =>
    addresses.document(target) !== undefined || names.has(normalizeName(target));
  // Editors also put remarks into double brackets, so these are links only if some lead to a document.
  const usesWikiLinks = [...texts.values()].some((text) =>
    findMatches(withoutCode(text), WIKI_LINK, 1).some(({ target }) => isDocumentName(target)),
  );

  function checkAddress(mention: string): ProblemText | undefined {
    const address = mention.replace(/:.*$/, "");
    const id = address.replace(/¶.*$/, "");
    const document = addresses.document(id);
    if (document === undefined)
      return adviseMissingDocument(message("advice.no-such-document", { mention }), id);
    const receipt = parseReceipt(mention);
    if (receipt === undefined) {
      return addresses.passage(address) === undefined
        ? adviseMissingPassage(mention, document)
        : undefined;
    }
    const outcome = checkReceipt(receipt, addresses);
    switch (outcome.kind) {
      case "unchanged":
        return undefined;
      case "moved":
        return {
          message: message("advice.receipt-moved", {
            receipt: mention,
            address: outcome.quotation.citation.address,
          }),
          remedy: message("remedy.receipt-moved"),
        };
      case "changed":
      case "cut":
        return {
          message: message("advice.receipt-broken", { receipt: mention }),
          remedy: message("remedy.receipt-broken"),
        };
      case "in-note":
        return {
          message: message("advice.receipt-in-note", { receipt: mention }),
          remedy: message("remedy.receipt-in-note"),
        };
      case "passage-gone":
        return adviseMissingPassage(mention, document);
      case "document-gone":
        return adviseMissingDocument(message("advice.no-such-document", { mention }), id);
    }
  }

  const suggestions = new Map<string, string | undefined>();
  function suggestId(id: string): string | undefined {
    if (!suggestions.has(id) && suggestions.size < MAX_SUGGESTIONS) {
      suggestions.set(id, closestSpelling(id, ids));
    }
    return suggestions.get(id);
  }

  function adviseMissingDocument(text: Message, id: string): ProblemText {
    const called = addresses.documentsCalled(id);
    if (called.length > 0) {
      const names = called.map((one) => one.id).join(", ");
      return { message: text, remedy: message("remedy.ambiguous-address", { names }) };
    }
    const suggestion = suggestId(id);
    return {
      message: text,
      remedy:
        suggestion === undefined
          ? message("remedy.no-such-document")
          : message("remedy.write-instead", { suggestion }),
    };
  }

  function checkWikiLink(link: string): Omit<Problem, keyof FileLocation> | undefined {
    const isAttachment = /\.(?!mdx?$|markdown$)[a-z0-9]{2,4}$/i.test(link);
    const target = link.trim();
    if (isAttachment || isDocumentName(target)) return undefined;
    if (!isDocumentPath(target) && !usesWikiLinks) return undefined;
    const advice = adviseMissingDocument(message("advice.dead-wiki-link", { target }), target);
    // Links to notes that are still to be written are many.
    return advice.remedy.key === "remedy.no-such-document"
      ? { ...advice, group: { key: "advice.dead-wiki-links", example: target } }
      : advice;
  }

  function checkLink(path: string, target: string): ProblemText | undefined {
    const file = resolveLink(target, path);
    if (file === undefined || texts.has(file)) return undefined;
    // Files that are not documents, such as README.md, may exist without being read.
    if (!/\.(mdx?|markdown)$/i.test(file) || !isDocumentPath(file)) return undefined;
    return {
      message: message("advice.dead-link", { target }),
      remedy: suggestFile(file, texts),
    };
  }

  return function findDeadReferences(path, text) {
    const check = (
      references: readonly Reference[],
      adviceOn: (target: string) => Omit<Problem, keyof FileLocation> | undefined,
    ) =>
      firstOfEachTarget(references).flatMap(({ target, findLine }) => {
        const advice = adviceOn(target);
        return advice === undefined ? [] : [{ path, line: findLine(), ...advice }];
      });
    return [
      ...check(findMatches(text, ADDRESS, 0), checkAddress),
      ...check(findMatches(withoutCode(text), WIKI_LINK, 1), checkWikiLink),
      ...check(findLinks(path, text), (target) => checkLink(path, target)),
    ];
  };
}

/** Returns the first reference to each target. */
function firstOfEachTarget(references: readonly Reference[]): readonly Reference[] {
  const firsts = new Map(references.toReversed().map((reference) => [reference.target, reference]));
  return [...firsts.values()].toReversed();
}

function adviseMissingPassage(mention: string, document: Document): ProblemText {
  const last = document.passages.at(-1);
  return {
    message: message("advice.no-such-passage", { address: mention, path: document.path }),
    remedy:
      last === undefined
        ? message("remedy.no-passages")
        : message("remedy.last-passage", { address: addressOf(document, last) }),
  };
}

function suggestFile(file: string, texts: ReadonlyMap<string, string>): Message {
  const paths = [...texts.keys()];
  const name = fileNameOf(file);
  const suggestion =
    paths.find((path) => fileNameOf(path) === name) ?? closestSpelling(file, paths);
  return suggestion === undefined
    ? message("remedy.dead-link")
    : message("remedy.dead-link-closest", { suggestion });
}

/** Finds references by a pattern whose group `group` is the target. */
function findMatches(text: string, pattern: RegExp, group: 0 | 1): readonly Reference[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const target = match[group];
    const findLine = () => text.slice(0, match.index).split("\n").length;
    return target === undefined ? [] : [{ target, findLine }];
  });
}

/** Finds Markdown links. Most files contain none to other files, and parsing them would take long. */
function findLinks(path: string, text: string): readonly Reference[] {
  if (!/\]\s*[(:]/.test(text) || !/\.(mdx?|markdown)/i.test(text) || !isDocumentPath(path))
    return [];
  const links: Reference[] = [];
  function visit(node: Nodes): void {
    if (node.type === "link" || node.type === "definition") {
      const line = node.position?.start.line ?? 1;
      links.push({ target: node.url, findLine: () => line });
    }
    if ("children" in node) for (const child of node.children) visit(child);
  }
  visit(parseMarkdown(text).root);
  return links;
}

const BASE = "corpus://here/";

/** Resolves a relative link in the file `path` to a path; undefined if the link is absolute. */
function resolveLink(target: string, path: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(target)) return undefined;
  if (!URL.canParse(target, BASE + encodeURI(path))) return undefined;
  const { pathname } = new URL(target, BASE + encodeURI(path));
  try {
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return pathname.slice(1);
  }
}

/** Returns the ends of a path by which Obsidian links to the file: “Page”, “Folder/Page”. */
function endsOf(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(index).join("/"));
}

/** Returns the other names that Obsidian’s front matter gives to a document. */
function aliasesIn(text = ""): readonly string[] {
  const [, front = ""] = /^---\n(.*?)\n---\n/s.exec(text) ?? [];
  if (!/^alias(?:es)?:/m.test(front)) return [];
  const yaml = parseYaml(front, "");
  const { aliases = [], alias = [] } = "value" in yaml && isMapping(yaml.value) ? yaml.value : {};
  return [aliases, alias].flat().filter((one) => typeof one === "string");
}

/** Replaces code, in which wiki links are only examples, by as many lines. */
function withoutCode(text: string): string {
  if (!text.includes("[[")) return text;
  return text
    .replace(/^[ \t>]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\1|$(?![\s\S]))/gm, (code) =>
      code.replace(/[^\n]+/g, ""),
    )
    .replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "");
}

function fileNameOf(path: string): string {
  return path.replace(/^.*\//, "");
}

/** Normalizes a name as links write it: without its extension, in lower case. */
function normalizeName(name: string): string {
  return name
    .replace(/\.(mdx?|markdown)$/i, "")
    .trim()
    .toLowerCase();
}

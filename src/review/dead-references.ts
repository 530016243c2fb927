import type { Nodes } from "mdast";
import { checkReceipt, parseReceipt } from "../cite/receipt.ts";
import { parseMarkdown } from "../corpus/body.ts";
import { addressOf, type Document } from "../corpus/document.ts";
import { isDocumentPath } from "../corpus/document-file.ts";
import type { Problem } from "../corpus/problem.ts";
import { closestSpelling } from "../foundation/spelling.ts";
import type { Addresses } from "../search/addresses.ts";

/** A mention of something else in the corpus. */
interface Mention {
  readonly target: string;
  /** The line on which it stands. */
  lineOf(): number;
}

type Advice = Pick<Problem, "message" | "remedy">;

/** Checks what the files of a corpus say of each other. */
export interface ReferenceChecker {
  /** The mentions in a file that lead nowhere. */
  dead(path: string, text: string): readonly Problem[];
}

const ADDRESS =
  /(?<![\p{L}\p{N}-])([a-z0-9-]{1,48})¶(\d+|[a-z]{1,2})(?::\d+[-–]\d+:[0-9a-f]{8})?(?![\p{L}\p{N}])/giu;
const WIKI_LINK = /(?<!!)\[\[([^[\]|#\n]+)(?:#[^[\]|\n]*)?(?:\|[^[\]\n]*)?\]\]/g;

/** For how many names the nearest id is looked for, which takes some milliseconds in a large corpus. */
const MAX_GUESSES = 200;

export function createReferenceChecker(
  documents: readonly Document[],
  addresses: Addresses,
  texts: ReadonlyMap<string, string>,
): ReferenceChecker {
  const ids = documents.flatMap(({ id, formerly }) => [id, ...formerly]);
  const names = new Set(
    documents.flatMap(({ path, title }) => [path, path.replace(/^.*\//, ""), title].map(plainName)),
  );
  const leads = (target: string) =>
    addresses.document(target) !== undefined || names.has(plainName(target));
  // Editors put their own words into double brackets too, so a corpus must be seen to link by them.
  const linksByWiki = [...texts.values()].some((text) =>
    [...text.matchAll(WIKI_LINK)].some(([, target = ""]) => leads(target)),
  );

  function checkAddress(mention: string): Advice | undefined {
    const receipt = parseReceipt(mention);
    const address = mention.replace(/:.*$/, "");
    const [id = ""] = address.split("¶");
    const document = addresses.document(id);
    if (document === undefined) return noDocument(`\`${mention}\``, id);
    if (receipt === undefined) {
      return addresses.passage(address) === undefined ? noPassage(mention, document) : undefined;
    }
    const outcome = checkReceipt(receipt, addresses);
    switch (outcome.kind) {
      case "unchanged":
        return undefined;
      case "moved":
        return {
          message: `The words of the receipt \`${mention}\` stand in \`${outcome.quotation.citation.address}\` now.`,
          remedy: "Write the receipt that `/cite` gives for it.",
        };
      case "changed":
      case "cut":
        return {
          message: `The words of the receipt \`${mention}\` no longer stand there.`,
          remedy: "Look at what stands there now, and write the receipt that `/cite` gives for it.",
        };
      case "passage-gone":
        return noPassage(mention, document);
      case "document-gone":
        return noDocument(`\`${mention}\``, id);
    }
  }

  const nearest = new Map<string, string | undefined>();
  function nearestTo(id: string): string | undefined {
    if (!nearest.has(id) && nearest.size < MAX_GUESSES) nearest.set(id, closestSpelling(id, ids));
    return nearest.get(id);
  }

  function noDocument(mention: string, id: string): Advice {
    const near = nearestTo(id);
    return {
      message: `${mention} leads to no document.`,
      remedy:
        near === undefined
          ? "Correct it, or let the document that it meant say so under `formerly:`."
          : `Write \`${near}\` if that is meant.`,
    };
  }

  function checkWikiLink(target: string): Advice | undefined {
    if (leads(target)) return undefined;
    if (isDocumentPath(target) || linksByWiki)
      return noDocument(`The link \`[[${target}]]\``, target);
    return undefined;
  }

  return {
    dead(path, text) {
      const advise = (
        mentions: readonly Mention[],
        tell: (target: string) => Advice | undefined,
      ) => {
        // What is mentioned again is told once.
        const first = new Map(mentions.toReversed().map((one) => [one.target, one]));
        return [...first.values()].toReversed().flatMap(({ target, lineOf }) => {
          const one = tell(target);
          return one === undefined ? [] : [{ path, line: lineOf(), ...one }];
        });
      };
      return [
        ...advise(mentionsIn(text, ADDRESS, 0), checkAddress),
        ...advise(mentionsIn(text, WIKI_LINK, 1), (target) =>
          /\.(?!md$|markdown$)[a-z0-9]{2,4}$/i.test(target)
            ? undefined
            : checkWikiLink(target.trim()),
        ),
        ...advise(linksIn(path, text), (target) => {
          const file = fileOf(target, path);
          if (file === undefined || texts.has(file) || !/\.(md|markdown)$/i.test(file)) return;
          // What is for people is not read, and may be there.
          if (!isDocumentPath(file)) return undefined;
          return {
            message: `The link to \`${target}\` leads to no file of this corpus.`,
            remedy: nearestFile(file, texts),
          };
        }),
      ];
    },
  };
}

function noPassage(mention: string, document: Document): Advice {
  const last = document.passages.at(-1);
  return {
    message: `\`${mention}\` leads to no passage of ${document.path}.`,
    remedy:
      last === undefined
        ? "It has none that can be quoted: name the document alone."
        : `Its last one is \`${addressOf(document, last)}\`.`,
  };
}

function nearestFile(file: string, texts: ReadonlyMap<string, string>): string {
  const name = file.replace(/^.*\//, "");
  const same = [...texts.keys()].find((path) => path.endsWith(`/${name}`) || path === name);
  const near = same ?? closestSpelling(file, [...texts.keys()]);
  return near === undefined ? "Correct the link, or delete it." : `Is \`${near}\` meant?`;
}

function mentionsIn(text: string, pattern: RegExp, group: number): readonly Mention[] {
  return [...text.matchAll(pattern)].map((match) => ({
    target: match[group] ?? "",
    lineOf: () => text.slice(0, match.index).split("\n").length,
  }));
}

/** What Markdown links to. Most files link to no other, and to parse them would take long. */
function linksIn(path: string, text: string): readonly Mention[] {
  if (!/\]\s*[(:]/.test(text) || !/\.(md|markdown)/i.test(text) || !isDocumentPath(path)) return [];
  const links: Mention[] = [];
  function visit(node: Nodes): void {
    if (node.type === "link" || node.type === "definition") {
      const line = node.position?.start.line ?? 1;
      links.push({ target: node.url, lineOf: () => line });
    }
    if ("children" in node) for (const child of node.children) visit(child);
  }
  visit(parseMarkdown(text).root);
  return links;
}

const BASE = "corpus://here/";

/** The file to which a relative link leads from `path`; undefined for what leads elsewhere. */
function fileOf(target: string, path: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(target)) return undefined;
  if (!URL.canParse(target, BASE + encodeURI(path))) return undefined;
  const { pathname } = new URL(target, BASE + encodeURI(path));
  try {
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return pathname.slice(1);
  }
}

/** A name as links write it: without the ending, whatever its capitals. */
function plainName(name: string): string {
  return name
    .replace(/\.(md|markdown)$/i, "")
    .trim()
    .toLowerCase();
}

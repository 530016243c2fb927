import type { Element, ElementContent, Root } from "xast";
import { type Message, message, quoteEach } from "../../catalogue/catalogue.ts";
import type { Result } from "../../foundation/result.ts";
import { parseLanguageTag } from "../../language/tags.ts";
import { manuscriptFromHtml } from "../html/html.ts";
import type { ImportedFile, Manuscript, ManuscriptResult } from "../manuscript.ts";
import { type ArchiveFiles, unpackArchive } from "../shared/archive.ts";
import { parseFileTitle } from "../shared/file-metadata.ts";
import { describeLostWords, wordsInContent } from "../shared/lost-words.ts";
import { COLUMN_HEADS, CONTENTS_TITLE } from "../shared/publishers-matter.ts";
import {
  decodeXml,
  definesEntities,
  findElements,
  isElement,
  localName,
  normalizedText,
  parseXml,
  xmlAttribute,
  xmlNestsTooDeeply,
} from "../shared/xml.ts";
import { convertDocx, isXmlPart, type MammothConversion } from "./mammoth.ts";
import { createNumbering } from "./numbering.ts";
import { createOutline } from "./outline.ts";
import {
  applyNumbers,
  findCharacterShifts,
  type PreparedPart,
  preparePart,
} from "./prepare-part.ts";

/** Reads a DOCX as if all tracked changes were accepted. */
export async function readDocx({ bytes }: ImportedFile): Promise<ManuscriptResult> {
  const files = await unpackArchive(bytes);
  if ("error" in files) return files;

  const xmlParts = [...files].filter(([path]) => isXmlPart(path));
  if (xmlParts.some(([, part]) => definesEntities(decodeXml(part)))) {
    return { error: message("docx.entities") };
  }
  if (xmlParts.some(([, part]) => xmlNestsTooDeeply(decodeXml(part)))) {
    return {
      error: message("docx.nesting"),
    };
  }
  const { prepared, changes } = prepareFiles(files);
  const converted = await convertSafely(prepared);
  if ("error" in converted) return converted;
  const manuscript = manuscriptFromHtml(applyNumbers(converted.html));
  if ("error" in manuscript) return manuscript;
  const { content, leftOut, remarks } = manuscript;
  const properties = parseCoreProperties(files);
  const parts = readTextParts(files);
  return {
    manuscripts: [
      {
        content,
        metadata: properties.metadata,
        remarks: [
          ...remarks,
          ...describeChanges(changes),
          ...describeLosses(files, parts, converted),
          ...describeLostWords(
            wordsInParts(readTextParts(prepared)),
            wordsInContent([...content, ...leftOut]),
          ),
          ...properties.remarks,
        ],
      },
    ],
  };
}

/** The parts of a DOCX that contain its words. */
const TEXT_PART = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/;

type PartChanges = Omit<PreparedPart, "xml">;

/** Prepares the parts that contain words. A part that is not well-formed is left to mammoth. */
function prepareFiles(files: ArchiveFiles): {
  readonly prepared: ArchiveFiles;
  readonly changes: readonly PartChanges[];
} {
  const styles = parseXml(files.get("word/styles.xml"));
  const numbering = createNumbering(parseXml(files.get("word/numbering.xml")), styles);
  const outline = createOutline(styles);
  const shifts = findCharacterShifts(styles);
  const isContents = createContentsTest(styles);
  const changes: PartChanges[] = [];
  const prepared = new Map(
    [...files].map(([path, bytes]) => {
      const part = TEXT_PART.test(path) ? parseXml(bytes) : undefined;
      if (part === undefined) return [path, bytes];
      const { xml, ...change } = preparePart(
        leaveOutContentsTitles(part, isContents),
        numbering,
        outline,
        shifts,
      );
      changes.push(change);
      return [path, new TextEncoder().encode(xml)];
    }),
  );
  return { prepared, changes };
}

async function convertSafely(files: ArchiveFiles): Promise<Result<MammothConversion>> {
  try {
    return await convertDocx(files);
  } catch {
    return {
      error: message("docx.damaged"),
    };
  }
}

/**
 * Parses the core properties (ECMA-376, part 2). Their dates are those of the file, not the text, and
 * their creator is the owner of the program, who need not be the author.
 */
function parseCoreProperties(files: ArchiveFiles): Pick<Manuscript, "metadata" | "remarks"> {
  const properties = parseXml(files.get("docProps/core.xml"));
  const property = (name: string) => normalizedText(findElements(properties, name).at(0));
  const title = parseFileTitle(property("title"));
  const author = property("creator");
  const language = parseLanguageTag(property("language"));
  return {
    metadata: {
      ...(title !== undefined && { title }),
      ...(language !== undefined && { language }),
    },
    remarks: author === undefined ? [] : [message("docx.creator", { author })],
  };
}

function describeChanges(changes: readonly PartChanges[]): readonly Message[] {
  const total = (count: (change: PartChanges) => number) =>
    changes.reduce((sum, change) => sum + count(change), 0);
  const formulas = total((change) => change.formulas);
  const readings = total((change) => change.rubyReadings);
  const quoteFirst = (texts: readonly string[]) => quoteEach(texts.slice(0, MAX_LISTED));
  const more = ({ length }: readonly string[]) => Math.max(0, length - MAX_LISTED);
  const tabs = total((change) => change.columnTabs);
  const labels = [...new Set(changes.flatMap((change) => change.labels))];
  const prompts = [...new Set(changes.flatMap((change) => change.prompts))];
  return [
    ...(formulas > 0 ? [message("remark.formulas", { count: formulas })] : []),
    ...(readings > 0 ? [message("remark.readings", { count: readings })] : []),
    ...(tabs > 0 ? [message("docx.tabs", { count: tabs })] : []),
    ...(labels.length > 0
      ? [message("docx.labels", { labels: quoteFirst(labels), more: more(labels) })]
      : []),
    ...(prompts.length > 0
      ? [message("docx.prompts", { prompts: quoteFirst(prompts), more: more(prompts) })]
      : []),
  ];
}

/** How many labels or prompts a remark lists. */
const MAX_LISTED = 5;

/** The paragraphs of the parts that contain words. */
interface TextParts {
  readonly roots: readonly Root[];
  readonly paragraphs: readonly Element[];
  /** Those of tables of contents, by their styles. They are left out. */
  readonly contents: readonly Element[];
}

function readTextParts(files: ArchiveFiles): TextParts {
  const isContents = createContentsTest(parseXml(files.get("word/styles.xml")));
  const roots = [...files]
    .filter(([path]) => TEXT_PART.test(path))
    .flatMap(([, bytes]) => parseXml(bytes) ?? []);
  const all = roots.flatMap((root) => findElements(root, "p"));
  return {
    roots,
    paragraphs: all.filter((paragraph) => !isContents(paragraph)),
    contents: all.filter(isContents),
  };
}

/** Creates the test whether a paragraph belongs to a table of contents by its style. */
function createContentsTest(styles: Root | undefined): (paragraph: Element) => boolean {
  const styleNames = new Map(
    findElements(styles, "style").map((style) => {
      const [name] = findElements(style, "name");
      return [xmlAttribute(style, "styleId"), name && xmlAttribute(name, "val")];
    }),
  );
  return (paragraph) =>
    findElements(paragraph, "pStyle").some((style) =>
      /^(?:toc |table of figures)/i.test(styleNames.get(xmlAttribute(style, "val")) ?? ""),
    );
}

/** Returns a part without the words of the titles directly above tables of contents, and of the heads of their columns. */
function leaveOutContentsTitles(part: Root, isContents: (paragraph: Element) => boolean): Root {
  const paragraphs = findElements(part, "p").filter(hasWords);
  const titles = new Set(
    paragraphs.flatMap((paragraph, index) => {
      if (!isContents(paragraph)) return [];
      const above = paragraphs.slice(Math.max(0, index - 2), index);
      const heads = above.slice(-1).filter((one) => COLUMN_HEADS.test(textOfParagraph(one)));
      const title = above.slice(0, above.length - heads.length).at(-1);
      return title !== undefined && CONTENTS_TITLE.test(textOfParagraph(title))
        ? [title, ...heads]
        : [];
    }),
  );
  if (titles.size === 0) return part;
  const withoutTitles = (node: Element, isTitle: boolean): Element => ({
    ...node,
    children: node.children.flatMap((child): ElementContent[] => {
      if (!isElement(child)) return [child];
      if (isTitle && isNamed(child, "t")) return [];
      const isWithin = isTitle && !isNamed(child, "txbxContent");
      return [withoutTitles(child, isWithin || titles.has(child))];
    }),
  });
  return {
    ...part,
    children: part.children.map((child) =>
      child.type === "element" ? withoutTitles(child, titles.has(child)) : child,
    ),
  };
}

/** Returns the words that mammoth should read, without deleted ones and tables of contents. */
function wordsInParts({ paragraphs }: TextParts): readonly string[] {
  const texts: string[] = [];
  let isJoined = false;
  for (const paragraph of paragraphs) {
    const text = textOfParagraph(paragraph);
    if (isJoined) texts.push(`${texts.pop() ?? ""}${text}`);
    else texts.push(text);
    isJoined = hasDeletedEnd(paragraph);
  }
  return texts;
}

/** Whether a tracked change joins a paragraph and the next one. */
function hasDeletedEnd(paragraph: Element): boolean {
  const properties = paragraph.children.find((child) => isElement(child) && isNamed(child, "pPr"));
  if (properties === undefined || !isElement(properties)) return false;
  return properties.children
    .filter(isElement)
    .filter((child) => isNamed(child, "rPr"))
    .some((run) => run.children.some((child) => isElement(child) && isNamed(child, "del")));
}

function isNamed({ name }: Element, local: string): boolean {
  return localName(name) === local;
}

/** Returns the text of a paragraph, without that of the paragraphs in its text boxes. */
function textOfParagraph(paragraph: Element): string {
  const text = (node: ElementContent): string => {
    if (!isElement(node)) return "";
    switch (localName(node.name)) {
      case "t":
        return node.children.map((child) => (child.type === "text" ? child.value : "")).join("");
      case "tab":
      case "br":
      case "cr":
        return " ";
      case "sym":
        return SYMBOL;
      case "noBreakHyphen":
        return "\u2011";
      case "softHyphen":
        return "\u00ad";
      case "r": {
        const run = node.children.map(text).join("");
        return isSetApart(node, run) ? ` ${run} ` : run;
      }
      case "del":
      case "moveFrom":
      case "txbxContent":
      case "pPr":
      case "rPr":
        return "";
      default:
        return node.children.map(text).join("");
    }
  };
  const joined = paragraph.children.map(text).join("");
  return joined.replace(SYMBOL_WORD, " ");
}

function hasWords(paragraph: Element): boolean {
  return textOfParagraph(paragraph).trim() !== "";
}

/** A placeholder for a symbol, because mammoth writes it as a letter or as a sign. */
const SYMBOL = "\ufffc";
const SYMBOL_WORD = /[\p{L}\p{M}]*\ufffc[\p{L}\p{M}\ufffc]*/gu;

/** Whether a run is a mark or a power, which is no part of the word before it. */
function isSetApart(run: Element, text: string): boolean {
  const [align] = findElements(run, "vertAlign");
  return align !== undefined && !/^\p{Script=Latin}*$/u.test(text);
}

/** Describes what conversion left out or changed, in sentences for the editor. */
function describeLosses(
  files: ArchiveFiles,
  { roots, contents }: TextParts,
  { symbols }: MammothConversion,
): readonly Message[] {
  const contains = (path: RegExp, ...names: readonly string[]) =>
    [...files]
      .filter(([part]) => path.test(part))
      .flatMap(([, bytes]) => names.flatMap((name) => findElements(parseXml(bytes), name)))
      .some((element) => normalizedText(element) !== undefined);
  const elements = (name: string) => roots.flatMap((root) => findElements(root, name));
  const changes = ["ins", "del", "moveFrom", "moveTo"].flatMap(elements);
  const chunks = elements("altChunk").length;
  const objects = elements("OLEObject").length;
  const drawn = elements("textpath").flatMap((path) => xmlAttribute(path, "string") ?? []);
  return [
    ...(changes.length > 0 ? [message("docx.changes")] : []),
    ...(contains(/^word\/comments\d*\.xml$/, "comment") ? [message("docx.comments")] : []),
    ...(contains(/^word\/(?:header|footer)\d*\.xml$/, "t") ? [message("docx.headers")] : []),
    ...(contents.some(hasWords) ? [message("docx.contents")] : []),
    ...(elements("r").some(isHiddenText) ? [message("docx.hidden")] : []),
    ...(["chart", "relIds"].some((name) => elements(name).length > 0)
      ? [message("docx.charts")]
      : []),
    ...(drawn.length > 0 ? [message("docx.word-art", { words: quoteEach(drawn) })] : []),
    ...(chunks > 0 ? [message("docx.chunks", { count: chunks })] : []),
    ...(symbols > 0 ? [message("docx.symbols", { count: symbols })] : []),
    ...(objects > 0 ? [message("docx.objects", { count: objects })] : []),
  ];
}

function isHiddenText(run: Element): boolean {
  return (
    findElements(run, "t").length > 0 &&
    findElements(run, "vanish").some(
      (hidden) => !/^(?:0|false|off)$/.test(xmlAttribute(hidden, "val") ?? ""),
    )
  );
}

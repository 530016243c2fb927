import type { Heading, PhrasingContent, RootContent } from "mdast";
import { type Message, message } from "../../catalogue/catalogue.ts";
import { UNSPACED_OR_FULLWIDTH } from "../../language/scripts.ts";
import type { Manuscript, Reader } from "../manuscript.ts";
import { isWordless, normalizeBlocks, WORDLESS_ERROR } from "../markdown/normalize-blocks.ts";
import { decodeText } from "../shared/encoding.ts";
import { findGutenbergWork, warnAboutUnmarkedWork } from "../shared/gutenberg.ts";
import { createLineJoiner } from "../shared/hyphenation.ts";
import { MARGIN_MARK } from "../shared/marks/mark.ts";
import { takeOutMarks } from "../shared/marks/take-out-marks.ts";
import { leaveOutPublishersMatter } from "../shared/publishers-matter.ts";
import { describeSpacedLetters } from "../shared/spaced-letters.ts";
import { type AozoraText, readAozoraText } from "./aozora.ts";
import { moveCaptions } from "./captions.ts";
import type { GapHyphens } from "./columns/gap-hyphens.ts";
import { insertMarginNotes, takeOutMarginNotes } from "./columns/margin-notes.ts";
import { type AlignedLines, findAlignedLines, readTextColumns } from "./columns/text-columns.ts";
import { readEmail } from "./email.ts";
import { EMPHASIS_TYPE, parseEmphasis, withPlainBrackets } from "./emphasis.ts";
import { findHeadings } from "./headings.ts";
import { markLineAddresses } from "./line-addresses.ts";
import {
  isDrawnTable,
  isRule,
  type LineBlock,
  parseUnderlinedTitle,
  splitIntoBlocks,
} from "./line-blocks.ts";
import {
  detectArrangement,
  estimateWrapWidth,
  joinDividedParagraphs,
  separateTitles,
  withSingleSpacing,
} from "./line-breaks.ts";
import { markLineNumbers, markStanzaNumbers } from "./line-numbers.ts";
import { leaveOutLinkNumbers } from "./link-lists.ts";
import { numberLinkedNotes } from "./linked-notes.ts";
import { writeMarkupNotes } from "./markup-notes.ts";
import { separateNotes } from "./note-lines.ts";
import { type ClearedLines, removePageFurniture } from "./pages/page-furniture.ts";
import { divideProse } from "./prose-blocks.ts";
import { writeRunningMarks } from "./running-marks.ts";
import { leaveOutWikiLines } from "./wiki-page.ts";

/** In how many lines at the beginning of a file Project Gutenberg's name is looked for. */
const HEADER_LINES = 100;

/** Reads plain text. */
export const readText: Reader = ({ bytes }, { encoding }) => {
  const decoded = decodeText(bytes, { named: encoding, keepsFormFeeds: true });
  if ("error" in decoded) return decoded;
  const { content, metadata, remarks } = manuscriptFromText(decoded.text);
  if (isWordless(content)) return { error: WORDLESS_ERROR };
  return { manuscripts: [{ content, metadata, remarks: [...decoded.remarks, ...remarks] }] };
};

/** Converts a plain text, with form feeds between its pages, to a manuscript. */
export function manuscriptFromText(text: string): Manuscript {
  const all = withSingleSpacing(text.split("\n"));
  const email = readEmail(all);
  const read = email?.lines ?? all;
  const work = findGutenbergWork(read);
  const wiki = work === undefined ? leaveOutWikiLines(read) : { lines: read, remarks: [] };
  const links =
    work === undefined ? leaveOutLinkNumbers(wiki.lines) : { lines: wiki.lines, remarks: [] };
  const lines = work === undefined ? writeMarkupNotes(links.lines) : links.lines;
  const aozora = work === undefined ? readAozoraText(lines) : undefined;
  const columns = readTextColumns(
    aozora?.lines ?? (work === undefined ? lines : lines.slice(work.start, work.end)),
  );
  const margin = takeOutMarginNotes(columns.lines);
  const aligned = findAlignedLines(margin.lines);
  const cleared = removePageFurniture(margin.lines);
  const numbered = markLineNumbers(
    separateNotes(
      numberLinkedNotes(
        markStanzaNumbers(
          joinDividedParagraphs(writeRunningMarks(markLineAddresses(moveCaptions(cleared.lines)))),
        ),
      ),
    ),
  );
  const { content: blocks, remarks } = parsePlainText(numbered, {
    hasHeadings: true,
    hasEmphasis: work !== undefined,
    dividesWords: work === undefined,
    columns: aligned.columns,
    hyphens: aligned.hyphens,
    language: work?.metadata.language,
  });
  const withoutPublishers = leaveOutPublishersMatter(
    normalizeBlocks(insertMarginNotes(blocks, margin.notes)),
  );
  const marked = takeOutMarks(withoutPublishers.content, { isTypeset: true });
  const sourceRemarks =
    work === undefined ? warnAboutUnmarkedWork(lines.slice(0, HEADER_LINES)) : work.remarks;
  return {
    content: marked.content,
    metadata: work?.metadata ?? aozora?.metadata ?? email?.metadata ?? {},
    remarks: [
      ...sourceRemarks,
      ...(email?.remarks ?? []),
      ...wiki.remarks,
      ...links.remarks,
      ...(aozora === undefined ? [] : describeNotation(aozora)),
      ...describeColumns(columns.divided, aligned),
      ...margin.remarks,
      ...describeFurniture(cleared),
      ...withoutPublishers.remarks,
      ...marked.remarks,
      ...remarks,
      ...describeSpacedLetters(marked.content),
    ],
  };
}

function describeNotation({
  colophon,
  readings,
  notes,
  missingLetters,
}: AozoraText): readonly Message[] {
  return [
    ...(colophon === "" ? [] : [message("remark.imprint", { words: colophon })]),
    ...(readings > 0 ? [message("remark.readings", { count: readings })] : []),
    ...(notes > 0 ? [message("text.layout-notes", { count: notes })] : []),
    ...(missingLetters > 0 ? [message("text.missing-characters", { count: missingLetters })] : []),
  ];
}

function describeColumns(
  divided: number,
  { inColumns, uncertain }: AlignedLines,
): readonly Message[] {
  return [
    ...(divided > 0 ? [message("text.columns", { count: divided })] : []),
    ...(inColumns > 0 ? [message("text.undivided-columns", { count: inColumns })] : []),
    ...(uncertain > 0 ? [message("text.uncertain-columns", { count: uncertain })] : []),
  ];
}

/** How many running heads a remark lists. */
const MAX_LISTED = 5;

function describeFurniture({
  runningHeads,
  pageNumbers,
  signatures,
  digitizerLines,
}: ClearedLines): readonly Message[] {
  const heads = [...runningHeads].map(([text, count]) => message("counted", { text, count }));
  const listed = heads.slice(0, MAX_LISTED);
  return [
    ...(heads.length > 0
      ? [message("text.running-heads", { heads: listed, more: heads.length - listed.length })]
      : []),
    ...(pageNumbers > 0 ? [message("remark.page-numbers", { count: pageNumbers })] : []),
    ...(signatures > 0 ? [message("text.signatures", { count: signatures })] : []),
    ...(digitizerLines > 0 ? [message("text.digitizer", { count: digitizerLines })] : []),
  ];
}

/** The conventions that a plain text follows. */
interface TextConventions {
  /** Whether blocks can be headings, and rules between scenes. */
  readonly hasHeadings: boolean;
  /** Whether signs around words mark emphasis, as in the texts of Project Gutenberg. */
  readonly hasEmphasis: boolean;
  /** Whether a hyphen at the end of a line may divide a word, as in a text that was recognised. */
  readonly dividesWords: boolean;
  /** The lines of columns whose order is not certain, which are shown and not quoted. */
  readonly columns?: ReadonlySet<string>;
  /** The hyphens beside wide gaps, which divide no word. */
  readonly hyphens?: GapHyphens;
  /** A BCP 47 tag, if it is known. */
  readonly language?: string | undefined;
}

/** Parses lines of plain text. Every character is literal, even if it is markup in Markdown. */
export function parsePlainText(
  lines: readonly string[],
  { hasHeadings, hasEmphasis, dividesWords, columns, hyphens, language }: TextConventions,
): { readonly content: readonly RootContent[]; readonly remarks: readonly Message[] } {
  const lineBlocks = splitIntoBlocks(lines);
  const width = estimateWrapWidth(lineBlocks);
  const blocks = hasHeadings ? separateTitles(divideProse(lineBlocks, width), width) : lineBlocks;
  const headings = hasHeadings
    ? findHeadings(blocks, language)
    : new Map<LineBlock, Heading["depth"]>();
  const joiner = createLineJoiner(blocks.map(({ lines }) => lines.map((line) => line.trim())));
  const counts = { headings: 0, verses: 0, unwrapped: 0, emphasized: 0, tables: 0 };

  function joinWrapped(lines: readonly string[]): string {
    if (!dividesWords || !joiner.dividesWords) return unwrap(joinTrimmed(lines));
    return lines.reduce((before, line, at) => {
      const isApart = hyphens?.before.has(lines[at - 1] ?? "") || hyphens?.after.has(line);
      return isApart ? `${before} ${line.trim()}` : joiner.join(before, line.trim());
    }, "");
  }

  function createPhrasing(text: string, isVerse: boolean): PhrasingContent[] {
    const toNodes = (part: string) => (isVerse ? withLineBreaks(part) : toText(part));
    if (!hasEmphasis) return toNodes(text);
    const nodes = parseEmphasis(withPlainBrackets(text), toNodes);
    if (nodes.some(({ type }) => EMPHASIS_TYPE.test(type))) counts.emphasized += 1;
    return nodes;
  }

  function createHeading(text: string, depth: Heading["depth"]): RootContent {
    counts.headings += 1;
    return { type: "heading", depth, children: createPhrasing(text.replaceAll("\n", " "), false) };
  }

  function createParagraph(text: string, isVerse: boolean): RootContent {
    return { type: "paragraph", children: createPhrasing(text, isVerse) };
  }

  function parseBlock(block: LineBlock): readonly RootContent[] {
    if (hasHeadings && isRule(block)) return [{ type: "thematicBreak" }];
    if (isDrawnTable(block)) {
      counts.tables += 1;
      return [{ type: "code", value: block.lines.join("\n") }];
    }
    if (block.lines.some((line) => columns?.has(line))) {
      return [{ type: "code", value: block.lines.join("\n") }];
    }
    const underlined = hasHeadings ? parseUnderlinedTitle(block) : undefined;
    if (underlined !== undefined) {
      const heading = createHeading(underlined.title, underlined.depth);
      const [first, ...others] = underlined.rest;
      if (first === undefined) return [heading];
      return [heading, ...parseBlock({ ...block, lines: [first, ...others] })];
    }
    const depth = headings.get(block);
    if (depth !== undefined) return [createHeading(joinTrimmed(block.lines), depth)];
    switch (detectArrangement(block, width)) {
      case "wrapped":
        return [createParagraph(joinWrapped(block.lines), false)];
      case "verse":
        counts.verses += 1;
        return [createParagraph(joinTrimmed(block.lines), true)];
      case "paragraphs":
        counts.unwrapped += 1;
        return block.lines.map((line) => createParagraph(line.trim(), false));
    }
  }

  const content = blocks.flatMap(parseBlock);
  return { content, remarks: [...joiner.remarks(), ...describeCounts(counts)] };
}

/** How many blocks were parsed in ways that an editor should check. */
interface ParseCounts {
  readonly headings: number;
  readonly verses: number;
  readonly unwrapped: number;
  readonly emphasized: number;
  readonly tables: number;
}

function describeCounts(counts: ParseCounts): readonly Message[] {
  const { headings, verses, unwrapped, emphasized, tables } = counts;
  return [
    ...(headings > 0 ? [message("text.headings", { count: headings })] : []),
    ...(verses > 0 ? [message("text.verses", { count: verses })] : []),
    ...(unwrapped > 0 ? [message("text.unwrapped")] : []),
    ...(emphasized > 0 ? [message("text.emphasis")] : []),
    ...(tables > 0 ? [message("text.tables", { count: tables })] : []),
  ];
}

function joinTrimmed(lines: readonly string[]): string {
  return lines.map((line) => line.trim()).join("\n");
}

const UNSPACED_BREAK = new RegExp(
  String.raw`(?<=[${UNSPACED_OR_FULLWIDTH}])\n(?=(?:${MARGIN_MARK})*[${UNSPACED_OR_FULLWIDTH}])`,
  "gu",
);

/** Removes the line breaks in scripts without spaces. Markdown shows the others as spaces. */
function unwrap(text: string): string {
  return text.replace(UNSPACED_BREAK, "");
}

function toText(value: string): PhrasingContent[] {
  return value === "" ? [] : [{ type: "text", value }];
}

function withLineBreaks(text: string): PhrasingContent[] {
  return text
    .split("\n")
    .flatMap((line, index) => [
      ...(index > 0 ? [{ type: "break" } as const] : []),
      ...toText(line),
    ]);
}

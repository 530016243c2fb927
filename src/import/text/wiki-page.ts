import { type Message, message, quoteEach } from "../../catalogue/catalogue.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import {
  EDIT_LINK,
  JUMP_LINKS,
  WIKI_ADDRESS,
  WIKI_CATEGORIES,
  WIKI_FOOTER,
  WIKI_OWN_ADDRESS,
  WIKI_SUBTITLE,
} from "../../language/apparatus/wiki-lines.ts";
import { CONTENTS_TITLE } from "../shared/publishers-matter.ts";

/** The lines of a text without those of the wiki from which it was copied. */
interface WikiText {
  readonly lines: readonly string[];
  readonly remarks: readonly Message[];
}

/** In how many lines at the edges of a page the wiki's own are looked for. Empty lines do not count. */
const MAX_TOP_LINES = 8;
const MAX_BOTTOM_LINES = 60;

/** The maximum length of a heading with its link, in UTF-16 code units. */
const MAX_HEADING_LENGTH = 120;

/** How many left-out lines a remark quotes. */
const MAX_LISTED = 5;

/**
 * Leaves out what MediaWiki adds to a page whose text was copied: the links that edit its sections, whose lines become underlined
 * titles, the links above it, and what is below it from its address on. A line of the wiki's in one of these places shows what the text is.
 */
export function leaveOutWikiLines(lines: readonly string[]): WikiText {
  const visible = [...lines.keys()].filter((index) => elementAt(lines, index).trim() !== "");
  const lineAt = (index: number) => elementAt(lines, index).trim();
  const headings = visible.filter((index) => isEditedHeading(lines, index));
  const top = visible.slice(0, MAX_TOP_LINES);
  const jumps = top.filter((index) => JUMP_LINKS.test(lineAt(index)));
  const isWiki = headings.length > 0 || jumps.length > 0;
  const bottom = visible.slice(1).slice(-MAX_BOTTOM_LINES);
  const footer = bottom.findIndex((index) => isOfFooter(lineAt(index), isWiki));
  if (!isWiki && footer === -1) return { lines, remarks: [] };
  const subtitle = top.find((index) => WIKI_SUBTITLE.test(lineAt(index)));
  const leftOut = new Set([
    ...jumps,
    ...(subtitle === undefined ? [] : [subtitle]),
    ...(footer === -1 ? [] : bottom.slice(footer)),
  ]);
  const titles = new Set(headings);
  const first = elementAt(visible, 0);
  if (subtitle === visible[1]) titles.add(first);
  return {
    lines: lines.flatMap((line, index) => {
      if (leftOut.has(index)) return [""];
      const withoutToggle = line.replace(TOGGLE, "");
      if (CONTENTS_TITLE.test(withoutToggle)) return ["", withoutToggle, ""];
      if (!titles.has(index)) return [line];
      const title = line.trim().replace(EDIT_LINK, "");
      return ["", title, (index === first ? "=" : "-").repeat(RULE_LENGTH), ""];
    }),
    remarks: describeLeftOut(headings.length, [...leftOut].map(lineAt)),
  };
}

/** The length of the line that makes a title of the one above it. */
const RULE_LENGTH = 4;

/** The link beside the title of a table of contents that hides it. */
const TOGGLE = /\s*\[[^\][]{2,20}\]\s*$/;

/** Whether a line is a heading with a link that edits its section. */
function isEditedHeading(lines: readonly string[], index: number): boolean {
  const line = elementAt(lines, index).trim();
  if (line.length > MAX_HEADING_LENGTH || !EDIT_LINK.test(line)) return false;
  const title = line.replace(EDIT_LINK, "");
  const isApart = (lines[index - 1] ?? "").trim() === "";
  return isApart && /[\p{L}\p{N}]/u.test(title) && !/[.。][\p{Pe}\p{Pf}"]*$|[.!?]\s/u.test(title);
}

/** Whether a line begins what a wiki has below a page. In a text that may be of another program, only MediaWiki's address does. */
function isOfFooter(line: string, isWiki: boolean): boolean {
  if (WIKI_ADDRESS.test(line)) return isWiki || WIKI_OWN_ADDRESS.test(line);
  return isWiki && (WIKI_CATEGORIES.test(line) || WIKI_FOOTER.test(line));
}

function describeLeftOut(links: number, lines: readonly string[]): readonly Message[] {
  const listed = quoteEach(lines.slice(0, MAX_LISTED));
  return [
    ...(links > 0 ? [message("html.links", { count: links })] : []),
    ...(lines.length > 0
      ? [message("text.site-lines", { lines: listed, more: lines.length - listed.length })]
      : []),
  ];
}

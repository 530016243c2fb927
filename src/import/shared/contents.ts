import type { RootContent } from "mdast";
import { type Message, message } from "../../catalogue/catalogue.ts";
import { PART_NAME_BY_LEVEL } from "../../language/part-headings.ts";

/** The usual titles of a table of contents. */
export const CONTENTS_TITLE =
  /^[^\p{L}\p{N}]*(?:(?:table of |list of )?contents|inhalt(?:sverzeichnis|sübersicht)?|table des mati[eè]res|sommaire|[ií]ndice(?: general)?|indice|sommario|inhoud(?:sopgave)?|innehåll|indhold|innhold|sisällys|spis treści|obsah|tartalom|содержание|оглавление|зміст|目次|目录|目錄|차례|목차)[^\p{L}\p{N}]*$/iu;

/** An entry that begins with a part's name, or with its number. */
const NUMBERED = new RegExp(
  String.raw`^(?:(?:${PART_NAME_BY_LEVEL.join("|")})\b|[\dIVXLC]+[.)\s]|§)`,
  "iu",
);

/** An entry that ends with the number of a page. */
const WITH_PAGE = /(?:\s|\.|…)(?:\d{1,4}|[ivxlc]{1,6})\.?$/;

/** The heads of the columns of a table of contents: “Page”, “Chapter Page”, “| Seite”. */
export const COLUMN_HEADS = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:(?:${PART_NAME_BY_LEVEL.join("|")})(?![\p{L}\p{N}])[^\p{L}\p{N}]*)?(?:pages?|pagina|página|pag|pág|p|seite|s|bladz(?:ijde)?|blz|sida|side|sivu|strona|str|strana|стр(?:аница)?|頁|ページ|页|페이지|쪽|면)[^\p{L}\p{N}]*$`,
  "iu",
);

/** The maximum length of an entry, in UTF-16 code units. */
const MAX_ENTRY_LENGTH = 120;

/** The minimum number of entries. Fewer can be text under such a heading. */
const MIN_ENTRIES = 3;

/** Content without its table of contents. */
export interface ContentWithoutToc {
  readonly content: readonly RootContent[];
  /** The table of contents with its title. */
  readonly contents: readonly RootContent[];
  /** A sentence, if a table of contents was left out. */
  readonly remarks: readonly Message[];
}

/** Leaves out the table of contents: what follows its title, as long as it looks like entries. */
export function leaveOutContents(content: readonly RootContent[]): ContentWithoutToc {
  const headings = new Set(
    content.flatMap((block) => (block.type === "heading" ? [comparable(plainText(block))] : [])),
  );
  const start = content.findIndex((block) => CONTENTS_TITLE.test(plainText(block)));
  if (start === -1) return { content, contents: [], remarks: [] };
  let end = start + 1;
  let entries = 0;
  for (let block = content[end]; block !== undefined; block = content[++end]) {
    const lines = linesIn(block).filter((line) => line.trim() !== "");
    const isToc = lines.every(
      (line) =>
        line.length <= MAX_ENTRY_LENGTH &&
        (WITH_PAGE.test(line.trim()) ||
          NUMBERED.test(line.trim()) ||
          headings.has(comparable(line)) ||
          COLUMN_HEADS.test(line)),
    );
    if (!isToc || (block.type === "heading" && isFollowedByText(content, end))) break;
    entries += lines.length;
  }
  if (entries < MIN_ENTRIES) return { content, contents: [], remarks: [] };
  return {
    content: [...content.slice(0, start), ...content.slice(end)],
    contents: content.slice(start, end),
    remarks: [message("remark.contents", { entries })],
  };
}

/** Whether a heading has text below it, so that it is no entry. */
function isFollowedByText(content: readonly RootContent[], index: number): boolean {
  const next = content[index + 1];
  return next !== undefined && plainText(next).length > MAX_ENTRY_LENGTH;
}

function linesIn(block: RootContent): readonly string[] {
  if (block.type === "list")
    return block.children.flatMap((item) => item.children.flatMap(linesIn));
  return plainText(block).split("\n");
}

/** Returns the letters of a heading, without the number of its page. */
function comparable(text: string): string {
  return text
    .replace(WITH_PAGE, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

function plainText(node: RootContent): string {
  if (node.type === "text") return node.value;
  if (node.type === "break") return "\n";
  return "children" in node ? node.children.map(plainText).join("") : "";
}

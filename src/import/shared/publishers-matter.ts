import type { RootContent } from "mdast";
import { type Message, message } from "../../catalogue/catalogue.ts";
import { PAGE_NUMBER } from "../../language/numerals.ts";
import { PART_NAME_BY_LEVEL } from "../../language/part-headings.ts";
import { plainText } from "./plain-text.ts";

/** The usual titles of a table of contents. */
export const CONTENTS_TITLE =
  /^[^\p{L}\p{N}]*(?:(?:table of |list of )?contents|inhalt(?:sverzeichnis|sübersicht)?|table des mati[eè]res|sommaire|[ií]ndice(?: general)?|indice|sommario|inhoud(?:sopgave)?|innehåll|indhold|innhold|sisällys|spis treści|obsah|tartalom|содержание|оглавление|зміст|目次|目录|目錄|차례|목차)[^\p{L}\p{N}]*$/iu;

/** An entry that begins with a part's name, or with its number. */
const NUMBERED = new RegExp(
  String.raw`^(?:(?:${PART_NAME_BY_LEVEL.join("|")})\b|[\dIVXLC]+[.)\s]|§)`,
  "iu",
);

/** An entry that ends with the number of a page. */
const WITH_PAGE = new RegExp(String.raw`(?:\s|\.|…)(?:${PAGE_NUMBER})\.?$`);

/** The heads of the columns of a table of contents: “Page”, “Chapter Page”, “| Seite”. */
export const COLUMN_HEADS = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:(?:${PART_NAME_BY_LEVEL.join("|")})(?![\p{L}\p{N}])[^\p{L}\p{N}]*)?(?:pages?|pagina|página|pag|pág|p|seite|s|bladz(?:ijde)?|blz|sida|side|sivu|strona|str|strana|стр(?:аница)?|頁|ページ|页|페이지|쪽|면)[^\p{L}\p{N}]*$`,
  "iu",
);

/** The maximum length of an entry, in UTF-16 code units. */
const MAX_ENTRY_LENGTH = 120;

/** The minimum number of entries. Fewer can be text under such a heading. */
const MIN_ENTRIES = 3;

/** Content without what its publisher added. */
export interface AuthorsContent {
  readonly content: readonly RootContent[];
  /** The table of contents with its title. */
  readonly contents: readonly RootContent[];
  /** Sentences on what was left out. */
  readonly remarks: readonly Message[];
}

/** Leaves out the imprint, the notice of copyright and the table of contents. */
export function leaveOutPublishersMatter(content: readonly RootContent[]): AuthorsContent {
  const imprint = findImprint(content);
  const withoutContents = leaveOutContents(content.filter((block) => !imprint.includes(block)));
  const words = imprint.map((block) => plainText(block).replace(/\s+/g, " ").trim()).join(" · ");
  return {
    ...withoutContents,
    remarks: [
      ...(words === "" ? [] : [message("remark.imprint", { words })]),
      ...withoutContents.remarks,
    ],
  };
}

/** How many blocks a title page has at most, with its back. */
const MAX_TITLE_PAGE = 24;

/** A block of this length, in UTF-16 code units, is text of the author’s. So is all that follows. */
const MAX_IMPRINT_LENGTH = 300;

/** Formulas with which notices of copyright begin. */
const NOTICE =
  /^\P{L}*(?:all rights (?:of translation )?reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|все права защищены|entered (?:according to|in accordance with) (?:the )?act of (?:congress|parliament))(?!\p{L})/iu;

/** Words of notices and of editions, beside names and a year. */
const EDITION =
  /©|\([cC]\)(?=\s*\d)|(?<!\p{L})(?:copyright(?:ed)?|(?:first |re)?(?:published|printed|issued)|(?:first|second|third|new|revised) (?:edition|printing|impression)|gedruckt|auflage|imprimé|impreso)(?!\p{L})/iu;

/** Words that a firm of publishers or of printers has in its name. */
const FIRM =
  /(?<!\p{L})(?:press|publishers?|publishing|printers?|booksellers?|compan(?:y|ies)|(?:&|and) (?:co|sons?|brothers|bros)|verlag(?:sbuchhandlung)?|éditeurs?|librairie|imprimerie|editorial|imprenta|editore|tipografia|издательство|типография)(?!\p{L})/iu;

/** A firm with the day is the head of a letter, and one that is written to is no imprint. */
const OF_LETTER =
  /(?<!\p{N})\p{N}{1,2}(?!\p{N})|^\P{L}*(?:to|dear|messrs|an|herrn|à|al?|alla)(?!\p{L})/iu;

/** A year of printing, in figures or in Roman numerals. */
const YEAR =
  /(?<!\p{N})1[4-9]\d{2}(?!\p{N})|(?<!\p{N})20\d{2}(?!\p{N})|(?<!\p{L})M[DCLXVI]{3,12}(?!\p{L})/u;

/** Words in small letters that are beside names. */
const BESIDE_NAMES =
  /^(?:a|an|and|at|by|for|from|in|of|on|the|to|bei|und|von|der|die|das|in|et|de|des|du|la|le|les|par|chez|y|del|los|por|e|da|do|dos|di|per|и|в|edition|printing|impression|printed|published|reprinted|issued|first|second|third|copyright|copyrighted|reserved|rights|all|gedruckt|auflage|imprimé|impreso)$/iu;

/** Returns the blocks of a title page that name its publisher, its printer or who has the rights. */
function findImprint(content: readonly RootContent[]): readonly RootContent[] {
  const length = content.findIndex((block) => plainText(block).length > MAX_IMPRINT_LENGTH);
  const titlePage = content.slice(
    0,
    Math.min(length === -1 ? content.length : length, MAX_TITLE_PAGE),
  );
  return titlePage.filter((block) => {
    if (block.type !== "paragraph" && block.type !== "heading") return false;
    const text = plainText(block);
    if (NOTICE.test(text)) return true;
    const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
    const isOfNames = words.every((word) => !/^\p{Ll}/u.test(word) || BESIDE_NAMES.test(word));
    const isImprint = EDITION.test(text) || (FIRM.test(text) && !OF_LETTER.test(text));
    return isOfNames && isImprint && YEAR.test(text);
  });
}

/** Leaves out the table of contents: what follows its title, as long as it looks like entries. */
function leaveOutContents(content: readonly RootContent[]): AuthorsContent {
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
  if (block.type === "table") {
    return block.children.map((row) => row.children.map(plainText).join(" ").trim());
  }
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

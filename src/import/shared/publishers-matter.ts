import type { RootContent } from "mdast";
import { type Message, message } from "../../catalogue/catalogue.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import { append } from "../../foundation/long-arrays.ts";
import { PAGE_NUMBER } from "../../language/numerals.ts";
import { PART_NAME_BY_LEVEL } from "../../language/part-headings.ts";
import { plainText } from "./plain-text.ts";

/** The usual titles of a table of contents. */
export const CONTENTS_TITLE =
  /^[^\p{L}\p{N}]*(?:(?:table of |list of )?contents|list of (?:illustrations|plates|figures|maps|tables)|(?:abbildungs|tafel)verzeichnis|verzeichnis der abbildungen|table des (?:illustrations|gravures|figures)|inhalt(?:sverzeichnis|sübersicht)?|table des mati[eè]res|sommaire|[ií]ndice(?: general)?|indice|sommario|inhoud(?:sopgave)?|innehåll|indhold|innhold|sisällys|spis treści|obsah|tartalom|содержание|оглавление|зміст|目次|もくじ|目录|目錄|차례|목차)[^\p{L}\p{N}]*$/iu;

/** An entry that begins with a part's name, or with its number. */
const NUMBERED_PART = `(?:${PART_NAME_BY_LEVEL.join("|")})(?![\\p{L}\\p{N}])`;
const NUMBERED = new RegExp(String.raw`^(?:${NUMBERED_PART}|[\dIVXLC]+[.)\s]|§)`, "iu");

/** An entry that ends with the number of a page. */
const WITH_PAGE = new RegExp(String.raw`(?:\s|\.|…)(?:${PAGE_NUMBER})\.?$`);

/** The number of a section before its name: “2.1 The Pier”. */
const OWN_NUMBER = /^\s*\d{1,3}(?:\.\d{1,3})*\.?\s+/;

/** The heads of the columns of a table of contents: “Page”, “Chapter Page”, “| Seite”. */
export const COLUMN_HEADS = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:(?:${PART_NAME_BY_LEVEL.join("|")})(?![\p{L}\p{N}])[^\p{L}\p{N}]*)?(?:pages?|pagina|página|pag|pág|p|seite|s|bladz(?:ijde)?|blz|sida|side|sivu|strona|str|strana|стр(?:аница)?|頁|ページ|页|페이지|쪽|면)[^\p{L}\p{N}]*$`,
  "iu",
);

/** The maximum length of an entry, in UTF-16 code units. */
export const MAX_ENTRY_LENGTH = 120;

/** The minimum number of entries. Fewer can be text under such a heading. */
const MIN_ENTRIES = 3;

/** The types of pages and sections that a publisher writes (EPUB Structural Semantics Vocabulary 1.1, DPUB-ARIA). */
export const PUBLISHER_TYPE =
  /(?:^|\s)(?:doc-)?(?:halftitlepage|titlepage|imprint|imprimatur|copyright-page|colophon|seriespage|credits?|other-credits|keywords|errata|z3998:(?:publisher-address|series))(?:\s|$)/;

/** The types of parts that an author writes, whatever their titles are about and wherever they are. */
export const AUTHOR_TYPE =
  /(?:^|\s)(?:doc-)?(?:chapter|part|prologue|epilogue|preface|foreword|introduction|conclusion|afterword|appendix|dedication|epigraph)(?:\s|$)/;

/** Titles of a publisher’s pages that an author gives no chapter. */
export const PUBLISHER_ONLY_TITLE =
  /^(?:impressum|(?:half[- ]?)?title ?page|titel(?:ei|seite)|page de titre|(?:about|from) (?:the|this) (?:publisher|(?:(?:digital|electronic) )?(?:e-?book|edition))|à propos de cette édition.*|über diese (?:digitale )?(?:ausgabe|edition)|acerca de esta edición.*|sobre esta edição.*|informazioni su questa edizione.*|この電子書籍について|이 전자책에 (?:대하여|관하여)|关于(?:本|这本)电子书|關於本電子書|mentions légales|achevé d[’']imprimer|página (?:legal|de créditos)|über den verlag|выходные данные|奥付|版[权權](?:信息|页|頁|所有)?|판권(?:지)?|legal notice)$/i;

/** The types of lists of the parts, the pictures and the pages of a book. */
export const CONTENTS_TYPE =
  /(?:^|\s)(?:toc|toc-brief|landmarks|loi|lot|loa|lov|page-list|doc-toc|doc-pagelist)(?:\s|$)/;

/** The titles of pages that a publisher writes. An author may give some of them to a chapter. */
export const PUBLISHER_TITLE =
  /^(?:the )?(?:imprint|impressum|colophon|(?:a )?note (?:on|about) the type|(?:un)?copyright(?: (?:page|notice|information))?|titel(?:ei|seite)|(?:half[- ]?)?title ?page|(?:about|from) (?:the|this) (?:publisher|(?:(?:digital|electronic) )?(?:e-?book|edition))|à propos de cette édition(?: électronique| numérique)?|über diese (?:digitale )?(?:ausgabe|edition)|acerca de esta edición(?: digital| electrónica)?|sobre esta edição(?: digital| eletr[ôo]nica)?|informazioni su questa edizione(?: elettronica| digitale)?|この電子書籍について|이 전자책에 (?:대하여|관하여)|关于(?:本|这本)电子书|關於本電子書|also (?:by|available|published)\b.*|(?:publisher|transcriber|producer|e-?book)[’']?s?[’']?s? notes?|(?:other|more) (?:books|titles|novels|works) (?:by|from)\b.*|d(?:u même auteur|es mêmes auteurs)|vo[nm] (?:de[mr]selben|selben|gleichen) (?:autor(?:in)?|verfasser(?:in)?)|weitere (?:bücher|titel|werke|romane) (?:des verlags|aus dem verlag|vo[nm]|im verlag)\b.*|(?:autres|plus de) (?:livres|titres|ouvrages) d[ue’'].*|otros (?:libros|títulos) de(?: la| esta| nuestra)? editorial.*|de(?:l mismo autor| la misma autora)|do mesmo autor|dello stesso autore|того же автора|книги автора|同じ著者の本|credits|mentions légales|page de titre|achevé d[’']imprimer|crédits|créditos|colof[óo]n|kolofon|página (?:legal|de créditos)|über den verlag|выходные данные|奥付|版[权權](?:信息|页|頁|所有)?|판권(?:지)?|legal notice|newsletters?(?: sign-?up)?|praise for\b.*)$/i;

/** The note on a title page that a library's program wrote the book. */
export const EXPORTED =
  /\bexport\p{L}*\s(?:from|de|depuis|desde|da|di|van|von|aus|från|fra)\swikisource\b|\b(?:aus|från|fra|uit)\swikisource\sexport/iu;

/** The usual titles of an index of subjects or of names. */
const INDEX_TITLE =
  /^[^\p{L}\p{N}]*(?:(?:general|subject|name|author|alphabetical) index|index(?: of [\p{L} ]{3,40}| nominum| rerum| verborum| général| des (?:noms|matières|personnes|lieux))?|(?:sach|namens?|personen|orts|stichwort|schlagwort|wort|zaken|trefwoorden|person|sak)?(?:-? ?und (?:sach|namen|personen|orts))?-?register|[ií]ndice (?:alfab[eé]tico|anal[ií]tico|onom[aá]stico|tem[aá]tico|remissivo|dei nomi|de (?:nombres|materias|nomes)).{0,30}|(?:(?:предметный|именной|алфавитный) )?указатель(?: имен| имён)?|(?:事項|人名|件名)?索引|(?:인명 ?)?색인|찾아보기|skorowidz|indeks(?: \p{L}{3,20})?|(?:jmenný |věcný )?rejstřík|(?:név|tárgy)mutató|hakemisto|dizin|(?:chỉ mục))[^\p{L}\p{N}]*$/iu;

/** One page, several or a note to one: “12”, “12–14”, “12 ff.”, “12n3”. A larger number would be a year. */
const PAGE_OF_BOOK = String.raw`(?!1[5-9]\d\d|20\d\d)\d{1,4}`;
const PAGES = String.raw`(?:${PAGE_OF_BOOK}|(?<=,\s?)[ivxlc]{1,8})(?:\s?[–-]\s?(?:${PAGE_NUMBER}))?(?:\s?(?:ff?|n)\.?(?:\s?\d{1,3})?)?(?![\p{L}\p{N}])`;
const MORE_PAGES = String.raw`(?:[,;]\s?${PAGES})`;
/** A line of an index with a gap, points or nothing but a space before the pages: “Oil ..... 12”, “Oil 12, 40”. */
const ENTRY_LINE = new RegExp(
  String.raw`^[^\n]{1,${MAX_ENTRY_LENGTH}}(?:(?:\s{2,}|[.…]{2,}\s?)${PAGES}${MORE_PAGES}*|\s${PAGES}${MORE_PAGES}+)$`,
  "iu",
);
/** An entry in a line of several, with the comma before its pages. */
const ENTRY = new RegExp(
  String.raw`[^\d,;]{1,60}(?:,[^\d,;]{1,40}){0,2},\s?${PAGES}${MORE_PAGES}*[.;]?\s*`,
  "iuy",
);
/** The letter above the terms that begin with it, and a term that refers to another: “Barge, see Boat”. */
const INDEX_LETTER = /^\P{L}*\p{L}{1,2}\P{L}*$/u;
const REFERENCE =
  /[,.;:(—–-]\s*(?:see|siehe|vgl\.|voir|v\.|véase|ver|vedi|zie|patrz|см\.)(?!\p{L})|→|⇒|を見よ|を参照|[，,]\s?[见見]/iu;

/** Content without what its publisher added. */
export interface AuthorsContent {
  readonly content: readonly RootContent[];
  /** The imprint, the table of contents and the index with their titles. The remarks name them. */
  readonly leftOut: readonly RootContent[];
  /** Sentences on what was left out. */
  readonly remarks: readonly Message[];
}

/** Leaves out the imprint, the notice of copyright, the table of contents and the index. */
export function leaveOutPublishersMatter(content: readonly RootContent[]): AuthorsContent {
  const imprint = [...findImprint(content), ...findClosing(content)];
  const withoutContents = leaveOutContents(content.filter((block) => !imprint.includes(block)));
  const withoutIndex = leaveOutIndex(withoutContents.content);
  const words = imprint.map((block) => plainText(block).replace(/\s+/g, " ").trim()).join(" · ");
  return {
    content: withoutIndex.content,
    leftOut: [...imprint, ...withoutContents.leftOut, ...withoutIndex.leftOut],
    remarks: [
      ...(words === "" ? [] : [message("remark.imprint", { words })]),
      ...withoutContents.remarks,
      ...withoutIndex.remarks,
    ],
  };
}

/** How many blocks a title page has at most, with its back. */
const MAX_TITLE_PAGE = 24;

/** A block of this length, in UTF-16 code units, is text of the author’s. So is all that follows. */
const MAX_IMPRINT_LENGTH = 300;

/** The formulas by which all rights are reserved. */
const RIGHTS_RESERVED =
  /all rights (?:of translation )?reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos (?:est[aá]n )?reservados|reservados todos los derechos|todos os direitos reservados|tutti i diritti (?:sono )?riservati|alle rechten voorbehouden|wszelkie prawa zastrzeżone|все права защищены|版[权權]所有|無断(?:で)?(?:転載|転用|複製|複写|引用)|무단\s?(?:전재|복제)/iu;

/** Formulas with which notices of copyright begin. */
const NOTICE = new RegExp(
  String.raw`^\P{L}*(?:${RIGHTS_RESERVED.source}|entered (?:according to|in accordance with) (?:the )?act of (?:congress|parliament))(?![\p{Script=Latin}\p{Script=Cyrillic}])`,
  "iu",
);

/** Sentences that only a publisher writes about a book. */
const PUBLISHER_SENTENCE =
  /\bthis (?:book |novel |story )?is a work of fiction\. (?:names|any|all|the (?:characters|events))\b|\bmoral rights? of the author\b|\bCIP\b (?:catalogue|data)|\bcatalogu(?:e|ing)[- ]in[- ]publication\b|nationalbibliothek verzeichnet|\bno part of this (?:book|publication|work)\b|\bstored in a retrieval system\b|\blicensed for your personal\b|\bthank you for (?:buying|purchasing|downloading) this (?:e-?)?book\b|\bsign up (?:for|to) (?:our|the) newsletter\b|\bcette édition (?:électronique|numérique)\b[^.]{0,120}\b(?:réalisée|établie|composée)\b|\best[ae] edición (?:electrónica|digital)\b[^.]{0,120}\brealizada\b|\bdieses e-?book wurde\b[^.]{0,120}\b(?:erstellt|konvertiert|gesetzt)\b|achevé d[’']imprimer|dépôt légal|finito di stampare|se terminó de imprimir|acabou de (?:se )?imprimir|nakład \d|подписано в печать|спасибо, что скачали|copyright © by/iu;

/** A notice of the rights of a person in a year: “© Ada Quill, 1999”. */
const COPYRIGHT_NOTICE =
  /(?:©|\b(?:[Cc]opyright|COPYRIGHT)(?: ©)?)\s*(?:by )?(?:\p{Lu}[^.\d]{1,60})?(?:1[89]|20)\d{2}/u;

/** Sentences and notices that only a publisher writes. A short page of them without a heading is the publisher's. */
export const PUBLISHER_FORMULAS = [RIGHTS_RESERVED, PUBLISHER_SENTENCE, COPYRIGHT_NOTICE];

/** Words that only a publisher writes about a book, by what they are about. One of them proves nothing. */
export const PUBLISHER_WORDS = [
  RIGHTS_RESERVED,
  PUBLISHER_SENTENCE,
  /©|(?:\(c\)|\bcopyright\b)\s*(?:\d{4}|by\b)/i,
  /ISBN/,
  /\b(?:first )?published (?:in|by)\b|\d\. auflage|dépôt légal|primera edición|depósito legal|prima edizione|издательство|第[一1]刷|初版|発行[者所]|出版社|펴낸/i,
  /titre original|titel der originalausgabe|original(?:ly published as| title)|título original|titolo originale/i,
  /\blibrary of congress\b|bibliothek verzeichnet|定[価价價]|정가|тираж/i,
  /\bprinted (?:in|by)\b|gedruckt in|\bdruck:|achevé d[’']imprimer|imprimé en|impreso en|stampato in|подписано в печать|印刷|인쇄/i,
  /\be-?book (?:was )?(?:produced|edition|conversion|published|by)\b/i,
  /\bwww\.\S+|https?:\/\/\S+/i,
  /\b(?:cover|book|type|jacket) (?:design|art|illustration|photograph)\w*\b|umschlaggestaltung|diseño de (?:la )?(?:cubierta|portada)|maquette de couverture|装[幀丁]|封面设计/i,
  /\btypeset\b|\bset in\b|\bsatz:/i,
];

/** Words of notices and of editions, beside names and a year. */
const EDITION =
  /©|\([cC]\)(?=\s*\d)|(?<!\p{L})(?:copyright(?:ed)?|(?:first |re)?(?:published|printed|issued)|(?:first|second|third|new|revised) (?:edition|printing|impression)|gedruckt|auflage|imprimé|impreso)(?!\p{L})/iu;

/** The line of a printer: “Printed in Great Britain by Clark, Limited, Edinburgh.” */
const PRINTER =
  /^\P{L}*(?:printed (?:(?:and bound|in|at) [^.]{1,60} )?by|printed (?:and bound )?in (?:great britain|england|scotland|the (?:united states|u\. ?s\.|netherlands)|germany|france|austria)|gedruckt (?:bei|von)|druck (?:von|der)|satz und druck|imprimé (?:par|en)|imprimerie|impreso (?:por|en)|imprenta de|stampato (?:da|in))(?!\p{L})/iu;

/** The names of digital libraries. */
const DIGITAL_LIBRARY =
  /\b(?:wikisource|project gutenberg|standard ebooks|feedbooks|e-?books? libres? et gratuits?|the internet archive|distributed proofread\w+|projekt gutenberg)\b/i;

/** A notice of those who made a digital edition. */
const DIGITAL_EDITION = new RegExp(
  String.raw`^\P{L}*(?:this|the) (?:digital )?(?:text|file|e-?book|e-?text|edition) (?:was|is|has been) (?:prepared|produced|made|transcribed|digiti[sz]ed|scanned|proofread|created) (?:for|by|from) ${DIGITAL_LIBRARY.source}`,
  "iu",
);

/** Cities in which most books were published. */
const CITY = [
  "London|Edinburgh|Oxford|Cambridge|Dublin|Glasgow|New[ -]York|Boston|Philadelphia|Chicago|Toronto|Sydney|Melbourne",
  String.raw`Leipzig|Berlin|Stuttgart|München|Hamburg|Dresden|Jena|Frankfurt(?: am Main| a\. ?M\.)?|Wien|Zürich|Basel`,
  "Paris|Lyon|Genève|Lausanne|Bruxelles|Madrid|Barcelona|Buenos Aires|Lisboa|Milano|Roma|Firenze|Torino|Napoli",
  "Amsterdam|Stockholm|Kjøbenhavn|København|Kristiania|Helsinki|Warszawa|Kraków|Praha|Budapest|Москва|Санкт-Петербург",
].join("|");

/** A city, a firm and a year, as at the foot of a title page. After the city of a letter is a comma. */
const PLACE_AND_YEAR = new RegExp(
  String.raw`^\P{L}*(?:${CITY})(?:(?:,? (?:and|und|et) |[,:]? *\n *)(?:${CITY}))*(?: *:|[.,:]? *\n)\s*\p{L}[^:]{2,120}[\s.,]\(?(?:1[4-9]\d{2}|20\d{2}|M[DCLXVI]{3,12})[.)]*$`,
  "iu",
);

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
  /^(?:a|an|and|at|by|for|from|in|of|on|the|to|bei|und|von|der|die|das|in|et|de|des|du|la|le|les|par|chez|y|del|los|por|e|da|do|dos|di|per|и|в|edition|printing|impression|bound|printed|published|reprinted|issued|first|second|third|copyright|copyrighted|reserved|rights|all|gedruckt|auflage|imprimé|impreso|stampato)$/iu;

/** Whether all words begin with capitals, except for those beside names. */
function isOfNames(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.every((word) => !/^\p{Ll}/u.test(word) || BESIDE_NAMES.test(word));
}

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
    if (NOTICE.test(text) || DIGITAL_EDITION.test(text)) return true;
    if (!isOfNames(text)) return false;
    if (PRINTER.test(text) || (PLACE_AND_YEAR.test(text) && !OF_LETTER.test(text))) return true;
    const isImprint = EDITION.test(text) || (FIRM.test(text) && !OF_LETTER.test(text));
    return isImprint && YEAR.test(text);
  });
}

/** How many blocks a library writes after a work at most. */
const MAX_CLOSING = 6;

/** Returns the last blocks if these are about a digital edition, or name who printed the book. */
function findClosing(content: readonly RootContent[]): readonly RootContent[] {
  const texts = content.slice(-MAX_CLOSING).map((block) => plainText(block).trim());
  const start = texts.findIndex((text) => PUBLISHER_TITLE.test(text));
  const isOfLibrary =
    start !== -1 && texts.slice(start + 1).some((text) => DIGITAL_LIBRARY.test(text));
  if (isOfLibrary) return content.slice(-texts.length).slice(start);
  const last = texts.at(-1) ?? "";
  return content.length > 1 && PRINTER.test(last) && isOfNames(last) ? content.slice(-1) : [];
}

/** Leaves out tables of contents and lists of pictures: what follows their titles, as long as it looks like entries. */
function leaveOutContents(content: readonly RootContent[]): AuthorsContent {
  /** The last place of each heading. */
  const headings = new Map(
    content.flatMap((block, index) =>
      block.type === "heading" ? [[wordsOf(plainText(block)), index] as const] : [],
    ),
  );
  const kept: RootContent[] = [];
  const contents: RootContent[] = [];
  let count = 0;
  for (let start = 0; start < content.length; ) {
    const isTitle = CONTENTS_TITLE.test(plainText(elementAt(content, start)));
    const { end, entries, areClear } = isTitle
      ? findEntries(content, start, headings)
      : { end: start + 1, entries: 0, areClear: false };
    if (entries < MIN_ENTRIES && !areClear) kept.push(elementAt(content, start++));
    else {
      append(contents, content.slice(start, end));
      count += entries;
      start = end;
    }
  }
  if (count === 0) return { content, leftOut: [], remarks: [] };
  return {
    content: kept,
    leftOut: contents,
    remarks: [message("remark.contents", { entries: count })],
  };
}

/** Returns where the entries below a title end, how many they are, and whether each has a number and a page, or is a heading below. */
function findEntries(
  content: readonly RootContent[],
  title: number,
  headings: ReadonlyMap<string, number>,
): { readonly end: number; readonly entries: number; readonly areClear: boolean } {
  /** Returns the last place of the heading that a line names, perhaps with its number or that of its page. */
  const placeOf = (line: string) =>
    [line, line.replace(WITH_PAGE, ""), line.replace(OWN_NUMBER, "")]
      .map((name) => headings.get(wordsOf(name)))
      .find((place) => place !== undefined);
  const areEntries = (block: RootContent) =>
    linesIn(block).every(
      (line) =>
        line.length <= MAX_ENTRY_LENGTH &&
        (line.trim() === "" ||
          WITH_PAGE.test(line.trim()) ||
          NUMBERED.test(line.trim()) ||
          placeOf(line) !== undefined ||
          COLUMN_HEADS.test(line)),
    );
  let end = title + 1;
  let entries = 0;
  for (let block = content[end]; block !== undefined; block = content[++end]) {
    const next = content[end + 1];
    const isTitle = CONTENTS_TITLE.test(plainText(block));
    // A heading above text is no entry, nor is one that does not come again.
    const isAboveText =
      block.type === "heading" &&
      (next === undefined || !areEntries(next) || placeOf(plainText(block)) === end);
    if (isTitle || isAboveText || !areEntries(block)) break;
    entries += linesIn(block).filter((line) => line.trim() !== "").length;
  }
  const lines = content.slice(title + 1, end).flatMap(linesIn);
  const areClear =
    entries > 0 &&
    lines.every(
      (line) =>
        (NUMBERED.test(line) && WITH_PAGE.test(line)) ||
        (entries >= 2 && (placeOf(line) ?? -1) >= end),
    );
  return { end, entries, areClear };
}

/** Leaves out the index of a book: terms with the numbers of their pages below its title, as long as there are some. */
function leaveOutIndex(content: readonly RootContent[]): AuthorsContent {
  const left = new Set<RootContent>();
  let count = 0;
  for (let start = 0; start < content.length; start += 1) {
    if (!INDEX_TITLE.test(plainText(elementAt(content, start)))) continue;
    const { end, entries } = findIndexEntries(content, start + 1);
    if (entries < MIN_ENTRIES) continue;
    for (const block of content.slice(start, end)) left.add(block);
    count += entries;
    start = end - 1;
  }
  if (count === 0) return { content, leftOut: [], remarks: [] };
  return {
    content: content.filter((block) => !left.has(block)),
    leftOut: [...left],
    remarks: [message("remark.index", { entries: count })],
  };
}

/** Returns where the entries of an index end, the last of which has pages, and how many do. */
function findIndexEntries(
  content: readonly RootContent[],
  start: number,
): { readonly end: number; readonly entries: number } {
  let end = start;
  let entries = 0;
  for (let index = start; index < content.length; index += 1) {
    const block = elementAt(content, index);
    const own = indexEntriesIn(block);
    if (own === undefined && !isTerm(block)) break;
    if (own === undefined || own === 0) {
      // A term above others, a letter and a reference are beside entries.
      if (index - end >= MAX_BESIDE_ENTRIES) break;
      continue;
    }
    entries += own;
    end = index + 1;
  }
  return { end, entries };
}

/** How many blocks without pages may be between entries. */
const MAX_BESIDE_ENTRIES = 3;

/** Returns how many terms with pages a block of an index has; undefined if it has other text. */
function indexEntriesIn(block: RootContent): number | undefined {
  let count = 0;
  for (const line of linesIn(block).map((one) => one.trim())) {
    const isBesideEntries = line === "" || INDEX_LETTER.test(line) || REFERENCE.test(line);
    const entries = entriesIn(line) ?? (ENTRY_LINE.test(line) ? 1 : undefined);
    if (entries !== undefined) count += entries;
    else if (!isBesideEntries || line.length > MAX_ENTRY_LENGTH) return undefined;
  }
  return count;
}

/** Returns how many entries a line consists of; undefined if it has other text. */
function entriesIn(line: string): number | undefined {
  ENTRY.lastIndex = 0;
  let count = 0;
  while (ENTRY.lastIndex < line.length) {
    if (!ENTRY.test(line)) return undefined;
    count += 1;
  }
  return count;
}

/** A term above others in an index is not longer, in UTF-16 code units. */
const MAX_TERM = 40;

function isTerm(block: RootContent): boolean {
  if (block.type !== "paragraph") return false;
  const text = plainText(block).trim();
  return text.length <= MAX_TERM && !/[.!?…。！？]$/u.test(text);
}

function linesIn(block: RootContent): readonly string[] {
  if (block.type === "list")
    return block.children.flatMap((item) => item.children.flatMap(linesIn));
  if (block.type === "table") {
    return block.children.map((row) => row.children.map(plainText).join(" ").trim());
  }
  return plainText(block).split("\n");
}

/** Returns the words and numbers of a heading. */
function wordsOf(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

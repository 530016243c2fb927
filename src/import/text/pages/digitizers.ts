/** The rest of such a line, after the name of a company: a few signs, or further words of the same form. */
const TAIL = String.raw`(?:[^\p{L}\p{N}].{0,8}|[^\p{L}\p{N}]+(?:original from.*|corporation.*|(?:the )?university.*|in \d{4}(?: with funding from.*)?))?`;

/** A line that a library or a company prints on the pages that it has scanned, also if it was misread. */
export const DIGITIZER_LINE = new RegExp(
  `^(?:${[
    String.raw`digiti[sz]ed (?:by|for) (?:google|[vltjgi(]{1,2}[jo]{0,2}ooq?\S*|the internet archive|microsoft)${TAIL}`,
    "(?:public domain|open access|creative commons)[^.]{0,40}google-digitized.*",
    String.raw`generated (?:on|for|at) .*(?:\d{4}-\d\d-\d\d|\d:\d\d (?:utc|gmt)\b|handle\.net|hathitrust\.org).*`,
    String.raw`https?:\s?\/\/(?:www\.)?(?:hdl\.handle\.net|(?:babel\.)?hathitrust\.org|archive\.org|books\.google\.\w+|about\.jstor\.org)\S*`,
    String.raw`this content downloaded from .*\d.*`,
    "all use subject to .*jstor.*",
    "(?:do not remove (?:the )?)?cards? or slips? from this pocket",
  ].join("|")})$`,
  "iu",
);

/** Lines that are such lines only below another one, or also above one. */
const FUNDING_LINE = /^(?:in \d{4} )?with funding from\b/;
const ORIGIN_LINE = /^original from$/i;
const POCKET_LINE = /^please do not remove(?: the)?$/i;
const LIBRARY_LINE = /^\p{Lu}[\p{Lu}\s.,&’'-]{0,60}\bLIBRAR(?:Y|IES)$/u;

/** Words of the names of libraries and of those who fund them, and words in small letters that are beside them. */
const INSTITUTION =
  /^(?:universit|librar|biblioth|institut|colleg|museum|foundation|societ|archiv|corporation|consortium|council|seminar|commons)/i;
const BESIDE_NAMES = /^(?:of|the|and|for|in|at|de|der|du|des|&)$/;

/** Whether a line is the name of an institution, as below “with funding from” or “Original from”. */
function namesInstitution(line: string): boolean {
  const words = line.split(/[\s,]+/);
  return (
    words.length <= MAX_NAME_WORDS &&
    words.some((word) => INSTITUTION.test(word)) &&
    words.every((word) => /^\p{Lu}/u.test(word) || BESIDE_NAMES.test(word))
  );
}

const MAX_NAME_WORDS = 9;

/** Returns the places of these lines. */
export function findDigitizerLines(lines: readonly string[]): readonly number[] {
  const found = new Set(lines.flatMap((line, at) => (DIGITIZER_LINE.test(line) ? [at] : [])));
  for (const [at, line] of lines.entries()) {
    const above = found.has(at - 1) ? (lines[at - 1] ?? "") : undefined;
    const isNamed = above !== undefined && /\bfrom$/i.test(above) && namesInstitution(line);
    const isBelow =
      above !== undefined &&
      (FUNDING_LINE.test(line) || ORIGIN_LINE.test(line) || LIBRARY_LINE.test(line));
    const isAbove = found.has(at + 1) && (ORIGIN_LINE.test(line) || POCKET_LINE.test(line));
    if (isNamed || isBelow || isAbove) found.add(at);
  }
  return [...found].toSorted((one, other) => one - other);
}

/** The first sentence of Google's notice on a book that it has scanned, in the languages in which it is written. */
const NOTICE_START =
  /^(?:this is a digital copy of a book|dies ist ein digitales exemplar eines buches|ceci est une copie num[ée]rique d|[ée]sta es una copia digital de un libro|(?:questa è|si tratta della?) (?:una )?copia digitale di un libro|dit is een digitale kopie van een boek|esta é uma cópia digital de um livro|это цифровая коп|これは、?.{0,20}デジタル)/i;

const NOTICE_TITLE =
  /^(?:google.{0,12}|about this book|über dieses buch|[aà] propos de ce livre|acerca de este libro|informazioni su questo libro|over dit boek|sobre este livro|https?:\/\/books\.google\S*)$/i;

/** The line of the notice with the address of its site, also if it was misread, and a point of its list. */
const NOTICE_ADDRESS = /books\s?\.\s?google/i;
const NOTICE_POINT = /^[+*•■]\s/;

/** How many lines the notice has at most, how many its title, and how many are above it in the front of a book. */
const MAX_NOTICE_LINES = 60;
const MAX_TITLE_LINES = 4;
const MAX_FRONT_LINES = 60;

/** Returns the places of the lines of Google's notice in the front of a book, in one language after another. */
export function findDigitizerNotice(lines: readonly string[]): readonly number[] {
  const places: number[] = [];
  let until = MAX_FRONT_LINES;
  for (let at = 0; at < until; at++) {
    if (!NOTICE_START.test(lines[at] ?? "")) continue;
    const end = noticeEnd(lines, at) ?? shortNoticeEnd(lines, at);
    if (end === undefined) continue;
    let start = at;
    while (at - start < MAX_TITLE_LINES && NOTICE_TITLE.test(lines[start - 1] ?? "")) start--;
    for (let line = start; line <= end; line++) places.push(line);
    until = end + MAX_TITLE_LINES + 2;
    at = end;
  }
  return places;
}

/** Returns the place of the first address of a notice, or of the first below a later point of its list. */
function noticeEnd(lines: readonly string[], start: number): number | undefined {
  let end: number | undefined;
  let isListed = true;
  for (let at = start; at < Math.min(start + MAX_NOTICE_LINES, lines.length); at++) {
    const line = lines[at] ?? "";
    if (NOTICE_POINT.test(line)) isListed = true;
    else if (isListed && NOTICE_ADDRESS.test(line)) [end, isListed] = [at, false];
  }
  return end;
}

/** The further sentences of the notice, each in a line of its own. */
const NOTICE_SENTENCE =
  /^(?:it has survived long enough for the copyright|public domain books are our gateways|marks, notations and other marginalia|usage guidelines$|google is proud to partner|we also ask that you|about google book search$|google['’]s mission is to organize)/i;

/** Returns the place of the last sentence of a notice without an address, in a text whose lines are paragraphs. */
function shortNoticeEnd(lines: readonly string[], start: number): number | undefined {
  if (!/\bgoogle\b/i.test(lines[start] ?? "")) return undefined;
  let end = start;
  while (NOTICE_SENTENCE.test(lines[end + 1] ?? "") || NOTICE_POINT.test(lines[end + 1] ?? ""))
    end++;
  return end;
}

/** Quotation marks of any language: the opening one and those that may close it. */
export const QUOTATION_MARKS = [
  ["“", "”"],
  ["„", "“”"],
  ["«", "»"],
  ["»", "«"],
  ["‹", "›"],
  ["「", "」"],
  ["『", "』"],
  ["《", "》"],
  ['"', '"'],
  ["＂", "＂"],
  ["❝", "❞"],
  ["〝", "〞〟"],
] as const;

/**
 * All opening marks, and all that may close, as characters for a class of a regular expression. Single marks, which may be
 * apostrophes, are not among them.
 */
export const OPENING_MARKS = QUOTATION_MARKS.map(([open]) => open).join("");
export const CLOSING_MARKS = QUOTATION_MARKS.map(([, close]) => close).join("");

/** Marks with other meanings as well, so that they count only at both ends of a text. */
const AT_ENDS_ONLY = [
  ["‘", "’"],
  ["'", "'"],
  ["”", "”"],
  // As keyboards without quotation marks type them, singly or doubled.
  ["`", "'’´"],
  ["´", "´"],
  ["′", "′"],
  ["″", "″"],
  [",", "'‘’"],
] as const;

/** Whether a text has quotation marks at both ends. */
export function isInQuotationMarks(text: string): boolean {
  return [...QUOTATION_MARKS, ...AT_ENDS_ONLY].some(
    ([open, close]) =>
      text.length > 1 && text.startsWith(open) && close.includes(text.charAt(text.length - 1)),
  );
}

/** Swedish and Finnish: the same mark opens and closes. In other languages it only closes. */
const CLOSING = "”([^“„”]+)”";

/**
 * Returns the source of a regular expression for text between single marks, of which some may open and some close, as
 * characters. Between them, a mark within a word is an apostrophe, and so is one after an s and before a word, as in “the
 * keepers’ lamp”, if another mark closes.
 */
export function betweenSingleMarks(open: string, close: string): string {
  const others = `[^${open}${close}]*`;
  const within = String.raw`(?<=\p{L})[${close}](?=\p{L})`;
  const end = String.raw`(?<=\S)[${close}](?![\p{L}\p{N}])`;
  const possessive = String.raw`(?<=s)[${close}](?=\s\p{Ll}${others}(?:${within}${others})*${end})`;
  return String.raw`(?<![\p{L}\p{M}\p{N}])[${open}](?=\S)((?:[^${open}${close}]|${within}|${possessive})+)${end}`;
}

const SINGLE = betweenSingleMarks("‘", "’");

/** Returns the pattern of text between two marks, which may contain a nested pair of the same kind. */
function patternBetween(open: string, close: string): string {
  const other = `[^${open}${close}]`;
  const inner = close.includes(open) ? other : `(?:${other}|${open}${other}*[${close}])`;
  return `${open}(${inner}+)[${close}]`;
}

const QUOTED = new RegExp(
  [...QUOTATION_MARKS.map(([open, close]) => patternBetween(open, close)), SINGLE, CLOSING].join(
    "|",
  ),
  "gu",
);

/** A text in quotation marks, and the offsets of its opening mark and after its closing one, in UTF-16 code units. */
export interface QuotedText {
  readonly text: string;
  readonly offset: number;
  readonly end: number;
}

/** Finds the text in quotation marks, in order. */
export function findQuotedText(text: string): readonly QuotedText[] {
  return [...text.matchAll(QUOTED)].map((match) => ({
    text: match.slice(1).join(""),
    offset: match.index,
    end: match.index + match[0].length,
  }));
}

// The quotation marks with which users type phrases.
const TYPED_MARK = /["“”„«»]/;
const TYPED_MARKS = new RegExp(TYPED_MARK, "g");
const TYPED_PHRASE = /["“„«]([^"“”„«»]+)["”“»]/g;

/** Puts a user's words in quotation marks, unless they already contain some. */
export function quoteUnlessQuoted(text: string): string {
  return TYPED_MARK.test(text) ? text : `“${text}”`;
}

/** Replaces the quotation marks and white space in a user's words by single spaces. */
export function stripQuotationMarks(text: string): string {
  return text.replace(TYPED_MARKS, " ").replace(/\s+/g, " ").trim();
}

/** Separates the phrases in quotation marks from the rest of a query, which has a space for each. */
export function extractPhrases(query: string): {
  readonly phrases: readonly string[];
  readonly rest: string;
} {
  return {
    phrases: [...query.matchAll(TYPED_PHRASE)].map(({ 0: quoted }) => quoted.slice(1, -1)),
    rest: query.replace(TYPED_PHRASE, " "),
  };
}

import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { undoSecondEncoding } from "../foundation/twice-encoded.ts";
import { toSubscript, toSuperscript } from "../language/superscripts.ts";
import type { PassagePositions } from "../search/index/passage-positions.ts";
import { UNKNOWN_WORD } from "../search/index/positions.ts";
import { OMISSION_REMARK } from "./ellipsis.ts";
import { respellAcronyms } from "./spelling/acronyms.ts";
import type { TypographicDifference } from "./typography.ts";

/** A quotation without what copying did to it, with the differences that this makes. */
export interface RestoredText {
  readonly text: string;
  readonly differences: readonly TypographicDifference[];
}

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]\w{1,31}));/g;
// At the end of a line, after which its number or that of a page may be; line breaks may have become spaces. Only from the
// first letter of a word: from each, a text of letters would take quadratic time.
const HYPHENATED =
  /(?=\p{L})(?<!\p{L}[\p{M}’']*)\p{L}[\p{L}\p{M}’']*(?:[-‐⸗=\u00ad]\s+(?:[[(]?\d{1,4}[\])]?\s+)?\p{Ll}[\p{L}\p{M}]*)+/gu;
// The same where the end of the line is lost.
const HYPHENATED_WITHIN =
  /(?<![\p{L}\p{M}’'-])(\p{L}[\p{L}\p{M}]{2,30})[-‐⸗](\p{Ll}[\p{L}\p{M}]{1,30})(?![\p{L}\p{M}’'-])/gu;
// Emphasis of German print.
const LETTER_SPACED = /(?<![\p{L}\p{M}’'])\p{L}\p{M}*(?: \p{L}\p{M}*){3,30}(?![\p{L}\p{M}])/gu;
// Letters that the quoting author restored: t[welve]. Fewer are part of a word anyway.
const RESTORED = /(?<![\p{L}\p{M}])(\p{L}{1,20})\[(\p{Ll}{4,20})\](?![\p{L}\p{M}[])/gu;
// As programs write quotation marks within quoted text.
const ESCAPED_MARK = /\\(?=["'“”‘’])|(?<=\p{L})'(?='\p{L})|"(?="(?!"))(?<!"")/gu;
// The normalization form KC of the Korean middle dot ㆍ is a vowel.
const NORMALIZED_DOT = /(?<=[가-힣])\u119e(?=[가-힣])/gu;
// Between letters, how some copies write a soft hyphen.
const NOT_SIGN = /(?<=\p{L})¬(?=\s*\p{Ll})/gu;
// An accent before or after its letter, as PDFs of TeX have it. Others may be apostrophes.
const SPACING_ACCENT = /(?<![\p{L}\p{M}])[\p{L}\p{M}]{0,30}[¨ˆ˜¸][\p{L}\p{M}]{0,30}/gu;
const COMBINING: Readonly<Record<string, string>> = {
  ...{ "¨": "\u0308", ˆ: "\u0302", "˜": "\u0303", "¸": "\u0327" },
};
// A letter that looks like an apostrophe at the beginning of a word, as in Hawaiian ʻāina, and typed as one.
const INITIAL_APOSTROPHE = /(?<![\p{L}\p{M}\p{N}])['’‘`´](\p{L}[\p{L}\p{M}'’‘`´ʻ]*)/gu;
// The reading of characters, as HTML has it, and what is around it.
const RUBY = /<rp>[^<>]{0,9}<\/rp>|<rt>([^<>]{0,40})<\/rt>|<\/?(?:ruby|rb|rtc)>/gi;

// Markdown's block quotes, headings and items, and Discord's small print; a message's line breaks may be separators.
const LINE_MARKER = /(?<=^|[\n\u2028])[ \t]*(?:>{1,3}|#{1,3}|-#|\+(?=[ \t]+\p{L}))[ \t]+/gu;
// How web pages format words. Strokes change them, as a style may.
const HTML_TAG =
  /<(\/?)(a|b|big|blockquote|br|cite|code|div|em|font|h[1-6]|i|li|mark|ol|p|q|small|span|strong|u|ul)(?:\s+(?!style\b)[a-z-]{1,20}=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+))*\s*\/?>/gi;
const BLOCK_TAG = /^(?:blockquote|br|div|h[1-6]|li|ol|p|ul)$/i;
// As forums write them: of pairs only, since “[i]” may be a letter or a number. Strokes change the words.
const BB_TAG =
  /\[(\/?)(b|i|u|em|strong|quote|code|color|size|font|center|left|right|url|spoiler|list)(?:=([^[\]\n]{1,80}))?\]/gi;
// The language of a block of code, after the backticks that open it.
const FENCE_LANGUAGE = /(?<=(?:^|[\n\u2028])[ \t]*`{3,})[a-z][\w+#.-]{0,19}[ \t]*(?=[\n\u2028])/giu;
const RAISED = /<sup>([^<>]{1,9})<\/sup>/gi;
const LOWERED = /<sub>([^<>]{1,9})<\/sub>/gi;
// Signs of mathematics as keyboards without them type them: x^2, x**2, 10^{-3}, 3 1/2, 2 x 4, >=.
const TYPED_POWER =
  /(?<![\p{L}\p{M}\p{N}])([\p{L}\p{N}]{1,20})(?:\^|\*\*)(?:\{([-−+]?[\p{L}\d]{1,6})\}|([-−+]?(?:\d{1,6}|\p{L}))(?!\p{L}))/gu;
const TYPED_FRACTION = /(?<![\p{N}.,/])(\d{1,9})[ -](\d{1,2}\/\d{1,2})(?![\p{N}/])/gu;
const TYPED_TIMES = /(?<=\p{N}\s?)[x*](?=\s?\p{N})/gu;
const TYPED_SIGN = /(?<![<>=!+~-])(?:[<>!]=|\+-|\+\/-|<=>|[<=-]>|<-|~=)(?![<>=])/g;
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  ...{ ">=": ["≥", "⩾"], "<=": ["≤", "⩽", "⇐"], "!=": ["≠"], "<>": ["≠"] },
  ...{ "+-": ["±"], "+/-": ["±"], "~=": ["≈", "≅"] },
  ...{ "->": ["→"], "<-": ["←"], "=>": ["⇒"], "<=>": ["⇔"] },
};
const FRACTIONS = new Map(
  [..."¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"].map(
    (fraction) => [fraction.normalize("NFKC").replace("⁄", "/"), fraction] as const,
  ),
);
// Bold, italics, underlines and spoilers, which would divide words, and signs from their numbers. Underscores within a word
// belong to it.
const EMPHASIS =
  /(\*{1,3}|__|\|\||(?<![\p{L}\p{N}_])_(?!_))(?=[^\s*_|])([^*_|]+)(?<!\s)\1(?![*|])(?:(?<!_)|(?![\p{L}\p{N}_]))/gu;
// How keyboards without guillemets type them.
const DOUBLE_ANGLE = /^<<|>>$/g;
// The sign before characters that have a reading, as in Aozora Bunko's texts.
const READING_MARKER = /[|｜](?=\p{Script=Han}+《)/gu;
// Thai am, as some PDFs and keyboards have it in two parts, around the tone.
const DIVIDED_AM = /\u0e4d([\u0e48-\u0e4b]?)\u0e32/g;
const ARABIC_WORD = /^\p{Script=Arabic}+$/u;

/**
 * Removes Markdown's signs and HTML's tags, decodes HTML's character references, writes signs of mathematics as the corpus
 * has them, makes points of remarks that words are left out, joins the words that hyphens divide at the ends of lines, and
 * those that a space divides where the corpus joins them, as in Persian, and writes acronyms with the full stops of the corpus.
 */
export function restoreCopied(quoted: string, passagePositions: PassagePositions): RestoredText {
  const { positions } = passagePositions;
  const differences = new Map<string, TypographicDifference>();
  function note(name: TypographicDifference["name"], quoted: string, printed: string): string {
    const known = differences.get(name) ?? { name, quoted, printed, count: 0 };
    differences.set(name, { ...known, count: known.count + 1 });
    return printed;
  }
  const isIndexed = (word = "") => {
    const ids = positions.wordIdsOf(word);
    return ids.length === 1 && ids[0] !== UNKNOWN_WORD;
  };
  /** Returns the first of the forms of typed signs that the corpus has, otherwise what was typed. */
  const printedAs = (typed: string, forms: readonly string[]) => {
    const form = forms.find(isIndexed);
    return form === undefined ? typed : note("mathematical signs", typed, form);
  };
  const decoded = (entity: string, decimal?: string, hexadecimal?: string, name?: string) => {
    const character = decodeEntity(decimal, hexadecimal, name);
    return character === undefined ? entity : note("HTML entities", entity, character);
  };
  const areIndexed = (words: string) => !positions.wordIdsOf(words).includes(UNKNOWN_WORD);
  const paired = pairedTags(quoted);
  const text = quoted
    .replace(/\S+/g, (part) => {
      const isWhole = !/[\u00C2-\u00F4]/.test(part) || areIndexed(part);
      const restored = isWhole ? undefined : restoreEncoding(part);
      return restored !== undefined && areIndexed(restored)
        ? note("Unicode forms and ligatures", part, restored)
        : part;
    })
    .replace(NORMALIZED_DOT, (dot) => note("Unicode forms and ligatures", dot, "ㆍ"))
    .replace(LINE_MARKER, (marker) => note("punctuation", marker.trim(), ""))
    .replace(FENCE_LANGUAGE, (language) => note("punctuation", language, ""))
    .replace(BB_TAG, (tag, slash: string, name: string, value?: string) => {
      if (!paired.has(name.toLowerCase())) return tag;
      const [author] = /^[^,;]+/.exec(value?.replace(/["']/g, "") ?? "") ?? [];
      const isAuthor = slash === "" && /^quote$/i.test(name) && author !== undefined;
      return note("HTML tags", tag, isAuthor ? `${author}: ` : "");
    })
    .replace(RAISED, (tagged, text: string) =>
      note("HTML tags", tagged, toSuperscript(text) ?? text),
    )
    .replace(LOWERED, (tagged, text: string) =>
      note("HTML tags", tagged, toSubscript(text) ?? text),
    )
    .replace(TYPED_POWER, (typed, base: string, braced?: string, bare?: string) => {
      const power = toSuperscript((braced ?? bare ?? "").normalize("NFKC"));
      return printedAs(typed, power === undefined ? [] : [base + power]);
    })
    .replace(TYPED_FRACTION, (typed, whole: string, fraction: string) => {
      const character = FRACTIONS.get(fraction);
      return printedAs(typed, character === undefined ? [] : [whole + character]);
    })
    .replace(TYPED_TIMES, (typed) => printedAs(typed, ["×"]))
    .replace(TYPED_SIGN, (typed) => printedAs(typed, SIGNS[typed] ?? []))
    .replace(RUBY, (tag, reading = "") =>
      note("HTML tags", tag, reading === "" ? "" : `(${reading})`),
    )
    .replace(HTML_TAG, (tag, _, name: string) =>
      note("HTML tags", tag, BLOCK_TAG.test(name) ? " " : ""),
    )
    .replace(EMPHASIS, (marked, _, words: string) => note("punctuation", marked, words))
    .replace(DOUBLE_ANGLE, (angles) =>
      note("quotation marks and apostrophes", angles, angles === "<<" ? "«" : "»"),
    )
    .replace(OMISSION_REMARK, (remark) => note("ellipses", remark, "…"))
    .replace(READING_MARKER, (marker) => note("punctuation", marker, ""))
    .replace(DIVIDED_AM, (divided, tone: string) =>
      note("Unicode forms and ligatures", divided, `${tone}\u0e33`),
    )
    .replace(ENTITY, decoded)
    // A page may have escaped what was escaped.
    .replace(ENTITY, decoded)
    .replace(ESCAPED_MARK, (mark) => note("quotation marks and apostrophes", mark, ""))
    .replace(NOT_SIGN, (sign) => note("hyphenation", sign, "\u00ad"))
    .replace(HYPHENATED, (divided) => {
      const whole = divided.replace(/[-‐⸗=\u00ad]\s+(?:[[(]?\d+[\])]?\s+)?/gu, "");
      return isIndexed(whole) ? note("hyphenation", divided, whole) : divided;
    })
    .replace(HYPHENATED_WITHIN, (divided, first: string, rest: string) =>
      // “Re-form” and “reform” are two words.
      isIndexed(first + rest) && !isIndexed(first) && !isIndexed(rest)
        ? note("hyphenation", divided, first + rest)
        : divided,
    )
    .replace(RESTORED, (divided, first: string, rest: string) =>
      isIndexed(first + rest) ? note("bracketed letters", divided, first + rest) : divided,
    )
    .replace(LETTER_SPACED, (letters) => {
      const whole = letters.replaceAll(" ", "");
      return isIndexed(whole) ? note("spaces and line breaks", letters, whole) : letters;
    })
    .replace(INITIAL_APOSTROPHE, (word, letters: string) =>
      !isIndexed(letters) && isIndexed(`ʻ${letters}`)
        ? note("quotation marks and apostrophes", word, `ʻ${letters}`)
        : word,
    )
    .replace(SPACING_ACCENT, (divided) => {
      const whole = [/([¨ˆ˜¸])(\p{L})/gu, /(\p{L})([¨ˆ˜¸])/gu]
        .map((pattern) => divided.replace(pattern, composed))
        .find(isIndexed);
      return whole === undefined || isIndexed(divided)
        ? divided
        : note("Unicode forms and ligatures", divided, whole);
    });
  const words = text.split(" ");
  const joined = words.reduce((rest, word, index) => {
    const previous = words[index - 1];
    if (previous === undefined) return word;
    const isDivided =
      ARABIC_WORD.test(previous) &&
      ARABIC_WORD.test(word) &&
      isIndexed(previous + word) &&
      !(isIndexed(previous) && isIndexed(word));
    return isDivided
      ? rest.slice(0, -previous.length) +
          note("spaces and line breaks", `${previous} ${word}`, previous + word)
      : `${rest} ${word}`;
  }, "");
  const respelled = respellAcronyms(joined, passagePositions, (quoted, printed) =>
    note("punctuation", quoted, printed),
  );
  return { text: respelled, differences: [...differences.values()] };
}

/**
 * Returns a text between two spaces as it was before a program took its UTF-8 for Windows-1252: “don’t” for “donâ€™t”, also if
 * this happened twice. Returns undefined unless it is such.
 */
function restoreEncoding(part: string): string | undefined {
  const restored = part.replace(GARBLED, (garbled) => {
    const once = garbled === CUT_MARK ? "”" : undoSecondEncoding(garbled, 1);
    return once === undefined ? garbled : (undoSecondEncoding(once, 1) ?? once);
  });
  return restored === part ? undefined : restored;
}

/** A character of UTF-8 in Windows-1252, and the closing quotation mark, of which it does not have the last byte. */
const CUT_MARK = "â€";
const GARBLED = /[\u00C2-\u00F4][^\0-\x7F]{1,40}/g;

/** Returns the names of a forum’s tags of which a text has an opening and a closing one. */
function pairedTags(text: string): ReadonlySet<string> {
  const tags = [...text.matchAll(BB_TAG)].map(([, slash, name = ""]) => ({
    isClosing: slash === "/",
    name: name.toLowerCase(),
  }));
  const opened = new Set(tags.filter(({ isClosing }) => !isClosing).map(({ name }) => name));
  return new Set(
    tags.flatMap(({ isClosing, name }) => (isClosing && opened.has(name) ? [name] : [])),
  );
}

/** Puts an accent and its letter, in whichever order, together if they make one. */
function composed(both: string, one: string, other: string): string {
  const [accent, letter] = one in COMBINING ? [one, other] : [other, one];
  const whole = (letter + (COMBINING[accent] ?? "")).normalize("NFC");
  return whole.length === letter.length ? whole : both;
}

const MAX_CODE_POINT = 0x10ffff;

/** Returns a text with the characters to which references of HTML lead, such as `&amp;`. */
export function decodeEntities(text: string): string {
  return text.replace(
    ENTITY,
    (entity, decimal?: string, hexadecimal?: string, name?: string) =>
      decodeEntity(decimal, hexadecimal, name) ?? entity,
  );
}

/** Returns the character of a reference of HTML, of which one of the three is known; undefined if there is no such character. */
function decodeEntity(decimal?: string, hexadecimal?: string, name?: string): string | undefined {
  if (name !== undefined) return decodeNamedCharacterReference(name) || undefined;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  return code > 0 && code <= MAX_CODE_POINT ? String.fromCodePoint(code) : undefined;
}

import { fold } from "../language/fold.ts";
import { LANGUAGES } from "../language/languages/index.ts";
import { isNegation } from "../language/negations.ts";
import { isNumberWord } from "../language/numerals.ts";
import { isInQuotationMarks } from "../language/quotation-marks.ts";
import { isEllipsis, tokenize } from "../language/tokenizer.ts";
import { allWords, wordPattern } from "../language/word-lists.ts";
import { writtenWordsOf } from "./naming-words.ts";

/** Kinds of marks that an editor or a person who quotes adds to the words of others. */
export const MARK_KINDS = [
  "heading",
  "verse-number",
  "note-number",
  "page-number",
  "sic",
  "emphasis",
  "attribution",
  "reading",
  "emoji",
  "words",
] as const;

/** A mark that a quotation adds. Those of the kind `words` are words in brackets. */
export interface EditorialMark {
  readonly kind: (typeof MARK_KINDS)[number];
  /** The mark as it is written. */
  readonly text: string;
}

/** A quotation, and the marks that were removed from it. */
export interface UnmarkedText {
  readonly text: string;
  readonly marks: readonly EditorialMark[];
}

const SIC = String.raw`[[(]\s*sic\s*[!.]?\s*[\])]`;
const EMPHASIS = String.raw`[[(（]\s*(?:${LANGUAGES.flatMap(({ emphasisRemark }) => emphasisRemark ?? []).join("|")})\s*\.?\s*[\])）]`;
const PAGES = String.raw`(?:p{1,2}|pgs?|pages?|S|Seiten?|págs?|str|стр|с)\.?\s*\d+(?:\s*[-–]\s*\d+)?`;
// At the end, they need no brackets.
const PAGE = String.raw`[[(]\s*${PAGES}\s*[\])]|(?:,|(?<=\p{P}))\s${PAGES}\.?$`;
// After a digit it is an exponent, and after a single letter or a unit too: x², 5 km².
const MATHEMATICAL = String.raw`(?=\p{L})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]`;
const SUPERSCRIPT = String.raw`(?<=[\p{L}\p{M}\p{P}\s]|^)(?<!(?:\p{N}\s?|(?<![\p{L}\p{M}]))${MATHEMATICAL})(?<!\p{N}\s?(?:${MATHEMATICAL}){2,3})[¹²³⁰⁴-⁹]+`;
// Next to what it explains, or to the end of its sentence. A number between words would be one of them.
const NOTE = String.raw`(?<=[\p{L}\p{M}\p{N}\p{P}])(?<!\[)\[\d{1,3}\]|(?<=[.!?…,;:”’"'。、])\s\[\d{1,3}\]|^\[\d{1,3}\]|\s\[\d{1,3}\]$`;
const READING = String.raw`(?<=\p{Script=Han})[(（《][\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+[)）》]`;

// Within a quotation, one may take back what it says.
const EMOJI = String.raw`(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)[\p{Emoji_Modifier}\p{Emoji_Presentation}\p{Extended_Pictographic}\u200d\ufe0f]*`;

// The space before a mark belongs to it.
const MARKS: readonly (readonly [EditorialMark["kind"], RegExp])[] = [
  ["sic", new RegExp(String.raw`\s?${SIC}`, "giu")],
  ["emphasis", new RegExp(String.raw`\s?${EMPHASIS}`, "giu")],
  ["page-number", new RegExp(String.raw`\s?${PAGE}`, "giu")],
  ["note-number", new RegExp(`${SUPERSCRIPT}|${NOTE}`, "gu")],
  ["reading", new RegExp(READING, "gu")],
  ["emoji", new RegExp(String.raw`^(?:\s*${EMOJI})+\s*|(?:\s*${EMOJI})+$`, "gu")],
];

/** The use of a word with a capital letter in a corpus: as a name, not at all, or as another word. */
export type WordUse = "name" | "unknown" | "ordinary";

/**
 * Removes the marks of a quotation that only editors make. `useOf` returns how the corpus uses a word of what may be
 * an attribution.
 */
export function removeMarks(
  quoted: string,
  language: string,
  useOf: (word: string) => WordUse,
): UnmarkedText {
  const marks: EditorialMark[] = [];
  let text = quoted;
  for (const [kind, pattern] of MARKS) {
    text = text.replace(pattern, (mark) => {
      marks.push({ kind, text: mark.trim() });
      return "";
    });
  }
  const place = PLACE_BEFORE.exec(text)?.[0];
  const kindOfPlace = place && kindOfAttribution(place, "", language, useOf);
  if (place !== undefined && kindOfPlace) {
    marks.push({ kind: kindOfPlace, text: place.trim() });
    text = text.slice(place.length);
  }
  const end = ATTRIBUTION.exec(text.trimEnd());
  const attribution = end?.[0];
  const kind =
    attribution && kindOfAttribution(attribution, text.slice(0, end?.index), language, useOf);
  if (attribution !== undefined && kind) {
    marks.push({ kind, text: attribution.trim() });
    text = text.trimEnd().slice(0, -attribution.length);
  }
  return { text: text.trim(), marks };
}

/** Removes the words in brackets that a quotation may have added without changing its sense. */
export function removeBracketedWords(quoted: string, language: string): UnmarkedText {
  const added = (quoted.match(BRACKETED_WORDS) ?? []).filter(
    (mark) => !isEllipsis(mark) && !changesSense(mark, language),
  );
  const isTooMuch = tokenize(added.join(" ")).length > tokenize(quoted).length * MAX_ADDED;
  if (isTooMuch) return { text: quoted, marks: [] };
  const text = added.reduce((rest, mark) => {
    const spaced = ` ${mark}`;
    return rest.replace(rest.includes(spaced) ? spaced : mark, "");
  }, quoted);
  return { text: text.trim(), marks: added.map((mark) => ({ kind: "words", text: mark })) };
}

/** The share of words in brackets that a quotation may have. If more seem added, they are its own. */
const MAX_ADDED = 0.3;
// [W]e and soldier[s] are parts of words.
const BRACKETED_WORDS = /(?<![\p{L}\p{M}])\[[^[\]]*\p{L}[^[\]]*\](?!\p{L})/gu;

/** The name of a book with chapter and verse, before a quotation. */
const PLACE_BEFORE =
  /^\(?(?:[1-4]\s)?\p{Lu}[\p{L}\p{M}. ]{1,40}\s\d{1,3}[:.]\d{1,3}(?:[-–]\d{1,3})?\)?(?:\s?[:—–-])?\s+(?=\S)/u;

/** At the end, after the last dash or in parentheses. */
const ATTRIBUTION =
  /(?<=[\p{P}\s])(?:[—–]|--?)\s?(?:(?!\s-)[^—–\n()]){2,80}$|\s\([^()]{2,80}\)\.?$|\n\s*[—–-][^\n]{2,80}$/u;
/** Words with small letters in names and titles. */
const CONNECTIVE =
  /^(?:of|the|and|in|to|on|de|da|do|del|di|du|des|la|le|les|el|y|et|e|von|van|der|den|und|zu|no|vol|chap|ch|p|pp|v|vv|l|ll|bk|sc|ed|trans)$/u;
/** Without capital letters, only a short name after the end of a sentence, in UTF-16 code units. */
const MAX_UNCASED_LENGTH = 14;
/** The initials of a name, or a title before it, which are no words by themselves. */
const INITIAL = new RegExp(
  String.raw`(?<!\p{L})(?:\p{Lu}|${wordPattern(allWords(({ abbreviations }) => abbreviations?.titles))})\.`,
  "u",
);

/**
 * Returns the kind of words before or after a quotation, if they may name its author or its place: each is a name or
 * a number, or connects them. Something must show that they do: a name that the corpus has, a number, an initial,
 * quotation marks that end before them, or a line of their own. Otherwise, as in “— Lies”, they are only added words.
 */
function kindOfAttribution(
  text: string,
  before: string,
  language: string,
  useOf: (word: string) => WordUse,
): "attribution" | "words" | undefined {
  const words = tokenize(text).map(({ start, end }) => text.slice(start, end));
  if (!/\p{L}/u.test(text)) return undefined;
  const isUncased = words.every((word) => !/[\p{Lu}\p{Ll}]/u.test(word));
  const names = isUncased ? writtenWordsOf(text) : words.filter((word) => /^\p{Lu}/u.test(word));
  const uses = names.map(useOf);
  const isNumbered = names.length > 0 && words.some((word) => /^\p{N}/u.test(word));
  const isOutside = isInQuotationMarks(before.trim()) || text.startsWith("\n");
  const isShown = uses.includes("name") || isNumbered || isOutside || INITIAL.test(text);
  if (isUncased && uses.includes("name")) return "attribution";
  if (words.some((word) => isEllipsis(word) || isNegation(fold(word), language))) return undefined;
  if (isUncased) {
    const isAfterSentence = /[.!?。！？”」』"]\s*$/.test(before) || text.startsWith("\n");
    if (!isAfterSentence || text.length > MAX_UNCASED_LENGTH) return undefined;
    return isShown ? "attribution" : "words";
  }
  const mayBeName = words.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || CONNECTIVE.test(word));
  if (!mayBeName) return undefined;
  if (isShown) return "attribution";
  return uses.includes("unknown") ? "words" : undefined;
}

/** Whether words in brackets have a negation, a number or a name among them. */
function changesSense(bracketed: string, language: string): boolean {
  return tokenize(bracketed).some(({ start, end }) => {
    const word = bracketed.slice(start, end);
    const key = fold(word);
    return (
      isNegation(key, language) ||
      isNumberWord(key) ||
      /\p{N}/u.test(word) ||
      (/^\p{Lu}/u.test(word) && key !== "i")
    );
  });
}

const VERSE_NUMBER = /(?<![^\s“‘"'«([])(?:\d{1,3}:)?\d{1,3}(?=[.)\]]?\s*["“‘«]?\p{L})[.)\]]?/gu;

/** Removes every number that may be that of a verse. Only the printed text shows whether it is. */
export function removePossibleVerseNumbers(text: string): string {
  return text.replace(VERSE_NUMBER, "").trim();
}

/** Whether added words may be the number of a verse. */
export function isPossibleVerseNumber(text: string): boolean {
  return /^(?:\d{1,3}:)?\d{1,3}$/.test(text);
}

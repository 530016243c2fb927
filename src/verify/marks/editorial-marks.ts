import { findLanguage } from "../../language/languages/index.ts";
import { hasNegation, isRejection } from "../../language/negations.ts";
import { isHanNumeral, SIGNED_VERSE } from "../../language/numerals.ts";
import {
  CLOSING_MARKS,
  isInQuotationMarks,
  OPENING_MARKS,
} from "../../language/quotation-marks.ts";
import {
  AFTER_NOTE_NUMBER,
  BEFORE_NOTE_NUMBER,
  CIRCLED_NUMBER,
  FORMULA_LETTER,
  isRaisedMark,
  MAX_BASE_LENGTH,
  RAISED_DIGITS,
  RAISED_NUMBERS,
} from "../../language/superscripts.ts";
import { vocabularyOf } from "../../language/vocabulary.ts";
import { attributionAfter, closesSentence, kindOfAttribution } from "./attributions.ts";
import {
  BARE_PLACE,
  EMPHASES,
  NOTE_NAMES,
  PAGE,
  PLACE_AT_START,
  QUOTATION_LABEL,
  REMARKS,
  SOURCE_WORD,
} from "./citation-remarks.ts";
import type { EditorialMark, NamingUse, UnmarkedText } from "./editorial-mark.ts";
import { SPEAKER_IN_CAPITALS } from "./speakers.ts";
import { changesSense, negatesOrCounts, rejects, wordsOfTags } from "./words-outside.ts";

const OPEN = "[[(（［〔【]";
const CLOSE = String.raw`[\])）］〕】]`;
const remark = (sources: readonly string[]) =>
  String.raw`${OPEN}\s*(?:${sources.join("|")})(?:\s?[;,]\s?(?:${[...REMARKS, ...EMPHASES].join("|")}))*\s*[!.]?\s*${CLOSE}`;
const SIC = remark(REMARKS);
const EMPHASIS = remark(EMPHASES);
// Of one word, it may be added to a list: “…, bold”.
const EMPHASIS_AFTER = String.raw`(?:[,;、，；]|(?<=[.!?${CLOSING_MARKS}])\s|\s[–—-]{1,2})\s?(?=\S+\s\S|\p{Lo})(?:${EMPHASES.join("|")})\.?$`;
// At the end, they need no brackets.
const PAGE_MARK = String.raw`${OPEN}\s*${PAGE}\s*${CLOSE}|(?:,|[—–―]|(?<=\p{P}))\s?(?<=\s|[。！？」』])${BARE_PLACE}\.?$`;
// Between bars or braces in the words, as some editions have it.
const PAGE_IN_WORDS = String.raw`(?<![|\p{L}\p{N}])(?:\|\s?[1-9]\d{0,3}\s?\||\{\s?[1-9]\d{0,3}\s?\})(?![|\p{L}\p{N}])`;
// On a line of its own, as copied from a page of a PDF: “123”, “— 123 —”, “Page 123”, “12/300”, “Page 12 of 300”, “xii”, or
// with words, which have to be a heading: “123 THE LAMP”.
const FOLIO_NUMBER = String.raw`(?![0٠०０])\p{Nd}{1,4}`;
const FOLIO = `${FOLIO_NUMBER}|[ivxl]{2,7}`;
const SIGNED_FOLIO = String.raw`[-–—－~·•*|([]\s?(?:${FOLIO})\s?[-–—－~·•*|)\]]`;
const COUNTED_FOLIO = String.raw`(?:${PAGE}|[1-9]\d{0,3})\s?(?:\/|\s\p{L}{1,4}\s)\s?[1-9]\d{0,3}`;
const HEADED_FOLIO = String.raw`[1-9]\d{0,3}[^\S\n\u2028][^\n\u2028]{2,80}|\p{L}[^\n\u2028]{1,80}[^\S\n\u2028][1-9]\d{0,3}`;
const lineOf = (folio: string) =>
  String.raw`[\n\u2028][^\S\n\u2028]*(?:${folio})[^\S\n\u2028]*(?=[\n\u2028])`;
const BLANK_LINE = String.raw`[\n\u2028][^\S\n\u2028]*(?=[\n\u2028])`;
const PAGE_LINE = lineOf(`${FOLIO}|${SIGNED_FOLIO}|${COUNTED_FOLIO}|${PAGE}|${HEADED_FOLIO}`);
const PAGE_BETWEEN_PARAGRAPHS = `${BLANK_LINE}${PAGE_LINE}${BLANK_LINE}`;
const PAGE_BETWEEN_LINES = String.raw`(?<=\S[^\S\n\u2028]{0,3})${PAGE_LINE}`;
// After a digit, or a single letter or the unit of a number, it may be an exponent wherever a document has it: A², 5 kg².
const RAISED_NOTE = String.raw`(?<=[\p{L}\p{M}\p{P}\s]|^)(?<!(?:\p{N}\s?|(?<![\p{L}\p{M}]))${FORMULA_LETTER})(?<!\p{N}\s?(?:${FORMULA_LETTER}){2,3})${RAISED_NUMBERS}`;
// Wikipedia has the page of the note after a colon: [12]:34.
// Several may be side by side: [12][13], [12]–[14].
const NOTE_NUMBERS = String.raw`\[\^?[1-9]\d{0,2}(?:(?:\s?[,–-]\s?|\]\s?[,–-]?\s?\[)\d{1,3})*\](?::\s?[1-9]\d{0,3}(?:[–-]\d{1,4})?(?![\p{L}\p{N}:]))?`;
// Next to what it explains, or to the end of its sentence. A number between words would be one of them.
const NOTE = String.raw`(?:${BEFORE_NOTE_NUMBER}|(?<=(?<![\p{L}\p{N}_])\p{Nd}{1,12})|(?<=[.!?…,;:’'。、${CLOSING_MARKS}])\s)${NOTE_NUMBERS}${AFTER_NOTE_NUMBER}|^${NOTE_NUMBERS}|\s${NOTE_NUMBERS}$|(?<=\p{L}[.!?…][’'）)${CLOSING_MARKS}]?|\p{L}[${CLOSING_MARKS}])\d{1,3}(?=\s|$)`;
// Of notes in Chinese and Japanese print.
const CIRCLED_NOTE = String.raw`(?<=[\p{L}\p{M}\p{P}])${CIRCLED_NUMBER}`;
const NAMED_NOTE = String.raw`${BEFORE_NOTE_NUMBER}\[(?:${NOTE_NAMES})\.?\s?[1-9]\d{0,2}\]${AFTER_NOTE_NUMBER}`;
const KANA_READING = String.raw`(?<=\p{Script=Han})[(（《][\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー・\s]+[)）》]`;
// Of Korean words in Chinese characters, and the reverse. Some words are in both: 등대지기(燈臺지기).
const KOREAN_READING = String.raw`(?<=\p{Script=Han}\p{Script=Hangul}{0,4})[(（]\p{Script=Hangul}{1,8}[)）]|(?<=\p{Script=Hangul})[(（](?=\p{Script=Hangul}{0,8}\p{Script=Han})[\p{Script=Han}\p{Script=Hangul}]{1,10}[)）]`;
// Only the sign of a tone shows that it is one.
const PINYIN = String.raw`(?<=\p{Script=Han})[(（](?=[^)）]{0,40}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[\p{Ll}\s]{1,40}[)）]`;
const READING = `${KANA_READING}|${KOREAN_READING}|${PINYIN}`;

const CUSTOM_EMOJI = String.raw`<a?:\w{2,32}:\d{15,20}>|(?<!\S):[a-z][a-z0-9_]{1,31}:(?!\S)`;
const EMOJI = String.raw`(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}|★|☆|✓|☛|☞|➤|►)[\p{Emoji_Modifier}\p{Emoji_Presentation}\p{Extended_Pictographic}★☆✓\u200d\ufe0f]*|${CUSTOM_EMOJI}`;
/** An address, and how it is introduced. */
const URL = String.raw`<?(?:https?:\/\/|www\.)[^\s<>()]+>?`;
const LINK = String.raw`\(?(?:(?<!\p{L})(?:${SOURCE_WORD})\s?[:：]?\s*)?${URL}\)?|\[(?:${SOURCE_WORD})\]\(${URL}\)`;
/** Discord’s mentions, times and commands, which have no words, and tags and names that have. */
const MENTION = String.raw`<(?:@[!&]?|#)\d{15,20}>|<t:-?\d{1,13}(?::[tTdDfFR])?>|<\/[^\s:<>]+:\d{15,20}>|@(?:everyone|here)(?![\p{L}\p{N}])`;
const ONE_TAG = String.raw`(?<!\S)[#＃@](?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]{2,50}(?!\S)`;
const TAGS = String.raw`${ONE_TAG}(?:\s+${ONE_TAG})*`;

/** Marks at either end of a quotation. Within it, they may be words of it, or take back what it says. */
const AT_ENDS: readonly (readonly [EditorialMark["kind"], RegExp])[] = [
  ["emoji", atEnds(EMOJI)],
  ["link", atEnds(LINK)],
  ["tag", atEnds(MENTION)],
  ["tag", atEnds(TAGS)],
];

function atEnds(mark: string): RegExp {
  return new RegExp(String.raw`^\s*(?:${mark})\s*|(?<!\s)\s*(?:${mark})\s*$`, "iu");
}

// The space before a mark belongs to it.
const MARKS: readonly (readonly [EditorialMark["kind"], RegExp])[] = [
  ["sic", new RegExp(String.raw`\s?${SIC}`, "giu")],
  ["emphasis", new RegExp(String.raw`\s?${EMPHASIS}|${EMPHASIS_AFTER}`, "giu")],
  ["page-number", new RegExp(String.raw`\s?(?:${PAGE_MARK})`, "giu")],
  ["page-number", new RegExp(String.raw`(?<=\S)\s${PAGE_IN_WORDS}`, "gu")],
  ["verse-number", new RegExp(String.raw`\s?(?:${SIGNED_VERSE})`, "gu")],
  ["verse-number", new RegExp(String.raw`(?<=[.!?…。！？${CLOSING_MARKS}])\s?[#＃]\d{1,4}$`, "gu")],
  ["page-number", new RegExp(`${PAGE_BETWEEN_PARAGRAPHS}|${PAGE_BETWEEN_LINES}`, "giu")],
  ["note-number", new RegExp(`${RAISED_NOTE}|${NOTE}|${CIRCLED_NOTE}`, "gu")],
  ["note-number", new RegExp(NAMED_NOTE, "giu")],
  ["reading", new RegExp(READING, "gu")],
];

const HAN_BEFORE = /\p{Script=Han}+$/u;
const READ_WORD = /[\p{Script=Han}\p{Script=Hangul}]+$/u;
/** More characters than a word with a reading has, in UTF-16 code units. */
const MAX_READ_WORD = 40;

/**
 * Whether what has the form of a reading is none: kana fewer than the characters of their word, each of which has one or
 * more, or a number in Chinese characters after a Korean word.
 */
function isOtherRemark(text: string, offset: number, mark: string): boolean {
  const content = mark.slice(1, -1);
  if (isHanNumeral(content)) return true;
  const [word = ""] =
    HAN_BEFORE.exec(text.slice(Math.max(0, offset - MAX_READ_WORD), offset)) ?? [];
  const kana = content.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return kana > 0 && kana < [...word].length;
}

/** Returns the word before an offset, which a reading there may be of. */
function readWordBefore(text: string, offset: number): string {
  return READ_WORD.exec(text.slice(Math.max(0, offset - MAX_READ_WORD), offset))?.[0] ?? "";
}

/**
 * Removes the marks of a quotation that only editors make. A text may begin with “He said:” or end with “— they”, which have
 * the form of a mark. So this also returns the quotation with fewer marks removed, beginning with the fewest. Readings that are printed
 * somewhere remain if `keepsReadings` is true.
 */
export function removeMarks(
  quoted: string,
  language: string,
  naming: NamingUse,
  keepsReadings = false,
): UnmarkedText & { readonly withFewer: readonly UnmarkedText[] } {
  const marks: EditorialMark[] = [];
  let text = quoted;
  let examined = 0;
  for (const [kind, pattern] of MARKS) {
    text = text.replace(pattern, (mark, offset: number, whole: string) => {
      examined += 1;
      if (examined > MAX_MARKS) return mark;
      const reading = kind === "reading" ? mark.slice(1, -1) : undefined;
      const word = reading === undefined ? "" : readWordBefore(whole, offset);
      const isPart =
        reading !== undefined
          ? changesSense(mark, language) ||
            isRejection(mark) ||
            isOtherRemark(whole, offset, mark) ||
            (keepsReadings && naming.isReadingPrinted(word, reading))
          : kind === "note-number"
            ? isRaisedPart(whole, offset, mark)
            : (IN_WORDS.test(mark) && mayCount(whole, offset, mark, language)) ||
              (kind === "page-number" && isOtherLine(mark, naming));
      if (isPart) return mark;
      const isUnproven = reading !== undefined && !naming.isReadingKnown(word, reading);
      marks.push({
        kind: isUnproven ? "unproven-reading" : kind,
        text: mark.replace(/^[,;、，；]/u, "").trim(),
      });
      return "";
    });
  }
  const within = { text: text.trim(), marks: [...marks] };
  text = removeAtEnds(text, language, marks);
  const atEnds = { text: text.trim(), marks };
  const fromStart = removeAtStart(atEnds, language, naming);
  const whole = removeAttribution(fromStart, language, naming);
  const withStart = removeAttribution(atEnds, language, naming);
  return { ...whole, withFewer: [within, atEnds, withStart, fromStart] };
}

function removeAtStart(unmarked: UnmarkedText, language: string, naming: NamingUse): UnmarkedText {
  let { text } = unmarked;
  const marks = [...unmarked.marks];
  for (const { pattern, kindOf } of AT_START) {
    const [before] = pattern.exec(text) ?? [];
    const rest = text.slice(before?.length);
    const kind = before && kindOf(before, rest, language, naming);
    if (before === undefined || !kind) continue;
    marks.push({ kind, text: before.trim() });
    text = rest;
  }
  return { text: text.trim(), marks };
}

function removeAttribution(
  { text, marks }: UnmarkedText,
  language: string,
  naming: NamingUse,
): UnmarkedText {
  const attribution = attributionAfter(text, language, naming);
  if (attribution === undefined) return { text, marks };
  return {
    text: text.slice(0, -attribution.text.length).trim(),
    marks: [...marks, { kind: attribution.kind, text: attribution.text.trim() }],
  };
}

/** How many marks within a quotation are examined. A message has hardly as many, and the others are words of it. */
const MAX_MARKS = 500;

/** The number of a page that may as well be one of the words. */
const IN_WORDS = new RegExp(
  String.raw`^\s[|{]|^\s*[\n\u2028]\s*(?:${FOLIO}|\p{N}+\s\p{L}+\s\p{N}+)\s*$`,
  "iu",
);
const WITHOUT_HEADING = new RegExp(
  `^\\s*(?:${SIGNED_FOLIO}|${COUNTED_FOLIO}|${PAGE}|${FOLIO})\\s*$`,
  "iu",
);
const HEADED_PAGE =
  /^\s*(?:[1-9]\d{0,3}[\s|–—-]+(?<after>.+)|(?<before>.+?)[\s|–—-]+[1-9]\d{0,3})\s*$/u;

/** Whether a line has words beside the number of a page that are no heading of a document. */
function isOtherLine(line: string, naming: NamingUse): boolean {
  if (!/^\s*[\n\u2028]/.test(line) || WITHOUT_HEADING.test(line)) return false;
  const { after, before } = HEADED_PAGE.exec(line)?.groups ?? {};
  return !naming.isHeading((after ?? before ?? "").trim());
}

const RAISED = new RegExp(RAISED_DIGITS, "u");

/** Whether the number of a page within words may be of what follows, unless that is a stop word: “{12} ships”. */
function mayCount(text: string, offset: number, mark: string, language: string): boolean {
  const [next = ""] = /^\s*[\p{L}\p{M}]+/u.exec(text.slice(offset + mark.length)) ?? [];
  if (/[.,;:!?]$/.test(text.slice(0, offset))) return false;
  return !vocabularyOf(language).isQueryStopWord(next.trim().toLowerCase());
}

/** Whether what may be the number of a note is raised, and a power, a charge or the mass of an isotope. */
function isRaisedPart(text: string, offset: number, number: string): boolean {
  const end = offset + number.length;
  const before = text.slice(Math.max(0, offset - MAX_BASE_LENGTH), offset);
  return RAISED.test(number) && !isRaisedMark(before, number, text.slice(end));
}

/** Words that are a link in Markdown, unless they only introduce the address. */
const LINKED = new RegExp(
  String.raw`\[(?!(?:${SOURCE_WORD})\])(?<words>[^[\]]+)\]\(${URL}(?:\s+"[^"\n]{0,80}")?\)`,
  "giu",
);

const BEGINS_SENTENCE = new RegExp(String.raw`^[‘${OPENING_MARKS}]?\p{Lu}`, "u");

/** The maximum number of marks at the ends of a quotation: more are words of it. */
const MAX_AT_ENDS = 20;

/** Removes emoji, links and tags from the ends of a text, and adds them to its marks. */
function removeAtEnds(quoted: string, language: string, marks: EditorialMark[]): string {
  let text = quoted.replace(LINKED, "$<words>");
  if (text !== quoted) {
    marks.push(
      ...(quoted.match(LINKED) ?? []).map((link) => ({ kind: "link", text: link }) as const),
    );
  }
  const found: {
    readonly kind: EditorialMark["kind"];
    readonly text: string;
    readonly isFirst: boolean;
  }[] = [];
  while (found.length < MAX_AT_ENDS) {
    const next = AT_ENDS.map(([kind, pattern]) => ({ kind, match: pattern.exec(text) })).find(
      ({ match }) => match !== null && !hasNegation(wordsOfTags(match[0]), language),
    );
    if (next?.match == null) break;
    const { kind, match } = next;
    found.push({ kind, text: match[0].trim(), isFirst: match.index === 0 });
    text = text.slice(0, match.index) + text.slice(match.index + match[0].length);
  }
  const isEnd = closesSentence(text);
  const isStart = BEGINS_SENTENCE.test(text);
  for (const { kind, text: mark, isFirst } of found) {
    // Within a sentence, a tag may take the place of a word.
    const isWord = /^[#＃@]\p{L}/u.test(mark) && !(isFirst ? isStart : isEnd);
    marks.push({ kind: isWord || rejects(mark, language) ? "words" : kind, text: mark });
  }
  return text;
}

type KindOf = (
  before: string,
  rest: string,
  language: string,
  naming: NamingUse,
) => EditorialMark["kind"] | undefined;

const attributionBefore: KindOf = (before, rest, language, naming) =>
  kindOfAttribution(before, isInQuotationMarks(rest.trim()), language, naming);

/** Additions before a quotation, and of which kind each is, if it is one. */
const AT_START: readonly { readonly pattern: RegExp; readonly kindOf: KindOf }[] = [
  {
    pattern: new RegExp(String.raw`^${QUOTATION_LABEL}\s*(?=\S)`, "iu"),
    kindOf: () => "words",
  },
  {
    // The name before a message of a chat in angle brackets, and the time before that.
    pattern:
      /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?\]?\s*)?<[@+%~ ]?[^\s<>]{1,30}>\s+(?=\S)/iu,
    kindOf: (before, _, language) => (rejects(before, language) ? undefined : "attribution"),
  },
  {
    // The name and the time above a message, as Discord copies them.
    pattern:
      /^(?:[^\n:—–]{1,40}?\s+[—–-]\s+(?:\p{L}[\p{L} ]{0,20}\s)?(?:[\d./-]{6,10},?\s)?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s+|\[\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?\]\s*)(?=\S)/iu,
    kindOf: (before, _, language) => (hasNegation(before, language) ? undefined : "attribution"),
  },
  {
    // The name of a book with chapter and verse.
    pattern:
      /^\(?(?:[1-4]\s)?\p{Lu}[\p{L}\p{M}. ]{1,40}\s\d{1,3}[:.]\d{1,3}(?:[-–]\d{1,3})?\)?(?:\s?[:—–-])?\s+(?=\S)/u,
    kindOf: attributionBefore,
  },
  {
    // A small letter may continue a sentence with the number.
    pattern: new RegExp(PLACE_AT_START, "iu"),
    kindOf: (before, rest, ...others) =>
      /^\p{Ll}/u.test(rest) ? undefined : attributionBefore(before, rest, ...others),
  },
  {
    // The letter or the Roman numeral of an item, or the number of a post: “#12: ”.
    pattern:
      /^(?:\(?(?:[a-z]|[ivx]{1,5})\)\s+(?=\S)|(?:[a-z]|[ivx]{2,5})\.\s+(?=[‘“"]?\p{Lu})|[#＃]\d{1,4}(?:[.:)]\s+|\s*\n\s*|\s(?=["“„«「『]))(?=\S))/u,
    kindOf: () => "verse-number",
  },
  {
    // Without a sign after it, it may be a rank: “#1 Songs”.
    pattern: /^[#＃]\d{1,4}\s+(?=\p{Lu}|\p{Lo})/u,
    kindOf: () => "words",
  },
  {
    // A capital one, where it is no ordinal number: “II. The keeper”.
    pattern: /^[IVX]{2,5}\.\s+(?=\p{Lu})/u,
    kindOf: (_before, _rest, language) =>
      findLanguage(language)?.writesOrdinalsWithFullStop === true ? undefined : "verse-number",
  },
  {
    // A speaker.
    pattern:
      /^(?:\p{Lu}[\p{L}\p{M}.’' -]{0,40}(?:,?\s\(?[12]\d{3}\)?(?=\s?[:：]))?|[^\s\p{P}\p{S}\p{N}\p{Lu}\p{Ll}]{1,12}(?:\s[^\s\p{P}\p{S}\p{N}\p{Lu}\p{Ll}]{1,12}){0,2})(?:\s?[:：]|\s[—–-](?=\s))\s*(?=[^\s\p{N}])/u,
    // After a dash, a small letter goes on with the sentence: “The Council - may decide”.
    kindOf: (before, rest, ...others) => {
      const kind = attributionBefore(before, rest, ...others);
      const goesOn = /[—–-]\s*$/u.test(before) && /^\p{Ll}/u.test(rest);
      return kind === "attribution" && goesOn ? "words" : kind;
    },
  },
  {
    // A name in brackets before a sentence.
    pattern: /^(?:\[[^[\]]{2,60}\]|\([^()]{2,60}\)):?\s+(?=[‘“"]?\p{Lu})/u,
    kindOf: (before, ...others) => attributionBefore(before.replace("[", "("), ...others),
  },
  {
    // A speaker in capital letters, as plays have it.
    pattern: new RegExp(String.raw`^${SPEAKER_IN_CAPITALS}\.\s+(?=\p{Lu})`, "u"),
    kindOf: attributionBefore,
  },
  {
    // Words before the quotation marks of all others, which are no part of an altered quotation either.
    pattern: new RegExp(
      String.raw`^[^\s‘${OPENING_MARKS}][^‘${OPENING_MARKS}\n]{0,60}?[:：,，]\s*(?=[‘${OPENING_MARKS}])`,
      "u",
    ),
    kindOf: (before, rest, language) =>
      isInQuotationMarks(rest.trim()) &&
      before.length < rest.length &&
      !negatesOrCounts(before, language)
        ? "words"
        : undefined,
  },
];

const VERSE_NUMBER = new RegExp(
  String.raw`(?<![^\s‘'([${OPENING_MARKS}])(?:\d{1,3}:)?\d{1,3}(?=[.)\]]?\s*[‘${OPENING_MARKS}]?\p{L})[.)\]]?`,
  "gu",
);

/** Removes every number that may be that of a verse. Only the printed text shows whether it is. */
export function removePossibleVerseNumbers(text: string): string {
  return text.replace(VERSE_NUMBER, "").trim();
}

/** Whether added words may be the number of a verse. */
export function isPossibleVerseNumber(text: string): boolean {
  return /^(?:\d{1,3}:)?\d{1,3}$/.test(text);
}

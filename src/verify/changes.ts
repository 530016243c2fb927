import { elementAt } from "../foundation/checked-access.ts";
import { lazy } from "../foundation/lazy.ts";
import { isAbbreviation } from "../language/abbreviations.ts";
import { dateWords } from "../language/date-words.ts";
import { findLanguage } from "../language/languages/index.ts";
import { hasNegation, isNegation, wordsAmong } from "../language/negations.ts";
import { isHanNumeral, isNumberWord, writeNumbersInDigits } from "../language/numerals.ts";
import { sentenceStarts } from "../language/sentences.ts";
import { isEllipsis, tokenKey } from "../language/tokenizer.ts";
import { alignInParts, alignWithGaps, type Counterparts, MAX_PAIRS } from "./gapped-alignment.ts";
import { differInClosing } from "./spelling/closings.ts";
import { differInFullSpelling } from "./spelling/full-spelling.ts";
import { mayBeOtherCharacters } from "./spelling/other-characters.ts";
import { type Pair, withoutPartsOfWords } from "./spelling/written-words.ts";
import { differAsSymbols, differInSmallAlefs, isSameWord, keyOf } from "./words/same-word.ts";
import { NO_SURROUNDINGS, splitIntoWords, splitQuotation, type Word } from "./words/words.ts";

/** Kinds of change that alter the meaning, the gravest first. */
export const GRAVE_KINDS = [
  "negation",
  "number",
  "date",
  "name",
  "acronym",
  "capital",
  "sign",
  "points",
  "accent",
  "numerals",
  "characters",
  "script",
  "invisible",
] as const;

/** A kind of change that alters the meaning. */
type GraveKind = (typeof GRAVE_KINDS)[number];

/** Words that the corpus and a quotation have in common, or words that replace others. */
export interface Change {
  /** As printed in the corpus; empty if the quotation adds words. */
  readonly printed: string;
  /** The start of the printed words in UTF-16 code units; absent if the quotation adds words. */
  readonly start?: number;
  /** As quoted; empty if the quotation leaves words out. */
  readonly quoted: string;
  readonly isSame: boolean;
  /** White space and punctuation after the words: as quoted, or as printed if nothing is quoted. */
  readonly gap: string;
  /** The gravest kind of word that the change affects. */
  readonly grave?: GraveKind;
}

/** A word with what it has in common with the same word in its language, and in any. */
interface SpelledWord extends Word {
  readonly key: string;
  readonly folded: string;
}

/**
 * Compares two texts word by word. Together the changes contain both texts, in order, and a sign after the printed one if
 * it ends a question and the quoted one does not, or the reverse. `surroundings` are those of the printed text.
 */
export function compareWords(
  printed: string,
  quoted: string,
  language: string,
  surroundings = NO_SURROUNDINGS,
): readonly Change[] {
  const spell = (word: Word) => ({
    ...word,
    key: keyOf(word.text, language),
    folded: tokenKey(word.text),
  });
  const printedWords = splitIntoWords(printed, surroundings).map(spell);
  const quotedWords = splitQuotation(quoted, printedWords, language).map(spell);
  const printedKindOf = createGraveKindFinder(printed, language);
  const quotedKindOf = createGraveKindFinder(quoted, language);
  // Most pairs of words of a long quotation differ, and need no closer look.
  const areSame = (a: SpelledWord, b: SpelledWord) =>
    (a.key === b.key ||
      a.folded === b.folded ||
      differInSmallAlefs(a.text, b.text) ||
      differInFullSpelling(a.text, b.text)) &&
    isSameWord(a, b, language);
  const paired = pairInFewPlaces(printedWords, quotedWords, areSame);
  const pairs = withoutPartsOfWords(
    paired,
    { text: printed, words: printedWords },
    { text: quoted, words: quotedWords },
    (pair) => areSame(elementAt(printedWords, pair.printed), elementAt(quotedWords, pair.quoted)),
  );
  // Within a written word, only some characters may differ.
  const [samePrinted, sameQuoted] = [
    new Set(paired.map((pair) => printedWords[pair.printed])),
    new Set(paired.map((pair) => quotedWords[pair.quoted])),
  ];

  function differenceOf(removed: readonly SpelledWord[], added: readonly SpelledWord[]): Change {
    const [closing, quotedClosing] = closingsOf(removed.at(-1), added.at(-1), language);
    const texts = {
      printed: textOf(removed, printed) + closing,
      quoted: textOf(added, quoted) + quotedClosing,
    };
    const differing = [
      removed.filter((word) => !samePrinted.has(word)),
      added.filter((word) => !sameQuoted.has(word)),
    ] as const;
    // Without its accent, another word may look like a negation.
    const [printedOnly, quotedOnly] = withoutSpelling(...differing);
    const isWidened = differing[0].length + differing[1].length < removed.length + added.length;
    const negations = [
      negationAmong(printedOnly, printed, language),
      negationAmong(quotedOnly, quoted, language),
      isWidened && hasNegation(texts.printed, language) !== hasNegation(texts.quoted, language)
        ? "negation"
        : undefined,
    ] as const;
    const grave =
      kindOfNumerals(texts.printed, texts.quoted, language) ??
      kindOfCharacters(texts.printed, texts.quoted, language) ??
      kindOfLookalike(texts.printed, texts.quoted) ??
      graveKindOfSpelling(...differing, language) ??
      findGravest([
        ...negations,
        numberAmong(textOf(differing[0], printed), removed, printed, language),
        numberAmong(textOf(differing[1], quoted), added, quoted, language),
        ...differing[0].map(printedKindOf),
        ...differing[1].map(quotedKindOf),
      ]);
    // Struck words are not those that the document says.
    const isStruck = added.length === 0 && removed.every((word) => word.isStruck);
    return {
      ...texts,
      ...startOf(removed),
      isSame: false,
      gap:
        added.length > 0
          ? gapAfter(added, quoted).slice(quotedClosing.length)
          : gapAfter(removed, printed),
      ...(grave && !isStruck && { grave }),
    };
  }

  const changes: Change[] = [];
  let at: Pair = { printed: 0, quoted: 0 };
  let same: Pair = at;
  for (const pair of [...pairs, { printed: printedWords.length, quoted: quotedWords.length }]) {
    const removed = printedWords.slice(at.printed, pair.printed);
    const added = quotedWords.slice(at.quoted, pair.quoted);
    const isLast = pair.printed === printedWords.length;
    if (removed.length + added.length > 0 || isLast) {
      const printedPart = printedWords.slice(same.printed, at.printed);
      const quotedPart = quotedWords.slice(same.quoted, at.quoted);
      if (printedPart.length > 0) {
        changes.push({
          printed: textOf(printedPart, printed),
          ...startOf(printedPart),
          quoted: textOf(quotedPart, quoted),
          isSame: true,
          gap: gapAfter(quotedPart, quoted),
        });
      }
      if (removed.length + added.length > 0) changes.push(differenceOf(removed, added));
      same = pair;
    }
    at = { printed: pair.printed + 1, quoted: pair.quoted + 1 };
  }
  return changes;
}

/**
 * A printed word that is left out costs less than a quoted one that is added, since each place costs something too; and a
 * word that is spelled differently costs only enough to prefer one that is not.
 */
const COSTS = {
  omission: 24,
  replacement: 24,
  omittedWord: 8,
  addition: 8,
  addedWord: 32,
  otherSpelling: 1,
} as const;

/** Pairs the words that are the same, so that as few as possible differ, and those at the fewest places. */
function pairInFewPlaces(
  printed: readonly SpelledWord[],
  quoted: readonly SpelledWord[],
  areSame: (one: SpelledWord, other: SpelledWord) => boolean,
): readonly Pair[] {
  const alignPart = (
    firstRow: number,
    firstColumn: number,
    rows: number,
    columns: number,
  ): Counterparts =>
    alignWithGaps(
      rows,
      columns,
      {
        ...COSTS,
        addedWord: () => COSTS.addedWord,
        same(row, column) {
          const own = elementAt(quoted, firstRow + row);
          const other = elementAt(printed, firstColumn + column);
          if (!areSame(other, own)) return undefined;
          return own.text === other.text ? 0 : COSTS.otherSpelling;
        },
      },
      false,
    );
  const counterparts =
    printed.length * quoted.length <= MAX_PAIRS
      ? alignPart(0, 0, quoted.length, printed.length)
      : alignInParts(...numberWords([quoted, printed]), alignPart);
  // The words at which long texts are divided are compared here.
  const isCommon = (row: number, column: number) =>
    areSame(elementAt(printed, column), elementAt(quoted, row));
  return counterparts.flatMap((column, row) =>
    column !== undefined && isCommon(row, column) ? [{ printed: column, quoted: row }] : [],
  );
}

/** Numbers the words of two texts, so that those with the same number are the same word. */
function numberWords(
  texts: readonly [readonly SpelledWord[], readonly SpelledWord[]],
): [readonly number[], readonly number[]] {
  const numbers = new Map<string, number>();
  const numberOf = ({ text, key, signs, isStruck, isAcronym }: SpelledWord) => {
    // Points that differ may make another word.
    const spelling = /\p{M}/u.test(text.normalize("NFD")) ? text : key;
    const identity = JSON.stringify([spelling, signs, isStruck, isAcronym]);
    const number = numbers.get(identity) ?? numbers.size;
    numbers.set(identity, number);
    return number;
  };
  const [quoted, printed] = texts;
  return [quoted.map(numberOf), printed.map(numberOf)];
}

/** The scripts that have letters which look like those of another. */
const SCRIPTS = [
  "Latin",
  "Greek",
  "Cyrillic",
  "Armenian",
  "Cherokee",
  "Coptic",
  "Georgian",
  "Hebrew",
  "Arabic",
  "Han",
  "Hiragana",
  "Katakana",
  "Bopomofo",
  "Hangul",
].map((script) => new RegExp(String.raw`\p{Script=${script}}`, "u"));

/** Returns the kind of a change to the same numbers in other numerals. */
function kindOfNumerals(printed: string, quoted: string, language: string): GraveKind | undefined {
  const [own, other] = [printed, quoted].map((text) => writeNumbersInDigits(text, language));
  const areWritten = own === other && printed.normalize("NFKC") !== quoted.normalize("NFKC");
  return areWritten ? "numerals" : undefined;
}

/** Returns the kind of a change to words that may be the same in other characters, if they negate as the printed ones do. */
function kindOfCharacters(
  printed: string,
  quoted: string,
  language: string,
): GraveKind | undefined {
  const negates = hasNegation(printed, language);
  return mayBeOtherCharacters(printed, quoted) && negates === hasNegation(quoted, language)
    ? "characters"
    : undefined;
}

/** Returns the kind of a change after which words look as they are printed, or may look so. */
function kindOfLookalike(printed: string, quoted: string): GraveKind | undefined {
  if (printed === "" || quoted === "") return undefined;
  const [letters = [], others = []] = [printed, quoted].map((text) => [
    ...text.normalize("NFC").replace(/\p{Default_Ignorable_Code_Point}/gu, ""),
  ]);
  if (letters.length !== others.length) return undefined;
  const differing = letters.flatMap((letter, index) => {
    const other = elementAt(others, index);
    return letter === other ? [] : [[letter, other] as const];
  });
  if (differing.length === 0) return "invisible";
  const scriptOf = (letter: string) => SCRIPTS.findIndex((script) => script.test(letter));
  const areOfOtherScripts = differing.every(([letter, other]) => {
    const [script, otherScript] = [scriptOf(letter), scriptOf(other)];
    return script !== -1 && otherScript !== -1 && script !== otherScript;
  });
  return areOfOtherScripts ? "script" : undefined;
}

/** Returns the kind of a change of words to others that differ from them only in how they are written. */
function graveKindOfSpelling(
  removed: readonly Word[],
  added: readonly Word[],
  language: string,
): GraveKind | undefined {
  if (removed.length !== added.length) return undefined;
  const kinds = removed.map((printed, index) => {
    const quoted = elementAt(added, index);
    return isSpelledOtherwise(printed, quoted)
      ? kindOfSpelling(printed, quoted, language)
      : undefined;
  });
  return kinds.includes(undefined) ? undefined : findGravest(kinds);
}

function isSpelledOtherwise(printed: Word, quoted: Word): boolean {
  return (
    printed.isStruck === quoted.isStruck &&
    withoutOptionalMarks(tokenKey(printed.text)) === withoutOptionalMarks(tokenKey(quoted.text))
  );
}

/**
 * Removes from a word in an Indic script its nuktas, and makes an anusvara of a chandrabindu; and removes the hamza on an
 * alef, and the points of a ta marbuta: keyboards lack them, and many writers leave them out.
 */
function withoutOptionalMarks(key: string): string {
  return key
    .normalize("NFD")
    .replace(OPTIONAL_MARK, "")
    .replaceAll("\u0901", "\u0902")
    .replace(/\u0629$/, "\u0647");
}

const OPTIONAL_MARK = /[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc]|(?<=ا)[\u0654\u0655]/g;

function kindOfSpelling(printed: Word, quoted: Word, language: string): GraveKind {
  if (differInClosing(printed, quoted, language)) return "sign";
  if (printed.signs.join() !== quoted.signs.join()) {
    return /\p{N}/u.test(printed.text) ? "number" : "sign";
  }
  if (printed.isAcronym !== quoted.isAcronym && !printed.isSymbol) return "acronym";
  if (differAsSymbols(printed.text, quoted.text, language)) return "sign";
  if (printed.text.toLowerCase() === quoted.text.toLowerCase()) return "capital";
  const [key, other] = [tokenKey(printed.text), tokenKey(quoted.text)];
  const isBare = other !== key && other === withoutOptionalMarks(key);
  const hasPoints = /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}/u.test(printed.text);
  return hasPoints && !isBare ? "points" : "accent";
}

/** Returns the words that replace each other without those at either end that are only spelled otherwise. */
function withoutSpelling(
  removed: readonly Word[],
  added: readonly Word[],
): readonly [readonly Word[], readonly Word[]] {
  const isSpelling = (index: number, other: number) => {
    const [printed, quoted] = [removed[index], added[other]];
    return printed !== undefined && quoted !== undefined && isSpelledOtherwise(printed, quoted);
  };
  let first = 0;
  while (isSpelling(first, first)) first += 1;
  let [end, otherEnd] = [removed.length, added.length];
  while (Math.min(end, otherEnd) > first && isSpelling(end - 1, otherEnd - 1)) {
    end -= 1;
    otherEnd -= 1;
  }
  return [removed.slice(first, end), added.slice(first, otherEnd)];
}

const HANGUL_BEFORE = /\p{Script=Hangul}+$/u;
const HANGUL_AFTER = /^\p{Script=Hangul}+/u;
/** No Korean word is longer, in UTF-16 code units. */
const MAX_WORD_LENGTH = 60;

/** Returns the kind of consecutive words of a text that have a negation. */
function negationAmong(
  words: readonly Word[],
  text: string,
  language: string,
): GraveKind | undefined {
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return undefined;
  // A number shows that “No.” is none.
  const [number = ""] = /^\p{N}/u.exec(text.slice(last.next, last.next + 1)) ?? [];
  const affected = text.slice(first.start, last.next) + number;
  if (!/\p{Script=Hangul}/u.test(affected)) {
    return hasNegation(affected, language) ? "negation" : undefined;
  }
  // The characters of a Korean negation negate only in some words, and another character of the word may differ.
  const keys = words.map((word) => tokenKey(word.text));
  if (!wordsAmong(keys).some((word) => isNegation(word, language))) return undefined;
  return hasNegation(wholeWords(words, text), language) ? "negation" : undefined;
}

/** Returns some consecutive words of a text, together with the rest of the Korean ones of which they are characters. */
function wholeWords(words: readonly Word[], text: string): string {
  const [{ start }, { end }] = [elementAt(words, 0), elementAt(words, words.length - 1)];
  const [before = ""] =
    HANGUL_BEFORE.exec(text.slice(Math.max(0, start - MAX_WORD_LENGTH), start)) ?? [];
  const [after = ""] = HANGUL_AFTER.exec(text.slice(end, end + MAX_WORD_LENGTH)) ?? [];
  return before + text.slice(start, end) + after;
}

/** Returns the kind of consecutive characters that are a number in Chinese characters or a Korean word for one. */
function numberAmong(
  own: string,
  words: readonly Word[],
  text: string,
  language: string,
): GraveKind | undefined {
  if (isHanNumeral(own)) return "number";
  if (words.length === 0 || !/\p{Script=Hangul}/u.test(own)) return undefined;
  return isNumberWord(wholeWords(words, text), language) ? "number" : undefined;
}

function findGravest(kinds: readonly (GraveKind | undefined)[]): GraveKind | undefined {
  return GRAVE_KINDS.find((kind) => kinds.includes(kind));
}

function startOf([first]: readonly Word[]): Pick<Change, "start"> {
  return first === undefined ? {} : { start: first.start };
}

/** Returns the signs that end the sentences of two words, if one of them is a question and the other is not. */
function closingsOf(
  printed: Word | undefined,
  quoted: Word | undefined,
  language: string,
): readonly [string, string] {
  return printed !== undefined && quoted !== undefined && differInClosing(printed, quoted, language)
    ? [printed.closing, quoted.closing]
    : ["", ""];
}

/** Returns the part of a text from the first of some consecutive words to the last. */
function textOf(words: readonly Word[], text: string): string {
  const [first] = words;
  return first === undefined ? "" : text.slice(first.start, endOf(words, text));
}

/** Returns the white space and punctuation after the last of some words. */
function gapAfter(words: readonly Word[], text: string): string {
  return text.slice(endOf(words, text), words.at(-1)?.next ?? 0);
}

const OPENING: Readonly<Record<string, string>> = {
  ...{ ")": "(", "]": "[", "}": "{", "）": "（", "］": "［", "】": "【" },
  ...{ "》": "《", "〉": "〈", "」": "「", "』": "『", "»": "«", "”": "“" },
};

/** Returns where the last of some words ends, with a bracket after it that one of them opens. */
function endOf(words: readonly Word[], text: string): number {
  const last = words.at(-1);
  if (last === undefined) return 0;
  const closing = text.charAt(last.end);
  const opening = OPENING[closing];
  const own = text.slice(words[0]?.start, last.end);
  const count = (bracket: string) => own.split(bracket).length;
  return opening !== undefined && count(opening) > count(closing) ? last.end + 1 : last.end;
}

/** Returns a function that finds the grave kind of a word of `text`, if it has one. */
function createGraveKindFinder(
  text: string,
  language: string,
): (word: Word) => GraveKind | undefined {
  // Once for the text, and only if one of its words has a capital letter.
  const starts = lazy(() => sentenceStarts(text, language));
  const beginsSentence = (start: number) => {
    const first = starts().findLast((at) => at <= start) ?? 0;
    return !/[\p{L}\p{N}]/u.test(text.slice(first, start));
  };
  const mayShowName = findLanguage(language)?.capitalizesNouns !== true;
  // “Nr. 5”, “Art. 5”.
  const countsSomething = (start: number, next: number) =>
    isAbbreviation(
      text.slice(Math.max(0, start - 1), next),
      text.slice(next, next + MAX_COUNT),
      language,
    );
  return ({ start, next, text: word }) => {
    const key = tokenKey(word);
    const isSyllable = /\p{Script=Hangul}/u.test(word);
    if (/\p{N}/u.test(word) || (!isSyllable && isNumberWord(word, language))) return "number";
    if (!/\p{L}/u.test(word)) return isEllipsis(word) ? undefined : "sign";
    const isCapital = /^\p{Lu}/u.test(word);
    const dates = dateWords(language);
    if (dates.keys.has(key) && (isCapital || !dates.areCapital)) return "date";
    if (!mayShowName || !isCapital || key === "i" || beginsSentence(start)) return undefined;
    return countsSomething(start, next) ? undefined : "name";
  };
}

/** More than a number has at its beginning, in UTF-16 code units. */
const MAX_COUNT = 4;

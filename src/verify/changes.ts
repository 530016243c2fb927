import { diffArrays } from "diff";
import { elementAt } from "../foundation/checked-access.ts";
import { lazy } from "../foundation/lazy.ts";
import { dateWords } from "../language/date-words.ts";
import { isNegation, wordsAmong } from "../language/negations.ts";
import { isNumberWord } from "../language/numerals.ts";
import { sentenceStarts } from "../language/sentences.ts";
import { isEllipsis, tokenKey } from "../language/tokenizer.ts";
import { isSameWord, keyOf, splitIntoWords, type Word } from "./words.ts";

/** Kinds of change that alter the meaning, the gravest first. */
export const GRAVE_KINDS = [
  "negation",
  "number",
  "date",
  "name",
  "acronym",
  "sign",
  "points",
  "accent",
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

/** Compares two texts word by word. Together the changes contain both texts, in order. */
export function compareWords(printed: string, quoted: string, language: string): readonly Change[] {
  const spell = (word: Word) => ({
    ...word,
    key: keyOf(word.text, language),
    folded: tokenKey(word.text),
  });
  const printedWords = splitIntoWords(printed).map(spell);
  const quotedWords = splitIntoWords(quoted).map(spell);
  const printedKindOf = createGraveKindFinder(printed, language);
  const quotedKindOf = createGraveKindFinder(quoted, language);
  const changes: Change[] = [];
  let printedIndex = 0;
  let quotedIndex = 0;
  let removed: readonly Word[] = [];
  let added: readonly Word[] = [];

  function pushDifference(): void {
    if (removed.length + added.length === 0) return;
    const grave =
      graveKindOfSpelling(removed, added) ??
      findGravest([
        ...[removed, added].map((words) => negationAmong(words, language)),
        ...removed.map(printedKindOf),
        ...added.map(quotedKindOf),
      ]);
    changes.push({
      printed: textOf(removed, printed),
      ...startOf(removed),
      quoted: textOf(added, quoted),
      isSame: false,
      gap: added.length > 0 ? gapAfter(added, quoted) : gapAfter(removed, printed),
      ...(grave && { grave }),
    });
    removed = [];
    added = [];
  }

  // Most pairs of words of a long quotation differ, and need no closer look.
  const comparator = (a: SpelledWord, b: SpelledWord) =>
    (a.key === b.key || a.folded === b.folded) && isSameWord(a, b, language);
  const parts = moveAdditionsBack(
    diffArrays([...printedWords], [...quotedWords], { comparator }),
    quotedWords,
    comparator,
  );
  for (const part of parts) {
    const printedPart = printedWords.slice(printedIndex, printedIndex + part.count);
    const quotedPart = quotedWords.slice(quotedIndex, quotedIndex + part.count);
    if (!part.added) printedIndex += part.count;
    if (!part.removed) quotedIndex += part.count;
    if (part.added) added = quotedPart;
    else if (part.removed) removed = printedPart;
    else {
      pushDifference();
      changes.push({
        printed: textOf(printedPart, printed),
        ...startOf(printedPart),
        quoted: textOf(quotedPart, quoted),
        isSame: true,
        gap: gapAfter(quotedPart, quoted),
      });
    }
  }
  pushDifference();
  return changes;
}

interface DiffPart {
  readonly added: boolean;
  readonly removed: boolean;
  readonly count: number;
}

/**
 * Moves the words that a quotation adds towards its beginning where that explains the texts as well: of
 * “The lamp The keeper”, the heading “The lamp” is added to “The keeper”, and not “lamp The”.
 */
function moveAdditionsBack<T extends Word>(
  parts: readonly DiffPart[],
  quoted: readonly T[],
  areSame: (one: T, other: T) => boolean,
): readonly DiffPart[] {
  const moved: DiffPart[] = [];
  let quotedIndex = 0;
  for (const [index, part] of parts.entries()) {
    const { added, removed, count } = part;
    const previous = moved.at(-1);
    const isLone =
      added &&
      previous !== undefined &&
      !previous.added &&
      !previous.removed &&
      parts[index + 1]?.removed !== true;
    let steps = 0;
    if (isLone) {
      // Next to another change it would become a part of it.
      const limit = moved.length === 1 ? previous.count : previous.count - 1;
      const canMove = (by: number) =>
        by <= limit &&
        areSame(elementAt(quoted, quotedIndex - by), elementAt(quoted, quotedIndex + count - by));
      while (canMove(steps + 1)) steps += 1;
    }
    if (steps > 0 && previous !== undefined) {
      moved.pop();
      if (previous.count > steps) moved.push({ ...previous, count: previous.count - steps });
      moved.push(part, { added: false, removed: false, count: steps });
    } else if (!added && !removed && previous && !previous.added && !previous.removed) {
      moved.pop();
      moved.push({ ...previous, count: previous.count + count });
    } else moved.push(part);
    if (!removed) quotedIndex += count;
  }
  return moved;
}

/** Returns the kind of a change of one word to one that differs from it only in how it is written. */
function graveKindOfSpelling(
  [printed, ...others]: readonly Word[],
  [quoted, ...more]: readonly Word[],
): GraveKind | undefined {
  if (printed === undefined || quoted === undefined || others.length + more.length > 0) return;
  if (tokenKey(printed.text) !== tokenKey(quoted.text)) return undefined;
  if (printed.isStruck !== quoted.isStruck) return undefined;
  if (printed.signs.join() !== quoted.signs.join()) {
    return /\p{N}/u.test(printed.text) ? "number" : "sign";
  }
  if (printed.isAcronym !== quoted.isAcronym) return "acronym";
  return /\p{Script=Hebrew}|\p{Script=Arabic}/u.test(printed.text) ? "points" : "accent";
}

/** Returns the kind of words that have a negation of several tokens, which are single characters. */
function negationAmong(words: readonly Word[], language: string): GraveKind | undefined {
  const keys = words.map(({ text }) => tokenKey(text));
  return wordsAmong(keys).some((word) => isNegation(word, language)) ? "negation" : undefined;
}

function findGravest(kinds: readonly (GraveKind | undefined)[]): GraveKind | undefined {
  return GRAVE_KINDS.find((kind) => kinds.includes(kind));
}

function startOf([first]: readonly Word[]): Pick<Change, "start"> {
  return first === undefined ? {} : { start: first.start };
}

/** Returns the part of a text from the first of some consecutive words to the last. */
function textOf(words: readonly Word[], text: string): string {
  const [first] = words;
  const last = words.at(-1);
  return first === undefined || last === undefined ? "" : text.slice(first.start, last.end);
}

/** Returns the white space and punctuation after the last of some words. */
function gapAfter(words: readonly Word[], text: string): string {
  const last = words.at(-1);
  return last === undefined ? "" : text.slice(last.end, last.next);
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
  return ({ start, text: word }) => {
    const key = tokenKey(word);
    if (/\p{N}/u.test(word) || isNumberWord(key)) return "number";
    if (!/\p{L}/u.test(word)) return isEllipsis(word) ? undefined : "sign";
    const isCapital = /^\p{Lu}/u.test(word);
    const dates = dateWords(language);
    if (dates.keys.has(key) && (isCapital || !dates.areCapital)) return "date";
    return isCapital && key !== "i" && !beginsSentence(start) ? "name" : undefined;
  };
}

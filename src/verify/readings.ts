import { findLanguage } from "../language/languages/index.ts";
import { CLOSING_MARKS, OPENING_MARKS } from "../language/quotation-marks.ts";
import { hasTokens, tokenKey } from "../language/tokenizer.ts";
import type { PassagePositions } from "../search/index/passage-positions.ts";
import { UNKNOWN_WORD } from "../search/index/positions.ts";
import { restoreCopied } from "./copied-text.ts";
import { type Cuts, stripEnds, stripQuotesAndEllipses } from "./ellipsis.ts";
import { removeNamingLines } from "./marks/attributions.ts";
import { createCharacterReadings } from "./marks/character-readings.ts";
import type { EditorialMark, UnmarkedText, WordUse } from "./marks/editorial-mark.ts";
import { removeMarks } from "./marks/editorial-marks.ts";
import type { NameSpellings } from "./marks/name-spellings.ts";
import type { NamingWords } from "./marks/naming-words.ts";
import {
  hasQuotedParts,
  removeBracketedWords,
  removeWordsAround,
  removeWordsOutsideMarks,
} from "./marks/words-outside.ts";
import type { TypographicDifference } from "./typography.ts";
import { BETWEEN_FRAGMENTS } from "./verdict.ts";

/** Words as they are compared, and what was taken from the quotation or undone in it before. */
export interface Reading {
  readonly text: string;
  /** The whole quotation, without the quotation marks and the ellipses at its ends. */
  readonly quoted: string;
  readonly marks: readonly EditorialMark[];
  readonly differences: readonly TypographicDifference[];
  /** The ends at which it had an ellipsis. */
  readonly cuts: Cuts;
  /** Whether a number before the words was taken for a mark. It may be that of another heading than the printed one. */
  readonly isNumbered: boolean;
  /** A possible attribution at its end that it still has, because the document may have it too. */
  readonly attribution?: string | undefined;
  /** Whether it still has some of what may be marks, because the document may have it too. */
  readonly isPartial: boolean;
}

/** Reads quotations without what copying and editors did to them. */
export interface QuotationReader {
  /** Returns a quotation as it is, without the traces of copying, and without an editor's marks. */
  readingsOf(quoted: string): readonly Reading[];
  /** Returns a quotation without the words outside of its quotation marks, and also without those in brackets, if there are any. */
  inMarksOf(quoted: string): readonly Reading[];
  /**
   * Returns readings with an ellipsis instead of words in brackets, which explain those that are printed there. There
   * are none if no words of the quotation are in brackets.
   */
  rewordingsOf(readings: readonly Reading[]): readonly Reading[];
}

const READING_KINDS: ReadonlySet<EditorialMark["kind"]> = new Set(["reading", "unproven-reading"]);

/** Words in quotation marks, and what is after them, which is much shorter. */
const MARKED = new RegExp(
  String.raw`^\s*[${OPENING_MARKS}][^${OPENING_MARKS}${CLOSING_MARKS}]+[${CLOSING_MARKS}]([^${OPENING_MARKS}${CLOSING_MARKS}]{1,40})$`,
  "u",
);
const AFTER_DASH = /[\n\u2028]\s*[-–—]+\s?[^\n\u2028]{1,20}$/u;
const IN_BRACKETS = /(?<=\s)[(（][^()（）]{1,20}[)）]\.?$/u;
/** How much longer a quotation is than what names its speaker or its place, at least. */
const MIN_MARKED = 2;

/**
 * Returns the words after the closing mark of a quotation that begins with the opening one, or those in brackets or on a line
 * with a dash at its end.
 */
function wordsAfterMarks(quoted: string): string | undefined {
  const [, marked] = MARKED.exec(quoted) ?? [];
  const [after = ""] =
    marked === undefined ? (IN_BRACKETS.exec(quoted) ?? AFTER_DASH.exec(quoted) ?? []) : [marked];
  return hasTokens(after) && quoted.length > after.length * (MIN_MARKED + 1)
    ? after.trim()
    : undefined;
}

/** Creates a reader of quotations in `language`. `naming` recognises the names and titles of the corpus. */
export function createQuotationReader(
  passagePositions: PassagePositions,
  naming: NamingWords & Pick<NameSpellings, "isAlwaysCapital">,
  language: string,
): QuotationReader {
  const { positions } = passagePositions;
  const { isHeading, removeTitle } = naming;
  const namingUse = { useOf, isHeading, removeTitle, ...createCharacterReadings(passagePositions) };

  function readingsOf(quoted: string): readonly Reading[] {
    const original = stripEnds(quoted);
    const { text, differences, unmarked } = withoutMarks(original.text);
    const others = unmarked.map((one) => unmarkedReadingsOf(quoted, one, original.cuts));
    const attribution = others.at(-1)?.attribution;
    const readings = [
      { ...original, marks: [], differences: [], attribution },
      { ...original, text, marks: [], differences, attribution },
      ...others.flatMap((one) => one.readings),
    ];
    return readings
      .filter(
        (one, index) =>
          index === 0 || (one.text !== readings[index - 1]?.text && hasTokens(one.text)),
      )
      .map((one) => ({
        isPartial: false,
        ...one,
        quoted: original.text,
        isNumbered: isNumbered(one.marks, original.text),
      }));
  }

  /** Returns the readings of a quotation without an editor's marks, first those without the fewest, and what may be its attribution. */
  function unmarkedReadingsOf(
    quoted: string,
    unmarked: ReturnType<typeof withoutMarks>["unmarked"][number],
    cuts: Cuts,
  ) {
    const { marks, withFewer, differences } = unmarked;
    const inner = stripEnds(unmarked.text, cuts);
    const withoutLines = removeNamingLines(unmarked.text, language, namingUse);
    // The document may have words in brackets too.
    const unbracketed = removeBracketedWords(inner.text, language);
    const attribution =
      [...marks, ...withoutLines.marks].findLast(
        ({ kind, text }) =>
          (kind === "attribution" || kind === "words") && quoted.trim().endsWith(text),
      )?.text ?? wordsAfterMarks(quoted);
    const readings = [
      ...withFewer
        .filter((one) => one.text !== unmarked.text)
        .map((one) => ({
          ...stripEnds(one.text, cuts),
          marks: one.marks,
          differences,
          isPartial: true,
        })),
      { ...inner, marks, differences },
      {
        ...stripEnds(withoutLines.text, cuts),
        marks: [...marks, ...withoutLines.marks],
        differences,
      },
      { ...inner, text: unbracketed.text, marks: [...marks, ...unbracketed.marks], differences },
    ];
    return {
      attribution,
      readings: readings.map((one) => ({
        ...one,
        attribution: one.marks.some(({ text }) => text === attribution) ? undefined : attribution,
      })),
    };
  }

  /**
   * Returns a quotation without the traces of copying, and what is left of it without an editor's marks: with the readings of
   * characters that are printed somewhere, if it has any, and without them. The document may have a hyphen before a space too, so
   * those that copying seems to have left are also kept.
   */
  function withoutMarks(quoted: string) {
    const restored = restoreCopied(quoted, passagePositions);
    const isHyphenated = restored.differences.some(({ name }) => name === "hyphenation");
    const copies = isHyphenated ? [{ text: quoted, differences: [] }, restored] : [restored];
    const unmarked = copies.flatMap(({ text, differences }) => {
      const all = removeMarks(text, language, namingUse);
      const hasReadings = all.marks.some(({ kind }) => READING_KINDS.has(kind));
      const withReadings = hasReadings ? [removeMarks(text, language, namingUse, true)] : [];
      return [...withReadings, all].map((one) => ({ ...one, differences }));
    });
    return { ...restored, unmarked };
  }

  function inMarksOf(quoted: string): readonly Reading[] {
    if (!hasQuotedParts(quoted)) return [];
    const { text, differences, unmarked } = withoutMarks(quoted);
    const inside = unmarked.flatMap((one) => insideOf(quoted, one));
    const main = removeWordsAround(text, language);
    if (main.marks.length === 0) return inside;
    const alone = {
      ...stripEnds(main.text),
      ...{ marks: main.marks, differences, isPartial: false },
      quoted: stripQuotesAndEllipses(quoted),
      isNumbered: isNumbered(main.marks, quoted),
    };
    return [...inside, alone];
  }

  function insideOf(
    quoted: string,
    unmarked: UnmarkedText & Pick<Reading, "differences">,
  ): readonly Reading[] {
    const { differences } = unmarked;
    const inside = removeWordsOutsideMarks(unmarked.text, language);
    if (inside.marks.length === 0) return [];
    const marks = [...unmarked.marks, ...inside.marks];
    const unbracketed = removeBracketedWords(inside.text, language);
    const readings = [
      { ...inside, marks },
      { text: unbracketed.text, marks: [...marks, ...unbracketed.marks] },
    ];
    return readings.slice(0, unbracketed.marks.length > 0 ? 2 : 1).map(({ text, marks }) => ({
      ...stripEnds(text),
      marks,
      differences,
      quoted: stripQuotesAndEllipses(quoted),
      isNumbered: isNumbered(marks, quoted),
      isPartial: false,
    }));
  }

  function isNumbered(marks: readonly EditorialMark[], quoted: string): boolean {
    return marks.some(({ text }) => /\p{N}/u.test(text) && quoted.startsWith(text));
  }

  function rewordingsOf(readings: readonly Reading[]): readonly Reading[] {
    return readings.flatMap((reading) => {
      const { text, marks } = removeBracketedWords(reading.text, language, BETWEEN_FRAGMENTS);
      return marks.length === 0 ? [] : [{ ...reading, text, marks: [...reading.marks, ...marks] }];
    });
  }

  /**
   * Returns how the corpus uses a word with a capital letter. It is a name in a title, in the name of a person, and
   * where the passages never have it with a small letter, unless all nouns have capitals.
   */
  function useOf(word: string): WordUse {
    if (naming.isInName(tokenKey(word))) return "name";
    const [id = UNKNOWN_WORD] = positions.wordIdsOf(word);
    if (id === UNKNOWN_WORD) return "unknown";
    if (findLanguage(language)?.capitalizesNouns) return "ordinary";
    return naming.isAlwaysCapital(word) ? "name" : "ordinary";
  }

  return { readingsOf, inMarksOf, rewordingsOf };
}

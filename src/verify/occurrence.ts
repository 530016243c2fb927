import { elementAt } from "../foundation/checked-access.ts";
import { fold } from "../language/fold.ts";
import { tokenize } from "../language/tokenizer.ts";
import { languageOfWords } from "../language/vocabulary.ts";
import { type PassagePositions, passageOfText } from "../search/index/passage-positions.ts";
import type { PositionRange } from "./alignment.ts";
import { compareTypography, type Pieces, splitAtWords } from "./typography.ts";
import type { Occurrence, Span, Stretch } from "./verdict.ts";
import { isSameWord } from "./words/same-word.ts";
import { signBefore } from "./words/signs.ts";
import {
  STROKE,
  type Surroundings,
  splitIntoWords,
  splitQuotation,
  type Word,
} from "./words/words.ts";

/** The maximum length of the signs after a word that belong to it, in UTF-16 code units. */
const MAX_SIGN_LENGTH = 2;

/**
 * Returns the parts of passages that contain the words of a range, with the signs that belong to its first
 * and its last word. Throws if the range contains no word.
 */
export function stretchOf(range: PositionRange, passagePositions: PassagePositions): Stretch {
  const [first, ...others] = stretchOfWords(range, passagePositions);
  const { text } = first.passage;
  const start = first.start - signBefore(text, first.start).length;
  const last = others.pop();
  if (last === undefined) return [{ ...first, start, end: endWithSigns(text, start, first.end) }];
  const end = endWithSigns(last.passage.text, last.start, last.end);
  return [{ ...first, start }, ...others, { ...last, end }];
}

/** Returns the end of the words from `start` to `end` with the signs that belong to the last one. */
function endWithSigns(text: string, start: number, end: number): number {
  const words = splitIntoWords(
    text.slice(Math.max(start, end - MAX_LAST_WORD), end + MAX_SIGN_LENGTH),
  );
  const offset = Math.max(start, end - MAX_LAST_WORD);
  const last = words.findLast((word) => word.start + offset < end);
  return last === undefined ? end : Math.max(end, last.end + offset);
}

/** Longer words have no signs after them, in UTF-16 code units. */
const MAX_LAST_WORD = 40;

function stretchOfWords(
  { start, end }: PositionRange,
  passagePositions: PassagePositions,
): Stretch {
  const spans = passagePositions.positions
    .spans(start, end)
    .map(({ textId, ...span }): Span => ({ ...passageOfText(passagePositions, textId), ...span }));
  const [first, ...others] = spans;
  if (first === undefined) throw new Error(`There is no word from ${start} to ${end}.`);
  const last = others.pop();
  if (last === undefined) return [first];
  // Where the words continue in the next passage, nothing between the two is left out.
  return [
    { ...first, end: first.passage.text.length },
    ...others.map((span) => ({ ...span, start: 0, end: span.passage.text.length })),
    { ...last, start: 0 },
  ];
}

/** Returns the words of a stretch, with `between` at each passage boundary. */
export function stretchText(stretch: Stretch, between = " "): string {
  return stretch.map(({ passage, start, end }) => passage.text.slice(start, end)).join(between);
}

/** How many characters around a stretch and at its beginning show its language. */
const CONTEXT = { around: 150, within: 2000 } as const;

/** Returns the language of the words of a stretch: that of their document, or an undetermined one. */
export function languageOf(stretch: Stretch): string {
  const [{ document }] = stretch;
  const { preceding, following } = surroundingsOf(stretch);
  const words = stretchText(stretch).slice(0, CONTEXT.within);
  return languageOfWords([preceding, words, following].join(""), document.language);
}

/** Returns the text of the passages before and after a stretch, as far as it shows how its words are written. */
export function surroundingsOf(stretch: Stretch): Surroundings {
  const [first] = stretch;
  const last = elementAt(stretch, stretch.length - 1);
  return {
    preceding: first.passage.text.slice(Math.max(0, first.start - CONTEXT.around), first.start),
    following: last.passage.text.slice(last.end, last.end + CONTEXT.around),
  };
}

/** Returns the words of a stretch. Which of them begin and end a sentence is seen in the text around it. */
function wordsIn(stretch: Stretch, { preceding, following }: Surroundings): readonly Word[] {
  return stretch.flatMap(({ passage, start, end }, index) =>
    splitIntoWords(passage.text.slice(start, end), {
      preceding: index === 0 ? preceding : "",
      following: index === stretch.length - 1 ? following : "",
    }),
  );
}

/** Whether a part of a quotation is the first one, and whether it is the last. */
export interface PartPosition {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

const WHOLE: PartPosition = { isFirst: true, isLast: true };

/** Whether a quotation, or a part of one, consists of the words of a stretch, however they are written. */
export function hasSameWords(
  stretch: Stretch,
  quoted: string,
  { isFirst, isLast } = WHOLE,
): boolean {
  const language = languageOf(stretch);
  const { preceding, following } = surroundingsOf(stretch);
  const printed = wordsIn(stretch, {
    preceding: isFirst ? preceding : "",
    following: isLast ? following : "",
  });
  const words = splitQuotation(quoted, printed, language);
  return (
    words.length === printed.length &&
    printed.every((word, index) => isSameWord(word, elementAt(words, index), language))
  );
}

/**
 * Returns the occurrences of a quotation in those of the stretches that have the same words. Copies of a text, of which
 * a corpus may have hundreds, are compared once.
 */
export function occurrencesIn(
  stretches: readonly Stretch[],
  quoted: string,
): readonly Occurrence[] {
  const compared = new Map<
    string,
    readonly [stretch: Stretch, occurrence: Occurrence | undefined]
  >();
  return stretches.flatMap((stretch) => {
    const context = contextOf(stretch, quoted.length);
    const [copy, occurrence] = compared.get(context) ?? [];
    if (copy !== undefined) return occurrence ? moveOccurrence(occurrence, copy, stretch) : [];
    const written = [stretch, withStrokes(stretch)].find((one) => hasSameWords(one, quoted));
    const found = written && occurrenceAt(written, quoted);
    compared.set(context, [stretch, found]);
    return found ?? [];
  });
}

/** Returns all that the comparison of a stretch with a quotation of a length depends on. */
function contextOf(stretch: Stretch, length: number): string {
  const [{ passage, start }] = stretch;
  const last = elementAt(stretch, stretch.length - 1);
  const reach = length + STROKE.length;
  return [
    languageOf(stretch),
    passage.text.slice(Math.max(0, start - reach), start),
    ...stretch.map((span) => span.passage.text.slice(span.start, span.end)),
    last.passage.text.slice(last.end, last.end + reach),
  ].join("\0");
}

/** Returns the occurrence in a stretch that is a copy of another, in which it is known. */
function moveOccurrence(
  { stretch: [first, ...others], differences }: Occurrence,
  from: Stretch,
  to: Stretch,
): Occurrence {
  const move = (span: Span, index: number): Span => {
    const origin = elementAt(from, index);
    const target = elementAt(to, index);
    const start = target.start + span.start - origin.start;
    return { ...target, start, end: target.end + span.end - origin.end };
  };
  const moved = others.map((span, index) => move(span, index + 1));
  return { stretch: [move(first, 0), ...moved], differences };
}

/** Returns a stretch with the strokes next to it, which a passage has as `~~` around words that are struck through. */
function withStrokes([first, ...others]: Stretch): Stretch {
  const before = first.start - STROKE.length;
  const start = first.passage.text.startsWith(STROKE, before) && before >= 0 ? before : first.start;
  const endOf = ({ passage, end }: Span) =>
    passage.text.startsWith(STROKE, end) ? end + STROKE.length : end;
  const last = others.pop();
  return last === undefined
    ? [{ ...first, start, end: endOf(first) }]
    : [{ ...first, start }, ...others, { ...last, end: endOf(last) }];
}

/** Returns a stretch from the beginning of its first word to the end of its last, without their signs. */
function withoutSigns([first, ...others]: Stretch): Stretch {
  const textOf = ({ passage, start, end }: Span) => passage.text.slice(start, end);
  const start = first.start + (tokenize(textOf(first))[0]?.start ?? 0);
  const last = others.pop();
  const endOf = (span: Span) => span.start + (tokenize(textOf(span)).at(-1)?.end ?? 0);
  return last === undefined
    ? [{ ...first, start, end: endOf(first) }]
    : [{ ...first, start }, ...others, { ...last, end: endOf(last) }];
}

/** The white space that a quotation may have at a passage boundary without a difference. */
const PASSAGE_BREAKS = [" ", "\n", "\n\n"] as const;

/** A line break of a message in one line, which may be that of a verse or the message's own. */
export const LINE_BREAK = "\u2028";

/** Replaces a message's line breaks in a separator by the white space that is printed there. */
function withPrintedBreaks(quoted: string, printed: string | undefined): string {
  if (!quoted.includes(LINE_BREAK)) return quoted;
  const variants = [LINE_BREAK, " ", "\n", "\n\n"].map((space) =>
    quoted.replaceAll(LINE_BREAK, space),
  );
  return variants.find((one) => one === printed) ?? quoted.replaceAll(LINE_BREAK, "\n");
}

/** Returns the occurrence of a quotation in a stretch with the same words. */
export function occurrenceAt(stretch: Stretch, quoted: string): Occurrence {
  const words = withoutSigns(stretch);
  const language = languageOf(stretch);
  const quotedPieces = splitAtWords(quoted);
  const edges = findEdges(words, quotedPieces);
  const breaks = words.length === 1 ? PASSAGE_BREAKS.slice(0, 1) : PASSAGE_BREAKS;
  const differences = breaks
    .map((between) => {
      const printed = printedPieces(words, edges, between);
      const quoted = quotedPieces.map((piece, index) => withPrintedBreaks(piece, printed[index]));
      return compareTypography(quoted, printed, language);
    })
    .reduce((fewest, some) => (some.length < fewest.length ? some : fewest));
  return { stretch: widenStretch(words, edges), differences };
}

/** The signs right before and right after some words that are quoted with them, or the printed one that another replaces. */
interface Edges {
  readonly before: string;
  readonly after: string;
  readonly replaced: string;
}

/** Returns the signs around the quoted words, as far as the passage has the same signs there. */
function findEdges(stretch: Stretch, quoted: Pieces): Edges {
  const [{ passage, start }] = stretch;
  const { passage: lastPassage, end } = elementAt(stretch, stretch.length - 1);
  const [opening] = quoted;
  const closing = elementAt(quoted, quoted.length - 1);
  // Long passages are not reversed whole.
  const preceding = passage.text.slice(Math.max(0, start - opening.length), start);
  const before = commonPrefix(reverse(opening), reverse(preceding));
  const after = commonPrefix(closing, lastPassage.text.slice(end, end + closing.length));
  const isReplaced = after === "" && /^\p{P}/u.test(closing);
  const [replaced = ""] = isReplaced ? (/^\p{P}/u.exec(lastPassage.text.slice(end)) ?? []) : [];
  return { before: reverse(before), after, replaced };
}

/**
 * Cuts a stretch into pieces as printed. The signs at its edges are added to the pieces and not to the
 * text, where they could change its words.
 */
function printedPieces(
  stretch: Stretch,
  { before, after, replaced }: Edges,
  between: string,
): readonly string[] {
  const pieces: string[] = [];
  for (const { passage, start, end } of stretch) {
    const [opening, ...others] = splitAtWords(passage.text.slice(start, end));
    const previous = pieces.pop();
    pieces.push(
      previous === undefined ? before + opening : previous + between + opening,
      ...others,
    );
  }
  return pieces.with(-1, elementAt(pieces, pieces.length - 1) + after + replaced);
}

function widenStretch([first, ...others]: Stretch, { before, after }: Edges): Stretch {
  const start = first.start - before.length;
  const last = others.pop();
  return last === undefined
    ? [{ ...first, start, end: first.end + after.length }]
    : [{ ...first, start }, ...others, { ...last, end: last.end + after.length }];
}

/** Returns the longest prefix of `b` that equals a prefix of `a` except in typography. */
function commonPrefix(a: string, b: string): string {
  const characters = [...b];
  let length = 0;
  for (const character of a) {
    const other = characters[length];
    if (other === undefined || !areSame(character, other)) break;
    length += 1;
  }
  return characters.slice(0, length).join("");
}

function areSame(a: string, b: string): boolean {
  return a === b || (fold(a) !== "" && fold(a) === fold(b));
}

function reverse(text: string): string {
  return [...text].reverse().join("");
}

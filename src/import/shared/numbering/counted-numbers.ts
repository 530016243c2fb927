import type { FootnoteReference, Paragraph, RootContent, Text } from "mdast";
import { elementAt } from "../../../foundation/checked-access.ts";
import { groupBy } from "../../../foundation/group-by.ts";
import { UNSPACED_OR_FULLWIDTH } from "../../../language/scripts.ts";
import { createMark } from "../marks/mark.ts";

/** How a number is written: “1:2”, “[2]” or “2”. */
type Form = "chapter" | "bracket" | "bare";

/** A number before words, which may be that of a verse or a line. */
interface CountedNumber {
  readonly form: Form;
  readonly printed: string;
  readonly chapter: number;
  readonly value: number;
  readonly paragraph: number;
  readonly node: Text;
  /** Where it is in its node, with the space after it. */
  readonly start: number;
  readonly end: number;
  /** Where it is: where a line begins, after the end of a sentence or a phrase, or within one. */
  readonly place: "line" | "sentence" | "phrase" | "words";
  /** The letter after it if no space is between them, and whether it is a small one. */
  readonly joined: string;
  readonly isBeforeSmall: boolean;
  /** How many words are between it and the next one, or the end of the paragraph. */
  words: number;
}

/** A number after white space or the end of an unspaced sentence, and before a letter. */
const NUMBER =
  /(?<=^|[\s。！？；，、」』])(?:\{(\d{1,3}:\d{1,3})\}|\[(\d{1,3}(?::\d{1,3})?)\]|(\d{1,3}(?::\d{1,3})?))(\s*)(?=["“‘'«‹(¿¡—「『]*(\p{L}))/gu;

/** The mark of the first note after a word, beside which numbers in brackets are those of notes. */
const NOTE_MARK = /(?<=[\p{L}\p{M}\p{P}])\[1\]/u;

/** How many numbers show that they count verses or lines, in one row and in all of a text. */
const MIN_RUN = 5;
const MIN_NUMBERS = 10;

/** The same for a row of which most are between the sentences of paragraphs, where few other numbers count on. */
const MIN_WITHIN: Readonly<Record<Form, number>> = { chapter: 2, bare: 4, bracket: 3 };

/** The same for each of several rows, as of short chapters, which have `MIN_RUN` numbers together. */
const MIN_RESTARTED = 2;

/** The minimum length of the median verse, in words. Shorter ones are items of a list. */
const MIN_WORDS = 4;

/** The maximum share of verses that begin within a phrase. */
const MAX_WITHIN_PHRASE = 0.1;

/**
 * Makes marks of the numbers in the text of paragraphs that count its verses or lines: “1 The lamp was lit. 2 And the
 * keeper slept.”, “1:1 …”, “{1:1} …” and, within paragraphs, “[1] …”. They count on from 1, where lines or phrases begin.
 * Numbers with a point are those of lists and sections, and remain.
 */
export function markCountedNumbers(blocks: readonly RootContent[]): void {
  const paragraphs = blocks.flatMap(paragraphsIn);
  const hasNotes = paragraphs.some(({ children }) =>
    NOTE_MARK.test(children.map(plainText).join("")),
  );
  const numbers = paragraphs
    .flatMap(numbersIn)
    .filter(({ form }) => form !== "bracket" || !hasNotes);
  const counted = (["chapter", "bracket", "bare"] as const).flatMap((form) =>
    runsOfVerses(numbers.filter((number) => number.form === form)),
  );
  insertMarks(
    paragraphs,
    counted.flatMap((run) => {
      const kind = isOfLines(run) ? "line" : "verse";
      return run.map(({ node, start, end, printed }) => ({
        ...{ node, start, end },
        mark: createMark(kind, printed),
      }));
    }),
  );
}

/** A mark, and where in the text of a paragraph it replaces what is printed. */
export interface PlacedMark {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
  readonly mark: FootnoteReference;
}

/** Puts marks into paragraphs instead of what is printed. */
export function insertMarks(paragraphs: readonly Paragraph[], marks: readonly PlacedMark[]): void {
  const byNode = groupBy(marks, ({ node }) => node);
  for (const paragraph of paragraphs) {
    paragraph.children = paragraph.children.flatMap((node): Paragraph["children"] => {
      const inNode = node.type === "text" ? (byNode.get(node) ?? []) : [];
      if (node.type !== "text" || inNode.length === 0) return [node];
      let rest = 0;
      const parts = inNode
        .toSorted((one, other) => one.start - other.start)
        .flatMap(({ start, end, mark }) => {
          const before = node.value.slice(rest, start);
          rest = end;
          return [...textNode(before), mark];
        });
      return [...parts, ...textNode(node.value.slice(rest))];
    });
  }
}

function textNode(value: string): readonly Text[] {
  return value === "" ? [] : [{ type: "text", value }];
}

/** Returns the paragraphs of a text, but not those of lists and notes. */
export function paragraphsIn(block: RootContent): readonly Paragraph[] {
  if (block.type === "paragraph") return [block];
  return block.type === "blockquote" ? block.children.flatMap(paragraphsIn) : [];
}

function numbersIn(paragraph: Paragraph, index: number): readonly CountedNumber[] {
  const numbers: CountedNumber[] = [];
  /** The end of the text so far. */
  let before = "";
  const addWords = (text: string) => {
    const last = numbers.at(-1);
    if (last !== undefined) last.words += countWords(text);
    // Only a break ends a line.
    before = (before + text.replaceAll("\n", " ")).slice(-MAX_ENDING);
  };
  for (const node of paragraph.children) {
    if (node.type === "break") before = "";
    if (node.type !== "text") {
      addWords(plainText(node));
      continue;
    }
    let rest = 0;
    for (const match of node.value.matchAll(NUMBER)) {
      const [whole, braced, bracketed, bare, space, letter = ""] = match;
      addWords(node.value.slice(rest, match.index));
      rest = match.index + whole.length;
      const printed = braced ?? bracketed ?? bare ?? "";
      const [value = 0, chapter = 0] = printed.split(":").map(Number).toReversed();
      const joined = space === "" ? letter : "";
      const isWord =
        (match.index === 0 && /[\p{L}\p{N}]$/u.test(before)) || /^\p{Ll}/u.test(joined);
      if (isWord) {
        addWords(whole);
        continue;
      }
      numbers.push({
        form: printed.includes(":") ? "chapter" : bracketed === undefined ? "bare" : "bracket",
        ...{ printed, chapter, value, paragraph: index, node, joined, words: 0 },
        isBeforeSmall: /^\p{Ll}/u.test(letter),
        ...{ start: match.index, end: rest },
        place: placeAfter(before),
      });
    }
    addWords(node.value.slice(rest));
  }
  return numbers;
}

/** How many characters before a number say where it is, in UTF-16 code units. */
const MAX_ENDING = 20;

const UNSPACED = new RegExp(`[${UNSPACED_OR_FULLWIDTH}]`, "gu");

/** Counts words by spaces, and two characters of a script without them as one. */
function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  return text.split(/\s+/).filter((word) => word !== "").length + Math.floor(unspaced / 2);
}

function plainText(node: Paragraph["children"][number]): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(plainText).join("") : "";
}

function placeAfter(before: string): CountedNumber["place"] {
  if (before.trim() === "") return "line";
  if (/[.!?…。！？।॥؟۔]["”’»)\]」』]*\s*$/u.test(before)) return "sentence";
  return /\p{P}\s*$/u.test(before) ? "phrase" : "words";
}

/** Returns the rows of numbers of one form that count verses. */
function runsOfVerses(numbers: readonly CountedNumber[]): readonly (readonly CountedNumber[])[] {
  const runs = runsIn(numbers);
  const clear = runs.filter((run) => run.length >= MIN_RUN && isOfVerses(run));
  const restarted = runs.filter((run) => isWithinText(run, MIN_RESTARTED));
  const areShort = restarted.length > 1 && restarted.flat().length >= MIN_RUN;
  const within = areShort ? restarted : runs.filter((run) => isWithinText(run));
  const isChapters = numbers[0]?.form === "chapter";
  if (clear.flat().length < (isChapters ? MIN_RUN : MIN_NUMBERS)) return within;
  // The shortest chapters have two verses.
  return runs.filter((run) => clear.includes(run) || (run.length >= 2 && isOfVerses(run)));
}

/** Whether the numbers of a row are before whole sentences, of which most are within paragraphs: no list is set so. */
function isWithinText(
  run: readonly CountedNumber[],
  minimum = MIN_WITHIN[elementAt(run, 0).form],
): boolean {
  const between = run.filter(({ place }) => place === "sentence").length;
  return (
    run.length >= minimum &&
    between * 2 >= run.length &&
    run.every(({ place, isBeforeSmall }) => place !== "words" && !isBeforeSmall) &&
    isOfVerses(run)
  );
}

/** How likely a number begins a verse, by its place and the letter after it. */
function likelihoodOf({ place, isBeforeSmall }: CountedNumber): number {
  return ["words", "phrase", "sentence", "line"].indexOf(place) - (isBeforeSmall ? 1.5 : 0);
}

/** How many numbers after one are looked at for those that it would skip. */
const MAX_AHEAD = 20;

/**
 * Returns the rows of numbers that count on from 1. If several numbers can be the next one, it is the likeliest. One in
 * each place may be missing, or be within a phrase.
 */
function runsIn(numbers: readonly CountedNumber[]): readonly (readonly CountedNumber[])[] {
  const runs: CountedNumber[][] = [];
  /** The numbers within phrases since the last one of a row. */
  let within: CountedNumber[] = [];
  const outside = numbers.filter(({ place }) => place !== "words");
  const nextIn = new Map(outside.map((number, index) => [number, index + 1] as const));

  function continueRun(run: CountedNumber[] | undefined, number: CountedNumber): boolean {
    const last = run?.at(-1);
    if (run === undefined || last === undefined) return false;
    const isSame = last.chapter === number.chapter;
    const step = isSame ? number.value - last.value : Number.NaN;
    const isNextChapter = number.chapter === last.chapter + 1 && number.value === 1;
    if (step === 0 && likelihoodOf(number) > likelihoodOf(last)) {
      run[run.length - 1] = number;
      return true;
    }
    if (step === 2) {
      const skipped = (one: CountedNumber) =>
        one.chapter === last.chapter && one.value === last.value + 1;
      const next = nextIn.get(number) ?? 0;
      const ahead = outside.slice(next, next + MAX_AHEAD);
      const end = ahead.findIndex(({ value }) => value === 1);
      if (ahead.slice(0, end === -1 ? ahead.length : end).some(skipped)) return false;
      const [only, ...others] = within.filter(skipped);
      if (only !== undefined && others.length === 0) run.push(only);
    } else if (step !== 1 && !isNextChapter) return false;
    run.push(number);
    within = [];
    return true;
  }

  for (const number of numbers) {
    if (number.place === "words") {
      within.push(number);
      continue;
    }
    if (continueRun(runs.at(-1), number)) continue;
    // A number such as that of “1 Samuel” began no row.
    const isStray = runs.at(-1)?.length === 1;
    if (isStray && continueRun(runs.at(-2), number)) runs.splice(-1, 1);
    else if (number.value === 1) {
      runs.push([number]);
      within = [];
    }
  }
  return runs;
}

function isOfVerses(run: readonly CountedNumber[]): boolean {
  const [first] = run;
  const lengths = run.map(({ words }) => words).toSorted((one, other) => one - other);
  const inPhrases = run.filter(({ place }) => place === "words").length;
  const onLines = run.filter(({ place }) => place === "line").length;
  const paragraphs = new Set(run.map(({ paragraph }) => paragraph));
  const span = elementAt(run, run.length - 1).paragraph - elementAt(run, 0).paragraph + 1;
  const joined = run.map((number) => number.joined).filter((letter) => letter !== "");
  return (
    first?.place === "line" &&
    inPhrases <= MAX_WITHIN_PHRASE * run.length &&
    elementAt(lengths, Math.floor(lengths.length / 2)) >= MIN_WORDS &&
    // Sections and items have paragraphs without a number after them.
    span - paragraphs.size <= run.length / 2 &&
    // A list of sources or of notes has each number on a line of its own.
    (first.form !== "bracket" || onLines * 2 <= run.length) &&
    // “3月”: the letter is a counter.
    (joined.length < 2 || new Set(joined).size > 1)
  );
}

/** Whether most numbers are at the beginnings of lines within paragraphs, as in transcripts. */
function isOfLines(run: readonly CountedNumber[]): boolean {
  const paragraphs = new Set(run.map(({ paragraph }) => paragraph)).size;
  return run.every(({ place }) => place === "line") && paragraphs * 2 <= run.length;
}

import type { FootnoteReference, Paragraph, RootContent } from "mdast";
import { countWords } from "../../../language/tokenizer.ts";
import { createMark } from "../marks/mark.ts";
import { plainText } from "../plain-text.ts";
import { quantile } from "../quantile.ts";
import { insertMarks, type PlacedMark, paragraphsIn } from "./counted-numbers.ts";

/** A number in brackets after words. One in square brackets is that of a note or of a work. */
const CLOSING_NUMBER = /\s*\((?<number>\d{1,3})\)(?=\s|$)/gu;

/** A number in brackets, wherever it is. */
const NUMBER = /\(\d{1,3}\)/g;

/** A number after the words that it closes. */
interface ClosingNumber extends PlacedMark {
  readonly value: number;
  /** How many words are between it and the one before, and whether punctuation is at their end. */
  readonly words: number;
  readonly isAfterPunctuation: boolean;
  readonly isAfterSentence: boolean;
  readonly isAfterQuestion: boolean;
  /** Whether another number is before it in the same line. */
  readonly isWithinLine: boolean;
  readonly endsParagraph: boolean;
}

/** The minimum number of verses that show that numbers close them. */
const MIN_VERSES = 5;

/**
 * The minimum number of verses on lines or in paragraphs of their own. Few such numbers are those of propositions or requirements.
 */
const MIN_SEPARATE_VERSES = 20;

/** The minimum number of verses at the end of a sentence. The requirements that one sentence enumerates have one. */
const MIN_SENTENCES = 2;

/** The maximum share of verses that are questions. In an exam paper, numbers after them are marks. */
const MAX_QUESTIONS = 0.5;

/** The minimum length of the median verse, in words. */
const MIN_WORDS = 3;

/** The minimum share of verses that end with punctuation. Formulas and items do not. */
const MIN_PUNCTUATED = 0.5;

/**
 * Makes marks of the numbers in brackets that close the verses of a text: “By the lamp, (1) and by the sea. (2)”. All count on from 1,
 * perhaps anew in each chapter, and each paragraph that has some ends with one. Those of items are before their words. Returns the
 * marks, which may prove to be those of notes.
 */
export function markClosingNumbers(blocks: readonly RootContent[]): readonly FootnoteReference[] {
  const paragraphs = blocks.flatMap(paragraphsIn);
  const texts = paragraphs.map(plainText);
  const count = texts.reduce((sum, text) => sum + (text.match(NUMBER)?.length ?? 0), 0);
  if (count < MIN_VERSES) return [];
  const numbers = paragraphs.flatMap(closingNumbersIn);
  if (numbers.length !== count || !areOfVerses(numbers)) return [];
  insertMarks(paragraphs, numbers);
  return numbers.map(({ mark }) => mark);
}

function closingNumbersIn({ children }: Paragraph): readonly ClosingNumber[] {
  const numbers: ClosingNumber[] = [];
  const lastNode = children.findLastIndex((node) => plainText(node).trim() !== "");
  /** The words of the line since the last number. */
  let words = "";
  let isWithinLine = false;
  for (const [index, node] of children.entries()) {
    if (node.type === "break") {
      words = "";
      isWithinLine = false;
    }
    if (node.type !== "text") {
      words += plainText(node);
      continue;
    }
    const next = children[index + 1];
    const following = next === undefined ? "" : plainText(next).charAt(0);
    let rest = 0;
    for (const match of node.value.matchAll(CLOSING_NUMBER)) {
      const number = match.groups?.["number"];
      const end = match.index + match[0].length;
      words += node.value.slice(rest, match.index);
      rest = end;
      const after = node.value.slice(end);
      const isClosing = words.trim() !== "" && !/^\S/.test(after || following);
      if (number === undefined || !isClosing) continue;
      numbers.push({
        ...{ node, start: match.index, end, mark: createMark("verse", number) },
        ...{ value: Number(number), words: countWords(words) },
        isAfterPunctuation: /\p{P}\s*$/u.test(words),
        isAfterSentence: /\p{Sentence_Terminal}\P{L}*$/u.test(words),
        isAfterQuestion: /[?？؟]\P{L}*$/u.test(words),
        isWithinLine,
        endsParagraph: index >= lastNode && after.trim() === "",
      });
      words = "";
      isWithinLine = true;
    }
    words += node.value.slice(rest);
  }
  const [last] = numbers.slice(-1);
  return last === undefined || last.endsParagraph ? numbers : [];
}

function areOfVerses(numbers: readonly ClosingNumber[]): boolean {
  const counts = numbers.every(({ value }, index) => {
    const last = numbers[index - 1];
    return value === (last?.value ?? 0) + 1 || (value === 1 && last?.endsParagraph === true);
  });
  const punctuated = numbers.filter(({ isAfterPunctuation }) => isAfterPunctuation).length;
  const sentences = numbers.filter(({ isAfterSentence }) => isAfterSentence).length;
  const questions = numbers.filter(({ isAfterQuestion }) => isAfterQuestion).length;
  const lengths = numbers.map(({ words }) => words);
  return (
    counts &&
    (numbers.length >= MIN_SEPARATE_VERSES || numbers.some(({ isWithinLine }) => isWithinLine)) &&
    punctuated >= MIN_PUNCTUATED * numbers.length &&
    sentences >= MIN_SENTENCES &&
    questions <= MAX_QUESTIONS * numbers.length &&
    quantile(lengths, 0.5) >= MIN_WORDS
  );
}

import type { FootnoteReference, Paragraph, RootContent } from "mdast";
import { countWords } from "../../../language/tokenizer.ts";
import { createMark } from "../marks/mark.ts";
import { plainText } from "../plain-text.ts";
import { quantile } from "../quantile.ts";
import { insertMarks, type PlacedMark, paragraphsIn } from "./counted-numbers.ts";

/** A number in brackets after words. One in square brackets without a space before it is that of a note. */
const CLOSING_NUMBER = /(?:\s*\((?<round>\d{1,3})\)|\s+\[(?<square>\d{1,3})\])(?=\s|$)/gu;

/** A number in brackets, wherever it is. */
const NUMBER = { round: /\(\d{1,3}\)/g, square: /\[\d{1,3}\]/g };

/** A number after the words that it closes. */
interface ClosingNumber extends PlacedMark {
  readonly value: number;
  /** How many words are between it and the one before, and whether punctuation is at their end. */
  readonly words: number;
  readonly isAfterPunctuation: boolean;
  readonly endsParagraph: boolean;
}

/** The minimum number of verses that show that numbers close them. */
const MIN_VERSES = 5;

/** The minimum length of the median verse, in words. */
const MIN_WORDS = 3;

/** The minimum share of verses that end with punctuation. Formulas and items do not. */
const MIN_PUNCTUATED = 0.5;

/**
 * Makes marks of the numbers in brackets that close the verses of a text: “By the lamp, (1) and by the sea. (2)”. All in one kind of
 * brackets count on from 1, perhaps anew in each chapter, and each paragraph that has some ends with one. Those of items are
 * before their words. Returns the marks, which may prove to be those of notes.
 */
export function markClosingNumbers(blocks: readonly RootContent[]): readonly FootnoteReference[] {
  const paragraphs = blocks.flatMap(paragraphsIn);
  const texts = paragraphs.map(plainText);
  return (["round", "square"] as const).flatMap((form) => {
    const count = texts.reduce((sum, text) => sum + (text.match(NUMBER[form])?.length ?? 0), 0);
    if (count < MIN_VERSES) return [];
    const numbers = paragraphs.flatMap((paragraph) => closingNumbersIn(paragraph, form));
    if (numbers.length !== count || !areOfVerses(numbers)) return [];
    insertMarks(paragraphs, numbers);
    return numbers.map(({ mark }) => mark);
  });
}

function closingNumbersIn(
  { children }: Paragraph,
  form: "round" | "square",
): readonly ClosingNumber[] {
  const numbers: ClosingNumber[] = [];
  const lastNode = children.findLastIndex((node) => plainText(node).trim() !== "");
  /** The words of the line since the last number. */
  let words = "";
  for (const [index, node] of children.entries()) {
    if (node.type === "break") words = "";
    if (node.type !== "text") {
      words += plainText(node);
      continue;
    }
    const next = children[index + 1];
    const following = next === undefined ? "" : plainText(next).charAt(0);
    let rest = 0;
    for (const match of node.value.matchAll(CLOSING_NUMBER)) {
      const number = match.groups?.[form];
      const end = match.index + match[0].length;
      words += node.value.slice(rest, match.index);
      rest = end;
      const after = node.value.slice(end);
      const isClosing = words.trim() !== "" && !/^\S/.test(after + following);
      if (number === undefined || !isClosing) continue;
      numbers.push({
        ...{ node, start: match.index, end, mark: createMark("verse", number) },
        ...{ value: Number(number), words: countWords(words) },
        isAfterPunctuation: /\p{P}\s*$/u.test(words),
        endsParagraph: index >= lastNode && after.trim() === "",
      });
      words = "";
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
  const lengths = numbers.map(({ words }) => words);
  return (
    counts && punctuated >= MIN_PUNCTUATED * numbers.length && quantile(lengths, 0.5) >= MIN_WORDS
  );
}

import { findQuotedText, QUOTATION_MARKS } from "../language/quotation-marks.ts";
import { countWords } from "../language/tokenizer.ts";
import { namesAuthor } from "./marks/attributions.ts";
import { LINE_BREAK } from "./occurrence.ts";

/** Fewer words in quotation marks are scare quotes, unless a message quotes nothing else. */
const MIN_WORDS = 3;

/** The address below a quotation in an answer of Ibid's. */
const ADDRESS_IN_SMALL_PRINT = /^-# .*¶/m;

/**
 * Finds the quotations in a message, in order: its block quotes and the text in quotation marks. In an answer of Ibid's,
 * marks are around what was asked for, and only block quotes are quotations. Returns the whole message if it has neither.
 * Each is one line, with `LINE_BREAK` at its line breaks.
 */
export function findQuotations(message: string): readonly string[] {
  const isAnswer = ADDRESS_IN_SMALL_PRINT.test(message);
  const found = splitIntoBlocks(message).flatMap(({ lines, isQuote }) => {
    const texts = isQuote
      ? [withoutAttribution(lines).join("\n")]
      : findQuotedText(lines.join("\n")).map(({ text }) => text);
    return texts.map((text) => ({ text: toOneLine(text), isQuote }));
  });
  const quoted =
    isAnswer && found.some(({ isQuote }) => isQuote)
      ? found.filter(({ isQuote }) => isQuote)
      : found;
  const worded = quoted.filter(({ text }) => countWords(text) > 0);
  // A block quote of signs alone is a quotation if there is no other.
  const all =
    worded.length > 0 ? worded : quoted.filter(({ text, isQuote }) => isQuote && text !== "");
  const long = all.filter(({ text, isQuote }) => isQuote || countWords(text) >= MIN_WORDS);
  const quotations = (long.length > 0 ? long : all).map(({ text }) => text);
  if (quotations.length > 0) return [...new Set(quotations)];
  const whole = toOneLine(message);
  return whole === "" ? [] : [whole];
}

/** Joins quotations into one text in which `findQuotations` finds each of them. */
export function joinQuotations(quotations: readonly string[]): string {
  return quotations
    .map((text) => {
      const unused = QUOTATION_MARKS.find(
        ([open, close]) => ![...open, ...close].some((mark) => text.includes(mark)),
      );
      const [open, close] = unused ?? QUOTATION_MARKS[0];
      return `${open}${text}${close.charAt(0)}`;
    })
    .join(" ");
}

interface Block {
  readonly lines: readonly string[];
  readonly isQuote: boolean;
}

/** Splits a message in Discord's Markdown into its block quotes and the text between them. */
function splitIntoBlocks(message: string): readonly Block[] {
  const blocks: { readonly lines: string[]; readonly isQuote: boolean }[] = [];
  // After `>>>` the rest of the message is one block quote.
  let isRestQuoted = false;
  for (const line of message.split("\n")) {
    const marker: RegExpExecArray | null = isRestQuoted ? null : /^\s*(>>>|>) /.exec(line);
    const isQuote = isRestQuoted || marker !== null;
    isRestQuoted ||= marker?.[1] === ">>>";
    const text = line.slice(marker?.[0].length);
    const last = blocks.at(-1);
    if (last?.isQuote === isQuote) last.lines.push(text);
    else blocks.push({ lines: [text], isQuote });
  }
  return blocks;
}

/** Drops the last line of a block quote if it names the author of the quoted words. Other words are judged. */
function withoutAttribution(lines: readonly string[]): readonly string[] {
  const index = lines.findLastIndex((line) => line.trim() !== "");
  const last = lines[index];
  if (last === undefined || !beginsWithDash(last) || !namesAuthor(last)) return lines;
  const others = lines.slice(0, index);
  // If other lines begin with a dash too, this is a dialogue or a list.
  const isAttribution = others.some((line) => line.trim() !== "") && !others.some(beginsWithDash);
  return isAttribution ? others : lines;
}

function beginsWithDash(line: string): boolean {
  return /^\s*[-–—]/.test(line);
}

function toOneLine(text: string): string {
  return text.trim().replace(/[ \t]*\n[ \t\n]*/g, LINE_BREAK);
}

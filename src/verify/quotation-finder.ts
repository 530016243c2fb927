import { QUOTATION_MARKS } from "../language/quotation-marks.ts";
import { countWords } from "../language/tokenizer.ts";

/** Swedish and Finnish; where others are used too, it closes theirs. */
const CLOSING = "”([^“„”]+)”";

// Between single ones, what stands in a word is an apostrophe.
const SINGLE = String.raw`(?<![\p{L}\p{N}])‘((?:[^‘’]|(?<=\p{L})’(?=\p{L}))+)’(?!\p{L})`;

/** What stands between two marks, which may have a pair of the same kind inside. */
function between(open: string, close: string): string {
  const other = `[^${open}${close}]`;
  const inner = close.includes(open) ? other : `(?:${other}|${open}${other}*[${close}])`;
  return `${open}(${inner}+)[${close}]`;
}

const QUOTED = new RegExp(
  [...QUOTATION_MARKS.map(([open, close]) => between(open, close)), SINGLE, CLOSING].join("|"),
  "gu",
);

/** Fewer words between quotation marks are a word that somebody keeps at a distance. */
const MIN_WORDS = 3;

/**
 * What a message quotes, in its order: its block quotes and what stands in quotation marks, or the
 * whole of it where it has neither.
 */
export function findQuotations(message: string): readonly string[] {
  const blocks = blocksOf(message).flatMap(({ lines, isQuote }) =>
    isQuote
      ? [withoutAttribution(lines).join("\n")]
      : findMarkedText(lines.join("\n")).map(({ text }) => text),
  );
  const quoted = blocks.map(onOneLine).filter((text) => countWords(text) >= MIN_WORDS);
  const whole = onOneLine(message);
  return quoted.length > 0 ? [...new Set(quoted)] : [whole].filter((text) => text !== "");
}

/** What stands between quotation marks in a text, and where the mark that opens it stands. */
export function findMarkedText(
  text: string,
): readonly { readonly text: string; readonly at: number }[] {
  return [...text.matchAll(QUOTED)].map((match) => ({
    text: match.slice(1).join(""),
    at: match.index,
  }));
}

/** Puts quotations into one text, so that `quotationsIn` finds them again. */
export function quoteEach(quotations: readonly string[]): string {
  return quotations
    .map((text) => {
      const [open, close] =
        QUOTATION_MARKS.find(
          ([open, close]) => ![...open, ...close].some((mark) => text.includes(mark)),
        ) ?? QUOTATION_MARKS[0];
      return `${open}${text}${close.charAt(0)}`;
    })
    .join(" ");
}

interface Block {
  readonly lines: readonly string[];
  readonly isQuote: boolean;
}

/** The block quotes of Discord's Markdown, and what stands between them. */
function blocksOf(message: string): readonly Block[] {
  const blocks: Block[] = [];
  let isRest = false;
  for (const line of message.split("\n")) {
    const mark: string | undefined = isRest ? "" : /^\s*(>>>|>) /.exec(line)?.[0];
    isRest ||= mark?.includes(">>>") ?? false;
    const isQuote = mark !== undefined;
    const text = line.slice(mark?.length ?? 0);
    const last = blocks.at(-1);
    if (last?.isQuote === isQuote) {
      blocks[blocks.length - 1] = { lines: [...last.lines, text], isQuote };
    } else blocks.push({ lines: [text], isQuote });
  }
  return blocks;
}

/** Who is quoted, in the last line of a block quote, is no part of the words. */
function withoutAttribution(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== "");
  const others = lines.slice(0, last);
  // Where other lines begin with a dash too, people talk or things are listed.
  const isAttribution =
    beginsWithDash(lines[last] ?? "") &&
    others.some((line) => line.trim() !== "") &&
    !others.some(beginsWithDash);
  return isAttribution ? others : lines;
}

function beginsWithDash(line: string): boolean {
  return /^\s*[-–—]/.test(line);
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

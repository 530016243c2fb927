import { tokensOf } from "../search/tokens.ts";

/** Quotation marks of any language, the opening one and those that may close it. */
const MARKS = [
  ["“", "”"],
  ["„", "“”"],
  ["«", "»"],
  ["»", "«"],
  ["‹", "›"],
  ["「", "」"],
  ["『", "』"],
  ["《", "》"],
  ['"', '"'],
] as const;

const QUOTED = new RegExp(
  MARKS.map(([open, close]) => `${open}([^${open}${close}]+)[${close}]`).join("|"),
  "gu",
);

/** Fewer words between quotation marks are a word that somebody keeps at a distance. */
const FEWEST_WORDS = 3;

/**
 * What a message quotes, in its order: its block quotes and what stands in quotation marks, or the
 * whole of it where it has neither.
 */
export function quotationsIn(message: string): readonly string[] {
  const blocks = blocksOf(message).flatMap(({ text, isQuote }) =>
    isQuote ? [text] : [...text.matchAll(QUOTED)].map((match) => match.slice(1).join("")),
  );
  const quoted = blocks.map(onOneLine).filter((text) => tokensOf(text).length >= FEWEST_WORDS);
  const whole = onOneLine(message);
  return quoted.length > 0 ? [...new Set(quoted)] : [whole].filter((text) => text !== "");
}

/** Puts quotations into one text, so that `quotationsIn` finds them again. */
export function quotedOneByOne(quotations: readonly string[]): string {
  return quotations
    .map((text) => {
      const [open, close] =
        MARKS.find(([open, close]) => ![...open, ...close].some((mark) => text.includes(mark))) ??
        MARKS[0];
      return `${open}${text}${close.charAt(0)}`;
    })
    .join(" ");
}

interface Block {
  readonly text: string;
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
    // Who is quoted is no part of the words.
    if (isQuote && /^\s*[—–]/.test(text)) continue;
    const last = blocks.at(-1);
    if (last?.isQuote === isQuote) {
      blocks[blocks.length - 1] = { text: `${last.text}\n${text}`, isQuote };
    } else blocks.push({ text, isQuote });
  }
  return blocks;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

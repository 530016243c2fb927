import { isRuleLine } from "../shared/plain-text.ts";

/** Consecutive lines of a text that are not empty. */
export interface LineBlock {
  /** The lines with their indentation, but without white space at the end. */
  readonly lines: readonly [string, ...string[]];
  /** The number of empty lines above; infinite for the first block. */
  readonly above: number;
  /** The number of empty lines below; infinite for the last block. */
  readonly below: number;
  /** Whether its lines are known to be those of prose. */
  readonly isProse?: boolean;
}

/** Splits lines into blocks at empty lines. */
export function splitIntoBlocks(lines: readonly string[]): readonly LineBlock[] {
  const blocks: { lines: [string, ...string[]]; above: number; below: number }[] = [];
  let emptyLines = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const trimmed = line.trimEnd();
    const last = blocks.at(-1);
    if (trimmed === "") emptyLines += 1;
    else if (last !== undefined && emptyLines === 0) last.lines.push(trimmed);
    else {
      if (last !== undefined) last.below = emptyLines;
      blocks.push({ lines: [trimmed], above: emptyLines, below: Number.POSITIVE_INFINITY });
    }
    if (trimmed !== "") emptyLines = 0;
  }
  return blocks;
}

/** Whether a block is a rule, as between two scenes. */
export function isRule({ lines: [line, ...others] }: LineBlock): boolean {
  return others.length === 0 && isRuleLine(line);
}

// Two lines with a joint between them, or one of at least four characters.
const BORDER =
  /^\s*[+|┌├└╔╠╚╟]?(?=[-=─═:]{4}|[-=─═:]{2,3}[+|┬┼┴┐┤┘╦╬╩╗╣╝╢]+[-=─═:])[-=─═:]{2,}(?:[+|┬┼┴┐┤┘╦╬╩╗╣╝╢]+[-=─═:]{2,})*[+|┬┼┴┐┤┘╦╬╩╗╣╝╢]*\s*$|^\s*[+┌├└╔╠╚╟][-=─═]{2,}[+┐┤┘╗╣╝╢]\s*$/u;

/** Whether a block is a table that is drawn with signs: its lines are rows between bars, and borders. */
export function isDrawnTable({ lines }: LineBlock): boolean {
  const borders = lines.filter((line) => BORDER.test(line) && /[+|┬┼┴┌├└╔╠╚╟]/u.test(line));
  const rows = lines.filter((line) => /[|│║]/.test(line) && !BORDER.test(line));
  return borders.length > 0 && rows.length > 0 && borders.length + rows.length === lines.length;
}

/** A title that is underlined with `=` or `-`, as in Markdown and in e-mails. */
export interface UnderlinedTitle {
  readonly title: string;
  readonly depth: 1 | 2;
  /** The lines of the block below the title. */
  readonly rest: readonly string[];
}

/** The maximum length of an underlined title, in UTF-16 code units. */
const MAX_TITLE_LENGTH = 80;

/** Parses a block that begins with an underlined title. The title may also have a line above. */
export function parseUnderlinedTitle({ lines }: LineBlock): UnderlinedTitle | undefined {
  const [title, underline, ...rest] = isUnderline(lines[0]) ? lines.slice(1) : lines;
  if (title === undefined || underline === undefined) return undefined;
  if (!isUnderline(underline) || title.length > MAX_TITLE_LENGTH) return undefined;
  return { title: title.trim(), depth: underline.trim().startsWith("=") ? 1 : 2, rest };
}

function isUnderline(line: string): boolean {
  return /^\s*(?:={3,}|-{3,})$/.test(line);
}

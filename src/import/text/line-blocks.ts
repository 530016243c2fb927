/** Lines between empty ones. */
export interface LineBlock {
  /** None of them is empty. They are indented as they were, and end without white space. */
  readonly lines: readonly string[];
  /** How many empty lines there are before it; infinite at the beginning. */
  readonly above: number;
  /** How many there are behind it; infinite at the end. */
  readonly below: number;
}

/** Parts lines at those that are empty. */
export function splitIntoBlocks(lines: readonly string[]): readonly LineBlock[] {
  const blocks: { lines: string[]; above: number; below: number }[] = [];
  let empty = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const kept = line.trimEnd();
    const last = blocks.at(-1);
    if (kept === "") empty += 1;
    else if (last !== undefined && empty === 0) last.lines.push(kept);
    else {
      if (last !== undefined) last.below = empty;
      blocks.push({ lines: [kept], above: empty, below: Number.POSITIVE_INFINITY });
    }
    if (kept !== "") empty = 0;
  }
  return blocks;
}

const RULE = /^\s*([*·•=~_—–-])(?:\s*\1){2,}$/u;

/** Whether there is nothing in it but a line drawn of one sign, as between two scenes. */
export function isRule({ lines: [line = "", ...others] }: LineBlock): boolean {
  return others.length === 0 && RULE.test(line);
}

/** A title with a line of `=` or `-` under it, and perhaps above, as in Markdown and in e-mails. */
export interface Underlined {
  readonly title: string;
  readonly depth: 1 | 2;
  readonly rest: readonly string[];
}

export function parseUnderlined({ lines }: LineBlock): Underlined | undefined {
  const [title = "", line = "", ...rest] = isUnderline(lines[0]) ? lines.slice(1) : lines;
  if (!isUnderline(line) || title.length > 80) return undefined;
  return { title: title.trim(), depth: line.trim().startsWith("=") ? 1 : 2, rest };
}

function isUnderline(line = ""): boolean {
  return /^\s*(?:={3,}|-{3,})$/.test(line);
}

import {
  type Break,
  breaksAt,
  canEndSentence,
  goesOn,
  isInSentence,
  MAX_NEIGHBOURS,
  SENTENCE_END,
} from "./interruptions.ts";
import {
  headsIn,
  isInCapitals,
  isMisreadNumber,
  isSameButOne,
  MAX_HEAD_LENGTH,
  toHead,
} from "./numbered-lines.ts";
import {
  type Furniture,
  isCatchword,
  MIN_CATCHWORD_INDENTATION,
  type PrintedLine,
  textAt,
} from "./printed-lines.ts";

/** Adds what is next to furniture, or to the beginning of a page, and not of the text. */
export function addNeighbours(
  printed: readonly PrintedLine[],
  heads: ReadonlySet<string>,
  found: Map<number, Furniture>,
): void {
  const known = new Set(heads);
  for (let round = 0; round < MAX_NEIGHBOURS; round++) {
    const pageStarts = printed.flatMap(({ beginsPage }, at) =>
      beginsPage && !found.has(at) && !found.has(at - 1) ? [{ start: at, end: at }] : [],
    );
    const breaks = [...breaksAt(found.keys()), ...pageStarts];
    const added = breaks.flatMap(({ start, end }): readonly (readonly [number, Furniture])[] => {
      const before = kindAtFoot(printed, found, { start, end });
      if (before !== undefined && start > 1) return [[start - 1, before]];
      const isHead = (at: number, around: Break) => {
        const text = textAt(printed, at);
        if (!isInCapitals(text) || text.length > MAX_HEAD_LENGTH) return false;
        // Another line in capitals that ends or begins a page is a title of the text, or the name below a letter.
        return headsIn(text).some((head) => known.has(head)) || isInSentence(printed, around);
      };
      if (isHead(end, { start, end: end + 1 })) return [[end, "head"]];
      return isHead(start - 1, { start: start - 1, end }) ? [[start - 1, "head"]] : [];
    });
    if (added.length === 0) return;
    for (const [at, kind] of added) {
      found.set(at, kind);
      if (kind === "head") known.add(toHead(textAt(printed, at)));
    }
  }
}

/** Returns what the last line above a break is, if it is not of the text. */
function kindAtFoot(
  printed: readonly PrintedLine[],
  found: ReadonlyMap<number, Furniture>,
  { start, end }: Break,
): Furniture | undefined {
  const text = textAt(printed, start - 1);
  const next = textAt(printed, end);
  const goesOnOver = goesOn(textAt(printed, start - 2), next);
  const endsSentence = SENTENCE_END.test(text);
  const isNextWord =
    isCatchword(text) &&
    next.startsWith(text.replace(/-$/, "")) &&
    (text.endsWith("-") || !/^\p{L}/u.test(next.slice(text.length))) &&
    next.length > text.length;
  if (isMisreadCatchword(printed[start - 1], next) && goesOnOver) return "signature";
  if (isNextWord && (goesOnOver || !endsSentence)) return "signature";
  const canBeText = endsSentence || canEndSentence(printed, found, start - 1);
  if (canBeText && !goesOnOver) return undefined;
  if (endsSentence && printed[start - 1]?.isSetOffAbove === false) return undefined;
  // A letter can be an initial or a word, and a numeral that of a chapter.
  const isAmbiguous = /^(?:\p{Lu}|[IVX]+)$/u.test(text);
  if (isSignature(text) && !/^[IAO]$/.test(text) && (goesOnOver || !isAmbiguous)) {
    return "signature";
  }
  return isMisreadNumber(text) && /\d/.test(text) ? "number" : undefined;
}

/** The signature of a sheet, as at the foot of its first page: “B 2”, “Aa”, “VOL. I. D”. Its letters are the same. */
const SIGNATURE =
  /^(?:[Vv][Oo][Ll]\.? ?[IVXLCivxlc\d]+\.? ?)?\d?(?<letters>[A-Z][A-Za-z]{0,3})\.? ?[\div]{0,3}[*†]?$/;

function isSignature(text: string): boolean {
  const letters = SIGNATURE.exec(text)?.groups?.["letters"];
  return letters !== undefined && new Set(letters.toLowerCase()).size === 1;
}

/** Whether a line at the right is the first word of the next page but for a letter. */
function isMisreadCatchword(line: PrintedLine | undefined, next: string): boolean {
  const word = /^\S+/.exec(next)?.[0] ?? "";
  return (
    line !== undefined &&
    line.indentation >= MIN_CATCHWORD_INDENTATION &&
    line.isSetOffAbove &&
    isCatchword(line.text) &&
    isSameButOne(toHead(line.text), toHead(word)) &&
    word.length > 2
  );
}

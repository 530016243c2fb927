import { append } from "../../../foundation/long-arrays.ts";
import {
  breaksAt,
  canEndSentence,
  isInProse,
  isInterrupted,
  SENTENCE_END,
} from "./interruptions.ts";
import {
  isMisreadNumber,
  isNearCopy,
  isNumberAlone,
  isSameButOne,
  misreadNumbersIn,
  type NumberedLine,
  numbersIn,
  numbersInApart,
  toHead,
} from "./numbered-lines.ts";
import { countBy, type Furniture, MIN_PAGES, type PrintedLine, textAt } from "./printed-lines.ts";

/** How many chains of numbers are looked for, and how many lines back the one before can be. */
const MAX_CHAINS = 12;
const MAX_LOOK_BACK = 60;

/** Finds chains of lines whose numbers grow from page to page, and that interrupt sentences. */
export function findNumberChains(
  printed: readonly PrintedLine[],
): readonly (readonly NumberedLine[])[] {
  const all = printed.flatMap(({ text }, at) => numbersIn(text, at));
  const uses = countBy(all.map(({ head }) => head));
  const likely = all.filter(
    ({ head, isTitle, isInCapitals }) =>
      head === "" || isInCapitals || (isTitle && (uses.get(head) ?? 0) >= MIN_PAGES),
  );
  const known = new Set(likely.map(({ at }) => at));
  const apart = findRepeatedApart(printed).filter(({ at }) => !known.has(at));
  let candidates = [...likely, ...apart].toSorted((one, other) => one.at - other.at);
  const chains: (readonly NumberedLine[])[] = [];
  for (let count = 0; count < MAX_CHAINS; count++) {
    const chain = longestChain(candidates);
    if (new Set(chain.map(({ number }) => number)).size < MIN_PAGES) break;
    // Beside any words, numbers are those of pages only if sentences go on over them.
    const isInner = apart.some((line) => chain.includes(line)) ? isInProse : isInterrupted;
    if (
      !countsSections(chain, printed) &&
      interrupts(printed, chain, isInner) >= MIN_INTERRUPTIONS
    ) {
      chains.push(chain);
    }
    const used = new Set(chain.map(({ at }) => at));
    candidates = candidates.filter(({ at }) => !used.has(at));
  }
  return chains;
}

/** How many heads are compared with the next one. */
const MAX_RECENT_HEADS = 24;

/** A word of a running head. Signs and single letters before a number are those of a formula. */
const HEAD_WORD = /[\p{L}\p{M}]{4}|\p{Lo}{2}/u;

/** Returns the numbers of lines between empty ones, or at the top of a page, beside words that return, if misread. */
function findRepeatedApart(printed: readonly PrintedLine[]): readonly NumberedLine[] {
  const recent: { readonly head: string; readonly lines: NumberedLine[] }[] = [];
  const repeated: NumberedLine[] = [];
  for (const [at, { text, isSetOffAbove, isSetOffBelow, beginsPage }] of printed.entries()) {
    if (!isSetOffBelow || !(isSetOffAbove || beginsPage) || !HEAD_WORD.test(text)) continue;
    for (const line of numbersInApart(text, at)) {
      const same = recent.find(({ head }) => isNearCopy(line.head, head));
      if (same === undefined) {
        recent.push({ head: line.head, lines: [line] });
        if (recent.length > MAX_RECENT_HEADS) recent.shift();
      } else {
        append(repeated, [...same.lines.splice(0), line]);
      }
    }
  }
  return repeated;
}

/** A line at the end of a chain. */
interface Link {
  readonly line: NumberedLine;
  readonly length: number;
  /** How many pages the chain skips. */
  readonly skipped: number;
  /** The place of the link before; -1 without one. */
  readonly before: number;
}

function isBetterLink(one: Link, other: Link): boolean {
  return one.length > other.length || (one.length === other.length && one.skipped < other.skipped);
}

/**
 * Returns the longest chain of lines, each of which can be on a page after that of the one before; of several, the one
 * that skips the fewest pages.
 */
function longestChain(candidates: readonly NumberedLine[]): readonly NumberedLine[] {
  const links: Link[] = [];
  let best: Link | undefined;
  for (const [index, line] of candidates.entries()) {
    let link: Link = { line, length: 1, skipped: 0, before: -1 };
    for (let other = index - 1; other >= Math.max(0, index - MAX_LOOK_BACK); other--) {
      const before = links[other];
      if (before === undefined || !canFollow(before.line, line)) continue;
      const step = Math.abs(line.number) - Math.abs(before.line.number);
      const skipped = before.skipped + Math.max(0, step - 1);
      const longer = { line, length: before.length + 1, skipped, before: other };
      if (isBetterLink(longer, link)) link = longer;
    }
    links.push(link);
    if (best === undefined || isBetterLink(link, best)) best = link;
  }
  const chain: NumberedLine[] = [];
  for (let link = best; link !== undefined; link = links[link.before]) chain.push(link.line);
  return chain.toReversed();
}

/** How far apart the numbers of two pages of a chain can be, since some pages have no number. */
const MAX_PAGE_STEP = 12;

/** The minimum number of lines of text on a page. The numbers of a list are closer to each other. */
const MIN_PAGE_LINES = 2;

function canFollow(before: NumberedLine, after: NumberedLine): boolean {
  if (before.number < 0 !== after.number < 0 || before.pageCount !== after.pageCount) return false;
  const isSame = before.head === after.head || before.head === "" || after.head === "";
  if (!isSame && !(before.isTitle && after.isTitle)) return false;
  const step = Math.abs(after.number) - Math.abs(before.number);
  const textLines = after.at - before.at - 1;
  // The number at the foot of a page can be that of the head above it, or of the head of the next page.
  if (textLines === 0) {
    return (step === 0 || step === 1) && (before.head === "") !== (after.head === "");
  }
  return step > 0 && step <= MAX_PAGE_STEP && textLines >= MIN_PAGE_LINES * step;
}

/** The minimum share of running heads within a sentence. Numbered headings never are. */
const MIN_INTERRUPTIONS = 0.3;

/** Returns the share of breaks that are inner ones: within a sentence, or where a page begins. */
function interrupts(
  printed: readonly PrintedLine[],
  chain: readonly NumberedLine[],
  isInner: typeof isInterrupted,
): number {
  const breaks = breaksAt(chain.map(({ at }) => at)).filter(
    ({ start, end }) => start > 0 && end < printed.length,
  );
  if (breaks.length === 0) return 0;
  return breaks.filter((one) => isInner(printed, one)).length / breaks.length;
}

/** Whether numbers alone count stanzas or other parts: the first is 1, and no sentence goes on after it. */
function countsSections(
  [first]: readonly NumberedLine[],
  printed: readonly PrintedLine[],
): boolean {
  return (
    first !== undefined &&
    first.head === "" &&
    !first.isNamed &&
    first.pageCount === undefined &&
    Math.abs(first.number) === 1 &&
    !isInterrupted(printed, { start: first.at, end: first.at + 1 })
  );
}

/** Adds numbers that are between those of other pages, in order or misread: alone, or beside a head in capitals. */
export function addNumbersBetween(
  printed: readonly PrintedLine[],
  found: Map<number, Furniture>,
): void {
  const places = [...found.keys()].toSorted((a, b) => a - b);
  const pages = places.flatMap((at) => {
    const number = numbersIn(textAt(printed, at), at)[0]?.number;
    return number === undefined ? [] : [{ at, number: Math.abs(number) }];
  });
  const first = pages[0];
  if (first === undefined) return;
  let next = 0;
  for (const [at, { text, isSetOff, isSetOffAbove }] of printed.entries()) {
    while ((pages[next]?.at ?? Number.POSITIVE_INFINITY) < at) next += 1;
    if (found.has(at)) continue;
    const [before, after] = [pages[next - 1], pages[next]];
    const number = isNumberAlone(text) ? numbersIn(text, at)[0]?.number : undefined;
    const from = before?.number ?? (after?.number ?? 0) - MAX_PAGE_STEP;
    const until = after?.number ?? (before?.number ?? 0) + MAX_PAGE_STEP;
    const isInOrder = number !== undefined && number >= from && number <= until && number > 0;
    const isMisread =
      before !== undefined &&
      after !== undefined &&
      (number !== undefined || isMisreadNumber(text)) &&
      (isSetOffAbove || isMisreading(text, from, until)) &&
      isInterrupted(printed, { start: at, end: at + 1 });
    const isOfText = SENTENCE_END.test(text) && canEndSentence(printed, found, at);
    const misread = misreadNumbersIn(text, at);
    const isOnlyMisread = misread.some(
      (one) => one.head === "" && one.number > from && one.number < until && isSetOff,
    );
    if ((isInOrder || isMisread || isOnlyMisread) && !isOfText) found.set(at, "number");
    const isHead = [...numbersIn(text, at), ...misread].some(
      (one) => one.isInCapitals && isMisreading(String(one.number), from + 1, until - 1),
    );
    // A heading such as “CHAPTER 12” is not within a sentence.
    if (isHead && isInterrupted(printed, { start: at, end: at + 1 })) found.set(at, "head");
  }
}

/** Whether digits are those of one of some pages, but for one. A year in narrow lines is not. */
function isMisreading(text: string, from: number, until: number): boolean {
  const digits = toHead(text);
  const pages = Array.from({ length: Math.max(0, until - from + 1) }, (_, page) => from + page);
  return /\d/.test(text) && pages.some((page) => isSameButOne(digits, String(page)));
}

/** The number of a page between dashes. */
const DASHED_NUMBER = /^[-–—]\s*(\d{1,4})\s*[-–—]$/;

/** Returns the places of numbers between dashes, between empty lines. If they count from 1, they can be those of chapters. */
export function findDashedNumbers(printed: readonly PrintedLine[]): readonly number[] {
  const numbers = printed.flatMap(({ text, isSetOffAbove, isSetOffBelow, beginsPage }, at) => {
    const number = DASHED_NUMBER.exec(text)?.[1];
    const isSetOff = isSetOffBelow && (isSetOffAbove || beginsPage);
    return number !== undefined && isSetOff ? [{ at, number: Number(number) }] : [];
  });
  const arePages = numbers.every(({ number }, index) => number > (numbers[index - 1]?.number ?? 1));
  return arePages ? numbers.map(({ at }) => at) : [];
}

import { distance } from "fastest-levenshtein";
import { firstIndex } from "../../foundation/binary-search.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import { append, smallest } from "../../foundation/long-arrays.ts";
import { DIVIDED } from "../shared/hyphenation.ts";
import { quantile } from "../shared/quantile.ts";
import { DIGITIZER_LINE, findDigitizerLines, findDigitizerNotice } from "./digitizers.ts";
import {
  headsIn,
  isInCapitals,
  isMisreadNumber,
  isNumberAlone,
  isTitle,
  MAX_HEAD_LENGTH,
  misreadNumbersIn,
  type NumberedLine,
  numbersIn,
  toHead,
} from "./numbered-lines.ts";

/** The character that begins a page. */
const FORM_FEED = "\f";

/** The lines of a text without those of its printed pages. */
export interface ClearedLines {
  readonly lines: readonly string[];
  /** The running heads, each as it first appears, with their numbers of pages. */
  readonly runningHeads: ReadonlyMap<string, number>;
  /** How many lines were only the number of a page. */
  readonly pageNumbers: number;
  /** How many lines were the signature of a sheet, or the first word of the next page. */
  readonly signatures: number;
  /** How many lines those who scanned the print wrote. */
  readonly digitizerLines: number;
}

/** The kinds of lines that are not of the text. */
type Furniture = "head" | "number" | "signature" | "digitizer";

/** A line of the text that is not empty. */
interface PrintedLine {
  /** Its place among all lines. */
  readonly index: number;
  readonly text: string;
  readonly indentation: number;
  /** Whether it is the first line of a page. */
  readonly beginsPage: boolean;
  /** Whether it can be a line of furniture, by itself or because it repeats, so that text is beyond it. */
  readonly mayBeFurniture: boolean;
  /** Whether an empty line is above it or below it. */
  readonly isSetOff: boolean;
  readonly isSetOffAbove: boolean;
  readonly isSetOffBelow: boolean;
}

/** The minimum number of pages on which a running head appears. */
const MIN_PAGES = 3;

/** How far apart the numbers of two such pages can be, since some pages have no number. */
const MAX_PAGE_STEP = 12;

/** The minimum number of lines of text on a page. The numbers of a list are closer to each other. */
const MIN_PAGE_LINES = 2;

/**
 * Removes the running heads and the numbers of pages from a text that a program recognised in pictures:
 * numbers that grow from page to page, alone or beside a head, and heads that repeat within sentences. Misread
 * numbers, the signatures of sheets and the first word of the next page go with them. A paragraph that goes on after
 * them is joined, and the notes between its halves follow it.
 */
export function removePageFurniture(lines: readonly string[]): ClearedLines {
  const printed = toPrintedLines(lines);
  const found = new Map<number, Furniture>();
  const texts = printed.map(({ text }) => text);
  for (const at of findDigitizerNotice(texts)) found.set(at, "digitizer");
  for (const at of findDigitizerLines(texts)) {
    const isOfText = /^\p{Ll}/u.test(textAt(printed, at)) && canEndSentence(printed, found, at);
    if (!isOfText) found.set(at, "digitizer");
  }
  const heads = new Set<string>();
  for (const chain of findNumberChains(printed)) {
    for (const { at, head } of chain) {
      found.set(at, head === "" ? "number" : "head");
      if (head !== "") heads.add(head);
    }
  }
  for (const { head, places } of findRepeatedHeads(printed, found)) {
    heads.add(head);
    for (const at of places) found.set(at, "head");
  }
  for (const at of findChapterHeads(printed, found)) {
    heads.add(toHead(textAt(printed, at)));
    found.set(at, "head");
  }
  addMisreadHeads(printed, heads, found);
  addNumbersBetween(printed, found);
  addRepeatedEdges(printed, found);
  addNeighbours(printed, heads, found);

  const runningHeads = new Map<string, { readonly text: string; count: number }>();
  for (const [at, kind] of [...found].toSorted(([one], [other]) => one - other)) {
    if (kind !== "head") continue;
    const text = textAt(printed, at);
    const head = knownHead(text, [...runningHeads.keys()]) ?? headsIn(text)[0] ?? text;
    const known = runningHeads.get(head);
    if (known === undefined) runningHeads.set(head, { text, count: 1 });
    else known.count += 1;
  }
  const count = (kind: Furniture) => [...found.values()].filter((one) => one === kind).length;
  return {
    lines: joinPages(lines, printed, found),
    runningHeads: new Map([...runningHeads.values()].map((one) => [one.text, one.count])),
    pageNumbers: count("number"),
    signatures: count("signature"),
    digitizerLines: count("digitizer"),
  };
}

function toPrintedLines(lines: readonly string[]): readonly PrintedLine[] {
  const uses = countBy(lines.filter((line) => isTitle(line.trim())).map(toHead));
  const isEmpty = (index: number) => (lines[index] ?? "").trim() === "";
  let beginsPage = false;
  return lines.flatMap((line, index) => {
    beginsPage ||= line.includes(FORM_FEED);
    const text = line.trim();
    if (text === "") return [];
    const printed = {
      ...{ index, text, beginsPage },
      indentation: line.search(/\S/),
      mayBeFurniture:
        isNumberAlone(text) ||
        PAGE_MARK.test(text) ||
        DIGITIZER_LINE.test(text) ||
        isInCapitals(text) ||
        (isCatchword(text) && line.search(/\S/) >= MIN_CATCHWORD_INDENTATION) ||
        (isTitle(text) && (uses.get(toHead(text)) ?? 0) >= MIN_PAGES),
      isSetOff: (index > 0 && isEmpty(index - 1)) || isEmpty(index + 1),
      ...{ isSetOffAbove: isEmpty(index - 1), isSetOffBelow: isEmpty(index + 1) },
    };
    beginsPage = false;
    return [printed];
  });
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function textAt(printed: readonly PrintedLine[], at: number): string {
  return printed[at]?.text ?? "";
}

/** How many chains of numbers are looked for, and how many lines back the one before can be. */
const MAX_CHAINS = 12;
const MAX_LOOK_BACK = 60;

/** Finds chains of lines whose numbers grow from page to page, and that interrupt sentences. */
function findNumberChains(printed: readonly PrintedLine[]): readonly (readonly NumberedLine[])[] {
  const all = printed.flatMap(({ text }, at) => numbersIn(text, at));
  const uses = countBy(all.map(({ head }) => head));
  let candidates = all.filter(
    ({ head, isTitle, isInCapitals }) =>
      head === "" || isInCapitals || (isTitle && (uses.get(head) ?? 0) >= MIN_PAGES),
  );
  const chains: (readonly NumberedLine[])[] = [];
  for (let count = 0; count < MAX_CHAINS; count++) {
    const chain = longestChain(candidates);
    if (new Set(chain.map(({ number }) => number)).size < MIN_PAGES) break;
    if (!countsSections(chain, printed) && interrupts(printed, chain) >= MIN_INTERRUPTIONS) {
      chains.push(chain);
    }
    const used = new Set(chain.map(({ at }) => at));
    candidates = candidates.filter(({ at }) => !used.has(at));
  }
  return chains;
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

/** The same for heads without a number, and the minimum number of lines between two of them, unlike in a refrain. */
const MIN_REPEATED_INTERRUPTIONS = 0.5;
const MIN_REPEATED_LINES = 5;

/** Returns the share of breaks that are within a sentence, or where a page begins. */
function interrupts(printed: readonly PrintedLine[], chain: readonly NumberedLine[]): number {
  const breaks = breaksAt(chain.map(({ at }) => at)).filter(
    ({ start, end }) => start > 0 && end < printed.length,
  );
  if (breaks.length === 0) return 0;
  return breaks.filter((one) => isInterrupted(printed, one)).length / breaks.length;
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

/** Lines next to each other: `start` is the place of the first, `end` that after the last. */
interface Break {
  readonly start: number;
  readonly end: number;
}

function breaksAt(places: Iterable<number>): readonly Break[] {
  const breaks: { start: number; end: number }[] = [];
  for (const at of [...places].toSorted((a, b) => a - b)) {
    const last = breaks.at(-1);
    if (last?.end === at) last.end = at + 1;
    else breaks.push({ start: at, end: at + 1 });
  }
  return breaks;
}

/** Whether a sentence goes on over lines, or a page begins there. */
function isInterrupted(printed: readonly PrintedLine[], lines: Break): boolean {
  return hasPageBreak(printed, lines)
    ? linesAround(printed, lines).every((line) => line !== "")
    : isInSentence(printed, lines);
}

function isInSentence(printed: readonly PrintedLine[], lines: Break): boolean {
  return interruptedLine(printed, lines) !== undefined;
}

/** Returns the line whose sentence goes on after `lines`, and after the notes above them at the foot of a page. */
function interruptedLine(printed: readonly PrintedLine[], lines: Break): string | undefined {
  const [above, below] = placesAround(printed, lines);
  const [before, after] = [textAt(printed, above), textAt(printed, below)];
  if (before === "" || after === "") return undefined;
  if (goesOn(before, after) || FIRST_LINE.test(after)) return before;
  for (let first = above; first > Math.max(0, above - MAX_NOTE_LINES); first--) {
    const beforeNote = textAt(printed, first - 1);
    if (NOTE_BEGINNING.test(textAt(printed, first)) && goesOn(beforeNote, after)) return beforeNote;
  }
  return undefined;
}

function linesAround(
  printed: readonly PrintedLine[],
  lines: Break,
): readonly [above: string, below: string] {
  const [above, below] = placesAround(printed, lines);
  return [textAt(printed, above), textAt(printed, below)];
}

/** Returns the places of the lines of the text above and below. A head may have its number in another line. */
function placesAround(
  printed: readonly PrintedLine[],
  { start, end }: Break,
): readonly [above: number, below: number] {
  const isBeside = (at: number) => printed[at]?.mayBeFurniture === true;
  let [above, below] = [start - 1, end];
  while (start - above <= MAX_NEIGHBOURS && isBeside(above)) above--;
  while (below - end < MAX_NEIGHBOURS && isBeside(below)) below++;
  return [above, below];
}

/** Whether lines interrupt a sentence of prose, whose lines are longer than those of most verse. */
function isInProse(printed: readonly PrintedLine[], lines: Break): boolean {
  return (interruptedLine(printed, lines)?.length ?? 0) >= MIN_PROSE_LINE;
}

/** Whether a page begins with lines. The last line of a page can be the name below a letter. */
function isAtTop(printed: readonly PrintedLine[], { start, end }: Break): boolean {
  return printed.slice(start, end).some(({ beginsPage }) => beginsPage);
}

/** The minimum length of a line of prose that does not end a paragraph. */
const MIN_PROSE_LINE = 40;

/** Whether a page begins with one of the lines, or with the line after them. */
function hasPageBreak(printed: readonly PrintedLine[], { start, end }: Break): boolean {
  return printed.slice(start, end + 1).some(({ beginsPage }) => beginsPage);
}

/** The number of the first line of a page. */
const FIRST_LINE = /^\s*1\s{2,}(?=\S)/;

/** The sign of a note after a word, and not after the end of a sentence. */
const AFTER_WORD_MARK = /(?<=[\p{L},;])(?:[*†‡§]{1,3}|[¹²³⁰⁴-⁹]{1,3})$/u;

/** Whether a sentence goes on from a line to another. */
function goesOn(line = "", next = ""): boolean {
  return (
    /[^.!?:"”’')\]*†‡§¹²³⁰⁴-⁹]$/.test(line.trimEnd().replace(AFTER_WORD_MARK, "")) &&
    /^\s*["“‘]?\p{Ll}/u.test(next.replace(FIRST_LINE, "")) &&
    !isInCapitals(line)
  );
}

/** Whether a line ends within a sentence, so that a capital after it is that of a name. */
function isUnfinished(line = "", next = ""): boolean {
  return (
    line.length >= MIN_PROSE_LINE &&
    /\p{Ll}-?$/u.test(line.trimEnd()) &&
    /^["“‘]?\p{Lu}\p{Ll}/u.test(next.trimStart())
  );
}

/** Finds lines that repeat from page to page without a number, mostly within sentences. */
function findRepeatedHeads(
  printed: readonly PrintedLine[],
  found: ReadonlyMap<number, Furniture>,
): readonly { readonly head: string; readonly places: readonly number[] }[] {
  const groups = new Map<string, number[]>();
  for (const [at, { text }] of printed.entries()) {
    if (found.has(at) || !isTitle(text)) continue;
    const head = toHead(text);
    if (head.length < 3) continue;
    const group = groups.get(head);
    if (group === undefined) groups.set(head, [at]);
    else group.push(at);
  }
  const mayBeginPage = createPageGauge(printed, found);
  return [...groups].flatMap(([head, all]) => {
    const places = all.filter(mayBeginPage);
    if (places.length < MIN_PAGES || !areFarApart(places)) return [];
    const removed = new Set([...found.keys(), ...places]);
    const own = breaksAt(removed).filter(({ start, end }) =>
      places.some((at) => at >= start && at < end),
    );
    const inner = own.filter((one) => isAtTop(printed, one) || isInProse(printed, one)).length;
    if (inner < MIN_REPEATED_INTERRUPTIONS * own.length) return [];
    // A title above all of the text is that of the work.
    const hasTitle =
      places[0] === 0 && printed[0]?.isSetOff === true && isInCapitals(textAt(printed, 0));
    return [{ head, places: hasTitle ? places.slice(1) : places }];
  });
}

/**
 * Returns the places of lines in capitals that come twice, as the titles of short chapters do at the heads of pages, if
 * there are several within sentences, or other furniture.
 */
function findChapterHeads(
  printed: readonly PrintedLine[],
  found: ReadonlyMap<number, Furniture>,
): readonly number[] {
  const capitals = printed.flatMap(({ text }, at) =>
    !found.has(at) && text.length <= MAX_HEAD_LENGTH && isInCapitals(text) ? [at] : [],
  );
  const uses = countBy(capitals.map((at) => toHead(textAt(printed, at))));
  const mayBeginPage = createPageGauge(printed, found);
  const places = capitals.filter(
    (at) =>
      mayBeginPage(at) &&
      (uses.get(toHead(textAt(printed, at))) ?? 0) > 1 &&
      isInProse(printed, { start: at, end: at + 1 }),
  );
  return areFarApart(places) && (found.size > 0 || places.length >= MIN_PAGES) ? places : [];
}

/** Whether there is the text of a page between places. */
function areFarApart(places: readonly number[]): boolean {
  return places.every(
    (at, index) => at - (places[index - 1] ?? Number.NEGATIVE_INFINITY) > MIN_REPEATED_LINES,
  );
}

/** The minimum length of a page, as a share of that of most others. The numbers of pages say it better. */
const MIN_PAGE_SHARE = 0.8;

/**
 * Creates the predicate whether a page may begin at a line: next to furniture, or where the furniture of a page is
 * missing. None begins between the numbers of two pages that follow each other, nor far from the end of one of usual length.
 */
function createPageGauge(
  printed: readonly PrintedLine[],
  found: ReadonlyMap<number, Furniture>,
): (at: number) => boolean {
  const breaks = breaksAt(found.keys()).map(({ start, end }) => {
    const numbers = printed
      .slice(start, end)
      .flatMap(({ text }, index) => numbersIn(text, start + index).map(({ number }) => number));
    return { start, end, number: numbers.at(-1) };
  });
  const lengths = breaks.slice(1).map(({ start }, index) => start - (breaks[index]?.end ?? 0));
  const usual = lengths.length === 0 ? 0 : quantile(lengths, 1 / 2);
  return (at) => {
    const next = firstIndex(breaks.length, (index) => elementAt(breaks, index).start > at);
    const [before, after] = [breaks[next - 1], breaks[next]];
    const above = at - (before?.end ?? Number.NEGATIVE_INFINITY);
    const below = (after?.start ?? Number.POSITIVE_INFINITY) - at - 1;
    if (above < MAX_NEIGHBOURS || below < MAX_NEIGHBOURS) return true;
    if (before?.number !== undefined && after?.number !== undefined) {
      return Math.abs(after.number - before.number) !== 1;
    }
    return Math.min(above, below) >= MIN_PAGE_SHARE * usual;
  };
}

/** How many of its letters may be misread in a running head. */
const MAX_MISREAD = 0.2;

/**
 * Adds running heads that a program misread, or whose number it did not read: those next to other furniture or within
 * sentences, and others that repeat no more often. The name of a speaker does.
 */
function addMisreadHeads(
  printed: readonly PrintedLine[],
  heads: ReadonlySet<string>,
  found: Map<number, Furniture>,
): void {
  const counts = countBy(
    [...found].flatMap(([at, kind]) =>
      kind === "head" ? headsIn(textAt(printed, at)).filter((one) => heads.has(one)) : [],
    ),
  );
  // The first word of a page of a dictionary is the head of no other.
  const known = [...counts].flatMap(([head, count]) =>
    count > 1 && head.length >= MIN_HEAD_LETTERS ? [head] : [],
  );
  if (known.length === 0) return;
  const first = smallest([...found].flatMap(([at, kind]) => (kind === "head" ? [at] : [])));
  const others = new Map<string, number[]>();
  const mayBeginPage = createPageGauge(printed, found);
  for (const [at, { text, isSetOff }] of printed.entries()) {
    if ((at <= first && isSetOff) || found.has(at) || !isTitle(text)) continue;
    if (!mayBeginPage(at)) continue;
    const head = knownHead(text, known);
    if (head === undefined) continue;
    if (isAtEdge(printed, found, at)) found.set(at, "head");
    else others.set(head, [...(others.get(head) ?? []), at]);
  }
  for (const [head, places] of others) {
    if (places.length > (counts.get(head) ?? 0)) continue;
    for (const at of places) found.set(at, "head");
  }
}

/** The minimum length of a head in which letters may be misread. */
const MIN_HEAD_LETTERS = 5;

/** Returns the one of `known` that a line can be, with a number or without one. */
function knownHead(text: string, known: readonly string[]): string | undefined {
  const own = headsIn(text);
  return known.find((head) => {
    const limit = Math.floor(MAX_MISREAD * head.length);
    return own.some(
      (one) => Math.abs(one.length - head.length) <= limit && distance(one, head) <= limit,
    );
  });
}

/** Whether a line is next to furniture, begins a page, or is within a sentence or a paragraph. */
function isAtEdge(
  printed: readonly PrintedLine[],
  found: ReadonlyMap<number, Furniture>,
  at: number,
): boolean {
  return (
    found.has(at - 1) ||
    found.has(at + 1) ||
    printed[at]?.isSetOff === false ||
    isInterrupted(printed, { start: at, end: at + 1 })
  );
}

/** Adds numbers that are between those of other pages, in order or misread: alone, or beside a head in capitals. */
function addNumbersBetween(printed: readonly PrintedLine[], found: Map<number, Furniture>): void {
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

function isSameButOne(one: string, other: string): boolean {
  return one.length === other.length && distance(one, other) <= 1;
}

/** The signature of a sheet, as at the foot of its first page: “B 2”, “Aa”, “VOL. I. D”. Its letters are the same. */
const SIGNATURE =
  /^(?:[Vv][Oo][Ll]\.? ?[IVXLCivxlc\d]+\.? ?)?\d?(?<letters>[A-Z][A-Za-z]{0,3})\.? ?[\div]{0,3}[*†]?$/;

function isSignature(text: string): boolean {
  const letters = SIGNATURE.exec(text)?.groups?.["letters"];
  return letters !== undefined && new Set(letters.toLowerCase()).size === 1;
}

/** How many lines at the edge of a page are not of the text at most. */
const MAX_NEIGHBOURS = 3;

/** Adds what is next to furniture, or to the beginning of a page, and not of the text. */
function addNeighbours(
  printed: readonly PrintedLine[],
  heads: ReadonlySet<string>,
  found: Map<number, Furniture>,
): void {
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
        return headsIn(text).some((head) => heads.has(head)) || isInSentence(printed, around);
      };
      if (isHead(end, { start, end: end + 1 })) return [[end, "head"]];
      return isHead(start - 1, { start: start - 1, end }) ? [[start - 1, "head"]] : [];
    });
    if (added.length === 0) return;
    for (const [at, kind] of added) found.set(at, kind);
  }
}

/** Adds lines that repeat beside the furniture of most pages, mostly within sentences, however they are set. */
function addRepeatedEdges(printed: readonly PrintedLine[], found: Map<number, Furniture>): void {
  const end = printed.length;
  const breaks = [...breaksAt(found.keys()), { start: end, end }];
  const groups = new Map<string, { readonly at: number; readonly around: Break }[]>();
  for (const { start, end } of breaks) {
    const edges = [
      {
        at: start - 1,
        isApart: printed[start - 1]?.isSetOffAbove === true,
        around: { start: start - 1, end },
      },
      { at: end, isApart: printed[end]?.isSetOffBelow === true, around: { start, end: end + 1 } },
    ];
    for (const edge of edges) {
      const line = printed[edge.at];
      if (line === undefined || !edge.isApart || line.text.length > MAX_HEAD_LENGTH) continue;
      const key = `${edge.at === end} ${toHead(line.text)}`;
      groups.set(key, [...(groups.get(key) ?? []), edge]);
    }
  }
  for (const group of groups.values()) {
    if (group.length < Math.max(MIN_PAGES, breaks.length / 2)) continue;
    const inner = group.filter(({ around }) => isInSentence(printed, around)).length;
    if (inner < MIN_REPEATED_INTERRUPTIONS * group.length) continue;
    for (const { at } of group) found.set(at, "head");
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

const SENTENCE_END = /[.!?]["”’')\]]*$/;

/** Whether a line can be the first word of the next page, or its first syllable. */
function isCatchword(text: string): boolean {
  return /^[\p{L}’'-]{1,16}[.,;:!?]?$/u.test(text);
}

/** The minimum indentation of a catchword that may be misread. */
const MIN_CATCHWORD_INDENTATION = 16;

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

/** Whether a line can end the sentence of the line above it: neither an empty line nor an end is between them. */
function canEndSentence(
  printed: readonly PrintedLine[],
  found: ReadonlyMap<number, Furniture>,
  at: number,
): boolean {
  return (
    at > 0 &&
    printed[at]?.isSetOffAbove === false &&
    !found.has(at - 1) &&
    !SENTENCE_END.test(textAt(printed, at - 1))
  );
}

/** A mark of a page alone in its line, which stays as a mark: “[Pg 12]”, “{12}”. */
const PAGE_MARK = /^\s*(?:\[(?:Pg|Page)\.?\s*[\divxlc]+\]|\{[\divxlc]+\})\s*$/i;

/** The beginning of a note at the foot of a page. */
const NOTE_BEGINNING = /^\s*(?:[*†‡§¶‖]{1,3}|\(?[\da-z]\)|[¹²³⁴⁵⁶⁷⁸⁹])\s*(?=["“‘(]?\p{L})/u;

/**
 * Removes furniture, and the empty lines around it if a sentence goes on after it. A note at the foot of such a page
 * follows the paragraph.
 */
function joinPages(
  lines: readonly string[],
  printed: readonly PrintedLine[],
  found: ReadonlyMap<number, Furniture>,
): readonly string[] {
  const removed = new Set([...found.keys()].map((at) => printed[at]?.index));
  const kept: string[] = [];
  let waiting: string[] = [];
  const flush = () => {
    append(kept, waiting);
    waiting = [];
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const isMark = PAGE_MARK.test(line);
    if (!removed.has(index) && !line.includes(FORM_FEED) && !isMark) {
      if (line.trim() === "" && waiting.length > 0) {
        kept.push("");
        flush();
      }
      kept.push(line);
      continue;
    }
    let next = index;
    let mark = "";
    for (; next < lines.length; next++) {
      const skipped = lines[next] ?? "";
      if (PAGE_MARK.test(skipped)) mark = `${mark} ${skipped.trim()}`.trim();
      else if (!removed.has(next) && skipped.trim() !== "") break;
    }
    const isBlank = (text: string | undefined) => text !== undefined && text.trim() === "";
    const blanks: string[] = [];
    while (isBlank(kept.at(-1))) blanks.push(kept.pop() ?? "");
    const after = (lines[next] ?? "").replaceAll(FORM_FEED, "");
    const noted = goesOn(kept.at(-1), after) ? 0 : countNoteLines(kept, after);
    if (noted > 0) {
      waiting = [...waiting, "", ...kept.splice(kept.length - noted)];
      while (isBlank(kept.at(-1))) kept.pop();
    }
    const isJoined =
      goesOn(kept.at(-1), after) || (removed.has(index) && isUnfinished(kept.at(-1), after));
    const wasApart = blanks.length > 0 || isBlank(lines[next - 1]) || removed.has(next - 1);
    if (!isJoined && kept.length > 0 && wasApart) {
      append(kept, blanks.length > 0 ? blanks : [""]);
      flush();
    }
    if (next < lines.length) kept.push(withMark(mark, after, kept.at(-1)));
    else if (mark !== "") kept.push(mark);
    index = next;
  }
  flush();
  return kept;
}

/** Puts the mark of a page before a line, or after the word that the page divides. */
function withMark(mark: string, line: string, before = ""): string {
  if (mark === "") return line;
  const [word = ""] = DIVIDED.test(before) ? (/^\s*\S+/.exec(line) ?? []) : [];
  return [word, mark, line.slice(word.length).trimStart()].filter((one) => one !== "").join(" ");
}

/** How many lines the notes at the foot of a page have at most. */
const MAX_NOTE_LINES = 40;

/** Returns how many lines at the end are notes, before which a sentence begins that goes on with `next`. */
function countNoteLines(kept: readonly string[], next: string): number {
  for (let count = 1; count <= Math.min(MAX_NOTE_LINES, kept.length - 1); count++) {
    const first = kept.length - count;
    if (!NOTE_BEGINNING.test(kept[first] ?? "")) continue;
    const above = kept.findLastIndex((line, at) => at < first && line.trim() !== "");
    if (goesOn(kept[above], next)) return count;
  }
  return 0;
}

import { firstIndex } from "../../../foundation/binary-search.ts";
import { elementAt } from "../../../foundation/checked-access.ts";
import { smallest } from "../../../foundation/long-arrays.ts";
import { DIVIDED } from "../../shared/hyphenation.ts";
import { quantile } from "../../shared/quantile.ts";
import {
  type Break,
  breaksAt,
  isAtTop,
  isInProse,
  isInSentence,
  isInterrupted,
  MAX_NEIGHBOURS,
} from "./interruptions.ts";
import {
  headsIn,
  isInCapitals,
  isNearCopy,
  isTitle,
  MAX_HEAD_LENGTH,
  numbersIn,
  toHead,
  withoutGaps,
} from "./numbered-lines.ts";
import { countBy, type Furniture, MIN_PAGES, type PrintedLine, textAt } from "./printed-lines.ts";

/** The minimum share of heads without a number that are within a sentence. */
const MIN_REPEATED_INTERRUPTIONS = 0.5;

/** The minimum number of lines between two of them, unlike in a refrain. */
const MIN_REPEATED_LINES = 5;

/** Finds lines that repeat from page to page without a number, mostly within sentences. */
export function findRepeatedHeads(
  printed: readonly PrintedLine[],
  found: ReadonlyMap<number, Furniture>,
): readonly { readonly head: string; readonly places: readonly number[] }[] {
  const groups = new Map<string, number[]>();
  for (const [at, { text }] of printed.entries()) {
    if (found.has(at) || !isTitle(text) || DIVIDED.test(text)) continue;
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
export function findChapterHeads(
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

/** The minimum number and share of pages that begin within sentences. In a law, most end with a sentence or an item. */
const MIN_INNER_PAGES = 3;
const MIN_INNER_SHARE = 0.1;

/** Finds lines, of whatever words or numbers, that are the same at the head or the foot of pages of one length. */
export function findEvenHeads(
  printed: readonly PrintedLine[],
  found: ReadonlyMap<number, Furniture>,
): readonly number[] {
  const groups = new Map<string, number[]>();
  const canBeAtEdge = createEdgeGauge(printed);
  for (const [at, { text }] of printed.entries()) {
    if (found.has(at) || !canBeHead(text) || !canBeAtEdge(at)) continue;
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [at]);
    else group.push(at);
  }
  const even = [...groups.values()].filter(areEvenlySpaced);
  const inner = new Set(
    breaksAt([...found.keys(), ...even.flat()])
      .filter((one) => isInProse(printed, one))
      .flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, index) => start + index),
      ),
  );
  return even
    .filter((places) => {
      const own = places.filter((at) => inner.has(at)).length;
      return own >= Math.max(MIN_INNER_PAGES, MIN_INNER_SHARE * places.length);
    })
    .flat();
}

/** Whether a line may be a head, unlike one within a sentence or at its beginning. */
function canBeHead(text: string): boolean {
  return text.length <= MAX_HEAD_LENGTH && !/^\p{Ll}|[,;:!?\p{Pd}]$/u.test(text);
}

/** The minimum number of pages of one length, in lines, and how far the lengths of most of them differ. */
const MIN_EVEN_PAGES = 6;
const MIN_PAGE_LENGTH = 15;
const MAX_PAGE_DEVIATION = 0.35;
const MIN_EVEN_SHARE = 0.7;

/** Whether places are as far apart as the heads of pages of one length. */
function areEvenlySpaced(places: readonly number[]): boolean {
  const lengths = places.slice(1).map((at, index) => at - elementAt(places, index));
  if (lengths.length < MIN_EVEN_PAGES) return false;
  const usual = quantile(lengths, 1 / 2);
  const even = lengths.filter((one) => Math.abs(one - usual) <= MAX_PAGE_DEVIATION * usual);
  return usual >= MIN_PAGE_LENGTH && even.length >= MIN_EVEN_SHARE * lengths.length;
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
  const canBeAtEdge = createEdgeGauge(printed);
  return (at) => {
    if (!canBeAtEdge(at)) return false;
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

/**
 * Adds running heads that a program misread, or whose number it did not read: those next to other furniture or within
 * sentences, and others that repeat no more often. The name of a speaker does.
 */
export function addMisreadHeads(
  printed: readonly PrintedLine[],
  heads: ReadonlySet<string>,
  found: Map<number, Furniture>,
): void {
  const texts = [...found].flatMap(([at, kind]) => (kind === "head" ? [textAt(printed, at)] : []));
  const counts = countBy(texts.flatMap((text) => headsIn(text).filter((one) => heads.has(one))));
  // The first word of a page of a dictionary is the head of no other.
  const known = [...counts].flatMap(([head, count]) =>
    count > 1 && head.length >= MIN_HEAD_LETTERS ? [head] : [],
  );
  if (known.length === 0) return;
  const inSmallLetters = new Set(texts.filter((text) => !isInCapitals(text)).flatMap(headsIn));
  const first = smallest([...found].flatMap(([at, kind]) => (kind === "head" ? [at] : [])));
  const others = new Map<string, number[]>();
  const mayBeginPage = createPageGauge(printed, found);
  for (const [at, { text, isSetOff }] of printed.entries()) {
    if ((at <= first && isSetOff) || found.has(at) || !isTitle(text)) continue;
    if (!mayBeginPage(at)) continue;
    const head = knownHead(text, known);
    if (head === undefined) continue;
    // The title of a chapter is set apart from the heads of its pages.
    if (!inSmallLetters.has(head) && !isInCapitals(text)) continue;
    if (isAtEdge(printed, found, at)) found.set(at, "head");
    else others.set(head, [...(others.get(head) ?? []), at]);
  }
  for (const [head, places] of others) {
    if (places.length > (counts.get(head) ?? 0)) continue;
    for (const at of places) found.set(at, "head");
  }
}

/** How many times as long as most pages one is at least that may be several, between which the character is missing. */
const MIN_SEVERAL = 1.5;

/** Creates the predicate whether a line can be at the head or the foot of a page: of any place, if no character separates pages. */
function createEdgeGauge(printed: readonly PrintedLine[]): (at: number) => boolean {
  const starts = [...printed.keys()].filter((at) => at === 0 || printed[at]?.beginsPage === true);
  if (starts.length < MIN_PAGES) return () => true;
  const lengths = starts.map((start, index) => (starts[index + 1] ?? printed.length) - start);
  const usual = quantile(lengths, 1 / 2);
  return (at) => {
    const page = firstIndex(starts.length, (index) => elementAt(starts, index) > at) - 1;
    const above = at - elementAt(starts, page);
    const length = elementAt(lengths, page);
    const isNear = above < MAX_NEIGHBOURS || length - above <= MAX_NEIGHBOURS;
    return isNear || length >= MIN_SEVERAL * usual;
  };
}

/** The minimum length of a head in which letters may be misread. */
const MIN_HEAD_LETTERS = 5;

/** Returns the one of `known` that a line can be, with a number or without one. */
export function knownHead(text: string, known: readonly string[]): string | undefined {
  const own = headsIn(text);
  return known.find((head) => own.some((one) => isNearCopy(one, head)));
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

/** Adds lines that repeat beside the furniture of most pages, mostly within sentences, however they are set. */
export function addRepeatedEdges(
  printed: readonly PrintedLine[],
  found: Map<number, Furniture>,
): void {
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
      if (line === undefined || !edge.isApart || withoutGaps(line.text).length > MAX_HEAD_LENGTH)
        continue;
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

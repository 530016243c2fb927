import type { Document } from "../corpus/document.ts";
import { elementAt } from "../foundation/checked-access.ts";
import { tokenize } from "../language/tokenizer.ts";
import type { PassagePositions } from "../search/index/passage-positions.ts";
import type { PositionRange } from "./alignment.ts";
import { type Change, compareWords } from "./changes.ts";
import { splitAtEllipses, stripQuotesAndEllipses } from "./ellipsis.ts";
import type { FragmentRanges } from "./fragments.ts";
import {
  gapBetween,
  hiddenAfterLabel,
  hiddenAtEnds,
  interruptionAt,
  interruptionsBetween,
  isWithinReach,
} from "./gap.ts";
import { quotedLabel } from "./marks/labels.ts";
import {
  hasSameWords,
  languageOf,
  occurrenceAt,
  stretchOf,
  stretchText,
  surroundingsOf,
} from "./occurrence.ts";
import { takeMarks, withoutInsertions } from "./printed-marks.ts";
import type { Reading } from "./readings.ts";
import type { TypographicDifference } from "./typography.ts";
import {
  BETWEEN_FRAGMENTS,
  type Occurrence,
  type Occurrences,
  type Stretch,
  type Verdict,
} from "./verdict.ts";

/** Tests whether the user says that the quotation is from this document. */
export type IsClaimed = (document: Document) => boolean;

/** Judges quotations by the words at given places. */
export interface Judge {
  /** Returns the verdict on words that occur; undefined if they do not. */
  verdictOn(
    occurrences: readonly Occurrence[],
    reading: Reading,
    isClaimed: IsClaimed,
  ): Verdict | undefined;
  /**
   * Compares a quotation with ranges of similar words, word by word, and judges it without the marks that an
   * editor added to it.
   */
  verdictAt(ranges: FragmentRanges, readings: readonly Reading[], isProbable?: boolean): Verdict;
  /**
   * Returns the verdict on parts that follow each other in one document, each in its range; undefined if a range has other
   * words. `lightParts` are those that were not looked for.
   */
  verdictOnParts(
    ranges: readonly PositionRange[],
    parts: readonly string[],
    reading: Reading,
    lightParts?: readonly string[],
  ): Verdict | undefined;
  /** Returns the occurrences of parts in ranges; undefined if a range has other words. */
  occurrencesOf(
    ranges: readonly PositionRange[],
    parts: readonly string[],
  ): Occurrences | undefined;
}

/** How many places are examined for one where an ellipsis at an end hides nothing. */
const MAX_PLACES_WITH_ENDS = 20;

export function createJudge(passagePositions: PassagePositions): Judge {
  function verdictOn(
    occurrences: readonly Occurrence[],
    reading: Reading,
    isClaimed: IsClaimed,
  ): Verdict | undefined {
    const claimRank = ({ stretch: [{ document }] }: Occurrence) => (isClaimed(document) ? 0 : 1);
    const interruptionRank = ({ stretch }: Occurrence) =>
      stretch.some((span, index) => {
        const next = stretch[index + 1];
        return next !== undefined && interruptionsBetween(span, next).length > 0;
      })
        ? 1
        : 0;
    const { marks, differences } = reading;
    const sorted = occurrences
      .map((one) => ({ ...one, differences: [...differences, ...one.differences] }))
      .sort(
        (a, b) =>
          claimRank(a) - claimRank(b) ||
          interruptionRank(a) - interruptionRank(b) ||
          a.differences.length - b.differences.length,
      );
    const [nearest] = sorted;
    if (nearest === undefined) return undefined;
    const isAsNear = (one: Occurrence) => claimRank(one) === claimRank(nearest);
    const first =
      sorted
        .slice(0, MAX_PLACES_WITH_ENDS)
        .find((one) => isAsNear(one) && hiddenAtEnds(one.stretch, reading.cuts).length === 0) ??
      nearest;
    const kind = first.differences.length === 0 ? "exact" : "typography";
    return (
      withoutInterruptions(first, reading) ?? {
        kind,
        occurrences: [first, ...sorted.filter((one) => one !== first)],
        marks,
      }
    );
  }

  function occurrencesOf(
    ranges: readonly PositionRange[],
    parts: readonly string[],
  ): Occurrences | undefined {
    const occurrences: Occurrence[] = [];
    for (const [index, range] of ranges.entries()) {
      const stretch = stretchOf(range, passagePositions);
      const part = elementAt(parts, index);
      const at = { isFirst: index === 0, isLast: index === ranges.length - 1 };
      if (!hasSameWords(stretch, part, at)) return undefined;
      occurrences.push(occurrenceAt(stretch, part));
    }
    const [first, ...others] = occurrences;
    return first && [first, ...others];
  }

  function verdictAt(
    ranges: FragmentRanges,
    readings: readonly Reading[],
    isProbable = false,
  ): Verdict {
    const [first, ...others] = ranges.map((range) => stretchOf(range, passagePositions));
    const firstStretch = first ?? stretchOf(ranges[0], passagePositions);
    const fragments = [firstStretch, ...others] as const;
    const printed = fragments.map((stretch) => stretchText(stretch)).join(BETWEEN_FRAGMENTS);
    const language = languageOf(firstStretch);
    const { preceding } = surroundingsOf(firstStretch);
    const { following } = surroundingsOf(elementAt(fragments, fragments.length - 1));
    const surroundings = { preceding, following };
    // A mark may be printed too.
    const [closest, ...rest] = readings.map((reading) => {
      const all = compareWords(printed, reading.text, language, surroundings);
      const { changes, marks } = takeMarks(all, fragments, reading.isNumbered);
      return { reading, changes, allMarks: [...reading.marks, ...marks] };
    });
    if (closest === undefined) throw new Error("There is no reading to compare.");
    const { reading, changes, allMarks } = rest.reduce(
      (a, b) => (extentOf(b.changes) < extentOf(a.changes) ? b : a),
      closest,
    );
    const uninterrupted =
      others.length === 0 ? withoutInsertions(changes, firstStretch) : undefined;
    if (uninterrupted === undefined && changes.some(({ isSame }) => !isSame)) {
      return { kind: "altered", fragments, changes, isProbable, marks: allMarks };
    }
    const unmarked = { ...reading, text: textOf(changes), marks: allMarks };
    const verdict =
      others.length === 0
        ? verdictOn(
            [occurrenceAt(uninterrupted ?? firstStretch, unmarked.text)],
            unmarked,
            () => true,
          )
        : verdictOnParts(
            ranges,
            splitAtEllipses(unmarked.text).map(stripQuotesAndEllipses),
            unmarked,
          );
    return verdict ?? { kind: "none", isTraceable: true, closest: firstStretch };
  }

  function verdictOnParts(
    ranges: readonly PositionRange[],
    parts: readonly string[],
    { marks, differences, cuts }: Reading,
    lightParts: readonly string[] = [],
  ): Verdict | undefined {
    const fragments = occurrencesOf(ranges, parts);
    if (fragments === undefined) return undefined;
    const gaps = ranges
      .slice(1)
      .map((range, index) => gapBetween(elementAt(ranges, index), range, passagePositions));
    if (!gaps.every(isWithinReach)) return { kind: "stitched", fragments, marks };
    const [first, ...others] = fragments;
    const last = others.at(-1) ?? first;
    return {
      kind: "shortened",
      fragments: [withDifferences(first, differences), ...others],
      gaps: [...gaps, ...hiddenAtEnds([first.stretch[0], ...last.stretch], cuts)],
      lightParts,
      marks,
    };
  }

  return { verdictOn, verdictAt, verdictOnParts, occurrencesOf };
}

/**
 * Returns the verdict on words of contiguous passages between which the document has a heading, the label of a speaker or
 * something else that is not quoted, or at whose ends words are hidden; undefined if there is neither.
 */
function withoutInterruptions(
  { stretch }: Occurrence,
  { text, marks, differences, cuts, quoted }: Reading,
): Verdict | undefined {
  const tokens = tokenize(text);
  const counts = stretch.map((span) => tokenize(stretchText([span])).length);
  const ends = counts.map((_, index) =>
    counts.slice(0, index + 1).reduce((sum, count) => sum + count, 0),
  );
  const quotesHeading = marks.some(({ kind }) => kind === "heading");
  const gaps = stretch.slice(1).map((span, index) => {
    const end = elementAt(ends, index);
    const separator = text.slice(elementAt(tokens, end - 1).end, elementAt(tokens, end).start);
    const gap = interruptionAt(elementAt(stretch, index), span, separator);
    const isQuoted = quotesHeading && gap?.interruptions.every((one) => one === "heading");
    return isQuoted ? undefined : gap;
  });
  const label = quotedLabel(
    marks.map((mark) => mark.text),
    quoted,
    stretch[0],
  );
  const afterLabel = label && hiddenAfterLabel(stretch[0], label);
  // A number before the words says that a sentence begins with them.
  const isOpened = cuts.isOpened || marks.some(({ kind }) => kind === "verse-number");
  const atEnds = hiddenAtEnds(stretch, { ...cuts, isOpened }).filter(
    ({ at }) => afterLabel === undefined || at !== "start",
  );
  if (afterLabel !== undefined) atEnds.unshift(afterLabel);
  if (atEnds.length === 0 && gaps.every((gap) => gap === undefined)) return undefined;
  let from = 0;
  const fragments: Occurrence[] = [];
  let pending: Stretch | undefined;
  for (const [index, span] of stretch.entries()) {
    pending = pending === undefined ? [span] : [...pending, span];
    if (index < gaps.length && gaps[index] === undefined) continue;
    const end = elementAt(ends, index);
    const part = text.slice(
      from === 0 ? 0 : elementAt(tokens, from).start,
      end === tokens.length ? text.length : elementAt(tokens, end - 1).end,
    );
    fragments.push(occurrenceAt(pending, part));
    from = end;
    pending = undefined;
  }
  const [first, ...others] = fragments;
  if (first === undefined) return undefined;
  return {
    kind: "shortened",
    fragments: [{ ...first, differences: [...differences, ...first.differences] }, ...others],
    gaps: [...gaps.filter((gap) => gap !== undefined), ...atEnds],
    lightParts: [],
    marks,
  };
}

/** Adds the differences of a shortened quotation to its first fragment. Its ellipses are none. */
function withDifferences(
  fragment: Occurrence,
  differences: readonly TypographicDifference[],
): Occurrence {
  const others = differences.filter(({ name }) => name !== "ellipses");
  return { ...fragment, differences: [...others, ...fragment.differences] };
}

/** Returns the length of all that differs, in UTF-16 code units. */
function extentOf(changes: readonly Change[]): number {
  return changes
    .filter(({ isSame }) => !isSame)
    .reduce((sum, { printed, quoted }) => sum + printed.length + quoted.length, 0);
}

/** Returns the quoted text that changes contain, without what is printed where it leaves words out. */
function textOf(changes: readonly Change[]): string {
  return changes
    .map(({ quoted, gap }) => (quoted === "" ? "" : quoted + gap))
    .join("")
    .trim();
}

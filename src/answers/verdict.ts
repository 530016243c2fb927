import type { Omission, ReportedVerdict } from "../reply/verification.ts";
import { isOnlyEllipses } from "../verify/ellipsis.ts";
import { stretchText } from "../verify/occurrence.ts";
import type { TypographicDifference } from "../verify/typography.ts";
import {
  BETWEEN_FRAGMENTS,
  type Gap,
  type Occurrence,
  type Span,
  type Stretch,
  type Verdict,
} from "../verify/verdict.ts";

/** Returns what a reply reports of a verdict, without its places. */
export function reportVerdict(verdict: Verdict): ReportedVerdict {
  switch (verdict.kind) {
    case "exact":
    case "typography": {
      const { kind, occurrences, marks } = verdict;
      return {
        kind,
        places: occurrences.length,
        exactPlaces: occurrences.filter(({ differences }) => differences.length === 0).length,
        differences: differencesOf(occurrences.slice(0, 1)),
        marks,
      };
    }
    case "shortened":
      return {
        kind: "shortened",
        omissions: verdict.gaps.map(omissionOf),
        lightParts: verdict.lightParts,
        differences: differencesOf(verdict.fragments),
        marks: verdict.marks,
      };
    case "altered": {
      const { changes, isProbable, marks } = verdict;
      return { kind: "altered", changes, isProbable, marks };
    }
    case "stitched":
      return {
        kind: "stitched",
        differences: differencesOf(verdict.fragments),
        marks: verdict.marks,
      };
    case "unjudged":
      return verdict;
    case "common":
      return { kind: "common", places: verdict.count, documents: verdict.documents.size };
    case "none": {
      const { isTraceable, closest } = verdict;
      return { kind: "none", isTraceable, hasClosest: closest !== undefined };
    }
  }
}

/** Returns the stretches of the corpus on which a verdict is based. */
export function stretchesOf(verdict: Verdict): readonly Stretch[] {
  switch (verdict.kind) {
    case "exact":
    case "typography":
      return verdict.occurrences.map(({ stretch }) => stretch);
    case "shortened":
    case "stitched":
      return verdict.fragments.map(({ stretch }) => stretch);
    case "altered":
      return verdict.fragments;
    case "common":
    case "unjudged":
      return [];
    case "none":
      return verdict.closest === undefined ? [] : [verdict.closest];
  }
}

/** Returns the words of the corpus that an altered quotation changes or leaves out. */
export function changedSpans(verdict: Verdict): readonly Span[] {
  if (verdict.kind !== "altered") return [];
  const differences = verdict.changes.flatMap(({ start, printed, isSame }) =>
    isSame || start === undefined ? [] : [{ start, end: start + printed.length }],
  );
  // Offsets in the changes are those of the fragments' words, joined as the verifier joins them.
  let offset = 0;
  return verdict.fragments.flatMap((stretch, index) => {
    if (index > 0) offset += BETWEEN_FRAGMENTS.length;
    return stretch.flatMap((span, at) => {
      if (at > 0) offset += 1;
      const first = offset;
      offset += span.end - span.start;
      return differences
        .filter(({ start, end }) => start < offset && end > first)
        .map(({ start, end }) => ({
          ...span,
          start: span.start + Math.max(0, start - first),
          end: span.start + Math.min(end, offset) - first,
        }));
    });
  });
}

/** Returns the differences of some occurrences: the first of each kind, and how many there are. */
function differencesOf(occurrences: readonly Occurrence[]): readonly TypographicDifference[] {
  const byName = new Map<string, TypographicDifference>();
  for (const difference of occurrences.flatMap(({ differences }) => differences)) {
    const { name, count } = difference;
    const known = byName.get(name);
    byName.set(name, known ? { ...known, count: known.count + count } : difference);
  }
  return [...byName.values()];
}

/** The maximum number of omitted words to quote: more are only counted. */
const MAX_OMITTED_WORDS = 12;

function omissionOf({ isKnown, words: count, stretch, at, ...gap }: Gap): Omission {
  const { paragraphs, interruptions, hidden } = gap;
  if (!isKnown) return { kind: "unknown", interruptions };
  if (stretch === undefined) return { kind: "nothing", interruptions };
  const text = stretchText(stretch);
  if (isOnlyEllipses(text)) return { kind: "ellipsis", text, interruptions };
  return {
    kind: "words",
    count,
    paragraphs,
    ...(count <= MAX_OMITTED_WORDS && { text }),
    interruptions,
    hidden,
    ...(at && { at }),
  };
}

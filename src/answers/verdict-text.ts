import { formatNumber, plural } from "../foundation/format.ts";
import { type Change, GRAVE_KINDS } from "../verify/changes.ts";
import { findEllipses } from "../verify/ellipsis.ts";
import { stretchText } from "../verify/occurrence.ts";
import type { TypographicDifference } from "../verify/typography.ts";
import type { Gap, Occurrence, Stretch, Verdict } from "../verify/verdict.ts";

/** A verdict in words, and the stretches of the corpus that it is based on. */
export interface VerdictText {
  readonly title: string;
  readonly message: string;
  readonly differences: readonly string[];
  readonly stretches: readonly Stretch[];
}

export function describeVerdict(verdict: Verdict): VerdictText {
  switch (verdict.kind) {
    case "exact":
    case "typography":
      return describeOccurrences(verdict);
    case "shortened":
      return {
        title: "Shortened",
        message: "These parts stand in one document, in this order.",
        differences: [...verdict.gaps.map(describeGap), ...describeTypography(verdict.fragments)],
        stretches: verdict.fragments.map(({ stretch }) => stretch),
      };
    case "altered":
      return {
        title: "Altered",
        message:
          "No passage has these words as they are quoted. What is most like them is shown below.",
        differences: describeChanges(verdict.changes),
        stretches: verdict.fragments,
      };
    case "stitched":
      return {
        title: "Stitched together",
        message: "These parts stand in this corpus, but not together.",
        differences: describeTypography(verdict.fragments),
        stretches: verdict.fragments.map(({ stretch }) => stretch),
      };
    case "common":
      return {
        title: "A common phrase",
        message: `These words stand in this corpus ${formatTimes(verdict.count)}${verdict.documents > 1 ? `, in ${formatNumber(verdict.documents)} documents` : ""}. They are too few or too common to tell where somebody has them from.`,
        differences: [],
        stretches: [],
      };
    case "none":
      return {
        title: "Not in this corpus",
        message:
          verdict.closest !== undefined
            ? "No passage has these words. The closest passage, shown below, has others."
            : verdict.isTraceable
              ? "No passage has these words, or words much like them."
              : "No passage has these words as they stand. They are too few or too common to look for others like them.",
        differences: [],
        stretches: verdict.closest === undefined ? [] : [verdict.closest],
      };
  }
}

function describeOccurrences({
  kind,
  occurrences,
}: Extract<Verdict, { kind: "exact" | "typography" }>): VerdictText {
  const count = occurrences.length;
  const title = kind === "exact" ? "Exact" : "Exact but for typography";
  const text = {
    differences: describeTypography(occurrences.slice(0, 1)),
    stretches: occurrences.map(({ stretch }) => stretch),
  };
  if (count === 1) {
    const how = kind === "exact" ? ", character for character" : ", but are written differently";
    return { title, message: `These words stand in this corpus${how}.`, ...text };
  }
  const exact = occurrences.filter(({ differences }) => differences.length === 0).length;
  const which = exact > 0 ? `in ${formatNumber(exact)} of them ` : "in none of them ";
  return {
    title: `In ${formatNumber(count)} places: ${title.toLowerCase()}`,
    message: `These words stand in ${formatNumber(count)} places, ${exact === count ? "" : which}character for character.`,
    ...text,
  };
}

/** Describes each kind of difference once, by its first instance. */
function describeTypography(occurrences: readonly Occurrence[]): readonly string[] {
  const byName = new Map<string, TypographicDifference>();
  for (const difference of occurrences.flatMap(({ differences }) => differences)) {
    if (!byName.has(difference.name)) byName.set(difference.name, difference);
  }
  return [...byName.values()].map(({ name, quoted, printed }) => {
    const what = name.charAt(0).toUpperCase() + name.slice(1);
    return `${what}: quoted is ${describeCharacters(quoted)}, printed is ${describeCharacters(printed)}.`;
  });
}

/** Quotes visible text, and names white space and the absence of text. */
function describeCharacters(text: string): string {
  if (text === "") return "nothing";
  if (text.trim() !== "") {
    const isPartlyInvisible = /\p{Default_Ignorable_Code_Point}/u.test(text);
    return `“${text.trim()}”${isPartlyInvisible ? " with an invisible character" : ""}`;
  }
  if (text === " ") return "a space";
  return text.includes("\n") ? "a line break" : "another kind of space";
}

/** The maximum number of omitted words to quote: more are only counted. */
const MAX_OMITTED_WORDS = 12;

function describeGap(gap: Gap | undefined, index: number): string {
  const between = `Between parts ${index + 1} and ${index + 2}`;
  if (gap === undefined) return `${between}: what stands there is not in this corpus.`;
  const { words, stretch } = gap;
  if (stretch === undefined) return `${between}: nothing is left out.`;
  const text = stretchText(stretch);
  if (isOnlyEllipses(text)) return `${between}: the print has an ellipsis too, “${text}”.`;
  const omitted = words > MAX_OMITTED_WORDS ? plural(words, "word") : `“${text}”`;
  return `${between}: ${omitted} left out.`;
}

/** The maximum number of changes to describe: the rest are only counted. */
const MAX_CHANGES = 6;

/** Describes the changes one by one, the gravest first. */
function describeChanges(changes: readonly Change[]): readonly string[] {
  const rank = ({ grave }: Change) =>
    grave === undefined ? GRAVE_KINDS.length : GRAVE_KINDS.indexOf(grave);
  const sentences = changes
    .filter(({ isSame }) => !isSame)
    .sort((a, b) => rank(a) - rank(b))
    .map(describeChange);
  const rest = sentences.length - MAX_CHANGES;
  return rest > 0
    ? [...sentences.slice(0, MAX_CHANGES), `${plural(rest, "other difference")}, shown below.`]
    : sentences;
}

function describeChange({ printed, quoted, grave }: Change): string {
  const kind = grave === undefined ? "" : `${CHANGE_NAMES[grave]}: `;
  if (quoted === "" && isOnlyEllipses(printed)) {
    return `The ellipsis “${printed}”, by which the print says that words are left out, is missing.`;
  }
  if (quoted === "") return `${kind}“${printed}” is left out.`;
  return printed === ""
    ? `${kind}“${quoted}” is added.`
    : `${kind}“${quoted}” stands in the place of “${printed}”.`;
}

function isOnlyEllipses(text: string): boolean {
  return findEllipses(text).join("") === text;
}

const CHANGE_NAMES = {
  negation: "Negation",
  number: "Number",
  date: "Date",
  name: "Name",
} as const;

function formatTimes(count: number): string {
  return count === 1 ? "once" : `${formatNumber(count)} times`;
}

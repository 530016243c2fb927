import { formatNumber, plural } from "../foundation/format.ts";
import { type Change, GRAVE_KINDS } from "../verify/changes.ts";
import { findEllipses } from "../verify/ellipsis.ts";
import { stretchText } from "../verify/occurrence.ts";
import type { TypographicDifference } from "../verify/typography.ts";
import type { Gap, Occurrence, Stretch, Verdict } from "../verify/verdict.ts";

/** What a verdict says, before anything is known of what was claimed. */
export interface VerdictText {
  readonly title: string;
  readonly message: string;
  readonly differences: readonly string[];
  readonly stretches: readonly Stretch[];
}

/** Puts a verdict into words. */
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
  standings,
}: Extract<Verdict, { kind: "exact" | "typography" }>): VerdictText {
  const all = standings.length;
  const exactly = standings.filter(({ differences }) => differences.length === 0).length;
  const title = kind === "exact" ? "Exact" : "Exact but for typography";
  const how = kind === "exact" ? ", character for character" : ", but are written differently";
  const many = exactly > 0 ? `in ${formatNumber(exactly)} of them ` : "in none of them ";
  return {
    title: all > 1 ? `In ${formatNumber(all)} places: ${title.toLowerCase()}` : title,
    message:
      all > 1
        ? `These words stand in ${formatNumber(all)} places, ${exactly === all ? "" : many}character for character.`
        : `These words stand in this corpus${how}.`,
    differences: describeTypography(standings.slice(0, 1)),
    stretches: standings.map(({ stretch }) => stretch),
  };
}

function describeTypography(standings: readonly Occurrence[]): readonly string[] {
  const kinds = new Map<string, TypographicDifference>();
  for (const difference of standings.flatMap(({ differences }) => differences)) {
    if (!kinds.has(difference.name)) kinds.set(difference.name, difference);
  }
  return [...kinds.values()].map(({ name, quoted, printed }) => {
    const what = name.charAt(0).toUpperCase() + name.slice(1);
    return `${what}: quoted is ${describeCharacters(quoted)}, printed is ${describeCharacters(printed)}.`;
  });
}

/** A text in quotation marks, and what nobody sees by its name. */
function describeCharacters(text: string): string {
  if (text === "") return "nothing";
  if (text.trim() !== "")
    return `“${text.trim()}”${/\p{Default_Ignorable_Code_Point}/u.test(text) ? " with an invisible character" : ""}`;
  if (text === " ") return "a space";
  return text.includes("\n") ? "a line break" : "another kind of space";
}

/** How many words that are left out are shown and not only counted. */
const MAX_WORDS_SHOWN = 12;

function describeGap(gap: Gap | undefined, index: number): string {
  const between = `Between parts ${index + 1} and ${index + 2}`;
  if (gap === undefined) return `${between}: what stands there is not in this corpus.`;
  const { words, stretch } = gap;
  if (stretch === undefined) return `${between}: nothing is left out.`;
  const text = stretchText(stretch);
  if (isOnlyEllipses(text)) return `${between}: the print has an ellipsis too, “${text}”.`;
  const left = words > MAX_WORDS_SHOWN ? plural(words, "word") : `“${text}”`;
  return `${between}: ${left} left out.`;
}

/** How many changes are told one by one. */
const MAX_CHANGES = 6;

/** What differs in words, in a line each: first what changes the sense most. */
function describeChanges(changes: readonly Change[]): readonly string[] {
  const different = changes.filter(({ isSame }) => !isSame);
  const rank = ({ grave }: Change) =>
    grave === undefined ? GRAVE_KINDS.length : GRAVE_KINDS.indexOf(grave);
  const told = different.toSorted((a, b) => rank(a) - rank(b)).map(describeChange);
  const rest = told.length - MAX_CHANGES;
  return rest > 0
    ? [...told.slice(0, MAX_CHANGES), `${plural(rest, "other difference")}, shown below.`]
    : told;
}

function describeChange({ printed, quoted, grave }: Change): string {
  const what = grave === undefined ? "" : `${CHANGE_NAMES[grave]}: `;
  if (quoted === "" && isOnlyEllipses(printed)) {
    return `The ellipsis “${printed}”, by which the print says that words are left out, is missing.`;
  }
  if (quoted === "") return `${what}“${printed}” is left out.`;
  return printed === ""
    ? `${what}“${quoted}” is added.`
    : `${what}“${quoted}” stands in the place of “${printed}”.`;
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

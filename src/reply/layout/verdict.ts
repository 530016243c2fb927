import { formatAnd, formatNumber, plural } from "../../foundation/format.ts";
import { type Change, GRAVE_KINDS } from "../../verify/changes.ts";
import { findEllipses } from "../../verify/ellipsis.ts";
import type { TypographicDifference } from "../../verify/typography.ts";
import type {
  ClaimedOrigin,
  ComparedClaim,
  Omission,
  ReportedVerdict,
  Verification,
} from "../verification.ts";
import { describeSoughtDocument } from "./sought-document.ts";

/** A verdict in words. */
export interface VerdictText {
  /** A few words: “Exact but for typography”. */
  readonly title: string;
  /** The verdict in sentences. */
  readonly message: string;
  /** The differences, the gravest first, one line each. */
  readonly differences: readonly string[];
}

/** Puts a verdict into words, with the outcome for the claim. */
export function describeVerification({ verdict, claim }: Verification): VerdictText {
  const { title, message, differences } = describeVerdict(verdict);
  const sentence = claim.status === "none" ? undefined : describeClaim(verdict, claim);
  // A common phrase has no single origin, so it is not said to have another one.
  const isElsewhere = claim.status === "elsewhere" && verdict.kind !== "common";
  return {
    title: isElsewhere ? `Elsewhere: ${title.toLowerCase()}` : title,
    message: sentence === undefined ? message : `${message} ${sentence}`,
    differences,
  };
}

function describeVerdict(verdict: ReportedVerdict): VerdictText {
  switch (verdict.kind) {
    case "exact":
    case "typography":
      return describeOccurrences(verdict);
    case "shortened":
      return {
        title: "Shortened",
        message: "These parts stand in one document, in this order.",
        differences: [
          ...verdict.omissions.map(describeOmission),
          ...describeTypography(verdict.differences),
        ],
      };
    case "altered":
      return {
        title: "Altered",
        message:
          "No passage has these words as they are quoted. What is most like them is shown below.",
        differences: describeChanges(verdict.changes),
      };
    case "stitched":
      return {
        title: "Stitched together",
        message: "These parts stand in this corpus, but not together.",
        differences: describeTypography(verdict.differences),
      };
    case "common":
      return {
        title: "A common phrase",
        message: `These words stand in this corpus ${formatTimes(verdict.places)}${verdict.documents > 1 ? `, in ${formatNumber(verdict.documents)} documents` : ""}. They are too few or too common to tell where somebody has them from.`,
        differences: [],
      };
    case "none":
      return {
        title: "Not in this corpus",
        message: verdict.hasClosest
          ? "No passage has these words. The closest passage, shown below, has others."
          : verdict.isTraceable
            ? "No passage has these words, or words much like them."
            : "No passage has these words as they stand. They are too few or too common to look for others like them.",
        differences: [],
      };
  }
}

function describeOccurrences({
  kind,
  places,
  exactPlaces,
  differences,
}: Extract<ReportedVerdict, { kind: "exact" | "typography" }>): VerdictText {
  const title = kind === "exact" ? "Exact" : "Exact but for typography";
  const text = { differences: describeTypography(differences) };
  if (places === 1) {
    const how = kind === "exact" ? ", character for character" : ", but are written differently";
    return { title, message: `These words stand in this corpus${how}.`, ...text };
  }
  const which = exactPlaces > 0 ? `in ${formatNumber(exactPlaces)} of them ` : "in none of them ";
  return {
    title: `In ${formatNumber(places)} places: ${title.toLowerCase()}`,
    message: `These words stand in ${formatNumber(places)} places, ${exactPlaces === places ? "" : which}character for character.`,
    ...text,
  };
}

function describeTypography(differences: readonly TypographicDifference[]): readonly string[] {
  return differences.map(({ name, quoted, printed }) => {
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

function describeOmission(omission: Omission, index: number): string {
  const between = `Between parts ${index + 1} and ${index + 2}`;
  switch (omission.kind) {
    case "unknown":
      return `${between}: what stands there is not in this corpus.`;
    case "nothing":
      return `${between}: nothing is left out.`;
    case "ellipsis":
      return `${between}: the print has an ellipsis too, “${omission.text}”.`;
    case "words": {
      const { count, text } = omission;
      return `${between}: ${text === undefined ? plural(count, "word") : `“${text}”`} left out.`;
    }
  }
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
  if (quoted === "" && findEllipses(printed).join("") === printed) {
    return `The ellipsis “${printed}”, by which the print says that words are left out, is missing.`;
  }
  if (quoted === "") return `${kind}“${printed}” is left out.`;
  return printed === ""
    ? `${kind}“${quoted}” is added.`
    : `${kind}“${quoted}” stands in the place of “${printed}”.`;
}

const CHANGE_NAMES = {
  negation: "Negation",
  number: "Number",
  date: "Date",
  name: "Name",
} as const;

/** Says in a sentence whether a claim is met; undefined if the words do not occur. */
function describeClaim(
  verdict: ReportedVerdict,
  { status, claimed, meeting, places }: ComparedClaim,
): string | undefined {
  if (verdict.kind === "none") return undefined;
  const label = describeClaimedOrigin(claimed);
  if (verdict.kind === "common") return `${describeCommonPlaces(meeting, places)} ${label}.`;
  switch (status) {
    case "met":
      return verdict.kind === "stitched" && meeting < places
        ? `Only some of them stand where they are said to: in a document ${label}.`
        : `That is where they are said to stand: in a document ${label}.`;
    case "elsewhere": {
      const predicate = verdict.kind === "altered" ? "has anything so like them" : "has them";
      return `That is not where they are said to stand: no document ${label} ${predicate}.`;
    }
    case "unknown":
      return `Whether that is a document ${label} is not known: this corpus does not tell.`;
  }
}

/** Formats a claim as “from Kim Jong Un and dated August 2019”. */
export function describeClaimedOrigin({ from, date, letter }: ClaimedOrigin): string {
  return formatAnd([
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(date === undefined ? [] : [`dated ${date}`]),
    ...(letter === undefined ? [] : [describeSoughtDocument(letter)]),
  ]);
}

/** Counts the occurrences of a common phrase that meet the claim, up to the claim's label. */
function describeCommonPlaces(meeting: number, places: number): string {
  if (places === 1) return `That is ${meeting === 1 ? "" : "not "}in a document`;
  const which = meeting === 0 ? "None" : formatNumber(meeting);
  return `${which} of these places ${meeting < 2 ? "is" : "are"} in a document`;
}

function formatTimes(count: number): string {
  return count === 1 ? "once" : `${formatNumber(count)} times`;
}

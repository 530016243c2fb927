import { formatAnd, formatNumber, plural } from "../../foundation/format.ts";
import { countWords } from "../../language/tokenizer.ts";
import { type Change, GRAVE_KINDS } from "../../verify/changes.ts";
import { isOnlyEllipses } from "../../verify/ellipsis.ts";
import type { TypographicDifference } from "../../verify/typography.ts";
import type {
  ClaimedOrigin,
  ComparedClaim,
  Omission,
  ReportedVerdict,
  Verification,
} from "../verification.ts";
import type { VerdictTone } from "./blocks.ts";
import { describeSoughtDocument } from "./sought-document.ts";

/** A verdict in words. */
export interface VerdictText {
  readonly tone: VerdictTone;
  /** A sign and a few words: “⚠️ One word changed: “no” → “a””. */
  readonly title: string;
  /** The verdict in sentences. */
  readonly message: string;
  /** The differences, the gravest first, one line each. */
  readonly differences: readonly string[];
}

/** Puts a verdict into words, with the outcome for the claim. */
export function describeVerification({ verdict, claim }: Verification): VerdictText {
  const { tone, title, message, differences } = describeVerdict(verdict);
  const sentence = claim.status === "none" ? undefined : describeClaim(verdict, claim);
  const text = {
    tone,
    title: `${SIGNS[tone]} ${title}`,
    message: sentence === undefined ? message : `${message} ${sentence}`,
    differences,
  };
  // A common phrase has no single origin, so it is not said to have another one.
  if (claim.status !== "elsewhere" || verdict.kind === "common") return text;
  const origin = describeClaimedOrigin(claim.claimed);
  return tone === "good" || verdict.kind === "shortened"
    ? { ...text, tone: "elsewhere", title: `${SIGNS.elsewhere} These words, but not ${origin}` }
    : { ...text, title: `${text.title}, and not ${origin}` };
}

/** A sign for each tone, so that a verdict does not depend on its colour. */
const SIGNS: Readonly<Record<VerdictTone, string>> = {
  plain: "ℹ️",
  good: "✅",
  caution: "⚠️",
  bad: "❌",
  elsewhere: "↪️",
};

function describeVerdict(verdict: ReportedVerdict): VerdictText {
  switch (verdict.kind) {
    case "exact":
    case "typography":
      return describeOccurrences(verdict);
    case "shortened":
      return {
        tone: "caution",
        title: shortenedTitle(verdict.omissions),
        message: "All parts are in one document, in this order.",
        differences: [
          ...verdict.omissions.map(describeOmission),
          ...describeTypography(verdict.differences),
        ],
      };
    case "altered":
      return {
        tone: "caution",
        title: alteredTitle(verdict.changes),
        message: "No passage has exactly these words. The most similar one is below.",
        differences: describeChanges(verdict.changes),
      };
    case "stitched":
      return {
        tone: "caution",
        title: "Stitched together",
        message: "The parts are in this corpus, but not next to each other.",
        differences: describeTypography(verdict.differences),
      };
    case "common":
      return {
        tone: "plain",
        title: "A common phrase",
        message: `These words occur ${formatTimes(verdict.places)}${verdict.documents > 1 ? ` in ${formatNumber(verdict.documents)} documents` : ""}. They are too few or too common to show where a quotation is from.`,
        differences: [],
      };
    case "none":
      return {
        tone: "bad",
        title: "Not in this corpus",
        message: verdict.hasClosest
          ? "No passage has these words. The closest one, below, says something else."
          : verdict.isTraceable
            ? "No passage has these words, or similar ones."
            : "No passage has exactly these words. They are too few or too common to look for similar ones.",
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
  const title = kind === "exact" ? "Exact" : "The same words, written differently";
  const text = { tone: "good", differences: describeTypography(differences) } as const;
  if (places === 1) {
    const message =
      kind === "exact"
        ? "These words are printed so, character for character."
        : "These words are printed with other signs or letters.";
    return { ...text, title, message };
  }
  const count = formatNumber(places);
  const exactly =
    exactPlaces === places
      ? "character for character"
      : `in ${exactPlaces === 0 ? "none" : formatNumber(exactPlaces)} of them character for character`;
  return {
    ...text,
    title: `${title}, in ${count} places`,
    message: `These words occur in ${count} places, ${exactly}.`,
  };
}

function shortenedTitle(omissions: readonly Omission[]): string {
  const left = omissions.reduce((sum, one) => sum + (one.kind === "words" ? one.count : 0), 0);
  return left > 0 ? `Shortened: ${plural(left, "word")} left out` : "Shortened";
}

/** The maximum length of words in a title, in UTF-16 code units. */
const MAX_TITLE_WORDS = 40;

/** Names the only change, or counts several. */
function alteredTitle(changes: readonly Change[]): string {
  const [change, ...others] = changes.filter(({ isSame }) => !isSame);
  if (change === undefined || others.length > 0) {
    return `Altered in ${formatNumber(others.length + 1)} places`;
  }
  const { printed, quoted } = change;
  const texts = [printed, quoted].filter((text) => text !== "");
  const verb = printed === "" ? "added" : quoted === "" ? "left out" : "changed";
  const what = isOnlyEllipses(printed)
    ? "An ellipsis"
    : texts.every((text) => countWords(text) === 1)
      ? "One word"
      : "Words";
  if (texts.some((text) => text.length > MAX_TITLE_WORDS)) return `${what} ${verb}`;
  return `${what} ${verb}: ${texts.map((text) => `“${text}”`).join(" → ")}`;
}

function describeTypography(differences: readonly TypographicDifference[]): readonly string[] {
  return differences.map(({ name, quoted, printed }) => {
    const what = name.charAt(0).toUpperCase() + name.slice(1);
    return `${what}: quoted ${describeCharacters(quoted)}, printed ${describeCharacters(printed)}.`;
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
      return `${between}: the omitted words are not in this corpus.`;
    case "nothing":
      return `${between}: nothing was left out.`;
    case "ellipsis":
      return `${between}: an ellipsis that is printed too, “${omission.text}”.`;
    case "words": {
      const { count, text } = omission;
      return `${between}: ${text === undefined ? `${plural(count, "word")} left out` : `“${text}” was left out`}.`;
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
    ? [...sentences.slice(0, MAX_CHANGES), `${plural(rest, "other difference")}, in bold below.`]
    : sentences;
}

function describeChange({ printed, quoted, grave }: Change): string {
  const kind = grave === undefined ? "" : `${CHANGE_NAMES[grave]}: `;
  if (quoted === "" && isOnlyEllipses(printed)) {
    return `The printed ellipsis “${printed}” is missing.`;
  }
  if (quoted === "") return `${kind}“${printed}” was left out.`;
  return printed === ""
    ? `${kind}“${quoted}” was added.`
    : `${kind}“${printed}” was changed to “${quoted}”.`;
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
        ? `Only some of them are in a document ${label}, as claimed.`
        : `They are in a document ${label}, as claimed.`;
    case "elsewhere": {
      const them = verdict.kind === "altered" ? "anything as similar" : "them";
      return `No document ${label} has ${them}.`;
    }
    case "unknown":
      return `This corpus does not say whether that is a document ${label}.`;
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
  if (places === 1) return `It is ${meeting === 1 ? "" : "not "}in a document`;
  const which = meeting === 0 ? "None" : formatNumber(meeting);
  return `${which} of these places ${meeting < 2 ? "is" : "are"} in a document`;
}

function formatTimes(count: number): string {
  return count === 1 ? "once" : `${formatNumber(count)} times`;
}

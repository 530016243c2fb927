import { english } from "../../catalogue/catalogue.ts";
import { formatAnd, formatNumber, plural } from "../../foundation/format.ts";
import { countWords } from "../../language/tokenizer.ts";
import { type Change, GRAVE_KINDS } from "../../verify/changes.ts";
import { type EditorialMark, MARK_KINDS } from "../../verify/editorial-marks.ts";
import { isOnlyEllipses } from "../../verify/ellipsis.ts";
import type { TypographicDifference } from "../../verify/typography.ts";
import { HIDDEN_KINDS, type HiddenSense } from "../../verify/verdict.ts";
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
      return describeShortened(verdict);
    case "altered":
      return {
        tone: "caution",
        title: alteredTitle(verdict),
        message: verdict.isProbable
          ? "No passage has exactly these words. They are few, but only the one below is as similar."
          : "No passage has exactly these words. The most similar one is below.",
        differences: [...describeChanges(verdict.changes), ...describeMarks(verdict.marks)],
      };
    case "stitched":
      return {
        tone: "caution",
        title: "Stitched together",
        message: "The parts are in this corpus, but not next to each other.",
        differences: [...describeTypography(verdict.differences), ...describeMarks(verdict.marks)],
      };
    case "unjudged":
      return {
        tone: "plain",
        title:
          verdict.reason === "too-many-parts"
            ? "Too many parts to compare"
            : "Parts too short to compare",
        message:
          verdict.reason === "too-many-parts"
            ? "This quotation has too many ellipses with too common words between them. Verify fewer parts at once."
            : "These parts occur in this corpus, but they are too short to show that they belong together. Quote more words of each.",
        differences: [],
      };
    case "common":
      return {
        tone: "plain",
        title: "A common phrase",
        message: `These words occur ${formatTimes(verdict.places)}${verdict.documents > 1 ? ` in ${formatNumber(verdict.documents)} documents` : ""}. They are too few or too common to show where a quotation is from.`,
        differences: [],
      };
    case "none":
      return verdict.isTraceable
        ? {
            tone: "bad",
            title: "Not in this corpus",
            message: verdict.hasClosest
              ? "No passage has these words. The closest one, below, says something else."
              : "No passage has these words, or similar ones.",
            differences: [],
          }
        : {
            tone: "plain",
            title: "Too few words to judge",
            message:
              "No passage has exactly these words. They are too few or too common to look for similar ones.",
            differences: [],
          };
  }
}

function describeOccurrences({
  kind,
  places,
  exactPlaces,
  differences,
  marks,
}: Extract<ReportedVerdict, { kind: "exact" | "typography" }>): VerdictText {
  const hasWords = marks.some(({ kind }) => kind === "words");
  const title = occurrencesTitle(kind, marks);
  const text = {
    tone: hasWords ? "caution" : "good",
    differences: [...describeMarks(marks), ...describeTypography(differences)],
  } as const;
  if (places === 1) {
    const message =
      kind === "typography"
        ? "These words are printed with other signs or letters."
        : marks.length === 0
          ? "These words are printed so, character for character."
          : "Without what is added, these words are printed so, character for character.";
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

function occurrencesTitle(kind: "exact" | "typography", marks: readonly EditorialMark[]): string {
  const isExact = kind === "exact";
  if (marks.length === 0) return isExact ? "Exact" : "The same words, written differently";
  if (marks.some((mark) => mark.kind === "words")) {
    return isExact
      ? "Exact, with words added in brackets"
      : "The same words, written differently, with words added in brackets";
  }
  return isExact
    ? "Exact, with an editor’s marks"
    : "The same words, written differently, with an editor’s marks";
}

/** Describes a shortened quotation, first the words that its omissions hide. */
function describeShortened({
  omissions,
  lightParts,
  differences,
  marks,
}: Extract<ReportedVerdict, { kind: "shortened" }>): VerdictText {
  const hidden = omissions.flatMap((one) => (one.kind === "words" ? one.hidden : []));
  const [gravest] = HIDDEN_KINDS.flatMap((kind) => hidden.filter((one) => one.kind === kind));
  return {
    tone: gravest === undefined ? "caution" : "bad",
    title: gravest === undefined ? shortenedTitle(omissions) : hiddenTitle(gravest),
    message:
      gravest === undefined
        ? "All parts are in one document, in this order."
        : "All parts are in one document, in this order, but what is left out changes their sense.",
    differences: [
      ...omissions.flatMap(describeHidden),
      ...omissions.flatMap(describeOmission),
      ...lightParts.map(
        (part) => `“${part}” is too short to show where it is from, and was not counted.`,
      ),
      ...describeMarks(marks),
      ...describeTypography(differences),
    ],
  };
}

function shortenedTitle(omissions: readonly Omission[]): string {
  const left = omissions.reduce((sum, one) => sum + (one.kind === "words" ? one.count : 0), 0);
  if (left > 0) return `Shortened: ${plural(left, "word")} left out`;
  const [interruption] = omissions.flatMap(({ interruptions }) => interruptions);
  return interruption === undefined
    ? "Shortened"
    : `Shortened: ${INTERRUPTION_NAMES[interruption]} left out`;
}

function hiddenTitle({ kind, text }: HiddenSense): string {
  return kind === "speaker"
    ? "Shortened: a change of speaker was left out"
    : `Shortened: “${text}” was left out`;
}

function describeHidden(omission: Omission, index: number): readonly string[] {
  if (omission.kind !== "words") return [];
  return omission.hidden.map((hidden) => describeHiddenSense(hidden, index));
}

function describeHiddenSense({ kind, text }: HiddenSense, index: number): string {
  const between = `Between parts ${index + 1} and ${index + 2}`;
  switch (kind) {
    case "negation":
      return `${between}: the negation “${text}” was left out.`;
    case "contrast":
      return `${between}: “${text}”, which takes back what precedes it, was left out.`;
    case "speaker":
      return /\p{L}/u.test(text)
        ? `${between}: the speaker changes to ${text}.`
        : `${between}: the speaker changes.`;
  }
}

const INTERRUPTION_NAMES: Readonly<Record<Omission["interruptions"][number], string>> = {
  heading: "a heading",
  code: "a block of code",
  remark: "a remark",
  table: "a table",
};

/** Names the marks that a quotation adds, one line for each kind. */
function describeMarks(marks: readonly EditorialMark[]): readonly string[] {
  return MARK_KINDS.flatMap((kind) => {
    const texts = marks.filter((one) => one.kind === kind).map(({ text }) => `“${text}”`);
    const [first] = texts;
    if (first === undefined) return [];
    return [`${MARK_NAMES[kind]}: ${formatAnd(texts)}.`];
  });
}

const MARK_NAMES: Readonly<Record<EditorialMark["kind"], string>> = {
  heading: "The heading, quoted with the words",
  "verse-number": "Number of a verse",
  "note-number": "Number of a note",
  "page-number": "Number of a page",
  sic: "Remark of the quoting author",
  emphasis: "Remark on the emphasis",
  attribution: "Attribution",
  reading: "Reading of characters",
  words: "Words in brackets that are not printed",
};

/** The maximum length of words in a title, in UTF-16 code units. */
const MAX_TITLE_WORDS = 40;

function alteredTitle({
  changes,
  isProbable,
}: Extract<ReportedVerdict, { kind: "altered" }>): string {
  return isProbable ? `Probably altered: ${changesTitle(changes)}` : changesTitle(changes);
}

/** Names the only change, or counts several. */
function changesTitle(changes: readonly Change[]): string {
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
  return differences.map(({ name, quoted, printed, count }) => {
    const what = name.charAt(0).toUpperCase() + name.slice(1);
    const more = count > 1 ? `, and ${plural(count - 1, "more place")}` : "";
    return `${what}: quoted ${describeCharacters(quoted)}, printed ${describeCharacters(printed)}${more}.`;
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

function describeOmission(omission: Omission, index: number): readonly string[] {
  const between = `Between parts ${index + 1} and ${index + 2}`;
  const interruptions = omission.interruptions.map(
    (one) => `${between}: ${INTERRUPTION_NAMES[one]} is left out here.`,
  );
  switch (omission.kind) {
    case "unknown":
      return [`${between}: the omitted words are not in this corpus.`, ...interruptions];
    case "nothing":
      return interruptions.length > 0 ? interruptions : [`${between}: nothing was left out.`];
    case "ellipsis":
      return [`${between}: an ellipsis that is printed too, “${omission.text}”.`, ...interruptions];
    case "words": {
      const { count, paragraphs, text, hidden } = omission;
      // It was described already as what is hidden.
      if (text !== undefined && text === hidden[0]?.text) return interruptions;
      if (text !== undefined) return [`${between}: “${text}” was left out.`, ...interruptions];
      const words = plural(count, "word");
      const amount = paragraphs > 0 ? `${plural(paragraphs, "paragraph")}, ${words}` : words;
      return [`${between}: ${amount} left out.`, ...interruptions];
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
  acronym: "Acronym",
  sign: "Sign",
  points: "Vowel signs",
  accent: "An accent that changes the word, or a keyboard without it",
} as const;

/** Says in a sentence whether a claim is met; undefined if the words do not occur. */
function describeClaim(verdict: ReportedVerdict, claim: ComparedClaim): string | undefined {
  if (verdict.kind === "none" || verdict.kind === "unjudged") return undefined;
  const { claimed, meeting, places } = claim;
  const label = describeClaimedOrigin(claimed);
  if (verdict.kind === "common") return `${describeCommonPlaces(meeting, places)} ${label}.`;
  switch (claim.status) {
    case "possible":
      return `They are in a document dated ${claim.date}; ${UNKNOWN_PARTS[claim.unknown]}.`;
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

const UNKNOWN_PARTS = {
  day: "the day is not known",
  month: "the month and the day are not known",
  "exact-date": "the exact date is not known",
} as const;

/** Formats a claim as “from Ada Quill and dated March 1851”. */
export function describeClaimedOrigin({ from, date, letter }: ClaimedOrigin): string {
  return formatAnd([
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(date === undefined ? [] : [`dated ${date}`]),
    ...(letter === undefined ? [] : [describeSoughtDocument(letter, english)]),
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

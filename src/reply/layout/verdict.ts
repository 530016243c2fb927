import type { Translate } from "../../catalogue/catalogue.ts";
import { WHITE_SPACE } from "../../language/fold.ts";
import { countWords } from "../../language/tokenizer.ts";
import { type Change, GRAVE_KINDS } from "../../verify/changes.ts";
import { isOnlyEllipses } from "../../verify/ellipsis.ts";
import { type EditorialMark, MARK_KINDS } from "../../verify/marks/editorial-mark.ts";
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
import { localDateLabel } from "./document-names.ts";
import { describeSoughtDocument, joinCriteria } from "./sought-document.ts";

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
export function describeVerification({ verdict, claim }: Verification, t: Translate): VerdictText {
  const { tone, title, message, differences } = describeVerdict(verdict, t);
  const sentence = claim.status === "none" ? undefined : describeClaim(verdict, claim, t);
  const text = {
    tone,
    title: `${SIGNS[tone]} ${title}`,
    message: sentence === undefined ? message : `${message} ${sentence}`,
    differences,
  };
  // A common phrase has no single origin, so it is not said to have another one.
  if (claim.status !== "elsewhere" || verdict.kind === "common") return text;
  const origin = describeClaimedOrigin(claim.claimed, t);
  return tone === "good" || verdict.kind === "shortened"
    ? {
        ...text,
        tone: "elsewhere",
        title: `${SIGNS.elsewhere} ${t("verdict.elsewhere", { origin })}`,
      }
    : { ...text, title: t("verdict.and-elsewhere", { title: text.title, origin }) };
}

/** A sign for each tone, so that a verdict does not depend on its colour. */
const SIGNS: Readonly<Record<VerdictTone, string>> = {
  plain: "ℹ️",
  good: "✅",
  caution: "⚠️",
  bad: "❌",
  elsewhere: "↪️",
};

function describeVerdict(verdict: ReportedVerdict, t: Translate): VerdictText {
  switch (verdict.kind) {
    case "exact":
    case "typography":
      return describeOccurrences(verdict, t);
    case "shortened":
      return describeShortened(verdict, t);
    case "altered":
      return {
        tone: "caution",
        title: alteredTitle(verdict, t),
        message: verdict.isProbable
          ? t("verdict.probably-altered-message")
          : t("verdict.altered-message"),
        differences: [...describeChanges(verdict.changes, t), ...describeMarks(verdict.marks, t)],
      };
    case "stitched":
      return {
        tone: "caution",
        title: t("verdict.stitched"),
        message: t("verdict.stitched-message"),
        differences: [
          ...describeTypography(verdict.differences, t),
          ...describeMarks(verdict.marks, t),
        ],
      };
    case "unjudged":
      return {
        tone: "plain",
        title: t(`verdict.${verdict.reason}`),
        message: t(`verdict.${verdict.reason}-message`),
        differences: [],
      };
    case "common":
      return {
        tone: "plain",
        title: t("verdict.common"),
        message: t("verdict.common-message", verdict),
        differences: [],
      };
    case "none":
      return verdict.isTraceable
        ? {
            tone: "bad",
            title: t("verdict.none"),
            message: t(verdict.hasClosest ? "verdict.none-closest" : "verdict.none-message"),
            differences: [],
          }
        : {
            tone: "plain",
            title: t("verdict.too-few-words"),
            message: t("verdict.too-few-words-message"),
            differences: [],
          };
  }
}

/** The kinds of marks with which a quotation says something that the document does not, the gravest first. */
const DOUBTFUL_KINDS = ["other-origin", "words", "unproven-reading", "unconfirmed-origin"] as const;

function describeOccurrences(
  {
    kind,
    places,
    exactPlaces,
    differences,
    marks,
  }: Extract<ReportedVerdict, { kind: "exact" | "typography" }>,
  t: Translate,
): VerdictText {
  const has = (one: EditorialMark["kind"]) => marks.some((mark) => mark.kind === one);
  const doubtful = DOUBTFUL_KINDS.find(has);
  const added = doubtful ?? (marks.length > 0 ? "marks" : undefined);
  const title = t(added === undefined ? `verdict.${kind}` : `verdict.${kind}-with-${added}`);
  const text = {
    tone: doubtful === undefined ? "good" : "caution",
    differences: [...describeMarks(marks, t), ...describeTypography(differences, t)],
  } as const;
  if (places === 1) {
    const message =
      kind === "typography"
        ? t("verdict.typography-message")
        : t(marks.length === 0 ? "verdict.exact-message" : "verdict.exact-with-marks-message");
    return { ...text, title, message };
  }
  return {
    ...text,
    title: t("verdict.in-places", { title, places: t.number(places) }),
    message:
      exactPlaces === places
        ? t("verdict.in-places-message", { places })
        : t("verdict.in-places-partly-message", { places, exactPlaces }),
  };
}

/** Describes a shortened quotation, first the words that its omissions hide. */
function describeShortened(
  { omissions, lightParts, differences, marks }: Extract<ReportedVerdict, { kind: "shortened" }>,
  t: Translate,
): VerdictText {
  const hidden = omissions.flatMap((one) => (one.kind === "words" ? one.hidden : []));
  const [gravest] = HIDDEN_KINDS.flatMap((kind) => hidden.filter((one) => one.kind === kind));
  return {
    tone: gravest === undefined ? "caution" : "bad",
    title: gravest === undefined ? shortenedTitle(omissions, t) : hiddenTitle(gravest, t),
    message: t(shortenedMessage(omissions, gravest)),
    differences: [
      ...omissions.flatMap((omission, index) => describeHidden(omission, index, t)),
      ...omissions.flatMap((omission, index) => describeOmission(omission, index, t)),
      ...lightParts.map((part) => t("omission.light-part", { part })),
      ...describeMarks(marks, t),
      ...describeTypography(differences, t),
    ],
  };
}

function shortenedMessage(omissions: readonly Omission[], gravest: HiddenSense | undefined) {
  const isWhole = omissions.every((one) => one.kind === "words" && one.at !== undefined);
  if (gravest === undefined) {
    return isWhole ? "verdict.shortened-at-end-message" : "verdict.shortened-message";
  }
  return isWhole ? "verdict.hidden-at-end-message" : "verdict.hidden-message";
}

function shortenedTitle(omissions: readonly Omission[], t: Translate): string {
  const count = omissions.reduce((sum, one) => sum + (one.kind === "words" ? one.count : 0), 0);
  if (count > 0) return t("verdict.shortened-by-words", { count });
  const [interruption] = omissions.flatMap(({ interruptions }) => interruptions);
  return t(
    interruption === undefined ? "verdict.shortened" : `verdict.shortened-by-${interruption}`,
  );
}

function hiddenTitle({ kind, text }: HiddenSense, t: Translate): string {
  return kind === "speaker" ? t("verdict.hidden-speaker") : t("verdict.hidden-words", { text });
}

function describeHidden(omission: Omission, index: number, t: Translate): readonly string[] {
  if (omission.kind !== "words") return [];
  const where = placeOfOmission(omission, index, t);
  return omission.hidden.map(({ kind, text }) => {
    const isNamed = /\p{L}/u.test(text);
    if (kind === "speaker" && !isNamed) return t("omission.hidden-speaker-unnamed", { where });
    return t(`omission.hidden-${kind}`, { where, text });
  });
}

/** Names the parts before and after an omission, or the end of the quotation. */
function placeOfOmission(omission: Omission, index: number, t: Translate): string {
  if (omission.kind === "words" && omission.at !== undefined) {
    return t(omission.at === "start" ? "omission.at-start" : "omission.at-end");
  }
  return t("omission.between", { before: t.number(index + 1), after: t.number(index + 2) });
}

/** Names the marks that a quotation adds, one line for each kind. */
function describeMarks(marks: readonly EditorialMark[], t: Translate): readonly string[] {
  return MARK_KINDS.flatMap((kind) => {
    const texts = marks.filter((one) => one.kind === kind).map(({ text }) => `“${text}”`);
    return texts.length > 0 ? [t(`mark.${kind}`, { texts: t.and(texts) })] : [];
  });
}

/** The maximum length of words in a title, in UTF-16 code units. */
const MAX_TITLE_WORDS = 40;

function alteredTitle(
  { changes, isProbable }: Extract<ReportedVerdict, { kind: "altered" }>,
  t: Translate,
): string {
  const title = changesTitle(changes, t);
  return isProbable ? t("verdict.probably-altered", { title }) : title;
}

/** Names the only change, or counts several. */
function changesTitle(changes: readonly Change[], t: Translate): string {
  const [change, ...others] = changes.filter(({ isSame }) => !isSame);
  if (change === undefined || others.length > 0) {
    return t("verdict.altered-in-places", { count: others.length + 1 });
  }
  const { printed, quoted, grave } = change;
  if (looksTheSame(grave) && printed.length <= MAX_TITLE_WORDS) {
    return t(`verdict.${grave}`, { printed });
  }
  const texts = [printed, quoted].filter((text) => text !== "");
  const verb = printed === "" ? "added" : quoted === "" ? "left-out" : "changed";
  const what = isOnlyEllipses(printed)
    ? "ellipsis"
    : texts.every((text) => countWords(text) === 1)
      ? "word"
      : "words";
  const title = t(`verdict.${what}-${verb}`);
  if (texts.some((text) => text.length > MAX_TITLE_WORDS)) return title;
  return `${title}: ${texts.map((text) => `“${text}”`).join(" → ")}`;
}

/** Whether words that were changed may look as they are printed, so that both together show no difference. */
function looksTheSame(grave: Change["grave"]): grave is "script" | "invisible" {
  return grave === "script" || grave === "invisible";
}

function describeTypography(
  differences: readonly TypographicDifference[],
  t: Translate,
): readonly string[] {
  return differences.map(({ name, count, ...both }) => {
    const texts = name === WHITE_SPACE ? whiteSpaceIn(both) : both;
    const what = t(`typography.${name}`);
    const more = count - 1;
    const quoted = describeCharacters(texts.quoted, t);
    const printed = describeCharacters(texts.printed, t);
    return quoted.normalize("NFKC") === printed.normalize("NFKC")
      ? t("typography.same-look", { what, text: texts.quoted.trim(), more })
      : t("typography.difference", { what, quoted, printed, more });
  });
}

/** Returns only the white space of two texts in which everything else is the same, unless it is merely elsewhere. */
function whiteSpaceIn(texts: Pick<TypographicDifference, "quoted" | "printed">) {
  const [quoted, printed] = [texts.quoted, texts.printed].map((text) => text.replace(/\S+/gu, ""));
  return quoted === printed || quoted === undefined || printed === undefined
    ? texts
    : { quoted, printed };
}

const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/u;

/** Quotes visible text, and names white space and the absence of text. */
function describeCharacters(text: string, t: Translate): string {
  if (text === "") return t("typography.nothing");
  if (text.trim() !== "") {
    const isPartlyInvisible = INVISIBLE.test(text);
    const visible = text.trim();
    if (visible.replace(INVISIBLE, "") === "") return t("typography.invisible");
    return isPartlyInvisible ? t("typography.partly-invisible", { text: visible }) : `“${visible}”`;
  }
  if (text === " ") return t("typography.space");
  return t(text.includes("\n") ? "typography.line-break" : "typography.other-space");
}

function describeOmission(omission: Omission, index: number, t: Translate): readonly string[] {
  const where = placeOfOmission(omission, index, t);
  const interruptions = omission.interruptions.map((one) => t(`omission.${one}`, { where }));
  switch (omission.kind) {
    case "unknown":
      return [t("omission.unknown", { where }), ...interruptions];
    case "nothing":
      return interruptions.length > 0 ? interruptions : [t("omission.nothing", { where })];
    case "ellipsis":
      return [t("omission.ellipsis", { where, text: omission.text }), ...interruptions];
    case "words": {
      const { count, paragraphs, text, hidden } = omission;
      // It was described already as what is hidden.
      if (text !== undefined && text === hidden[0]?.text) return interruptions;
      return [
        text === undefined
          ? t("omission.counted", { where, count, paragraphs })
          : t("omission.words", { where, text }),
        ...interruptions,
      ];
    }
  }
}

/** The maximum number of changes to describe: the rest are only counted. */
const MAX_CHANGES = 6;

/** Describes the changes one by one, the gravest first. */
function describeChanges(changes: readonly Change[], t: Translate): readonly string[] {
  const rank = ({ grave }: Change) =>
    grave === undefined ? GRAVE_KINDS.length : GRAVE_KINDS.indexOf(grave);
  const sentences = changes
    .filter(({ isSame }) => !isSame)
    .sort((a, b) => rank(a) - rank(b))
    .map((change) => describeChange(change, t));
  const count = sentences.length - MAX_CHANGES;
  return count > 0
    ? [...sentences.slice(0, MAX_CHANGES), t("change.others", { count })]
    : sentences;
}

function describeChange({ printed, quoted, grave }: Change, t: Translate): string {
  if (quoted === "" && isOnlyEllipses(printed)) return t("change.ellipsis", { printed });
  if (grave === "invisible") return t("change.invisible", { printed });
  if (grave === "script") {
    const others = [...new Set(quoted)].filter((character) => !printed.includes(character));
    return t("change.script", { printed, characters: t.and(others.map((one) => `“${one}”`)) });
  }
  const sentence =
    quoted === ""
      ? t("change.left-out", { printed })
      : printed === ""
        ? t("change.added", { quoted })
        : t("change.changed", { printed, quoted });
  return grave === undefined ? sentence : t(`change.${grave}`, { sentence });
}

/** Says in a sentence whether a claim is met; undefined if the words do not occur. */
function describeClaim(
  verdict: ReportedVerdict,
  claim: ComparedClaim,
  t: Translate,
): string | undefined {
  if (verdict.kind === "none" || verdict.kind === "unjudged") return undefined;
  const { claimed, meeting, places, status } = claim;
  const origin = describeClaimedOrigin(claimed, t);
  if (verdict.kind === "common" && (status === "met" || status === "elsewhere")) {
    return places === 1
      ? t(meeting === 1 ? "claim.common-met" : "claim.common-elsewhere", { origin })
      : t("claim.common-places", { count: meeting, origin });
  }
  switch (claim.status) {
    case "possible":
      return t(`claim.possible-${claim.unknown}`, { date: localDateLabel(claim.date, t) });
    case "met":
      return verdict.kind === "stitched" && meeting < places
        ? t("claim.partly-met", { origin })
        : t("claim.met", { origin });
    case "elsewhere":
      return t(verdict.kind === "altered" ? "claim.nothing-similar" : "claim.elsewhere", {
        origin,
      });
    case "unknown":
      return t("claim.unknown", { origin });
  }
}

/** Formats a claim as “from Ada Quill and dated March 1851”. */
export function describeClaimedOrigin(
  { from, date, letter, in: scope }: ClaimedOrigin,
  t: Translate,
): string {
  const criteria = [
    ...(from === undefined ? [] : [t("criteria.from", { person: t.nameOf(from) })]),
    ...(date === undefined ? [] : [t("sought.dated", { date: localDateLabel(date, t) })]),
    ...(letter === undefined ? [] : [describeSoughtDocument(letter, t)]),
    ...(scope === undefined ? [] : [t("criteria.in", { scope })]),
  ];
  return joinCriteria(criteria, t);
}

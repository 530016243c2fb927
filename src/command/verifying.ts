import { briefly, citationOf } from "../cite/citation.ts";
import { quotationOf } from "../cite/quotation.ts";
import { receiptOf } from "../cite/receipt.ts";
import { addressOf } from "../corpus/document.ts";
import type { Action, Evidence, VerificationReply } from "../reply/reply.ts";
import { counted, grouped } from "../reply/wording.ts";
import { sentenceStarts } from "../search/sentences.ts";
import { isEllipsis, tokensOf } from "../search/tokens.ts";
import { createAnalyzer } from "../search/words.ts";
import { type Change, GRAVE } from "../verify/changes.ts";
import { ellipsesIn } from "../verify/ellipsis.ts";
import { textOf } from "../verify/standing.ts";
import type { TypographicDifference } from "../verify/typography.ts";
import type { Gap, Span, Standing, Stretch, Verdict } from "../verify/verdict.ts";
import { createVerifier } from "../verify/verifier.ts";
import { type Claim, claimLabel, isClaimed } from "./claim.ts";
import { action, type Run } from "./command.ts";
import { openWhole } from "./open.ts";
import { paged } from "./paging.ts";
import { perLibrary } from "./per-library.ts";

const verifierOf = perLibrary((library) => {
  const analyzer = createAnalyzer(library.corpus.language);
  analyzer.finish();
  return createVerifier(library.wording(), analyzer);
});

/** Whether the words stand in the corpus, and where they are said to stand. */
function verdictOn(quoted: string, claim: Claim, { library }: Pick<Run, "library">): Verdict {
  return verifierOf(library).verify(quoted, (document) => isClaimed(claim, document));
}

/** A verdict in words, with the passages that it rests on. */
export function verification(
  quoted: string,
  claim: Claim,
  asked: number,
  run: Run,
): VerificationReply {
  const verdict = verdictOn(quoted, claim, run);
  const told = toldOf(verdict);
  const label = claimLabel(claim);
  const isElsewhere =
    label !== undefined &&
    told.stretches.length > 0 &&
    !told.stretches.some(([{ document }]) => isClaimed(claim, document));
  const places = byPassage(told.stretches.flat());
  const { items, page, actions } = paged(places, asked, (number) => run.again({ page: number }));
  const [first] = places;
  return {
    kind: "verification",
    title: isElsewhere ? `Elsewhere: ${told.title.toLowerCase()}` : told.title,
    message: [
      told.message,
      ...(label === undefined || verdict.kind === "none" || verdict.kind === "common"
        ? []
        : [
            isElsewhere
              ? `They do not stand where they are said to: no document ${label} has them.`
              : `They stand where they are said to, in a document ${label}.`,
          ]),
    ].join(" "),
    differences: told.differences,
    changes: verdict.kind === "altered" ? verdict.changes : [],
    evidence: items.map(evidenceOf),
    page,
    remarks: [
      ...new Set(items.flat().flatMap(ellipsisRemark)),
      comparedSentence(quoted, run),
      "This tells where words stand and who prints them, not who wrote them.",
    ],
    actions: [
      ...actions,
      ...(first === undefined ? searching(quoted, verdict.kind) : goingOn(first[0])),
    ],
  };
}

/** What a verdict says, before anything is known of what was claimed. */
interface Told {
  readonly title: string;
  readonly message: string;
  readonly differences: readonly string[];
  readonly stretches: readonly Stretch[];
}

/** A verdict in one line: what it is, and where the words stand. */
export function lineOn(quoted: string, claim: Claim, run: Run): string {
  const { title, stretches } = toldOf(verdictOn(quoted, claim, run));
  const [[first] = []] = stretches;
  return first === undefined
    ? title
    : `${title} · ${citationOf(first.document, first.passage).line}`;
}

function toldOf(verdict: Verdict): Told {
  switch (verdict.kind) {
    case "exact":
    case "typography":
      return wordForWord(verdict);
    case "shortened":
      return {
        title: "Shortened",
        message: "These parts stand in one document, in this order.",
        differences: [...verdict.gaps.map(gapSentence), ...typography(verdict.fragments)],
        stretches: verdict.fragments.map(({ stretch }) => stretch),
      };
    case "altered":
      return {
        title: "Altered",
        message: "No passage has these words as they are quoted. The most like them differs:",
        differences: changeSentences(verdict.changes),
        stretches: verdict.fragments,
      };
    case "stitched":
      return {
        title: "Stitched together",
        message: "These parts stand in this corpus, but not together.",
        differences: typography(verdict.fragments),
        stretches: verdict.fragments.map(({ stretch }) => stretch),
      };
    case "common":
      return {
        title: "A common phrase",
        message: `These words stand in this corpus ${times(verdict.count)}${verdict.documents > 1 ? `, in ${grouped(verdict.documents)} documents` : ""}. They are too few or too common to tell where somebody has them from.`,
        differences: [],
        stretches: [],
      };
    case "none":
      return {
        title: "Not in this corpus",
        message:
          verdict.closest !== undefined
            ? "No passage has these words. The closest passage has others:"
            : verdict.isTraceable
              ? "No passage has these words, or words much like them."
              : "No passage has these words as they stand. They are too few or too common to look for others like them.",
        differences: [],
        stretches: verdict.closest === undefined ? [] : [verdict.closest],
      };
  }
}

function wordForWord({
  kind,
  standings,
}: Extract<Verdict, { kind: "exact" | "typography" }>): Told {
  const all = standings.length;
  const exactly = standings.filter(({ differences }) => differences.length === 0).length;
  const title = kind === "exact" ? "Exact" : "Exact but for typography";
  const how = kind === "exact" ? ", character for character" : ", but are written differently";
  return {
    title: all > 1 ? `In ${grouped(all)} places: ${title.toLowerCase()}` : title,
    message:
      all > 1
        ? `These words stand in ${grouped(all)} places, ${exactly === all ? "" : `in ${grouped(exactly)} of them `}character for character.`
        : `These words stand in this corpus${how}.`,
    differences: typography(standings.slice(0, 1)),
    stretches: standings.map(({ stretch }) => stretch),
  };
}

function typography(standings: readonly Standing[]): readonly string[] {
  const kinds = new Map<string, TypographicDifference>();
  for (const difference of standings.flatMap(({ differences }) => differences)) {
    if (!kinds.has(difference.name)) kinds.set(difference.name, difference);
  }
  return [...kinds.values()].map(({ name, quoted, printed }) => {
    const what = name.charAt(0).toUpperCase() + name.slice(1);
    return `${what}: quoted is ${seen(quoted)}, printed is ${seen(printed)}.`;
  });
}

/** A text in quotation marks, and what nobody sees by its name. */
function seen(text: string): string {
  if (text === "") return "nothing";
  if (text.trim() !== "")
    return `“${text.trim()}”${/\p{Default_Ignorable_Code_Point}/u.test(text) ? " with an invisible character" : ""}`;
  if (text === " ") return "a space";
  return text.includes("\n") ? "a line break" : "another kind of space";
}

/** How many words that are left out are shown and not only counted. */
const MOST_SHOWN = 12;

function gapSentence(gap: Gap | undefined, index: number): string {
  const between = `Between parts ${index + 1} and ${index + 2}`;
  if (gap === undefined) return `${between}: what stands there is not in this corpus.`;
  const { words, stretch } = gap;
  if (stretch === undefined) return `${between}: nothing is left out.`;
  const left = words > MOST_SHOWN ? counted(words, "word") : `“${textOf(stretch)}”`;
  return `${between}: ${left} left out.`;
}

/** How many changes are told one by one. */
const MOST_CHANGES = 6;

/** What differs in words, in a line each: first what changes the sense most. */
function changeSentences(changes: readonly Change[]): readonly string[] {
  const different = changes.filter(({ isSame }) => !isSame);
  const rank = ({ grave }: Change) => (grave === undefined ? GRAVE.length : GRAVE.indexOf(grave));
  const told = different.toSorted((a, b) => rank(a) - rank(b)).map(changeSentence);
  const rest = told.length - MOST_CHANGES;
  return rest > 0
    ? [...told.slice(0, MOST_CHANGES), `${counted(rest, "other difference")}, shown below.`]
    : told;
}

function changeSentence({ printed, quoted, grave }: Change): string {
  const what = grave === undefined ? "" : `${NAMES[grave]}: `;
  if (quoted === "" && ellipsesIn(printed).join("") === printed) {
    return `The ellipsis “${printed}”, by which the print says that words are left out, is missing.`;
  }
  if (quoted === "") return `${what}“${printed}” is left out.`;
  return printed === ""
    ? `${what}“${quoted}” is added.`
    : `${what}“${quoted}” stands in the place of “${printed}”.`;
}

const NAMES = { negation: "Negation", number: "Number", date: "Date", name: "Name" } as const;

type Spans = readonly [Span, ...Span[]];

/** The spans of each passage together, where they follow each other. */
function byPassage(spans: readonly Span[]): readonly Spans[] {
  const places: Spans[] = [];
  for (const span of spans) {
    const last = places.at(-1);
    const isLater = last?.[0].passage === span.passage && span.start >= last[0].start;
    if (last !== undefined && isLater) places[places.length - 1] = [...last, span];
    else places.push([span]);
  }
  return places;
}

/** The sentences around the words in question. */
function evidenceOf(spans: Spans): Evidence {
  const [{ document, passage, start }] = spans;
  const { text } = passage;
  const end = Math.max(...spans.map((span) => span.end));
  const starts = sentenceStarts(text, document.language);
  const from = starts.findLast((at) => at <= start) ?? 0;
  const sentences = text
    .slice(
      from,
      starts.find((at) => at >= end),
    )
    .trimEnd();
  const to = Math.max(end, from + sentences.length);
  const address = addressOf(document, passage);
  return {
    quotation: quotationOf(document, passage, from, to),
    marks: {
      matches: spans.map((span) => ({ start: span.start - from, end: span.end - from })),
      more: { before: from > 0, after: to < text.length },
    },
    receipts: spans.map((span) => receiptOf(quotationOf(document, passage, span.start, span.end))),
    open: action(`Open ${address}`, { name: "quote", options: { passage: address } }),
  };
}

/** Whose the ellipses are that stand among the words in the corpus. */
function ellipsisRemark({ passage, start, end }: Span): readonly string[] {
  const [ellipsis] = ellipsesIn(passage.text.slice(start, end));
  if (ellipsis === undefined) return [];
  return [
    passage.printedIn === undefined
      ? `The ellipsis “${ellipsis}” stands in the document itself.`
      : `The ellipsis “${ellipsis}” was set by ${briefly(passage.printedIn.source)}, which prints these words.`,
  ];
}

function comparedSentence(quoted: string, { library }: Run): string {
  const passages = counted(library.passages({}).length, "passage");
  const documents = counted(library.corpus.documents.length, "document");
  const words = counted(wordsIn(quoted), "word");
  return `Compared: ${words} with the ${passages} of ${documents}, word by word and then character by character.`;
}

function wordsIn(text: string): number {
  return tokensOf(text).filter(({ start, end }) => !isEllipsis(text.slice(start, end))).length;
}

function times(count: number): string {
  return count === 1 ? "once" : `${grouped(count)} times`;
}

function goingOn({ document, passage }: Span): readonly Action[] {
  const address = addressOf(document, passage);
  return [
    action("In context", { name: "quote", options: { passage: address, around: 1 } }),
    action("Cite", { name: "cite", options: { passage: address } }),
    openWhole(document),
  ];
}

/** The action that looks for the words one by one, or for a phrase as it stands. */
function searching(quoted: string, kind: Verdict["kind"]): readonly Action[] {
  const words = quoted
    .replace(/["“”„«»]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const query = kind === "common" ? `“${words}”` : words;
  // What is too long for a query is too long for a button too.
  return query.length > LONGEST_QUERY
    ? []
    : [action("Search", { name: "search", options: { query } })];
}

const LONGEST_QUERY = 60;

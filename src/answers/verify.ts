import { citationOf } from "../cite/citation.ts";
import type { RunContext } from "../command/types.ts";
import { addressOf } from "../corpus/document.ts";
import { createPrepared } from "../foundation/prepared.ts";
import { createAnalyzer } from "../language/analyzer.ts";
import { stripQuotationMarks } from "../language/quotation-marks.ts";
import { countWords } from "../language/tokenizer.ts";
import { soughtDocument } from "../options/document.ts";
import { paginateList } from "../options/paging.ts";
import {
  type Action,
  action,
  aside,
  type VerificationReply,
  type VerificationsReply,
} from "../reply/reply.ts";
import type { ReportedVerdict, Verification } from "../reply/verification.ts";
import type { Library } from "../search/library.ts";
import { indexByLibrary, memoizeByLibrary } from "../search/memoize-by-library.ts";
import { LINE_BREAK } from "../verify/occurrence.ts";
import type { Span, Stretch, Verdict } from "../verify/verdict.ts";
import { createVerifier } from "../verify/verifier.ts";
import { passageActions, passageLine } from "./actions.ts";
import { type Claim, compareWithClaim, meetsClaim } from "./claim.ts";
import { offerThread } from "./discussion.ts";
import { ellipsesIn, evidenceOf, groupByPassage } from "./evidence.ts";
import { changedSpans, reportVerdict, stretchesOf } from "./verdict.ts";

/** Verifies a quotation, and shows the passages that support the verdict. */
export function verificationReply(
  quoted: string,
  claim: Claim,
  { page: pageNumber, details }: { readonly page: number; readonly details: boolean },
  context: RunContext,
): VerificationReply {
  const { library, again } = context;
  const { stretches, changed, ...verification } = verify(quoted, claim, library);
  const groups = groupByPassage(stretches.flat());
  const { items, page, actions } = paginateList(groups, pageNumber, (page) => again({ page }));
  const [[firstSpan] = []] = groups;
  // Of several, the menu of a message offers all.
  const [onlySpan, ...otherSpans] = stretches.flat();
  const kept = otherSpans.length === 0 ? onlySpan : undefined;
  return {
    kind: "verification",
    ...verification,
    hasDetails: details,
    words: countWords(quoted),
    places: [...new Set(groups.map(([{ document, passage }]) => addressOf(document, passage)))],
    evidence: items.map((spans) => evidenceOf(spans, changed)),
    ellipses: distinctEllipses(items.flat()),
    scope: {
      documents: library.corpus.documents.length,
      passages: library.passageCount,
    },
    page,
    ...(firstSpan && groups.length === 1 && offerThread(passageLine(firstSpan), context)),
    actions: [
      ...actions,
      ...(firstSpan
        ? passageActions(firstSpan, context, kept)
        : searchAction(quoted, verification.verdict)),
      ...(details
        ? []
        : [
            aside(
              "details",
              again({ details: true, page: page.number === 1 ? undefined : page.number }),
            ),
          ]),
    ],
  };
}

function distinctEllipses(spans: readonly Span[]): VerificationReply["ellipses"] {
  const ellipses = spans.flatMap(ellipsesIn);
  const byKey = new Map(ellipses.map((one) => [`${one.text} ${one.setBy ?? ""}`, one]));
  return [...byKey.values()];
}

/**
 * Lists the verdicts on several quotations. `left` is the number of quotations that did not fit.
 */
export function verificationListReply(
  quotations: readonly string[],
  claim: Claim,
  { left, page: pageNumber }: { readonly left: number; readonly page: number },
  { library, again }: RunContext,
): VerificationsReply {
  const entries = [...quotations.entries()];
  const { items, ...paging } = paginateList(entries, pageNumber, (page) => again({ page }));
  return {
    kind: "verifications",
    verifications: items.map(([index, quoted]) => {
      const { stretches, changed: _, ...verification } = verify(quoted, claim, library);
      const [[span] = []] = stretches;
      const number = index + 1;
      return {
        ...verification,
        ...(span && { citation: citationOf(span.document, span.passage).line }),
        open: aside({ kind: "quotation", number }, again({ nth: number, page: undefined })),
      };
    }),
    total: quotations.length,
    left,
    ...paging,
  };
}

function verify(
  quoted: string,
  claim: Claim,
  library: Library,
): Verification & {
  readonly stretches: readonly Stretch[];
  readonly changed: readonly Span[];
} {
  const verdict = verdictOn(quoted, claim, library);
  const stretches = stretchesOf(verdict);
  return {
    quoted: quoted.replaceAll(LINE_BREAK, " "),
    verdict: reportVerdict(verdict),
    claim: compareWithClaim(claim, verdict, stretches),
    stretches,
    changed: changedSpans(verdict),
  };
}

/** Returns the verdict on a quotation. Places that meet the claim come first. */
export function verdictOn(quoted: string, claim: Claim, library: Library): Verdict {
  return preparedVerdicts(library).take(keyOf(quoted, claim), () =>
    reachVerdict(quoted, claim, library),
  );
}

/** Reaches the verdicts on quotations, one with each step, and keeps them for `verdictOn`. */
export function* prepareVerdicts(
  quotations: readonly string[],
  claim: Claim,
  library: Library,
): Iterable<unknown> {
  for (const quoted of quotations) {
    yield preparedVerdicts(library).prepare(keyOf(quoted, claim), () =>
      reachVerdict(quoted, claim, library),
    );
  }
}

function reachVerdict(quoted: string, claim: Claim, library: Library): Verdict {
  return verifierOf(library).verify(quoted, (document) => meetsClaim(document, claim));
}

/** How many verdicts are kept for answers that are under way. */
const MAX_PREPARED_VERDICTS = 1000;
const preparedVerdicts = memoizeByLibrary(() => createPrepared<Verdict>(MAX_PREPARED_VERDICTS));

function keyOf(quoted: string, { from, date, letter, scope }: Claim): string {
  return JSON.stringify([quoted, from?.name, date, letter && soughtDocument(letter), scope]);
}

const verifierOf = indexByLibrary((library) => {
  const analyzer = createAnalyzer(library.corpus.language);
  return createVerifier(library.passagePositions(), analyzer, {
    documents: library.corpus.documents,
    occurInNotes: library.occurInNotes,
  });
});

/** The maximum length of a query in an action: a button carries no more. */
const MAX_QUERY_LENGTH = 60;

/** Offers to search for the words, or for a common phrase as it is. */
function searchAction(quoted: string, verdict: ReportedVerdict): readonly Action[] {
  if (verdict.kind === "unjudged" && verdict.reason === "receipt") return [];
  const words = stripQuotationMarks(quoted);
  const query = verdict.kind === "common" ? `“${words}”` : words;
  if (query.length > MAX_QUERY_LENGTH) return [];
  return [action("search", { name: "search", options: { query } })];
}

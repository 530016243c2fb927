import { citationOf } from "../cite/citation.ts";
import type { RunContext } from "../command/types.ts";
import { plural } from "../foundation/format.ts";
import { createAnalyzer } from "../language/analyzer.ts";
import { stripQuotationMarks } from "../language/quotation-marks.ts";
import { countWords } from "../language/tokenizer.ts";
import { paginateList } from "../options/paging.ts";
import { type Action, action, type ListReply, type VerificationReply } from "../reply/reply.ts";
import type { Library } from "../search/library.ts";
import { memoizeByLibrary } from "../search/memoize-by-library.ts";
import type { Verdict } from "../verify/verdict.ts";
import { createVerifier } from "../verify/verifier.ts";
import { passageActions } from "./actions.ts";
import { type Claim, claimLabel, compareWithClaim, meetsClaim } from "./claim.ts";
import { describeEllipsis, evidenceOf, groupByPassage } from "./evidence.ts";
import { describeVerdict, type VerdictText } from "./verdict-text.ts";

/** Verifies a quotation, and shows the passages that support the verdict. */
export function verificationReply(
  quoted: string,
  claim: Claim,
  pageNumber: number,
  { library, again }: RunContext,
): VerificationReply {
  const { verdict, title, message, differences, stretches } = evaluate(quoted, claim, library);
  const groups = groupByPassage(stretches.flat());
  const { items, page, actions } = paginateList(groups, pageNumber, (page) => again({ page }));
  const [[firstSpan] = []] = groups;
  return {
    kind: "verification",
    title,
    message,
    differences,
    changes: verdict.kind === "altered" ? verdict.changes : [],
    evidence: items.map(evidenceOf),
    page,
    remarks: [
      ...new Set(items.flat().flatMap(describeEllipsis)),
      describeComparison(quoted, library),
      "This tells where words stand and who prints them, not who wrote them.",
    ],
    actions: [
      ...actions,
      ...(firstSpan ? passageActions(firstSpan) : searchAction(quoted, verdict.kind)),
    ],
  };
}

/**
 * Lists the verdicts on several quotations. `left` is the number of quotations that did not fit.
 */
export function verificationListReply(
  quotations: readonly string[],
  claim: Claim,
  { left, page: pageNumber }: { readonly left: number; readonly page: number },
  { library, again }: RunContext,
): ListReply {
  const entries = [...quotations.entries()];
  const { items, ...paging } = paginateList(entries, pageNumber, (page) => again({ page }));
  const label = claimLabel(claim);
  return {
    kind: "list",
    title: `${plural(quotations.length, "quotation")} compared with this corpus`,
    items: items.map(([index, quoted]) => ({
      label: verdictLine(quoted, claim, library),
      detail: `“${quoted}”`,
      open: action(`Quotation ${index + 1}`, again({ nth: index + 1, page: undefined })),
    })),
    remarks: [
      ...(label === undefined ? [] : [`They are said to stand in a document ${label}.`]),
      ...(left > 0
        ? [
            `${plural(left, "more quotation was", "more quotations were")} not compared whole: ask for them one by one.`,
          ]
        : []),
    ],
    ...paging,
  };
}

/** Formats a verdict in one line: its title and the citation of the first passage. */
function verdictLine(quoted: string, claim: Claim, library: Library): string {
  const { title, stretches } = evaluate(quoted, claim, library);
  const [[span] = []] = stretches;
  return span === undefined ? title : `${title} · ${citationOf(span.document, span.passage).line}`;
}

/** A verdict and its text, in which the claim is taken into account. */
interface Evaluation extends VerdictText {
  readonly verdict: Verdict;
}

function evaluate(quoted: string, claim: Claim, library: Library): Evaluation {
  const verdict = verifierOf(library).verify(quoted, (document) => meetsClaim(document, claim));
  const text = describeVerdict(verdict);
  const comparison = compareWithClaim(claim, verdict, text.stretches);
  if (comparison === undefined) return { verdict, ...text };
  const { isElsewhere, sentence } = comparison;
  return {
    verdict,
    ...text,
    title: isElsewhere ? `Elsewhere: ${text.title.toLowerCase()}` : text.title,
    message: `${text.message} ${sentence}`,
  };
}

const verifierOf = memoizeByLibrary((library) => {
  const analyzer = createAnalyzer(library.corpus.language);
  analyzer.finish();
  return createVerifier(library.passagePositions(), analyzer);
});

function describeComparison(quoted: string, library: Library): string {
  const passages = plural(library.passages({}).length, "passage");
  const documents = plural(library.corpus.documents.length, "document");
  const words = plural(countWords(quoted), "word");
  return `Compared: ${words} with the ${passages} of ${documents}, word by word and then character by character.`;
}

/** The maximum length of a query in an action: a button carries no more. */
const MAX_QUERY_LENGTH = 60;

/** Offers to search for the words, or for a common phrase as it is. */
function searchAction(quoted: string, kind: Verdict["kind"]): readonly Action[] {
  const words = stripQuotationMarks(quoted);
  const query = kind === "common" ? `“${words}”` : words;
  if (query.length > MAX_QUERY_LENGTH) return [];
  return [action("Search", { name: "search", options: { query } })];
}

import { type Claim, claimLabel, verdictLine, verificationReply } from "../src/answers/verify.ts";
import { action, defineCommand } from "../src/command/define-command.ts";
import { flag, hidden, integer, optional } from "../src/command/option-types.ts";
import type { CommandContext } from "../src/command/types.ts";
import { plural } from "../src/foundation/format.ts";
import { documentQuery } from "../src/options/document.ts";
import { page, paginateList } from "../src/options/paging.ts";
import { period } from "../src/options/period.ts";
import { person } from "../src/options/person.ts";
import { MAX_QUOTATION_LENGTH, quotation, verifyOptions } from "../src/options/quotation.ts";
import type { Reply } from "../src/reply/reply.ts";
import { findQuotations } from "../src/verify/quotation-finder.ts";

/** `/verify`: whether words stand in the corpus as somebody quotes them. */
export const verify = defineCommand({
  name: "verify",
  description: "Tell whether words stand in this corpus as they are quoted, and what differs.",
  examples: [
    "/verify text:no changed outcome can be anticipated",
    "/verify text:no changed outcome can be anticipated from:Trump",
  ],
  options: {
    text: quotation("The words as they are quoted, up to 300 of them."),
    from: optional(person("Who is said to have written them.", "from", ["date"])),
    date: optional(period("When they are said to be written: 2019-08-05, August 2019.", ["from"])),
    letter: optional(documentQuery("The letter they are said to stand in: its date or title.")),
    each: optional(flag("Verify each quotation in the text by itself."), false),
    nth: optional(
      hidden(integer("Which of the quotations.", { min: 1, max: MAX_QUOTATION_LENGTH })),
    ),
    left: optional(hidden(integer("How many were left out.", { min: 0, max: 1e6 })), 0),
    page,
  },
  menu: {
    label: "Verify quotation",
    ask: (message) => verifyOptions(findQuotations(message)),
  },

  run({ text, from, date, letter, each, nth, left, page }, run) {
    const claim = { from, date, letter };
    if (!each) return verificationReply(text, claim, page, run);
    const quotations = findQuotations(text);
    // What was left out must be told, even where only one quotation is left.
    const only = quotations.length === 1 && left === 0 ? 1 : 0;
    const one = quotations[(nth ?? only) - 1];
    if (one === undefined) return overview(quotations, claim, { left, page }, run);
    const reply = verificationReply(one, claim, page, run);
    if (nth === undefined) return reply;
    const all = action("All quotations", run.again({ nth: undefined, page: undefined }));
    return { ...reply, actions: [...reply.actions, all] };
  },
});

/** The verdicts on several quotations, each to be opened. */
function overview(
  quotations: readonly string[],
  claim: Claim,
  { left, page }: { readonly left: number; readonly page: number },
  run: CommandContext,
): Reply {
  const { items, ...shown } = paginateList([...quotations.entries()], page, (number) =>
    run.again({ page: number }),
  );
  const label = claimLabel(claim);
  return {
    kind: "list",
    title: `${plural(quotations.length, "quotation")} compared with this corpus`,
    items: items.map(([index, quoted]) => ({
      label: verdictLine(quoted, claim, run),
      detail: `“${quoted}”`,
      open: action(`Quotation ${index + 1}`, run.again({ nth: index + 1, page: undefined })),
    })),
    remarks: [
      ...(label === undefined ? [] : [`They are said to stand in a document ${label}.`]),
      ...(left > 0
        ? [
            `${plural(left, "more quotation was", "more quotations were")} not compared whole: ask for them one by one.`,
          ]
        : []),
    ],
    ...shown,
  };
}

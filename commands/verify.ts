import {
  prepareVerdicts,
  verificationListReply,
  verificationReply,
} from "../src/answers/verify.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { flag, hidden, integer, optional } from "../src/command/option-types.ts";
import { details } from "../src/options/details.ts";
import { documentQuery } from "../src/options/document.ts";
import { itemsOnPage, page } from "../src/options/paging.ts";
import { period } from "../src/options/period.ts";
import { person } from "../src/options/person.ts";
import { MAX_QUOTATION_LENGTH, quotation, verifyOptions } from "../src/options/quotation.ts";
import { within } from "../src/options/scope.ts";
import { action } from "../src/reply/reply.ts";
import { findQuotations } from "../src/verify/quotation-finder.ts";

/** `/verify`: whether the corpus contains words as they are quoted. */
export const verify = defineCommand({
  name: "verify",
  description: "command.verify",
  examples: ({ quoted, person }) => [{ text: quoted }, { text: quoted, from: person }],
  showcase: ({ quoted, misquoted }) => [
    { kind: "true-quotation", options: { text: quoted } },
    { kind: "false-quotation", options: { text: misquoted } },
  ],
  options: {
    text: quotation("option.quotation"),
    from: optional(person("option.claimed-from", "author", ["date"])),
    date: optional(period("option.claimed-date", ["from"])),
    letter: optional(documentQuery("option.claimed-document")),
    in: within("option.in"),
    each: optional(flag("option.each"), false),
    nth: optional(hidden(integer("option.nth", { min: 1, max: MAX_QUOTATION_LENGTH }))),
    left: optional(hidden(integer("option.left", { min: 0, max: 1e6 })), 0),
    details,
    page,
  },
  messageCommand: {
    label: "Verify quotation",
    optionsFrom: (message) => verifyOptions(findQuotations(message)),
  },

  prepare({ text, from, date, letter, in: scope, each, nth, page }, { library }) {
    if (!each || nth !== undefined) return [];
    const quotations = itemsOnPage(findQuotations(text), page);
    return prepareVerdicts(quotations, { from, date, letter, scope }, library);
  },

  run({ text, from, date, letter, in: scope, each, nth, left, details, page }, context) {
    const claim = { from, date, letter, scope };
    const shown = { page, details };
    if (!each) return verificationReply(text, claim, shown, context);
    const quotations = findQuotations(text);
    // The list reports the quotations left out, so it is shown even for a single quotation.
    const position = nth ?? (quotations.length === 1 && left === 0 ? 1 : undefined);
    const chosen = position === undefined ? undefined : quotations[position - 1];
    if (chosen === undefined) {
      return verificationListReply(quotations, claim, { left, page }, context);
    }
    const reply = verificationReply(chosen, claim, shown, context);
    if (nth === undefined) return reply;
    const all = action("all-quotations", context.again({ nth: undefined, page: undefined }));
    return { ...reply, actions: [...reply.actions, all] };
  },
});

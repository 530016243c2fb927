import {
  documentListReply,
  documentPageReply,
  noneDatedReply,
  wholeDocumentReply,
} from "../src/answers/letter.ts";
import { noResults } from "../src/answers/no-results.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { flag, hidden, optional } from "../src/command/option-types.ts";
import { documentQuery, matchesDocument, soughtDocument } from "../src/options/document.ts";
import { page } from "../src/options/paging.ts";
import { person } from "../src/options/person.ts";

/** `/letter`: a document by its date or title, with its summary, its quotations and its sources. */
export const letter = defineCommand({
  name: "letter",
  description: "Show a letter: who to whom, its summary, its quotations and its sources.",
  examples: [
    "/letter date:2019-08-05",
    "/letter date:August 2019",
    "/letter from:Kim date:undated",
  ],
  options: {
    date: optional(documentQuery("A day, a month or a year; a title; or undated.")),
    from: optional(person("Who wrote it.", "from", ["date"])),
    to: optional(person("Whom it was written to.", "to", ["date"])),
    whole: optional(hidden(flag("Show all of it, however long it is.")), false),
    page,
  },

  run({ date, from, to, whole, page }, context) {
    const { library } = context;
    const candidates = library.documents({ from, to });
    const found = candidates.filter((one) => date === undefined || matchesDocument(one, date));
    const [document] = found;
    if (document === undefined) {
      if (date?.kind === "dated" && candidates.length > 0) {
        return noneDatedReply(candidates, date.query);
      }
      return noResults(library, {
        sought: "document",
        filter: { from, to },
        document: date && soughtDocument(date),
      });
    }
    // A document found by words of its title may not be the one that the user means.
    if (found.length > 1 || date?.kind === "titled") return documentListReply(found, page, context);
    return whole
      ? wholeDocumentReply(document, context)
      : documentPageReply(document, page, context);
  },
});

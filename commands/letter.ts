import { discussionReply, documentSubject } from "../src/answers/discussion.ts";
import {
  documentListReply,
  documentPageReply,
  noneDatedReply,
  wholeDocumentReply,
} from "../src/answers/letter.ts";
import { noResults } from "../src/answers/no-results.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { flag, hidden, optional } from "../src/command/option-types.ts";
import { details } from "../src/options/details.ts";
import { discuss } from "../src/options/discuss.ts";
import {
  documentQuery,
  documentsMatching,
  type ListDocuments,
  soughtDocument,
} from "../src/options/document.ts";
import { documentNumber, hasNumber } from "../src/options/number.ts";
import { page } from "../src/options/paging.ts";
import { person } from "../src/options/person.ts";

/** `/letter`: a letter by its date or title, with its quotations and its summary. */
export const letter = defineDocumentCommand("letter", "document");

/** `/document`: the same command in a corpus without letters. */
export const document = defineDocumentCommand("document", "letter");

function defineDocumentCommand(name: "letter" | "document", alias: string) {
  return defineCommand({
    name,
    alias,
    description: `command.${name}`,
    examples: ({ document, firstYear, person }) => [
      { date: document },
      { date: firstYear },
      { from: person },
    ],
    showcase: ({ document }) => [{ kind: name, options: { date: document } }],
    options: {
      date: optional(documentQuery("option.document")),
      from: optional(person("option.from", "from", ["date"])),
      to: optional(person("option.to", "to", ["date"])),
      number: optional(documentNumber("option.number")),
      whole: optional(hidden(flag("option.whole")), false),
      details,
      discuss,
      page,
    },

    run({ date, from, to, number, whole, details, discuss, page }, context) {
      const listDocuments: ListDocuments = (isDated) =>
        context.library
          .documents({ from, to }, isDated)
          .filter((one) => number === undefined || hasNumber(one, number));
      const found = date === undefined ? listDocuments() : documentsMatching(date, listDocuments);
      const [document] = found;
      if (document === undefined) {
        if (date?.kind === "dated" && listDocuments().length > 0) {
          return noneDatedReply(date.query, listDocuments);
        }
        return noResults(context, {
          sought: "document",
          filter: { from, to },
          document:
            number === undefined ? date && soughtDocument(date) : { kind: "numbered", number },
        });
      }
      // A document found by words of its title may not be the one that the user means.
      if (found.length > 1 || date?.kind === "titled") {
        return documentListReply(found, page, context);
      }
      if (discuss) return discussionReply(documentSubject(document, context.day), context);
      return whole
        ? wholeDocumentReply(document, context)
        : documentPageReply(document, { page, details }, context);
    },
  });
}

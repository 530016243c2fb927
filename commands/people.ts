import { documentItem } from "../src/answers/document-item.ts";
import { action, defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import type { Run } from "../src/command/types.ts";
import type { Person } from "../src/corpus/document.ts";
import { concerns, isOfOrNames } from "../src/corpus/mentions.ts";
import { counted } from "../src/foundation/format.ts";
import { page, paged } from "../src/options/paging.ts";
import { person } from "../src/options/person.ts";
import { notice, type Reply } from "../src/reply/reply.ts";
import type { Library } from "../src/search/library.ts";

/** `/people`: who wrote, who received, and who is named. */
export const people = defineCommand({
  name: "people",
  description: "List the people, or show one with the forms of the name and their documents.",
  examples: ["/people", "/people person:Pompeo"],
  options: { person: optional(person("The person to show.", "anyone", [])), page },

  run({ person, page }, run) {
    if (person !== undefined) return shown(person, page, run);
    const { library, again } = run;
    const all = [...library.corpus.people.values()];
    if (all.length === 0) {
      return notice("This corpus names no people. /search finds what its documents say.");
    }
    const { items, ...shownPage } = paged(all, page, (number) => again({ page: number }));
    return {
      kind: "list",
      title: counted(all.length, "person", "people"),
      items: items.map((one) => ({
        label: one.name,
        detail: [one.role, countsOf(one, library)].filter((part) => part !== undefined).join(" · "),
        open: action(one.name, again({ person: one.name, page: undefined })),
      })),
      remarks: [],
      ...shownPage,
    };
  },
});

function shown(person: Person, asked: number, { library, again }: Run): Reply {
  const { documents } = library.corpus;
  const own = documents.filter((document) => concerns(person, document));
  const wrote = documents.filter(({ from }) => from.includes(person)).length;
  const received = documents.filter(({ to }) => to.includes(person)).length;
  const { items, page, actions } = paged(own, asked, (number) => again({ page: number }));
  return {
    kind: "article",
    title: person.name,
    paragraphs: [`${countsOf(person, library)}: by, to or naming this person.`],
    facts: [
      ...(person.role === undefined ? [] : [{ label: "Role", value: person.role }]),
      ...(person.forms.length > 0 ? [{ label: "Also", value: person.forms.join(", ") }] : []),
      ...(wrote > 0 ? [{ label: "Wrote", value: counted(wrote, "document") }] : []),
      ...(received > 0 ? [{ label: "Received", value: counted(received, "document") }] : []),
    ],
    items: items.map(documentItem),
    page,
    actions: [
      ...(library.passages({ from: person }).length > 0
        ? [action("Quote", { name: "quote", options: { from: person.name } })]
        : []),
      ...(own.length > 0 || library.corpus.events.some(({ named }) => named.includes(person))
        ? [action("Timeline", { name: "timeline", options: { person: person.name } })]
        : []),
      ...actions,
    ],
  };
}

function countsOf(person: Person, library: Library): string {
  const documents = library.corpus.documents.filter((document) => concerns(person, document));
  const passages = library.passages({}).filter((place) => isOfOrNames(person, place));
  return `${counted(documents.length, "document")}, ${counted(passages.length, "passage")}`;
}

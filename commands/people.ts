import { documentItem } from "../src/answers/document-item.ts";
import { action, defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import type { CommandContext } from "../src/command/types.ts";
import type { Person } from "../src/corpus/document.ts";
import { isByOrMentions, mentions } from "../src/corpus/mentions.ts";
import { plural } from "../src/foundation/format.ts";
import { page, paginateList } from "../src/options/paging.ts";
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
    if (person !== undefined) return showPerson(person, page, run);
    const { library, again } = run;
    const all = [...library.corpus.people.values()];
    if (all.length === 0) {
      return notice("This corpus names no people. /search finds what its documents say.");
    }
    const { items, ...shownPage } = paginateList(all, page, (number) => again({ page: number }));
    return {
      kind: "list",
      title: plural(all.length, "person", "people"),
      items: items.map((one) => ({
        label: one.name,
        detail: [one.role, describeCounts(one, library)]
          .filter((part) => part !== undefined)
          .join(" · "),
        open: action(one.name, again({ person: one.name, page: undefined })),
      })),
      remarks: [],
      ...shownPage,
    };
  },
});

function showPerson(person: Person, asked: number, { library, again }: CommandContext): Reply {
  const { documents } = library.corpus;
  const own = documents.filter((document) => mentions(person, document));
  const wrote = documents.filter(({ from }) => from.includes(person)).length;
  const received = documents.filter(({ to }) => to.includes(person)).length;
  const { items, page, actions } = paginateList(own, asked, (number) => again({ page: number }));
  return {
    kind: "article",
    title: person.name,
    paragraphs: [`${describeCounts(person, library)}: by, to or naming this person.`],
    facts: [
      ...(person.role === undefined ? [] : [{ label: "Role", value: person.role }]),
      ...(person.forms.length > 0 ? [{ label: "Also", value: person.forms.join(", ") }] : []),
      ...(wrote > 0 ? [{ label: "Wrote", value: plural(wrote, "document") }] : []),
      ...(received > 0 ? [{ label: "Received", value: plural(received, "document") }] : []),
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

function describeCounts(person: Person, library: Library): string {
  const documents = library.corpus.documents.filter((document) => mentions(person, document));
  const passages = library.passages({}).filter((place) => isByOrMentions(person, place));
  return `${plural(documents.length, "document")}, ${plural(passages.length, "passage")}`;
}

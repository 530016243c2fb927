import { describePersonCounts, personReply } from "../src/answers/people.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import { plural } from "../src/foundation/format.ts";
import { page, paginateList } from "../src/options/paging.ts";
import { person } from "../src/options/person.ts";
import { action, notice } from "../src/reply/reply.ts";

/** `/people`: the people of the corpus, as authors, recipients or named in it. */
export const people = defineCommand({
  name: "people",
  description: "List the people, or show one with the forms of the name and their documents.",
  examples: ["/people", "/people person:Pompeo"],
  options: { person: optional(person("The person to show.", "anyone", [])), page },

  run({ person, page }, context) {
    if (person !== undefined) return personReply(person, page, context);
    const { library, again } = context;
    const all = [...library.corpus.people.values()];
    if (all.length === 0) {
      return notice("This corpus names no people. /search finds what its documents say.");
    }
    const { items, ...paging } = paginateList(all, page, (page) => again({ page }));
    return {
      kind: "list",
      title: plural(all.length, "person", "people"),
      items: items.map((one) => {
        const counts = describePersonCounts(one, library);
        return {
          label: one.name,
          detail: one.role === undefined ? counts : `${one.role} · ${counts}`,
          open: action(one.name, again({ person: one.name, page: undefined })),
        };
      }),
      remarks: [],
      ...paging,
    };
  },
});

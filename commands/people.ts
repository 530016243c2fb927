import { everywhereActions } from "../src/answers/no-results.ts";
import { mentionsIn, personCounts, personReply } from "../src/answers/people.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import { page, paginateList } from "../src/options/paging.ts";
import { person } from "../src/options/person.ts";
import { within } from "../src/options/scope.ts";
import { aside, notice } from "../src/reply/reply.ts";

/** `/people`: the people of the corpus, as authors, recipients or named in it. */
export const people = defineCommand({
  name: "people",
  description: "command.people",
  examples: ({ person }) => [{}, { person }],
  isUseful: ({ corpus }) => corpus.people.size > 0,
  options: {
    person: optional(person("option.shown-person", "anyone", [])),
    in: within("option.in"),
    page,
  },

  run({ person, in: scope, page }, context) {
    if (person !== undefined) return personReply(person, scope, page, context);
    const { library, again } = context;
    const counts = mentionsIn(library, scope);
    const all = [...library.corpus.people.values()].filter(
      (one) => scope === undefined || counts.has(one),
    );
    if (all.length === 0) {
      return notice({ kind: "nothing-listed", of: "people" }, everywhereActions(scope, context));
    }
    const { items, ...paging } = paginateList(all, page, (page) => again({ page }));
    return {
      kind: "people",
      people: items.map((one) => ({
        name: one.name,
        ...(one.role !== undefined && { role: one.role }),
        ...personCounts(one, library, scope),
        open: aside(
          { kind: "value", value: one.name },
          again({ person: one.name, page: undefined }),
        ),
      })),
      total: all.length,
      ...paging,
    };
  },
});

import { expect, test } from "vitest";
import { createFilterIndex } from "../../src/search/filter.ts";
import { createSearchEntries } from "../../src/search/search-entry.ts";
import { libraryOf } from "../library.ts";

test("a filter by topic looks only at the entries on it", () => {
  const library = libraryOf({
    "topics.yaml": "lamps: { label: Lamps }\nboats: { label: Boats }\n",
    ...Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [
        `log-${at}.md`,
        `---\ntopics: [${at % 100 === 0 ? "lamps" : "boats"}]\n---\n\nEntry ${at} of the log.\n`,
      ]),
    ),
  });
  const { corpus } = library;
  const entries = createSearchEntries(corpus)();
  let examined = 0;
  const kindOf = (id: number) => {
    examined += 1;
    return entries.kindOf(id);
  };
  const lineages = new Map([...corpus.topics.keys()].map((id) => [id, [id]]));
  const filters = createFilterIndex({ ...entries, kindOf }, library.documentPlaces, lineages);
  const topic = corpus.topics.get("lamps");
  const found = filters.allowed({ topic }, ["document"]);
  expect([...(found?.values() ?? [])].map((id) => entries.at(id))).toMatchObject([
    { document: { id: "log-0" } },
    { document: { id: "log-100" } },
    { document: { id: "log-200" } },
  ]);
  expect(examined).toBeLessThan(10);
});

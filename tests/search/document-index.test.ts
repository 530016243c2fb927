import fc from "fast-check";
import { expect, test } from "vitest";
import { parseEdtfDate } from "../../src/corpus/date.ts";
import { type CorpusPart, type Filter, matchesFilter } from "../../src/search/filter.ts";
import { libraryOf } from "../library.ts";

const PEOPLE = ["Ada Quill", "Tom Reed"];
const TOPICS = ["light", "lamps", "boats"];
const TABLES = {
  "people.yaml": "Ada Quill: { also: [A. Quill] }\nTom Reed: {}\n",
  "topics.yaml":
    "light: { label: Light }\nlamps: { label: Lamps, broader: light }\nboats: { label: Boats }\n",
};
const PARTS: readonly CorpusPart[] = [
  { kind: "document", id: "log", label: "" },
  { kind: "work", id: "log", label: "" },
  { kind: "folder", path: "letters", label: "" },
  { kind: "folder", path: "letters/late", label: "" },
];

const file = fc
  .record({
    folder: fc.constantFrom("", "letters/", "letters/late/", "letters-2/"),
    from: fc.subarray(PEOPLE),
    author: fc.option(fc.constantFrom("a. quill", "Tom Reed", "Eve Moss")),
    to: fc.subarray(PEOPLE),
    topics: fc.subarray(TOPICS),
    date: fc.option(fc.constantFrom("1800", "1801-05", "1800/1802", "1803-01-01")),
    "part-of": fc.option(fc.constant("log")),
  })
  .map(({ folder, ...fields }) => ({
    folder,
    header: Object.entries(fields).flatMap(([key, value]) =>
      value === null ? [] : `${key}: ${JSON.stringify(value)}\n`,
    ),
  }));

const filter = fc.record({
  from: fc.option(fc.constantFrom(...PEOPLE, "A. Quill", "Eve Moss")),
  to: fc.option(fc.constantFrom(...PEOPLE)),
  topic: fc.option(fc.constantFrom(...TOPICS)),
  period: fc.option(fc.constantFrom("1800", "1801", "1802/1803")),
  scope: fc.option(fc.constantFrom(...PARTS)),
});

test("documents found by an index are those that a filter accepts one by one", () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 8 }), filter, (files, sought) => {
      const library = libraryOf({
        ...TABLES,
        "log.md": "---\ntitle: The log\n---\n\nA log.\n",
        ...Object.fromEntries(
          files.map(({ folder, header }, at) => [
            `${folder}entry-${at}.md`,
            `---\ntitle: Entry ${at}\n${header.join("")}---\n\nEntry ${at}.\n`,
          ]),
        ),
      });
      const { people, topics, documents } = library.corpus;
      const personCalled = (name: string | null) =>
        name === null ? undefined : (people.get(name) ?? { name, forms: [] });
      const { topic: topicId, period, scope } = sought;
      const topic = topicId === null ? undefined : topics.get(topicId);
      const applied: Filter = {
        from: personCalled(sought.from),
        to: personCalled(sought.to),
        topic,
        period: period === null ? undefined : parseEdtfDate(period),
        scope: scope ?? undefined,
      };
      const expected = documents.filter(
        (one) =>
          matchesFilter(applied, one) &&
          (topic === undefined || library.includesTopic(one.topics, topic)),
      );
      expect(library.documents(applied)).toEqual(expected);
      const places = library.documentPlaces(applied);
      expect(documents.filter((_, place) => places.has(place))).toEqual(expected);
    }),
  );
});

import { expect, test } from "vitest";
import type { Document } from "../../src/corpus/document.ts";
import { buildIndexes, indexedEntriesOf } from "../../src/search/index/build-indexes.ts";
import { createLibrary } from "../../src/search/library.ts";
import { libraryOf } from "../library.ts";

const COUNT = 40;

/** A library whose documents record when their passages are asked for, which a snapshot unpacks only then. */
function observedLibrary() {
  const { corpus } = libraryOf(
    Object.fromEntries(
      Array.from({ length: COUNT }, (_, at) => [
        `log-${at}.md`,
        `# Log ${at}\n\nOn night ${at} the lamp burnt.\n\nThe keeper of night ${at} slept.\n`,
      ]),
    ),
  );
  const unpacked = new Set<string>();
  const documents = corpus.documents.map(
    (document): Document => ({
      ...document,
      get passages() {
        unpacked.add(document.id);
        return document.passages;
      },
    }),
  );
  const indexes = buildIndexes(indexedEntriesOf(corpus));
  return { library: createLibrary({ ...corpus, documents }, new Date(0), indexes), unpacked };
}

test("a search unpacks the documents of its hits alone", () => {
  const { library, unpacked } = observedLibrary();
  const { hits, total } = library.search("keeper lamp", {}, { limit: 3 });
  expect(total).toBe(2 * COUNT);
  expect(hits.map(({ excerpt }) => excerpt.matches.length)).toEqual([1, 1, 1]);
  expect(unpacked.size).toBeGreaterThan(0);
  expect(unpacked.size).toBeLessThanOrEqual(3);
});

test("nothing is unpacked to count, to find a phrase or to list documents", () => {
  const { library, unpacked } = observedLibrary();
  expect(library.passageCount).toBe(2 * COUNT);
  expect(library.documents({})).toHaveLength(COUNT);
  expect(library.search('"the lamp burnt"', {}, { limit: 0 }).total).toBe(COUNT);
  expect([...unpacked]).toEqual([]);
});

test("all is unpacked in steps once there is time", () => {
  const { library, unpacked } = observedLibrary();
  let isBuilding = true;
  while (isBuilding) isBuilding = library.buildSome();
  expect(unpacked.size).toBe(COUNT);
});

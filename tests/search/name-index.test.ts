import { expect, test } from "vitest";
import { createNameIndex } from "../../src/search/suggest/name-index.ts";

const documents = createNameIndex([
  { value: "kim", names: ["Letter from Kim Jong Un to Donald J. Trump", "2019-08-05"] },
  { value: "trump", names: ["Letter from Donald J. Trump to Kim Jong Un", "2019-03-22"] },
  { value: "pompeo", names: ["Note by Mike Pompeo"] },
]);

test.each([
  ["letter from k", ["kim"]],
  ["trump to", ["trump"]],
  ["2019", ["kim", "trump"]],
  ["", ["kim", "trump", "pompeo"]],
])("names that contain the typed text come alone: %s", (typed, values) => {
  expect(documents.complete(typed, 5)).toEqual(values);
});

test.each([
  ["pompeo note", ["pompeo"]],
  ["pompoe", ["pompeo"]],
  ["mik pomp", ["pompeo"]],
  ["donlad lettr", ["kim", "trump"]],
  ["zeppelin", []],
  ["!", []],
])("otherwise words match in any order, by prefix or similar spelling: %s", (typed, values) => {
  expect(documents.complete(typed, 5).toSorted()).toEqual(values);
});

test("the limit caps the number of values", () => {
  expect(documents.complete("lettr", 1)).toHaveLength(1);
});

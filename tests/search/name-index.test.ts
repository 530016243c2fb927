import { expect, test } from "vitest";
import { createNameIndex } from "../../src/search/suggest/name-index.ts";

const letters = createNameIndex([
  { value: "kim", names: ["Letter from Kim Jong Un to Donald J. Trump", "2019-08-05"] },
  { value: "trump", names: ["Letter from Donald J. Trump to Kim Jong Un", "2019-03-22"] },
  { value: "pompeo", names: ["Note by Mike Pompeo"] },
]);

test.each([
  ["letter from k", ["kim"]],
  ["trump to", ["trump"]],
  ["2019", ["kim", "trump"]],
  ["", ["kim", "trump", "pompeo"]],
])("what goes on as it is typed comes alone: %s", (typed, values) => {
  expect(letters.complete(typed, 5)).toEqual(values);
});

test.each([
  ["pompeo note", ["pompeo"]],
  ["pompoe", ["pompeo"]],
  ["mik pomp", ["pompeo"]],
  ["donlad lettr", ["kim", "trump"]],
  ["zeppelin", []],
  ["!", []],
])("else words come in any order, begun or misspelt: %s", (typed, values) => {
  expect(letters.complete(typed, 5).toSorted()).toEqual(values);
});

test("as many as are wanted come", () => {
  expect(letters.complete("lettr", 1)).toHaveLength(1);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { closestSpelling } from "../../src/foundation/spelling.ts";
import { fold } from "../../src/language/fold.ts";
import { createNameFinder, createNameIndex } from "../../src/search/suggest/name-index.ts";

const documents = createNameIndex(() => [
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

test("values are found as if each name was searched by itself, at whatever stage the index is", () => {
  const name = fc.string({ unit: fc.constantFrom("a", "b", "É", " ", "\n", "-"), maxLength: 5 });
  const names = fc.array(fc.array(name, { maxLength: 3 }), { maxLength: 8 });
  fc.assert(
    fc.property(
      names,
      name,
      fc.integer({ min: 1, max: 9 }),
      fc.nat(2),
      (all, typed, limit, steps) => {
        const finder = createNameFinder(() => all.map((names, value) => ({ value, names })));
        for (let step = 0; step < steps; step++) finder.buildSome();
        const sought = fold(typed);
        const having = (matches: (name: string) => boolean) =>
          all.flatMap((names, value) => (names.map(fold).some(matches) ? [value] : []));
        const exact = having((one) => one === sought);
        const expected = [
          ...exact,
          ...having((one) => one.startsWith(sought)),
          ...having((one) => one.includes(sought)),
        ];
        expect(finder.find(typed, limit)).toEqual([...new Set(expected)].slice(0, limit));
        expect(finder.withName(typed)).toEqual(exact);
      },
    ),
  );
});

test("a name is resolved by itself, otherwise by all of its words, and a misspelt one has a near one", () => {
  const name = fc.string({
    unit: fc.constantFrom("a", "b", "c", "É", " ", "-", "7"),
    maxLength: 8,
  });
  const names = fc.array(fc.array(name, { maxLength: 3 }), { maxLength: 8 });
  fc.assert(
    fc.property(names, name, (all, typed) => {
      const folded = all.map((names) => names.map(fold));
      const having = (matches: (name: string) => boolean) =>
        folded.flatMap((names, value) => (names.some(matches) ? [value] : []));
      const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
      const words = wordsOf(fold(typed));
      const exact = having((one) => one === fold(typed));
      const byWords = having((one) => words.every((word) => wordsOf(one).includes(word)));
      const values = exact.length > 0 || words.length === 0 ? exact : byWords;
      const nearName = closestSpelling(fold(typed), folded.flat());
      const near = folded.findIndex((names) => nearName !== undefined && names.includes(nearName));
      const found = createNameFinder(() => all.map((names, value) => ({ value, names }))).resolve(
        typed,
      );
      if (values.length > 1) expect(found).toEqual({ kind: "several", values });
      else if (values.length === 1) expect(found).toEqual({ kind: "one", value: values[0] });
      else expect(found).toEqual({ kind: "none", ...(near !== -1 && { near }) });
    }),
  );
});

test("short words are completed by all values that have words beginning like each of them", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 3 });
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
  const names = fc.array(fc.array(name, { minLength: 1, maxLength: 2 }), { maxLength: 8 });
  fc.assert(
    fc.property(names, fc.array(word, { minLength: 1, maxLength: 3 }), (all, typed) => {
      const index = createNameIndex(() => all.map((names, value) => ({ value, names })));
      const text = typed.join(" ");
      const containing = all.flatMap((names, value) =>
        names.some((name) => name.includes(text)) ? [value] : [],
      );
      const beginning = all.flatMap((names, value) => {
        const words = names.flatMap((name) => name.split(" "));
        return typed.every((start) => words.some((one) => one.startsWith(start))) ? [value] : [];
      });
      const found = index.complete(text, 100).toSorted();
      expect(found).toEqual(containing.length > 0 ? containing : beginning);
      expect(index.complete(text, 2)).toHaveLength(Math.min(2, found.length));
    }),
  );
});

test.each<[string, string, readonly string[]]>([
  ["a text of many words", "mike pompeo note ".repeat(30), ["pompeo"]],
  ["a text of many letters", "a b c d e f g h i j k l m n o p q r s t u v w x y z", []],
])("the work for %s is that for a few of its words", (_, typed, values) => {
  expect(documents.complete(typed, 5)).toEqual(values);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { cite } from "../../commands/cite.ts";
import { letter } from "../../commands/letter.ts";
import { quotationOf } from "../../src/cite/quotation.ts";
import { checkReceipt, parseReceipt, receiptOf } from "../../src/cite/receipt.ts";
import { elementAt } from "../../src/foundation/checked-access.ts";
import type { Library } from "../../src/search/library.ts";
import { contextOf, expectKind, libraryOf } from "../library.ts";
import { runs } from "../thoroughness.ts";

/** Files with paths of few names, so that these repeat, each with words of its own. */
const files = fc.uniqueArray(
  fc
    .tuple(
      fc.array(fc.constantFrom("a", "b", "c d", "가"), { maxLength: 3 }),
      fc.constantFrom("readme", "a", "소개", "b-readme"),
    )
    .map(([folders, name]) => [...folders, `${name}.md`].join("/"))
    .filter((path) => path !== "readme.md"),
  { minLength: 2, maxLength: 8 },
);

const wordsOf = (path: string) => `The same beginning. These are the words of ${path}.`;
const libraryWith = (paths: readonly string[]) =>
  libraryOf(Object.fromEntries(paths.map((path) => [path, wordsOf(path)])));

/** Returns a receipt for the words of each document. */
function receiptsOf(library: Library): ReadonlyMap<string, string> {
  return new Map(
    library.corpus.documents.map((document) => {
      const passage = elementAt(document.passages, 0);
      return [document.path, receiptOf(quotationOf(document, passage), passage)];
    }),
  );
}

test("an id that other files of its name change still leads to its file, and receipts to the words", () => {
  fc.assert(
    fc.property(files, fc.nat(), (paths, cut) => {
      const some = libraryWith(paths.slice(0, 1 + (cut % (paths.length - 1))));
      const all = libraryWith(paths);
      for (const [before, after] of [
        [some, all],
        [all, some],
      ] as const) {
        const receipts = receiptsOf(before);
        for (const { id, path } of before.corpus.documents) {
          if (!after.corpus.documents.some((one) => one.path === path)) continue;
          const called = after.documentsCalled(id);
          expect(called.map((one) => one.path)).toContain(path);
          if (called.length === 1) expect(after.document(id)?.path).toBe(path);
          const receipt = parseReceipt(receipts.get(path) ?? "");
          if (receipt === undefined) throw new Error("That is no receipt.");
          expect(checkReceipt(receipt, after)).toMatchObject({
            kind: "unchanged",
            quotation: { text: wordsOf(path) },
          });
        }
      }
    }),
    { numRuns: runs(25) },
  );
});

test("an id that two files have had is answered with both", () => {
  const context = contextOf(
    libraryOf({
      "a/guide.md": "# North\n\nThe northern way.",
      "b/guide.md": "# South\n\nThe southern way.",
    }),
  );
  const { documents } = expectKind("documents", letter.respond({ date: "guide" }, context));
  expect(documents.map(({ document: { title } }) => title)).toEqual(["North", "South"]);
  for (const passage of ["guide", "guide¶1"]) {
    const { actions } = expectKind("notice", cite.respond({ passage }, context));
    expect(JSON.stringify(actions)).toMatch(/a-guide.*b-guide/);
  }
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { createSearchEntries, documentOf } from "../../src/search/search-entry.ts";
import { libraryOf } from "../library.ts";
import { runs } from "../thoroughness.ts";

const NOTE = "The keeper kept this log.";
const QUOTATION = "> The lamp burnt all night.\n>\n> — @herald";

test("entries have the same number in every way, whatever documents consist of", () => {
  const document = fc.array(fc.constantFrom(NOTE, QUOTATION), { maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(document, { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      (documents, hasEvents) => {
        const { corpus } = libraryOf({
          "corpus.yaml": "body: notes\n",
          "sources.yaml": "herald: { type: book, title: The Herald }\n",
          ...(hasEvents && {
            "events.yaml":
              "- { date: 1907-03, title: A gale, text: It rose., sources: [herald] }\n",
          }),
          ...Object.fromEntries(
            documents.map((parts, at) => [
              `log-${at}.md`,
              `# Log ${at}\n\n## Night\n\n${parts.map((part, index) => part.replace(".", ` ${index}.`)).join("\n\n")}\n`,
            ]),
          ),
        });
        const entries = createSearchEntries(corpus)();
        const ids = Array.from({ length: entries.count }, (_, id) => id);
        const passageIds = [...entries.passageIds];
        const otherIds = [...entries.otherIds];
        expect([...passageIds, ...otherIds].sort((a, b) => a - b)).toEqual(ids);
        for (const id of ids) {
          const entry = entries.at(id);
          expect(entries.kindOf(id)).toBe(entry.kind);
          expect(entries.isPassage(id)).toBe(entry.kind === "passage");
          expect(entry.kind === "document").toBe(id >= entries.proseCount);
          expect((entry.kind === "passage" ? passageIds : otherIds)[entries.textIdOf(id)]).toBe(id);
          expect(entries.documents[entries.documentNumberOf(id)]).toBe(documentOf(entry));
        }
        expect(entries.passages()).toEqual(passageIds.map(entries.at));
        expect(corpus.documents.flatMap(({ passages }) => passages)).toEqual(
          entries.passages().map(({ passage }) => passage),
        );
      },
    ),
    { numRuns: runs(60) },
  );
});

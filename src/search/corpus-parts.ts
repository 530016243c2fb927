import { type CorpusPart, scopeValue } from "./filter.ts";
import { indexByLibrary } from "./memoize-by-library.ts";
import { createNameFinder } from "./suggest/name-index.ts";

/** All parts of a corpus: works first, then folders, then documents. */
export const corpusParts = indexByLibrary(({ corpus, document }) => {
  const works = new Map<string, CorpusPart>();
  const folders = new Map<string, CorpusPart>();
  for (const { path, work } of corpus.documents) {
    if (work !== undefined) {
      works.set(work.id, { kind: "work", id: work.id, label: work.title });
    }
    const parts = path.split("/").slice(0, -1);
    parts.forEach((_, index) => {
      const folder = parts.slice(0, index + 1).join("/");
      if (!folders.has(folder))
        folders.set(folder, { kind: "folder", path: folder, label: folder });
    });
  }
  // The document that describes a work has the id of the work.
  const documents = corpus.documents
    .filter(({ id }) => !works.has(id))
    .map(({ id, title }): CorpusPart => ({ kind: "document", id, label: title }));
  const all = [...works.values(), ...folders.values(), ...documents];
  const byValue = new Map(all.toReversed().map((one) => [normalizeValue(scopeValue(one)), one]));
  return {
    ...createNameFinder(all.map((value) => ({ value, names: [value.label, scopeValue(value)] }))),
    /** Returns the part that a value of `scopeValue` names, or a former id. */
    withValue: (value: string) =>
      byValue.get(normalizeValue(value)) ?? byValue.get(document(value)?.id ?? ""),
  };
});

function normalizeValue(value: string): string {
  return value.toLowerCase().replace(/\/$/, "");
}

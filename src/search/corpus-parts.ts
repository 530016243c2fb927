import { eachInSteps, lazyInSteps } from "../foundation/lazy.ts";
import { type CorpusPart, scopeValue } from "./filter.ts";
import { indexByLibrary } from "./memoize-by-library.ts";
import { createNameFinder } from "./suggest/name-index.ts";

/** All parts of a corpus: works first, then folders, then documents. */
export const corpusParts = indexByLibrary(({ corpus, document }) => {
  const parts = lazyInSteps(function* () {
    const works = new Map<string, CorpusPart>();
    const folders = new Map<string, CorpusPart>();
    yield* eachInSteps(corpus.documents, ({ path, work }) => {
      if (work !== undefined) {
        works.set(work.id, { kind: "work", id: work.id, label: work.title });
      }
      const names = path.split("/").slice(0, -1);
      names.forEach((_, index) => {
        const folder = names.slice(0, index + 1).join("/");
        if (!folders.has(folder))
          folders.set(folder, { kind: "folder", path: folder, label: folder });
      });
    });
    const all = [...works.values(), ...folders.values()];
    yield* eachInSteps(corpus.documents, ({ id, title }) => {
      // The document that describes a work has the id of the work.
      if (!works.has(id)) all.push({ kind: "document", id, label: title });
    });
    const byValue = new Map<string, CorpusPart>();
    yield* eachInSteps(all, (part) => {
      const value = normalizeValue(scopeValue(part));
      if (!byValue.has(value)) byValue.set(value, part);
    });
    return { all, byValue };
  });
  const finder = createNameFinder(function* () {
    for (const value of parts().all) yield { value, names: [value.label, scopeValue(value)] };
  });
  return {
    ...finder,
    buildSome: () => parts.buildSome() || finder.buildSome(),
    /** Returns the part that a value of `scopeValue` names, or a former id. */
    withValue(value: string): CorpusPart | undefined {
      const { byValue } = parts();
      return byValue.get(normalizeValue(value)) ?? byValue.get(document(value)?.id ?? "");
    },
  };
});

function normalizeValue(value: string): string {
  return value.toLowerCase().replace(/\/$/, "");
}

import { elementAt, integerAt } from "../foundation/checked-access.ts";
import { fold } from "../language/fold.ts";
import { type CorpusPart, scopeValue } from "./filter.ts";
import { memoizeByLibrary } from "./memoize-by-library.ts";
import { createNameIndex, type NamedValue } from "./suggest/name-index.ts";

/** All parts of a corpus: works first, then folders, then documents. */
export const corpusParts = memoizeByLibrary(({ corpus, document }) => {
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
  const named = all.map(
    (value): NamedValue<CorpusPart> => ({ value, names: [value.label, scopeValue(value)] }),
  );
  // One text of all names is searched much faster than each name by itself.
  const lines = named.flatMap(({ names }, at) => names.map((name) => ({ at, name: fold(name) })));
  const text = lines.map(({ name }) => `\n${name.replaceAll("\n", " ")}`).join("");
  const starts = new Uint32Array(lines.length);
  lines.reduce((start, { name }, line) => {
    starts[line] = start;
    return start + name.length + 1;
  }, 0);
  let index: ReturnType<typeof createNameIndex<CorpusPart>> | undefined;
  return {
    /** Returns the part that a value of `scopeValue` names, or a former id. */
    withValue: (value: string) =>
      byValue.get(normalizeValue(value)) ?? byValue.get(document(value)?.id ?? ""),
    names: () => (index ??= createNameIndex(named)),
    /** Returns parts with a name that begins with what is typed, then some that contain it. */
    complete(typed: string, limit: number): readonly CorpusPart[] {
      const name = fold(typed);
      const found = new Set<CorpusPart>();
      for (const sought of [`\n${name}`, name]) {
        let from = text.indexOf(sought);
        while (from !== -1 && found.size < limit) {
          const line = lineAt(starts, from);
          found.add(elementAt(all, elementAt(lines, line).at));
          const next = starts[line + 1];
          // An empty text would be found at the end again and again.
          from = next === undefined ? -1 : text.indexOf(sought, next);
        }
      }
      return [...found];
    },
  };
});

function normalizeValue(value: string): string {
  return value.toLowerCase().replace(/\/$/, "");
}

/** Returns the last line that begins at `offset` or before it. */
function lineAt(starts: Uint32Array, offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (integerAt(starts, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

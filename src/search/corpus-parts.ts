import { elementAt, integerAt } from "../foundation/checked-access.ts";
import { lazy } from "../foundation/lazy.ts";
import { fold } from "../language/fold.ts";
import { type CorpusPart, scopeValue } from "./filter.ts";
import { memoizeByLibrary } from "./memoize-by-library.ts";
import { createFoldedNameIndex, type NamedValue } from "./suggest/name-index.ts";

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
  const folded: NamedValue<CorpusPart>[] = [];
  function foldSome(): boolean {
    for (const value of all.slice(folded.length, folded.length + NAMES_PER_STEP)) {
      folded.push({ value, names: [value.label, scopeValue(value)].map(fold) });
    }
    return folded.length < all.length;
  }
  const index = lazy(() => {
    while (foldSome());
    return createPartIndex(folded);
  });
  const names = lazy(() => {
    index();
    return createFoldedNameIndex(folded);
  });
  return {
    /** Returns the part that a value of `scopeValue` names, or a former id. */
    withValue: (value: string) =>
      byValue.get(normalizeValue(value)) ?? byValue.get(document(value)?.id ?? ""),
    names,
    /** Returns parts with a name that begins with what is typed, then some that contain it. */
    complete: (typed: string, limit: number) => index().complete(fold(typed), limit),
    /** Prepares completion for some milliseconds. Returns false once it is prepared. */
    buildSome(): boolean {
      if (foldSome()) return true;
      index();
      return false;
    },
  };
});

/** How many parts are prepared at a time: those of other scripts take a twentieth of a millisecond each. */
const NAMES_PER_STEP = 200;

/** Creates an index of folded names. One text of all names is searched much faster than each by itself. */
function createPartIndex(parts: readonly NamedValue<CorpusPart>[]) {
  const lines = parts.flatMap(({ value, names }) => names.map((name) => ({ value, name })));
  const text = `\n${lines.map(({ name }) => name).join("\n")}`;
  const starts = new Uint32Array(lines.length);
  let start = 0;
  for (const [line, { name }] of lines.entries()) {
    starts[line] = start;
    start += name.length + 1;
  }
  return {
    complete(name: string, limit: number): readonly CorpusPart[] {
      const found = new Set<CorpusPart>();
      for (const sought of [`\n${name}`, name]) {
        let from = text.indexOf(sought);
        while (from !== -1 && found.size < limit) {
          const line = lineAt(starts, from);
          found.add(elementAt(lines, line).value);
          const next = starts[line + 1];
          // An empty text would be found at the end again and again.
          from = next === undefined ? -1 : text.indexOf(sought, next);
        }
      }
      return [...found];
    },
  };
}

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

import type { BuiltInSteps } from "../foundation/lazy.ts";
import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import { memoizeByKey } from "../foundation/memoize-by-text.ts";
import { type Filter, filterKey } from "./filter.ts";
import type { Library } from "./library.ts";

/** Caches what `create` derives from a library for as long as that library lives. */
export const memoizeByLibrary: <T>(create: (library: Library) => T) => (library: Library) => T =
  memoizeByObject;

/** For how many filters of a library a value is cached. */
const MAX_CACHED_FILTERS = 16;

/** Caches what `create` derives from what matches a filter, for the last filters of a library. */
export function memoizeByFilter<T>(
  create: (library: Library, filter: Filter) => T,
): (library: Library, filter: Filter) => T {
  const cached = memoizeByLibrary((library) =>
    memoizeByKey(MAX_CACHED_FILTERS, filterKey, (filter: Filter) => create(library, filter)),
  );
  return (library, filter) => cached(library)(filter);
}

const INDEXES: ((library: Library) => BuiltInSteps)[] = [];

/**
 * Caches the index that `create` derives from a library, as `memoizeByLibrary` does. It is built while the library
 * opens, so that the first user who types does not wait for it.
 */
export function indexByLibrary<T extends BuiltInSteps>(
  create: (library: Library) => T,
): (library: Library) => T {
  const index = memoizeByLibrary(create);
  INDEXES.push(index);
  return index;
}

/** Builds the indexes of `indexByLibrary` for some milliseconds. Returns false once all are built. */
export function buildSomeIndex(library: Library): boolean {
  return INDEXES.some((index) => index(library).buildSome());
}

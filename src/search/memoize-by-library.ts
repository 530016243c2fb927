import type { BuiltInSteps } from "../foundation/lazy.ts";
import type { Library } from "./library.ts";

/** Caches what `create` derives from a library for as long as that library lives. */
export function memoizeByLibrary<T>(create: (library: Library) => T): (library: Library) => T {
  const cache = new WeakMap<Library, T>();
  return (library) => {
    const cached = cache.get(library);
    if (cached !== undefined) return cached;
    const value = create(library);
    cache.set(library, value);
    return value;
  };
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

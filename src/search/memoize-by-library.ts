import type { BuiltInSteps } from "../foundation/lazy.ts";
import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import type { Library } from "./library.ts";

/** Caches what `create` derives from a library for as long as that library lives. */
export const memoizeByLibrary: <T>(create: (library: Library) => T) => (library: Library) => T =
  memoizeByObject;

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

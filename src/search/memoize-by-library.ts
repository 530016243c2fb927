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

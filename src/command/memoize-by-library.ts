import type { Library } from "../search/library.ts";

/** Makes something of a library once, however often it is asked for. */
export function memoizeByLibrary<T>(make: (library: Library) => T): (library: Library) => T {
  const made = new WeakMap<Library, T>();
  return (library) => {
    const known = made.get(library);
    if (known !== undefined) return known;
    const value = make(library);
    made.set(library, value);
    return value;
  };
}

/**
 * Returns data that Ibid made as a T. Only its outermost keys are checked. The rest is trusted, because
 * this very version of Ibid wrote it: in another thread of the process, or into a snapshot, of which
 * the version and the SHA-256 of every byte have been compared. Throws a TypeError if a key is missing.
 */
export function trustShape<T extends object>(data: unknown, keys: readonly (keyof T)[]): T {
  if (hasKeys<T>(data, keys)) return data;
  throw new TypeError(`The data does not have all of these keys: ${keys.join(", ")}.`);
}

function hasKeys<T extends object>(data: unknown, keys: readonly (keyof T)[]): data is T {
  return typeof data === "object" && data !== null && keys.every((key) => Object.hasOwn(data, key));
}

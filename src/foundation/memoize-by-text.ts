/**
 * Returns a function that remembers what `make` returns for the last texts: at most `limit`, and then it forgets all, and
 * begins anew.
 */
export function memoizeByText<T>(limit: number, make: (text: string) => T): (text: string) => T {
  return memoizeByKey(limit, (text) => text, make);
}

/** Returns a function that remembers what `make` returns as `memoizeByText` does, for values with the same key. */
export function memoizeByKey<V, T>(
  limit: number,
  keyOf: (value: V) => string,
  make: (value: V) => T,
): (value: V) => T {
  const made = new Map<string, { readonly value: T }>();
  return (from) => {
    const key = keyOf(from);
    const known = made.get(key);
    if (known !== undefined) return known.value;
    const value = make(from);
    if (made.size >= limit) made.clear();
    made.set(key, { value });
    return value;
  };
}

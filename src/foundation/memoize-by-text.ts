/**
 * Returns a function that remembers what `make` returns for the last texts: at most `limit`, and then it forgets all, and
 * begins anew.
 */
export function memoizeByText<T>(limit: number, make: (text: string) => T): (text: string) => T {
  const made = new Map<string, { readonly value: T }>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known.value;
    const value = make(text);
    if (made.size >= limit) made.clear();
    made.set(text, { value });
    return value;
  };
}

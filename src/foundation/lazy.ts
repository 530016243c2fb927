/** Returns a getter that calls `make` once, on first use. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** An index that is complete at its first use, but can be built before, between other work. */
export interface BuiltInSteps {
  /** Builds for some milliseconds. Returns false once all is built. */
  buildSome(): boolean;
}

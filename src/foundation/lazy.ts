/** Returns a getter that calls `make` once, on first use. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A value that is complete at its first use, but can be built before, between other work. */
export interface BuiltInSteps {
  /** Builds for some milliseconds. Returns false once all is built. */
  buildSome(): boolean;
}

/** How long a step takes, in milliseconds: answers that wait for it notice nothing. */
const STEP_TIME = 2;

/**
 * Returns a getter that completes what `make` makes, on first use, and can be called for a part of it before. `make`
 * yields wherever it may be interrupted.
 */
export function lazyInSteps<T>(make: () => Generator<void, T>): (() => T) & BuiltInSteps {
  let making: Generator<void, T> | undefined;
  let made: { readonly value: T } | undefined;

  function step(): typeof made {
    const current = making ?? make();
    // A value whose making throws is made from the beginning again.
    making = undefined;
    const { done, value } = current.next();
    if (done === true) made = { value };
    else making = current;
    return made;
  }
  function get(): T {
    let complete = made;
    while (complete === undefined) complete = step();
    return complete.value;
  }
  return Object.assign(get, {
    buildSome(): boolean {
      const end = performance.now() + STEP_TIME;
      while (made === undefined && performance.now() < end) step();
      return made === undefined;
    },
  });
}

/** How many items are handled between two interruptions. */
const BATCH = 64;

/** Calls `each` for all items, and yields now and then. */
export function* eachInSteps<T>(
  items: Iterable<T>,
  each: (item: T, index: number) => void,
): Generator<void, void> {
  let index = 0;
  for (const item of items) {
    each(item, index);
    index += 1;
    if (index % BATCH === 0) yield;
  }
}

/** A value that takes long to make: made piece by piece in the background, or at once when needed. */
export interface Later<T> {
  /** The value; makes what is left of it first. */
  get(): T;
  /** Makes it while other things go on. */
  prepare(): Promise<void>;
}

/** How long other things wait at a time while a value is prepared, in milliseconds. */
const SLICE = 20;

/** Makes a value by steps, between any two of which other things may happen. */
export function createLater<T>(steps: () => Generator<undefined, T>): Later<T> {
  let going: Generator<undefined, T> | undefined;
  let made: { readonly value: T } | undefined;

  /** Goes on for some milliseconds. */
  function advance(milliseconds: number): void {
    going ??= steps();
    const end = performance.now() + milliseconds;
    while (made === undefined && performance.now() < end) {
      const step = going.next();
      if (step.done) made = { value: step.value };
    }
    if (made !== undefined) going = undefined;
  }

  return {
    get() {
      if (made === undefined) advance(Number.POSITIVE_INFINITY);
      if (made === undefined) throw new Error("A value that takes long to make was not made.");
      return made.value;
    },
    async prepare() {
      while (made === undefined) {
        advance(SLICE);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

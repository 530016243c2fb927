import * as v from "valibot";

const TIMES = v.pipe(
  v.object({
    p50: v.number(),
    p99: v.number(),
    /** The number of questions. */
    count: v.number(),
  }),
  v.readonly(),
);

/** Answer times in milliseconds. */
export type Times = v.InferOutput<typeof TIMES>;

/** A measurement as the process of an engine prints it. */
export const MEASURED = v.pipe(
  v.object({
    engine: v.string(),
    passages: v.number(),
    buildSeconds: v.number(),
    /** The heap and the buffers outside of it; for a native engine, the growth of the process. */
    bytes: v.number(),
    search: TIMES,
    suggest: v.exactOptional(TIMES),
  }),
  v.readonly(),
);

/** The cost of one engine at one number of passages. */
export type Measured = v.InferOutput<typeof MEASURED>;

/** Returns the median of each number over several runs. */
export function medianOf(runs: readonly Measured[]): Measured {
  const [first] = runs;
  if (first === undefined) throw new Error("There are no runs to take the median of.");
  const suggests = runs.flatMap(({ suggest }) => suggest ?? []);
  return {
    ...first,
    buildSeconds: lowerMedian(runs.map(({ buildSeconds }) => buildSeconds)),
    bytes: lowerMedian(runs.map(({ bytes }) => bytes)),
    search: mediansOf(runs.map(({ search }) => search)),
    ...(suggests.length > 0 && { suggest: mediansOf(suggests) }),
  };
}

/** Returns the median of each time, and the smallest number of questions. */
function mediansOf(times: readonly Times[]): Times {
  return {
    p50: lowerMedian(times.map(({ p50 }) => p50)),
    p99: lowerMedian(times.map(({ p99 }) => p99)),
    count: Math.min(...times.map(({ count }) => count)),
  };
}

/** Returns the median; of an even number of values, the lower of the middle two. */
function lowerMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

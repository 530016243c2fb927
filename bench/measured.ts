/** Answer times in milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
  /** The number of questions. */
  readonly count: number;
}

/** The cost of one engine at one number of passages. */
export interface Measured {
  readonly engine: string;
  readonly passages: number;
  readonly buildSeconds: number;
  /** The heap and the buffers outside of it; for a native engine, the growth of the process. */
  readonly bytes: number;
  readonly search: Times;
  readonly suggest?: Times;
}

/** Returns the median of each number over several runs. */
export function medianOf(runs: readonly Measured[]): Measured {
  const [first] = runs;
  if (first === undefined) throw new Error("There are no runs to take the median of.");
  const suggests = runs.flatMap(({ suggest }) => suggest ?? []);
  return {
    ...first,
    buildSeconds: middle(runs.map(({ buildSeconds }) => buildSeconds)),
    bytes: middle(runs.map(({ bytes }) => bytes)),
    search: middleOf(runs.map(({ search }) => search)),
    ...(suggests.length > 0 && { suggest: middleOf(suggests) }),
  };
}

function middleOf(times: readonly Times[]): Times {
  return {
    p50: middle(times.map(({ p50 }) => p50)),
    p99: middle(times.map(({ p99 }) => p99)),
    count: Math.min(...times.map(({ count }) => count)),
  };
}

/** The lower of two. */
function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

/** How long questions took to answer, in milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
  /** How many were asked. */
  readonly count: number;
}

/** What one engine needs for so many passages. */
export interface Measured {
  readonly engine: string;
  readonly passages: number;
  readonly buildSeconds: number;
  /** The heap and the buffers outside of it; of a native engine, by what the process has grown. */
  readonly bytes: number;
  readonly search: Times;
  readonly suggest?: Times;
}

/** Of several runs of the same, number by number the one in the middle. */
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

/** Of two, the lower. */
function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

export interface Timed<T> {
  readonly result: T;
  readonly milliseconds: number;
}

/** Runs untimed work, and keeps earlier garbage out of the measurement. */
export function timed<T>(action: () => T): Timed<T> {
  collectGarbage(true);
  const start = performance.now();
  const result = action();
  return { result, milliseconds: performance.now() - start };
}

export interface Weighed<T> extends Timed<T> {
  /** The growth of the heap and of the buffers outside of it. */
  readonly bytes: number;
}

export function weighed<T>(action: () => T): Weighed<T> {
  collectGarbage(false);
  const before = bytesInUse();
  const done = timed(action);
  collectGarbage(false);
  return { ...done, bytes: bytesInUse() - before };
}

export interface Grown<T> extends Weighed<T> {
  /** The growth of the process's resident memory, garbage included. */
  readonly residentBytes: number;
}

/** Measures the memory of something that may be built asynchronously, and outside of the heap. */
export async function grown<T>(action: () => Promise<T> | T): Promise<Grown<T>> {
  collectGarbage(false);
  const before = { bytes: bytesInUse(), resident: process.memoryUsage.rss() };
  const start = performance.now();
  const result = await action();
  const milliseconds = performance.now() - start;
  collectGarbage(false);
  const bytes = bytesInUse() - before.bytes;
  return {
    result,
    milliseconds,
    bytes,
    residentBytes: process.memoryUsage.rss() - before.resident,
  };
}

function bytesInUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function collectGarbage(onlyYoung: boolean): void {
  if (globalThis.gc === undefined) {
    throw new Error("Memory can only be measured when Node is started with --expose-gc.");
  }
  globalThis.gc(onlyYoung);
}

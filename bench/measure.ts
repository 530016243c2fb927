export interface TimeMeasurement<T> {
  readonly result: T;
  readonly milliseconds: number;
}

/** Runs `action` and measures its time. Earlier garbage is collected first, so that it costs the action nothing. */
export function measureTime<T>(action: () => T): TimeMeasurement<T> {
  collectGarbage(true);
  const start = performance.now();
  const result = action();
  return { result, milliseconds: performance.now() - start };
}

export interface MemoryMeasurement<T> extends TimeMeasurement<T> {
  /** The growth of the heap and of the buffers outside of it. */
  readonly bytes: number;
}

/** Runs `action` and measures its time and the memory that it keeps. */
export function measureMemory<T>(action: () => T): MemoryMeasurement<T> {
  collectGarbage(false);
  const before = bytesInUse();
  const done = measureTime(action);
  collectGarbage(false);
  return { ...done, bytes: bytesInUse() - before };
}

export interface ResidentMeasurement<T> extends MemoryMeasurement<T> {
  /** The growth of the process's resident memory, garbage included. */
  readonly residentBytes: number;
}

/** Runs `action`, which may be asynchronous, and measures its time and the memory that it keeps, outside of the heap too. */
export async function measureResidentMemory<T>(
  action: () => Promise<T> | T,
): Promise<ResidentMeasurement<T>> {
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

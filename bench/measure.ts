export interface Timed<T> {
  readonly result: T;
  readonly milliseconds: number;
}

/** Does something that may take any time but leaves the garbage of what came before out of it. */
export function timed<T>(action: () => T): Timed<T> {
  collectGarbage(true);
  const start = performance.now();
  const result = action();
  return { result, milliseconds: performance.now() - start };
}

export interface Weighed<T> extends Timed<T> {
  /** By how much the heap and the array buffers have grown. */
  readonly bytes: number;
}

export function weighed<T>(action: () => T): Weighed<T> {
  collectGarbage(false);
  const before = bytesInUse();
  const done = timed(action);
  collectGarbage(false);
  return { ...done, bytes: bytesInUse() - before };
}

function bytesInUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function collectGarbage(onlyYoung: boolean): void {
  if (globalThis.gc === undefined) {
    throw new Error("Memory can only be measured when Node is started with --expose-gc.");
  }
  globalThis.gc(onlyYoung);
}

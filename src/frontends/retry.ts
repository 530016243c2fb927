import { setTimeout as sleep } from "node:timers/promises";

interface RetryOptions {
  /** Ends the attempts when it aborts. */
  readonly signal: AbortSignal;
  /** Whether another attempt after this error would be in vain. */
  readonly isFinal?: (error: unknown) => boolean;
  /** Called with the first error that is not final. The next ones say the same. */
  readonly onFirstFailure: (error: unknown) => void;
}

/** The first pause between two attempts and the longest, in milliseconds. Each is twice the last one. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;

/** Attempts something until it succeeds. Rejects with a final error, or when `signal` aborts. */
export async function retry<T>(
  attempt: () => Promise<T>,
  { signal, isFinal = () => false, onFirstFailure }: RetryOptions,
): Promise<T> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (isFinal(error)) throw error;
      if (pause === FIRST_PAUSE) onFirstFailure(error);
    }
    await sleep(pause, undefined, { signal });
  }
}

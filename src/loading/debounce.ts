/** Turns a burst of triggers into one call. */
export interface Debounce {
  trigger(): void;
  /** Drops a call that is due. */
  cancel(): void;
}

export interface DebounceOptions {
  /** How long no trigger must come before the call, in milliseconds. */
  readonly quietPeriod: number;
  /** How long the call is delayed at most, in milliseconds. */
  readonly maxDelay: number;
}

/** Calls `act` once after each burst of triggers. */
export function createDebounce(
  { quietPeriod, maxDelay }: DebounceOptions,
  act: () => void,
): Debounce {
  let timer: NodeJS.Timeout | undefined;
  let deadline: number | undefined;

  return {
    trigger() {
      const now = performance.now();
      deadline ??= now + maxDelay;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          deadline = undefined;
          act();
        },
        Math.min(quietPeriod, deadline - now),
      );
    },
    cancel: () => clearTimeout(timer),
  };
}

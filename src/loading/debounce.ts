/** Waits until what comes in crowds has ceased to come. */
export interface Debounce {
  /** Something has come. */
  disturb(): void;
  end(): void;
}

export interface DebounceOptions {
  /** How long nothing must have come, in milliseconds. */
  readonly quiet: number;
  /** How long it is waited for that at most, in milliseconds. */
  readonly patience: number;
}

/** Calls `act` once for all that comes until it is quiet. */
export function createDebounce({ quiet, patience }: DebounceOptions, act: () => void): Debounce {
  let timer: NodeJS.Timeout | undefined;
  let latest: number | undefined;

  return {
    disturb() {
      const now = performance.now();
      latest ??= now + patience;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          latest = undefined;
          act();
        },
        Math.min(quiet, latest - now),
      );
    },
    end: () => clearTimeout(timer),
  };
}

import { setTimeout as delay } from "node:timers/promises";
import type { Message } from "../catalogue/catalogue.ts";
import type { Problem } from "../corpus/problem.ts";
import type { Result } from "../foundation/result.ts";
import type { Library } from "../search/library.ts";
import { type OpenOptions, openLibrary, reopenLibrary, saveLibrary } from "./open-library.ts";
import { createFolderWatcher } from "./watch-folder.ts";

/** A library that is replaced by a new one whenever its corpus changes. */
export interface ReloadingLibrary {
  /** Returns the current library. A caller that keeps it keeps it in memory. */
  current(): CurrentLibrary;
  /** Sentences on what went wrong at the start without keeping the library from working. */
  readonly warnings: readonly Message[];
  readonly subscribe: Subscribe;
}

export interface CurrentLibrary {
  readonly library: Library;
  /** Absent if the library matches the corpus, as far as changes have been noticed. */
  readonly failedReload?: FailedReload;
}

/** The last reload, if it did not replace the library. */
export interface FailedReload {
  readonly at: Date;
  /** How many problems the corpus has now. 0 if it could not be read because of an error of ours. */
  readonly problems: number;
}

/** Starts reloading the corpus when it changes. There is one listener; it also gets earlier events. */
export type Subscribe = (listener: (event: ReloadEvent) => void) => void;

export type ReloadEvent =
  | Reload
  | {
      /** The corpus as it is now has been saved for the next start, or a warning says why not. */
      readonly kind: "saved";
      readonly warnings: readonly Message[];
    }
  | {
      /** Changes are no longer noticed. */
      readonly kind: "unwatched";
      readonly error: unknown;
    };

/** The outcome of reading a corpus again. */
export type Reload =
  | { readonly kind: "replaced"; readonly library: Library }
  | { readonly kind: "unchanged" }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | { readonly kind: "failed"; readonly error: unknown };

/** Leaves a corpus that takes long to open alone for twice the time: most of it belongs to answers. */
const restAfterOpening = (milliseconds: number) => (milliseconds < 500 ? 0 : 2 * milliseconds);

interface DebounceOptions {
  /** How long no trigger must come before the call, in milliseconds. */
  readonly quietPeriod: number;
  /** How long the call is delayed at most, in milliseconds. */
  readonly maxDelay: number;
}

interface ReloadOptions extends OpenOptions, Partial<DebounceOptions> {
  /** When to save a large library that has been reloaded. Saving one takes as long as to write a file of its size. */
  readonly saveAfter?: DebounceOptions;
  /** How long a corpus rests after it has been opened again, by how long that took, both in milliseconds. */
  readonly restAfter?: (milliseconds: number) => number;
  /** Ends the watching when it aborts. Absent: changes are not watched at all. */
  readonly watchUntil?: AbortSignal | undefined;
}

/**
 * Opens the library of the corpus in `folder` and reloads it when the corpus changes. The new library
 * is read while the old one answers; it replaces the old one in one step, and only if the corpus has
 * no problem. Returns the problems of a corpus that does not load at the start.
 */
export async function openReloadingLibrary(
  folder: string,
  {
    watchUntil,
    quietPeriod = 500,
    maxDelay = 5000,
    saveAfter = { quietPeriod: 10_000, maxDelay: 600_000 },
    restAfter = restAfterOpening,
    ...openOptions
  }: ReloadOptions = {},
): Promise<Result<ReloadingLibrary, readonly Problem[]>> {
  const undelivered: ReloadEvent[] = [];
  let notify = (event: ReloadEvent) => {
    undelivered.push(event);
  };
  let isSubscribed = false;
  let isWorking = false;
  let isReloadDue = false;
  let changes = 0;
  let isWithheld = false;

  let isSavingDue = false;

  const reloading = createDebounce({ quietPeriod, maxDelay }, () => {
    isReloadDue = true;
    void workWhileDue();
  });
  const saving = createDebounce(saveAfter, () => {
    isSavingDue = true;
    void workWhileDue();
  });
  const watcher =
    watchUntil &&
    createFolderWatcher(folder, {
      signal: watchUntil,
      onChange() {
        changes += 1;
        reloading.trigger();
      },
      onFailure: (error) => notify({ kind: "unwatched", error }),
    });
  watchUntil?.addEventListener("abort", () => {
    reloading.cancel();
    saving.cancel();
  });

  await watcher?.start();
  const opened = await openLibrary(folder, openOptions);
  if ("error" in opened) return opened;
  const { warnings } = opened;
  let current: CurrentLibrary = { library: opened.library };

  /** Reloads and saves the library one after the other, because one thread does both. */
  async function workWhileDue(): Promise<void> {
    if (isWorking || !isSubscribed) return;
    isWorking = true;
    while ((isReloadDue || isSavingDue) && !watchUntil?.aborted) {
      if (isReloadDue) {
        isReloadDue = false;
        const before = changes;
        const start = performance.now();
        const reload = await readAgain();
        const took = performance.now() - start;
        if (!watchUntil?.aborted) applyReload(reload, changes !== before);
        if (reload.kind === "replaced") await rest(restAfter(took));
      } else {
        isSavingDue = false;
        const warnings = await save();
        if (warnings !== undefined) notify({ kind: "saved", warnings });
      }
    }
    isWorking = false;
  }

  async function rest(milliseconds: number): Promise<void> {
    await delay(milliseconds, undefined, { ref: false, signal: watchUntil }).catch(() => {});
  }

  async function save(): Promise<readonly Message[] | undefined> {
    const options = { ...openOptions, progress() {}, signal: watchUntil };
    try {
      return await saveLibrary(folder, current.library, options);
    } catch {
      // The thread has ended early. A snapshot only saves time at the next start.
      return undefined;
    }
  }

  async function readAgain(): Promise<Reload> {
    try {
      await watcher?.start();
      const outcome = await reopenLibrary(folder, current.library, {
        ...openOptions,
        progress() {},
        signal: watchUntil,
      });
      if (outcome === "unchanged") return { kind: "unchanged" };
      if ("error" in outcome) return { kind: "refused", problems: outcome.error };
      return { kind: "replaced", ...outcome };
    } catch (error) {
      return { kind: "failed", error };
    }
  }

  function applyReload(reload: Reload, hasChangedSince: boolean): void {
    // Problems may come from a half-written file, and the change is read again. So they are withheld,
    // but not twice in a row, in case the files keep changing.
    isWithheld = reload.kind === "refused" && hasChangedSince && !isWithheld;
    if (isWithheld) return;
    current = afterReload(current, reload);
    if (reload.kind === "replaced") saving.trigger();
    notify(reload);
  }

  return {
    current: () => current,
    warnings,
    subscribe(listener) {
      notify = listener;
      isSubscribed = true;
      for (const event of undelivered.splice(0)) notify(event);
      void workWhileDue();
    },
  };
}

function afterReload({ library }: CurrentLibrary, reload: Reload): CurrentLibrary {
  switch (reload.kind) {
    case "replaced":
      return { library: reload.library };
    case "unchanged":
      return { library };
    case "refused":
      return { library, failedReload: { at: new Date(), problems: reload.problems.length } };
    case "failed":
      return { library, failedReload: { at: new Date(), problems: 0 } };
  }
}

/** Turns a burst of triggers into one call. */
interface Debounce {
  trigger(): void;
  /** Drops a call that is due. */
  cancel(): void;
}

/** Calls `act` once after each burst of triggers. */
function createDebounce({ quietPeriod, maxDelay }: DebounceOptions, act: () => void): Debounce {
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

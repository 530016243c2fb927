import type { Problem } from "../corpus/problem.ts";
import type { Library } from "../search/library.ts";
import { createDebounce, type DebounceOptions } from "./debounce.ts";
import type { LoadFailure } from "./index-worker.ts";
import { type OpenOptions, openLibrary, reopenLibrary } from "./open-library.ts";
import { createFolderWatcher } from "./watch-folder.ts";

/** A library that is replaced by a new one when its corpus changes. */
export interface ReloadingLibrary {
  /** The library of this moment. Whoever keeps it keeps it from being forgotten. */
  now(): CurrentLibrary;
  /** Sentences on what went wrong at first without keeping the library from its work. */
  readonly warnings: readonly string[];
  readonly follow: Follow;
}

export interface CurrentLibrary {
  readonly library: Library;
  /** Absent: the library is of the corpus as it stands, as far as anybody has noticed. */
  readonly refusal?: FailedReload;
}

/** The last change did not come through. */
export interface FailedReload {
  readonly at: Date;
  /** How many problems the corpus has now; 0: what kept us from reading it is our own doing. */
  readonly problems: number;
}

/** Reads the corpus again from now on when it has changed, and tells what comes of it. */
export type Follow = (tell: (news: ReloadEvent) => void) => void;

/** What becomes of a library. */
export type ReloadEvent =
  | Reload
  | {
      /** Changes go unnoticed from now on. */
      readonly kind: "unwatched";
      readonly error: unknown;
    };

/** What came of reading a corpus again. */
export type Reload =
  | { readonly kind: "replaced"; readonly library: Library; readonly remarks: readonly string[] }
  | { readonly kind: "unchanged" }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | { readonly kind: "failed"; readonly error: unknown };

interface LivingOptions extends OpenOptions, Partial<DebounceOptions> {
  /** Until when changes are noticed; absent: they are not. */
  readonly watched?: AbortSignal | undefined;
}

/**
 * Opens the library of the corpus in `folder`, which is then replaced when the corpus changes: by one that is
 * read beside it, in one step, and only if the corpus has no problem.
 */
export async function openReloadingLibrary(
  folder: string,
  { watched: signal, quiet = 500, patience = 5000, ...opening }: LivingOptions = {},
): Promise<ReloadingLibrary | LoadFailure> {
  const unheard: ReloadEvent[] = [];
  let notify = (news: ReloadEvent) => {
    unheard.push(news);
  };
  let isFollowed = false;
  let isReading = false;
  let isDue = false;
  let changes = 0;
  let isKeptBack = false;

  const quietly = createDebounce({ quiet, patience }, () => {
    isDue = true;
    void catchUp();
  });
  const watching =
    signal &&
    createFolderWatcher(folder, {
      signal,
      changed() {
        changes += 1;
        quietly.disturb();
      },
      failed: (error) => notify({ kind: "unwatched", error }),
    });
  signal?.addEventListener("abort", quietly.end);

  await watching?.begin();
  const opened = await openLibrary(folder, opening);
  if ("error" in opened) return opened;
  const { remarks } = opened;
  let living: CurrentLibrary = { library: opened.library };

  async function catchUp(): Promise<void> {
    if (isReading || !isFollowed) return;
    isReading = true;
    while (isDue && !signal?.aborted) {
      isDue = false;
      const before = changes;
      const reload = await readAgain();
      if (!signal?.aborted) applyReload(reload, changes !== before);
    }
    isReading = false;
  }

  async function readAgain(): Promise<Reload> {
    try {
      await watching?.begin();
      const { hash } = living.library.corpus;
      const outcome = await reopenLibrary(folder, hash, { ...opening, progress() {}, signal });
      if (outcome === "unchanged") return { kind: "unchanged" };
      if ("error" in outcome) return { kind: "refused", problems: outcome.error };
      return { kind: "replaced", ...outcome };
    } catch (error) {
      return { kind: "failed", error };
    }
  }

  function applyReload(reload: Reload, hasChangedMeanwhile: boolean): void {
    // What was half written when it was read is read again. Where that goes on and on, it is told all the same.
    isKeptBack = reload.kind === "refused" && hasChangedMeanwhile && !isKeptBack;
    if (isKeptBack) return;
    living = currentAfter(reload, living);
    notify(reload);
  }

  return {
    now: () => living,
    warnings: remarks,
    follow(listener) {
      notify = listener;
      isFollowed = true;
      for (const news of unheard.splice(0)) notify(news);
      void catchUp();
    },
  };
}

function currentAfter(reload: Reload, { library }: CurrentLibrary): CurrentLibrary {
  switch (reload.kind) {
    case "replaced":
      return { library: reload.library };
    case "unchanged":
      return { library };
    case "refused":
      return { library, refusal: { at: new Date(), problems: reload.problems.length } };
    case "failed":
      return { library, refusal: { at: new Date(), problems: 0 } };
  }
}

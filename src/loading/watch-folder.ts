import { type Stats, unwatchFile, watchFile } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { FSWatcher } from "chokidar";

/** Notices that something changes in a folder. */
export interface FolderWatcher {
  /** Resolves when nothing that changes from then on goes unnoticed. Watches anew what stands there now. */
  begin(): Promise<void>;
}

interface Watched {
  /** Ends the watching. */
  readonly signal: AbortSignal;
  changed(): void;
  /** The system does not let us watch: from now on nothing is noticed. Told once. */
  failed(error: unknown): void;
}

/** How often it is looked whether the folder is still the same one, in milliseconds. */
const POLL_INTERVAL = 1000;

/** Watches what is read of a corpus in `folder`. A folder that is not there is waited for. */
export function createFolderWatcher(
  folder: string,
  { signal, changed, failed }: Watched,
): FolderWatcher {
  const place = resolve(folder);
  let watcher: FSWatcher | undefined;
  let seen = NOTHING;
  let isOver = false;

  // Who removes a folder, or puts another in its place, changes nothing in it.
  const onStat = (now: Identity) => {
    if (!isSame(now, seen)) changed();
  };
  watchFile(place, { interval: POLL_INTERVAL, persistent: false }, onStat);

  function end(): void {
    isOver = true;
    unwatchFile(place, onStat);
    watcher?.close().catch(() => {});
  }
  signal.addEventListener("abort", end);

  function fail(error: unknown): void {
    if (isOver) return;
    end();
    failed(error);
  }

  async function begin(): Promise<void> {
    if (isOver) return;
    try {
      // Before the new one: chokidar has one watch for one path, whatever stands there by now.
      await watcher?.close();
      seen = await stat(place).catch(() => NOTHING);
      const root = await realpath(place).catch(() => undefined);
      // Loaded only when needed: one question does without chokidar.
      const { watch } = await import("chokidar");
      if (root === undefined || isOver) return;
      watcher = watch(root, {
        followSymlinks: false,
        ignoreInitial: true,
        // A folder's own watch tells of its files. With one for each, large corpora would meet the system's limit.
        ignored: (path, status) =>
          path !== root && (isHidden(path) || status?.isDirectory() === false),
      });
      await watches(watcher);
    } catch (error) {
      fail(error);
    }
  }

  /** Listens to a watcher, and resolves when it watches all there is, or cannot. */
  function watches(fresh: FSWatcher): Promise<void> {
    fresh.on("all", changed);
    fresh.on("raw", (_, name) => {
      if (!isHidden(name)) changed();
    });
    return new Promise((resolve) => {
      fresh.once("ready", resolve);
      fresh.on("error", (error) => {
        if (isWatchLimit(error)) fail(error);
        resolve();
      });
    });
  }

  return { begin };
}

/** Whether a corpus has nothing under this name. */
function isHidden(path: string): boolean {
  const name = basename(path);
  return name.startsWith(".") || name === "node_modules";
}

type Identity = Pick<Stats, "ino" | "dev" | "birthtimeMs">;

/** How Node describes to those who watch it what is not there. */
const NOTHING: Identity = { ino: 0, dev: 0, birthtimeMs: 0 };

/** Whether a folder is still the same one. Systems use the numbers of removed ones again. */
function isSame(one: Identity, other: Identity): boolean {
  return one.ino === other.ino && one.dev === other.dev && one.birthtimeMs === other.birthtimeMs;
}

/** Whether an error tells that nothing more can be watched, and not that something has just gone. */
function isWatchLimit(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOSPC" || code === "EMFILE" || code === "ENFILE" || code === "ENOSYS";
}

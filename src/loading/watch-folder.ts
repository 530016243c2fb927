import { type Stats, unwatchFile, watchFile } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { FSWatcher } from "chokidar";
import { errorCode } from "../foundation/errors.ts";

/** Watches a folder for changes. */
export interface FolderWatcher {
  /**
   * Watches what the folder contains now, instead of what it contained before. Once this resolves, no
   * later change goes unnoticed.
   */
  start(): Promise<void>;
}

interface WatchOptions {
  /** Ends the watching when it aborts. */
  readonly signal: AbortSignal;
  onChange(): void;
  /** Called at most once, if the system does not allow watching. No change is noticed after that. */
  onFailure(error: unknown): void;
}

/** How often to check that the folder itself is still the same, in milliseconds. */
const POLL_INTERVAL = 1000;

/** Watches the files of the corpus in `folder`. The folder need not exist yet. */
export function createFolderWatcher(
  folder: string,
  { signal, onChange, onFailure }: WatchOptions,
): FolderWatcher {
  const path = resolve(folder);
  let watcher: FSWatcher | undefined;
  let watched = MISSING;
  let hasEnded = false;

  // Removing or replacing the folder itself fires no event inside it.
  const onStat = (now: Identity) => {
    if (!isSame(now, watched)) onChange();
  };
  watchFile(path, { interval: POLL_INTERVAL, persistent: false }, onStat);

  function end(): void {
    hasEnded = true;
    unwatchFile(path, onStat);
    watcher?.close().catch(() => {});
  }
  signal.addEventListener("abort", end);

  function fail(error: unknown): void {
    if (hasEnded) return;
    end();
    onFailure(error);
  }

  async function start(): Promise<void> {
    if (hasEnded) return;
    try {
      // First, because chokidar shares one watch per path, even if the path is another folder by now.
      await watcher?.close();
      watched = await stat(path).catch(() => MISSING);
      const root = await realpath(path).catch(() => undefined);
      // Imported on demand: answering a single question does not need chokidar.
      const { watch } = await import("chokidar");
      if (root === undefined || hasEnded) return;
      watcher = watch(root, {
        followSymlinks: false,
        ignoreInitial: true,
        // The watch of a folder reports its files as well. A watch for each file would exceed the
        // system's limit in a large corpus.
        ignored: (path, status) =>
          path !== root && (isHidden(path) || status?.isDirectory() === false),
      });
      await listen(watcher);
    } catch (error) {
      fail(error);
    }
  }

  /** Resolves when a watcher watches every folder, or fails to. */
  function listen(fresh: FSWatcher): Promise<void> {
    fresh.on("all", onChange);
    fresh.on("raw", (_, name) => {
      if (!isHidden(name)) onChange();
    });
    return new Promise((resolve) => {
      fresh.once("ready", resolve);
      fresh.on("error", (error) => {
        if (isWatchLimit(error)) fail(error);
        resolve();
      });
    });
  }

  return { start };
}

/** Whether the corpus reader ignores files and folders of this name. */
function isHidden(path: string): boolean {
  const name = basename(path);
  return name.startsWith(".") || name === "node_modules";
}

type Identity = Pick<Stats, "ino" | "dev" | "birthtimeMs">;

/** The stats that `watchFile` reports for a missing file. */
const MISSING: Identity = { ino: 0, dev: 0, birthtimeMs: 0 };

/** Whether two stats are of the same folder. Inode numbers are reused, so they are not enough. */
function isSame(one: Identity, other: Identity): boolean {
  return one.ino === other.ino && one.dev === other.dev && one.birthtimeMs === other.birthtimeMs;
}

/** Whether an error means that nothing can be watched, rather than that a file has just gone. */
function isWatchLimit(error: unknown): boolean {
  const code = errorCode(error);
  return code === "ENOSPC" || code === "EMFILE" || code === "ENFILE" || code === "ENOSYS";
}

import { type FSWatcher, type Stats, unwatchFile, watch, watchFile } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
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
  let watchers: readonly FSWatcher[] = [];
  let watched = MISSING;
  let hasEnded = false;

  // Removing or replacing the folder itself fires no event inside it.
  const onStat = (now: Identity) => {
    if (!isSame(now, watched)) onChange();
  };
  watchFile(path, { interval: POLL_INTERVAL, persistent: false }, onStat);

  function close(): void {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  }

  function end(): void {
    hasEnded = true;
    unwatchFile(path, onStat);
    close();
  }
  signal.addEventListener("abort", end);

  async function start(): Promise<void> {
    if (hasEnded) return;
    close();
    try {
      watched = await stat(path).catch(() => MISSING);
      const root = await realpath(path).catch(() => undefined);
      if (root !== undefined) await watchTree(root);
    } catch (error) {
      if (hasEnded) return;
      end();
      onFailure(error);
    }
  }

  /** Watches a folder and its sub-folders. A watch for each file would exceed the system's limit. */
  async function watchTree(path: string): Promise<void> {
    if (hasEnded || !watchOne(path)) return;
    // Any later entry of the folder is an event, which leads to another start.
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.isDirectory() && !isHidden(entry.name)) await watchTree(join(path, entry.name));
    }
  }

  /** Watches one folder. Returns false if it has just gone, and throws if the system does not allow it. */
  function watchOne(path: string): boolean {
    try {
      const watcher = watch(path, { persistent: false }, (_, name) => {
        if (name === null || !isHidden(name)) onChange();
      });
      // The folder has gone, which is an event of its parent.
      watcher.on("error", () => watcher.close());
      watchers = [...watchers, watcher];
      return true;
    } catch (error) {
      if (isWatchLimit(error)) throw error;
      return false;
    }
  }

  return { start };
}

/** Whether the corpus reader ignores files and folders of this name. */
function isHidden(name: string): boolean {
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

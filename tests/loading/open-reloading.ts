import { onTestFinished } from "vitest";
import {
  openReloadingLibrary,
  type ReloadEvent,
  type ReloadingLibrary,
} from "../../src/loading/hot-reload.ts";
import { createFolder, type Files } from "../corpus/folder.ts";

type Options = Parameters<typeof openReloadingLibrary>[1];

/** Opens the library of new files, and watches them until the end of the test. */
export async function openReloading(files: Files, options: Options = {}) {
  const folder = await createFolder(files);
  return { folder, ...(await openReloadingFolder(folder, options)) };
}

/** Opens the library of `folder`, and watches it until the end of the test or until `stop()`. */
export async function openReloadingFolder(folder: string, options: Options = {}) {
  const watching = new AbortController();
  const stop = () => watching.abort();
  onTestFinished(stop);
  const reloading = await openReloadingLibrary(folder, {
    watchUntil: watching.signal,
    quietPeriod: 100,
    ...options,
  });
  if ("error" in reloading) throw new Error(JSON.stringify(reloading.error));
  return { reloading, stop };
}

/** Subscribes to a library and records the kinds of its events. */
export function recordEvents({ subscribe }: Pick<ReloadingLibrary, "subscribe">) {
  const kinds: ReloadEvent["kind"][] = [];
  const waiting: ((event: ReloadEvent) => void)[] = [];
  subscribe((event) => {
    kinds.push(event.kind);
    for (const resolve of waiting.splice(0)) resolve(event);
  });

  /** Makes a change and resolves with the next event. */
  async function eventAfter(change: () => unknown): Promise<ReloadEvent> {
    const next = new Promise<ReloadEvent>((resolve) => waiting.push(resolve));
    await change();
    return next;
  }
  return { kinds, eventAfter };
}

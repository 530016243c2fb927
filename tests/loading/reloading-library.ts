import { onTestFinished } from "vitest";
import {
  openReloadingLibrary,
  type ReloadEvent,
  type ReloadingLibrary,
} from "../../src/loading/hot-reload.ts";
import { type Files, folderOf } from "../corpus/folder.ts";

type Options = Parameters<typeof openReloadingLibrary>[1];

/** The library of a folder, which lives until the test is over. */
export async function lived(files: Files, options: Options = {}) {
  const folder = await folderOf(files);
  return { folder, ...(await livedIn(folder, options)) };
}

export async function livedIn(folder: string, options: Options = {}) {
  const over = new AbortController();
  onTestFinished(() => over.abort());
  const living = await openReloadingLibrary(folder, { watched: over.signal, ...options });
  if ("error" in living) throw new Error(JSON.stringify(living.error));
  return { living, end: () => over.abort() };
}

/** What is told of a library, as it comes. */
export function hearing({ follow }: Pick<ReloadingLibrary, "follow">) {
  const heard: ReloadEvent["kind"][] = [];
  const waiting: ((news: ReloadEvent) => void)[] = [];
  follow((news) => {
    heard.push(news.kind);
    for (const resolve of waiting.splice(0)) resolve(news);
  });

  /** The first that is told after `change` has been made. */
  async function newsAfter(change: () => unknown): Promise<ReloadEvent> {
    const next = new Promise<ReloadEvent>((resolve) => waiting.push(resolve));
    await change();
    return next;
  }
  return { heard, newsAfter };
}

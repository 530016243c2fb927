import { onTestFinished } from "vitest";
import { type LivingLibrary, type News, openLivingLibrary } from "../../src/loading/hot-reload.ts";
import { type Files, folderOf } from "../corpus/folder.ts";

type Options = Parameters<typeof openLivingLibrary>[1];

/** The library of a folder, which lives until the test is over. */
export async function lived(files: Files, options: Options = {}) {
  const folder = await folderOf(files);
  return { folder, ...(await livedIn(folder, options)) };
}

export async function livedIn(folder: string, options: Options = {}) {
  const over = new AbortController();
  onTestFinished(() => over.abort());
  const living = await openLivingLibrary(folder, { watched: over.signal, ...options });
  if ("problems" in living) throw new Error(JSON.stringify(living.problems));
  return { living, end: () => over.abort() };
}

/** What is told of a library, as it comes. */
export function hearing({ follow }: Pick<LivingLibrary, "follow">) {
  const heard: News["kind"][] = [];
  const waiting: ((news: News) => void)[] = [];
  follow((news) => {
    heard.push(news.kind);
    for (const resolve of waiting.splice(0)) resolve(news);
  });

  /** The first that is told after `change` has been made. */
  async function newsAfter(change: () => unknown): Promise<News> {
    const next = new Promise<News>((resolve) => waiting.push(resolve));
    await change();
    return next;
  }
  return { heard, newsAfter };
}

import type { Engine } from "./engine.ts";

/** The engines, Ibid’s first. Each is loaded on demand, so that it is measured alone. */
export const engines: ReadonlyMap<string, () => Promise<Engine>> = new Map([
  ["ibid", async () => (await import("./ibid.ts")).ibid],
  ["ibid-search", async () => (await import("./ibid.ts")).ibidSearch],
  ["ibid-excerpts", async () => (await import("./ibid.ts")).ibidExcerpts],
  ["minisearch", async () => (await import("./minisearch.ts")).miniSearch],
  ["minisearch-tuned", async () => (await import("./minisearch-tuned.ts")).miniSearchTuned],
  ["flexsearch", async () => (await import("./flexsearch.ts")).flexSearch],
  ["orama", async () => (await import("./orama.ts")).orama],
  ["lunr", async () => (await import("./lunr.ts")).lunr],
  ["bm25", async () => (await import("./bm25.ts")).plainBm25],
  ["fts5", async () => (await import("./fts5.ts")).fts5],
  ["fts5-snippets", async () => (await import("./fts5.ts")).fts5Snippets],
]);

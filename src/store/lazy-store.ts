import { existsSync } from "node:fs";
import type { StoreConfig } from "../config.ts";
import { nothingKept } from "../keeping/kept.ts";
import type { KeptStore, ReportStoreProblem, Store } from "./store.ts";

/** Creates a store whose databases are loaded only when there is something to read or to keep. */
export function createLazyStore(
  config: StoreConfig,
  report?: ReportStoreProblem,
  now?: () => number,
): KeptStore {
  let loading: Promise<Store> | undefined;

  function load(): Promise<Store> {
    loading ??= import("./store.ts").then(({ createStore }) => createStore(config, report, now));
    return loading;
  }

  const isAbsent = () =>
    loading === undefined && config.kind === "file" && !existsSync(config.path);

  return {
    check: async () => (isAbsent() ? undefined : (await load()).check()),
    read: async (asker, needs) =>
      isAbsent() ? { kept: nothingKept(needs) } : (await load()).read(asker, needs),
    apply: async (changes) => (await load()).apply(changes),
    servers: async () => (isAbsent() ? [] : (await load()).servers()),
    noteReach: async (reach, now) => (await load()).noteReach(reach, now),
    occasions: async () => (isAbsent() ? undefined : (await load()).occasions()),
    close: async () => (await loading)?.close(),
  };
}

import { readFile } from "node:fs/promises";
import { type Message, message } from "../catalogue/catalogue.ts";
import { errorCode, errorMessage } from "../foundation/errors.ts";
import { expandHome } from "../foundation/home-folder.ts";
import { print, printErrors } from "../frontends/terminal/output.ts";
import { backupOf, restoreBackup } from "../store/backup.ts";
import { createStore, type Store } from "../store/store.ts";
import { writeAtomically } from "../tools/stats/write-atomically.ts";
import type { Host } from "./host.ts";
import { inConfiguredLanguage, loadConfig } from "./load-config.ts";

/** Runs `ibid store backup FILE` or `ibid store restore FILE`. Returns the exit code. */
export async function runStoreCommand(given: Host): Promise<number> {
  const host = await inConfiguredLanguage(given);
  const [name, file, ...others] = host.args.map(expandHome);
  if ((name !== "backup" && name !== "restore") || file === undefined || others.length > 0) {
    print(host.output, host.t("store.usage", { start: host.invocation.store }));
    return 2;
  }
  const loaded = await loadConfig(host);
  if ("error" in loaded) {
    printErrors(host.errors, host.t, loaded.error);
    return 1;
  }
  const { store: config } = loaded.config;
  if (config === undefined) return fail(host, message("store.off"));
  const store = createStore(config);
  try {
    return await (name === "backup" ? backUp(store, file, host) : restore(store, file, host));
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return fail(host, message("store.file-failed", { file, reason: errorMessage(error) }));
  } finally {
    await store.close();
  }
}

async function backUp(store: Store, file: string, host: Host): Promise<number> {
  const backup = await backupOf(store);
  if ("error" in backup) return fail(host, message(`store.${backup.error}`));
  const { signal } = new AbortController();
  await writeAtomically(file, Buffer.from(backup.json), { overwrites: true, signal });
  print(host.output, host.t("store.backed-up", { file, ...backup.counts }));
  return 0;
}

async function restore(store: Store, file: string, host: Host): Promise<number> {
  const restored = await restoreBackup(store, await readFile(file, "utf8"));
  if ("error" in restored) {
    const { error } = restored;
    const isOfBackup = error === "no-backup" || error === "other-version";
    return fail(host, isOfBackup ? message(`store.${error}`, { file }) : message(`store.${error}`));
  }
  print(host.output, host.t("store.restored", { file, ...restored }));
  return 0;
}

function fail({ errors, t }: Host, reason: Message): number {
  printErrors(errors, t, [reason]);
  return 1;
}

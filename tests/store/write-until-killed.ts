import process from "node:process";
import type { StoreConfig } from "../../src/config.ts";
import { createStore } from "../../src/store/store.ts";

// Adds one receipt after the other to a tray, and acknowledges each by a line, until it is killed.
const config: StoreConfig = JSON.parse(process.argv[2] ?? "");
const store = createStore(config);
const asker = { user: "11", managesServer: false };
for (;;) {
  const result = await store.read(asker, ["tray"]);
  if ("error" in result) throw new Error(result.error);
  const { value = [], version } = result.kept.tray ?? {};
  const receipts = [...value, `receipt-${value.length}`];
  const applied = await store.apply([{ kind: "tray", user: asker.user, receipts, seen: version }]);
  if (!("outcome" in applied) || applied.outcome !== "applied") throw new Error("Not applied.");
  process.stdout.write("applied\n");
}

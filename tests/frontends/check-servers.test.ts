import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, expect, test } from "vitest";
import { english } from "../../src/catalogue/catalogue.ts";
import { checkServers } from "../../src/frontends/check-servers.ts";
import type { KeptChange } from "../../src/keeping/change.ts";
import { createLazyStore } from "../../src/store/lazy-store.ts";
import { startFakeDiscord, TOKEN } from "../discord/fake-discord.ts";
import { scheduleOf } from "./posting.ts";

const folder = mkdtempSync(join(tmpdir(), "ibid-servers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DAY = 24 * 60 * 60 * 1000;
const [HERE, GONE] = ["700000000000000001", "700000000000000002"];

const settingsOf = (server: string): readonly KeptChange[] => [
  {
    ...{ kind: "settings", level: "server", id: server, seen: undefined },
    settings: { zone: "UTC" },
  },
  {
    ...{ kind: "settings", level: "channel", id: `${server}1`, server, seen: undefined },
    settings: { style: "apa" },
  },
  { kind: "schedule", schedule: scheduleOf({ id: server, server }), seen: undefined },
  { kind: "post-now", id: server, server, date: "2026-01-01", seen: 0 },
];

test("what belongs to a server is deleted once it has been out of reach for thirty days", async () => {
  const store = createLazyStore({ kind: "file", path: join(folder, "store.sqlite") });
  const discord = await startFakeDiscord({ missingAccess: [GONE] });
  const options = {
    store,
    t: english,
    log: pino({ level: "silent" }),
    signal: new AbortController().signal,
  };
  const config = { token: TOKEN, api: discord.api };
  const start = Date.UTC(2026, 0, 1);
  const checkOn = (day: number, of = config) => checkServers(of, options, start + day * DAY);

  await checkOn(0);
  expect(discord.requests).toEqual([]);
  await store.apply([...settingsOf(HERE), ...settingsOf(GONE)]);
  for (const day of [0, 1, 29]) await checkOn(day);
  expect(await store.servers()).toEqual([HERE, GONE]);

  // While Discord itself fails, nothing is concluded from it.
  await discord.close();
  await checkOn(31, { ...config, api: "http://127.0.0.1:9/api" });
  expect(await store.servers()).toEqual([HERE, GONE]);

  const again = await startFakeDiscord({ missingAccess: [GONE] });
  await checkOn(30, { ...config, api: again.api });
  expect(await store.servers()).toEqual([HERE]);
  const asker = { channel: `${GONE}1`, server: GONE, managesServer: false };
  expect(await store.read(asker, ["schedules"])).toEqual({ kept: { settings: {}, schedules: [] } });
  const kept = await store.read({ ...asker, channel: `${HERE}1`, server: HERE }, []);
  expect("kept" in kept && kept.kept.settings.channel?.value).toEqual({ style: "apa" });

  // A server that lets Ibid in again in the meantime begins anew.
  const other = await startFakeDiscord({ missingAccess: [HERE] });
  await checkOn(40, { ...config, api: other.api });
  await other.close();
  await checkOn(50, { ...config, api: again.api });
  const third = await startFakeDiscord({ missingAccess: [HERE] });
  await checkOn(71, { ...config, api: third.api });
  expect(await store.servers()).toEqual([HERE]);
  await Promise.all([again.close(), third.close(), store.close()]);
});

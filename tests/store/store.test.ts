import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import Database from "libsql";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { tray } from "../../commands/tray.ts";
import type { StoreConfig } from "../../src/config.ts";
import { answerWithStore } from "../../src/frontends/answer-with-store.ts";
import type { KeptChange } from "../../src/keeping/change.ts";
import { type Asker, NOBODY, NOTHING_KEPT } from "../../src/keeping/kept.ts";
import type { Settings } from "../../src/keeping/settings.ts";
import type { Reply } from "../../src/reply/reply.ts";
import { NEW_DECK } from "../../src/rhythm/deck.ts";
import type { Schedule } from "../../src/rhythm/schedule.ts";
import type { OccasionClaim } from "../../src/store/occasion-rows.ts";
import { createStore, type KeptStore, type Store } from "../../src/store/store.ts";
import { PERSON_COLUMNS, TABLE_NAMES } from "../../src/store/tables.ts";
import { createFigures } from "../figures.ts";
import { contextOf, papers } from "../library.ts";
import { isLong } from "../thoroughness.ts";
import { hasPostgres, type PostgresServer, startPostgres } from "./postgres.ts";

const note = createFigures();

const folder = mkdtempSync(join(tmpdir(), "ibid-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ADA: Asker = { user: "11", channel: "22", server: "33", managesServer: false };
const TOM: Asker = { ...ADA, user: "12" };

const opened: Store[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

function open(config: StoreConfig): Store {
  const store = createStore(config);
  opened.push(store);
  return store;
}

/** Returns the change of a user’s settings. */
const ofUser = (id: string, settings: Settings, seen?: string): KeptChange => ({
  kind: "settings",
  level: "user",
  id,
  settings,
  seen,
});
const ofServer = (id: string, settings: Settings, seen?: string): KeptChange => ({
  ...{ kind: "settings", level: "server", id, settings },
  seen,
});
const ofChannel = (id: string, server: string, settings: Settings, seen?: string): KeptChange => ({
  ...{ kind: "settings", level: "channel", id, server, settings },
  seen,
});
const trayOf = (user: string, receipts: readonly string[], seen?: string): KeptChange => ({
  ...{ kind: "tray", user, receipts },
  seen,
});

const ofSchedule = (changes: Partial<Schedule>, seen?: number): KeptChange => ({
  kind: "schedule",
  schedule: {
    ...{ id: "a", server: "33", channel: "22", cadence: { kind: "daily" }, time: "08:00" },
    ...{ what: { kind: "day", options: {} }, state: "on", ...changes },
  },
  seen,
});

async function keptBy(store: Store, asker: Asker) {
  const result = await store.read(asker, ["tray"]);
  if ("error" in result) throw new Error(result.error);
  return result.kept;
}

async function applyAll(store: Store, ...changes: readonly KeptChange[]): Promise<void> {
  expect(await store.apply(changes)).toEqual({ outcome: "applied" });
}

let count = 0;
const filePath = () => join(folder, `store-${++count}.sqlite`);

interface TestDatabase {
  readonly config: StoreConfig;
  /** Runs statements on the database as another program would. */
  run(statements: string): Promise<void>;
}

let server: PostgresServer;
beforeAll(async () => {
  if (hasPostgres) server = await startPostgres();
});
afterAll(async () => {
  if (hasPostgres) await server.remove();
});

async function createFileDatabase(): Promise<TestDatabase> {
  const path = filePath();
  return {
    config: { kind: "file", path },
    async run(statements) {
      const database = new Database(path);
      database.exec(statements);
      database.close();
    },
  };
}

async function createPostgresDatabase(): Promise<TestDatabase> {
  await server.empty();
  const { url } = server;
  return {
    config: { kind: "postgres", url },
    async run(statements) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(statements);
      await client.end();
    },
  };
}

const KINDS: readonly (readonly [string, () => Promise<TestDatabase>])[] = [
  ["a file", createFileDatabase],
  ...(hasPostgres ? [["PostgreSQL", createPostgresDatabase] as const] : []),
];

describe.each(KINDS)("The store in %s", (_, create) => {
  test("keeps the settings of a user, of a channel and of a server, and a tray", async () => {
    const { config } = await create();
    await applyAll(
      open(config),
      ofUser("11", { style: "apa", zone: "Asia/Seoul" }),
      ofServer("33", { isPrivate: false, reports: "44", language: "en" }),
      ofChannel("22", "33", { about: "letters", isPrivate: true }),
      trayOf("11", ["a¶1", "“b” \u0000\ud83d\ude00 ¶2".replace("\u0000", "")]),
    );
    const again = open(config);
    const { settings, tray } = await keptBy(again, ADA);
    expect(settings.user?.value).toEqual({ style: "apa", zone: "Asia/Seoul" });
    expect(settings.channel?.value).toEqual({ about: "letters", isPrivate: true });
    expect(settings.server?.value).toEqual({ isPrivate: false, reports: "44", language: "en" });
    expect(tray?.value).toEqual(["a¶1", "“b” \ud83d\ude00 ¶2"]);
    const others = await keptBy(again, { user: "99", managesServer: false });
    expect(others).toEqual({ settings: {}, tray: { value: [], version: undefined } });
    expect(await again.read(NOBODY, [])).toEqual({ kept: NOTHING_KEPT });
  });

  test("changes only the version that was seen, and all changes or none", async () => {
    const store = open((await create()).config);
    await applyAll(store, ofUser("11", { style: "apa" }));
    const first = (await keptBy(store, ADA)).settings.user?.version;
    await applyAll(store, ofUser("11", { style: "mla" }, first));
    const conflict = { outcome: "conflict" };
    expect(await store.apply([ofUser("11", { style: "ris" }, first)])).toEqual(conflict);
    expect(await store.apply([ofUser("11", { style: "ris" })])).toEqual(conflict);
    expect(await store.apply([ofUser("11", {}, first)])).toEqual(conflict);
    expect(await store.apply([trayOf("11", ["a"]), ofUser("11", {}, first)])).toEqual(conflict);
    expect(await store.apply([trayOf("12", ["a"], "gone")])).toEqual(conflict);
    const kept = await keptBy(store, ADA);
    expect(kept.settings.user?.value).toEqual({ style: "mla" });
    expect(kept.tray?.value).toEqual([]);
    // The version of a row that was deleted and made again is another one.
    await applyAll(store, ofUser("11", {}, kept.settings.user?.version));
    await applyAll(store, ofUser("11", { style: "apa" }));
    expect(await store.apply([ofUser("11", {}, first)])).toEqual(conflict);
  });

  test("of many changes that saw the same version, applies one", async () => {
    const { config } = await create();
    const stores = [open(config), open(config), open(config)];
    await applyAll(open(config), ofServer("33", { style: "apa" }));
    for (let round = 0; round < 3; round += 1) {
      const seen = (await keptBy(open(config), ADA)).settings.server?.version;
      const outcomes = await Promise.all(
        [...stores, ...stores].map((store, index) =>
          store.apply([ofServer("33", { zone: `Zone/${index}` }, seen)]),
        ),
      );
      const applied = outcomes.filter((one) => "outcome" in one && one.outcome === "applied");
      expect(applied).toHaveLength(1);
      expect(outcomes.filter((one) => "error" in one)).toEqual([]);
    }
  });

  test("keeps both of two quotations that are put into a tray at the same moment", async () => {
    const { config } = await create();
    let readers = 0;
    const waiting: (() => void)[] = [];
    /** Answers once two readers have seen the same tray. */
    async function meet(): Promise<void> {
      readers += 1;
      if (readers % 2 === 1) await new Promise<void>((resolve) => waiting.push(resolve));
      for (const resume of waiting.splice(0)) resume();
    }
    async function keep(add: string): Promise<Reply> {
      const store = open(config);
      let isFirst = true;
      const meeting: KeptStore = {
        ...store,
        async read(...wanted) {
          const result = await store.read(...wanted);
          if (isFirst) await meet();
          isFirst = false;
          return result;
        },
      };
      return answerWithStore({ store: meeting, asker: ADA, needs: ["tray"] }, (situation) =>
        tray.respond({ add }, { ...contextOf(papers), problem: undefined, ...situation }),
      );
    }
    const two = await Promise.all([keep("log¶1"), keep("letter¶1")]);
    expect(two).toMatchObject([{ change: "kept" }, { change: "kept" }]);
    const same = await Promise.all([keep("log¶2"), keep("log¶2")]);
    const changes = same.map((reply) => (reply.kind === "tray-entry" ? reply.change : reply.kind));
    expect(changes.toSorted()).toEqual(["already-kept", "kept"]);
    const kept = (await keptBy(open(config), ADA)).tray?.value.map((one) => one.split(":")[0]);
    expect(kept?.toSorted()).toEqual(["letter¶1", "log¶1", "log¶2"]);
  });

  test("changes schedules, and posts what is asked for while they are paused", async () => {
    const store = open((await create()).config);
    const key = { id: "daily", server: "33", date: "2026-03-02" };
    await applyAll(
      store,
      ofSchedule({ id: key.id }),
      ofSchedule({ id: key.id, time: "09:00" }, 0),
      ofSchedule({ id: key.id, state: "paused" }, 1),
      ...([2, 3] as const).map((seen): KeptChange => ({ kind: "post-now", ...key, seen })),
    );
    const occasions = await store.occasions();
    if (occasions === undefined) throw new Error("There is no store.");
    await occasions.plan();
    const claims = [await occasions.claim("post"), await occasions.claim("post")].flatMap(
      (claim) => claim ?? [],
    );
    expect(claims.length).toBe(2);
    expect(await occasions.claim("post")).toBeUndefined();
    // Both draw from the same deck.
    const begin = async (claim: OccasionClaim) => {
      const shown = { round: 0, addresses: [`passage ${claim.occasion.slot}`] };
      return occasions.begin(claim, { said: [], shown }, NEW_DECK);
    };
    const begun = await Promise.all(claims.map(begin));
    expect(begun.toSorted()).toEqual(["begun", "deck-changed"]);
    for (const [index, claim] of claims.entries()) {
      const isBegun = begun[index] === "begun";
      await occasions.settle(
        claim,
        isBegun ? { kind: "held", why: "no-access" } : { kind: "later", after: 0 },
      );
    }
    const other = claims[begun.indexOf("deck-changed")];
    expect((await occasions.claim("post"))?.occasion.slot).toBe(other?.occasion.slot);
    await applyAll(store, ofSchedule({ id: key.id }, 4), {
      kind: "delete-schedule",
      id: key.id,
      server: key.server,
      seen: 5,
    });
    expect(await occasions.claim("post")).toBeUndefined();
  });

  test("keeps no row for someone whose settings are all back to the next level", async () => {
    const store = open((await create()).config);
    await applyAll(store, ofUser("11", { style: "apa" }), trayOf("11", ["a"]));
    const { settings, tray } = await keptBy(store, ADA);
    await applyAll(
      store,
      ofUser("11", {}, settings.user?.version),
      trayOf("11", [], tray?.version),
    );
    expect(await contentsOf(store)).not.toContain("11");
  });

  test("forgets a user everywhere, and no other user", async () => {
    const store = open((await create()).config);
    const [ada, tom] = ["424242424242", "535353535353"];
    await applyAll(store, ofServer("33", { style: "mla" }));
    for (const id of [ada, tom]) {
      await applyAll(
        store,
        ofUser(id, { style: "apa" }),
        trayOf(id, ["a¶1"]),
        ofSchedule({ id: `by-${id.slice(0, 2)}`, madeBy: id }),
      );
    }
    await applyAll(store, { kind: "forget-user", user: ada });
    const contents = await contentsOf(store);
    expect(contents).not.toContain(ada);
    expect(contents.split(tom)).toHaveLength(4);
    // The rows of a server stay, without the id.
    expect(contents).toContain("by-42");
    expect(contents).toContain("mla");
    // Once more does no harm.
    await applyAll(store, { kind: "forget-user", user: ada });
  });

  test("has only tables and columns that are declared, and shows every column with a person’s id", async () => {
    const store = open((await create()).config);
    const result = await store.use(async (database) => {
      const tables = await database.introspection.getTables();
      return tables.map(({ name, columns }) => ({ name, columns: columns.map((one) => one.name) }));
    });
    if ("error" in result) throw new Error(result.error);
    const columns = result.value
      .filter(({ name }) => name !== "pg_stat_statements")
      .flatMap(({ name, columns }) => columns.map((column) => `${name}.${column}`));
    // A column that is added belongs to one of these lists. A person’s id is only in the first one.
    const persons = PERSON_COLUMNS.map(({ table, column }) => `${table}.${column}`);
    const others = [
      ...[
        "server.id",
        "server.settings",
        "server.version",
        "server.unreachable_since",
        "server.locale",
      ],
      ...["channel.id", "channel.server", "channel.settings", "channel.version"],
      ...["member.settings", "member.version", "tray.receipts", "tray.version"],
      ...[
        "id",
        "server",
        "channel",
        "cadence",
        "time",
        "zone",
        "what",
        "thread",
        "title",
        "state",
      ].map((column) => `schedule.${column}`),
      ...["why", "held_since", "tried", "made", "planned", "next", "version"].map(
        (column) => `schedule.${column}`,
      ),
      ...["schedule", "date", "slot", "due", "state", "why", "holder", "lease", "tried"].map(
        (column) => `occasion.${column}`,
      ),
      ...["channel", "message", "thread", "thread_state", "thread_why", "said"].map(
        (column) => `occasion.${column}`,
      ),
      ...["shown.schedule", "shown.round", "shown.address"],
    ];
    expect(columns.toSorted()).toEqual([...persons, ...others].toSorted());
    expect(TABLE_NAMES.toSorted()).toEqual(result.value.map(({ name }) => name).toSorted());
  });

  test("made by the first version still opens", async () => {
    const database = await create();
    await database.run(readFileSync(new URL("version-1.sql", import.meta.url), "utf8"));
    const { settings, tray } = await keptBy(open(database.config), ADA);
    expect(settings.user?.value).toEqual({ style: "apa", isPrivate: true });
    expect(settings.channel?.value).toEqual({ about: "letters" });
    expect(settings.server?.value).toEqual({ zone: "Asia/Seoul", reports: "44" });
    expect(tray?.value).toEqual(["2019-08-05-kim-to-trump¶b:0-78:ca4ba272e3be3b"]);
  });

  test("made by the first version gets the tables of the present one", async () => {
    const fresh = await create();
    const ours = await tablesOf(open(fresh.config));
    const first = await create();
    await first.run(readFileSync(new URL("version-1.sql", import.meta.url), "utf8"));
    expect(await tablesOf(open(first.config))).toEqual(ours);
  });

  test("made by a newer version is left alone", async () => {
    const database = await create();
    await applyAll(open(database.config), ofUser("11", { style: "apa" }));
    await database.run(
      "insert into kysely_migration (name, timestamp) values ('2999-01-later', '2999-01-01')",
    );
    const store = open(database.config);
    expect(await store.read(ADA, [])).toEqual({ error: "newer" });
    expect(await store.apply([ofUser("12", { style: "mla" })])).toEqual({ error: "newer" });
    expect(await store.check()).toBe("newer");
    await database.run("delete from kysely_migration where name like '2999%'");
    expect((await keptBy(store, ADA)).settings.user?.value).toEqual({ style: "apa" });
    expect((await keptBy(store, TOM)).settings.user).toBeUndefined();
  });

  test("with values that Ibid has not written is damaged, and says so", async () => {
    const database = await create();
    await applyAll(open(database.config), ofUser("11", { style: "apa" }));
    await database.run("update member set settings = '{'");
    expect(await open(database.config).read(ADA, [])).toEqual({ error: "damaged" });
  });

  test("is made once by several that begin at the same moment", async () => {
    const { config } = await create();
    const stores = Array.from({ length: 5 }, () => open(config));
    const outcomes = await Promise.all(
      stores.map((store, index) => store.apply([ofUser(`6${index}`, { style: "apa" })])),
    );
    expect(outcomes).toEqual(stores.map(() => ({ outcome: "applied" })));
    const kept = await Promise.all(
      stores.map((_, index) => keptBy(open(config), { ...ADA, user: `6${index}` })),
    );
    expect(kept.map(({ settings }) => settings.user?.value)).toEqual(
      stores.map(() => ({ style: "apa" })),
    );
  });

  test("loses nothing acknowledged when its process is killed at any moment", async () => {
    const { config } = await create();
    const kills = isLong ? 50 : 2;
    for (let kill = 0; kill < kills; kill += 1) {
      const acknowledged = await writeUntilKilled(config);
      const { tray } = await keptBy(open(config), ADA);
      expect(tray?.value.length).toBeGreaterThanOrEqual(acknowledged);
      // At most the change under way was applied without its acknowledgement.
      expect(tray?.value.length).toBeLessThanOrEqual(acknowledged + 1);
      await applyAll(open(config), { kind: "forget-user", user: "11" });
    }
    note(
      "kills of a process that writes to the store, after which nothing acknowledged is lost",
      kills,
    );
  });
});

/** Returns all rows of all tables as JSON. */
async function contentsOf(store: Store): Promise<string> {
  const result = await store.use(async (database) => {
    const rows = TABLE_NAMES.map((table) => database.selectFrom(table).selectAll().execute());
    return JSON.stringify(await Promise.all(rows));
  });
  if ("error" in result) throw new Error(result.error);
  return result.value;
}

async function tablesOf(store: Store) {
  const result = await store.use((database) =>
    database.introspection.getTables({ withInternalKyselyTables: true }),
  );
  if ("error" in result) throw new Error(result.error);
  return result.value;
}

/**
 * Starts a process that adds one receipt after the other to Ada’s tray, and kills it at a random moment.
 * Returns how many it has acknowledged.
 */
async function writeUntilKilled(config: StoreConfig): Promise<number> {
  const module = new URL("write-until-killed.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", "tsx", module, JSON.stringify(config)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let acknowledged = 0;
  const lines = createInterface(child.stdout).on("line", () => {
    acknowledged += 1;
  });
  const closed = once(lines, "close");
  await once(child.stdout, "data");
  await sleep(Math.random() * 60);
  child.kill("SIGKILL");
  await closed;
  return acknowledged;
}

describe("The store in a file", () => {
  test("is not made by reading, and belongs to its owner alone", async () => {
    const { config } = await createFileDatabase();
    if (config.kind !== "file") throw new Error("Not a file.");
    const path = join(folder, "new", "folder", "store.sqlite");
    const store = open({ kind: "file", path });
    expect(await keptBy(store, ADA)).toEqual({
      settings: {},
      tray: { value: [], version: undefined },
    });
    expect(await store.check()).toBeUndefined();
    expect(existsSync(join(folder, "new"))).toBe(false);
    await applyAll(store, ofUser("11", { style: "apa" }));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(`${path}-wal`).mode & 0o777).toBe(0o600);
  });

  test("is seen once another process has made it, and anew when it was replaced", async () => {
    const path = filePath();
    const config: StoreConfig = { kind: "file", path };
    const [one, other] = [open(config), open(config)];
    expect((await keptBy(one, ADA)).settings).toEqual({});
    await applyAll(other, ofUser("11", { style: "apa" }));
    expect((await keptBy(one, ADA)).settings.user?.value).toEqual({ style: "apa" });
    for (const suffix of ["", "-wal", "-shm"]) rmSync(`${path}${suffix}`, { force: true });
    expect((await keptBy(one, ADA)).settings).toEqual({});
    await applyAll(one, ofUser("11", { style: "mla" }));
    expect((await keptBy(other, ADA)).settings.user?.value).toEqual({ style: "mla" });
  });

  test("waits for a lock without holding the event loop, and then gives up", async () => {
    const path = filePath();
    const store = open({ kind: "file", path });
    await applyAll(store, ofUser("11", { style: "apa" }));
    const holder = new Database(path);
    holder.exec("begin immediate");
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 10);
    const applying = store.apply([ofUser("12", { style: "mla" })]);
    // Reading goes on.
    expect((await keptBy(store, ADA)).settings.user?.value).toEqual({ style: "apa" });
    // If the wait held the event loop, it would be over, and in vain, before these.
    await vi.waitUntil(() => ticks > 2, { interval: 1, timeout: 60_000 });
    holder.exec("rollback");
    expect(await applying).toEqual({ outcome: "applied" });
    holder.exec("begin immediate");
    expect(await store.apply([ofUser("13", { style: "mla" })])).toEqual({ error: "locked" });
    clearInterval(ticking);
    holder.exec("rollback");
    holder.close();
    await applyAll(store, ofUser("13", { style: "mla" }));
  });

  test("that is no database is damaged, and out of reach where no file can be", async () => {
    const path = filePath();
    writeFileSync(path, "These are notes, and no database at all. ".repeat(30));
    expect(await open({ kind: "file", path }).check()).toBe("damaged");
    expect(readFileSync(path, "utf8")).toContain("These are notes");
    const folderPath = filePath();
    mkdirSync(folderPath);
    expect(await open({ kind: "file", path: folderPath }).check()).toBe("unreachable");
    const inFile = join(path, "store.sqlite");
    expect(
      await open({ kind: "file", path: inFile }).apply([ofUser("1", { zone: "UTC" })]),
    ).toEqual({ error: "unreachable" });
  });

  test("on a full disk changes nothing, and works again when there is room", async ({ skip }) => {
    const disk = mkdtempSync(join(folder, "disk-"));
    if (!isMounted(disk)) return skip("Only root can make a small disk.");
    try {
      const store = open({ kind: "file", path: join(disk, "store.sqlite") });
      await applyAll(store, ofUser("11", { style: "apa" }));
      writeFileSync(join(disk, "filler"), "");
      fill(join(disk, "filler"));
      const receipts = Array.from({ length: 2000 }, (_, index) => `receipt-${index}`);
      expect(await store.apply([trayOf("11", receipts)])).toEqual({ error: "full" });
      expect((await keptBy(store, ADA)).settings.user?.value).toEqual({ style: "apa" });
      expect((await keptBy(store, ADA)).tray?.value).toEqual([]);
      rmSync(join(disk, "filler"));
      await applyAll(store, trayOf("11", receipts));
      await store.close();
    } finally {
      // Its files are closed when garbage is collected.
      execFileSync("umount", ["--lazy", disk]);
    }
  });
});

/** Whether a disk of 256 KiB could be mounted at a folder. */
function isMounted(disk: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=256k", "none", disk], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Fills the rest of a disk. */
function fill(path: string): void {
  for (let size = 1; ; size += 1) {
    try {
      writeFileSync(path, "x".repeat(4096), { flag: "a" });
    } catch {
      return;
    }
    if (size > 1000) throw new Error("The disk is too large.");
  }
}

describe.runIf(hasPostgres)("The store in PostgreSQL", () => {
  test("is out of reach while the server is down, and works again after it", async () => {
    const { config } = await createPostgresDatabase();
    const problems: string[] = [];
    const store = createStore(config, (problem) => problems.push(problem));
    opened.push(store);
    await applyAll(store, ofUser("11", { style: "apa" }));
    await server.stop();
    const connecting = vi.spyOn(Socket.prototype, "connect");
    onTestFinished(() => connecting.mockRestore());
    expect(await store.read(ADA, [])).toEqual({ error: "unreachable" });
    const attempts = connecting.mock.calls.length;
    expect(attempts).toBeGreaterThan(0);
    expect(await store.apply([ofUser("11", {}, "?")])).toEqual({ error: "unreachable" });
    for (let asked = 0; asked < 50; asked += 1) await store.read(ADA, []);
    // Answers do not wait for it.
    expect(connecting).toHaveBeenCalledTimes(attempts);
    expect(problems).toEqual(["unreachable"]);
    await server.restart();
    while ("error" in (await store.read(ADA, []))) await sleep(200);
    expect((await keptBy(store, ADA)).settings.user?.value).toEqual({ style: "apa" });
  });

  test("commits to disk even if the server is set not to", async () => {
    const { config } = await createPostgresDatabase();
    const result = await open(config).use((database) =>
      sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(database),
    );
    expect("value" in result && result.value.rows).toEqual([{ synchronous_commit: "on" }]);
  });
});

test("A server that accepts connections and says nothing is out of reach", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  const address = silent.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const store = open({ kind: "postgres", url: `postgres://ibid@127.0.0.1:${port}/ibid` });
  expect(await store.read(ADA, [])).toEqual({ error: "unreachable" });
  silent.close();
});

import { chmodSync, closeSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Dialect, Kysely, Migrator, sql } from "kysely";
import type { StoreConfig } from "../config.ts";
import type { Result } from "../foundation/result.ts";
import type { KeptChange } from "../keeping/change.ts";
import {
  type Asker,
  type Kept,
  type Need,
  nothingKept,
  type StoreProblem,
} from "../keeping/kept.ts";
import { clockOf } from "./clock.ts";
import { Conflict } from "./conflict.ts";
import { fileDialect, postgresDialect } from "./dialects.ts";
import { applyChange, readKept } from "./kept-rows.ts";
import { MIGRATIONS } from "./migrations.ts";
import { createOccasionStore, type OccasionStore } from "./occasion-store.ts";
import { keptServers, noteReach, type ServerReach } from "./server-reach.ts";
import { problemOf, StoreError } from "./store-problem.ts";
import type { StoreTables } from "./tables.ts";

/** The store of all that is kept, in a file or in PostgreSQL. Only a mistake of ours rejects. */
export interface Store {
  /** Returns why the store cannot be used now, if so. It makes no file. */
  check(): Promise<StoreProblem | undefined>;
  /** Reads the settings that apply to a user in a place, and what else is needed. */
  read(
    asker: Asker,
    needs: readonly Need[],
  ): Promise<Result<{ readonly kept: Kept }, StoreProblem>>;
  /**
   * Applies all changes, or none: none if one of them rests on a version that has gone. Applied
   * changes are on disk.
   */
  apply(
    changes: readonly KeptChange[],
  ): Promise<Result<{ readonly outcome: "applied" | "conflict" }, StoreProblem>>;
  /** Returns the ids of the servers of which something is kept: none, if the store cannot be used. */
  servers(): Promise<readonly string[]>;
  /**
   * Notes which servers are in reach at the moment `now`, in milliseconds since 1970. Deletes what belongs
   * to those that have been out of reach for thirty days, and returns their ids.
   */
  noteReach(reach: ServerReach, now: number): Promise<readonly string[]>;
  /** Runs `work` on the database, which is made if it is absent. */
  use<T>(
    work: (database: Kysely<StoreTables>) => Promise<T>,
  ): Promise<Result<{ readonly value: T }, StoreProblem>>;
  /** Returns the occasions of all schedules. Undefined if nothing has ever been kept. */
  occasions(): Promise<OccasionStore | undefined>;
  close(): Promise<void>;
}

/** The part of a store with which commands are answered. */
export type KeptStore = Omit<Store, "use">;

/** How long a lock is waited for in all, in milliseconds, and at most at once. */
const LOCK_TIMEOUT = 1500;
const LOCK_PAUSE = 40;
/** How long a database out of reach is left alone, in milliseconds, so that answers do not wait for it. */
const OUTAGE_PAUSE = 3000;

export type ReportStoreProblem = (problem: StoreProblem, error: unknown) => void;

/**
 * Creates the store, without opening anything. `report` learns of the first of several equal problems. `now` replaces
 * the clock of the database.
 */
export function createStore(
  config: StoreConfig,
  report: ReportStoreProblem = () => {},
  now?: () => number,
): Store {
  const clock = clockOf(config, now);
  const location = locationOf(config);
  let opened: { readonly identity: string; readonly database: Kysely<StoreTables> } | undefined;
  let opening: Promise<Kysely<StoreTables>> | undefined;
  let lastProblem: StoreProblem | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;

  /** Returns the database. A file that was replaced or removed is opened anew. */
  async function database(): Promise<Kysely<StoreTables>> {
    const identity = location.identity() ?? location.make();
    if (opened?.identity === identity) return opened.database;
    opening ??= open(identity).finally(() => {
      opening = undefined;
    });
    return opening;
  }

  async function open(identity: string): Promise<Kysely<StoreTables>> {
    await discard();
    const fresh = new Kysely<StoreTables>({ dialect: location.dialect() });
    try {
      await migrate(fresh);
    } catch (error) {
      await fresh.destroy().catch(() => {});
      throw error;
    }
    opened = { identity, database: fresh };
    return fresh;
  }

  async function discard(): Promise<void> {
    const old = opened;
    opened = undefined;
    await old?.database.destroy().catch(() => {});
  }

  async function use<T>(
    work: (database: Kysely<StoreTables>) => Promise<T>,
  ): Promise<Result<{ readonly value: T }, StoreProblem>> {
    if (lastProblem === "unreachable" && performance.now() < triedAt + OUTAGE_PAUSE) {
      return { error: lastProblem };
    }
    const deadline = performance.now() + LOCK_TIMEOUT;
    for (;;) {
      try {
        const value = await work(await database());
        lastProblem = undefined;
        return { value };
      } catch (error) {
        const problem = problemOf(error);
        if (problem === undefined) throw error;
        // A transaction that could not begin has left nothing to undo.
        if (!(error instanceof StoreError && problem === "locked")) await discard();
        if (problem === "locked" && performance.now() < deadline) {
          await sleep(1 + Math.random() * LOCK_PAUSE);
          continue;
        }
        if (problem !== lastProblem) report(problem, error);
        lastProblem = problem;
        triedAt = performance.now();
        return { error: problem };
      }
    }
  }

  async function reach<T>(work: (database: Kysely<StoreTables>) => Promise<T>): Promise<T> {
    const result = await use(work);
    if ("error" in result) throw new StoreError(result.error);
    return result.value;
  }

  return {
    async check() {
      if (location.identity() === undefined) return undefined;
      const result = await use((current) => sql`select 1`.execute(current));
      return "error" in result ? result.error : undefined;
    },
    async read(asker, needs) {
      if (location.identity() === undefined) {
        return { kept: nothingKept(needs) };
      }
      const result = await use((current) => readKept(current, asker, needs));
      return "error" in result ? result : { kept: result.value };
    },
    async apply(changes) {
      try {
        const result = await use((current) =>
          current.transaction().execute(async (transaction) => {
            for (const change of changes) await applyChange(transaction, change, clock);
          }),
        );
        return "error" in result ? result : { outcome: "applied" };
      } catch (error) {
        if (error instanceof Conflict) return { outcome: "conflict" };
        throw error;
      }
    },
    async servers() {
      if (location.identity() === undefined) return [];
      const result = await use(keptServers);
      return "error" in result ? [] : result.value;
    },
    async noteReach(reach, now) {
      const result = await use((current) => noteReach(current, reach, now));
      return "error" in result ? [] : result.value;
    },
    use,
    occasions: async () =>
      location.identity() === undefined ? undefined : createOccasionStore(reach, clock),
    close: discard,
  };
}

/** Where a store is. */
interface Location {
  /** Returns what distinguishes the database from another in its place. Undefined if it is not made yet. */
  identity(): string | undefined;
  /** Makes an empty database, and returns its identity. */
  make(): string;
  dialect(): Dialect;
}

function locationOf(config: StoreConfig): Location {
  switch (config.kind) {
    case "file": {
      const { path } = config;
      const identity = () => fileIdentity(path);
      return {
        identity,
        make() {
          mkdirSync(dirname(path), { recursive: true });
          // Only its owner may read it. SQLite gives its other files the same permissions.
          closeSync(openSync(path, "a", 0o600));
          chmodSync(path, 0o600);
          return identity() ?? "";
        },
        dialect: () => fileDialect(path),
      };
    }
    case "postgres": {
      const { url } = config;
      return { identity: () => url, make: () => url, dialect: () => postgresDialect(url) };
    }
  }
}

function fileIdentity(path: string): string | undefined {
  const status = statSync(path, { throwIfNoEntry: false });
  return status && `${status.dev}:${status.ino}`;
}

/** Brings a database to the present tables. Throws if a newer Ibid has gone beyond them. */
async function migrate(database: Kysely<StoreTables>): Promise<void> {
  if ((await migrationsOf(database)).some((name) => !Object.hasOwn(MIGRATIONS, name))) {
    throw new StoreError("newer");
  }
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Returns the names of the migrations that a database has run. */
export async function migrationsOf(database: Kysely<StoreTables>): Promise<readonly string[]> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === MIGRATION_TABLE)) return [];
  const rows = await database
    .withTables<{ [MIGRATION_TABLE]: { name: string } }>()
    .selectFrom(MIGRATION_TABLE)
    .select("name")
    .orderBy("name")
    .execute();
  return rows.map(({ name }) => name);
}

const MIGRATION_TABLE = "kysely_migration";

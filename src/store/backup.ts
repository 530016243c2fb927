import type { Insertable } from "kysely";
import * as v from "valibot";
import type { Result } from "../foundation/result.ts";
import type { StoreProblem } from "../keeping/kept.ts";
import { migrationsOf, type Store } from "./store.ts";
import { type StoreTables, TABLE_NAMES } from "./tables.ts";

/** How many rows of each kind a backup has. */
export interface BackupCounts {
  readonly servers: number;
  readonly users: number;
}

/** Why a backup cannot be restored. */
export type RestoreProblem = StoreProblem | "no-backup" | "other-version";

const VERSION = v.pipe(v.string(), v.minLength(1));
const TEXT_OR_NULL = v.nullable(v.string());
const NUMBER_OR_NULL = v.nullable(v.number());
const BACKUP = v.object({
  ibid: v.literal("store"),
  /** The migrations that the store had run: its tables are those of that version. */
  migrations: v.array(v.string()),
  tables: v.strictObject({
    server: v.array(
      v.strictObject({
        id: v.string(),
        settings: v.string(),
        version: VERSION,
        unreachable_since: v.nullable(v.number()),
        locale: TEXT_OR_NULL,
      }),
    ),
    channel: v.array(
      v.strictObject({
        id: v.string(),
        server: v.string(),
        settings: v.string(),
        version: VERSION,
      }),
    ),
    member: v.array(v.strictObject({ id: v.string(), settings: v.string(), version: VERSION })),
    tray: v.array(v.strictObject({ id: v.string(), receipts: v.string(), version: VERSION })),
    schedule: v.array(
      v.strictObject({
        id: v.string(),
        server: v.string(),
        channel: v.string(),
        cadence: v.string(),
        time: v.string(),
        zone: TEXT_OR_NULL,
        what: v.string(),
        thread: TEXT_OR_NULL,
        title: TEXT_OR_NULL,
        state: v.string(),
        why: TEXT_OR_NULL,
        held_since: NUMBER_OR_NULL,
        tried: NUMBER_OR_NULL,
        made_by: TEXT_OR_NULL,
        made: v.number(),
        planned: v.number(),
        next: NUMBER_OR_NULL,
        version: v.number(),
      }),
    ),
    occasion: v.array(
      v.strictObject({
        schedule: v.string(),
        date: v.string(),
        slot: v.number(),
        due: v.number(),
        state: v.string(),
        why: TEXT_OR_NULL,
        holder: TEXT_OR_NULL,
        lease: v.number(),
        tried: NUMBER_OR_NULL,
        channel: TEXT_OR_NULL,
        message: TEXT_OR_NULL,
        thread: TEXT_OR_NULL,
        thread_state: TEXT_OR_NULL,
        thread_why: TEXT_OR_NULL,
        said: TEXT_OR_NULL,
      }),
    ),
    shown: v.array(
      v.strictObject({ schedule: v.string(), round: v.number(), address: v.string() }),
    ),
  }),
});
const HEADER = v.object({ ibid: v.literal("store"), migrations: v.array(v.string()) });

/**
 * Reads everything that is kept, as of one moment, into JSON. It is the same for both databases, so a
 * backup of a file can be restored into PostgreSQL.
 */
export async function backupOf(
  store: Store,
): Promise<Result<{ readonly json: string; readonly counts: BackupCounts }, StoreProblem>> {
  const result = await store.use(async (database) => {
    const migrations = await migrationsOf(database);
    const transaction = database.transaction().setIsolationLevel("repeatable read");
    const tables = await transaction.execute(async (current) => {
      const entries: [string, readonly object[]][] = [];
      for (const table of TABLE_NAMES) {
        entries.push([table, await current.selectFrom(table).selectAll().execute()]);
      }
      return Object.fromEntries(entries);
    });
    return { ibid: "store", migrations, tables };
  });
  if ("error" in result) return result;
  const backup = v.parse(BACKUP, result.value);
  return { json: `${JSON.stringify(backup, undefined, 1)}\n`, counts: countRows(backup) };
}

/**
 * Replaces everything that is kept by what a backup has, in one step: Ibid may go on answering
 * in the meantime.
 */
export async function restoreBackup(
  store: Store,
  json: string,
): Promise<Result<BackupCounts, RestoreProblem>> {
  const header = v.safeParse(v.pipe(v.string(), v.parseJson(), HEADER), json);
  if (!header.success) return { error: "no-backup" };
  const result = await store.use(async (database) => {
    const present = await migrationsOf(database);
    if (present.join() !== header.output.migrations.join()) return "other-version" as const;
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), BACKUP), json);
    if (!parsed.success) return "no-backup" as const;
    const { tables } = parsed.output;
    await database.transaction().execute(async (current) => {
      async function insert<T extends keyof StoreTables>(
        table: T,
        rows: readonly Insertable<StoreTables[T]>[],
      ): Promise<void> {
        // PostgreSQL takes at most 65,535 values in a statement.
        for (let start = 0; start < rows.length; start += 1000) {
          await current
            .insertInto(table)
            .values(rows.slice(start, start + 1000))
            .execute();
        }
      }
      for (const table of TABLE_NAMES.toReversed()) await current.deleteFrom(table).execute();
      await insert("server", tables.server);
      await insert("channel", tables.channel);
      await insert("member", tables.member);
      await insert("tray", tables.tray);
      await insert("schedule", tables.schedule);
      await insert("occasion", tables.occasion);
      await insert("shown", tables.shown);
    });
    return countRows(parsed.output);
  });
  if ("error" in result) return result;
  // Others may have been posted since the backup was made: nothing of the past is posted again.
  await (await store.occasions())?.leavePast();
  return typeof result.value === "string" ? { error: result.value } : result.value;
}

function countRows({ tables }: v.InferOutput<typeof BACKUP>): BackupCounts {
  const users = new Set([...tables.member, ...tables.tray].map(({ id }) => id));
  return { servers: tables.server.length, users: users.size };
}

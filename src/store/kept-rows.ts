import { randomUUID } from "node:crypto";
import type { Insertable, Kysely, Transaction } from "kysely";
import * as v from "valibot";
import type { KeptChange, SettingsOwner } from "../keeping/change.ts";
import { type Asker, type Kept, type Need, NO_TRAY, type Versioned } from "../keeping/kept.ts";
import type { Settings, SettingsLevel } from "../keeping/settings.ts";
import type { StoreClock } from "./clock.ts";
import { expectOneRow } from "./conflict.ts";
import { parseColumn } from "./parse-column.ts";
import {
  applyScheduleChange,
  moveSchedulesToZone,
  readMadeSchedules,
  readSchedules,
} from "./schedule-rows.ts";
import { noteLocale } from "./server-reach.ts";
import { PERSON_COLUMNS, type StoreTables } from "./tables.ts";

const optionalText = v.optional(v.string());
const SETTINGS = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    language: optionalText,
    style: optionalText,
    isPrivate: v.optional(v.boolean()),
    zone: optionalText,
    about: optionalText,
    reports: optionalText,
  }),
);
const RECEIPTS = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

/** Reads the settings that apply to a user in a place, and what else is needed. */
export async function readKept(
  database: Kysely<StoreTables>,
  asker: Asker,
  needs: readonly Need[],
): Promise<Kept> {
  return {
    settings: await readSettings(database, asker),
    ...(needs.includes("tray") && { tray: await readTray(database, asker) }),
    ...(needs.includes("schedules") && { schedules: await readSchedules(database, asker.server) }),
    ...(needs.includes("made") && { made: await readMadeSchedules(database, asker.user) }),
  };
}

/** Reads the settings of all levels by one query: PostgreSQL may be a network away. */
async function readSettings(
  database: Kysely<StoreTables>,
  { user, channel, server }: Asker,
): Promise<Kept["settings"]> {
  const rowOf = (level: SettingsLevel, id: string) =>
    database
      .selectFrom(TABLE_OF[level])
      .select((expression) => [
        expression.val<SettingsLevel>(level).as("level"),
        "settings",
        "version",
      ])
      .where("id", "=", id);
  const queries = [
    ...(user === undefined ? [] : [rowOf("user", user)]),
    ...(channel === undefined || server === undefined ? [] : [rowOf("channel", channel)]),
    ...(server === undefined ? [] : [rowOf("server", server)]),
  ];
  const [first, ...others] = queries;
  if (first === undefined) return {};
  const rows = await others.reduce((all, one) => all.unionAll(one), first).execute();
  return Object.fromEntries(
    rows.map(({ level, settings, version }) => [
      level,
      { value: toSettings(parseColumn(SETTINGS, settings)), version },
    ]),
  );
}

const TABLE_OF = { user: "member", channel: "channel", server: "server" } as const;

/** Drops the keys without a value. */
function toSettings(parsed: v.InferOutput<typeof SETTINGS>): Settings {
  const settings: Settings = {
    ...(parsed.language !== undefined && { language: parsed.language }),
    ...(parsed.style !== undefined && { style: parsed.style }),
    ...(parsed.isPrivate !== undefined && { isPrivate: parsed.isPrivate }),
    ...(parsed.zone !== undefined && { zone: parsed.zone }),
    ...(parsed.about !== undefined && { about: parsed.about }),
    ...(parsed.reports !== undefined && { reports: parsed.reports }),
  };
  return settings;
}

async function readTray(
  database: Kysely<StoreTables>,
  { user }: Asker,
): Promise<Versioned<readonly string[]>> {
  if (user === undefined) return NO_TRAY;
  const row = await database
    .selectFrom("tray")
    .select(["receipts", "version"])
    .where("id", "=", user)
    .executeTakeFirst();
  return row === undefined
    ? NO_TRAY
    : { value: parseColumn(RECEIPTS, row.receipts), version: row.version };
}

/** Applies a change. Throws a `Conflict` if the version on which it rests has gone. */
export async function applyChange(
  transaction: Transaction<StoreTables>,
  change: KeptChange,
  clock: StoreClock,
): Promise<void> {
  switch (change.kind) {
    case "settings": {
      const { level, id, settings, seen } = change;
      const isEmpty = Object.keys(settings).length === 0;
      // The row of a server also says since when it is out of reach, so it stays.
      if (isEmpty && level !== "server") return deleteRow(transaction, TABLE_OF[level], id, seen);
      if (change.level === "channel") await ensureServer(transaction, change.server);
      if (change.level === "server")
        await moveSchedulesToZone(transaction, id, settings.zone, clock);
      const row = { settings: JSON.stringify(settings), version: randomUUID() };
      if (seen !== undefined) {
        return expectOneRow(
          transaction
            .updateTable(TABLE_OF[level])
            .set(row)
            .where("id", "=", id)
            .where("version", "=", seen)
            .returning("id"),
        );
      }
      return expectOneRow(insertSettings(transaction, change, row));
    }
    case "tray": {
      const { user: id, receipts, seen } = change;
      if (receipts.length === 0) return deleteRow(transaction, "tray", id, seen);
      const row = { receipts: JSON.stringify(receipts), version: randomUUID() };
      return expectOneRow(
        seen === undefined
          ? insertInto(transaction, "tray", { id, ...row })
          : transaction
              .updateTable("tray")
              .set(row)
              .where("id", "=", id)
              .where("version", "=", seen)
              .returning("id"),
      );
    }
    case "forget-user":
      for (const { table, column, belongsTo } of PERSON_COLUMNS) {
        await (belongsTo === "user"
          ? transaction.deleteFrom(table).where(column, "=", change.user).execute()
          : transaction
              .updateTable(table)
              .set({ [column]: null })
              .where(column, "=", change.user)
              .execute());
      }
      return;
    case "schedule":
      if (change.seen === undefined) await ensureServer(transaction, change.schedule.server);
      await noteLocale(transaction, change.schedule.server, change.locale);
      return applyScheduleChange(transaction, change, clock);
    case "delete-schedule":
    case "post-now":
    case "resolve-occasion":
      return applyScheduleChange(transaction, change, clock);
  }
}

function insertSettings(
  transaction: Transaction<StoreTables>,
  owner: SettingsOwner,
  row: { readonly settings: string; readonly version: string },
) {
  const { id } = owner;
  switch (owner.level) {
    case "user":
      return insertInto(transaction, "member", { id, ...row });
    case "channel":
      return insertInto(transaction, "channel", { id, server: owner.server, ...row });
    case "server":
      return insertInto(transaction, "server", { id, ...row });
  }
}

/** The tables whose rows have an id, and a version that is text. */
type IdentifiedTable = "server" | "channel" | "member" | "tray";

/** Inserts a row, unless there is one with its id. */
function insertInto<T extends IdentifiedTable>(
  transaction: Transaction<StoreTables>,
  table: T,
  row: Insertable<StoreTables[T]>,
) {
  return transaction
    .insertInto(table)
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id");
}

async function ensureServer(transaction: Transaction<StoreTables>, id: string): Promise<void> {
  await insertInto(transaction, "server", { id, settings: "{}", version: randomUUID() }).execute();
}

/** Deletes the row of which `seen` is the version. Without a version, there is none to delete. */
async function deleteRow(
  transaction: Transaction<StoreTables>,
  table: IdentifiedTable,
  id: string,
  seen: string | undefined,
): Promise<void> {
  if (seen === undefined) return;
  await expectOneRow(
    transaction.deleteFrom(table).where("id", "=", id).where("version", "=", seen).returning("id"),
  );
}

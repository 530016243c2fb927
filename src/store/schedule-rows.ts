import type { Kysely, Selectable, Transaction } from "kysely";
import * as v from "valibot";
import type { ScheduleChange } from "../keeping/change.ts";
import type { Kept, KeptSchedule } from "../keeping/kept.ts";
import { CADENCE } from "../rhythm/cadence.ts";
import type { Deck } from "../rhythm/deck.ts";
import { HELD_REASONS } from "../rhythm/outcome.ts";
import { withoutOccasions } from "../rhythm/plan-run.ts";
import {
  ARCHIVE_TIMES,
  OCCASION_REASONS,
  OCCASION_STATES,
  type OccasionRecord,
  type Schedule,
  SELECTION_KINDS,
  THREAD_STATES,
} from "../rhythm/schedule.ts";
import type { StoreClock } from "./clock.ts";
import { Conflict, expectOneRow } from "./conflict.ts";
import { parseColumn } from "./parse-column.ts";
import type { StoreTables } from "./tables.ts";

const json = <T extends v.GenericSchema>(schema: T) => v.pipe(v.string(), v.parseJson(), schema);
const SELECTION = v.object({
  kind: v.picklist(SELECTION_KINDS),
  options: v.record(v.string(), v.string()),
});
const THREAD_WISH = v.object({
  kind: v.picklist(["thread", "forum"]),
  archiveAfter: v.picklist(ARCHIVE_TIMES),
  tag: v.exactOptional(v.string()),
});
const SCHEDULE = v.object({
  cadence: json(CADENCE),
  what: json(SELECTION),
  thread: v.nullable(json(THREAD_WISH)),
  state: v.picklist(["on", "paused", "held"]),
  why: v.nullable(v.picklist(HELD_REASONS)),
});
const OCCASION = v.object({
  state: v.picklist(OCCASION_STATES),
  why: v.nullable(v.picklist(OCCASION_REASONS)),
  thread_state: v.nullable(v.picklist(THREAD_STATES)),
  thread_why: v.nullable(v.picklist(OCCASION_REASONS)),
  said: v.nullable(json(v.array(v.string()))),
});

/** Parses the row of a schedule. Throws if Ibid has not written it. */
export function toSchedule(row: Selectable<StoreTables["schedule"]>): Schedule {
  const { id, server, channel, time, zone, title, made_by: madeBy, version } = row;
  const { cadence, what, thread, state, why } = parseColumn(SCHEDULE, row);
  return {
    ...{ id, server, channel, cadence, time, what, state, version },
    ...(zone !== null && { zone }),
    ...(thread !== null && { thread }),
    ...(title !== null && { title }),
    ...(why !== null && { why }),
    ...(madeBy !== null && { madeBy }),
  };
}

/** Parses the row of an occasion. Throws if Ibid has not written it. */
export function toOccasion(row: Selectable<StoreTables["occasion"]>): OccasionRecord {
  const { schedule, date, slot, due, channel, message, thread } = row;
  const parsed = parseColumn(OCCASION, row);
  return {
    ...{ schedule, date, slot, due, state: parsed.state, said: parsed.said ?? [] },
    ...(parsed.why !== null && { why: parsed.why }),
    ...(channel !== null && { channel }),
    ...(message !== null && { message }),
    ...(thread !== null && { thread }),
    ...(parsed.thread_state !== null && { threadState: parsed.thread_state }),
    ...(parsed.thread_why !== null && { threadWhy: parsed.thread_why }),
  };
}

/** How many of the last occasions of a schedule are read. */
const RECENT = 5;

/** Reads the schedules of a server, in the order in which they were set up. */
export async function readSchedules(
  database: Kysely<StoreTables>,
  server: string | undefined,
): Promise<readonly KeptSchedule[]> {
  if (server === undefined) return [];
  const schedules = await database
    .selectFrom("schedule")
    .selectAll()
    .where("server", "=", server)
    .orderBy("made")
    .orderBy("id")
    .execute();
  const occasions = await database
    .selectFrom((from) =>
      from
        .selectFrom("occasion")
        .innerJoin("schedule", "schedule.id", "occasion.schedule")
        .where("schedule.server", "=", server)
        .selectAll("occasion")
        .select((column) =>
          column.fn
            .agg<number>("row_number")
            .over((over) => over.partitionBy("occasion.schedule").orderBy("occasion.due", "desc"))
            .as("place"),
        )
        .as("recent"),
    )
    .selectAll()
    .where((is) => is.or([is("place", "<=", RECENT), is("state", "=", "unsure")]))
    .orderBy("due", "desc")
    .execute();
  const kept = schedules.map((row) => ({
    schedule: toSchedule(row),
    occasions: occasions.filter(({ schedule }) => schedule === row.id).map(toOccasion),
  }));
  return Promise.all(
    kept.map(async (one) => {
      const { what, id } = one.schedule;
      if (what.kind !== "plan") return one;
      return { ...one, marks: (await readDeck(database, id)).addresses };
    }),
  );
}

/** Returns the passages or steps that a schedule has posted in its present round, except for those that were not posted after all. */
export async function readDeck(database: Kysely<StoreTables>, schedule: string): Promise<Deck> {
  const rows = await database
    .selectFrom("shown")
    .select(["round", "address"])
    .where("schedule", "=", schedule)
    .where("round", "=", (from) =>
      from
        .selectFrom("shown")
        .select(({ fn }) => fn.max("round").as("round"))
        .where("schedule", "=", schedule),
    )
    .execute();
  // Occasions of which an attempt has begun say something.
  const unposted = await database
    .selectFrom("occasion")
    .select(["date", "slot"])
    .where("schedule", "=", schedule)
    .where("state", "in", ["missed", "skipped", "failed"])
    .where("said", "is not", null)
    .execute();
  const addresses = withoutOccasions(
    rows.map(({ address }) => address),
    unposted,
  );
  return { round: rows[0]?.round ?? 0, addresses };
}

/** Reads which schedules a user has set up. */
export async function readMadeSchedules(
  database: Kysely<StoreTables>,
  user: string | undefined,
): Promise<NonNullable<Kept["made"]>> {
  if (user === undefined) return [];
  const rows = await database
    .selectFrom("schedule")
    .selectAll()
    .where("made_by", "=", user)
    .orderBy("made")
    .orderBy("id")
    .execute();
  return rows.map((row) => {
    const { id, server, title, channel, cadence, time } = toSchedule(row);
    return { id, server, ...(title !== undefined && { title }), channel, cadence, time };
  });
}

/** The state of a schedule of which no attempt was refused. */
const NOT_HELD = { why: null, held_since: null, tried: null };

/** Applies a change of schedules. Throws a `Conflict` if the version on which it rests has gone. */
export async function applyScheduleChange(
  transaction: Transaction<StoreTables>,
  change: ScheduleChange,
  clock: StoreClock,
): Promise<void> {
  switch (change.kind) {
    case "schedule": {
      const { schedule, seen } = change;
      const row = rowOf(schedule);
      // From now on, and planned at once.
      const afresh = { planned: clock(), next: clock() };
      if (seen === undefined) {
        return expectOneRow(
          transaction
            .insertInto("schedule")
            .values({ ...row, ...NOT_HELD, ...afresh, made: clock(), version: 0 })
            .onConflict((conflict) => conflict.doNothing())
            .returning("id"),
        );
      }
      const [old] = await transaction
        .selectFrom("schedule")
        .select(["cadence", "time", "zone", "state"])
        .where("id", "=", row.id)
        .where("server", "=", row.server)
        .where("version", "=", seen)
        .execute();
      if (old === undefined) throw new Conflict();
      const isMoved = old.cadence !== row.cadence || old.time !== row.time || old.zone !== row.zone;
      const isResumed = old.state === "paused" && row.state === "on";
      await expectOneRow(
        transaction
          .updateTable("schedule")
          .set({
            ...row,
            ...(isMoved || isResumed ? afresh : {}),
            ...(row.state === "held" ? {} : NOT_HELD),
            version: seen + 1,
          })
          .where("id", "=", row.id)
          .where("version", "=", seen)
          .returning("id"),
      );
      if (row.state !== "paused") return;
      await transaction
        .updateTable("occasion")
        .set({ state: "missed", why: "paused" })
        .where("schedule", "=", row.id)
        .where("state", "=", "due")
        .execute();
      return;
    }
    case "delete-schedule":
      return expectOneRow(
        transaction
          .deleteFrom("schedule")
          .where("id", "=", change.id)
          .where("server", "=", change.server)
          .where("version", "=", change.seen)
          .returning("id"),
      );
    case "post-now": {
      const { id, server, date, seen } = change;
      await expectOneRow(
        transaction
          .updateTable("schedule")
          .set({ version: seen + 1 })
          .where("id", "=", id)
          .where("server", "=", server)
          .where("version", "=", seen)
          .returning("id"),
      );
      // No two posts out of turn were asked for at the same version.
      const key = { schedule: id, date, slot: -1 - seen };
      await transaction
        .insertInto("occasion")
        .values({ ...key, due: clock(), state: "due", why: null })
        .execute();
      return;
    }
    case "resolve-occasion": {
      const { server, occasion, isPosted } = change;
      return expectOneRow(
        transaction
          .updateTable("occasion")
          .set(
            isPosted
              ? { state: "posted" }
              : { state: "due", due: clock(), tried: null, holder: null, lease: 0 },
          )
          .where("schedule", "=", occasion.schedule)
          .where("date", "=", occasion.date)
          .where("slot", "=", occasion.slot)
          .where("state", "=", "unsure")
          .where(({ exists, selectFrom }) =>
            exists(
              selectFrom("schedule")
                .select("id")
                .whereRef("id", "=", "occasion.schedule")
                .where("server", "=", server),
            ),
          )
          .returning("schedule"),
      );
    }
  }
}

/** Lets the schedules of a server that follow its zone go by another one from now on. */
export async function moveSchedulesToZone(
  transaction: Transaction<StoreTables>,
  server: string,
  zone: string | undefined,
  clock: StoreClock,
): Promise<void> {
  const [row] = await transaction
    .selectFrom("server")
    .select("settings")
    .where("id", "=", server)
    .execute();
  if (zoneIn(row?.settings ?? "{}") === zone) return;
  await transaction
    .updateTable("schedule")
    .set({ planned: clock(), next: clock() })
    .where("server", "=", server)
    .where("zone", "is", null)
    .execute();
}

const ZONED = v.pipe(v.string(), v.parseJson(), v.object({ zone: v.optional(v.string()) }));

/** Returns the zone in the settings of a server. */
export function zoneIn(settings: string): string | undefined {
  return parseColumn(ZONED, settings).zone;
}

/** The row of a schedule without the columns that only posting changes. */
function rowOf(schedule: Omit<Schedule, "version">) {
  const { id, server, channel, cadence, time, zone, what, thread, title, state, madeBy } = schedule;
  return {
    ...{ id, server, channel, time, state, why: schedule.why ?? null },
    cadence: JSON.stringify(cadence),
    zone: zone ?? null,
    what: JSON.stringify(what),
    thread: thread === undefined ? null : JSON.stringify(thread),
    title: title ?? null,
    made_by: madeBy ?? null,
  };
}

import { randomUUID } from "node:crypto";
import { type Kysely, type Selectable, sql } from "kysely";
import type { Kept } from "../keeping/kept.ts";
import { periodOf } from "../rhythm/cadence.ts";
import type { Deck } from "../rhythm/deck.ts";
import { nextOccasions, occasionsBetween } from "../rhythm/occasions.ts";
import type { HeldReason, Outcome } from "../rhythm/outcome.ts";
import {
  allowedLateness,
  DEFAULT_ZONE,
  HELD_ATTEMPTS_END,
  HELD_PAUSE,
  OCCASION_MEMORY,
  type OccasionReason,
  type OccasionRecord,
  type Schedule,
  type ThreadState,
} from "../rhythm/schedule.ts";
import type { StoreClock } from "./clock.ts";
import { readKept } from "./kept-rows.ts";
import { readDeck, toOccasion, toSchedule, zoneIn } from "./schedule-rows.ts";
import type { StoreTables } from "./tables.ts";

type Database = Kysely<StoreTables>;

/** The right to post an occasion until its lease ends. */
export interface OccasionClaim {
  readonly schedule: Schedule;
  readonly occasion: OccasionRecord;
  /** The settings of its channel and of its server. */
  readonly settings: Kept["settings"];
  /** The language of its server, if it is a community. */
  readonly locale: string | undefined;
  /** Distinguishes this claim from all others of the same occasion. */
  readonly holder: string;
  /** When the first attempt began whose outcome is not known. */
  readonly tried: number | undefined;
  /** The moment of the claim, by the clock of the database. */
  readonly now: number;
}

/**
 * How long a claim lasts, in milliseconds: longer than a request, and short enough for another attempt while Discord
 * remembers the nonce of the first one.
 */
const LEASE = 20_000;
/** The pause after an attempt of unknown outcome, in milliseconds. */
const UNKNOWN_PAUSE = 5000;
/** How many schedules are planned in one transaction. */
const BATCH = 100;

export async function readClock(database: Database, clock: StoreClock): Promise<number> {
  const { rows } = await sql<{ now: number }>`select ${clock()} as now`.execute(database);
  return Number(rows[0]?.now);
}

/**
 * Makes rows of the occasions that have fallen due since each schedule was last planned, up to now. At most the last
 * one of a schedule is to be posted; all before it are missed, and so is one that is too late.
 */
export async function planOccasions(database: Database, clock: StoreClock): Promise<void> {
  for (;;) {
    const count = await database.transaction().execute(async (transaction) => {
      const now = await readClock(transaction, clock);
      const rows = await transaction
        .selectFrom("schedule")
        .innerJoin("server", "server.id", "schedule.server")
        .selectAll("schedule")
        .select("server.settings")
        .where("next", "<=", now)
        .where("state", "<>", "paused")
        .orderBy("next")
        .orderBy("schedule.id")
        .limit(BATCH)
        .execute();
      for (const row of rows) await planSchedule(transaction, row, now);
      return rows.length;
    });
    if (count < BATCH) return;
  }
}

async function planSchedule(
  transaction: Database,
  row: Selectable<StoreTables["schedule"]> & { readonly settings: string },
  now: number,
): Promise<void> {
  const { id, cadence, time, zone: ownZone } = toSchedule(row);
  const zone = ownZone ?? zoneIn(row.settings) ?? DEFAULT_ZONE;
  const from = Math.max(row.planned, now - OCCASION_MEMORY);
  const occasions = occasionsBetween(cadence, time, zone, from, now);
  const last = occasions.at(-1);
  const isTooLate = last !== undefined && now - last.due > allowedLateness(periodOf(cadence));
  const [next] = nextOccasions(cadence, time, zone, now, 1);
  if (last !== undefined) {
    await transaction
      .updateTable("occasion")
      .set({ state: "missed", why: "newer" })
      .where("schedule", "=", id)
      .where("state", "=", "due")
      .where("slot", ">=", 0)
      .where("due", "<", last.due)
      .execute();
    // PostgreSQL takes at most 65,535 values in a statement.
    await transaction
      .insertInto("occasion")
      .values(
        occasions.map((occasion) => ({
          ...occasion,
          schedule: id,
          ...(occasion === last && !isTooLate
            ? { state: "due", why: null }
            : { state: "missed", why: occasion === last ? "late" : "newer" }),
        })),
      )
      // A date that had its turn has it once, though a moved clock or zone brings it again.
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await transaction
    .updateTable("schedule")
    .set({ planned: now, next: next?.due ?? null })
    .where("id", "=", id)
    // A change by a user in the meantime is planned anew.
    .where("planned", "=", row.planned)
    .where("next", "=", row.next)
    .execute();
}

/** Returns when the next occasion of any schedule falls due. Undefined if there is none. */
export async function nextDue(database: Database): Promise<number | undefined> {
  const row = await database
    .selectFrom("schedule")
    .select(({ fn }) => fn.min("next").as("next"))
    .where("state", "<>", "paused")
    .executeTakeFirst();
  return row?.next ?? undefined;
}

/** Plans every schedule anew: the rules of its zone may have changed while Ibid was not running. */
export async function planAnew(database: Database, clock: StoreClock): Promise<void> {
  await database
    .updateTable("schedule")
    .set({ next: clock() })
    .where("state", "<>", "paused")
    .execute();
}

/** Lets nothing be posted that was due before now, as if it had been missed. */
export async function leavePast(database: Database, clock: StoreClock): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction.updateTable("schedule").set({ planned: clock(), next: clock() }).execute();
    await transaction
      .updateTable("occasion")
      .set({ state: "missed", why: "late" })
      .where("state", "=", "due")
      .execute();
    await transaction
      .updateTable("occasion")
      .set({ state: "unsure" })
      .where("state", "=", "posting")
      .execute();
  });
}

/** The object of a claim: an occasion to post, or a post that wants a thread. */
export type ClaimKind = "post" | "thread";

/**
 * Claims the first occasion that is free. Of several that claim the same, one succeeds, because the row is
 * looked at again once it is theirs. Returns undefined if there is none.
 */
export async function claimOccasion(
  database: Database,
  clock: StoreClock,
  kind: ClaimKind,
): Promise<OccasionClaim | undefined> {
  const isWanted =
    kind === "post"
      ? sql<boolean>`occasion.state in ('due', 'posting')`
      : sql<boolean>`occasion.thread_state in ('wanted', 'opened')`;
  // A user’s request is attempted at once. Only such an occasion is due again after an attempt.
  const isAskedFor = sql<boolean>`((occasion.slot < 0 or occasion.said is not null)
    and coalesce(schedule.tried, 0) < occasion.due)`;
  const isOpen = sql<boolean>`(schedule.state = 'on' or ${isAskedFor} or (schedule.state = 'held'
    and schedule.tried <= ${clock()} - cast(${HELD_PAUSE} as bigint)
    and schedule.held_since > ${clock()} - cast(${HELD_ATTEMPTS_END} as bigint)))`;
  for (;;) {
    const free = database
      .selectFrom("occasion")
      .innerJoin("schedule", "schedule.id", "occasion.schedule")
      .select(["occasion.schedule", "occasion.date", "occasion.slot"])
      .where(isWanted)
      .where("occasion.lease", "<=", clock())
      .$if(kind === "post", (query) =>
        // An attempt that has begun is looked after, whatever has become of its schedule.
        query.where(sql<boolean>`(occasion.state = 'posting' or ${isOpen})`),
      )
      .orderBy("occasion.due")
      .orderBy("occasion.schedule")
      .limit(1);
    const holder = randomUUID();
    const [row] = await database
      .updateTable("occasion")
      .set({ holder, lease: sql<number>`${clock()} + cast(${LEASE} as bigint)` })
      .where(sql<boolean>`(schedule, date, slot) in ${free}`)
      .where(isWanted)
      .where("lease", "<=", clock())
      .returningAll()
      .execute();
    if (row !== undefined) {
      const claim = await claimOf(database, row, holder);
      // The schedule was deleted in the meantime, and its occasions with it.
      if (claim !== undefined) return claim;
    } else if ((await free.execute()).length === 0) return undefined;
  }
}

async function claimOf(
  database: Database,
  row: Selectable<StoreTables["occasion"]>,
  holder: string,
): Promise<OccasionClaim | undefined> {
  const schedule = await database
    .selectFrom("schedule")
    .innerJoin("server", "server.id", "schedule.server")
    .selectAll("schedule")
    .select("server.locale")
    .where("schedule.id", "=", row.schedule)
    .executeTakeFirst();
  if (schedule === undefined) return undefined;
  const { channel, server } = schedule;
  const { settings } = await readKept(database, { channel, server, managesServer: false }, []);
  return {
    schedule: toSchedule(schedule),
    occasion: toOccasion(row),
    settings,
    locale: schedule.locale ?? undefined,
    holder,
    tried: row.tried ?? undefined,
    now: row.lease - LEASE,
  };
}

/** The row of a claim, as long as no other process has claimed it. */
function ownRow(database: Database, { occasion, holder }: OccasionClaim) {
  return database
    .updateTable("occasion")
    .where("schedule", "=", occasion.schedule)
    .where("date", "=", occasion.date)
    .where("slot", "=", occasion.slot)
    .where("holder", "=", holder);
}

/** The contents of a post, which are kept before it is made. */
export interface Intent {
  /** The addresses of what it quotes. */
  readonly said: readonly string[];
  /** The passages that have their turn in a round of the schedule’s deck. */
  readonly shown?: { readonly round: number; readonly addresses: readonly string[] } | undefined;
}

/**
 * Notes that an attempt to post what was drawn from `deck` begins. Only once this is on disk, and “begun” is returned,
 * may the request be sent: otherwise another process has claimed the occasion, it is gone, or another occasion of the
 * schedule has drawn from the same deck.
 */
export async function beginAttempt(
  database: Database,
  clock: StoreClock,
  claim: OccasionClaim,
  { said, shown }: Intent,
  deck: Deck,
): Promise<"begun" | "taken" | "deck-changed"> {
  return database.transaction().execute(async (transaction) => {
    if (shown !== undefined && !(await isDeckOf(transaction, claim.occasion.schedule, deck))) {
      return "deck-changed";
    }
    const begun = await ownRow(transaction, claim)
      .set({
        state: "posting",
        tried: sql<number>`coalesce(tried, ${clock()})`,
        lease: sql<number>`${clock()} + cast(${LEASE} as bigint)`,
        channel: claim.schedule.channel,
        said: JSON.stringify(said),
      })
      .where("state", "in", ["due", "posting"])
      .returning("schedule")
      .execute();
    if (begun.length === 0) return "taken";
    if (shown !== undefined && shown.addresses.length > 0) {
      const { round, addresses } = shown;
      const { schedule } = claim.occasion;
      await transaction
        .insertInto("shown")
        .values(addresses.map((address) => ({ schedule, round, address })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    return "begun";
  });
}

/** Whether a schedule still has this deck. No other process changes it until the transaction ends. */
async function isDeckOf(transaction: Database, schedule: string, deck: Deck): Promise<boolean> {
  await transaction
    .updateTable("schedule")
    .set(({ ref }) => ({ planned: ref("planned") }))
    .where("id", "=", schedule)
    .execute();
  const { round, addresses } = await readDeck(transaction, schedule);
  const before = new Set(deck.addresses);
  return (
    round === deck.round &&
    addresses.length === before.size &&
    addresses.every((address) => before.has(address))
  );
}

/** Notes that the attempt whose outcome was not known has posted nothing. Returns the claim without it. */
export async function forgetAttempt(
  database: Database,
  claim: OccasionClaim,
): Promise<OccasionClaim> {
  await ownRow(database, claim).set({ state: "due", tried: null }).execute();
  return { ...claim, tried: undefined };
}

/** The end of a claim: the outcome of an attempt, or that none was made. */
export type Settlement =
  | Outcome
  | { readonly kind: "missed" | "skipped"; readonly why: OccasionReason }
  /** It may have been posted, and no further attempt may be made. */
  | { readonly kind: "unsure" };

/** Keeps what came of a claim. */
export async function settleClaim(
  database: Database,
  clock: StoreClock,
  claim: OccasionClaim,
  settlement: Settlement,
): Promise<void> {
  // A former attempt may have posted what this one has not.
  const isFirst = claim.tried === undefined;
  await database.transaction().execute(async (transaction) => {
    const own = ownRow(transaction, claim);
    const inTime = (pause: number) => sql<number>`${clock()} + cast(${pause} as bigint)`;
    switch (settlement.kind) {
      case "posted": {
        const { occasion, schedule } = claim;
        const { id } = settlement;
        const isForum = schedule.thread?.kind === "forum";
        const wantsThread = schedule.thread !== undefined && id !== undefined;
        // It was posted, even if another process has claimed it since.
        await transaction
          .updateTable("occasion")
          .where("schedule", "=", occasion.schedule)
          .where("date", "=", occasion.date)
          .where("slot", "=", occasion.slot)
          .where("state", "in", ["posting", "unsure"])
          .set({
            ...{ state: "posted", why: null, holder: null, lease: 0, message: id ?? null },
            tried: clock(),
            ...(wantsThread && { thread_state: isForum ? "opened" : "wanted" }),
            ...(wantsThread && isForum && { thread: id }),
          })
          .execute();
        await transaction
          .updateTable("schedule")
          .set({ state: "on", why: null, held_since: null, tried: null })
          .where("id", "=", schedule.id)
          .where("state", "=", "held")
          .execute();
        return;
      }
      case "later":
        await own
          .set({ lease: inTime(settlement.after), ...(isFirst && { state: "due", tried: null }) })
          .execute();
        return;
      case "unknown":
        await own.set({ lease: inTime(UNKNOWN_PAUSE) }).execute();
        return;
      case "held": {
        const { occasion, schedule } = claim;
        const { why } = settlement;
        const isOutOfTurn = occasion.slot < 0 || schedule.state === "paused";
        const unposted = isOutOfTurn ? { state: "failed", why } : { state: "due", lease: 0 };
        const released = isFirst ? { ...unposted, tried: null } : { state: "unsure" };
        await own.set({ ...released, holder: null }).execute();
        await holdSchedules(transaction, clock, schedule, why);
        return;
      }
      case "failed":
        await own
          .set(isFirst ? { state: "failed", why: settlement.why } : { state: "unsure" })
          .execute();
        return;
      case "missed":
      case "skipped":
        await own.set({ state: settlement.kind, why: settlement.why }).execute();
        return;
      case "unsure":
        await own.set({ state: "unsure" }).execute();
    }
  });
}

/** Holds a schedule, or all of a server that has removed the bot. */
async function holdSchedules(
  transaction: Database,
  clock: StoreClock,
  { id, server }: Schedule,
  why: HeldReason,
): Promise<void> {
  await transaction
    .updateTable("schedule")
    .set({
      ...{ state: "held", why, tried: clock() },
      held_since: sql<number>`coalesce(held_since, ${clock()})`,
    })
    .where("state", "<>", "paused")
    .where(why === "removed" ? "server" : "id", "=", why === "removed" ? server : id)
    .execute();
}

export type ThreadSettlement =
  | { readonly state: ThreadState; readonly thread?: string; readonly why?: OccasionReason }
  /** Another attempt may be made after this many milliseconds. */
  | { readonly after: number };

/** Keeps what came of a claim of a thread. */
export async function settleThread(
  database: Database,
  clock: StoreClock,
  claim: OccasionClaim,
  settlement: ThreadSettlement,
): Promise<void> {
  const own = ownRow(database, claim);
  if ("after" in settlement) {
    await own
      .set({ lease: sql<number>`${clock()} + cast(${settlement.after} as bigint)` })
      .execute();
    return;
  }
  const { state, thread, why } = settlement;
  await own
    .set({
      ...{ thread_state: state, thread_why: why ?? null, holder: null, lease: 0, tried: clock() },
      ...(thread !== undefined && { thread }),
    })
    .execute();
}

/** Returns the milliseconds until the first claim or pause ends. Undefined if there is none. */
export async function untilNextClaim(
  database: Database,
  clock: StoreClock,
): Promise<number | undefined> {
  const row = await database
    .selectFrom("occasion")
    .select(({ fn }) => fn.min("lease").as("lease"))
    .where("lease", ">", clock())
    .where(sql<boolean>`(state in ('due', 'posting') or thread_state in ('wanted', 'opened'))`)
    .executeTakeFirst();
  const lease = row?.lease ?? undefined;
  return lease === undefined ? undefined : lease - (await readClock(database, clock));
}

/** Deletes the occasions that are older than Ibid keeps them. */
export async function deleteOldOccasions(database: Database, clock: StoreClock): Promise<void> {
  await database
    .deleteFrom("occasion")
    .where("due", "<", sql<number>`${clock()} - cast(${OCCASION_MEMORY} as bigint)`)
    .execute();
}

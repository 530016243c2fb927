import type { Kysely } from "kysely";
import type { Deck } from "../rhythm/deck.ts";
import type { StoreClock } from "./clock.ts";
import {
  beginAttempt,
  type ClaimKind,
  claimOccasion,
  deleteOldOccasions,
  forgetAttempt,
  type Intent,
  leavePast,
  nextDue,
  type OccasionClaim,
  planAnew,
  planOccasions,
  readClock,
  type Settlement,
  settleClaim,
  settleThread,
  type ThreadSettlement,
  untilNextClaim,
} from "./occasion-rows.ts";
import { readDeck } from "./schedule-rows.ts";
import type { StoreTables } from "./tables.ts";

/**
 * The occasions of all schedules, by the clock of the database. Every step is on disk once it resolves. Rejects with a
 * `StoreError` if the store cannot be used.
 */
export interface OccasionStore {
  now(): Promise<number>;
  planAnew(): Promise<void>;
  plan(): Promise<void>;
  /** Lets nothing be posted that was due before now. */
  leavePast(): Promise<void>;
  claim(kind: ClaimKind): Promise<OccasionClaim | undefined>;
  shownIn(claim: OccasionClaim): Promise<Deck>;
  begin(claim: OccasionClaim, intent: Intent, deck: Deck): ReturnType<typeof beginAttempt>;
  forgetAttempt(claim: OccasionClaim): Promise<OccasionClaim>;
  settle(claim: OccasionClaim, settlement: Settlement): Promise<void>;
  settleThread(claim: OccasionClaim, settlement: ThreadSettlement): Promise<void>;
  untilNextClaim(): Promise<number | undefined>;
  nextDue(): Promise<number | undefined>;
  deleteOld(): Promise<void>;
}

/** Runs some work on the database. */
type Reach = <T>(work: (database: Kysely<StoreTables>) => Promise<T>) => Promise<T>;

export function createOccasionStore(reach: Reach, clock: StoreClock): OccasionStore {
  return {
    now: () => reach((database) => readClock(database, clock)),
    planAnew: () => reach((database) => planAnew(database, clock)),
    leavePast: () => reach((database) => leavePast(database, clock)),
    plan: () => reach((database) => planOccasions(database, clock)),
    claim: (kind) => reach((database) => claimOccasion(database, clock, kind)),
    shownIn: ({ occasion }) => reach((database) => readDeck(database, occasion.schedule)),
    begin: (claim, intent, deck) =>
      reach((database) => beginAttempt(database, clock, claim, intent, deck)),
    forgetAttempt: (claim) => reach((database) => forgetAttempt(database, claim)),
    settle: (claim, settlement) =>
      reach((database) => settleClaim(database, clock, claim, settlement)),
    settleThread: (claim, settlement) =>
      reach((database) => settleThread(database, clock, claim, settlement)),
    nextDue: () => reach(nextDue),
    untilNextClaim: () => reach((database) => untilNextClaim(database, clock)),
    deleteOld: () => reach((database) => deleteOldOccasions(database, clock)),
  };
}

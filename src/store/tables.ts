import type { Generated } from "kysely";

/** The tables of the store, as Kysely sees them. JSON is text, so both databases return the same. */
export interface StoreTables {
  readonly server: {
    readonly id: string;
    readonly settings: string;
    readonly version: string;
    /** Since when Discord has refused access to the server, in milliseconds since 1970. */
    readonly unreachable_since: Generated<number | null>;
    /** The language of the server if it is a community, as last seen: posts by schedules come without a question that says it. */
    readonly locale: Generated<string | null>;
  };
  readonly channel: {
    readonly id: string;
    readonly server: string;
    readonly settings: string;
    readonly version: string;
  };
  readonly member: {
    readonly id: string;
    readonly settings: string;
    readonly version: string;
  };
  readonly tray: {
    /** That of the member. */
    readonly id: string;
    readonly receipts: string;
    readonly version: string;
  };
  readonly schedule: {
    readonly id: string;
    readonly server: string;
    readonly channel: string;
    readonly cadence: string;
    readonly time: string;
    /** Null if the zone of the server applies. */
    readonly zone: string | null;
    readonly what: string;
    readonly thread: string | null;
    readonly title: string | null;
    readonly state: string;
    readonly why: string | null;
    /** Since when it is held, and when it was last attempted since, in milliseconds since 1970. */
    readonly held_since: number | null;
    readonly tried: number | null;
    readonly made_by: string | null;
    readonly made: number;
    /** The moments up to which its occasions are rows, and at which the next one is due. Null if there is none. */
    readonly planned: number;
    readonly next: number | null;
    readonly version: number;
  };
  readonly occasion: {
    readonly schedule: string;
    readonly date: string;
    readonly slot: number;
    readonly due: number;
    readonly state: string;
    readonly why: string | null;
    /** The claim under which it is being posted, and the moment until which no other process takes it. */
    readonly holder: Generated<string | null>;
    readonly lease: Generated<number>;
    /** When the first attempt began whose outcome is not known. */
    readonly tried: Generated<number | null>;
    readonly channel: Generated<string | null>;
    readonly message: Generated<string | null>;
    readonly thread: Generated<string | null>;
    readonly thread_state: Generated<string | null>;
    readonly thread_why: Generated<string | null>;
    /** The addresses of what it quotes. */
    readonly said: Generated<string | null>;
  };
  /** The passages of a schedule that have had their turn in a round. */
  readonly shown: {
    readonly schedule: string;
    readonly round: number;
    readonly address: string;
  };
}

/** The tables in an order in which rows can be inserted. */
export const TABLE_NAMES = [
  "server",
  "channel",
  "member",
  "tray",
  "schedule",
  "occasion",
  "shown",
] as const;

/**
 * The columns that hold the id of a person. `/settings privacy` shows the rows of each. When a user has all
 * deleted, the rows go with the user, or only the id, where the row belongs to a server.
 */
export const PERSON_COLUMNS = [
  { table: "member", column: "id", belongsTo: "user" },
  { table: "tray", column: "id", belongsTo: "user" },
  { table: "schedule", column: "made_by", belongsTo: "server" },
] as const;

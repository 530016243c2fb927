import type { Generated } from "kysely";

/** The tables of the store, as Kysely sees them. JSON is text, so both databases return the same. */
export interface StoreTables {
  readonly server: {
    readonly id: string;
    readonly settings: string;
    readonly version: string;
    /** Since when Discord has refused access to the server, in milliseconds since 1970. */
    readonly unreachable_since: Generated<number | null>;
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
}

/** The tables in an order in which rows can be inserted. */
export const TABLE_NAMES = ["server", "channel", "member", "tray"] as const;

/**
 * The columns that hold the id of a person. `/settings privacy` shows the rows of each, and deletes them.
 */
export const PERSON_COLUMNS = [
  { table: "member", column: "id" },
  { table: "tray", column: "id" },
] as const;

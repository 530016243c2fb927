import type { Kysely } from "kysely";
import type { StoreTables } from "./tables.ts";

/** The servers that answer to Ibid, and those that refuse it. Discord’s own failures are in neither list. */
export interface ServerReach {
  readonly reachable: readonly string[];
  readonly unreachable: readonly string[];
  /** The language of each server that says so, or undefined if it is no community. */
  readonly locales?: ReadonlyMap<string, string | undefined>;
}

/** How long a server has to be out of reach before what belongs to it is deleted, in milliseconds. */
const GRACE_PERIOD = 30 * 24 * 60 * 60 * 1000;

/** Keeps the language of a server, if it is a community. */
export async function noteLocale(
  database: Kysely<StoreTables>,
  server: string,
  locale: string | undefined,
): Promise<void> {
  await database
    .updateTable("server")
    .set({ locale: locale ?? null })
    .where("id", "=", server)
    .execute();
}

/** Returns the ids of the servers of which something is kept. */
export async function keptServers(database: Kysely<StoreTables>): Promise<readonly string[]> {
  const rows = await database.selectFrom("server").select("id").orderBy("id").execute();
  return rows.map(({ id }) => id);
}

/**
 * Notes which servers are in reach. Deletes what belongs to a server that has been out of reach for thirty
 * days without a break, and returns its id.
 */
export function noteReach(
  database: Kysely<StoreTables>,
  { reachable, unreachable, locales = new Map() }: ServerReach,
  now: number,
): Promise<readonly string[]> {
  return database.transaction().execute(async (transaction) => {
    for (const id of reachable) {
      await transaction
        .updateTable("server")
        .set({ unreachable_since: null })
        .where("id", "=", id)
        .execute();
    }
    for (const id of unreachable) {
      await transaction
        .updateTable("server")
        .set({ unreachable_since: now })
        .where("id", "=", id)
        .where("unreachable_since", "is", null)
        .execute();
    }
    for (const [id, locale] of locales) await noteLocale(transaction, id, locale);
    // The rows of its channels go with that of the server.
    const deleted = await transaction
      .deleteFrom("server")
      .where("unreachable_since", "<=", now - GRACE_PERIOD)
      .returning("id")
      .execute();
    return deleted.map(({ id }) => id);
  });
}

import { type RawBuilder, sql } from "kysely";
import type { StoreConfig } from "../config.ts";

/** Returns the present moment as an expression of SQL, in milliseconds since 1970. */
export type StoreClock = () => RawBuilder<number>;

/**
 * Returns the clock of a database, which all that share it go by. `pretended` returns another time
 * instead.
 */
export function clockOf({ kind }: StoreConfig, pretended?: () => number): StoreClock {
  if (pretended !== undefined) return () => sql<number>`cast(${pretended()} as bigint)`;
  switch (kind) {
    case "file":
      return () => sql<number>`cast((julianday('now') - 2440587.5) * 86400000 as integer)`;
    case "postgres":
      return () => sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`;
  }
}

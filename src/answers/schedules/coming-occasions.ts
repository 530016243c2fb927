import type { Context } from "../../command/types.ts";
import { zoneOf } from "../../keeping/kept.ts";
import { nextOccasions, type Occasion } from "../../rhythm/occasions.ts";
import type { OccasionKey, Schedule } from "../../rhythm/schedule.ts";

interface OccasionsOfSchedule {
  readonly schedule: Pick<Schedule, "cadence" | "time" | "zone">;
  /** Those that have had their turn, at least the last ones. */
  readonly occasions: readonly OccasionKey[];
}

/** Returns when a schedule posts next. A date that has had its turn comes only once. */
export function comingOccasions(
  { schedule, occasions }: OccasionsOfSchedule,
  { kept, now }: Pick<Context, "kept" | "now">,
  count: number,
): readonly Occasion[] {
  const { cadence, time } = schedule;
  const had = new Set(occasions.map(({ date, slot }) => `${date} ${slot}`));
  return nextOccasions(cadence, time, zoneOf(schedule, kept), now, count + had.size)
    .filter(({ date, slot }) => !had.has(`${date} ${slot}`))
    .slice(0, count);
}

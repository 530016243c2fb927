import { twoDigits } from "../corpus/dates/date-wording.ts";

/** A time of day in 24 hours: `08:00`. */
export type LocalTime = string;

const NAMED_TIMES: ReadonlyMap<string, LocalTime> = new Map([
  ["noon", "12:00"],
  ["midday", "12:00"],
  ["midnight", "00:00"],
]);

/**
 * Parses a time of day: “08:00”, “8 pm”, “20.30”, “20h”, “noon”, or just “8”. Returns undefined for any
 * other text, and for times that no clock shows.
 */
export function parseTimeOfDay(typed: string): LocalTime | undefined {
  const text = typed.normalize("NFKC").trim().toLowerCase().replace(/^at /, "");
  const named = NAMED_TIMES.get(text.replace(/^12 /, ""));
  if (named !== undefined) return named;
  const [, digits, minutes = "00", half] =
    /^(\d{1,2})(?:[:.h]?(\d{2})|h| ?o['’]?clock)?(?: ?([ap])\.? ?m\.?)?$/.exec(text) ?? [];
  const hour = Number(digits);
  const isHour = half === undefined ? hour <= 23 : hour >= 1 && hour <= 12;
  if (digits === undefined || !isHour || Number(minutes) > 59) return undefined;
  return `${twoDigits(half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0))}:${minutes}`;
}

import { parseEdtfDate } from "../date.ts";
import { parseDateQuery } from "./date-query.ts";
import { parseShortRange, wholesOfPart } from "./date-wording.ts";

/**
 * Parses a date as people and programs write it (“2019-08-05T10:00:00Z”, “5 August 2019”, “c. 1750”,
 * “44 BC”, “2 mars 1907”) into EDTF, without the time of day. Returns undefined if the text is not a
 * date, is ambiguous, such as 5/8/2019, or is a date that EDTF cannot express.
 */
export function parseWrittenDate(text: string): string | undefined {
  const withoutTime = text.trim().replace(/[T ,]+\d\d?:\d\d.*$/s, "");
  // In EDTF, 1920-24 is a winter, but in other texts it is a range of years.
  const range = parseShortRange(withoutTime);
  if (range !== undefined) return range;
  const query = parseDateQuery(withoutTime);
  return query?.kind === "period" ? query.edtf : undefined;
}

/** Returns the dates in EDTF that are nearest to a text that `parseWrittenDate` cannot parse. */
export function nearestEdtfDates(text: string): readonly string[] {
  const query = parseDateQuery(text);
  const candidates =
    query?.kind === "ambiguous" ? query.readings : wholesOfPart(text.trim().replace(/^the /i, ""));
  return [...new Set(candidates.flatMap((candidate) => parseWrittenDate(candidate) ?? []))];
}

/** Returns a day of the calendar in EDTF; undefined if it never was. The parts are digits. */
export function joinDay(year: string, month: string, day: string): string | undefined {
  return parseEdtfDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)?.edtf;
}

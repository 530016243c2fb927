import { edtfDate, isoDay } from "../../corpus/date.ts";
import { parseDateQuery } from "../../search/date-query.ts";

/**
 * A date that somebody wrote, in EDTF: “2019-08-05T10:00:00Z”, “5 August 2019”, “July, 1998”. The time
 * of day is left out. Undefined for what is no date, or may be two: 5/8/2019.
 */
export function parseWrittenDate(text: string): string | undefined {
  const days = text.trim().replace(/[T ,]+\d\d?:\d\d.*$/s, "");
  // What is in EDTF already may say more than days, such as that it is uncertain. The package reads
  // two figures as a century, and five as milliseconds.
  const exact = /^\d+$/.test(days) && days.length !== 4 ? undefined : edtfDate(days);
  if (exact !== undefined && [exact.first, exact.last].some(Number.isFinite)) return days;
  const query = exact === undefined ? parseDateQuery(days) : undefined;
  if (query?.kind !== "period") return undefined;

  const { first, last } = query.period;
  if (!Number.isFinite(first) || !Number.isFinite(last)) return undefined;
  const [from, until] = [isoDay(first), isoDay(last)];
  const spans = [from, from.slice(0, 7), from.slice(0, 4)].map(edtfDate);
  return (
    spans.find((span) => span?.first === first && span.last === last)?.edtf ?? `${from}/${until}`
  );
}

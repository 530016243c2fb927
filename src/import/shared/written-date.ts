import { formatIsoDay, parseEdtfDate, parseUnambiguousEdtfDate } from "../../corpus/date.ts";
import { parseDateQuery } from "../../search/date-query.ts";

/**
 * Parses a date as people and programs write it (“2019-08-05T10:00:00Z”, “5 August 2019”,
 * “July, 1998”) into EDTF, without the time of day. Returns undefined if the text is not a date, or
 * is ambiguous, such as 5/8/2019.
 */
export function parseWrittenDate(text: string): string | undefined {
  const withoutTime = text.trim().replace(/[T ,]+\d\d?:\d\d.*$/s, "");
  // EDTF can express more than days, such as uncertainty, so it is kept as it is.
  const exact = parseUnambiguousEdtfDate(withoutTime);
  if (exact !== undefined && [exact.first, exact.last].some(Number.isFinite)) return withoutTime;
  const query = exact === undefined ? parseDateQuery(withoutTime) : undefined;
  if (query?.kind !== "period") return undefined;

  const { first, last } = query.period;
  if (!Number.isFinite(first) || !Number.isFinite(last)) return undefined;
  const [from, until] = [formatIsoDay(first), formatIsoDay(last)];
  const candidates = [from, from.slice(0, 7), from.slice(0, 4)].map(parseEdtfDate);
  const exactSpan = candidates.find((span) => span?.first === first && span.last === last);
  return exactSpan === undefined ? `${from}/${until}` : exactSpan.edtf;
}

import { formatIsoDay, parseEdtfDate, parseUnambiguousEdtfDate } from "../../corpus/date.ts";
import { dateNames } from "../../language/date-words.ts";
import { fold } from "../../language/fold.ts";
import { LANGUAGES } from "../../language/languages/index.ts";
import { parseDateQuery } from "../../search/date-query.ts";

/**
 * Parses a date as people and programs write it (“2019-08-05T10:00:00Z”, “5 August 2019”, “c. 1750”,
 * “44 BC”, “2 mars 1907”) into EDTF, without the time of day. Returns undefined if the text is not a
 * date, or is ambiguous, such as 5/8/2019.
 */
export function parseWrittenDate(text: string): string | undefined {
  const [, approximate] =
    /^\s*(?:c(?:irca|a)?\.?|about|around|um|vers|env(?:iron)?\.?)\s+(.*)$/is.exec(text) ?? [];
  const date = parsePlainDate(approximate ?? text);
  if (approximate === undefined || date === undefined) return date;
  // EDTF has one mark for each end of an interval.
  return date.includes("/") ? undefined : `${date}~`;
}

function parsePlainDate(text: string): string | undefined {
  return parseDateInWords(text.trim()) ?? parseEnglishDate(text);
}

const SEASONS = ["spring", "summer", "autumn|fall", "winter"];

/** Parses what only people write: years before Christ, seasons, short ranges, months in any language. */
function parseDateInWords(text: string): string | undefined {
  const [, before] =
    /^(\d{1,4})\s*(?:B\.?\s?C\.?(?:\s?E\.?)?|v\.\s?Chr\.|av\. J\.-C\.)$/i.exec(text) ?? [];
  if (before !== undefined) {
    const year = Number(before) - 1;
    return year === 0 ? "0000" : `-${String(year).padStart(4, "0")}`;
  }
  const [, season = "", seasonYear] =
    /^(?:in )?(?:the )?(\p{L}+)(?: of)?,? (\d{4})$/u.exec(text) ?? [];
  const at = SEASONS.findIndex((names) => new RegExp(`^(?:${names})$`, "i").test(season));
  if (at !== -1 && seasonYear !== undefined) return `${seasonYear}-${21 + at}`;
  const [, century, from, until] = /^(\d\d)(\d\d)\s*[-–]\s*(\d\d)$/.exec(text) ?? [];
  // 1749-51 is a range, but 1907-02 a month.
  if (century !== undefined && Number(until) > Math.max(12, Number(from))) {
    return `${century}${from}/${century}${until}`;
  }
  return parseDayInAnyLanguage(text);
}

const DAY_IN_WORDS = /^(\d{1,2})(?:\.|er|º|°)?(?: de| d['’])? ?(\p{L}+)\.?(?: de)?,? (\d{4})$/u;

/** Parses a day with its month in full, in any language that Ibid knows. */
function parseDayInAnyLanguage(text: string): string | undefined {
  const [, day, month, year] = DAY_IN_WORDS.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const number = monthNumbers().get(fold(month));
  if (number === undefined) return undefined;
  const date = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseEdtfDate(date)?.edtf;
}

let cachedMonths: ReadonlyMap<string, number> | undefined;

/** Returns the numbers of months by their folded names. A name of two months has none. */
function monthNumbers(): ReadonlyMap<string, number> {
  if (cachedMonths !== undefined) return cachedMonths;
  const numbers = new Map<string, number>();
  const ambiguous = new Set<string>();
  for (const {
    tags: [tag],
  } of LANGUAGES) {
    // The names beside a day are in another case than alone in many languages.
    const beside = new Intl.DateTimeFormat(tag, { day: "numeric", month: "long", timeZone: "UTC" });
    const alone = dateNames(tag, "long").slice(0, 12);
    for (const [index, name] of alone.entries()) {
      const parts = beside.formatToParts(Date.UTC(2000, index, 1));
      const month = parts.find(({ type }) => type === "month")?.value ?? name;
      for (const key of new Set([fold(name), fold(month)])) {
        if ((numbers.get(key) ?? index + 1) !== index + 1) ambiguous.add(key);
        numbers.set(key, index + 1);
      }
    }
  }
  for (const key of ambiguous) numbers.delete(key);
  cachedMonths = numbers;
  return numbers;
}

function parseEnglishDate(text: string): string | undefined {
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

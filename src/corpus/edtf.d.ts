/**
 * The part of the package that Ibid uses. The package ships no types, and documents neither `precision`
 * nor the ends of an interval; `tests/corpus/edtf.test.ts` checks these.
 */
declare module "edtf" {
  /** A date at one of the package's three levels of EDTF. */
  export type EdtfValue = EdtfCalendarDate | EdtfSeason | EdtfInterval | EdtfSpan;

  /** A day, a month or a year, with or without a time of day. */
  export interface EdtfCalendarDate extends EdtfQualifiers {
    readonly type: "Date";
    readonly edtf: string;
    /** 1 for a year, 2 for a month, 3 for a day, 0 with a time of day. */
    readonly precision: 0 | 1 | 2 | 3;
    /** Milliseconds since 1970, UTC. */
    readonly min: number;
    readonly max: number;
    /** The year, the month counted from 0, and the day: as many as the precision says. */
    readonly values: readonly [year: number, month?: number, day?: number, ...time: number[]];
  }

  export interface EdtfSeason extends EdtfQualifiers {
    readonly type: "Season";
    readonly edtf: string;
    readonly min: number;
    readonly max: number;
    /** Seasons 21 to 24 are spring to winter; higher numbers are hemispheres and divisions. */
    readonly values: readonly [year: number, season: number];
  }

  /** Each mark as a bit mask over the digits of the date: 0 when no digit has it. */
  interface EdtfQualifiers {
    readonly unspecified: { readonly value: number };
    readonly approximate: { readonly value: number };
    readonly uncertain: { readonly value: number };
  }

  export interface EdtfInterval {
    readonly type: "Interval";
    readonly edtf: string;
    /** Infinite when the end is open, null when it is unknown. */
    readonly min: number | null;
    readonly max: number | null;
    readonly lower: EdtfIntervalEnd;
    readonly upper: EdtfIntervalEnd;
  }

  /** A date, `Infinity` when the end is open (at either end), or null when it is unknown. */
  export type EdtfIntervalEnd = EdtfCalendarDate | EdtfSeason | number | null;

  /** Any other value, of which Ibid uses only the text and the extent. */
  export interface EdtfSpan {
    readonly type: "Year" | "Decade" | "Century" | "List" | "Set";
    readonly edtf: string;
    /** Infinite in a list or set that is open at this end; NaN in a year beyond JavaScript's range. */
    readonly min: number;
    readonly max: number;
  }

  /** The class of dates, made of the numbers of one. Those that never were become others. */
  const CalendarDate: new (values: EdtfCalendarDate["values"]) => EdtfCalendarDate;

  export { CalendarDate as Date };

  /** Parses `text`. Throws when it is not EDTF. */
  export default function edtf(text: string): EdtfValue;
}

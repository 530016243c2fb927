/** What Ibid uses of the package, which ships no types. */
declare module "edtf" {
  export interface EdtfValue {
    readonly type: "Date" | "Year" | "Decade" | "Century" | "Season" | "Interval" | "List" | "Set";
    /** 1 year, 2 month, 3 day, 0 with a time of day. */
    readonly precision?: number;
    /** Milliseconds since 1970, UTC; infinite where an interval is open. */
    readonly min: number;
    readonly max: number;
    readonly edtf: string;
    /** Of a date: year, month from 0, day; of a season: year, and 21 for spring to 24 for winter. */
    readonly values: readonly number[];
    readonly unspecified?: { readonly value: number };
    readonly approximate?: { readonly value: number };
    readonly uncertain?: { readonly value: number };
    /** The two ends of an interval. */
    readonly lower?: EdtfValue | null | number;
    readonly upper?: EdtfValue | null | number;
  }
  /** Throws when `text` is not EDTF. */
  export default function edtf(text: string): EdtfValue;
}

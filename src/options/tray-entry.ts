import type { LabelKey } from "../catalogue/catalogue.ts";
import { optionError, parsedText } from "../command/option-types.ts";
import type { Option } from "../command/types.ts";
import { elementAt } from "../foundation/checked-access.ts";

/** A quotation in the user’s tray. */
export interface TrayPlace {
  /** Its position, counted from 0. */
  readonly index: number;
  readonly receipt: string;
}

/** Declares an option for a quotation in the user’s tray: by its number, or by the beginning of its receipt. */
export function trayEntry(description: LabelKey): Option<TrayPlace> {
  return parsedText(description, {
    expects: { kind: "tray-entry" },
    parse(typed, { kept }) {
      const receipts = kept.tray?.value ?? [];
      const index = /^\d+$/.test(typed)
        ? Number(typed) - 1
        : receipts.findIndex((one) => one.startsWith(typed));
      return index in receipts
        ? { value: { index, receipt: elementAt(receipts, index) } }
        : optionError({ kind: "no-such-entry", typed, entries: receipts.length });
    },
  });
}

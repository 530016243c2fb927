import type { LabelKey, Translate } from "../catalogue/catalogue.ts";
import { optionError, parsedText } from "../command/option-types.ts";
import type { OfferedValue, Option } from "../command/types.ts";
import { type Day, formatDay } from "../corpus/date.ts";
import {
  type Cadence,
  dayOfDate,
  describeCadence,
  nextDateOf,
  weekdayOf,
} from "../rhythm/cadence.ts";
import {
  completeCadence,
  correctCadence,
  parseCadence,
  typedCadence,
} from "../rhythm/cadence-wording.ts";
import { type LocalTime, parseTimeOfDay } from "../rhythm/time-of-day.ts";
import { MAX_SUGGESTIONS, suggestionOf } from "./choices.ts";

/** A cadence, and the time of day that was typed with it. */
export interface TimedCadence {
  readonly cadence: Cadence;
  readonly time?: LocalTime;
}

const EXAMPLES: readonly Cadence[] = [
  { kind: "daily" },
  { kind: "weekly", on: [1, 4] },
  { kind: "month-weekdays", nth: [1], on: 7 },
];

/**
 * Declares an option for a cadence in words, with or without a time of day: “mondays at 8”. Completion shows how it
 * is understood, and its next date.
 */
export function cadence(description: LabelKey): Option<TimedCadence> {
  return parsedText<TimedCadence>(description, {
    expects: { kind: "cadence" },
    suggest: (typed, { day }, t) =>
      completeCadence(typed, day, t)
        .flatMap(({ readings: [cadence], time }) => {
          const label = nextDateLabel({ cadence, ...(time && { time }) }, day, t);
          return label === undefined ? [] : [{ label, value: typedCadence(cadence, time, t) }];
        })
        .slice(0, MAX_SUGGESTIONS),
    parse(typed, { day }) {
      const parsed = parseCadence(typed, day);
      if (parsed === undefined) {
        const closest = correctCadence(typed, day);
        const offers = (closest?.readings ?? EXAMPLES).map((one) =>
          typedCadence(one, closest?.time),
        );
        return {
          error: { reason: { kind: "unreadable-cadence", typed }, offers: offers.map(offered) },
        };
      }
      if ("unreadableTime" in parsed) {
        return optionError({ kind: "unreadable-time", typed: parsed.unreadableTime });
      }
      const { readings, time } = parsed;
      const possible = readings.filter((one) => nextDateOf(one, day) !== undefined);
      const [cadence, ...others] = possible;
      if (cadence === undefined) return optionError({ kind: "no-date-left", typed });
      if (others.length === 0) return { value: { cadence, ...(time && { time }) } };
      const words = possible.map((one) => typedCadence(one, time));
      return {
        error: {
          reason: { kind: "ambiguous-cadence", typed, readings: words },
          offers: words.map(offered),
        },
      };
    },
  });
}

/** Offers a cadence, in English words, by its words in the language of the answer. */
function offered(value: string): OfferedValue {
  return { value, label: { kind: "cadence", cadence: value } };
}

/** Puts a cadence and its time into words, with its next date from `today` on; undefined if none is left. */
function nextDateLabel(
  { cadence, time }: TimedCadence,
  today: Day,
  t: Translate,
): string | undefined {
  const date = nextDateOf(cadence, today);
  if (date === undefined) return undefined;
  const words = describeCadence(cadence, t);
  const next = dayOfDate(date);
  return t("cadence.next", {
    cadence: time === undefined ? words : t("cadence.at", { cadence: words, time }),
    weekday: t(`weekday.${weekdayOf(next)}`),
    day: formatDay(next, t),
  });
}

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);

/** Declares an option for a time of day: “08:00”, “8 pm”, “noon”. */
export function timeOfDay(description: LabelKey): Option<LocalTime> {
  return parsedText(description, {
    expects: { kind: "time" },
    suggest(typed) {
      const readings = [typed, `${typed} am`, `${typed} pm`].flatMap(
        (one) => parseTimeOfDay(one) ?? [],
      );
      const begun = HOURS.filter((hour) => hour.startsWith(typed.trim()));
      return [...new Set([...readings, ...begun])].map(suggestionOf);
    },
    parse(typed) {
      const value = parseTimeOfDay(typed);
      return value === undefined ? optionError({ kind: "unreadable-time", typed }) : { value };
    },
  });
}

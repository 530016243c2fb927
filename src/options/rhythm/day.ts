import type { LabelKey } from "../../catalogue/catalogue.ts";
import { parsedText } from "../../command/option-types.ts";
import type { Option } from "../../command/types.ts";
import { type Day, formatCalendarDay, formatDay, formatIsoDay } from "../../corpus/date.ts";
import { parseComingDay } from "../../corpus/dates/coming-day.ts";
import { todayIn } from "../../language/translation/relative-days.ts";
import { memoizeByLibrary } from "../../search/memoize-by-library.ts";
import { MAX_SUGGESTIONS, suggestionOf } from "../choices.ts";
import { ambiguousDate } from "../period.ts";

/** Declares an option for a day, with or without its year. Left empty, it is today. */
export function day(description: LabelKey): Option<Day> {
  const option = parsedText<Day>(description, {
    expects: { kind: "day" },
    suggest(typed, { day: today, library }, t) {
      const begun = typed.trim().toLowerCase();
      const read = begun === "" ? [] : parseComingDay(typed, today);
      return [
        ...(["today", todayIn(t.language)].some((name) => name.startsWith(begun))
          ? [{ label: t("day.today", { day: formatDay(today, t) }), value: todayIn(t.language) }]
          : []),
        ...read.map((one) => ({ label: formatDay(one, t), value: formatIsoDay(one) })),
        ...documentDays(library)
          .map((one) => formatCalendarDay(one, t))
          .filter((label) => begun !== "" && label.toLowerCase().includes(begun))
          .map(suggestionOf),
      ].slice(0, MAX_SUGGESTIONS);
    },
    parse(typed, { day: today }) {
      const [value, other] = parseComingDay(typed, today);
      if (value === undefined) return undefined;
      return other === undefined
        ? { value }
        : ambiguousDate(typed, [formatDay(value), formatDay(other)]);
    },
  });
  return {
    ...option,
    parse: (given, context) =>
      typeof given === "string" && given.trim() === ""
        ? { value: context.day }
        : option.parse(given, context),
  };
}

const MONTH_AND_DAY = "MM-DD";

/** The first of the documents’ days that are the same day of the year. */
const documentDays = memoizeByLibrary(({ corpus }) => {
  const days = corpus.documents.flatMap(({ date }) =>
    date !== undefined && date.first === date.last
      ? [[formatIsoDay(date.first).slice(-MONTH_AND_DAY.length), date.first] as const]
      : [],
  );
  return [...new Map(days.toReversed()).values()].toReversed();
});

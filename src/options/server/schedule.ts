import type { LabelKey } from "../../catalogue/catalogue.ts";
import { optionError, parsedText } from "../../command/option-types.ts";
import type { Context, Option } from "../../command/types.ts";
import type { KeptSchedule } from "../../keeping/kept.ts";
import { describeCadence } from "../../rhythm/cadence.ts";
import { MAX_OFFERED_VALUES, MAX_SUGGESTIONS } from "../choices.ts";

/** Declares an option for a schedule of the server, by its id or its title: for any, or for those that `isMeant`. */
export function scheduleOption(
  description: LabelKey,
  isMeant: (one: KeptSchedule) => boolean = () => true,
): Option<KeptSchedule> {
  const option = parsedText<KeptSchedule>(description, {
    expects: { kind: "schedule" },
    suggest: (typed, context, t) =>
      schedulesIn(context)
        .filter(isMeant)
        .map(({ schedule: { id, title, cadence, time } }) => {
          const when = t("cadence.at", { cadence: describeCadence(cadence, t), time });
          return { label: title === undefined ? when : `${title} · ${when}`, value: id };
        })
        .filter(({ label, value }) => `${label} ${value}`.toLowerCase().includes(fold(typed)))
        .slice(0, MAX_SUGGESTIONS),
    parse(typed, context) {
      const all = schedulesIn(context).filter(isMeant);
      const value =
        all.find(({ schedule }) => schedule.id === typed) ??
        all.find(({ schedule }) => fold(schedule.title ?? "") === fold(typed));
      if (value !== undefined) return { value };
      const ids = all.map(({ schedule }) => schedule.id).slice(0, MAX_OFFERED_VALUES);
      return optionError({ kind: "unknown-schedule", typed }, ids);
    },
  });
  return { ...option, suggestsKept: ["schedules"] };
}

function schedulesIn({ kept }: Context): readonly KeptSchedule[] {
  return kept.schedules ?? [];
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}

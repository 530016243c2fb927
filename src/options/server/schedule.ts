import type { LabelKey } from "../../catalogue/catalogue.ts";
import { parsedText } from "../../command/option-types.ts";
import type { Context, Option } from "../../command/types.ts";
import type { KeptSchedule } from "../../keeping/kept.ts";
import type { ActionLabel } from "../../reply/action-label.ts";
import { describeCadence } from "../../rhythm/cadence.ts";
import { typedCadence } from "../../rhythm/cadence-wording.ts";
import type { Schedule } from "../../rhythm/schedule.ts";
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
      const offers = all
        .slice(0, MAX_OFFERED_VALUES)
        .map(({ schedule }) => ({ value: schedule.id, label: scheduleLabel(schedule) }));
      return { error: { reason: { kind: "unknown-schedule", typed }, offers } };
    },
  });
  return { ...option, suggestsKept: ["schedules"] };
}

/** Returns what a button says that leads to a schedule: its title, or when it posts. */
export function scheduleLabel({
  title,
  cadence,
  time,
}: Pick<Schedule, "title" | "cadence" | "time">): ActionLabel {
  return title === undefined
    ? { kind: "cadence", cadence: typedCadence(cadence, time) }
    : { kind: "value", value: title };
}

function schedulesIn({ kept }: Context): readonly KeptSchedule[] {
  return kept.schedules ?? [];
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}

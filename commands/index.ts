import type { Command } from "../src/command/types.ts";
import type { Corpus } from "../src/corpus/document.ts";
import { documentKind } from "../src/corpus/titles.ts";
import { about } from "./about.ts";
import { cite } from "./cite.ts";
import { help } from "./help.ts";
import { document, letter } from "./letter.ts";
import { people } from "./people.ts";
import { movePlan, showPlan, startPlanCommand } from "./plan.ts";
import { quote } from "./quote.ts";
import {
  addSchedule,
  deleteSchedule,
  editSchedule,
  pauseSchedule,
  postSchedule,
  resumeSchedule,
  schedules,
} from "./schedule.ts";
import { search } from "./search.ts";
import { changeSettings, settingsPrivacy, showSettings } from "./settings.ts";
import { timeline } from "./timeline.ts";
import { topics } from "./topics.ts";
import { tray } from "./tray.ts";
import { verify } from "./verify.ts";

/** Every command, in the order in which `/help` lists them. */
export const commands: readonly Command[] = [
  letter,
  quote,
  search,
  verify,
  cite,
  timeline,
  topics,
  people,
  showPlan,
  startPlanCommand,
  movePlan,
  about,
  tray,
  schedules,
  addSchedule,
  editSchedule,
  pauseSchedule,
  resumeSchedule,
  postSchedule,
  deleteSchedule,
  showSettings,
  changeSettings,
  settingsPrivacy,
  help,
];

/** Returns the commands for a corpus: without any letter, `/letter` is called `/document`. */
export function commandsFor({ documents }: Corpus): readonly Command[] {
  const hasLetter = documents.some((one) => documentKind(one) === "letter");
  return hasLetter ? commands : commands.map((one) => (one === letter ? document : one));
}

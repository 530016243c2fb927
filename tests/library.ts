import { commands } from "../commands/index.ts";
import { english } from "../src/catalogue/catalogue.ts";
import { readStyles } from "../src/cite/read-styles.ts";
import { preferStyle } from "../src/cite/style.ts";
import type { Context } from "../src/command/types.ts";
import { type CorpusFile, type CorpusReading, createCorpusReader } from "../src/corpus/corpus.ts";
import { readCorpus } from "../src/corpus/read.ts";
import { memoizeByKey } from "../src/foundation/memoize-by-text.ts";
import { type KeptSchedule, NO_TRAY, type Situation } from "../src/keeping/kept.ts";
import { PERMISSIONS } from "../src/keeping/permissions.ts";
import { describeAction } from "../src/reply/layout/action-label.ts";
import type { LabelledLine } from "../src/reply/layout/layout.ts";
import type { Action, Reply } from "../src/reply/reply.ts";
import type { Schedule } from "../src/rhythm/schedule.ts";
import { createLibrary, type Library } from "../src/search/library.ts";
import { inEnglish } from "./in-english.ts";
import { putIntoWords, type Words } from "./words.ts";

/** Parses each file once: many corpora of the tests have one in common. */
const reader = createCorpusReader();
const encoder = new TextEncoder();
const fileOf = memoizeByKey(
  1000,
  ([path, text]: readonly [string, string]) => `${path}\n${text}`,
  ([path, text]): CorpusFile => ({ path, bytes: encoder.encode(text) }),
);

/** Creates the library of a corpus from its files: paths and their text. */
export function libraryOf(files: Readonly<Record<string, string>>): Library {
  return libraryFrom(reader.read(Object.entries(files).map(fileOf)));
}

function libraryFrom(reading: CorpusReading): Library {
  if ("error" in reading) throw new Error(reading.error.map(inEnglish).join("\n"));
  return createLibrary(reading.corpus, new Date("2024-10-04T12:00:00Z"));
}

/** The citation styles that ship with Ibid. */
export const styles = preferStyle("chicago", (await readStyles("styles")).styles);

function keptSchedule(
  own: Pick<Schedule, "id" | "title" | "time" | "state"> & Partial<Schedule>,
): KeptSchedule {
  return {
    schedule: {
      ...{ server: "33", channel: "22", cadence: { kind: "daily" }, version: 0 },
      what: { kind: "day", options: {} },
      ...own,
    },
    occasions: [],
    marks: [],
  };
}

/** A user who may do everything in a server, in a channel of it, where only three schedules are kept. */
export const SITUATION: Situation = {
  asker: {
    ...{ user: "11", channel: "22", server: "33", managesServer: true },
    place: {
      ...{ id: "22", kind: "text", requiresTag: false },
      ...{ userPermissions: PERMISSIONS.administrator, botPermissions: PERMISSIONS.administrator },
    },
  },
  kept: {
    ...{ settings: {}, tray: NO_TRAY },
    schedules: [
      keptSchedule({ id: "1a", title: "Mornings", time: "08:00", state: "on" }),
      keptSchedule({ id: "1b", title: "Evenings", time: "20:00", state: "paused" }),
      keptSchedule({
        ...{ id: "1c", title: "Readings", time: "19:00", state: "on" },
        what: { kind: "plan", options: { plan: "letters-in-order", end: "2024-10-09" } },
      }),
    ],
  },
  problem: undefined,
};

/** Creates a command's context on the 20,000th day, 4 October 2024. */
export function contextOf(library: Library): Context {
  return {
    library,
    styles,
    commands,
    day: 20_000,
    now: 20_000 * 86_400_000,
    posts: true,
    seed: 7,
    configured: { language: "en", style: "chicago", isPrivate: false },
    ...SITUATION,
  };
}

/** The corpus that ships with Ibid. */
export const library = libraryFrom(await readCorpus("corpus"));
export const context = contextOf(library);

/** Returns the names of the slash commands: the first words, since the second ones are subcommands. */
export function slashNamesOf(all: readonly { readonly name: string }[]): readonly string[] {
  return [...new Set(all.map(({ name }) => name.replace(/ .*/, "")))];
}

/** Narrows a reply to its kind, and puts it into words. Throws if it is of another kind. */
export function expectKind<K extends Reply["kind"]>(
  kind: K,
  reply: Reply,
): Reply & { kind: K } & { readonly inWords: Words } {
  if (!isKind(kind, reply)) throw new Error(`Not a ${kind}: ${JSON.stringify(reply)}`);
  return putIntoWords(reply);
}

function isKind<K extends Reply["kind"]>(kind: K, reply: Reply): reply is Reply & { kind: K } {
  return reply.kind === kind;
}

/** Runs the command of a reply's action that has this label. */
export function followAction(
  reply: Reply,
  label: string,
  context: Context,
): Reply & { readonly inWords: Words } {
  const found = actionsOf(reply).find((one) => one.label === label);
  if (found === undefined) throw new Error(`There is no ${label} in ${JSON.stringify(reply)}`);
  const { name, options } = found.line;
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`No command is called ${name}.`);
  return putIntoWords(command.respond(options, context));
}

/** Returns all actions of a reply with their labels: first those of its entries, then its own. */
export function actionsOf(reply: Reply): readonly LabelledLine[] {
  return [...entriesOf(reply).flatMap(({ open }) => open ?? []), ...reply.actions].map(
    ({ label, line }) => ({ label: describeAction(label, english), line }),
  );
}

/** Returns the entries of a reply that is a list, whatever it lists. */
function entriesOf(reply: Reply): readonly { readonly open?: Action }[] {
  switch (reply.kind) {
    case "hits":
      return reply.hits;
    case "documents":
    case "summaries":
    case "topic":
    case "person":
      return reply.documents;
    case "timeline":
      return reply.entries.flatMap((entry) => (entry.kind === "document" ? [entry] : []));
    case "plan":
      return reply.steps;
    case "plan-step":
      return reply.steps.flatMap(({ documents }) => documents);
    case "topics":
      return reply.topics;
    case "schedules":
      return reply.schedules;
    case "people":
      return reply.people;
    case "commands":
      return reply.commands;
    case "verification":
      return reply.evidence;
    case "verifications":
      return reply.verifications;
    case "tray":
      return reply.entries;
    case "keepable":
      return reply.quotations;
    case "plan-move":
    case "quotation":
    case "context":
    case "document":
    case "corpus":
    case "command":
    case "settings":
    case "schedule":
    case "privacy":
    case "tray-entry":
    case "discussion":
    case "form":
    case "citation":
    case "notice":
      return [];
  }
}

/** Returns the labels of a reply's own actions. */
export function actionLabels(reply: Reply): readonly string[] {
  return reply.actions.map(({ label }) => describeAction(label, english));
}

/**
 * An invented corpus, the papers of a lighthouse, small enough to remember while reading a test.
 */
export const papers = libraryOf({
  "corpus.yaml": "title: Papers of a lighthouse",

  "topics.yaml": `
weather: { label: Weather, also: [climate], labels: { ko: 날씨 } }
storms: { label: Storms, also: [gale, tempest], broader: [weather], labels: { ko: 폭풍 } }
light: { label: The light, also: [lantern, beacon], related: [storms] }
`,

  "people.yaml": `
Ada Quill: { also: [Mrs. Quill, Keeper Quill], role: Keeper }
Tom Quill: { also: [young Tom] }
Board of Lights: {}
`,

  "log.md": `---
formerly: [logbook, old-log]
title: The keeper’s log
date: 1907-03-02/1907-03-04
from: Ada Quill
---

# First night

The lamp was lit at dusk. Toward midnight a gale rose from the north, and the panes rang like bells.

Mr. Hale says that no ship passes here in March. I counted three.

# Second night

The gale went on. All the oil that was left stood in two cans, and we carried them up the stairs one
by one, because the wind came in at every window and the lower door would not close. Nobody slept.
Toward morning the oil ran out, and the light with it. Young Tom rang the bell until a boat answered
him out of the dark.
`,

  "letter.md": `---
title: A letter to the Board
date: 1907-05
from: Ada Quill
to: Board of Lights
topics: [light]
---

The beacon needs a new wick. I have asked for it twice.

I counted three ships last night and none the night before.
`,

  "diary.md": `---
title: 훈련 일지
language: ko
---

오늘 아침 구조 훈련을 시작했다. 바람이 셌다.

훈련이 끝난 뒤에 등대로 돌아왔다.
`,
});

import type { Logger } from "pino";
import { postingOf } from "../answers/schedules/posting.ts";
import { scheduleReply } from "../answers/schedules/schedule.ts";
import type { Translate } from "../catalogue/catalogue.ts";
import type { Bot } from "../command/bot.ts";
import { DISCORD_API, type DiscordConfig } from "../config.ts";
import { dayInZone } from "../corpus/date.ts";
import { renderPost } from "../discord/interaction.ts";
import { renderThread } from "../discord/thread.ts";
import { translationFor } from "../keeping/answer-language.ts";
import { type Asker, zoneOf } from "../keeping/kept.ts";
import { dayOfDate } from "../rhythm/cadence.ts";
import type { Schedule } from "../rhythm/schedule.ts";
import { labelsByLanguage } from "../search/labels.ts";
import type { KeptStore } from "../store/store.ts";
import { createRequests } from "./discord-request.ts";
import {
  createPoster,
  keepPosting,
  type MakePosting,
  type MakeReport,
  type Poster,
} from "./poster.ts";

interface PostingOptions {
  readonly bot: Bot;
  readonly store: KeptStore;
  readonly t: Translate;
  readonly log: Logger;
  /** Ends the rounds when it aborts. */
  readonly signal: AbortSignal;
}

/** A poster at work. */
export interface Posting extends Pick<Poster, "isClockWrong"> {
  /** Resolves once the last round has ended. */
  readonly ended: Promise<void>;
}

/** Posts what is scheduled until `signal` aborts. */
export function startPosting(
  { token, api = DISCORD_API }: DiscordConfig,
  { bot, store, t, log, signal }: PostingOptions,
): Posting {
  const poster = createPoster({
    occasions: store.occasions,
    send: createRequests(token, api),
    makePosting: postingMaker(bot),
    makeReport: reportMaker(bot),
    t,
    log,
  });
  return { ended: keepPosting(poster, signal), isClockWrong: poster.isClockWrong };
}

/** Returns the function that shows a schedule as it is after a failure. */
export function reportMaker(bot: Bot): MakeReport {
  return ({ schedule, occasion, settings, locale }, settlement) => {
    const asker = { server: schedule.server, serverLocale: locale, managesServer: false };
    const situation = { asker, kept: { settings }, problem: undefined };
    const context = bot.contextIn(situation);
    const { kind } = settlement;
    const why = "why" in settlement ? settlement.why : undefined;
    const held =
      kind === "held" ? { ...schedule, state: "held" as const, why: settlement.why } : schedule;
    const state = kind === "held" ? "due" : kind === "failed" ? "failed" : "unsure";
    const occasions = [{ ...occasion, state, ...(why && { why }) } as const];
    const reply = scheduleReply({ schedule: held, occasions }, context);
    const line = { name: "schedules", options: { schedule: schedule.id } };
    return renderPost({ reply, isPrivate: false, line }, bot, situation).data;
  };
}

/** Returns the function that makes messages of what occasions say. */
export function postingMaker(bot: Bot): MakePosting {
  return ({ schedule, occasion, settings, locale, now }, deck) => {
    const { server, channel } = schedule;
    const place = placeOf(schedule);
    const asker = { server, channel, serverLocale: locale, managesServer: false, ...place };
    const situation = { asker, kept: { settings }, problem: undefined };
    const context = bot.contextIn(situation);
    const own = translationFor(situation, false, bot.t, labelsByLanguage(context.library));
    const posting = postingOf(schedule, occasion, deck, context);
    if ("skipped" in posting) return posting;
    const { answer, subject, said, shown } = posting;
    const zone = zoneOf(schedule, situation.kept);
    const isLate = dayInZone(now, zone) !== dayOfDate(occasion.date);
    const reply = isLate ? { ...answer.reply, late: { due: occasion.due, zone } } : answer.reply;
    const { data, files } = renderPost({ ...answer, reply }, bot, situation);
    return { message: data, files, ...renderThread(subject, own), said, shown };
  };
}

/** Returns the channel of a schedule as a place in which users may open threads, unless each post has one already. */
function placeOf({ channel, thread }: Schedule): Pick<Asker, "place"> {
  if (thread !== undefined) return {};
  return { place: { id: channel, kind: "text", userPermissions: 0n, requiresTag: false } };
}

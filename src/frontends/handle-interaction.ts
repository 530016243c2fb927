import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Translate } from "../catalogue/catalogue.ts";
import type { Bot } from "../command/bot.ts";
import {
  apology,
  busy,
  DEFERRED,
  type InteractionResponse,
  isPartlyGuarded,
  needsOf,
  prepareFor,
  respondTo,
} from "../discord/interaction.ts";
import type { AnswerableInteraction } from "../discord/interaction-payload.ts";
import { type Situation, situationWithoutStore } from "../keeping/kept.ts";
import type { KeptStore } from "../store/store.ts";
import { answerWithStore } from "./answer-with-store.ts";
import type { FindRights } from "./command-rules.ts";
import type { OpenThread } from "./open-thread.ts";
import { createTurns } from "./turns.ts";

/** The response to an interaction: an answer, or an apology if answering failed. */
export interface HandledInteraction extends InteractionResponse {
  readonly hasFailed: boolean;
  /** Present if the response only says that the answer comes later: the answer, to edit it in. */
  readonly later?: Promise<HandledInteraction>;
}

/** After how many milliseconds an answer is deferred. Discord waits for three seconds. */
const DEFER_AFTER = 2000;

interface HandlerOptions {
  /** Undefined if nothing is kept. */
  readonly store?: KeptStore | undefined;
  /** Whether the front end can edit an answer in. */
  readonly defers?: boolean;
  /** Without it, the permissions of commands decide who may use them. */
  readonly findRights?: FindRights | undefined;
  /** Absent without a token. */
  readonly openThread?: OpenThread | undefined;
}

/** Answers interactions for any front end. */
export interface InteractionHandler {
  /**
   * Answers an interaction in its turn. Never rejects: an error of ours is logged under a reference,
   * which the apology contains.
   */
  answer(interaction: AnswerableInteraction, log: Logger): Promise<HandledInteraction>;
  /** Logs an error and returns the apology for it. */
  apologize(interaction: AnswerableInteraction, error: unknown, log: Logger): HandledInteraction;
}

export function createInteractionHandler(
  bot: Bot,
  { store, defers = false, findRights, openThread }: HandlerOptions = {},
): InteractionHandler {
  const turns = createTurns();

  /** Calls `learn` with the situation as soon as it is known. */
  async function respond(
    interaction: AnswerableInteraction,
    learn: (situation: Situation) => void,
  ): Promise<InteractionResponse> {
    const { asker, userId = "" } = interaction;
    const take = async (situation: Situation) => {
      learn(situation);
      const steps = prepareFor(interaction, bot, situation)[Symbol.iterator]();
      const takeStep = (): InteractionResponse | "prepared" =>
        steps.next().done === true ? respondTo(interaction, bot, situation) : "prepared";
      // Others have their turns between the steps.
      let response = await turns.take(userId, takeStep);
      while (response === "prepared") response = await turns.take(userId, takeStep);
      if (response === "busy") return busy(interaction, bot.t, situation);
      if (response.opens === undefined) return response;
      const thread = (await openThread?.(response.opens)) ?? { kind: "impossible" };
      return respondTo(interaction, bot, { ...situation, thread });
    };
    const needs = needsOf(interaction, bot);
    if (needs === undefined) return take(situationWithoutStore(asker));
    // Those who may not change schedules are not offered to.
    const isGuarded = isPartlyGuarded(interaction, bot) && !asker.managesServer;
    const rights = isGuarded || needs.includes("schedules") ? await findRights?.(asker) : undefined;
    return answerWithStore({ store, asker: { ...asker, ...rights }, needs }, take);
  }

  async function answerSoonerOrLater(
    interaction: AnswerableInteraction,
    log: Logger,
  ): Promise<HandledInteraction> {
    let situation = situationWithoutStore(interaction.asker);
    try {
      const response = await respond(interaction, (known) => {
        situation = known;
      });
      return { ...response, hasFailed: false };
    } catch (error) {
      return apologize(interaction, error, log, situation);
    }
  }

  function apologize(
    interaction: AnswerableInteraction,
    error: unknown,
    log: Logger,
    situation?: Situation,
  ): HandledInteraction {
    const reference = logFailure(error, log, bot.t);
    return { ...apology(interaction, reference, bot, situation), hasFailed: true };
  }

  return {
    async answer(interaction, log) {
      if (interaction.kind === "malformed") logMalformed(interaction, log, bot.t);
      const answering = answerSoonerOrLater(interaction, log);
      // A completion cannot be deferred: it would come too late anyway.
      if (!defers || interaction.isAutocomplete) return answering;
      const waiting = new AbortController();
      const late = sleep(DEFER_AFTER, undefined, waiting).catch(() => undefined);
      const first = await Promise.race([answering, late]);
      waiting.abort();
      return first ?? { ...DEFERRED, hasFailed: false, later: answering.then(comeLate) };
    },
    apologize,
  };
}

/** Logs why a question was not answered. Returns the reference of the record, for the user. */
export function logFailure(error: unknown, log: Logger, t: Translate): string {
  const reference = randomBytes(4).toString("hex");
  log.error({ ...describeError(error), reference }, t("log.not-answered"));
  return reference;
}

/** Returns an answer as the private message that was announced. */
function comeLate(answer: HandledInteraction): HandledInteraction {
  const { late, hasFailed } = answer;
  return late === undefined ? answer : { ...late(), hasFailed };
}

/** Logs which part of an interaction is malformed, but not what it contains. */
export function logMalformed({ path }: { readonly path: string }, log: Logger, t: Translate): void {
  log.warn({ path }, t("log.malformed"));
}

/** The line of a stack that names a place in the code. A message may have lines of any other form. */
const FRAME = /^ +at (?:.*\()?(?:file|node|native|[/A-Z]|<anonymous>)[^()]*\)?$/;

/**
 * Selects what to log of an error: its name, code and frames. Its message may contain what a user typed,
 * and its URL the token of an interaction.
 */
export function describeError(error: unknown): { readonly error: object } {
  if (!(error instanceof Error)) return { error: { name: typeof error } };
  const { name, message, stack = "", cause } = error;
  const code = "code" in error ? error.code : undefined;
  const status = "status" in error ? error.status : undefined;
  const frames = stack
    .replace(message, "")
    .split("\n")
    .filter((line) => FRAME.test(line))
    .map((line) => line.trim());
  return {
    error: {
      name,
      code,
      status,
      frames,
      ...(cause instanceof Error && { cause: describeError(cause).error }),
    },
  };
}

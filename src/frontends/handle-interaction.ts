import { randomBytes } from "node:crypto";
import type { Logger } from "pino";
import type { Bot } from "../command/bot.ts";
import { apology, type InteractionResponse, respondTo } from "../discord/interaction.ts";
import type { AnswerableInteraction } from "../discord/interaction-payload.ts";

/** The response to an interaction: an answer, or an apology if answering failed. */
export interface HandledInteraction extends InteractionResponse {
  readonly hasFailed: boolean;
}

/** Answers interactions for any front end. */
export interface InteractionHandler {
  /** Never throws: an error of ours is logged under a reference, which the apology contains. */
  answer(interaction: AnswerableInteraction): HandledInteraction;
  /** Logs an error and returns the apology for it. */
  apologize(interaction: AnswerableInteraction, error: unknown): HandledInteraction;
}

export function createInteractionHandler(bot: Bot, log: Logger): InteractionHandler {
  function apologize(interaction: AnswerableInteraction, error: unknown): HandledInteraction {
    const reference = randomBytes(4).toString("hex");
    log.error({ ...describeError(error), reference }, "An interaction could not be answered.");
    return { ...apology(interaction, reference, bot), hasFailed: true };
  }

  return {
    answer(interaction) {
      try {
        return { ...respondTo(interaction, bot), hasFailed: false };
      } catch (error) {
        return apologize(interaction, error);
      }
    },
    apologize,
  };
}

/** Selects what to log of an error: never its URL, since those of interactions contain their tokens. */
export function describeError(error: unknown) {
  if (!(error instanceof Error)) return { error: String(error) };
  const { name, message, stack } = error;
  const code = "code" in error ? error.code : undefined;
  const status = "status" in error ? error.status : undefined;
  return { error: { name, message, code, status, stack } };
}

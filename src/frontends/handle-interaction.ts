import { randomBytes } from "node:crypto";
import { type APIInteraction, InteractionType } from "discord-api-types/v10";
import type { Logger } from "pino";
import * as v from "valibot";
import type { Bot } from "../command/bot.ts";
import { apology, type InteractionResponse, respondTo } from "../discord/interaction.ts";

/** An answer, or the apology for there being none. */
export interface HandledInteraction extends InteractionResponse {
  readonly hasFailed: boolean;
}

/** Answers interactions, whichever way they came. */
export interface InteractionHandler {
  /** Never throws: what we got wrong is logged under a reference, and the answer names it. */
  answered(interaction: APIInteraction): HandledInteraction;
  /** What to answer where an answer failed. */
  failed(interaction: APIInteraction, error: unknown): HandledInteraction;
}

export function createInteractionHandler(bot: Bot, log: Logger): InteractionHandler {
  function failed(interaction: APIInteraction, error: unknown): HandledInteraction {
    const reference = randomBytes(4).toString("hex");
    log.error({ ...describeError(error), reference }, "An interaction could not be answered.");
    return { ...apology(interaction, reference, bot), hasFailed: true };
  }

  return {
    answered(interaction) {
      try {
        return { ...respondTo(interaction, bot), hasFailed: false };
      } catch (error) {
        return failed(interaction, error);
      }
    },
    failed,
  };
}

/** How much of what comes by HTTP is read, in bytes; Discord’s interactions are far smaller. */
export const MAX_INTERACTION_BYTES = 256 * 1024;

const ANSWERABLE = v.looseObject({
  id: v.string(),
  token: v.string(),
  type: v.enum(InteractionType),
});

/** Whether there is somebody to answer. The rest of an interaction’s shape is Discord’s promise. */
export function isAnswerable(payload: unknown): payload is APIInteraction {
  return v.is(ANSWERABLE, payload);
}

/** What a log may hold of an error: no address, since those of interactions contain their tokens. */
export function describeError(error: unknown) {
  if (!(error instanceof Error)) return { error: String(error) };
  const { name, message, stack } = error;
  const code = "code" in error ? error.code : undefined;
  const status = "status" in error ? error.status : undefined;
  return { error: { name, message, code, status, stack } };
}

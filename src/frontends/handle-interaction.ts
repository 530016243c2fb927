import { randomBytes } from "node:crypto";
import type { Logger } from "pino";
import type { Translate } from "../catalogue/catalogue.ts";
import type { Bot } from "../command/bot.ts";
import { apology, busy, type InteractionResponse, respondTo } from "../discord/interaction.ts";
import type { AnswerableInteraction } from "../discord/interaction-payload.ts";
import { createTurns } from "./turns.ts";

/** The response to an interaction: an answer, or an apology if answering failed. */
export interface HandledInteraction extends InteractionResponse {
  readonly hasFailed: boolean;
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

export function createInteractionHandler(bot: Bot): InteractionHandler {
  const turns = createTurns();

  function apologize(
    interaction: AnswerableInteraction,
    error: unknown,
    log: Logger,
  ): HandledInteraction {
    const reference = randomBytes(4).toString("hex");
    log.error({ ...describeError(error), reference }, bot.t("log.not-answered"));
    return { ...apology(interaction, reference, bot), hasFailed: true };
  }

  return {
    async answer(interaction, log) {
      if (interaction.kind === "malformed") logMalformed(interaction, log, bot.t);
      try {
        const response = await turns.take(interaction.userId ?? "", () =>
          respondTo(interaction, bot),
        );
        return { ...(response === "busy" ? busy(interaction, bot.t) : response), hasFailed: false };
      } catch (error) {
        return apologize(interaction, error, log);
      }
    },
    apologize,
  };
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

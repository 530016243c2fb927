import type { Bot } from "../command/bot.ts";
import { exampleOptions } from "../command/example-lines.ts";
import { renderPost } from "../discord/interaction.ts";
import { NO_SITUATION } from "../keeping/kept.ts";

/**
 * Answers the examples of all commands, a part with each step. A first use compiles code and makes what later ones find,
 * so that no user keeps others waiting for it. Commands are pure: the answers change nothing.
 */
export function* rehearse(bot: Bot): Iterable<unknown> {
  const { library } = bot.contextIn(NO_SITUATION);
  for (const command of bot.commands) {
    for (const options of exampleOptions(command, library)) {
      yield* bot.prepare(command.name, options, NO_SITUATION);
      yield renderPost(bot.respond(command.name, options, NO_SITUATION), bot, NO_SITUATION);
    }
  }
}

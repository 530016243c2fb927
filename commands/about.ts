import { corpusReply } from "../src/answers/about.ts";
import { defineCommand } from "../src/command/define-command.ts";

/** `/about`: the corpus, its size, and when it was read. */
export const about = defineCommand({
  name: "about",
  description: "command.about",
  examples: () => [{}],
  options: {},

  run(_, context) {
    return corpusReply(context);
  },
});

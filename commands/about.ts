import { corpusReply } from "../src/answers/about.ts";
import { defineCommand } from "../src/command/define-command.ts";

/** `/about`: the corpus, its size, and when it was read. */
export const about = defineCommand({
  name: "about",
  description: "Tell which corpus this is, what it holds, and when it was read.",
  examples: ["/about"],
  options: {},

  run(_, context) {
    return corpusReply(context);
  },
});

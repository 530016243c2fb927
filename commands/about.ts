import { corpusFacts } from "../src/answers/about.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { action } from "../src/reply/reply.ts";

/** `/about`: the corpus, its size, and when it was read. */
export const about = defineCommand({
  name: "about",
  description: "Tell which corpus this is, what it holds, and when it was read.",
  examples: ["/about"],
  options: {},

  run(_, context) {
    const { title, description } = context.library.corpus;
    return {
      kind: "article",
      title,
      paragraphs: description === undefined ? [] : [description],
      facts: corpusFacts(context),
      items: [],
      page: { number: 1, of: 1 },
      actions: [
        action("Timeline", { name: "timeline", options: {} }),
        action("Topics", { name: "topics", options: {} }),
        action("Help", { name: "help", options: {} }),
      ],
    };
  },
});

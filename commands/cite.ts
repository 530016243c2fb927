import { citationReply } from "../src/answers/cite.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import { citable } from "../src/options/citable.ts";
import { style } from "../src/options/style.ts";

/**
 * `/cite`: the citation of a passage or a document, and whether the words of a receipt are
 * unchanged.
 */
export const cite = defineCommand({
  name: "cite",
  description: "command.cite",
  examples: ({ passage, document }) => [
    { passage: passage ?? document },
    { passage: passage ?? document, style: "apa" },
  ],
  options: {
    passage: citable("option.citable"),
    style: optional(style("option.style")),
  },
  isPrivate: true,

  run({ passage, style }, context) {
    return citationReply(passage, style ?? context.styles.preferred, context);
  },
});

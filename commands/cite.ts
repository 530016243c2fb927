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
  description: "Cite a passage or a document in a style, or check a receipt.",
  examples: [
    "/cite passage:2019-08-05-kim-to-trump¶b",
    "/cite passage:2019-08-05-kim-to-trump¶b style:apa",
  ],
  options: {
    passage: citable("An address such as 2019-08-05-kim-to-trump¶a, a receipt, or a document."),
    style: optional(style("A style such as chicago, mla, apa, harvard, bibtex, ris or csl-json.")),
  },
  isPrivate: true,

  run({ passage, style }, context) {
    return citationReply(passage, style ?? context.styles.preferred, context);
  },
});

import { problemLine } from "../corpus/problem.ts";
import { readCorpus } from "../corpus/read.ts";
import { createProgressLine, OPENING } from "../frontends/progress-line.ts";
import { unloadable } from "../frontends/unloadable.ts";
import { counted } from "../reply/wording.ts";
import { defineTool } from "./tool.ts";

/** `check`: whether the corpus loads, and what in it might be better. */
export const check = defineTool({
  name: "check",
  description: "Check the corpus: every problem with its file, its line and what to do.",
  usage: "[folder]",
  options: {},
  examples: [{ line: "check", does: "Checks the corpus that IBID_CORPUS names." }],

  async run({ positionals: [folder] }, { config, errors, complain, say }) {
    const place = folder ?? config.corpus;
    const line = createProgressLine(errors, OPENING, () => performance.now());
    const reading = await readCorpus(place, line.show).finally(line.end);
    complain(reading.advice.map(problemLine));
    if ("problems" in reading) {
      complain(unloadable(place, reading.problems));
      return 1;
    }
    say(`The corpus loads: ${counted(reading.corpus.documents.length, "document")} in ${place}.`);
    return 0;
  },
});

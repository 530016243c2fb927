import { answerMessages } from "./answers.ts";
import { corpusMessages } from "./corpus.ts";
import { frontendMessages } from "./frontends.ts";
import { importMessages } from "./imports.ts";
import { nameMessages } from "./names.ts";
import { pageMessages } from "./page.ts";
import { reviewMessages } from "./review.ts";
import { rhythmMessages } from "./rhythm.ts";
import { scheduleMessages } from "./schedules.ts";
import { storeMessages } from "./store.ts";
import { styleMessages } from "./styles.ts";
import { toolMessages } from "./tools.ts";

/**
 * The messages in English, in ICU MessageFormat. Text in backticks is text to type. A message is a whole
 * sentence or a whole label wherever possible, because word order differs between languages.
 */
export const en = {
  ...nameMessages,
  ...answerMessages,
  ...corpusMessages,
  ...styleMessages,
  ...importMessages,
  ...reviewMessages,
  ...frontendMessages,
  ...pageMessages,
  ...rhythmMessages,
  ...scheduleMessages,
  ...storeMessages,
  ...toolMessages,
} as const;

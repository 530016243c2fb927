import { benchAnswers } from "./answers.ts";
import { benchCompletion } from "./completion.ts";
import { benchStart } from "./start.ts";

await benchStart();
await benchAnswers();
await benchCompletion();

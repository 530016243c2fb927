import { benchAnswers } from "./answers.ts";
import { benchStart } from "./start.ts";

await benchStart();
await benchAnswers();

import { flag, hidden, optional } from "../command/option-types.ts";

/** The option that opens a thread on the message of an answer, instead of answering. */
export const discuss = optional(hidden(flag("option.discuss")), false);

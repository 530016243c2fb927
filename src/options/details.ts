import { flag, hidden, optional } from "../command/option-types.ts";

/** The option that adds what an answer otherwise leaves out, such as what was searched and sources. */
export const details = optional(hidden(flag("option.details")), false);

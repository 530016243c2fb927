import { english, type Message } from "../src/catalogue/catalogue.ts";
import { describeProblem, type Problem } from "../src/corpus/problem.ts";

/** Formats messages and problems as English-speaking users read them. */
export function inEnglish(text: Message | Problem): string {
  return english.format("key" in text ? text : describeProblem(text));
}

import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/command/bot.ts";
import { renderMessage } from "../../src/discord/message.ts";
import { contextOf, libraryOf } from "../library.ts";
import { adviceOn } from "./advice.ts";

const LONG =
  "is too long for one Discord message, so it is shown in parts. Divide it into paragraphs where the text allows it.";

/** Tests whether Discord shows the passage of a document in parts. */
function isShownInParts(text: string): boolean {
  const bot = createBot(commands, () => contextOf(libraryOf({ "a.md": text })));
  const answer = bot.respond("quote", { passage: "a¶1" });
  return JSON.stringify(renderMessage(answer, 0, bot)).includes("Part 1 of");
}

// An asterisk is rendered with a backslash before it.
test.each([
  ["words", "word ".repeat(700), false],
  ["words", "word ".repeat(900), true],
  ["characters that are escaped", "\\* ".repeat(1100), false],
  ["characters that are escaped", "\\* ".repeat(1400), true],
  ["one word", "a".repeat(5000), true],
])("a passage of %s (%#) is reported exactly if Discord shows it in parts", (_, text, isLong) => {
  expect(isShownInParts(text)).toBe(isLong);
  expect(adviceOn({ "a.md": `Short.\n\n${text}\n` })).toEqual(isLong ? [`a.md:3: ¶2 ${LONG}`] : []);
});

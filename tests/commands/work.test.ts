import { beforeAll, describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import type { Bot } from "../../src/command/bot.ts";
import { respondTo } from "../../src/discord/interaction.ts";
import { countWork } from "../count-work.ts";
import { botOf, parseAnswerable } from "../discord/ask.ts";
import { autocomplete, slashCommand } from "../discord/payloads.ts";
import { libraryOf } from "../library.ts";

/** Questions that show a part of what the corpus contains. */
const QUESTIONS = [
  slashCommand("search", { query: "lantern" }),
  slashCommand("search", { query: "lantern harbour" }),
  slashCommand("search", { query: '"the lantern"' }),
  slashCommand("quote", { about: "lantern" }),
  slashCommand("letter", { document: "log-1" }),
  slashCommand("verify", { text: "the lantern in the harbour was dark" }),
  slashCommand("cite", { passage: "log-1¶1" }),
  autocomplete("search", { query: "lant" }, "query"),
  autocomplete("cite", { passage: "lant" }, "passage"),
  autocomplete("letter", { document: "log" }, "document"),
].map((question) => [JSON.stringify(question.data), parseAnswerable(question)] as const);

const LONG = 1200;
/** The length of a passage of this many sentences, at most. */
const PASSAGE_LENGTH = 80 * LONG;

/** Creates a bot over a corpus whose passages have this many sentences each. */
function botWith(sentences: number): Bot {
  const passage = (place: number) =>
    Array.from(
      { length: sentences },
      (_, at) => `On night ${place * at} the lantern of the harbour burned, as entry ${at} says.`,
    ).join(" ");
  return botOf(
    libraryOf({
      ...Object.fromEntries([1, 2, 3].map((id) => [`log-${id}.md`, `${passage(id)}\n`])),
      // Without it, a word of every passage would be no clue.
      "other.md": "Nothing of that kind.\n",
    }),
  );
}

describe("the work for an answer", () => {
  let short: Bot;
  let long: Bot;

  beforeAll(() => {
    short = botWith(60);
    long = botWith(LONG);
    // The indexes are built on first use.
    for (const bot of [short, long]) for (const [, one] of QUESTIONS) respondTo(one, bot);
  });

  test.each(QUESTIONS)("does not grow with the stored passages: %s", (label, question) => {
    const work = countWork();
    respondTo(question, short);
    const before = work.take();
    respondTo(question, long);
    // The receipt of a whole passage is a hash of it.
    const hashed =
      /"(?:quote|cite)"/.test(label) && question.kind === "command" ? PASSAGE_LENGTH : 0;
    expect(work.take()).toBeLessThan(2 * before + hashed + 20_000);
  });

  test.each(commands)("for a completion of /$name does not grow with the typed text", (command) => {
    const work = countWork();
    for (const typed of ["lantern ", "e\u0301", "x", "정상", "2019-08-05 "]) {
      for (const option of Object.keys(command.options)) {
        short.suggest(command.name, option, typed.repeat(20_000 / typed.length));
        expect(work.take()).toBeLessThan(1000);
      }
    }
  });
});

import { describe, expect, test } from "vitest";
import { addressOf } from "../../src/corpus/document.ts";
import type { Library } from "../../src/search/library.ts";
import { ask, botOf, messageAfter, textOf } from "../discord/ask.ts";
import { messageCommand, slashCommand } from "../discord/payloads.ts";
import { library, libraryOf, papers } from "../library.ts";

const verse = libraryOf({
  "poem.md":
    "# The lamp\n\nThe lamp is lit,\\\nthe gale is near,\\\nand no one sleeps\n\nAmen.\n\nOf the\\\nsea",
  "hymn.md": "# Hymn\n\nAmen.\n\nHoly\n\n1 lamp, 2 wicks \\& no oil\\*",
  "nihon.md": "---\nlanguage: ja\n---\n\n灯台の　守人は眠らない。\\\n海は　荒れている。\n\n灯",
});

describe("Verify quotation, on a message of Ibid", () => {
  test.each<[string, Library]>([
    ["the letters", library],
    ["a few papers", papers],
    ["verse, single words and wide spaces", verse],
  ])("calls every passage of %s exact", (_, one) => {
    const bot = botOf(one);
    for (const { document, passage } of one.passages({})) {
      const address = addressOf(document, passage);
      const shown = messageAfter(ask(bot, slashCommand("quote", { passage: address })), "guild");
      const answer = messageAfter(ask(bot, messageCommand("Verify quotation", shown)), "guild");
      expect([address, textOf(answer).split("\n")[0]]).toEqual([
        address,
        expect.stringMatching(/^✅ Exact(?:, in \d+ places)?$/),
      ]);
    }
  });
});

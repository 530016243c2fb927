import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressOf } from "../../src/corpus/document.ts";
import type { Library } from "../../src/search/library.ts";
import { ask, botOf, messageAfter, textOf } from "../discord/ask.ts";
import { messageCommand, slashCommand } from "../discord/payloads.ts";
import { library, libraryOf, papers } from "../library.ts";
import { runs } from "../thoroughness.ts";

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

  test.each(["…", "[…]", "\\* \\* \\*", "—", "?!", "“”", "`` ` ``"])(
    "denies no passage of signs alone: %s",
    (text) => {
      const one = libraryOf({ "a.md": `${text}\n\nThe keeper was here.` });
      const bot = botOf(one);
      const shown = messageAfter(ask(bot, slashCommand("quote", { passage: "a¶1" })), "guild");
      const answer = textOf(
        messageAfter(ask(bot, messageCommand("Verify quotation", shown)), "guild"),
      );
      expect(answer).toContain("should be words to compare");
    },
  );

  test("calls generated passages exact, with ellipses at their ends, odd spaces and other scripts", () => {
    const words = fc.constantFrom(
      ...["lamp", "keeper’s", "“old” bell", "\\*star\\*", "`code`", "𝒳", "🏮", "e\u0301", "don't"],
      ...[
        "שלום עולם",
        "مرحبا بكم",
        "日本語　文",
        "한국어",
        "「引用」",
        "a\u2028b",
        "a\u00a0b",
        "½",
      ],
      ...["&amp;", "[link](https://example.org)"],
    );
    const ends = fc.constantFrom("", "… ", "[…] ", "... ");
    const passages = fc
      .tuple(ends, fc.array(words, { minLength: 1, maxLength: 9 }), ends)
      .map(([start, some, end]) => `${start}${some.join(" ")} ${end}`.trim());
    const bodies = fc
      .array(passages, { minLength: 1, maxLength: 6 })
      .map((some) => some.join("\n\n"));
    fc.assert(
      fc.property(bodies, (body) => {
        const one = libraryOf({ "a.md": `# Log\n\n${body}` });
        const bot = botOf(one);
        for (const { document, passage } of one.passages({})) {
          const address = addressOf(document, passage);
          const shown = messageAfter(
            ask(bot, slashCommand("quote", { passage: address })),
            "guild",
          );
          const answer = messageAfter(ask(bot, messageCommand("Verify quotation", shown)), "guild");
          expect([passage.text, textOf(answer).split("\n")[0]]).toEqual([
            passage.text,
            expect.stringMatching(/^✅ Exact(?:, in \d+ places)?$/),
          ]);
        }
      }),
      { numRuns: runs(25) },
    );
  });
});

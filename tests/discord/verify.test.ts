import { type APIMessage, ComponentType, InteractionResponseType } from "discord-api-types/v10";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderBlock } from "../../src/discord/render.ts";
import type { Library } from "../../src/search/library.ts";
import { stripQuotesAndEllipses as unmarked } from "../../src/verify/ellipsis.ts";
import { library, libraryOf } from "../library.ts";
import { runs, sample } from "../thoroughness.ts";
import {
  ask,
  boldIn,
  botOf,
  click,
  fileNamesIn,
  isPrivate,
  messageAfter,
  offersOf,
  quotedIn,
  textOf,
} from "./ask.ts";
import { parseDiscordMarkdown } from "./discord-markdown.ts";
import { TEXTS } from "./hostile.ts";
import { hostileNotes, hostileTexts } from "./hostile-corpus.ts";
import { messageCommand, type OptionValues, OTHER, slashCommand, userMessage } from "./payloads.ts";

const bot = botOf(library);
const MESSAGE_COMMAND = "Verify quotation";
const NO_CHANGE = "no changed outcome can be anticipated";
const B = "2019-08-05-kim-to-trump¶b";

const answerTo = (options: OptionValues, of = bot) =>
  messageAfter(ask(of, slashCommand("verify", options)), "guild");
const answerToMessage = (message: APIMessage, of = bot) =>
  messageAfter(ask(of, messageCommand(MESSAGE_COMMAND, message)), "guild");
const labelsOf = (message: APIMessage) => offersOf(message).map(({ label }) => label);
const bare = (text: string) => text.replace(/\s+/g, "");

/** Returns the accent colour of a message's container. */
function colourOf({ components = [] }: APIMessage): number | null | undefined {
  const [container] = components;
  return container?.type === ComponentType.Container ? container.accent_color : undefined;
}

/** Follows *Continue* and *Next page*. Returns all messages. */
function allPagesFrom(first: APIMessage, of = bot): readonly APIMessage[] {
  const messages = [first];
  for (const message of messages) {
    const next = ["Continue", "Next page"].find((label) => labelsOf(message).includes(label));
    if (next) messages.push(messageAfter(click(of, message, next), "guild", message));
  }
  return messages;
}

describe("/verify in Discord", () => {
  test("shows the verdict by a sign and a colour, the words and their location", () => {
    const message = answerTo({ text: NO_CHANGE });
    expect(isPrivate(message)).toBe(false);
    expect(quotedIn(message)).toEqual([
      "And until these elements are eliminated, no changed outcome can be anticipated",
    ]);
    const text = textOf(message);
    expect(text).toMatch(
      /^✅ Exact\nThese words appear in print exactly like this, character for character\./,
    );
    expect(text).toContain("\nKim Jong Un to Donald J. Trump, 5 August 2019, ¶b\n");
    expect(text).toContain(`\n${B} · as printed in Hankyoreh, 26 September 2022\n`);
    expect(labelsOf(message).filter((label) => !label.startsWith("Open "))).toEqual([
      "In context",
      "Cite",
      "The whole letter",
      "Details",
      "Discuss",
    ]);
  });

  test.each([
    ["✅", { text: NO_CHANGE }],
    [
      "⚠️",
      { text: "And until these elements are eliminated, a changed outcome can be anticipated" },
    ],
    ["❌", { text: "zeppelins fly over Berlin" }],
    ["↪️", { text: NO_CHANGE, from: "Trump" }],
    ["ℹ️", { text: "your side" }],
  ])("gives each sign a colour of its own: %s", (sign, options) => {
    const colours = [
      NO_CHANGE,
      "And until these elements are eliminated, a changed outcome can be anticipated",
      "zeppelins fly over Berlin",
      "your side",
    ].map((text) => colourOf(answerTo({ text })));
    colours.push(colourOf(answerTo({ text: NO_CHANGE, from: "Trump" })));
    expect(new Set(colours).size).toBe(colours.length);
    const message = answerTo(options);
    expect(textOf(message).startsWith(`${sign} `)).toBe(true);
    expect(colours).toContain(colourOf(message));
  });

  test("shows the details privately, and leaves the answer as it is", () => {
    const message = answerTo({ text: NO_CHANGE });
    for (const by of [undefined, OTHER]) {
      const { response } = click(bot, message, "Details", by);
      expect(response.type).toBe(InteractionResponseType.ChannelMessageWithSource);
      const own = messageAfter({ response, files: [] }, "guild");
      expect(isPrivate(own)).toBe(true);
      expect(textOf(own)).toContain(`Receipt: ${B}:41-78:c4cf31f964ae3b`);
      expect(textOf(own)).toContain("6 words compared with");
      const shared = messageAfter(click(bot, own, "Share"), "guild");
      expect(isPrivate(shared)).toBe(false);
      expect(textOf(shared)).toBe(textOf(own));
    }
  });

  test("shows the words that differ in bold, as quoted and as printed", () => {
    const one = libraryOf({
      "a.md": "Of \\*lamps\\* & $1 oil \\# 2 were sold here in the old harbour town.",
    });
    const text = "Of *lamps* § €1 oil @ 2 were sold here in the old harbour town";
    const message = answerTo({ text }, botOf(one));
    expect(boldIn(message)).toEqual(expect.arrayContaining(["§ €", "@"]));
    expect(textOf(message)).toContain(`Quoted\n${text}`);
    expect(quotedIn(message)).toEqual([
      "Of *lamps* & $1 oil # 2 were sold here in the old harbour town.",
    ]);
  });

  test("is answered with an ephemeral citation of its words", () => {
    const message = answerTo({ text: NO_CHANGE });
    for (const by of [undefined, OTHER]) {
      const { response } = click(bot, message, "Cite", by);
      expect(response.type).toBe(InteractionResponseType.ChannelMessageWithSource);
      const own = messageAfter({ response, files: [] }, "guild");
      expect(isPrivate(own)).toBe(true);
      expect(textOf(own)).toContain("Chicago Manual of Style");
    }
  });

  test("updates an ephemeral citation in place", () => {
    const cited = messageAfter(click(bot, answerTo({ text: NO_CHANGE }), "Cite"), "guild");
    const next = click(bot, cited, "APA");
    expect(next.response.type).toBe(InteractionResponseType.UpdateMessage);
    expect(isPrivate(messageAfter(next, "guild", cited))).toBe(true);
  });

  test("answers privately on request, and shares the same answer", () => {
    const message = answerTo({ text: NO_CHANGE, private: true });
    expect(isPrivate(message)).toBe(true);
    const shared = messageAfter(click(bot, message, "Share"), "guild");
    expect(isPrivate(shared)).toBe(false);
    expect(textOf(shared)).toBe(textOf(message));
  });

  test("opens each of several quotations, however long they are", () => {
    const long = `“${NO_CHANGE}” “${"the military actions of your side ".repeat(20).trim()}”`;
    const message = answerTo({ text: long, each: true });
    const entry = labelsOf(message).find((label) => label.startsWith("Open ✅ Exact")) ?? "";
    const one = messageAfter(click(bot, message, entry), "guild", message);
    expect(textOf(one)).toMatch(/^✅ Exact\n/);
    expect(textOf(one)).toContain(B);
  });

  test("shows every page of many locations", () => {
    const files = Array.from({ length: 19 }, (_, at) => [
      `d${10 + at}.md`,
      `${at}: the lamp was lit at dusk, and burned until morning in the tower.`,
    ]);
    const many = botOf(libraryOf(Object.fromEntries(files)));
    const text = "the lamp was lit at dusk, and burned until morning";
    const messages = allPagesFrom(answerTo({ text }, many), many);
    expect(messages.length).toBeGreaterThanOrEqual(3);
    expect(messages.flatMap(quotedIn)).toHaveLength(19);
  });
});

describe("long texts", () => {
  /** Returns words that each end in characters to escape. */
  const signed = (count: number) =>
    Array.from({ length: count }, (_, at) => `lamp${at}*_*_~~[x]*_*`).join(" ");
  const escapedFor = (text: string) => text.replace(/[!-/:-@[-`{-~]/g, "\\$&");
  const sentences = Array.from(
    { length: 24 },
    (_, at) =>
      `The *lamplighter* number ${at} of the ~harbour~ extinguished_everything_ immediately.`,
  ).join(" ");
  const one = libraryOf({ "a.md": escapedFor(sentences), "b.md": escapedFor(signed(300)) });
  const of = botOf(one);

  test("of 2,000 characters are shown whole in their passage", () => {
    const text = sentences.slice(0, 2000).replace(/\S+$/, "").trim();
    const messages = allPagesFrom(answerTo({ text }, of), of);
    expect(textOf(messages[0] ?? {})).toMatch(/^✅ Exact\n/);
    expect(bare(messages.flatMap(quotedIn).join(""))).toContain(bare(text));
  });

  test("with many differences are compared in full, word by word", () => {
    const text = sentences.slice(0, 1900).replace(/number (\d+)/g, "figure _$1_");
    const messages = allPagesFrom(answerTo({ text }, of), of);
    const all = bare(messages.map(textOf).join(""));
    expect(all).toMatch(/^⚠️Alteredin\d+places/);
    for (let at = 0; at < 20; at++) {
      expect(all).toContain(`figure_${at}_of`);
      expect(all).toContain(`number${at}of`);
    }
    expect(all).toContain("otherdifferences,inboldbelow.");
  });

  test("that no button has room for come with a file that contains the whole answer", () => {
    const text = signed(90).replace("lamp40*", "oil*");
    expect(text.length).toBeLessThanOrEqual(2000);
    const callback = ask(of, slashCommand("verify", { text }));
    const message = messageAfter(callback, "guild");
    expect(labelsOf(message)).not.toContain("Continue");
    expect(fileNamesIn(message)).toEqual(["answer.txt"]);
    const file = Buffer.from(callback.files[0]?.bytes ?? []).toString();
    expect(file).toMatch(/^⚠️ One word changed: “lamp40” → “oil”\n/);
    expect(bare(file)).toContain(bare(signed(90)));
    expect(bare(file)).toContain(bare(text));
  });

  test("are verified one by one, and each can be opened or is shown in full", () => {
    const text = [signed(20), signed(30), "zeppelins fly over Berlin"].map((each) => `“${each}”`);
    const message = answerTo({ text: text.join(" "), each: true }, of);
    expect(bare(textOf(message))).toContain(bare(signed(30)));
    const [first = ""] = labelsOf(message).filter((label) => label.startsWith("Open "));
    const opened = messageAfter(click(of, message, first), "guild", message);
    expect(textOf(opened)).toMatch(/^✅ Exact\n/);
  });

  test.each([
    ["2,001 characters", "x".repeat(2001)],
    ["301 words", "lamp ".repeat(301)],
    ["301 words in Korean", "훈련 ".repeat(301)],
  ])("over the limit get a notice: %s", (_, text) => {
    const message = answerTo({ text });
    expect(isPrivate(message)).toBe(true);
    expect(textOf(message)).toContain("at most 300 words and 2,000 characters");
  });
});

describe("the message command", () => {
  test("verifies the only quotation, and answers ephemerally", () => {
    const message = answerToMessage(userMessage(`He wrote: “${NO_CHANGE}”.`));
    expect(isPrivate(message)).toBe(true);
    expect(textOf(message)).toMatch(/^✅ Exact\n/);
    expect(quotedIn(message)).toHaveLength(1);
  });

  test("verifies each of several quotations, and can open each", () => {
    const message = answerToMessage(
      userMessage(
        `> ${NO_CHANGE}\n> — Kim\nand «the military exercises of your side and the South Korean»`,
      ),
    );
    expect(isPrivate(message)).toBe(true);
    const [title, ...lines] = textOf(message).split(/\n+/);
    expect(title).toBe("2 quotations compared with this corpus");
    expect(lines.slice(0, 4)).toEqual([
      expect.stringMatching(/^✅ Exact · Kim Jong Un to Donald J\. Trump/),
      `“${NO_CHANGE}”`,
      expect.stringMatching(/^⚠️ One word changed: “actions” → “exercises” · Kim Jong Un/),
      "“the military exercises of your side and the South Korean”",
    ]);
    const [first = ""] = labelsOf(message).filter((label) => label.startsWith("Open "));
    const opened = messageAfter(click(bot, message, first), "guild", message);
    expect(isPrivate(opened)).toBe(true);
    expect(textOf(opened)).toContain(B);
    const shared = messageAfter(click(bot, message, "Share"), "guild");
    expect(isPrivate(shared)).toBe(false);
    expect(textOf(shared)).toBe(textOf(message));
  });

  test("verifies a whole message without quotation marks, even on several lines", () => {
    const message = answerToMessage(userMessage("no changed\noutcome can\n\nbe anticipated"));
    expect(textOf(message)).toMatch(/^✅ Exact\n/);
  });

  test("says how many quotations were not compared", () => {
    const content = Array.from({ length: 60 }, (_, at) => `> ${at} ${"lamp ".repeat(11)}\n.`).join(
      "\n",
    );
    expect(content.length).toBeLessThanOrEqual(4000);
    const message = answerToMessage(userMessage(content));
    expect(textOf(message)).toMatch(
      /\d+ more quotations were not compared: check them one by one\./,
    );
  });

  test("verifies the beginning of a quotation of 4,000 characters, and says so", () => {
    const message = answerToMessage(userMessage("lamp ".repeat(800)));
    expect(isPrivate(message)).toBe(true);
    expect(textOf(message)).toContain("1 more quotation was not compared:");
  });

  test("verifies Ibid’s own quotations", () => {
    const own = messageAfter(ask(bot, slashCommand("quote", { topic: "drills" })), "guild");
    const message = answerToMessage(own);
    expect(textOf(message)).toMatch(/^✅ Exact\n/);
    expect(quotedIn(message)).toEqual(quotedIn(own));
  });

  test("verifies the results of a search for each word of a passage, whatever is searched", () => {
    const printed = [
      "The loss was −5 crowns and the bond was rated AA- by the board in 1907.",
      "It held 10² grains and 5! ways and ~7 men and 6′ of rope at sea.",
      "The keeper’s \\*star\\* was 1/2 of the snake\\_case at 3:1, for -$279 of CO₂ in the U.S. of A.",
      "灯台守は毎晩ランプに火をともし、油が静かに燃え続ける。",
      "ภาษาไทยคนเฝ้าประภาคารจุดตะเกียงทุกคืน",
    ];
    for (const text of printed) {
      const one = libraryOf({ "a.md": text });
      const [passage] = one.passages({});
      const words = (passage?.passage.text ?? "").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
      const queries = [...words, words.slice(0, 4).join(" ")];
      for (const query of queries) {
        const of = botOf(one);
        const results = messageAfter(ask(of, slashCommand("search", { query })), "guild");
        if (quotedIn(results).length === 0) continue;
        const [title = ""] = textOf(answerToMessage(results, of)).split("\n");
        expect([query, title]).toEqual([query, "✅ Exact"]);
      }
    }
  });

  test("answers any message, and so do all buttons of the answer", () => {
    const contents = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ...TEXTS,
            "\n> ",
            "\n>>> ",
            "“",
            "”",
            NO_CHANGE,
            "the most important cause",
          ),
          fc.string({ unit: "binary" }),
        ),
        { maxLength: 40 },
      )
      .map((parts) =>
        parts
          .join(" ")
          .replace(/\p{Cs}/gu, "")
          .slice(0, 4000),
      );
    fc.assert(
      fc.property(contents, (content) => {
        const message = answerToMessage(userMessage(content));
        expect(isPrivate(message)).toBe(true);
        for (const { interaction } of offersOf(message)) ask(bot, interaction);
      }),
      { numRuns: runs(20) },
    );
  });
});

describe.each<[string, Library]>([
  ["the shipped corpus", library],
  ["a corpus of hostile texts", hostileTexts],
  ["a corpus of hostile notes", hostileNotes],
])("every passage of %s", (_, corpus) => {
  const of = botOf(corpus);
  const passages = sample(corpus.passages({}), 15);

  test("is verified and shown word for word, and all buttons work", () => {
    let found = 0;
    for (const { passage } of passages) {
      // Up to the end of a word.
      const [words = ""] = /^[\s\S]{0,1200}(?!\S)/u.exec(passage.text) ?? [];
      const text = words.trim();
      if (text === "") continue;
      const message = answerTo({ text }, of);
      const [head = ""] = textOf(message).split(/\n+/);
      // A text without words is not a quotation, and gets a notice.
      if (!head.startsWith("✅ Exact")) {
        expect(textOf(message)).toMatch(/^ℹ️ A common phrase|^❌ Not in this|should be words/);
        continue;
      }
      found += 1;
      const messages = allPagesFrom(message, of);
      const quotations = bare(messages.flatMap(quotedIn).join(""));
      expect(quotations).toContain(bare(unmarked(text)));
      for (const { interaction } of offersOf(message)) ask(of, interaction);
    }
    expect(found).toBeGreaterThan(2);
  });
});

test("words in bold are displayed character for character", () => {
  const words = TEXTS.filter((text) => text.trim() === text && text !== "");
  for (const text of words) {
    const runs = [
      { text: "before ", isMatch: false },
      { text, isMatch: true },
    ];
    expect(parseDiscordMarkdown(renderBlock({ kind: "text", runs }))).toEqual([
      { as: "text", text: "before " },
      { as: "strong", text },
    ]);
  }
});

import { describe, expect, test } from "vitest";
import { commands as declared } from "../../commands/index.ts";
import { completeLine } from "../../page/completion.js";
import { escapeValue, findProblem, parseLine, toOption, typedCommands } from "../../page/line.js";
import { learnTexts } from "../../page/words.js";
import { english } from "../../src/catalogue/catalogue.ts";
import { manifestsOf } from "../../src/discord/manifest.ts";
import { pageTexts } from "../../src/frontends/preview/page-texts.ts";
import { translation } from "../translation.ts";

const commands = typedCommands(
  manifestsOf(declared, "global").flatMap((manifest) =>
    "options" in manifest ? [{ ...manifest, id: "1" }] : [],
  ),
  "en",
);

/** Returns the options that Discord would send, or why it would not send the line. */
function parseOptions(text: string) {
  const line = parseLine(text, commands);
  return line && (findProblem(line) ?? line.given.map(toOption));
}

learnTexts(pageTexts(english));

describe("a line in the page’s message box", () => {
  test.each([
    ["/quote", []],
    ["/quote topic:drills", [{ name: "topic", type: 3, value: "drills" }]],
    ["/QUOTE  Topic:  drills ", [{ name: "topic", type: 3, value: "drills" }]],
    ["/quote drills", [{ name: "about", type: 3, value: "drills" }]],
    ["/settings show", []],
    ["/settings change me", [{ name: "of", type: 3, value: "me" }]],
    ["/topics drills", [{ name: "topic", type: 3, value: "drills" }]],
    [
      "/letter date:Aug 5 2019 private:True",
      [
        { name: "date", type: 3, value: "Aug 5 2019" },
        { name: "private", type: 5, value: true },
      ],
    ],
    [
      "/verify text:He wrote\\: from\\: me",
      [{ name: "text", type: 3, value: "He wrote: from: me" }],
    ],
  ])("is sent as options: %s", (line, options) => {
    expect(parseOptions(line)).toEqual(options);
  });

  test.each(["drills", "/nope", "/", "1/2", " /quote"])("is not a command: %j", (line) => {
    expect(parseLine(line, commands)).toBeUndefined();
  });

  test.each([
    ["/search", "query: This option is required. Specify a value."],
    ["/search topic:drills", "query: This option is required. Specify a value."],
    ["/quote topic:", "topic: This option needs a value."],
    ["/quote random:maybe", "random: The value must be true or false."],
    ["/quote drills about:drills", "“drills” belongs to no option of /quote."],
    [`/quote about:${"x".repeat(301)}`, "about: The value must have 1 to 300 characters."],
  ])("is not sent, with a reason: %s", (line, problem) => {
    expect(parseOptions(line)).toBe(problem);
  });

  test("keeps a value that resembles options", () => {
    const value = "from: here to: there";
    expect(parseOptions(`/quote about:${escapeValue(value)}`)).toEqual([
      { name: "about", type: 3, value },
    ]);
  });
});

describe("completion in the page’s message box", () => {
  const completedLines = async (typed: string) => {
    const suggest = async () => [
      { name: "Joint military exercises", value: "drills" },
      { name: "Summits", value: "drills and summits" },
    ];
    return (await completeLine(typed, commands, suggest)).suggestions.map(({ line }) => line);
  };

  test.each([
    ["/ti", ["/timeline ", "/settings show ", "/settings change ", "/settings privacy "]],
    ["/sear", ["/search query:"]],
    ["/CI", ["/cite passage:"]],
    ["/topics ", ["/topics topic:", "/topics in:", "/topics private:"]],
    [
      "/topics priv",
      ["/topics private:", "/topics topic:drills ", "/topics topic:drills and summits "],
    ],
    ["/topics topic:d", ["/topics topic:drills ", "/topics topic:drills and summits "]],
    [
      "/topics topic:drills ",
      [
        "/topics topic:drills and summits ",
        "/topics topic:drills in:",
        "/topics topic:drills private:",
      ],
    ],
    ["/topics private:t", ["/topics private:true "]],
    ["/topics private:true", []],
    ["/nope ", []],
    ["text", []],
  ])("of %j", async (typed, lines) => {
    expect(await completedLines(typed)).toEqual(lines);
  });
});

test("a line may have the names of the page’s language, and is sent by the declared ones", () => {
  const korean = typedCommands(
    manifestsOf(declared, "global").flatMap((manifest) =>
      "options" in manifest ? [{ ...manifest, id: "1" }] : [],
    ),
    "ko",
  );
  const sent = (text: string) => {
    const line = parseLine(text, korean);
    return line && [line.command.sent, line.given.map(toOption)];
  };
  const expected = ["quote", [{ name: "topic", type: 3, value: "drills" }]];
  expect(sent("/인용 주제:drills")).toEqual(expected);
  expect(sent("/quote topic:drills")).toEqual(expected);
  expect(sent("/설정 보기")).toEqual(["settings show", []]);
});

test("true and false are typed in the page’s language, and in English", async () => {
  learnTexts(pageTexts(translation("ko")));
  const complete = () => completeLine("/quote random:", commands, async () => []);
  try {
    for (const [typed, value] of [
      ["예", true],
      ["아니요", false],
      ["true", true],
      ["FALSE", false],
    ] as const) {
      expect(parseOptions(`/quote random:${typed}`)).toEqual([{ name: "random", type: 5, value }]);
    }
    const { suggestions } = await complete();
    expect(suggestions.map(({ label }) => label)).toEqual(["예", "아니요"]);
  } finally {
    learnTexts(pageTexts(english));
  }
});

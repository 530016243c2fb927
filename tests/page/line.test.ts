import { describe, expect, test } from "vitest";
import { commands as declared } from "../../commands/index.ts";
import { completionOf } from "../../page/completion.js";
import { escaped, lineOf, optionOf, problemOf } from "../../page/line.js";
import { manifestsOf } from "../../src/discord/manifest.ts";

const commands = manifestsOf(declared, "global").flatMap((manifest) =>
  "options" in manifest ? [{ ...manifest, id: "1" }] : [],
);

/** What Discord would send of a line, or why it would send nothing. */
function sent(text: string) {
  const line = lineOf(text, commands);
  return line && (problemOf(line) ?? line.given.map(optionOf));
}

describe("a line in the page’s message box", () => {
  test.each([
    ["/quote", []],
    ["/quote topic:drills", [{ name: "topic", type: 3, value: "drills" }]],
    ["/QUOTE  Topic:  drills ", [{ name: "topic", type: 3, value: "drills" }]],
    ["/quote drills", [{ name: "topic", type: 3, value: "drills" }]],
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
    expect(sent(line)).toEqual(options);
  });

  test.each(["drills", "/nope", "/", "1/2", " /quote"])("is no command: %j", (line) => {
    expect(lineOf(line, commands)).toBeUndefined();
  });

  test.each([
    ["/search", "query: This option is required. Specify a value."],
    ["/search topic:drills", "query: This option is required. Specify a value."],
    ["/quote topic:", "topic: This option needs a value."],
    ["/quote random:maybe", "random: The value must be true or false."],
    ["/quote drills topic:drills", "“drills” belongs to no option of /quote."],
    [`/quote about:${"x".repeat(301)}`, "about: The value must have 1 to 300 characters."],
  ])("is not sent, and says why: %s", (line, problem) => {
    expect(sent(line)).toBe(problem);
  });

  test("reads back a value that looks like options", () => {
    const value = "from: here to: there";
    expect(sent(`/quote about:${escaped(value)}`)).toEqual([{ name: "about", type: 3, value }]);
  });
});

describe("completion in the page’s message box", () => {
  const completed = async (typed: string) => {
    const suggest = async () => [
      { name: "Joint military exercises", value: "drills" },
      { name: "Summits", value: "drills and summits" },
    ];
    return (await completionOf(typed, commands, suggest)).offers.map(({ line }) => line);
  };

  test.each([
    ["/ti", ["/timeline "]],
    ["/sear", ["/search query:"]],
    ["/C", ["/cite passage:", "/search query:", "/topics "]],
    ["/topics ", ["/topics topic:", "/topics private:"]],
    [
      "/topics priv",
      ["/topics private:", "/topics topic:drills ", "/topics topic:drills and summits "],
    ],
    ["/topics topic:d", ["/topics topic:drills ", "/topics topic:drills and summits "]],
    [
      "/topics topic:drills ",
      ["/topics topic:drills and summits ", "/topics topic:drills private:"],
    ],
    ["/topics private:t", ["/topics private:true "]],
    ["/topics private:true", []],
    ["/nope ", []],
    ["text", []],
  ])("of %j", async (typed, lines) => {
    expect(await completed(typed)).toEqual(lines);
  });
});

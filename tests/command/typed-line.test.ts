import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { closeDirectionControls } from "../../src/catalogue/direction-controls.ts";
import { createBot } from "../../src/command/bot.ts";
import { completeLine } from "../../src/command/line-completion.ts";
import { formatLine, parseLine } from "../../src/command/typed-line.ts";
import { context, contextOf, papers } from "../library.ts";
import { runs } from "../thoroughness.ts";

describe("parseLine parses", () => {
  test.each([
    ["/quote topic:drills", "quote", { topic: "drills" }],
    ["quote topic:drills", "quote", { topic: "drills" }],
    ["  /QUOTE  Topic: drills  ", "quote", { topic: "drills" }],
    ["/letter date:Aug 5 2019 from:Kim", "letter", { date: "Aug 5 2019", from: "Kim" }],
    ["/letter Aug 5 2019", "letter", { date: "Aug 5 2019" }],
    ["/letter Aug 5 2019 from:Kim", "letter", { date: "Aug 5 2019", from: "Kim" }],
    ["/search no changed outcome", "search", { query: "no changed outcome" }],
    ['/search query:"no changed outcome"', "search", { query: '"no changed outcome"' }],
    ["/search query:what: this", "search", { query: "what: this" }],
    ["/search query:10:30", "search", { query: "10:30" }],
    ["/search query:http://example.org", "search", { query: "http://example.org" }],
    ['/search query:"from:Kim" to:Trump', "search", { query: '"from:Kim"', to: "Trump" }],
    [
      '/search query:"it is from:Kim" to:Trump',
      "search",
      { query: '"it is from:Kim"', to: "Trump" },
    ],
    ['/search query:5" from:Kim', "search", { query: '5"', from: "Kim" }],
    ['/search query:5\\" from:Kim "x"', "search", { query: '5"', from: 'Kim "x"' }],
    ["/search query:it says from\\:Kim", "search", { query: "it says from:Kim" }],
    ["/search query:a\\\\b", "search", { query: "a\\b" }],
    ["/search query:a\\b", "search", { query: "a\\b" }],
    ["/search query:mismatch:to", "search", { query: "mismatch:to" }],
    ["/search query:", "search", { query: "" }],
    ["/quote from:Kim from:Trump", "quote", { from: "Trump" }],
    ["/quote", "quote", {}],
    ["/about", "about", {}],
    ["/about the corpus", "about", {}],
    ["/about private:true", "about", { private: "true" }],
    ["/nope from:Kim", "nope", {}],
    ["/", "/", {}],
  ])("%s", (line, name, options) => {
    expect(parseLine(line, commands)).toEqual({ name, options });
  });

  test.each(["", "   ", "\t\n"])("returns undefined for an empty line: %j", (line) => {
    expect(parseLine(line, commands)).toBeUndefined();
  });
});

describe("formatLine formats a command so that parseLine parses it back", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "from:",
      "to:Kim",
      "query:",
      "private:",
      "a:b",
      '"',
      '\\"',
      "\\",
      "\\:",
      "“",
      "\n",
      " ",
      "/quote",
      "훈련",
    ),
  );
  // Controls that a text leaves open are closed.
  const value = fc
    .array(piece, { maxLength: 8 })
    .map((pieces) => closeDirectionControls(pieces.join("").trim()));

  test.each(commands.map((command) => [command.name, command] as const))(
    "with any values of /%s",
    (name, { options }) => {
      const keys = Object.keys(options);
      const given = fc
        .uniqueArray(fc.constantFrom(...keys))
        .chain((chosen) =>
          fc.tuple(
            fc.constant(chosen),
            fc.array(value, { minLength: chosen.length, maxLength: chosen.length }),
          ),
        );
      fc.assert(
        fc.property(given, ([chosen, values]) => {
          const options = Object.fromEntries(
            chosen.map((key, index) => [key, values[index] ?? ""]),
          );
          expect(parseLine(formatLine({ name, options }), commands)).toEqual({ name, options });
        }),
        { numRuns: runs(100) },
      );
    },
  );

  test.each([
    [{ topic: "drills" }, "/quote topic:drills"],
    [{ about: "missile threats", from: "Kim" }, "/quote about:missile threats from:Kim"],
    [{ about: '"missile threats"' }, '/quote about:"missile threats"'],
    [{ about: "it says from:Kim" }, "/quote about:it says from\\:Kim"],
    [{ random: true, seed: 7 }, "/quote random:true seed:7"],
  ])("in the form that a user would type: %j", (options, line) => {
    expect(formatLine({ name: "quote", options })).toBe(line);
  });
});

describe("completeLine completes", () => {
  const bot = createBot(commands, () => context);
  const complete = (line: string) => completeLine(line, bot);

  test.each([
    ["", commands.map(({ name }) => `/${name} `)],
    ["/", commands.map(({ name }) => `/${name} `)],
    ["/q", ["/quote "]],
    ["Q", ["/quote "]],
    ["/t", ["/timeline ", "/topics ", "/tray "]],
    ["/zz", []],
    ["/zz from", []],
  ])("commands: %j", (line, lines) => {
    expect(complete(line)).toEqual(lines);
  });

  test.each([
    [
      "/letter ",
      ["/letter date:", "/letter from:", "/letter to:", "/letter number:", "/letter private:"],
    ],
    ["/letter f", ["/letter from:"]],
    ["/letter da", ["/letter date:"]],
    ["/search que", ["/search query:"]],
    [
      "/letter date:2019 ",
      [
        "/letter date:2019 from:",
        "/letter date:2019 to:",
        "/letter date:2019 number:",
        "/letter date:2019 private:",
      ],
    ],
    ["/quote from:Kim t", ["/quote from:Kim topic:", "/quote from:Kim to:"]],
    ["/quote from:Kim fr", []],
    ["/about x", []],
  ])("options that the line does not have yet: %j", (line, lines) => {
    expect(complete(line)).toEqual(lines);
  });

  test("values from the corpus, anywhere in the line", () => {
    expect(complete("/quote topic:dri")).toEqual(["/quote topic:drills "]);
    expect(complete("/quote after:2019 from:")[0]).toBe("/quote after:2019 from:Kim Jong Un ");
    expect(complete("/quote from:Kim ")).toEqual(["/quote from:Kim Jong Un "]);
    expect(complete("/letter date:2019-08")).toEqual(["/letter date:2019-08-05-kim-to-trump "]);
    expect(complete("/quote from:Kim Jong Un to:Donald")).toEqual([
      "/quote from:Kim Jong Un to:Donald J. Trump ",
    ]);
  });

  test("flags", () => {
    expect(complete("/quote random:")).toEqual(["/quote random:true ", "/quote random:false "]);
    expect(complete("/about private:t")).toEqual(["/about private:true "]);
  });

  test("no hidden options", () => {
    for (const { name } of commands) {
      expect(complete(`/${name} `).join()).not.toMatch(/page:|rank:|seed:|around:/);
    }
  });

  test("to lines that continue the typed one and parse without errors", () => {
    for (const { name } of commands) {
      for (const line of complete(`/${name} `)) {
        expect(line.startsWith(`/${name} `)).toBe(true);
        for (const whole of complete(line)) {
          const parsed = parseLine(whole, commands);
          const { reply } = bot.respond(parsed?.name ?? "", parsed?.options ?? {});
          expect(reply).not.toMatchObject({ message: expect.stringMatching(/^`\w+` should be/) });
        }
      }
    }
  });

  test("values from another corpus", () => {
    const other = createBot(commands, () => contextOf(papers));
    expect(completeLine("/quote topic:폭", other)).toEqual(["/quote topic:storms "]);
    expect(completeLine("/letter date:", other)).toEqual([
      "/letter date:log ",
      "/letter date:letter ",
      "/letter date:diary ",
    ]);
  });
});

import { describe, expect, expectTypeOf, test } from "vitest";
import { defineCommand } from "../../src/command/define-command.ts";
import {
  flag,
  hidden,
  integer,
  optional,
  parsedText,
  text,
} from "../../src/command/option-types.ts";
import type { Command } from "../../src/command/types.ts";
import type { Person, Topic } from "../../src/corpus/document.ts";
import { documentQuery } from "../../src/options/document.ts";
import { type PassagePart, passage } from "../../src/options/passage.ts";
import { period } from "../../src/options/period.ts";
import { person } from "../../src/options/person.ts";
import { topic } from "../../src/options/topic.ts";
import { notice } from "../../src/reply/reply.ts";
import { context, expectKind } from "../library.ts";

const RAN = notice({ kind: "not-ready" });
const described = { description: "An example.", examples: [] } as const;

test("run receives exactly the types its options declare", () => {
  const command = defineCommand({
    ...described,
    name: "example",
    options: {
      required: text("Required."),
      left: optional(text("May be left out.")),
      made: parsedText("Made of text.", {
        expects: "a word of its own",
        parse: (typed) => ({ value: { length: typed.length } }),
      }),
      flagOrNot: optional(flag("Yes, no, or nothing.")),
      defaulted: optional(integer("Has a default.", { min: 1, max: 9 }), 3),
      carried: optional(hidden(integer("What an action carries.", { min: 1, max: 9 }))),
      person: person("Somebody.", "anyone", []),
      topic: optional(topic("Something.")),
      passage: optional(passage("Some place.")),
    },
    run(options) {
      expectTypeOf(options).toEqualTypeOf<{
        readonly required: string;
        readonly left: string | undefined;
        readonly made: { length: number };
        readonly flagOrNot: boolean | undefined;
        readonly defaulted: number;
        readonly carried: number | undefined;
        readonly person: Person;
        readonly topic: Topic | undefined;
        readonly passage: PassagePart | undefined;
      }>();
      // @ts-expect-error: an option that was not declared does not exist
      options.typo;
      // @ts-expect-error: options are read-only
      options.defaulted = 4;
      return RAN;
    },
  });
  expectTypeOf(command).toEqualTypeOf<Command>();
});

test("a default must be a valid value of the option", () => {
  // @ts-expect-error: the default of an integer is a number
  optional(integer("How many.", { min: 1, max: 3 }), "1");
  // @ts-expect-error: the default of a flag is yes or no
  optional(flag("Whether."), "true");
});

test("a command cannot forget to answer", () => {
  defineCommand({
    ...described,
    name: "silent",
    options: {},
    // @ts-expect-error: run must return a Reply
    run: () => undefined,
  });
});

test("an unknown option is reported, with the closest known one", () => {
  const command = defineCommand({
    ...described,
    name: "example",
    options: { word: optional(text("A word.")) },
    run: () => RAN,
  });
  expect(command.respond({ wrod: "a" }, context)).toEqual(
    notice(
      {
        kind: "unknown-option",
        command: "example",
        option: "wrod",
        closest: "word",
        options: ["word", "private"],
      },
      [
        {
          label: { kind: "option", option: "word", value: "a" },
          line: { name: "example", options: { word: "a" } },
        },
      ],
    ),
  );
  expect(command.respond({ zebra: "a" }, context)).toEqual(
    notice({
      kind: "unknown-option",
      command: "example",
      option: "zebra",
      options: ["word", "private"],
    }),
  );
});

test("again() returns the command with the options it was given", () => {
  const command = defineCommand({
    ...described,
    name: "example",
    options: {
      word: optional(text("A word.")),
      page: optional(integer("", { min: 1, max: 9 }), 1),
    },
    run: (_, { again }) =>
      notice({ kind: "not-offered" }, [
        { label: "another", line: again({}) },
        { label: "next-page", line: again({ page: 2 }) },
        { label: "quote", line: again({ word: undefined }) },
      ]),
  });
  const { actions } = command.respond({ word: "a", private: true }, context);
  expect(actions.map(({ line }) => line)).toEqual([
    { name: "example", options: { word: "a" } },
    { name: "example", options: { word: "a", page: 2 } },
    { name: "example", options: {} },
  ]);
});

/** Returns the answer of a command with the one option `it` to the value `given`. */
function answerTo(it: Parameters<typeof optional>[0], given: unknown): string {
  const command = defineCommand({
    ...described,
    name: "example",
    options: { it },
    run: () => RAN,
  });
  const reply = command.respond(given === undefined ? {} : { it: given }, context);
  return reply === RAN ? "understood" : expectKind("notice", reply).inWords.message;
}

describe("an option parses valid values and reports invalid ones", () => {
  test.each([
    [undefined, "`it` is missing. It should be text of 1 to 300 characters."],
    ["", "`it` should be text of 1 to 300 characters."],
    ["  \n ", "`it` should be text of 1 to 300 characters."],
    ["a".repeat(301), "`it` should be text of 1 to 300 characters."],
    [7, "`it` should be text of 1 to 300 characters."],
    [null, "`it` should be text of 1 to 300 characters."],
    [["a"], "`it` should be text of 1 to 300 characters."],
    ["a", "understood"],
    ["a".repeat(300), "understood"],
  ])("text: %j", (given, message) => {
    expect(answerTo(text("Text."), given)).toBe(message);
  });

  test.each([
    ["0", "`it` should be a whole number from 1 to 1,000,000."],
    ["1.5", "`it` should be a whole number from 1 to 1,000,000."],
    ["many", "`it` should be a whole number from 1 to 1,000,000."],
    ["", "`it` should be a whole number from 1 to 1,000,000."],
    [Number.NaN, "`it` should be a whole number from 1 to 1,000,000."],
    [true, "`it` should be a whole number from 1 to 1,000,000."],
    ["1000001", "`it` should be a whole number from 1 to 1,000,000."],
    ["7", "understood"],
    [7, "understood"],
  ])("a whole number: %j", (given, message) => {
    expect(answerTo(integer("A number.", { min: 1, max: 1_000_000 }), given)).toBe(message);
  });

  test.each([
    ["maybe", "`it` should be true or false."],
    [1, "`it` should be true or false."],
    ["toString", "`it` should be true or false."],
    ["Yes", "understood"],
    [" off ", "understood"],
    [false, "understood"],
  ])("yes or no: %j", (given, message) => {
    expect(answerTo(flag("Whether."), given)).toBe(message);
  });

  test.each([
    ["Kim", "understood"],
    ["kim jong-un", "understood"],
    ["김정은", "understood"],
    ["Kimm", "This corpus has no person called “Kimm”. `/people` lists those it has."],
    ["Bolten", "This corpus has no person called “Bolten”. Is John Bolton meant?"],
    ["toString", "This corpus has no person called “toString”. `/people` lists those it has."],
    [
      "2019-08-05",
      "“2019-08-05” is a date, but this option needs the name of a person. For dates there are `after` and `before`: `after:2019-08-05`.",
    ],
  ])("a sender: %s", (given, message) => {
    expect(answerTo(person("Who.", "from", ["after", "before"]), given)).toBe(message);
  });

  test.each([
    ["Kim", "“Kim” may be Kim Jong Un, Kim Yong Chol, Sung Kim, Kim Myong Gil or Kim Il Sung."],
    ["Moon", "understood"],
    ["August", "This corpus has no person called “August”. `/people` lists those it has."],
  ])("anyone: %s", (given, message) => {
    expect(answerTo(person("Who.", "anyone", []), given)).toBe(message);
  });

  test.each([
    ["drills", "understood"],
    ["Joint Military Exercises", "understood"],
    ["훈련", "understood"],
    ["drils", "This corpus has no topic called “drils”. Is drills meant?"],
    ["zeppelins", "This corpus has no topic called “zeppelins”. `/topics` lists those it has."],
    [
      "nuclear weapons and missiles",
      "This corpus has no topic called “nuclear weapons and missiles”. `/topics` lists those it has.",
    ],
  ])("a topic: %s", (given, message) => {
    expect(answerTo(topic("What."), given)).toBe(message);
  });

  test.each([
    ["2019-08-05", "understood"],
    ["Aug 5 2019", "understood"],
    ["Aug 5", "“Aug 5” is a date in every year. Add the year: 2019-08-05 or Aug 5 2019."],
    ["5/8", "“5/8” is a date in every year. Add the year: 2019-08-05 or Aug 5 2019."],
    [
      "5/8/2019",
      "“5/8/2019” can be read in two ways: 5 August 2019 (the day first) or 8 May 2019 (the month first). Which one is meant?",
    ],
    [
      "99/99/2019",
      "“99/99/2019” is not a day, a month or a year. Write a date like 2019-08-05, Aug 5 2019, August 2019 or 2019.",
    ],
    [
      "Kim",
      "“Kim” is a person, but this option needs a date, such as 2019-08-05 or August 2019. For people there is `from`: `from:Kim`.",
    ],
    [
      "last summer",
      "“last summer” is not a date that Ibid can read. Write a date like 2019-08-05, Aug 5 2019, August 2019 or 2019.",
    ],
  ])("a time: %s", (given, message) => {
    expect(answerTo(period("When.", ["from"]), given)).toBe(message);
  });

  test.each([
    ["2019-08-05-kim-to-trump#a", "understood"],
    [
      "2019-08-05-kim-to-trump",
      "“2019-08-05-kim-to-trump” is not the address of a passage. Kim Jong Un to Donald J. Trump, 5 August 2019, has 2019-08-05-kim-to-trump¶a to 2019-08-05-kim-to-trump¶b.",
    ],
    [
      "2018-04-01-kim-to-trump¶a",
      "“2018-04-01-kim-to-trump¶a” is not the address of a passage. Kim Jong Un to Donald J. Trump, 1 April 2018, has no passage that can be quoted: only what others report of it is known.",
    ],
    [
      "2019-08-05-kim-to-trump¶z",
      "“2019-08-05-kim-to-trump¶z” is not the address of a passage. Kim Jong Un to Donald J. Trump, 5 August 2019, has 2019-08-05-kim-to-trump¶a to 2019-08-05-kim-to-trump¶b.",
    ],
    [
      "2019-08-05",
      "No passage has the address “2019-08-05”. Is 2019-08-05-kim-to-trump¶a or 2019-08-05-kim-to-trump¶b meant?",
    ],
    [
      "nowhere¶1",
      "No passage has the address “nowhere¶1”. An address looks like 2018-09-21-kim-to-trump¶a.",
    ],
  ])("a passage: %s", (given, message) => {
    expect(answerTo(passage("Where."), given)).toBe(message);
  });

  test.each([
    ["2019-08-05", "understood"],
    ["undated", "understood"],
    ["Kim", "understood"],
    ["unidentified-kim-1", "understood"],
    [
      "Leter from Kim Jong Un to Donald J. Trump, 5 August 2019",
      "“Leter from Kim Jong Un to Donald J. Trump, 5 August 2019” is neither a date that Ibid can read nor the title of a document. Is “Letter from Kim Jong Un to Donald J. Trump, 5 August 2019” meant?",
    ],
    [
      "zeppelin",
      "“zeppelin” is neither a date that Ibid can read nor the title of a document. Write a date like 2019-08-05, Aug 5 2019, August 2019 or 2019.",
    ],
  ])("a document: %s", (given, message) => {
    expect(answerTo(documentQuery("Which."), given)).toBe(message);
  });
});

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
const described = { description: "command.help", examples: () => [] } as const;

test("run receives exactly the types its options declare", () => {
  const command = defineCommand({
    ...described,
    name: "example",
    options: {
      required: text("option.query"),
      left: optional(text("option.query")),
      made: parsedText("option.query", {
        expects: { kind: "command" },
        parse: (typed) => ({ value: { length: typed.length } }),
      }),
      flagOrNot: optional(flag("option.query")),
      defaulted: optional(integer("option.query", { min: 1, max: 9 }), 3),
      carried: optional(hidden(integer("option.query", { min: 1, max: 9 }))),
      person: person("option.query", "anyone", []),
      topic: optional(topic("option.query")),
      passage: optional(passage("option.query")),
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
  optional(integer("option.query", { min: 1, max: 3 }), "1");
  // @ts-expect-error: the default of a flag is yes or no
  optional(flag("option.query"), "true");
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
    options: { word: optional(text("option.query")) },
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
      word: optional(text("option.query")),
      page: optional(integer("option.query", { min: 1, max: 9 }), 1),
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
    expect(answerTo(text("option.query"), given)).toBe(message);
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
    expect(answerTo(integer("option.query", { min: 1, max: 1_000_000 }), given)).toBe(message);
  });

  test.each([
    ["maybe", "`it` should be true or false."],
    [1, "`it` should be true or false."],
    ["toString", "`it` should be true or false."],
    ["Yes", "understood"],
    [" off ", "understood"],
    [false, "understood"],
  ])("yes or no: %j", (given, message) => {
    expect(answerTo(flag("option.query"), given)).toBe(message);
  });

  test.each([
    ["Kim", "understood"],
    ["kim jong-un", "understood"],
    ["김정은", "understood"],
    ["Kimm", "This corpus has no person called “Kimm”. `/people` lists its people."],
    ["Bolten", "This corpus has no person called “Bolten”. Did you mean John Bolton?"],
    ["toString", "This corpus has no person called “toString”. `/people` lists its people."],
    [
      "2019-08-05",
      "“2019-08-05” is a date, but this option needs the name of a person. Dates belong to `after` and `before`: `after:2019-08-05`.",
    ],
  ])("a sender: %s", (given, message) => {
    expect(answerTo(person("option.query", "from", ["after", "before"]), given)).toBe(message);
  });

  test.each([
    [
      "Kim",
      "“Kim” may be Kim Jong Un, Kim Yong Chol, Sung Kim, Kim Myong Gil or Kim Il Sung. Which one do you mean?",
    ],
    ["Moon", "understood"],
    ["August", "This corpus has no person called “August”. `/people` lists its people."],
  ])("anyone: %s", (given, message) => {
    expect(answerTo(person("option.query", "anyone", []), given)).toBe(message);
  });

  test.each([
    ["drills", "understood"],
    ["Joint Military Exercises", "understood"],
    ["훈련", "understood"],
    ["drils", "This corpus has no topic called “drils”. Did you mean drills?"],
    ["zeppelins", "This corpus has no topic called “zeppelins”. `/topics` lists its topics."],
    [
      "nuclear weapons and missiles",
      "This corpus has no topic called “nuclear weapons and missiles”. `/topics` lists its topics.",
    ],
  ])("a topic: %s", (given, message) => {
    expect(answerTo(topic("option.query"), given)).toBe(message);
  });

  test.each([
    ["2019-08-05", "understood"],
    ["Aug 5 2019", "understood"],
    ["Aug 5", "“Aug 5” is a date in every year. Add the year: 2019-08-05 or Aug 5 2019."],
    ["5/8", "“5/8” is a date in every year. Add the year: 2019-08-05 or Aug 5 2019."],
    [
      "5/8/2019",
      "“5/8/2019” can be read in two ways: 5 August 2019 (the day first) or 8 May 2019 (the month first). Which one do you mean?",
    ],
    [
      "99/99/2019",
      "“99/99/2019” is not a day, a month or a year. Write a date like 2019-08-05, Aug 5 2019, August 2019 or 2019.",
    ],
    [
      "Kim",
      "“Kim” is a person, but this option needs a date, such as 2019-08-05 or August 2019. People belong to `from`: `from:Kim`.",
    ],
    [
      "last summer",
      "Ibid cannot read “last summer” as a date. Write a date like 2019-08-05, Aug 5 2019, August 2019 or 2019.",
    ],
  ])("a time: %s", (given, message) => {
    expect(answerTo(period("option.query", ["from"]), given)).toBe(message);
  });

  test.each([
    ["2019-08-05-kim-to-trump#a", "understood"],
    [
      "2019-08-05-kim-to-trump",
      "“2019-08-05-kim-to-trump” is not the address of a passage. Kim Jong Un to Donald J. Trump, 5 August 2019 has 2019-08-05-kim-to-trump¶a to 2019-08-05-kim-to-trump¶b.",
    ],
    [
      "2018-04-01-kim-to-trump¶a",
      "“2018-04-01-kim-to-trump¶a” is not the address of a passage. Kim Jong Un to Donald J. Trump, 1 April 2018 has no passage that can be quoted: only what others report about it is known.",
    ],
    [
      "2019-08-05-kim-to-trump¶z",
      "“2019-08-05-kim-to-trump¶z” is not the address of a passage. Kim Jong Un to Donald J. Trump, 5 August 2019 has 2019-08-05-kim-to-trump¶a to 2019-08-05-kim-to-trump¶b.",
    ],
    [
      "2019-08-05",
      "No passage has the address “2019-08-05”. Did you mean 2019-08-05-kim-to-trump¶a or 2019-08-05-kim-to-trump¶b?",
    ],
    [
      "nowhere¶1",
      "No passage has the address “nowhere¶1”. An address looks like 2018-09-21-kim-to-trump¶a.",
    ],
  ])("a passage: %s", (given, message) => {
    expect(answerTo(passage("option.query"), given)).toBe(message);
  });

  test.each([
    ["2019-08-05", "understood"],
    ["undated", "understood"],
    ["Kim", "understood"],
    ["unidentified-kim-1", "understood"],
    [
      "Leter from Kim Jong Un to Donald J. Trump, 5 August 2019",
      "“Leter from Kim Jong Un to Donald J. Trump, 5 August 2019” is neither a date that Ibid can read nor the title of a document. Did you mean “Letter from Kim Jong Un to Donald J. Trump, 5 August 2019”?",
    ],
    [
      "zeppelin",
      "“zeppelin” is neither a date that Ibid can read nor the title of a document. Write a date like 2019-08-05, Aug 5 2019, August 2019 or 2019.",
    ],
  ])("a document: %s", (given, message) => {
    expect(answerTo(documentQuery("option.query"), given)).toBe(message);
  });
});

import { expect, test } from "vitest";
import { english } from "../../src/catalogue/catalogue.ts";
import { defineCommand } from "../../src/command/define-command.ts";
import { cadence, timeOfDay } from "../../src/options/cadence.ts";
import { notice } from "../../src/reply/reply.ts";
import { context, expectKind } from "../library.ts";
import { madeUp } from "../made-up-language.ts";

const values: unknown[] = [];
const command = defineCommand({
  name: "example",
  description: "command.help",
  examples: () => [],
  options: { when: cadence("option.query"), at: timeOfDay("option.query") },
  run({ when, at }) {
    values.push({ ...when, at });
    return notice({ kind: "not-ready" });
  },
});

/** Today is Friday 4 October 2024. */
function answerTo(when: string, at = "8") {
  const { inWords, actions } = expectKind("notice", command.respond({ when, at }, context));
  return { text: inWords.message, offers: actions.map(({ line }) => line.options["when"]) };
}

test("days and a time of day become a cadence and a time, and a time typed with the days is passed on", () => {
  answerTo("mon, wed 8.15pm", "noon");
  answerTo("last friday");
  expect(values).toEqual([
    { cadence: { kind: "weekly", on: [1, 3] }, time: "20:15", at: "12:00" },
    { cadence: { kind: "month-weekdays", nth: [-1], on: 5 }, at: "08:00" },
  ]);
});

test("text that is no cadence is answered with examples, and offers them", () => {
  const { text, offers } = answerTo("when the moon is full");
  expect(text).toContain("“when the moon is full”");
  expect(text).toContain("Mondays and Thursdays");
  expect(offers).toEqual(["every day", "Mondays and Thursdays", "first Sunday of the month"]);
  for (const offer of offers) expect(answerTo(String(offer)).text).toContain("still being read");
});

test("a misspelling is offered as it is spelt", () => {
  expect(answerTo("mondys at 9").offers).toEqual(["Mondays at 09:00"]);
});

test("a cadence with two readings is asked about", () => {
  const { text, offers } = answerTo("every second Tuesday at 8");
  expect(text).toContain(
    "every 2 weeks on Tuesday from 8 October 2024 at 08:00 or second Tuesday of the month at 08:00",
  );
  expect(offers).toHaveLength(2);
});

test("a date in the past, and a time that no clock shows, are rejected", () => {
  expect(answerTo("once on 3 Oct 2024").text).toContain("“once on 3 Oct 2024” is in the past");
  expect(answerTo("every day at 25").text).toContain("“25” as a time of day");
  expect(answerTo("every day", "half past").text).toContain("“half past” as a time of day");
});

test("completions show how days are understood, with the next date, and can be sent as they are", () => {
  const { when } = command.options;
  const complete = (typed: string, t = english) => when?.suggest?.(typed, context, t) ?? [];
  expect(complete("mon and th 8pm")[0]).toEqual({
    label: "Mondays and Thursdays at 20:00 · next on Monday 7 October 2024",
    value: "Mondays and Thursdays at 20:00",
  });
  expect(complete("once on 3 Oct 2024")).toEqual([]);
  for (const typed of ["", "e", "every 2", "fri", "last"]) {
    const suggestions = complete(typed);
    expect(suggestions.length).toBeGreaterThan(0);
    expect(suggestions.length).toBeLessThanOrEqual(25);
    for (const { value } of suggestions) expect(answerTo(value).text).toContain("still being read");
    expect(complete(typed, madeUp).map(({ value }) => value)).toEqual(
      suggestions.map(({ value }) => value),
    );
  }
});

test("completions of a time are times", () => {
  const { at } = command.options;
  const complete = (typed: string) =>
    (at?.suggest?.(typed, context, english) ?? []).map(({ value }) => value);
  expect(complete("8")).toEqual(["08:00", "20:00"]);
  expect(complete("1")).toContain("13:00");
  expect(complete("")).toHaveLength(24);
  expect(complete("teatime")).toEqual([]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedProgress, planMoveReply } from "../../src/answers/schedules/plan-move.ts";
import { type OccasionPosting, postingOf } from "../../src/answers/schedules/posting.ts";
import { startedPlan } from "../../src/answers/schedules/started-plan.ts";
import { english } from "../../src/catalogue/catalogue.ts";
import { dayInZone, formatIsoDay } from "../../src/corpus/date.ts";
import { type PlanSource, plan, planOf } from "../../src/options/rhythm/plan.ts";
import { threadName } from "../../src/reply/layout/plan.ts";
import { type Cadence, localDatesOf, type Weekday } from "../../src/rhythm/cadence.ts";
import { type Deck, NEW_DECK } from "../../src/rhythm/deck.ts";
import { startPlan } from "../../src/rhythm/plan-progress.ts";
import { movedOptions, stepMark } from "../../src/rhythm/plan-run.ts";
import type { Selection } from "../../src/rhythm/schedule.ts";
import type { Library } from "../../src/search/library.ts";
import { contextOf, libraryOf } from "../library.ts";
import { runs } from "../thoroughness.ts";
import { asText } from "../words.ts";

const letter = (from: string, to: string, date: string, ...paragraphs: readonly string[]) =>
  `---\nfrom: ${from}\nto: ${to}\ndate: ${date}\nquestions: [Who has seen ${from} since?]\n---\n\n${paragraphs.join("\n\n")}\n`;
const FILES = {
  "topics.yaml": "lamps: { label: Lamps }\noil: { label: Oil }\n",
  "events.yaml":
    "- { date: 1908-02-29, title: The long night, text: Nobody slept at all., sources: [herald], topics: [lamps] }\n",
  "sources.yaml": "herald: { title: Herald }\n",
  "one.md": letter(
    "Ada Quill",
    "Tom Hale",
    "1907-03-02",
    "The lamps were lit at nine in the evening.",
    "Dear Tom,",
    "Nobody came up the stairs before the morning.",
  ),
  "two.md": letter(
    "Tom Hale",
    "Ada Quill",
    "1909-03-02",
    "We had no oil for the lamps since Tuesday last.",
    "The ship did not stop for us this time.",
  ),
  "deep/three.md": letter(
    "Ada Quill",
    "Ida Moor",
    "1911-07",
    ...Array.from(
      { length: 7 },
      (_, index) => `Paragraph ${index} is about the sea and its weather.`,
    ),
  ),
  "plans.yaml": [
    "winter:",
    "  title: Winter",
    "  holidays: 2027-01-05",
    "  steps:",
    "    - one¶1",
    "    - { title: Both, read: [one¶3, two], questions: [What is missing?] }",
    "    - topics: [lamps]",
    "    - three",
  ].join("\n"),
};
const library = libraryOf(FILES);
const context = contextOf(library);

const nameOf = ({ subject }: OccasionPosting) => threadName(subject, english);
const SENTENCES = Array.from(
  { length: 24 },
  (_, index) => `Paragraph ${index} is about the sea and its weather.`,
);

/** Returns the plan that a user has typed. */
function planSource(typed: string, within: Library): PlanSource {
  const parsed = plan("option.plan").parse(typed, contextOf(within));
  if (parsed === undefined || "error" in parsed) throw new Error(`${typed} is no plan.`);
  return parsed.value;
}

function planSteps(source: PlanSource): readonly (readonly string[])[] {
  return source.kind === "plan" ? [] : source.steps.slice();
}

const scheduleOf = (what: Selection, id = "abc"): Parameters<typeof postingOf>[0] => ({
  id,
  cadence: { kind: "daily" },
  what,
});

/** Posts on each date, and returns what came of it. A post that is attempted again is the same. */
function postings(
  schedule: ReturnType<typeof scheduleOf>,
  dates: readonly string[],
  within = context,
  deck: Deck = NEW_DECK,
) {
  let kept = deck;
  return dates.map((date) => {
    const posting = postingOf(schedule, { date, slot: 0, said: [] }, kept, within);
    if ("skipped" in posting) return posting;
    const { said, shown } = posting;
    if (shown !== undefined) {
      const isSameRound = shown.round === kept.round;
      kept = { ...shown, addresses: [...(isSameRound ? kept.addresses : []), ...shown.addresses] };
    }
    const again = postingOf(schedule, { date, slot: 0, said }, kept, within);
    expect(again).toMatchObject({ said, subject: posting.subject });
    return posting;
  });
}

const saidBy = (posting: ReturnType<typeof postingOf>) =>
  "said" in posting ? posting.said : [posting.skipped];

const DATES = localDatesOf({ kind: "daily" }, "2027-01-04", "2027-02-28");

describe("a passage each time", () => {
  test("is one of those that match, each once before one comes again", () => {
    const filters = fc.record(
      {
        topic: fc.constantFrom("lamps", "Lamps"),
        from: fc.constantFrom("Ada Quill", "Tom Hale"),
        to: fc.constantFrom("Ada Quill", "Tom Hale"),
        after: fc.constantFrom("1907", "1908"),
        before: fc.constantFrom("1909", "1912"),
        in: fc.constantFrom("one", "deep/"),
        about: fc.constantFrom("lamps", "the", "two¶1", "1907", "Oil", "stairs morning"),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filters, fc.integer({ min: 1 }), (options, seed) => {
        const schedule = scheduleOf({ kind: "passages", options }, seed.toString(36));
        const said = postings(schedule, DATES.slice(0, 25)).map(saidBy);
        const distinct = [...new Set(said.flat())];
        if (distinct[0] === "nothing") {
          expect(distinct).toHaveLength(1);
          return;
        }
        for (let start = 0; start < 25; start += distinct.length) {
          const round = said.slice(start, start + distinct.length).flat();
          expect(new Set(round).size).toBe(round.length);
        }
        for (const address of distinct) {
          const document = library.passage(address)?.document;
          expect(options.from === undefined || document?.from[0]?.name === options.from).toBe(true);
          expect(options.to === undefined || document?.to[0]?.name === options.to).toBe(true);
          expect(options.in === undefined || document?.path.startsWith(options.in)).toBe(true);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  test("makes sense by itself, and is named after its document and the date", () => {
    const said = postings(scheduleOf({ kind: "passages", options: {} }), DATES.slice(0, 11));
    expect(new Set(said.flatMap(saidBy)).size).toBe(11);
    expect(said.flatMap(saidBy)).not.toContain("one¶2");
    const [first] = said;
    if (first === undefined || "skipped" in first) throw new Error("There is a passage.");
    expect(nameOf(first)).toMatch(/^(?:Ada Quill|Tom Hale) to .+ · 4 January 2027$/);
    expect(first.subject.questions).toEqual([expect.stringMatching(/^Who has seen/)]);
  });

  test("goes on with the others when some are gone", () => {
    const schedule = scheduleOf({ kind: "passages", options: {} });
    const [first] = postings(schedule, DATES.slice(0, 1));
    const deck = first !== undefined && "shown" in first ? first.shown : NEW_DECK;
    const { "two.md": _, ...rest } = FILES;
    const edited = contextOf(libraryOf({ ...rest, "plans.yaml": "" }));
    const said = postings(schedule, DATES.slice(1, 9), edited, deck).flatMap(saidBy);
    expect(said.every((address) => !address.startsWith("two"))).toBe(true);
    expect(new Set(said).size).toBe(8);
  });
});

describe("on this day", () => {
  const say = (date: string, options: Selection["options"] = {}) => {
    const schedule = scheduleOf({ kind: "on-this-day", options });
    const posting = postingOf(schedule, { date, slot: 0, said: [] }, NEW_DECK, context);
    return "skipped" in posting
      ? { text: posting.skipped }
      : {
          text: asText(posting.answer.reply).text,
          name: nameOf(posting),
          line: posting.answer.line,
        };
  };

  test("lists what happened on it in earlier years, and says how long ago that was", () => {
    const { text, name, line } = say("2027-03-02");
    expect(text).toContain("2 March: 2 entries");
    expect(text).toContain("2 March 1907 · Ada Quill to Tom Hale · 120 years ago today");
    expect(text).toContain("2 March 1909 · Tom Hale to Ada Quill · 118 years ago today");
    expect(name).toBe("2 March 2027");
    expect(line).toEqual({ name: "timeline", options: { on: "2027-03-02", before: "2027-03-01" } });
    expect(say("1909-03-02").text).toContain("2 March: 1 entry");
  });

  test("obeys the filters", () => {
    expect(say("2027-03-02", { from: "Tom Hale" }).text).toContain("2 March: 1 entry");
    expect(say("2027-03-02", { in: "one" }).text).toContain("2 March: 1 entry");
    expect(say("2027-03-02", { before: "1908" }).text).toContain("2 March: 1 entry");
    expect(say("2027-02-28", { topic: "lamps" }).text).toContain("119 years ago today");
    expect(say("2027-02-28", { topic: "oil" }).text).toBe("silent-day");
  });

  test("is silent on days of which nothing is known, and remembers 29 February every year", () => {
    expect(say("2027-03-03").text).toBe("silent-day");
    expect(say("2027-02-28").text).toContain("29 February 1908 · The long night");
    expect(say("2028-02-28").text).toBe("silent-day");
    expect(say("2028-02-29").text).toContain("120 years ago today");
    // The month of the letter is known, and its day is not.
    for (const date of localDatesOf({ kind: "daily" }, "2027-07-01", "2027-07-31")) {
      expect(say(date).text).toBe("silent-day");
    }
  });
});

describe("a plan", () => {
  const planned = (options: Selection["options"]) => scheduleOf({ kind: "plan", options });
  const WINTER = planned({ plan: "winter" });

  test("comes step by step, with its words, what to open, and its questions", () => {
    const said = postings(WINTER, DATES.slice(0, 6));
    expect(said.map(saidBy)).toEqual([
      ["one¶1"],
      ["no-step"],
      ["one¶3", "two¶1", "two¶2"],
      ["one¶1", "two¶1"],
      [],
      ["plan-over"],
    ]);
    const posts = said.flatMap((one) => ("skipped" in one ? [] : [one]));
    const texts = posts.map(({ answer }) => asText(answer.reply).text);
    expect(texts[0]).toContain("Winter · step 1 of 4");
    expect(texts[1]).toContain("Both");
    expect(texts[1]).toContain("What is missing?");
    expect(texts[1]).toContain("Nobody came up the stairs before the morning.");
    // Seven passages are too many for a post.
    expect(texts[3]).toContain("July 1911 · Ada Quill to Ida Moor");
    expect(posts[0] && nameOf(posts[0])).toBe(
      "Ada Quill to Tom Hale, 2 March 1907 · 4 January 2027",
    );
    expect(posts[1]?.subject.questions).toContain("Who has seen Ada Quill since?");
  });

  test("a step is the answer of the command that its line names", () => {
    for (const posting of postings(WINTER, DATES.slice(0, 5))) {
      if ("skipped" in posting) continue;
      const { reply, line } = posting.answer;
      const command = context.commands.find(({ name }) => name === line.name);
      expect(command?.respond(line.options, context)).toEqual(reply);
    }
  });

  const STEPS = JSON.stringify([["one¶1", "one¶2"], ["one¶3"], ["two¶1"]]);

  test("names the addresses that are gone, gives the rest, and passes over an empty step", () => {
    const shorter = letter("Ada Quill", "Tom Hale", "1907-03-02", "The lamps.");
    const edited = contextOf(libraryOf({ ...FILES, "one.md": shorter, "plans.yaml": "" }));
    const schedule = planned({ plan: "one/2", steps: STEPS });
    const said = postings(schedule, DATES.slice(0, 3), edited);
    expect(said.map(saidBy)).toEqual([["one¶1"], ["two¶1"], ["plan-over"]]);
    const texts = said.flatMap((one) => ("skipped" in one ? [] : [asText(one.answer.reply).text]));
    expect(texts[0]).toContain("No longer in this corpus: one¶2.");
    expect(texts[1]).toContain("No longer in this corpus: one¶3.");
    expect(postings(WINTER, DATES.slice(0, 1), edited).map(saidBy)).toEqual([["plan-gone"]]);
  });

  test("brings missed steps together if the group wants to catch up, or to keep the end", () => {
    const late = ["2027-01-07", "2027-01-08", "2027-01-09"];
    const lengths = (options: Selection["options"]) =>
      postings(planned({ plan: "winter", ...options }), late).map((one) =>
        "answer" in one && one.answer.reply.kind === "plan-step"
          ? one.answer.reply.steps.length
          : 0,
      );
    expect(lengths({ pace: "catch-up", end: "2027-01-08" })).toEqual([3, 1, 0]);
    expect(lengths({ pace: "keep-end", end: "2027-01-08" })).toEqual([2, 2, 0]);
    expect(lengths({})).toEqual([1, 1, 1]);
  });

  test("begins at the step to which the group has moved, in another run", () => {
    const [first] = postings(WINTER, DATES.slice(0, 1));
    const deck = first !== undefined && "shown" in first ? first.shown : NEW_DECK;
    const moved = planned({ plan: "winter", run: "1", step: "3" });
    const back = planned({ plan: "winter", run: "2", step: "1" });
    expect(postings(moved, DATES.slice(2, 3), context, deck).map(saidBy)).toEqual([
      ["one¶1", "two¶1"],
    ]);
    expect(postings(back, DATES.slice(2, 3), context, deck).map(saidBy)).toEqual([["one¶1"]]);
  });

  test("an attempt that is repeated says the same, even if the group has moved since", () => {
    const [date = ""] = DATES;
    const [first] = postings(WINTER, [date]);
    if (first === undefined || "skipped" in first) throw new Error("There is a step.");
    const { said, shown = NEW_DECK } = first;
    const back = planned({ plan: "winter", run: "1", step: "3" });
    const again = postingOf(back, { date, slot: 0, said }, shown, context);
    expect(again).toMatchObject({ said, shown });
    // Its step belongs to the former run, so the group begins where it wanted to.
    expect(postings(back, DATES.slice(2, 3), context, shown).map(saidBy)).toEqual([
      ["one¶1", "two¶1"],
    ]);
  });

  test("goes on as each choice of /plan move says beforehand, whatever was missed", () => {
    const library = libraryOf({ "log.md": letter("Ada Quill", "Tom Hale", "1907", ...SENTENCES) });
    const any = fc.record({
      each: fc.integer({ min: 1, max: 6 }),
      on: fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
      done: fc.integer({ min: 0, max: 12 }),
      away: fc.integer({ min: 0, max: 60 }),
      step: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    });
    let choices = 0;
    fc.assert(
      fc.property(any, ({ each, on, done, away, step }) => {
        const cadence: Cadence = { kind: "weekly", on: on.toSorted() };
        const source = planSource(`log/${each}`, library);
        const plan = planOf(source, library);
        if (plan === undefined) throw new Error("There is a plan.");
        const { end } = startPlan({ cadence, ...plan }, "2027-01-04");
        const what: Selection = {
          kind: "plan",
          options: { plan: `log/${each}`, end, steps: JSON.stringify(planSteps(source)) },
        };
        const bare = { id: "abc", server: "33", channel: "22", cadence, time: "08:00", what };
        const schedule = { ...bare, state: "on", version: 4 } as const;
        const count = Math.min(done, plan.steps.length);
        const marks = Array.from({ length: count }, (_, index) =>
          stepMark(index + 1, "0", { date: `2026-12-${String(index + 10)}`, slot: 0 }),
        );
        const now = Date.parse("2027-01-04T00:00:00Z") + (count + away) * 86_400_000;
        const within = { ...contextOf(library), now };
        const started = startedPlan({ schedule, occasions: [], marks }, within);
        if (started === undefined) throw new Error("There is a plan.");
        const position = step === undefined ? undefined : Math.min(step, plan.steps.length) - 1;
        for (const choice of planMoveReply(started, position, 4, within).choices) {
          choices++;
          const progress = changedProgress(started, position, choice.pace);
          const options = movedOptions(what.options, progress, position);
          const moved = { ...schedule, what: { ...what, options } };
          const first = formatIsoDay(dayInZone(now, "UTC"));
          const days = localDatesOf(cadence, first, formatIsoDay(dayInZone(now, "UTC") + 200));
          const deck = { round: 0, addresses: marks };
          const posts = postings(moved, days, within, deck).flatMap((one, index) =>
            "answer" in one && one.answer.reply.kind === "plan-step"
              ? [{ date: days[index], steps: one.answer.reply.steps }]
              : [],
          );
          const [next] = posts;
          const numbers = posts.flatMap(({ steps }) => steps.map(({ number }) => number));
          const [from = 0] = numbers;
          expect(numbers).toEqual(numbers.map((_, index) => from + index));
          expect(numbers.at(-1)).toBe(plan.steps.length);
          expect(next?.date).toBe(choice.next.date.edtf);
          expect(next?.steps.map(({ number }) => number)).toEqual(
            numbers.slice(0, next?.steps.length),
          );
          expect([from, next?.steps.at(-1)?.number]).toEqual([choice.next.from, choice.next.to]);
          expect(next?.steps.flatMap(({ quotations }) => quotations)).toHaveLength(
            choice.next.passages,
          );
          const later = posts.slice(1).map(({ steps }) => steps.length);
          expect(choice.later?.steps ?? 0).toBe(Math.max(0, ...later));
          expect(posts.at(-1)?.date).toBe(choice.end?.edtf);
        }
      }),
      { numRuns: runs(8) },
    );
    // Otherwise nothing was tested.
    expect(choices).toBeGreaterThan(3);
  });
});

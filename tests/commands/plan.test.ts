import { describe, expect, test } from "vitest";
import { showPlan } from "../../commands/plan.ts";
import { planCalendar } from "../../src/answers/schedules/plan.ts";
import { english } from "../../src/catalogue/catalogue.ts";
import { formatIsoDay } from "../../src/corpus/date.ts";
import { type PlanSource, planOf, planValue } from "../../src/options/rhythm/plan.ts";
import { startPlan, stepDates } from "../../src/rhythm/plan-progress.ts";
import {
  actionLabels,
  context,
  contextOf,
  expectKind,
  followAction,
  libraryOf,
} from "../library.ts";
import { asText } from "../words.ts";

const respond = (options: Readonly<Record<string, unknown>>, within = context) =>
  showPlan.respond(options, within);

const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, index) => `Paragraph ${index + 1} tells of the sea.`).join(
    "\n\n",
  );
const papers = contextOf(
  libraryOf({
    "topics.yaml": "sea: { label: The sea }\nland: { label: Land }",
    "log.md": `---\ntitle: The log\ndate: 1909\n---\n\n${paragraphs(7)}`,
    "diary.md": `---\ntitle: The diary\ndate: 1907\n---\n\n${paragraphs(2)}`,
    "plans.yaml": [
      "voyage:",
      "  title: A voyage",
      "  steps:",
      "    - { read: diary, date: 2027-01-04, questions: Who is on board? }",
      "    - { title: The end, read: log¶7, date: 2027-01-11 }",
    ].join("\n"),
  }),
);
const bare = contextOf(libraryOf({ "a.md": "One two three." }));

test("every plan and every step of this corpus has something to read", () => {
  for (const { id, steps } of context.library.corpus.plans.values()) {
    const reply = expectKind("plan", respond({ plan: id }));
    expect(reply.total).toBe(steps.length);
    for (const [index] of steps.entries()) {
      const step = expectKind("plan-step", respond({ plan: id, step: index + 1 }));
      const [read] = step.steps;
      expect((read?.quotations.length ?? 0) + (read?.documents.length ?? 0)).toBeGreaterThan(0);
      expect(read?.missing).toEqual([]);
    }
  }
});

test("a plan lists its steps, with dates and buttons, and comes with a calendar if it has dates", () => {
  const reply = expectKind("plan", respond({}, papers));
  const { text } = asText(reply);
  expect(text).toContain("A voyage: 2 steps");
  expect(text).toContain("Step 1 · 4 January 2027 · The diary, 1907");
  expect(text).toContain("Step 2 · 11 January 2027 · The end");
  expect(reply.steps.map(({ open }) => open.line.options)).toEqual([
    { plan: "voyage", step: 1 },
    { plan: "voyage", step: 2 },
  ]);
  expect(reply.file?.name).toBe("voyage.ics");
  expect(reply.file?.text).toContain("SUMMARY:A voyage 2/2: The end");
  expect(reply.file?.text).toContain("DTSTART;VALUE=DATE:20270111");
  const unscheduled = { ...context, kept: { settings: {} } };
  expect(expectKind("plan", respond({}, unscheduled)).file).toBeUndefined();
});

test("a plan becomes a calendar with the dates and the time of a schedule", () => {
  const source: PlanSource = {
    kind: "document",
    id: "log",
    each: 3,
    steps: [["log¶1"], ["log¶4"], ["log¶7"]],
  };
  const plan = planOf(source, papers.library);
  if (plan === undefined) throw new Error("There is a plan.");
  const calendar = { cadence: { kind: "weekly", on: [1] }, ...plan } as const;
  const dates = stepDates(calendar, startPlan(calendar, "2027-03-22"), "2027-03-22");
  const at = { time: "19:00", zone: "Europe/Berlin" };
  const file = planCalendar(source, plan, { position: 0, dates, at }, 0, papers);
  // Summer time begins on 28 March.
  expect(file.text.match(/DTSTART.*/g)).toEqual([
    "DTSTART:20270322T180000Z",
    "DTSTART:20270329T170000Z",
    "DTSTART:20270405T170000Z",
  ]);
  expect(file.text).toContain("SUMMARY:The log 2/3: The log\\, 1909");
});

test("a calendar is in the language of its user, with the labels of the corpus", () => {
  const korean = contextOf(
    libraryOf({
      "topics.yaml": "sea: { label: The sea, labels: { ko: 바다 } }",
      "letter.md": `---\ndate: 1907-03-02\nfrom: Ada Quill\n---\n\n${paragraphs(2)}`,
      "plans.yaml":
        "sea:\n  title: The sea\n  steps:\n    - { topics: sea, date: 2027-01-04 }\n    - { read: letter, date: 2027-01-05 }",
    }),
  );
  const asker = { user: "11", locale: "ko", server: "12", managesServer: false };
  const { file } = expectKind("plan", respond({}, { ...korean, asker }));
  expect(file?.text).toContain("SUMMARY:바다 1/2: 바다");
  expect(file?.text).toMatch(/SUMMARY:바다 2\/2: .*1907년 3월 2일/);
});

test("a calendar has the next thousand steps of a plan, and comes with the first page", () => {
  const steps = Array.from({ length: 1001 }, () => ({
    addresses: ["log¶1"],
    topics: [],
    questions: [],
  }));
  const dates = steps.map((_, index) => formatIsoDay(index));
  const source = { kind: "plan", id: "long" } as const;
  const long = { title: "Long", steps };
  const { text } = planCalendar(source, long, { position: 0, dates }, 0, papers);
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1000);
  const dated = dates.slice(0, 40).map((date) => `    - { read: diary, date: ${date} }`);
  const library = libraryOf({
    "diary.md": paragraphs(1),
    "plans.yaml": ["days:", "  title: Days", "  steps:", ...dated].join("\n"),
  });
  const showPage = (page: number) => expectKind("plan", respond({ page }, contextOf(library)));
  expect(showPage(1).file?.text.match(/BEGIN:VEVENT/g)).toHaveLength(40);
  expect(showPage(2).file).toBeUndefined();
});

test("a step has the words, the questions, and ways to go on", () => {
  const step = expectKind("plan-step", respond({ plan: "A voyage", step: 1 }, papers));
  const { text } = asText(step);
  expect(text).toContain("A voyage · step 1 of 2");
  expect(text).toContain("Paragraph 2 tells of the sea.");
  expect(text).toContain("Who is on board?");
  expect(actionLabels(step)).toEqual(["The diary, 1907", "Next step", "All steps"]);
  const next = showPlan.respond({ plan: "voyage", step: 99 }, papers);
  expect(asText(next).text).toContain("A voyage · step 2 of 2");
  expect(actionLabels(next)).toContain("Previous step");
});

test("buttons lead from step to step, and back to the plan", () => {
  const first = respond({ step: 1 });
  expect(followAction(first, "Next step", context)).toMatchObject({ kind: "plan-step" });
  expect(followAction(first, "All steps", context)).toMatchObject({ kind: "plan" });
});

describe("a document or a topic", () => {
  test.each([
    ["The log", [3, 3, 1]],
    ["log, 2 passages at a time", [2, 2, 2, 1]],
    ["The diary, 1 passage a time", [1, 1]],
    ["log 구절 2개씩", [2, 2, 2, 1]],
    ["The log, 구절 5개씩", [5, 2]],
    ["log/5", [5, 2]],
    ["log/0", [1, 1, 1, 1, 1, 1, 1]],
    ["the sea", [3, 3, 3]],
  ])("%s is a plan of %j passages", (typed, counts) => {
    const { total } = expectKind("plan", respond({ plan: typed }, papers));
    expect(total).toBe(counts.length);
    const steps = counts.map((_, index) =>
      expectKind("plan-step", respond({ plan: typed, step: index + 1 }, papers)),
    );
    expect(steps.map((step) => step.steps[0]?.quotations.length)).toEqual(counts);
    for (const { line } of steps) {
      expect(showPlan.respond(line?.options ?? {}, papers)).toMatchObject({
        kind: "plan-step",
        line,
      });
    }
  });

  test("on a topic is read in order of time", () => {
    const step = expectKind("plan-step", respond({ plan: "sea/20", step: 1 }, papers));
    const ids = step.steps[0]?.quotations.map(({ citation }) => citation.documentId);
    expect([...new Set(ids)]).toEqual(["diary", "log"]);
  });
});

test("an unknown plan, and a corpus without plans, are explained", () => {
  const { inWords } = expectKind("notice", respond({ plan: "zeppelin" }, papers));
  expect(inWords.message).toBe(
    "This corpus has no plan, document or topic called “zeppelin”. Completion lists them as you type.",
  );
  expect(expectKind("notice", respond({}, bare)).inWords.message).toContain("plans.yaml");
  expect(showPlan.isUseful?.(bare.library)).toBe(false);
});

test("completions are plans first, then documents and topics with passages, and mean what they say", () => {
  const suggestions = showPlan.options["plan"]?.suggest?.("", papers, english) ?? [];
  expect(suggestions).toEqual([
    { label: "A voyage: 2 steps", value: "voyage" },
    { label: "The diary, 3 passages at a time", value: "diary/3" },
    { label: "The log, 3 passages at a time", value: "log/3" },
    { label: "The sea, 3 passages at a time", value: "sea/3" },
  ]);
  for (const { value } of suggestions) {
    const parsed = showPlan.options["plan"]?.parse(value, papers);
    if (parsed === undefined || "error" in parsed) throw new Error(`${value} is no plan.`);
    expect(parsed.value).toBeDefined();
  }
  expect(planValue({ kind: "plan", id: "voyage" })).toBe("voyage");
  expect(planOf({ kind: "plan", id: "gone" }, papers.library)).toBeUndefined();
});

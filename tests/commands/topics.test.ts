import { describe, expect, test } from "vitest";
import { quote } from "../../commands/quote.ts";
import { topics } from "../../commands/topics.ts";
import { createBot } from "../../src/command/bot.ts";
import type { Topic } from "../../src/corpus/document.ts";
import {
  actionLabels,
  context,
  contextOf,
  expectKind,
  followAction,
  libraryOf,
  papers,
} from "../library.ts";
import { putIntoWords } from "../words.ts";

const respond = (options: Readonly<Record<string, unknown>>) =>
  putIntoWords(topics.respond(options, context));

describe("the list", () => {
  test("shows every topic once, those with quotations first, each part sorted by label", () => {
    let reply = expectKind("topics", respond({}));
    expect(reply.inWords.title).toBe("42 topics");
    const labels = reply.inWords.items.map(({ label }) => label);
    while (actionLabels(reply).includes("Next page")) {
      reply = expectKind("topics", followAction(reply, "Next page", context));
      labels.push(...reply.inWords.items.map(({ label }) => label));
    }
    const all = [...context.library.corpus.topics.values()];
    const quotable = all.filter(
      ({ id }) => expectKind("topic", respond({ topic: id })).counts.passages > 0,
    );
    const sorted = (some: readonly Topic[]) =>
      some.map(({ label }) => label).toSorted((a, b) => a.localeCompare(b));
    expect(quotable.length).toBeGreaterThan(0);
    expect(labels).toEqual([
      ...sorted(quotable),
      ...sorted(all.filter((one) => !quotable.includes(one))),
    ]);
  });

  test("counts the documents and passages on each topic, including narrower topics", () => {
    const reply = expectKind("topics", topics.respond({}, contextOf(papers)));
    expect(reply.inWords.items).toMatchObject([
      { label: "Storms", detail: "2 quotations · 0 documents" },
      { label: "The light", detail: "2 quotations · 1 document" },
      { label: "Weather", detail: "2 quotations · 0 documents" },
    ]);
  });

  test("offers an action for each topic", () => {
    expect(followAction(respond({}), "Diplomacy", context)).toMatchObject({
      kind: "topic",
      label: "Diplomacy",
    });
  });

  test("is a notice if the corpus has no topics", () => {
    const none = contextOf(libraryOf({ "a.md": "One passage." }));
    expect(putIntoWords(topics.respond({}, none)).inWords.message).toBe(
      "This corpus has no topics. `/search` finds what its documents say.",
    );
  });
});

describe("completion", () => {
  const bot = createBot([topics], () => context);
  const labels = (typed: string) => bot.suggest("topics", "topic", typed).map(({ label }) => label);

  test("names the synonym that matches, and how much can be quoted", () => {
    expect(labels("drills")).toEqual(["drills → Joint military exercises · 2 quotations"]);
    expect(labels("joint mil")).toEqual(["Joint military exercises · 2 quotations"]);
    expect(labels("missiles")).toContain("Missiles · 1 quotation");
    expect(labels("economy")).toEqual(["North Korean economy · 1 document"]);
    expect(labels("훈련")).toContain("훈련 → Joint military exercises · 2 quotations");
  });

  test("lists the topics with quotations first", () => {
    const has = labels("").map((label) => label.includes("quotation"));
    expect(has).toContain(true);
    expect(has).toEqual(has.toSorted((a, b) => Number(b) - Number(a)));
  });
});

describe("one topic", () => {
  test.each(["drills", "Joint military exercises", "war games", "훈련"])(
    "is found by any of its names: %s",
    (topic) => {
      expect(respond({ topic })).toMatchObject({
        kind: "topic",
        label: "Joint military exercises",
        inWords: { paragraphs: ["2 quotations · 1 document on this topic."] },
      });
    },
  );

  test("is shown with its synonyms and its broader, narrower and related topics", () => {
    expect(expectKind("topic", respond({ topic: "summits" })).inWords.facts).toMatchObject([
      { label: "Id", value: "summits" },
      { label: "Also called", value: expect.stringContaining("정상회담") },
      { label: "Broader", value: "Diplomacy" },
      {
        label: "Narrower",
        value:
          "Singapore summit, Second summit, Hanoi summit, Panmunjom meeting, Inter-Korean summit in Pyongyang",
      },
      { label: "Related", value: "Arranging to meet" },
    ]);
  });

  test("offers its documents and its quotations", () => {
    const reply = respond({ topic: "drills" });
    expect(followAction(reply, "Quote", context)).toMatchObject({ kind: "quotation" });
    expect(
      followAction(reply, "Kim Jong Un to Donald J. Trump, 5 August 2019", context),
    ).toMatchObject({
      document: { id: "2019-08-05-kim-to-trump" },
    });
    expect(followAction(respond({ topic: "economy" }), "Quote", context)).toMatchObject({
      kind: "summaries",
    });
  });

  test("has paginated documents", () => {
    const first = expectKind("topic", respond({ topic: "diplomacy" }));
    expect(first.documents).toHaveLength(8);
    expect(expectKind("topic", followAction(first, "Next page", context)).page.number).toBe(2);
  });

  test("that does not exist can be searched for", () => {
    expect(actionLabels(respond({ topic: "zebra" }))).toEqual(["Search for “zebra”"]);
    const reply = respond({ topic: "drils" });
    expect(actionLabels(reply)).toEqual(["drills", "Search for “drils”"]);
    expect(
      followAction(respond({ topic: "outcome" }), "Search for “outcome”", context),
    ).toMatchObject({ kind: "hits", quotations: 1 });
  });

  test("that does not exist is reported", () => {
    expect(respond({ topic: "zeppelins" }).inWords.message).toBe(
      "This corpus has no topic called “zeppelins”. `/topics` lists its topics.",
    );
  });
});

test("a corpus without topics says so where one is asked for, and offers the search", () => {
  const other = contextOf(libraryOf({ "sea.md": "The sea is wide." }));
  const reply = putIntoWords(quote.respond({ topic: "sea" }, other));
  expect(reply.inWords.message).toMatch(/^This corpus has no topics\./);
  expect(followAction(reply, "Search for “sea”", other)).toMatchObject({ kind: "hits" });
});

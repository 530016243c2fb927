import { describe, expect, test } from "vitest";
import { topics } from "../../commands/topics.ts";
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
  test("shows every topic once, sorted by label", () => {
    let reply = expectKind("topics", respond({}));
    expect(reply.inWords.title).toBe("42 topics");
    const labels = reply.inWords.items.map(({ label }) => label);
    while (actionLabels(reply).includes("Next page")) {
      reply = expectKind("topics", followAction(reply, "Next page", context));
      labels.push(...reply.inWords.items.map(({ label }) => label));
    }
    const all = [...context.library.corpus.topics.values()].map(({ label }) => label);
    expect(labels).toEqual(all.toSorted((a, b) => a.localeCompare(b)));
  });

  test("counts the documents and passages on each topic, including narrower topics", () => {
    const reply = expectKind("topics", topics.respond({}, contextOf(papers)));
    expect(reply.inWords.items).toMatchObject([
      { label: "Storms", detail: "0 documents, 2 passages" },
      { label: "The light", detail: "1 document, 2 passages" },
      { label: "Weather", detail: "0 documents, 2 passages" },
    ]);
  });

  test("offers an action for each topic", () => {
    expect(followAction(respond({}), "Denuclearization", context)).toMatchObject({
      kind: "topic",
      label: "Denuclearization",
    });
  });

  test("is a notice if the corpus has no topics", () => {
    const none = contextOf(libraryOf({ "a.md": "One passage." }));
    expect(putIntoWords(topics.respond({}, none)).inWords.message).toBe(
      "This corpus names no topics. /search finds what its documents say.",
    );
  });
});

describe("one topic", () => {
  test.each(["drills", "Joint military exercises", "war games", "훈련"])(
    "is found by any of its names: %s",
    (topic) => {
      expect(respond({ topic })).toMatchObject({
        kind: "topic",
        label: "Joint military exercises",
        inWords: { paragraphs: ["1 document, 2 passages on this topic."] },
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

  test("that does not exist is reported", () => {
    expect(respond({ topic: "zeppelins" }).inWords.message).toBe(
      "This corpus has no topic called “zeppelins”. `/topics` lists those it has.",
    );
  });
});

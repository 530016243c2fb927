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

const respond = (options: Readonly<Record<string, unknown>>) => topics.respond(options, context);

describe("the list", () => {
  test("shows every topic once, sorted by label", () => {
    let reply = expectKind("list", respond({}));
    expect(reply.title).toBe("42 topics");
    const labels = reply.items.map(({ label }) => label);
    while (actionLabels(reply).includes("Next page")) {
      reply = expectKind("list", followAction(reply, "Next page", context));
      labels.push(...reply.items.map(({ label }) => label));
    }
    const all = [...context.library.corpus.topics.values()].map(({ label }) => label);
    expect(labels).toEqual(all.toSorted((a, b) => a.localeCompare(b)));
  });

  test("counts the documents and passages on each topic, including narrower topics", () => {
    const reply = expectKind("list", topics.respond({}, contextOf(papers)));
    expect(reply.items).toMatchObject([
      { label: "Storms", detail: "0 documents, 2 passages" },
      { label: "The light", detail: "1 document, 2 passages" },
      { label: "Weather", detail: "0 documents, 2 passages" },
    ]);
  });

  test("offers an action for each topic", () => {
    expect(followAction(respond({}), "Denuclearization", context)).toMatchObject({
      kind: "article",
      title: "Denuclearization",
    });
  });

  test("is a notice if the corpus has no topics", () => {
    const none = contextOf(libraryOf({ "a.md": "One passage." }));
    expect(topics.respond({}, none)).toMatchObject({
      message: "This corpus names no topics. /search finds what its documents say.",
    });
  });
});

describe("one topic", () => {
  test.each(["drills", "Joint military exercises", "war games", "훈련"])(
    "is found by any of its names: %s",
    (topic) => {
      expect(respond({ topic })).toMatchObject({
        kind: "article",
        title: "Joint military exercises",
        paragraphs: ["1 document, 2 passages on this topic."],
      });
    },
  );

  test("is shown with its synonyms and its broader, narrower and related topics", () => {
    expect(expectKind("article", respond({ topic: "summits" })).facts).toMatchObject([
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
      documentId: "2019-08-05-kim-to-trump",
    });
    expect(followAction(respond({ topic: "economy" }), "Quote", context)).toMatchObject({
      kind: "summaries",
    });
  });

  test("has paginated documents", () => {
    const first = expectKind("article", respond({ topic: "diplomacy" }));
    expect(first.items).toHaveLength(8);
    expect(expectKind("article", followAction(first, "Next page", context)).page.number).toBe(2);
  });

  test("that does not exist is reported", () => {
    expect(respond({ topic: "zeppelins" })).toMatchObject({
      message: "This corpus has no topic called “zeppelins”. `/topics` lists those it has.",
    });
  });
});

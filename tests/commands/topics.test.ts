import { describe, expect, test } from "vitest";
import { topics } from "../../commands/topics.ts";
import { context, contextOf, libraryOf, offers, only, papers, pressed } from "../library.ts";

const respond = (options: Readonly<Record<string, unknown>>) => topics.respond(options, context);

describe("the list", () => {
  test("has every topic once, by label, with its documents and passages", () => {
    let reply = only("list", respond({}));
    expect(reply.title).toBe("42 topics");
    const labels = reply.items.map(({ label }) => label);
    while (offers(reply).includes("Next page")) {
      reply = only("list", pressed(reply, "Next page", context));
      labels.push(...reply.items.map(({ label }) => label));
    }
    const all = [...context.library.corpus.topics.values()].map(({ label }) => label);
    expect(labels).toEqual(all.toSorted((a, b) => a.localeCompare(b)));
  });

  test("tells how much is on each, narrower topics included", () => {
    const reply = only("list", topics.respond({}, contextOf(papers)));
    expect(reply.items).toMatchObject([
      { label: "Storms", detail: "0 documents, 2 passages" },
      { label: "The light", detail: "1 document, 2 passages" },
      { label: "Weather", detail: "0 documents, 2 passages" },
    ]);
  });

  test("opens each", () => {
    expect(pressed(respond({}), "Denuclearization", context)).toMatchObject({
      kind: "article",
      title: "Denuclearization",
    });
  });

  test("of a corpus without topics says so", () => {
    const none = contextOf(libraryOf({ "a.md": "One passage." }));
    expect(topics.respond({}, none)).toMatchObject({
      message: "This corpus names no topics. /search finds what its documents say.",
    });
  });
});

describe("one topic", () => {
  test.each(["drills", "Joint military exercises", "war games", "훈련"])(
    "is shown by any of its names: %s",
    (topic) => {
      expect(respond({ topic })).toMatchObject({
        kind: "article",
        title: "Joint military exercises",
        paragraphs: ["1 document, 2 passages on this topic."],
      });
    },
  );

  test("has its synonyms, and what is broader, narrower and related", () => {
    expect(only("article", respond({ topic: "summits" })).facts).toMatchObject([
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

  test("leads to its documents and to what can be quoted on it", () => {
    const reply = respond({ topic: "drills" });
    expect(pressed(reply, "Quote", context)).toMatchObject({ kind: "quotation" });
    expect(pressed(reply, "Kim Jong Un to Donald J. Trump, 5 August 2019", context)).toMatchObject({
      documentId: "2019-08-05-kim-to-trump",
    });
    expect(pressed(respond({ topic: "economy" }), "Quote", context)).toMatchObject({
      kind: "summaries",
    });
  });

  test("with many documents goes on page by page", () => {
    const first = only("article", respond({ topic: "diplomacy" }));
    expect(first.items).toHaveLength(8);
    expect(only("article", pressed(first, "Next page", context)).page.number).toBe(2);
  });

  test("that does not exist is said not to", () => {
    expect(respond({ topic: "zeppelins" })).toMatchObject({
      message: "This corpus has no topic called “zeppelins”. `/topics` lists those it has.",
    });
  });
});

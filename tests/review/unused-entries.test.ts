import { describe, expect, test } from "vitest";
import { adviceOn } from "./advice.ts";

const ADD_TOPICS = "List under `topics:` in the front matter what it is about.";

/** Returns a document with these topics, or without front matter. */
function document(topics?: string): string {
  return topics === undefined ? "Words.\n" : `---\ntopics: [${topics}]\n---\n\nWords.\n`;
}

describe("a document without topics", () => {
  test("is reported if the corpus has topics", () => {
    expect(adviceOn({ "a.md": document("lamps"), "b.md": document() })).toEqual([
      `b.md:1: This document has no topic, so no topic leads to it. ${ADD_TOPICS}`,
    ]);
  });

  test("is accepted if no document has topics", () => {
    expect(adviceOn({ "a.md": document(), "b.md": document() })).toEqual([]);
  });

  test("is reported together with the others if there are many", () => {
    const many = Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`d${number}.md`, document()]));
    expect(adviceOn({ "a.md": document("lamps"), ...many })).toEqual([
      "d1.md:1: 5 documents have no topic, so no topic leads to them: d1, d2, d3 and 2 more. List under `topics:` in the front matter what each is about.",
    ]);
  });
});

describe("a topic", () => {
  const unused = (line: number, id: string, label: string) =>
    `topics.yaml:${line}: Nothing is on the topic \`${id}\`: no document, no event, and no passage names “${label}”. Give it to the documents that are about it, or delete it.`;

  test("is reported with its line if nothing has it", () => {
    const topics = "lamps: { label: Lamps }\n\nships: { label: Ships }\n";
    expect(adviceOn({ "a.md": document("lamps"), "topics.yaml": topics })).toEqual([
      unused(3, "ships", "Ships"),
    ]);
  });

  test("is used by passages that name it, and by narrower topics", () => {
    const topics = `
lamps: { label: Lamps }
oil: { label: Oil, also: [paraffin], broader: [stores] }
stores: { label: Stores, broader: [goods] }
goods: { label: Goods }
`;
    const text = "---\ntopics: [lamps]\n---\n\nThe paraffin is low.\n";
    expect(adviceOn({ "a.md": text, "topics.yaml": topics })).toEqual([]);
  });

  test("is used by events", () => {
    expect(
      adviceOn({
        "a.md": document("lamps"),
        "topics.yaml": "lamps: { label: Lamps }\nships: { label: Ships }",
        "sources.yaml": "herald: { title: Herald }",
        "events.yaml":
          '- { date: "1907", title: A wreck, text: It sank., sources: herald, topics: ships }',
      }),
    ).toEqual([]);
  });
});

describe("a source", () => {
  const sources = "herald: { title: Herald }\npost: { title: Post }\n";

  test("is reported with its line if nothing names it", () => {
    expect(
      adviceOn({ "a.md": "---\nsources: herald\n---\n\nWords.\n", "sources.yaml": sources }),
    ).toEqual([
      "sources.yaml:2: Nothing names the source `post`. Name it under `sources:` of what it prints or reports, or delete it.",
    ]);
  });

  test("is used by quotations that it prints", () => {
    expect(
      adviceOn({
        "corpus.yaml": "body: notes",
        "a.md": "---\nsources: herald\n---\n\n> Words.\n>\n> — @post\n",
        "sources.yaml": sources,
      }),
    ).toEqual([]);
  });
});

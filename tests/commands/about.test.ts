import { expect, test } from "vitest";
import { about } from "../../commands/about.ts";
import { context, contextOf, libraryOf, offers, only, papers, pressed } from "../library.ts";

/** The facts of `/about` by label. */
function facts(asked = context): Readonly<Record<string, string>> {
  const reply = only("article", about.respond({}, asked));
  return Object.fromEntries(reply.facts.map(({ label, value }) => [label, value]));
}

test("tells the corpus, its counts, its dates, its hash, and when it was read", () => {
  const { hash, documents } = context.library.corpus;
  const notes = documents.flatMap((document) => document.notes).length;
  expect(only("article", about.respond({}, context)).title).toBe(
    "The letters of Kim Jong Un and Donald J. Trump, 2018-2019",
  );
  expect(facts()).toMatchObject({
    Documents: "27, of which 3 undated",
    "Passages that can be quoted": "3",
    "Notes by the corpus’s editor": String(notes),
    Dates: "1 April 2018 to 5 August 2019",
    Tables: "55 sources, 42 topics, 15 people, 32 events",
    Language: "en",
    "Content hash (SHA-256)": hash,
    Read: "2024-10-04 12:00 UTC",
  });
});

test("tells what the corpus is not", () => {
  const [description] = only("article", about.respond({}, context)).paragraphs;
  expect(description).toContain("not the letter’s certain wording");
  expect(description).toContain("not part of this corpus");
});

test("tells only what a corpus has", () => {
  const plain = facts(contextOf(libraryOf({ "a.md": "One passage." })));
  expect(plain).toMatchObject({
    Documents: "1, of which 1 undated",
    "Passages that can be quoted": "1",
    Tables: "0 sources, 0 topics, 0 people, 0 events",
  });
  expect(plain).not.toHaveProperty("Dates");
  expect(plain).not.toHaveProperty("Rights");
});

test("tells that the last change was refused, and when, and of no file", () => {
  const at = new Date("2024-10-05T18:04:59Z");
  expect(facts()).not.toHaveProperty("Last change");
  expect(facts({ ...context, refusal: { at, problems: 2 } })).toMatchObject({
    Read: "2024-10-04 12:00 UTC",
    "Last change":
      "refused at 2024-10-05 18:04 UTC, 2 problems; the corpus as it was goes on answering",
  });
  expect(facts({ ...context, refusal: { at, problems: 0 } })["Last change"]).toBe(
    "could not be read at 2024-10-05 18:04 UTC; the corpus as it was goes on answering",
  );
});

test("changes its hash with the content", () => {
  const hash = (text: string) =>
    facts(contextOf(libraryOf({ "a.md": text })))["Content hash (SHA-256)"];
  expect(hash("One.")).not.toBe(hash("Two."));
  expect(hash("One.")).toBe(hash("One."));
});

test("leads on", () => {
  const reply = about.respond({}, context);
  expect(offers(reply)).toEqual(["Timeline", "Topics", "Help"]);
  for (const label of offers(reply)) expect(pressed(reply, label, context).kind).not.toBe("notice");
});

test("tells the dates of documents that are dated to a month", () => {
  expect(facts(contextOf(papers))["Dates"]).toBe("2 March 1907 to 31 May 1907");
});

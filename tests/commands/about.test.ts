import { expect, test } from "vitest";
import { about } from "../../commands/about.ts";
import {
  actionLabels,
  context,
  contextOf,
  expectKind,
  followAction,
  libraryOf,
  papers,
} from "../library.ts";

/** Returns the facts of `/about` by label. */
function factsIn(other = context): Readonly<Record<string, string>> {
  const reply = expectKind("corpus", about.respond({}, other));
  return Object.fromEntries(reply.inWords.facts.map(({ label, value }) => [label, value]));
}

test("shows the corpus, its counts, its dates, its hash, and when it was read", () => {
  const { hash, documents } = context.library.corpus;
  const notes = documents.flatMap((document) => document.notes).length;
  expect(expectKind("corpus", about.respond({}, context)).inWords.title).toBe(
    "The letters of Kim Jong Un and Donald J. Trump, 2018-2019",
  );
  expect(factsIn()).toMatchObject({
    Documents: "27, 3 of them undated",
    "Passages that can be quoted": "3",
    "Notes by the corpus’s editor": String(notes),
    Dates: "1 April 2018 to 5 August 2019",
    Tables: "55 sources, 42 topics, 15 people, 32 events",
    Language: "English (en)",
    "Content hash (SHA-256)": hash,
    Read: "2024-10-04 12:00 UTC",
  });
});

test("shows the limits that the corpus declares", () => {
  const [description] = expectKind("corpus", about.respond({}, context)).inWords.paragraphs;
  expect(description).toContain("not the letter’s certain wording");
  expect(description).toContain("not part of this corpus");
});

test("omits facts that a corpus does not have", () => {
  const plain = factsIn(contextOf(libraryOf({ "a.md": "One passage." })));
  expect(plain).toMatchObject({
    Documents: "1, 1 of them undated",
    "Passages that can be quoted": "1",
    Tables: "0 sources, 0 topics, 0 people, 0 events",
  });
  expect(plain).not.toHaveProperty("Dates");
  expect(plain).not.toHaveProperty("Rights");
});

test("reports a failed reload and its time, but names no file", () => {
  const at = new Date("2024-10-05T18:04:59Z");
  expect(factsIn()).not.toHaveProperty("Last change");
  expect(factsIn({ ...context, failedReload: { at, problems: 2 } })).toMatchObject({
    Read: "2024-10-04 12:00 UTC",
    "Last change":
      "refused at 2024-10-05 18:04 UTC because of 2 problems; the previous version of the corpus still answers",
  });
  expect(factsIn({ ...context, failedReload: { at, problems: 0 } })["Last change"]).toBe(
    "could not be read at 2024-10-05 18:04 UTC; the previous version of the corpus still answers",
  );
});

test("shows a hash that depends on the content", () => {
  const hash = (text: string) =>
    factsIn(contextOf(libraryOf({ "a.md": text })))["Content hash (SHA-256)"];
  expect(hash("One.")).not.toBe(hash("Two."));
  expect(hash("One.")).toBe(hash("One."));
});

test("offers actions that work", () => {
  const reply = about.respond({}, context);
  expect(actionLabels(reply)).toEqual(["Timeline", "Topics", "Help"]);
  for (const label of actionLabels(reply))
    expect(followAction(reply, label, context).kind).not.toBe("notice");
});

test("shows the whole period of documents that are dated to a month", () => {
  expect(factsIn(contextOf(papers))["Dates"]).toBe("2 March 1907 to 31 May 1907");
});

import { describe, expect, test, vi } from "vitest";
import { commands } from "../../commands/index.ts";
import { people } from "../../commands/people.ts";
import { quote } from "../../commands/quote.ts";
import { search } from "../../commands/search.ts";
import { timeline } from "../../commands/timeline.ts";
import { topics } from "../../commands/topics.ts";
import { verify } from "../../commands/verify.ts";
import { english } from "../../src/catalogue/catalogue.ts";
import { actionsOf, contextOf, expectKind, followAction, libraryOf } from "../library.ts";

const WORKS = ["Log", "Almanac", "Letters", "Hymns", "Charts"];

/** Five works of three parts each, all of which mention the lamp. */
const library = libraryOf({
  "corpus.yaml": "folders:\n  charts: { title: Charts, author: Tom Hale }\n",
  "topics.yaml": "oil: { label: Oil }\nreefs: { label: Reefs }\n",
  "log.md": "---\nid: the-log\ntitle: Log\nauthor: Ada Quill\n---\nOn this the log is based.",
  ...Object.fromEntries(
    WORKS.flatMap((work, index) =>
      [1, 2, 3].map((part) => [
        `${work.toLowerCase()}/${work.toLowerCase()}-${part}.md`,
        [
          `---\ntitle: Part ${part} of ${index}\ndate: 18${index}${part}`,
          ...(work === "Log" ? ["part-of: the-log"] : []),
          ...(work === "Almanac" || work === "Hymns" ? [`part-of: ${work}`] : []),
          ...(work === "Letters" ? ["from: Ada Quill", "to: Tom Hale"] : []),
          `---\nThe lamp of ${work} needs oil on night ${part}, as keepers know.\n`,
          ...(work === "Charts" ? ["Tom Hale marked the reefs."] : []),
        ].join("\n"),
      ]),
    ),
  ),
});
const context = contextOf(library);

const documentsOf = (options: Readonly<Record<string, unknown>>) =>
  expectKind("hits", search.respond({ query: "lamp", ...options }, context)).total;

describe("`in:` narrows a search", () => {
  test.each([
    ["nothing", undefined, 15],
    ["a work by the id of its document", "the-log", 3],
    ["a work by its title", "almanac", 3],
    ["a folder with a title", "Charts", 3],
    ["a folder by its path", "letters/", 3],
    ["a document by its id", "hymns-2", 1],
    ["a document by its title", "Part 2 of 3", 1],
  ])("to %s", (_, scope, count) => {
    expect(documentsOf({ in: scope })).toBe(count);
  });

  test("and names what the corpus does not have", () => {
    const { reason } = expectKind(
      "notice",
      search.respond({ query: "lamp", in: "Hymnz" }, context),
    );
    expect(reason).toMatchObject({ kind: "unknown-name", of: "scope", closest: "Hymns" });
  });

  test("and says where nothing was found", () => {
    const { reason } = expectKind(
      "notice",
      search.respond({ query: "reefs", in: "Hymns" }, context),
    );
    expect(reason).toMatchObject({ kind: "nothing-found", criteria: { in: "Hymns" } });
  });
});

test("the passage of the day, and those after it, come from the part", () => {
  let reply = expectKind("quotation", quote.respond({ in: "Hymns" }, context));
  for (let day = 0; day < 5; day++) {
    expect(reply.quotation.citation.documentId).toMatch(/^hymns-/);
    const another = followAction(reply, "Another", context);
    reply = expectKind("quotation", another);
  }
});

test("a verdict is on the part, and names the other places of the words", () => {
  const text = "The lamp of Hymns needs oil on night 2, as keepers know.";
  const within = expectKind("verification", verify.respond({ text, in: "Hymns" }, context));
  expect(within.claim).toMatchObject({ status: "met", claimed: { in: "Hymns" } });
  const elsewhere = expectKind("verification", verify.respond({ text, in: "Letters/" }, context));
  expect(elsewhere.claim.status).toBe("elsewhere");
  expect(elsewhere.places).toEqual(["hymns-2¶1"]);
});

test("the timeline, topics and people are those of the part", () => {
  expect(expectKind("timeline", timeline.respond({ in: "Letters/" }, context)).total).toBe(3);
  const listed = expectKind("topics", topics.respond({ in: "Charts" }, context)).topics;
  expect(listed.map(({ id, passages }) => [id, passages])).toEqual([
    ["oil", 3],
    ["reefs", 3],
  ]);
  const named = expectKind("people", people.respond({ in: "Charts" }, context)).people;
  expect(named.map(({ name }) => name)).toEqual(["Tom Hale"]);
  const all = expectKind("people", people.respond({}, context)).people;
  expect(all.map(({ name }) => name)).toEqual(["Ada Quill", "Tom Hale"]);
});

test("actions keep to the part", () => {
  for (const command of commands) {
    if (command.options["in"] === undefined) continue;
    const [options = {}] = [{ query: "lamp", text: "The lamp of Hymns", in: "Hymns" }].map(
      (given) =>
        Object.fromEntries(Object.entries(given).filter(([key]) => key in command.options)),
    );
    const reply = command.respond(options, context);
    for (const { line } of actionsOf(reply).filter(({ line }) => "page" in line.options)) {
      expect(line.options).toMatchObject({ in: "Hymns" });
    }
  }
});

test("parts are completed as they are typed, works first", () => {
  const complete = (typed: string) =>
    search.options["in"]?.suggest?.(typed, context, english).map(({ value }) => value);
  expect(complete("lo")).toEqual(["the-log", "log/", "log-1", "log-2", "log-3"]);
  expect(complete("chart")?.slice(0, 2)).toEqual(["charts", "charts/"]);
  expect(complete("of 3")).toEqual(["hymns-1", "hymns-2", "hymns-3"]);
  expect(complete("")).toContain("the-log");
});

test("the work for a completion does not grow with the documents that do not match", () => {
  const many = Array.from({ length: 2000 }, (_, at) => [
    `folder-${at % 40}/part-${at}.md`,
    `---\npart-of: Book ${at % 40}\n---\nWords.`,
  ]);
  const large = contextOf(libraryOf(Object.fromEntries(many)));
  const suggest = (typed: string) => search.options["in"]?.suggest?.(typed, large, english) ?? [];
  expect(suggest("book 1")).toHaveLength(11);
  const fold = vi.spyOn(String.prototype, "normalize");
  expect(suggest("part-1999").map(({ value }) => value)).toEqual(["part-1999"]);
  expect(fold.mock.calls.length).toBeLessThan(10);
  fold.mockRestore();
});

test("`from:` finds the documents of an author", () => {
  const { quotation } = expectKind("quotation", quote.respond({ from: "Ada Quill" }, context));
  expect(["the-log", "letters-1"]).toContain(quotation.citation.documentId);
  expect(library.documents({ from: library.corpus.people.get("Ada Quill") })).toHaveLength(4);
});

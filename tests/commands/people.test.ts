import { describe, expect, test } from "vitest";
import { people } from "../../commands/people.ts";
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
  putIntoWords(people.respond(options, context));

describe("the list", () => {
  test("shows everyone with their role, documents and passages", () => {
    const reply = expectKind("people", respond({}));
    expect(reply).toMatchObject({
      inWords: { title: "15 people" },
      page: { number: 1, of: 2 },
    });
    expect(reply.inWords.items[1]).toMatchObject({
      label: "Donald J. Trump",
      detail: "President of the United States 2017-2021 · No quotations · 27 documents",
    });
  });

  test("offers an action for each person", () => {
    expect(followAction(respond({}), "Moon Jae-in", context)).toMatchObject({
      kind: "person",
      name: "Moon Jae-in",
    });
  });

  test("is a notice if the corpus has no people", () => {
    const nobody = contextOf(libraryOf({ "a.md": "One passage." }));
    expect(putIntoWords(people.respond({}, nobody)).inWords.message).toBe(
      "This corpus names no people. `/search` finds what its documents say.",
    );
  });
});

describe("one person", () => {
  test.each(["Kim Jong Un", "kim jong-un", "Chairman Kim", "김정은", "Jong Un"])(
    "is found by any form of the name: %s",
    (person) => {
      expect(respond({ person })).toMatchObject({ kind: "person", name: "Kim Jong Un" });
    },
  );

  test("is shown with role, forms of the name, and counts of documents sent and received", () => {
    expect(expectKind("person", respond({ person: "Trump" })).inWords.facts).toEqual([
      { label: "Role", value: "President of the United States 2017-2021" },
      { label: "Also", value: "Trump, Donald Trump, H.E. Donald J. Trump, 도널드 트럼프" },
      { label: "Wrote", value: "16 documents" },
      { label: "Received", value: "11 documents" },
    ]);
  });

  test("is shown with the documents and passages that name them", () => {
    const reply = expectKind("person", respond({ person: "Moon" }));
    expect(reply.inWords.paragraphs).toEqual([
      "1 quotation · 1 document by, to or naming this person.",
    ]);
    expect(reply.inWords.items).toMatchObject([
      { label: "21 September 2018 · Kim Jong Un to Donald J. Trump" },
    ]);
  });

  test("offers a quotation only if a passage by them can be quoted", () => {
    expect(followAction(respond({ person: "Kim Jong Un" }), "Quote", context)).toMatchObject({
      kind: "quotation",
      rank: { of: 3 },
    });
    expect(actionLabels(respond({ person: "Trump" }))).not.toContain("Quote");
  });

  test("has paginated documents", () => {
    const first = respond({ person: "Trump" });
    expect(expectKind("person", followAction(first, "Next page", context)).page).toEqual({
      number: 2,
      of: 4,
    });
  });

  test("with an ambiguous name leads to a choice", () => {
    const reply = respond({ person: "Kim" });
    expect(actionLabels(reply)).toEqual([
      "Kim Jong Un",
      "Kim Yong Chol",
      "Sung Kim",
      "Kim Myong Gil",
      "Kim Il Sung",
    ]);
    expect(followAction(reply, "Kim Yong Chol", context)).toMatchObject({ name: "Kim Yong Chol" });
  });

  test.each([
    ["Bolten", "This corpus has no person called “Bolten”. Did you mean John Bolton?"],
    ["Zeppelin", "This corpus has no person called “Zeppelin”. `/people` lists its people."],
    ["2019", "This corpus has no person called “2019”. `/people` lists its people."],
  ])("not in the corpus is reported: %s", (person, message) => {
    expect(respond({ person }).inWords.message).toBe(message);
  });
});

test("another corpus has its own people", () => {
  expect(people.respond({ person: "young Tom" }, contextOf(papers))).toMatchObject({
    name: "Tom Quill",
    counts: { documents: 1, passages: 1 },
  });
});

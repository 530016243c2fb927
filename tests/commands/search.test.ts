import { describe, expect, test } from "vitest";
import { search } from "../../commands/search.ts";
import { describeAction } from "../../src/reply/layout/action-label.ts";
import type { SearchHit } from "../../src/reply/reply.ts";
import { actionLabels, context, contextOf, expectKind, followAction, papers } from "../library.ts";

type Given = Readonly<Record<string, unknown>>;

const respond = (options: Given) => search.respond(options, context);

function hits(options: Given): readonly SearchHit[] {
  return expectKind("hits", respond(options)).hits;
}

/** Returns the matches in an excerpt. */
function matchesIn(item: SearchHit): readonly string[] {
  const { text } = item.kind === "passage" ? item.quotation : item;
  return item.marks.matches.map(({ start, end }) => text.slice(start, end));
}

/** Returns the id of the document that a hit is or belongs to. */
function documentIdOf(item: SearchHit): string | undefined {
  if (item.kind === "passage") return item.quotation.citation.documentId;
  return item.kind === "event" ? undefined : item.document.id;
}

test("hits are passages, notes, documents and events", () => {
  const found = ["drills", "Hanoi", "5 August 2019"].flatMap((query) => hits({ query }));
  expect(new Set(found.map(({ kind }) => kind))).toEqual(
    new Set(["passage", "note", "document", "event"]),
  );
  for (const item of found) {
    if (item.kind !== "passage") continue;
    expect(item.quotation.citation.address).toContain("¶");
    expect(item.quotation.citation.line).toContain("as printed in Hankyoreh");
  }
});

test("an event is found by its text, and its action opens the timeline", () => {
  const reply = respond({ query: "Yongbyon" });
  const [event] = expectKind("hits", reply).hits;
  expect(event).toMatchObject({ kind: "event", title: expect.stringContaining("Hanoi summit") });
  expect(followAction(reply, event ? describeAction(event.open.label) : "", context)).toMatchObject(
    {
      kind: "timeline",
      entries: [{ title: expect.stringContaining("Hanoi summit") }],
    },
  );
});

test("a word that occurs outside the filter is not corrected", () => {
  expect(respond({ query: "past", from: "Trump" }).kind).toBe("notice");
  expect(expectKind("notice", respond({ query: "past", from: "Trump" })).inWords.message).toContain(
    "“past”",
  );
});

test("matches are marked", () => {
  expect(hits({ query: "missile threat" }).slice(0, 1).flatMap(matchesIn)).toEqual([
    "missile",
    "threats",
  ]);
  expect(hits({ query: '"missile threats"' }).flatMap(matchesIn)).toEqual(["missile threats"]);
});

test("a phrase must occur exactly", () => {
  const reply = expectKind("hits", respond({ query: '"no changed outcome"' }));
  expect(reply).toMatchObject({
    total: 1,
    hits: [{ quotation: { citation: { address: "2019-08-05-kim-to-trump¶b" } } }],
    inWords: { remarks: [] },
  });
  expect(respond({ query: '"changed no outcome"' }).kind).toBe("notice");
});

test("a hit opens its passage, its document or the timeline", () => {
  for (const item of hits({ query: "drills" })) {
    const reply = followAction(
      respond({ query: "drills" }),
      describeAction(item.open.label),
      context,
    );
    if (item.kind === "event") expect(reply.kind).toBe("timeline");
    else if (item.kind !== "passage") expect(reply).toMatchObject({ document: item.document });
    else {
      const { address } = item.quotation.citation;
      expect(reply).toMatchObject({ quotation: { citation: { address } } });
    }
  }
});

test("hits are paginated in one ranking", () => {
  const first = expectKind("hits", respond({ query: "summit" }));
  const seen = [...first.hits];
  let reply = first;
  while (actionLabels(reply).includes("Next page")) {
    reply = expectKind("hits", followAction(reply, "Next page", context));
    seen.push(...reply.hits);
  }
  expect(seen).toHaveLength(first.total);
  expect(first.page.of).toBe(Math.ceil(first.total / 8));
  expect(actionLabels(reply)).toEqual(["Previous page"]);
});

describe("filters narrow the hits", () => {
  test.each([
    [{ from: "Trump" }, /trump-to-kim$|unidentified-trump/],
    [{ to: "Trump" }, /kim-to-trump$|unidentified-kim/],
    [{ after: "2019" }, /^2019/],
    [{ before: "May 2018" }, /^2018-0[45]/],
    [{ from: "Kim", after: "2018-07", before: "2018-08" }, /^2018-07-(06|30)-kim/],
  ])("%j", (filter, id) => {
    const found = hits({ query: "letter", ...filter });
    expect(found.length).toBeGreaterThan(0);
    for (const item of found) {
      if (item.kind !== "event") expect(documentIdOf(item)).toMatch(id);
    }
  });

  test("a topic includes narrower topics", () => {
    const found = hits({ query: "cancels", topic: "summits" });
    expect(new Set(found.flatMap((item) => documentIdOf(item) ?? []))).toEqual(
      new Set(["2018-05-24-trump-to-kim"]),
    );
  });
});

describe("the reply describes query expansion and corrections", () => {
  test.each([
    ["drills", /^Also searched: joint exercises, .+ and \d+ more\.$/],
    ["drills", /^Nowhere in this corpus: “drills”\.$/],
    ["missile zebra", /^Nowhere in this corpus: “zebra”\.$/],
    ["훈련을", /^Nowhere in this corpus: “훈련을”\.$/],
    [
      "misile",
      /^Nowhere in this corpus: “misile”\. Shown is what has words like that: missile, missiles\.$/,
    ],
    [
      "폼페이요",
      /^Nowhere in this corpus: “폼페이요”\. Shown is what has words like that: 폼페이오\.$/,
    ],
  ])("%s", (query, sentence) => {
    const { remarks } = expectKind("hits", respond({ query })).inWords;
    expect(remarks).toContainEqual(expect.stringMatching(sentence));
  });

  test("only words that do not occur are corrected", () => {
    const { remarks } = expectKind("hits", respond({ query: "misile Hanoi" })).inWords;
    expect(remarks).toContain(
      "Nowhere in this corpus: “misile”. Shown is what has words like that: missile, missiles.",
    );
  });
});

describe("without hits", () => {
  test.each([
    ["xyzzy", "“xyzzy”"],
    ["!!!", "“!!!”"],
    ['"xyzzy"', '"xyzzy"'],
    ["“xyzzy”", "“xyzzy”"],
  ])("the notice quotes %s as typed", (query, shown) => {
    expect(expectKind("notice", respond({ query })).inWords.message).toBe(
      [
        `Nothing in this corpus matches ${shown}.`,
        "Searched: 27 documents with 3 passages, the whole corpus.",
        "Nothing comes near it. /topics lists what there is.",
      ].join("\n"),
    );
    expect(actionLabels(respond({ query }))).toEqual(["/topics"]);
  });

  test("the notice offers hits without the filter", () => {
    const reply = respond({ query: "missile", from: "Trump", after: "2018", before: "2019" });
    expect(
      expectKind("notice", reply).inWords.message.replace(/\s+–\s+/, " – "),
    ).toMatchInlineSnapshot(`
      "Nothing in this corpus matches “missile” and is from Donald J. Trump and dated 1 January 2018 – 31 December 2019.
      Searched: 15 of 27 documents, with 0 passages.
      What comes nearest:"
    `);
    expect(actionLabels(reply)[0]).toBe("Open 2019-08-05-kim-to-trump¶a");
  });

  test("the notice offers hits for the words of a phrase", () => {
    expect(actionLabels(respond({ query: '"outcome changed"' }))).toContain(
      "Open 2019-08-05-kim-to-trump¶b",
    );
  });
});

test("the query is required", () => {
  expect(expectKind("notice", respond({})).inWords.message).toBe(
    "`query` is missing. It should be text of 1 to 300 characters.",
  );
});

test("an excerpt shows at which end the text continues", () => {
  const reply = expectKind("hits", search.respond({ query: "boat" }, contextOf(papers)));
  expect(reply.hits[0]).toMatchObject({
    quotation: { text: "Young Tom rang the bell until a boat answered him out of the dark." },
    marks: { matches: [{ start: 32, end: 36 }], more: { before: true, after: false } },
  });
});

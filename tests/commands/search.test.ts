import { describe, expect, test } from "vitest";
import { search } from "../../commands/search.ts";
import { english } from "../../src/catalogue/catalogue.ts";
import { describeAction } from "../../src/reply/layout/action-label.ts";
import type { SearchHit } from "../../src/reply/reply.ts";
import {
  actionLabels,
  context,
  contextOf,
  expectKind,
  followAction,
  libraryOf,
  papers,
} from "../library.ts";
import { asText } from "../words.ts";

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
  expect(
    followAction(reply, event ? describeAction(event.open.label, english) : "", context),
  ).toMatchObject({
    kind: "timeline",
    entries: [{ title: expect.stringContaining("Hanoi summit") }],
  });
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
      describeAction(item.open.label, english),
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

test("hits are paginated, each once", () => {
  const first = expectKind("hits", respond({ query: "summit" }));
  const seen = [...first.hits];
  let reply = first;
  while (actionLabels(reply).includes("Next page")) {
    reply = expectKind("hits", followAction(reply, "Next page", context));
    seen.push(...reply.hits);
  }
  expect(seen).toHaveLength(first.total);
  expect(first.page.of).toBe(Math.ceil(first.total / 8));
  expect(actionLabels(reply)).toEqual(["Previous page", "Details"]);
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

describe("words that do not occur are named instead of a count, with what was searched instead", () => {
  test.each([
    ["drills", "“drills”", /^Showing results for: Joint military exercises, .+ and \d+ more\.$/],
    ["훈련을", "“훈련을”", /^Showing results for: Joint military exercises, .+ and \d+ more\.$/],
    ["misile", "“misile”", /^Showing results for: missile, missiles\.$/],
    ["폼페이요", "“폼페이요”", /^Showing results for: 폼페이오\./],
    ["missile zebra", "“zebra”", /^Showing results for the other words\.$/],
  ])("%s", (query, word, sentence) => {
    const { title, message } = expectKind("hits", respond({ query })).inWords;
    expect(title).toBe(`${word} does not occur in this corpus`);
    expect(message).toMatch(sentence);
  });

  test("several of them", () => {
    const { title, message } = expectKind("hits", respond({ query: "summit zebra okapi" })).inWords;
    expect(title).toBe("“zebra” and “okapi” do not occur in this corpus");
    expect(message).not.toContain("zebra");
  });

  test("only words that do not occur are corrected", () => {
    const reply = expectKind("hits", respond({ query: "misile Hanoi" }));
    expect(reply.inWords.title).toBe("“misile” does not occur in this corpus");
    expect(reply.inWords.message).toMatch(/^Showing results for: missile, missiles\.$/m);
    expect(reply.expansion.missing).toEqual(["misile"]);
  });
});

describe("the synonyms searched are details", () => {
  const reply = expectKind("hits", respond({ query: "summit" }));
  const details = expectKind("hits", followAction(reply, "Details", context));

  test("which another answer shows, with the same hits", () => {
    const sentence = /^Also searched: Summits, .+ and \d+ more\.$/;
    expect(details.inWords.remarks).toContainEqual(expect.stringMatching(sentence));
    expect(asText(details).text).toContain("\n  Also searched: Summits, ");
    expect(asText(reply).text).not.toContain("Also searched");
    expect(details.hits).toEqual(reply.hits);
    expect(details.actions).toEqual([]);
  });

  test("which are not offered if there are none", () => {
    expect(actionLabels(respond({ query: "anticipated" }))).toEqual([]);
  });

  test("which the answer itself does not take the place of", () => {
    expect(reply.actions.find(({ label }) => label === "details")?.isAside).toBe(true);
    expect(reply.hits.every(({ open }) => open.isAside)).toBe(true);
  });
});

describe("hits are in two parts", () => {
  const line = (at: number) => `Line ${at} of the lamp.`;
  const noted = (at: number) => `# Part ${at}\n\nA note on the lamp, ${at}.`;
  /** Creates a corpus with `passages` passages and `notes` notes that have the word “lamp”. */
  const corpusOf = (passages: number, notes: number) =>
    contextOf(
      libraryOf({
        "corpus.yaml": "body: notes",
        "lines.md": [
          "---\ntitle: Lines\n---",
          ...Array.from({ length: notes }, (_, at) => noted(at)),
          "## Text",
          ...Array.from({ length: passages }, (_, at) => line(at)),
        ].join("\n\n"),
      }),
    );

  test.each([
    [3, 2],
    [8, 3],
    [10, 9],
    [17, 1],
    [0, 9],
    [9, 0],
  ])("%i quotations before %i notes, however many pages", (quotations, notes) => {
    const other = corpusOf(quotations, notes);
    let reply = expectKind("hits", search.respond({ query: "lamp" }, other));
    const seen: SearchHit[] = [];
    for (;;) {
      seen.push(...reply.hits);
      expect(reply).toMatchObject({ quotations, total: quotations + notes });
      const { text } = asText(reply);
      const has = (kind: SearchHit["kind"]) => reply.hits.some((hit) => hit.kind === kind);
      expect(text.includes(`\nQuotations · ${quotations}\n`)).toBe(has("passage"));
      expect(text.includes(`\nEditor’s notes, documents and events · ${notes}\n`)).toBe(
        has("note"),
      );
      expect(text.includes("None of these results is a quotation")).toBe(quotations === 0);
      if (!actionLabels(reply).includes("Next page")) break;
      reply = expectKind("hits", followAction(reply, "Next page", other));
    }
    expect(seen.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: quotations }, () => "passage"),
      ...Array.from({ length: notes }, () => "note"),
    ]);
    expect(new Set(seen.map((hit) => JSON.stringify(hit))).size).toBe(quotations + notes);
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
        "Nothing comes close to it. `/topics` shows what there is.",
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
      The nearest results are:"
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

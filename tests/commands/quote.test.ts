import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quote } from "../../commands/quote.ts";
import { MAX_SEED } from "../../src/foundation/seeded-random.ts";
import type { Reply } from "../../src/reply/reply.ts";
import {
  actionLabels,
  context,
  contextOf,
  expectKind,
  followAction,
  libraryOf,
  papers,
} from "../library.ts";
import { runs } from "../thoroughness.ts";
import { asText, putIntoWords } from "../words.ts";

type Given = Readonly<Record<string, unknown>>;

const respond = (options: Given) => putIntoWords(quote.respond(options, context));

const MOST_IMPORTANT_CAUSE =
  "The most important cause of what your side considers the headache of ‘missile threats’ and nuclear problem is the military actions of your side and the South Korean military that threatens our safety";
const NO_CHANGED_OUTCOME =
  "And until these elements are eliminated, no changed outcome can be anticipated";
const RECEIPT = "2019-08-05-kim-to-trump¶b:41-63:666e0c6b";
const EXCESSIVE_INTEREST = "excessive interest President Moon is showing [. . .] in our matter";

function address(reply: Reply): string {
  return expectKind("quotation", reply).quotation.citation.address;
}

function message(options: Given): string {
  return expectKind("notice", respond(options)).inWords.message;
}

/** Returns the addresses that *Another* leads through, until one comes again. */
function addressesFrom(reply: Reply, other = context): readonly string[] {
  const seen: string[] = [];
  for (
    let next = reply;
    !seen.includes(address(next));
    next = followAction(next, "Another", other)
  ) {
    seen.push(address(next));
    if (!actionLabels(next).includes("Another")) break;
  }
  return seen;
}

describe("a topic", () => {
  test("finds a passage on it that does not contain the word", () => {
    const reply = expectKind("quotation", respond({ topic: "drills" }));
    expect(reply.quotation.text).toBe(MOST_IMPORTANT_CAUSE);
    expect(reply.quotation.text).not.toMatch(/drill/i);
    expect(reply).toMatchObject({
      rank: { number: 1, of: 2 },
      quotation: {
        citation: {
          address: "2019-08-05-kim-to-trump¶a",
          line: "Kim Jong Un to Donald J. Trump, 5 August 2019, ¶a, as printed in Hankyoreh, 26 September 2022",
        },
      },
    });
  });

  test("has the synonyms searched as details", () => {
    const reply = followAction(respond({ topic: "drills" }), "Details", context);
    expect(reply.inWords.remarks).toContainEqual(
      expect.stringMatching(/^Topic: Joint military exercises\. Also searched: drills, /),
    );
  });

  test("has the narrower topics searched as details", () => {
    const reply = followAction(respond({ topic: "diplomacy" }), "Details", context);
    expect(reply.inWords.remarks).toContainEqual(
      expect.stringContaining("Narrower topics included: Summits, "),
    );
  });

  test.each([
    "drills",
    "Drills",
    "war games",
    "maneuvers",
    "훈련",
    "joint military exercises",
    "UFG",
  ])("may be given by any of its names: %s", (topic) => {
    expect(address(respond({ topic }))).toBe("2019-08-05-kim-to-trump¶a");
  });

  test("without passages leads to summaries, labelled as such", () => {
    const reply = expectKind("summaries", respond({ topic: "economy" }));
    expect(reply.inWords.title).toBe("North Korean economy: summary of 1 document");
    expect(reply.inWords.items).toMatchObject([
      {
        label: "Donald J. Trump to Kim Jong Un, 8 January 2019",
        detail: "Birthday wishes to Kim, with good hopes for his country’s prosperity.",
      },
    ]);
    expect(reply.inWords.remarks[0]).toBe(
      "These are summaries in the corpus editor’s words, not quotations: no passage is on this topic.",
    );
    expect(
      followAction(reply, "Donald J. Trump to Kim Jong Un, 8 January 2019", context),
    ).toMatchObject({ kind: "document" });
  });

  test("leads to paginated summaries", () => {
    const first = expectKind("summaries", respond({ topic: "summits" }));
    expect(first.page).toEqual({ number: 1, of: 3 });
    expect(expectKind("summaries", followAction(first, "Next page", context)).page.number).toBe(2);
  });

  test("leads to summaries of the documents that match the filter, or to a notice", () => {
    expect(
      expectKind("summaries", respond({ topic: "economy", from: "Trump" })).documents,
    ).toHaveLength(1);
    expect(message({ topic: "economy", from: "Kim" })).toMatchInlineSnapshot(`
      "No passage in this corpus is from Kim Jong Un and on North Korean economy.
      Searched: 27 documents with 3 passages, the whole corpus.
      The nearest results are:"
    `);
    expect(actionLabels(respond({ topic: "economy", from: "Kim" }))).toEqual([
      "Donald J. Trump to Kim Jong Un, 8 January 2019",
    ]);
  });

  test("that is misspelt leads to the closest topic", () => {
    const reply = respond({ topic: "drils", from: "Kim" });
    expect(reply).toMatchObject({
      inWords: { message: "This corpus has no topic called “drils”. Did you mean drills?" },
    });
    expect(address(followAction(reply, "drills", context))).toBe("2019-08-05-kim-to-trump¶a");
  });
});

describe("words", () => {
  test.each([
    ["missile", MOST_IMPORTANT_CAUSE],
    ["missile threats", MOST_IMPORTANT_CAUSE],
    ['"no changed outcome"', NO_CHANGED_OUTCOME],
    ["outcomes", NO_CHANGED_OUTCOME],
    ["president’s interests", EXCESSIVE_INTEREST],
    ["[. . .]", EXCESSIVE_INTEREST],
    ["until these", NO_CHANGED_OUTCOME],
  ])("%s find the passage that contains them", (about, text) => {
    expect(expectKind("quotation", respond({ about })).quotation.text).toBe(text);
  });

  test("rank within a topic", () => {
    expect(address(respond({ topic: "drills", about: "anticipated" }))).toBe(
      "2019-08-05-kim-to-trump¶b",
    );
    expect(message({ topic: "drills", about: "Moon" })).toMatch(
      /^No passage in this corpus matches “Moon” and is on Joint military exercises\.$/m,
    );
  });

  test("that only notes have lead to these, which are not quoted", () => {
    const reply = expectKind("hits", respond({ about: "great deal" }));
    expect(reply).toMatchObject({
      quotations: 0,
      inWords: { message: "None of these results is a quotation: no passage was found." },
    });
    expect(reply.hits.length).toBeGreaterThan(0);
    for (const { kind } of reply.hits) expect(kind).not.toBe("passage");
    expect(asText(reply).text).not.toContain("Quotations");
  });

  test("that only notes have lead to the notes that match the filter", () => {
    const idsOf = (options: Given) =>
      expectKind("hits", respond(options)).hits.flatMap((hit) =>
        hit.kind === "note" ? [hit.document.id] : [],
      );
    expect(idsOf({ about: "great deal", before: "April 2018" })).toEqual([
      "2018-04-01-trump-to-kim",
    ]);
    expect(message({ about: "great deal", from: "Kim" })).toMatch(
      /^No passage in this corpus matches “great deal” and is from Kim Jong Un\.$/m,
    );
  });

  test("that many notes have are paginated", () => {
    const first = expectKind("hits", respond({ about: "of June" }));
    expect(first.page).toMatchObject({ number: 1 });
    expect(first.total).toBeGreaterThan(8);
    const second = expectKind("hits", followAction(first, "Next page", context));
    expect(second.page).toEqual({ ...first.page, number: 2 });
    expect(second.hits).not.toEqual(first.hits);
  });

  test("that do not occur are reported, with what is near", () => {
    expect(message({ about: "xyzzy" })).toMatchInlineSnapshot(`
      "No passage in this corpus matches “xyzzy”.
      Searched: 27 documents with 3 passages, the whole corpus.
      Nothing comes close to it. \`/topics\` shows what there is."
    `);
    expect(respond({ about: "missile xyzzy" })).toMatchObject({
      kind: "quotation",
      inWords: { message: expect.stringMatching(/^“xyzzy” does not occur in this corpus\. /) },
    });
  });

  test("that are misspelt are corrected, and the correction is reported", () => {
    expect(respond({ about: "anticipatd" })).toMatchObject({
      quotation: { text: NO_CHANGED_OUTCOME },
      inWords: {
        message: "“anticipatd” does not occur in this corpus. Showing results for: anticipated.",
      },
    });
  });
});

describe("a text is understood as", () => {
  const other = contextOf(papers);
  const understood = (about: string, options: Given = {}) =>
    expectKind("quotation", quote.respond({ about, ...options }, other));

  test.each([
    ["log¶2", "log¶2"],
    ["log#2", "log¶2"],
    [" OLD-LOG # 2 ", "log¶2"],
  ])("an address: %s", (about, label) => {
    const reply = understood(about);
    expect(reply.understoodAs).toEqual({ kind: "address", label });
    expect(reply.inWords.message).toBe(`Understood as an address: ${label}`);
    expect(address(reply)).toBe(label);
    expect(reply.rank).toEqual({ number: 1, of: 1 });
  });

  test("a receipt, whose words are quoted", () => {
    const reply = expectKind("quotation", respond({ about: RECEIPT }));
    expect(reply.quotation.text).toBe("no changed outcome can");
    expect(reply.understoodAs?.kind).toBe("address");
  });

  test.each(["The keeper’s log", "the keeper's LOG"])("a title: %s", (about) => {
    const reply = understood(about);
    expect(reply.understoodAs).toEqual({ kind: "title", label: "The keeper’s log" });
    expect(reply.inWords.message).toBe("Understood as a title: The keeper’s log");
    expect(addressesFrom(reply, other)).toEqual(["log¶1", "log¶2", "log¶3"]);
  });

  test.each([
    ["1907-03", "March 1907"],
    ["Mar 3 1907", "3 March 1907"],
    ["March 1907", "March 1907"],
  ])("a date: %s", (about, label) => {
    const reply = understood(about);
    expect(reply.understoodAs).toEqual({ kind: "date", label });
    expect(reply.inWords.message).toBe(`Understood as a date: ${label}`);
    expect(addressesFrom(reply, other)).toEqual(["log¶1", "log¶2", "log¶3"]);
  });

  test.each(["Storms", "gale", "tempest", "폭풍"])("a topic: %s", (about) => {
    const reply = understood(about);
    expect(reply.understoodAs).toEqual({ kind: "topic", label: "Storms" });
    expect(reply.inWords.message).toBe("Understood as a topic: Storms");
    expect(addressesFrom(reply, other)).toEqual(addressesFrom(quoteTopic("storms"), other));
  });

  const quoteTopic = (topic: string) => quote.respond({ topic }, other);

  test.each([
    // A month without a number is a word, like a topic or a title that is only a part of the text.
    ["March", "log¶2"],
    ["gale rose", "log¶1"],
    ["three ships", "letter¶2"],
    ["2 cans", "log¶3"],
    ['"gale"', "log¶1"],
    ["“a gale”", "log¶1"],
  ])("words: %s", (about, expected) => {
    const reply = understood(about);
    expect(reply).not.toHaveProperty("understoodAs");
    expect(reply.inWords.message).toBe("");
    expect(address(reply)).toBe(expected);
  });

  test("words, if a topic is given besides", () => {
    const reply = understood("gale", { topic: "weather" });
    expect(reply).not.toHaveProperty("understoodAs");
    expect(address(reply)).toBe("log¶1");
  });

  test.each([
    ["5/8/2019", ["5 August 2019", "8 May 2019"]],
    ["8/5", ["8 May", "5 August"]],
  ])("neither reading of an ambiguous date: %s", (about, readings) => {
    const reply = respond({ about, from: "Kim" });
    expect(expectKind("notice", reply).reason).toEqual({
      kind: "ambiguous-date",
      typed: about,
      readings,
    });
    expect(actionLabels(reply)).toEqual(readings);
    const [line] = reply.actions.filter(({ label }) => JSON.stringify(label).includes("5 August"));
    expect(line?.line).toEqual({
      name: "quote",
      options: { about: readings.find((one) => one.startsWith("5 August")), from: "Kim" },
    });
    expect(
      expectKind("quotation", quote.respond(line?.line.options ?? {}, context)).understoodAs?.kind,
    ).toBe("date");
  });

  test("a date on which no words are known, whose documents are shown instead", () => {
    expect(respond({ about: "2018-06-15" })).toMatchObject({
      kind: "document",
      document: { id: "2018-06-15-trump-to-kim" },
    });
    expect(expectKind("documents", respond({ about: "2018-04-01" })).total).toBe(2);
  });

  test("a date on which no words are known, whose documents are paginated", () => {
    const first = expectKind("documents", respond({ about: "2018 to 2019", from: "Trump" }));
    const second = expectKind("documents", followAction(first, "Next page", context));
    expect(second.page).toEqual({ ...first.page, number: 2 });
    expect([...first.documents, ...second.documents]).toHaveLength(first.total);
  });

  test("a date of no document, to which the nearest are offered", () => {
    const reply = expectKind("notice", respond({ about: "2018-06-20" }));
    expect(reply.reason.kind).toBe("none-dated");
    expect(actionLabels(reply)).toEqual([
      "Before: Donald J. Trump to Kim Jong Un, 15 June 2018",
      "After: Donald J. Trump to Kim Jong Un, 3 July 2018",
    ]);
  });

  test("a date of no document on a topic, which is no other document on it", () => {
    expect(respond({ about: "2018-06-20", topic: "economy" }).kind).toBe("notice");
    expect(message({ about: "2018-06-20", topic: "economy", from: "Kim" })).not.toContain(
      "the 0 documents",
    );
  });

  test("a title without words, whose document is shown instead", () => {
    expect(respond({ about: "2018-04-01-kim-to-trump" })).toMatchObject({
      kind: "document",
      document: { id: "2018-04-01-kim-to-trump" },
    });
  });

  test("a topic without passages, whose summaries are shown instead", () => {
    const first = expectKind("summaries", respond({ about: "summits" }));
    expect(first).toMatchObject({ topic: { id: "summits" }, page: { number: 1, of: 3 } });
    expect(expectKind("summaries", followAction(first, "Next page", context)).page.number).toBe(2);
  });

  test("the same when it is asked for again, at random or with details", () => {
    for (const about of ["log¶2", "The keeper’s log", "1907-03", "gale", "three ships"]) {
      const reply = understood(about);
      const details = understood(about, { details: true });
      expect(details.understoodAs).toEqual(reply.understoodAs);
      expect(details.quotation).toEqual(reply.quotation);
      expect(understood(about, { random: true }).understoodAs).toEqual(reply.understoodAs);
    }
  });
});

describe("the details of a quotation", () => {
  const details = (options: Given, other = context) =>
    expectKind("quotation", followAction(quote.respond(options, other), "Details", other));

  test("are its rank, the topic with its synonyms, and the whole note of its source", () => {
    const reply = respond({ topic: "drills" });
    const { remarks } = details({ topic: "drills" }).inWords;
    expect(remarks).toEqual([
      "Quotation 1 of 2.",
      expect.stringMatching(/^Topic: Joint military exercises\. Also searched: /),
      expect.stringMatching(/^Printed in English; the originals are not published\. Reports /),
    ]);
    const shown = asText(details({ topic: "drills" })).text;
    const card = asText(reply).text;
    for (const remark of remarks) {
      expect(shown).toContain(`\n  ${remark}`);
      expect(card).not.toContain(remark);
    }
    expect(card).toContain(" · Printed in English; the originals are not published.\n");
  });

  test("are of the quotation that is shown, whatever its rank", () => {
    const second = followAction(respond({ topic: "drills" }), "Another", context);
    const reply = expectKind("quotation", followAction(second, "Details", context));
    expect(reply.quotation.text).toBe(NO_CHANGED_OUTCOME);
    expect(reply.inWords.remarks[0]).toBe("Quotation 2 of 2.");
    const random = respond({ random: true });
    expect(address(followAction(random, "Details", { ...context, seed: 123 }))).toBe(
      address(random),
    );
  });

  test("lead nowhere else, and leave the quotation in its place", () => {
    expect(details({ topic: "drills" }).actions).toEqual([]);
    const { actions } = respond({ topic: "drills" });
    expect(actions.filter(({ isAside }) => isAside).map(({ label }) => label)).toEqual([
      "in-context",
      "keep",
      "details",
    ]);
  });

  test("are not offered if there are none", () => {
    const other = contextOf(papers);
    expect(actionLabels(quote.respond({ passage: "log¶1" }, other))).not.toContain("Details");
    expect(details({ topic: "storms" }, other).inWords.remarks).toEqual([
      "Quotation 1 of 2.",
      "Topic: Storms. Also searched: gale, tempest, 폭풍.",
    ]);
  });
});

describe("an address", () => {
  test.each([
    "2019-08-05-kim-to-trump¶b",
    "2019-08-05-kim-to-trump#b",
    " 2019-08-05-KIM-TO-TRUMP # B ",
  ])("quotes that passage: %s", (passage) => {
    const reply = expectKind("quotation", respond({ passage }));
    expect(reply.quotation.text).toBe(NO_CHANGED_OUTCOME);
    expect(actionLabels(reply)).toEqual([
      "In context",
      "Cite",
      "Keep",
      "The whole letter",
      "Details",
    ]);
  });

  test.each([
    ["2019-08-05-kim-to-trump", ["2019-08-05-kim-to-trump¶a", "2019-08-05-kim-to-trump¶b"]],
    ["2019-08-05", ["2019-08-05-kim-to-trump¶a", "2019-08-05-kim-to-trump¶b"]],
    ["2018-04-01-kim-to-trump¶a", []],
    ["nowhere¶1", []],
  ])("that does not exist leads to those that may be meant: %s", (passage, addresses) => {
    expect(actionLabels(respond({ passage }))).toEqual(addresses);
  });
});

describe("people and time", () => {
  test.each([
    [{ from: "Kim" }, 3],
    [{ from: "Chairman Kim", to: "Donald Trump" }, 3],
    [{ after: "2019" }, 2],
    [{ before: "2018" }, 1],
    [{ after: "21 September 2018", before: "2018-09-21" }, 1],
    [{ after: "2018-10", topic: "direct-talks" }, 0],
    [{ from: "Trump" }, 0],
    [{ to: "Moon" }, 0],
    [{ after: "2020" }, 0],
    [{ after: "2019", before: "2018" }, 0],
  ])("%j leave %d passages", (options, count) => {
    const reply = respond(options);
    expect(reply.kind === "quotation" ? reply.rank.of : 0).toBe(count);
    if (count === 0) expect(reply.kind).toBe("notice");
  });

  test.each(["from", "to"])("a date in %s is referred to the options for dates", (option) => {
    for (const date of ["2019", "Aug 5 2019", "5/8/2019", "August"]) {
      expect(message({ [option]: date })).toBe(
        `“${date}” is a date, but this option needs the name of a person. Dates belong to \`after\` and \`before\`: \`after:${date}\`.`,
      );
    }
  });

  test("a reversed period is reported", () => {
    expect(message({ after: "2019", before: "2018" })).toContain(
      "That period ends before it begins.",
    );
  });

  test("an open end excludes nothing", () => {
    expect(expectKind("quotation", respond({ after: "../2018", about: "outcome" })).rank.of).toBe(
      1,
    );
    expect(message({ after: "../2018", about: "xyzzy" })).toMatch(/^No passage/);
  });

  test("a period without passages leads to the nearest letters before and after", () => {
    expect(actionLabels(respond({ after: "2019-04", before: "2019-05" }))).toEqual([
      "Before: Donald J. Trump to Kim Jong Un, 22 March 2019",
      "After: Kim Jong Un to Donald J. Trump, 10 June 2019",
    ]);
  });
});

describe("the passage of the day", () => {
  const on = (day: number, other = context) => putIntoWords(quote.respond({}, { ...other, day }));

  test("is the same all day, for everyone", () => {
    const first = respond({});
    expect(putIntoWords(quote.respond({}, { ...context, seed: 99 }))).toEqual(first);
    expect(first).toMatchObject({
      inWords: { message: "Passage of the day, 4 October 2024" },
    });
  });

  test.each([
    ["of the letters", context, 3],
    // One of the seven passages is a line of two words.
    ["of the papers", contextOf(papers), 6],
  ])("is every passage %s before one comes again", (_, other, all) => {
    for (const start of [0, 1, 19_999, 20_000]) {
      const days = Array.from({ length: all }, (_, index) => address(on(start + index, other)));
      expect(new Set(days).size).toBe(all);
      expect(address(on(start + all, other))).toBe(days[0]);
    }
  });

  test("leads to all the others, and never directly to itself", () => {
    for (const day of [20_000, 20_001, 20_002]) expect(addressesFrom(on(day))).toHaveLength(3);
    const other = contextOf(papers);
    for (const day of [0, 1, 2, 3, 4, 5])
      expect(addressesFrom(on(day, other), other)).toHaveLength(6);
  });

  test("can be found again on the next day", () => {
    const { line, quotation } = expectKind("quotation", on(20_000));
    expect(line && quote.respond(line.options, { ...context, day: 20_001 })).toMatchObject({
      quotation,
    });
  });

  test("is the only one of a corpus with one passage", () => {
    const one = contextOf(libraryOf({ "a.md": "One passage." }));
    expect(actionLabels(on(20_000, one))).toEqual(["Cite", "Keep", "The whole document"]);
  });

  test("does not exist in a corpus without passages", () => {
    const none = contextOf(libraryOf({ "a.md": "# Only a heading" }));
    expect(expectKind("notice", on(20_000, none)).inWords.message).toMatchInlineSnapshot(`
      "No passage in this corpus can be shown.
      Searched: 1 document with 0 passages, the whole corpus.
      Nothing comes close to it. \`/letter\` shows what there is."
    `);
  });
});

describe("a random quotation", () => {
  const seeds = fc.integer({ min: 0, max: MAX_SEED });

  test("depends on the seed", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const other = { ...context, seed };
        expect(quote.respond({ random: true }, other)).toEqual(
          quote.respond({ random: true }, other),
        );
      }),
    );
  });

  test("can be any passage", () => {
    const shown = Array.from({ length: 100 }, (_, seed) =>
      address(quote.respond({ random: true }, { ...context, seed })),
    );
    expect(new Set(shown).size).toBe(3);
  });

  test("matches every filter", () => {
    const withSeed = (seed: number) => ({ ...context, seed });
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const options of [{ topic: "drills" }, { after: "2019" }, { about: "drills" }]) {
          expect(address(quote.respond({ ...options, random: true }, withSeed(seed)))).toMatch(
            /^2019-08-05/,
          );
        }
        expect(address(quote.respond({ before: "2018", random: true }, withSeed(seed)))).toBe(
          "2018-09-21-kim-to-trump¶a",
        );
        expect(quote.respond({ from: "Trump", random: true }, withSeed(seed)).kind).toBe("notice");
      }),
      { numRuns: runs(30) },
    );
  });

  test("leads on in its own order, whatever the seed of the next run", () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, other) => {
        const first = quote.respond({ random: true }, { ...context, seed });
        expect(addressesFrom(first, { ...context, seed: other })).toHaveLength(3);
      }),
      { numRuns: runs(30) },
    );
  });

  test("is repeated by the reply’s line", () => {
    const { line, quotation } = expectKind("quotation", respond({ random: true }));
    expect(line && quote.respond(line.options, { ...context, seed: 123 })).toMatchObject({
      quotation,
    });
  });
});

describe("the actions of a quotation", () => {
  test("lead through all quotations, the best first", () => {
    expect(addressesFrom(respond({ topic: "drills" }))).toEqual([
      "2019-08-05-kim-to-trump¶a",
      "2019-08-05-kim-to-trump¶b",
    ]);
    expect(addressesFrom(respond({ from: "Kim" }))).toHaveLength(3);
  });

  test("include no other quotation if there is none", () => {
    expect(actionLabels(respond({ about: "missile" }))).toEqual([
      "In context",
      "Cite",
      "Keep",
      "The whole letter",
      "Details",
    ]);
  });

  test("include the letter", () => {
    expect(followAction(respond({ topic: "drills" }), "The whole letter", context)).toMatchObject({
      kind: "document",
      document: { id: "2019-08-05-kim-to-trump" },
    });
  });

  test("include the context, which warns that quotations are separate", () => {
    const reply = expectKind(
      "context",
      followAction(respond({ topic: "drills" }), "In context", context),
    );
    expect(reply).toMatchObject({
      before: [],
      quotation: { text: MOST_IMPORTANT_CAUSE },
      after: [{ text: NO_CHANGED_OUTCOME }],
      inWords: {
        title: "Kim Jong Un to Donald J. Trump, 5 August 2019",
        message:
          "These are separate quotations. The words between and around them are not in this corpus.",
      },
    });
    expect(actionLabels(reply)).toEqual(["Back", "Cite", "Keep", "The whole letter"]);
  });

  test("include no context of a quotation that is alone, which says so if it is asked for", () => {
    expect(actionLabels(respond({ before: "2018" }))).not.toContain("In context");
    expect(respond({ passage: "2018-09-21-kim-to-trump¶a", around: 1 })).toMatchObject({
      before: [],
      after: [],
      inWords: {
        message: "This is a single quotation. The words around it are not in this corpus.",
      },
    });
  });

  test("include the context only if the sequence of the passage has others", () => {
    const other = contextOf(
      libraryOf({
        "corpus.yaml": "body: notes",
        "sources.yaml": "book: { type: book, title: A book }",
        "a.md": "> Printed words.\n>\n> — @book\n\n## Text\n\nFirst words.\n\nMore words.\n",
        "b.md": "> Printed words of b.\n>\n> — @book\n\n## Text\n\nOnly words of b.\n",
      }),
    );
    const has = (passage: string) =>
      actionLabels(quote.respond({ passage }, other)).includes("In context");
    expect(["a¶a", "a¶1", "a¶2", "b¶a", "b¶1"].filter(has)).toEqual(["a¶1", "a¶2"]);
  });

  test("include the context, which leads back to the quotation", () => {
    const reply = respond({ passage: "2019-08-05-kim-to-trump¶b" });
    const there = followAction(reply, "In context", context);
    expect(followAction(there, "Back", context)).toEqual(reply);
    expect(followAction(there, "Cite", context)).toMatchObject({
      quotation: { citation: { address: "2019-08-05-kim-to-trump¶b" } },
    });
  });

  test("include the context, which marks the passage that was asked for", () => {
    const { text } = asText(quote.respond({ passage: "log¶2", around: 1 }, contextOf(papers)));
    expect(text).toContain("▸ ¶2, the passage you asked for\n");
    expect(text.match(/^ {2}(¶\d+|log¶\d+)$/gm)).toEqual(["  ¶1", "  log¶2", "  ¶3"]);
    expect(text.match(/— .*The keeper’s log/g)).toHaveLength(1);
  });

  test("include the context, which shows its position among the passages", () => {
    const other = contextOf(papers);
    const windowOf = (passage: string, around = 1) =>
      expectKind("context", quote.respond({ passage, around }, other)).window;
    expect(windowOf("log¶1")).toEqual({ from: 1, to: 2, of: 3 });
    expect(windowOf("log¶2")).toEqual({ from: 1, to: 3, of: 3 });
    expect(windowOf("log¶3", 0)).toEqual({ from: 3, to: 3, of: 3 });
    expect(asText(quote.respond({ passage: "log¶1", around: 1 }, other)).text).toContain(
      "\n  Passages 1 to 2 of 3\n",
    );
    expect(asText(quote.respond({ passage: "log¶3", around: 0 }, other)).text).toContain(
      "\n  Passage 3 of 3\n",
    );
    const printed = quote.respond({ passage: "2019-08-05-kim-to-trump¶a", around: 1 }, context);
    expect(asText(printed).text).toContain("\n  Quotations 1 to 2 of 2\n");
  });

  test("include the context, with the limits of all works that print its quotations", () => {
    const other = contextOf(
      libraryOf({
        "corpus.yaml": "body: notes",
        "sources.yaml": `
one: { type: book, title: One, note: The first note. }
two: { type: book, title: Two, note: The second note. }
`,
        "a.md": "> First words.\n>\n> — @one\n\n> Second words.\n>\n> — @two\n",
      }),
    );
    const { text } = asText(quote.respond({ passage: "a¶a", around: 1 }, other));
    expect(text).toContain("The first note.");
    expect(text).toContain("The second note.");
  });
});

describe("the context of a passage", () => {
  /** Creates a corpus with `length` passages of full text and as many printed elsewhere. */
  const sequences = (length: number) => {
    const words = Array.from({ length }, (_, index) => `Paragraph ${index + 1}.`);
    const quotations = words.map((text) => `> Printed: ${text}\n>\n> — @book`);
    return contextOf(
      libraryOf({
        "corpus.yaml": "body: notes",
        "sources.yaml": "book: { type: book, title: A book }",
        "long.md": ["A summary.", ...quotations, "## Text", ...words].join("\n\n"),
      }),
    );
  };
  const addresses = (reply: Reply) => {
    const { before, quotation, after } = expectKind("context", reply);
    return [...before, quotation, ...after].map(({ citation }) => citation.address);
  };
  /** Returns the addresses in the windows that `label` leads through, window by window. */
  function windows(first: Reply, label: string, other: typeof context) {
    const seen = [addresses(first)];
    for (let reply = first; actionLabels(reply).includes(label); ) {
      reply = followAction(reply, label, other);
      seen.push(addresses(reply));
    }
    return seen;
  }

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 30, 31, 32])(
    "leads through all %i passages of a sequence, each once, in both directions",
    (length) => {
      const other = sequences(length);
      const passages = other.library.corpus.documents[0]?.passages ?? [];
      for (const isPrinted of [true, false]) {
        const sequence = passages
          .filter(({ printedIn }) => (printedIn !== undefined) === isPrinted)
          .map(({ number }) => `long¶${number}`);
        for (const around of [0, 1, 2, 5]) {
          const open = (passage: string | undefined) => quote.respond({ passage, around }, other);
          expect(windows(open(sequence[0]), "Later", other).flat()).toEqual(sequence);
          expect(
            windows(open(sequence.at(-1)), "Earlier", other)
              .toReversed()
              .flat(),
          ).toEqual(sequence);
        }
      }
    },
  );

  test("leads on from any passage, without overlaps and gaps", () => {
    const other = sequences(20);
    for (let index = 1; index <= 20; index += 1) {
      const first = quote.respond({ passage: `long¶${index}`, around: 1 }, other);
      const seen = [
        ...windows(first, "Earlier", other).slice(1).toReversed().flat(),
        ...windows(first, "Later", other).flat(),
      ];
      expect(seen).toEqual(Array.from({ length: 20 }, (_, number) => `long¶${number + 1}`));
    }
  });

  test("offers nothing beyond the ends", () => {
    const other = sequences(3);
    const at = (passage: string) => actionLabels(quote.respond({ passage, around: 1 }, other));
    expect(at("long¶1")).toEqual(["Back", "Later", "Cite", "Keep", "The whole document"]);
    expect(at("long¶2")).toEqual(["Back", "Cite", "Keep", "The whole document"]);
    expect(at("long¶3")).toEqual(["Back", "Earlier", "Cite", "Keep", "The whole document"]);
  });
});

test("every quotation is the slice of its passage between its offsets", () => {
  for (const { document, passage } of context.library.passages({})) {
    const reply = expectKind("quotation", respond({ passage: `${document.id}¶${passage.number}` }));
    const { text, start, end } = reply.quotation;
    expect(passage.text.slice(start, end)).toBe(text);
  }
});

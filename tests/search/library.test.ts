import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { edtfDate } from "../../src/corpus/date.ts";
import { addressOf, type Topic } from "../../src/corpus/document.ts";
import type { Library } from "../../src/search/library.ts";
import type { Hit, SearchResult } from "../../src/search/search.ts";
import { excerptedText } from "../../src/search/searchable.ts";
import { library, libraryOf, papers } from "../library.ts";

/** Where each hit stands: the address of a passage, the id of a document, and of a note its summary’s. */
function places({ hits }: SearchResult): readonly string[] {
  return hits.map((hit) => {
    if (hit.kind === "event") return `${hit.event.title} (event)`;
    if (hit.kind === "passage") return addressOf(hit.document, hit.passage);
    return hit.kind === "note" ? `${hit.document.id} (note)` : hit.document.id;
  });
}

/** The words of `query` in the papers of the lighthouse. */
function quoting(query: string, from: Library = papers): readonly string[] {
  return places(from.search(query, {}, { kinds: ["passage"] }));
}

/** What an excerpt shows, with what matched in square brackets. */
function marked(hit: Hit): string {
  const text = excerptedText(hit);
  const { start, end, matches } = hit.excerpt;
  const parts: string[] = [];
  let at = start;
  for (const match of matches) {
    parts.push(text.slice(at, match.start), `[${text.slice(match.start, match.end)}]`);
    at = match.end;
  }
  return [...parts, text.slice(at, end)].join("");
}

function topicOf(from: Library, id: string): Topic {
  const topic = from.corpus.topics.get(id);
  if (topic === undefined) throw new Error(`There is no topic ${id}.`);
  return topic;
}

describe("words near each other", () => {
  const lamps = libraryOf({
    "far.md":
      "The keeper rose early that day, and by the evening he had trimmed every single lamp.",
    "near.md":
      "He had risen early that day, and by the evening of it every keeper’s lamp was trimmed.",
    "one.md":
      "The keeper rose early that day, and by the evening the keeper had trimmed every wick.",
  });

  test.each(["keeper lamp", "lamp keepers’"])("come first: %s", (query) => {
    expect(quoting(query, lamps)[0]).toBe("near¶1");
  });

  test("count in notes and events as in passages", () => {
    const noted = libraryOf({
      "corpus.yaml": "body: notes",
      "far.md": "The keeper rose early that day, and in the evening he trimmed a lamp.",
      "near.md": "He rose early that day, and in the evening trimmed the keeper lamp.",
    });
    expect(places(noted.search("keeper lamp", {}))[0]).toBe("near (note)");
  });
});

test("words typed one after the other come first where they stand so, however often others have them", () => {
  const ships = libraryOf({
    "often.md": "Ships of three, and ships of three.",
    "once.md":
      "In the evening, when the wind had gone round to the north and the watch had been changed, he wrote down that he had seen three ships, and nothing else for the whole of that long night.",
  });
  expect(quoting("three ships", ships)).toEqual(["once¶1", "often¶1"]);
  expect(quoting("ships three", ships)).toEqual(["often¶1", "once¶1"]);
});

test("as many hits are made as are asked for, and all are counted", () => {
  const all = papers.search("ships lamp", {});
  for (const most of [0, 1, 2, all.total]) {
    const some = papers.search("ships lamp", {}, { limit: most });
    expect(places(some)).toEqual(places(all).slice(0, most));
    expect(some.total).toBe(all.hits.length);
  }
});

describe("a phrase in quotation marks", () => {
  test.each(['"three ships"', "“three ships”", "„three ships“", "«three ships»", '"Three  SHIPS"'])(
    "is found as it stands: %s",
    (query) => {
      expect(quoting(query)).toEqual(["letter¶2"]);
    },
  );

  test.each([
    ["is no two words that stand apart", '"lamp dusk"'],
    ["is no other order of the words", '"ships three"'],
    ["is no word with the same stem", '"three ship"'],
    ["is no part of a longer word", '"hree ships"'],
  ])("%s", (_, query) => {
    expect(quoting(query)).toEqual([]);
  });

  test("may be of words that are too common to search for", () => {
    expect(quoting('"in at every"')).toEqual(["log¶3"]);
    expect(quoting('"and it"')).toEqual([]);
    expect(quoting('"and the"')).toEqual(["log¶1", "log¶3"]);
  });

  test("must be there whatever other words there are", () => {
    expect(quoting('"the lamp" ships')).toEqual(["log¶1"]);
    expect(quoting('"the lamp" zeppelin')).toEqual(["log¶1"]);
  });

  test("is two phrases when there are two", () => {
    expect(quoting('"the lamp" "like bells"')).toEqual(["log¶1"]);
    expect(quoting('"the lamp" "three ships"')).toEqual([]);
  });

  test("stands out whole, and its words nowhere else", () => {
    const { hits } = papers.search('"the night before"', {}, { kinds: ["passage"] });
    expect(hits.map(marked)).toEqual([
      "I counted three ships last night and none [the night before].",
    ]);
  });

  test("has no corrections: it must stand as it is", () => {
    expect(papers.search('"three shipps"', {})).toMatchObject({ hits: [], corrections: [] });
  });

  test("finds a quotation whatever kind of apostrophe is typed", () => {
    expect(quoting("\"headache of 'missile threats'\"", library)).toEqual([
      "2019-08-05-kim-to-trump¶a",
    ]);
  });
});

describe("words", () => {
  test.each([
    ["ships", ["letter¶2", "log¶2"]],
    ["Ship", ["letter¶2", "log¶2"]],
    ["counting", ["letter¶2", "log¶2"]],
    ["SHÍPS", ["letter¶2", "log¶2"]],
    ["needing", ["letter¶1"]],
  ])("are found by their stem: %s", (query, found) => {
    expect(quoting(query).toSorted()).toEqual(found);
  });

  test("that are common do not count beside others", () => {
    expect(quoting("the ships of the night")).toEqual(quoting("ships night"));
  });

  test("that are all common must stand as they are", () => {
    expect(quoting("in at")).toEqual(["log¶3"]);
    expect(quoting("at in")).toEqual([]);
  });

  test("that stand nowhere are told, and the others are found all the same", () => {
    const found = papers.search("zeppelin ships", {}, { kinds: ["passage"] });
    expect(places(found)).toEqual(["letter¶2", "log¶2"]);
    expect(found).toMatchObject({ missing: ["zeppelin"], corrections: [] });
  });

  test("with a soft hyphen in them are found", () => {
    const hyphenated = libraryOf({ "a.md": "The light\u00adhouse stands." });
    expect(quoting("lighthouse", hyphenated)).toEqual(["a¶1"]);
  });

  test("matched equally well stand in the order of the documents", () => {
    const echo = libraryOf({
      "b.md": "An echo.\n\nAn echo.",
      "a.md": "An echo.",
    });
    expect(quoting("echo", echo)).toEqual(["a¶1", "b¶1", "b¶2"]);
  });

  test("rank rarer words above common ones", () => {
    expect(quoting("gale bell")[0]).toBe("log¶1");
  });

  test.each(["", "   ", "!!!", "\u200b", '""', '"', "“”"])("there are none in %j", (query) => {
    expect(papers.search(query, {})).toMatchObject({ hits: [], missing: [], corrections: [] });
  });
});

describe("Korean", () => {
  test.each([
    ["훈련", ["diary¶1", "diary¶2"]],
    ["훈련을", ["diary¶1", "diary¶2"]],
    ["훈련이", ["diary¶1", "diary¶2"]],
    ["훈련은", ["diary¶1", "diary¶2"]],
    ['"훈련을"', ["diary¶1"]],
    ['"훈련"', ["diary¶1", "diary¶2"]],
    ["등대", ["diary¶2"]],
    ["등", ["diary¶2"]],
  ])("is found with whatever particle follows: %s", (query, found) => {
    expect(quoting(query).toSorted()).toEqual(found);
  });

  test("stands first with the very particle that was typed", () => {
    expect(quoting("훈련이")[0]).toBe("diary¶2");
    expect(quoting("훈련을")[0]).toBe("diary¶1");
  });

  test("is told to be missing as it was typed", () => {
    expect(papers.search("비행기를", {}).missing).toEqual(["비행기를"]);
    expect(papers.search("훈련은", {}).missing).toEqual([]);
    expect(papers.search("등", {}).missing).toEqual([]);
  });

  test("finds an English passage through a topic", () => {
    const found = library.search("훈련을", {}, { kinds: ["passage"] });
    expect(places(found)).toContain("2019-08-05-kim-to-trump¶a");
    expect(found.synonyms).toContain("joint exercises");
  });
});

describe("a topic named in the query", () => {
  test("finds through its synonyms, which are told", () => {
    const found = papers.search("tempest", {}, { kinds: ["passage"] });
    expect(places(found)).toEqual(["log¶1", "log¶3"]);
    expect(found.synonyms[0]).toBe("gale");
    expect(found.missing).toEqual(["tempest"]);
  });

  test("finds what is on a narrower topic, which is told", () => {
    expect(quoting("climate")).toEqual(["log¶1", "log¶3"]);
    expect(papers.search("climate", {}).narrower).toEqual(["Storms"]);
  });

  test("counts less than the word itself", () => {
    const both = libraryOf({
      "topics.yaml": "storms: { label: Storms, also: [gale, tempest] }",
      "a.md": "A gale came.",
      "b.md": "A tempest came.",
    });
    expect(quoting("tempest", both)).toEqual(["b¶1", "a¶1"]);
    expect(quoting("gale", both)).toEqual(["a¶1", "b¶1"]);
  });

  test("is known in any inflection", () => {
    expect(papers.search("tempests", {}).synonyms).toContain("gale");
  });

  test("is found in the midst of others", () => {
    expect(papers.search("the tempest at night", {}).synonyms).toContain("gale");
  });

  test("is not searched when a phrase must stand as it is", () => {
    expect(papers.search('"tempest"', {})).toMatchObject({ hits: [], synonyms: [] });
  });

  test("finds a passage that has none of the words", () => {
    expect(quoting("war games", library)).toContain("2019-08-05-kim-to-trump¶b");
  });
});

describe("a word that nothing has", () => {
  test.each([
    ["lmap", ["lamp"], ["log¶1"]],
    ["amp", ["lamp"], ["log¶1"]],
    ["ramp", ["lamp"], ["log¶1"]],
    ["lampp", ["lamp"], ["log¶1"]],
    ["windoww", ["window"], ["log¶3"]],
    ["answ", ["answered"], ["log¶3"]],
    ["zz", [], []],
    ["훈면", [], []],
  ])("finds its corrections, which are told: %s", (query, corrections, found) => {
    const result = papers.search(query, {}, { kinds: ["passage"] });
    expect(result.corrections).toEqual(corrections);
    expect(places(result)).toEqual(found);
  });

  test("finds them beside the words that are found", () => {
    const found = papers.search("lampp ships", {}, { kinds: ["passage"] });
    expect(found).toMatchObject({ missing: ["lampp"], corrections: ["lamp"] });
    expect(places(found).toSorted()).toEqual(["letter¶2", "log¶1", "log¶2"]);
  });

  test("finds a synonym that is spelt almost like it", () => {
    const found = papers.search("tempestt", {}, { kinds: ["passage"] });
    expect(found.corrections).toEqual(["tempest"]);
    expect(places(found)).toEqual(["log¶1", "log¶3"]);
  });
});

describe("a document", () => {
  test.each([
    "2019-08-05-kim-to-trump",
    "5 August 2019",
    "2019-08-05",
    "letter from KIM JONG UN to Donald J. Trump, 5 August 2019",
  ])("that is called exactly so stands first: %s", (query) => {
    expect(places(library.search(query, {}))[0]).toBe("2019-08-05-kim-to-trump");
  });

  test("stands for itself only when none of its own words matched", () => {
    expect(places(papers.search("Quill", {})).toSorted()).toEqual(["letter", "log"]);
    expect(places(papers.search("beacon", {}))).not.toContain("letter");
  });
});

describe("filters", () => {
  test("are obeyed before anything is ranked", () => {
    const board = papers.corpus.people.get("Board of Lights");
    expect(places(papers.search("ships", { to: board }, { kinds: ["passage"] }))).toEqual([
      "letter¶2",
    ]);
  });

  test("decide whether words must be guessed at", () => {
    const young = edtfDate("1907-05");
    const found = papers.search("gale", { period: young });
    expect(places(found)).toEqual([]);
  });

  test("by topic take what is on narrower topics too", () => {
    const weather = topicOf(papers, "weather");
    expect(papers.passages({ topic: weather }).map(({ passage }) => passage.number)).toEqual([
      "1",
      "3",
    ]);
  });

  test("by topic ask of a passage what it is itself on, not its document", () => {
    const light = topicOf(papers, "light");
    expect(papers.documents({ topic: light }).map(({ id }) => id)).toEqual(["letter"]);
    expect(papers.passages({ topic: light }).map(({ passage }) => passage.number)).toEqual([
      "3",
      "1",
    ]);
  });

  test("by time take what may be of that time, and nothing undated", () => {
    const march = edtfDate("1907-03-04/1907-04");
    expect(papers.documents({ period: march }).map(({ id }) => id)).toEqual(["log"]);
    const ever = { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY };
    expect(papers.documents({ period: ever }).map(({ id }) => id)).toEqual(["log", "letter"]);
  });

  test("that ask for nothing let everything pass", () => {
    expect(papers.documents({})).toEqual(papers.corpus.documents);
    expect(papers.passages({})).toHaveLength(7);
  });
});

describe("an address", () => {
  test.each(["log¶2", "log#2", " log ¶ 2 ", "LOG¶2", "logbook¶2", "old-log#2"])(
    "leads to its passage: %s",
    (address) => {
      expect(papers.passage(address)?.passage.text).toMatch(/^Mr\. Hale/);
    },
  );

  test.each(["log", "log¶", "log¶9", "¶2", "", "log¶2¶3", "__proto__¶1", "nowhere¶1"])(
    "leads nowhere: %j",
    (address) => {
      expect(papers.passage(address)?.passage).toBe(
        address === "log¶2¶3" ? papers.passage("log¶2")?.passage : undefined,
      );
    },
  );

  test("of every passage leads back to it", () => {
    for (const { document, passages } of library.corpus.documents.map((one) => ({
      document: one,
      passages: one.passages,
    }))) {
      for (const passage of passages) {
        expect(library.passage(addressOf(document, passage))).toEqual({ document, passage });
      }
    }
  });
});

test.each(["log", "LOG", " logbook ", "old-log"])("the id %j finds the document", (id) => {
  expect(papers.document(id)?.title).toBe("The keeper’s log");
});

describe("words that are printed somewhere and stand in the full text too", () => {
  const both = libraryOf({
    "corpus.yaml": "body: notes",
    "sources.yaml": "gazette: { title: The Gazette }",
    "topics.yaml": "ships: { label: Ships }",
    "a.md": `
A summary.

> I counted three
>
> — @gazette {ships}

## Text

No rest. I counted three.
`,
  });

  test("are one passage", () => {
    expect(both.passages({}).map(({ passage }) => passage.number)).toEqual(["1"]);
    expect(places(both.search("counted", {}, { kinds: ["passage"] }))).toEqual(["a¶1"]);
  });

  test("keep the address under which they were known, and their topics", () => {
    expect(both.passage("a¶a")?.passage.sameAs).toBe("1");
    expect(both.passages({ topic: topicOf(both, "ships") })).toHaveLength(1);
  });

  test("are told apart from notes, which are found and are no passages", () => {
    expect(places(both.search("summary", {}))).toEqual(["a (note)"]);
    expect(places(both.search("summary", {}, { kinds: ["passage"] }))).toEqual([]);
  });
});

describe("an excerpt", () => {
  const long = papers.search("bell", {}, { kinds: ["passage"] }).hits.find((hit) => {
    return hit.kind === "passage" && addressOf(hit.document, hit.passage) === "log¶3";
  });

  test("of a short text is the whole of it", () => {
    const [hit] = papers.search("wick", {}, { kinds: ["passage"] }).hits;
    expect(hit && marked(hit)).toBe("The beacon needs a new [wick]. I have asked for it twice.");
  });

  test("of a long text is the sentences around what matched", () => {
    expect(long && marked(long)).toBe(
      "Young Tom rang the [bell] until a boat answered him out of the dark.",
    );
  });

  test("does not end a sentence at an abbreviation", () => {
    const text = `${"Nothing happened here at all, and nobody said a word. ".repeat(5)}Mr. Hale says that no ship passes. ${"Then it was quiet again for a very long time. ".repeat(5)}`;
    const [hit] = libraryOf({ "a.md": text }).search("ship", {}, { kinds: ["passage"] }).hits;
    expect(hit && marked(hit)).toMatch(/^Mr\. Hale says that no \[ship\] passes\./);
  });

  test("of a sentence without end is cut between words, with the match in it", () => {
    const words = Array.from({ length: 120 }, (_, index) => `word${index}`);
    words[70] = "needle";
    const text = words.join(" ");
    const [hit] = libraryOf({ "a.md": text }).search("needle", {}, { kinds: ["passage"] }).hits;
    if (hit === undefined) throw new Error("Nothing was found.");
    const shown = text.slice(hit.excerpt.start, hit.excerpt.end);
    expect(shown).toContain("needle");
    expect(shown.length).toBeLessThanOrEqual(240);
    expect(` ${text} `).toContain(` ${shown} `);
  });

  test("of a text without spaces still has the match in it", () => {
    const text = `${"가".repeat(400)}훈련${"나".repeat(400)}`;
    const [hit] = libraryOf({ "a.md": text }).search("훈련", {}, { kinds: ["passage"] }).hits;
    expect(hit?.excerpt.matches).toHaveLength(1);
    expect(hit && marked(hit)).toContain("[훈련]");
  });

  const letter = fc.constantFrom(
    "gale",
    "rose",
    "the",
    "Mr.",
    "훈련",
    "🌊",
    ".",
    "!",
    "\n",
    " ",
    "é",
  );
  const prose = fc.array(letter, { minLength: 1, maxLength: 200 }).map((parts) => parts.join(" "));
  const dense = fc.array(letter, { minLength: 1, maxLength: 300 }).map((parts) => parts.join(""));

  test("is a slice of the text that splits no character, and its matches lie in it in order", () => {
    fc.assert(
      fc.property(fc.oneof(prose, dense), fc.array(letter, { minLength: 1 }), (body, query) => {
        const any = libraryOf({ "a.md": `Gale. ${body}` });
        for (const hit of any.search(query.join(" "), {}).hits) {
          const text = excerptedText(hit);
          const { start, end, matches } = hit.excerpt;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).not.toMatch(/\p{Cs}/u);
          let at = start;
          for (const match of matches) {
            expect(match.start).toBeGreaterThanOrEqual(at);
            expect(match.end).toBeGreaterThan(match.start);
            at = match.end;
          }
          expect(at).toBeLessThanOrEqual(end);
        }
      }),
    );
  });
});

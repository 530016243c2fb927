import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEdtfDate } from "../../src/corpus/date.ts";
import { addressOf, type Topic } from "../../src/corpus/document.ts";
import type { Library } from "../../src/search/library.ts";
import type { Hit, SearchResult } from "../../src/search/search.ts";
import { excerptedText } from "../../src/search/search-entry.ts";
import { library, libraryOf, papers } from "../library.ts";
import { runs } from "../thoroughness.ts";

/** Returns each hit’s address, id or title; notes are “id (note)” and events “title (event)”. */
function hitLabels({ hits }: SearchResult): readonly string[] {
  return hits.map((hit) => {
    if (hit.kind === "event") return `${hit.event.title} (event)`;
    if (hit.kind === "passage") return addressOf(hit.document, hit.passage);
    return hit.kind === "note" ? `${hit.document.id} (note)` : hit.document.id;
  });
}

/** Returns the addresses of the passages that a query finds, by default in the papers of the lighthouse. */
function findPassages(query: string, searched: Library = papers): readonly string[] {
  return hitLabels(searched.search(query, {}, { kinds: ["passage"] }));
}

/** Returns the text of a hit’s excerpt, with the matches in square brackets. */
function bracketMatches(hit: Hit): string {
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

function findTopic(searched: Library, id: string): Topic {
  const topic = searched.corpus.topics.get(id);
  if (topic === undefined) throw new Error(`There is no topic ${id}.`);
  return topic;
}

describe("query words close together", () => {
  const keepers = libraryOf({
    "far.md":
      "The keeper rose early that day, and by the evening he had trimmed every single lamp.",
    "near.md":
      "He had risen early that day, and by the evening of it every keeper’s lamp was trimmed.",
    "one.md":
      "The keeper rose early that day, and by the evening the keeper had trimmed every wick.",
  });

  test.each(["keeper lamp", "lamp keepers’"])("rank first: %s", (query) => {
    expect(findPassages(query, keepers)[0]).toBe("near¶1");
  });

  test("rank first in notes as well", () => {
    const noted = libraryOf({
      "corpus.yaml": "body: notes",
      "far.md": "The keeper rose early that day, and in the evening he trimmed a lamp.",
      "near.md": "He rose early that day, and in the evening trimmed the keeper lamp.",
    });
    expect(hitLabels(noted.search("keeper lamp", {}))[0]).toBe("near (note)");
  });
});

test("an exact phrase ranks above texts in which its words are more frequent", () => {
  const ships = libraryOf({
    "often.md": "Ships of three, and ships of three.",
    "once.md":
      "In the evening, when the wind had gone round to the north and the watch had been changed, he wrote down that he had seen three ships, and nothing else for the whole of that long night.",
  });
  expect(findPassages("three ships", ships)).toEqual(["once¶1", "often¶1"]);
  expect(findPassages("ships three", ships)).toEqual(["often¶1", "once¶1"]);
});

test("the limit caps the hits but not the total", () => {
  const all = papers.search("ships lamp", {});
  for (const limit of [0, 1, 2, all.total]) {
    const limited = papers.search("ships lamp", {}, { limit });
    expect(hitLabels(limited)).toEqual(hitLabels(all).slice(0, limit));
    expect(limited.total).toBe(all.hits.length);
  }
});

describe("a phrase in quotation marks", () => {
  test.each(['"three ships"', "“three ships”", "„three ships“", "«three ships»", '"Three  SHIPS"'])(
    "matches in any quotation marks, case and spacing: %s",
    (query) => {
      expect(findPassages(query)).toEqual(["letter¶2"]);
    },
  );

  test.each([
    ["does not match words that are apart", '"lamp dusk"'],
    ["does not match another order of its words", '"ships three"'],
    ["does not match another inflection", '"three ship"'],
    ["does not match a part of a longer word", '"hree ships"'],
  ])("%s", (_, query) => {
    expect(findPassages(query)).toEqual([]);
  });

  test("may consist of stop words", () => {
    expect(findPassages('"in at every"')).toEqual(["log¶3"]);
    expect(findPassages('"and it"')).toEqual([]);
    expect(findPassages('"and the"')).toEqual(["log¶1", "log¶3"]);
  });

  test("is required whatever other words the query has", () => {
    expect(findPassages('"the lamp" ships')).toEqual(["log¶1"]);
    expect(findPassages('"the lamp" zeppelin')).toEqual(["log¶1"]);
  });

  test("is required as well as every other phrase", () => {
    expect(findPassages('"the lamp" "like bells"')).toEqual(["log¶1"]);
    expect(findPassages('"the lamp" "three ships"')).toEqual([]);
  });

  test("is highlighted as a whole, and its words nowhere else", () => {
    const { hits } = papers.search('"the night before"', {}, { kinds: ["passage"] });
    expect(hits.map(bracketMatches)).toEqual([
      "I counted three ships last night and none [the night before].",
    ]);
  });

  test("is not corrected", () => {
    expect(papers.search('"three shipps"', {})).toMatchObject({ hits: [], corrections: [] });
  });

  test("matches whatever kind of apostrophe is typed", () => {
    expect(findPassages("\"headache of 'missile threats'\"", library)).toEqual([
      "2019-08-05-kim-to-trump¶a",
    ]);
  });
});

describe("query words", () => {
  test.each([
    ["ships", ["letter¶2", "log¶2"]],
    ["Ship", ["letter¶2", "log¶2"]],
    ["counting", ["letter¶2", "log¶2"]],
    ["SHÍPS", ["letter¶2", "log¶2"]],
    ["needing", ["letter¶1"]],
  ])("match by their stem: %s", (query, found) => {
    expect(findPassages(query).toSorted()).toEqual(found);
  });

  test("that are stop words have no effect beside content words", () => {
    expect(findPassages("the ships of the night")).toEqual(findPassages("ships night"));
  });

  test("that are all stop words match as a phrase", () => {
    expect(findPassages("in at")).toEqual(["log¶3"]);
    expect(findPassages("at in")).toEqual([]);
  });

  test("that do not occur are reported as missing, and the others are found anyway", () => {
    const found = papers.search("zeppelin ships", {}, { kinds: ["passage"] });
    expect(hitLabels(found)).toEqual(["letter¶2", "log¶2"]);
    expect(found).toMatchObject({ missing: ["zeppelin"], corrections: [] });
  });

  test("match words that contain a soft hyphen", () => {
    const hyphenated = libraryOf({ "a.md": "The light\u00adhouse stands." });
    expect(findPassages("lighthouse", hyphenated)).toEqual(["a¶1"]);
  });

  test("leave ties in the order of the documents", () => {
    const echo = libraryOf({
      "b.md": "An echo.\n\nAn echo.",
      "a.md": "An echo.",
    });
    expect(findPassages("echo", echo)).toEqual(["a¶1", "b¶1", "b¶2"]);
  });

  test("count more the rarer they are", () => {
    expect(findPassages("gale bell")[0]).toBe("log¶1");
  });

  test.each(["", "   ", "!!!", "\u200b", '""', '"', "“”"])("are absent from %j", (query) => {
    expect(papers.search(query, {})).toMatchObject({ hits: [], missing: [], corrections: [] });
  });
});

describe("a Korean word", () => {
  test.each([
    ["훈련", ["diary¶1", "diary¶2"]],
    ["훈련을", ["diary¶1", "diary¶2"]],
    ["훈련이", ["diary¶1", "diary¶2"]],
    ["훈련은", ["diary¶1", "diary¶2"]],
    ['"훈련을"', ["diary¶1"]],
    ['"훈련"', ["diary¶1", "diary¶2"]],
    ["등대", ["diary¶2"]],
    ["등", ["diary¶2"]],
  ])("matches with any particle: %s", (query, found) => {
    expect(findPassages(query).toSorted()).toEqual(found);
  });

  test("ranks first with the particle that was typed", () => {
    expect(findPassages("훈련이")[0]).toBe("diary¶2");
    expect(findPassages("훈련을")[0]).toBe("diary¶1");
  });

  test("is reported as missing in the form that was typed", () => {
    expect(papers.search("비행기를", {}).missing).toEqual(["비행기를"]);
    expect(papers.search("훈련은", {}).missing).toEqual([]);
    expect(papers.search("등", {}).missing).toEqual([]);
  });

  test("finds an English passage through a topic", () => {
    const found = library.search("훈련을", {}, { kinds: ["passage"] });
    expect(hitLabels(found)).toContain("2019-08-05-kim-to-trump¶a");
    expect(found.synonyms).toContain("joint exercises");
  });
});

describe("a topic named in the query", () => {
  test("is searched by its synonyms, which the result lists", () => {
    const found = papers.search("tempest", {}, { kinds: ["passage"] });
    expect(hitLabels(found)).toEqual(["log¶1", "log¶3"]);
    expect(found.synonyms[0]).toBe("gale");
    expect(found.missing).toEqual(["tempest"]);
  });

  test("includes narrower topics, which the result lists", () => {
    expect(findPassages("climate")).toEqual(["log¶1", "log¶3"]);
    expect(papers.search("climate", {}).narrower).toEqual(["Storms"]);
  });

  test("scores lower than the word itself", () => {
    const both = libraryOf({
      "topics.yaml": "storms: { label: Storms, also: [gale, tempest] }",
      "a.md": "A gale came.",
      "b.md": "A tempest came.",
    });
    expect(findPassages("tempest", both)).toEqual(["b¶1", "a¶1"]);
    expect(findPassages("gale", both)).toEqual(["a¶1", "b¶1"]);
  });

  test("is recognized in any inflection", () => {
    expect(papers.search("tempests", {}).synonyms).toContain("gale");
  });

  test("is recognized among other words", () => {
    expect(papers.search("the tempest at night", {}).synonyms).toContain("gale");
  });

  test("is one of eight at most, the first ones", () => {
    const names = [..."nlkjihgfedcba"].map((initial) => `${initial}amp`);
    const named = libraryOf({
      "topics.yaml": names
        .toSorted()
        .map((name) => `${name}: { label: ${name}, also: [the ${name} itself] }\n`)
        .join(""),
      "log.md": `${names.map((name) => `The ${name} was lit.\n`).join("\n")}\n`,
    });
    const { synonyms } = named.search(names.join(" "), {});
    expect(synonyms.toSorted()).toEqual(
      names
        .slice(0, 8)
        .flatMap((name) => [name, `the ${name} itself`])
        .toSorted(),
    );
  });

  test("is not expanded inside a quoted phrase", () => {
    expect(papers.search('"tempest"', {})).toMatchObject({ hits: [], synonyms: [] });
  });

  test("finds passages that contain none of the words", () => {
    expect(findPassages("war games", library)).toContain("2019-08-05-kim-to-trump¶b");
  });
});

describe("a word that does not occur", () => {
  test.each([
    ["lmap", ["lamp"], ["log¶1"]],
    ["amp", ["lamp"], ["log¶1"]],
    ["ramp", ["lamp"], ["log¶1"]],
    ["lampp", ["lamp"], ["log¶1"]],
    ["windoww", ["window"], ["log¶3"]],
    ["answ", ["answered"], ["log¶3"]],
    ["zz", [], []],
    ["훈면", [], []],
  ])("is replaced by its corrections, which the result lists: %s", (query, corrections, found) => {
    const result = papers.search(query, {}, { kinds: ["passage"] });
    expect(result.corrections).toEqual(corrections);
    expect(hitLabels(result)).toEqual(found);
  });

  test("is corrected beside words that occur", () => {
    const found = papers.search("lampp ships", {}, { kinds: ["passage"] });
    expect(found).toMatchObject({ missing: ["lampp"], corrections: ["lamp"] });
    expect(hitLabels(found).toSorted()).toEqual(["letter¶2", "log¶1", "log¶2"]);
  });

  test("is one of eight at most that are corrected, the longest ones", () => {
    const words = Array.from({ length: 12 }, (_, at) => `${"lmnoprstuvwx".slice(0, at + 1)}amber`);
    const lit = libraryOf({ "log.md": `${words.join(" ")} were lit.\n` });
    const misspelt = words.map((word) => `${word}k`);
    const { corrections, missing } = lit.search(misspelt.join(" "), {});
    expect(missing).toEqual(misspelt);
    for (const word of words.slice(4)) expect(corrections).toContain(word);
    expect(corrections).not.toContain(words[0]);
  });

  test("is corrected to a synonym of a topic", () => {
    const found = papers.search("tempestt", {}, { kinds: ["passage"] });
    expect(found.corrections).toEqual(["tempest"]);
    expect(hitLabels(found)).toEqual(["log¶1", "log¶3"]);
  });
});

describe("a document", () => {
  test.each([
    "2019-08-05-kim-to-trump",
    "5 August 2019",
    "2019-08-05",
    "letter from KIM JONG UN to Donald J. Trump, 5 August 2019",
  ])("ranks first by its exact id, date or title: %s", (query) => {
    expect(hitLabels(library.search(query, {}))[0]).toBe("2019-08-05-kim-to-trump");
  });

  test("is a hit only if no text in it matches", () => {
    expect(hitLabels(papers.search("Quill", {})).toSorted()).toEqual(["letter", "log"]);
    expect(hitLabels(papers.search("beacon", {}))).not.toContain("letter");
  });
});

describe("filters", () => {
  test("restrict the hits of a search", () => {
    const board = papers.corpus.people.get("Board of Lights");
    expect(hitLabels(papers.search("ships", { to: board }, { kinds: ["passage"] }))).toEqual([
      "letter¶2",
    ]);
  });

  test("do not cause corrections of words that occur outside them", () => {
    const young = parseEdtfDate("1907-05");
    const found = papers.search("gale", { period: young });
    expect(hitLabels(found)).toEqual([]);
  });

  test("by topic include narrower topics", () => {
    const weather = findTopic(papers, "weather");
    expect(papers.passages({ topic: weather }).map(({ passage }) => passage.number)).toEqual([
      "1",
      "3",
    ]);
  });

  test("by topic match a passage by its own topics, not its document’s", () => {
    const light = findTopic(papers, "light");
    expect(papers.documents({ topic: light }).map(({ id }) => id)).toEqual(["letter"]);
    expect(papers.passages({ topic: light }).map(({ passage }) => passage.number)).toEqual([
      "3",
      "1",
    ]);
  });

  test("by period include dates that may overlap it, and nothing undated", () => {
    const march = parseEdtfDate("1907-03-04/1907-04");
    expect(papers.documents({ period: march }).map(({ id }) => id)).toEqual(["log"]);
    const ever = { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY };
    expect(papers.documents({ period: ever }).map(({ id }) => id)).toEqual(["log", "letter"]);
  });

  test("without criteria match everything", () => {
    expect(papers.documents({})).toEqual(papers.corpus.documents);
    expect(papers.passages({})).toHaveLength(7);
  });
});

describe("an address", () => {
  test.each(["log¶2", "log#2", " log ¶ 2 ", "LOG¶2", "logbook¶2", "old-log#2"])(
    "resolves to its passage: %s",
    (address) => {
      expect(papers.passage(address)?.passage.text).toMatch(/^Mr\. Hale/);
    },
  );

  test.each(["log", "log¶", "log¶9", "¶2", "", "log¶2¶3", "__proto__¶1", "nowhere¶1"])(
    "resolves to nothing if its passage does not exist, and ignores a second number: %j",
    (address) => {
      expect(papers.passage(address)?.passage).toBe(
        address === "log¶2¶3" ? papers.passage("log¶2")?.passage : undefined,
      );
    },
  );

  test("of every passage resolves to it", () => {
    for (const { document, passages } of library.corpus.documents.map((document) => ({
      document,
      passages: document.passages,
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

describe("a quoted passage that the full text contains as well", () => {
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

  test("is a single passage", () => {
    expect(both.passages({}).map(({ passage }) => passage.number)).toEqual(["1"]);
    expect(hitLabels(both.search("counted", {}, { kinds: ["passage"] }))).toEqual(["a¶1"]);
  });

  test("keeps its old address and its topics", () => {
    expect(both.passage("a¶a")?.passage.sameAs).toBe("1");
    expect(both.passages({ topic: findTopic(both, "ships") })).toHaveLength(1);
  });

  test("is separate from notes, which are found but are not passages", () => {
    expect(hitLabels(both.search("summary", {}))).toEqual(["a (note)"]);
    expect(hitLabels(both.search("summary", {}, { kinds: ["passage"] }))).toEqual([]);
  });
});

describe("an excerpt", () => {
  const long = papers.search("bell", {}, { kinds: ["passage"] }).hits.find((hit) => {
    return hit.kind === "passage" && addressOf(hit.document, hit.passage) === "log¶3";
  });

  test("of a short text is all of it", () => {
    const [hit] = papers.search("wick", {}, { kinds: ["passage"] }).hits;
    expect(hit && bracketMatches(hit)).toBe(
      "The beacon needs a new [wick]. I have asked for it twice.",
    );
  });

  test("is computed once", () => {
    expect(long?.excerpt).toBeDefined();
    expect(long?.excerpt).toBe(long?.excerpt);
  });

  test("of a long text is the sentence around the match", () => {
    expect(long && bracketMatches(long)).toBe(
      "Young Tom rang the [bell] until a boat answered him out of the dark.",
    );
  });

  test("does not end a sentence at an abbreviation", () => {
    const text = `${"Nothing happened here at all, and nobody said a word. ".repeat(5)}Mr. Hale says that no ship passes. ${"Then it was quiet again for a very long time. ".repeat(5)}`;
    const [hit] = libraryOf({ "a.md": text }).search("ship", {}, { kinds: ["passage"] }).hits;
    expect(hit && bracketMatches(hit)).toMatch(/^Mr\. Hale says that no \[ship\] passes\./);
  });

  test("of an overlong sentence is cut between words and contains the match", () => {
    const words = Array.from({ length: 120 }, (_, index) => `word${index}`);
    words[70] = "needle";
    const text = words.join(" ");
    const [hit] = libraryOf({ "a.md": text }).search("needle", {}, { kinds: ["passage"] }).hits;
    if (hit === undefined) throw new Error("Nothing was found.");
    const excerpt = text.slice(hit.excerpt.start, hit.excerpt.end);
    expect(excerpt).toContain("needle");
    expect(excerpt.length).toBeLessThanOrEqual(240);
    expect(` ${text} `).toContain(` ${excerpt} `);
  });

  test("of a text without spaces contains the match", () => {
    const text = `${"가".repeat(400)}훈련${"나".repeat(400)}`;
    const [hit] = libraryOf({ "a.md": text }).search("훈련", {}, { kinds: ["passage"] }).hits;
    expect(hit?.excerpt.matches).toHaveLength(1);
    expect(hit && bracketMatches(hit)).toContain("[훈련]");
  });

  const anyPart = fc.constantFrom(
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
  const spacedText = fc
    .array(anyPart, { minLength: 1, maxLength: 200 })
    .map((parts) => parts.join(" "));
  const unspacedText = fc
    .array(anyPart, { minLength: 1, maxLength: 300 })
    .map((parts) => parts.join(""));

  test("splits no character of the text, and contains its matches in order", () => {
    fc.assert(
      fc.property(
        fc.oneof(spacedText, unspacedText),
        fc.array(anyPart, { minLength: 1 }),
        (body, query) => {
          const searched = libraryOf({ "a.md": `Gale. ${body}` });
          for (const hit of searched.search(query.join(" "), {}).hits) {
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
        },
      ),
    );
  });
});

test("the first hits are the same, however many are asked for", () => {
  const word = fc.constantFrom(..."anchor beacon cable dock eddy foam".split(" "));
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
  const query = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 25 }), query, (texts, typed) => {
      const { search } = libraryOf({ "a.md": texts.join("\n\n") });
      const all = search(typed, {}).hits.map(({ excerpt }) => excerpt);
      const first = search(typed, {}, { limit: 3 }).hits.map(({ excerpt }) => excerpt);
      expect(first).toEqual(all.slice(0, 3));
    }),
    { numRuns: runs(40) },
  );
});

test("a text of several sentences only quotes with quotation marks", () => {
  const { search } = libraryOf({ "a.md": "The lamp burns.\n\nThe keeper of the lamp sleeps." });
  const numbersOf = (query: string) =>
    search(query, {}).hits.map((hit) => (hit.kind === "passage" ? hit.passage.number : hit.kind));
  expect(numbersOf("What does “the keeper of the lamp” do?")).toEqual(["2"]);
  expect(numbersOf("“The lamp burns. The keeper sleeps.”")).toEqual([]);
  expect(numbersOf("We saw it. “The keeper of the lamp” is a lamp. It burns.")).toHaveLength(2);
});

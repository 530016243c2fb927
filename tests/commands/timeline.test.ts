import { describe, expect, test } from "vitest";
import { help } from "../../commands/help.ts";
import { timeline } from "../../commands/timeline.ts";
import { english } from "../../src/catalogue/catalogue.ts";
import type { ListItem } from "../../src/reply/layout/list.ts";
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

const respond = (options: Given) => timeline.respond(options, context);

/** Returns the entries of all pages. */
function entries(options: Given): readonly ListItem[] {
  let reply = expectKind("timeline", respond(options));
  const items = [...reply.inWords.items];
  while (actionLabels(reply).includes("Next page")) {
    reply = expectKind("timeline", followAction(reply, "Next page", context));
    items.push(...reply.inWords.items);
  }
  return items;
}

/** Returns the labels of the entries, without the numbers of their sources. */
const labels = (options: Given) =>
  entries(options).map(({ label }) => label.replace(/\s/g, " ").replace(/( [⁰¹²³⁴-⁹]+)+$/, ""));

test("every dated letter and every event is an entry, in order of date", () => {
  const { documents, events } = context.library.corpus;
  const dated = documents.filter(({ date }) => date !== undefined);
  const all = entries({});
  expect(all).toHaveLength(dated.length + events.length);
  expect(expectKind("timeline", respond({})).inWords.title).toBe(`Timeline: ${all.length} entries`);

  const dates = [...dated, ...events].map(({ date, title }) => ({
    title,
    first: date?.first ?? 0,
  }));
  const firsts = dates.map(({ first }) => first).toSorted((a, b) => a - b);
  const years = all.map(({ label }) => Number(/\d{4}/.exec(label)?.[0]));
  expect(years).toEqual(firsts.map((first) => new Date(first * 86_400_000).getUTCFullYear()));
});

test("every entry has sources", () => {
  const { entries } = expectKind("timeline", respond({}));
  for (const { references } of entries) expect(references.length).toBeGreaterThan(0);
});

test("a letter shows its summary, labelled as such, and has an action; an event shows its text", () => {
  const day = expectKind("timeline", respond({ after: "2018-05-24", before: "2018-05-24" }));
  expect(day.inWords.items).toMatchObject([
    {
      label: expect.stringMatching(/^24 May 2018 · Donald J. Trump to Kim Jong Un [⁰¹²³⁴-⁹ ]+$/),
      detail: expect.stringMatching(/^Summary: Trump cancels the meeting/),
    },
    {
      label: expect.stringMatching(/^24 May 2018 · Trump cancels the summit [⁰¹²³⁴-⁹ ]+$/),
      detail: "The White House published Trump’s letter, which called off the meeting of 12 June.",
    },
  ]);
  expect(day.inWords.items[1]).not.toHaveProperty("open");
  expect(followAction(day, "Donald J. Trump to Kim Jong Un, 24 May 2018", context)).toMatchObject({
    document: { id: "2018-05-24-trump-to-kim" },
  });
});

test("a remark counts the undated letters left out", () => {
  expect(expectKind("timeline", respond({})).inWords.remarks).toEqual([
    "3 documents without a known date are not listed.",
  ]);
});

describe("the sources of the entries", () => {
  const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  const numberOf = (digits: string) =>
    Number([...digits].map((digit) => superscripts.indexOf(digit)).join(""));

  test("are listed once on each page, numbered from 1 in the order of the entries", () => {
    let reply = expectKind("timeline", respond({}));
    for (;;) {
      const lines = asText(reply).text.split("\n");
      const listed = lines.flatMap((line) => {
        const [, digits, source] = /^([⁰¹²³⁴-⁹]+) (.+)$/.exec(line) ?? [];
        return digits === undefined ? [] : [[numberOf(digits), source]];
      });
      const works = reply.entries.flatMap(({ references }) => references);
      const distinct = new Map(works.map(({ line, label = line }) => [line, label]));
      expect(listed).toEqual([...distinct.values()].map((label, index) => [index + 1, label]));
      for (const [index, { references }] of reply.entries.entries()) {
        const label = reply.inWords.items[index]?.label ?? "";
        const numbers = (/( [⁰¹²³⁴-⁹]+)+$/.exec(label)?.[0] ?? "").trim().split(" ").map(numberOf);
        expect(numbers.map((number) => [...distinct.keys()][number - 1])).toEqual(
          references.map(({ line }) => line),
        );
      }
      if (!actionLabels(reply).includes("Next page")) break;
      reply = expectKind("timeline", followAction(reply, "Next page", context));
    }
  });

  test("are not numbered if there are none", () => {
    const reply = expectKind("timeline", timeline.respond({}, contextOf(papers)));
    expect(asText(reply).text).not.toMatch(/[⁰¹²³⁴-⁹]/);
  });
});

describe("options narrow the timeline", () => {
  test("by period, which an entry needs only to overlap", () => {
    expect(labels({ after: "7 August 2019", before: "12 August 2019" })).toEqual([
      "5 – 8 August 2019 · Crisis management staff training",
      "9 August 2019 · Trump tells of Kim’s letter",
      "11 – 20 August 2019 · Combined Command Post Training",
    ]);
  });

  test("by topic, including narrower topics", () => {
    expect(labels({ topic: "drills" })).toEqual([
      "18 June 2018 · August 2018 exercise suspended",
      "5 August 2019 · Kim Jong Un to Donald J. Trump",
      "5 – 8 August 2019 · Crisis management staff training",
      "11 – 20 August 2019 · Combined Command Post Training",
    ]);
    expect(labels({ topic: "military" }).length).toBeGreaterThan(4);
  });

  test("by a person who is an author, a recipient or named", () => {
    expect(labels({ person: "Sung Kim" })).toEqual([
      "2 August 2018 · Donald J. Trump to Kim Jong Un",
      "4 August 2018 · Reply handed over in Singapore",
    ]);
  });
});

describe("without any entry", () => {
  test.each([
    [{ after: "2030" }, ["Before: Kim Jong Un to Donald J. Trump, 5 August 2019"]],
    [{ before: "2017" }, ["After: Kim Jong Un to Donald J. Trump, 1 April 2018"]],
    [
      { topic: "venue", after: "2020" },
      ["Before: Donald J. Trump to Kim Jong Un, 28 December 2018"],
    ],
  ])("%j leads to the nearest letters", (options, near) => {
    const reply = expectKind("notice", respond(options));
    expect(reply.inWords.message).toMatch(
      /^No entry of the timeline is .+\.\nSearched: 27 documents with 32 events, the whole corpus\.\n/,
    );
    expect(actionLabels(reply)).toEqual(near);
  });

  test("a reversed period is reported", () => {
    expect(
      expectKind("notice", respond({ after: "2019", before: "2018" })).inWords.message,
    ).toContain("That period ends before it begins.");
  });

  test("the notice names the person", () => {
    expect(
      expectKind("notice", respond({ person: "Robert Carlin", topic: "drills" })).inWords.message,
    ).toMatch(
      /^No entry of the timeline is by, to or about Robert Carlin and on Joint military exercises\./,
    );
  });
});

test.each([
  [
    "after",
    "Kim",
    "“Kim” is a person, but this option needs a date, such as 2019-08-05 or August 2019. People belong to `person`: `person:Kim`.",
  ],
  ["before", "Aug 5", "“Aug 5” is a date in every year. Add the year: 2019-08-05 or Aug 5 2019."],
  [
    "person",
    "2019",
    "“2019” is a date, but this option needs the name of a person. Dates belong to `after` and `before`: `after:2019`.",
  ],
])("an invalid value of `%s` is explained: %s", (option, value, message) => {
  expect(expectKind("notice", respond({ [option]: value })).inWords.message).toBe(message);
});

test("the former names of the options are understood, and the answer says so", () => {
  const reply = expectKind("timeline", respond({ from: "7 August 2019", to: "12 August 2019" }));
  const { entries } = expectKind(
    "timeline",
    respond({ after: "7 August 2019", before: "12 August 2019" }),
  );
  expect(reply.entries).toEqual(entries);
  expect(reply.inWords.remarks).toEqual([
    "3 documents without a known date are not listed.",
    "`from:` with a date is now called `after:`.",
    "`to:` with a date is now called `before:`.",
  ]);
  expect(expectKind("notice", respond({ from: "Kim" })).inWords.message).toContain("`person:Kim`");
});

test("a corpus without events has a timeline of its documents", () => {
  const reply = expectKind("timeline", timeline.respond({}, contextOf(papers)));
  expect(reply.inWords.items.map(({ label }) => label.replace(/\s/g, " "))).toEqual([
    "The keeper’s log · 2 – 4 March 1907",
    "May 1907 · Ada Quill to Board of Lights",
  ]);
  expect(reply.inWords.remarks).toEqual(["1 document without a known date is not listed."]);
});

test("a corpus without dates has no timeline, says so, and does not list the command", () => {
  const other = contextOf(libraryOf({ "sea.md": "The sea is wide." }));
  const { inWords } = expectKind("notice", timeline.respond({}, other));
  expect(inWords.message).toMatch(/^Nothing in this corpus has a date, so it has no timeline\./);
  const listed = expectKind("commands", help.respond({}, other)).commands.map(({ name }) => name);
  expect(listed).not.toContain("timeline");
  expect(listed).not.toContain("people");
  expect(listed).toContain("quote");
});

describe("with a day", () => {
  const almanac = libraryOf({
    "events.yaml": `
- {date: 1920-02-29, title: Leap, text: It leapt., sources: [almanac]}
- {date: 1907-03-02, title: Flood, text: It rained., sources: [almanac]}
- {date: 1911-03-02/1911-03-09, title: Fair, text: It was held., sources: [almanac]}
- {date: 1912-03-02~, title: Rumour, text: It was said., sources: [almanac]}
- {date: 1913-03, title: Month, text: It went by., sources: [almanac]}
- {date: 1999-12-30, title: Eve, text: It was cold., sources: [almanac]}
`,
    "sources.yaml": "almanac: {title: Almanac}\n",
    "letter.md": "---\nfrom: Ada\nto: Tom\ndate: 1909-03-02\n---\n\nThe water has gone at last.\n",
  });
  /** The titles for a day, on a day of which the date is given. */
  const on = (typed: string, today: string, options: Given = {}) => {
    const day = Date.parse(today) / 86_400_000;
    const reply = timeline.respond({ on: typed, ...options }, { ...contextOf(almanac), day });
    const { inWords } = expectKind("timeline", reply);
    const items = inWords.items.map(({ label }) =>
      label.replace(/\s/g, " ").replace(/ [⁰¹²³⁴-⁹]+$/, ""),
    );
    return { title: inWords.title, items, reply };
  };

  test("shows that day in all years, as far as dates are known to the day", () => {
    expect(on("2 March", "2024-10-04")).toMatchObject({
      title: "2 March: 3 entries",
      items: ["2 March 1907 · Flood", "2 March 1909 · Ada to Tom", "2 – 9 March 1911 · Fair"],
    });
    expect(on("2 March", "2024-10-04", { in: "letter" }).items).toEqual([
      "2 March 1909 · Ada to Tom",
    ]);
    expect(on("2 March", "2024-10-04", { after: "1910" }).items).toEqual([
      "2 – 9 March 1911 · Fair",
    ]);
  });

  test("says how long ago it was if the day is today, whatever its year is typed as", () => {
    const items = [
      "2 March 1907 · Flood · 117 years ago today",
      "2 March 1909 · Ada to Tom · 115 years ago today",
      "2 – 9 March 1911 · Fair · 113 years ago today",
    ];
    for (const typed of ["today", "2 March", "2024-03-02", "", " "]) {
      expect(on(typed, "2024-03-02").items).toEqual(items);
    }
    expect(on("today", "1908-03-02").items[0]).toBe("2 March 1907 · Flood · 1 year ago today");
    expect(on("today", "1907-03-02").items[0]).toBe("2 March 1907 · Flood");
  });

  test("shows what is nearest before and after it in the year, if there is nothing on it", () => {
    expect(on("3 March", "2024-10-04")).toMatchObject({
      title: "No entry of this corpus is on 3 March. The nearest ones before and after it:",
      items: [
        ...["2 March 1907 · Flood", "2 March 1909 · Ada to Tom", "2 – 9 March 1911 · Fair"],
        "30 December 1999 · Eve",
      ],
    });
    expect(on("31 December", "2024-12-31").items).toEqual([
      "30 December 1999 · Eve",
      "29 February 1920 · Leap",
    ]);
  });

  test("remembers 29 February on the 28th in years that do not have it", () => {
    expect(on("today", "2025-02-28").items).toEqual([
      "29 February 1920 · Leap · 105 years ago today",
    ]);
    expect(on("today", "2024-02-28").title).toMatch(/^No entry of this corpus is on 28 February/);
    expect(on("today", "2024-02-29").items).toEqual([
      "29 February 1920 · Leap · 104 years ago today",
    ]);
    expect(on("29 Feb", "2025-06-01").title).toBe("29 February: 1 entry");
  });

  test("lists both days in order of date where it remembers two", () => {
    const log = libraryOf(
      Object.fromEntries(
        ["1903-02-28", "1904-02-29", "1905-02-28"].map((date) => [
          `${date}.md`,
          `---\ndate: ${date}\n---\n\nThe lamp was lit.\n`,
        ]),
      ),
    );
    const day = Date.parse("2025-02-28") / 86_400_000;
    const reply = timeline.respond({ on: "today" }, { ...contextOf(log), day });
    const { items } = expectKind("timeline", reply).inWords;
    const years = items.map(({ label }) => /\d{4}/.exec(label)?.[0]);
    expect(years).toEqual(["1903", "1904", "1905"]);
  });

  test("stays the same day when it is shown again on another one", () => {
    expect(on("today", "2024-03-02").reply.line).toEqual({
      name: "timeline",
      options: { on: "2024-03-02" },
    });
  });

  test("finds every date that is known to the day, and only those", () => {
    const { documents, events } = context.library.corpus;
    for (const { date, title } of [...documents, ...events]) {
      if (date === undefined || !/^\d{4}-\d\d-\d\d$/.test(date.edtf)) continue;
      const { entries } = expectKind("timeline", respond({ on: date.edtf }));
      const titles = entries.map((one) => (one.kind === "event" ? one.title : one.document.title));
      expect(titles).toContain(title);
    }
  });

  test("is asked for again if it is a month, or can be read in two ways", () => {
    const message = (typed: string) => expectKind("notice", respond({ on: typed })).inWords.message;
    expect(message("August 2019")).toContain("a day such as today, 5 August or 2019-08-05");
    expect(message("when it rained")).toContain("a day such as today, 5 August or 2019-08-05");
    expect(message("5/8/2019")).toContain("5 August 2019 (the day first) or 8 May 2019");
  });

  test("is completed: today first, then days of documents", () => {
    const complete = (typed: string) =>
      timeline.options["on"]?.suggest?.(typed, context, english).map(({ label }) => label);
    expect(complete("")).toEqual(["today · 4 October 2024"]);
    expect(complete("to")).toContain("today · 4 October 2024");
    expect(complete("aug")).toContain("5 August");
    expect(complete("5 aug")?.[0]).toBe("5 August 2025");
  });
});

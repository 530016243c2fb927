import { describe, expect, test } from "vitest";
import { letter } from "../../commands/letter.ts";
import { renderText } from "../../src/reply/plain-text.ts";
import {
  context,
  contextOf,
  library,
  libraryOf,
  offers,
  only,
  papers,
  pressed,
} from "../library.ts";

const respond = (options: Readonly<Record<string, unknown>>) => letter.respond(options, context);

/** The documents that a reply shows or lists. */
function shown(options: Readonly<Record<string, unknown>>): readonly string[] {
  const reply = respond(options);
  if (reply.kind === "document") return [reply.documentId];
  return only("list", reply).items.map(({ label }) => label);
}

describe("a letter", () => {
  const reply = only("document", respond({ date: "2019-08-05" }));

  test("is shown with who wrote it to whom, when, and how it arrived", () => {
    expect(reply.title).toBe("Letter from Kim Jong Un to Donald J. Trump, 5 August 2019");
    expect(reply.facts).toMatchObject([
      { label: "From", value: "Kim Jong Un" },
      { label: "To", value: "Donald J. Trump" },
      { label: "Date", value: "5 August 2019" },
      { label: "Delivered", value: expect.stringMatching(/^Trump said on 9 August 2019/) },
      { label: "Topics", value: expect.stringContaining("Joint military exercises") },
    ]);
  });

  test("has its summary apart from its own words", () => {
    expect(reply.summary).toHaveLength(1);
    expect(reply.summary[0]).toMatch(/^The last letter and the longest\./);
  });

  test("is quoted word for word, each quotation with who prints it", () => {
    expect(reply.quotations.map(({ text }) => text)).toEqual([
      "The most important cause of what your side considers the headache of ‘missile threats’ and nuclear problem is the military actions of your side and the South Korean military that threatens our safety",
      "And until these elements are eliminated, no changed outcome can be anticipated",
    ]);
    expect(reply.quotations.map(({ citation }) => citation.line)).toEqual([
      "Kim Jong Un to Donald J. Trump, 5 August 2019, ¶a, as printed in Hankyoreh, 26 September 2022",
      "Kim Jong Un to Donald J. Trump, 5 August 2019, ¶b, as printed in Hankyoreh, 26 September 2022",
    ]);
  });

  test("tells that the originals are not published", () => {
    expect(reply.remarks.join(" ")).toContain("The original of the letter is not published.");
    expect(reply.quotations[0]?.citation.printedIn?.note).toContain(
      "the originals are not published",
    );
  });

  test("names its sources, with links", () => {
    expect(reply.references).toMatchObject([
      { label: "Hankyoreh, 26 September 2022", url: expect.stringMatching(/^https:/) },
      { label: "Hankyoreh (Korean), 25 September 2022", url: expect.stringMatching(/^https:/) },
      { label: "Korea Herald, 10 September 2020", url: expect.stringMatching(/^http:/) },
    ]);
  });

  test("leads to the letters before and after it", () => {
    const middle = respond({ date: "2018-08-02" });
    expect(offers(middle)).toEqual(["Previous letter", "Next letter"]);
    expect(pressed(middle, "Previous letter", context)).toMatchObject({
      documentId: "2018-07-30-kim-to-trump",
    });
    expect(pressed(middle, "Next letter", context)).toMatchObject({
      documentId: "2018-09-06-kim-to-trump",
    });
  });

  test("that is the first or the last with a date leads on in one direction only", () => {
    expect(offers(reply)).toEqual(["Previous letter"]);
    expect(offers(respond({ date: "2018-04-01-kim-to-trump" }))).toEqual(["Next letter"]);
  });
});

describe("the whole of a document", () => {
  const text = Array.from({ length: 20 }, (_, index) => `Paragraph ${index + 1}.`).join("\n\n");
  const asked = contextOf(libraryOf({ "long.md": text, "short.md": "One paragraph." }));
  const first = letter.respond({ date: "long" }, asked);
  const all = only("document", pressed(first, "The whole document", asked));

  test("is offered where it has several pages, and shown at once", () => {
    expect(offers(first)).toEqual(["Next page", "The whole document", "Next document"]);
    expect(all.page).toEqual({ number: 1, of: 1 });
    expect(all.quotations.map((quotation) => quotation.text).join("\n\n")).toBe(text);
    expect(offers(all)).toEqual(["Next document"]);
  });

  test("is not offered where it has one page, which is all of it", () => {
    expect(offers(letter.respond({ date: "short" }, asked))).toEqual(["Previous document"]);
  });

  test("is what one page says, where there is only one", () => {
    for (const { id } of library.corpus.documents) {
      const { file, ...whole } = only("document", respond({ date: id, whole: true }));
      expect(whole).toEqual(respond({ date: id }));
      expect(file?.name).toBe(`${id}.md`);
    }
  });

  test("is printed whole in the terminal", () => {
    const printed = renderText(all).text;
    for (let number = 1; number <= 20; number += 1) {
      expect(printed).toContain(`    Paragraph ${number}.\n`);
    }
    expect(printed).not.toContain("long.md");
  });

  test("of an unclear date is a list like any other", () => {
    expect(respond({ date: "2018", whole: true }).kind).toBe("list");
  });
});

describe("a date finds the letters of that time", () => {
  test.each([
    "2019-08-05",
    "2019-08",
    "Aug 5 2019",
    "5 August 2019",
    "August 2019",
    "2019-08-01 to 13/8/2019",
    "08/2019",
    "Aug 5",
    "2019-08-05-kim-to-trump",
    "2019-08-05-KIM-TO-TRUMP",
    "Letter from Kim Jong Un to Donald J. Trump, 5 August 2019",
    "5 August 2019 · Kim Jong Un to Donald J. Trump",
  ])("%s", (date) => {
    expect(shown({ date })).toEqual(["2019-08-05-kim-to-trump"]);
  });

  test("several on one day are a list to pick from, told apart by who wrote to whom", () => {
    const reply = only("list", respond({ date: "1 April 2018" }));
    expect(reply.title).toBe("2 documents. Which one is meant?");
    expect(reply.items).toMatchObject([
      {
        label: "1 April 2018 · Kim Jong Un to Donald J. Trump",
        detail: expect.stringMatching(/^Summary: /),
      },
      {
        label: "1 April 2018 · Donald J. Trump to Kim Jong Un",
        detail: expect.stringMatching(/^Summary: /),
      },
    ]);
    expect(pressed(reply, "Donald J. Trump to Kim Jong Un, 1 April 2018", context)).toMatchObject({
      kind: "document",
      documentId: "2018-04-01-trump-to-kim",
    });
  });

  test("several are narrowed by who wrote or received them", () => {
    expect(shown({ date: "1 April 2018", from: "Kim" })).toEqual(["2018-04-01-kim-to-trump"]);
    expect(shown({ date: "1 April 2018", to: "김정은" })).toEqual(["2018-04-01-trump-to-kim"]);
  });

  test("without a year it is that of every year", () => {
    expect(shown({ date: "August" })).toEqual([
      "2 August 2018 · Donald J. Trump to Kim Jong Un",
      "5 August 2019 · Kim Jong Un to Donald J. Trump",
    ]);
  });

  test("a long list goes on page by page, and back", () => {
    const first = only("list", respond({ date: "2018" }));
    expect(first).toMatchObject({
      title: "15 documents. Which one is meant?",
      page: { number: 1, of: 2 },
    });
    expect(first.items).toHaveLength(8);
    const second = only("list", pressed(first, "Next page", context));
    expect(second.items).toHaveLength(7);
    expect(pressed(second, "Previous page", context)).toEqual(first);
    expect(respond({ date: "2018", page: 99 })).toEqual(second);
  });
});

describe("a date that can be read in two ways", () => {
  test.each([
    ["5/8/2019", ["5 August 2019", "8 May 2019"]],
    ["05.08.2019", ["5 August 2019", "8 May 2019"]],
    ["8/5", ["8 May", "5 August"]],
  ])("%s gets both readings, each to be pressed", (date, readings) => {
    const reply = respond({ date, from: "Kim" });
    expect(reply).toMatchObject({
      kind: "notice",
      message: `“${date}” can be read in two ways: ${readings[0]} (the day first) or ${readings[1]} (the month first). Which one is meant?`,
    });
    expect(offers(reply)).toEqual(readings);
  });

  test("is answered by pressing one, with the other options kept", () => {
    const reply = respond({ date: "5/8/2019", from: "Kim" });
    expect(pressed(reply, "5 August 2019", context)).toMatchObject({
      documentId: "2019-08-05-kim-to-trump",
    });
    expect(pressed(reply, "8 May 2019", context)).toMatchObject({
      message: expect.stringContaining("of the 11 documents searched"),
    });
  });
});

describe("a date of which there is no letter", () => {
  test("gets the nearest before and after", () => {
    const reply = only("notice", respond({ date: "2019-04-01" }));
    expect(reply.message).toMatchInlineSnapshot(`
      "No document is dated 1 April 2019, of the 27 documents searched.
      3 documents have no known date: \`date:undated\`.
      What comes nearest:"
    `);
    expect(offers(reply)).toEqual([
      "Before: Donald J. Trump to Kim Jong Un, 22 March 2019",
      "After: Kim Jong Un to Donald J. Trump, 10 June 2019",
    ]);
  });

  test("gets the nearest of the same people", () => {
    expect(offers(respond({ date: "2019-04-01", from: "Kim" }))).toEqual([
      "Before: Kim Jong Un to Donald J. Trump, 25 December 2018",
      "After: Kim Jong Un to Donald J. Trump, 10 June 2019",
    ]);
  });

  test.each([
    ["2017", ["After: Kim Jong Un to Donald J. Trump, 1 April 2018"]],
    ["2030", ["Before: Kim Jong Un to Donald J. Trump, 5 August 2019"]],
    ["31 December", ["/timeline"]],
  ])("in %s has what there is: %j", (date, labels) => {
    expect(offers(respond({ date }))).toEqual(labels);
  });

  test("of people who wrote none is told so", () => {
    expect(only("notice", respond({ date: "2019", from: "Moon" })).message).toMatchInlineSnapshot(`
      "No document in this corpus is dated 2019 and from Moon Jae-in.
      Searched: 27 documents with 3 passages, the whole corpus.
      What comes nearest:"
    `);
  });
});

describe("what is not a date", () => {
  test.each([
    "zeppelin",
    "yesterday",
    "next Friday",
    "31 February 2019",
    "2019-02-29",
    "99/99/2019",
    "12",
    "a".repeat(300),
  ])("is said not to be one: %s", (date) => {
    expect(only("notice", respond({ date })).message).toMatch(
      /Write a date like 2019-08-05, Aug 5 2019, August 2019 or 2019\.$/,
    );
  });

  test("is looked for in the titles", () => {
    const reply = only("list", respond({ date: "no report identifies" }));
    expect(reply.items).toHaveLength(3);
    expect(only("list", respond({ date: "Letter from Kim" })).page.of).toBe(4);
  });

  test("in a person’s place is pointed to its own option", () => {
    expect(only("notice", respond({ from: "Aug 5 2019" })).message).toBe(
      "“Aug 5 2019” is a date, and here somebody’s name is needed. For dates there is `date`: `date:Aug 5 2019`.",
    );
  });
});

describe("a letter without a date", () => {
  test("is reached as undated, and among all", () => {
    expect(shown({ date: "undated" })).toHaveLength(3);
    expect(shown({ date: "unknown" })).toHaveLength(3);
    expect(shown({ page: 4 }).join()).toContain("undated");
  });

  test("says that its date is not known, and shows none", () => {
    const reply = only("document", respond({ date: "unidentified-kim-1" }));
    expect(reply.facts).toContainEqual({ label: "Date", value: "not known" });
    expect(reply.title).toBe("A letter from Kim Jong Un that no report identifies (first of two)");
    expect(reply.summary.join(" ")).toContain("Known only by count");
  });

  test("stands neither before nor after a letter that has one", () => {
    expect(offers(respond({ date: "unidentified-kim-1" }))).toEqual(["Next letter"]);
    expect(offers(respond({ date: "unidentified-trump-1" }))).toEqual(["Previous letter"]);
  });

  test("has none even if the file says one that nobody verified", () => {
    const library = libraryOf({
      "a.md": "---\ntitle: A letter\ndate: 2018-07-01\nverified: false\n---\n\nWords.\n",
    });
    const reply = letter.respond({}, contextOf(library));
    expect(JSON.stringify(reply)).not.toMatch(/July|2018/);
  });
});

describe("without options", () => {
  test("all letters are listed in order of date, the undated last", () => {
    const reply = only("list", respond({}));
    expect(reply).toMatchObject({ title: "27 documents. Which one is meant?", page: { of: 4 } });
    expect(reply.items[0]?.label).toBe("1 April 2018 · Kim Jong Un to Donald J. Trump");
  });

  test("those of one person are listed", () => {
    expect(only("list", respond({ from: "Trump" })).title).toBe(
      "16 documents. Which one is meant?",
    );
  });

  test("nobody wrote to himself", () => {
    const reply = respond({ from: "Kim", to: "Kim" });
    expect(reply).toMatchObject({
      message: expect.stringMatching(
        /^No document in this corpus is from Kim Jong Un and to Kim Jong Un\.\n/,
      ),
    });
    expect(offers(reply)[0]).toBe("Kim Jong Un to Donald J. Trump, 1 April 2018");
  });
});

describe("a document of another corpus", () => {
  const other = contextOf(papers);

  test("is found by any id that it had, and by its title", () => {
    for (const date of ["log", "logbook", "The keeper’s log", "keeper's LOG", "March 1907"]) {
      expect(letter.respond({ date }, other)).toMatchObject({ documentId: "log" });
    }
    expect(letter.respond({ date: "훈련 일지" }, other)).toMatchObject({ documentId: "diary" });
  });

  test("has every paragraph quoted, with the heading above it", () => {
    const reply = only("document", letter.respond({ date: "log" }, other));
    expect(reply.quotations.map(({ citation }) => citation.line)).toEqual([
      "The keeper’s log, 2\u2009–\u20094 March 1907, First night, ¶1",
      "The keeper’s log, 2\u2009–\u20094 March 1907, First night, ¶2",
      "The keeper’s log, 2\u2009–\u20094 March 1907, Second night, ¶3",
    ]);
    expect(reply.summary).toEqual([]);
  });

  test("of many paragraphs goes on page by page, each passage once", () => {
    const text = Array.from({ length: 20 }, (_, index) => `Paragraph ${index + 1}.`).join("\n\n");
    const asked = contextOf(libraryOf({ "long.md": text }));
    let reply = only("document", letter.respond({ date: "long" }, asked));
    const numbers = reply.quotations.map(({ text: words }) => words);
    while (offers(reply).includes("Next page")) {
      reply = only("document", pressed(reply, "Next page", asked));
      numbers.push(...reply.quotations.map(({ text: words }) => words));
    }
    expect(numbers.join("\n\n")).toBe(text);
  });
});

test("the authors of a document are named as people name them", () => {
  const authors =
    "[{ family: Quill, given: Ada }, { family: Han, given: So Yeon, static-ordering: true }, { family: Board of Lights }]";
  const works = libraryOf({
    "a.md": `---\nauthor: ${authors}\n---\n\nWords.`,
    "b.md": "---\nauthor: Tom Quill\n---\n\nWords.",
  });
  const named = (date: string) =>
    only("document", letter.respond({ date }, contextOf(works))).facts.find(
      ({ label }) => label === "Author",
    )?.value;
  expect(named("a")).toBe("Ada Quill, Han So Yeon, Board of Lights");
  expect(named("b")).toBe("Tom Quill");
});

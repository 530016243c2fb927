import { describe, expect, test } from "vitest";
import { commands, commandsFor } from "../../commands/index.ts";
import { letter } from "../../commands/letter.ts";
import { createBot } from "../../src/command/bot.ts";
import { parseLine } from "../../src/command/typed-line.ts";
import {
  actionLabels,
  actionsOf,
  context,
  contextOf,
  expectKind,
  followAction,
  library,
  libraryOf,
  papers,
} from "../library.ts";
import { asText, putIntoWords } from "../words.ts";

const respond = (options: Readonly<Record<string, unknown>>) =>
  putIntoWords(letter.respond(options, context));

/** Returns the id of the document that a reply shows, or the labels of those it lists. */
function documentsIn(options: Readonly<Record<string, unknown>>): readonly string[] {
  const reply = respond(options);
  if (reply.kind === "document") return [reply.document.id];
  return expectKind("documents", reply).inWords.items.map(({ label }) => label);
}

describe("a letter", () => {
  const reply = expectKind("document", respond({ date: "2019-08-05" }));

  test("is shown with its correspondents, its date and its delivery", () => {
    expect(reply.inWords.title).toBe("Letter from Kim Jong Un to Donald J. Trump, 5 August 2019");
    expect(reply.inWords.facts).toMatchObject([
      { label: "From", value: "Kim Jong Un" },
      { label: "To", value: "Donald J. Trump" },
      { label: "Date", value: "5 August 2019" },
      { label: "Delivered", value: expect.stringMatching(/^Trump said on 9 August 2019/) },
      { label: "Topics", value: expect.stringContaining("Joint military exercises") },
    ]);
  });

  test("is shown with its summary separate from its words", () => {
    expect(reply.summary).toHaveLength(1);
    expect(reply.summary[0]).toMatch(/^The last letter and the longest\./);
  });

  test("is quoted word for word, each quotation with the work that prints it", () => {
    expect(reply.quotations.map(({ text }) => text)).toEqual([
      "The most important cause of what your side considers the headache of ‘missile threats’ and nuclear problem is the military actions of your side and the South Korean military that threatens our safety",
      "And until these elements are eliminated, no changed outcome can be anticipated",
    ]);
    expect(reply.quotations.map(({ citation }) => citation.line)).toEqual([
      "Kim Jong Un to Donald J. Trump, 5 August 2019, ¶a, as printed in Hankyoreh, 26 September 2022",
      "Kim Jong Un to Donald J. Trump, 5 August 2019, ¶b, as printed in Hankyoreh, 26 September 2022",
    ]);
  });

  test("states that the originals are not published", () => {
    expect(reply.remarks.join(" ")).toContain("The original of the letter is not published.");
    expect(reply.quotations[0]?.citation.printedIn?.note).toContain(
      "the originals are not published",
    );
  });

  test("lists its sources, with links", () => {
    expect(reply.references).toMatchObject([
      { label: "Hankyoreh, 26 September 2022", url: expect.stringMatching(/^https:/) },
      { label: "Hankyoreh (Korean), 25 September 2022", url: expect.stringMatching(/^https:/) },
      { label: "Korea Herald, 10 September 2020", url: expect.stringMatching(/^http:/) },
    ]);
  });

  test("offers the letters before and after it", () => {
    const middle = respond({ date: "2018-08-02" });
    expect(actionLabels(middle)).toEqual(["Cite", "Details", "Previous letter", "Next letter"]);
    expect(followAction(middle, "Previous letter", context)).toMatchObject({
      document: { id: "2018-07-30-kim-to-trump" },
    });
    expect(followAction(middle, "Next letter", context)).toMatchObject({
      document: { id: "2018-09-06-kim-to-trump" },
    });
  });

  test("that is the first or the last dated one has one neighbour", () => {
    expect(actionLabels(reply)).toEqual(["Cite", "Keep", "Details", "Previous letter"]);
    expect(actionLabels(respond({ date: "2018-04-01-kim-to-trump" }))).toEqual([
      "Cite",
      "Details",
      "Next letter",
    ]);
  });
});

describe("the details of a letter", () => {
  const reply = expectKind("document", respond({ date: "2019-08-05" }));
  const details = expectKind("document", followAction(reply, "Details", context));

  test("are its metadata, its remarks, the notes on its quotations, and its sources", () => {
    const { text } = asText(details);
    for (const { label, value } of details.inWords.facts) {
      expect(text).toContain(`\n${label}: ${value}\n`);
    }
    expect(text).toContain("\nId: 2019-08-05-kim-to-trump\n");
    const remarks = text.slice(text.indexOf("\nRemarks\n"), text.indexOf("\nSources\n"));
    for (const remark of [...reply.remarks, "Reports the Korus Journal’s issue of October 2022"]) {
      expect(remarks).toContain(remark);
    }
    const sources = text.slice(text.indexOf("\nSources\n"));
    for (const { line } of reply.references) expect(sources).toContain(`\n• ${line}\n`);
  });

  test("are in no other answer, and are the only part of theirs", () => {
    const { text } = asText(reply);
    for (const label of ["Remarks", "Sources", "Delivered", "Topics", "Id"]) {
      expect(text).not.toMatch(new RegExp(`^${label}\\b`, "m"));
    }
    for (const { text: words } of reply.quotations)
      expect(asText(details).text).not.toContain(words);
    expect(asText(details).text).not.toContain("Summary");
    expect(details.actions).toEqual([]);
  });

  test("leave the letter in its place", () => {
    expect(reply.actions.flatMap(({ label, isAside }) => (isAside ? [label] : []))).toEqual([
      "keep",
      "details",
    ]);
  });

  test("exist for every document", () => {
    for (const { id } of library.corpus.documents) {
      const reply = expectKind("document", respond({ date: id, details: true }));
      expect(asText(reply).text).toMatch(new RegExp(`^Id: ${id}$`, "m"));
    }
  });
});

describe("the words of a letter", () => {
  test("are first, with their addresses and the work that prints them, before the summary", () => {
    const { text } = asText(respond({ date: "2019-08-05" }));
    const [words = "", summary = ""] = text.split("\nSummary: ");
    expect(words).toMatch(
      /^Letter from Kim Jong Un to Donald J\. Trump, 5 August 2019\n\n {4}The most important/,
    );
    expect(words).toContain("\n  2019-08-05-kim-to-trump¶a\n");
    expect(words).toContain(
      "\n  2019-08-05-kim-to-trump¶b · as printed in Hankyoreh, 26 September 2022 · Printed in English; the originals are not published.\n",
    );
    expect(summary).toMatch(/^The last letter and the longest\./);
  });

  test.each([
    ["short words of one work", "Words.", "one", 1],
    ["long words of one work", "Long words. ".repeat(100).trim(), "one", 3],
    ["short words of two works", "Words.", "two", 3],
  ])("name each work that prints them: %s", (_, words, second, count) => {
    const other = contextOf(
      libraryOf({
        "corpus.yaml": "body: notes",
        "sources.yaml": "one: { type: book, title: One }\ntwo: { type: book, title: Two }",
        "a.md": ["one", second, "one"].map((id) => `> ${words}\n>\n> — @${id}`).join("\n\n"),
      }),
    );
    const { text } = asText(letter.respond({ date: "a" }, other));
    expect(text.match(/as printed in/g)).toHaveLength(count);
    expect(text.match(/^ {2}a¶[abc]/gm)).toEqual(["  a¶a", "  a¶b", "  a¶c"]);
  });

  test("are missed with a sentence if only reports about it are known", () => {
    const sentence =
      "None of this letter’s words are in this corpus, only what others report about it.";
    for (const { id, passages } of library.corpus.documents) {
      expect(asText(respond({ date: id })).text.includes(sentence)).toBe(passages.length === 0);
    }
    const reported = contextOf(
      libraryOf({ "corpus.yaml": "body: notes", "a.md": "A summary of an essay." }),
    );
    expect(asText(letter.respond({ date: "a" }, reported)).text).toContain(
      "None of this document’s words are in this corpus, only what others report about it.",
    );
    // There is no report about a document that has only a heading.
    const essay = contextOf(libraryOf({ "a.md": "# Only a heading" }));
    expect(asText(letter.respond({ date: "a" }, essay)).text).toContain(
      "Nothing in this document can be quoted.",
    );
  });

  test("have their limits stated once on each page", () => {
    const other = contextOf(
      libraryOf({
        "corpus.yaml": "body: notes",
        "sources.yaml": `
one: { type: book, title: One, note: "The first limit. The first rest." }
two: { type: book, title: Two, note: "The second limit. The second rest." }
`,
        "a.md": [
          "> First words.\n>\n> — @one",
          "> More words.\n>\n> — @one",
          "> Other words.\n>\n> — @two",
        ].join("\n\n"),
      }),
    );
    const { text } = asText(letter.respond({ date: "a" }, other));
    expect(text.match(/The (first|second) .*$/gm)).toEqual([
      "The first limit.",
      "The second limit.",
    ]);
    const details = asText(letter.respond({ date: "a", details: true }, other)).text;
    expect(details.match(/The (first|second) rest\./g)).toHaveLength(2);
  });
});

describe("in a corpus without letters", () => {
  const essays = libraryOf({
    "a.md": "---\ntitle: An essay\nauthor: Ada Quill\ndate: 1907\n---\n\nWords of an essay.",
    "b.md": "---\ntitle: Another essay\n---\n\nMore words.",
  });
  const bot = createBot(commandsFor(essays.corpus), () => contextOf(essays));

  test("the command is called /document, and the answer calls it so", () => {
    const names = bot.commands.map(({ name }) => name);
    expect(names).toContain("document");
    expect(names).not.toContain("letter");
    const { reply, line } = bot.respond("document", { date: "a" });
    expect(line.name).toBe("document");
    expect(actionLabels(reply)).toEqual(["Cite", "Details"]);
    expect(bot.respond("help", {}).reply).toMatchObject({
      commands: expect.arrayContaining([expect.objectContaining({ name: "document" })]),
    });
  });

  test("every action of the answers is answered", () => {
    for (const date of [undefined, "a", "b"]) {
      const { reply } = bot.respond("document", date === undefined ? {} : { date });
      for (const { line } of actionsOf(reply)) {
        expect(bot.respond(line.name, line.options).reply.kind).not.toBe("notice");
      }
    }
  });

  test.each(["letter", "document"])("/%s is answered", (name) => {
    const expected = bot.respond("document", { date: "a" });
    expect(bot.respond(name, { date: "a" })).toEqual(expected);
    expect(parseLine(`/${name} date:a`, bot.commands)).toEqual({
      name: "document",
      options: { date: "a" },
    });
  });

  test("a notice names the command that there is", () => {
    const { reply } = bot.respond("quote", { about: "xyzzy" });
    expect(expectKind("notice", reply).inWords.message).toContain(
      "`/document` shows what there is",
    );
    expect(actionLabels(reply)).toEqual(["/document"]);
  });
});

test.each(["letter", "document"])("with letters, /%s is answered by /letter", (name) => {
  const bot = createBot(commandsFor(library.corpus), () => context);
  expect(bot.commands.map((one) => one.name)).toEqual(commands.map((one) => one.name));
  expect(bot.respond(name, { date: "2019-08-05" })).toEqual(
    bot.respond("letter", { date: "2019-08-05" }),
  );
  expect(bot.respond(name, {}).line.name).toBe("letter");
});

describe("the whole of a document", () => {
  const text = Array.from({ length: 20 }, (_, index) => `Paragraph ${index + 1}.`).join("\n\n");
  const other = contextOf(libraryOf({ "long.md": text, "short.md": "One paragraph." }));
  const first = letter.respond({ date: "long" }, other);
  const all = expectKind("document", followAction(first, "The whole document", other));

  test("is offered if the document has several pages, and shown on one page", () => {
    expect(actionLabels(first)).toEqual([
      "Next page",
      "The whole document",
      "Cite",
      "Keep",
      "Details",
      "Next document",
    ]);
    expect(all.page).toEqual({ number: 1, of: 1 });
    expect(all.quotations.map((quotation) => quotation.text).join("\n\n")).toBe(text);
    expect(actionLabels(all)).toEqual(["Cite", "Keep", "Details", "Next document"]);
  });

  test("is not offered if the document has one page", () => {
    expect(actionLabels(letter.respond({ date: "short" }, other))).toEqual([
      "Cite",
      "Keep",
      "Details",
      "Previous document",
    ]);
  });

  test("equals the page of a document with one page", () => {
    for (const { id } of library.corpus.documents) {
      const { file, ...whole } = expectKind("document", respond({ date: id, whole: true }));
      expect(whole).toEqual(respond({ date: id }));
      expect(file?.name).toBe(`${id}.md`);
    }
  });

  test("appears whole in the terminal", () => {
    const printed = asText(all).text;
    for (let number = 1; number <= 20; number += 1) {
      expect(printed).toContain(`    Paragraph ${number}.\n`);
    }
    expect(printed).not.toContain("long.md");
  });

  test("of an ambiguous query is a list", () => {
    expect(respond({ date: "2018", whole: true }).kind).toBe("documents");
  });
});

describe("a date finds the letters of its period", () => {
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
    expect(documentsIn({ date })).toEqual(["2019-08-05-kim-to-trump"]);
  });

  test("several letters of one day are listed with their correspondents", () => {
    const reply = expectKind("documents", respond({ date: "1 April 2018" }));
    expect(reply.inWords.title).toBe("2 documents. Which one do you mean?");
    expect(reply.inWords.items).toMatchObject([
      {
        label: "1 April 2018 · Kim Jong Un to Donald J. Trump",
        detail: expect.stringMatching(/^Summary: /),
      },
      {
        label: "1 April 2018 · Donald J. Trump to Kim Jong Un",
        detail: expect.stringMatching(/^Summary: /),
      },
    ]);
    expect(
      followAction(reply, "Donald J. Trump to Kim Jong Un, 1 April 2018", context),
    ).toMatchObject({
      kind: "document",
      document: { id: "2018-04-01-trump-to-kim" },
    });
  });

  test("several letters are narrowed by author or recipient", () => {
    expect(documentsIn({ date: "1 April 2018", from: "Kim" })).toEqual(["2018-04-01-kim-to-trump"]);
    expect(documentsIn({ date: "1 April 2018", to: "김정은" })).toEqual([
      "2018-04-01-trump-to-kim",
    ]);
  });

  test("a date without a year matches every year", () => {
    expect(documentsIn({ date: "August" })).toEqual([
      "2 August 2018 · Donald J. Trump to Kim Jong Un",
      "5 August 2019 · Kim Jong Un to Donald J. Trump",
    ]);
  });

  test("a long list is paginated", () => {
    const first = expectKind("documents", respond({ date: "2018" }));
    expect(first).toMatchObject({
      inWords: { title: "15 documents. Which one do you mean?" },
      page: { number: 1, of: 2 },
    });
    expect(first.documents).toHaveLength(8);
    const second = expectKind("documents", followAction(first, "Next page", context));
    expect(second.documents).toHaveLength(7);
    expect(followAction(second, "Previous page", context)).toEqual(first);
    expect(respond({ date: "2018", page: 99 })).toEqual(second);
  });
});

describe("a date that can be read in two ways", () => {
  test.each([
    ["5/8/2019", ["5 August 2019", "8 May 2019"]],
    ["05.08.2019", ["5 August 2019", "8 May 2019"]],
    ["8/5", ["8 May", "5 August"]],
  ])("%s leads to a choice between both readings", (date, readings) => {
    const reply = respond({ date, from: "Kim" });
    expect(reply).toMatchObject({
      kind: "notice",
      inWords: {
        message: `“${date}” can be read in two ways: ${readings[0]} (the day first) or ${readings[1]} (the month first). Which one do you mean?`,
      },
    });
    expect(actionLabels(reply)).toEqual(readings);
  });

  test("keeps the other options when the user chooses a reading", () => {
    const reply = respond({ date: "5/8/2019", from: "Kim" });
    expect(followAction(reply, "5 August 2019", context)).toMatchObject({
      document: { id: "2019-08-05-kim-to-trump" },
    });
    expect(followAction(reply, "8 May 2019", context)).toMatchObject({
      inWords: { message: expect.stringMatching(/^None of the 11 documents searched is dated/) },
    });
  });
});

describe("a date without a letter", () => {
  test("leads to the nearest letters before and after", () => {
    const reply = expectKind("notice", respond({ date: "2019-04-01" }));
    expect(reply.inWords.message).toMatchInlineSnapshot(`
      "None of the 27 documents searched is dated 1 April 2019.
      3 documents have no known date; ask for \`date:undated\`.
      The nearest results are:"
    `);
    expect(actionLabels(reply)).toEqual([
      "Before: Donald J. Trump to Kim Jong Un, 22 March 2019",
      "After: Kim Jong Un to Donald J. Trump, 10 June 2019",
    ]);
  });

  test("leads to the nearest letters of the same people", () => {
    expect(actionLabels(respond({ date: "2019-04-01", from: "Kim" }))).toEqual([
      "Before: Kim Jong Un to Donald J. Trump, 25 December 2018",
      "After: Kim Jong Un to Donald J. Trump, 10 June 2019",
    ]);
  });

  test.each([
    ["2017", ["After: Kim Jong Un to Donald J. Trump, 1 April 2018"]],
    ["2030", ["Before: Kim Jong Un to Donald J. Trump, 5 August 2019"]],
    ["31 December", ["/timeline"]],
  ])("such as %s leads to the actions %j", (date, labels) => {
    expect(actionLabels(respond({ date }))).toEqual(labels);
  });

  test("is a failed search if the author wrote no letters", () => {
    expect(
      expectKind("notice", respond({ date: "2019", from: "Moon" })).inWords.message,
    ).toMatchInlineSnapshot(`
      "No document in this corpus is dated 2019 and from Moon Jae-in.
      Searched: 27 documents with 3 passages, the whole corpus.
      The nearest results are:"
    `);
  });
});

describe("text that is not a date", () => {
  test.each([
    "zeppelin",
    "next Friday",
    "31 February 2019",
    "2019-02-29",
    "99/99/2019",
    "12",
    "a".repeat(300),
  ])("is reported: %s", (date) => {
    expect(expectKind("notice", respond({ date })).inWords.message).toMatch(
      /Write a date like 2019-08-05, Aug 5 2019, August 2019 or 2019\.$/,
    );
  });

  test("is searched for in the titles", () => {
    const reply = expectKind("documents", respond({ date: "no report identifies" }));
    expect(reply.documents).toHaveLength(3);
    expect(expectKind("documents", respond({ date: "Letter from Kim" })).page.of).toBe(4);
  });

  test("is distinguished from a date in an option for people", () => {
    expect(expectKind("notice", respond({ from: "Aug 5 2019" })).inWords.message).toBe(
      "“Aug 5 2019” is a date, but this option needs the name of a person. Dates belong to `date`: `date:Aug 5 2019`.",
    );
  });
});

describe("a letter without a date", () => {
  test("is found as undated, and among all letters", () => {
    expect(documentsIn({ date: "undated" })).toHaveLength(3);
    expect(documentsIn({ date: "unknown" })).toHaveLength(3);
    expect(documentsIn({ page: 4 }).join()).toContain("undated");
  });

  test("is shown with an unknown date", () => {
    const reply = expectKind("document", respond({ date: "unidentified-kim-1" }));
    expect(reply.inWords.facts).toContainEqual({ label: "Date", value: "not known" });
    expect(reply.inWords.title).toBe(
      "A letter from Kim Jong Un that no report identifies (first of two)",
    );
    expect(reply.summary.join(" ")).toContain("Known only by count");
  });

  test("is neither before nor after a dated letter", () => {
    expect(actionLabels(respond({ date: "unidentified-kim-1" }))).toEqual([
      "Cite",
      "Details",
      "Next letter",
    ]);
    expect(actionLabels(respond({ date: "unidentified-trump-1" }))).toEqual([
      "Cite",
      "Details",
      "Previous letter",
    ]);
  });

  test("is also one whose date is not verified", () => {
    const library = libraryOf({
      "a.md": "---\ntitle: A letter\ndate: 2018-07-01\nverified: false\n---\n\nWords.\n",
    });
    const reply = letter.respond({}, contextOf(library));
    expect(JSON.stringify(reply)).not.toMatch(/July|2018/);
  });
});

describe("without a date", () => {
  test("all letters are listed in order of date, undated ones last", () => {
    const reply = expectKind("documents", respond({}));
    expect(reply).toMatchObject({
      inWords: { title: "27 documents. Which one do you mean?" },
      page: { of: 4 },
    });
    expect(reply.inWords.items[0]?.label).toBe("1 April 2018 · Kim Jong Un to Donald J. Trump");
  });

  test("letters of one person are listed", () => {
    expect(expectKind("documents", respond({ from: "Trump" })).inWords.title).toBe(
      "16 documents. Which one do you mean?",
    );
  });

  test("author and recipient must both match", () => {
    const reply = respond({ from: "Kim", to: "Kim" });
    expect(reply).toMatchObject({
      inWords: {
        message: expect.stringMatching(
          /^No document in this corpus is from Kim Jong Un and to Kim Jong Un\.\n/,
        ),
      },
    });
    expect(actionLabels(reply)[0]).toBe("Kim Jong Un to Donald J. Trump, 1 April 2018");
  });
});

describe("a document of another corpus", () => {
  const other = contextOf(papers);

  test("is found by its current and former ids and by its title", () => {
    for (const date of ["log", "logbook", "The keeper’s log", "keeper's LOG", "March 1907"]) {
      expect(letter.respond({ date }, other)).toMatchObject({ document: { id: "log" } });
    }
    expect(letter.respond({ date: "훈련 일지" }, other)).toMatchObject({
      document: { id: "diary" },
    });
  });

  test("is shown with every paragraph, cited with the heading above it", () => {
    const reply = expectKind("document", letter.respond({ date: "log" }, other));
    expect(reply.quotations.map(({ citation }) => citation.line)).toEqual([
      "Ada Quill, The keeper’s log, 2\u2009–\u20094 March 1907, First night, ¶1",
      "Ada Quill, The keeper’s log, 2\u2009–\u20094 March 1907, First night, ¶2",
      "Ada Quill, The keeper’s log, 2\u2009–\u20094 March 1907, Second night, ¶3",
    ]);
    expect(reply.summary).toEqual([]);
  });

  test("with many paragraphs is paginated, each passage once", () => {
    const text = Array.from({ length: 20 }, (_, index) => `Paragraph ${index + 1}.`).join("\n\n");
    const other = contextOf(libraryOf({ "long.md": text }));
    let reply = expectKind("document", letter.respond({ date: "long" }, other));
    const numbers = reply.quotations.map(({ text: words }) => words);
    while (actionLabels(reply).includes("Next page")) {
      reply = expectKind("document", followAction(reply, "Next page", other));
      numbers.push(...reply.quotations.map(({ text: words }) => words));
    }
    expect(numbers.join("\n\n")).toBe(text);
  });
});

test("the authors of a document have their names in natural order", () => {
  const authors =
    "[{ family: Quill, given: Ada }, { family: Han, given: So Yeon, static-ordering: true }, { family: Board of Lights }]";
  const works = libraryOf({
    "a.md": `---\nauthor: ${authors}\n---\n\nWords.`,
    "b.md": "---\nauthor: Tom Quill\n---\n\nWords.",
  });
  const authorsOf = (date: string) =>
    expectKind("document", letter.respond({ date }, contextOf(works))).inWords.facts.find(
      ({ label }) => label === "Author",
    )?.value;
  expect(authorsOf("a")).toBe("Ada Quill, Han So Yeon, Board of Lights");
  expect(authorsOf("b")).toBe("Tom Quill");
});

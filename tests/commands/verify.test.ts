import { describe, expect, test } from "vitest";
import { verify } from "../../commands/verify.ts";
import type { RawOptions } from "../../src/command/types.ts";
import { renderText } from "../../src/reply/plain-text.ts";
import type { VerificationReply } from "../../src/reply/reply.ts";
import { context, contextOf, libraryOf, offers, only, papers, pressed } from "../library.ts";

const lighthouse = contextOf(papers);
const verified = (options: RawOptions, asked = context) =>
  only("verification", verify.respond(options, asked));
const noticed = (options: RawOptions, asked = context) =>
  only("notice", verify.respond(options, asked)).message;
const listed = (options: RawOptions, asked = context) =>
  only("list", verify.respond(options, asked));

/** The verdict on one of several quotations, from which one goes back to all of them. */
function oneOf(reply: VerificationReply): unknown {
  const all = expect.objectContaining({ label: "All quotations" });
  return { ...reply, actions: [...reply.actions, all] };
}

/** Where the evidence stands, and which of its words it marks. */
const evidence = (options: RawOptions, asked = context) =>
  verified(options, asked).evidence.map(({ quotation, marks }) => [
    quotation.citation.address,
    ...marks.matches.map(({ start, end }) => quotation.text.slice(start, end)),
  ]);

const A = "2019-08-05-kim-to-trump¶a";
const B = "2019-08-05-kim-to-trump¶b";
const MOON = "2018-09-21-kim-to-trump¶a";
const NO_CHANGE = "no changed outcome can be anticipated";

describe("/verify", () => {
  test("shows exact words with their place, their source and their receipt", () => {
    const reply = verified({ text: NO_CHANGE });
    expect(reply).toMatchObject({
      title: "Exact",
      message: "These words stand in this corpus, character for character.",
      differences: [],
      changes: [],
      page: { number: 1, of: 1 },
      evidence: [
        {
          quotation: {
            text: "And until these elements are eliminated, no changed outcome can be anticipated",
            start: 0,
            end: 78,
            citation: {
              address: B,
              line: "Kim Jong Un to Donald J. Trump, 5 August 2019, ¶b, as printed in Hankyoreh, 26 September 2022",
            },
          },
          marks: { matches: [{ start: 41, end: 78 }], more: { before: false, after: false } },
          receipts: [`${B}:41-78:c4cf31f9`],
          open: { line: { name: "quote", options: { passage: B } } },
        },
      ],
      remarks: [
        "Compared: 6 words with the 3 passages of 27 documents, word by word and then character by character.",
        "This tells where words stand and who prints them, not who wrote them.",
      ],
    });
    expect(offers(reply)).toEqual(["In context", "Cite", "The whole letter"]);
    expect(pressed(reply, "Cite", context)).toMatchObject({
      subject: { citation: { address: B } },
    });
    expect(pressed(reply, "In context", context)).toMatchObject({ kind: "context" });
    expect(pressed(reply, `Open ${B}`, context)).toMatchObject({
      quotation: { start: 0, end: 78 },
    });
  });

  test.each<[string, string, string, readonly string[], readonly (readonly string[])[]]>([
    [
      "“No changed ‘outcome’ – can be ANTICIPATED…”",
      "Exact but for typography",
      "These words stand in this corpus, but are written differently.",
      [
        "Capitals: quoted is “No”, printed is “no”.",
        "Punctuation: quoted is “‘”, printed is a space.",
      ],
      [[B, NO_CHANGE]],
    ],
    [
      "no\u00a0changed out\u00adcome",
      "Exact but for typography",
      "These words stand in this corpus, but are written differently.",
      [
        "Spaces and line breaks: quoted is another kind of space, printed is a space.",
        "Invisible characters and soft hyphens: quoted is “out\u00adcome” with an invisible character, printed is “outcome”.",
      ],
      [[B, "no changed outcome"]],
    ],
    [
      "excessive interest President Moon is showing … in our matter",
      "Exact but for typography",
      "These words stand in this corpus, but are written differently.",
      ["Ellipses: quoted is “…”, printed is “[. . .]”."],
      [[MOON, "excessive interest President Moon is showing [. . .] in our matter"]],
    ],
    [
      "excessive … Moon is showing … in our matter",
      "Shortened",
      "These parts stand in one document, in this order.",
      [
        "Between parts 1 and 2: “interest President” left out.",
        "Between parts 2 and 3: the print has an ellipsis too, “[. . .]”.",
      ],
      [[MOON, "excessive", "Moon is showing", "in our matter"]],
    ],
    [
      "And until these elements … are eliminated",
      "Shortened",
      "These parts stand in one document, in this order.",
      ["Between parts 1 and 2: nothing is left out."],
      [[B, "And until these elements", "are eliminated"]],
    ],
    [
      "And until these elements are eliminated, a changed outcome can be anticipated",
      "Altered",
      "No passage has these words as they are quoted. What is most like them is shown below.",
      ["Negation: “a” stands in the place of “no”."],
      [[B, "And until these elements are eliminated, no changed outcome can be anticipated"]],
    ],
    [
      "excessive interest President Moon is showing in our matter",
      "Altered",
      "No passage has these words as they are quoted. What is most like them is shown below.",
      ["The ellipsis “[. . .]”, by which the print says that words are left out, is missing."],
      [[MOON, "excessive interest President Moon is showing [. . .] in our matter"]],
    ],
    [
      "the military actions of your side no changed outcome can be anticipated",
      "Stitched together",
      "These parts stand in this corpus, but not together.",
      [],
      [
        [A, "the military actions of your side"],
        [B, NO_CHANGE],
      ],
    ],
    [
      "of your",
      "A common phrase",
      "These words stand in this corpus once. They are too few or too common to tell where somebody has them from.",
      [],
      [],
    ],
    [
      "no zeppelin",
      "Not in this corpus",
      "No passage has these words as they stand. They are too few or too common to look for others like them.",
      [],
      [],
    ],
    [
      "zeppelins fly over Berlin",
      "Not in this corpus",
      "No passage has these words, or words much like them.",
      [],
      [],
    ],
    [
      "the most important headache of your side is the nuclear military",
      "Not in this corpus",
      "No passage has these words. The closest passage, shown below, has others.",
      [],
      [[A, "The most important cause of what your side considers the headache of"]],
    ],
  ])("“%s” is told as: %s", (text, title, message, differences, places) => {
    expect(verified({ text })).toMatchObject({ title, message, differences });
    expect(evidence({ text })).toEqual(places);
  });

  test("tells first what changes the sense most, and counts what is left", () => {
    const text =
      "A most vital reason of what our side considers a headache of ‘missile threats’ and nuclear problem is not 3 military acts of Trump and this South Korean military that threatens our safety";
    const { title, differences, changes } = verified({ text });
    expect(title).toBe("Altered");
    expect(differences.map((one) => one.split(":")[0])).toEqual([
      "Negation",
      ...differences.slice(1, 6).map((one) => one.split(":")[0]),
      "2 other differences, shown below.",
    ]);
    expect(differences[0]).toContain("not 3");
    expect(differences[1]).toMatch(/^Name: .*Trump/);
    expect(changes.filter(({ isSame }) => !isSame)).toHaveLength(8);
  });

  test("says whose an ellipsis is among the words", () => {
    const text = "President Moon is showing [. . .] in our matter";
    expect(verified({ text }).remarks).toContain(
      "The ellipsis “[. . .]” was set by Hankyoreh, 26 September 2022, which prints these words.",
    );
    const asked = contextOf(libraryOf({ "a.md": "The lamp … was lit at dusk again." }));
    expect(verified({ text: "The lamp … was lit" }, asked).remarks).toContain(
      "The ellipsis “…” stands in the document itself.",
    );
  });

  test("shows the sentences around the words, and no others", () => {
    const { evidence } = verified({ text: "two cans, and we carried them" }, lighthouse);
    expect(evidence[0]).toMatchObject({
      quotation: {
        text: expect.stringMatching(/^All the oil that was left .* would not close\.$/s),
      },
      marks: { more: { before: true, after: true } },
    });
  });

  test("quotes words that go on in the next passage from both", () => {
    const text = "the panes rang like bells. Mr. Hale says that no ship passes";
    expect(evidence({ text }, lighthouse)).toEqual([
      ["log¶1", "the panes rang like bells."],
      ["log¶2", "Mr. Hale says that no ship passes"],
    ]);
  });

  test("shows overlapping places in one passage one by one", () => {
    const asked = contextOf(libraryOf({ "a.md": "bravo alpha bravo alpha bravo zulu" }));
    expect(evidence({ text: "bravo alpha bravo" }, asked)).toEqual([
      ["a¶1", "bravo alpha bravo"],
      ["a¶1", "bravo alpha bravo"],
    ]);
    for (const { quotation } of verified({ text: "bravo alpha bravo" }, asked).evidence) {
      expect(quotation.text).toBe("bravo alpha bravo alpha bravo zulu");
    }
  });

  test("searches for a common phrase, and for words that stand nowhere", () => {
    expect(pressed(verified({ text: "of your" }), "Search", context)).toMatchObject({
      kind: "hits",
      query: "“of your”",
      total: 1,
    });
    expect(pressed(verified({ text: "military zeppelin" }), "Search", context)).toMatchObject({
      query: "military zeppelin",
    });
    expect(offers(verified({ text: "zeppelins ".repeat(9) }))).toEqual([]);
  });
});

describe("a claim", () => {
  const claimed = (claim: RawOptions, text = NO_CHANGE) => {
    const { title, message } = verified({ text, ...claim });
    return [title, message.replace(/^.*? That is/, "That is")];
  };

  test.each<[RawOptions, string]>([
    [{ from: "Kim" }, "from Kim Jong Un"],
    [{ date: "2019-08" }, "dated August 2019"],
    [{ date: "2019-08-05" }, "dated 5 August 2019"],
    [{ letter: "2019-08-05" }, "dated 5 August 2019"],
    [{ letter: "2019-08-05-kim-to-trump" }, "called 2019-08-05-kim-to-trump"],
    [{ from: "Kim", date: "2019" }, "from Kim Jong Un and dated 2019"],
  ])("that is right is said to be: %j", (claim, label) => {
    expect(claimed(claim)).toEqual([
      "Exact",
      `That is where they are said to stand: in a document ${label}.`,
    ]);
  });

  test.each<[RawOptions, string]>([
    [{ from: "Trump" }, "from Donald J. Trump"],
    [{ date: "2018" }, "dated 2018"],
    [{ letter: "2018-09-21" }, "dated 21 September 2018"],
    [{ letter: "undated" }, "undated"],
    [
      { from: "Trump", date: "2019", letter: "2019-08-05-kim-to-trump" },
      "from Donald J. Trump, dated 2019 and called 2019-08-05-kim-to-trump",
    ],
  ])("that is wrong is said to be: %j", (claim, label) => {
    expect(claimed(claim)).toEqual([
      "Elsewhere: exact",
      `That is not where they are said to stand: no document ${label} has them.`,
    ]);
    expect(evidence({ text: NO_CHANGE, ...claim })).toEqual([[B, NO_CHANGE]]);
  });

  test("by words of a title is understood", () => {
    const { title, message } = verified({ text: "The lamp was lit", letter: "log" }, lighthouse);
    expect(title).toBe("Exact");
    expect(message).toContain("in a document called");
  });

  test("is compared apart from the words: altered words may be there, or elsewhere", () => {
    const text = "And until these elements are eliminated, a changed outcome can be anticipated";
    expect(claimed({ from: "Kim" }, text)[0]).toBe("Altered");
    expect(claimed({ from: "Trump" }, text)[0]).toBe("Elsewhere: altered");
  });

  test.each([
    ["Kim", "That is in a document from Kim Jong Un."],
    ["Trump", "That is not in a document from Donald J. Trump."],
  ])("tells whether common words stand where they are said to, in %s’s", (from, sentence) => {
    expect(verified({ text: "of your", from }).message).toContain(sentence);
  });

  test.each([
    ["2001", "3 of these places are in a document dated 2001."],
    ["2002", "1 of these places is in a document dated 2002."],
    ["2003", "None of these places is in a document dated 2003."],
  ])("counts those of many places that are of %s", (date, sentence) => {
    const dated = (year: number) => `---\ndate: ${year}-01-01\n---\nOf the lamp.`;
    const years = [2001, 2001, 2001, 2002];
    const files = years.map((year, at) => [`d${at}.md`, dated(year)]);
    const many = contextOf(libraryOf(Object.fromEntries(files)));
    expect(verified({ text: "of the", date }, many).message).toContain(sentence);
  });

  test.each(["zeppelins fly over Berlin", "no zeppelin"])(
    "says nothing of words that stand nowhere: %s",
    (text) => {
      const { title, message, differences, evidence, changes } = verified({ text });
      const reply = verified({ text, from: "Trump" });
      expect(reply).toMatchObject({ title, message, differences, evidence, changes });
    },
  );

  test("puts the place that is claimed before others", () => {
    const text = "I counted three";
    expect(evidence({ text }, lighthouse).map(([address]) => address)).toEqual([
      "log¶2",
      "letter¶2",
    ]);
    const reply = verified({ text, date: "May 1907" }, lighthouse);
    expect(reply.title).toBe("In 2 places: exact");
    expect(reply.message).toBe(
      "These words stand in 2 places, character for character. That is where they are said to stand: in a document dated May 1907.",
    );
    expect(reply.evidence.map(({ quotation }) => quotation.citation.address)).toEqual([
      "letter¶2",
      "log¶2",
    ]);
  });

  test("puts it first although it is written differently there", () => {
    const asked = contextOf(
      libraryOf({ "a.md": "The lamp was lit at dusk.", "b.md": "THE LAMP WAS LIT AT DUSK." }),
    );
    expect(verified({ text: "The lamp was lit", letter: "b" }, asked)).toMatchObject({
      title: "In 2 places: exact but for typography",
      message: expect.stringContaining("in 2 places, in 1 of them character for character."),
      differences: ["Capitals: quoted is “The”, printed is “THE”."],
      evidence: [{ receipts: [expect.stringMatching(/^b¶1/)] }, {}],
    });
    expect(verified({ text: "thE lamp was lit" }, asked).message).toBe(
      "These words stand in 2 places, in none of them character for character.",
    );
  });

  test("of parts from several places is right, right for some, or wrong", () => {
    const asked = contextOf(
      libraryOf({
        "a.md": "The lamp was lit at dusk by the old keeper.",
        "b.md": "All the oil stood in two cans below the stairs.",
        "c.md": "Nobody slept.",
      }),
    );
    const text = "The lamp was lit at dusk all the oil stood in two cans";
    expect(verified({ text, letter: "a" }, asked)).toMatchObject({
      title: "Stitched together",
      message: expect.stringContaining(
        "Only some of them stand where they are said to: in a document called a.",
      ),
    });
    expect(verified({ text, letter: "undated" }, asked).message).toContain(
      "That is where they are said to stand: in a document undated.",
    );
    expect(verified({ text, letter: "c" }, asked).title).toBe("Elsewhere: stitched together");
  });

  test("that names nobody, or no date, is a notice", () => {
    expect(noticed({ text: NO_CHANGE, from: "Zeppelin" })).toContain("Zeppelin");
    expect(noticed({ text: NO_CHANGE, from: "2019-08-05" })).toContain("`date:2019-08-05`");
    expect(noticed({ text: NO_CHANGE, date: "Kim" })).toContain("`from:Kim`");
    expect(noticed({ text: NO_CHANGE, date: "5/8/2019" })).toContain("two ways");
    expect(noticed({ text: NO_CHANGE, letter: "zeppelin" })).not.toBe("");
  });
});

describe("words in many places", () => {
  const text = "the lamp was lit at dusk in the old tower by the sea";
  const asked = contextOf(
    libraryOf(
      Object.fromEntries(
        Array.from({ length: 19 }, (_, at) => [`d${10 + at}.md`, `${at}: ${text}.`]),
      ),
    ),
  );

  test("are shown page by page, each place once", () => {
    const pages = [1, 2, 3].map((page) => verified({ text, page }, asked));
    expect(pages.map(({ page }) => page)).toEqual([1, 2, 3].map((number) => ({ number, of: 3 })));
    const addresses = pages.flatMap(({ evidence }) =>
      evidence.map(({ quotation }) => quotation.citation.address),
    );
    expect(addresses).toEqual(Array.from({ length: 19 }, (_, at) => `d${10 + at}¶1`));
    expect(pages[0]?.title).toBe("In 19 places: exact");
    expect(pressed(verified({ text }, asked), "Next page", asked)).toEqual(pages[1]);
    expect(pressed(verified({ text, page: 3 }, asked), "Previous page", asked)).toEqual(pages[1]);
    expect(verified({ text, page: 99 }, asked)).toEqual(pages[2]);
    expect(renderText(verified({ text, page: 2 }, asked)).text).toContain("Page 2 of 3");
  });

  test("keep the claim on every page", () => {
    const first = verified({ text, letter: "d28" }, asked);
    expect(first.evidence[0]?.quotation.citation.address).toBe("d28¶1");
    const second = only("verification", pressed(first, "Next page", asked));
    expect(second.message).toBe(first.message);
  });

  test("are too many to be traced beyond some, and counted", () => {
    const many = contextOf(libraryOf({ "a.md": Array(201).fill(`${text}.`).join("\n\n") }));
    expect(verified({ text }, many)).toMatchObject({
      title: "A common phrase",
      message: expect.stringContaining("stand in this corpus 201 times."),
    });
  });
});

describe("each quotation of a text", () => {
  const text = `“${NO_CHANGE}” and “the military exercises of your side” or „ships over the sea“`;

  test("has its verdict and its place in a line, and is opened", () => {
    const reply = listed({ text, each: true });
    expect(reply.title).toBe("3 quotations compared with this corpus");
    expect(reply.items.map(({ label, detail }) => [label, detail])).toEqual([
      [expect.stringMatching(/^Exact · Kim Jong Un to .* ¶b, as printed in/), `“${NO_CHANGE}”`],
      [
        expect.stringMatching(/^Altered · |^Not in this corpus/),
        "“the military exercises of your side”",
      ],
      ["Not in this corpus", "“ships over the sea”"],
    ]);
    expect(reply.remarks).toEqual([]);
    const opened = pressed(reply, "Quotation 1", context);
    expect(opened).toEqual(oneOf(verified({ text: NO_CHANGE })));
    expect(pressed(reply, "Quotation 3", context)).toEqual(
      oneOf(verified({ text: "ships over the sea" })),
    );
    expect(pressed(opened, "All quotations", context)).toEqual(reply);
  });

  test("is compared with what is claimed", () => {
    const reply = listed({ text, each: true, from: "Trump" });
    expect(reply.remarks).toEqual(["They are said to stand in a document from Donald J. Trump."]);
    expect(reply.items[0]?.label).toMatch(/^Elsewhere: exact · /);
    expect(pressed(reply, "Quotation 1", context)).toMatchObject({ title: "Elsewhere: exact" });
  });

  test("is shown at once where it is the only one", () => {
    expect(verified({ text: `He wrote “${NO_CHANGE}”.`, each: true })).toEqual(
      verified({ text: NO_CHANGE }),
    );
    expect(verified({ text: NO_CHANGE, each: true })).toEqual(verified({ text: NO_CHANGE }));
  });

  test.each([
    [1, "1 more quotation was not compared whole: ask for them one by one."],
    [1200, "1,200 more quotations were not compared whole: ask for them one by one."],
  ])("tells that %i were left out, also of the only one", (left, remark) => {
    expect(listed({ text, each: true, left }).remarks).toEqual([remark]);
    const one = listed({ text: `“${NO_CHANGE}”`, each: true, left });
    expect(one.remarks).toEqual([remark]);
    expect(pressed(one, "Quotation 1", context)).toEqual(oneOf(verified({ text: NO_CHANGE })));
  });

  test("shows all of them where there is none of that number", () => {
    expect(listed({ text, each: true, nth: 4 })).toEqual(listed({ text, each: true }));
  });

  test("is one of a page of them", () => {
    const many = Array.from({ length: 20 }, (_, at) => `“quotation number ${at}”`).join(" ");
    const reply = listed({ text: many, each: true });
    expect(reply.page).toEqual({ number: 1, of: 3 });
    const last = pressed(pressed(reply, "Next page", context), "Next page", context);
    expect(only("list", last).items.map(({ detail }) => detail)).toEqual(
      [16, 17, 18, 19].map((at) => `“quotation number ${at}”`),
    );
    expect(pressed(last, "Quotation 20", context)).toMatchObject({ kind: "verification" });
  });
});

describe("the menu of a message", () => {
  const ask = (message: string) => verify.messageCommand?.ask(message, context);
  const asked = (message: string) => verify.respond(ask(message) ?? {}, context);

  test.each<[string, string, unknown]>([
    ["the whole, without marks", "no changed\n\noutcome", { text: "no changed outcome" }],
    ["its only quotation", `He wrote “${NO_CHANGE}”!`, { text: NO_CHANGE }],
    ["its only block quote", `See:\n> ${NO_CHANGE}\n> — Kim`, { text: NO_CHANGE }],
    [
      "what it quotes, each once",
      `“one two three” «four five six» “one two three”`,
      { text: "“one two three” “four five six”", each: true, left: 0 },
    ],
    [
      "its block quotes and marks, with what they quote themselves",
      "“one two three”\n>>> four “five six”\n\n— Kim",
      { text: "“one two three” «four “five six”»", each: true, left: 0 },
    ],
  ])("asks about %s", (_, message, options) => {
    expect(ask(message)).toEqual(options);
  });

  test("takes as much as fits, and says how much is left", () => {
    const quotations = Array.from({ length: 30 }, (_, at) => `“${at} ${"lamp ".repeat(30)}oil”`);
    const options = ask(quotations.join("\n"));
    expect(options).toMatchObject({ each: true, left: 21 });
    expect(only("list", asked(quotations.join("\n")))).toMatchObject({
      title: "9 quotations compared with this corpus",
      remarks: ["21 more quotations were not compared whole: ask for them one by one."],
    });
  });

  test("takes what fits also where something before it does not", () => {
    const message = `“${"lamp ".repeat(301)}” “${NO_CHANGE}”`;
    expect(ask(message)).toEqual({ text: `“${NO_CHANGE}”`, each: true, left: 1 });
    expect(only("list", asked(message))).toMatchObject({
      items: [{ label: expect.stringMatching(/^Exact/) }],
      remarks: ["1 more quotation was not compared whole: ask for them one by one."],
    });
  });

  test.each(["lamp ".repeat(800), `“${"lamp ".repeat(799)}”`])(
    "takes the beginning where nothing fits whole",
    (message) => {
      const { items, remarks } = only("list", asked(message));
      expect(items.map(({ detail }) => detail)).toEqual([`“${"lamp ".repeat(300).trim()}”`]);
      expect(remarks).toEqual([
        "1 more quotation was not compared whole: ask for them one by one.",
      ]);
    },
  );

  test("says how much can be compared where not even a word fits", () => {
    expect(only("notice", asked("x".repeat(4000))).message).toBe(
      "`text` should be words to compare: at most 300 words and 2,000 characters.",
    );
  });
});

describe("what is not to be compared", () => {
  const wrong = "`text` should be words to compare: at most 300 words and 2,000 characters.";

  test.each([
    ["301 words", "lamp ".repeat(301)],
    ["2,001 characters", "x".repeat(2001)],
    ["no word", "?! —"],
    ["nothing", "  "],
  ])("is said not to be: %s", (_, text) => {
    expect(noticed({ text })).toBe(wrong);
  });

  test("is missing where no words are given", () => {
    expect(noticed({})).toMatch(/^`text` is missing\./);
  });

  test("is not the most that can be", () => {
    expect(verified({ text: "lamp ".repeat(300) }).remarks[0]).toMatch(/^Compared: 300 words/);
    expect(verified({ text: "x".repeat(2000) }).remarks[0]).toMatch(/^Compared: 1 word with/);
  });

  test.each<RawOptions>([
    { nth: 0 },
    { nth: 2001 },
    { nth: 1.5 },
    { left: -1 },
    { left: 1e7 },
    { page: 0 },
    { each: "perhaps" },
  ])("is refused with options out of bounds: %j", (options) => {
    expect(noticed({ text: NO_CHANGE, ...options })).toContain("should be");
  });
});

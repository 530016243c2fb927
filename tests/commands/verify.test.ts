import { describe, expect, test } from "vitest";
import { verify } from "../../commands/verify.ts";
import type { RawOptions } from "../../src/command/types.ts";
import type { VerificationReply } from "../../src/reply/reply.ts";
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

const lighthouse = contextOf(papers);
const verification = (options: RawOptions, other = context) =>
  expectKind("verification", verify.respond(options, other));
const noticeFor = (options: RawOptions, other = context) =>
  expectKind("notice", verify.respond(options, other)).inWords.message;
const list = (options: RawOptions, other = context) =>
  expectKind("verifications", verify.respond(options, other));

/** Adds the action that leads from one quotation back to all of them. */
function withAllQuotations(reply: VerificationReply): unknown {
  const all = expect.objectContaining({ label: "all-quotations" });
  return { ...anyDetails(reply), actions: [...anyDetails(reply).actions, all] };
}

/** Accepts any line for the details, which repeats all options of the answer. */
function anyDetails(reply: VerificationReply) {
  const details = expect.objectContaining({ label: "details" });
  return {
    ...reply,
    actions: reply.actions.map((one) => (one.label === "details" ? details : one)),
  };
}

/** Returns the address of each piece of evidence, and the words that are marked in it. */
const evidence = (options: RawOptions, other = context) =>
  verification(options, other).evidence.map(({ quotation, marks }) => [
    quotation.citation.address,
    ...marks.matches.map(({ start, end }) => quotation.text.slice(start, end)),
  ]);

const A = "2019-08-05-kim-to-trump¶a";
const B = "2019-08-05-kim-to-trump¶b";
const MOON = "2018-09-21-kim-to-trump¶a";
const NO_CHANGE = "no changed outcome can be anticipated";

describe("/verify", () => {
  test.each([
    ["灯台守はランプに火をともし、油が燃え続ける", "ともし、\n油が燃え続ける"],
    ["The hall of the fire-fighters was closed at noon", "hall of the fire-\nfighters was closed"],
  ])("names a line break beside a sign", (printed, text) => {
    const own = contextOf(libraryOf({ "a.md": printed, "b.md": "Zyx 1907." }));
    const { differences } = verification({ text }, own).inWords;
    expect(differences).toEqual(["Spaces and line breaks: quoted a line break, printed nothing."]);
  });

  test.each([
    ["", "%s — Zebulon Crane", "good", "✅ Exact, with an editor’s marks"],
    ["", "%s — The Log", "good", "✅ Exact, with an editor’s marks"],
    ["author: Ada Quill", "%s — Ada Quill", "good", "✅ Exact, with an editor’s marks"],
  ])(
    "is amber with an attribution that a document with an author does not confirm: %s, %s",
    (author, form, tone, title) => {
      const words = "The lamp of the reef was lit at dusk by the keeper";
      const own = contextOf(
        libraryOf({
          "a.md": `---\ntitle: The Log\n${author}\n---\n\n${words}.`,
          "b.md": "Zyx 1907.",
        }),
      );
      const text = form.replace("%s", `“${words}”`);
      expect(verification({ text }, own).inWords).toMatchObject({ tone, title });
    },
  );

  test("shows exact words with their passage, their source and their receipt", () => {
    const reply = verification({ text: NO_CHANGE });
    expect(reply).toMatchObject({
      words: 6,
      verdict: { kind: "exact", places: 1, exactPlaces: 1, differences: [] },
      claim: { status: "none" },
      places: [B],
      scope: { documents: 27, passages: 3 },
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
          receipts: [`${B}:41-78:c4cf31f964ae3b`],
          open: { line: { name: "quote", options: { passage: B } } },
        },
      ],
    });
    expect(reply.inWords).toMatchObject({
      tone: "good",
      title: "✅ Exact",
      message: "These words appear in print exactly like this, character for character.",
      differences: [],
      remarks: [
        "6 words compared with the 3 passages of 27 documents, word by word and then character by character.",
        "A verdict says where words are and who prints them, not who wrote them.",
      ],
    });
    expect(actionLabels(reply)).toEqual([
      "In context",
      "Cite",
      "Keep",
      "The whole letter",
      "Details",
    ]);
    expect(followAction(reply, "Cite", context)).toMatchObject({
      quotation: { citation: { address: B } },
    });
    expect(followAction(reply, "In context", context)).toMatchObject({ kind: "context" });
    expect(followAction(reply, `Open ${B}`, context)).toMatchObject({
      quotation: { start: 0, end: 78 },
    });
  });

  test.each<[string, string, string, readonly string[], readonly (readonly string[])[]]>([
    [
      "“No changed ‘outcome’ – can be ANTICIPATED…”",
      "✅ The same words, written differently",
      "These words are printed with other signs or letters.",
      [
        "Capitals: quoted “No”, printed “no”, and 1 more place.",
        "Punctuation: quoted “‘”, printed a space, and 1 more place.",
      ],
      [[B, NO_CHANGE]],
    ],
    [
      "no\u00a0changed out\u00adcome",
      "✅ The same words, written differently",
      "These words are printed with other signs or letters.",
      [
        "Spaces and line breaks: quoted another kind of space, printed a space.",
        "Invisible characters and soft hyphens: quoted “out\u00adcome” with an invisible character, printed “outcome”.",
      ],
      [[B, "no changed outcome"]],
    ],
    [
      "excessive interest President Moon is showing … in our matter",
      "✅ The same words, written differently",
      "These words are printed with other signs or letters.",
      ["Ellipses: quoted “…”, printed “[. . .]”."],
      [[MOON, "excessive interest President Moon is showing [. . .] in our matter"]],
    ],
    [
      "excessive … Moon is showing … in our matter",
      "⚠️ Shortened: 2 words left out",
      "All parts are in one document, in this order.",
      [
        "Between parts 1 and 2: “interest President” was left out.",
        "Between parts 2 and 3: an ellipsis that is printed too, “[. . .]”.",
      ],
      [[MOON, "excessive", "Moon is showing", "in our matter"]],
    ],
    [
      "And until these elements … are eliminated",
      "⚠️ Shortened",
      "All parts are in one document, in this order.",
      ["Between parts 1 and 2: nothing was left out."],
      [[B, "And until these elements", "are eliminated"]],
    ],
    [
      "And until these elements are eliminated, a changed outcome can be anticipated",
      "⚠️ One word changed: “no” → “a”",
      "No passage has exactly these words. The most similar one is below.",
      ["Negation: “no” was changed to “a”."],
      [[B, "And until these elements are eliminated, no changed outcome can be anticipated"]],
    ],
    [
      "excessive interest President Moon is showing in our matter",
      "⚠️ An ellipsis left out: “[. . .]”",
      "No passage has exactly these words. The most similar one is below.",
      ["The printed ellipsis “[. . .]” is missing."],
      [[MOON, "excessive interest President Moon is showing [. . .] in our matter"]],
    ],
    [
      "the military actions of your side no changed outcome can be anticipated",
      "⚠️ Stitched together",
      "The parts are in this corpus, but not next to each other.",
      [],
      [
        [A, "the military actions of your side"],
        [B, NO_CHANGE],
      ],
    ],
    [
      "your side",
      "ℹ️ A common phrase",
      "These words occur 2 times. They are too few or too common to show where a quotation is from.",
      [],
      [],
    ],
    [
      "no zeppelin",
      "ℹ️ Too few words to judge",
      "No passage has exactly these words. They are too few or too common to look for similar ones.",
      [],
      [],
    ],
    [
      "zeppelins fly over Berlin",
      "❌ Not in this corpus",
      "No passage has these words, or similar ones.",
      [],
      [],
    ],
    [
      "the most important headache of your side is the nuclear military",
      "❌ Not in this corpus",
      "No passage has these words. The closest one, below, says something else.",
      [],
      [[A, "The most important cause of what your side considers the"]],
    ],
  ])("describes “%s” as: %s", (text, title, message, differences, places) => {
    expect(verification({ text }).inWords).toMatchObject({ title, message, differences });
    expect(evidence({ text })).toEqual(places);
  });

  test("lists the gravest changes first, and counts the rest", () => {
    const text =
      "A most vital reason of what our side considers a headache of ‘missile threats’ and nuclear problem is not 3 military acts of Trump and this South Korean military that threatens our safety";
    const { verdict, inWords } = verification({ text });
    const { title, differences } = inWords;
    expect(title).toBe("⚠️ Altered in 8 places");
    expect(differences.map((one) => one.split(":")[0])).toEqual([
      "Negation",
      ...differences.slice(1, 6).map((one) => one.split(":")[0]),
      "2 other differences, in bold below.",
    ]);
    expect(differences[0]).toContain("not 3");
    expect(differences[1]).toMatch(/^Name: .*Trump/);
    const changes = verdict.kind === "altered" ? verdict.changes : [];
    expect(changes.filter(({ isSame }) => !isSame)).toHaveLength(8);
  });

  test("says who set an ellipsis among the words", () => {
    const text = "President Moon is showing [. . .] in our matter";
    expect(verification({ text }).inWords.remarks).toContain(
      "The ellipsis “[. . .]” is by Hankyoreh, 26 September 2022, which prints these words.",
    );
    const other = contextOf(libraryOf({ "a.md": "The lamp … was lit at dusk again." }));
    expect(verification({ text: "The lamp … was lit" }, other).inWords.remarks).toContain(
      "The ellipsis “…” is in the document itself.",
    );
  });

  test("shows only the sentences around the words", () => {
    const { evidence } = verification({ text: "two cans, and we carried them" }, lighthouse);
    expect(evidence[0]).toMatchObject({
      quotation: {
        text: expect.stringMatching(/^All the oil that was left .* would not close\.$/s),
      },
      marks: { more: { before: true, after: true } },
    });
  });

  test("quotes words that continue in the next passage from both passages", () => {
    const text = "the panes rang like bells. Mr. Hale says that no ship passes";
    expect(evidence({ text }, lighthouse)).toEqual([
      ["log¶1", "the panes rang like bells."],
      ["log¶2", "Mr. Hale says that no ship passes"],
    ]);
  });

  test("shows overlapping occurrences in one passage separately", () => {
    const other = contextOf(libraryOf({ "a.md": "bravo alpha bravo alpha bravo zulu" }));
    expect(evidence({ text: "bravo alpha bravo" }, other)).toEqual([
      ["a¶1", "bravo alpha bravo"],
      ["a¶1", "bravo alpha bravo"],
    ]);
    for (const { quotation } of verification({ text: "bravo alpha bravo" }, other).evidence) {
      expect(quotation.text).toBe("bravo alpha bravo alpha bravo zulu");
    }
  });

  test("offers a search for a common phrase and for words that do not occur", () => {
    expect(followAction(verification({ text: "your side" }), "Search", context)).toMatchObject({
      kind: "hits",
      query: "“your side”",
      total: 1,
    });
    expect(
      followAction(verification({ text: "military zeppelin" }), "Search", context),
    ).toMatchObject({
      query: "military zeppelin",
    });
    expect(actionLabels(verification({ text: "zeppelins ".repeat(9) }))).toEqual(["Details"]);
  });
});

describe("the details", () => {
  const text = "And until these elements are eliminated, a changed outcome can be anticipated";
  const details = followAction(verification({ text }), "Details", context);

  test("add receipts, what was compared, and the limits of a verdict", () => {
    const brief = asText(verification({ text })).text;
    const full = asText(details).text;
    for (const line of [
      `Receipt: ${B}:0-78:ca4ba272e3be3b`,
      "12 words compared with",
      "A verdict says",
    ]) {
      expect(brief).not.toContain(line);
      expect(full).toContain(line);
    }
    expect(actionLabels(details)).not.toContain("Details");
  });

  test("leave the verdict, its evidence and the note of the source as they are", () => {
    const { quoted, verdict, evidence } = verification({ text });
    expect(details).toMatchObject({ quoted, verdict, evidence });
    for (const reply of [details, verification({ text })]) {
      expect(asText(reply).text).toContain("Printed in English");
    }
  });
});

test.each([
  ["admits that hard questions remain", "note"],
  ["The one that Anna brought from Bergen", "note"],
  ["The Log of the Second Keeper", "heading"],
  ["A storm took the old pier", "note"],
  ["Receipt: a¶1:0-18:f93a4333e3b07a", "receipt"],
  ["> -# **Receipt:** `a¶1:0-18:f93a4333`.", "receipt"],
  ["증표: a¶1:0-18:f93a4333e3b07a", "receipt"],
])("what is no document’s own words is called that: %s", (text, reason) => {
  const asked = contextOf(
    libraryOf({
      "corpus.yaml": "body: notes",
      "sources.yaml": "gazette: { type: book, title: The Gazette }",
      "events.yaml":
        "- { date: 1907, title: The pier, text: A storm took the old pier., sources: [gazette] }",
      "a.md": "# The Log of the Second Keeper\n\nThe keeper admits that hard questions remain.",
      "b.md":
        "## Text\n\nThe lamp† was lit at dusk, and the oil came late.\n\n† The one that Anna brought from Bergen.",
    }),
  );
  expect(verification({ text }, asked).verdict).toEqual({ kind: "unjudged", reason });
});

describe("the words that differ", () => {
  /** Returns the changed words in each piece of evidence. */
  const changedIn = (text: string, other = context) =>
    verification({ text }, other).evidence.map(({ quotation, changed }) =>
      changed.map(({ start, end }) => quotation.text.slice(start, end)),
    );

  test.each<[string, readonly (readonly string[])[]]>([
    ["And until these elements are eliminated, a changed outcome can be anticipated", [["no"]]],
    [
      "And until these things are eliminated, no changed result can be anticipated",
      [["elements", "outcome"]],
    ],
    [
      "And until these elements are quickly eliminated, no changed outcome can be anticipated",
      [[]],
    ],
    ["And until these elements are, no changed outcome can be anticipated", [["eliminated"]]],
    [NO_CHANGE, [[]]],
  ])("are marked where they are printed: %s", (text, changed) => {
    expect(changedIn(text)).toEqual(changed);
  });

  test.each([
    ["a changed outcome can be anticipated", "a", context],
    ["nobody counted three ships last night and none", "nobody", lighthouse],
    ["the lamp was lit at noon", "noon", lighthouse],
  ])("are added at the edge of a quotation: nothing there was quoted otherwise: %s", (...asked) => {
    const [text, quoted, other] = asked;
    const { verdict } = verification({ text }, other);
    const changes = verdict.kind === "altered" ? verdict.changes : [];
    expect(changes.filter(({ isSame }) => !isSame)).toMatchObject([{ printed: "", quoted }]);
  });

  test("are marked in each of the passages over which they extend", () => {
    const text = "the panes rang like glass. Mr. Hale claims that no ship passes here in March";
    expect(changedIn(text, lighthouse)).toEqual([["bells"], ["says"]]);
  });
});

describe("a claim", () => {
  const answerToClaim = (claim: RawOptions, text = NO_CHANGE) => {
    const { title, message } = verification({ text, ...claim }).inWords;
    return [title, message.replace(/^.*?\. /, "")];
  };

  test.each<[RawOptions, string]>([
    [{ from: "Kim" }, "from Kim Jong Un"],
    [{ date: "2019-08" }, "dated August 2019"],
    [{ date: "2019-08-05" }, "dated 5 August 2019"],
    [{ letter: "2019-08-05" }, "dated 5 August 2019"],
    [{ letter: "2019-08-05-kim-to-trump" }, "called 2019-08-05-kim-to-trump"],
    [{ from: "Kim", date: "2019" }, "from Kim Jong Un and dated 2019"],
  ])("that is right is confirmed: %j", (claim, label) => {
    expect(answerToClaim(claim)).toEqual([
      "✅ Exact",
      `They are in a document ${label}, as claimed.`,
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
  ])("that is wrong is refuted: %j", (claim, label) => {
    expect(answerToClaim(claim)).toEqual([
      `↪️ These words, but not ${label}`,
      `No document ${label} has them.`,
    ]);
    expect(evidence({ text: NO_CHANGE, ...claim })).toEqual([[B, NO_CHANGE]]);
  });

  test("may be a title", () => {
    const { title, message } = verification(
      { text: "The lamp was lit", letter: "log" },
      lighthouse,
    ).inWords;
    expect(title).toBe("✅ Exact");
    expect(message).toContain("in a document called");
  });

  test("is compared independently of the words: altered words may be there, or elsewhere", () => {
    const text = "And until these elements are eliminated, a changed outcome can be anticipated";
    expect(answerToClaim({ from: "Kim" }, text)[0]).toBe("⚠️ One word changed: “no” → “a”");
    expect(answerToClaim({ from: "Trump" }, text)[0]).toBe(
      "⚠️ One word changed: “no” → “a”, and not from Donald J. Trump",
    );
  });

  test.each([
    ["Kim", "2 of these places are in a document from Kim Jong Un."],
    ["Trump", "None of these places is in a document from Donald J. Trump."],
  ])("is compared with a common phrase too, in documents by %s", (from, sentence) => {
    expect(verification({ text: "your side", from }).inWords.message).toContain(sentence);
  });

  test.each([
    ["2001", "3 of these places are in a document dated 2001."],
    ["2002", "1 of these places is in a document dated 2002."],
    ["2003", "None of these places is in a document dated 2003."],
  ])("counts the matching occurrences in %s", (date, sentence) => {
    const dated = (year: number) => `---\ndate: ${year}-01-01\n---\nOf the lamp.`;
    const years = [2001, 2001, 2001, 2002];
    const files = years.map((year, at) => [`d${at}.md`, dated(year)]);
    const many = contextOf(libraryOf(Object.fromEntries(files)));
    expect(verification({ text: "of the", date }, many).inWords.message).toContain(sentence);
  });

  test.each(["zeppelins fly over Berlin", "no zeppelin"])(
    "is ignored for words that do not occur: %s",
    (text) => {
      const { claim, ...unclaimed } = verification({ text });
      const reply = verification({ text, from: "Trump" });
      expect(claim).toEqual({ status: "none" });
      expect(reply).toMatchObject({
        ...unclaimed,
        claim: { status: "unknown", claimed: { from: "Donald J. Trump" }, places: 0 },
      });
    },
  );

  test("puts matching occurrences first", () => {
    const text = "I counted three";
    expect(evidence({ text }, lighthouse).map(([address]) => address)).toEqual([
      "log¶2",
      "letter¶2",
    ]);
    const reply = verification({ text, date: "May 1907" }, lighthouse);
    expect(reply.inWords.title).toBe("✅ Exact, in 2 places");
    expect(reply.inWords.message).toBe(
      "These words occur in 2 places, character for character. They are in a document dated May 1907, as claimed.",
    );
    expect(reply.evidence.map(({ quotation }) => quotation.citation.address)).toEqual([
      "letter¶2",
      "log¶2",
    ]);
  });

  test("puts a matching occurrence first even if its typography differs", () => {
    const other = contextOf(
      libraryOf({ "a.md": "The lamp was lit at dusk.", "b.md": "THE LAMP WAS LIT AT DUSK." }),
    );
    expect(verification({ text: "The lamp was lit", letter: "b" }, other)).toMatchObject({
      inWords: {
        title: "✅ The same words, written differently, in 2 places",
        message: expect.stringContaining("in 2 places, in 1 of them character for character."),
        differences: ["Capitals: quoted “The”, printed “THE”, and 3 more places."],
      },
      evidence: [{ receipts: [expect.stringMatching(/^b¶1/)] }, {}],
    });
    expect(verification({ text: "thE lamp was lit" }, other).inWords.message).toBe(
      "These words occur in 2 places, in none of them character for character.",
    );
  });

  test("is right, partly right or wrong for a quotation stitched from several places", () => {
    const other = contextOf(
      libraryOf({
        "a.md": "The lamp was lit at dusk by the old keeper.",
        "b.md": "All the oil stood in two cans below the stairs.",
        "c.md": "Nobody slept.",
      }),
    );
    const text = "The lamp was lit at dusk all the oil stood in two cans";
    expect(verification({ text, letter: "a" }, other)).toMatchObject({
      claim: { status: "met", meeting: 1, places: 2 },
      inWords: {
        title: "⚠️ Stitched together",
        message: expect.stringContaining(
          "Only some of them are in a document called a, as claimed.",
        ),
      },
    });
    expect(verification({ text, letter: "undated" }, other).inWords.message).toContain(
      "They are in a document undated, as claimed.",
    );
    expect(verification({ text, letter: "c" }, other).inWords.title).toBe(
      "⚠️ Stitched together, and not called c",
    );
  });

  describe("about a date", () => {
    const TEXT = "The lamp was lit at dusk by the old keeper.";
    const claimAbout = (dates: readonly string[], date: string) => {
      const files = dates.map((own, index) => {
        const frontMatter = own === "" ? "" : `---\ndate: ${own}\n---\n\n`;
        return [`${index}.md`, `${frontMatter}${TEXT}`];
      });
      const other = contextOf(libraryOf(Object.fromEntries(files)));
      return verification({ text: TEXT, date }, other);
    };

    test.each([
      ["2013-04", "2013-04-15", "They are in a document dated April 2013; the day is not known."],
      [
        "2013",
        "2013-04",
        "They are in a document dated 2013; the month and the day are not known.",
      ],
      ["2013~", "2013-04-15", "the exact date is not known."],
      ["2013-04-15~", "2013-04-15", "the exact date is not known."],
      ["2013-04~", "2013-04", "the exact date is not known."],
      ["2013?", "2013", "the exact date is not known."],
      ["2013-04-01/2013-04-20", "2013-04-15", "20 April 2013; the day is not known."],
      ["2012/2014", "2013-04-15", "dated 2012 to 2014; the exact date is not known."],
      ["2012-03/2013-05", "2013-04", "the exact date is not known."],
      ["2013-21", "2013-03", "dated spring 2013; the exact date is not known."],
      ["201X", "2013", "dated the 2010s; the exact date is not known."],
    ])("%s that may be %s says what is not known", (own, date, sentence) => {
      const reply = claimAbout([own], date);
      expect(reply.claim).toMatchObject({ status: "possible", meeting: 1, places: 1 });
      expect(reply.inWords.message).toContain(sentence);
      expect(reply.inWords.title).toBe("✅ Exact");
    });

    test.each([
      [["2013-04"], "2013", "met"],
      [["2013-04-15"], "2013-04", "met"],
      [["2013-04-01/2013-04-20"], "2013-04-15", "possible"],
      [["2013-04-01/2013-04-20"], "2013-04", "met"],
      [["2012/2014"], "2012/2014", "met"],
      [["2013-21"], "2013", "met"],
      [["2013-04"], "2013-05-01", "elsewhere"],
      [["2013"], "2014-04", "elsewhere"],
      [[""], "2013-04-15", "unknown"],
      [["2013-04", "2013-04-15"], "2013-04-15", "met"],
      [["2013-04", ""], "2013-04-15", "possible"],
      [["2013-05", ""], "2013-04-15", "unknown"],
      [["2013/.."], "2014", "possible"],
      [["../2013"], "2012-05", "possible"],
      [["2013/.."], "2012", "elsewhere"],
    ])("documents dated %j that are claimed to be of %s: %s", (own, date, status) => {
      expect(claimAbout(own, date).claim.status).toBe(status);
    });
  });

  test.each([
    ["", { date: "2013-04-15" }, "unknown"],
    ["", { from: "Ada" }, "unknown"],
    ["date: 2013-04", { date: "2013-04-15" }, "possible"],
    ["date: 2013-04-15", { date: "2013-04-15" }, "met"],
    ["date: 2013-05", { date: "2013-04-15" }, "elsewhere"],
    ["from: Ada", { from: "Ada" }, "met"],
    ["author: Ada", { from: "Ada" }, "met"],
    ["from: Tom", { from: "Ada" }, "elsewhere"],
  ])("about a common phrase goes by what is known: %j %j", (known, claimed, status) => {
    const text = Array.from({ length: 9 }, (_, at) => `It was ${at} of the lamps.`).join("\n\n");
    const other = contextOf(
      libraryOf({
        "a.md": `---\ntitle: A\n${known}\n---\n\n${text}`,
        "b.md": "---\nfrom: [Ada, Tom]\ndate: 1700\n---\n\nA gale blew.",
      }),
    );
    const reply = verification({ text: "of the", ...claimed }, other);
    expect([reply.verdict.kind, reply.claim.status]).toEqual(["common", status]);
    if (status === "unknown") expect(reply.inWords.message).toContain("does not say whether");
    if (status === "possible") expect(reply.inWords.message).toContain("the day is not known");
  });

  test("with an unknown person or an invalid date is a notice", () => {
    expect(noticeFor({ text: NO_CHANGE, from: "Zeppelin" })).toContain("Zeppelin");
    expect(noticeFor({ text: NO_CHANGE, from: "2019-08-05" })).toContain("`date:2019-08-05`");
    expect(noticeFor({ text: NO_CHANGE, date: "Kim" })).toContain("`from:Kim`");
    expect(noticeFor({ text: NO_CHANGE, date: "5/8/2019" })).toContain("two ways");
    expect(noticeFor({ text: NO_CHANGE, letter: "zeppelin" })).not.toBe("");
  });
});

describe("words with many occurrences", () => {
  const text = "the lamp was lit at dusk in the old tower by the sea";
  const other = contextOf(
    libraryOf(
      Object.fromEntries(
        Array.from({ length: 19 }, (_, at) => [`d${10 + at}.md`, `${at}: ${text}.`]),
      ),
    ),
  );

  test("are paginated, each occurrence once", () => {
    const pages = [1, 2, 3].map((page) => verification({ text, page }, other));
    expect(pages.map(({ page }) => page)).toEqual([1, 2, 3].map((number) => ({ number, of: 3 })));
    const addresses = pages.flatMap(({ evidence }) =>
      evidence.map(({ quotation }) => quotation.citation.address),
    );
    expect(addresses).toEqual(Array.from({ length: 19 }, (_, at) => `d${10 + at}¶1`));
    expect(pages[0]?.inWords.title).toBe("✅ Exact, in 19 places");
    expect(followAction(verification({ text }, other), "Next page", other)).toEqual(pages[1]);
    expect(followAction(verification({ text, page: 3 }, other), "Previous page", other)).toEqual(
      pages[1],
    );
    expect(verification({ text, page: 99 }, other)).toEqual(pages[2]);
    expect(asText(verification({ text, page: 2 }, other)).text).toContain("Page 2 of 3");
  });

  test("keep the claim on every page", () => {
    const first = verification({ text, letter: "d28" }, other);
    expect(first.evidence[0]?.quotation.citation.address).toBe("d28¶1");
    const second = expectKind("verification", followAction(first, "Next page", other));
    expect(second.inWords.message).toBe(first.inWords.message);
  });

  test("are only counted above a limit", () => {
    const many = contextOf(libraryOf({ "a.md": Array(201).fill(`${text}.`).join("\n\n") }));
    expect(verification({ text }, many)).toMatchObject({
      inWords: {
        title: "ℹ️ A common phrase",
        message: expect.stringContaining("occur 201 times."),
      },
    });
  });
});

describe("several quotations in a text", () => {
  const text = `“${NO_CHANGE}” and “the military exercises of your side” or „ships over the sea“`;

  test("are listed with their verdicts, and each has an action", () => {
    const reply = list({ text, each: true });
    expect(reply.inWords.title).toBe("3 quotations compared with this corpus");
    expect(reply.inWords.items.map(({ label, detail }) => [label, detail])).toEqual([
      [expect.stringMatching(/^✅ Exact · Kim Jong Un to .* ¶b, as printed in/), `“${NO_CHANGE}”`],
      [
        expect.stringMatching(/^⚠️ .* · |^❌ Not in this corpus/),
        "“the military exercises of your side”",
      ],
      ["❌ Not in this corpus", "“ships over the sea”"],
    ]);
    expect(reply.inWords.remarks).toEqual([]);
    const opened = followAction(reply, "Quotation 1", context);
    expect(opened).toEqual(withAllQuotations(verification({ text: NO_CHANGE })));
    expect(followAction(reply, "Quotation 3", context)).toEqual(
      withAllQuotations(verification({ text: "ships over the sea" })),
    );
    expect(followAction(opened, "All quotations", context)).toEqual(reply);
  });

  test("are compared with the claim", () => {
    const reply = list({ text, each: true, from: "Trump" });
    expect(reply.inWords.remarks).toEqual([
      "The claim: they are in a document from Donald J. Trump.",
    ]);
    expect(reply.inWords.items[0]?.label).toMatch(
      /^↪️ These words, but not from Donald J. Trump · /,
    );
    expect(followAction(reply, "Quotation 1", context)).toMatchObject({
      inWords: { title: "↪️ These words, but not from Donald J. Trump" },
    });
  });

  test("are not listed if there is only one", () => {
    expect(verification({ text: `He wrote “${NO_CHANGE}”.`, each: true })).toEqual(
      anyDetails(verification({ text: NO_CHANGE })),
    );
    expect(verification({ text: NO_CHANGE, each: true })).toEqual(
      anyDetails(verification({ text: NO_CHANGE })),
    );
  });

  test.each([
    [1, "1 more quotation was not compared: check them one by one."],
    [1200, "1,200 more quotations were not compared: check them one by one."],
  ])("are listed with the %i left out, even if there is only one", (left, remark) => {
    expect(list({ text, each: true, left }).inWords.remarks).toEqual([remark]);
    const one = list({ text: `“${NO_CHANGE}”`, each: true, left });
    expect(one.inWords.remarks).toEqual([remark]);
    expect(followAction(one, "Quotation 1", context)).toEqual(
      withAllQuotations(verification({ text: NO_CHANGE })),
    );
  });

  test("are listed if the number is out of range", () => {
    expect(list({ text, each: true, nth: 4 })).toEqual(list({ text, each: true }));
  });

  test("are paginated", () => {
    const many = Array.from({ length: 20 }, (_, at) => `“quotation number ${at}”`).join(" ");
    const reply = list({ text: many, each: true });
    expect(reply.page).toEqual({ number: 1, of: 3 });
    const last = followAction(followAction(reply, "Next page", context), "Next page", context);
    expect(expectKind("verifications", last).inWords.items.map(({ detail }) => detail)).toEqual(
      [16, 17, 18, 19].map((at) => `“quotation number ${at}”`),
    );
    expect(followAction(last, "Quotation 20", context)).toMatchObject({ kind: "verification" });
  });
});

describe("the message command", () => {
  const optionsFrom = (message: string) => verify.messageCommand?.optionsFrom(message, context);
  const answerTo = (message: string) => verify.respond(optionsFrom(message) ?? {}, context);

  test.each<[string, string, unknown]>([
    [
      "the whole message if it has no quotation",
      "no changed\n\noutcome",
      { text: "no changed\u2028outcome" },
    ],
    ["its only quotation", `He wrote “${NO_CHANGE}”!`, { text: NO_CHANGE }],
    ["its only block quote", `See:\n> ${NO_CHANGE}\n> — Kim`, { text: NO_CHANGE }],
    [
      "its quotations, each once",
      `“one two three” «four five six» “one two three”`,
      { text: "“one two three” “four five six”", each: true, left: 0 },
    ],
    [
      "its block quotes and quotation marks, with nested quotations",
      "“one two three”\n>>> four “five six”\n\n— Kim",
      { text: "“one two three” «four “five six”»", each: true, left: 0 },
    ],
  ])("verifies %s", (_, message, options) => {
    expect(optionsFrom(message)).toEqual(options);
  });

  test("verifies as many quotations as fit, and counts the rest", () => {
    const quotations = Array.from({ length: 30 }, (_, at) => `“${at} ${"lamp ".repeat(30)}oil”`);
    const options = optionsFrom(quotations.join("\n"));
    expect(options).toMatchObject({ each: true, left: 21 });
    expect(expectKind("verifications", answerTo(quotations.join("\n")))).toMatchObject({
      inWords: {
        title: "9 quotations compared with this corpus",
        remarks: ["21 more quotations were not compared: check them one by one."],
      },
    });
  });

  test("skips a quotation that does not fit", () => {
    const message = `“${"lamp ".repeat(301)}” “${NO_CHANGE}”`;
    expect(optionsFrom(message)).toEqual({ text: `“${NO_CHANGE}”`, each: true, left: 1 });
    expect(expectKind("verifications", answerTo(message))).toMatchObject({
      inWords: {
        items: [{ label: expect.stringMatching(/^✅ Exact/) }],
        remarks: ["1 more quotation was not compared: check them one by one."],
      },
    });
  });

  test.each(["lamp ".repeat(800), `“${"lamp ".repeat(799)}”`])(
    "verifies the beginning of the first quotation if none fits",
    (message) => {
      const { items, remarks } = expectKind("verifications", answerTo(message)).inWords;
      expect(items.map(({ detail }) => detail)).toEqual([`“${"lamp ".repeat(300).trim()}”`]);
      expect(remarks).toEqual(["1 more quotation was not compared: check them one by one."]);
    },
  );

  test("reports the limits if not even one word fits", () => {
    expect(expectKind("notice", answerTo("x".repeat(4000))).inWords.message).toBe(
      "`text` should be words to compare: at most 300 words and 2,000 characters.",
    );
  });
});

describe("text that cannot be compared", () => {
  const wrong = "`text` should be words to compare: at most 300 words and 2,000 characters.";

  test.each([
    ["301 words", "lamp ".repeat(301)],
    ["2,001 characters", "x".repeat(2001)],
    ["no word", "?! —"],
    ["nothing", "  "],
  ])("is rejected: %s", (_, text) => {
    expect(noticeFor({ text })).toBe(wrong);
  });

  test("is reported as missing if no text is given", () => {
    expect(noticeFor({})).toMatch(/^`text` is missing\./);
  });

  test("does not include text at the limits", () => {
    expect(verification({ text: "lamp ".repeat(300) }).inWords.remarks[0]).toMatch(
      /^300 words compared/,
    );
    expect(verification({ text: "x".repeat(2000) }).inWords.remarks[0]).toMatch(
      /^1 word compared with/,
    );
  });

  test.each<RawOptions>([
    { nth: 0 },
    { nth: 2001 },
    { nth: 1.5 },
    { left: -1 },
    { left: 1e7 },
    { page: 0 },
    { each: "perhaps" },
  ])("includes any text with options out of bounds: %j", (options) => {
    expect(noticeFor({ text: NO_CHANGE, ...options })).toContain("should be");
  });
});

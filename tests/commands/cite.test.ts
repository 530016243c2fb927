import { describe, expect, test } from "vitest";
import { cite } from "../../commands/cite.ts";
import { quote } from "../../commands/quote.ts";
import { createBot } from "../../src/command/bot.ts";
import type { RawOptions } from "../../src/command/types.ts";
import { PLAIN } from "../../src/reply/plain-text.ts";
import type { Library } from "../../src/search/library.ts";
import {
  actionLabels,
  context,
  contextOf,
  expectKind,
  followAction,
  libraryOf,
  papers,
  styles,
} from "../library.ts";
import { asText, putIntoWords } from "../words.ts";

const ADDRESS = "2019-08-05-kim-to-trump¶b";
const RECEIPT = `${ADDRESS}:0-78:ca4ba272e3be3b`;

const citation = (options: RawOptions, other = context) =>
  expectKind("citation", cite.respond(options, other));
const noticeFor = (options: RawOptions, other = context) =>
  expectKind("notice", cite.respond(options, other));
const forms = (options: RawOptions, other = context) =>
  citation(options, other).forms.map(({ label, text }) => [label, text]);

describe("/cite of a passage", () => {
  test("shows its words, the forms of the preferred style, and a receipt", () => {
    const reply = citation({ passage: ADDRESS });
    expect(reply).toMatchObject({
      style: { name: "chicago", title: "Chicago Manual of Style, 17th edition" },
      quotation: {
        text: "And until these elements are eliminated, no changed outcome can be anticipated",
        citation: { address: ADDRESS },
      },
      forms: [{ label: "Note" }, { label: "Bibliography entry" }],
      receipt: RECEIPT,
    });
    expect(reply).not.toHaveProperty("file");
    expect(reply).not.toHaveProperty("check");
  });

  test.each([
    ["apa", "APA Publication Manual, 7th edition"],
    ["MLA", "MLA Handbook, 9th edition"],
    ["Cite Them Right", "Harvard, after Cite Them Right, 12th edition"],
    ["BibTeX", "BibTeX record"],
    ["csl-json", "CSL-JSON record"],
  ])("accepts a style by its name or its title: %s", (style, title) => {
    expect(citation({ passage: ADDRESS, style }).style.title).toBe(title);
  });

  test("uses the preferred style of the context", () => {
    const apa = styles.all.find(({ name }) => name === "apa") ?? styles.preferred;
    const other = { ...context, styles: { ...styles, preferred: apa } };
    expect(forms({ passage: ADDRESS }, other)[0]).toEqual([
      "In-text citation",
      "(Kim, 2019, as cited in Jung, 2022)",
    ]);
  });

  test.each([
    ["bibtex", "2019-08-05-kim-to-trump-b.bib", "@article{hankyoreh-2022-09-26,"],
    ["ris", "2019-08-05-kim-to-trump-b.ris", "TY  - NEWS"],
    ["csl-json", "2019-08-05-kim-to-trump-b.json", "["],
  ])("shows a record as text and as a file: %s", (style, name, first) => {
    const reply = citation({ passage: ADDRESS, style });
    const text = reply.forms[0]?.text ?? "";
    expect(text.split("\n")[0]).toBe(first);
    expect(reply.file).toEqual({ name, text: `${text}\n`, goes: "always" });
    expect(reply.inWords.remarks).toContain(
      "The record is that of the work that prints the words; its note names the letter.",
    );
  });

  test("warns about styles that do not name the document", () => {
    const remark =
      "The citation names only the work that prints the words, so say in your own text whose they are.";
    expect(citation({ passage: ADDRESS, style: "mla" }).inWords.remarks).toContain(remark);
    expect(citation({ passage: ADDRESS, style: "apa" }).inWords.remarks).not.toContain(remark);
    expect(
      citation({ passage: "log¶1", style: "mla" }, contextOf(papers)).inWords.remarks,
    ).not.toContain(remark);
  });

  test("offers every other style, the quotation and the letter", () => {
    const reply = citation({ passage: ADDRESS, style: "apa" });
    expect(actionLabels(reply)).toEqual([
      ...["Chicago", "MLA", "Harvard", "BibTeX", "RIS", "CSL-JSON"],
      ...["Quote", "Keep", "The whole letter"],
    ]);
    expect(followAction(reply, "Chicago", context)).toEqual(
      citation({ passage: ADDRESS, style: "chicago" }),
    );
    expect(followAction(reply, "Quote", context)).toEqual(
      putIntoWords(quote.respond({ passage: ADDRESS }, context)),
    );
    expect(followAction(reply, "The whole letter", context)).toMatchObject({ kind: "document" });
  });

  test.each(["old-log¶1", "old-log#1", " LOG # 1 "])("accepts former ids: %s", (passage) => {
    const { actions: _, ...expected } = citation({ passage: "log¶1" }, contextOf(papers));
    expect(citation({ passage }, contextOf(papers))).toMatchObject(expected);
  });

  test("links to the work that prints the words", () => {
    const url = "https://english.hani.co.kr/arti/english_edition/e_northkorea/1060192.html";
    const reply = citation({ passage: ADDRESS });
    expect(asText(reply).text).toContain(`\n\n${url}\n`);
    const link = (text: string, to: string) => `[${text}](${to})`;
    expect(asText(reply, { ...PLAIN, link }).text).toContain(
      `as printed in [Hankyoreh, 26 September 2022](${url}#:~:text=And%20until`,
    );
  });
});

describe("/cite of a document", () => {
  test.each(["2019-08-05-kim-to-trump", "2019-08-05", "5 August 2019"])(
    "shows its own citation, and no receipt: %s",
    (passage) => {
      const reply = citation({ passage });
      expect(reply.forms[0]?.text).toBe("Kim Jong Un to Donald J. Trump, August 5, 2019.");
      expect(reply.document.id).toBe("2019-08-05-kim-to-trump");
      expect(reply).not.toHaveProperty("quotation");
      expect(asText(reply).text).toContain("Kim Jong Un to Donald J. Trump, 5 August 2019\n");
      expect(reply).not.toHaveProperty("receipt");
      expect(actionLabels(reply)).not.toContain("Quote");
    },
  );

  test("warns that the document is known only through other works", () => {
    expect(citation({ passage: "2019-08-05-kim-to-trump" }).inWords.remarks[0]).toBe(
      "This cites the letter itself, which is known here only through other works. Cite the one that you have read: “The whole letter” lists them.",
    );
    expect(citation({ passage: "log" }, contextOf(papers)).inWords.remarks).toHaveLength(1);
  });

  test("shows no date that is not verified", () => {
    expect(forms({ passage: "unidentified-kim-1" })).toEqual([
      ["Note", "Kim Jong Un to Donald J. Trump, n.d."],
      ["Bibliography entry", "Kim Jong Un. Letter to Donald J. Trump, n.d."],
    ]);
  });

  test("offers some documents if the title is ambiguous", () => {
    const reply = noticeFor({ passage: "Kim" });
    expect(reply.inWords.message).toBe("“Kim” may be one of 26 documents. Which one do you mean?");
    expect(actionLabels(reply)).toHaveLength(5);
    expect(actionLabels(reply)).toContain("2018-04-01-kim-to-trump");
  });
});

describe("/cite of a receipt", () => {
  const first = "The lamp was lit.";
  const second = "The oil has arrived.";
  const withParagraphs = (...paragraphs: readonly string[]): Library =>
    libraryOf({ "a.md": `---\nformerly: [old]\n---\n\n${paragraphs.join("\n\n")}\n` });
  /** The receipt of “oil has”. */
  const receipt = citation(
    { passage: "a¶2" },
    contextOf(withParagraphs(first, second)),
  ).receipt?.replace(/:.*/, ":4-11:38962fab");

  test.each([
    [
      "are unchanged",
      withParagraphs(first, second),
      "a",
      "The words of this receipt are still at `a¶2`, unchanged.",
      "oil has",
      "a¶2:4-11",
    ],
    [
      "are unchanged under another id",
      withParagraphs(first, second),
      "old",
      "The words of this receipt are unchanged. Their document has a new id, so they are at `a¶2`.",
      "oil has",
      "a¶2:4-11",
    ],
    [
      "have moved",
      withParagraphs("New.", first, second),
      "a",
      "The words of this receipt are unchanged, but have moved to `a¶3`. The receipt below is the new one.",
      "oil has",
      "a¶3:4-11",
    ],
    [
      "have changed",
      withParagraphs(first, "The tea has arrived."),
      "a",
      "The words of this receipt are no longer there. A receipt contains only a hash of its words, so only the present words of `a¶2` can be shown:",
      "tea has",
      "a¶2:4-11",
    ],
    [
      "are cut off",
      withParagraphs(first, "No."),
      "a",
      "The words of this receipt are no longer there: the passage ends before they would begin. A receipt contains only a hash of its words, so only the present words of `a¶2` can be shown:",
      "No.",
      "a¶2:0-3",
    ],
  ])("reports that its words %s", (_, library, id, verdict, text, span) => {
    const reply = citation({ passage: receipt?.replace("a¶", `${id}¶`) }, contextOf(library));
    expect(reply).toMatchObject({ inWords: { message: verdict }, quotation: { text } });
    expect(reply.receipt).toMatch(new RegExp(`^${span}:[0-9a-f]{14}$`));
    expect(reply.forms.length).toBe(2);
  });

  test("reports that its passage or its document is gone", () => {
    expect(noticeFor({ passage: receipt }, contextOf(withParagraphs(first))).inWords.message).toBe(
      "“a¶2” is not the address of a passage. a has only a¶1.\nThe words of this receipt were not found elsewhere in it.",
    );
    expect(noticeFor({ passage: receipt }, contextOf(papers)).inWords.message).toMatch(
      /^No passage has the address “a¶2”\./,
    );
  });

  test("shows the citation of its words in a style, and can quote them", () => {
    const other = contextOf(withParagraphs(first, second));
    const reply = citation({ passage: receipt, style: "apa" }, other);
    expect(reply.forms[0]?.text).toBe("(A, n.d., para. 2)");
    expect(followAction(reply, "Quote", other)).toMatchObject({
      kind: "quotation",
      quotation: { text: "oil has", start: 4, end: 11 },
    });
    expect(followAction(reply, "MLA", other)).toMatchObject({ quotation: { text: "oil has" } });
  });
});

describe("/cite", () => {
  test("is private unless the user chooses otherwise", () => {
    const bot = createBot([cite], () => context);
    expect(bot.respond("cite", { passage: ADDRESS }).isPrivate).toBe(true);
    expect(bot.respond("cite", { passage: ADDRESS, private: false }).isPrivate).toBe(false);
  });

  test("completes passages and documents, and styles by name and title", () => {
    const bot = createBot([cite], () => context);
    const values = (option: string, typed: string) =>
      bot.suggest("cite", option, typed).map(({ value }) => value);
    expect(values("passage", "2019-08-05")).toEqual([
      "2019-08-05-kim-to-trump¶a",
      "2019-08-05-kim-to-trump¶b",
      "2019-08-05-kim-to-trump",
    ]);
    expect(values("style", "")).toEqual(styles.all.map(({ name }) => name));
    expect(values("style", "handbook")).toEqual(["mla"]);
  });

  test.each([
    ["zeppelin", "There is no style called “zeppelin”."],
    ["chicgo", "There is no style called “chicgo”."],
    ["edition", "“edition” may be chicago, mla, apa or harvard."],
  ])("lists the styles if none is called %s", (style, message) => {
    expect(noticeFor({ passage: ADDRESS, style }).inWords.message).toContain(message);
  });

  test("offers the style with the closest name", () => {
    expect(actionLabels(noticeFor({ passage: ADDRESS, style: "chicgo" }))).toEqual(["chicago"]);
  });

  test("reports that no document has this date, and offers the nearest", () => {
    const reply = noticeFor({ passage: "2018-06-20" });
    expect(reply.inWords.message).toBe(`None of the 27 documents searched is dated 20 June 2018.
3 documents have no known date; ask for \`date:undated\`.
The nearest results are:`);
    expect(actionLabels(reply)).toEqual([
      "Before: Donald J. Trump to Kim Jong Un, 15 June 2018",
      "After: Donald J. Trump to Kim Jong Un, 3 July 2018",
    ]);
  });

  test("finds a document by a date without a year", () => {
    expect(citation({ passage: "Aug 5" })).toMatchObject({
      document: { id: "2019-08-05-kim-to-trump" },
    });
  });

  test.each([
    ["5/8/2019", "“5/8/2019” can be read in two ways"],
    ["2018-06-31", "“2018-06-31” is not a day"],
    ["Mar 22 to Jun 12 2019", "“Mar 22 to Jun 12 2019”"],
  ])("explains the problem with the date %s", (typed, message) => {
    expect(noticeFor({ passage: typed }).inWords.message).toContain(message);
  });

  test("reports a missing or unknown passage", () => {
    expect(noticeFor({}).inWords.message).toMatch(
      /^`passage` is missing\. It should be the address of a passage, a receipt, or the id or title/,
    );
    expect(noticeFor({ passage: "zeppelin" }).inWords.message).toMatch(
      /^No passage has the address/,
    );
  });
});

describe("/quote of a receipt", () => {
  const respond = (passage: string, other = context) =>
    putIntoWords(quote.respond({ passage }, other));

  test("quotes exactly the words of the receipt", () => {
    expect(respond("2019-08-05-kim-to-trump#b:41-63:666e0c6b")).toMatchObject({
      kind: "quotation",
      quotation: {
        text: "no changed outcome can",
        start: 41,
        end: 63,
        citation: { address: ADDRESS },
      },
    });
  });

  test("quotes nothing if the words are not there", () => {
    const reply = respond("2019-08-05-kim-to-trump¶a:41-63:666e0c6b");
    expect(reply).toMatchObject({
      kind: "notice",
      inWords: {
        message: "The words of this receipt have moved to 2019-08-05-kim-to-trump¶b.",
      },
    });
    expect(actionLabels(reply)).toEqual(["2019-08-05-kim-to-trump¶b:41-63:666e0c6b64a561"]);
    expect(respond(`${ADDRESS}:41-63:00000000`)).toMatchObject({
      kind: "notice",
      inWords: {
        message:
          "The words of this receipt are no longer at 2019-08-05-kim-to-trump¶b. `/cite` shows the present words.",
      },
    });
  });
});

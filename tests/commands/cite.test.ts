import { describe, expect, test } from "vitest";
import { cite } from "../../commands/cite.ts";
import { quote } from "../../commands/quote.ts";
import { createBot } from "../../src/command/bot.ts";
import type { RawOptions } from "../../src/command/types.ts";
import { renderText } from "../../src/reply/plain-text.ts";
import type { Library } from "../../src/search/library.ts";
import {
  context,
  contextOf,
  libraryOf,
  offers,
  only,
  papers,
  pressed,
  styles,
} from "../library.ts";

const ADDRESS = "2019-08-05-kim-to-trump¶b";
const RECEIPT = `${ADDRESS}:0-78:ca4ba272`;

const cited = (options: RawOptions, asked = context) =>
  only("citation", cite.respond(options, asked));
const noticed = (options: RawOptions, asked = context) =>
  only("notice", cite.respond(options, asked));
const forms = (options: RawOptions, asked = context) =>
  cited(options, asked).forms.map(({ label, text }) => [label, text]);

describe("/cite of a passage", () => {
  test("gives its words, the forms of the preferred style, and a receipt", () => {
    const reply = cited({ passage: ADDRESS });
    expect(reply).toMatchObject({
      title: "Chicago Manual of Style, 17th edition",
      subject: {
        text: "And until these elements are eliminated, no changed outcome can be anticipated",
        citation: { address: ADDRESS },
      },
      forms: [{ label: "Note" }, { label: "Bibliography entry" }],
      receipt: RECEIPT,
    });
    expect(reply).not.toHaveProperty("file");
    expect(reply).not.toHaveProperty("verdict");
  });

  test.each([
    ["apa", "APA Publication Manual, 7th edition"],
    ["MLA", "MLA Handbook, 9th edition"],
    ["Cite Them Right", "Harvard, after Cite Them Right, 12th edition"],
    ["BibTeX", "BibTeX record"],
    ["csl-json", "CSL-JSON record"],
  ])("takes a style by its name or its title: %s", (style, title) => {
    expect(cited({ passage: ADDRESS, style }).title).toBe(title);
  });

  test("takes the style that is preferred where it runs", () => {
    const apa = styles.all.find(({ name }) => name === "apa") ?? styles.preferred;
    const asked = { ...context, styles: { ...styles, preferred: apa } };
    expect(forms({ passage: ADDRESS }, asked)[0]).toEqual([
      "In-text citation",
      "(Kim, 2019, as cited in Jung, 2022)",
    ]);
  });

  test.each([
    ["bibtex", "2019-08-05-kim-to-trump-b.bib", "@article{hankyoreh-2022-09-26,"],
    ["ris", "2019-08-05-kim-to-trump-b.ris", "TY  - NEWS"],
    ["csl-json", "2019-08-05-kim-to-trump-b.json", "["],
  ])("gives a record as text and as a file: %s", (style, name, first) => {
    const reply = cited({ passage: ADDRESS, style });
    const text = reply.forms[0]?.text ?? "";
    expect(text.split("\n")[0]).toBe(first);
    expect(reply.file).toEqual({ name, text: `${text}\n`, goes: "always" });
    expect(reply.remarks).toContain(
      "The record is that of the work that prints the words; its note names the letter.",
    );
  });

  test("says of a style what its reader must do", () => {
    const remark =
      "The citation names only the work that prints the words: say in your own text whose they are.";
    expect(cited({ passage: ADDRESS, style: "mla" }).remarks).toContain(remark);
    expect(cited({ passage: ADDRESS, style: "apa" }).remarks).not.toContain(remark);
    expect(cited({ passage: "log¶1", style: "mla" }, contextOf(papers)).remarks).not.toContain(
      remark,
    );
  });

  test("offers every other style, the quotation and the letter", () => {
    const reply = cited({ passage: ADDRESS, style: "apa" });
    expect(offers(reply)).toEqual([
      ...["Chicago", "MLA", "Harvard", "BibTeX", "RIS", "CSL-JSON"],
      ...["Quote", "The whole letter"],
    ]);
    expect(pressed(reply, "Chicago", context)).toEqual(
      cite.respond({ passage: ADDRESS, style: "chicago" }, context),
    );
    expect(pressed(reply, "Quote", context)).toEqual(quote.respond({ passage: ADDRESS }, context));
    expect(pressed(reply, "The whole letter", context)).toMatchObject({ kind: "document" });
  });

  test.each(["old-log¶1", "old-log#1", " LOG # 1 "])("finds it under former ids: %s", (passage) => {
    const { actions: _, ...expected } = cited({ passage: "log¶1" }, contextOf(papers));
    expect(cited({ passage }, contextOf(papers))).toMatchObject(expected);
  });

  test("links to the work that prints it", () => {
    expect(renderText(cited({ passage: ADDRESS })).text).toContain(
      "\n\nhttps://english.hani.co.kr/arti/english_edition/e_northkorea/1060192.html#:~:text=And%20until",
    );
  });
});

describe("/cite of a document", () => {
  test.each(["2019-08-05-kim-to-trump", "2019-08-05", "5 August 2019"])(
    "gives its own citation, and no receipt: %s",
    (passage) => {
      const reply = cited({ passage });
      expect(reply.forms[0]?.text).toBe("Kim Jong Un to Donald J. Trump, August 5, 2019.");
      expect(reply.subject).toEqual({
        documentId: "2019-08-05-kim-to-trump",
        name: "Kim Jong Un to Donald J. Trump, 5 August 2019",
      });
      expect(reply).not.toHaveProperty("receipt");
      expect(offers(reply)).not.toContain("Quote");
    },
  );

  test("that is known only through other works says so", () => {
    expect(cited({ passage: "2019-08-05-kim-to-trump" }).remarks[0]).toBe(
      "This cites the letter itself, which is known here only through other works. Cite the one that you have read: “The whole letter” lists them.",
    );
    expect(cited({ passage: "log" }, contextOf(papers)).remarks).toHaveLength(1);
  });

  test("without a date that somebody verified has none", () => {
    expect(forms({ passage: "unidentified-kim-1" })).toEqual([
      ["Note", "Kim Jong Un to Donald J. Trump, n.d."],
      ["Bibliography entry", "Kim Jong Un. Letter to Donald J. Trump, n.d."],
    ]);
  });

  test("that several may be meant by offers some of them", () => {
    const reply = noticed({ passage: "Kim" });
    expect(reply.message).toBe("“Kim” may be one of 26 documents. `/letter` lists them.");
    expect(offers(reply)).toHaveLength(5);
    expect(offers(reply)).toContain("2018-04-01-kim-to-trump");
  });
});

describe("/cite of a receipt", () => {
  const first = "The lamp was lit.";
  const second = "The oil has arrived.";
  const now = (...paragraphs: readonly string[]): Library =>
    libraryOf({ "a.md": `---\nformerly: [old]\n---\n\n${paragraphs.join("\n\n")}\n` });
  /** Of “oil has”. */
  const receipt = cited({ passage: "a¶2" }, contextOf(now(first, second))).receipt?.replace(
    /:.*/,
    ":4-11:38962fab",
  );

  test.each([
    [
      "stand unchanged",
      now(first, second),
      "a",
      "The words of this receipt still stand at `a¶2`, unchanged.",
      "oil has",
      "a¶2:4-11",
    ],
    [
      "stand unchanged under another id",
      now(first, second),
      "old",
      "The words of this receipt are unchanged. Their document has another id now: they stand at `a¶2`.",
      "oil has",
      "a¶2:4-11",
    ],
    [
      "have moved",
      now("New.", first, second),
      "a",
      "The words of this receipt are unchanged, and stand at another place now, in `a¶3`. The receipt below is the new one.",
      "oil has",
      "a¶3:4-11",
    ],
    [
      "have changed",
      now(first, "The tea has arrived."),
      "a",
      "The words of this receipt no longer stand there. A receipt keeps no words, only their hash, so only what stands in `a¶2` now can be shown:",
      "tea has",
      "a¶2:4-11",
    ],
    [
      "are cut off",
      now(first, "No."),
      "a",
      "The words of this receipt no longer stand there: the passage ends before they would begin. A receipt keeps no words, only their hash, so only what stands in `a¶2` now can be shown:",
      "No.",
      "a¶2:0-3",
    ],
  ])("tells that its words %s", (_, library, id, verdict, text, span) => {
    const reply = cited({ passage: receipt?.replace("a¶", `${id}¶`) }, contextOf(library));
    expect(reply).toMatchObject({ verdict, subject: { text } });
    expect(reply.receipt).toMatch(new RegExp(`^${span}:[0-9a-f]{8}$`));
    expect(reply.forms.length).toBe(2);
  });

  test("tells that its passage or its document is gone", () => {
    expect(noticed({ passage: receipt }, contextOf(now(first)))).toMatchObject({
      message:
        "“a¶2” is not the address of a passage. a, has a¶1. The words of this receipt were not found elsewhere in it.",
    });
    expect(noticed({ passage: receipt }, contextOf(papers)).message).toMatch(
      /^No passage has the address “a¶2”\./,
    );
  });

  test("gives the citation of its words in a style, and quotes them", () => {
    const asked = contextOf(now(first, second));
    const reply = cited({ passage: receipt, style: "apa" }, asked);
    expect(reply.forms[0]?.text).toBe("(A, n.d., para. 2)");
    expect(pressed(reply, "Quote", asked)).toMatchObject({
      kind: "quotation",
      quotation: { text: "oil has", start: 4, end: 11 },
    });
    expect(pressed(reply, "MLA", asked)).toMatchObject({ subject: { text: "oil has" } });
  });
});

describe("/cite", () => {
  test("answers the asker alone unless they say otherwise", () => {
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
  ])("says which styles there are when it knows none called %s", (style, message) => {
    expect(noticed({ passage: ADDRESS, style }).message).toContain(message);
  });

  test("offers the style that was nearly named", () => {
    expect(offers(noticed({ passage: ADDRESS, style: "chicgo" }))).toEqual(["chicago"]);
  });

  test("says that no document has a day, and offers what comes nearest", () => {
    const reply = noticed({ passage: "2018-06-20" });
    expect(reply.message).toBe(`No document is dated 20 June 2018, of the 27 documents searched.
3 documents have no known date: \`/letter date:undated\`.
What comes nearest:
Before: Donald J. Trump to Kim Jong Un, 15 June 2018
After: Donald J. Trump to Kim Jong Un, 3 July 2018`);
    expect(offers(reply)).toEqual(["2018-06-15-trump-to-kim", "2018-07-03-trump-to-kim"]);
  });

  test("finds a document by a day in every year, as people write it", () => {
    expect(cited({ passage: "Aug 5" })).toMatchObject({
      subject: { documentId: "2019-08-05-kim-to-trump" },
    });
  });

  test.each([
    ["5/8/2019", "“5/8/2019” can be read in two ways"],
    ["2018-06-31", "“2018-06-31” is not a day"],
    ["Mar 22 to Jun 12 2019", "“Mar 22 to Jun 12 2019”"],
  ])("asks what is meant by the date %s", (typed, message) => {
    expect(noticed({ passage: typed }).message).toContain(message);
  });

  test("says what is missing", () => {
    expect(noticed({}).message).toMatch(/^`passage` is missing\. It should be an address/);
    expect(noticed({ passage: "zeppelin" }).message).toMatch(/^No passage has the address/);
  });
});

describe("/quote of a receipt", () => {
  const respond = (passage: string, asked = context) => quote.respond({ passage }, asked);

  test("quotes exactly its words", () => {
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

  test("quotes nothing when they do not stand there", () => {
    const reply = respond("2019-08-05-kim-to-trump¶a:41-63:666e0c6b");
    expect(reply).toMatchObject({
      kind: "notice",
      message: "The words of this receipt stand at another place now, 2019-08-05-kim-to-trump¶b.",
    });
    expect(offers(reply)).toEqual(["2019-08-05-kim-to-trump¶b:41-63:666e0c6b"]);
    expect(respond(`${ADDRESS}:41-63:00000000`)).toMatchObject({
      kind: "notice",
      message:
        "The words of this receipt no longer stand at 2019-08-05-kim-to-trump¶b. `/cite` tells what stands there now.",
    });
  });
});

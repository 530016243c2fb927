import { expect, test } from "vitest";
import { letter } from "../../commands/letter.ts";
import { quote } from "../../commands/quote.ts";
import { search } from "../../commands/search.ts";
import { verify } from "../../commands/verify.ts";
import { formatJson } from "../../src/reply/json.ts";
import { context } from "../library.ts";

test("a quotation has its address, its citation and the work that prints it", () => {
  const { quotation } = JSON.parse(formatJson(quote.respond({ before: "2018" }, context)));
  expect(quotation).toMatchObject({
    text: "excessive interest President Moon is showing [. . .] in our matter",
    start: 0,
    end: 66,
    address: "2018-09-21-kim-to-trump¶a",
    documentId: "2018-09-21-kim-to-trump",
    citation:
      "Kim Jong Un to Donald J. Trump, 21 September 2018, ¶a, as printed in Hankyoreh, 26 September 2022",
    printedIn: { id: "hankyoreh-2022-09-26", issued: "2022-09-26" },
  });
});

test("hits have their addresses, documents and citations", () => {
  const reply = JSON.parse(formatJson(search.respond({ query: '"no changed outcome"' }, context)));
  expect(reply).toMatchObject({
    kind: "hits",
    total: 1,
    hits: [
      {
        kind: "passage",
        quotation: {
          address: "2019-08-05-kim-to-trump¶b",
          documentId: "2019-08-05-kim-to-trump",
          citation: expect.stringContaining("as printed in Hankyoreh"),
        },
      },
    ],
  });
});

test("a verification has its verdict, its differences, its evidence and its receipts", () => {
  const text = "And until these elements are eliminated, a changed outcome can be anticipated";
  const reply = JSON.parse(formatJson(verify.respond({ text }, context)));
  expect(reply).toMatchObject({
    kind: "verification",
    title: "Altered",
    differences: ["Negation: “a” stands in the place of “no”."],
    changes: [
      { printed: "And until these elements are eliminated", isSame: true },
      { printed: "no", quoted: "a", isSame: false, grave: "negation" },
      { quoted: "changed outcome can be anticipated", isSame: true },
    ],
    evidence: [
      {
        quotation: {
          text: "And until these elements are eliminated, no changed outcome can be anticipated",
          start: 0,
          end: 78,
          address: "2019-08-05-kim-to-trump¶b",
          documentId: "2019-08-05-kim-to-trump",
          citation: expect.stringContaining("as printed in Hankyoreh"),
          printedIn: { id: "hankyoreh-2022-09-26" },
        },
        marks: { matches: [{ start: 0, end: 78 }], more: { before: false, after: false } },
        receipts: ["2019-08-05-kim-to-trump¶b:0-78:ca4ba272"],
      },
    ],
  });
});

test("a notice has its message and its actions", () => {
  const reply = JSON.parse(formatJson(letter.respond({ date: "5/8/2019" }, context)));
  expect(reply).toMatchObject({
    kind: "notice",
    message: expect.stringContaining("two ways"),
    actions: [
      { label: "5 August 2019", line: { name: "letter", options: { date: "5 August 2019" } } },
      { label: "8 May 2019", line: { name: "letter", options: { date: "8 May 2019" } } },
    ],
  });
});

import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { about } from "../../commands/about.ts";
import { letter } from "../../commands/letter.ts";
import { quote } from "../../commands/quote.ts";
import { search } from "../../commands/search.ts";
import { verify } from "../../commands/verify.ts";
import type { RawOptions } from "../../src/command/types.ts";
import { formatJson } from "../../src/reply/json.ts";
import { replyJson } from "../../src/reply/json-schema.ts";
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

test("a verification has its verdict, its claim, its places, its evidence and its receipts", () => {
  const text = "And until these elements are eliminated, a changed outcome can be anticipated";
  const reply = JSON.parse(formatJson(verify.respond({ text, from: "Trump" }, context)));
  expect(reply).toMatchObject({
    format: 2,
    kind: "verification",
    quoted: text,
    words: 12,
    verdict: {
      kind: "altered",
      changes: [
        { printed: "And until these elements are eliminated", isSame: true },
        { printed: "no", quoted: "a", isSame: false, grave: "negation" },
        { quoted: "changed outcome can be anticipated", isSame: true },
      ],
    },
    claim: { status: "elsewhere", claimed: { from: "Donald J. Trump" }, meeting: 0, places: 1 },
    places: ["2019-08-05-kim-to-trump¶b"],
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
        receipts: ["2019-08-05-kim-to-trump¶b:0-78:ca4ba272e3be3b"],
      },
    ],
  });
});

test("a notice has its reason and its actions", () => {
  const reply = JSON.parse(formatJson(letter.respond({ date: "5/8/2019" }, context)));
  expect(reply).toMatchObject({
    kind: "notice",
    reason: {
      kind: "ambiguous-date",
      typed: "5/8/2019",
      readings: ["5 August 2019", "8 May 2019"],
    },
    actions: [
      {
        label: { kind: "date", date: "5 August 2019" },
        line: { name: "letter", options: { date: "5 August 2019" } },
      },
      { line: { name: "letter", options: { date: "8 May 2019" } } },
    ],
  });
});

test("a period is an interval in EDTF, and an open end is marked as such", () => {
  const criteriaOf = (options: RawOptions) =>
    JSON.parse(formatJson(quote.respond(options, context))).reason.criteria;
  expect(criteriaOf({ after: "2020" })).toEqual({ period: "2020-01-01/.." });
  expect(criteriaOf({ before: "5 August 2017" })).toEqual({ period: "../2017-08-05" });
  expect(JSON.parse(formatJson(about.respond({}, context)))).toMatchObject({
    period: "2018-04-01/2019-08-05",
    readAt: "2024-10-04T12:00:00.000Z",
  });
});

/** Returns the names in a schema: its fields, and the texts of its literals and picklists. */
function namesIn(schema: unknown): readonly string[] {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  function visit(value: unknown): void {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if ("type" in value && value.type === "strict_object" && "entries" in value) {
      for (const field of Object.keys(Object(value.entries))) names.add(field);
    }
    if ("literal" in value && typeof value.literal === "string") names.add(value.literal);
    if ("options" in value && Array.isArray(value.options)) {
      for (const option of value.options) if (typeof option === "string") names.add(option);
    }
    for (const inner of Object.values(value)) visit(inner);
  }
  visit(schema);
  return [...names];
}

test("docs/json.md names every field, every kind and every reason", async () => {
  const page = await readFile("docs/json.md", "utf8");
  const named = new Set([...page.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name));
  const names = namesIn(replyJson);
  expect(names.length).toBeGreaterThan(150);
  expect(names.filter((name) => !named.has(name))).toEqual([]);
});

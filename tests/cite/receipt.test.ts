import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quotationOf } from "../../src/cite/quotation.ts";
import {
  checkReceipt,
  parseReceipt,
  type ReceiptOutcome,
  receiptOf,
} from "../../src/cite/receipt.ts";
import type { Library } from "../../src/search/library.ts";
import { library, libraryOf, papers } from "../library.ts";

/** The receipt of the words from `start` to `end` of a passage. */
function receipt(address: string, start: number, end: number, from: Library = papers): string {
  const place = from.passage(address);
  if (place === undefined) throw new Error(`No passage has the address ${address}.`);
  return receiptOf(quotationOf(place.document, place.passage, start, end));
}

function outcome(typed: string, now: Library = papers): ReceiptOutcome {
  const read = parseReceipt(typed);
  if (read === undefined) throw new Error(`${typed} is no receipt.`);
  return checkReceipt(read, now);
}

/** What stands at the place of an outcome, and where that is. */
function shown(typed: string, now: Library): readonly unknown[] {
  const result = outcome(typed, now);
  if (!("quotation" in result)) return [result.kind];
  const { text, start, citation } = result.quotation;
  return [result.kind, text, citation.address, start];
}

const text = (...paragraphs: readonly string[]) =>
  libraryOf({ "a.md": `---\nformerly: [old]\n---\n\n${paragraphs.join("\n\n")}\n` });

const before = text("The lamp was lit.", "The oil has arrived, and the wick.", "All is well.");
const ofOil = receipt("a¶2", 4, 19, before);

test("a receipt is an address, a span and the beginning of a hash of the words", () => {
  const hash = createHash("sha256").update("oil has arrived", "utf8").digest("hex");
  expect(ofOil).toBe(`a¶2:4-19:${hash.slice(0, 8)}`);
});

describe("a receipt is read", () => {
  const expected = { address: "a¶2", start: 4, end: 19, hash: ofOil.slice(-8) };

  test.each([
    ofOil,
    `  ${ofOil}\n`,
    ofOil.replace("¶", "#"),
    ofOil.replace("¶", " # "),
    ofOil.replaceAll(":", " : "),
    ofOil.replace("-", "–"),
    ofOil.toUpperCase(),
  ])("from %j", (typed) => {
    expect(parseReceipt(typed)).toEqual(expected);
  });

  test.each([
    "",
    "a¶2",
    "a¶2:4-19",
    "a¶2:4-19:123",
    "a¶2:4-19:123456789",
    "a¶2:4-19:1234567g",
    "a¶2:19-4:12345678",
    "a¶2:4-4:12345678",
    "¶2:4-19:12345678",
    "a:4-19:12345678",
  ])("not from %j", (typed) => {
    expect(parseReceipt(typed)).toBeUndefined();
  });
});

describe("the words of a receipt", () => {
  test("still stand there", () => {
    expect(shown(ofOil, before)).toEqual(["unchanged", "oil has arrived", "a¶2", 4]);
  });

  test("still stand there when the document has another id now", () => {
    expect(shown(ofOil.replace("a¶", "old¶"), before)).toEqual([
      "unchanged",
      "oil has arrived",
      "a¶2",
      4,
    ]);
  });

  test.each([
    [
      "in a passage that has another number",
      text("New.", "The lamp was lit.", "The oil has arrived, and the wick."),
      ["moved", "oil has arrived", "a¶3", 4],
    ],
    [
      "at another place of the passage",
      text("The lamp was lit.", "At last the oil has arrived, and the wick."),
      ["moved", "oil has arrived", "a¶2", 12],
    ],
    [
      "at another place of another passage",
      text("Yes, the oil has arrived."),
      ["moved", "oil has arrived", "a¶1", 9],
    ],
  ])("have moved: %s", (_, now, expected) => {
    expect(shown(ofOil, now)).toEqual(expected);
  });

  test.each([
    [
      "other words stand there",
      text("The lamp was lit.", "The tea has arrived, and the wick."),
      ["changed", "tea has arrived", "a¶2", 4],
    ],
    [
      "the passage ends among them",
      text("The lamp was lit.", "The oil has"),
      ["changed", "oil has", "a¶2", 4],
    ],
    ["the passage ends before them", text("The lamp was lit.", "No."), ["cut", "No.", "a¶2", 0]],
    ["the passage is gone", text("The lamp was lit."), ["passage-gone"]],
    ["the document is gone", libraryOf({ "b.md": "Words." }), ["document-gone"]],
  ])("are gone: %s", (_, now, expected) => {
    expect(shown(ofOil, now)).toEqual(expected);
  });

  test("are not cut through a character when others stand there", () => {
    const smiling = text("All is well.", "I say: 🙂🙂🙂 and so on.");
    expect(shown("a¶2:8-10:00000000", smiling)).toEqual(["changed", "🙂🙂", "a¶2", 7]);
  });

  test("are found anywhere in a long document at the same place of a renumbered passage", () => {
    const wait = Array<string>(200).fill("wait ".repeat(200).trim());
    const wick = "The oil has arrived, and the wick.";
    const renumbered = text("The lamp was lit.", "No.", ...wait, wick);
    expect(shown(ofOil, renumbered)).toEqual(["moved", "oil has arrived", "a¶203", 4]);
    // Behind 100,000 short stretches, another place is not looked at.
    const elsewhere = text("The lamp was lit.", "The tea is here.", ...wait, `Yes. ${wick}`);
    expect(shown(ofOil, elsewhere)).toEqual(["changed", "tea is here.", "a¶2", 4]);
  });
});

test("of long words, no more than twenty million characters are compared", () => {
  const words = `It is said that ${"oil and wick ".repeat(2000)}`.slice(0, 20_000);
  const now = (before: number) => text("No.", `${"x".repeat(before)}${words}end`);
  const then = receipt("a¶2", 0, words.length, text("No.", `${words}end`));
  expect(shown(then, now(900))).toEqual(["moved", words, "a¶2", 900]);
  // A thousand stretches of this length.
  expect(outcome(then, now(1_100)).kind).toBe("changed");
});

const spans = fc
  .tuple(fc.nat(), fc.nat(), fc.nat())
  .map(([which, from, length]) => ({ which, from, length }));

/** One of the spans of a library’s passages. */
function spanIn(
  now: Library,
  { which, from, length }: { which: number; from: number; length: number },
) {
  const places = now.corpus.documents.flatMap((document) =>
    document.passages.map((passage) => ({ document, passage })),
  );
  const place = places[which % places.length];
  if (place === undefined) return undefined;
  const start = from % place.passage.text.length;
  const end = start + 1 + (length % (place.passage.text.length - start));
  return quotationOf(place.document, place.passage, start, end);
}

test.each([
  ["the letters", library],
  ["a few papers", papers],
])("any span of any passage of %s has a receipt that proves it", (_, now) => {
  fc.assert(
    fc.property(spans, (span) => {
      const quotation = spanIn(now, span);
      expect(quotation && outcome(receiptOf(quotation), now)).toEqual({
        kind: "unchanged",
        quotation,
      });
    }),
  );
});

test("any span of any text has a receipt that proves it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 }),
      spans,
      (body, span) => {
        const now = libraryOf({ "a.md": body });
        const quotation = spanIn(now, span);
        fc.pre(quotation !== undefined);
        expect(outcome(receiptOf(quotation), now)).toEqual({ kind: "unchanged", quotation });
      },
    ),
    { numRuns: 60 },
  );
});

test("a receipt never proves words of which one has changed", () => {
  const word = fc.constantFrom(
    "light",
    "훈련",
    "naïve",
    "🙂",
    "Öl",
    "light",
    "Licht",
    "LIGHT",
    "lıght",
  );
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 12 }),
      word,
      fc.nat(),
      (words, other, at) => {
        const index = at % words.length;
        const changed = words.map((one, position) => (position === index ? other : one));
        fc.pre(changed.join(" ") !== words.join(" "));
        const old = text(words.join(" "));
        const whole = receipt("a¶1", 0, words.join(" ").length, old);
        expect(outcome(whole, old).kind).toBe("unchanged");
        expect(outcome(whole, text(changed.join(" "))).kind).not.toBe("unchanged");
      },
    ),
    { numRuns: 60 },
  );
});

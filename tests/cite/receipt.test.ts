import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Quotation, quotationOf } from "../../src/cite/quotation.ts";
import {
  checkReceipt,
  parseReceipt,
  type ReceiptOutcome,
  receiptOf,
} from "../../src/cite/receipt.ts";
import type { Library } from "../../src/search/library.ts";
import { library, libraryOf, papers } from "../library.ts";
import { runs } from "../thoroughness.ts";

/** Returns the receipt for a span of a passage. */
function receipt(address: string, start: number, end: number, from: Library = papers): string {
  const place = from.passage(address);
  if (place === undefined) throw new Error(`No passage has the address ${address}.`);
  return receiptOf(quotationOf(place.document, place.passage, start, end), place.passage);
}

function outcome(typed: string, now: Library = papers): ReceiptOutcome {
  const read = parseReceipt(typed);
  if (read === undefined) throw new Error(`${typed} is not a receipt.`);
  return checkReceipt(read, now);
}

/** Returns the kind of an outcome, and its quotation with address and offset. */
function summarize(typed: string, now: Library): readonly unknown[] {
  const result = outcome(typed, now);
  if (!("quotation" in result)) return [result.kind];
  const { text, start, citation } = result.quotation;
  return [result.kind, text, citation.address, start];
}

const text = (...paragraphs: readonly string[]) =>
  libraryOf({ "a.md": `---\nformerly: [old]\n---\n\n${paragraphs.join("\n\n")}\n` });

const before = text("The lamp was lit.", "The oil has arrived, and the wick.", "All is well.");
const oilReceipt = receipt("a¶2", 4, 19, before);

test("A receipt consists of an address, a span and the first digits of a hash", () => {
  const hash = createHash("sha256").update("oil has arrived", "utf8").digest("hex");
  const [preceding, following] = ["The ", ", and the wick."].map((side) =>
    createHash("sha256").update(side, "utf8").digest("hex").slice(0, 3),
  );
  expect(oilReceipt).toBe(`a¶2:4-19:${hash.slice(0, 8)}${preceding}${following}`);
});

describe("A receipt is parsed", () => {
  const [hash, surroundings] = [oilReceipt.slice(-14, -6), oilReceipt.slice(-6)];
  const expected = { address: "a¶2", start: 4, end: 19, hash, surroundings };

  test.each([
    oilReceipt,
    `  ${oilReceipt}\n`,
    oilReceipt.replace("¶", "#"),
    oilReceipt.replace("¶", " # "),
    oilReceipt.replaceAll(":", " : "),
    oilReceipt.replace("-", "–"),
    oilReceipt.toUpperCase(),
    `Receipt: ${oilReceipt}`,
    `Receipt\n${oilReceipt}`,
    `-# Receipt: ${oilReceipt}`,
    `> **Receipt:** \`${oilReceipt}\``,
    `### Receipt\n\`\`\`\n${oilReceipt}\n\`\`\``,
    `증표: ${oilReceipt}.`,
    `증표：${oilReceipt}`,
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

describe("The words of a receipt", () => {
  test("are unchanged", () => {
    expect(summarize(oilReceipt, before)).toEqual(["unchanged", "oil has arrived", "a¶2", 4]);
  });

  test("are unchanged if the document has another id now", () => {
    expect(summarize(oilReceipt.replace("a¶", "old¶"), before)).toEqual([
      "unchanged",
      "oil has arrived",
      "a¶2",
      4,
    ]);
  });

  test.each([
    [
      "to a passage with another number",
      text("New.", "The lamp was lit.", "The oil has arrived, and the wick."),
      ["moved", "oil has arrived", "a¶3", 4],
    ],
    [
      "within the passage",
      text("The lamp was lit.", "At last the oil has arrived, and the wick."),
      ["moved", "oil has arrived", "a¶2", 12],
    ],
    [
      "to another offset of another passage",
      text("Yes, the oil has arrived, and the wick."),
      ["moved", "oil has arrived", "a¶1", 9],
    ],
  ])("have moved %s", (_, now, expected) => {
    expect(summarize(oilReceipt, now)).toEqual(expected);
  });

  test.each([
    [
      "other words replace them",
      text("The lamp was lit.", "The tea has arrived, and the wick."),
      ["changed", "tea has arrived", "a¶2", 4],
    ],
    [
      "the passage ends within them",
      text("The lamp was lit.", "The oil has"),
      ["changed", "oil has", "a¶2", 4],
    ],
    ["the passage ends before them", text("The lamp was lit.", "No."), ["cut", "No.", "a¶2", 0]],
    ["the passage does not exist", text("The lamp was lit."), ["passage-gone"]],
    ["the document does not exist", libraryOf({ "b.md": "Words." }), ["document-gone"]],
  ])("are gone: %s", (_, now, expected) => {
    expect(summarize(oilReceipt, now)).toEqual(expected);
  });

  test("are reported in whole characters if others replace them", () => {
    const smiling = text("All is well.", "I say: 🙂🙂🙂 and so on.");
    expect(summarize("a¶2:8-10:00000000", smiling)).toEqual(["changed", "🙂🙂", "a¶2", 7]);
  });

  test("are found in any renumbered passage of a long document", () => {
    const wait = Array<string>(200).fill("wait ".repeat(200).trim());
    const wick = "The oil has arrived, and the wick.";
    const renumbered = text("The lamp was lit.", "No.", ...wait, wick);
    expect(summarize(oilReceipt, renumbered)).toEqual(["moved", "oil has arrived", "a¶203", 4]);
    // The search ends after 100,000 short spans.
    const elsewhere = text("The lamp was lit.", "The tea is here.", ...wait, `Yes. ${wick}`);
    expect(summarize(oilReceipt, elsewhere)).toEqual(["changed", "tea is here.", "a¶2", 4]);
  });
});

describe("A receipt of a paragraph that is a note now", () => {
  const paragraphs = [
    "The lamp failed.",
    "[1] See the log of that day.",
    "We lit it again at dusk.",
  ];
  const then = text(...paragraphs);
  const now = text("The lamp[1] failed.", ...paragraphs.slice(1));

  test.each([
    ["with its mark", 0, 28],
    ["without it", 4, 28],
    ["in part", 4, 15],
  ])("says so, %s", (_, start, end) => {
    expect(summarize(receipt("a¶2", start, end, then), now)).toEqual(["in-note"]);
  });

  test("does so too if the note was an item of a list or a line", () => {
    const list = text("The lamp failed.", "1. See the log.\n2. Cf. the other.");
    const below = text("The lamp[1] failed.[2]", "## Notes", "1. See the log.\n2. Cf. the other.");
    expect(summarize(receipt("a¶3", 0, 14, list), below)).toEqual(["in-note"]);
    const lines = text("The lamp failed.", "[1] See the log.\n[2] Cf. the other.");
    const marked = text("The lamp[1] failed.[2]", "[1] See the log.\n[2] Cf. the other.");
    expect(summarize(receipt("a¶2", 0, 14, lines), marked)).toEqual(["in-note"]);
  });

  test("leaves those of other paragraphs what they were, at their new numbers", () => {
    expect(summarize(receipt("a¶3", 3, 15, then), now)).toEqual([
      "moved",
      "lit it again",
      "a¶2",
      3,
    ]);
    const starred = text("The lamp\\* failed.", "We lit it.");
    const noted = text("The lamp\\* failed.", "\\* At dusk.", "We lit it.");
    expect(summarize(receipt("a¶1", 4, 16, starred), noted)).toEqual([
      "unchanged",
      "lamp failed",
      "a¶1",
      4,
    ]);
  });
});

test("The search for long words ends after twenty million characters", () => {
  const words = `It is said that ${"oil and wick ".repeat(2000)}`.slice(0, 20_000);
  const now = (before: number) => text("No.", `${"x".repeat(before)}${words}end`);
  const then = receipt("a¶2", 0, words.length, text("No.", `${words}end`));
  expect(summarize(then, now(900))).toEqual(["moved", words, "a¶2", 900]);
  // The budget is a thousand spans of this length.
  expect(outcome(then, now(1_100)).kind).toBe("changed");
});

const spans = fc
  .tuple(fc.nat(), fc.nat(), fc.nat())
  .map(([which, from, length]) => ({ which, from, length }));

/** Returns a quotation of some span of a library's passages. */
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

const receiptIn = (now: Library, { start, end, citation }: Quotation) =>
  receipt(citation.address, start, end, now);

test.each([
  ["the letters", library],
  ["a few papers", papers],
])("Every span of every passage of %s has a receipt that proves it", (_, now) => {
  fc.assert(
    fc.property(spans, (span) => {
      const quotation = spanIn(now, span);
      expect(quotation && outcome(receiptIn(now, quotation), now)).toEqual({
        kind: "unchanged",
        quotation,
      });
    }),
  );
});

test("Every span of any text has a receipt that proves it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 }),
      spans,
      (body, span) => {
        const now = libraryOf({ "a.md": body });
        const quotation = spanIn(now, span);
        fc.pre(quotation !== undefined);
        expect(outcome(receiptIn(now, quotation), now)).toEqual({
          kind: "unchanged",
          quotation,
        });
      },
    ),
    { numRuns: runs(20) },
  );
});

test("A receipt never proves a text in which a word has changed", () => {
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
    { numRuns: runs(20) },
  );
});

/** Returns the 16 characters before and after a span. */
function sidesAt(body: string, start: number, length: number): readonly [string, string] {
  const end = start + length;
  return [body.slice(Math.max(0, start - 16), start), body.slice(end, end + 16)];
}

test("A receipt of a few words is not proved by the same words at another place", () => {
  const word = fc.constantFrom<string>("lamp", "oil", "wick", "gale", "of", "the");
  const words = (min: number, max: number) => fc.array(word, { minLength: min, maxLength: max });
  fc.assert(
    fc.property(words(8, 30), words(8, 30), words(3, 8), fc.nat(), (one, two, quoted, at) => {
      const phrase = quoted.join(" ");
      const first = [...one, phrase, ...two].join(" ");
      const start = one.join(" ").length + 1;
      const other = [...two, phrase, "zeppelin"].join(" ");
      const old = receipt("a¶1", start, start + phrase.length, text(first, other));
      const changed = quoted.with(at % quoted.length, "zeppelin").join(" ");
      const edited = [...one, changed, ...two].join(" ");
      const [preceding, following] = sidesAt(first, start, phrase.length);
      const elsewhere = [edited, other].flatMap((body) =>
        [...body.matchAll(new RegExp(`(?=${phrase})`, "g"))].map(({ index }) =>
          sidesAt(body, index, phrase.length),
        ),
      );
      fc.pre(elsewhere.every((sides) => sides[0] !== preceding && sides[1] !== following));
      const now = text(edited, other);
      expect(outcome(old, now).kind).toBe("changed");
      // Without its surroundings, it was.
      expect(["moved", "unchanged"]).toContain(outcome(old.slice(0, -6), now).kind);
    }),
    // The hash of a side has 12 bits, so about one other place in 2,000 agrees by chance. This seed has none.
    { numRuns: 100, seed: 1 },
  );
});

test.each([
  // The beginning of a passage is what many have in common.
  [["The lamp was lit by Ada.", "The lamp was lit by Tom."], 4, 16, 0, "The lamp was sold by Ada."],
  // The rest of a longer word.
  [
    ["The keeper was able to light the lamp in the tower."],
    15,
    28,
    0,
    "The keeper was unable to light the lamp in the tower.",
  ],
  [
    ["He said that the master of the old harbour was gone."],
    17,
    42,
    0,
    "He said that the masters of the old harbour was gone.",
  ],
])("Words of a receipt that are changed are not found elsewhere: %j", (...given) => {
  const [passages, start, end, which, changed] = given;
  const typed = receipt(`a¶${which + 1}`, start, end, text(...passages));
  expect(outcome(typed, text(...passages.with(which, changed))).kind).toBe("changed");
});

test("A receipt of the older form, without surroundings, is checked as before", () => {
  expect(outcome(oilReceipt.slice(0, -6), before).kind).toBe("unchanged");
});

describe("A receipt from before marks were taken out of the words", () => {
  const marked = (words: string) => createHash("sha256").update(words).digest("hex").slice(0, 8);
  const now = text(
    "The lamp[^1] was lit.",
    "The oil,[^2] and the wick.[^3]",
    "All [^4] is well [^5].",
  );

  test.each([
    ["a¶1", 0, "The lamp[^1] was", ["unchanged", "The lamp was", "a¶1", 0]],
    ["a¶2", 4, "oil,[^2] and the wick.[^3]", ["unchanged", "oil, and the wick.", "a¶2", 4]],
    ["a¶2", 13, "and the", ["unchanged", "and the", "a¶2", 9]],
    ["a¶3", 0, "All [^4] is well [^5].", ["unchanged", "All is well.", "a¶3", 0]],
    ["a¶1", 4, "oil,[^2] and", ["moved", "oil, and", "a¶2", 4]],
  ] as const)("finds its words: %s:%i, %j", (address, start, words, expected) => {
    const typed = `${address}:${start}-${start + words.length}:${marked(words)}`;
    expect(summarize(typed, now)).toEqual(expected);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressOf } from "../../src/corpus/document.ts";
import { isEllipsis, tokenize, tokenKey } from "../../src/language/tokenizer.ts";
import type { Library } from "../../src/search/library.ts";
import { stripQuotesAndEllipses } from "../../src/verify/ellipsis.ts";
import { removeMarks } from "../../src/verify/marks/editorial-marks.ts";
import { stretchText } from "../../src/verify/occurrence.ts";
import type { Occurrence, Span, Stretch, Verdict } from "../../src/verify/verdict.ts";
import { library, libraryOf, papers } from "../library.ts";
import { runs } from "../thoroughness.ts";
import { verifierOf } from "./verifiers.ts";

const letters = verifierOf(library);
const lighthouse = verifierOf(papers);

const addressesIn = (stretch: Stretch) =>
  stretch.map(({ document, passage }) => addressOf(document, passage));
const summarizeOccurrence = ({ stretch }: Occurrence) => [
  addressesIn(stretch).join(" "),
  stretchText(stretch),
];

/** Summarizes a verdict as text and numbers. */
function summarize(verdict: Verdict): unknown {
  switch (verdict.kind) {
    case "exact":
    case "typography":
      return [
        verdict.kind,
        ...verdict.occurrences.map(({ stretch, differences }) => [
          addressesIn(stretch).join(" "),
          ...differences.map(({ name }) => name),
        ]),
      ];
    case "shortened":
      return [
        verdict.kind,
        ...verdict.fragments.map(summarizeOccurrence),
        ...verdict.gaps.map((gap) =>
          gap.isKnown ? [gap.words, gap.stretch && stretchText(gap.stretch)] : undefined,
        ),
      ];
    case "stitched":
      return [verdict.kind, ...verdict.fragments.map(summarizeOccurrence)];
    case "altered":
      return [
        verdict.kind,
        verdict.fragments.flatMap(addressesIn).join(" "),
        ...verdict.changes
          .filter(({ isSame }) => !isSame)
          .map(({ printed, quoted, grave }) => [printed, quoted, ...(grave ? [grave] : [])]),
      ];
    case "common":
      return [verdict.kind, verdict.count, verdict.documents.size];
    case "unjudged":
      return [verdict.kind, verdict.reason];
    case "none":
      return [verdict.kind, ...(verdict.closest ? [addressesIn(verdict.closest).join(" ")] : [])];
  }
}

const A = "2019-08-05-kim-to-trump¶a";
const B = "2019-08-05-kim-to-trump¶b";
const MOON = "2018-09-21-kim-to-trump¶a";

describe("verify, in the shipped corpus", () => {
  test.each<[string, unknown]>([
    ["no changed outcome can be anticipated", ["exact", [B]]],
    ["“no changed outcome can be anticipated”", ["exact", [B]]],
    ["… no changed outcome can be anticipated …", ["exact", [B]]],
    ["‘missile threats’ and nuclear problem", ["exact", [A]]],
    ["No changed outcome can be anticipated", ["typography", [B, "capitals"]]],
    ["no changed outcome can be anticipated.", ["typography", [B, "punctuation"]]],
    ["no changed outcome, can be anticipated", ["typography", [B, "punctuation"]]],
    [
      "'missile threats' and nuclear problem",
      ["typography", [A, "quotation marks and apostrophes"]],
    ],
    ["no\u00a0changed outcome can be anticipated", ["typography", [B, "spaces and line breaks"]]],
    ["no chan\u00adged outcome", ["typography", [B, "invisible characters and soft hyphens"]]],
    ["no chánged outcome", ["typography", [B, "accents"]]],
    [
      "And until these elements are eliminated, a changed outcome can be anticipated",
      ["altered", B, ["no", "a", "negation"]],
    ],
    [
      "the military exercises of your side and the South Korean military that threaten our safety",
      ["altered", A, ["actions", "exercises"], ["threatens", "threaten"]],
    ],
    [
      "And until these elements … no changed outcome",
      [
        "shortened",
        [B, "And until these elements"],
        [B, "no changed outcome"],
        [2, "are eliminated"],
      ],
    ],
    [
      "the military actions of your side [...] no changed outcome can be anticipated",
      [
        "shortened",
        [A, "the military actions of your side"],
        [B, "no changed outcome can be anticipated"],
        undefined,
      ],
    ],
    [
      "no changed outcome can be anticipated … the military actions of your side",
      [
        "stitched",
        [B, "no changed outcome can be anticipated"],
        [A, "the military actions of your side"],
      ],
    ],
    [
      "the military actions of your side no changed outcome can be anticipated",
      [
        "stitched",
        [A, "the military actions of your side"],
        [B, "no changed outcome can be anticipated"],
      ],
    ],
    ["President Moon is showing [. . .] in our matter", ["exact", [MOON]]],
    ["President Moon is showing … in our matter", ["typography", [MOON, "ellipses"]]],
    [
      "excessive interest President Moon is showing in our matter",
      ["altered", MOON, ["[. . .]", ""]],
    ],
    ["the end of the world is near", ["none"]],
    ["the most important headache of your side is the nuclear military", ["none", A]],
    ["zeppelins fly over Berlin", ["none"]],
    ["of your", ["exact", [A]]],
    ["your side", ["common", 2, 1]],
    ["no zeppelin", ["none"]],
    ["", ["none"]],
    ["?!", ["none"]],
  ])("judges “%s”", (quoted, verdict) => {
    expect(summarize(letters.verify(quoted))).toEqual(verdict);
  });
});

describe("verify, in a few papers", () => {
  test.each<[string, unknown]>([
    [
      "the panes rang like bells. Mr. Hale says that no ship passes here in March",
      ["exact", ["log¶1 log¶2"]],
    ],
    [
      "the panes rang like bells.\n\nMr. Hale says that no ship passes here in March",
      ["exact", ["log¶1 log¶2"]],
    ],
    ["I counted three", ["exact", ["log¶2"], ["letter¶2"]]],
    ["구조 훈련을 시작했다", ["exact", ["diary¶1"]]],
    ["오늘 아침 구조 훈련을 마쳤다", ["altered", "diary¶1", ["시작했다", "마쳤다"]]],
    [
      "Mr. Hale says that seven ships pass here in April",
      [
        "altered",
        "log¶2",
        ["no ship passes", "seven ships pass", "negation"],
        ["", "April", "date"],
      ],
    ],
  ])("judges “%s”", (quoted, verdict) => {
    expect(summarize(lighthouse.verify(quoted))).toEqual(verdict);
  });

  test("puts claimed documents first among those that contain the words", () => {
    const verdict = lighthouse.verify("I counted three", ({ id }) => id === "letter");
    expect(summarize(verdict)).toEqual(["exact", ["letter¶2"], ["log¶2"]]);
  });
});

test("calls a phrase common that occurs in many documents", () => {
  const many = libraryOf(
    Object.fromEntries(
      Array.from({ length: 8 }, (_, at) => [`d${at}.md`, `I have the honor to report item ${at}.`]),
    ),
  );
  expect(summarize(verifierOf(many).verify("I have the honor to report"))).toEqual([
    "common",
    8,
    8,
  ]);
  expect(summarize(verifierOf(many).verify("the honor to report item 3"))).toEqual([
    "exact",
    ["d3¶1"],
  ]);
});

describe("verify, where tokens are ambiguous", () => {
  const verified = (files: Readonly<Record<string, string>>, quoted: string, claimed = "") =>
    summarize(verifierOf(libraryOf(files)).verify(quoted, ({ id }) => id === claimed));

  test("keeps a word the same if a sign before it is quoted", () => {
    const files = { "a.md": "It fell to minus-5 degrees at the harbour." };
    expect(verified(files, "—5 degrees at the harbour")).toEqual(["typography", ["a¶1", "dashes"]]);
  });

  test("keeps a word the same if quotation marks surround a part", () => {
    const files = { "a.md": "The lamp was lit. It fell to minus-5 degrees at the harbour." };
    expect(verified(files, "The lamp was lit … „5 degrees at the harbour“")).toEqual([
      "shortened",
      ["a¶1", "The lamp was lit"],
      ["a¶1", "5 degrees at the harbour"],
      [4, "It fell to minus"],
    ]);
    expect(() => verified(files, "The lamp was … „-5 degrees at the harbour“")).not.toThrow();
  });

  test("stitches parts that contain or begin with a printed ellipsis", () => {
    const files = {
      "a.md": "alpha bravo charlie delta echo foxtrot",
      "b.md": "victor uniform [. . .] tango sierra romeo quebec papa",
    };
    expect(
      verified(files, "alpha bravo charlie delta echo victor uniform [. . .] tango sierra"),
    ).toEqual([
      "stitched",
      ["a¶1", "alpha bravo charlie delta echo"],
      ["b¶1", "victor uniform [. . .] tango sierra"],
    ]);
    const long = "alpha bravo charlie delta echo [. . .] tango sierra romeo quebec papa";
    expect(verified(files, long)).toEqual([
      "stitched",
      ["a¶1", "alpha bravo charlie delta echo"],
      ["b¶1", "tango sierra romeo quebec papa"],
    ]);
  });

  test("prefers a claimed document to one in which the parts are closer", () => {
    const files = {
      "a.md": "We have the honour of your company and report great news.",
      "b.md": "We have the honour of your most esteemed company and report great news.",
    };
    const shortened = (address: string, omitted: string, words: number) => [
      "shortened",
      [address, "We have the honour"],
      [address, "report great news"],
      [words, omitted],
    ];
    const quoted = "We have the honour … report great news";
    expect(verified(files, quoted, "a")).toEqual(shortened("a¶1", "of your company and", 4));
    expect(verified(files, quoted, "b")).toEqual(
      shortened("b¶1", "of your most esteemed company and", 6),
    );
    expect(verified(files, quoted)).toEqual(shortened("a¶1", "of your company and", 4));
  });
});

const passages = [library, papers].flatMap((one) =>
  one.passages({}).map((place) => ({ ...place, verifier: one === library ? letters : lighthouse })),
);
/** Consecutive words of a passage, with their offsets. */
const slices = fc
  .record({
    at: fc.nat({ max: passages.length - 1 }),
    from: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    length: fc.integer({ min: 4, max: 40 }),
  })
  .map(({ at, from, length }) => {
    const { passage, document, verifier } = passages[at] ?? passages[0] ?? never();
    // An ellipsis at either end only says that the text continues, and is stripped.
    const tokens = tokenize(passage.text).filter(
      ({ start, end }) => !isEllipsis(passage.text.slice(start, end)),
    );
    const first = Math.floor(from * Math.max(1, tokens.length - 3));
    const used = tokens.slice(first, first + length);
    const start = used[0]?.start ?? 0;
    return { document, passage, verifier, start, used, text: passage.text };
  });

describe("verify, with slices of the corpora", () => {
  test("judges the words of a passage as exact or common", () => {
    fc.assert(
      fc.property(slices, ({ document, passage, verifier, start, used, text }) => {
        const end = used.at(-1)?.end ?? text.length;
        const verdict = verifier.verify(text.slice(start, end));
        if (verdict.kind === "common") return;
        expect(verdict.kind).toBe("exact");
        const found = verdict.kind === "exact" ? verdict.occurrences : [];
        const here = found.find(
          ({ stretch: [span] }) => span.document === document && span.passage === passage,
        );
        expect(here && stretchText(here.stretch)).toBe(text.slice(start, end));
      }),
      { numRuns: runs(200) },
    );
  });

  test("never finds words of which one is changed", () => {
    const others = ["not", "7", "never", "Zeppelin", "이", "…", "th", "%"];
    fc.assert(
      fc.property(
        slices,
        fc.nat(),
        fc.constantFrom(...others),
        ({ verifier, start, used, text }, which, other) => {
          const changed = used[which % used.length] ?? never();
          const end = used.at(-1)?.end ?? text.length;
          const before = text.slice(start, changed.start);
          const after = text.slice(changed.end, end);
          const verdict = verifier.verify(`x ${before} ${other} ${after} x`);
          expect(["exact", "typography", "common"]).not.toContain(verdict.kind);
        },
      ),
      { numRuns: runs(200) },
    );
  });

  test("returns a verdict for any characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(["none", "common"]).toContain(letters.verify(text).kind);
      }),
    );
  });
});

/** Words in many scripts and forms, and separators. */
const WORDS = [
  ...["lamp", "Lamp", "keeper’s", "wind", "oil", "gale", "tower", "north", "ﬁre", "fire", "Straße"],
  ...["café", "cafe\u0301", "co\u00adoperate", "wo\u200bnder", "no", "the", "of", "and", "Tom"],
  ...[
    "1.5",
    "15",
    ".5",
    "-5",
    "−5",
    "5",
    "3,000",
    "10²",
    "102",
    "½",
    "%",
    "$",
    "°",
    "🙂",
    "👩‍👩‍👧",
  ],
  ...["훈련", "훈련".normalize("NFD"), "등대", "灯台", "がん", "がん".normalize("NFD"), "ｶﾞ"],
  ...["مَرحبا", "المنارة", "שָׁלוֹם", "ปราสาท", "नमस्ते", "Ǣgir", "İstanbul", "ǅ", "…", "[. . .]", "..."],
];
const BETWEEN = [
  ...[" ", " ", " ", " ", ", ", ". ", "\u00a0", "\n", " — ", "-", "–", "; ", "‘", "’ ", " “", "” "],
  ...[
    " (",
    ") ",
    "/",
    "’",
    ".",
    "..",
    ":",
    "*",
    "***",
    "\u200e ",
    " \u{10100} ",
    "_",
    "\u3000",
    "、",
  ],
];
const writing = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...BETWEEN)), {
    minLength: 4,
    maxLength: 30,
  })
  .map((pairs) => pairs.flat().join(""));
/** Escapes Markdown, so that the passage has exactly this text. */
const asMarkdown = (text: string) =>
  text.replace(/[!-/:-@[-`{-~]/g, "\\$&").replaceAll("\n", "\\\n");
const corpora = fc
  .array(fc.array(writing, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map((documents) =>
    libraryOf(
      Object.fromEntries(
        documents.map((texts, at) => [`d${at}.md`, `x\n\n${texts.map(asMarkdown).join("\n\n")}`]),
      ),
    ),
  );

const keysOf = (text: string) =>
  tokenize(text).map(({ start, end }) => tokenKey(text.slice(start, end)));

/** Tests whether the words occur one after the other, by brute force. */
function occursIn({ corpus }: Library, words: readonly string[]): boolean {
  return corpus.documents.some(({ passages }) => {
    const all = passages.flatMap(({ text }) => keysOf(text));
    return all.some((_, at) => words.every((word, offset) => all[at + offset] === word));
  });
}

function stretchesOf(verdict: Verdict): readonly Stretch[] {
  switch (verdict.kind) {
    case "exact":
    case "typography":
      return verdict.occurrences.map(({ stretch }) => stretch);
    case "shortened":
    case "stitched":
      return verdict.fragments.map(({ stretch }) => stretch);
    case "altered":
      return verdict.fragments;
    case "none":
      return verdict.closest ? [verdict.closest] : [];
    case "common":
    case "unjudged":
      return [];
  }
}

/** At least three consecutive words of a passage. */
const slicesOf = (library: Library) => {
  const long = library
    .passages({})
    .map(({ passage }) => passage.text)
    .filter((text) => tokenize(text).length > 3);
  return fc
    .record({ text: fc.constantFrom(...long), from: fc.nat(), length: fc.nat({ max: 20 }) })
    .map(({ text, from, length }) => {
      const tokens = tokenize(text);
      const first = from % (tokens.length - 2);
      const used = tokens.slice(first, first + 3 + length);
      const words = used.map(({ start, end }) => text.slice(start, end));
      return { words, quoted: text.slice(used[0]?.start, used.at(-1)?.end) };
    });
};
const cases = corpora
  .filter((one) => one.passages({}).some(({ passage }) => tokenize(passage.text).length > 3))
  .chain((one) =>
    slicesOf(one).map((slice) => ({ library: one, verifier: verifierOf(one), ...slice })),
  );

describe("verify, with any corpus", () => {
  test("judges a slice of a passage as exact, character for character, or as common", () => {
    fc.assert(
      fc.property(cases, ({ verifier, quoted }) => {
        const verdict = verifier.verify(quoted);
        // Without the ellipses at its ends, the quotation may have too few words.
        if (keysOf(stripQuotesAndEllipses(quoted)).length < 3) return;
        expect(["exact", "common"]).toContain(verdict.kind);
        if (verdict.kind !== "exact") return;
        expect(stretchText(verdict.occurrences[0].stretch)).toBe(stripQuotesAndEllipses(quoted));
      }),
      { numRuns: runs(50) },
    );
  });

  test("finds a slice in another Unicode normalization form", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom("NFC", "NFD"), ({ verifier, quoted }, form) => {
        const verdict = verifier.verify(quoted.normalize(form));
        if (keysOf(stripQuotesAndEllipses(quoted)).length < 3) return;
        expect(["exact", "typography", "common"]).toContain(verdict.kind);
        if (verdict.kind !== "typography") return;
        // The same words may also occur elsewhere, with other signs between them.
        const named = verdict.occurrences.map(({ differences }) =>
          differences.map(({ name }) => name),
        );
        expect(named).toContainEqual(["Unicode forms and ligatures"]);
      }),
      { numRuns: runs(50) },
    );
  });

  test("finds words that are changed, dropped, doubled or swapped only if they occur", () => {
    const edits = fc.record({
      kind: fc.constantFrom("changed", "dropped", "doubled", "swapped"),
      at: fc.nat(),
      other: fc.constantFrom(...WORDS, "zeppelin"),
    });
    fc.assert(
      fc.property(cases, edits, ({ library, verifier, words }, { kind, at, other }) => {
        const here = at % words.length;
        const [word = "", next = ""] = words.slice(here);
        const edited =
          kind === "changed"
            ? words.with(here, other)
            : kind === "dropped"
              ? words.toSpliced(here, 1)
              : kind === "doubled"
                ? words.toSpliced(here, 0, word)
                : words.toSpliced(here, 2, next, word);
        const quoted = edited.join(" ");
        const occurs = occursIn(library, keysOf(stripQuotesAndEllipses(quoted)));
        const verdict = verifier.verify(quoted);
        const isFound = ["exact", "typography", "common"].includes(verdict.kind);
        // A number before a sentence may be that of a verse, which an editor adds.
        if (isFound && "marks" in verdict && verdict.marks.length > 0) return;
        // So does an emoji, and what is left without it may be common.
        const { marks } = removeMarks(quoted, "en", {
          useOf: () => "name",
          isHeading: () => false,
          removeTitle: (text) => text,
          isReadingKnown: () => true,
          isReadingPrinted: () => false,
        });
        if (isFound && marks.length > 0) return;
        expect([quoted, isFound]).toEqual([
          quoted,
          occurs && keysOf(stripQuotesAndEllipses(quoted)).length > 0,
        ]);
      }),
      { numRuns: runs(100) },
    );
  });

  test("bases its verdict on two slices on passages with the quoted words, in order", () => {
    const two = corpora
      .filter((one) => one.passages({}).some(({ passage }) => tokenize(passage.text).length > 3))
      .chain((one) =>
        fc.tuple(slicesOf(one), slicesOf(one)).map(([a, b]) => ({
          verifier: verifierOf(one),
          words: [a.quoted, b.quoted],
        })),
      );
    fc.assert(
      fc.property(two, fc.constantFrom(" ", " … ", " [...] "), ({ verifier, words }, between) => {
        const quoted = words.join(between);
        const verdict = verifier.verify(quoted);
        for (const stretch of stretchesOf(verdict)) {
          for (const { passage, document, start, end } of stretch) {
            expect(document.passages).toContain(passage);
            expect(0 <= start && start < end && end <= passage.text.length).toBe(true);
            expect(passage.text.slice(start, end)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
          }
        }
        const isWordForWord = verdict.kind === "exact" || verdict.kind === "typography";
        if (isWordForWord && verdict.marks.length === 0) {
          for (const { stretch } of verdict.occurrences) {
            expect(keysOf(stretchText(stretch))).toEqual(keysOf(stripQuotesAndEllipses(quoted)));
          }
        }
        if (verdict.kind !== "shortened" && verdict.kind !== "stitched") return;
        if (verdict.marks.length > 0) return;
        if (verdict.kind === "shortened" && verdict.lightParts.length > 0) return;
        const parts = verdict.fragments.map(({ stretch }) => stretch);
        const isQuoted = (key: string) => key !== "…";
        expect(parts.flatMap((one) => keysOf(stretchText(one))).filter(isQuoted)).toEqual(
          keysOf(stripQuotesAndEllipses(quoted)).filter(isQuoted),
        );
        if (verdict.kind === "stitched") return;
        for (const [index, [next]] of parts.entries()) {
          const before = parts[index - 1]?.at(-1);
          if (before === undefined) continue;
          const order = ({ document, passage }: Span) => document.passages.indexOf(passage);
          expect(next.document).toBe(before.document);
          expect(order(next)).toBeGreaterThanOrEqual(order(before));
          if (next.passage === before.passage) {
            expect(next.start).toBeGreaterThanOrEqual(before.end);
          }
        }
      }),
      { numRuns: runs(100) },
    );
  });

  test("returns a verdict for any quotation", () => {
    fc.assert(
      fc.property(corpora, fc.oneof(writing, fc.string({ unit: "binary" })), (one, quoted) => {
        expect(() => verifierOf(one).verify(quoted)).not.toThrow();
      }),
      { numRuns: runs(50) },
    );
  });
});

describe("verify, with nearly the same words", () => {
  test.each<[string, string, string]>([
    ["it burned 15 gallons of oil", "it burned 1.5 gallons of oil", "altered"],
    ["it burned .5 gallons of oil", "it burned 5 gallons of oil", "altered"],
    ["it fell to -5 degrees at night", "it fell to 5 degrees at night", "altered"],
    ["it was 10² metres high above", "it was 102 metres high above", "altered"],
    ["it fell to −5 degrees at night", "it fell to -5 degrees at night", "typography"],
    ["the ﬁre and the cœur of it", "the fire and the coeur of it", "typography"],
    ["they co\u00adoperate at night there", "they cooperate at night there", "typography"],
    ["café fermé du vieux coin".normalize("NFD"), "café fermé du vieux coin", "typography"],
    ["café fermé du vieux coin", "café fermé du vieux coin".normalize("NFD"), "typography"],
    ["구조 훈련을 시작했다".normalize("NFD"), "구조 훈련을 시작했다", "typography"],
    ["구조 훈련을 시작했다", "구조 훈련을 시작했다".normalize("NFD"), "typography"],
    ["오늘 구조 훈련을 시작했다", "오늘 구조훈련을 시작했다", "typography"],
    ["구조 훈련을 시작했다", "구조 훈련을 안 시작했다", "altered"],
    ["灯台の灯りがともった", "灯台の灯りがともった", "exact"],
    ["灯台の灯りがともった", "灯台の灯りかともった", "altered"],
    ["أضاء الحارس المصباح عند الغروب", "أضاء الحارس المصباح عند الغروب", "exact"],
    ["أضاء الحارس المصباح عند الغروب", "أطفأ الحارس المصباح عند الغروب", "altered"],
  ])("compares “%s” with “%s”: %s", (printed, quoted, kind) => {
    // A corpus large enough for a few words to identify a place.
    const rest = Array.from({ length: 60 }, (_, at) => `${at + 1000} waves`).join(", ");
    const one = libraryOf({ "a.md": printed, "b.md": rest });
    const verdict = verifierOf(one).verify(quoted);
    expect(verdict.kind).toBe(kind);
  });
});

function never(): never {
  throw new Error("There are passages, and each has words.");
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressOf } from "../../src/corpus/document.ts";
import type { Library } from "../../src/search/library.ts";
import { isEllipsis, tokensOf } from "../../src/search/tokens.ts";
import { createAnalyzer } from "../../src/search/words.ts";
import { textOf } from "../../src/verify/standing.ts";
import type { Standing, Stretch, Verdict } from "../../src/verify/verdict.ts";
import { createVerifier } from "../../src/verify/verifier.ts";
import { library, libraryOf, papers } from "../library.ts";

const verifierOf = (one: Library) =>
  createVerifier(one.wording(), createAnalyzer(one.corpus.language));
const letters = verifierOf(library);
const lighthouse = verifierOf(papers);

const placesIn = (stretch: Stretch) =>
  stretch.map(({ document, passage }) => addressOf(document, passage));
const standsAt = ({ stretch }: Standing) => [placesIn(stretch).join(" "), textOf(stretch)];

/** What a verdict says, without what belongs to the corpus. */
function said(verdict: Verdict): unknown {
  switch (verdict.kind) {
    case "exact":
    case "typography":
      return [
        verdict.kind,
        ...verdict.standings.map(({ stretch, differences }) => [
          placesIn(stretch).join(" "),
          ...differences.map(({ name }) => name),
        ]),
      ];
    case "shortened":
      return [
        verdict.kind,
        ...verdict.fragments.map(standsAt),
        ...verdict.gaps.map((gap) => gap && [gap.words, gap.stretch && textOf(gap.stretch)]),
      ];
    case "stitched":
      return [verdict.kind, ...verdict.fragments.map(standsAt)];
    case "altered":
      return [
        verdict.kind,
        verdict.fragments.flatMap(placesIn).join(" "),
        ...verdict.changes
          .filter(({ isSame }) => !isSame)
          .map(({ printed, quoted, grave }) => [printed, quoted, ...(grave ? [grave] : [])]),
      ];
    case "common":
      return [verdict.kind, verdict.count, verdict.documents];
    case "none":
      return [verdict.kind, ...(verdict.closest ? [placesIn(verdict.closest).join(" ")] : [])];
  }
}

const A = "2019-08-05-kim-to-trump¶a";
const B = "2019-08-05-kim-to-trump¶b";
const MOON = "2018-09-21-kim-to-trump¶a";

describe("of the letters", () => {
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
    ["of your", ["common", 1, 1]],
    ["no zeppelin", ["none"]],
    ["", ["none"]],
    ["?!", ["none"]],
  ])("“%s”", (quoted, verdict) => {
    expect(said(letters.verify(quoted))).toEqual(verdict);
  });
});

describe("of a few papers", () => {
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
    ["오늘 아침 구조 훈련을 마쳤다", ["altered", "diary¶1", ["시작했", "마쳤"]]],
    [
      "Mr. Hale says that seven ships pass here in April",
      [
        "altered",
        "log¶2",
        ["no ship passes", "seven ships pass", "negation"],
        ["March", "April", "date"],
      ],
    ],
  ])("“%s”", (quoted, verdict) => {
    expect(said(lighthouse.verify(quoted))).toEqual(verdict);
  });

  test("a claimed document comes first among those that have the words", () => {
    const verdict = lighthouse.verify("I counted three", ({ id }) => id === "letter");
    expect(said(verdict)).toEqual(["exact", ["letter¶2"], ["log¶2"]]);
  });
});

test("a phrase that stands in many documents is common", () => {
  const many = libraryOf(
    Object.fromEntries(
      Array.from({ length: 8 }, (_, at) => [`d${at}.md`, `I have the honor to report item ${at}.`]),
    ),
  );
  expect(said(verifierOf(many).verify("I have the honor to report"))).toEqual(["common", 8, 8]);
  expect(said(verifierOf(many).verify("the honor to report item 3"))).toEqual(["exact", ["d3¶1"]]);
});

describe("where the words stand in several ways", () => {
  const verified = (files: Readonly<Record<string, string>>, quoted: string, claimed = "") =>
    said(verifierOf(libraryOf(files)).verify(quoted, ({ id }) => id === claimed));

  test("signs that are quoted with a word make no other word of it", () => {
    const files = { "a.md": "It fell to minus-5 degrees at the harbour." };
    expect(verified(files, "—5 degrees at the harbour")).toEqual(["typography", ["a¶1", "dashes"]]);
  });

  test("quotation marks around a part make no other word of it", () => {
    const files = { "a.md": "The lamp was lit. It fell to minus-5 degrees at the harbour." };
    expect(verified(files, "The lamp was lit … „5 degrees at the harbour“")).toEqual([
      "shortened",
      ["a¶1", "The lamp was lit"],
      ["a¶1", "5 degrees at the harbour"],
      [4, "It fell to minus"],
    ]);
    expect(() => verified(files, "The lamp was … „-5 degrees at the harbour“")).not.toThrow();
  });

  test("parts that begin with an ellipsis of the print are put together like others", () => {
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

  test("a claimed document comes before the one in which the parts are closest", () => {
    const files = {
      "a.md": "We have the honour of your company and report great news.",
      "b.md": "We have the honour of your most esteemed company and report great news.",
    };
    const place = (address: string, left: string, words: number) => [
      "shortened",
      [address, "We have the honour"],
      [address, "report great news"],
      [words, left],
    ];
    const quoted = "We have the honour … report great news";
    expect(verified(files, quoted, "a")).toEqual(place("a¶1", "of your company and", 4));
    expect(verified(files, quoted, "b")).toEqual(
      place("b¶1", "of your most esteemed company and", 6),
    );
    expect(verified(files, quoted)).toEqual(place("a¶1", "of your company and", 4));
  });
});

const passages = [library, papers].flatMap((one) =>
  one.passages({}).map((place) => ({ ...place, verifier: one === library ? letters : lighthouse })),
);
/** Some words of a passage that follow each other, and their place among all its words. */
const slices = fc
  .record({
    at: fc.nat({ max: passages.length - 1 }),
    from: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    length: fc.integer({ min: 4, max: 40 }),
  })
  .map(({ at, from, length }) => {
    const { passage, document, verifier } = passages[at] ?? passages[0] ?? never();
    // An ellipsis at either end only says that the text goes on.
    const tokens = tokensOf(passage.text).filter(
      ({ start, end }) => !isEllipsis(passage.text.slice(start, end)),
    );
    const first = Math.floor(from * Math.max(1, tokens.length - 3));
    const used = tokens.slice(first, first + length);
    const start = used[0]?.start ?? 0;
    return { document, passage, verifier, start, used, text: passage.text };
  });

describe("whatever is quoted", () => {
  test("words of a passage as they stand are never less than exact", () => {
    fc.assert(
      fc.property(slices, ({ document, passage, verifier, start, used, text }) => {
        const end = used.at(-1)?.end ?? text.length;
        const verdict = verifier.verify(text.slice(start, end));
        if (verdict.kind === "common") return;
        expect(verdict.kind).toBe("exact");
        const found = verdict.kind === "exact" ? verdict.standings : [];
        const here = found.find(
          ({ stretch: [span] }) => span.document === document && span.passage === passage,
        );
        expect(here && textOf(here.stretch)).toBe(text.slice(start, end));
      }),
      { numRuns: 1000 },
    );
  });

  test("words of which one is another are never said to stand there", () => {
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
      { numRuns: 1000 },
    );
  });

  test("an answer comes, whatever signs it has", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(["none", "common"]).toContain(letters.verify(text).kind);
      }),
    );
  });
});

function never(): never {
  throw new Error("There are passages, and each has words.");
}

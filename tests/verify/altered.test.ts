import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stretchText } from "../../src/verify/occurrence.ts";
import { libraryOf } from "../library.ts";
import { runs } from "../thoroughness.ts";
import { book, NOUNS, slices, VERBS, verifier } from "./made-book.ts";
import { verdictAgainst, verifierOf } from "./verifiers.ts";

describe("one change", () => {
  test.each([
    [
      "ja",
      "漁師は川で大きな魚を捕った。村の人は喜んだ。",
      "猟師は川で大きな魚を捕った",
      "漁師",
      "猟師",
    ],
    [
      "ja",
      "漁師は川で大きな魚を捕った。村の人は喜んだ。",
      "大きな魚を捕った。村の人は喜ばない",
      "喜んだ",
      "喜ばない",
    ],
    [
      "zh",
      "灯塔守人每晚点亮灯火，望着远方的大海。",
      "灯塔守人每晚点亮灯火，望着远方的大河",
      "大海",
      "大河",
    ],
    ["ja", "海は決して嘘をつかない。", "海は決して嘘をつく", "つかない", "つく"],
  ])(
    "of the first or the last character of a word is one of the whole word, in %s: %s",
    (...given) => {
      const [language, text, quoted, printed, word] = given;
      const verdict = verdictAgainst(quoted, text, language);
      const changes = verdict.kind === "altered" ? verdict.changes : [];
      expect(changes.filter(({ isSame }) => !isSame)).toMatchObject([{ printed, quoted: word }]);
    },
  );

  test("is that of a compound too, whose parts a hyphen joins", () => {
    const printed = "יֹשְׁבֵי אֶרֶץ תֵּימָא בְּלַחְמוֹ קִדְּמוּ נֹדֵד כָּל הַיּוֹם";
    expect(verdictAgainst("יֹשְׁבֵי אֶרֶץ מִי־הִקְשִׁיב בְּלַחְמוֹ קִדְּמוּ נֹדֵד", printed, "he").kind).toBe("altered");
  });

  test("is found among words that the document has in brackets", () => {
    const printed =
      "There are palm trees, [growing] several from a root or [otherwise], watered with one water of the hill.";
    const verdict = verdictAgainst("palm trees, [growing] two from a root or", printed);
    expect(
      verdict.kind === "altered" &&
        verdict.changes.flatMap(({ isSame, printed, quoted }) =>
          isSame ? [] : [[printed, quoted]],
        ),
    ).toEqual([["several", "two"]]);
  });
});

describe("a small corpus", () => {
  const content = fc.uniqueArray(fc.constantFrom(...NOUNS, ...VERBS), {
    minLength: 4,
    maxLength: 8,
  });
  const files = fc
    .array(content, { minLength: 1, maxLength: 4 })
    .map((passages) => passages.map((words) => `The ${words.join(" and ")}.`));

  test("has an altered quotation if a word is added, and none if only its frequent words agree", () => {
    fc.assert(
      fc.property(files, fc.nat(), fc.nat(), fc.boolean(), (passages, which, at, isOne) => {
        const separator = isOne ? "\n\n" : "\n%\n";
        const corpus = passages.join(separator).split("\n%\n");
        const small = verifierOf(
          libraryOf(Object.fromEntries(corpus.map((text, nth) => [`${nth}.md`, text]))),
        );
        const words = (passages[which % passages.length] ?? "").split(" ");
        const quoted = words.toSpliced(1 + (at % (words.length - 1)), 0, "not").join(" ");
        expect([quoted, small.verify(quoted).kind]).toEqual([quoted, "altered"]);
        const other = "The zebra and trumpet and glacier and violin and pepper.";
        expect(small.verify(other).kind).toBe("none");
      }),
      { numRuns: runs(40) },
    );
  });

  test.each([
    [
      "en",
      "The lamps were lit before the second bell.",
      "The lamps were not lit before the second",
    ],
    ["en", "Lamps were lit.", "Lamps were not lit."],
    ["ko", "등대지기는 밤마다 등불을 켰다.", "등대지기는 밤마다 등불을 안 켰다."],
    ["zh", "守塔人每晚点亮灯火。", "守塔人每晚不点亮灯火"],
  ])("of one passage in %s has “%s” altered", (language, printed, quoted) => {
    const small = verifierOf(
      libraryOf({ "a.md": `---\nlanguage: ${language}\n---\n\n${printed}` }),
    );
    expect(small.verify(quoted).kind).toBe("altered");
  });
});

test("a title or a heading is called that, and only if nothing is quoted with it", () => {
  const small = verifierOf(
    libraryOf({
      "a.md": "# The Log of the Keeper\n\n## Second Night\n\nThe oil came late that year.",
    }),
  );
  expect(small.verify("the log of the keeper")).toEqual({ kind: "unjudged", reason: "heading" });
  expect(small.verify("Second Night")).toEqual({ kind: "unjudged", reason: "heading" });
  expect(small.verify("Second Night The oil came late").kind).toBe("exact");
});

describe("an altered quotation", () => {
  test("always has a difference", () => {
    const ends = fc.constantFrom(" … ", " [...] ", " ", " not ");
    fc.assert(
      fc.property(
        slices,
        slices,
        ends,
        fc.integer({ min: 1, max: 6 }),
        (one, two, between, count) => {
          const quoted = `${one.slice(0, count).join(" ")}${between}${two.slice(-count).join(" ")}`;
          const verdict = verifier.verify(quoted);
          if (verdict.kind !== "altered") return;
          expect([quoted, verdict.changes.some(({ isSame }) => !isSame)]).toEqual([quoted, true]);
        },
      ),
      { numRuns: runs(150) },
    );
  });

  test("is none, but stitched together, if some words of another document precede or follow much longer ones", () => {
    const syllables = ["la", "mo", "ri", "ke", "tu", "sen", "dor", "vi", "pa", "gol", "net", "bu"];
    const coined = (n: number) =>
      [n % 12, (n >> 2) % 12, (n * 7) % 11].map((at) => syllables[at] ?? "").join("") +
      "o".repeat(n % 3);
    const [one, other] = [0, 1].map((part) =>
      Array.from({ length: 120 }, (_, at) => `${coined(at * 2 + part)}${part === 0 ? "n" : "s"}`),
    );
    const two = verifierOf(
      libraryOf({ "a.md": (one ?? []).join(" "), "b.md": (other ?? []).join(" ") }),
    );
    fc.assert(
      fc.property(
        fc.nat({ max: 60 }),
        fc.integer({ min: 40, max: 60 }),
        fc.nat({ max: 100 }),
        fc.integer({ min: 5, max: 7 }),
        fc.boolean(),
        (from, length, at, few, isFirst) => {
          const long = (one ?? []).slice(from, from + length).join(" ");
          const short = (other ?? []).slice(at, at + few).join(" ");
          const quoted = isFirst ? `${short} ${long}` : `${long} ${short}`;
          expect([quoted, two.verify(quoted).kind]).toEqual([quoted, "stitched"]);
        },
      ),
      { numRuns: runs(30) },
    );
  });

  test("that leaves out words at one place has one difference", () => {
    const all = book.corpus.documents.map(({ passages }) =>
      passages.flatMap(({ text }) => text.split(" ")),
    );
    fc.assert(
      fc.property(
        fc.nat({ max: all.length - 1 }),
        fc.nat(),
        fc.integer({ min: 8, max: 20 }),
        fc.integer({ min: 1, max: 7 }),
        (which, at, length, count) => {
          const words = all[which] ?? [];
          const from = at % (words.length - 60);
          const omitted = words.slice(from + length, from + length + count);
          const rest = words.slice(from + length + count, from + 2 * length + count);
          const quoted = [...words.slice(from, from + length), ...rest].join(" ");
          const verdict = verifier.verify(quoted);
          if (verdict.kind !== "altered") return;
          // Another place may be as near.
          fc.pre(stretchText(verdict.fragments[0]).includes(omitted.join(" ")));
          const differences = verdict.changes.filter(({ isSame }) => !isSame);
          expect([
            quoted,
            differences.map(({ printed, quoted }) => [printed.split(" ").length, quoted]),
          ]).toEqual([quoted, [[omitted.length, ""]]]);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  test("of a few words is claimed only if one place is as near as no other", () => {
    const files = {
      "a.md": "The remarkable keeper lit seven lamps.",
      "b.md": "A gale rose from the distant north.",
      "c.md": "A gale rose from the distant south.",
      "d.md": Array.from({ length: 400 }, (_, at) => `${at + 1000} zyx`).join(", "),
    };
    const few = verifierOf(libraryOf(files));
    expect(few.verify("remarkable keeper sold seven lamps")).toMatchObject({ kind: "altered" });
    expect(few.verify("gale rose from the distant east").kind).not.toBe("exact");
    const place = few.verify("gale blew from the distant");
    expect(place.kind).toBe("none");
  });
});

test("a phrase that occurs once has its place, however short", () => {
  expect(verdictAgainst("lamp", "The lamp was lit, and the oil, and the wick.").kind).toBe("exact");
  expect(verdictAgainst("and the", "The lamp was lit, and the oil, and the wick.").kind).toBe(
    "common",
  );
});

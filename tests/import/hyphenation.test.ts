import fc from "fast-check";
import { expect, test } from "vitest";
import { createLineJoiner } from "../../src/import/shared/hyphenation.ts";

/** Lines by which a file is known to divide words, in a language. */
const FILES = {
  de: ["Der Wärter und die Boote, das ist nicht viel. Ha-", "fen"],
  old: ["Der Wärter und die Boote, das ist nicht viel, daß Ha-", "fen"],
  en: ["The keeper of the boats was there, and that is all. Har-", "bour"],
  fr: ["Le gardien est dans une barque avec les filets et le ba-", "teau"],
  nl: ["Het licht van een haven dat niet brandt. Vuurto-", "ren"],
  sv: ["Och det var inte mer som han sade. Ham-", "nen"],
} as const;

const joined = (file: keyof typeof FILES, before: string, after: string) =>
  createLineJoiner([FILES[file]]).join(before, after);

test.each([
  ["de", "die Hafen-", "und Fischerstadt", "die Hafen- und Fischerstadt"],
  ["de", "die Ein-", "oder Ausfuhr", "die Ein- oder Ausfuhr"],
  ["de", "im Hun-", "de", "im Hunde"],
  ["de", "das 12-", "jährige Kind", "das 12-jährige Kind"],
  ["de", "12-", "und 13-jährige", "12- und 13-jährige"],
  ["de", "der Ak-", "kord", "der Akkord"],
  ["old", "der Bäk-", "ker", "der Bäcker"],
  ["old", "der Zuk-", "kerhut", "der Zuckerhut"],
  ["old", "der Ak-", "kord", "der Akkord"],
  ["old", "die Schiff-", "fahrt", "die Schiffahrt"],
  ["old", "die Sauerstoff-", "flasche", "die Sauerstoffflasche"],
  ["en", "the mother-in-", "law’s boat", "the mother-in-law’s boat"],
  ["en", "the two-", "and three-year terms", "the two- and three-year terms"],
  ["en", "the err-", "and of the day", "the errand of the day"],
  ["en", "the fif-", "teen", "the fifteen"],
  ["en", "the twenty¬", "one", "the twentyone"],
  ["en", "of Light¬", "House", "of LightHouse"],
  ["fr", "les vingt-", "deux barques", "les vingt-deux barques"],
  ["nl", "de zee-", "eend", "de zee-eend"],
  ["nl", "de haven-", "en vissersbuurt", "de haven- en vissersbuurt"],
  ["nl", "de vuurto-", "ren", "de vuurtoren"],
  ["sv", "in- och hamn-", "och fiskestad", "in- och hamn- och fiskestad"],
] as const)("in %s, “%s” and “%s” are “%s”", (file, before, after, expected) => {
  expect(joined(file, before, after)).toBe(expected);
});

test("the file’s own word is preferred to every rule", () => {
  const joiner = createLineJoiner([[...FILES.old, "Makker zweiund"], ["Einund"]]);
  expect(joiner.join("der Mak-", "ker")).toBe("der Makker");
  expect(joiner.join("der Ein-", "und")).toBe("der Einund");
});

test("a word that the file has without a hyphen is divided, whatever other words have one", () => {
  const own = fc.constantFrom("anyway", "into", "overboard", "nobody", "lighthouse");
  const compounds = fc.subarray(["light-blue", "well-known", "half-empty", "sea-green"]);
  fc.assert(
    fc.property(own, fc.integer({ min: 2, max: 3 }), compounds, (word, at, hyphenated) => {
      const [first, second] = [word.slice(0, at), word.slice(at)];
      const both = `${first}-${second} ${first} ${second}`;
      const lines = ["The keeper of the boats was there.", `${word} ${both}`, ...hyphenated];
      expect(createLineJoiner([lines]).join(`he saw ${first}-`, second)).toBe(`he saw ${word}`);
    }),
  );
});

test("a number of two words keeps its hyphen", () => {
  const tens = fc.constantFrom("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty");
  const ones = fc.constantFrom("one", "two", "three", "four", "five", "six", "seven", "first");
  fc.assert(
    fc.property(tens, ones, (ten, one) => {
      expect(joined("en", `the ${ten}-`, `${one} boats`)).toBe(`the ${ten}-${one} boats`);
    }),
  );
});

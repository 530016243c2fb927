import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quote } from "../../commands/quote.ts";
import { english } from "../../src/catalogue/catalogue.ts";
import { linkToText } from "../../src/cite/text-fragment.ts";
import { layoutOf } from "../../src/reply/layout/layout.ts";
import { contextOf, context as letters, library, libraryOf } from "../library.ts";
import { runs } from "../thoroughness.ts";

const PAGE = "https://example.org/a/page.html";

/** Returns the words that a link names: all of them, or the first and the last ones. */
function fragmentWordsOf(link: string): readonly string[] {
  const [, directive] = new URL(link).hash.split(/:~:text=|(?<=:~:.*)&text=/);
  return directive === undefined ? [] : directive.split(",").map(decodeURIComponent);
}

const normalizeSpaces = (text: string) => text.replace(/\s+/g, " ").trim();

test.each([
  ["a phrase", "no changed outcome", "no%20changed%20outcome"],
  ["a comma", "yes, no", "yes%2C%20no"],
  ["a hyphen", "co-operation", "co%2Doperation"],
  ["an ampersand", "A&B", "A%26B"],
  ["quotation marks", "“no more”", "%E2%80%9Cno%20more%E2%80%9D"],
  ["Korean", "미사일 위협", "%EB%AF%B8%EC%82%AC%EC%9D%BC%20%EC%9C%84%ED%98%91"],
  ["white space", "  one\n two\u00a0\tthree ", "one%20two%20three"],
  ["a bracketed ellipsis", "showing [. . .] in", "showing%20%5B.%20.%20.%5D%20in"],
  ["a lone surrogate", "a\ud83d", "a%EF%BF%BD"],
])("A directive encodes %s", (_, words, directive) => {
  expect(linkToText(PAGE, words)).toBe(`${PAGE}#:~:text=${directive}`);
});

test.each([
  ["no fragment", PAGE, `${PAGE}#:~:text=one`],
  ["an empty fragment", `${PAGE}#`, `${PAGE}#:~:text=one`],
  ["a fragment", `${PAGE}#part-2`, `${PAGE}#part-2:~:text=one`],
  ["a directive", `${PAGE}#:~:text=zero`, `${PAGE}#:~:text=zero&text=one`],
  ["a query", `${PAGE}?a=b`, `${PAGE}?a=b#:~:text=one`],
  ["no path", "https://example.org", "https://example.org/#:~:text=one"],
])("A link keeps the rest of an address with %s", (_, page, link) => {
  expect(linkToText(page, "one")).toBe(link);
});

test.each(["", " ", "\n"])("A link to %j is the address of the page", (words) => {
  expect(linkToText(PAGE, words)).toBe(PAGE);
});

test("A link to a page with a very long address is the address itself", () => {
  const page = `${PAGE}?${"x".repeat(500)}`;
  expect(linkToText(page, "one two three")).toBe(page);
});

test("A link never names parts of words", () => {
  expect(linkToText(PAGE, `${"x".repeat(500)} a ${"y".repeat(500)}`)).toBe(PAGE);
});

describe("A link", () => {
  const words = fc
    .array(
      fc.oneof(
        fc.lorem({ maxCount: 1 }),
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
        fc.constantFrom("co-operation,", "A&B", "“미사일", "100%", "🌊", "[. . .]", "a:~:b", "#1"),
      ),
      { minLength: 1, maxLength: 120 },
    )
    .chain((parts) => fc.constantFrom(" ", "\n", "\u00a0 ").map((gap) => parts.join(gap)))
    .filter((text) => text.trim() !== "");
  const pages = fc.constantFrom(PAGE, `${PAGE}#part`, `${PAGE}?q=${"x".repeat(300)}`);

  test("names all words, or as many of the first and last ones as fit", () => {
    fc.assert(
      fc.property(pages, words, (page, text) => {
        const link = linkToText(page, text);
        const whole = normalizeSpaces(text);
        expect(link.length).toBeLessThanOrEqual(512);
        const [start, end] = fragmentWordsOf(link);
        if (start === undefined || end === undefined) {
          expect(start ?? link).toBe(start === undefined ? page : whole);
          return;
        }
        expect(whole.startsWith(start)).toBe(true);
        expect(whole.slice(start.length).endsWith(end)).toBe(true);
        const left = whole.slice(start.length, whole.length - end.length);
        // Only whole words are left out.
        if (whole.includes(" ")) expect(left).toMatch(/^ (.* )?$/);
        const [next = ""] = left.trim().split(" ");
        const longer = `${link}%20${encodeURIComponent(next).replaceAll("-", "%2D")}`;
        // Words are added at the start and at the end in turn.
        if (start.split(" ").length === end.split(" ").length && whole.includes(" ")) {
          expect(next === "" || longer.length > 512).toBe(true);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  test("has no unencoded delimiter within its words", () => {
    fc.assert(
      fc.property(words, (text) => {
        const { hash } = new URL(linkToText(PAGE, text));
        expect(hash.replace(/^#:~:text=/, "")).toMatch(/^[^-&,]*(,[^-&,]*)?$/);
      }),
    );
  });

  test.each(["훈련", "👩‍👩‍👧", "e\u0301", "字"])(
    "cuts a text without spaces between characters: %s",
    (unit) => {
      const [start = "", end = ""] = fragmentWordsOf(linkToText(PAGE, unit.repeat(300)));
      for (const part of [start, end]) {
        expect(part.replaceAll(unit, "").length).toBeLessThan(unit === "훈련" ? 2 : 1);
        expect(part).not.toBe("");
      }
    },
  );
});

describe("Replies that quote", () => {
  const linksOf = (asked: typeof letters, options: Readonly<Record<string, unknown>>) =>
    layoutOf(quote.respond(options, asked), english).blocks.flatMap((block) =>
      block.kind === "quote" ? (block.credit?.line ?? []).flatMap(({ url }) => url ?? []) : [],
    );

  test("link to the words in the source that prints them", () => {
    for (const { document, passage } of library.passages({})) {
      const [link = ""] = linksOf(letters, { passage: `${document.id}¶${passage.number}` });
      expect(link.startsWith(`${passage.printedIn?.source.URL}#:~:text=`)).toBe(true);
      expect(fragmentWordsOf(link).length).toBeGreaterThan(0);
      for (const part of fragmentWordsOf(link)) expect(passage.text).toContain(part);
    }
  });

  test("link to each source once, at the requested words", () => {
    const links = linksOf(letters, { passage: "2019-08-05-kim-to-trump¶b", around: 1 });
    expect(links.flatMap(fragmentWordsOf)).toEqual([
      "And until these elements are eliminated, no changed outcome can be anticipated",
    ]);
  });

  test("link to the words in the document’s own page", () => {
    const asked = contextOf(
      libraryOf({
        "a.md": `---\ntitle: A page\nURL: ${PAGE}#part\n---\n\nOne word.\n\nTwo words.\n`,
        "b.md": "No page has it.\n",
      }),
    );
    expect(linksOf(asked, { passage: "a¶2" })).toEqual([`${PAGE}#part:~:text=Two%20words.`]);
    expect(linksOf(asked, { passage: "a¶1", around: 1 })).toEqual([
      `${PAGE}#part:~:text=One%20word.`,
    ]);
    expect(linksOf(asked, { passage: "b¶1" })).toEqual([]);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isMessageKey } from "../src/catalogue/catalogue.ts";
import { en } from "../src/catalogue/en/index.ts";
import { ko } from "../src/catalogue/ko.ts";

interface Term {
  readonly term: string;
  readonly translations: readonly string[];
  readonly rejected: readonly string[];
}

const listOf = (cell = "") =>
  cell
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");

const terms: readonly Term[] = readFileSync("docs/glossary.md", "utf8")
  .split("\n")
  .filter((line) => /^\| [a-z]/.test(line) && !line.startsWith("| term"))
  .map((line) => {
    const [, term = "", , translations, rejected] = line.split("|").map((cell) => cell.trim());
    return { term, translations: listOf(translations), rejected: listOf(rejected) };
  });

/** The messages in which a term has another sense. */
const OTHER_SENSES: Readonly<Record<string, readonly string[]>> = {
  // Of the alphabet.
  letter: [
    "verdict.typography-message",
    "typography.forms of Arabic letters",
    "typography.special letters",
    "typography.bracketed letters",
    "style.untypable-remedy",
    "encoding.guessed",
    "remark.readings",
    "html.struck-parts",
    "pdf.doubled",
    "pdf.unmapped",
    "pdf.pages-font",
    "oddity.two-scripts",
  ],
  // Discord’s, which is 이벤트 there.
  event: ["permission.manage-events", "notice.not-permitted"],
  // A word to type, and the remarks of a transcriber.
  note: ["expected.body", "gutenberg.notes"],
  // By the author who quotes.
  remark: ["mark.sic", "mark.emphasis"],
  // The number of quotations is that of passages.
  passage: ["counts"],
  // The heading of MLA’s list of works.
  cite: ["citation-form.Works-cited entry"],
  // Ibid’s own, of which the setting chooses the language.
  word: ["option.setting-language"],
  // Anyone who uses Ibid.
  person: ["remedy.shared-label"],
};

const messages = Object.entries(en);

/** Returns a pattern for the singular and the plural of a term. */
function inflected(term: string): string {
  return term
    .replace(/y$/, "(?:y|ies)")
    .replace(/sis$/, "s[ie]s")
    .replace(/^person$/, "(?:persons?|people)")
    .replace(/^cite$/, "(?:cited?|cites|citations?)")
    .replace(/[^)]$/, "$&s?");
}

/** Returns the text of a message without its arguments, names of files and programs, text to type, and quotation marks. */
const wordsOf = (text: string) =>
  text
    .replace(/\{\w+(?:, (?:number|plural))?|`[^`]*`|\w+\.yaml|quotation marks?/gi, "")
    .replace(/\bWord\b/g, "");

test("the glossary has at least thirty terms, each with a translation", () => {
  expect(terms.length).toBeGreaterThanOrEqual(30);
  expect(terms.filter(({ translations }) => translations.length === 0)).toEqual([]);
});

describe.each(terms)("$term", ({ term, translations, rejected }) => {
  test("is translated so wherever a message has it", () => {
    const pattern = new RegExp(String.raw`\b${inflected(term)}\b`, "i");
    const others = messages.flatMap(([key, text]) => {
      const translation = isMessageKey(key) ? ko[key] : "";
      const isKept = translations.some((one) => translation.includes(one));
      const isOther = OTHER_SENSES[term]?.includes(key);
      return pattern.test(wordsOf(text)) && !isKept && !isOther
        ? [`${key}: ${text} → ${translation}`]
        : [];
    });
    expect(others).toEqual([]);
  });

  test("is never translated otherwise", () => {
    const found = Object.entries(ko).filter(([, text]) =>
      rejected.some((one) => text.includes(one)),
    );
    expect(found).toEqual([]);
  });
});

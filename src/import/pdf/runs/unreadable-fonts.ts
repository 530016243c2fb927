import type { PdfDocument, TextRun } from "./text-runs.ts";

/** A font whose characters cannot be mapped back to letters. */
export interface UnreadableFont {
  /** The font's name without the prefix of a subset; absent if the PDF does not say it. */
  readonly name: string | undefined;
  /** Counted from 1. */
  readonly pages: readonly number[];
}

/** The pages of a PDF without the text in unreadable fonts. */
export interface ReadablePages {
  readonly pages: readonly (readonly TextRun[])[];
  readonly fonts: readonly UnreadableFont[];
  /** How many single signs without a meaning were removed from other fonts. */
  readonly signs: number;
}

/** Characters without a meaning. Signs of a private use area have one in a single font. */
const MEANINGLESS = /[\p{Cn}\ufffd]|(?![\t\n\r\f])\p{Cc}/gu;
const PRIVATE = /\p{Co}/gu;

/** The share of meaningless characters, and of private ones, from which a font is unreadable. */
const MAX_MEANINGLESS = 0.02;
const MAX_PRIVATE = 0.5;

/** Scripts of which no word has letters of another one: only a font without a map has them beside each other. */
const UNMIXED_SCRIPTS = [
  ...[
    "Arabic",
    "Armenian",
    "Bengali",
    "Cyrillic",
    "Devanagari",
    "Ethiopic",
    "Georgian",
    "Gujarati",
  ],
  ...["Gurmukhi", "Hebrew", "Kannada", "Khmer", "Lao", "Malayalam", "Myanmar", "Sinhala", "Tamil"],
  ...["Telugu", "Thai"],
];

/**
 * Scripts whose letters can be next to those of another script: units, variables, signs of several scripts, and the scripts of
 * East Asia, which have no space beside foreign words.
 */
const MIXED_SCRIPTS = [
  ...["Latin", "Greek", "Common", "Inherited"],
  ...["Han", "Hiragana", "Katakana", "Hangul"],
];

/** Letters of two scripts beside each other. */
const MIXED_LETTERS = new RegExp(
  UNMIXED_SCRIPTS.map((script) => {
    const own = String.raw`(?=\p{L})\p{Script=${script}}\p{M}*`;
    const others = [script, ...MIXED_SCRIPTS].map((one) => String.raw`\p{Script=${one}}`).join("|");
    const other = String.raw`(?!${others})\p{L}\p{M}*`;
    return `${own}${other}|${other}${own}`;
  }).join("|"),
  "gu",
);

const LATIN_LETTERS = /(?=\p{Script=Latin})\p{L}/gu;
const VOWELS = /[aeiouyæœøı]/giu;

/** How many Latin letters show by their vowels whether they are a language, if most signs are letters. */
const MIN_LETTERS = 80;
const MIN_LETTER_SHARE = 0.6;

/** No language has fewer vowels than this among its letters: English has 0.4, and Czech 0.42. */
const MIN_VOWELS = 0.2;

/** An Arabic letter three times in a row, as no word has it. Some fonts map the stroke that lengthens a line to a letter. */
const TRIPLED = /((?=\p{L})\p{Script=Arabic})\1\1/u;

/** How many words, and which share of them, show that a font maps this stroke to a letter. People repeat letters in few. */
const MIN_TRIPLED = 8;
const MIN_TRIPLED_SHARE = 0.05;

/**
 * Removes the text in fonts that the PDF does not map to letters. For it, pdf.js returns the
 * numbers of glyphs, so that each letter is another one: “7KH ODPS” for “The lamp”.
 */
export async function removeUnreadableFonts(
  pdf: PdfDocument,
  pages: readonly (readonly TextRun[])[],
): Promise<ReadablePages> {
  const texts = new Map<string, string[]>();
  for (const { font, text } of pages.flat()) {
    const earlier = texts.get(font);
    if (earlier === undefined) texts.set(font, [text]);
    else earlier.push(text);
  }
  const unreadable = new Set(
    [...texts].flatMap(([font, parts]) => (isUnreadable(parts.join(" ")) ? [font] : [])),
  );
  const fonts: UnreadableFont[] = [];
  for (const font of unreadable) {
    const pageNumbers = pages.flatMap((runs, index) =>
      runs.some((run) => run.font === font) ? [index + 1] : [],
    );
    fonts.push({ name: await readFontName(pdf, pageNumbers[0], font), pages: pageNumbers });
  }
  let signs = 0;
  const readable = pages.map((runs) =>
    runs.flatMap((run) => {
      if (unreadable.has(run.font)) return [];
      const text = run.text.replace(MEANINGLESS, "").replace(PRIVATE, "");
      signs += run.text.length - text.length;
      return [{ ...run, text }];
    }),
  );
  return { pages: readable, fonts, signs };
}

function isUnreadable(text: string): boolean {
  const visible = text.replace(/\s/g, "");
  const meaningless = countMatches(visible, MEANINGLESS);
  if (meaningless > 0 && meaningless >= MAX_MEANINGLESS * visible.length) return true;
  if (countMatches(text, MIXED_LETTERS) > MAX_MEANINGLESS * visible.length) return true;
  const isSymbolFont = countMatches(visible, PRIVATE) > MAX_PRIVATE * visible.length;
  if (isSymbolFont) return true;
  // A word that is repeated, such as a label in a drawing, says no more than once.
  const distinct = [...new Set(text.split(/\s+/))];
  const tripled = distinct.filter((word) => TRIPLED.test(word)).length;
  if (tripled >= Math.max(MIN_TRIPLED, MIN_TRIPLED_SHARE * distinct.length)) return true;
  const words = distinct.join(" ");
  const letters = countMatches(words, LATIN_LETTERS);
  const vowels = countMatches(words.normalize("NFD"), VOWELS);
  return (
    letters >= MIN_LETTERS &&
    letters >= MIN_LETTER_SHARE * words.replace(/\s/g, "").length &&
    vowels < MIN_VOWELS * letters
  );
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Reads a font's name, which pdf.js knows only once it has prepared a page for drawing. */
async function readFontName(
  pdf: PdfDocument,
  pageNumber: number | undefined,
  font: string,
): Promise<string | undefined> {
  if (pageNumber === undefined) return undefined;
  try {
    provideFixedLengthTransfer();
    const page = await pdf.getPage(pageNumber);
    await page.getOperatorList();
    const object: unknown = page.commonObjs.get(font);
    page.cleanup();
    const hasName = typeof object === "object" && object !== null && "name" in object;
    return hasName && typeof object.name === "string"
      ? object.name.replace(/^[A-Z]{6}\+/, "")
      : undefined;
  } catch {
    return undefined;
  }
}

/** pdf.js prepares drawing by a method of ArrayBuffer that Node 20 does not have. */
function provideFixedLengthTransfer(): void {
  if ("transferToFixedLength" in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", {
    value(this: ArrayBuffer, length: number = this.byteLength) {
      return this.slice(0, length);
    },
  });
}

import fc from "fast-check";
import { wordOf } from "./books.ts";

/** How a program that recognises text wrote the pages of a book, or a person who typed it. */
export interface ScanLayout {
  readonly pages: number;
  /** The lines of a page, the characters of a line, and the lines of a paragraph. */
  readonly lines: number;
  readonly width: number;
  readonly paragraph: number;
  readonly isIndented: boolean;
  readonly head: "none" | "title" | "title and number" | "two titles";
  readonly folio: "none" | "number" | "number in brackets";
  readonly between: "\n\n" | "\n\n\n" | "\n\f";
  readonly hyphen: "" | "-" | "¬";
  /** Whether a page ends with a note, to which its text refers. */
  readonly hasNotes: boolean;
  readonly isOfGutenberg: boolean;
}

const anyLayouts: fc.Arbitrary<ScanLayout> = fc.record({
  pages: fc.integer({ min: 4, max: 8 }),
  lines: fc.integer({ min: 16, max: 34 }),
  width: fc.integer({ min: 50, max: 70 }),
  paragraph: fc.integer({ min: 3, max: 9 }),
  isIndented: fc.boolean(),
  head: fc.constantFrom("none", "title", "title and number", "two titles"),
  folio: fc.constantFrom("none", "number", "number in brackets"),
  between: fc.constantFrom("\n\n", "\n\n\n", "\n\f"),
  hyphen: fc.constantFrom("", "-", "¬"),
  hasNotes: fc.boolean(),
  isOfGutenberg: fc.boolean(),
});

/** Layouts whose pages are numbered once, and do not all end with a paragraph, as chapters do. */
export const scanLayouts = anyLayouts
  .filter(({ lines, paragraph }) => lines % paragraph !== 0)
  .map((layout): ScanLayout => {
    if (layout.isOfGutenberg) return { ...layout, head: "none", hyphen: "", between: "\n\n" };
    if (layout.head === "title and number") return { ...layout, folio: "none" };
    const isUnmarked = layout.head === "none" && layout.folio === "none";
    return isUnmarked ? { ...layout, between: "\n\f" } : layout;
  });

/** The words of a text, each as often as it is written. */
export interface ScanWords {
  readonly text: string[];
  readonly notes: string[];
  readonly heads: string[];
}

/** Writes the pages, with the words that are in them. */
export function writeScan(layout: ScanLayout): {
  readonly text: string;
  readonly words: ScanWords;
} {
  const words: ScanWords = { text: [], notes: [], heads: [] };
  let count = 0;
  const nextWord = (of: string[]) => {
    const word = wordOf(count++);
    of.push(word);
    return word;
  };
  const titles = [0, 1].map(() => `${nextWord([])} ${nextWord([])} ${nextWord([])}`);
  let lineOfParagraph = 0;
  let rest = "";
  const pages = Array.from({ length: layout.pages }, (_, index) => {
    const lines: string[] = [];
    const number = String(index + 41);
    const title = titles[layout.head === "two titles" ? index % 2 : 0] ?? "";
    const numbered = index % 2 === 0 ? `${title} ${number}` : `${number} ${title}`;
    if (layout.head !== "none") {
      words.heads.push(...title.split(" "));
      lines.push((layout.head === "title and number" ? numbered : title).toUpperCase(), "");
    }
    for (let row = 0; row < layout.lines; row++) {
      const isEnd = index === layout.pages - 1 && row === layout.lines - 1;
      const isLast = isEnd || lineOfParagraph === layout.paragraph - 1;
      const isFirst = lineOfParagraph === 0;
      if (isFirst && row > 0 && !layout.isIndented) lines.push("");
      const set = rest === "" ? [] : [rest];
      rest = "";
      const indentation = isFirst && layout.isIndented ? "    " : "";
      const room = (isLast ? 0.6 : 1) * layout.width - indentation.length;
      while ([...set, wordOf(count)].join(" ").length <= room) {
        set.push(nextWord(words.text));
      }
      if (layout.hyphen !== "" && !isLast && row % 4 === 1) {
        const word = nextWord(words.text);
        set.push(`${word.slice(0, 3)}${layout.hyphen}`);
        rest = word.slice(3);
      }
      const isNoted = layout.hasNotes && isLast && !lines.some((line) => line.endsWith(".*"));
      lines.push(`${indentation}${set.join(" ")}${isLast ? "." : ""}${isNoted ? "*" : ""}`);
      lineOfParagraph = isLast ? 0 : lineOfParagraph + 1;
    }
    if (lines.some((line) => line.endsWith(".*"))) {
      lines.push("", `* ${nextWord(words.notes)} ${nextWord(words.notes)}.`);
    }
    if (layout.folio !== "none" && layout.isOfGutenberg) lines.unshift(`[Pg ${number}]`, "");
    else if (layout.folio !== "none") {
      lines.push("", layout.folio === "number" ? `${" ".repeat(30)}${number}` : `[ ${number} ]`);
    }
    return lines.join("\n");
  });
  const text = pages.join(layout.between);
  if (!layout.isOfGutenberg) return { text: `${text}\n`, words };
  const [start, end] = ["START", "END"].map(
    (edge) => `*** ${edge} OF THE PROJECT GUTENBERG EBOOK THE LAMP ***`,
  );
  return {
    text: `The Project Gutenberg eBook of The Lamp\n\nTitle: The Lamp\n\nAuthor: Ada Quill\n\n${start}\n\n${text}\n\n${end}\n\nThis eBook is for the use of anyone anywhere.\n`,
    words,
  };
}

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
  readonly head: "none" | "title" | "title and number" | "two titles" | "chapters";
  readonly folio: "none" | "number" | "number in brackets" | "number of several";
  readonly between: "\n\n" | "\n\n\n" | "\n\f";
  readonly hyphen: "" | "-" | "¬" | "⸗";
  /** Whether the program misread letters and digits of some heads and numbers. */
  readonly isMisread: boolean;
  /** Whether the first word of the next page is below the text, and whether every fifth line has its number. */
  readonly hasCatchwords: boolean;
  readonly hasLineNumbers: boolean;
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
  head: fc.constantFrom("none", "title", "title and number", "two titles", "chapters"),
  folio: fc.constantFrom("none", "number", "number in brackets", "number of several"),
  between: fc.constantFrom("\n\n", "\n\n\n", "\n\f"),
  hyphen: fc.constantFrom("", "-", "¬", "⸗"),
  isMisread: fc.boolean(),
  hasCatchwords: fc.boolean(),
  hasLineNumbers: fc.boolean(),
  hasNotes: fc.boolean(),
  isOfGutenberg: fc.boolean(),
});

/** Layouts whose pages are numbered once, and do not all end with a paragraph, as chapters do. */
export const scanLayouts = anyLayouts
  .filter(({ lines, paragraph }) => lines % paragraph !== 0)
  .map((layout): ScanLayout => {
    if (layout.isOfGutenberg) {
      const typed = { hasCatchwords: false, hasLineNumbers: false, hyphen: "" } as const;
      return { ...layout, ...typed, head: "none", between: "\n\n" };
    }
    if (layout.head === "title and number" || layout.head === "chapters") {
      return { ...layout, folio: "none" };
    }
    const isUnmarked = layout.head === "none" && layout.folio === "none";
    const hasCatchwords = layout.hasCatchwords && layout.folio === "none";
    return { ...layout, hasCatchwords, ...(isUnmarked && { between: "\n\f" }) };
  });

/** Letters and digits with others for which a program may take them. */
const MISREADINGS: Readonly<Record<string, string>> = { B: "R", D: "O", G: "C", H: "II", J: "I" };
const MISREAD_DIGITS: Readonly<Record<string, string>> = {
  0: "O",
  1: "l",
  3: "8",
  5: "S",
  6: "G",
  8: "B",
};

function misread(text: string, misreadings: Readonly<Record<string, string>>): string {
  const sign = [...text].findLast((one) => misreadings[one] !== undefined) ?? "";
  const at = text.lastIndexOf(sign);
  return `${text.slice(0, at)}${misreadings[sign] ?? ""}${text.slice(at + sign.length)}`;
}

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
  const titles = [0, 1, 2].map(() => `${nextWord([])} ${nextWord([])} ${nextWord([])}`);
  let lineOfParagraph = 0;
  let rest = "";
  const pages = Array.from({ length: layout.pages }, (_, index) => {
    const lines: string[] = [];
    const isMisread = layout.isMisread && index % 3 === 2 && index < layout.pages - 1;
    const printed = String(index + 11);
    const number = isMisread ? misread(printed, MISREAD_DIGITS) : printed;
    const chapter = layout.head === "chapters" && index % 2 === 0 ? 1 + (index >> 2) : 0;
    const title = titles[layout.head === "two titles" ? index % 2 : chapter] ?? "";
    if (layout.head !== "none") {
      words.heads.push(...title.split(" "));
      const capitals = title.toUpperCase();
      const head = isMisread ? misread(capitals, MISREADINGS) : capitals;
      const part = chapter > 0 ? `[CHAP. ${"I".repeat(chapter)}.   ` : "";
      const numbered = index % 2 === 0 ? `${part}${head}   ${number}` : `${number} ${head}`;
      const isNumbered = layout.head === "title and number" || layout.head === "chapters";
      lines.push(isNumbered ? numbered : head, "");
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
      const isNoted =
        layout.hasNotes && isLast && !lines.some((line) => /\.\*(?: +\d+)?$/.test(line));
      const line = `${indentation}${set.join(" ")}${isLast ? "." : ""}${isNoted ? "*" : ""}`;
      lines.push(layout.hasLineNumbers && row % 5 === 4 ? `${line}     ${row + 1}` : line);
      lineOfParagraph = isLast ? 0 : lineOfParagraph + 1;
    }
    if (lines.some((line) => /\.\*(?: +\d+)?$/.test(line))) {
      lines.push("", `* ${nextWord(words.notes)} ${nextWord(words.notes)}.`);
    }
    if (layout.hasCatchwords && index < layout.pages - 1) {
      lines.push("", `${" ".repeat(40)}${rest === "" ? wordOf(count) : rest}`);
    }
    if (layout.folio !== "none" && layout.isOfGutenberg) lines.unshift(`[Pg ${printed}]`, "");
    else if (layout.folio === "number of several") {
      lines.push("", `Page ${printed} of ${layout.pages + 10}`);
    } else if (layout.folio !== "none") {
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

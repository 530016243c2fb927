import { elementAt } from "../../foundation/checked-access.ts";

/** How a markup language writes the notes of a text in their own lines, and the marks in the words. */
interface Notation {
  /** The first line of a note, with its label. */
  readonly note: RegExp;
  /** A mark in the words, with its label and the space that belongs to it. */
  readonly mark: RegExp;
}

/** The label of a note in reStructuredText: a number, “#” for the next one, or a name (docutils, “Footnotes”). */
const RST_LABEL = String.raw`(\d{1,4}|#[\w.-]*)`;

const NOTATIONS: readonly Notation[] = [
  {
    note: new RegExp(String.raw`^\.\. \[${RST_LABEL}\](?:\s+|$)`),
    mark: new RegExp(String.raw`(?:(?<=\S)\\? )?\[${RST_LABEL}\]_(?![\p{L}\p{N}_])`, "gu"),
  },
  // Org: “[fn:1]”, Markdown: “[^1]”, Textile: “fn1.”
  { note: /^\[fn:([\w-]{1,40})\](?:\s+|$)/, mark: /\[fn:([\w-]{1,40})\]/g },
  { note: /^\[\^([^\s\][^]{1,40})\]:(?:\s+|$)/, mark: /\[\^([^\s\][^]{1,40})\](?!:)/g },
  { note: /^fn(\d{1,4})\.\s+/, mark: /\[(\d{1,4})\]/g },
];

/** A note within the words, in AsciiDoc and in the source of a wiki. */
const INLINE_NOTES = [
  /footnote:[\w-]{0,40}\[([^\][]*(?:\[[^\][]*\][^\][]*)*)\]/g,
  /<ref(?:\s[^<>/]*)?>([^<>]*)<\/ref>/g,
] as const;

/**
 * Writes the notes of markup languages as printed texts have them, “[1]”, since pandoc and authors save such texts as plain ones too. A
 * notation counts if all of its notes have marks in the words. Indented lines below a note belong to it.
 */
export function writeMarkupNotes(lines: readonly string[]): readonly string[] {
  return NOTATIONS.reduce(writeNotation, writeInlineNotes(lines));
}

function writeNotation(lines: readonly string[], { note, mark }: Notation): readonly string[] {
  const starts = new Map<number, string>();
  const ofNotes = createLabels();
  for (const [index, line] of lines.entries()) {
    const label = note.exec(line)?.[1];
    if (label !== undefined) starts.set(index, ofNotes(label));
  }
  if (starts.size === 0) return lines;
  const labels = [...starts.values()];
  const isCounted = labels.every((label) => /^\d+$/.test(label));
  const numbers = new Map(
    labels.map((label, index) => [label, isCounted ? label : String(index + 1)]),
  );
  const marked = new Set<string>();
  const ofMarks = createLabels();
  const written = lines.map((line, index) => {
    const start = starts.has(index) ? (note.exec(line)?.[0].length ?? 0) : 0;
    const rest = line.slice(start).replace(mark, (printed: string, label: string) => {
      const key = ofMarks(label);
      const number = numbers.get(key);
      if (number === undefined) return printed;
      marked.add(key);
      return `[${number}]`;
    });
    const label = starts.get(index);
    return label === undefined ? rest : `[${numbers.get(label) ?? label}] ${rest}`;
  });
  const areTheirs = numbers.size === labels.length && marked.size === labels.length;
  return areTheirs ? joinNotes(written, new Set(starts.keys())) : lines;
}

/** Creates the function that names labels. Each nameless one is the next. */
function createLabels(): (label: string) => string {
  let nameless = 0;
  return (label) => {
    if (label !== "#") return label;
    nameless += 1;
    return `#${nameless}`;
  };
}

/** Joins the indented lines and paragraphs below the beginning of a note to it, and separates the notes. */
function joinNotes(lines: readonly string[], starts: ReadonlySet<number>): readonly string[] {
  const joined: string[] = [];
  for (let index = 0; index < lines.length; ) {
    const start = index;
    index += 1;
    if (!starts.has(start)) {
      joined.push(elementAt(lines, start));
      continue;
    }
    while (index < lines.length && isOfNote(lines, index, starts)) index += 1;
    const parts = lines.slice(start, index).map((line) => line.trim());
    joined.push("", parts.filter((part) => part !== "").join(" "), "");
  }
  return joined;
}

const INDENTED = /^(?: {2,}|\t)\s*\S/;

/** Whether a line belongs to the note above: each one without an empty line between them, and each indented one. */
function isOfNote(lines: readonly string[], index: number, starts: ReadonlySet<number>): boolean {
  const [above, line] = [elementAt(lines, index - 1), elementAt(lines, index)];
  if (line.trim() === "") return INDENTED.test(lines[index + 1] ?? "");
  return INDENTED.test(line) || (above.trim() !== "" && !starts.has(index));
}

function writeInlineNotes(lines: readonly string[]): readonly string[] {
  const text = lines.join("\n");
  const written = INLINE_NOTES.reduce(
    (before, pattern) =>
      before.replace(
        pattern,
        (_, words: string) => `[Footnote: ${words.replace(/\s+/g, " ").trim()}]`,
      ),
    text,
  );
  return written === text ? lines : written.split("\n");
}

import type { Link, LinkReference, List, Nodes, Parents, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { elementAt } from "../foundation/checked-access.ts";
import { PAGE_NUMBER, SIGNED_VERSE } from "../language/numerals.ts";
import { UNSPACED_OR_FULLWIDTH } from "../language/scripts.ts";
import {
  AFTER_NOTE_NUMBER,
  BEFORE_NOTE_NUMBER,
  MAX_BASE_LENGTH,
  RAISED_NUMBER,
  readSubscript,
  readSuperscript,
  toSuperscript,
} from "../language/superscripts.ts";
import type { BoldName, LineStart, Mark } from "./document.ts";
import { isVerseMark, markBoldVerses } from "./foreign/bold-verses.ts";
import { normalizeDialects } from "./foreign/dialects.ts";
import { BLOCK_ELEMENTS } from "./foreign/html.ts";
import { isPrintedMark } from "./notes/handwritten-notes.ts";

/** The end and the beginning of a word in a script that has spaces between words. */
const ENDS_WITH_WORD = new RegExp(`[\\p{L}\\p{N}](?<![${UNSPACED_OR_FULLWIDTH}])$`, "u");
const BEGINS_WITH_WORD = new RegExp(`^(?![${UNSPACED_OR_FULLWIDTH}])[\\p{L}\\p{N}]`, "u");

/** A parsed Markdown file. */
export interface Markdown {
  readonly root: Root;
  /** The additions of other programs, which are no part of the words. */
  readonly dropped: readonly string[];
  /** The YAML between the `---` lines, and the line of the file on which it begins. */
  readonly frontMatter?: { readonly text: string; readonly line: number };
}

/** The front matter of a file: the line that opens it, its YAML or TOML, and the line that closes it. */
export const FRONT_MATTER_BLOCK =
  /^(?<fence>---|\+\+\+)[ \t]*\r?\n(?<content>[\s\S]*?\n)??\k<fence>[ \t]*(?:\r?\n|$)/;

/**
 * Parses CommonMark with optional front matter and GitHub's footnotes, without what other programs add to
 * it. Front matter in TOML is returned as YAML.
 */
export function parseMarkdown(text: string): Markdown {
  const match = FRONT_MATTER_BLOCK.exec(text);
  const { fence, content = "" } = match?.groups ?? {};
  const head = match?.[0] ?? "";
  const frontMatter = fence === "+++" ? `---\n${yamlOfToml(content)}---\n` : head;
  const { text: body, dropped } = normalizeDialects(text.slice(head.length));
  const source = frontMatter + body;
  const root = fromMarkdown(source, {
    extensions: [frontmatter("yaml"), gfmFootnote(), WITHOUT_IMAGE_NOTES, LITERAL_SIGNS],
    mdastExtensions: [frontmatterFromMarkdown("yaml"), gfmFootnoteFromMarkdown()],
  });
  if (source.includes("$$")) setFormulasApart(root, source);
  if (BOLD_NUMBER.test(source)) markBoldVerses(root.children);
  for (const block of root.children) {
    const bullet = block.type === "list" ? bulletOf(block, source) : undefined;
    if (block.type === "list" && bullet !== undefined) block.data = { bullet };
  }
  const [first] = root.children;
  if (first?.type !== "yaml") return { root, dropped };
  return { root, dropped, frontMatter: { text: first.value, line: lineOf(first) + 1 } };
}

/** Returns the sign of a list by which its items can be notes: an asterisk, or the bracket after a number. */
function bulletOf({ position }: List, source: string): string | undefined {
  const start = position?.start.offset ?? source.length;
  return /^(?:(\*)|\d{1,9}(\)))/
    .exec(source.slice(start, start + 10))
    ?.slice(1)
    .find(Boolean);
}

/**
 * Footnotes in the form `![^1]`. For each closing bracket, their parser walks back over the paragraph.
 * `renderInlineText` finds such a mark in the text.
 */
const WITHOUT_IMAGE_NOTES = { disable: { null: ["gfmPotentialFootnoteCall"] } };

type Extension = ReturnType<typeof gfmFootnote>;
type Construct = Extract<Exclude<Extension["text"], undefined>[string], { tokenize: unknown }>;
type State = ReturnType<Construct["tokenize"]>;
type Code = Parameters<State>[0];

/**
 * Reads a sign that begins and ends nothing, such as a bracket in a text, with the words before and after it. The parser
 * makes parts of these, and joins them in quadratic time: one paragraph with 20,000 brackets takes ten seconds.
 */
const LITERAL_SIGN: Construct = {
  name: "literalSign",
  tokenize(effects, ok) {
    const { text } = this.parser.constructs;
    function insideWords(code: Code): State | undefined {
      if (code !== null && text[code] === undefined) {
        effects.consume(code);
        return insideWords;
      }
      effects.exit("data");
      return ok(code);
    }
    return (code) => {
      effects.enter("data");
      effects.consume(code);
      return insideWords;
    };
  },
  resolveTo(events) {
    const [before, sign] = events.slice(-3);
    if (before?.[1].type !== "data" || before[1].end.offset !== sign?.[1].start.offset) {
      return events;
    }
    before[1].end = sign[1].end;
    events.splice(-2);
    return events;
  },
};

/** For each sign, it is tried after all else. */
export const LITERAL_SIGNS: Extension = { text: { null: LITERAL_SIGN } };

/** A bold number, which may be that of a verse. */
const BOLD_NUMBER = /(\*\*|__)\d{1,3}\1/;

/** A formula in TeX between the signs that set it apart. */
const DISPLAY_FORMULA = /^\$\$(?!\$)([^$]+)\$\$$/;

/** Makes code of the paragraphs that are formulas in TeX, whose signs are no words. */
function setFormulasApart(root: Root, source: string): void {
  // Nesting has no limit before the tree is read, so recursion could go too deep.
  const found: (readonly [parent: Parents, quotations: number])[] = [[root, 0]];
  for (const [parent, quotations] of found) {
    const inner = parent.type === "blockquote" ? quotations + 1 : quotations;
    for (const [index, child] of parent.children.entries()) {
      if (child.type !== "paragraph") {
        if ("children" in child) found.push([child, inner]);
        continue;
      }
      const { position } = child;
      if (position === undefined) continue;
      const { start, end } = position;
      const [, formula] = DISPLAY_FORMULA.exec(source.slice(start.offset, end.offset)) ?? [];
      if (formula === undefined) continue;
      const value = withoutContainers(formula, inner, start.column - 1).trim();
      parent.children.splice(index, 1, { type: "code", lang: "math", value, position });
    }
  }
}

/** Drops the signs of quotations and the indentation of lists, `width` columns wide, after a paragraph’s first line. */
function withoutContainers(paragraph: string, quotations: number, width: number): string {
  const signs = new RegExp(String.raw`^(?:[ \t]*> ?){0,${quotations}}`);
  return paragraph
    .split("\n")
    .map((line, index) => {
      if (index === 0) return line;
      const rest = line.replace(signs, "");
      const indentation = Math.max(0, width - (line.length - rest.length));
      return rest.slice(0, indentation).trimStart() + rest.slice(indentation);
    })
    .join("\n");
}

/** Converts the keys at the top of a TOML text to YAML, line by line. Its tables are left out. */
function yamlOfToml(toml: string): string {
  let isInTable = false;
  return toml.replace(/^(.*)\n/gm, (_, line: string) => {
    isInTable ||= /^\s*\[+[\w."-]+\]+\s*$/.test(line);
    if (isInTable) return "\n";
    const [, key, value = ""] = /^\s*"?([\w-]+)"?\s*=\s*(.*)$/.exec(line) ?? [];
    return key === undefined ? `  ${line}\n` : `${key}: ${value}\n`;
  });
}

/** Text together with the lines of the file that it comes from, and the marks taken out of it. */
export interface SourceMappedText {
  readonly text: string;
  readonly lines: readonly LineStart[];
  readonly marks: readonly Mark[];
  readonly boldNames?: readonly BoldName[];
}

/**
 * A raised number before a word at the beginning of a text or of a sentence, with the space after it: ¹ In those days. ² And so
 * on. Without a space, a letter can be the symbol of an isotope.
 */
const RAISED_VERSE = String.raw`(?<=^|[.!?…;:,。！？][’"'”»)]*\s)${RAISED_NUMBER}(?:[^\S\n](?=["“‘'«‹(¿¡]*\p{L})|(?=["“‘'«‹(¿¡]*\p{L}\p{L}))`;

/**
 * A mark in running text: `[^1]`, which GitHub reads only if its note is in the same file, the number of a
 * printed page, that of a verse in its signs, the number of a note in brackets after a word, and a raised sign or number.
 */
const TEXT_MARK = new RegExp(
  String.raw`(\[\^[^\s[\]^]{1,40}\]|\[(?:Pg\.?|Page) ?(?:${PAGE_NUMBER})\]|${SIGNED_VERSE}|${BEFORE_NOTE_NUMBER}\[[1-9]\d{0,2}\]${AFTER_NOTE_NUMBER}|(?<=[\p{L}.,;:!?”’"')])(?:[†‡]{1,2}(?!\p{L})|${RAISED_NUMBER})|${RAISED_VERSE})`,
  "iu",
);

/** A number that is linked and directly after a word or its punctuation is that of a note. */
const LINKED_NUMBER = /^(?:[1-9]\d{0,2}|\[[1-9]\d{0,2}\])$/;
const AT_NOTE_NUMBER = new RegExp(`${BEFORE_NOTE_NUMBER}$`, "u");

const SHIFTED_TAGS = ["sup", "sub", "rt", "rp"] as const;
type ShiftedTag = (typeof SHIFTED_TAGS)[number];

/** The tags at which raised or lowered text, or a reading, ends. */
const SHIFT_TAGS: ReadonlySet<string> = new Set([...SHIFTED_TAGS, "ruby"]);

/** Whether a tag within a paragraph begins or ends a block, or a part of a table, whose words are on lines of their own. */
function isBlockTag(tagName: string): boolean {
  return BLOCK_ELEMENTS.has(tagName) || /^(?:caption|t[dhr])$/.test(tagName);
}

/** Returns the words of raised or lowered text; undefined if it is a mark, as readings above letters are. */
function readShifted(tag: ShiftedTag, before: string, content: string): string | undefined {
  if (tag === "sub") return readSubscript(content, before);
  return tag === "sup" ? readSuperscript(before, content, "") : undefined;
}

/** The maximum length of the number of protons of an isotope, which can be between its mass and its symbol. */
const MAX_PROTON_DIGITS = 3;

/** Whether a mark is a raised number that is a part of the words: 5 km², ¹⁴C. */
function isPower(before: string, mark: string, following: string): boolean {
  const digits = mark.normalize("NFKC");
  return /^\d/.test(digits) && readSuperscript(before, digits, following) !== undefined;
}

const BEGINS_TURN = /(?:^|\n|[.!?…”"»]\s?)$/u;
const NAME =
  /^(?:\p{Lu}[\p{L}\p{M}.’'-]*(?:\s\p{Lu}[\p{L}\p{M}.’'-]*){0,4}|[^\s\p{P}\p{Lu}\p{Ll}]{1,12})$/u;
const AFTER_NAME = /^\s+[("“‘「『¿¡]?[\p{Lu}\p{Lo}]/u;

/** How much of a text is kept for what follows to change, and from which length on the rest is settled. */
const MIN_TAIL = 2 * MAX_BASE_LENGTH;
const MAX_TAIL = 16 * MAX_BASE_LENGTH;

/**
 * Renders a node as CommonMark does: soft line breaks become spaces, hard ones newlines. Marks are
 * taken out. Other superscripts and subscripts are Unicode's.
 */
export function renderInlineText(node: Nodes): SourceMappedText {
  /** The text so far is what is settled, and the tail. To cut all of it anew would take quadratic time. */
  const settled: string[] = [];
  let settledLength = 0;
  let tail = "";
  let line = lineOf(node);
  /** The raised or lowered text, or the reading above letters, that has begun. */
  let shifted: { readonly tag: ShiftedTag; readonly start: number } | undefined;
  /** Whether an image is at the end of the text so far. */
  let isAfterImage = false;
  const lines: LineStart[] = [];
  const marks: Mark[] = [];
  const boldNames: BoldName[] = [];

  function offset(): number {
    return settledLength + tail.length;
  }

  function settle(): void {
    if (tail.length <= MAX_TAIL || shifted !== undefined) return;
    const cut = tail.length - MIN_TAIL;
    settled.push(tail.slice(0, cut));
    settledLength += cut;
    tail = tail.slice(cut);
  }

  function startLine(next: number): void {
    line = next;
    // A mark does not go over the end of a line.
    if (shifted !== undefined && offset() > shifted.start) shifted = undefined;
    const last = lines.at(-1);
    if (last?.offset === offset()) lines.pop();
    lines.push({ offset: offset(), line });
  }

  function append(value: string): void {
    restoreMass(value);
    closeGap(value);
    // An image between two words does not join them.
    if (isAfterImage && ENDS_WITH_WORD.test(tail) && BEGINS_WITH_WORD.test(value)) tail += " ";
    if (value !== "") isAfterImage = false;
    value.split("\n").forEach((part, index) => {
      if (index > 0) {
        // After an HTML line break the end of the line adds nothing.
        if (!tail.endsWith("\n")) tail += " ";
        startLine(line + 1);
      }
      tail += part;
      settle();
    });
  }

  /** Returns a raised number to the text if it was the mass of the isotope that follows: ¹⁴C, ²³⁵₉₂U. */
  function restoreMass(following: string): void {
    const mark = marks.at(-1);
    if (mark === undefined || !/^\d+$/.test(mark.text)) return;
    if (offset() - mark.offset > MAX_PROTON_DIGITS) return;
    const start = mark.offset - settledLength;
    const [before, lowered] = [tail.slice(0, start), tail.slice(start)];
    if (!/^[₀-₉]*$/.test(lowered)) return;
    const words = readSuperscript(before, mark.text, lowered + following);
    if (words === undefined) return;
    marks.pop();
    tail = before + words + lowered;
  }

  /** Drops the space before a mark if another one follows, or a sign that no space precedes. */
  function closeGap(following: string): void {
    const mark = marks.at(-1);
    const startsHere = lines.at(-1)?.offset === offset();
    if (mark?.offset !== offset() || !tail.endsWith(" ") || startsHere) return;
    if (!/^[ .,;:!?)]/.test(following)) return;
    tail = tail.slice(0, -1);
    const first = marks.findLastIndex((one) => one.offset <= offset()) + 1;
    for (let index = first; index < marks.length; index++) {
      const { text } = elementAt(marks, index);
      marks[index] = { offset: offset(), text: index === first ? ` ${text}` : text };
    }
  }

  function appendText(value: string): void {
    value.split(TEXT_MARK).forEach((part, index, parts) => {
      const isMark = index % 2 === 1 && !isPower(tail, part, parts[index + 1] ?? "");
      if (isMark) addMark(part);
      else append(part);
    });
  }

  function addMark(mark: string): void {
    marks.push({ offset: offset(), text: mark });
  }

  function endShifted(): void {
    if (shifted === undefined) return;
    const { start, tag } = shifted;
    shifted = undefined;
    const content = tail.slice(start - settledLength);
    const above = tail.slice(0, start - settledLength);
    const before = tag === "sub" ? restoreNumerator(above) : above;
    const words = readShifted(tag, before, content);
    tail = before + (words ?? "");
    if (words === undefined) addMark(content);
  }

  /** Returns the text before a denominator, with the number that was taken for a mark before its slash. */
  function restoreNumerator(before: string): string {
    const mark = marks.at(-1);
    const isFraction = /[⁄∕/]$/.test(before) && mark?.offset === settledLength + before.length - 1;
    const numerator = isFraction ? toSuperscript(mark.text) : undefined;
    if (numerator === undefined) return before;
    marks.pop();
    return before.slice(0, -1) + numerator + before.slice(-1);
  }

  function visitTag(html: string): void {
    const [, slash, name = ""] = /^<(\/?)([a-z][a-z\d-]*)/i.exec(html) ?? [];
    const tagName = name.toLowerCase();
    if (tagName === "img") isAfterImage = true;
    if (tagName === "br") tail += "\n";
    else if (isBlockTag(tagName) && !/(?:^|\n)$/.test(tail)) tail += "\n";
    if (!SHIFT_TAGS.has(tagName)) return;
    // The end tags of readings can be omitted.
    endShifted();
    const opened = SHIFTED_TAGS.find((one) => one === tagName);
    if (slash === "" && opened !== undefined) shifted = { tag: opened, start: offset() };
  }

  function visit(child: Nodes): void {
    const start = child.position?.start.line;
    if (start !== undefined && start !== line) startLine(start);
    switch (child.type) {
      case "text":
        appendText(child.value);
        return;
      case "inlineCode":
        // CommonMark strips white space from the beginning of a paragraph's lines, even in code.
        append(child.value.replace(/\n[ \t]+/g, "\n"));
        return;
      case "break":
        tail += "\n";
        startLine(line + 1);
        return;
      case "html":
        visitTag(child.value);
        return;
      case "image":
      case "imageReference":
        isAfterImage = true;
        return;
      case "link":
      case "linkReference":
        visitLink(child);
        return;
      case "footnoteReference":
        addMark(
          isVerseMark(child) || isPrintedMark(child)
            ? (child.label ?? "")
            : `[^${child.label ?? child.identifier}]`,
        );
        return;
      default:
        if ("children" in child) visitChildren(child);
    }
  }

  function visitChildren({ children }: Parents): void {
    for (const [index, inner] of children.entries()) {
      if (inner.type === "strong") visitStrong(inner, children[index + 1]);
      else visit(inner);
    }
  }

  function visitLink(link: Link | LinkReference): void {
    const [only, ...others] = link.children;
    const isNumber = only?.type === "text" && others.length === 0 && LINKED_NUMBER.test(only.value);
    if (isNumber && AT_NOTE_NUMBER.test(tail)) addMark(only.value);
    else visitChildren(link);
  }

  function visitStrong(child: Nodes, next: Nodes | undefined): void {
    const start = offset();
    const isTurn = BEGINS_TURN.test(tail) && next?.type === "text" && AFTER_NAME.test(next.value);
    visit(child);
    const text = tail.slice(Math.max(0, start - settledLength)).replace(/\.$/, "");
    if (isTurn && NAME.test(text)) boldNames.push({ offset: start, text });
  }

  startLine(line);
  visit(node);
  return trimSourceMapped({ text: [...settled, tail].join(""), lines, marks, boldNames });
}

/** Trims white space at both ends, which neither a web page nor Discord shows. */
export function trimSourceMapped({
  text,
  lines,
  marks,
  boldNames = [],
}: SourceMappedText): SourceMappedText {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  const moved = lines.map(({ offset, line }) => ({ offset: Math.max(0, offset - start), line }));
  return {
    text: kept,
    lines: moved.filter(
      ({ offset }, index) => offset < kept.length && moved[index + 1]?.offset !== offset,
    ),
    marks: marks.map((mark) => ({
      ...mark,
      offset: Math.min(Math.max(0, mark.offset - start), kept.length),
    })),
    ...(boldNames.length > 0 && {
      boldNames: boldNames.map((name) => ({ ...name, offset: Math.max(0, name.offset - start) })),
    }),
  };
}

/** Returns the line on which a parsed node begins, or 1 for a node that an importer made. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

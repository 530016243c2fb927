/**
 * Removes what other programs add to Markdown and never show as words, line by line: Obsidian's comments,
 * block ids and callout signs, wiki links (which become their labels), Hugo's shortcodes, Jekyll's tags,
 * MDX's imports and comments, attribute lists, and the signs of admonitions, of tasks and of marked words, whose content
 * is kept. Pandoc's keys of citations and commands of TeX are dropped, and its inline notes become notes after the last line. Its
 * raised and lowered text and Aozora's readings become HTML. All else stays on its line, and code as it is.
 */
export function normalizeDialects(text: string): NormalizedText {
  if (!FOREIGN_SYNTAX.test(text)) return { text, dropped: [] };
  const dropped: string[] = [];
  const lines = moveInlineNotes(hideSpans(text, dropped)).split("\n");
  let fence: string | undefined;
  let indent = 0;
  const normalized = lines.map((line, index) => {
    const [, marks] = /^\s*(?:>\s?)*(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence !== undefined) {
      const body = line.startsWith(" ".repeat(indent)) ? line.slice(indent) : line;
      if (marks?.startsWith(fence)) fence = undefined;
      return body;
    }
    if (indent > 0 && /^\S/.test(line)) indent = 0;
    const body = line.startsWith(" ".repeat(indent)) ? line.slice(indent) : line;
    if (marks !== undefined) {
      fence = marks;
      return body;
    }
    if (INDENTED_ADMONITION.test(body) && isAboveIndented(lines, index, indent)) {
      indent += 4;
      dropped.push(body);
      return "";
    }
    return normalizeLine(body, dropped);
  });
  return {
    text: normalized.join("\n"),
    dropped: dropped.map((one) => one.trim()).filter((one) => /\p{L}/u.test(one)),
  };
}

/** Markdown without what other programs add to it. */
export interface NormalizedText {
  readonly text: string;
  /** The parts with letters that were dropped, such as comments, shortcodes and the titles of admonitions. */
  readonly dropped: readonly string[];
}

/** Any sign of the syntaxes below. Most documents have none. */
const FOREIGN_SYNTAX =
  /\[\[|%%|\^\[|\[!\w|\{[{%#.:/]|\]\{|[[;\s-]@\w|\^\w+\^|~\w+[+−-]?~|\\[a-z]+\*?[[{]|==|《|\[[ xX]\]\s|^\(@|^:[ \t]|^:::|^(?:!!!|\?\?\?\+?|===) |^(?:import|export) |(?<=\s)\^[\w-]+[ \t]*$/m;

/** MkDocs: `!!! note "Title"` and `=== "Tab"`, before a block that is indented by four spaces. */
const INDENTED_ADMONITION = /^(?:(?:!!!|\?\?\?\+?) [\w -]+(?:"[^"]*")?|=== "[^"]*")\s*$/;
const FENCED_ADMONITION = /^\s*:::+(?:\s*(?:[\w-]+|\{[.#]).*)?$/;
const MDX_MODULE =
  /^(?:import (?:.+ from )?["'][^"']+["'];?|export (?:default .*|(?:const|let) [\w$]+ ?[:=].*|function [\w$]*\(.*))\s*$/;
const CALLOUT = /^((?:\s*>)+\s*)\[![\w-]+\][+-]?[ \t]*(.*)$/;
const ATTRIBUTE_LINE = /^\s*\{:.*\}\s*$/;
/** The box of a task, the label of Pandoc's numbered examples, and the sign of its definitions. */
const TASK = /^((?:\s*>)*\s*(?:[-*+]|\d{1,9}[.)])\s+)\[[ xX]\]\s+(?=\S)/;
const EXAMPLE = /^\(@[\w-]*\)\s+(?=\S)/;
const DEFINITION = /^:(?:\t| {3})\s*(?=\S)/;

/**
 * Pandoc's citations in brackets, with a prefix or without one: `[@roe, p. 12]`, `[see @roe; -@quill]`. After the key comes a
 * locator or another key, unlike in “[@ada said so]”.
 */
const CITATION =
  / ?(?<!\\)\[(?:[^[\]\n]{0,80}[\s;])?-?@\w[\w:.+/-]*(?=[\],;]|\s(?:\p{N}|[§¶]|\p{L}{1,4}\.))[^[\]\n]*\](?![[(:{])/gu;

/** The attributes of a text in brackets or of a link: `[Harl]{.smallcaps}`, `[Harl](a.md){#b lang=en}`. */
const ATTRIBUTES = String.raw`\{(?:[.#][\w-]|\w+=)[^{}\n]*\}`;
const SPAN = new RegExp(String.raw`(?<!\\)\[([^[\]\n]*)\]${ATTRIBUTES}`, "g");
const LINK_ATTRIBUTES = new RegExp(String.raw`(?<=\]\([^()\s]{0,200}\))${ATTRIBUTES}`, "g");

/** Commands of TeX that have no words of the text. */
const TEX_COMMAND =
  / ?(?<!\\)\\(?:index|label|ref|pageref|eqref|cite[a-z]*|[hv]space)\*?(?:\[[^\]\n]{0,100}\]){0,2}\{[^{}\n]*\}/g;

/** Raised and lowered text in Pandoc's signs. Of longer texts, these are more often operators or what is struck. */
const RAISED = /(?<=[\p{L}\p{N}).,;:!?”’])\^(\d{1,3}|[a-z]|st|nd|rd|th)\^(?![\p{L}\p{N}({^])/gu;
const LOWERED = /(?<=[\p{L})])~(\d{1,3}[+−-]?|[a-z])~(?!~)/gu;

/** Obsidian's marked words, and Aozora's readings, which are in kana. */
const MARKED = /(?<![\\=\p{L}\p{N}])==(?=[^\s=])([^=\n]*[^\s=])==(?![=\p{L}\p{N}])/gu;
const READING =
  /(?:[｜|]([^｜|《》\s]{1,20})|(\p{Script=Han}{1,20}))《([\p{Script=Hiragana}\p{Script=Katakana}ー・]{1,40})》/gu;

const INLINE_CODE = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g;

/** A sign, and patterns of what is before and after it. */
interface DialectSign {
  readonly character: string;
  readonly before?: string;
  readonly after?: string;
  /** Whether the sign matters at the beginning of a line only. */
  readonly atBreak?: boolean;
}

/** The signs that are escaped in words, so that they begin none of these syntaxes. Markdown’s own are not among them. */
export const DIALECT_SIGNS: readonly DialectSign[] = [
  { character: "%", after: "(?=%)" },
  { character: "^", before: "\\s" },
  { character: "^", after: "\\[" },
  { character: "{", after: "(?=[{%#.:/])" },
  { character: "^", before: "\\S", after: "\\w{1,3}\\^" },
  { character: "~", before: "\\S", after: "\\w{1,3}[+−-]?~" },
  { character: "=", after: "=" },
  { character: "《", after: "[^《》]*》" },
  { character: "\\", after: "[a-z]+\\*?[[{]" },
  { character: "{", before: "\\]", after: "\\w+=" },
  { character: "(", after: "@[\\w-]*\\)", atBreak: true },
  { character: ":", after: "[ \\t]", atBreak: true },
  { character: ":", after: "::", atBreak: true },
  { character: "!", after: "!! ", atBreak: true },
  { character: "?", after: "\\?\\?", atBreak: true },
  { character: "i", after: "mport ", atBreak: true },
  { character: "e", after: "xport ", atBreak: true },
  { character: "$", after: "\\$", atBreak: true },
];

/** Whether a block that is indented deeper by four spaces follows a line. */
function isAboveIndented(lines: readonly string[], index: number, indent: number): boolean {
  // One line can be empty.
  const next = lines.slice(index + 1, index + 3).find((line) => line.trim() !== "");
  return next?.startsWith(" ".repeat(indent + 4)) ?? false;
}

function normalizeLine(line: string, dropped: string[]): string {
  if (FENCED_ADMONITION.test(line) || MDX_MODULE.test(line) || ATTRIBUTE_LINE.test(line)) {
    dropped.push(line);
    return "";
  }
  const callout = CALLOUT.exec(line);
  // A heading keeps the title of a callout from running into its words.
  if (callout !== null)
    return `${callout[1]}${callout[2] ? `###### ${normalizeLine(callout[2], dropped)}` : ""}`;
  let result = "";
  let end = 0;
  const plain = line.replace(TASK, "$1").replace(EXAMPLE, "").replace(DEFINITION, "- ");
  for (const code of plain.matchAll(INLINE_CODE)) {
    result += normalizeWords(plain.slice(end, code.index), dropped) + code[0];
    end = code.index + code[0].length;
  }
  return result + normalizeWords(plain.slice(end), dropped);
}

function normalizeWords(words: string, dropped: string[]): string {
  const drop = (span: string) => {
    dropped.push(span);
    return "";
  };
  /** Drops a span with the space before it, unless a word follows at once. */
  const dropWithSpace = (span: string, offset: number, whole: string) => {
    drop(span);
    const isBeforeWord = /^[\p{L}\p{N}]/u.test(whole.slice(offset + span.length));
    return span.startsWith(" ") && isBeforeWord ? " " : "";
  };
  return (
    words
      .replace(/(?<!\\)!\[\[[^[\]\n]*\]\]/g, drop)
      // A link with a text in brackets is CommonMark's: [[1]](#note-1).
      .replace(/(?<!\\)\[\[([^[\]\n]+)\]\](?!\([^\s()]*[#/.:][^\s()]*\))/g, (_, link: string) =>
        labelOfLink(link),
      )
      .replace(CITATION, dropWithSpace)
      .replace(TEX_COMMAND, dropWithSpace)
      .replace(SPAN, "$1")
      .replace(LINK_ATTRIBUTES, drop)
      .replace(RAISED, "<sup>$1</sup>")
      .replace(LOWERED, "<sub>$1</sub>")
      .replace(MARKED, "$1")
      .replace(READING, "<ruby>$1$2<rt>$3</rt></ruby>")
      .replace(/(?<!\\)\{\{[<%](?:(?!\{\{[<%]).)*?[>%]\}\}/g, drop)
      .replace(/(?<!\\)\{%(?:(?!\{%).)*?%\}/g, drop)
      .replace(/^(#{1,6}(?= ).*?)(?<![\s\\])\s*\{[#.:][^{}]*\}\s*$/, "$1")
      .replace(/(?<=\s)\^(?!\d+\s*$)[\w-]+[ \t]*$/, "")
  );
}

/** Code that is not changed, an inline note of several words, “lamp^[The one of 1899.]”, or one in TeX: “lamp\\footnote{…}”. */
const INLINE_NOTE =
  /(?<code>^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\2|(?![\s\S]))|`[^`\n]*`)|(?<=[^\s\\])\^\[(?<note>(?:\[[^[\]]*\]|[^[\]\n]|\n(?![ \t]*\n))+)\]|(?<=[^\s\\])\\footnote\{(?<tex>[^{}\n]+)\}/gm;

/** Replaces inline notes by marks, and writes the notes below the text. */
function moveInlineNotes(text: string): string {
  const notes: string[] = [];
  const marked = text.replace(INLINE_NOTE, (span, _code, _fence, inline?: string, tex?: string) => {
    const note = inline !== undefined && /\S\s+\S/.test(inline) ? inline : tex;
    if (note === undefined) return span;
    const label = `note-${notes.length + 1}`;
    notes.push(`[^${label}]: ${note.replace(/\s+/g, " ").trim()}`);
    return `[^${label}]${note.replace(/[^\n]/g, "")}`;
  });
  return notes.length === 0 ? text : [marked, ...notes].join("\n\n");
}

/** Returns the label of a wiki link, or its page and heading as Obsidian shows them. */
function labelOfLink(link: string): string {
  const [target = "", ...labels] = link.split(/\\?\|/);
  const label = labels.at(-1)?.trim();
  if (label) return label;
  return target
    .split("#")
    .map((part) => part.trim().replace(/^\^.*$/, ""))
    .filter((part) => part !== "")
    .join(" > ");
}

/** Empties comments and shortcodes, which may go over several lines, but keeps the lines. */
function hideSpans(text: string, dropped: string[]): string {
  return text.replace(
    /(?<fence>^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\2|(?![\s\S])))|`[^`\n]*`|(?<!\\)%%[\s\S]*?%%|(?<!\\)\{\/\*(?:(?!\{\/\*)[\s\S])*?\*\/\}|(?<!\\)\{\{[<%][^{}]*?[>%]\}\}/gm,
    (span: string) => {
      if (/^\s*[`~]/.test(span)) return span;
      dropped.push(span);
      return span.replace(/[^\n]/g, "");
    },
  );
}

import { parseSync, Visitor } from "oxc-parser";

/** Places whose strings are no messages, each with the reason. */
const EXCEPTIONS: readonly (readonly [files: RegExp, reason: string])[] = [
  [/^src\/catalogue\//, "This is the catalogue."],
  [/^src\/language\//, "These are the words of languages."],
  [/^src\/cite\//, "Citations are in the language of their style."],
  [/^src\/corpus\/foreign\/keys\.ts$/, "These are keys of other programs."],
  [/^src\/corpus\/date\.ts$/, "Labels of dates are parts of citations."],
  [/^src\/import\/shared\/gutenberg\.ts$/, "Rights are written into documents."],
  [/^src\/import\/docx\/mammoth\.ts$/, "A style map is code."],
  [/^src\/import\/writing\/split\.ts$/, "A script for another context is code."],
  [/^src\/verify\/copied-text\.ts$/, "The names of folds are keys of messages."],
  [/^src\/store\/(?:clock|occasion-rows)\.ts$/, "SQL is code."],
  [/^src\/frontends\/terminal\/invocation\.ts$/, "These are commands to type."],
];

/** A word with its punctuation. */
const WORD = /^[“(]?\p{L}[\p{L}’-]*[”),.;:?]*$/u;

/** Whether a text has at least three words. Between them there may be values. */
function isSentence(text: string): boolean {
  return text.split(/\s+/).filter((word) => WORD.test(word)).length >= 3;
}

/**
 * Finds sentences that users may read outside of the catalogue. Errors that only a stack shows, lists of
 * words that are split, and commands to type are none. Returns each as `file:line: “…”: move …`.
 */
export function findUncatalogued(file: string, source: string): readonly string[] {
  if (!/^(?:src|commands)\//.test(file) || EXCEPTIONS.some(([files]) => files.test(file)))
    return [];
  const allowed: { readonly start: number; readonly end: number }[] = [];
  const found: { readonly text: string; readonly start: number }[] = [];
  new Visitor({
    NewExpression({ callee, start, end }) {
      if (/(?:Error|RegExp)$/.test(source.slice(callee.start, callee.end))) {
        allowed.push({ start, end });
      }
    },
    CallExpression({ callee, start, end }) {
      const code = source.slice(callee.start, callee.end);
      if (/\.split$/.test(code)) allowed.push(callee);
      // The message of an error class.
      if (code === "super") allowed.push({ start, end });
    },
    Property({ key, value }) {
      if (source.slice(key.start, key.end) === "command") allowed.push(value);
    },
    Literal({ value, start }) {
      if (typeof value === "string") found.push({ text: value, start });
    },
    TemplateLiteral({ quasis, start }) {
      found.push({ text: quasis.map(({ value }) => value.raw).join("{}"), start });
    },
  }).visit(parseSync(file, source).program);
  return found
    .filter(({ text }) => isSentence(text.replace(/`[^`]*`/g, "{}")))
    .filter(({ start }) => !allowed.some((part) => part.start <= start && start < part.end))
    .map(({ text, start }) => {
      const line = source.slice(0, start).split("\n").length;
      return `${file}:${line}: “${text.slice(0, 40)}”: move it into the catalogue.`;
    });
}

import { parseSync } from "oxc-parser";
import * as v from "valibot";

/** A wording to avoid, and what to write instead. */
interface Wording {
  readonly pattern: RegExp;
  readonly instead: string;
}

const WORDINGS: readonly Wording[] = [
  { pattern: /\bstands?\b(?! for\b| out\b| alone\b)/i, instead: "is, appears, is listed" },
  { pattern: /\b(?:tells?|told)\b/i, instead: "says, reports, shows, returns" },
  {
    pattern:
      /(?<!\b(?:some|any|every|no)(?:thing|one|body|where) )(?<!\b(?:what|who|anyone|all) )\belse\b(?! if\b)/i,
    instead: "otherwise",
  },
  { pattern: /\bbehind\b/i, instead: "after" },
  { pattern: /\bin (?:the|its|their) place of\b/i, instead: "instead of, replaces" },
  { pattern: /\bso many\b/i, instead: "this many, a count" },
  { pattern: /\ball the same\b/i, instead: "anyway" },
  { pattern: /\bmeanwhile\b/i, instead: "in the meantime" },
  { pattern: /\bis to be known of\b/i, instead: "the exact verb" },
  {
    pattern: /\b(?:some|any|no)body\b|\bwhoever\b/i,
    instead: "the role: user, caller, operator, editor, reader",
  },
  { pattern: /\bno \w+ but\b/i, instead: "only" },
  {
    pattern:
      /(?:^|[.!;:] )(?:What(?:ever)?|Who(?:ever)?|Whose|Whom) (?!is\b[^.]*\?)[a-z][^.?]*(?:\.|$)/,
    instead: "a noun as the subject",
  },
  { pattern: /\b(?:so|but|because|since) whatever\b/i, instead: "a noun as the subject" },
];

interface Prose {
  readonly text: string;
  /** In UTF-16 code units of the file. */
  readonly start: number;
}

const NODE = v.looseObject({ type: v.string(), start: v.number(), end: v.number() });

/** Returns every node of a syntax tree, in no order. */
function* nodesIn(value: unknown): Generator<v.InferOutput<typeof NODE>> {
  if (Array.isArray(value)) {
    for (const part of value) yield* nodesIn(part);
  } else if (v.is(NODE, value)) {
    yield value;
    for (const part of Object.values(value)) yield* nodesIn(part);
  }
}

const TEST_CALL = v.looseObject({
  type: v.literal("CallExpression"),
  arguments: v.array(v.unknown()),
});

/** Returns the names of tests, which are the first argument of `test`, `describe` and their variants. */
function testNames(program: unknown, source: string): readonly Prose[] {
  return [...nodesIn(program)].flatMap((node) => {
    if (!v.is(TEST_CALL, node) || !/^(?:test|it|describe)\b/.test(source.slice(node.start)))
      return [];
    const [name] = node.arguments;
    return v.is(NODE, name) && /Literal/.test(name.type)
      ? [{ text: source.slice(name.start, name.end), start: name.start }]
      : [];
  });
}

/** Returns the strings of a program that are sentences: at least three words. */
function sentencesIn(program: unknown, source: string): readonly Prose[] {
  return [...nodesIn(program)].flatMap(({ type, start, end }) => {
    const text = source.slice(start, end);
    return /^(?:Literal|TemplateElement)$/.test(type) && /\w \w+ \w/.test(text)
      ? [{ text, start }]
      : [];
  });
}

/** Returns comments, each run of `//` lines as one text, without their marks and the code in their tags. */
function commentsIn(file: string, source: string): readonly Prose[] {
  const { comments } = parseSync(file, source);
  const runs: { text: string; start: number; end: number; isLine: boolean }[] = [];
  for (const { type, value, start, end } of comments) {
    const last = runs.at(-1);
    const isLine = type === "Line";
    if (isLine && last?.isLine && /^\n[ \t]*$/.test(source.slice(last.end, start))) {
      last.text += ` ${value}`;
      last.end = end;
    } else runs.push({ text: value, start, end, isLine });
  }
  return runs.map(({ text, start }) => ({ text: withoutTags(text), start }));
}

/** Returns a comment without types, the names after JSDoc's tags, and the rules after `biome-ignore`. */
function withoutTags(comment: string): string {
  let text = comment;
  // Types nest, as in `{{ readonly name: string }}`.
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(/\{[^{}]*\}/g, "");
  }
  return text
    .replace(/@import\s+from\s+"[^"]*"/g, "")
    .replace(/(?<!\S)@(?:param|property|template|typedef)\s+\[?[\w.$]+\]?/g, ". ")
    .replace(/(?<!\S)@[a-z]+/g, ". ")
    .replace(/biome-ignore\S*\s[^:]*:/g, "");
}

/**
 * Finds the wordings to avoid in a file's comments, test names and sentences. Returns each as
 * `file:line: “words”: write … .`. `file` is a path from the root of the project, which decides what is checked.
 */
export function findWordings(file: string, source: string): readonly string[] {
  const { program } = parseSync(file, source);
  const hasOwnText = /^(?:src|commands|pictures|bin)\//.test(file);
  const prose = [
    ...commentsIn(file, source),
    ...(file.startsWith("tests/") ? testNames(program, source) : []),
    ...(hasOwnText ? sentencesIn(program, source) : []),
  ];
  return prose.flatMap(({ text, start }) => {
    // A word of the code is no word of the prose.
    const plain = text
      .replace(/`[^`]*`|“[^”]*”|https?:\S+/g, "x")
      .replace(/\s*\n[\s*]*/g, " ")
      .replace(/^[*\s"']+/, "");
    return WORDINGS.filter(({ pattern }) => pattern.test(plain)).map(({ pattern, instead }) => {
      const line = source.slice(0, start).split("\n").length;
      return `${file}:${line}: “${pattern.exec(plain)?.[0].slice(0, 40)}”: write ${instead}.`;
    });
  });
}

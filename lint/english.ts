// Keeps words out of comments, test names and sentences that give prose the sound of a translation. The rule
// is in DESIGN.md, section 6. Run by `npm run lint`; prints each finding as file:line and exits with 1.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
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
    pattern: /(?:^|[.!;:] )(?:What|Who|Whoever|Whose|Whom) (?!is\b[^.]*\?)[a-z][^.?]*(?:\.|$)/,
    instead: "a noun as the subject",
  },
];

/**
 * Folders and files whose strings are sentences that users read, or data. They keep their wording until
 * they move into a message catalogue; their comments are checked like all others.
 */
const USER_TEXT = [
  "commands/",
  "src/answers/",
  "src/corpus/tables.ts",
  "src/corpus/yaml.ts",
  "src/discord/interaction.ts",
  "src/frontends/terminal/terminal.ts",
  "src/import/",
  "src/language/languages/",
  "src/options/",
  "src/review/",
  "src/tools/",
  "lint/",
];

const FOLDERS = ["src", "commands", "tests", "bench", "pictures", "lint", "page", "bin"];

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

/** Returns comments, each run of `//` lines as one text, without their marks. */
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
  return runs.filter(({ text }) => !/biome-ignore|@type|@param/.test(text));
}

function findingsIn(file: string): readonly string[] {
  const source = readFileSync(file, "utf8");
  const { program } = parseSync(file, source);
  const hasOwnText = /^(?:src|commands|pictures|bin)\//.test(file);
  const prose = [
    ...commentsIn(file, source),
    ...(file.startsWith("tests/") ? testNames(program, source) : []),
    ...(hasOwnText && !USER_TEXT.some((place) => file.startsWith(place))
      ? sentencesIn(program, source)
      : []),
  ];
  return prose.flatMap(({ text, start }) => {
    // A word of the code is no word of the prose.
    const plain = text
      .replace(/`[^`]*`|“[^”]*”|https?:\S+/g, "x")
      .replace(/\s*\n\s*\*?\s*/g, " ")
      .replace(/^[*\s"']+/, "");
    return WORDINGS.filter(({ pattern }) => pattern.test(plain)).map(({ pattern, instead }) => {
      const line = source.slice(0, start).split("\n").length;
      return `${file}:${line}: “${pattern.exec(plain)?.[0].slice(0, 40)}”: write ${instead}.`;
    });
  });
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:ts|js|mjs)$/.test(file))
    .map((file) => join(folder, file)),
);
const findings = files.flatMap(findingsIn);
for (const finding of findings) process.stdout.write(`${finding}\n`);
process.exitCode = findings.length > 0 ? 1 : 0;

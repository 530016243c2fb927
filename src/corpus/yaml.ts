import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import type { Problem } from "./problem.ts";

/** A YAML text whose every scalar is a string, and where each of its values stands. */
export interface Yaml {
  /** Null, like the value of any of its keys, when nothing is written there. */
  readonly value: unknown;
  /** The line of the file on which the value at `path` begins, or its nearest parent. */
  lineOf(path: readonly (string | number)[]): number;
}

/** Every object of JavaScript has these already, so the schemas pass them over. */
const RESERVED: readonly unknown[] = ["__proto__", "constructor", "prototype"];

/** What takes the place of the parser's words to programmers. */
const REASONS: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: "A second document begins here",
  NON_STRING_KEY: "A list or a mapping cannot be a key",
  RESOURCE_EXHAUSTION: "Its values are nested too deeply",
};

/**
 * Parses `text`, which begins on line `firstLine` of the file `path`. Scalars stay the strings that
 * are written: a date, a page and a year lose nothing.
 */
export function parseYaml(text: string, path: string, firstLine = 1): Yaml | readonly Problem[] {
  const counter = new LineCounter();
  const lineAt = (offset = 0) => counter.linePos(offset).line + firstLine - 1;
  const document = parseDocument(text, {
    schema: "failsafe",
    resolveKnownTags: false,
    stringKeys: true,
    lineCounter: counter,
  });
  const errors = [...document.errors, ...document.warnings];
  // What is nested too deeply fails on many levels.
  const exhausted = errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  const problems: Problem[] = (exhausted ? [exhausted] : errors).map((error) => ({
    path,
    line: lineAt(error.pos[0]),
    message: `The YAML cannot be read: ${reasonOf(error)}.`,
    remedy: "Correct the line, or put the value in quotation marks.",
  }));
  if (problems.length > 0) return problems;

  function refuse({ range }: Node, message: string, remedy: string): void {
    problems.push({ path, line: lineAt(range?.[0]), message, remedy });
  }

  visit(document, {
    Pair(_, pair) {
      if (isNothing(pair.value)) pair.value = null;
    },
    Scalar(role, scalar) {
      const { value } = scalar;
      if (role === "key" && RESERVED.includes(value)) {
        refuse(scalar, `\`${value}\` cannot be a key.`, "Choose another name.");
      }
      if (typeof value === "string" && /[\p{Cs}\0]/u.test(value)) {
        refuse(
          scalar,
          "An escape here stands for half of a character, or for a zero byte.",
          "Write the character itself.",
        );
      }
    },
    Alias(_, alias, parents) {
      const { source } = alias;
      if (parents.some((parent) => isCollection(parent) && parent.anchor === source)) {
        refuse(alias, `\`*${source}\` stands inside of what it stands for.`, WRITE_OUT);
      }
    },
  });
  if (problems.length > 0) return problems;

  try {
    return {
      value: isNothing(document.contents) ? null : document.toJS({ maxAliasCount: 100 }),
      lineOf(at) {
        for (let length = at.length; length > 0; length--) {
          const parent = document.getIn(at.slice(0, length - 1), true);
          const key = at[length - 1];
          const pair = isMap(parent)
            ? parent.items.find((item) => isScalar(item.key) && item.key.value === key)
            : undefined;
          const node = pair?.key ?? document.getIn(at.slice(0, length), true);
          if (isNode(node) && node.range) return lineAt(node.range[0]);
        }
        return firstLine;
      },
    };
  } catch {
    // The parser counts what aliases would expand to and throws above its limit.
    return [
      {
        path,
        line: firstLine,
        message: "The YAML's aliases cannot be followed, or expand to far more than is written.",
        remedy: WRITE_OUT,
      },
    ];
  }
}

function isNothing(node: unknown): boolean {
  return isScalar(node) && node.type === "PLAIN" && /^(?:|~|null)$/.test(node.source ?? "");
}

function reasonOf({ code, message }: YAMLError): string {
  const [first = message] = message.split("\n");
  return REASONS[code] ?? first.replace(/ at line \d+, column \d+:?$/, "");
}

const WRITE_OUT = "Write the values out instead of using `&` and `*`.";

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
import type { Result } from "../foundation/result.ts";
import type { Problem } from "./problem.ts";

/** A parsed YAML text whose scalars are all strings, with the line of each of its values. */
export interface YamlDocument {
  /** Null if the text is empty. The value of a key without a value is null, too. */
  readonly value: unknown;
  /** Returns the line of the file on which the value at `path`, or its nearest parent, begins. */
  lineOf(path: readonly (string | number)[]): number;
}

/** Keys that every JavaScript object inherits, so that schemas would not notice them. */
const RESERVED_KEYS: readonly unknown[] = ["__proto__", "constructor", "prototype"];

/** Replacements for messages of the parser that address programmers. */
const ERROR_MESSAGES: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: "A second document begins here",
  NON_STRING_KEY: "A list or a mapping cannot be a key",
  RESOURCE_EXHAUSTION: "Its values are nested too deeply",
};

/**
 * Parses `text`, which begins on line `firstLine` of the file `path`. Scalars stay strings, so that
 * dates, pages and years keep their notation. Returns every problem if the YAML is invalid.
 */
export function parseYaml(
  text: string,
  path: string,
  firstLine = 1,
): Result<YamlDocument, readonly Problem[]> {
  const counter = new LineCounter();
  const lineAt = (offset = 0) => counter.linePos(offset).line + firstLine - 1;
  const document = parseDocument(text, {
    schema: "failsafe",
    resolveKnownTags: false,
    stringKeys: true,
    lineCounter: counter,
  });
  const errors = [...document.errors, ...document.warnings];
  // Excessive nesting causes an error at many levels.
  const exhausted = errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  const problems: Problem[] = (exhausted ? [exhausted] : errors).map((error) => ({
    path,
    line: lineAt(error.pos[0]),
    message: `The YAML cannot be read: ${describeError(error)}.`,
    remedy: "Correct the line, or put the value in quotation marks.",
  }));
  if (problems.length > 0) return { error: problems };

  function addProblem({ range }: Node, message: string, remedy: string): void {
    problems.push({ path, line: lineAt(range?.[0]), message, remedy });
  }

  visit(document, {
    Pair(_, pair) {
      if (isNull(pair.value)) pair.value = null;
    },
    Scalar(role, scalar) {
      const { value } = scalar;
      if (role === "key" && RESERVED_KEYS.includes(value)) {
        addProblem(scalar, `\`${value}\` cannot be a key.`, "Choose another name.");
      }
      if (typeof value === "string" && /[\p{Cs}\0]/u.test(value)) {
        addProblem(
          scalar,
          "An escape here stands for half of a character, or for a zero byte.",
          "Write the character itself.",
        );
      }
    },
    Alias(_, alias, parents) {
      const { source } = alias;
      if (parents.some((parent) => isCollection(parent) && parent.anchor === source)) {
        addProblem(alias, `\`*${source}\` stands inside of what it stands for.`, WRITE_OUT);
      }
    },
  });
  if (problems.length > 0) return { error: problems };

  try {
    return {
      value: isNull(document.contents) ? null : document.toJS({ maxAliasCount: 100 }),
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
    // The parser throws if an alias has no anchor, or if the aliases expand beyond its limit.
    return {
      error: [
        {
          path,
          line: firstLine,
          message: "The YAML's aliases cannot be followed, or expand to far more than is written.",
          remedy: WRITE_OUT,
        },
      ],
    };
  }
}

function isNull(node: unknown): boolean {
  if (!isScalar(node) || node.type !== "PLAIN") return false;
  return typeof node.value === "string" && /^(?:|~|null)$/.test(node.value);
}

/** Returns the first line of the parser's message, without the place that Ibid states itself. */
function describeError({ code, message }: YAMLError): string {
  const firstLine = message.replace(/\n.*$/s, "");
  return ERROR_MESSAGES[code] ?? firstLine.replace(/ at line \d+, column \d+:?$/, "");
}

const WRITE_OUT = "Write the values out instead of using `&` and `*`.";

import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import { type Argument, type Message, message } from "../catalogue/catalogue.ts";
import { closeDirectionControls } from "../catalogue/direction-controls.ts";
import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import type { Result } from "../foundation/result.ts";
import type { Problem } from "./problem.ts";

/**
 * A parsed YAML text whose scalars are all strings, with the line of each of its values. Controls of writing direction that
 * a string leaves open are closed at its end, so that it reorders nothing that follows it.
 */
export interface YamlDocument {
  /** Null if the text is empty. The value of a key without a value is null, too. */
  readonly value: unknown;
  /** Returns the line of the file on which the value at `path`, or its nearest parent, begins. */
  lineOf(path: readonly (string | number)[]): number;
}

/** Keys that every JavaScript object inherits, so that schemas would not notice them. */
const RESERVED_KEYS: readonly unknown[] = ["__proto__", "constructor", "prototype"];

/** Replacements for messages of the parser that address programmers. */
const ERROR_MESSAGES: Readonly<Record<string, Message>> = {
  MULTIPLE_DOCS: message("yaml.second-document"),
  NON_STRING_KEY: message("yaml.key-not-a-name"),
  RESOURCE_EXHAUSTION: message("yaml.nested-too-deeply"),
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
    // The parser compares every key with every other one. They are compared below.
    uniqueKeys: false,
    lineCounter: counter,
  });
  const errors = [...document.errors, ...document.warnings];
  // Excessive nesting causes an error at many levels.
  const exhausted = errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  const problems: Problem[] = (exhausted ? [exhausted] : errors).map((error) => ({
    path,
    line: lineAt(error.pos[0]),
    message: message("problem.yaml", { reason: describeError(error) }),
    remedy: CORRECT_OR_QUOTE,
  }));
  if (problems.length > 0) return { error: problems };

  function addProblem({ range }: Node, text: Message, remedy: Message): void {
    problems.push({ path, line: lineAt(range?.[0]), message: text, remedy });
  }

  visit(document, {
    Map(_, map) {
      const keys = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) {
          addProblem(
            key,
            message("problem.yaml", { reason: message("yaml.repeated-key") }),
            CORRECT_OR_QUOTE,
          );
        }
        keys.add(key.value);
      }
    },
    Pair(_, pair) {
      if (isNull(pair.value)) pair.value = null;
    },
    Scalar(role, scalar) {
      const { value } = scalar;
      if (role === "key" && RESERVED_KEYS.includes(value)) {
        addProblem(
          scalar,
          message("problem.reserved-key", { key: String(value) }),
          message("remedy.reserved-key"),
        );
      }
      if (typeof value === "string" && /[\p{Cs}\0]/u.test(value)) {
        addProblem(scalar, message("problem.half-character"), message("remedy.half-character"));
      }
      if (typeof value === "string") scalar.value = closeDirectionControls(value);
    },
    Alias(_, alias, parents) {
      const { source } = alias;
      if (parents.some((parent) => isCollection(parent) && parent.anchor === source)) {
        addProblem(alias, message("problem.alias-in-itself", { alias: source }), WRITE_OUT);
      }
    },
  });
  if (problems.length > 0) return { error: problems };

  try {
    return {
      value: isNull(document.contents) ? null : document.toJS({ maxAliasCount: 100 }),
      lineOf(at) {
        let line = firstLine;
        let node: unknown = document.contents;
        for (const key of at) {
          const child = childOf(node, key);
          if (child === undefined) break;
          if (isNode(child.named) && child.named.range) line = lineAt(child.named.range[0]);
          node = child.value;
        }
        return line;
      },
    };
  } catch {
    // The parser throws if an alias has no anchor, or if the aliases expand beyond its limit.
    return {
      error: [
        {
          path,
          line: firstLine,
          message: message("problem.aliases"),
          remedy: WRITE_OUT,
        },
      ],
    };
  }
}

/** Returns a value in a collection, and the node whose line names it: its key, if it has one. */
function childOf(
  parent: unknown,
  key: string | number,
): { readonly named: unknown; readonly value: unknown } | undefined {
  if (isSeq(parent) && typeof key === "number" && key < parent.items.length) {
    return { named: parent.items[key], value: parent.items[key] };
  }
  const pair = isMap(parent) ? pairsByKey(parent).get(key) : undefined;
  return pair && { named: pair.key, value: pair.value };
}

/** Indexes the pairs of a map, which may have as many as a file has lines, and a problem with each. */
const pairsByKey = memoizeByObject(
  (map: YAMLMap): ReadonlyMap<unknown, Pair> =>
    new Map(map.items.map((pair) => [isScalar(pair.key) && pair.key.value, pair])),
);

function isNull(node: unknown): boolean {
  if (!isScalar(node) || node.type !== "PLAIN") return false;
  return typeof node.value === "string" && /^(?:|~|null)$/.test(node.value);
}

/** Returns the first line of the parser's message, without the place that Ibid states itself. */
function describeError({ code, message: text }: YAMLError): Argument {
  const firstLine = text.replace(/\n.*$/s, "");
  return ERROR_MESSAGES[code] ?? firstLine.replace(/ at line \d+, column \d+:?$/, "");
}

const CORRECT_OR_QUOTE = message("remedy.yaml");
const WRITE_OUT = message("remedy.aliases");

/** Whether a value of YAML has keys. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

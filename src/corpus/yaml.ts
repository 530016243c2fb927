import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { Problem } from "./problem.ts";

/** A YAML text whose every scalar is a string, and where each of its values stands. */
export interface Yaml {
  readonly value: unknown;
  /** The line of the file on which the value at `path` begins, or its nearest parent. */
  lineOf(path: readonly (string | number)[]): number;
}

/**
 * Parses `text`, which begins on line `firstLine` of the file `path`. Scalars stay the strings that
 * are written: a date, a page and a year lose nothing. A key without a value counts as left out.
 */
export function parseYaml(text: string, path: string, firstLine = 1): Yaml | readonly Problem[] {
  const counter = new LineCounter();
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const document = parseDocument(text, { schema: "failsafe", lineCounter: counter });
  const problems = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    path,
    line: lineAt(pos[0]),
    message: `The YAML cannot be read: ${firstSentence(message)}.`,
    remedy: "Correct the line, or put the value in quotation marks.",
  }));
  if (problems.length > 0) return problems;

  visit(document, {
    Pair(_, pair) {
      const { value } = pair;
      const empty = value === null || (isScalar(value) && isEmpty(value.source, value.type));
      return empty ? visit.REMOVE : undefined;
    },
  });

  try {
    return {
      value: document.toJS({ maxAliasCount: 100 }) ?? {},
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
        remedy: "Write the values out instead of using `&` and `*`.",
      },
    ];
  }
}

function isEmpty(source: string | undefined, type: string | undefined): boolean {
  return type === "PLAIN" && (source === "" || source === "~" || source === "null");
}

function firstSentence(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/ at line \d+, column \d+:?$/, "");
}

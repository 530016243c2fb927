import { parseSync } from "oxc-parser";
import * as v from "valibot";
import type { Fault } from "./fault.ts";

/** How much text around a place identifies it, in UTF-16 code units on either side. */
const CONTEXT = 60;

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ["<", "<="],
  ["<=", "<"],
  [">", ">="],
  [">=", ">"],
  ["&&", "||"],
  ["||", "&&"],
  ["+", "-"],
  ["-", "+"],
  ["===", "!=="],
  ["!==", "==="],
]);

const NODE = v.looseObject({ type: v.string(), start: v.number(), end: v.number() });
const TWO_SIDED = v.looseObject({ operator: v.string(), left: NODE, right: NODE });
const NUMBER = v.looseObject({ value: v.number() });
const CALL = v.looseObject({ arguments: v.array(NODE) });
const BRANCH = v.looseObject({ test: NODE });
const IF = v.looseObject({ consequent: NODE, alternate: v.nullish(NODE) });
const BLOCK = v.looseObject({ type: v.literal("BlockStatement"), body: v.array(NODE) });

type Node = v.InferOutput<typeof NODE>;
type Change = Pick<Fault, "kind" | "after"> & { readonly start: number; readonly end: number };

/** Finds every fault that can be planted in the TypeScript of `file`, in the order of the text. */
export function findFaults(file: string, code: string): readonly Fault[] {
  const { program, errors } = parseSync(file, code);
  const [error] = errors;
  if (error !== undefined) throw new SyntaxError(`${file}: ${error.message}`);
  return [...nodesIn(program)]
    .flatMap((node) => [...changesOf(node, code)])
    .filter(({ start, end, after }) => code.slice(start, end) !== after)
    .map(({ start, end, kind, after }) => ({
      kind,
      file,
      line: code.slice(0, start).split("\n").length,
      start,
      before: code.slice(start, end),
      after,
      context: {
        left: code.slice(Math.max(0, start - CONTEXT), start),
        right: code.slice(end, end + CONTEXT),
      },
    }))
    .toSorted((a, b) => a.start - b.start);
}

/** Returns every node of a syntax tree outside of types, in no order. */
function* nodesIn(value: unknown): Generator<Node> {
  if (typeof value !== "object" || value === null) return;
  if (v.is(NODE, value)) {
    if (/^TS(?:Type|Interface|Literal|Enum|Module)/.test(value.type)) return;
    yield value;
  }
  for (const child of Object.values(value)) yield* nodesIn(child);
}

function* changesOf(node: Node, code: string): Generator<Change> {
  const textOf = ({ start, end }: Node) => code.slice(start, end);
  const { start, end } = node;
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression": {
      const { operator, left, right } = v.parse(TWO_SIDED, node);
      const after = OPERATORS.get(operator);
      if (after === undefined) return;
      const at = code.indexOf(operator, left.end);
      if (at < right.start) yield { kind: "operator", start: at, end: at + operator.length, after };
      return;
    }
    case "Literal": {
      if (!v.is(NUMBER, node)) return;
      yield { kind: "bound", start, end, after: String(node.value + 1) };
      if (node.value > 0) yield { kind: "bound", start, end, after: String(node.value - 1) };
      return;
    }
    case "ExpressionStatement":
      // The semicolon stays, since the statement may be all that follows an `if`.
      if (typeof node["directive"] !== "string")
        yield { kind: "statement", start, end, after: ";" };
      return;
    case "CallExpression":
    case "NewExpression": {
      const { arguments: list } = v.parse(CALL, node);
      for (const [index, second] of list.entries()) {
        const first = list[index - 1];
        if (first === undefined || [first, second].some(isSpread)) continue;
        const between = code.slice(first.end, second.start);
        const after = textOf(second) + between + textOf(first);
        yield { kind: "arguments", start: first.start, end: second.end, after };
      }
      return;
    }
    case "IfStatement":
      if (returnsEarly(node)) yield { kind: "statement", start, end, after: ";" };
      yield negation(node, textOf);
      return;
    case "ConditionalExpression":
    case "WhileStatement":
      yield negation(node, textOf);
      return;
  }
}

function isSpread({ type }: Node): boolean {
  return type === "SpreadElement";
}

/** Whether an `if` does nothing else than return. */
function returnsEarly(node: Node): boolean {
  const { consequent, alternate } = v.parse(IF, node);
  const body = v.is(BLOCK, consequent) ? consequent.body : [consequent];
  return !alternate && body.length === 1 && body.every(({ type }) => type === "ReturnStatement");
}

function negation(node: Node, textOf: (node: Node) => string): Change {
  const { test } = v.parse(BRANCH, node);
  return { kind: "condition", start: test.start, end: test.end, after: `!(${textOf(test)})` };
}

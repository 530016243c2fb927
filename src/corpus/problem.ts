import { type Message, type MessageKey, message } from "../catalogue/catalogue.ts";
import { groupBy } from "../foundation/group-by.ts";

/** A line of a file in the corpus. */
export interface FileLocation {
  /** Relative to the corpus folder, with `/` as the separator. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
}

/** The fault, and the action by which the editor can correct it: one sentence each. */
export interface ProblemText {
  readonly message: Message;
  readonly remedy: Message;
}

/** A fault at one place of the corpus, or advice about it. */
export interface Problem extends FileLocation, ProblemText {
  /** The kind of advice, if several pieces of it are described as one. */
  readonly group?: AdviceGroup;
}

/** Advice of one kind. */
interface AdviceGroup {
  /** A message with the numbers `count` and `files`, and perhaps with `of` and `example`. */
  readonly key: MessageKey;
  /** The difference from other groups with the same message. */
  readonly of?: string;
  readonly example?: string;
}

/** Merges the pieces of advice of each group into one, at the first place. The order is kept. */
export function groupAdvice(advice: readonly Problem[]): readonly Problem[] {
  const groups = groupBy(advice, (one) =>
    one.group === undefined ? one : `${one.group.key} ${one.group.of ?? ""}`,
  );
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (first?.group === undefined || members.length === 1) return members;
    const { key, ...values } = first.group;
    const files = new Set(members.map(({ path }) => path)).size;
    return [{ ...first, message: { key, values: { ...values, count: members.length, files } } }];
  });
}

/** More pieces of advice of one kind than this are described as one. */
const MAX_ADVICE_SINGLY = 3;

/** Makes one group of pieces of advice if there are many. */
export function groupIfMany(advice: readonly Problem[], group: AdviceGroup): readonly Problem[] {
  if (advice.length <= MAX_ADVICE_SINGLY) return advice;
  return advice.map((one) => ({ ...one, group }));
}

export const NESTED_TOO_DEEPLY: ProblemText = {
  message: message("problem.nested-too-deeply"),
  remedy: message("remedy.nested-too-deeply"),
};

/** Sorts `letter-2.md` before `letter-10.md`. */
export const naturalOrder = new Intl.Collator("en", { numeric: true });

/** Compares by file, then by line. */
export function byLocation(a: FileLocation, b: FileLocation): number {
  return naturalOrder.compare(a.path, b.path) || a.line - b.line;
}

/** Describes a problem as one line that starts with `file:line`, which editors turn into a link. */
export function describeProblem({ path, line, remedy, ...problem }: Problem): Message {
  return message("problem.line", {
    path: toOneLine(path),
    line,
    problem: problem.message,
    remedy,
  });
}

/** The name of a file may contain line breaks. */
function toOneLine(path: string): string {
  return path.replace(/[\n\r\u0085\u2028\u2029]/g, "\u240a");
}

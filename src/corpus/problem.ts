import { type Message, message } from "../catalogue/catalogue.ts";
import { closeDirectionControls } from "../foundation/direction-controls.ts";

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
export interface Problem extends FileLocation, ProblemText {}

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

/** The name of a file may contain line breaks, and controls that reorder the text after it. */
function toOneLine(path: string): string {
  return closeDirectionControls(path).replace(/[\n\r\u0085\u2028\u2029]/g, "\u240a");
}

/** A line of a file in the corpus. */
export interface FileLocation {
  /** Relative to the corpus folder, with `/` as the separator. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
}

/** The fault, and the action by which the editor can correct it: one sentence each. */
export interface ProblemText {
  readonly message: string;
  readonly remedy: string;
}

/** A fault at one place of the corpus, or advice about it. */
export interface Problem extends FileLocation, ProblemText {}

export const NESTED_TOO_DEEPLY: ProblemText = {
  message: "Quotations, lists or emphasis are nested too deeply here.",
  remedy: "Nest them less deeply.",
};

/** Sorts `letter-2.md` before `letter-10.md`. */
export const naturalOrder = new Intl.Collator("en", { numeric: true });

/** Compares by file, then by line. */
export function byLocation(a: FileLocation, b: FileLocation): number {
  return naturalOrder.compare(a.path, b.path) || a.line - b.line;
}

/** Formats a problem as one line that starts with `file:line`, which editors turn into a link. */
export function formatProblem({ path, line, message, remedy }: Problem): string {
  return `${path}:${line}: ${message} ${remedy}`;
}

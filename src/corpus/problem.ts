/** What is wrong at one place of the corpus, and what its editor should do about it. */
export interface Problem {
  /** The file, relative to the corpus folder, with `/` between its parts. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  /** A sentence: what is wrong. */
  readonly message: string;
  /** A sentence: what to do. */
  readonly remedy: string;
}

/** Sorts `letter-2.md` before `letter-10.md`. */
export const naturalOrder = new Intl.Collator("en", { numeric: true });

export function byLocation(a: Problem, b: Problem): number {
  return naturalOrder.compare(a.path, b.path) || a.line - b.line;
}

/** One line for people and for editors, which make `file:line` a link. */
export function formatProblem({ path, line, message, remedy }: Problem): string {
  return `${path}:${line}: ${message} ${remedy}`;
}

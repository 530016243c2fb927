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

/** One line for people and for editors, which make `file:line` a link. */
export function problemLine({ path, line, message, remedy }: Problem): string {
  return `${path}:${line}: ${message} ${remedy}`;
}

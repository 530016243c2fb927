import { errorCode, errorMessage } from "../foundation/errors.ts";
import type { StoreProblem } from "../keeping/kept.ts";

/** The store has a problem that is known. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem) {
    super(`The store has a problem: ${problem}.`);
    this.problem = problem;
  }
}

/** Returns the problem that an error of a database shows. Undefined if it is a mistake of ours. */
export function problemOf(error: unknown): StoreProblem | undefined {
  if (error instanceof StoreError) return error.problem;
  if (error instanceof TypeError || error instanceof RangeError) return undefined;
  const code = errorCode(error) ?? "";
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return "locked";
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return "damaged";
  // 53100 is PostgreSQL’s “disk full”. A read-only file system or a broken disk is no better than a full one.
  if (/^(SQLITE_(FULL|IOERR|READONLY)|ENOSPC|EROFS|53100$)/.test(code)) return "full";
  // PostgreSQL’s class 42, and a constraint: a statement of ours is wrong.
  if (/^(42|23)\d|^SQLITE_(ERROR|CONSTRAINT|MISUSE|RANGE)/.test(code)) return undefined;
  if (error instanceof Error && errorMessage(error) !== "") return "unreachable";
  return undefined;
}

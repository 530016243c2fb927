/** Returns the message of an error, or another thrown value as text. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Returns the code of an error of Node's, such as `ENOENT`; undefined if `error` has none. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

/** Returns the code of the cause of an error, such as that of the system for which `fetch` failed. */
export function causeCode(error: unknown): string | undefined {
  return error instanceof Error ? errorCode(error.cause) : undefined;
}

/** Whether a package could not be imported because it is not installed. */
export function isMissingPackage(error: unknown): boolean {
  // Node reports the first for an import and the second for `require`.
  return ["ERR_MODULE_NOT_FOUND", "MODULE_NOT_FOUND"].includes(errorCode(error) ?? "");
}

/** Whether a recursion went too deep. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}

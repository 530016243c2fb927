/** The reason why an operation failed: a sentence for people, unless `E` is another type. */
export interface Failure<E = string> {
  readonly error: E;
}

/** A `T`, which has no property `error`, or a failure; `"error" in result` distinguishes them. */
export type Result<T extends object, E = string> = T | Failure<E>;

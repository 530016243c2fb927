/** Why something could not be given: a sentence for people, unless `E` says otherwise. */
export interface Failure<E = string> {
  readonly error: E;
}

/** Either a `T`, which has no `error`, or why there is none. Told apart by `"error" in result`. */
export type Result<T extends object, E = string> = T | Failure<E>;

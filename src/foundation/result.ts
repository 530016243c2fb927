import type { Message } from "../catalogue/catalogue.ts";

/** The reason why an operation failed: a message for people, unless `E` is another type. */
export interface Failure<E = Message> {
  readonly error: E;
}

/** A `T`, which has no property `error`, or a failure; `"error" in result` distinguishes them. */
export type Result<T extends object, E = Message> = T | Failure<E>;

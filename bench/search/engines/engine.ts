/** A search library under measurement. */
export interface Engine {
  readonly name: string;
  /** Whether the index is outside of Node's memory accounting: then the growth of the whole process is measured. */
  readonly isNative?: true;
  /** Indexes texts, which are identified by their numbers. */
  build(texts: readonly string[]): Promise<Built> | Built;
}

export interface Built {
  /** Returns the numbers of the best texts, at most `limit`, best first. */
  search(query: string, limit: number): Promise<readonly number[]> | readonly number[];
  /** Completes the typed text; absent if the library has no completion. */
  suggest?(typed: string): readonly string[];
}

/** A search library under measurement. */
export interface Engine {
  readonly name: string;
  /** Whether the index stands where Node does not count: the growth of the whole process is weighed. */
  readonly isNative?: true;
  /** Indexes texts, which are known by their numbers from then on. */
  build(texts: readonly string[]): Promise<Built> | Built;
}

export interface Built {
  /** The numbers of the best texts, best first. */
  search(query: string, most: number): Promise<readonly number[]> | readonly number[];
  /** Completes what is typed: only where the library has it. */
  suggest?(typed: string): readonly string[];
}

import * as checkedAccess from "../../foundation/checked-access.ts";

/**
 * Returns where the run of each value would begin if `values` were sorted, and the end of the last run:
 * the prefix sums of a counting sort. The values are integers below `valueCount`.
 */
export function sortedRunStarts(values: Uint32Array, valueCount: number): Uint32Array {
  // Constants, so that V8 inlines them; see `createPostingsRanking`.
  const { integerAt } = checkedAccess;
  const starts = new Uint32Array(valueCount + 1);
  for (let index = 0; index < values.length; index++) {
    const value = integerAt(values, index);
    starts[value + 1] = integerAt(starts, value + 1) + 1;
  }
  for (let value = 0; value < valueCount; value++) {
    starts[value + 1] = integerAt(starts, value + 1) + integerAt(starts, value);
  }
  return starts;
}

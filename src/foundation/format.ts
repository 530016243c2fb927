/** Returns a count with its noun: “1 letter”, “27 letters”. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** Joins names as “a, b and c”. */
export function formatAnd(names: readonly string[]): string {
  return AND.format(names);
}

const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Returns a number with its digits in groups of three: 1,400. */
export function formatNumber(number: number): string {
  return number.toLocaleString("en");
}

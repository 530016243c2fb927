/** Returns a count with its noun: “1 letter”, “27 letters”. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** Returns a number with its digits in groups of three: 1,400. */
export function formatNumber(number: number): string {
  return number.toLocaleString("en");
}

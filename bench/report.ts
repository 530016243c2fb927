/** Returns a Markdown table. */
export function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => "---"), ...rows].map(rowOf).join("\n");
}

/** Returns a row of a Markdown table. */
export function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Prints a Markdown table and an empty line. */
export function printTable(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  process.stdout.write(`${tableOf(heads, rows)}\n\n`);
}

/** Prints the reason why nothing is measured, and makes the process exit with 1 when it ends. */
export function failWith(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

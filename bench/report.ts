/** Returns the quantile `q`: the value below which the fraction `q` of `values` lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

/** Returns a Markdown table. */
export function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  process.stdout.write(`${tableOf(heads, rows)}\n\n`);
}

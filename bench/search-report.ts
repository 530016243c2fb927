import type { Measured, Times } from "./measured.ts";
import { tableOf } from "./report.ts";

const MEBIBYTE = 2 ** 20;

/** Reports the engines at one size, compared with the first of them. */
export function speedBlock(measured: readonly Measured[]): string {
  const [own] = measured;
  if (own === undefined) throw new Error("There is nothing measured to show.");
  const rows = measured.map((one) => [
    one.engine,
    beside(one.buildSeconds, own.buildSeconds),
    beside(one.bytes / MEBIBYTE, own.bytes / MEBIBYTE),
    beside(one.search.p50, own.search.p50),
    beside(one.search.p99, own.search.p99),
    String(one.search.count),
    ...completion(one.suggest, own.suggest),
  ]);
  const heads = ["engine", "build s", "memory MiB", "p50 ms", "p99 ms", "queries"];
  const table = tableOf([...heads, "completion p50 ms", "completion p99 ms"], rows);
  return `### ${own.passages.toLocaleString("en")} passages\n\n${table}`;
}

function completion(times: Times | undefined, own: Times | undefined): readonly string[] {
  if (times === undefined) return ["–", "–"];
  return [beside(times.p50, own?.p50), beside(times.p99, own?.p99)];
}

function beside(value: number, own: number | undefined): string {
  const shown = significant(value);
  return own === undefined || own === value ? shown : `${shown} (${significant(value / own)}×)`;
}

/** Returns a number with two significant digits, or as a whole number. */
function significant(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
}

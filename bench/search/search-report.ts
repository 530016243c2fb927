import { tableOf } from "../report.ts";
import type { Parts } from "./measure-engine.ts";
import type { Measured, Times } from "./measured.ts";

const MEBIBYTE = 2 ** 20;

/** Reports the engines at one size, compared with the first of them. */
export function speedBlock(measured: readonly Measured[]): string {
  const [own] = measured;
  if (own === undefined) throw new Error("There is nothing measured to show.");
  const rows = measured.map((one) => [
    one.engine,
    formatComparison(one.buildSeconds, own.buildSeconds),
    formatComparison(one.bytes / MEBIBYTE, own.bytes / MEBIBYTE),
    formatComparison(one.search.p50, own.search.p50),
    formatComparison(one.search.p99, own.search.p99),
    String(one.search.count),
    ...completion(one.suggest, own.suggest),
  ]);
  const heads = ["engine", "build s", "memory MiB", "p50 ms", "p99 ms", "queries"];
  const table = tableOf([...heads, "completion p50 ms", "completion p99 ms"], rows);
  return `### ${own.passages.toLocaleString("en")} passages\n\n${table}`;
}

/** Reports the bytes that each part of Ibid’s library occupies. */
export function memoryBlock(parts: Parts): string {
  return partsTable("MiB", parts, MEBIBYTE);
}

/** Reports the milliseconds that each part of a search takes. */
export function timeBlock(parts: Parts): string {
  return partsTable("ms", parts, 1);
}

function partsTable(unit: string, parts: Parts, divisor: number): string {
  const rows = Object.entries(parts).map(([name, amount]) => [
    name,
    formatSignificant(amount / divisor),
  ]);
  return tableOf(["part", unit], rows);
}

function completion(times: Times | undefined, own: Times | undefined): readonly string[] {
  if (times === undefined) return ["–", "–"];
  return [formatComparison(times.p50, own?.p50), formatComparison(times.p99, own?.p99)];
}

function formatComparison(value: number, own: number | undefined): string {
  const formatted = formatSignificant(value);
  return own === undefined || own === value
    ? formatted
    : `${formatted} (${formatSignificant(value / own)}×)`;
}

/** Returns a number with two significant digits, or as a whole number. */
function formatSignificant(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
}

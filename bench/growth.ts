import { tableOf } from "./report.ts";
import type { Measured } from "./search/measured.ts";

/** The quantities that grow with the passages. */
export const GROWING = [
  { name: "p50, ms", numberOf: (one: Measured) => one.search.p50 },
  { name: "p99, ms", numberOf: (one: Measured) => one.search.p99 },
  { name: "build, s", numberOf: (one: Measured) => one.buildSeconds },
  { name: "memory, MiB", numberOf: (one: Measured) => one.bytes / 2 ** 20 },
] as const;

/** Returns Markdown blocks with the exponent with which each quantity grows, for every engine. */
export function growthBlocks(measured: readonly Measured[]): readonly string[] {
  const rows = [...new Set(measured.map(({ engine }) => engine))].map((engine) => {
    const own = measured.filter((one) => one.engine === engine);
    return [
      engine,
      ...GROWING.map(({ numberOf }) =>
        exponentOf(own.map((one) => [one.passages, numberOf(one)])).toFixed(2),
      ),
      own.map(({ passages }) => passages.toLocaleString("en")).join("; "),
    ];
  });
  return [
    "The exponents of the passages by which each number grows, fitted by least squares on logarithms: with 1, ten times the passages take ten times as much.",
    tableOf(["engine", ...GROWING.map(({ name }) => name), "passages"], rows),
    "![Time and memory against passages, both on logarithmic scales](growth.png)",
  ];
}

/** Returns the slope of the straight line through the logarithms of points, or NaN for fewer than two. */
export function exponentOf(points: readonly (readonly [number, number])[]): number {
  const logarithms = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const middleX = logarithms.reduce((sum, [x]) => sum + x, 0) / points.length;
  const middleY = logarithms.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const covariance = logarithms.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0);
  return covariance / logarithms.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0);
}

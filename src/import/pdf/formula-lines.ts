import type { Column, PdfLine } from "./columns.ts";

/** A line with words, and not only with numbers, signs and the names of variables. */
const WORDS = /\p{L}{3}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Signs of formulas. */
const MATHS = /\p{Sm}|[⁰¹²³⁴-⁹₀-₉]/u;

/** How far apart the baselines of a line and of a part of a formula in it are at most, in ems. */
const MAX_PART_DISTANCE = 0.9;

/** The same for a limit above or below a sum, and its size as a part of that of the formula. */
const MAX_LIMIT_DISTANCE = 1.3;
const MAX_LIMIT_SIZE = 0.85;

/**
 * Marks the lines of formulas that are set in two dimensions, such as fractions, roots and sums with limits, as uncertain: their
 * parts are torn out of the line that they belong to.
 */
export function markFormulas(column: Column): Column {
  const parts = new Set<PdfLine>();
  for (const [index, line] of column.entries()) {
    const next = column[index + 1];
    if (next === undefined || !isOneFormula(line, next)) continue;
    parts.add(line);
    parts.add(next);
  }
  return column.map((line) => (parts.has(line) ? { ...line, isUncertain: true } : line));
}

function isOneFormula(line: PdfLine, next: PdfLine): boolean {
  const lines = [line, next];
  const size = Math.max(line.size, next.size);
  const distance = Math.abs(next.baseline - line.baseline) / size;
  const isBeside = line.right < next.left || next.right < line.left;
  const wordless = lines.filter(({ text }) => !WORDS.test(text));
  if (wordless.length === 0 || isBeside || lines.some(({ text }) => text === "")) return false;
  const isLimit =
    wordless.length === 2 &&
    Math.min(line.size, next.size) <= MAX_LIMIT_SIZE * size &&
    lines.some(({ text }) => MATHS.test(text));
  return distance <= (isLimit ? MAX_LIMIT_DISTANCE : MAX_PART_DISTANCE);
}

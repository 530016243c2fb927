/** The second line of a table, with hyphens for each of its columns. */
const DELIMITER_ROW =
  /^(?=.*\|).*\n[^\S\n]*(?:\|[^\S\n]*)?:?-+:?[^\S\n]*(?:\|[^\S\n]*:?-+:?[^\S\n]*)+(?:\|[^\S\n]*)?(?:\n|$)/;

/** Whether the lines of a paragraph are a table on GitHub. */
export function areTableLines(lines: string): boolean {
  return DELIMITER_ROW.test(lines);
}

/** What somebody typed, in quotation marks unless it has some of its own. */
export function quoteUnlessQuoted(text: string): string {
  return /["“”„«»]/.test(text) ? text : `“${text}”`;
}

/** What somebody typed without its quotation marks: the words alone. */
export function stripQuotationMarks(text: string): string {
  return text
    .replace(/["“”„«»]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** “1 letter”, “27 letters”. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** 1,400: figures in groups of three. */
export function formatNumber(number: number): string {
  return number.toLocaleString("en");
}

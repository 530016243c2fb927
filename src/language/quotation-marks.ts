/** Quotation marks of any language, the opening one and those that may close it. */
export const QUOTATION_MARKS = [
  ["“", "”"],
  ["„", "“”"],
  ["«", "»"],
  ["»", "«"],
  ["‹", "›"],
  ["「", "」"],
  ["『", "』"],
  ["《", "》"],
  ['"', '"'],
  ["＂", "＂"],
] as const;

/** Marks that mean other things too, so that they are trusted only at both ends of a text. */
const AT_ENDS_ONLY = [
  ["‘", "’"],
  ["'", "'"],
  ["”", "”"],
] as const;

/** Whether a text has quotation marks at both ends. */
export function isInQuotationMarks(text: string): boolean {
  return [...QUOTATION_MARKS, ...AT_ENDS_ONLY].some(
    ([open, close]) =>
      text.length > 1 && text.startsWith(open) && close.includes(text.charAt(text.length - 1)),
  );
}

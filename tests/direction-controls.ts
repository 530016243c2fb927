import fc from "fast-check";

const CONTROLS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u202c\u2069";

/** Texts of one line, in Cyrillic letters, with controls of writing direction anywhere. */
export const controlledTexts = fc
  .array(fc.constantFrom(...CONTROLS, ..."жщы", " "), { minLength: 3, maxLength: 12 })
  .map((characters) => `ж${characters.join("")}щ`.replace(/ +/g, " "));

/**
 * Returns the parts of a text with Latin letters or digits within a line, at which a control of writing direction is open.
 * With names and passages of `controlledTexts`, these are words of Ibid that would be shown in another order.
 */
export function reorderedParts(text: string): readonly string[] {
  return text.split(/[\n\r\u0085\u2029]/).filter((line) => {
    let open: string[] = [];
    for (const character of line) {
      if (/[\u202a\u202b\u202d\u202e]/.test(character)) open.push("\u202c");
      else if (/[\u2066-\u2068]/.test(character)) open.push("\u2069");
      else if (character === "\u202c" && open.at(-1) === "\u202c") open.pop();
      else if (character === "\u2069" && open.includes("\u2069"))
        open = open.slice(0, open.lastIndexOf("\u2069"));
      else if (open.length > 0 && /[A-Za-z0-9]/.test(character)) return true;
    }
    return false;
  });
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { closeDirectionControls } from "../../src/foundation/direction-controls.ts";
import { runs } from "../thoroughness.ts";

const control = fc.constantFrom(
  ..."\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
  "a",
  "ש",
  " ",
  "\n",
);

test("controls of writing direction end with their line, and the text stays as it is", () => {
  fc.assert(
    fc.property(fc.array(control, { maxLength: 30 }), (parts) => {
      const text = parts.join("");
      const lines = closeDirectionControls(text).split("\n");
      const original = text.split("\n");
      expect(lines).toHaveLength(original.length);
      for (const [index, line] of lines.entries()) {
        expect(line.startsWith(original[index] ?? "")).toBe(true);
        expect(line.slice(original[index]?.length)).toMatch(/^[\u202c\u2069]*$/);
        // Closed controls need no more closing.
        expect(closeDirectionControls(line)).toBe(line);
      }
    }),
    { numRuns: runs(300) },
  );
});

test.each([
  ["a plain text", "The lamp.", "The lamp."],
  ["an override that is closed", "\u202eabc\u202c", "\u202eabc\u202c"],
  ["an override", "\u202eabc", "\u202eabc\u202c"],
  ["an isolate with an override in it", "\u2067a\u202eb", "\u2067a\u202eb\u202c\u2069"],
  ["an isolate that closes an override", "\u2067a\u202eb\u2069", "\u2067a\u202eb\u2069"],
  ["two lines", "\u202ea\nb", "\u202ea\u202c\nb"],
])("what is open is closed: %s", (_, text, expected) => {
  expect(closeDirectionControls(text)).toBe(expected);
});

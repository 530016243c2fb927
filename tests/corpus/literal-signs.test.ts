import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { expect, test, vi } from "vitest";
import { LITERAL_SIGNS, parseMarkdown } from "../../src/corpus/markdown.ts";
import { runs } from "../thoroughness.ts";

const SIGNS = `a|b c| |\n|  \n|\\\n|[|]|(|)|[x]|](y)|![|*|**|_|\`|\`\`|<|>|<b>|<!--|&|&amp;|\\|!|~|:|[^1]|"|\u00a0|\t|\\[|\n\n|- |> |[x]: /u\n`;

test("A sign that begins and ends nothing is read as without the extension", () => {
  const part = fc.constantFrom(...SIGNS.split("|"));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const markdown = `${parts.join("")}\n\n[^1]: A note.`;
      const treeWith = (...more: (typeof LITERAL_SIGNS)[]) =>
        fromMarkdown(markdown, {
          extensions: [gfmFootnote(), ...more],
          mdastExtensions: [gfmFootnoteFromMarkdown()],
        });
      expect(treeWith(LITERAL_SIGNS)).toEqual(treeWith());
    }),
    { numRuns: runs(500) },
  );
});

test.each(["a [b] c ", "a ] c ", "a [ c ", "a & c ", "a < c ", "a ! [^1] c "])(
  "A paragraph with many of %j is parsed in linear time",
  (part) => {
    /** Returns how many elements of arrays are moved. */
    function workFor(parts: number): number {
      let work = 0;
      const { splice } = Array.prototype;
      const splicing = vi.spyOn(Array.prototype, "splice").mockImplementation(function (
        this: unknown[],
        ...all: [number, number]
      ) {
        if (all[0] > 0) work += this.length - all[0];
        return splice.apply(this, all);
      });
      const { root } = parseMarkdown(part.repeat(parts));
      splicing.mockRestore();
      expect(root.children).toHaveLength(1);
      return work;
    }
    expect(workFor(2000)).toBeLessThan(3 * workFor(1000) + 10_000);
  },
);

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../thoroughness.ts";
import { isGreen, verifierBesideFiller } from "../verifiers.ts";

const SPEECHES = [
  "We saw the three ships go by the cape in the dark of that night.",
  "Then the keeper lit the lamp of the harbour and went to bed.",
  "All were home before the storm of the winter began.",
  "The boats came back in the morning with the tide.",
];
/** Labels that are also small words, initials or nothing else. */
const LABELS = ["DE", "KS", "LA", "AN", "IN", "IT", "A", "Q", "B", "WH"];
const written = fc.constantFrom<(text: string, name: string) => string>(
  (text, name) => `“${text}” — ${name}`,
  (text, name) => `“${text}” (${name})`,
  (text, name) => `«${text}» – ${name}`,
  (text, name) => `${text}\n— ${name}`,
);
/** The speakers of the speeches, of whom one may go on. */
const turns = fc.shuffledSubarray(LABELS, { minLength: 2, maxLength: 2 }).chain((names) =>
  fc.array(fc.constantFrom(...names), {
    minLength: SPEECHES.length,
    maxLength: SPEECHES.length,
  }),
);
const index = fc.integer({ min: 0, max: SPEECHES.length - 1 });
const documentOf = (speakers: readonly string[]) =>
  SPEECHES.map((text, at) => `${speakers[at]}: ${text}`).join("\n\n");

describe("a label that may be a small word or an initial", () => {
  test("is that of the words it is printed before, whichever speaker is next", () => {
    fc.assert(
      fc.property(turns, written, index, (speakers, write, at) => {
        const quoted = write(SPEECHES[at] ?? "", speakers[at] ?? "");
        const verdict = verifierBesideFiller(documentOf(speakers)).verify(quoted);
        expect([quoted, verdict]).toMatchObject([
          quoted,
          {
            kind: expect.stringMatching(/^(?:exact|typography)$/),
            marks: [{ kind: "attribution" }],
          },
        ]);
      }),
      { numRuns: runs(100) },
    );
  });

  test("is not that of the words of another", () => {
    fc.assert(
      fc.property(turns, written, index, index, (speakers, write, at, named) => {
        fc.pre(speakers[at] !== speakers[named]);
        const quoted = write(SPEECHES[at] ?? "", speakers[named] ?? "");
        const verdict = verifierBesideFiller(documentOf(speakers)).verify(quoted);
        const kinds = "marks" in verdict ? verdict.marks.map(({ kind }) => kind) : [];
        const isHeld = isGreen(verdict) && !kinds.includes("unconfirmed-origin");
        expect([quoted, isHeld]).toEqual([quoted, false]);
      }),
      { numRuns: runs(100) },
    );
  });

  test("is read as the beginning of the next passage on no line of its own, even where it negates", () => {
    const { verify } = verifierBesideFiller(documentOf(["KS", "NO", "KS", "NO"]));
    expect(isGreen(verify(`${SPEECHES[0]}\n— NO`))).toBe(false);
  });
});

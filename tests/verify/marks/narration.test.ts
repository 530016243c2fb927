import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../thoroughness.ts";
import { verifierBesideFiller } from "../verifiers.ts";

const FIRST = "The lamp of the tower was lit at dusk by the old keeper";
const LAST = "and the boats of the valley came home before the storm";
const SAID = ["said the miller", "Ada wrote to her sister", "he answered at last"];
/** The words of a speaker that a narrator interrupts, as languages write them. */
const FORMS: readonly ((said: string) => string)[] = [
  (said) => `— ${FIRST}, — ${said}, — ${LAST}.`,
  (said) => `«${FIRST}, — ${said}, — ${LAST}».`,
  (said) => `—${FIRST} —${said}—, ${LAST}.`,
  (said) => `– ${FIRST} – ${said} – ${LAST}.`,
  (said) => `“${FIRST},” ${said}, “${LAST}.”`,
  (said) => `„${FIRST},“ ${said}, „${LAST}.“`,
];

describe("the words of a narrator within those of a speaker", () => {
  test("are named if a quotation leaves them out, and all others are changes", () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORMS), fc.constantFrom(...SAID), (write, said) => {
        const { verify } = verifierBesideFiller(write(said));
        for (const quoted of [`${FIRST}, ${LAST}`, `${FIRST} ${LAST}`]) {
          const verdict = verify(quoted);
          const words = verdict.kind === "shortened" ? verdict.gaps.map((gap) => gap.words) : [];
          expect([write(said), verdict.kind, words]).toEqual([
            write(said),
            "shortened",
            [said.split(" ").length],
          ]);
        }
        const changed = `${FIRST}, ${LAST}`.replace("boats", "ships");
        expect(verify(changed).kind).toBe("altered");
      }),
      { numRuns: runs(40) },
    );
  });

  test("are no interruption if they deny, or if no one speaks", () => {
    const denied = verifierBesideFiller(`— ${FIRST}, — said nobody, — ${LAST}.`);
    expect(denied.verify(`${FIRST}, ${LAST}`).kind).toBe("altered");
    const explained = verifierBesideFiller(`${FIRST} — a man of the valley — ${LAST}.`);
    expect(explained.verify(`${FIRST} ${LAST}`).kind).toBe("altered");
  });
});

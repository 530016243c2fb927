import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../thoroughness.ts";
import { isGreen, kindsOfMarks, verifierBesideFiller } from "../verifiers.ts";

const SPEECHES = [
  "Light the lamp of the harbour before the boats come in from the sea.",
  "I saw the barge with the oil go by the cape at noon.",
  "Then we shall wait for the morning and for the boats of the others.",
  "Do you hear the men of the village upon the stairs of the tower?",
];
const NAMES = ["Kari", "Halla"];
const label = fc.constantFrom<(name: string) => string>(
  (name) => `${name.toUpperCase()}.`,
  (name) => `${name.toUpperCase()}`,
  (name) => `${name.toUpperCase()} *(laughing)*.`,
  (name) => `${name.toUpperCase()} [at the door].`,
  (name) => `**${name}**`,
  (name) => `**${name.toUpperCase()}.**`,
  (name) => `*${name}.*`,
  (name) => `${name}.`,
  (name) => `${name}:`,
  (name) => `## ${name.toUpperCase()}`,
  (name) => `## ${name}.`,
);
const written = fc.constantFrom<(name: string, text: string) => string>(
  (name, text) => `${name}: “${text}”`,
  (name, text) => `“${text}” — ${name}`,
  (name, text) => `“${text}” (${name})`,
  (name, text) => `“${text}” (${name.toUpperCase()})`,
  (name, text) => `${text}\n— ${name}`,
);
const index = fc.integer({ min: 0, max: SPEECHES.length - 1 });
const nameAt = (at: number) => NAMES[at % NAMES.length] ?? "";

describe("a speaker on a line of its own", () => {
  test("speaks the passages after it, up to the next one", () => {
    fc.assert(
      fc.property(label, written, index, fc.nat({ max: 1 }), (labelOf, write, at, named) => {
        const printed = SPEECHES.map((text, one) => `${labelOf(nameAt(one))}\n\n${text}`);
        const front = "title: The Barge of Nore\n";
        const { verify } = verifierBesideFiller(printed.join("\n\n"), "en", front);
        const quoted = write(nameAt(named), SPEECHES[at] ?? "");
        const verdict = verify(quoted);
        // The line with the label may be read as words of the quotation too.
        const isHeld = isGreen(verdict) && !/un/.test(kindsOfMarks(verdict).join());
        const isOwn = at % NAMES.length === named;
        expect([printed[0], quoted, isHeld]).toEqual([printed[0], quoted, isOwn]);
      }),
      { numRuns: runs(150) },
    );
  });

  test("is none where the line does not repeat: a short sentence, or the heading of a chapter", () => {
    const { verify } = verifierBesideFiller(
      `## Kari\n\n${SPEECHES[0]}\n\nIndeed.\n\n${SPEECHES[1]} Halla saw it too.`,
    );
    expect(kindsOfMarks(verify(`“${SPEECHES[0]}” — Kari`))).toEqual(["attribution"]);
    expect(kindsOfMarks(verify(`“${SPEECHES[1]}” — Halla`))).not.toEqual(["other-origin"]);
  });
});

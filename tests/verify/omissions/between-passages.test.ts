import { describe, expect, test } from "vitest";
import { libraryOf } from "../../library.ts";
import { isGreen, verdictAgainst, verifierOf } from "../verifiers.ts";

describe("between two passages", () => {
  const document = libraryOf({
    "a.md": [
      "The keeper lit the lamp at dusk.",
      "## Second night",
      "The oil ran out before morning came.",
      "```\ncode\n```",
      "A boat answered him out of the dark.",
      "Nobody slept in the tower that night.",
      "| oil | wick |\n| --- | --- |\n| 2 | 3 |",
      "A ship came with bread at noon.",
    ].join("\n\n"),
  });
  const verdict = (quoted: string) => verifierOf(document).verify(quoted);

  test.each([
    ["the lamp at dusk. The oil ran out", ["heading"]],
    ["before morning came. A boat answered him", ["code"]],
    ["in the tower that night. A ship came with bread", ["table"]],
  ])("what is left out is named: %s", (quoted, interruptions) => {
    expect(verdict(quoted)).toMatchObject({ kind: "shortened", gaps: [{ interruptions }] });
  });

  test("passages are left out before a heading that is quoted", () => {
    const quoted =
      "before morning came. A boat answered him out of the dark. Third night A ship came";
    const more = verifierOf(
      libraryOf({
        "a.md": [
          "The oil ran out before morning came.",
          "A boat answered him out of the dark.",
          "Nobody slept in the tower at all.",
          "## Third night",
          "A ship came with bread at noon.",
        ].join("\n\n"),
      }),
    );
    const verdict = more.verify(quoted);
    expect(
      verdict.kind === "altered" && [
        verdict.changes
          .filter(({ isSame }) => !isSame)
          .map(({ printed, quoted }) => [printed, quoted]),
        verdict.marks,
      ],
    ).toEqual([
      [["Nobody slept in the tower at all", ""]],
      [{ kind: "heading", text: "Third night" }],
    ]);
  });

  test("nothing is left out where one reads on", () => {
    expect(verdict("out of the dark. Nobody slept in the tower").kind).toBe("exact");
  });

  test.each([
    ["image", "![A lamp in the fog](lamp.png)"],
    ["image", '<img src="lamp.png" alt="A lamp in the fog">'],
    ["break", "---"],
    ["break", "* * *"],
    ["break", "⁂"],
    ["break", "— ~ —"],
    ["break", "2."],
    ["code", "```\nlamp()\n```"],
    ["table", "| a | b |\n|---|---|\n| 1 | 2 |"],
    ["table", "<table><tr><td>1</td></tr></table>"],
    ["formula", "$$\nE = mc^2\n$$"],
    ["formula", "```math\nE = mc^2\n```"],
    ["html", "<div>A lamp</div>"],
    ["html", "<center><iframe src='lamp.html'></iframe></center>"],
    ["break", "<hr>"],
    ["heading", "### Dusk"],
  ])("%s is named where one reads across it: %s", (interruption, between) => {
    const printed = `The keeper lit the lamp at dusk.\n\n${between}\n\nA boat answered him out of the dark.`;
    expect(verdictAgainst("lit the lamp at dusk. A boat answered him", printed)).toMatchObject({
      kind: "shortened",
      gaps: [{ words: 0, interruptions: [interruption] }],
    });
  });

  test.each(['<div class="log">', "</div>", "<br>", "<!-- a remark -->"])(
    "%s is nothing that is left out",
    (between) => {
      const printed = `The keeper lit the lamp at dusk.\n\n${between}\n\nA boat answered him out of the dark.`;
      expect(verdictAgainst("lit the lamp at dusk. A boat answered him", printed).kind).toBe(
        "exact",
      );
    },
  );

  const NUMBERED =
    "The keeper climbed the stair at dusk.\n\n### § 2. Of the oil\n\nThe oil was poured into the barrel.\n\n## Chapter 1: The Gale\n\nThe keeper of the bell lit a second lamp.";
  test.each([
    ["§ 2. Of the oil The oil was poured into", "§ 2. Of the oil"],
    ["Of the oil. The oil was poured into", "Of the oil"],
    ["climbed the stair at dusk. § 2. Of the oil. The oil", "§ 2. Of the oil"],
    ["The Gale. The keeper of the bell lit", "The Gale"],
    ["Chapter 1: The Gale\n\nThe keeper of the bell lit", "Chapter 1: The Gale"],
  ])("a heading with a number is the heading, with or without it: %s", (quoted, heading) => {
    expect(verdictAgainst(quoted, NUMBERED)).toMatchObject({
      kind: "exact",
      marks: [{ kind: "heading", text: heading }],
    });
  });

  test.each([
    "§ 3. Of the oil The oil was poured into",
    "Chapter 2: The Gale. The keeper of the bell lit",
    "Of no oil. The oil was poured into the barrel",
  ])("another heading is none: %s", (quoted) => {
    expect(isGreen(verdictAgainst(quoted, NUMBERED))).toBe(false);
  });

  test.each([
    ["before the gale. The boat was tied to the pier", "It was noted in the log of the night"],
    [
      "climbed the stair. The boat was tied to the pier",
      "The oil was poured into the barrel before the gale. It was noted in the log of the night",
    ],
  ])("words that are left out without an ellipsis are the only difference: %s", (quoted, left) => {
    const printed =
      "The keeper climbed the stair.\n\nThe oil was poured into the barrel before the gale.\n\n> It was noted in the log of the night.\n\nThe boat was tied to the pier in the north.";
    const verdict = verdictAgainst(quoted, printed);
    expect(
      verdict.kind === "altered" &&
        verdict.changes
          .filter(({ isSame }) => !isSame)
          .map(({ printed, quoted }) => [printed, quoted]),
    ).toEqual([[left, ""]]);
  });

  test("an image within a paragraph interrupts nothing", () => {
    const printed =
      "The keeper lit ![a lamp](lamp.png) the lamp.\n\nA boat answered ![](x.png) him.";
    expect(isGreen(verdictAgainst("keeper lit the lamp. A boat answered him", printed))).toBe(true);
  });

  test.each([
    "the lamp at dusk. Second night",
    "the lamp at dusk. Second night.",
    "the lamp at dusk. Second night The oil ran out",
    "Second night The oil ran out before morning",
  ])("a heading that is quoted is the heading: %s", (quoted) => {
    expect(verdict(quoted)).toMatchObject({
      kind: "exact",
      marks: [{ kind: "heading", text: "Second night" }],
    });
  });
});

describe("Markdown around words", () => {
  const printed =
    "The loss was −5 crowns and the captain’s bond held 5! ways and 6′ of snake\\_rope in 1907.";
  test.each([
    "The loss was −**5** crowns and the captain’s bond",
    "the captain**’s** bond held **5**! ways and **6**′ of snake_rope",
    "The loss was **−5** crowns and the __captain’s__ bond",
    "The loss was *−5 crowns* and the _captain’s_ bond",
    "||The loss was −5|| crowns and the captain’s bond",
  ])("divides no word and no sign from its number: %s", (quoted) => {
    expect(isGreen(verdictAgainst(quoted, printed))).toBe(true);
  });

  test.each([
    "The loss was **5** crowns and the captain’s bond",
    "The loss was −**6** crowns and the captain’s bond",
    "bond held **5** ways and 6′ of snake_rope in 1907",
    "The loss was −5 crowns and the captain’s bond ~~held~~ 5! ways",
  ])("hides no other word: %s", (quoted) => {
    expect(isGreen(verdictAgainst(quoted, printed))).toBe(false);
  });
});

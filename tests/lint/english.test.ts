import { describe, expect, test } from "vitest";
import { findUncatalogued } from "../../lint/find-uncatalogued.ts";
import { findWordings } from "../../lint/find-wordings.ts";

describe("the check of our English", () => {
  test.each([
    ["a line comment", "src/a.ts", "// The tables stand below.\n"],
    ["a comment of several lines", "src/a.ts", "// The tables\n// stand below.\n"],
    [
      "the prose of a typedef",
      "page/a.js",
      "/**\n * Tables that stand below.\n *\n * @typedef {object} Table\n */\n",
    ],
    ["the prose after a tag", "page/a.js", "/** @param {{ a: string }} table stands below */\n"],
    ["a test’s name", "tests/a.test.ts", 'test("tables stand below", () => {});\n'],
    ["a sentence in code", "src/a.ts", 'throw new Error("The tables stand below.");\n'],
  ])("finds a word in %s", (_, file, source) => {
    expect(findWordings(file, source)).toEqual([
      `${file}:1: “${/stands?/.exec(source)?.[0]}”: write is, appears, is listed.`,
    ]);
  });

  test("finds a word in the second paragraph of a comment", () => {
    const source = "/**\n * Returns rows.\n *\n * What has no date is left out.\n */\n";
    expect(findWordings("src/a.ts", source)).toHaveLength(1);
  });

  test.each(["What", "Who", "Whatever", "Whoever"])("finds a clause with %s as subject", (word) => {
    const source = `/** ${word} can fail returns a result. */\n`;
    expect(findWordings("src/a.ts", source)).toContainEqual(
      expect.stringMatching(/write a noun as the subject\.$/),
    );
  });

  test.each([
    [
      "the data of a test",
      "tests/a.test.ts",
      'test("finds a row", () => ask("the rows stand below"));',
    ],
    ["code in a comment", "src/a.ts", "// Calls `stand` in the end."],
    [
      "the names and types in a tag",
      "page/a.js",
      "/** @param {(stand: Stand) => void} stand is called once */",
    ],
    [
      "the rule after biome-ignore",
      "src/a.ts",
      "// biome-ignore lint/a/stand: the rows are sorted.",
    ],
    ["a question", "src/a.ts", "// What is this? A row."],
    ["whatever as an object", "src/a.ts", "// Returns whatever the caller has passed."],
  ])("leaves %s alone", (_, file, source) => {
    expect(findWordings(file, source)).toEqual([]);
  });
});

describe("the check for sentences outside of the catalogue", () => {
  test.each([
    ["a sentence", 'print("The corpus does not load.");'],
    ["a sentence around values", `print(\`There are \${count} problems in \${folder} now.\`);`],
    ["a clause", 'const reason = "because it is damaged";'],
  ])("finds %s", (_, source) => {
    expect(findUncatalogued("src/a.ts", source)).toEqual([
      expect.stringMatching(/^src\/a\.ts:1: “.*”: move it into the catalogue\.$/),
    ]);
  });

  test.each([
    ["an error that only a stack shows", 'throw new Error("The piece is not what was written.");'],
    ["a list of words", 'const TAGS = "a area base body".split(" ");'],
    ["a command to type", 'const example = { command: "check my letters" };'],
    ["code", 'const example = "`a b c d`";'],
    [
      "the message of an error class",
      'class A extends Error { constructor() { super("It is not so."); } }',
    ],
  ])("leaves %s alone", (_, source) => {
    expect(findUncatalogued("src/a.ts", source)).toEqual([]);
  });

  test("leaves tests and the catalogue alone", () => {
    const source = 'const text = "The corpus does not load.";';
    expect(findUncatalogued("tests/a.ts", source)).toEqual([]);
    expect(findUncatalogued("src/catalogue/en/tools.ts", source)).toEqual([]);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

const SENTENCES = [
  "The keeper lit the lamp at dusk, and three ships went by the pier.",
  "Nobody saw the boats that came home in the dark of that night.",
  "He slept until the oil was gone, and then the storm was over.",
];

/** Breaks a sentence into lines of three words. */
function wrap(sentence: string): string {
  return sentence.replace(/((?:\S+ ){2}\S+) /g, "$1\n");
}

test("A page that is a text file in preformatted blocks is read as the file would be", async () => {
  const wrapped = fc.constantFrom(...SENTENCES).map(wrap);
  await fc.assert(
    fc.asyncProperty(
      fc.array(wrapped, { minLength: 3, maxLength: 12 }),
      fc.constantFrom(
        (text: string) => `<pre>${text}</pre>`,
        (text: string) => `<h1>Lamp</h1><pre>\n<a name="t"></a>${text}</pre>`,
        (text: string) =>
          `<nav>Menu of lamps</nav><div><pre>${text.replaceAll("\n", "<br>")}</pre></div>`,
      ),
      async (paragraphs, write) => {
        const text = paragraphs.join("\n\n");
        const file = await importManuscript("a.txt", text);
        const page = await importManuscript("a.html", `<html><body>${write(text)}</body></html>`);
        expect(textsOf(page)).toEqual(textsOf(file));
      },
    ),
    { numRuns: runs(20) },
  );
});

test("A word that the end of a line divides in such a page is joined, and words outside are counted", async () => {
  const lines = [
    "He kept the light-",
    "house of the cape",
    "",
    "and its lighthouse.",
    "",
    ...SENTENCES,
  ];
  const page = await importManuscript(
    "a.html",
    `<body><h1>The Lamp</h1><pre>${lines.join("\n")}</pre></body>`,
  );
  expect(textsOf(page).join(" ")).toContain("He kept the lighthouse of the cape");
  expect(page.remarks.map(inEnglish)).toContain(
    "2 words were left out, outside of the main part of the page.",
  );
});

test.each([
  ["paragraphs", `<p>${SENTENCES[0]}</p>`],
  ["items", `<ul><li>${SENTENCES[0]}</li></ul>`],
  ["many words", `<div>${SENTENCES.join(" ")}</div>`],
])("A page with %s outside of its preformatted block is none", async (_, html) => {
  const page = `<body>${html}<pre>${SENTENCES.map(wrap).join("\n\n")}</pre></body>`;
  const { length } = SENTENCES;
  const texts = textsOf(await importManuscript("a.html", page));
  expect(texts.slice(-length).map((text) => text.replaceAll("\n", " "))).toEqual(SENTENCES);
  expect(texts.join(" ")).toContain(SENTENCES[0]);
  expect(texts.length).toBeGreaterThan(length);
});

test.each([
  ["code", "<pre><code>lamp.light();\n\nsea();</code></pre>", []],
  ["raised numbers", "<pre>The lamp.<sup>1</sup>\n\nThe sea.</pre>", ["The lamp.", "The sea."]],
])("A preformatted block with %s is no text file", async (_, html, texts) => {
  const page = await importManuscript("a.html", `<body>${html}<p>The end came.</p></body>`);
  expect(textsOf(page)).toEqual([...texts, "The end came."]);
});

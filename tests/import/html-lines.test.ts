import fc from "fast-check";
import { expect, test } from "vitest";
import { manuscriptFromHtml } from "../../src/import/html/html.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { markedTextsOf, textsOf } from "./passages.ts";

/** Returns the manuscript of a page that is not refused. */
function manuscriptOf(html: string) {
  const manuscript = manuscriptFromHtml(`<!doctype html><body>${html}</body>`);
  if ("error" in manuscript) throw new Error(inEnglish(manuscript.error));
  return manuscript;
}

const word = fc.constantFrom(
  ...["bell", "quay", "lamp", "tide", "keeper", "Nebel", "Möwe", "ночь", "берег", "noche", "barca"],
);
const line = fc.array(word, { minLength: 4, maxLength: 8 }).map((words) => words.join(" "));

/** A poem with the numbers of each fifth or tenth line, from any line on. */
const poem = fc.record({
  lines: fc.array(line, { minLength: 21, maxLength: 45 }),
  step: fc.constantFrom(5, 10),
  before: fc.constantFrom(0, 5, 120, 400),
});

type Form = (lines: readonly string[], numbers: readonly (number | undefined)[]) => string;

/** Joins lines, each with its number in a form. */
function joinLines(separator: string, numbered: (line: string, number: number) => string): Form {
  return (lines, numbers) =>
    lines
      .map((words, index) => {
        const number = numbers[index];
        return number === undefined ? words : numbered(words, number);
      })
      .join(separator);
}

function wrapIn(before: string, form: Form, after: string): Form {
  return (lines, numbers) => before + form(lines, numbers) + after;
}

const RIGHT_CELL: Form = (lines, numbers) =>
  lines
    .map((words, index) => `<tr><td>${words}</td><td>${numbers[index] ?? ""}</td></tr>`)
    .join("");
const LEFT_CELL: Form = (lines, numbers) =>
  lines
    .map((words, index) => `<tr><td>${numbers[index] ?? "&nbsp;"}</td><td>${words}</td></tr>`)
    .join("");

/** How pages set the numbers of lines beside them. */
const FORMS: readonly Form[] = [
  wrapIn(
    "<pre>",
    joinLines("\n", (words, number) => words.padEnd(70) + number),
    "</pre>",
  ),
  wrapIn(
    "<pre>",
    joinLines("\n", (words, number) => `${words}\t\t${number}  `),
    "</pre>",
  ),
  wrapIn(
    "<pre>",
    joinLines("\n", (words, number) => `${words} <b>${number}</b>`),
    "</pre>",
  ),
  wrapIn(
    "<p>",
    joinLines("<br>", (words, number) => `${words}&emsp;&emsp;&emsp;${number}`),
    "</p>",
  ),
  wrapIn(
    "<p>",
    joinLines("<br>\n", (words, number) => `${words} <i>${number}</i>`),
    "</p>",
  ),
  wrapIn(
    "<p>",
    joinLines("<br>\n", (w, n) => `${w}<span class="r">${n}</span>`),
    "</p>",
  ),
  wrapIn(
    "<p>",
    joinLines("<br>\n", (w, n) => `<a name="l${n}">${n}</a> ${w}`),
    "</p>",
  ),
  wrapIn(
    "<p>",
    joinLines("<br>\n", (w, n) => `<a id="n${n}" href="#n${n}">${n}</a>${w}`),
    "</p>",
  ),
  wrapIn(
    "<p>",
    joinLines("<br>", (w, n) => `<span style="float:right">[${n}]</span>${w}`),
    "</p>",
  ),
  wrapIn(
    "<div><div>",
    joinLines("</div><div>", (w, n) => `${w}<small>${n}</small>`),
    "</div></div>",
  ),
  wrapIn("<table>", RIGHT_CELL, "</table>"),
  wrapIn("<table>", LEFT_CELL, "</table>"),
];

test("Numbers that count the lines of a page are marks, wherever it sets them", () => {
  fc.assert(
    fc.property(poem, fc.constantFrom(...FORMS), ({ lines, step, before }, form) => {
      const numbers = lines.map((_, index) => {
        const number = before + index + 1;
        return number % step === 0 ? number : undefined;
      });
      const manuscript = manuscriptOf(form(lines, numbers));
      const words = textsOf(manuscript).join("\n");
      expect(words.split("\n").map((text) => text.trim())).toEqual(lines);
      const marks = markedTextsOf(manuscript)
        .join("\n")
        .match(/\[\^l\d+\]/g);
      expect(marks).toEqual(numbers.flatMap((number) => (number ? [`[^l${number}]`] : [])));
    }),
    { numRuns: runs(60) },
  );
});

test("Each line of a transcript can have its number, in an element of its own", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 6, maxLength: 25 }), fc.boolean(), (lines, isPre) => {
      const html = lines
        .map((words, index) => `<span>${index + 1}</span> ${words}`)
        .join(isPre ? "\n" : "<br>");
      const manuscript = manuscriptOf(isPre ? `<pre>${html}</pre>` : `<p>${html}</p>`);
      expect(textsOf(manuscript)).toEqual([lines.join("\n")]);
    }),
    { numRuns: runs(30) },
  );
});

test("Sentences in a table can be numbered by its first cells", () => {
  const verses = ["The keeper lit the lamp at dusk.", "And three ships went by.", "No one saw it."];
  const rows = verses.map((verse, index) => `<tr><td>${index + 7}.</td><td>${verse}</td></tr>`);
  expect(textsOf(manuscriptOf(`<table>${rows.join("")}</table>`))).toEqual(verses);
});

test("Numbers beside other words stay words", () => {
  const prices = ["Oil", "Bread", "Fish", "Rope", "Salt", "Tar", "Wool"];
  const rows = prices.map((name, index) => `${name}          ${5 * (index + 1)}`);
  expect(textsOf(manuscriptOf(`<pre>${rows.join("\n")}</pre>`)).join("\n")).toContain("35");
  const entries = prices.map((name, index) => `${name} the Keeper of It ${3 + 7 * index}`);
  const list = entries.map((entry) => entry.replace(/(\d+)$/, "<span>$1</span>")).join("<br>");
  expect(textsOf(manuscriptOf(`<p>${list}</p>`))).toEqual([entries.join("\n")]);
  const paragraphs = prices.map(
    (name, index) => `<p><b>${index + 1}</b> ${name} was sold here.</p>`,
  );
  const text = textsOf(manuscriptOf(paragraphs.join(""))).join(" ");
  expect(text).toContain("Oil was sold here.");
});

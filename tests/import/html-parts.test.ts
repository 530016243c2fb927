import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { manuscriptFromHtml } from "../../src/import/html/html.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { headingsOf, notesOf, textsOf } from "./passages.ts";

/** Returns the manuscript of a page that is not refused. */
function manuscriptOf(html: string) {
  const manuscript = manuscriptFromHtml(`<!doctype html><body>${html}</body>`);
  if ("error" in manuscript) throw new Error(inEnglish(manuscript.error));
  return manuscript;
}

const SENTENCE =
  "The keeper lit the lamp at dusk, and three ships went by the cape in the dark of the night.";

const name = fc.constantFrom("Previous", "Nächstes", "Índice", "Главная", "2", "目次", "VII", "→");
const links = fc
  .array(fc.tuple(name, fc.constantFrom("a.htm", "../b/c.html#d", "https://quill.test/")), {
    minLength: 2,
    maxLength: 9,
  })
  .map((all) => all.map(([text, href]) => `<a href="${href}">${text}</a>`));

/** The rows and lists in which pages have links. */
const rows = [
  (all: readonly string[]) => `<p>${all.join(" | ")}</p>`,
  (all: readonly string[]) => `<div align="center">[ ${all.join(" · ")} ]<br></div>`,
  (all: readonly string[]) => `<ul>${all.map((link) => `<li>${link}</li>`).join("")}</ul>`,
  (all: readonly string[]) =>
    `<table><tr>${all.map((link) => `<td>${link}</td>`).join("")}</tr></table>`,
  (all: readonly string[]) => `${all.join("&nbsp;&nbsp;")}<hr>`,
];

describe("links above and below the text of a page", () => {
  test("are navigation, which is reported", () => {
    const row = fc.tuple(fc.constantFrom(...rows), links).map(([form, all]) => form(all));
    fc.assert(
      fc.property(row, row, fc.boolean(), (above, below, hasTitle) => {
        const title = hasTitle ? "<h1>The Lamp</h1>" : "";
        const manuscript = manuscriptOf(
          `${above}${title}<p>${SENTENCE}</p><p>He slept.</p>${below}<p><a href="#top">↑ Top</a></p>`,
        );
        expect(textsOf(manuscript)).toEqual([SENTENCE, "He slept."]);
        expect(manuscript.remarks.map(inEnglish)).toEqual([
          "Left out beside the text: navigation.",
        ]);
      }),
      { numRuns: runs(40) },
    );
  });

  test("are words on a page without a text, within the text, and in a sentence", () => {
    const index =
      '<h1>Letters</h1><ul><li><a href="1.htm">First</a></li><li><a href="2.htm">Second</a></li></ul>';
    expect(textsOf(manuscriptOf(index))).toEqual(["First", "Second"]);
    const words = "in the year of the lamp he slept".split(" ");
    const linked = words.map((word) => `<a href="${word}.htm">${word}</a>`).join(" ");
    const page = `<p>${linked}</p><p>${SENTENCE}</p><p><a href="b.htm">Bell</a> <a href="c.htm">Cape</a></p><p>${SENTENCE}</p>`;
    expect(textsOf(manuscriptOf(page))).toEqual([
      ...[words.join(" "), SENTENCE, "Bell Cape", SENTENCE],
    ]);
    const single = `<p><a href="b.htm">The bell of Harl</a></p><p>${SENTENCE}</p>`;
    expect(textsOf(manuscriptOf(single))).toEqual(["The bell of Harl", SENTENCE]);
  });
});

test("Headers, labels and forms of programs around a text are no part of it", () => {
  const page = `<div title="header"><p>The Lamp</p></div>
    <p><span style="mso-list:Ignore">1.<span style="font:7pt Times">&nbsp; </span></span>${SENTENCE}</p>
    <p>* * *</p><p>*&emsp;*&emsp;*<br>*&emsp;*</p>
    <div><p>Subscribe for free.</p><form><input type="email"><button>Go</button></form></div>
    <p>${SENTENCE} ${SENTENCE} ${SENTENCE}</p><p>He slept.</p><div title="footer"><p>12</p></div>`;
  const manuscript = manuscriptOf(page);
  expect(textsOf(manuscript)).toEqual([
    ...[SENTENCE, `${SENTENCE} ${SENTENCE} ${SENTENCE}`, "He slept."],
  ]);
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "Left out beside the text: the header of the page, forms, the footer of the page.",
    "Labels of numbered paragraphs were left out, or are only numbers: “1.”.",
  ]);
});

test("Notes at the margin are notes, and a title above nothing but notes is left out", () => {
  const mark = '<a id="r1" href="#n1">[1]</a>';
  const note = '<p id="n1"><a href="#r1">[1]</a> At Cape Hollow.</p>';
  for (const name of ["sidenote", "side-note x", "marginal-note"]) {
    const page = `<h2>I</h2><div class="${name}">The boats.</div><p>${SENTENCE}${mark}</p>`;
    const manuscript = manuscriptOf(`${page}<h3>FOOTNOTES:</h3>${note}`);
    expect(textsOf(manuscript)).toEqual([SENTENCE]);
    expect(notesOf(manuscript)).toEqual(["The boats.", "At Cape Hollow."]);
    expect(headingsOf(manuscript)).toEqual(["## I"]);
    const other = manuscriptOf(`${page}<h3>Notes</h3>${note}<p>He slept.</p>`);
    expect(headingsOf(other)).toEqual(["## I", "### Notes"]);
  }
});

test("A page of frames names the pages in them", () => {
  const manuscript = manuscriptFromHtml(
    '<html><frameset cols="20%,80%"><frame src="menu.htm"><frame src="text.htm"></frameset></html>',
  );
  if ("error" in manuscript) throw new Error(inEnglish(manuscript.error));
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "This page shows others in frames: “menu.htm”, “text.htm”. Import those pages as well.",
  ]);
});

test("Raised numbers after the labels of paragraphs are those of notes", () => {
  const labels = ["a) ", "2) ", "(3) ", "4. ", "§ 5. ", "12a) "];
  const html = labels.map((label, index) => `<p>${label}<sup>${14 + index}</sup>${SENTENCE}</p>`);
  const manuscript = manuscriptOf(html.join(""));
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "Reference marks of notes (6) were taken out of the words.",
  ]);
  const verses = [1, 2, 3].map((number) => `<sup>${number}</sup> ${SENTENCE}`).join(" ");
  expect(manuscriptOf(`<p>${verses}</p>`).remarks.map(inEnglish)).toEqual([
    "Numbers of verses, sentences or paragraphs (3) were taken out of the words.",
  ]);
});

test("A stroke through a part of a word does not divide it", () => {
  const letters = fc.constantFrom("car", "ita", "Nebel", "ночь", "ö");
  const struck = fc.constantFrom(
    (text: string) => `<s>${text}</s>`,
    (text: string) => `<span style="text-decoration: line-through">${text}</span>`,
  );
  fc.assert(
    fc.property(letters, letters, fc.boolean(), struck, (one, other, isFirst, strike) => {
      const word = isFirst ? strike(one) + other : one + strike(other);
      const manuscript = manuscriptOf(
        `<p>The ${word} burned, and ${strike("he slept")} it went out.</p>`,
      );
      expect(textsOf(manuscript)).toEqual([
        `The ${one}${other} burned, and ~~he slept~~ it went out.`,
      ]);
      expect(manuscript.remarks.map(inEnglish)).toEqual([
        "1 stroke through a part of a word was left out. The letters are in the words.",
      ]);
    }),
    { numRuns: runs(20) },
  );
  const replaced =
    "<p>It was <del>sold</del><ins>bought</ins>, and <del>car</del><ins>mar</ins>ried.</p>";
  expect(textsOf(manuscriptOf(replaced))).toEqual(["It was ~~sold~~bought, and ~~car~~married."]);
  expect(textsOf(manuscriptOf("<p>燈<s>台</s>に火</p>"))).toEqual(["燈~~台~~に火"]);
});

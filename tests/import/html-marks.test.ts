import fc from "fast-check";
import { expect, test } from "vitest";
import { manuscriptFromHtml } from "../../src/import/html/html.ts";
import type { Manuscript } from "../../src/import/manuscript.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { headingsOf, markedTextsOf, notesOf, textsOf } from "./passages.ts";

/** Returns the manuscript of a page that is not refused. */
function manuscriptOf(html: string): Manuscript {
  const manuscript = manuscriptFromHtml(html);
  if ("error" in manuscript) throw new Error(inEnglish(manuscript.error));
  return manuscript;
}

/** Returns all lines of a manuscript that readers see as its words, headings included. */
function linesOf(manuscript: Manuscript): readonly string[] {
  const headings = headingsOf(manuscript).map((heading) => heading.replace(/^#+ /, ""));
  return [...headings, ...textsOf(manuscript)].map((line) => line.replace(/[\\*]/g, ""));
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI"];

/** The number of a chapter that links to an entry of a list, with what the page then shows of it. */
const CHAPTERS = [
  (id: string, entry: string, label: string) =>
    [`<h2 id="${id}"><a href="#${entry}">${label}</a>.</h2>`, `${label}.`] as const,
  (id: string, entry: string, label: string) =>
    [`<h3><a id="${id}" href="#${entry}">${label}</a>. Storm</h3>`, `${label}. Storm`] as const,
  (id: string, entry: string, label: string) =>
    [`<h2 id="${id}"><b><a href="#${entry}">[${label}]</a></b></h2>`, `[${label}]`] as const,
  (id: string, entry: string, label: string) =>
    [`<p id="${id}"><a href="#${entry}">${label}</a></p>`, label] as const,
  (id: string, entry: string, label: string) =>
    [`<p><a id="${id}" href="#${entry}">${label}</a> Calm</p>`, `${label} Calm`] as const,
];

test("Numbers of chapters that link to a list and back are words, and those of notes are not", () => {
  const chapter = fc.record({
    form: fc.constantFrom(...CHAPTERS),
    entryForm: fc.constantFrom(...CHAPTERS),
    isRaised: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(chapter, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      fc.constantFrom(ROMAN, ["1", "2", "3", "4", "5", "6"]),
      (chapters, isListFirst, labels) => {
        const parts = chapters.map(({ form, entryForm, isRaised }, index) => {
          const label = labels[index] ?? "";
          const [heading, shown] = form(`c${index}`, `e${index}`, label);
          const [entry, shownEntry] = entryForm(`e${index}`, `c${index}`, label);
          const number = isRaised ? `<sup>${index + 1}</sup>` : `[${index + 1}]`;
          const text = `<p>The lamp of ${index} was lit<a id="r${index}" href="#n${index}">${number}</a> at dusk.</p>`;
          const note = `<p id="n${index}"><a href="#r${index}">${index + 1}</a> With oil of ${index}.</p>`;
          const list = `${entry}<p>A lamp, a pier.</p>`;
          return { chapter: heading + text, list, note, shown: [shown, shownEntry] };
        });
        const lists = parts.map(({ list }) => list).join("");
        const body = parts.map((part) => part.chapter).join("");
        const notes = parts.map(({ note }) => note).join("");
        const manuscript = manuscriptOf(`${isListFirst ? lists + body : body + lists}${notes}`);
        const expected = parts.flatMap(({ shown }, index) => [
          ...shown,
          `The lamp of ${index} was lit at dusk.`,
          "A lamp, a pier.",
        ]);
        expect(linesOf(manuscript).toSorted()).toEqual(expected.toSorted());
        expect(notesOf(manuscript)).toEqual(parts.map((_, index) => `With oil of ${index}.`));
      },
    ),
    { numRuns: runs(60) },
  );
});

/** A note as a program writes it, within the text or beside it. */
const NOTE_FORMS = [
  (label: string, note: string) =>
    `<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">${label}</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">${label}</sup><span class="ltx_tag ltx_tag_note">${label}</span>${note}</span></span></span>`,
  (label: string, note: string) =>
    `<span class="footnote"><sup>${label}</sup> <span class="footnote-text">${note}</span></span>`,
  (_: string, note: string) =>
    `<label for="m" class="margin-toggle">⊕</label><input type="checkbox" id="m"><span class="marginnote">${note}</span>`,
  (label: string, note: string) =>
    `<span class="sidenote"><span class="sidenote-number">${label}</span>${note}</span>`,
];

test("A note within a paragraph is one note with one mark, without the number that it repeats", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...NOTE_FORMS), { minLength: 1, maxLength: 4 }),
      fc.constantFrom("", " at dusk"),
      (forms, rest) => {
        const html = forms.map(
          (form, index) =>
            `<p>The lamp ${index}a burns${form(`${index + 1}`, "Oil of whales.")}${rest}.</p>`,
        );
        const manuscript = manuscriptOf(html.join(""));
        expect(textsOf(manuscript)).toEqual(
          forms.map((_, index) => `The lamp ${index}a burns${rest}.`),
        );
        expect(notesOf(manuscript)).toEqual(forms.map(() => "Oil of whales."));
        const count = (text: string) => text.match(/\[\^/g)?.length;
        expect(markedTextsOf(manuscript).map(count)).toEqual(forms.map(() => 1));
      },
    ),
    { numRuns: runs(40) },
  );
});

test("A note’s own text may have a class of notes, and begin with a link to its place", () => {
  const manuscript = manuscriptOf(
    `<p>It was lit,<sup class="footnote">[<a href="#fa" title="See a">a</a>]</sup> and burned.</p><ol><li id="fa"><a href="#x1">Lamp 1:1</a> <span class="footnote-text">Or <i>at noon</i></span></li></ol>`,
  );
  expect(textsOf(manuscript)).toEqual(["It was lit, and burned."]);
  expect(notesOf(manuscript)).toEqual(["Lamp 1:1 Or at noon"]);
});

test("A number with a letter is a mark if its note links back, and otherwise a word", () => {
  const note = (link: string) =>
    `<div class="item" id="c1"><span>${link}</span><p>Words substituted by an Act.</p></div>`;
  const text = `<p>Light it at dusk<a href="#c1" id="r1">F1</a>and see table <a href="#t1">A1</a>.</p><div id="t1">Table A1</div>`;
  const linked = manuscriptOf(text + note('<a href="#r1">F1</a>'));
  expect(textsOf(linked)).toEqual(["Light it at dusk and see table A1.", "Table A1"]);
  expect(notesOf(linked)).toEqual(["Words substituted by an Act."]);
  expect(textsOf(manuscriptOf(text + note("F1")))[0]).toBe("Light it at duskF1and see table A1.");
});

test("A raised link to a note that links back is a mark, whatever its label says", () => {
  const label = fc
    .tuple(
      fc.constantFrom("A #", "Anm. #", "Anmerkung #", "прим. #", "注釈 #", "nb #", "lower-alpha #"),
      fc.integer({ min: 1, max: 99 }),
      fc.constantFrom("[@]", "@", "<span>[</span>@<span>]</span>", "&#91;@&#93;"),
    )
    .map(([words, number, brackets]) => brackets.replace("@", words.replace("#", `${number}`)));
  const back = fc.constantFrom(
    '<a href="#r1">↑</a> <span>Of oil.</span>',
    '<p>Of oil. <a href="#r1">↩</a></p>',
    '<span><b><a href="#r1">^</a></b></span> Of oil.',
  );
  const place = fc.constantFrom(
    (mark: string) => `<sup id="r1"><a href="#n1">${mark}</a></sup>`,
    (mark: string) => `<sup><a href="#n1" id="r1">${mark}</a></sup>`,
    (mark: string) => `<span id="r1"><sup><a href="#n1">${mark}</a></sup></span>`,
  );
  fc.assert(
    fc.property(label, back, place, (printed, note, mark) => {
      const page = (item: string) =>
        manuscriptOf(
          `<p>The keeper lit the lamp${mark(printed)} and slept.</p><p>Ships came.</p><ol><li id="n1">${item}</li></ol>`,
        );
      expect(textsOf(page(note))).toEqual(["The keeper lit the lamp and slept.", "Ships came."]);
      expect(notesOf(page(note))).toEqual(["Of oil."]);
    }),
    { numRuns: runs(60) },
  );
  const top = '<p id="top">The keeper<sup><a href="#n2" id="r2">at noon</a></sup> slept.</p>';
  const unanswered = manuscriptOf(`${top}<ul><li id="n2"><a href="#top">The lamp.</a></li></ul>`);
  expect(textsOf(unanswered)[0]).toContain("at noon");
});

test("Labels that a style sets apart are not joined with the words after them", () => {
  const label = fc.constantFrom("1", "(1)", "(a)", "II.", "§ 3", "Reed (1907)", "1.2.3");
  const name = fc.constantFrom("LegDS LegP1No", "ltx_tag", "num", "pnumber", "list-marker label");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(label, name), { minLength: 1, maxLength: 3 }),
      fc.constantFrom("Every keeper", "“Light it”", "(as said)"),
      (labels, words) => {
        const spans = labels.map(
          ([text, className]) => `<span class="${className}">${text}</span>`,
        );
        const manuscript = manuscriptOf(`<p>${spans.join("")}<span>${words}</span> shall.</p>`);
        const shown = [...labels.map(([text]) => text), words].join(" ");
        expect(textsOf(manuscript)).toEqual([`${shown} shall.`]);
      },
    ),
    { numRuns: runs(40) },
  );
  expect(textsOf(manuscriptOf('<p>H<span class="num">2</span>O is wet.</p>'))).toEqual([
    "H2O is wet.",
  ]);
});

test("A number that an attribute repeats is that of a page, a line or a verse", () => {
  const inText = fc.constantFrom(
    ...["page", "column", "line", "verse"].map(
      (kind) => (number: number) => `<span data-${kind}-number="${number}">${number}</span>`,
    ),
    (number: number) => `<span class="column-number">${number}</span>`,
    (number: number) => `<span class="pagenum" data-page-number="${number}">&#8203;</span>`,
  );
  fc.assert(
    fc.property(inText, fc.integer({ min: 1, max: 170 }), (mark, number) => {
      const manuscript = manuscriptOf(`<p>${mark(number)}The keeper ${mark(number + 1)}slept.</p>`);
      expect(textsOf(manuscript)).toEqual(["The keeper slept."]);
      expect(manuscript.remarks).toHaveLength(1);
      const block = manuscriptOf(
        `<p data-column="${number}"><span class="x">${number}</span> Ayes ${number}, <b>Noes</b> 12.</p>`,
      );
      expect(textsOf(block)).toEqual([`Ayes ${number}, Noes 12.`]);
      const other = `<p data-line="${number}">He had <b>${number}</b> boats, <i data-n="7">7</i>.</p>`;
      expect(textsOf(manuscriptOf(other))).toEqual([`He had ${number} boats, 7.`]);
    }),
    { numRuns: runs(40) },
  );
});

test("The number of a chapter before a verse is no word, but that of a heading is", () => {
  const verse = '<sup class="versenum">2 </sup>And it burned.';
  const page = `<h2><span class="chapter-number">3</span> Dusk</h2><p><span class="chapternum">3 </span>It was lit. ${verse}</p>`;
  expect(linesOf(manuscriptOf(page))).toEqual(["3 Dusk", "It was lit. And it burned."]);
  expect(textsOf(manuscriptOf('<p><span class="chapternum">3 </span>boats</p>'))).toEqual([
    "3 boats",
  ]);
});

test("The header of a box within the text is its heading, and a wiki’s licence is the publisher’s", () => {
  const manuscript = manuscriptOf(
    `<header>Our site</header><p>It was lit.</p><div class="box"><header><p>Goals</p></header><p>Three boats.</p></div><div class="licenseContainer">In the public domain.</div>`,
  );
  expect(textsOf(manuscript)).toEqual(["It was lit.", "Goals", "Three boats."]);
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "Left out beside the text: the header of the page, sections of the publisher.",
  ]);
});

test("A formula that a page has twice is written once, and words for the eye alone stay", () => {
  const math = "<math><msup><mi>e</mi><mi>x</mi></msup></math>";
  const drawn = '<span class="d" aria-hidden="true"><span>ex</span></span>';
  fc.assert(
    fc.property(
      fc.constantFrom("span", "mjx-container", "b"),
      fc.boolean(),
      fc.boolean(),
      (tag, isFirst, isWrapped) => {
        const spoken = isWrapped ? `<span>${math}</span>` : math;
        const both = isFirst ? drawn + spoken : spoken + drawn;
        const page = `<p>It is <${tag}>${both}</${tag}> at <i aria-hidden="true">dusk</i>.</p>`;
        expect(textsOf(manuscriptOf(page))).toEqual(["It is eˣ at dusk."]);
      },
    ),
    { numRuns: runs(12) },
  );
  expect(textsOf(manuscriptOf(`<p>${math} <i aria-hidden="true">dusk</i></p>`))).toEqual([
    "eˣ dusk",
  ]);
});

test("The picture of a formula is left out untold only beside the formula", () => {
  const picture = '<img class="mwe-math-fallback-image-inline" alt="{\\displaystyle 5!}">';
  const alone = manuscriptOf(`<p>In ${picture} ways.</p>`);
  expect(alone.remarks.map(inEnglish)).toEqual(["1 picture was left out."]);
  const both = `<p>In <span><span class="mwe-math-mathml-inline" style="display:none"><math><mn>7</mn></math></span>${picture}</span> ways.</p>`;
  expect(textsOf(manuscriptOf(both))).toEqual(["In 7 ways."]);
});

test("Signs and letters raised after variables are parts of them, unless a note explains a sign", () => {
  const page = (note: string) =>
    manuscriptOf(
      `<p>The a<sub>i</sub><sup>2</sup>, R<sup>j</sup><sub>k</sub>, A<sup>T</sup> and <i>V</i><sup>*</sup> of 5<sup>th</sup> May.</p>${note}`,
    );
  expect(textsOf(page(""))).toEqual(["The aᵢ², Rʲₖ, Aᵀ and V* of 5th May."]);
  const noted = page("<p>* A dual space.</p>");
  expect(textsOf(noted)).toEqual(["The aᵢ², Rʲₖ, Aᵀ and V of 5th May."]);
  expect(notesOf(noted)).toEqual(["A dual space."]);
});

test.each([
  ["﴿١﴾", "﴿٢﴾"],
  ["﴾1﴿", "﴾2﴿"],
  ["﴿ ۱ ﴾", "﴿ ۲ ﴾"],
  ["۝١", "۝٢"],
  ["\u06dd1", "\u06dd2"],
])("The number of a verse in the signs that only verses have is a mark: %s", (first, second) => {
  const manuscript = manuscriptOf(
    `<p>أشعل الحارس المصباح ${first} ومرت ثلاث سفن <span>${second}</span></p>`,
  );
  expect(textsOf(manuscript)).toEqual(["أشعل الحارس المصباح ومرت ثلاث سفن"]);
  expect(markedTextsOf(manuscript).join()).toMatch(/\[\^v1\].*\[\^v2\]/);
});

test("A number in an element of its own that clings to a capitalized word at the beginning of a sentence is a mark", () => {
  const number = fc.integer({ min: 1, max: 176 });
  const tag = fc.constantFrom("span", "b", "strong", "font", "i");
  fc.assert(
    fc.property(number, tag, fc.boolean(), (value, name, hasVerse) => {
      const verse = hasVerse ? "<sup>1</sup>" : "";
      const html = `<p>The night was dark. <${name}>${value}</${name}>${verse}The oil was short.</p>`;
      expect(textsOf(manuscriptOf(html))).toEqual(["The night was dark. The oil was short."]);
    }),
    { numRuns: runs(40) },
  );
});

test.each([
  ["<p>It is in <b>3</b>D, on page <b>12</b> The end.</p>", "It is in 3D, on page 12 The end."],
  ["<p>See<b>2</b>the lamp.</p>", "See2the lamp."],
  ["<p>The <span>7</span>Up can.</p>", "The 7Up can."],
  ["<p>Ships came: <b>3</b> Of them sank.</p>", "Ships came: 3 Of them sank."],
  ["<p><b>3</b>월에 등불을 켰다.</p>", "3월에 등불을 켰다."],
])("A number in bold that no verse has stays: %s", (html, text) => {
  expect(textsOf(manuscriptOf(html))).toEqual([text]);
});

test.each([
  '<p><a id="p2" href="#p2">¶2</a> Three ships went by.</p>',
  '<p id="p2"><a href="#p2">2</a> Three ships went by.</p>',
  '<p id="p2"><a href="#p2">[2]</a> Three ships went by.</p>',
  '<p id="p2"><span><a href="#p2">#2</a></span> Three ships went by.</p>',
])("A number that links to its own paragraph is no word: %s", (html) => {
  const manuscript = manuscriptOf(html);
  expect(textsOf(manuscript)).toEqual(["Three ships went by."]);
  expect(manuscript.remarks.map(inEnglish).join()).toContain("1 link that edits the page");
});

test.each([
  ['<p id="p2"><a href="#p3">2</a> ships went by.</p>', "2 ships went by."],
  ['<p id="p2"><a href="#p2">§ 2</a> Ships pay.</p>', "§ 2 Ships pay."],
  ['<p id="p2"><a href="#p2">Two</a> ships went by.</p>', "Two ships went by."],
])("A link to another place, or with words, stays: %s", (html, text) => {
  expect(textsOf(manuscriptOf(html))).toEqual([text]);
});

test("The numbers of paragraphs by their class are marks", () => {
  const numbers = ["par-num", "paragraph-number", "paraNo", "paragraph_no".replace("_", "-")];
  for (const name of numbers) {
    const html = [1, 2, 3].map(
      (n) => `<p><span class="${name}">${n}.</span> The lamp was lit.</p>`,
    );
    expect(textsOf(manuscriptOf(html.join("")))).toEqual(Array(3).fill("The lamp was lit."));
  }
});

test.each([
  '<sup>[<a href="#m">a]</a></sup>',
  '<sup>[<a href="#m">a</a>]</sup>',
  '<sup><a href="#m">[a</a>]</sup>',
  '<sup>(<a href="#m">a)</a>,</sup>',
])("The brackets of a raised mark are no words, whichever are in the link: %s", (mark) => {
  const html = `<p>The keeper lit the lamp.${mark} He slept.</p><p id="m">With oil.</p>`;
  expect(textsOf(manuscriptOf(html))).toEqual(["The keeper lit the lamp. He slept."]);
});

test.each(["주1)", "주 1)", "注1", "[註1]", "註1)"])(
  "A raised mark with the word for notes has its note: %s",
  (mark) => {
    const html = `<p>등대지기는 등불을 켰다.<sup>${mark}</sup></p><p>${mark} 고래기름으로.</p>`;
    expect(notesOf(manuscriptOf(html))).toEqual(["고래기름으로."]);
  },
);

test.each([
  ["x<sub>i,j</sub>", "x_(i,j)"],
  ["x<sub>b</sub>", "x_(b)"],
  ["NaCl<sub>(aq)</sub>", "NaCl_(aq)"],
  ["A<sub>1,2</sub>", "A_(1,2)"],
  ["Lamp<sub>small print of it</sub>", "Lampsmall print of it"],
  ["10<sup>h</sup> 30<sup>m</sup>", "10h 30m"],
  ["30<sup>m</sup> 12<sup>s</sup>", "30m 12s"],
  ["of 2<sup>m</sup> ships", "of 2ᵐ ships"],
])("Indexes are not joined with their base, and times have words: %s", (html, text) => {
  expect(textsOf(manuscriptOf(`<p>It is ${html} now.</p>`))).toEqual([`It is ${text} now.`]);
});

test.each([
  '<a href="endnotes.xhtml#note-12" epub:type="noteref">12</a>',
  '<a href="notes.html#n12" role="doc-noteref">[12]</a>',
  '<a href="../notes.html#n12" class="footnote-ref">*</a>',
  '<a href="notes.html#n12">12</a>',
  '<sup><a href="notes.html#n12">12</a></sup>',
  '<span epub:type="noteref">12</span>',
])("A reference to a note in another file is a mark: %s", (mark) => {
  const read = manuscriptOf(
    `<p>The keeper lit the lamp${mark} and slept. It was late,${mark} and no one saw him.</p>`,
  );
  expect(textsOf(read)).toEqual([
    "The keeper lit the lamp and slept. It was late, and no one saw him.",
  ]);
});

test("A number that leads to another page is a word where a space is before it, or where it begins a paragraph", () => {
  const link = '<a href="rules.html#r12">12</a>';
  const read = manuscriptOf(`<p>See rule ${link} of the harbour.</p><p>${link} ships came.</p>`);
  expect(textsOf(read)).toEqual(["See rule 12 of the harbour.", "12 ships came."]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { manuscriptFromHtml } from "../../src/import/html/html.ts";
import type { Manuscript } from "../../src/import/manuscript.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { headingsOf, markedTextsOf, notesOf, textsOf } from "./passages.ts";
import { importError, importManuscript } from "./read-manuscripts.ts";

/** Returns the manuscript of a page that is not refused. */
function manuscriptOf(html: string): Manuscript {
  const manuscript = manuscriptFromHtml(html);
  if ("error" in manuscript) throw new Error(inEnglish(manuscript.error));
  return manuscript;
}

test("The text of a page is read without the boilerplate around it", () => {
  const manuscript = manuscriptOf(`<!doctype html><html><head><title>T</title>
<style>p { color: red }</style><script>document.write("<p>No.</p>")</script></head>
<body><header>Our site</header><nav><a href="/">Home</a></nav>
<main><header><h1>On the <em>drills</em></h1></header>
<p>The first   paragraph
goes on.</p><p hidden>Hidden.</p><p style="display: none">Nor this.</p>
<blockquote><p>Quoted <b>words</b>.</p><footer>Somebody</footer></blockquote>
<template><p>Template</p></template><noscript>Switch it on.</noscript><svg><text>Drawn</text></svg>
<aside><p>Beside.</p></aside><form><p>Your name</p><input value="x"></form>
<ul><li>One</li><li><p>Two</p></li></ul>
<p><img src="x.png" alt="A picture"> Last.</p></main><footer>Imprint</footer></body></html>`);
  expect(headingsOf(manuscript)).toEqual(["# On the *drills*"]);
  expect(textsOf(manuscript)).toEqual([
    "The first paragraph goes on.",
    "Quoted words.",
    "Somebody",
    "One",
    "Two",
    "Last.",
  ]);
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "Left out beside the text: the header of the page, navigation, the footer of the page, hidden parts, text for browsers without scripts, frames or media, drawings, asides, forms.",
    "1 picture was left out.",
  ]);
});

test("Without a main element the body is read, except its own header and footer", () => {
  const manuscript = manuscriptOf(
    "<body><header>Site</header><section><header>Part</header><p>Words.</p></section><footer>©</footer>",
  );
  expect(textsOf(manuscript)).toEqual(["Part", "Words."]);
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "Left out beside the text: the header of the page, the footer of the page.",
  ]);
});

test("Parts are named by their roles, and links are counted one by one", () => {
  const manuscript = manuscriptOf(
    `<body><div role="navigation">Home</div><div role="banner">Site</div><p>Words.</p><h2>Part<span class="mw-editsection">[<a href="?action=edit">edit</a> | <a href="?veaction=edit">edit source</a>]</span></h2><select><option>One</option></select></body>`,
  );
  expect(textsOf(manuscript)).toEqual(["Words."]);
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "Left out beside the text: navigation, the header of the page, fields of forms.",
    "2 links that edit the page or lead to a part of it were left out.",
  ]);
});

test("A page of 10,000 formulas and superscripts in one paragraph is read in linear time", () => {
  const formula = "<math><msup><mi>x</mi><mn>2</mn></msup></math> and 10<sup>6</sup> ";
  const count = 10_000;
  const [text = ""] = textsOf(manuscriptOf(`<p>${`The sum is ${formula}`.repeat(count)}</p>`));
  expect(text.match(/The sum is x² and 10⁶/g)).toHaveLength(count);
});

test("Fractions and formulas are words, and no marks", async () => {
  const page = `<p>About <sup>1</sup>⁄<sub>2</sub> mile, or 6<sup>3</sup>/<sub>4</sub> of it.<sup>1</sup></p>
<p>It is a<sup>2</sup> + q<sub>s</sub><sup>1</sup>, and <math><mi>u</mi><mfenced open="[" close="]"><mn>1</mn><mn>2</mn></mfenced></math>
or <math><mi>K</mi><mo>=</mo><mo>{</mo><mn>0</mn><mo>}</mo></math>, <math><mo>|</mo><mn>12</mn><mo>|</mo></math>, <math><msup><mi>A</mi><mo>*</mo></msup></math>.</p>`;
  const manuscript = await importManuscript("a.html", page);
  expect(textsOf(manuscript)).toEqual([
    "About ¹⁄₂ mile, or 6³/₄ of it.",
    "It is a² + qₛ¹, and u[1, 2] or K={0}, |12|, A^(*).",
  ]);
  expect(manuscript.remarks.map(inEnglish)).toContain(
    "Reference marks of notes (1) were taken out of the words.",
  );
});

test("Paragraphs that begin with the sign of a list are no notes", async () => {
  const items = ["oil", "wick", "glass", "keeper"].map((word) => `<p>* A ${word}</p>`).join("");
  const manuscript = await importManuscript("a.html", `<p>The lamp* has:</p>${items}`);
  expect(textsOf(manuscript)).toEqual([
    "The lamp* has:",
    "* A oil",
    "* A wick",
    "* A glass",
    "* A keeper",
  ]);
});

test("Line breaks are kept, and two consecutive breaks separate paragraphs", () => {
  const manuscript = manuscriptOf(
    "<p>One<br>two <i>and<br></i> three<br><br>Four<br></p><pre>\n  a *b*\n\tc\n\nd</pre><p><br></p>",
  );
  expect(textsOf(manuscript)).toEqual(["One\ntwo and\nthree", "Four", "a *b*\nc", "d"]);
});

test.each([
  ["a rule without an end", "a".repeat(1_000_000)],
  ["comments without an end", "/*".repeat(500_000)],
])("a style sheet may have %s", (_, css) => {
  // With patterns for rules and comments, these took minutes.
  const page = `<html><head><style>${css}</style></head><body><p>The lamp</p></body></html>`;
  expect(textsOf(manuscriptOf(page))).toEqual(["The lamp"]);
});

test("Words that a style sheet sets on lines of their own are not joined", async () => {
  const style =
    "<style>p.poem > span, .l { color: red; display: block } /* b { display: block } */</style>";
  const page = `<html><head>${style}</head><body><p class="poem"><span>How bright,</span><span>how <b>da</b>rk.</span></p><p>The <span class="l">lamp</span>failed<sup class="l">1</sup>.</p><div class="stanza"><span class="l">A line</span><span class="l">B line</span></div><p><i style="display: block">One</i><i>two</i></p></body></html>`;
  expect(textsOf(await importManuscript("a.html", page))).toEqual([
    "How bright,\nhow dark.",
    "The\nlamp\nfailed.",
    "A line\nB line",
    "One\ntwo",
  ]);
});

test.each([
  ["a link", `<a href="https://example.org/"><h2>Lamps</h2><p>Lit at dusk.</p>By the shore.</a>`],
  ["a part of a line", "<span><h2>Lamps</h2><div>Lit at dusk.</div>By the shore.</span>"],
  ["an unknown element", "<x-card><h2>Lamps</h2><p>Lit at dusk.</p>By the shore.</x-card>"],
])("The words of blocks in %s are not joined", (_, html) => {
  const manuscript = manuscriptOf(`<body>${html}</body>`);
  expect(headingsOf(manuscript)).toEqual(["## Lamps"]);
  expect(textsOf(manuscript)).toEqual(["Lit at dusk.", "By the shore."]);
});

test("Blocks in a heading, in preformatted text and in a caption are lines of their own", () => {
  const manuscript = manuscriptOf(
    `<body><h2><div>The Lamp</div><p>and the Sea</p></h2><pre><div>One line</div><div>and another</div></pre>
<table><caption><p>Of lamps.</p><p>And ships.</p></caption><tr><td>Three</td></tr></table></body>`,
  );
  expect(headingsOf(manuscript)).toEqual(["## The Lamp and the Sea"]);
  expect(textsOf(manuscript)).toEqual([
    "One line\nand another",
    "Of lamps.",
    "And ships.",
    "Three",
  ]);
});

test("A sentence directly in a list is one item, with the emphasis in it", () => {
  const manuscript = manuscriptOf(
    "<body><ul>The <i>Ada</i> came in<li>and the Ruth</li>at <b>dusk</b>.</ul></body>",
  );
  expect(textsOf(manuscript)).toEqual(["The Ada came in", "and the Ruth", "at dusk."]);
});

test("A picture between two words does not join them, and one of a letter is the letter", () => {
  const manuscript = manuscriptOf(
    `<body><p>The lamp<img src="a.png" alt="a lamp">was lit.</p><p>A co<img src="b.png" alt="ꝑ">fect day.</p></body>`,
  );
  expect(textsOf(manuscript)).toEqual(["The lamp was lit.", "A coꝑfect day."]);
});

test("Headings within quotations and lists are paragraphs, which a corpus reads", () => {
  const manuscript = manuscriptOf(
    "<body><h1>Laws</h1><blockquote><h3>Article 1</h3><p>Light the lamp.</p></blockquote><ul><li><h4>Oil</h4>Daily.</li></ul></body>",
  );
  expect(headingsOf(manuscript)).toEqual(["# Laws"]);
  expect(textsOf(manuscript)).toEqual(["Article 1", "Light the lamp.", "Oil", "Daily."]);
});

test("Words that a browser shows without being text are reported", () => {
  const manuscript = manuscriptOf(
    `<body><p>Words.</p><p><input type="submit" value="Send"></p><iframe srcdoc="<p>Within</p>"></iframe></body>`,
  );
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "Left out beside the text: fields of forms, text for browsers without scripts, frames or media.",
  ]);
  expect(manuscriptOf(`<p>Words.<input type="hidden" value="x"></p>`).remarks).toEqual([]);
});

test.each([
  ["By <sup>14</sup>C we date it, and by (<sup>3</sup>He).", "By ¹⁴C we date it, and by (³He)."],
  ["<sup>235</sup>U and <sup>12</sup><sub>6</sub>C", "²³⁵U and ¹²₆C"],
  ["Of H<sub>2</sub><sup>18</sup>O.", "Of H₂¹⁸O."],
  ["<sup>14</sup>He came. <sup>15</sup>I saw. <sup>16</sup>O sea!", "He came. I saw. O sea!"],
  ["<sup>14</sup>Cain rose, <sup>15</sup>Nobody did.", "Cain rose, Nobody did."],
  ["The lamp<sup>14</sup> C", "The lamp C"],
  ["<math><mmultiscripts><mi>C</mi><mprescripts/><none/><mn>14</mn></mmultiscripts></math>", "¹⁴C"],
])("A number raised before a symbol is the mass of an isotope: %s", (html, text) => {
  expect(textsOf(manuscriptOf(`<p>${html}</p>`))).toEqual([text]);
});

test("Markdown’s special characters in a page are plain text", () => {
  const text = `1. *a* _b_ \`c\` # [d](e) &lt;b&gt; &amp;amp; \\ | ~~x~~ 5 &gt; 3 “q” it's — f<wbr>g&shy;h&nbsp;i`;
  expect(textsOf(manuscriptOf(`<p>${text}</p>`))).toEqual([
    "1. *a* _b_ `c` # [d](e) <b> &amp; \\ | ~~x~~ 5 > 3 “q” it's — fg\u00ADh\u00A0i",
  ]);
});

test("Words are preserved in any nesting of emphasis, links and line breaks", () => {
  const signs = [
    ..."*_`#[]()!\\<>&|~$:.-+1’“”—é😀훈",
    ...["word", " ", "  ", "\n", "1. ", "- ", "> ", "&amp;", "<b>", "http://x.y", "\u00A0", "==="],
  ];
  const text = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 6 }).map((one) => ({
    html: one.join("").replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
    words: one.join(""),
  }));
  const { inline } = fc.letrec<{ inline: Inline }>((tie) => ({
    inline: fc.oneof(
      { depthSize: "small" },
      text,
      fc.constant({ html: "<br>", words: "\n" }),
      fc
        .tuple(
          fc.constantFrom("b", "em", "strong", "i", "a href='https://x.org/(a)*'", "code", "span"),
          fc.array(tie("inline"), { maxLength: 3 }),
        )
        .map(([tag, inner]) => ({
          html: `<${tag}>${inner.map(({ html }) => html).join("")}</${tag.split(" ")[0]}>`,
          words: inner.map(({ words }) => words).join(""),
        })),
    ),
  }));
  fc.assert(
    fc.property(fc.array(inline, { maxLength: 6 }), (parts) => {
      const page = `<p>${parts.map(({ html }) => html).join("")}</p>`;
      const words = parts.map(({ words }) => words).join("");
      expect(collapseSpace(textsOf(manuscriptOf(page)).join(" "))).toBe(collapseSpace(words));
    }),
    { numRuns: runs(120) },
  );
});

test("Code and ruby bases keep their words, deletions their strokes, and `q` elements get quotation marks", () => {
  const manuscript = manuscriptOf(
    "<p>Type <code>x  =*1*</code>, <del>not</del> <kbd>y</kbd>, <q>and <q>so</q> on</q>. <ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby> <math><mi>x</mi></math>end</p>",
  );
  expect(textsOf(manuscript)).toEqual(["Type x =*1*, ~~not~~ y, “and ‘so’ on”. 漢 xend"]);
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "1 formula was written on one line.",
    "1 reading above letters was left out.",
    "2 quotations were put in quotation marks, which the page leaves to browsers.",
  ]);
});

test("Words that an element or a style strikes through keep their strokes in each block", () => {
  const manuscript = manuscriptOf(
    `<style>.c3 { color: red; text-decoration: line-through }</style><p>He is <del> never </del>late, <strike><b>no</b></strike> one <span style="text-decoration-line: line-through">hardly</span> <span class="c3">ever <s>always</s></span> came<s>, today</s>.<s><sup>1</sup></s> <u>Under</u> <s>a ~ b</s></p><del><p>One <i>two</i></p><ul><li>three<br>four</li></ul></del>`,
  );
  expect(textsOf(manuscript)).toEqual([
    "He is ~~never~~ late, ~~no~~ one ~~hardly~~ ~~ever always~~ came~~, today~~. Under a ~ b",
    "~~One two~~",
    "~~three\nfour~~",
  ]);
});

test("Strokes change no other words", () => {
  const { inline } = fc.letrec<{ inline: string }>((tie) => ({
    inline: fc.oneof(
      fc.constantFrom(
        "lamp",
        " lamp ",
        " ",
        "<br>",
        "<sup>1</sup>",
        "漢字",
        "<p>oil</p>",
        "<li>wick",
      ),
      fc
        .record({
          tag: fc.constantFrom("b", "em", "s", "del", "span", "div"),
          parts: fc.array(tie("inline"), { maxLength: 3 }),
        })
        .map(({ tag, parts }) => `<${tag}>${parts.join("")}</${tag}>`),
    ),
  }));
  fc.assert(
    fc.property(fc.array(inline, { maxLength: 6 }), (parts) => {
      const html = parts.join("");
      const struck = textsOf(manuscriptOf(`<p>A</p><del>${html}</del>`)).slice(1);
      const plain = textsOf(
        manuscriptOf(`<p>A</p><div>${html}</div>`.replace(/<\/?(?:s|del)>/g, "")),
      );
      expect(struck.join("\n").replaceAll("~~", "").split(/\s+/)).toEqual(
        plain.slice(1).join("\n").split(/\s+/),
      );
      for (const text of struck) expect(text).toMatch(/^~~[^~]+~~$/);
    }),
    { numRuns: runs(100) },
  );
});

test("A table row becomes a paragraph, unless its cells contain several blocks", () => {
  const manuscript = manuscriptOf(
    `<table><caption>Losses</caption><thead><tr><th>Day</th><th>Ships</th></tr></thead>
<tbody><tr><td><p>5 <b>August</b></p></td><td>3</td></tr><tr><td> </td><td></td></tr></tbody></table>
<table><tr><td><h2>Left</h2><p>Words.</p></td><td><table><tr><td>In</td><td>it</td></tr></table></td></tr></table>
<table><tr><td>Alone</td></tr></table>`,
  );
  expect(textsOf(manuscript)).toEqual([
    "Losses",
    "Day | Ships",
    "5 August | 3",
    "Words.",
    "In | it",
    "Alone",
  ]);
  expect(headingsOf(manuscript)).toEqual(["## Left"]);
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "3 rows of tables were written as one paragraph each, with “|” between cells.",
    "1 row of a table has cells of several paragraphs, and was written cell after cell.",
  ]);
});

test.each([
  ['The lamp<span class="footnote-ref">7</span> failed.', "The lamp failed."],
  ["The lamp<sup>1</sup><sup>,</sup><sup>2</sup> failed.", "The lamp failed."],
  ['It failed. <span class="pagenum">|14|</span>We lit it.', "It failed. We lit it."],
  ['It failed. <span class="pagenum">[p. 14]</span> We lit it.', "It failed. We lit it."],
  ['The lamp failed<span style="float: right">15</span>', "The lamp failed"],
  ['The lamp<span style="float: right">failed</span>', "The lampfailed"],
  ['<img alt="T" src="t.png">he lamp failed.', "The lamp failed."],
  ['<img alt="T" src="t.png"><span class="sc">HE</span> lamp.', "THE lamp."],
  ['<img alt="T" src="t.png">The lamp failed.', "The lamp failed."],
])("A paragraph %j has the words “%s”", (html, text) => {
  expect(textsOf(manuscriptOf(`<p>${html}</p>`))).toEqual([text]);
});

test.each([
  ["<msup><mi>x</mi><mn>2</mn></msup>", "x²"],
  ["<mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>", "mc^2"],
  [
    "<msup><mi>e</mi><mrow><mi>i</mi><mi>π</mi></mrow></msup><mo>=</mo><mo>-</mo><mn>1</mn>",
    "e^(iπ)=-1",
  ],
  ["<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "(a+b)/2"],
  ["<msub><mi>x</mi><mn>1</mn></msub><mo>&#x2062;</mo><msqrt><mi>y</mi></msqrt>", "x₁√y"],
  ["<semantics><mi>x</mi><annotation>\\x</annotation></semantics>", "x"],
  ["<mfenced><mi>a</mi><mi>b</mi></mfenced>", "(a, b)"],
])("A formula is written in one line: %s", (formula, text) => {
  const { remarks, ...manuscript } = manuscriptOf(`<p>It is <math>${formula}</math> now.</p>`);
  expect(textsOf(manuscript)).toEqual([`It is ${text} now.`]);
  expect(remarks.map(inEnglish)).toEqual(["1 formula was written on one line."]);
});

test("A formula of MediaWiki is read although its picture is shown", () => {
  const manuscript = manuscriptOf(`<p>It is <span class="mwe-math-mathml-inline"
style="display: none"><math><mi>x</mi></math></span><img class="mwe-math-fallback-image-inline"
alt="{\\displaystyle x}"> now.</p>`);
  expect(textsOf(manuscript)).toEqual(["It is x now."]);
});

test("A link from a note back to the text is no reference, and its paragraph no note", () => {
  const manuscript = manuscriptOf(`<p>The lamp failed.<sup id="r1"><a href="#n1">[1]</a></sup></p>
<p>We lit it.<sup id="r2"><a href="#n1">[1]</a></sup></p>
<ol><li id="n1">^ <a href="#r1"><sup>a</sup></a> <a href="#r2"><sup>b</sup></a> At dusk.</li></ol>`);
  expect(textsOf(manuscript)).toEqual(["The lamp failed.", "We lit it."]);
  expect(notesOf(manuscript)).toEqual(["At dusk."]);
});

test("Links that edit a section are left out of its heading", () => {
  const link = (words: string) => `<a href="/w/index.php?title=X&amp;action=edit">${words}</a>`;
  const manuscript = manuscriptOf(`<h1>The lamp [${link("Bearbeiten")}]</h1><p>It failed.</p>
<h2>The sea <small>[${link("modifier")} | ${link("modifier le code")}]</small></h2><p>It rose.</p>`);
  expect(headingsOf(manuscript)).toEqual(["# The lamp", "## The sea"]);
});

test.each([
  ["q { quotes: none }", "It was so he said."],
  ["blockquote, q { color: red; quotes:none; }", "It was so he said."],
  ['q::before, q::after { content: "" }', "It was so he said."],
  ["p q:before { content: none }", "It was so he said."],
  ["q::after { content: '»' } div q { quotes: none }", "It was “so” he said."],
  ["q::before { content: open-quote }", "It was “so” he said."],
  ["q { font-style: italic }", "It was “so” he said."],
  ['q { quotes: none } q.said { quotes: "“" "”" }', "It was “so” he said."],
  ['q.said { quotes: "“" "”" } q { quotes: none }', "It was “so” he said."],
  ['q.said { quotes: none } q { quotes: "“" "”" }', "It was so he said."],
  ['q { quotes: "“" "”" } q { quotes: none }', "It was so he said."],
  ['q { quotes: none } q { quotes: "“" "”" }', "It was “so” he said."],
  ["q::before { content: none } p .said::before { content: open-quote }", "It was “so” he said."],
  ['q { quotes: none } q::before { content: "“" }', "It was “so” he said."],
])("A quotation has no marks if the page shows none: %s", (style, words) => {
  const manuscript = manuscriptOf(
    `<html lang="en"><style>${style}</style><p>It was <q class="said">so</q> he said.</p></html>`,
  );
  expect(textsOf(manuscript)).toEqual([words]);
  expect(manuscript.remarks.map(inEnglish).join().includes("quotation marks")).toBe(
    words.includes("“"),
  );
});

const EDIT_LINK = '<a href="/w/index.php?action=edit">bearbeiten</a>';

test.each([
  [`<p>It burned. [${EDIT_LINK}]</p>`, ["It burned."]],
  [
    `<p>It burned. [${EDIT_LINK} | ${EDIT_LINK}] It went out (${EDIT_LINK}).</p>`,
    ["It burned. It went out."],
  ],
  [`<p>It burned. <b>[</b>${EDIT_LINK}<b>]</b></p>`, ["It burned. []"]],
  [`<p>A row [of lamps] [${EDIT_LINK}][sic] burned.</p>`, ["A row [of lamps][sic] burned."]],
  [
    "<p>The lamp [ ] burned, [<i>but</i>] not () for long.</p>",
    ["The lamp [ ] burned, [but] not () for long."],
  ],
  [`<p>The lamp [see ${EDIT_LINK}] burned.</p>`, ["The lamp [see ] burned."]],
  [
    `<p>The lamp [<a href="https://example.org/">edit</a>] burned.</p>`,
    ["The lamp [edit] burned."],
  ],
])("A link that is left out takes the brackets around it alone with it: %s", (page, texts) => {
  expect(textsOf(manuscriptOf(page))).toEqual(texts);
});

test("The brackets of a heading that are not around a link stay", () => {
  const manuscript = manuscriptOf(`<h2>Letters [1902] [${EDIT_LINK}]</h2><p>It burned.</p>`);
  expect(headingsOf(manuscript)).toEqual([String.raw`## Letters \[1902]`]);
});

test.each([
  ['A lamp. <a href="#r1">Back</a>', "A lamp."],
  ['A lamp. <a href="#r1">[return]</a>', "A lamp."],
  ['A lamp.” [<a href="#p1">Zurück zum Text</a>]', "A lamp.”"],
  ['<p>A lamp.</p><p><a href="#r1">本文へ戻る</a></p>', "A lamp."],
  ['A lamp. <a href="#r1">Retour</a> <a href="#r1">↩</a>', "A lamp."],
  // Words of the note that lead to its mark, or short ones that lead elsewhere.
  ['A lamp, as <a href="#r1">above</a>', "A lamp, as above"],
  ['A lamp. <a href="#r1">It is this one.</a>', "A lamp. It is this one."],
  ['A lamp. <a href="#r1">This</a> is it.', "A lamp. This is it."],
  ['A lamp. <a href="#p2">Next</a>', "A lamp. Next"],
  ['A lamp. <a href="#c1">See chapter 1</a>', "A lamp. See chapter 1"],
])("A link at the end of a note that leads to its mark is no part of it: %s", (note, words) => {
  const manuscript =
    manuscriptOf(`<div id="c1"><p id="p1">It burned.<sup><a id="r1" href="#n1">1</a></sup></p>
<p id="p2">It failed.</p></div><ol><li id="n1">${note}</li></ol>`);
  expect(textsOf(manuscript)).toEqual(["It burned.", "It failed."]);
  expect(notesOf(manuscript)).toEqual([words]);
});

test("Only links to the web keep their addresses", () => {
  const { content } = manuscriptOf(
    `<p><a href="https://example.org/a">one</a> <a href="javascript:alert(1)">two</a> <a href="/x">three</a> <a href="data:text/html,x">four</a></p>`,
  );
  expect(textsOf({ content })).toEqual(["one two three four"]);
  expect(JSON.stringify(content).match(/"url":"[^"]*"/g)).toEqual([
    '"url":"https://example.org/a"',
  ]);
});

test("Metadata come from scholarly tags, JSON-LD, Open Graph and the title", () => {
  expect(
    manuscriptOf(`<html lang="en-GB"><head><title>A paper – Our site</title>
<meta name="citation_title" content="A paper"><meta name="citation_author" content="Lovelace, Ada">
<meta name="citation_author" content="Alan Turing"><meta name="citation_publication_date" content="2019/8/5">
<meta name="citation_journal_title" content="Our Journal"><meta name="citation_volume" content="7">
<meta name="citation_doi" content="10.1000/1"><link rel="canonical" href="https://example.org/paper">
</head><body><p>Words.</p></body></html>`).metadata,
  ).toEqual({
    title: "A paper",
    type: "webpage",
    date: "2019-08-05",
    from: ["Ada Lovelace", "Alan Turing"],
    language: "en-GB",
    URL: "https://example.org/paper",
    more: { "container-title": "Our Journal", volume: "7", DOI: "10.1000/1" },
  });
  const linked = {
    "@context": "https://schema.org",
    "@graph": [
      { "@type": "WebSite", name: "Our site" },
      {
        "@type": ["NewsArticle"],
        headline: "What happened",
        author: [{ "@type": "Person", name: "Ada Lovelace" }, "Alan Turing"],
        datePublished: "2019-08-05T23:30:00-04:00",
        publisher: { name: "The Paper" },
        inLanguage: "en",
        url: "https://example.org/news",
      },
    ],
  };
  expect(
    manuscriptOf(`<title>Other</title><script type="application/ld+json">{"broken"</script>
<script type="application/ld+json">${JSON.stringify(linked)}</script><p>Words.</p>`).metadata,
  ).toEqual({
    title: "What happened",
    type: "article-newspaper",
    date: "2019-08-05",
    from: ["Ada Lovelace", "Alan Turing"],
    language: "en",
    URL: "https://example.org/news",
    more: { publisher: "The Paper" },
  });
  expect(
    manuscriptOf(`<html lang="not a language"><title> A
title </title><meta property="article:published_time" content="yesterday"><meta name="author" content="Ada"><p>Words.</p>`)
      .metadata,
  ).toEqual({ title: "A title", from: ["Ada"] });
});

test("A sign that an element raises refers to the paragraph that begins with it", () => {
  const manuscript = manuscriptOf(
    "<p>The lamp was lit<sup>†</sup> at dusk.</p><p>It burned<sup>‡</sup> all night.</p><p>† Of brass.</p><p>‡ Of tin.</p>",
  );
  expect(textsOf(manuscript)).toEqual(["The lamp was lit at dusk.", "It burned all night."]);
  expect(notesOf(manuscript)).toEqual(["Of brass.", "Of tin."]);
  const items = "<p>* Oil.</p><p>* Wicks.</p><p>* Bread.</p>";
  const list = manuscriptOf(`<p>We bought<sup>*</sup> these.</p>${items}`);
  expect(notesOf(list)).toEqual([]);
});

test("Raised letters that go on from a, or with which a note begins, are marks of notes", () => {
  const manuscript = manuscriptOf(
    `<p>The lamp failed<sup>a</sup> in the XIX<sup>e</sup> century and we lit it<sup>(b)</sup> at <i>dawn</i><sup>c</sup>, Nov<sup>r</sup> 1, by M<sup>lle</sup> Ada.</p><p>So it burned<sup>a</sup> on.</p><p><sup>a</sup> Oil.</p><p><sup>b</sup> A match.</p><p><sup>c</sup> At six.</p>`,
  );
  expect(textsOf(manuscript)).toEqual([
    "The lamp failed in the XIXe century and we lit it at dawn, Novr 1, by Mlle Ada.",
    "So it burned on.",
  ]);
  expect(notesOf(manuscript)).toEqual(["Oil.", "A match.", "At six."]);
  const one = manuscriptOf("<p>The lamp<sup>a</sup> failed.</p><p><sup>a</sup> Of tin.</p>");
  expect([textsOf(one), notesOf(one)]).toEqual([["The lamp failed."], ["Of tin."]]);
});

test("Raised ends of abbreviations are words, wherever marks of notes are", () => {
  const words = [
    "n<sup>o</sup>",
    "2<sup>e</sup>",
    "XIV<sup>e</sup>",
    "y<sup>e</sup>",
    "M<sup>r</sup>",
  ];
  words.push("1<sup>a</sup>", "Mar<sup>a</sup> López", "M<sup>c</sup>Donald", "Maj<sup>y</sup>");
  words.push("2<sup>n</sup>", "D<sup>a</sup>", "Gov<sup>r</sup>", "C<sup>a</sup>");
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words, "the lamp", "and oil"), { maxLength: 8 }),
      fc.array(fc.constantFrom(...words), { maxLength: 8 }),
      fc.boolean(),
      (before, after, hasNotes) => {
        const notes = hasNotes
          ? "and lamps<sup>a</sup> with oil<sup>b</sup>"
          : "and lamps with oil";
        const html = [...before, notes, ...after].join(", ");
        const plain = html.replaceAll("<sup>n<", "ⁿ<").replace(/<[^<>]*>/g, "");
        const [text] = textsOf(manuscriptOf(`<p>${html}</p>`));
        expect(text).toBe(plain.replace("lampsa with oilb", "lamps with oil"));
      },
    ),
    { numRuns: runs(100) },
  );
});

test.each([
  ["paragraphs", "<hr><p><sup>1</sup> Of tin.</p><p><sup>2</sup> At six.</p>"],
  ["lines", "<p><sup>1</sup> Of tin.<br><sup>2</sup> At six.</p>"],
  ["items", "<h2>Notes</h2><ul><li><sup>1</sup> Of tin.</li><li><sup>2</sup> At six.</li></ul>"],
  ["paragraphs with a point", "<h2>Notes</h2><p>1. Of tin.</p><p>2. At six.</p>"],
  ["numbered items", "<h2>Notes</h2><ol><li>Of tin.</li><li>At six.</li></ol>"],
])("Notes are %s that begin with the raised numbers of marks", (_, notes) => {
  const text = "<p>The lamp<sup>1</sup> failed.</p><p>At dawn<sup>2</sup> it burned.</p>";
  const manuscript = manuscriptOf(text + notes);
  expect(textsOf(manuscript)).toEqual(["The lamp failed.", "At dawn it burned."]);
  expect(notesOf(manuscript)).toEqual(["Of tin.", "At six."]);
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "Reference marks of notes (2) were taken out of the words.",
    "Notes (2) are notes of the document, and are not quoted.",
  ]);
});

test("Notes below each chapter are those of its marks, and verses with notes are no notes", () => {
  const chapter = (word: string) =>
    `<h2>${word}</h2><p>The lamp<sup>1</sup> failed<sup>2</sup>.</p><p><sup>1</sup> Of ${word}.</p><p><sup>2</sup> At six.</p>`;
  const chapters = manuscriptOf(chapter("tin") + chapter("brass"));
  expect(textsOf(chapters)).toEqual(["The lamp failed.", "The lamp failed."]);
  expect(notesOf(chapters)).toEqual(["Of tin.", "At six.", "Of brass.", "At six."]);
  const verses = (note: string) =>
    `<p><sup>1</sup> The lamp failed${note} at dawn.</p><p><sup>2</sup> And we lit it${note} at six.</p><p><sup>3</sup> So it burned.</p>`;
  fc.assert(
    fc.property(fc.constantFrom("", ...[1, 2, 3].map((one) => `<sup>${one}</sup>`)), (note) => {
      const scripture = manuscriptOf(
        `<h1>One${note}</h1>${verses(note)}<h1>Two</h1>${verses(note)}`,
      );
      expect(textsOf(scripture)).toHaveLength(6);
      expect(notesOf(scripture)).toEqual([]);
      // The numbers of quoted verses are those of the notes as well.
      const notes =
        "<hr><p><sup>1</sup> Of tin.</p><p><sup>2</sup> At six.</p><p><sup>3</sup> At dusk.</p>";
      const essay = "<p>He reads<sup>1</sup> what<sup>2</sup> it says<sup>3</sup>:</p>";
      const quoting = manuscriptOf(`${essay}${verses("")}<p>So he says.</p>${notes}`);
      expect(textsOf(quoting)).toHaveLength(5);
      expect(notesOf(quoting)).toEqual(["Of tin.", "At six.", "At dusk."]);
    }),
    { numRuns: 4 },
  );
});

test("A note in the line that a class names is no part of the words", () => {
  const manuscript = manuscriptOf(
    `<p>The lamp<span class="footnote"><span class="fn-text">An oil lamp.</span></span> failed<span class="fn-text">At six.</span>.</p><p>So it burned.<span class="footnote">a</span></p>`,
  );
  expect(textsOf(manuscript)).toEqual(["The lamp failed.", "So it burned."]);
  expect(notesOf(manuscript)).toEqual(["An oil lamp.", "At six."]);
});

test("A block that a class calls a note is one without a link, and a group of notes is none", () => {
  const manuscript = manuscriptOf(
    `<p>The lamp<a href="#f1" id="r1">*</a> was lit. At dusk.†</p><p id="f1" class="footnote"><a href="#r1">*</a> With oil.</p><p class="footnote">† And more.</p><div class="endnote"><p>3. Third.</p></div><div class="footnote"><p>One.</p><p>Two.</p><p>Three.</p></div>`,
  );
  expect(notesOf(manuscript)).toEqual(["With oil.", "† And more.", "3. Third."]);
  expect(textsOf(manuscript)).toEqual(["The lamp was lit. At dusk.", "One.", "Two.", "Three."]);
});

test("The only heading of the first level is the title, wherever it is", () => {
  const page = (headings: string) =>
    manuscriptOf(`<body><h2>Share</h2><p>Tell all.</p>${headings}`);
  expect(page("<h1>The Lamp</h1><p>It was lit.</p>").metadata.title).toBe("The Lamp");
  expect(page("<h1>Dusk</h1><p>Dark.</p><h1>Dawn</h1>").metadata.title).toBeUndefined();
});

test("Numbers that styles raise after a word are marks or powers, and lowered ones belong to the words", () => {
  const css =
    "<style>.c7 { font-size: 60%; vertical-align: super } .c8{vertical-align:-25%}</style>";
  const ways = [
    (tag: string, text: string) =>
      `<small style="vertical-align: ${tag === "sup" ? "super" : "sub"}">${text}</small>`,
    (tag: string, text: string) => `<span class="${tag === "sup" ? "c7" : "c8"}">${text}</span>`,
    (tag: string, text: string) =>
      `<span style="vertical-align:${tag === "sup" ? "" : "-"}0.4em">${text}</span>`,
    (tag: string, text: string) =>
      `<span style="color:red; vertical-align:${tag === "sup" ? "+" : "-"}4px">${text}</span>`,
    (tag: string, text: string) =>
      `<span style="position: relative; top: ${tag === "sup" ? "-" : ""}0.33em; vertical-align: baseline">${text}</span>`,
    (tag: string, text: string) =>
      `<b style="bottom:${tag === "sup" ? "" : "-"}5px;position:relative">${text}</b>`,
  ];
  for (const around of ways) {
    const { content } = manuscriptOf(
      `${css}<p>The lamp${around("sup", "1")} had 10${around("sup", "6")} tons of CO${around("sub", "2")}.${around("sup", "[2]")}</p>`,
    );
    expect(markedTextsOf({ content })).toEqual(["The lamp[^1] had 10⁶ tons of CO₂.[^2]"]);
  }
  for (const around of ways) {
    const raised = (text: string) => around("sup", text);
    const { content } = manuscriptOf(
      `${css}<p>By ${raised("14")}C we date it, or by ${raised("235")}${around("sub", "92")}U.</p><p>${raised("14")}C is rare, and ${raised("14")} more lamps came.</p>`,
    );
    expect(markedTextsOf({ content })).toEqual([
      "By ¹⁴C we date it, or by ²³⁵₉₂U.",
      "¹⁴C is rare, and 14 more lamps came.",
    ]);
  }
  const kept =
    '<p><span class="c7">A</span> lamp <span class="c8">went out</span> at <span class="c7">dusk</span>.</p>';
  expect(textsOf(manuscriptOf(css + kept))).toEqual(["A lamp went out at dusk."]);
});

test("Numbers that a style does not raise or lower much, or not after a word, stay as they are", () => {
  const styles = fc.oneof(
    fc.constantFrom("text-top", "text-bottom", "top", "middle", "baseline", "superb", "sub-line"),
    fc
      .tuple(
        fc.constantFrom("", "+", "-"),
        fc.constantFrom(["em", 0.19], ["ex", 0.39], ["px", 2.9], ["pt", 1.9], ["%", 19.9] as const),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(([sign, [unit, most], share]) => `${sign}${(share * Number(most)).toFixed(3)}${unit}`),
  );
  fc.assert(
    fc.property(styles, fc.nat(9999), fc.boolean(), (style, number, isInSheet) => {
      const shown = isInSheet ? 'class="n"' : `style="vertical-align:${style}"`;
      const css = `<style>.n{vertical-align:${style}}</style>`;
      const page = `${css}<p>In<span ${shown}>${number}</span> of CO<b ${shown}>${number}</b>.</p>`;
      expect(markedTextsOf(manuscriptOf(page))).toEqual([`In${number} of CO${number}.`]);
    }),
    { numRuns: runs(100) },
  );
  const page = `<style>.n{vertical-align:super}</style><p>In <span class="n">1984</span>, <strong class="n">5</strong> points. <span class="num sup super superscript">7</span><span class="sub">8</span> and (<b class="n">9</b>) — <b class="n">3</b></p>`;
  expect(markedTextsOf(manuscriptOf(page))).toEqual(["In 1984, 5 points. 78 and (9) — 3"]);
  const digits = `<p>In<b style="vertical-align:${"1".repeat(500_000)}">7</b>.</p>`;
  expect(markedTextsOf(manuscriptOf(digits))).toEqual(["In7."]);
});

test("A number that links to a note which begins with it is a mark if no space is before it", () => {
  const { content } = manuscriptOf(
    '<p>It failed.<a href="#n">4</a> See part <a href="#p">5</a><span class="fn">6</span>.</p><p id="n">4. In 1899.</p><h2 id="p">5. The end</h2><p id="p">5. Then.</p>',
  );
  expect(markedTextsOf({ content })).toEqual(["It failed.[^4] See part 5[^6].", "5. Then."]);
  expect(notesOf({ content })).toEqual(["In 1899."]);
  for (const before of [
    "It failed",
    "It failed,",
    "(It failed)",
    "“It failed.”",
    "등불을 켰다.",
    "点灯。",
  ]) {
    const page = manuscriptOf(`<p>${before}<a href="#n">4</a></p><p id="n">[4] In 1899.</p>`);
    expect(markedTextsOf(page)).toEqual([`${before}[^4]`]);
    expect(notesOf(page)).toEqual(["In 1899."]);
  }
});

test.each([
  ["As held in ¶", "12", "", "<p id=n>12. Where the court is.</p>"],
  ["See Fig.", "1", "", "<p id=n>1984 was dark.</p>"],
  ["See Fig.", "1", "", "<p id=n>1. A lamp.</p>"],
  ["See pp", "12", "", "<p id=n>12. A lamp.</p>"],
  ["See John 3:", "16", "", "<p id=n>16. For so it is.</p>"],
  ["Section 3.", "4", "", "<p id=n>4. The lamp.</p>"],
  ["Articles 3–", "5", "", "<p id=n>5. The lamp.</p>"],
  ["It is so (", "12", ")", "<p id=n>12. The lamp.</p>"],
  ["It is “", "civil", "” law", "<dl><dt id=n>civil law<dd>That of Rome.</dl>"],
  ["It is so", "b", "", "<p id=n>b The lamp.</p>"],
  ["It is so.", "1", "", "<p id=n>1st of May.</p>"],
  ["It is so.", "1", "", "<p id=n>1.5 tons of oil.</p>"],
  ["It is so.", "5", "", "<div><h2 id=n>5. The lamp</h2><p>It is lit.</p></div>"],
  ["제", "5", "조", "<p id=n>5. 등불을 켠다.</p>"],
  ["등불", "5", "", "<p id=n>5. 등불을 켠다.</p>"],
  ["参见图", "5", "。", "<p id=n>5 灯塔。</p>"],
  ["the", "5", "th", "<p id=n>5. The lamp.</p>"],
])(
  "A linked number or word that is no mark of a note stays: %s%s%s",
  (before, text, after, target) => {
    const { content } = manuscriptOf(`<p>${before}<a href="#n">${text}</a>${after}</p>${target}`);
    expect(markedTextsOf({ content })[0]).toBe(before + text + after);
    expect(notesOf({ content })).toEqual([]);
  },
);

test("A number that links to what is above it is no mark of a note", () => {
  const { content } = manuscriptOf('<p id="n">4. The lamp.</p><p>It is so.<a href="#n">4</a></p>');
  expect(markedTextsOf({ content })).toEqual(["4. The lamp.", "It is so.4"]);
});

test("A name in a class that references to notes can have is no mark of one", () => {
  const page =
    '<p>By <a class="url fn" href="#a">Ada</a> and <b class="fn">Vic</b>.</p><p id="a">She lit it.</p>';
  expect(markedTextsOf(manuscriptOf(page))).toEqual(["By Ada and Vic.", "She lit it."]);
});

test("Numbers of lines in the cells of a table are marks", () => {
  const row = (number: number, words: string) =>
    `<tr><td class="ln">${number}</td><td>${words}</td><td class="pagenum">[12]</td></tr>`;
  const { content } = manuscriptOf(
    `<table>${row(1, "Did you light")}${row(2, "the lamp?")}</table>`,
  );
  expect(markedTextsOf({ content })).toEqual(["[^l1]Did you light[^p12]", "[^l2]the lamp?[^p12]"]);
});

test("The languages, the categories and the other parts that a wiki adds are not the article’s", () => {
  const { content, metadata, remarks } = manuscriptOf(`<title>Salt – Openpedia</title>
<meta name="generator" content="MediaWiki 1.42.0">
<script type="application/ld+json">{"@type":"Article","headline":"white mineral","name":"Salt","datePublished":"2001-11-03","dateModified":"2024-03-13"}</script>
<main><header><h1>Salt</h1><div class="mw-portlet mw-portlet-lang"><ul><li>Deutsch</li><li>한국어</li></ul></div></header>
<div class="ws-noexport">Next page</div>
<p>Salt is a mineral.</p><h2>Use<a href="#">¶</a></h2><p>It keeps meat.</p>
<div class="printfooter">Retrieved from the archive</div><div class="catlinks"><ul><li>Minerals</li></ul></div></main>`);
  expect(textsOf({ content })).toEqual(["Salt is a mineral.", "It keeps meat."]);
  expect(metadata).toEqual({ title: "Salt", date: "2024-03-13" });
  expect(remarks.map(inEnglish)).toContain("Left out beside the text: navigation.");
  const page = (generator: string) =>
    manuscriptOf(`<title>A day at sea</title>${generator}<script type="application/ld+json">{"@type":"NewsArticle",
"headline":"A day at sea","name":"News","datePublished":"2001-11-03","dateModified":"2024-03-13"}</script><p>Words.</p>`);
  expect(page("").metadata).toMatchObject({ title: "A day at sea", date: "2001-11-03" });
  expect(page('<meta name="generator" content="MediaWiki">').metadata).toMatchObject({
    date: "2024-03-13",
  });
});

test.each([
  '<div class="text no-print"><h1>Salt</h1><p>It keeps meat.</p></div>',
  '<body class="noprint catlinks"><p>It keeps meat.</p>',
  '<main class="navbox"><p>It keeps meat.</p></main>',
  '<article class="printfooter"><p>It keeps meat.</p></article>',
  '<p>It <span class="d-print-none ws-noexport">keeps</span> meat.</p>',
  '<div class="mw-portlet"><p>It keeps meat.</p></div><p>1</p>',
])("A class leaves out neither most of the text nor a part of a sentence: %s", (page) => {
  expect(textsOf(manuscriptOf(page))[0]).toBe("It keeps meat.");
});

test("The parts that a wiki adds beside the main part of a page are not counted as its text", () => {
  const categories = `<div class="catlinks"><ul>${"<li>Minerals of the sea</li>".repeat(2)}</ul></div>`;
  const { content, remarks } = manuscriptOf(
    `<main><p>Salt is a mineral that keeps meat, and whose price rose.</p></main>${categories}`,
  );
  expect(textsOf({ content })).toEqual([
    "Salt is a mineral that keeps meat, and whose price rose.",
  ]);
  expect(remarks.map(inEnglish)).toEqual(["Left out beside the text: navigation."]);
});

test("A page is decoded from the encoding that it declares, unless it is valid UTF-8", async () => {
  const page = (charset: string) =>
    `<meta http-equiv="Content-Type" content="text/html; charset=${charset}"><p>`;
  const bytes = (text: string, rest: readonly number[]) =>
    Uint8Array.from([...Buffer.from(text), ...rest]);
  const cyrillic = await importManuscript(
    "a.html",
    bytes(page("windows-1251"), [0xcc, 0xe8, 0xf0]),
  );
  expect(textsOf(cyrillic)).toEqual(["Мир"]);
  const western = await importManuscript("a.html", bytes(page("iso-8859-1"), [0x93, 0xe9, 0x94]));
  expect(textsOf(western)).toEqual(["“é”"]);
  const wrong = await importManuscript("a.html", `${page("iso-8859-1")}naïve — “yes”`);
  expect(textsOf(wrong)).toEqual(["naïve — “yes”"]);
  expect(wrong.remarks.map(inEnglish)).toEqual([]);
});

test("A page named .txt is read as a page", async () => {
  const page = await importManuscript("a.txt", "<!DOCTYPE html>\n<html><p>Words.</p></html>");
  expect(textsOf(page)).toEqual(["Words."]);
});

test("Project Gutenberg’s boilerplate is removed from its old and new pages, and `rights` names the source", () => {
  const rights =
    "In the public domain in the USA, according to Project Gutenberg, eBook 99: https://www.gutenberg.org/ebooks/99";
  const page =
    manuscriptOf(`<html lang="en"><title>The Project Gutenberg eBook of A Work, by Ada</title>
<body><section class="pg-boilerplate pgheader" id="pg-header"><h2>The Project Gutenberg eBook of A Work</h2>
<p>This ebook is for the use of anyone.</p><p><strong>Title</strong>: A Work</p>
<p><strong>Author</strong>: Ada Lovelace</p><p><strong>Release date</strong>: June 1, 1998 [eBook #99]<br>
Most recently updated: 2020</p><p><strong>Language</strong>: French</p>
<div id="pg-start-separator"><span>*** START OF THE PROJECT GUTENBERG EBOOK A WORK ***</span></div></section>
<h2>Chapter I</h2><p>Words.</p>
<section class="pg-boilerplate" id="pg-footer"><p>*** END OF THE PROJECT GUTENBERG EBOOK A WORK ***</p><p>Licence</p></section>`);
  expect(textsOf(page)).toEqual(["Words."]);
  expect(page.remarks.map(inEnglish)).toEqual([
    "The text of Project Gutenberg before and after the work was left out.",
  ]);
  expect(page.metadata).toEqual({
    title: "A Work",
    type: "book",
    from: ["Ada Lovelace"],
    language: "fr",
    rights,
    more: { "available-date": "1998-06-01" },
  });
  const old = manuscriptOf(`<title>A Work</title><pre>
The Project Gutenberg EBook of A Work, by Ada Lovelace

Title: A Work

Author: Ada Lovelace

Release Date: June 1998  [EBook #99]

Language: English

*** START OF THIS PROJECT GUTENBERG EBOOK A WORK ***

Produced by Volunteers

</pre><p>Words.</p><pre>End of the Project Gutenberg EBook of A Work

*** END OF THIS PROJECT GUTENBERG EBOOK A WORK ***

***** This file should be named 99-h.htm *****</pre>`);
  expect(textsOf(old)).toEqual(["Words."]);
  expect(old.metadata).toEqual({
    title: "A Work",
    type: "book",
    from: ["Ada Lovelace"],
    language: "en",
    rights,
    more: { "available-date": "1998-06" },
  });
  expect(old.remarks.map(inEnglish)).toEqual([
    "The text of Project Gutenberg before and after the work was left out.",
    "So were its credits: “Produced by Volunteers”",
  ]);
  const footer = manuscriptOf(`<p>Last.</p><div class="pg-boilerplate"><p>Licence</p></div>`);
  expect(textsOf(footer)).toEqual(["Last."]);
  expect(footer.metadata).toEqual({});
  expect(footer.remarks.map(inEnglish)).toEqual([
    "The text of Project Gutenberg after the work was left out.",
  ]);
});

interface Inline {
  readonly html: string;
  readonly words: string;
}

/** Collapses white space, which has no meaning in HTML. */
function collapseSpace(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

const nest = (tags: string, count: number, content = "x") =>
  tags.repeat(count) + content + tags.replace("<", "</").repeat(count);

test.each([
  ["100,000 nested elements", nest("<div>", 100_000)],
  ["600 unclosed elements", "<b>".repeat(600)],
  ["a million nested elements of two kinds", "<ul><li>".repeat(1_000_000)],
])("A page with %s is refused with a sentence", async (_, page) => {
  expect(await importError("a.html", page)).toBe(
    "The page has too many elements, or nests them too deeply. Split it, or save it as plain text, and import that.",
  );
});

test("Self-closing tags of XHTML do not contain what follows, and page numbers are marks", () => {
  const manuscript = manuscriptOf(`<?xml version="1.0"?><!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head>
<body><p>The <a id="p1"/>first <span epub:type="pagebreak" title="1">12</span>page<span class="pagenum">[Pg 13]</span>.</p>
<p/><div class="x"/><p>Second<br/>line.<img src="x.png"/></p></body></html>`);
  expect(textsOf(manuscript)).toEqual(["The first page.", "Second\nline."]);
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "Page numbers of the print (2) were taken out of the words.",
    "1 picture was left out.",
  ]);
});

test("Elements may nest as deeply as in browsers, and the corpus still loads", () => {
  for (const [page, words] of [
    [nest("<div>", 500), "x"],
    [nest("<blockquote>", 400), "x"],
    [nest("<em>", 400), "x"],
    [nest("<strong>", 200, nest("<em>", 200)), "x"],
    [nest("<ul><li>", 200), "x"],
    [nest("<table><tr><td>", 400), "x"],
    [nest("<dl><dd>", 200), "x"],
    [nest("<a href='https://x.org'><b>", 200), "x"],
  ] as const) {
    expect(textsOf(manuscriptOf(page))).toEqual([words]);
  }
});

test("Tags in a script or a comment nest nothing", () => {
  const tags = "<row>".repeat(1000);
  const manuscript = manuscriptOf(
    `<script>document.write("${tags}")</script><!-- ${tags} --><p>A few words.</p>`,
  );
  expect(textsOf(manuscript)).toEqual(["A few words."]);
});

test("Control characters are left out of a page, and a page without words is refused", async () => {
  const manuscript = manuscriptOf("<p>a&#0;b&#x8;c&#xD800;d&#13;e</p>");
  expect(textsOf(manuscript)).toEqual(["a\uFFFDbc\uFFFDd e"]);
  expect(await importError("a.html", "<html><script>1</script><p> </p></html>")).toBe(
    "This file contains no words to quote. Import one that does.",
  );
});

test("No two spaces are left where a picture was", () => {
  const page =
    '<p>The <i>widow</i> wept <img src="a.png" alt="a tear"> upon <b>a</b> <img src="b.png"> pier.</p>';
  expect(textsOf(manuscriptOf(page))).toEqual(["The widow wept upon a pier."]);
});

test.each([
  ['<p style="display:none">Hidden words of the keeper.</p>', "hidden parts"],
  ["<noscript>Switch scripts on.</noscript>", "text for browsers without scripts, frames or media"],
])("A page without words to quote says which were left out: %s", async (body, reason) => {
  const { remarks } = await importManuscript("a.html", `<body>${body}</body>`);
  expect(remarks.map(inEnglish)).toEqual([`Left out beside the text: ${reason}.`]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Manuscript } from "../../src/import/manuscript.ts";
import { describeLostWords, wordsInContent } from "../../src/import/shared/lost-words.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { wordsInCorpus } from "./corpus-words.ts";
import { epubOf, xhtmlPage, zipOf } from "./epubs.ts";
import { pdfOf, type SetLine, typeset, unicodePdf } from "./pdfs.ts";
import { importManuscripts } from "./read-manuscripts.ts";

/** A part of a file's format around words, and the remark if such words are left out. */
interface Construct {
  readonly around: (words: string) => string;
  readonly told?: RegExp;
}

const keeps = (around: (words: string) => string): Construct => ({ around });
const tells = (told: RegExp, around: (words: string) => string): Construct => ({ around, told });

/** Returns words that no other number has, of letters alone. */
function uniqueWords(number: number): string {
  const word = (index: number) =>
    `q${[...String(index).padStart(4, "0")].map((digit) => "abcdefghij"[Number(digit)]).join("")}`;
  return [word(2 * number), word(2 * number + 1)].join(" ");
}

type Wrap = (source: string) => string;

/**
 * A file of constructs, some of them within others, and the words that it contains with the remarks that excuse their
 * absence.
 */
const partsOf = (constructs: readonly Construct[], wraps: readonly Wrap[]) =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...constructs),
        fc.array(fc.constantFrom(...wraps), { maxLength: 2 }),
      ),
      { minLength: 1, maxLength: 14 },
    )
    .map((chosen) =>
      chosen.map(([construct, around], index) => {
        const words = uniqueWords(index);
        const source = around.reduce((inner, wrap) => wrap(inner), construct.around(words));
        return { words, source, told: construct.told };
      }),
    );

/** Returns an id, which is no word of the file. */
const labelOf = (words: string) => `n${words.slice(1, 5)}`;

/** A construct with a word in each of two places, which are not joined. */
const apart = (around: (first: string, second: string) => string): Construct =>
  keeps((words) => around(words.split(" ")[0] ?? "", words.split(" ")[1] ?? ""));

const wordsIn = (texts: readonly string[]) =>
  texts.flatMap((text) => text.match(/\bq[a-z]+/gi) ?? []);

/**
 * Checks that each word is in the manuscripts, or that a remark says that it is left out; that a corpus has all words
 * of the manuscripts; and that those of its passages are in their order.
 */
function expectWords(
  parts: readonly { readonly words: string; readonly told: RegExp | undefined }[],
  manuscripts: readonly Manuscript[],
): void {
  const corpora = wordsInCorpus(manuscripts);
  const running = wordsIn(corpora.flatMap((one) => one.running)).map((word) => word.toLowerCase());
  const positions = new Map(
    wordsIn(parts.map(({ words }) => words)).map((word, index) => [word.toLowerCase(), index]),
  );
  const order = running.map((word) => positions.get(word) ?? -1);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  const kept = wordsIn(manuscripts.flatMap(({ content }) => wordsInContent(content)));
  const beside = wordsIn(corpora.flatMap((one) => one.beside));
  expect(describeLostWords(kept, [...running, ...beside])).toEqual([]);
  const remarks = manuscripts.flatMap((manuscript) => manuscript.remarks.map(inEnglish)).join("\n");
  for (const { words, told } of parts) {
    const isLost = describeLostWords([words], kept).length > 0;
    expect(isLost && !(told?.test(remarks) ?? false) ? `${words} is lost: ${remarks}` : "").toBe(
      "",
    );
  }
  expect(
    describeLostWords(
      kept,
      parts.map(({ words }) => words),
    ),
  ).toEqual([]);
}

const HTML: readonly Construct[] = [
  keeps((words) => `<p>${words}</p>`),
  keeps((words) => `<p>a<b>${words}</b></p>`.replace("a<b>", "<b>")),
  keeps((words) => `<h2>${words}</h2>`),
  keeps((words) => `<ul>${words}<li>x</li></ul>`.replace("<li>x</li>", "")),
  keeps((words) => `<ol><li>${words}</li></ol>`),
  keeps((words) => `<ol><div>${words}</div></ol>`),
  keeps((words) => `<dl>${words}</dl>`),
  keeps((words) => `<dl><dt>${words}</dt></dl>`),
  keeps((words) => `<blockquote>${words}</blockquote>`),
  keeps((words) => `<table><tr><td>${words}</td></tr></table>`),
  keeps((words) => `<table><caption>${words}</caption></table>`),
  keeps((words) => `<pre>${words}</pre>`),
  keeps((words) => `<figure><figcaption>${words}</figcaption></figure>`),
  keeps((words) => `<details><summary>${words}</summary></details>`),
  keeps((words) => `<p><ruby>${words}<rp>(</rp></ruby></p>`),
  keeps((words) => `<div class="poem"><div>${words}</div><div></div></div>`),
  keeps((words) => `<center><font>${words}</font></center>`),
  keeps((words) => `<p class="sidenote">${words}</p>`),
  keeps((words) => `<hgroup><h2>${words}</h2><p></p></hgroup>`),
  keeps((words) => `<hgroup><h2></h2><p>${words}</p></hgroup>`),
  keeps((words) => `<fieldset><legend>${words}</legend></fieldset>`),
  keeps((words) => `<p><span class="sidenote">${words}</span></p>`),
  keeps((words) => `<p><sup>${words}</sup> <sub>${words}</sub></p>`.replace(/<sub>.*<\/sub>/, "")),
  keeps((words) => words),
  keeps((words) => `<p><span style="display: block">${words}</span></p>`),
  keeps((words) => `<ul><li><ol>${words}</ol></li></ul>`),
  keeps(
    (words) => `<table><tr><td><p>${words}</p><table><tr><td></td></tr></table></td></tr></table>`,
  ),
  keeps((words) =>
    `<p>Qzzzz<a epub:type="noteref" href="#${labelOf(words)}">1</a></p><aside epub:type="footnote" id="${labelOf(words)}"><p>1. ${words}</p></aside>`.replace(
      "Qzzzz",
      "",
    ),
  ),
  keeps((words) => `<li>${words}</li>`),
  keeps((words) => `<div>7<li>${words}</li> <li>8</li></div>`),
  keeps((words) => `<p><span><li>${words}</li></span></p>`),
  keeps((words) => `<option>${words}</option>`),
  keeps((words) => `<p><applet>${words}</applet></p>`),
  keeps((words) => `<content><shadow>${words}</shadow></content>`),
  keeps((words) => `<element><spacer>${words}</spacer></element>`),
  keeps((words) => `<menuitem>${words}</menuitem>`),
  keeps((words) => `<td>${words}</td>`),
  keeps((words) => `<my-part>${words}<slot></slot></my-part>`),
  keeps((words) => `<marquee>${words}</marquee>`),
  keeps((words) => `<nobr><big><acronym>${words}</acronym></big></nobr>`),
  keeps((words) => `<p><time><data><dfn>${words}</dfn></data></time></p>`),
  keeps((words) => `<dir><li>${words}</li></dir>`),
  keeps((words) => `<menu>${words}</menu>`),
  keeps((words) => `<caption>${words}</caption>`),
  keeps((words) => `<figcaption>${words}</figcaption>`),
  keeps((words) => `<ruby><rb>${words}</rb></ruby>`),
  keeps((words) => `<p dir="rtl"><bdo dir="ltr"><bdi>${words}</bdi></bdo></p>`),
  keeps((words) => `<p><ruby><rb>${words}</rb><rp>(</rp><rtc></rtc><rp>)</rp></ruby></p>`),
  keeps((words) => `<p><math><mfenced open="["><mtext>${words}</mtext></mfenced></math></p>`),
  keeps((words) => `<p><math><semantics><mtext>${words}</mtext></semantics></math></p>`),
  keeps((words) => `<p><sup>1</sup>⁄<sub>2</sub> ${words}</p>`),
  keeps((words) => `<p>10<sup>6</sup> ${words}<sup>7</sup></p>`),
  keeps((words) => `<table><tr><th>${words}</th><td>7</td></tr></table>`),
  keeps((words) => `<table><tr><td><ul><li>${words}</li></ul></td><td>7</td></tr></table>`),
  keeps((words) => `<table>${words}<tr><td>7</td></tr></table>`),
  keeps(
    (words) =>
      `<table><tr><th>${words}</th><th>7</th></tr><tr><td>8</td><td>312</td></tr><tr><td>9</td><td>290</td></tr></table>`,
  ),
  keeps(
    (words) =>
      `<table><tr><td>${words}</td><td>312</td></tr><tr><td>7</td><td>290|<br>3</td></tr></table>`,
  ),
  keeps((words) => `<pre><code>${words}</code></pre>`),
  apart((first, second) => `<pre class="highlight"><b>${first}</b>\n<i>${second}</i></pre>`),
  apart(
    (first, second) =>
      `<table><caption>${first}</caption><tr><td>7</td><td>312</td></tr><tr><td>${second}</td><td>290</td></tr></table>`,
  ),
  keeps((words) => `<p><img src="a.png" alt=""> ${words}</p>`),
  keeps((words) => `<p>[${words}] {7} |7| *</p>`),
  keeps((words) => `<section><header>${words}</header></section>`),
  keeps((words) => `<section><footer>${words}</footer></section>`),
  keeps((words) => `<address>${words}</address>`),
  keeps((words) => `<p><label>${words}</label><output>7</output></p>`),
  keeps((words) => `<p><a href="#x">${words}</a></p>`),
  keeps((words) => `<p>7 <a href="?title=X&amp;action=edit&amp;redlink=1">${words}</a></p>`),
  keeps((words) => `<p>7 <a class="new" href="?title=X&amp;action=edit">${words}</a></p>`),
  keeps((words) => `<p><q>${words}</q><br>7</p>`),
  keeps((words) => `<div><div>${words}<p>7</p></div></div>`),
  keeps((words) => `<p>${words.replace(" ", "<wbr> ")}</p>`),
  keeps((words) => `<div class="footnote" id="${labelOf(words)}"><p>${words}</p></div>`),
  keeps(
    (words) =>
      `<p>7<a href="#${labelOf(words)}n"><sup>1</sup></a></p><div id="${labelOf(words)}n"><p>1. 7<blockquote>${words}</blockquote></p></div>`,
  ),
  apart((first, second) => `<div>${first}</div>${second}`),
  apart((first, second) => `<span>${first}<div>${second}</div></span>`),
  apart((first, second) => `<a href="https://example.org/"><h3>${first}</h3><p>${second}</p></a>`),
  apart((first, second) => `<h3><div>${first}</div><div>${second}</div></h3>`),
  apart((first, second) => `<ul>${first}<li>${second}</li></ul>`),
  apart((first, second) => `<li>${first}<ul><li>${second}</li></ul></li>`),
  apart((first, second) => `<dl><dt>${first}</dt><dd>${second}</dd></dl>`),
  apart((first, second) => `<table><tr><td>${first}</td><td>${second}</td></tr></table>`),
  apart((first, second) => `<table><tr><td>${first}<p>${second}</p></td></tr></table>`),
  apart((first, second) => `<table><tr><th>${first}</th></tr><tr><td>${second}</td></tr></table>`),
  apart((first, second) => `<table><caption>${first}<p>${second}</p></caption></table>`),
  apart((first, second) => `<p>${first}<br>${second}</p>`),
  apart((first, second) => `<pre>${first}\n${second}</pre>`),
  apart((first, second) => `<pre><div>${first}</div><div>${second}</div></pre>`),
  apart((first, second) => `<details><summary>${first}</summary>${second}</details>`),
  apart((first, second) => `<figure><p>${first}</p><figcaption>${second}</figcaption></figure>`),
  apart((first, second) => `<blockquote><h3>${first}</h3><p>${second}</p></blockquote>`),
  apart((first, second) => `<ul><li><h3>${first}</h3>${second}</li></ul>`),
  apart((first, second) => `<p>${first}<img src="a.png" alt="7">${second}</p>`),
  apart((first, second) => `<p>${first}<span style="display: block">${second}</span></p>`),
  apart((first, second) => `<p>${first}<hr>${second}</p>`),
  apart((first, second) => `<label>${first}<input><p>${second}</p></label>`),
  apart((first, second) => `<hgroup><h3>${first}</h3><p>${second}</p></hgroup>`),
  apart((first, second) => `<div class="poem"><div>${first}</div><div>${second}</div></div>`),
  apart((first, second) => `<select></select>${first}<button></button> <q>${second}</q>`),
  tells(/\bfields of forms\b/, (words) => `<p><input type="button" value="${words}"></p>`),
  tells(
    /without scripts, frames or media/,
    (words) => `<iframe srcdoc="<p>${words}</p>"></iframe>`,
  ),
  tells(/Left out beside the text: .*\basides\b/, (words) => `<aside>${words}</aside>`),
  tells(/\bnavigation\b/, (words) => `<nav>${words}</nav>`),
  tells(/hidden parts/, (words) => `<p hidden>${words}</p>`),
  tells(/hidden parts/, (words) => `<p style="visibility: hidden">${words}</p>`),
  tells(/\bbuttons\b/, (words) => `<button>${words}</button>`),
  tells(/\bdrawings\b/, (words) => `<svg><text>${words}</text></svg>`),
  tells(/\bdrawings\b/, (words) => `<p><svg><title>${words}</title></svg></p>`),
  tells(/without scripts, frames or media/, (words) => `<video>${words}</video>`),
  tells(/without scripts, frames or media/, (words) => `<noscript>${words}</noscript>`),
  tells(/without scripts, frames or media/, (words) => `<object><p>${words}</p></object>`),
  tells(/\bgauges\b/, (words) => `<meter>${words}</meter>`),
  tells(/\bdialogs\b/, (words) => `<dialog>${words}</dialog>`),
  tells(/\bnavigation\b/, (words) => `<div role="navigation">${words}</div>`),
  tells(/\bfields of forms\b/, (words) => `<textarea>${words}</textarea>`),
  tells(/\bhidden parts\b/, (words) => `<table><tr><td hidden>${words}</td></tr></table>`),
  tells(/\bfields of forms\b/, (words) => `<select><option>${words}</option></select>`),
  keeps((words) => `<p><math><mtext>${words}</mtext></math></p>`),
  tells(/reading/, (words) => `<p><ruby><rt>${words}</rt></ruby></p>`),
  tells(/transcriber’s notes/, (words) => `<div class="transnote">${words}</div>`),
];

const HTML_WRAPS: readonly Wrap[] = [
  (html) => `<div>${html}</div>`,
  (html) => `<section><h3></h3>${html}</section>`,
  (html) => `<blockquote>${html}</blockquote>`,
  (html) => `<ul><li>${html}</li></ul>`,
  (html) => `<ol>${html}</ol>`,
  (html) => `<table><tr><td>${html}</td><td>7</td></tr></table>`,
  (html) => `<a href="https://example.org/">${html}</a>`,
  (html) => `<span>${html}</span>`,
  (html) => `<b><i>${html}</i></b>`,
  (html) => `<x-part>${html}</x-part>`,
  (html) => `<details open>${html}</details>`,
  (html) => `<figure>${html}<figcaption>7</figcaption></figure>`,
  (html) => `<dl><dt>7</dt><dd>${html}</dd></dl>`,
  (html) => `<ins>${html}</ins>`,
  (html) => `<fieldset>${html}</fieldset>`,
  (html) => `<center>${html}</center>`,
  (html) => `7 ${html} 8`,
  (html) => `<p>${html}</p>`,
  (html) => `<div class="poem">${html}</div>`,
];

const RUN = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`;
const PARAGRAPH = (content: string) => `<w:p>${content}</w:p>`;

const DOCX: readonly Construct[] = [
  keeps((words) => PARAGRAPH(RUN(words))),
  keeps((words) => PARAGRAPH(`<w:fldSimple w:instr="X">${RUN(words)}</w:fldSimple>`)),
  keeps((words) => PARAGRAPH(RUN(words).replace(" ", "</w:t><w:cr/><w:t>"))),
  keeps((words) =>
    PARAGRAPH(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${RUN(words)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
  ),
  keeps((words) => PARAGRAPH(`<w:r><w:rPr><w:rtl/></w:rPr><w:t>${words}</w:t></w:r>`)),
  keeps((words) =>
    PARAGRAPH(
      `<m:oMath><m:f><m:num><m:r><m:t>${words}</m:t></m:r></m:num><m:den/></m:f></m:oMath>`,
    ),
  ),
  keeps(
    (words) =>
      `<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>${PARAGRAPH(RUN(words))}</w:tc></w:tr></w:tbl>${PARAGRAPH("")}</w:tc></w:tr></w:tbl>`,
  ),
  keeps((words) => PARAGRAPH(`<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${RUN(`${words} `)}`)),
  keeps((words) => PARAGRAPH(`<w:smartTag>${RUN(words)}</w:smartTag>`)),
  keeps((words) => PARAGRAPH(`<w:bdo w:val="rtl">${RUN(words)}</w:bdo>`)),
  keeps((words) => PARAGRAPH(`<w:dir w:val="rtl"><w:dir>${RUN(words)}</w:dir></w:dir>`)),
  keeps((words) => PARAGRAPH(`<w:ins w:id="1">${RUN(words)}</w:ins>`)),
  keeps((words) => PARAGRAPH(`<w:sdt><w:sdtContent>${RUN(words)}</w:sdtContent></w:sdt>`)),
  keeps((words) => PARAGRAPH(`<w:hyperlink w:anchor="x">${RUN(words)}</w:hyperlink>`)),
  keeps((words) =>
    PARAGRAPH(`<w:r><w:ruby><w:rt/><w:rubyBase>${RUN(words)}</w:rubyBase></w:ruby></w:r>`),
  ),
  keeps((words) => PARAGRAPH(`<m:oMath><m:r><m:t>${words}</m:t></m:r></m:oMath>`)),
  keeps((words) => `<m:oMathPara><m:oMath><m:r><m:t>${words}</m:t></m:r></m:oMath></m:oMathPara>`),
  keeps((words) => PARAGRAPH(`<w:pPr><w:framePr w:dropCap="drop"/></w:pPr>${RUN(words)}`)),
  keeps((words) => `<w:tbl><w:tr><w:tc>${PARAGRAPH(RUN(words))}</w:tc></w:tr></w:tbl>`),
  keeps(
    (words) =>
      `<w:tbl>${[words, "7"].map((text) => `<w:tr>${[text, "312"].map((cell) => `<w:tc>${PARAGRAPH(RUN(cell))}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`,
  ),
  keeps((words) =>
    PARAGRAPH(
      `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${PARAGRAPH(RUN(words))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>`,
    ),
  ),
  keeps((words) =>
    PARAGRAPH(
      `<w:r><w:drawing><wp:inline><w:txbxContent>${PARAGRAPH(RUN(words))}</w:txbxContent></wp:inline></w:drawing></w:r>`,
    ),
  ),
  keeps((words) =>
    PARAGRAPH(
      `<m:oMath><m:d><m:dPr><m:begChr m:val="["/></m:dPr><m:e><m:r><m:t>${words}</m:t></m:r></m:e></m:d></m:oMath>`,
    ),
  ),
  keeps((words) =>
    PARAGRAPH(
      `<m:oMath><m:m><m:mr><m:e><m:r><m:t>${words}</m:t></m:r></m:e></m:mr></m:m></m:oMath>`,
    ),
  ),
  keeps((words) =>
    PARAGRAPH(
      `<m:oMath><m:nary><m:sub><m:r><m:t>${words}</m:t></m:r></m:sub><m:e/></m:nary></m:oMath>`,
    ),
  ),
  keeps((words) =>
    PARAGRAPH(
      `<m:oMath><m:func><m:fName/><m:e><m:r><m:t>${words}</m:t></m:r></m:e></m:func></m:oMath>`,
    ),
  ),
  keeps((words) => `<w:sdt><w:sdtContent>${PARAGRAPH(RUN(words))}</w:sdtContent></w:sdt>`),
  keeps((words) => PARAGRAPH(`<w:moveTo w:id="1">${RUN(words)}</w:moveTo>`)),
  keeps((words) => PARAGRAPH(`<w:customXml>${RUN(words)}</w:customXml>`)),
  keeps((words) => PARAGRAPH(RUN(words).replace(" ", "</w:t><w:noBreakHyphen/><w:t>"))),
  keeps((words) => PARAGRAPH(RUN(words).replace(" ", "</w:t><w:tab/><w:t>"))),
  keeps((words) =>
    PARAGRAPH(`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>${words}</w:t></w:r>`),
  ),
  keeps((words) => PARAGRAPH(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>${words}</w:t></w:r>`)),
  keeps((words) =>
    PARAGRAPH(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> A </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${RUN(words)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
  ),
  keeps((words) =>
    PARAGRAPH(
      `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${PARAGRAPH(RUN(words))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
    ),
  ),
  apart((first, second) =>
    PARAGRAPH(`<w:r><w:t>${first}</w:t><w:br w:type="page"/><w:t>${second}</w:t></w:r>`),
  ),
  apart((first, second) =>
    PARAGRAPH(`<w:r><w:t>${first}</w:t><w:br w:type="column"/><w:t>${second}</w:t></w:r>`),
  ),
  apart((first, second) =>
    PARAGRAPH(
      `<w:r><w:t>${first}</w:t><w:sym w:font="Wingdings" w:char="F04A"/><w:t>${second}</w:t></w:r>`,
    ),
  ),
  apart((first, second) =>
    PARAGRAPH(`<w:r><w:t>${first}</w:t><w:lastRenderedPageBreak/><w:t> ${second}</w:t></w:r>`),
  ),
  apart((first, second) =>
    PARAGRAPH(
      `${RUN(first)}<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>${RUN(second)}`,
    ),
  ),
  apart((first, second) => PARAGRAPH(RUN(first)) + PARAGRAPH(RUN(second))),
  apart(
    (first, second) =>
      `<w:tbl><w:tr><w:tc>${PARAGRAPH(RUN(first))}</w:tc><w:tc>${PARAGRAPH(RUN(second))}</w:tc></w:tr></w:tbl>`,
  ),
  apart((first, second) =>
    PARAGRAPH(
      `${RUN(first)}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${PARAGRAPH(RUN(second))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
    ),
  ),
  apart(
    (first, second) =>
      PARAGRAPH(FIELD("begin") + INSTRUCTION(" TOC ") + FIELD("separate") + RUN(first)) +
      PARAGRAPH(RUN(second) + FIELD("end")),
  ),
  keeps((words) => PARAGRAPH(FIELD("begin") + INSTRUCTION(` EQ \\f(${words},7) `) + FIELD("end"))),
  keeps((words) =>
    PARAGRAPH(
      FIELD("begin") + INSTRUCTION(` EQ \\* jc2 \\o\\ad(\\s\\up 9(7),${words})`) + FIELD("end"),
    ),
  ),
  keeps((words) =>
    PARAGRAPH(
      FIELD(
        "begin",
        `<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="7"/><w:listEntry w:val="${words}"/></w:ddList></w:ffData>`,
      ) +
        INSTRUCTION(" FORMDROPDOWN ") +
        FIELD("end"),
    ),
  ),
  keeps(
    (words) => PARAGRAPH(FIELD("begin") + INSTRUCTION(" X ") + RUN("7")) + PARAGRAPH(RUN(words)),
  ),
  keeps(
    (words) =>
      `<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>${PARAGRAPH(RUN(words))}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>`,
  ),
  tells(/Prompts of empty fields/, (words) =>
    PARAGRAPH(
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${RUN(words)}</w:sdtContent></w:sdt>`,
    ),
  ),
  tells(/tracked/, (words) => PARAGRAPH(`<w:moveFrom w:id="1">${RUN(words)}</w:moveFrom>`)),
  tells(/drawn as a picture/, (words) =>
    PARAGRAPH(`<w:r><w:pict><v:shape><v:textpath string="${words}"/></v:shape></w:pict></w:r>`),
  ),
  tells(/could not be read/, (words) => PARAGRAPH(`<w:unknown>${RUN(words)}</w:unknown>`)),
  tells(/reading/, (words) =>
    PARAGRAPH(`<w:r><w:ruby><w:rt>${RUN(words)}</w:rt><w:rubyBase/></w:ruby></w:r>`),
  ),
  tells(/tracked/, (words) =>
    PARAGRAPH(`<w:del w:id="1"><w:r><w:delText>${words}</w:delText></w:r></w:del>`),
  ),
];

const BOX = (block: string) =>
  PARAGRAPH(
    `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${block}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
  );

const DOCX_WRAPS: readonly Wrap[] = [
  (block) => `<w:tbl><w:tr><w:tc>${block}${PARAGRAPH("")}</w:tc></w:tr></w:tbl>`,
  (block) =>
    `<w:tbl><w:tr><w:tc>${PARAGRAPH(RUN("7"))}</w:tc><w:tc>${block}${PARAGRAPH("")}</w:tc></w:tr></w:tbl>`,
  (block) => `<w:sdt><w:sdtPr/><w:sdtContent>${block}</w:sdtContent></w:sdt>`,
  (block) => `<w:customXml>${block}</w:customXml>`,
  (block) =>
    `<mc:AlternateContent><mc:Choice>${block}</mc:Choice><mc:Fallback/></mc:AlternateContent>`,
  BOX,
];

const FIELD = (type: string, data = "") =>
  `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`;
const INSTRUCTION = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

const NAMESPACES = ["w", "m", "mc", "wp", "v"]
  .map(
    (prefix) =>
      `xmlns:${prefix}="${prefix === "w" ? "http://schemas.openxmlformats.org/wordprocessingml/2006/main" : prefix === "mc" ? "http://schemas.openxmlformats.org/markup-compatibility/2006" : prefix === "wp" ? "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" : prefix === "v" ? "urn:schemas-microsoft-com:vml" : "http://schemas.openxmlformats.org/officeDocument/2006/math"}"`,
  )
  .join(" ");

const MARKDOWN: readonly Construct[] = [
  keeps((words) => words),
  keeps((words) => `## ${words}`),
  keeps((words) => `> ${words}`),
  keeps((words) => `- ${words}`),
  keeps((words) => `*${words}*`),
  keeps((words) => `[${words}](https://example.org/)`),
  keeps((words) => `~~${words}~~`),
  keeps((words) => `x[^${labelOf(words)}]\n\n[^${labelOf(words)}]: ${words}`.replace(/^x/, "")),
  keeps((words) => `![${words}](a.png)`),
  keeps((words) => `1^[${words}]`),
  keeps((words) => `- a\n  - ${words}`.replace("- a\n  ", "")),
  keeps((words) => `| 7 | ${words} |\n|---|---|\n| 7 | 8 |`),
  keeps((words) => `7 <b>${words}</b>`),
  keeps((words) => `7<sup>1</sup>⁄<sub>2</sub> ${words}`),
  keeps((words) => `[[a|${words}]]`),
  keeps((words) => `> [!NOTE] 7\n> ${words}`),
  keeps((words) => `1. 7\n\n   ${words}`),
  keeps((words) => `[${words}][r]\n\n[r]: https://example.org/`),
  keeps((words) => `7[^n${labelOf(words)}]\n\n[^n${labelOf(words)}]: 7\n\n    ${words}`),
  keeps((words) => `**${words}**7`),
  keeps((words) => `\`${words}\` 7`),
  keeps((words) => `${words} [7] {7} |7|`),
  keeps((words) => `- 7\n\n  > ### ${words}`),
  keeps((words) => `![a](a.png)${words}![b](b.png)`),
  keeps(
    (words) =>
      `7[^c${labelOf(words)}]\n\n[^c${labelOf(words)}]: 7\n\n    ~~~\n    ${words}\n    ~~~`,
  ),
  apart((first, second) => `${first}![a](a.png)${second}`),
  apart((first, second) => `${first}  \n${second}`),
  apart((first, second) => `### ${first}\n\n${second}`),
  tells(/other programs? .*left out/, (words) => `7 %%${words}%%`),
  tells(/other programs? .*left out/, (words) => `7 {{< ref "${words}" >}}`),
  tells(/other programs? .*left out/, (words) => `:::note ${words}\n7\n:::`),
  tells(/other programs? .*left out/, (words) => `!!! note "${words}"\n    7`),
  tells(/block.* of code/, (words) => `7\n\n    ${words}`),
  tells(/block.* of code/, (words) => `\`\`\`\n${words}\n\`\`\``),
  tells(/piece.* of HTML/, (words) => `<div>\n${words}\n</div>`),
];

const indent = (source: string, first: string, others: string) =>
  first + source.replace(/\n(?!\n)/g, `\n${others}`);

const MARKDOWN_WRAPS: readonly Wrap[] = [
  (source) => indent(source, "> ", "> "),
  (source) => indent(source, "- ", "  "),
  (source) => indent(source, "1. ", "   "),
  (source) => `- 7\n\n${indent(source, "  ", "  ")}`,
  (source) => `${source}\n\n---`,
];

const TEXT_WRAPS: readonly Wrap[] = [
  (source) => source,
  (source) => indent(source, "  ", "  "),
  (source) => `* * *\n\n${source}`,
];

const TEXT: readonly Construct[] = [
  keeps((words) => words),
  keeps((words) => `    ${words}`),
  keeps((words) => words.toUpperCase()),
  keeps((words) => `CHAPTER I\n\n${words}`.replace("CHAPTER I\n\n", "")),
  keeps((words) => `[Footnote 1: ${words}]`),
  keeps((words) => `[Sidenote: ${words}]`),
  keeps((words) => `[Illustration: ${words}]`),
  keeps((words) => `${words}\n====`),
  keeps((words) => `* ${words}`),
  keeps((words) => `[Pg 12] ${words}`),
  keeps((words) => `|12| ${words}`),
  keeps((words) => `{12} ${words} {13} 7`),
  keeps((words) => `It was 7.[1]\n\n[1] ${words}`),
  keeps((words) => `${words}*\n\n* 7`),
  keeps((words) => `list[1].${words} = {7}`),
  keeps((words) => `Seen.[1]\n\nFOOTNOTES:\n\n[1] 7\n\n${words}\n\n[2] 8`),
  keeps((words) => `${words.toUpperCase()}\n====`),
  apart((first, second) => `${first}\n\n${second}`),
  apart((first, second) => `* ${first}\n* ${second}`),
  keeps((words) => `7¹⁄₂ ${words} ³/4`),
  keeps((words) => `_the ${words} 7_ and _7`),
  keeps((words) => `7\n  ${words}\n  8\n  9`),
  keeps((words) => `"${words}--7"`),
  keeps((words) => `${words}\n----\n7`),
  keeps((words) => `+-----+\n| ${words} |\n+-----+`),
  keeps((words) => `${words.slice(0, 3)}-\n${words.slice(3)}`.replace("-\n", "")),
];

describe("No word is lost untold", () => {
  test("in a page", async () => {
    await fc.assert(
      fc.asyncProperty(partsOf(HTML, HTML_WRAPS), async (parts) => {
        const html = `<html><body><p>Qzzzz.</p>${parts.map(({ source }) => source).join("\n")}</body></html>`;
        const all = [{ words: "Qzzzz", told: undefined }, ...parts];
        expectWords(all, await importManuscripts("a.html", html));
      }),
      { numRuns: runs(60) },
    );
  });

  test("in a Word document", async () => {
    await fc.assert(
      fc.asyncProperty(partsOf(DOCX, DOCX_WRAPS), async (parts) => {
        const body = parts.map(({ source }) => source).join("");
        const docx = await zipOf({
          "word/document.xml": `<w:document ${NAMESPACES}><w:body>${PARAGRAPH(RUN("Qzzzz."))}${body}</w:body></w:document>`,
        });
        const all = [{ words: "Qzzzz", told: undefined }, ...parts];
        expectWords(all, await importManuscripts("a.docx", docx));
      }),
      { numRuns: runs(25) },
    );
  });

  test("in an EPUB", async () => {
    const pages = HTML.filter(
      ({ told }) => told === undefined || !/asides|navigation/.test(told.source),
    );
    await fc.assert(
      fc.asyncProperty(partsOf(pages, HTML_WRAPS), async (parts) => {
        const half = Math.ceil(parts.length / 2);
        const page = (some: typeof parts) => xhtmlPage(some.map(({ source }) => source).join("\n"));
        const epub = await epubOf({
          pages: {
            "a.xhtml": xhtmlPage("<p>Qzzzz.</p>"),
            "b.xhtml": page(parts.slice(0, half)),
            "c.xhtml": page(parts.slice(half)),
          },
        });
        const all = [{ words: "Qzzzz", told: undefined }, ...parts];
        expectWords(all, await importManuscripts("a.epub", epub));
      }),
      { numRuns: runs(15) },
    );
  });

  test.each([
    ["Markdown", "a.md", MARKDOWN, MARKDOWN_WRAPS],
    ["plain text", "a.txt", TEXT, TEXT_WRAPS],
  ])("in %s", async (_, name, constructs, wraps) => {
    await fc.assert(
      fc.asyncProperty(partsOf(constructs, wraps), async (parts) => {
        const text = ["Qzzzz.", ...parts.map(({ source }) => source)].join("\n\n");
        const all = [{ words: "Qzzzz", told: undefined }, ...parts];
        expectWords(all, await importManuscripts(name, text));
      }),
      { numRuns: runs(60) },
    );
  });

  test("in a table", async () => {
    const columns = fc.array(fc.constantFrom("text", "title", "date", "remark", "publisher"), {
      minLength: 0,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(columns, async (names) => {
        const header = [...new Set(["text", ...names])];
        const words = header.map((_, index) => uniqueWords(index));
        const manuscripts = await importManuscripts("a.csv", [header, words].join("\n"));
        const kept = JSON.stringify(manuscripts);
        const remarks = manuscripts
          .flatMap((manuscript) => manuscript.remarks.map(inEnglish))
          .join("\n");
        for (const [index, name] of header.entries()) {
          expect(kept.includes(words[index] ?? "") || remarks.includes(`\`${name}\``)).toBe(true);
        }
      }),
      { numRuns: runs(20) },
    );
  });

  test.each([
    ["a.csv", ","],
    ["a.tsv", "\t"],
    ["a.jsonl", undefined],
  ])("nor found twice in a table of several rows: %s", async (name, delimiter) => {
    const columns = fc.uniqueArray(fc.constantFrom("title", "author", "chapter", "note", "place"), {
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(columns, fc.integer({ min: 1, max: 5 }), async (others, count) => {
        const header = ["text", ...others];
        const rows = Array.from({ length: count }, (_, row) =>
          header.map((_, column) => uniqueWords(row * header.length + column)),
        );
        const table =
          delimiter === undefined
            ? rows.map((cells) =>
                JSON.stringify(Object.fromEntries(header.map((key, at) => [key, cells[at]]))),
              )
            : [header, ...rows].map((cells) => cells.join(delimiter));
        const manuscripts = await importManuscripts(name, table.join("\n"));
        const remarks = manuscripts.flatMap((manuscript) => manuscript.remarks.map(inEnglish));
        const isRead = (_: string, column: number) =>
          !remarks.some((remark) => remark.includes(`\`${header[column]}\``));
        const found = wordsIn(
          manuscripts.map(({ content, metadata }) => JSON.stringify([content, metadata])),
        );
        expect(found.toSorted()).toEqual(
          wordsIn(rows.flatMap((cells) => cells.filter(isRead))).toSorted(),
        );
      }),
      { numRuns: runs(15) },
    );
  });

  test("in a PDF of one column or two, with notes and running heads", async () => {
    const counts = fc.tuple(fc.integer({ min: 60, max: 400 }), fc.boolean(), fc.boolean());
    await fc.assert(
      fc.asyncProperty(counts, async ([count, hasColumns, hasNote]) => {
        const text = Array.from({ length: count }, (_, index) => uniqueWords(index)).join(" ");
        const columns = hasColumns
          ? await typeset([text], { x: 40, width: 150, lines: 38 })
          : await typeset([text]);
        const pages = columns.flatMap((lines, index) => {
          if (!hasColumns) return [lines];
          if (index % 2 === 1) return [];
          const right = (columns[index + 1] ?? []).map((line) => ({ ...line, x: line.x + 165 }));
          return [[...lines, ...right]];
        });
        const noted = pages.map((page, index) => [
          ...page,
          ...(hasNote && index === 0 ? [{ text: "1 Qzzzz.", x: 50, y: 575, size: 7 }] : []),
        ]);
        const all = [
          { words: text, told: undefined },
          ...(hasNote ? [{ words: "Qzzzz", told: undefined }] : []),
        ];
        expectWords(all, await importManuscripts("a.pdf", await pdfOf(noted)));
      }),
      { numRuns: runs(8) },
    );
  });

  test("in a PDF with initials and divided words", async () => {
    const layout = fc.record({
      lineCounts: fc.array(fc.integer({ min: 3, max: 9 }), { minLength: 1, maxLength: 3 }),
      hasInitials: fc.boolean(),
      hyphen: fc.constantFrom("", "-", "\u00ad"),
    });
    await fc.assert(
      fc.asyncProperty(layout, async ({ lineCounts, hasInitials, hyphen }) => {
        let count = 0;
        let y = 60;
        const words: string[] = [];
        const page: SetLine[] = [];
        for (const lineCount of lineCounts) {
          let rest = "";
          for (let line = 0; line < lineCount; line++) {
            const added = Array.from({ length: 4 }, () => uniqueWords(count++)).join(" ");
            words.push(added);
            const isLast = line === lineCount - 1;
            const isDivided = hyphen !== "" && !isLast && line % 2 === 0;
            const text = `${rest}${isDivided ? added.slice(0, -2) + hyphen : added}${isLast ? "." : ""}`;
            rest = isDivided ? `${added.slice(-2)} ` : "";
            const isBeside = hasInitials && line < 2;
            if (isBeside && line === 0) page.push({ text: "Q", x: 50, y: y + 13, size: 30 });
            page.push({
              text: isBeside && line === 0 ? text.slice(1) : text,
              x: isBeside ? 75 : 50,
              y,
            });
            y += 13;
          }
          y += 20;
        }
        const all = [{ words: words.join(" "), told: undefined }];
        expectWords(all, await importManuscripts("a.pdf", await pdfOf([page])));
      }),
      { numRuns: runs(12) },
    );
  });

  test("in a PDF with right-to-left text", async () => {
    const letters = [..."אבגדהוזחטילמנסעפצקרשת"];
    const word = fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 7 });
    const line = fc.array(
      word.map((chosen) => chosen.join("")),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 5 }), async (lines) => {
        const drawn = lines.map((words) => [...words.join(" ")].toReversed().join(""));
        const read = await importManuscripts(
          "a.pdf",
          unicodePdf(drawn.map((text) => [[50, text]])),
        );
        const found = read.flatMap(({ content }) => wordsInContent(content));
        const sorted = (texts: readonly string[]) => texts.join(" ").split(/\s+/).toSorted();
        expect(sorted(found)).toEqual(sorted(lines.flat()));
      }),
      { numRuns: runs(12) },
    );
  });
});

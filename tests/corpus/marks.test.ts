import { describe, expect, test, vi } from "vitest";
import type { Passage } from "../../src/corpus/document.ts";
import { parseMarkdown, renderInlineText } from "../../src/corpus/markdown.ts";
import { documentIn } from "./folder.ts";

async function passageOf(markdown: string): Promise<Passage> {
  const { passages } = await documentIn({ "a.md": markdown });
  const [passage] = passages;
  if (passage === undefined) throw new Error("There is no passage.");
  return passage;
}

describe("A mark is no part of the words", () => {
  test.each([
    ["The lamp failed.[^1] We lit it.\n\n[^1]: At dusk.", "The lamp failed. We lit it.", "[^1]"],
    ["The lamp[^a] failed.", "The lamp failed.", "[^a]"],
    ["The lamp [^1] failed.\n\n[^1]: Ibid.", "The lamp failed.", " [^1]"],
    ["The lamp failed [^1].", "The lamp failed.", " [^1]"],
    ["The lamp<sup>1</sup> failed.", "The lamp failed.", "1"],
    ["In 1899<sup>2</sup> it failed.", "In 1899 it failed.", "2"],
    ["<sup>16</sup>For so it was.", "For so it was.", "16"],
    ["The lamp<sup>†</sup> failed.", "The lamp failed.", "†"],
    ["The lamp<sup>[2]</sup> failed.", "The lamp failed.", "[2]"],
    ["The lamp<sup>3)</sup> failed.", "The lamp failed.", "3)"],
    ["The lamp<sup>(3)</sup> failed.", "The lamp failed.", "(3)"],
    ["The lamp<sup>4;5</sup> failed.", "The lamp failed.", "4;5"],
    ["The lamp<sup>a,b</sup> failed.", "The lamp failed.", "a,b"],
    ["The lamp,<sup>a</sup> it failed.", "The lamp, it failed.", "a"],
    ["The lamp<sup>iii</sup> failed.", "The lamp failed.", "iii"],
    ["The lamp<sup>*1</sup> failed.", "The lamp failed.", "*1"],
    ["It rose <sup>17a</sup>and fell.", "It rose and fell.", "17a"],
    ["The lamp [Pg 12] failed.", "The lamp failed.", " [Pg 12]"],
    ["The lamp [Page xii]failed.", "The lamp failed.", "[Page xii]"],
    ["The lamp [Page lxxxviii]failed.", "The lamp failed.", "[Page lxxxviii]"],
    ["The lamp[12] failed.", "The lamp failed.", "[12]"],
    ["The lamp failed.† It rose.", "The lamp failed. It rose.", "†"],
    ["The lamp failed.¹ It rose.", "The lamp failed. It rose.", "¹"],
    ["The lamp^[The one of 1899.] failed.", "The lamp failed.", "[^note-1]"],
    ["The lamp[[1]](#note-1) failed.", "The lamp failed.", "[1]"],
    ["The lamp[1](#note-1) failed.", "The lamp failed.", "1"],
    ["The lamp[1][1] failed.\n\n[1]: #note", "The lamp failed.", "1"],
    ["The lamp![^1] It failed.\n\n[^1]: At dusk.", "The lamp! It failed.", "[^1]"],
  ])("%j", async (markdown, text, mark) => {
    const passage = await passageOf(markdown);
    expect(passage.text).toBe(text);
    expect(passage.marks.map((one) => one.text)).toEqual([mark]);
  });

  test("It can be the reading above letters", async () => {
    const markdown =
      "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</ruby>を<ruby>書<rt>か</rt></ruby>く。";
    const { text, marks } = await passageOf(markdown);
    expect(text).toBe("漢字を書く。");
    expect(marks.map((one) => one.text)).toEqual(["(", "かん", ")", "じ", "か"]);
  });

  test("It is kept at its offset", async () => {
    const { text, marks } = await passageOf("> One[^1] two,[^2]\n> three.[^3]");
    expect(text).toBe("One two, three.");
    expect(marks).toEqual([
      { offset: 3, text: "[^1]" },
      { offset: 8, text: "[^2]" },
      { offset: 15, text: "[^3]" },
    ]);
  });

  test("Its note is a note of the document", async () => {
    const { passages, notes } = await documentIn({
      "a.md": "The lamp failed.[^1]\n\n[^1]: At dusk.\n\n    And at dawn.\n\nWe lit it.",
    });
    expect(passages.map(({ text }) => text)).toEqual(["The lamp failed.", "We lit it."]);
    expect(notes).toEqual([{ kind: "footnote", text: "At dusk.\nAnd at dawn." }]);
  });
});

test("A note within the words is one of the document, on no line of the text", async () => {
  const { passages, notes } = await documentIn({
    "a.md": "The lamp^[That of\n[1899], by *Ada*.] failed.\n\nWe lit it.",
  });
  expect(passages.map(({ text, lines }) => [text, lines.at(-1)?.line])).toEqual([
    ["The lamp failed.", 2],
    ["We lit it.", 4],
  ]);
  expect(notes).toEqual([{ kind: "footnote", text: "That of [1899], by Ada." }]);
});

describe("A superscript or subscript that has a meaning stays", () => {
  test.each([
    ["It holds 10<sup>6</sup> tons.", "It holds 10⁶ tons."],
    ["By <sup>14</sup>C we date it.", "By ¹⁴C we date it."],
    ["Of <sup>235</sup><sub>92</sub>U it is.", "Of ²³⁵₉₂U it is."],
    ["By <sup>14</sup><sub>6</sub>C, or ²³⁸₉₂U.", "By ¹⁴₆C, or ²³⁸₉₂U."],
    ["“¹⁴C” and ²³⁵U. ²³⁸U", "“¹⁴C” and ²³⁵U. ²³⁸U"],
    ["It is x<sup>2</sup> or 2<sup>n</sup>.", "It is x² or 2ⁿ."],
    ["It is (a + b)<sup>2</sup>, or E=mc<sup>2</sup>.", "It is (a + b)², or E=mc²."],
    ["It is 5 km<sup>2</sup>.", "It is 5 km²."],
    ["It is 10<sup>−3</sup>.", "It is 10⁻³."],
    ["It is Ca<sup>2+</sup>, or 5 m s<sup>-1</sup>.", "It is Ca²⁺, or 5 m s⁻¹."],
    ["It is e<sup>iπ</sup>, or x<sup>a+b</sup>.", "It is e^(iπ), or x^(a+b)."],
    ["It is CO<sub>2</sub>.", "It is CO₂."],
    ["It is x<sub>i,j</sub>, or 10<sup>h</sup> 30<sup>m</sup>.", "It is x_(i,j), or 10h 30m."],
    ["It is 5 km² and 10⁶, or `a^[b c]`.", "It is 5 km² and 10⁶, or a^[b c]."],
    ["It is list[0] or x[1], and x^[n].", "It is list[0] or x[1], and x^[n]."],
    ["Use /item[1]/name, or list[1].name.", "Use /item[1]/name, or list[1].name."],
    ["It is ¹⁄₂ mile, or 3 ¹/2 feet.", "It is ¹⁄₂ mile, or 3 ¹/2 feet."],
    ["It is <sup>1</sup>⁄<sub>2</sub> mile.", "It is ¹⁄₂ mile."],
    ["<sup>3</sup>/<sub>4</sub> of it, or 2<sup>1</sup>∕<sub>16</sub>.", "³/₄ of it, or 2¹∕₁₆."],
    ["See [the log](a.md), or [1](b.md).", "See the log, or 1."],
    ["The 1<sup>st</sup> of May, M<sup>lle</sup> X.", "The 1st of May, Mlle X."],
  ])("%j", async (markdown, text) => {
    expect(await passageOf(markdown)).toMatchObject({ text, marks: [] });
  });
});

test.each([
  [" *a* b", " a b"],
  ["<sup>1</sup> word", " word"],
  [" CO<sub>2</sub>", " CO₂"],
  [" lamp.[1] *it*", " lamp. it"],
  ["![x](y) word", " word"],
  ["\nword", " word"],
])("No part of a paragraph has all of the text before it cut anew: %j", (part, text) => {
  /** Returns the length of all texts that are cut, in UTF-16 code units. */
  function workFor(parts: number): number {
    const [paragraph] = parseMarkdown(`word<sup>1</sup>${part.repeat(parts)}`).root.children;
    if (paragraph === undefined) throw new Error("There is no paragraph.");
    let work = 0;
    const { slice } = String.prototype;
    const slicing = vi.spyOn(String.prototype, "slice").mockImplementation(function (
      this: string,
      ...range
    ) {
      work += this.length;
      return slice.apply(this, range);
    });
    const rendered = renderInlineText(paragraph);
    slicing.mockRestore();
    expect(rendered.text === `word${text.repeat(parts)}`).toBe(true);
    return work;
  }
  expect(workFor(4000)).toBeLessThan(3 * workFor(2000) + 20_000);
});

test("The numbers of verses in the signs that only verses have are marks", async () => {
  expect(await passageOf("أشعل الحارس المصباح ﴿١﴾ ومرت ثلاث سفن ۝٢")).toMatchObject({
    text: "أشعل الحارس المصباح ومرت ثلاث سفن",
    marks: [{ text: " ﴿١﴾" }, { text: "۝٢" }],
  });
});

test("A list with brackets after its numbers has the notes of the marks with a bracket", async () => {
  const { passages, notes } = await documentIn({
    "a.md":
      "등대지기는 등불을 켰다1). 배 세 척이 지나갔다.2)\n\n1) 고래기름으로.\n2) 부두의 기록.\n",
  });
  expect(passages.map(({ text }) => text)).toEqual([
    "등대지기는 등불을 켰다. 배 세 척이 지나갔다.",
  ]);
  expect(notes.map(({ text }) => text)).toEqual(["고래기름으로.", "부두의 기록."]);
  const list = "등불을 켰다.\n\n1) 고래기름으로.\n2) 부두의 기록.\n";
  expect(await documentIn({ "a.md": list })).toMatchObject({ notes: [] });
});

test("Raised numbers before the words of verses are marks, and masses of isotopes are not", async () => {
  expect(
    await passageOf(
      "¹ In those days again. ² And ships, ³ “And men.” ⁴And so on. ¹⁶O is heavy, and *x*² too.",
    ),
  ).toMatchObject({
    text: "In those days again. And ships, “And men.” And so on. ¹⁶O is heavy, and x² too.",
  });
});

test("Bold numbers of verses count on from raised ones", async () => {
  const { passages } = await documentIn({
    "a.md":
      "<sup>1</sup> In those days a keeper lit the lamp. <sup>2</sup> And three ships went by.\n\n**3** And no one saw them. **4** He slept.",
  });
  expect(passages.map(({ text }) => text)).toEqual([
    "In those days a keeper lit the lamp. And three ships went by.",
    "And no one saw them. He slept.",
  ]);
});

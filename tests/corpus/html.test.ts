import { describe, expect, test } from "vitest";
import { documentIn } from "./folder.ts";

describe("An image in HTML is shown by its alternative text", () => {
  test.each([
    ['<img src="x.png" alt="a > b">', ["a > b"]],
    ["<img alt=wick src=x.png>", ["wick"]],
    ['<img alt="oil &amp; wick &mdash; 1899" src="x.png">', ["oil & wick — 1899"]],
    ['<img data-alt="no" src="x.png">', [""]],
    ["<img title=' alt=\"no\"' src=x.png>", [""]],
    ['<IMG\n  SRC="x.png"\n  ALT="a lamp">', ["a lamp"]],
    ['<div>\n<a href="/"><img alt="one"></a>\n<img alt="two">\n</div>', ["one", "two"]],
    ['<picture>\n<source srcset="x.webp">\n<img alt="one">\n</picture>', ["one"]],
    ['<!-- <img alt="hidden"> -->\n<img alt="shown">', ["shown"]],
    ['<div>\n<style>\np { color: red }\n</style>\n<img alt="one">\n</div>', ["one"]],
  ])("%j", async (html, alternatives) => {
    const { passages, unquotable } = await documentIn({ "a.md": `Begin.\n\n${html}\n\nEnd.` });
    expect(unquotable).toEqual(alternatives.map((text) => ({ kind: "image", text, before: "2" })));
    expect(passages.map(({ text }) => text)).toEqual(["Begin.", "End."]);
  });

  test("within a paragraph, where it does not join the words beside it", async () => {
    const markdown = 'One<img alt="a > b" src="x.png">two <img alt=three>.';
    const { passages, unquotable } = await documentIn({ "a.md": markdown });
    expect(passages.map(({ text }) => text)).toEqual(["One two ."]);
    expect(unquotable.map(({ text }) => text)).toEqual(["a > b", "three"]);
  });
});

test.each([
  ["<!-- one -->", []],
  ["<!-- one\n\n<img alt='two'>\n-->", []],
  ["<!---->", []],
  ["<!-- one --> two <!-- three -->", ["html"]],
  ['<!-- one --><script>"<!-- two -->"</script>', ["html"]],
  ["<!-- one --><hr>", ["html"]],
])("A block of HTML is a comment if it has nothing else: %j", async (html, kinds) => {
  const { unquotable } = await documentIn({ "a.md": `Begin.\n\n${html}\n\nEnd.` });
  expect(unquotable.map(({ kind }) => kind)).toEqual(kinds);
});

test("A block of HTML that nests too deeply is shown as it is", async () => {
  const html = `${"<div>".repeat(20_000)}<img alt="one">`;
  const { unquotable } = await documentIn({ "a.md": `Begin.\n\n${html}\n\nEnd.` });
  expect(unquotable).toEqual([{ kind: "html", text: html, before: "2" }]);
});

describe("A tag within a paragraph that begins or ends a line does so, whatever its attributes are", () => {
  test.each([
    ['One<br clear="all">two', "One\ntwo"],
    ["One<br\nclass='x > y'>two", "One\ntwo"],
    ["One<p>two</p>three", "One\ntwo\nthree"],
    ['One <div align="center">two</div>', "One \ntwo"],
    ["One<hr><li>two", "One\ntwo"],
    ["<b>One</b><span>two</span><wbr>three", "Onetwothree"],
    ['The lamp<sup title="a > b">1</sup> failed.', "The lamp failed."],
  ])("%j", async (markdown, text) => {
    const { passages } = await documentIn({ "a.md": markdown });
    expect(passages.map((passage) => passage.text)).toEqual([text]);
  });
});

/** A folder of plain Markdown that uses every construct that can affect a paragraph. */
export const HOSTILE_MARKDOWN = {
  "inline.md": [
    "Begin.",
    "*Em _phasis_*, **strong**, ***both***, a*b*c, a_b_c, *un closed, **_mixed_**.",
    "&amp; &lt;b&gt; &quot;x&quot; &copy; &AElig; &ngE; &#35; &#x22; &nonsense; &amp;amp; &#0;",
    "\\*not em\\* \\# \\[no\\](link) \\\\ \\a \\&amp; 1\\. \\<b> \\`no code\\`",
    '[A *link*](https://x.org/(a) "title"), [full][r], [collapsed][], [r], [no ref][nr]',
    "Before ![an *image*](i.png) after",
    "`code *x* &amp; \\`, `` a `tick` b ``, `<b>`, `  two  `, `unclosed",
    '<https://x.org/a?b=c&d>, <a@b.org>, https://x.org, <b title="*x*">tag</b>, <!-- - -->, <?x ?>',
    "One<br>two<br/>\nthree<BR />four  \nfive\\\nsix\n   seven\n\tnine",
    "    [r]: indented code, no definition",
    '[r]: <https://example.org> "A title"\n[Collapsed]:\n  /url',
    "@everyone <@1234> <#1234> <t:0:R> <:smile:1234> ||spoiler|| ~~struck~~ __line__",
    "-# small\n#no heading\n#hashtag\n####### seven",
    "“Curly” ‘quotes’, «guillemets», em—dash, en–dash, no\u00a0break, 전각\u3000공백, é and e\u0301.",
    "Words {braces} $x_1*y_2$ :smile: a||b 1*2*3",
  ].join("\n\n"),

  "blocks/quotes.md": [
    "> One\ncontinued *lazily\n> and* > not nested\n>> nested\n> still nested",
    "> - in a list\n>   > in a quotation\n>\n>     in the item",
    "> # Heading\n> Words\n> ---\n> More",
    ">no space\n>\ta tab",
    ">>> three deep\n>\n> back again",
    "> ```\n> code\n> ```\n> after code",
  ].join("\n\n"),

  "blocks/deeper/lists.md": [
    "- a\n- b\n\n  c\n  - d\n\n    e\n    1. f\n       g\n    2. h `i\n       j` k",
    "- > l\n  > m\n    n",
    "3) o\n   p\n+ q\n* * *\nr\n===\ns | t |\n u | ~~v~~",
    "- w\n- y",
    "```\ncode\n```\nafter code\n<div>\nhtml\n</div>",
    "after html",
  ].join("\n\n"),
} as const;

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEpub } from "../../src/import/epub/epub.ts";
import { withoutDeclarations } from "../../src/import/shared/xml.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { type Book, epubOf, xhtmlPage, zipOf } from "./epubs.ts";
import { markdownLikeTexts, passagesOf, textsOf } from "./passages.ts";
import { readingError, readManuscript } from "./read-manuscripts.ts";

async function read(book: Book) {
  return readManuscript(readEpub, await epubOf(book));
}

describe("the text of an EPUB", () => {
  test("is preserved character for character, even if Markdown would interpret it", async () => {
    await fc.assert(
      fc.asyncProperty(markdownLikeTexts, async (texts) => {
        const body = texts.map((text) => `<p>${escapeXml(text)}</p>`).join("\n");
        expect(textsOf(await read({ pages: { "a.xhtml": xhtmlPage(body) } }))).toEqual(texts);
      }),
      { numRuns: runs(20) },
    );
  });

  test("is read in the order of the spine, under its headings", async () => {
    const manuscript = await read({
      pages: {
        "z.xhtml": xhtmlPage("<h1>A Book</h1><p>First.</p>"),
        "a.xhtml": xhtmlPage("<header><h2>A Chapter</h2></header><p>Second.</p>"),
      },
    });
    expect(passagesOf(manuscript)).toEqual([
      { text: "First.", headings: ["A Book"] },
      { text: "Second.", headings: ["A Book", "A Chapter"] },
    ]);
  });

  test("is parsed as XHTML, with self-closing tags, CDATA sections and named entities", async () => {
    const manuscript = await read({
      pages: {
        "a.xhtml": xhtmlPage(
          '<a id="x"/><p>One<i/>&nbsp;two<br/>three</p><p><![CDATA[4 < 5]]></p>',
        ),
      },
    });
    expect(textsOf(manuscript)).toEqual(["One\u00A0two\nthree", "4 < 5"]);
  });

  test("has elements with prefixes, and one case of a switch", async () => {
    const math = (x: string) =>
      `<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:msup><m:mn>10</m:mn><m:mn>${x}</m:mn></m:msup></m:math>`;
    const manuscript = await read({
      pages: {
        "a.xhtml": `<?xml version="1.0"?><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:body><h:p>One<h:br/>two.</h:p><h:p>Three.</h:p></h:body></h:html>`,
        "b.xhtml": xhtmlPage(
          `<p>It holds ${math("6")}, or <epub:switch><epub:case>${math("7")}</epub:case><epub:default>a picture</epub:default></epub:switch>.</p>
          <epub:switch><epub:case><p>Drawn.</p></epub:case><epub:default><p>Written.</p></epub:default></epub:switch>`,
        ),
      },
    });
    expect(textsOf(manuscript)).toEqual([
      "One\ntwo.",
      "Three.",
      "It holds 10⁶, or 10⁷.",
      "Written.",
    ]);
  });

  test("keeps the lines that a style sheet sets apart", async () => {
    const page = xhtmlPage("<p><span>How bright,</span><span>how dark.</span></p>").replace(
      "</head>",
      '<link rel="stylesheet" href="../book.css"/></head>',
    );
    const more = { "OEBPS/book.css": "p span { display: block; }" };
    expect(textsOf(await read({ pages: { "a.xhtml": page }, more }))).toEqual([
      "How bright,\nhow dark.",
    ]);
  });

  test("has no words that its style sheet hides on screens of all sizes", async () => {
    const page = xhtmlPage(
      '<p>The <b class="h">secret </b>lamp.</p><p class="h">It was hidden.</p>',
    );
    const pageWith = (css: string) =>
      read({ pages: { "a.xhtml": page.replace("</head>", `<style>${css}</style></head>`) } });
    const hidden = await pageWith("/* x */ p { margin: 0 } .h { color: red; display: none }");
    expect(textsOf(hidden)).toEqual(["The lamp."]);
    expect(hidden.remarks.map(inEnglish)).toContain("Left out beside the text: hidden parts.");
    const shown = await pageWith(
      "@media amzn-mobi, print { p { margin: 0 } .h { display: none } }",
    );
    expect(textsOf(shown)).toEqual(["The secret lamp.", "It was hidden."]);
  });

  test("takes headings from the table of contents for pages without one", async () => {
    const manuscript = await read({
      pages: {
        "a.xhtml": xhtmlPage("<p>First.</p>"),
        "b.xhtml": xhtmlPage("<h2>Its own</h2><p>Second.</p>"),
      },
      nav: `<li><a href="text/a.xhtml">The <i>first</i> &amp; best</a></li><li><a href="text/b.xhtml#x">Not this</a></li>`,
    });
    expect(passagesOf(manuscript)).toEqual([
      { text: "First.", headings: ["The first & best"] },
      { text: "Second.", headings: ["Its own"] },
    ]);
  });

  test("has a heading once if a page begins with its title from the table of contents", async () => {
    const epub = await epubOf({
      pages: {
        "a.xhtml": xhtmlPage('<p class="c"><span>First </span>Letter</p><p>It was lit.</p>'),
      },
      nav: '<li><a href="text/a.xhtml">First Letter</a></li>',
    });
    const manuscript = await readManuscript(readEpub, epub);
    expect(passagesOf(manuscript)).toEqual([{ text: "It was lit.", headings: ["First Letter"] }]);
  });

  test("excludes the table of contents, nonlinear pages and the page numbers of the printed book", async () => {
    const manuscript = await read({
      pages: {
        "a.xhtml": xhtmlPage('<p>Some <span epub:type="pagebreak" title="7">7</span>words.</p>'),
        "b.xhtml": xhtmlPage("<p>An answer to a riddle.</p>"),
      },
      spine: { "b.xhtml": 'linear="no"' },
      nav: `<li><a href="text/a.xhtml#x">A part</a></li>`,
    });
    expect(textsOf(manuscript)).toEqual(["Some words."]);
    expect(manuscript.remarks.map(inEnglish)).toEqual([
      "Page numbers of the print (1) were taken out of the words.",
      "A table of contents, or a list of figures, was left out.",
      "Parts outside the reading order were left out: “An answer to a riddle.”.",
    ]);
  });

  test.each(["cover.xhtml", "b.xhtml"])(
    "keeps the words of a cover beside the reading order: %s",
    async (name) => {
      const type = name === "cover.xhtml" ? "" : ' epub:type="cover"';
      const manuscript = await read({
        pages: {
          [name]: xhtmlPage(`<section${type}><p>For the keeper, with love.</p></section>`),
          "a.xhtml": xhtmlPage("<p>Some words.</p>"),
        },
        spine: { [name]: 'linear="no"' },
      });
      expect(textsOf(manuscript)).toEqual(["For the keeper, with love.", "Some words."]);
    },
  );

  test.each([
    '<section epub:type="colophon"><p>Set in Dante.</p></section>',
    '<section role="doc-colophon"><p>Made by the press.</p></section>',
    '<div epub:type="imprint"><p>Published.</p></div>',
  ])("excludes a publisher’s section within a page: %s", async (section) => {
    const manuscript = await read({
      pages: { "a.xhtml": xhtmlPage(`<p>Some words.</p>${section}<p>And more.</p>`) },
    });
    expect(textsOf(manuscript)).toEqual(["Some words.", "And more."]);
    expect(manuscript.remarks.map(inEnglish)).toEqual([
      "Left out beside the text: sections of the publisher.",
    ]);
  });

  test.each(["section", "body"])(
    "keeps the dedication and the epigraph on a title page: %s",
    async (place) => {
      const title = `<h1>The Lamp</h1><p>Ann Example</p><div><blockquote epub:type="epigraph"><p>Let it burn.</p>
        </blockquote><p role="doc-dedication">For Bo.</p></div><p>Night Books</p>`;
      const page =
        place === "body"
          ? xhtmlPage(title).replace("<body", '<body epub:type="titlepage"')
          : xhtmlPage(`<section epub:type="titlepage">${title}</section>`);
      const manuscript = await read({
        pages: { "a.xhtml": page, "b.xhtml": xhtmlPage("<p>Some words.</p>") },
      });
      expect(textsOf(manuscript)).toEqual(["Let it burn.", "For Bo.", "Some words."]);
      expect(manuscript.remarks.map(inEnglish)).toEqual([
        "Left out beside the text: sections of the publisher.",
      ]);
    },
  );

  test.each([
    "<p>Impressum</p><p>Verlag Müller, Berlin 1999. ISBN 3-12-345678-9. Alle Rechte vorbehalten.</p>",
    "<p>奥付</p><p>初版発行 2001年</p><p>発行所 株式会社灯台社</p>",
    "<h1>A Note on the Type</h1><p>This book was set in Monotype Dante.</p>",
    "<p>Alle Rechte vorbehalten. © 2011 Verlag Nacht. Gedruckt in Deutschland. ISBN 978-3</p>",
    "<p>Tous droits réservés. © Éditions de la Nuit. Dépôt légal : mars 2012.</p>",
    "<p>Reservados todos los derechos. Primera edición: 2010. ISBN 978-84</p>",
    "<p>Все права защищены. © Издательство «Ночь». ISBN 978-5</p>",
    "<h2>奥付</h2><p>発行者 夜書房</p>",
    "<p>Night Books</p><p>Copyright 2011 by Night</p><p>Printed in Wales</p><p>Published by Night</p>",
    "<p>版权所有 侵权必究 夜出版社 定价 20元</p>",
    '<h1>Inhalt</h1><ul><li><a href="a.xhtml">Die Lampe</a></li></ul>',
    "<p>The moral right of the author has been asserted.</p><p>A CIP catalogue record is available.</p>",
    "<p>This is a work of fiction. Names, characters and places are invented.</p>",
    "<p>Thank you for buying this ebook. Sign up for our newsletter.</p>",
    "<p>Titre original : La Nuit</p><p>© Éditions de la Nuit, 2001, pour la traduction française.</p>",
    "<p>Cet ouvrage a été composé et achevé d’imprimer par la Nuit.</p>",
    "<p>Nakład 1000 egz. Wydanie pierwsze.</p>",
    "<p>Спасибо, что скачали книгу в бесплатной электронной библиотеке!</p>",
    "<p>Also by Ada Quill</p><p>The Bell</p><p>The Fog</p>",
    "<h2>Other books by the author</h2><p>The Fog</p>",
    "<p>Du même auteur</p><p>La Cloche</p><p>Le Brouillard</p>",
    "<p>二〇〇七年三月二日 初版発行</p><p>発行者 夜書房</p><p>印刷所 夜印刷</p><p>本書の無断複写を禁じます。</p>",
    "<p>Cette édition électronique du livre a été réalisée le 2 mars 2007 par la Nuit.</p>",
    "<p>Esta edición digital fue realizada en mayo de 2007 por la Noche.</p>",
    "<h2>Weitere Bücher des Verlags</h2><p>Der Nebel. Roman. 12,90 €</p>",
    "<h2>Transcriber’s Note</h2><p>Obvious misprints were corrected.</p>",
  ])("excludes a publisher’s page in any language: %s", async (page) => {
    const chapter =
      "<h1>Die Lampe</h1><p>Der Verlag hatte alle Rechte, und in Deutschland wurde die Lampe gedruckt.</p>";
    const manuscript = await read({
      pages: { "a.xhtml": xhtmlPage(chapter), "b.xhtml": xhtmlPage(page) },
    });
    expect(textsOf(manuscript)).toEqual([
      "Der Verlag hatte alle Rechte, und in Deutschland wurde die Lampe gedruckt.",
    ]);
    expect(manuscript.remarks).toHaveLength(1);
  });

  test("excludes scripts and pictures", async () => {
    const manuscript = await read({
      pages: {
        "a.xhtml": xhtmlPage(
          '<p>Some <img src="x.png" alt=""/>words.</p><script>alert(1)</script>',
        ),
      },
    });
    expect(textsOf(manuscript)).toEqual(["Some words."]);
    expect(JSON.stringify(manuscript.content)).not.toContain("alert");
  });
});

test.each([
  "<h1>The Light</h1><p>Ada Quill</p><p>Exported from Wikisource on 29 November 2026</p>",
  "<p>Le Phare</p><p>Exporté de Wikisource le 29 novembre 2026</p>",
  "<h2>About this digital edition</h2><p>Volunteers made this book.</p>",
  "<h2>À propos de cette édition électronique</h2><p>Des bénévoles ont fait ce livre.</p>",
])("a page that a library’s program added to a book is left out: %s", async (page) => {
  const epub = await epubOf({
    pages: {
      "a.xhtml": xhtmlPage(page),
      "b.xhtml": xhtmlPage("<p>They exported lamps, and Wikisource knew.</p>"),
    },
  });
  const manuscript = await readManuscript(readEpub, epub);
  expect(textsOf(manuscript)).toEqual(["They exported lamps, and Wikisource knew."]);
  expect(manuscript.remarks.map(inEnglish).join()).toContain("The publisher’s pages were left out");
});

test("a guide drops no words, whatever it calls a page or a place in one", async () => {
  const links = ["I", "II", "III", "IV", "V"].map(
    (name) => `<li><a href="b.xhtml">Part ${name}</a></li>`,
  );
  const list = `<ol id="toc">${links.join("")}</ol><p>For Ruth.</p>`;
  const prose = '<h1 id="toc">I</h1><p>The lamp was lit, as <a href="b.xhtml">II</a> says.</p>';
  for (const [page, href] of [
    [list, "text/a.xhtml#toc"],
    [prose, "text/a.xhtml"],
    [prose, "text/a.xhtml#toc"],
  ] as const) {
    for (const type of ["toc", "cover", "title-page", "copyright-page", "loi"]) {
      const epub = await epubOf({
        pages: { "a.xhtml": xhtmlPage(page), "b.xhtml": xhtmlPage("<h1>II</h1><p>It burned.</p>") },
        guide: `<reference type="${type}" href="${href}"/>`,
      });
      const words = textsOf(await readManuscript(readEpub, epub));
      expect(words).toContain(page === list ? "For Ruth." : "The lamp was lit, as II says.");
      expect(words).toContain("It burned.");
    }
  }
});

test("a page that is called a chapter is text, also with the words of a publisher’s page", async () => {
  const page = (type: string) =>
    `<section epub:type="${type}"><h1>Colophon</h1><p>“Set in Dante,” he read, “and printed in Kiel.”</p></section>`;
  for (const type of ["chapter", "prologue", "epilogue", "appendix"]) {
    const epub = await epubOf({
      pages: { "a.xhtml": xhtmlPage(page(type)), "b.xhtml": xhtmlPage(page("part-of-none")) },
    });
    const manuscript = await readManuscript(readEpub, epub);
    expect(textsOf(manuscript)).toEqual(["“Set in Dante,” he read, “and printed in Kiel.”"]);
  }
});

test("a chapter is text, although its title is that of a publisher’s page", async () => {
  const page =
    '<section epub:type="chapter"><h1>Copyright</h1><p>The house debated it.</p></section>';
  const epub = await epubOf({
    pages: { "a.xhtml": xhtmlPage(page), "b.xhtml": xhtmlPage("<h1>Copyright</h1><p>© 2011</p>") },
  });
  const manuscript = await readManuscript(readEpub, epub);
  expect(textsOf(manuscript)).toEqual(["The house debated it."]);
});

test("a chapter with the title of a publisher’s page is text, and so are its verses", async () => {
  const titles = fc.constantFrom(
    ...["Copyright", "Credits", "Colophon", "Imprint", "Newsletter", "A Note on the Type"],
    ...["Also by Night", "Transcriber’s Note", "Books by the Sea", "Praise for Night"],
  );
  const lines = fc.subarray(
    [
      "Cette édition était rare, dit-elle, et réalisée par un moine.",
      "The question of copyright was debated by the keepers, and nobody agreed.",
      "I have known twelve of that type.",
      "The oil was poured into the barrel, and the bell was rung.",
      "I set the lamp upon the sill,",
      "And night came in;",
    ],
    { minLength: 1 },
  );
  const element = fc.constantFrom("h1", "h3", "p");
  await fc.assert(
    fc.asyncProperty(titles, lines, element, async (title, texts, tag) => {
      const page = `<${tag}>${title}</${tag}>${texts.map((one) => `<p>${one}</p>`).join("")}`;
      const epub = await epubOf({
        pages: { "a.xhtml": xhtmlPage(page), "b.xhtml": xhtmlPage("<p>It was lit.</p>") },
      });
      const manuscript = await readManuscript(readEpub, epub);
      expect(textsOf(manuscript)).toEqual([
        ...(tag === "p" ? [title] : []),
        ...texts,
        "It was lit.",
      ]);
    }),
    { numRuns: 40 },
  );
});

test.each([
  "She spoke of the moral rights of man, and of those of the keeper.",
  "The question of copyright was debated in London in 1907.",
  "This is a work of fiction, she said, and wept.",
  "Copyright was a word that the house of 1907 disliked.",
])(
  "a short page without a heading is text if it only has words of a publisher’s: %s",
  async (text) => {
    const manuscript = await read({ pages: { "a.xhtml": xhtmlPage(`<p>${text}</p>`) } });
    expect(textsOf(manuscript)).toEqual([text]);
  },
);

test.each(["toc", "landmarks", "loi"])(
  "a list of parts within a chapter is left out by its type, and sentences stay: %s",
  async (type) => {
    const list = `<section epub:type="${type}"><p>The Dusk</p><p>The Fog</p></section>`;
    const text = `<section epub:type="${type}"><p>I set the lamp upon the sill.</p></section>`;
    const manuscript = await read({
      pages: { "a.xhtml": xhtmlPage(`<h1>One</h1><p>It was lit.</p>${list}${text}`) },
    });
    expect(textsOf(manuscript)).toEqual(["It was lit.", "I set the lamp upon the sill."]);
    expect(manuscript.remarks.map(inEnglish)).toEqual(["Left out beside the text: navigation."]);
  },
);

test("an EPUB’s metadata become the fields of a book", async () => {
  const { metadata } = await read({
    metadata: `<dc:title>A Mill</dc:title><dc:creator id="c">Ann Example</dc:creator>
      <dc:creator id="t">Bo Other</dc:creator><meta refines="#t" property="role">trl</meta>
      <dc:language>en-gb</dc:language><dc:publisher>A Press</dc:publisher><dc:rights>Free.</dc:rights>
      <dc:date>1999-05-01T00:00:00Z</dc:date><dc:identifier>urn:isbn:978-0-306-40615-7</dc:identifier>`,
    pages: { "a.xhtml": xhtmlPage("<p>Words.</p>") },
  });
  expect(metadata).toEqual({
    type: "book",
    title: "A Mill",
    language: "en-GB",
    rights: "Free.",
    more: {
      author: "Ann Example",
      translator: "Bo Other",
      publisher: "A Press",
      ISBN: "9780306406157",
      issued: "1999-05-01",
    },
  });
});

test("a person with several roles has each of them, in any order", async () => {
  const roles = ["ann", "aut", "dto", "trl"];
  await fc.assert(
    fc.asyncProperty(
      fc
        .shuffledSubarray(roles, { minLength: 1 })
        .filter((some) => some.some((one) => one !== "ann" && one !== "dto")),
      async (some) => {
        const metas = some.map((role) => `<meta refines="#c" property="role">${role}</meta>`);
        const { metadata } = await read({
          metadata: `<dc:creator id="c">Ann Example</dc:creator>${metas.join("")}`,
          pages: { "a.xhtml": xhtmlPage("<p>Words.</p>") },
        });
        expect(metadata.more?.["author"]).toBe(some.includes("aut") ? "Ann Example" : undefined);
        expect(metadata.more?.["translator"]).toBe(
          some.includes("trl") ? "Ann Example" : undefined,
        );
      },
    ),
    { numRuns: runs(20) },
  );
});

describe("a damaged or malicious EPUB", () => {
  const pages = { "a.xhtml": xhtmlPage("<p>Words.</p>") };
  const encryption = (algorithm: string) => ({
    "META-INF/encryption.xml": `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/></enc:EncryptedData></encryption>`,
  });

  test("is refused if its text is encrypted", async () => {
    const more = encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc");
    expect(await readingError(readEpub, await epubOf({ pages, more }))).toMatch(/is encrypted/);
  });

  test("is read if only its fonts are encrypted", async () => {
    const more = encryption("http://www.idpf.org/2008/embedding");
    expect(textsOf(await read({ pages, more }))).toEqual(["Words."]);
  });

  test("is read with characters instead of its entities, and refused if these are no few characters", async () => {
    const value = fc.oneof(
      fc.constantFrom("&#x2014;", "&#8216;", "Ann &#x26; Bo", "—", "x"),
      fc.constantFrom("&b;", "%b;", "<b/>", "x".repeat(100)),
    );
    await fc.assert(
      fc.asyncProperty(value, fc.constantFrom('"', "'"), async (entity, quote) => {
        const type = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x.dtd" [\n<!ENTITY a ${quote}${entity}${quote}>\n<!ATTLIST p x CDATA #IMPLIED>]>`;
        const page = `<html xmlns="http://www.w3.org/1999/xhtml"><body><p>7 &a; &amp; <![CDATA[&a;]]></p></body></html>`;
        const epub = await epubOf({ pages: { "a.xhtml": type + page } });
        const isPlain = !/&b|%|<|x{9}/.test(entity);
        const error = await readingError(readEpub, epub);
        if (!isPlain) {
          expect(error).toMatch(/defines XML entities/);
          return;
        }
        const read = entity.replace("&#x2014;", "—").replace("&#8216;", "‘").replace("&#x26;", "&");
        const manuscript = await readManuscript(readEpub, epub);
        expect(textsOf(manuscript)).toEqual([`7 ${read} & &a;`]);
      }),
      { numRuns: runs(20) },
    );
  });

  test("is read without the declarations of its document type", async () => {
    const type = `<!DOCTYPE html [<!ATTLIST p x CDATA #IMPLIED>\n<!ELEMENT p ANY>]>`;
    const page = xhtmlPage("<p>Words.</p>").replace("<!DOCTYPE html>", type);
    expect(textsOf(await read({ pages: { "a.xhtml": page } }))).toEqual(["Words."]);
  });

  test("is read with what looks like a document type in a comment or a CDATA section", async () => {
    const declared = fc.constantFrom('<!ENTITY a "sea">', "<!ELEMENT note ANY>", "");
    const type = declared.map((one) => `<!DOCTYPE note [ ${one} ]>`);
    const before = fc.constantFrom("", "<?x <!-- ?>", "<!-- a > ] -->\n");
    await fc.assert(
      fc.asyncProperty(type, before, fc.boolean(), async (example, start, isTyped) => {
        const own = isTyped ? '<!DOCTYPE html [<!ENTITY a "lamp"><!ENTITY a "boat">]>' : "";
        const page = `<html xmlns="http://www.w3.org/1999/xhtml"><body><!-- ${example} --><p>The <![CDATA[${example} &a;]]> &${isTyped ? "a" : "amp"};</p></body></html>`;
        const manuscript = await read({ pages: { "a.xhtml": start + own + page } });
        // The first declaration of an entity counts.
        const words = `The ${example} &a; ${isTyped ? "lamp" : "&"}`;
        expect(textsOf(manuscript)).toEqual([words.replace(/\s+/g, " ")]);
      }),
      { numRuns: runs(20) },
    );
  });

  test("is read in linear time, although no document type, comment or CDATA section ends", () => {
    for (const start of [
      "<!DOCTYPE x [",
      "<!DOCTYPE x []",
      "<!--",
      "<![CDATA[",
      "<?x ",
      "--><!--",
    ]) {
      const xml = start.repeat(300_000);
      expect(withoutDeclarations(xml) === xml, start).toBe(true);
    }
  });

  test("is refused if it defines entities, which could expand to gigabytes", async () => {
    const billionLaughs = `<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${pages["a.xhtml"]}`;
    const epub = await epubOf({ pages: { "a.xhtml": billionLaughs } });
    expect(await readingError(readEpub, epub)).toMatch(/defines XML entities/);
  });

  test("is refused, with the reason, if a page nests too deeply", async () => {
    const epub = await epubOf({ pages: { "a.xhtml": xhtmlPage("<i>".repeat(100_000)) } });
    expect(await readingError(readEpub, epub)).toMatch(/nests them too deeply/);
  });

  test("is refused if it has no package or no text", async () => {
    expect(await readingError(readEpub, await zipOf({ a: "b" }))).toMatch(
      /does not list its contents/,
    );
    expect(await readingError(readEpub, await epubOf({ pages: {} }))).toMatch(
      /^The reading order of this EPUB has no text that can be read\./,
    );
  });

  test("is refused with what is missing from it, also from its own list", async () => {
    const broken = await epubOf({
      pages: { "a.xhtml": xhtmlPage("") },
      spine: { "a.xhtml": '/><itemref idref="nowhere"' },
    });
    expect(await readingError(readEpub, broken)).toBe(
      "The reading order of this EPUB has no text that can be read. Import another edition. Parts that are missing from the archive (1) were left out.",
    );
  });

  test("is refused if its container leads out of the archive", async () => {
    for (const path of [
      "file:///etc/passwd",
      "http://127.0.0.1/book.opf",
      "//127.0.0.1/book.opf",
    ]) {
      const container = `<container><rootfiles><rootfile full-path="${path}"/></rootfiles></container>`;
      const epub = await zipOf({ "META-INF/container.xml": container, "book.opf": "<package/>" });
      expect(await readingError(readEpub, epub)).toMatch(/does not list its contents/);
    }
  });

  test("never makes the reader throw, whichever bytes are changed", async () => {
    const good = await epubOf({ pages });
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const bytes = Buffer.from(good);
        for (const [index, value] of changes) bytes[index] = value;
        const reading = await readEpub({ name: "a.epub", bytes });
        expect("error" in reading || reading.manuscripts.length === 1).toBe(true);
      }),
      { numRuns: runs(40) },
    );
  });
});

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

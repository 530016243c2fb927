import { ATTRIBUTES, expandSelfClosingTags } from "../html/tags.ts";

/** The content of a page's body as HTML. */
export interface HtmlPage {
  readonly html: string;
  /** How many page numbers of the printed book were removed. */
  readonly pageNumbers: number;
}

const PAGE_NUMBER = new RegExp(
  `<(span|div|a)\\b(?=${ATTRIBUTES}\\bepub:type=["']pagebreak["'])${ATTRIBUTES}>[^<]*</\\1>`,
  "gi",
);

/**
 * Converts XHTML to HTML: resolves CDATA sections, removes processing instructions and expands
 * self-closing tags. Headers, asides and the like become `div` elements, since they belong to a
 * book's text, but are boilerplate on a web page.
 */
export function xhtmlToHtml(xhtml: string): HtmlPage {
  const page = expandSelfClosingTags(
    xhtml
      .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
        text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
      )
      .replace(/<\?[\s\S]*?\?>/g, ""),
  ).replace(/<(\/?)(?:header|footer|aside|main|article|nav)\b/gi, "<$1div");
  let pageNumbers = 0;
  const html = bodyContent(page).replace(PAGE_NUMBER, () => {
    pageNumbers += 1;
    return "";
  });
  return { html, pageNumbers };
}

function bodyContent(html: string): string {
  const startTag = /<body\b[^>]*>/i.exec(html);
  if (startTag === null) return html;
  const start = startTag.index + startTag[0].length;
  const end = html.toLowerCase().lastIndexOf("</body");
  return html.slice(start, end < start ? undefined : end);
}

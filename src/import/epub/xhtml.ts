/** What stands between the tags of a page's body, as HTML. */
export interface XhtmlPage {
  readonly html: string;
  /** How many numbers of printed pages were taken out. */
  readonly pageNumbers: number;
}

/** Elements that never have content, and so end where they begin (HTML, 13.1.2). */
const VOID = "area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr";

const ATTRIBUTES = `(?:[^<>"']|"[^"<]*"|'[^'<]*')*?`;

const SELF_CLOSED = new RegExp(`<(?!(?:${VOID})\\b)([a-z][\\w:.-]*)(${ATTRIBUTES})/>`, "gi");

const PAGE_NUMBER = new RegExp(
  `<(span|div|a)\\b(?=${ATTRIBUTES}\\bepub:type=["']pagebreak["'])${ATTRIBUTES}>[^<]*</\\1>`,
  "gi",
);

/**
 * Writes XHTML as HTML. There only some elements close themselves, or all that follows would be in the
 * title; and there a header or an aside is none of the page's words, as it is in a book.
 */
export function xhtmlToHtml(xhtml: string): XhtmlPage {
  const written = xhtml
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
    )
    .replace(/<\?[\s\S]*?\?>/g, "")
    .replace(SELF_CLOSED, "<$1$2></$1>")
    .replace(/<(\/?)(?:header|footer|aside|main|article|nav)\b/gi, "<$1div");
  const body = bodyOf(written);
  const html = body.replace(PAGE_NUMBER, "");
  return { html, pageNumbers: body === html ? 0 : (body.match(PAGE_NUMBER)?.length ?? 0) };
}

function bodyOf(html: string): string {
  const start = /<body\b[^>]*>/i.exec(html);
  if (start === null) return html;
  const from = start.index + start[0].length;
  const to = html.toLowerCase().lastIndexOf("</body");
  return html.slice(from, to < from ? undefined : to);
}

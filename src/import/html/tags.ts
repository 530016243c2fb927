// Work on a page's tags before it is parsed.

/** The attributes of a tag, as the source of a regular expression. Quoted values may contain “>”. */
const ATTRIBUTES = `(?:[^<>"']|"[^"<]*"|'[^'<]*')*?`;

/** The void elements, which have no end tag (HTML, 13.1.2), and the obsolete `param`. */
const VOID_ELEMENTS = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr";

const SELF_CLOSING_TAG = new RegExp(
  `<(?!(?:${VOID_ELEMENTS})(?![\\w:.-]))([a-z][\\w:.-]*)(${ATTRIBUTES})/>`,
  "gi",
);

/**
 * Writes the tags of XHTML as those of HTML. `<title/>` becomes `<title></title>`, since HTML ignores the slash, so that
 * such an element would contain everything after it; and `<m:math>` becomes `<math>`, since HTML knows no prefixes.
 */
export function toHtmlTags(xhtml: string): string {
  return removePrefixes(xhtml).replace(SELF_CLOSING_TAG, "<$1$2></$1>");
}

/** The declaration of a prefix for the elements of XHTML, MathML or SVG. */
const PREFIX =
  /\sxmlns:([\w-]+)\s*=\s*["']http:\/\/www\.w3\.org\/(?:1999\/xhtml|1998\/Math\/MathML|2000\/svg)["']/g;

function removePrefixes(xhtml: string): string {
  const prefixes = new Set([...xhtml.matchAll(PREFIX)].map(([, prefix]) => prefix));
  if (prefixes.size === 0) return xhtml;
  return xhtml.replace(/<(\/?)([\w-]+):(?=[a-z])/gi, (tag, slash: string, prefix: string) =>
    prefixes.has(prefix) ? `<${slash}` : tag,
  );
}

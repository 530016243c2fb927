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

/** The maximum depth of open elements, as in browsers. */
const MAX_DEPTH = 512;

/** Elements without content, or whose end tag may be omitted. */
const UNCOUNTED_ELEMENTS = new Set(
  `a area base body br col colgroup dd dt embed head hr html img input li link meta nobr optgroup option
  p param rb rp rt rtc source tbody td tfoot th thead tr track wbr`.split(/\s+/),
);

/** A tag, or a comment, a script or a style sheet, in which no tag begins an element. */
const TAG = /<!--(?:-?>|.*?--!?>)|<(script|style)\b.*?<\/\1|<\/?[a-z][a-z0-9]*/gis;

/**
 * Whether HTML nests elements so deeply that parsing it would take forever. Only the tags are
 * scanned, before any tree is built.
 */
export function htmlNestsTooDeeply(html: string): boolean {
  let depth = 0;
  for (const [tag, rawText] of html.matchAll(TAG)) {
    if (rawText !== undefined || tag.startsWith("<!--")) continue;
    const isEndTag = tag.startsWith("</");
    if (UNCOUNTED_ELEMENTS.has(tag.slice(isEndTag ? 2 : 1).toLowerCase())) continue;
    depth = isEndTag ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

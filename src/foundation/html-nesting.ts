/** The maximum depth of open elements, as in browsers. */
const MAX_DEPTH = 512;

/** Elements without content, or whose end tag may be omitted. */
const UNCOUNTED_ELEMENTS = new Set(
  `a area base body br col colgroup dd dt embed head hr html img input li link meta nobr optgroup option
  p param rb rp rt rtc source tbody td tfoot th thead tr track wbr`.split(/\s+/),
);

/** A tag, or a comment, a script or a style sheet, in which no tag begins an element. */
const TAG = /<!--(?:-?>|.*?(?:--!?>|$))|<(script|style)\b.*?(?:<\/\1|$)|<\/?[a-z][a-z0-9]*/gis;

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

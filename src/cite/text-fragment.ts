/** In characters: a link button of Discord's takes no more. */
const MAX_LINK_LENGTH = 512;

const characters = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * The address of a web page at some words that stand on it, so that a browser scrolls to them: a text
 * directive as https://wicg.github.io/scroll-to-text-fragment defines it, in a link of at most 512
 * characters. Long words are named by as many as fit of their first and last words, and of their
 * characters where there is no space between words. Where none fit, it is the address of the page.
 */
export function linkToText(page: string, words: string): string {
  const { href, hash } = new URL(page);
  const text = words
    .replace(/\s+/g, " ")
    .trim()
    // Half a surrogate pair cannot be encoded.
    .replace(/\p{Cs}/gu, "\ufffd");
  if (text === "") return href;

  const link = (directive: string) => `${href}${delimiterAfter(href, hash)}text=${directive}`;
  const fits = (directive: string) => link(directive).length <= MAX_LINK_LENGTH;
  if (fits(encodeDirective(text))) return link(encodeDirective(text));

  const gap = text.includes(" ") ? " " : "";
  const units =
    gap === "" ? [...characters.segment(text)].map((one) => one.segment) : text.split(gap);
  const ends = (count: number) => {
    const first = Math.ceil(count / 2);
    const parts = [units.slice(0, first), units.slice(units.length - (count - first))];
    return parts.map((part) => encodeDirective(part.join(gap))).join(",");
  };
  let count = 1;
  while (count < units.length && fits(ends(count + 1))) count += 1;
  return count === 1 ? href : link(ends(count));
}

/** What stands between an address and a directive: a page's own fragment may have some already. */
function delimiterAfter(href: string, hash: string): string {
  if (hash.includes(":~:")) return "&";
  return hash === "" && !href.endsWith("#") ? "#:~:" : ":~:";
}

/** In a directive, commas, hyphens and ampersands part what it names. */
function encodeDirective(text: string): string {
  return encodeURIComponent(text).replaceAll("-", "%2D");
}

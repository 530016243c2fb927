import { graphemes } from "../language/segments.ts";

/** The maximum length of the address of a link button in Discord, in characters. */
const MAX_LINK_LENGTH = 512;

/**
 * Returns a link to `words` on a web page, which makes a browser scroll to them: a text directive
 * (https://wicg.github.io/scroll-to-text-fragment), in at most 512 characters. A long text is named
 * by as many of its first and last words as fit, or of its characters if it contains no spaces. If
 * nothing fits, the result is the address of the page.
 */
export function linkToText(page: string, words: string): string {
  const { href, hash } = new URL(page);
  const text = words
    .replace(/\s+/g, " ")
    .trim()
    // A lone surrogate cannot be encoded.
    .replace(/\p{Cs}/gu, "\ufffd");
  if (text === "") return href;

  const link = (directive: string) => `${href}${delimiterAfter(href, hash)}text=${directive}`;
  const fits = (directive: string) => link(directive).length <= MAX_LINK_LENGTH;
  if (fits(encodeDirective(text))) return link(encodeDirective(text));

  const gap = text.includes(" ") ? " " : "";
  const units =
    gap === "" ? [...graphemes.segment(text)].map(({ segment }) => segment) : text.split(gap);
  const firstAndLast = (count: number) => {
    const first = Math.ceil(count / 2);
    const parts = [units.slice(0, first), units.slice(units.length - (count - first))];
    return parts.map((part) => encodeDirective(part.join(gap))).join(",");
  };
  let count = 1;
  while (count < units.length && fits(firstAndLast(count + 1))) count += 1;
  return count === 1 ? href : link(firstAndLast(count));
}

/** Returns the delimiter before a directive, which depends on the fragment that the address has. */
function delimiterAfter(href: string, hash: string): string {
  if (hash.includes(":~:")) return "&";
  return hash === "" && !href.endsWith("#") ? "#:~:" : ":~:";
}

/** Percent-encodes text for a directive, in which commas, hyphens and ampersands are delimiters. */
function encodeDirective(text: string): string {
  return encodeURIComponent(text).replaceAll("-", "%2D");
}

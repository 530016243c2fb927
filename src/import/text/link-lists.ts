import { type Message, message } from "../../catalogue/catalogue.ts";

/** The lines of a text without the numbers of its links, and without the list of their addresses. */
interface LinkedText {
  readonly lines: readonly string[];
  readonly remarks: readonly Message[];
}

/** The title of the list that lynx, links and w3m write below a page, and those of its parts. */
const LIST_TITLE = /^\s*(?:References|Links):?\s*$/;
const PART_TITLE = /^\s*(?:Visible|Hidden) links:?\s*$/;

/** An address with the number of its link: “12. https://…” (lynx), “[12] https://…” (w3m). */
const ADDRESS = /^\s*(?:(\d{1,4})\.|\[(\d{1,4})\])\s+(?:[a-z][a-z+.-]*:\S+|\/\S*)\s*$/i;

/** The number of a link before its words, where the number of a note would be after a word. */
const LINK_NUMBER = /(?<=^|[\s\p{Ps}\p{Pi}\p{Pd}"'*|/\]])\[(\d{1,4})\](?=[^\s\p{Pe}.,;:!?])/gu;

/** The minimum share of the addresses whose numbers are in the words. Those of pictures are not. */
const MIN_FOUND = 0.5;

/**
 * Leaves out the numbers that a browser in a terminal writes before the words of links, and the list of their addresses at the end: a list
 * under its title that counts from 1, whose numbers are in the words in this order.
 */
export function leaveOutLinkNumbers(lines: readonly string[]): LinkedText {
  const unchanged = { lines, remarks: [] };
  const title = lines.findLastIndex((line) => LIST_TITLE.test(line));
  if (title === -1) return unchanged;
  const list = lines
    .slice(title + 1)
    .filter((line) => line.trim() !== "" && !PART_TITLE.test(line));
  const addresses = list.map((line) => ADDRESS.exec(line));
  const areCounted = addresses.every(
    (address, at) => address !== null && Number(address[1] ?? address[2]) === at + 1,
  );
  if (list.length === 0 || !areCounted) return unchanged;
  let last = 0;
  let found = 0;
  const words = lines.slice(0, title).map((line) =>
    line.replace(LINK_NUMBER, (printed: string, digits: string) => {
      const number = Number(digits);
      if (number <= last || number > list.length) return printed;
      last = number;
      found += 1;
      return "";
    }),
  );
  if (found < MIN_FOUND * list.length) return unchanged;
  return { lines: words, remarks: [message("text.link-numbers", { count: list.length })] };
}

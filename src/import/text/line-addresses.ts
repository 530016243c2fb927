import { writeMark } from "../shared/marks/mark.ts";

/** The chapter and the verse before the words of a line: “1|1|…”, “1:1 …”, “1 Lamp 1:1⇥…”. Numbers with a point are those of sections. */
const ADDRESSED_LINE =
  /^\s*(?:(?<sura>\d{1,3})\|(?<aya>\d{1,3})\||(?:(?<book>(?:\d\s?)?\p{L}[\p{L}.’']*(?:\s\p{L}[\p{L}.’']*){0,3})\s)?(?<chapter>\d{1,3}):(?<verse>\d{1,3})\s+)(?<words>\S.*)$/u;

/** The minimum number of lines with an address, and the minimum share of all lines but titles and notices. */
const MIN_ADDRESSES = 3;
const MIN_SHARE = 0.8;

/** The minimum share of addresses that count on from the one before. */
const MIN_COUNTING = 0.9;

/** The address of a verse at the beginning of its line. */
interface Address {
  readonly book: string;
  readonly chapter: number;
  readonly verse: number;
  readonly words: string;
}

/**
 * Writes the addresses of verses as marks before their words if almost every line begins with one, and they count on. Each
 * verse becomes a paragraph, and each book has its name as a title.
 */
export function markLineAddresses(lines: readonly string[]): readonly string[] {
  const visible = lines.filter((line) => line.trim() !== "");
  const addresses = visible.flatMap((line) => readAddress(line) ?? []);
  const counting = addresses.filter((one, index) => countsOn(addresses[index - 1], one));
  const areVerses =
    addresses.length >= Math.max(MIN_ADDRESSES, visible.length * MIN_SHARE) &&
    counting.length >= addresses.length * MIN_COUNTING &&
    // Times of day count on too.
    (addresses[0]?.verse === 1 || addresses[0]?.book !== "");
  if (!areVerses) return lines;
  let last = "";
  return lines.flatMap((line) => {
    const address = readAddress(line);
    if (address === undefined) return [line];
    const { book, chapter, verse, words } = address;
    const title = book === last ? [] : ["", book, "=".repeat(3)];
    last = book;
    return [...title, "", writeMark("verse", `${chapter}:${verse}`) + words];
  });
}

function readAddress(line: string): Address | undefined {
  const {
    book = "",
    sura,
    aya,
    chapter = sura,
    verse = aya,
    words = "",
  } = ADDRESSED_LINE.exec(line)?.groups ?? {};
  return chapter === undefined || verse === undefined
    ? undefined
    : { book, chapter: Number(chapter), verse: Number(verse), words };
}

/** Whether a verse is after another, or begins a chapter or a book. Some editions leave out a verse. */
function countsOn(before: Address | undefined, { book, chapter, verse }: Address): boolean {
  if (before === undefined || before.book !== book) return true;
  if (before.chapter === chapter) return verse > before.verse && verse <= before.verse + 2;
  return chapter === before.chapter + 1 && verse <= 2;
}

import { elementAt } from "../../src/foundation/checked-access.ts";
import { epubOf, xhtmlPage } from "./epubs.ts";

/** A letter of the invented volume, as a reader should find it. */
interface Letter {
  readonly number: number;
  readonly to?: string;
  readonly date?: string;
  readonly place?: string;
  /** A sentence that only this letter has. */
  readonly words: string;
}

const RECIPIENTS = [
  ["THE BOARD OF LIGHTS", "Board of Lights"],
  ["TOM HALE", "Tom Hale"],
  ["HALE & CO.", "Hale & Co."],
  ["MRS. ELEANOR VAN DER MEER,--PORT SORREL", "Mrs. Eleanor van der Meer"],
  ["HIS BROTHER, BENJAMIN QUILL", "His Brother"],
] as const;

const PLACES = ["Cape Hollow", "Port Sorrel", "The Lamp Room"] as const;
const MONTHS = [
  "January",
  "Feb.",
  "March",
  "April",
  "May",
  "June",
  "July",
  "Aug.",
  "Sept.",
  "October",
  "Nov.",
  "Dec.",
] as const;
const THINGS = ["oil", "wicks", "biscuits", "ink", "rope", "glass", "coal"] as const;

/** Returns `count` letters: some without a recipient or a date, some to “the same”, some of one line. */
export function inventLetters(count: number): readonly Letter[] {
  let earlier: string | undefined;
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const [printed, name] = recipientAt(index);
    if (printed !== undefined && name !== undefined) earlier = name;
    const date = new Date(Date.UTC(1850, 0, 3 + 11 * index)).toISOString().slice(0, 10);
    return {
      number,
      ...(printed !== undefined && earlier !== undefined && { to: earlier }),
      ...(index % 4 !== 3 && { date, place: elementAt(PLACES, index % PLACES.length) }),
      words: `Of ${THINGS[index % THINGS.length]} we have used ${number} and a half pounds since the last boat.`,
    };
  });
}

/** Returns the recipient of a letter as printed, and the name if it is not that of the letter before. */
function recipientAt(index: number): readonly [printed?: string, name?: string] {
  if (index % 11 === 7) return [];
  return index % 7 === 4 ? ["THE SAME"] : elementAt(RECIPIENTS, index % RECIPIENTS.length);
}

/** The lines of a letter, each of which is a block, and whether it belongs to the heading. */
function blocksOf(
  letter: Letter,
  index: number,
): readonly (readonly [isHeading: boolean, text: string])[] {
  const [printed = ""] = recipientAt(index);
  const [year, month = "", day = ""] = letter.date?.split("-") ?? [];
  const date = `${MONTHS[Number(month) - 1]} ${Number(day)}, ${year}`;
  return [
    [true, `${letter.number}.`],
    ...(letter.to === undefined ? [] : [[true, `TO ${printed.replace(/\.$/, "")}.`] as const]),
    ...(letter.date === undefined ? [] : [[false, `${letter.place}, ${date}.`] as const]),
    ...(index % 3 === 0 ? [[false, "MY MOST WORTHY AND PATIENT FRIEND,--"] as const] : []),
    [false, letter.words + (index % 9 === 0 ? "[1]" : "")],
    ...(index % 6 === 0
      ? []
      : ([
          [false, "The fog came at noon, and I rang the bell until it went. Nobody answered it."],
          [false, "ADA QUILL."],
        ] as const)),
    ...(index % 9 === 0
      ? [[false, `[Footnote 1: The boat of week ${letter.number}.]`] as const]
      : []),
  ];
}

const PARTS = ["FIRST PART.", "SECOND PART.", "THIRD PART."];
const PART_TITLES = ["THE OLD LAMP.", "THE NEW LAMP.", "THE LAST LAMP."];

const PREFACE =
  "These letters were found in a biscuit tin. The editor has numbered them, and has kept the spelling of the keeper wherever it could be read.";

/** The volume as plain text in the form of Project Gutenberg. */
export function volumeAsText(letters: readonly Letter[]): string {
  const third = Math.ceil(letters.length / 3);
  const body = letters.map((letter, index) => {
    const part = index % third === 0 ? index / third : undefined;
    const blocks = blocksOf(letter, index).map(([, text]) => text);
    return [
      ...(part === undefined ? [] : ["", PARTS[part], "", "", PART_TITLES[part], "", ""]),
      "",
      blocks.join("\n\n"),
      "",
    ].join("\n");
  });
  return `The Project Gutenberg eBook of The Letters of a Keeper

Title: The Letters of a Keeper

Author: Ada Quill

Language: English

*** START OF THE PROJECT GUTENBERG EBOOK THE LETTERS OF A KEEPER ***




THE LETTERS OF A KEEPER


PREFACE.

${PREFACE}

THE EDITOR.



${body.join("\n")}


INDEX.

Boat, 12.


*** END OF THE PROJECT GUTENBERG EBOOK THE LETTERS OF A KEEPER ***
`;
}

/** The volume as a web page. */
export function volumeAsHtml(letters: readonly Letter[]): string {
  return `<html lang="en"><head><title>The Letters of a Keeper</title><meta name="author" content="Ada Quill"></head>
<body><h1>The Letters of a Keeper</h1><h2>Preface</h2><p>${PREFACE}</p>${markUpLetters(letters).join("\n")}</body></html>`;
}

/** The volume as an EPUB with a page for each part. */
export function volumeAsEpub(letters: readonly Letter[]): Promise<Buffer> {
  const blocks = markUpLetters(letters);
  const starts = blocks.flatMap((block, index) => (block.startsWith("<h2>") ? [index] : []));
  const parts = starts.map((start, part) => blocks.slice(start, starts[part + 1]).join("\n"));
  const front = `<h1>The Letters of a Keeper</h1><h2>Preface</h2><p>${PREFACE}</p>`;
  const pages = [front, ...parts].map((body, page) => [`page-${page}.xhtml`, xhtmlPage(body)]);
  return epubOf({
    metadata:
      "<dc:title>The Letters of a Keeper</dc:title><dc:creator>Ada Quill</dc:creator><dc:language>en</dc:language>",
    pages: Object.fromEntries(pages),
    nav: pages.map(([name], page) => `<li><a href="text/${name}">${page}</a></li>`).join(""),
  });
}

/** Marks up each letter in HTML, with the heading of its part before the first. */
function markUpLetters(letters: readonly Letter[]): readonly string[] {
  const third = Math.ceil(letters.length / 3);
  return letters.map((letter, index) => {
    const part = index % third === 0 ? index / third : undefined;
    const blocks = blocksOf(letter, index);
    const heading = blocks.filter(([isHeading]) => isHeading).map(([, text]) => escapeHtml(text));
    const paragraphs = blocks.filter(([isHeading]) => !isHeading);
    return [
      ...(part === undefined ? [] : [`<h2>${PARTS[part]}<br/>${PART_TITLES[part]}</h2>`]),
      `<h3>${heading.join("<br/>\n")}</h3>`,
      ...paragraphs.map(([, text]) => `<p>${escapeHtml(text)}</p>`),
    ].join("\n");
  });
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;");
}

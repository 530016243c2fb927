import type { RootContent } from "mdast";
import { parseDateline } from "../../corpus/dates/dateline.ts";
import { renderInlineText } from "../../corpus/markdown.ts";
import type { Metadata } from "../manuscript.ts";
import { findLetterOpenings, type LetterOpening } from "../shared/letter-openings.ts";
import { isHeading } from "./blocks.ts";
import { nameFromCapitals } from "./names.ts";

/** A letter in the content of a volume. */
export interface VolumeLetter {
  /** The index of its first block. */
  readonly start: number;
  /** The index of the first block after its number and its recipient. */
  readonly headerEnd: number;
  /** The index of the first block with other words: `headerEnd`, or a block before it. */
  readonly body: number;
  readonly title: string;
  readonly metadata: Metadata;
}

/** How many blocks at the end of a letter can have its date. */
const MAX_CLOSING_BLOCKS = 4;

/** Finds the letters of a volume. Returns none if the content is no volume of letters. */
export function findLetters(
  blocks: readonly RootContent[],
  language: string | undefined,
): readonly VolumeLetter[] {
  const texts = blocks.map((block) => ({ lines: linesOf(block), isHeading: isHeading(block) }));
  const openings = findLetterOpenings(texts, language);
  return openings.map((opening, index) => {
    const end = openings[index + 1]?.start ?? texts.length;
    const closing = texts.slice(Math.max(opening.end, end - MAX_CLOSING_BLOCKS), end);
    const dateline =
      opening.dateline ??
      closing.map(({ lines }) => parseDateline(lines.join(" "), language)).find((one) => one);
    return {
      start: opening.start,
      headerEnd: opening.end,
      body: opening.body,
      title: titleOf(opening),
      metadata: {
        type: "personal_communication",
        ...(opening.from !== undefined && { from: [toName(opening.from)] }),
        ...(opening.to !== undefined && { to: [toName(opening.to)] }),
        ...(dateline !== undefined && { date: dateline.date }),
        more: {
          ...(opening.number !== undefined && { number: opening.number }),
          ...(dateline?.place !== undefined && {
            "event-place": nameFromCapitals(dateline.place),
          }),
        },
      },
    };
  });
}

/** Returns the lines of a paragraph or a heading. Other blocks open no letter. */
function linesOf(block: RootContent): readonly string[] {
  if (!isHeading(block) && block.type !== "paragraph") return [];
  return renderInlineText(block).text.split("\n");
}

function titleOf({ number, to, addressing = "", caption }: LetterOpening): string {
  if (caption !== undefined) return `${number}. ${dropLastPoint(nameFromCapitals(caption))}`;
  if (to === undefined) return `Letter ${number ?? ""}`.trim();
  const word = addressing.charAt(0).toUpperCase() + addressing.slice(1).toLowerCase();
  const printed = /\p{Ll}/u.test(to) ? `${word} ${to}` : nameFromCapitals(`${addressing} ${to}`);
  const addressed = dropLastPoint(printed.replace(/[.,]?\s*(?:--|—)\s*(?=.)/gu, ", "));
  return number === undefined ? addressed : `${number}. ${addressed}`;
}

/** Returns the name of a person as a corpus lists it: without an article, a title after it, or a place. */
function toName(printed: string): string {
  const name = printed
    .replace(/\s*[[(].*$/, "")
    .replace(/,?\s*(?:--|—).*$/u, "")
    .replace(/,\s*(?!.*(?:&|\b(?:and|und|et|y|e|en)\b)).*$/iu, "")
    .replace(/^(?:the|der|die|den|dem|la|le|l[’']|el|il|de)\s+/iu, "");
  return dropLastPoint(nameFromCapitals(name));
}

/** Drops the punctuation mark after a heading, but not that of a short abbreviation: “Steiner & Co.” */
function dropLastPoint(text: string): string {
  return text
    .replace(/[\s,:—–-]+$/u, "")
    .replace(/\.+$/, ".")
    .replace(/(?<=[\p{L}\p{N}]{4}|[)\]\d])\.$/u, "");
}

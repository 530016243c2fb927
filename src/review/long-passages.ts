import { quotationOf } from "../cite/quotation.ts";
import type { PassageRef } from "../corpus/document.ts";
import type { Problem } from "../corpus/problem.ts";
import { MAX_COMPONENTS, MAX_TEXT } from "../discord/limits.ts";
import { LONGEST_NOTES } from "../discord/message.ts";
import { piecesOf } from "../discord/pagination.ts";
import { layoutOf } from "../reply/layout.ts";
import { filePlaceOf } from "./passage-locations.ts";

/** Passages that Discord cannot show in one message, with their citations. */
export function longPassages(places: readonly PassageRef[]): readonly Problem[] {
  return places
    .filter(({ passage: { text } }) => text.length > SURELY_SHORT)
    .filter((place) => place.passage.text.length > ROOM.characters || !fitsOneMessage(place))
    .map((place) => ({
      ...filePlaceOf(place),
      message: `¶${place.passage.number} is too long for one message in Discord, which shows it in parts.`,
      remedy: "Divide it into paragraphs where the text allows it.",
    }));
}

/** No drawing makes so few characters too many. */
const SURELY_SHORT = MAX_TEXT / 8;

const ROOM = { characters: MAX_TEXT - LONGEST_NOTES, parts: MAX_COMPONENTS };

function fitsOneMessage({ document, passage }: PassageRef): boolean {
  const { blocks } = layoutOf({
    kind: "quotation",
    quotation: quotationOf(document, passage),
    rank: { number: 1, of: 1 },
    actions: [],
  });
  return piecesOf(blocks, ROOM).length <= 1;
}

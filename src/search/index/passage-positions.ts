import type { Document, PassageList, PassageRef } from "../../corpus/document.ts";
import { buildPositions, type IndexedText } from "./build-positions.ts";
import { openPositions, type Positions } from "./positions.ts";

/** The positions of the words of all passages. The texts of `positions` are those of the passages. */
export interface PassagePositions {
  /** The passages in the order of the index; each wording once. */
  readonly passages: PassageList;
  readonly positions: Positions;
}

/** Returns the passage with the text `textId` of the positions. Throws a RangeError if there is none. */
export function passageOfText(
  { passages }: Pick<PassagePositions, "passages">,
  textId: number,
): PassageRef {
  const passage = passages.at(textId);
  if (passage === undefined) throw new RangeError(`There is no passage ${textId}.`);
  return passage;
}

/** Returns the document with the word at a position. */
export function documentAt(passagePositions: PassagePositions, position: number): Document {
  return passageOfText(passagePositions, passagePositions.positions.textAt(position)).document;
}

/** Creates the positions of `passages`, from `data` if they have been indexed before. */
export function createPassagePositions(
  passages: PassageList,
  data = buildPositions(indexedTextsOf(passages)),
): PassagePositions {
  const textOf = (textId: number) => passageOfText({ passages }, textId).passage.text;
  return { passages, positions: openPositions(data, textOf) };
}

function indexedTextsOf(passages: PassageList): readonly IndexedText[] {
  return Array.from({ length: passages.length }, (_, textId) => {
    const passage = passageOfText({ passages }, textId);
    const isContinued =
      textId + 1 < passages.length && isContiguous(passage, passages.at(textId + 1));
    return { text: passage.passage.text, isContinued };
  });
}

/** Whether the second passage continues the first. */
export function isContiguous(
  passage: PassageRef | undefined,
  next: PassageRef | undefined,
): boolean {
  // Passages that are only known as printed elsewhere are fragments with unknown text between them.
  return (
    passage !== undefined &&
    next?.document === passage.document &&
    passage.passage.printedIn === undefined &&
    next.passage.printedIn === undefined
  );
}

import { english, message } from "../catalogue/catalogue.ts";
import { quotationOf } from "../cite/quotation.ts";
import type { PassageRef } from "../corpus/document.ts";
import type { Problem } from "../corpus/problem.ts";
import { MAX_COMPONENTS, MAX_TEXT } from "../discord/limits.ts";
import { notesLength } from "../discord/message.ts";
import { paginate } from "../discord/pagination.ts";
import { layoutOf } from "../reply/layout/layout.ts";
import { fileLocationOf } from "./passage-locations.ts";

/** Finds passages that do not fit into one Discord message together with their citations. */
export function findLongPassages(passages: readonly PassageRef[]): readonly Problem[] {
  return passages
    .filter(({ passage: { text } }) => text.length > SURELY_SHORT)
    .filter((ref) => ref.passage.text.length > MESSAGE_BUDGET.characters || !fitsOneMessage(ref))
    .map((ref) => ({
      ...fileLocationOf(ref),
      message: message("advice.long-passage", { number: ref.passage.number }),
      remedy: message("remedy.long-passage"),
    }));
}

/** Rendering never makes a text this short too long. */
const SURELY_SHORT = MAX_TEXT / 8;

const MESSAGE_BUDGET = {
  characters: MAX_TEXT - notesLength(english),
  components: MAX_COMPONENTS,
};

function fitsOneMessage({ document, passage }: PassageRef): boolean {
  const { blocks } = layoutOf(
    {
      kind: "quotation",
      quotation: quotationOf(document, passage),
      rank: { number: 1, of: 1 },
      hasDetails: false,
      actions: [],
    },
    english,
  );
  return paginate(blocks, MESSAGE_BUDGET).length <= 1;
}

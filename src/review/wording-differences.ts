import { type Message, message } from "../catalogue/catalogue.ts";
import { isEllipsis, tokenize } from "../language/tokenizer.ts";
import { type Change, compareWords } from "../verify/changes.ts";

/** Longer texts take too long to compare word by word. */
const MAX_WORDS = 2000;

/** Returns the changes from `one` to `other`, or undefined if a text is too long to compare. */
export function compareWordings(
  one: string,
  other: string,
  language: string,
): readonly Change[] | undefined {
  if ([one, other].some((text) => tokenize(text).length > MAX_WORDS)) return undefined;
  return compareWords(one, other, language);
}

/** The maximum number of differences to describe one by one. */
const MAX_DESCRIBED = 4;

/** Describes differences in a sentence without its full stop: “there “x”, here “y””. */
export function describeDifferences(changes: readonly Change[]): Message {
  const differences = changes.filter(({ isSame }) => !isSame);
  const described = differences.slice(0, MAX_DESCRIBED).map(describeDifference);
  const left = differences.length - described.length;
  const all = [...described, ...(left > 0 ? [message("difference.more", { left })] : [])];
  return all.reduce((first, others) => message("difference.list", { first, others }));
}

function describeDifference({ printed, quoted }: Change): Message {
  if (printed === "") return message("difference.added", { quoted });
  if (quoted === "") return message("difference.missing", { printed });
  return message("difference.changed", { printed, quoted });
}

/**
 * Drops the changes that do not make two wordings of a quotation differ: one may begin earlier or end
 * later than the other, and leave words out at an ellipsis.
 */
export function withoutOverhang(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ printed, quoted, isSame }, index) => {
    if (isSame) return true;
    if (isEllipsis(printed) || isEllipsis(quoted)) return false;
    const isAtEnd = index === 0 || index === changes.length - 1;
    return !isAtEnd || (isReplacement(printed) && isReplacement(quoted));
  });
}

/** Tests whether words at an end replace others. If there are more, or none, one text goes on there. */
function isReplacement(text: string): boolean {
  const { length } = tokenize(text);
  return length >= 1 && length <= 3;
}

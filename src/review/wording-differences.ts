import { isEllipsis, tokenize } from "../language/tokenizer.ts";
import { type Change, compareWords } from "../verify/changes.ts";

/** To compare more words one by one takes too long. */
const MAX_WORDS = 2000;

/** What `other` has in the place of words of `one`; undefined where they are too long to tell. */
export function compareWordings(
  one: string,
  other: string,
  language: string,
): readonly Change[] | undefined {
  if ([one, other].some((text) => tokenize(text).length > MAX_WORDS)) return undefined;
  return compareWords(one, other, language);
}

/** How many differences are told one by one. */
const MAX_DESCRIBED = 4;

/** “there “x”, here “y””: what differs, in a sentence without its point. */
export function describeDifferences(changes: readonly Change[]): string {
  const different = changes.filter(({ isSame }) => !isSame);
  const told = different.slice(0, MAX_DESCRIBED).map(({ printed, quoted }) => {
    if (printed === "") return `here “${quoted}” is added`;
    if (quoted === "") return `here “${printed}” is missing`;
    return `there “${printed}”, here “${quoted}”`;
  });
  const left = different.length - told.length;
  return [...told, ...(left > 0 ? [`and ${left} more`] : [])].join("; ");
}

/**
 * The changes between two wordings of one quotation. One may begin sooner or end later than the other,
 * and leave words out where it says so.
 */
export function withoutOverhang(changes: readonly Change[]): readonly Change[] {
  const isEnd = (index: number) => index === 0 || index === changes.length - 1;
  return changes.filter(({ printed, quoted, isSame }, index) => {
    if (isSame || [printed, quoted].some((side) => isEllipsis(side))) return isSame;
    return !isEnd(index) || (isShort(printed) && isShort(quoted));
  });
}

/** Words at an end that are more than these, or none, are where one of the two goes on. */
function isShort(text: string): boolean {
  const { length } = tokenize(text);
  return length >= 1 && length <= 3;
}

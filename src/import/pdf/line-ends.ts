import { RAISED_DIGITS } from "../../language/superscripts.ts";
import { LINE_MARK, WRITTEN_MARK } from "../shared/marks/mark.ts";

/** The text of a line. */
interface LineText {
  readonly text: string;
}

export function startsLowerCase({ text }: LineText): boolean {
  return /^\p{Ll}/u.test(text.replace(LINE_MARK, ""));
}

/** The marks of notes at the end of a line. */
const MARKS_AT_END = new RegExp(`(?:${RAISED_DIGITS}|${WRITTEN_MARK})+$`, "u");

/** Whether a line ends with a sentence. Closing quotation marks and a note's number may follow. */
export function endsSentence({ text }: LineText): boolean {
  return /[.!?:…。！？]["'”’»)\]]*(?:\d{0,3})$/u.test(text.replace(MARKS_AT_END, ""));
}

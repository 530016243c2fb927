/** The text of a line. */
interface LineText {
  readonly text: string;
}

export function startsLowerCase({ text }: LineText): boolean {
  return /^\p{Ll}/u.test(text);
}

/** Whether a line ends with a sentence. Closing quotation marks and a note's number may follow. */
export function endsSentence({ text }: LineText): boolean {
  return /[.!?:…。！？]["'”’»)\]]*(?:\d{0,3})$/u.test(text);
}

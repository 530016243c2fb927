/** The sources of regular expressions for the signs of notes, and for their numbers, letters and signs. */
export const NOTE_SIGNS = String.raw`\*{1,3}|[†‡§¶‖]{1,2}`;
export const NOTE_LABEL = String.raw`\d{1,4}|[a-z]|[ivx]{1,5}|[+#]{1,2}|${NOTE_SIGNS}`;

/** A sign of a note, and nothing else. */
export const NOTE_SIGN = new RegExp(`^(?:${NOTE_SIGNS})$`, "u");

/** A list of numbers, as of several notes. */
export const NOTE_NUMBERS = String.raw`\d{1,3}(?:\s*[,;–-]\s*\d{1,3})+`;

/** Where a word or its punctuation ends. */
export const AFTER_WORD = String.raw`(?<=[\p{L}\p{N}.,;:!?”’"')\]])`;

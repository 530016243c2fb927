// The contents of character classes for regular expressions with the flag `u`: `[${CJK}]`.

/** Scripts that put no space between words. */
export const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;

/**
 * Scripts in which only a dictionary separates a word from what follows it: the unspaced
 * scripts, and Korean, whose particles cling to words.
 */
export const CJK = String.raw`\p{Script=Hangul}${UNSPACED}`;

/** Other scripts that put no space between words: Thai, Lao, Khmer and Burmese. */
export const SOUTHEAST_ASIAN = String.raw`\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;

/** Unspaced scripts and the punctuation that a PDF may have at the end of a line in them. */
export const UNSPACED_OR_PUNCTUATION = `${UNSPACED}、。，！？：；「」『』（）`;

/** Unspaced scripts with the blocks of their punctuation and of fullwidth forms. */
export const UNSPACED_OR_FULLWIDTH = String.raw`${UNSPACED}\u3000-\u303F\uFF01-\uFF60`;

/** Characters that take two columns of a terminal, besides emoji. */
export const WIDE = String.raw`${CJK}\uff01-\uff60`;

/** Scripts whose letters do not join, so that joiners and marks of direction change nothing. */
export const UNJOINED = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`;

/**
 * Letters that can be mistaken for Latin ones: Cyrillic, and the Greek that look the same. Other
 * Greek letters are common in formulas.
 */
export const LATIN_LOOKALIKES = String.raw`\p{Script=Cyrillic}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϳ`;

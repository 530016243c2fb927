/** Splits text into graphemes, which readers see as single characters. */
export const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

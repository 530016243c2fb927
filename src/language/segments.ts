/** Splits text into graphemes, which readers see as single characters. */
export const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A segment of a text: a sentence, a word, or what lies between two words. */
export interface Segment {
  /** Where it begins, in UTF-16 code units. */
  readonly start: number;
  /** Whether a segment by words contains a letter, a digit or the like. */
  readonly isWordLike: boolean;
}

/**
 * How much text is segmented at a time, and how much of it the segmenter may look at after a boundary, in
 * UTF-16 code units. Every segment contains a copy of the whole text, so long texts would take quadratic
 * time and memory.
 */
const PIECE_LENGTH = 2048;
const LOOKAHEAD_LENGTH = 256;

/** Segments a text as `segmenter` does, in time that is proportional to the text. */
export function* segmentsOf(text: string, segmenter: Intl.Segmenter): Generator<Segment> {
  let from = 0;
  let length = PIECE_LENGTH;
  while (from < text.length) {
    const piece = text.slice(from, from + length);
    const isLast = from + piece.length === text.length;
    const end = isLast ? piece.length : piece.length - LOOKAHEAD_LENGTH;
    let previous: Segment | undefined;
    // A segment belongs to this piece if it ends before the lookahead. The next piece begins with the next.
    let next = 0;
    const segments = segmenter.segment(piece);
    // An iterator would copy the rules of the segmenter, which takes as long as a short text does.
    for (let segment = segments.containing(0); segment !== undefined; ) {
      const { index, segment: content, isWordLike = false } = segment;
      if (index > end) break;
      if (previous !== undefined) yield previous;
      previous = { start: from + index, isWordLike };
      next = index;
      segment = segments.containing(index + content.length);
    }
    if (isLast) {
      if (previous !== undefined) yield previous;
      break;
    }
    // A segment that is longer than its piece needs a longer piece.
    length = next === 0 ? 2 * length : PIECE_LENGTH;
    from += next;
  }
}

const words = new Intl.Segmenter("ja", { granularity: "word" });
/** More than a word has on either side, in UTF-16 code units. */
const WORD_WINDOW = 30;

/**
 * Returns where the word ends within which an offset of a text is, as a dictionary shows it in scripts without spaces; the offset
 * itself between two words.
 */
export function endOfWordAt(text: string, offset: number): number {
  const from = Math.max(0, offset - WORD_WINDOW);
  const word = words.segment(text.slice(from, offset + WORD_WINDOW)).containing(offset - from);
  const isWithin = word?.isWordLike === true && word.index < offset - from;
  return isWithin ? from + word.index + word.segment.length : offset;
}

/** A list of the texts that hold a word, in their order, and how far it has been read. */
export interface PostingList {
  /** How many texts there are in all. */
  readonly size: number;
  /** The most that `Saturated` comes to in any of them, or a little more. */
  readonly maxImpact: number;
  /** How many are still to be read, where in the bytes they begin, and the last that was read. */
  remaining: number;
  offset: number;
  lastDocId: number;
}

/** Texts that were read of a list, and how often each holds the word. */
export interface PostingBlock {
  readonly docIds: Uint32Array;
  readonly frequencies: Uint32Array;
}

/** Reads the lists of `Postings`. */
export interface PostingReader {
  /** The list that begins at a byte. */
  open(start: number): PostingList;
  /** Reads on to the first text from `end` on; what comes before it goes into `into`. Returns how many these are. */
  readUntil(list: PostingList, end: number, into: PostingBlock): number;
}

/** A peak is kept in so many parts of 1. */
export const IMPACT_STEPS = 255;

export function createPostingReader(bytes: Uint8Array): PostingReader {
  return {
    open(start) {
      let at = start;
      let byte = bytes[at++] ?? 0;
      let size = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[at++] ?? 0;
        size += (byte & 0x7f) << shift;
      }
      const peak = (bytes[at++] ?? 0) / IMPACT_STEPS;
      return { size, maxImpact: peak, remaining: size, offset: at, lastDocId: 0 };
    },
    readUntil(list, end, { docIds: texts, frequencies: times }) {
      const { remaining: left } = list;
      let { offset: at, lastDocId: last } = list;
      let count = 0;
      // Numbers are read where they stand: a call for each would take as long as all else.
      for (; count < left; count++) {
        let next = at;
        let byte = bytes[next++] ?? 0;
        let code = byte & 0x7f;
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = bytes[next++] ?? 0;
          code += (byte & 0x7f) << shift;
        }
        if (last + (code >>> 1) >= end) break;
        last += code >>> 1;
        let often = 1;
        if ((code & 1) === 0) {
          byte = bytes[next++] ?? 0;
          often = byte & 0x7f;
          for (let shift = 7; byte >= 0x80; shift += 7) {
            byte = bytes[next++] ?? 0;
            often += (byte & 0x7f) << shift;
          }
        }
        texts[count] = last;
        times[count] = often;
        at = next;
      }
      list.remaining -= count;
      list.offset = at;
      list.lastDocId = last;
      return count;
    },
  };
}

export function createPostingBlock(size: number): PostingBlock {
  return { docIds: new Uint32Array(size), frequencies: new Uint32Array(size) };
}

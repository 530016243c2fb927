/** A list of the texts that hold a word, in their order, and how far it has been read. */
export interface List {
  /** How many texts there are in all. */
  readonly size: number;
  /** The most that `Saturated` comes to in any of them, or a little more. */
  readonly peak: number;
  /** How many are still to be read, where in the bytes they begin, and the last that was read. */
  left: number;
  at: number;
  last: number;
}

/** Texts that were read of a list, and how often each holds the word. */
export interface Holding {
  readonly texts: Uint32Array;
  readonly times: Uint32Array;
}

/** Reads the lists of `Postings`. */
export interface Lists {
  /** The list that begins at a byte. */
  open(start: number): List;
  /** Reads on to the first text from `end` on; what comes before it goes into `into`. Returns how many these are. */
  read(list: List, end: number, into: Holding): number;
}

/** A peak is kept in so many parts of 1. */
export const PEAK_PARTS = 255;

export function createLists(bytes: Uint8Array): Lists {
  return {
    open(start) {
      let at = start;
      let byte = bytes[at++] ?? 0;
      let size = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[at++] ?? 0;
        size += (byte & 0x7f) << shift;
      }
      const peak = (bytes[at++] ?? 0) / PEAK_PARTS;
      return { size, peak, left: size, at, last: 0 };
    },
    read(list, end, { texts, times }) {
      const { left } = list;
      let { at, last } = list;
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
      list.left -= count;
      list.at = at;
      list.last = last;
      return count;
    },
  };
}

export function createHolding(size: number): Holding {
  return { texts: new Uint32Array(size), times: new Uint32Array(size) };
}

import * as checkedAccess from "../../foundation/checked-access.ts";
import type { TermFrequencyNorm } from "./bm25.ts";
import type { GrowableArray } from "./growable-array.ts";

// A posting list is stored as its document frequency, one byte for its maximum impact, and its postings in
// the order of their docIds. A posting is the distance to the previous docId, doubled, plus 1 if the term
// frequency is 1; otherwise the term frequency follows. The numbers are varints: seven bits to a byte, the
// lowest first; every byte but the last of a number has the eighth bit set.

/** A cursor over the postings of one word or term. */
export interface PostingList {
  /** The number of texts that contain it. */
  readonly documentFrequency: number;
  /** The upper bound of its term frequency norms, rounded up. */
  readonly maxImpact: number;
  /** How many postings are unread. */
  remaining: number;
  /** Where the unread postings begin, in bytes. */
  offset: number;
  /** The docId of the last posting read. */
  lastDocId: number;
}

/** A block of decoded postings. */
export interface PostingBlock {
  readonly docIds: Uint32Array;
  readonly frequencies: Uint32Array;
}

/** Reads the posting lists of `Postings`. Throws a RangeError where their bytes are incomplete. */
export interface PostingReader {
  /** Opens the list that begins at `offset`, in bytes. */
  open(offset: number): PostingList;
  /** Reads the postings with docIds below `endDocId` into `block`, and returns their number. */
  readUntil(list: PostingList, endDocId: number, block: PostingBlock): number;
}

/** The maximum impact, from 0 to 1, is stored as this many steps. */
const IMPACT_STEPS = 255;

export function createPostingBlock(size: number): PostingBlock {
  return { docIds: new Uint32Array(size), frequencies: new Uint32Array(size) };
}

export function createPostingReader(bytes: Uint8Array): PostingReader {
  // Constants, so that V8 inlines them; see `createPostingsRanking`.
  const { byteAt } = checkedAccess;
  return {
    open(start) {
      let offset = start;
      let byte = byteAt(bytes, offset++);
      let documentFrequency = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = byteAt(bytes, offset++);
        documentFrequency += (byte & 0x7f) << shift;
      }
      const maxImpact = byteAt(bytes, offset++) / IMPACT_STEPS;
      return { documentFrequency, maxImpact, remaining: documentFrequency, offset, lastDocId: 0 };
    },
    readUntil(list, endDocId, { docIds, frequencies }) {
      const { remaining } = list;
      let { offset, lastDocId } = list;
      let count = 0;
      // The varints are decoded inline: one call for each would double the time.
      for (; count < remaining; count++) {
        let next = offset;
        let byte = byteAt(bytes, next++);
        let code = byte & 0x7f;
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = byteAt(bytes, next++);
          code += (byte & 0x7f) << shift;
        }
        if (lastDocId + (code >>> 1) >= endDocId) break;
        lastDocId += code >>> 1;
        let frequency = 1;
        if ((code & 1) === 0) {
          byte = byteAt(bytes, next++);
          frequency = byte & 0x7f;
          for (let shift = 7; byte >= 0x80; shift += 7) {
            byte = byteAt(bytes, next++);
            frequency += (byte & 0x7f) << shift;
          }
        }
        docIds[count] = lastDocId;
        frequencies[count] = frequency;
        offset = next;
      }
      list.remaining -= count;
      list.offset = offset;
      list.lastDocId = lastDocId;
      return count;
    },
  };
}

/** Appends the first `count` postings of a block to `bytes`, as a list. */
export function writePostingList(
  bytes: GrowableArray<Uint8Array>,
  { docIds, frequencies }: PostingBlock,
  count: number,
  termFrequencyNorm: TermFrequencyNorm,
): void {
  const { integerAt } = checkedAccess;
  let maxImpact = 0;
  for (let index = 0; index < count; index++) {
    const impact = termFrequencyNorm(integerAt(frequencies, index), integerAt(docIds, index));
    maxImpact = Math.max(maxImpact, impact);
  }
  writeVarint(bytes, count);
  bytes.push(Math.ceil(maxImpact * IMPACT_STEPS));
  let lastDocId = 0;
  for (let index = 0; index < count; index++) {
    const docId = integerAt(docIds, index);
    const frequency = integerAt(frequencies, index);
    writeVarint(bytes, (docId - lastDocId) * 2 + (frequency === 1 ? 1 : 0));
    if (frequency > 1) writeVarint(bytes, frequency);
    lastDocId = docId;
  }
}

function writeVarint(bytes: GrowableArray<Uint8Array>, value: number): void {
  let rest = value;
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
}

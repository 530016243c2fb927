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

/** Appends a posting list to `bytes`. `docIds` are sorted, each as many times as its text has the word. */
export function writePostingList(
  bytes: GrowableArray<Uint8Array>,
  docIds: Uint32Array,
  termFrequencyNorm: TermFrequencyNorm,
): void {
  let documentFrequency = 0;
  let maxImpact = 0;
  forEachPosting(docIds, (docId, frequency) => {
    documentFrequency += 1;
    maxImpact = Math.max(maxImpact, termFrequencyNorm(frequency, docId));
  });
  writeVarint(bytes, documentFrequency);
  bytes.push(Math.ceil(maxImpact * IMPACT_STEPS));
  let lastDocId = 0;
  forEachPosting(docIds, (docId, frequency) => {
    writeVarint(bytes, (docId - lastDocId) * 2 + (frequency === 1 ? 1 : 0));
    if (frequency > 1) writeVarint(bytes, frequency);
    lastDocId = docId;
  });
}

/** Calls `each` with every distinct docId and how often it occurs. */
function forEachPosting(
  docIds: Uint32Array,
  each: (docId: number, frequency: number) => void,
): void {
  for (let start = 0; start < docIds.length; ) {
    const docId = checkedAccess.integerAt(docIds, start);
    let end = start + 1;
    while (end < docIds.length && checkedAccess.integerAt(docIds, end) === docId) end += 1;
    each(docId, end - start);
    start = end;
  }
}

function writeVarint(bytes: GrowableArray<Uint8Array>, value: number): void {
  let rest = value;
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
}

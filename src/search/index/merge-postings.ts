import * as checkedAccess from "../../foundation/checked-access.ts";
import { createTermFrequencyNorm } from "./bm25.ts";
import { createGrowableArray } from "./growable-array.ts";
import { buildLexicon, openLexicon, type StoredLexicon } from "./lexicon.ts";
import {
  createPostingBlock,
  createPostingReader,
  type PostingBlock,
  writePostingList,
} from "./posting-lists.ts";
import type { Postings } from "./postings.ts";

/** The origin of a text that only the new index has. */
export const ADDED = 2 ** 32 - 1;

/** The new docId of a text that only the earlier index has. */
const GONE = 2 ** 32 - 1;

/**
 * Merges two indexes into one, as Lucene merges segments: no text is tokenized again. `origins` has, for each
 * docId of the new index, the docId in `earlier`, or `ADDED` for the next text of `added`. Those in `earlier`
 * ascend.
 */
export function mergePostings(earlier: Postings, added: Postings, origins: Uint32Array): Postings {
  const { integerAt } = checkedAccess;
  const docIdsOfEarlier = new Uint32Array(earlier.lengths.length).fill(GONE);
  const docIdsOfAdded = new Uint32Array(added.lengths.length);
  let addedCount = 0;
  const lengths = Uint32Array.from(origins, (origin, docId) => {
    if (origin === ADDED) {
      docIdsOfAdded[addedCount] = docId;
      return integerAt(added.lengths, addedCount++);
    }
    docIdsOfEarlier[origin] = docId;
    return integerAt(earlier.lengths, origin);
  });

  const lists = createGrowableArray((length) => new Uint8Array(length));
  const termFrequencyNorm = createTermFrequencyNorm(lengths);
  const readEarlier = createRenumberingReader(earlier.lists, docIdsOfEarlier);
  const readAdded = createRenumberingReader(added.lists, docIdsOfAdded);
  const merged = createPostingBlock(lengths.length);
  /** The lists that are written, by their offset in `earlier`, or by a negative number if they are not in it. */
  const written = new Map<number, { readonly added: Offset; readonly offset: Offset }>();

  /** Writes a list, or finds it: that of a term and its only form is the same. Returns its offset. */
  function mergeList(earlierOffset: Offset, addedOffset: Offset): Offset {
    const key = earlierOffset ?? -1 - (addedOffset ?? 0);
    const known = written.get(key);
    if (known !== undefined && known.added === addedOffset) return known.offset;
    const { block, count } = mergeRuns(readEarlier(earlierOffset), readAdded(addedOffset), merged);
    const offset = count === 0 ? undefined : lists.length;
    if (count > 0) writePostingList(lists, block, count, termFrequencyNorm);
    written.set(key, { added: addedOffset, offset });
    return offset;
  }

  const forms = mergeLexicons(
    { lexicon: earlier.forms, offsets: earlier.formOffsets },
    { lexicon: added.forms, offsets: added.formOffsets },
    mergeList,
  );
  const terms = mergeLexicons(
    { lexicon: earlier.terms, offsets: earlier.termOffsets },
    { lexicon: added.terms, offsets: added.termOffsets },
    mergeList,
  );
  return {
    forms: forms.lexicon,
    terms: terms.lexicon,
    lists: lists.finish(),
    formOffsets: forms.offsets,
    termOffsets: terms.offsets,
    lengths,
  };
}

/** The offset of a posting list, in bytes; undefined if there is none. */
type Offset = number | undefined;

interface ListedWords {
  readonly lexicon: StoredLexicon;
  readonly offsets: Uint32Array;
}

/** Merges lexicons. `mergeList` returns the offset of the list that a word gets, if it has any postings. */
function mergeLexicons(
  earlier: ListedWords,
  added: ListedWords,
  mergeList: (earlier: Offset, added: Offset) => Offset,
): ListedWords {
  const { integerAt } = checkedAccess;
  const known = openLexicon(earlier.lexicon);
  const more = openLexicon(added.lexicon);
  const words: string[] = [];
  const offsets: number[] = [];
  let nextKnown = 0;
  let nextMore = 0;
  while (nextKnown < known.size || nextMore < more.size) {
    const knownWord = nextKnown < known.size ? known.at(nextKnown) : undefined;
    const addedWord = nextMore < more.size ? more.at(nextMore) : undefined;
    const isKnown = addedWord === undefined || (knownWord !== undefined && knownWord <= addedWord);
    const isAdded = knownWord === undefined || (addedWord !== undefined && addedWord <= knownWord);
    const offset = mergeList(
      isKnown ? integerAt(earlier.offsets, nextKnown++) : undefined,
      isAdded ? integerAt(added.offsets, nextMore++) : undefined,
    );
    const word = isKnown ? knownWord : addedWord;
    if (offset === undefined || word === undefined) continue;
    words.push(word);
    offsets.push(offset);
  }
  return { lexicon: buildLexicon(words), offsets: Uint32Array.from(offsets) };
}

/** The first `count` postings of a block. */
interface PostingRun {
  readonly block: PostingBlock;
  readonly count: number;
}

/** Creates a reader of whole lists, which gives their texts new docIds and leaves out those that are gone. */
function createRenumberingReader(
  lists: Uint8Array,
  newDocIds: Uint32Array,
): (offset: Offset) => PostingRun {
  // Constants, so that V8 inlines them; see `createPostingsRanking`.
  const { integerAt } = checkedAccess;
  const reader = createPostingReader(lists);
  const block = createPostingBlock(newDocIds.length);
  return (offset) => {
    if (offset === undefined) return { block, count: 0 };
    const read = reader.readUntil(reader.open(offset), newDocIds.length, block);
    let count = 0;
    for (let index = 0; index < read; index++) {
      const docId = integerAt(newDocIds, integerAt(block.docIds, index));
      if (docId === GONE) continue;
      block.docIds[count] = docId;
      block.frequencies[count++] = integerAt(block.frequencies, index);
    }
    return { block, count };
  };
}

/** Merges postings in the order of their docIds, if necessary into `block`. */
function mergeRuns(first: PostingRun, second: PostingRun, block: PostingBlock): PostingRun {
  if (second.count === 0) return first;
  const { integerAt } = checkedAccess;
  const count = first.count + second.count;
  let nextFirst = 0;
  let nextSecond = 0;
  for (let index = 0; index < count; index++) {
    const isFirst =
      nextSecond === second.count ||
      (nextFirst < first.count &&
        integerAt(first.block.docIds, nextFirst) < integerAt(second.block.docIds, nextSecond));
    const { docIds, frequencies } = isFirst ? first.block : second.block;
    const from = isFirst ? nextFirst++ : nextSecond++;
    block.docIds[index] = integerAt(docIds, from);
    block.frequencies[index] = integerAt(frequencies, from);
  }
  return { block, count };
}

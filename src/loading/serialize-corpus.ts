import { setImmediate as nextTurn } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { deserialize, serialize } from "node:v8";
import type {
  BoldName,
  Corpus,
  Document,
  Interruption,
  LineStart,
  Mark,
  Passage,
  Person,
  Source,
  Topic,
} from "../corpus/document.ts";
import { elementAt } from "../foundation/checked-access.ts";
import { trustShape } from "../foundation/trusted-shape.ts";

/** About how many characters the documents of one piece have: some milliseconds to deserialize. */
const PIECE_CHARACTERS = 500_000;

/** The objects that documents share, in the order of the corpus. A serialized document refers to them by number. */
interface SharedObjects {
  readonly people: readonly Person[];
  readonly topics: readonly Topic[];
  readonly sources: readonly Source[];
}

function sharedObjectsOf({ people, topics, sources }: Omit<Corpus, "documents">): SharedObjects {
  return {
    people: [...people.values()],
    topics: [...topics.values()],
    sources: [...sources.values()],
  };
}

/** The passages of one document in columns, which take a fraction of the time of one object each. */
interface SerializedPassages {
  readonly numbers: readonly string[];
  /**
   * The texts that have only Latin-1 characters, concatenated. Those with other characters are kept
   * apart in `wide`, because one such character makes every character of a string take two bytes.
   */
  readonly narrow: string;
  readonly wide: string;
  /** The length of each text, negative if it is in `wide`. */
  readonly lengths: readonly number[];
  /** For each passage, the offset and the number of each of its lines, alternating. */
  readonly lines: readonly (readonly number[])[];
  /** The properties that most passages lack. Undefined if a passage has none of them. */
  readonly extras: readonly (PassageExtras | undefined)[];
}

interface PassageExtras {
  readonly marks: readonly Mark[];
  readonly boldNames?: readonly BoldName[];
  readonly headings: readonly string[];
  readonly follows?: readonly Interruption[];
  readonly topics: readonly number[];
  readonly named: readonly number[];
  readonly printedIn?: { readonly source: number; readonly locator?: string };
  readonly sameAs?: string;
}

interface SerializedDocument
  extends Omit<Document, "from" | "to" | "topics" | "sources" | "named" | "passages"> {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly topics: readonly number[];
  readonly sources: readonly number[];
  readonly named: readonly number[];
}

/** The first piece of a corpus: all but its documents. */
interface HeadPiece {
  readonly corpus: Omit<Corpus, "documents">;
}

/** The first piece of a changed corpus. */
interface ChangePiece {
  readonly hash: string;
  /** For each document its number in the corpus before the change, or `CHANGED` for the next one of the pieces. */
  readonly places: Int32Array;
}

const CHANGED = -1;

/** Any other piece. */
interface DocumentsPiece {
  readonly documents: readonly SerializedDocument[];
  /** For each document its `SerializedPassages`, serialized on their own. */
  readonly passages: readonly Uint8Array[];
}

/** Serializes a corpus into pieces, which `deserializeCorpus` reads one at a time. */
export function serializeCorpus({ documents, ...corpus }: Corpus): readonly Uint8Array[] {
  const head: HeadPiece = { corpus };
  return [serialize(head), ...serializeDocuments(documents, sharedObjectsOf(corpus))];
}

/**
 * Serializes what `deserializeChange` needs to make one corpus into another: the documents that are not the same
 * objects. Returns undefined if the corpora differ in more than their documents.
 */
export function serializeChange(before: Corpus, after: Corpus): readonly Uint8Array[] | undefined {
  const shared = sharedObjectsOf(after);
  const sharedBefore = sharedObjectsOf(before);
  const { documents: earlier, hash: _, ...rest } = before;
  const { documents, hash, ...restAfter } = after;
  const areSame = (["people", "topics", "sources"] as const).every((key) =>
    shared[key].every((one, index) => one === sharedBefore[key][index]),
  );
  if (!areSame || !isDeepStrictEqual(rest, restAfter)) return undefined;
  const numbers = new Map(earlier.map((document, number) => [document, number]));
  const head: ChangePiece = {
    hash,
    places: Int32Array.from(documents, (document) => numbers.get(document) ?? CHANGED),
  };
  const changed = documents.filter((document) => !numbers.has(document));
  return [serialize(head), ...serializeDocuments(changed, shared)];
}

function serializeDocuments(
  documents: readonly Document[],
  shared: SharedObjects,
): readonly Uint8Array[] {
  const people = numberObjects(shared.people);
  const topics = numberObjects(shared.topics);
  const sources = numberObjects(shared.sources);

  function serializeExtras({
    marks,
    boldNames,
    headings,
    follows,
    printedIn,
    sameAs,
    ...passage
  }: Passage): PassageExtras | undefined {
    const extras = {
      marks,
      ...(boldNames && { boldNames }),
      headings,
      ...(follows && { follows }),
      topics: passage.topics.map(topics),
      named: passage.named.map(people),
      ...(printedIn && {
        printedIn: { ...printedIn, source: sources(printedIn.source) },
      }),
      ...(sameAs !== undefined && { sameAs }),
    };
    const isEmpty = Object.values(extras).every(
      (value) => Array.isArray(value) && value.length === 0,
    );
    return isEmpty ? undefined : extras;
  }

  function serializePassages(passages: readonly Passage[]): SerializedPassages {
    const texts = passages.map(({ text }) => text);
    return {
      numbers: passages.map(({ number }) => number),
      narrow: toOneByteString(texts.filter((text) => !isWide(text)).join("")),
      wide: texts.filter(isWide).join(""),
      lengths: texts.map((text) => (isWide(text) ? -text.length : text.length)),
      lines: passages.map(({ lines }) => lines.flatMap(({ offset, line }) => [offset, line])),
      extras: passages.map(serializeExtras),
    };
  }

  function serializeDocument({ passages: _, ...document }: Document): SerializedDocument {
    return {
      ...document,
      from: document.from.map(people),
      to: document.to.map(people),
      topics: document.topics.map(topics),
      sources: document.sources.map(sources),
      named: document.named.map(people),
    };
  }

  return groupByLength(documents).map((group) => {
    const piece: DocumentsPiece = {
      documents: group.map(serializeDocument),
      passages: group.map(({ passages }) => serialize(serializePassages(passages))),
    };
    return serialize(piece);
  });
}

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Restores the corpus that `serializeCorpus` made these pieces of. Yields to the event loop after each
 * piece. Throws if there is no piece.
 */
export async function deserializeCorpus(pieces: Pieces): Promise<Corpus> {
  const { head, documents } = await deserializePieces(pieces, (piece) => {
    const { corpus } = trustShape<HeadPiece>(piece, ["corpus"]);
    return { head: corpus, shared: sharedObjectsOf(corpus) };
  });
  return { ...head, documents };
}

/** Makes the corpus `before` into the other one of which `serializeChange` made these pieces, in the same way. */
export async function deserializeChange(before: Corpus, pieces: Pieces): Promise<Corpus> {
  const { head, documents } = await deserializePieces(pieces, (piece) => {
    const change = trustShape<ChangePiece>(piece, ["hash", "places"]);
    return { head: change, shared: sharedObjectsOf(before) };
  });
  let next = 0;
  const places = Array.from(head.places, (place) =>
    place === CHANGED ? elementAt(documents, next++) : elementAt(before.documents, place),
  );
  return { ...before, hash: head.hash, documents: places };
}

/** Restores the documents in all pieces but the first, in which `readHead` finds what they share. */
async function deserializePieces<Head>(
  pieces: Pieces,
  readHead: (piece: unknown) => { readonly head: Head; readonly shared: SharedObjects },
): Promise<{ readonly head: Head; readonly documents: readonly Document[] }> {
  const documents: Document[] = [];
  let first: ReturnType<typeof readHead> | undefined;
  for await (const bytes of pieces) {
    const piece: unknown = deserialize(bytes);
    if (first === undefined) first = readHead(piece);
    else {
      const { shared } = first;
      const { passages, ...stored } = trustShape<DocumentsPiece>(piece, ["documents", "passages"]);
      stored.documents.forEach((document, index) => {
        documents.push(restoreDocument(document, elementAt(passages, index), shared));
      });
    }
    await nextTurn();
  }
  if (first === undefined) throw new RangeError("A serialized corpus has at least one piece.");
  return { head: first.head, documents };
}

/**
 * A document of which the passages stay packed until something asks for them. All share one getter: V8 gives an object
 * with a getter of its own a shape of its own, and takes several times as long to read any property of such objects.
 */
class PackedDocument {
  declare readonly passages: readonly Passage[];
  #packed: Uint8Array | undefined;
  readonly #shared: SharedObjects;
  #passages: readonly Passage[] = [];

  static readonly #unpacking: PropertyDescriptor & ThisType<PackedDocument> = {
    enumerable: true,
    get() {
      return this.#unpack();
    },
  };

  constructor(packed: Uint8Array, shared: SharedObjects) {
    this.#packed = packed;
    this.#shared = shared;
    Object.defineProperty(this, "passages", PackedDocument.#unpacking);
  }

  #unpack(): readonly Passage[] {
    if (this.#packed !== undefined) {
      const unpacked: unknown = deserialize(this.#packed);
      this.#passages = restorePassages(trustShape(unpacked, ["numbers", "lengths"]), this.#shared);
      this.#packed = undefined;
    }
    return this.#passages;
  }
}

function restoreDocument(
  document: SerializedDocument,
  passages: Uint8Array,
  shared: SharedObjects,
): Document {
  return Object.assign(new PackedDocument(passages, shared), document, {
    from: pick(document.from, shared.people),
    to: pick(document.to, shared.people),
    topics: pick(document.topics, shared.topics),
    sources: pick(document.sources, shared.sources),
    named: pick(document.named, shared.people),
  });
}

function restorePassages(passages: SerializedPassages, shared: SharedObjects): readonly Passage[] {
  let narrowEnd = 0;
  let wideEnd = 0;
  const nextText = (length: number) => {
    if (length >= 0) {
      narrowEnd += length;
      return passages.narrow.slice(narrowEnd - length, narrowEnd);
    }
    wideEnd -= length;
    return passages.wide.slice(wideEnd + length, wideEnd);
  };
  return passages.numbers.map((number, index) => {
    const extras = passages.extras[index];
    return {
      number,
      text: nextText(elementAt(passages.lengths, index)),
      lines: restoreLines(elementAt(passages.lines, index)),
      ...(extras === undefined ? NO_EXTRAS : restoreExtras(extras, shared)),
    };
  });
}

const NO_EXTRAS = { marks: [], headings: [], topics: [], named: [] };

function restoreExtras({ printedIn, ...extras }: PassageExtras, shared: SharedObjects) {
  return {
    ...extras,
    topics: pick(extras.topics, shared.topics),
    named: pick(extras.named, shared.people),
    ...(printedIn && {
      printedIn: { ...printedIn, source: elementAt(shared.sources, printedIn.source) },
    }),
  };
}

function restoreLines(numbers: readonly number[]): readonly LineStart[] {
  const lines: LineStart[] = [];
  for (let index = 0; index < numbers.length; index += 2) {
    lines.push({ offset: elementAt(numbers, index), line: elementAt(numbers, index + 1) });
  }
  return lines;
}

function isWide(text: string): boolean {
  return /[^\0-\xff]/.test(text);
}

/** Copies a text of Latin-1 characters: a slice of a wider string would still take two bytes each. */
function toOneByteString(text: string): string {
  return Buffer.from(text, "latin1").toString("latin1");
}

/** Groups successive documents so that each group has about `PIECE_CHARACTERS`. */
function groupByLength(documents: readonly Document[]): readonly (readonly Document[])[] {
  const groups: Document[][] = [];
  let remaining = 0;
  for (const document of documents) {
    const group = groups.at(-1);
    if (group === undefined || remaining <= 0) {
      groups.push([document]);
      remaining = PIECE_CHARACTERS;
    } else group.push(document);
    remaining -= document.passages.reduce((sum, { text }) => sum + text.length, 1);
  }
  return groups;
}

/** Returns a function that returns the index of an object. Throws a RangeError if it is not among them. */
function numberObjects<T>(objects: readonly T[]): (object: T) => number {
  const numbers = new Map(objects.map((object, number) => [object, number]));
  return (object) => {
    const number = numbers.get(object);
    if (number === undefined) throw new RangeError("The tables of the corpus lack an object.");
    return number;
  };
}

function pick<T>(indexes: readonly number[], all: readonly T[]): readonly T[] {
  return indexes.map((index) => elementAt(all, index));
}

import { setImmediate as nextTurn } from "node:timers/promises";
import { deserialize, serialize } from "node:v8";
import type {
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

/** The objects that documents share. A serialized document refers to them by their indexes here. */
interface SharedObjects {
  readonly people: readonly Person[];
  readonly topics: readonly Topic[];
  readonly sources: readonly Source[];
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
  readonly passages: SerializedPassages;
}

/** The first piece: the corpus without its documents. */
interface HeadPiece {
  readonly corpus: Omit<Corpus, "documents">;
  readonly shared: SharedObjects;
}

/** Any other piece. */
interface DocumentsPiece {
  readonly documents: readonly SerializedDocument[];
}

/** Serializes a corpus into pieces, which `deserializeCorpus` reads one at a time. */
export function serializeCorpus({ documents, ...corpus }: Corpus): readonly Uint8Array[] {
  const people = createNumbering<Person>();
  const topics = createNumbering<Topic>();
  const sources = createNumbering<Source>();

  function serializeExtras({
    marks,
    headings,
    follows,
    printedIn,
    sameAs,
    ...passage
  }: Passage): PassageExtras | undefined {
    const extras = {
      marks,
      headings,
      ...(follows && { follows }),
      topics: passage.topics.map(topics.numberOf),
      named: passage.named.map(people.numberOf),
      ...(printedIn && {
        printedIn: { ...printedIn, source: sources.numberOf(printedIn.source) },
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

  function serializeDocument(document: Document): SerializedDocument {
    return {
      ...document,
      from: document.from.map(people.numberOf),
      to: document.to.map(people.numberOf),
      topics: document.topics.map(topics.numberOf),
      sources: document.sources.map(sources.numberOf),
      named: document.named.map(people.numberOf),
      passages: serializePassages(document.passages),
    };
  }

  const pieces = groupByLength(documents).map((group): DocumentsPiece => {
    return { documents: group.map(serializeDocument) };
  });
  const shared = { people: people.all, topics: topics.all, sources: sources.all };
  const head: HeadPiece = { corpus, shared };
  return [serialize(head), ...pieces.map((piece) => serialize(piece))];
}

/**
 * Restores the corpus that `serializeCorpus` made these pieces of. Yields to the event loop after each
 * piece. Throws if there is no piece.
 */
export async function deserializeCorpus(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Corpus> {
  const documents: Document[] = [];
  let head: HeadPiece | undefined;
  for await (const bytes of pieces) {
    const piece: unknown = deserialize(bytes);
    if (head === undefined) head = trustShape<HeadPiece>(piece, ["corpus", "shared"]);
    else {
      for (const document of trustShape<DocumentsPiece>(piece, ["documents"]).documents) {
        documents.push(restoreDocument(document, head.shared));
      }
    }
    await nextTurn();
  }
  if (head === undefined) throw new RangeError("A serialized corpus has at least one piece.");
  return { ...head.corpus, documents };
}

function restoreDocument(document: SerializedDocument, shared: SharedObjects): Document {
  return {
    ...document,
    from: pick(document.from, shared.people),
    to: pick(document.to, shared.people),
    topics: pick(document.topics, shared.topics),
    sources: pick(document.sources, shared.sources),
    named: pick(document.named, shared.people),
    passages: restorePassages(document.passages, shared),
  };
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

/** Numbers objects in the order of their first appearance. */
function createNumbering<T>() {
  const numbers = new Map<T, number>();
  const all: T[] = [];
  return {
    all,
    numberOf(object: T): number {
      const known = numbers.get(object);
      if (known !== undefined) return known;
      numbers.set(object, all.length);
      return all.push(object) - 1;
    },
  };
}

function pick<T>(indexes: readonly number[], all: readonly T[]): readonly T[] {
  return indexes.map((index) => elementAt(all, index));
}

import { setImmediate as turn } from "node:timers/promises";
import { deserialize, serialize } from "node:v8";
import type { Corpus, Document, Passage, Person, Source, Topic } from "../corpus/document.ts";

/** About how many characters the documents of one piece have: unpacking it takes some milliseconds. */
const PIECE = 500_000;

/** The same person, topic or source is one object wherever it stands; here it is its number. */
interface Shared {
  readonly people: readonly Person[];
  readonly topics: readonly Topic[];
  readonly sources: readonly Source[];
}

interface PackedPassage extends Omit<Passage, "topics" | "named" | "printedIn"> {
  readonly topics: readonly number[];
  readonly named: readonly number[];
  readonly printedIn?: { readonly source: number; readonly locator?: string };
}

interface PackedDocument
  extends Omit<Document, "from" | "to" | "topics" | "sources" | "named" | "passages"> {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly topics: readonly number[];
  readonly sources: readonly number[];
  readonly named: readonly number[];
  readonly passages: readonly PackedPassage[];
}

/** What a corpus has besides documents. */
interface Head {
  readonly corpus: Omit<Corpus, "documents">;
  readonly shared: Shared;
}

/** A corpus as bytes, in pieces that `unpacked` takes one at a time. */
export function packed({ documents, ...corpus }: Corpus): readonly Uint8Array[] {
  const people = createNumbering<Person>();
  const topics = createNumbering<Topic>();
  const sources = createNumbering<Source>();

  function packedPassage({ printedIn, ...passage }: Passage): PackedPassage {
    return {
      ...passage,
      topics: passage.topics.map(topics.numberOf),
      named: passage.named.map(people.numberOf),
      ...(printedIn && {
        printedIn: { ...printedIn, source: sources.numberOf(printedIn.source) },
      }),
    };
  }

  function packedDocument(document: Document): PackedDocument {
    return {
      ...document,
      from: document.from.map(people.numberOf),
      to: document.to.map(people.numberOf),
      topics: document.topics.map(topics.numberOf),
      sources: document.sources.map(sources.numberOf),
      named: document.named.map(people.numberOf),
      passages: document.passages.map(packedPassage),
    };
  }

  const pieces = inPieces(documents).map((some) => serialize(some.map(packedDocument)));
  const shared = { people: people.all, topics: topics.all, sources: sources.all };
  const head: Head = { corpus, shared };
  return [serialize(head), ...pieces];
}

/** The corpus of which these are the pieces. Other things go on between any two of them. */
export async function unpacked(pieces: readonly Uint8Array[]): Promise<Corpus> {
  const [first = new Uint8Array(), ...others] = pieces;
  const { corpus, shared }: Head = deserialize(first);
  const people = (numbers: readonly number[]) => those(numbers, shared.people);
  const topics = (numbers: readonly number[]) => those(numbers, shared.topics);
  const sources = (numbers: readonly number[]) => those(numbers, shared.sources);

  function passageOf({ printedIn, ...passage }: PackedPassage): Passage {
    const [source] = printedIn === undefined ? [] : sources([printedIn.source]);
    return {
      ...passage,
      topics: topics(passage.topics),
      named: people(passage.named),
      ...(source && { printedIn: { ...printedIn, source } }),
    };
  }

  const documents: Document[] = [];
  for (const piece of others) {
    await turn();
    const some: readonly PackedDocument[] = deserialize(piece);
    for (const document of some) {
      documents.push({
        ...document,
        from: people(document.from),
        to: people(document.to),
        topics: topics(document.topics),
        sources: sources(document.sources),
        named: people(document.named),
        passages: document.passages.map(passageOf),
      });
    }
  }
  return { ...corpus, documents };
}

function inPieces(documents: readonly Document[]): readonly (readonly Document[])[] {
  const pieces: Document[][] = [];
  let room = 0;
  for (const document of documents) {
    if (room <= 0) {
      pieces.push([]);
      room = PIECE;
    }
    pieces.at(-1)?.push(document);
    room -= document.passages.reduce((sum, { text }) => sum + text.length, 1);
  }
  return pieces;
}

/** Numbers things in the order in which they come. */
function createNumbering<T>() {
  const numbers = new Map<T, number>();
  const all: T[] = [];
  return {
    all,
    numberOf(thing: T): number {
      const known = numbers.get(thing);
      if (known !== undefined) return known;
      numbers.set(thing, all.length);
      return all.push(thing) - 1;
    },
  };
}

function those<T>(numbers: readonly number[], all: readonly T[]): readonly T[] {
  return numbers.flatMap((number) => all.slice(number, number + 1));
}

import { setImmediate as turn } from "node:timers/promises";
import { deserialize, serialize } from "node:v8";
import type {
  Corpus,
  Document,
  LineStart,
  Passage,
  Person,
  Source,
  Topic,
} from "../corpus/document.ts";

/** About how many characters the documents of one piece have: unpacking it takes some milliseconds. */
const PIECE_CHARACTERS = 500_000;

/** The same person, topic or source is one object wherever it stands; here it is its number. */
interface Shared {
  readonly people: readonly Person[];
  readonly topics: readonly Topic[];
  readonly sources: readonly Source[];
}

/** The passages of one document. Whole columns take a fraction of the time that an object for each takes. */
interface SerializedPassages {
  readonly numbers: readonly string[];
  /**
   * The texts, one behind the other: apart from those with characters beyond Latin-1, which would make
   * every other character take two bytes as well.
   */
  readonly narrow: string;
  readonly wide: string;
  /** How long each text is; below 0 for one that is wide. */
  readonly lengths: readonly number[];
  /** The offset and the number of each line, one behind the other. */
  readonly lines: readonly (readonly number[])[];
  /** What most of them lack; undefined for one that has nothing of it. */
  readonly more: readonly (PassageExtras | undefined)[];
}

interface PassageExtras {
  readonly headings: readonly string[];
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

/** What a corpus has besides documents. */
interface Head {
  readonly corpus: Omit<Corpus, "documents">;
  readonly shared: Shared;
}

/** A corpus as bytes, in pieces that `unpacked` takes one at a time. */
export function serializeCorpus({ documents, ...corpus }: Corpus): readonly Uint8Array[] {
  const people = createNumbering<Person>();
  const topics = createNumbering<Topic>();
  const sources = createNumbering<Source>();

  function serializeExtras({
    headings,
    printedIn,
    sameAs,
    ...passage
  }: Passage): PassageExtras | undefined {
    const more = {
      headings,
      topics: passage.topics.map(topics.numberOf),
      named: passage.named.map(people.numberOf),
      ...(printedIn && {
        printedIn: { ...printedIn, source: sources.numberOf(printedIn.source) },
      }),
      ...(sameAs !== undefined && { sameAs }),
    };
    const isPlain = Object.values(more).every(
      (value) => Array.isArray(value) && value.length === 0,
    );
    return isPlain ? undefined : more;
  }

  function serializePassages(passages: readonly Passage[]): SerializedPassages {
    const texts = passages.map(({ text }) => text);
    return {
      numbers: passages.map(({ number }) => number),
      narrow: toLatin1(texts.filter((text) => !isWide(text)).join("")),
      wide: texts.filter(isWide).join(""),
      lengths: texts.map((text) => (isWide(text) ? -text.length : text.length)),
      lines: passages.map(({ lines }) => lines.flatMap(({ offset, line }) => [offset, line])),
      more: passages.map(serializeExtras),
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

  const pieces = splitIntoPieces(documents).map((some) => serialize(some.map(serializeDocument)));
  const shared = { people: people.all, topics: topics.all, sources: sources.all };
  const head: Head = { corpus, shared };
  return [serialize(head), ...pieces];
}

/** The corpus of which these are the pieces. Other things go on between any two of them. */
export async function deserializeCorpus(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Corpus> {
  const documents: Document[] = [];
  let head: CorpusDeserializer | undefined;
  for await (const piece of pieces) {
    if (head === undefined) head = createDeserializer(deserialize(piece));
    else for (const document of deserialize(piece)) documents.push(head.documentOf(document));
    await turn();
  }
  if (head === undefined) throw new Error("A corpus has a head, whatever else it lacks.");
  return { ...head.corpus, documents };
}

interface CorpusDeserializer {
  readonly corpus: Head["corpus"];
  documentOf(packed: SerializedDocument): Document;
}

function createDeserializer({ corpus, shared }: Head): CorpusDeserializer {
  const people = (numbers: readonly number[]) => pick(numbers, shared.people);
  const topics = (numbers: readonly number[]) => pick(numbers, shared.topics);
  const sources = (numbers: readonly number[]) => pick(numbers, shared.sources);

  function moreOf({ printedIn, ...more }: PassageExtras) {
    const [source] = printedIn === undefined ? [] : sources([printedIn.source]);
    return {
      ...more,
      topics: topics(more.topics),
      named: people(more.named),
      ...(source && { printedIn: { ...printedIn, source } }),
    };
  }

  function passagesOf(packed: SerializedPassages): Passage[] {
    const { numbers, lengths, lines, more } = packed;
    let narrow = 0;
    let wide = 0;
    return numbers.map((number, at) => {
      const length = lengths[at] ?? 0;
      const text =
        length < 0
          ? packed.wide.slice(wide, wide - length)
          : packed.narrow.slice(narrow, narrow + length);
      if (length < 0) wide -= length;
      else narrow += length;
      const own = more[at];
      return {
        number,
        text,
        lines: linesOf(lines[at] ?? []),
        ...(own === undefined ? PLAIN : moreOf(own)),
      };
    });
  }

  return {
    corpus,
    documentOf: (document) => ({
      ...document,
      from: people(document.from),
      to: people(document.to),
      topics: topics(document.topics),
      sources: sources(document.sources),
      named: people(document.named),
      passages: passagesOf(document.passages),
    }),
  };
}

function isWide(text: string): boolean {
  return /[^\0-\xff]/.test(text);
}

/** The same characters, which may have been cut out of a text with wider ones. */
function toLatin1(narrow: string): string {
  return Buffer.from(narrow, "latin1").toString("latin1");
}

const PLAIN = { headings: [], topics: [], named: [] };

function linesOf(numbers: readonly number[]): readonly LineStart[] {
  const lines: LineStart[] = [];
  for (let at = 0; at < numbers.length; at += 2) {
    lines.push({ offset: numbers[at] ?? 0, line: numbers[at + 1] ?? 0 });
  }
  return lines;
}

function splitIntoPieces(documents: readonly Document[]): readonly (readonly Document[])[] {
  const pieces: Document[][] = [];
  let room = 0;
  for (const document of documents) {
    if (room <= 0) {
      pieces.push([]);
      room = PIECE_CHARACTERS;
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

function pick<T>(numbers: readonly number[], all: readonly T[]): readonly T[] {
  return numbers.flatMap((number) => all.slice(number, number + 1));
}

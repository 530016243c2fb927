import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildCorpus, type CorpusFile, createCorpusReader } from "../../src/corpus/corpus.ts";
import type { Corpus } from "../../src/corpus/document.ts";
import { createFolderReader } from "../../src/corpus/read.ts";
import { deserializeChange, serializeChange } from "../../src/loading/serialize-corpus.ts";
import {
  buildIndexes,
  type CorpusIndexes,
  type IndexedCorpus,
  indexedEntriesOf,
} from "../../src/search/index/build-indexes.ts";
import { createPostingBlock, createPostingReader } from "../../src/search/index/posting-lists.ts";
import type { Postings } from "../../src/search/index/postings.ts";
import { createLibrary } from "../../src/search/library.ts";
import { createFolder } from "../corpus/folder.ts";
import { runs } from "../thoroughness.ts";

const PATHS = ["a.md", "b.md", "letters/a.md", "letters/c.md", "d.md"];

const paragraph = fc
  .array(
    fc.constantFrom(
      "gale",
      "Gales",
      "lâmp",
      "Tom",
      "Mrs. Quill",
      "**Tom** Gales",
      "훈련",
      "of",
      "w".repeat(300),
    ),
    {
      minLength: 1,
      maxLength: 70,
    },
  )
  .map((words) => words.join(" "));

const documentText = fc
  .record({
    front: fc.subarray([
      "title: Paper",
      "date: 1907-03",
      "from: Ada Quill",
      "to: Tom",
      "topics: [storms]",
      "sources: [herald]",
      "language: ko",
      "part-of: log",
      "id: log",
      "tags: [oil]",
      "date: soon",
    ]),
    printed: fc.constantFrom("", "\n\n> lit the lamp\n>\n> — @herald, p. 3 {storms}\n"),
    body: fc.array(paragraph, { maxLength: 3 }),
  })
  .map(({ front, printed, body }) =>
    [`---\n${front.join("\n")}\n---`, "## Text", ...body].join("\n\n").concat(printed),
  );

/** Some contents of each table, and undefined for none. */
const TABLES: Readonly<Record<string, readonly (string | undefined)[]>> = {
  "corpus.yaml": ["title: Papers\n", "body: notes\n", "folders: { letters: { title: Letters } }\n"],
  "sources.yaml": ["herald: { type: book, title: The Herald }\n", undefined, "herald: {}\n"],
  "topics.yaml": [undefined, "storms: { label: Storms, also: [gale] }\n", "storms: 1\n"],
  "people.yaml": [undefined, "Ada Quill: { also: [Mrs. Quill], family: Quill }\nTom: {}\n"],
  "events.yaml": [undefined, "- { date: 1907-03, title: The gale, text: Ada Quill saw it. }\n"],
  "plans.yaml": [undefined, "term: { title: Term, steps: [{ read: a¶1 }] }\n"],
};

/** The new contents of one file; undefined if it is deleted. */
type Change = readonly [path: string, text: string | undefined];

const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom(...PATHS), fc.option(documentText, { nil: undefined })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...Object.keys(TABLES))
      .chain((path) => fc.tuple(fc.constant(path), fc.constantFrom(...(TABLES[path] ?? [])))),
  },
);

/** Returns an index as maps from words to the texts that contain them. Shared lists are no difference. */
function unfold({ forms, terms, lists, formOffsets, termOffsets, lengths }: Postings) {
  const reader = createPostingReader(lists);
  const listsAt = (offsets: Uint32Array) =>
    [...offsets].map((offset) => {
      const block = createPostingBlock(lengths.length);
      const list = reader.open(offset);
      const count = reader.readUntil(list, lengths.length, block);
      const { documentFrequency, maxImpact } = list;
      return [
        documentFrequency,
        maxImpact,
        block.docIds.slice(0, count),
        block.frequencies.slice(0, count),
      ];
    });
  return { forms, terms, lengths, lists: [formOffsets, termOffsets].map(listsAt) };
}

function comparable({ prose, documents, ...positions }: CorpusIndexes) {
  return { prose: unfold(prose), documents: unfold(documents), ...positions };
}

/** Searches for words, a phrase and a topic, and returns everything found. */
function answersOf(corpus: Corpus, indexes: CorpusIndexes) {
  const library = createLibrary(corpus, new Date(0), indexes);
  return ["gale", "gales tom", '"lâmp Tom"', "storms", "paper", "1907", "훈련 of"].map((query) => {
    const { hits, ...result } = library.search(query, {});
    return { ...result, hits: hits.map(({ excerpt, ...hit }) => ({ ...hit, excerpt })) };
  });
}

test("After any changes, a corpus and its indexes are those that would be made anew", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 12 }), async (changes) => {
      const reader = createCorpusReader();
      const files = new Map<string, CorpusFile>();
      let indexed: (IndexedCorpus & { readonly corpus: Corpus }) | undefined;
      for (const [path, text] of changes) {
        if (text === undefined) files.delete(path);
        else files.set(path, { path, bytes: new TextEncoder().encode(text) });
        const present = [...files.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
        const reading = reader.read(present);
        expect(reading).toEqual(buildCorpus(present));
        if ("error" in reading) continue;

        const { corpus } = reading;
        const entries = indexedEntriesOf(corpus);
        const indexes = buildIndexes(entries, () => {}, indexed);
        const anew = buildIndexes(entries);
        expect(comparable(indexes)).toEqual(comparable(anew));
        expect(answersOf(corpus, indexes)).toEqual(answersOf(corpus, anew));

        const pieces = indexed && serializeChange(indexed.corpus, corpus);
        if (indexed !== undefined && pieces !== undefined) {
          const before = indexed.corpus.documents;
          const changed = await deserializeChange(indexed.corpus, pieces);
          expect(changed).toEqual(corpus);
          expect(changed.documents.map((document) => before.includes(document))).toEqual(
            corpus.documents.map((document) => before.includes(document)),
          );
        }
        indexed = { corpus, entries, indexes };
      }
    }),
    { numRuns: runs(60) },
  );
});

test("A change of one document leaves all other documents the same objects", () => {
  const paper = (number: number, text: string): CorpusFile => ({
    path: `${number}.md`,
    bytes: new TextEncoder().encode(
      `---\ntitle: Paper ${number}\nfrom: Ada Quill\n---\n\n${text}\n`,
    ),
  });
  const files = Array.from({ length: 5 }, (_, number) => paper(number, "The lamp was lit."));
  const reader = createCorpusReader();
  const documentsOf = (present: readonly CorpusFile[]) => {
    const reading = reader.read(present);
    return "corpus" in reading ? reading.corpus.documents : [];
  };
  const before = documentsOf(files);
  const after = documentsOf(files.with(2, paper(2, "It is out.")));
  expect(after.map((document) => before.includes(document))).toEqual([
    true,
    true,
    false,
    true,
    true,
  ]);
});

describe("a folder that is read again", () => {
  test("gives the same objects for the files that have not changed, and only for these", async () => {
    const folder = await createFolder({ "a.md": "One.", "b.md": "Two.", "c.md": "Six." });
    const at = (path: string) => join(folder, path);
    const { read } = createFolderReader(folder);
    const readAll = async () => {
      const reading = await read();
      return "files" in reading ? reading.files : [];
    };
    const first = await readAll();
    expect(await readAll()).toEqual(first);

    // Old enough that their status can be trusted.
    for (const path of ["a.md", "b.md", "c.md"]) utimesSync(at(path), 1000, 1000);
    await setTimeout(2100);
    await readAll();
    const { mtimeMs } = statSync(at("b.md"));
    writeFileSync(at("b.md"), "Ten.");
    utimesSync(at("b.md"), mtimeMs / 1000, mtimeMs / 1000);
    renameSync(at("c.md"), at("d.md"));
    mkdirSync(at("more"));
    writeFileSync(at("more/e.md"), "New.");
    const second = await readAll();
    expect(second.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])).toEqual([
      ["a.md", "One."],
      ["b.md", "Ten."],
      ["d.md", "Six."],
      ["more/e.md", "New."],
    ]);
    expect(second[0]).toBe(first[0]);
    rmSync(at("a.md"));
    expect((await readAll()).map(({ path }) => path)).toEqual(["b.md", "d.md", "more/e.md"]);
  });

  test("notices every change of a file that has just been written", async () => {
    const folder = await createFolder({ "a.md": "0" });
    const { read } = createFolderReader(folder);
    for (let night = 0; night < 10; night++) {
      writeFileSync(join(folder, "a.md"), String(night));
      expect(await read()).toMatchObject({
        files: [{ bytes: Buffer.from(String(night)) }],
      });
    }
  });
});

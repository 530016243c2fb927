import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { message } from "../../src/catalogue/catalogue.ts";
import { buildCorpus, createCorpusReader } from "../../src/corpus/corpus.ts";
import { openLibrary } from "../../src/loading/open-library.ts";
import { indexInTwoThreads, parseInTwoThreads } from "../../src/loading/two-threads.ts";
import { buildIndexes, indexedEntriesOf } from "../../src/search/index/build-indexes.ts";
import { createFolder, type Files } from "../corpus/folder.ts";
import { HOSTILE_MARKDOWN } from "../corpus/hostile.ts";

const MAX_HEAP = 2048;

/** Documents that are long enough together for two threads. */
const LONG: Files = Object.fromEntries(
  Array.from({ length: 60 }, (_, number) => [
    `long/${number}.md`,
    `---\ntitle: Long ${number}\nfrom: Ada Quill\ntags: [gale]\n---\n\n${`The keeper counted ${number} ships at dusk. `.repeat(2000)}`,
  ]),
);

const filesOf = (files: Files) =>
  Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));

test("a corpus that two threads have parsed and indexed is the same as one thread makes it", async () => {
  const files = filesOf({ ...LONG, ...HOSTILE_MARKDOWN, "corpus.yaml": "language: de\n" });
  const reader = createCorpusReader();
  const begun: string[] = [];
  const options = { maxHeap: MAX_HEAP, begin: (path: string) => begun.push(path) };
  expect(await parseInTwoThreads(reader, files, options)).toBeUndefined();
  expect(begun).toEqual(expect.arrayContaining(files.map(({ path }) => path)));
  expect(reader.unparsed(files).files).toEqual([]);
  const reading = reader.read(files);
  // Vitest’s own comparison of megabytes takes a minute.
  expect(isDeepStrictEqual(reading, buildCorpus(files))).toBe(true);

  if ("error" in reading) throw new Error(JSON.stringify(reading.error));
  const entries = indexedEntriesOf(reading.corpus);
  const parts: number[] = [];
  const progress = (part: number) => parts.push(part);
  const indexed = await indexInTwoThreads(entries, { maxHeap: MAX_HEAP, progress });
  expect(isDeepStrictEqual(indexed, { indexes: buildIndexes(entries) })).toBe(true);
  expect(Math.max(...parts)).toBeGreaterThan(0.5);
});

test.each(["long/00.md", "long/000.md"])(
  "the slow file is named, whichever thread reads it: %s",
  async (path) => {
    // The two names sort so that each is read by another thread.
    const folder = await createFolder({
      ...LONG,
      "long/00.md": "Short.",
      [path]: "+ ".repeat(10_000),
    });
    expect(await openLibrary(folder, { minLargeBytes: 0, maxFileWork: 1000 })).toMatchObject({
      error: [{ path, message: message("problem.too-slow") }],
    });
  },
);

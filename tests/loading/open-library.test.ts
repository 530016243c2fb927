import { createHash } from "node:crypto";
import {
  access,
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { message } from "../../src/catalogue/catalogue.ts";
import { createBot } from "../../src/command/bot.ts";
import { hashFiles } from "../../src/corpus/corpus.ts";
import { type CorpusFiles, readCorpusFiles } from "../../src/corpus/read.ts";
import { createAnalyzer } from "../../src/language/analyzer.ts";
import {
  LARGE_CORPUS_BYTES,
  type OpenOptions,
  openLibrary,
} from "../../src/loading/open-library.ts";
import { loadSnapshot, type SnapshotKey, writeSnapshot } from "../../src/loading/snapshot.ts";
import { snapshotVersion } from "../../src/loading/snapshot-version.ts";
import type { Library } from "../../src/search/library.ts";
import { createVerifier } from "../../src/verify/verifier.ts";
import { createFolder, type Files } from "../corpus/folder.ts";
import { countWork } from "../count-work.ts";
import { inEnglish } from "../in-english.ts";
import { libraryOf, SITUATION, styles } from "../library.ts";
import { runs } from "../thoroughness.ts";

const TABLES: Files = {
  "corpus.yaml": "title: Papers of a lighthouse\n",
  "sources.yaml": "herald:\n  type: book\n  title: The Herald\n",
  "topics.yaml": "storms: { label: Storms, also: [gale] }\n",
  "people.yaml": "Ada Quill: { also: [Mrs. Quill], family: Quill }\n",
  "events.yaml":
    "- date: 1907-03\n  title: The great gale\n  text: Ada Quill counted ships.\n  topics: [storms]\n  sources: [herald]\n",
};

/** The papers of a lighthouse: more than a thousand passages. */
const PAPERS: Files = {
  ...TABLES,
  "plans.yaml": "term: { title: Term, steps: [{ read: paper-1¶2, topics: [storms] }] }\n",
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, paper) => [
      `paper-${paper}.md`,
      `---\ntitle: Paper ${paper}\n${paper > 0 ? `date: 190${paper % 10}-03\n` : ""}from: Ada Quill\ntopics: [storms]\n---\n\n${passages(paper)}`,
    ]),
  ),
};

const ONE_PAPER: Files = { ...TABLES, "paper-0.md": PAPERS["paper-0.md"] ?? "" };

function passages(paper: number): string {
  const paragraphs = Array.from(
    { length: 100 },
    (_, at) =>
      `On night ${at} of year ${paper} a gale rose, and Mrs. Quill — “keeper” — lit lamp ${at}.`,
  );
  return paragraphs.join("\n\n");
}

/** Opens a corpus as a large one. Throws if it does not load. */
async function openLarge(folder: string, options: OpenOptions = {}) {
  const outcome = await openLibrary(folder, { minLargeBytes: 0, ...options });
  if ("error" in outcome) throw new Error(JSON.stringify(outcome.error));
  return outcome;
}

/** Returns the answers of a library to questions that use all of its indexes. */
function answersOf(library: Library) {
  const verifier = createVerifier(
    library.passagePositions(),
    createAnalyzer(library.corpus.language),
  );
  return {
    corpus: library.corpus,
    searches: ["gale", "lamp 7", '"night 41 of year 3"', '"great gale"', "quill keeper"].map(
      (query) => {
        const { hits } = library.search(query, {});
        const best = hits.slice(0, 20).map((hit) => ({ ...hit, excerpt: hit.excerpt }));
        return { count: hits.length, best };
      },
    ),
    verdicts: ["a gale rose, and Mrs. Quill", "a gale rose, and nobody lit lamp 3"].map((text) =>
      verifier.verify(text),
    ),
  };
}

/** Expects two values to be equal. Only Node compares a graph as large as a corpus quickly. */
function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

/** Opens a corpus with a cache. It is not built if a snapshot was loaded. */
async function openCached(folder: string, cache: string) {
  const steps = new Set<string>();
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 1);
  const outcome = await openLarge(folder, { cache, progress: ({ step }) => steps.add(step) });
  clearInterval(timer);
  return { ...outcome, isRead: steps.has("reading"), isBuilt: steps.has("indexing"), ticks };
}

/** Creates a corpus in `parent`, and opens it with an empty cache. */
async function buildIn(parent: string, files: Files) {
  const folder = join(parent, "corpus");
  const cache = join(parent, "cache");
  await mkdir(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  const small = await openLarge(folder, { minLargeBytes: Number.POSITIVE_INFINITY });
  const built = await openCached(folder, cache);
  return { folder, cache, built, expected: answersOf(small.library) };
}

type Built = Awaited<ReturnType<typeof buildIn>>;

/** All papers and their snapshot. The tests share them, since a worker takes a second to start. */
let papers: Built;

/** The same of one paper, for tests in which the number of passages does not matter. */
let onePaper: Built;

beforeAll(async () => {
  const parent = await mkdtemp(join(tmpdir(), "ibid-papers-"));
  papers = await buildIn(join(parent, "all"), PAPERS);
  onePaper = await buildIn(join(parent, "one"), ONE_PAPER);
  return () => rm(parent, { recursive: true });
});

/** Returns the folder of a shared corpus and a copy of the cache with its snapshot. */
async function copyCache({ folder, cache }: Built) {
  const copy = join(await createFolder({}), "cache");
  await cp(cache, copy, { recursive: true });
  return { folder, cache: copy };
}

describe("a large corpus", () => {
  test("is built and kept, then loaded, and gives the same answers as a small one", async () => {
    const { built, expected } = papers;
    expect([built.isBuilt, built.warnings]).toEqual([true, []]);
    expectSame(answersOf(built.library), expected);
    const { folder, cache } = await copyCache(papers);
    expect(await readdir(cache)).toEqual([expect.stringMatching(/^ibid-[0-9a-f-]+\.snapshot$/)]);

    const loaded = await openCached(folder, cache);
    expect([loaded.isBuilt, loaded.warnings]).toEqual([false, []]);
    expectSame(answersOf(loaded.library), expected);
  });

  test("has one object for each person, topic and source, however it is reached", async () => {
    const { folder, cache } = await copyCache(papers);
    const { corpus } = (await openCached(folder, cache)).library;
    const ada = corpus.people.get("Ada Quill");
    const storms = corpus.topics.get("storms");
    expect(ada).toBeDefined();
    for (const document of corpus.documents) {
      expect(document.from[0]).toBe(ada);
      expect(document.topics[0]).toBe(storms);
      expect(document.passages.every(({ topics }) => topics[0] === storms)).toBe(true);
      expect(document.passages.every(({ named }) => named[0] === ada)).toBe(true);
    }
    expect(corpus.events[0]?.sources[0]).toBe(corpus.sources.get("herald"));
    expect(corpus.events[0]?.topics[0]).toBe(storms);
    expect(corpus.events[0]?.named[0]).toBe(ada);
    expect(corpus.plans.get("term")?.steps[0]?.topics[0]).toBe(storms);
  });

  test("keeps the passages of a document packed until something asks for them", async () => {
    const { folder, cache } = await copyCache(papers);
    const { documents } = (await openCached(folder, cache)).library.corpus;
    for (const document of documents) {
      const packed = { enumerable: true, get: expect.any(Function) };
      expect(Object.getOwnPropertyDescriptor(document, "passages")).toMatchObject(packed);
      expect(document.passages).toBe(document.passages);
    }
  });

  test("is loaded as it was built, whatever it contains", async () => {
    const cache = await createFolder({});
    const word = fc.constantFrom("gale", "lâmp", "Mrs. Quill", "훈련", "🙂", "3,000", "…", "ﬁre");
    const paragraph = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(" "));
    const paper = fc.record({
      date: fc.constantFrom("", "date: 1907~\n", "date: ../1907\n", "date: 1907-03-02/1907-04\n"),
      from: fc.constantFrom("", "from: Ada Quill\n", "from: Tom\n"),
      body: fc.array(paragraph, { minLength: 1, maxLength: 5 }).map((all) => all.join("\n\n")),
      printed: fc.constantFrom("", "\n\n> lit the lamp\n>\n> — @herald, p. 3 {storms}\n"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(paper, { minLength: 8, maxLength: 24 }), async (papers) => {
        const folder = await createFolder({
          ...TABLES,
          "corpus.yaml": "title: Papers\nbody: notes\n",
          "people.yaml": "Ada Quill: { also: [Mrs. Quill] }\nTom: {}\n",
          ...Object.fromEntries(
            papers.map(({ date, from, body, printed }, at) => [
              `${at}.md`,
              `---\ntitle: Paper\n${date}${from}---\n\nA note.${printed}\n\n## Text\n\n${body}\n`,
            ]),
          ),
        });
        const built = await openLarge(folder, { cache });
        const loaded = await openCached(folder, cache);
        expect(loaded.isBuilt).toBe(false);
        expect(answersOf(loaded.library)).toEqual(answersOf(built.library));
      }),
      { numRuns: runs(1) },
    );
  });

  test("does not block the event loop while it opens", async () => {
    const { folder, cache } = await copyCache(papers);
    expect(papers.built.ticks).toBeGreaterThan(0);
    expect((await openCached(folder, cache)).ticks).toBeGreaterThan(0);
  });

  test("with problems returns them, and is not kept", async () => {
    const folder = await createFolder({
      ...TABLES,
      "bad.md": "---\ndate: yesterday\n---\n\nText.\n",
    });
    const cache = await createFolder({});
    expect(await openLibrary(folder, { cache, minLargeBytes: 0 })).toMatchObject({
      error: [{ path: "bad.md", line: 2 }],
    });
    expect(await readdir(cache)).toEqual([]);
  });

  test("is not kept without a cache", async () => {
    expect((await openLarge(onePaper.folder)).warnings).toEqual([]);
  });

  test("completes every option the first time with as little work as later", async () => {
    const { library } = await openLarge(onePaper.folder, { isThreaded: true });
    const work = countWork();
    const complete = (name: string, key: string, typed: string, within = library) => {
      const context = { library: within, styles, day: 20_000, now: 0, posts: false, seed: 1 };
      createBot(commands, () => context).suggest(name, key, typed, SITUATION);
      return work.take();
    };
    const other = libraryOf({ "one.md": "The lamp was lit.\n" });
    for (const { name, options } of commands) {
      for (const key of Object.keys(options)) {
        // Some work is done once, for whatever corpus.
        complete(name, key, "zeppelinx", other);
        const [first, later] = [complete(name, key, "zeppeliny"), complete(name, key, "zeppelinz")];
        expect(first, `${name} ${key}`).toBeLessThanOrEqual(later);
      }
    }
  });

  test("can be opened twice at the same time", async () => {
    const { folder } = onePaper;
    const cache = join(await createFolder({}), "cache");
    const both = await Promise.all([openLarge(folder, { cache }), openLarge(folder, { cache })]);
    expect(both.map(({ warnings }) => warnings)).toEqual([[], []]);
    expect((await openCached(folder, cache)).isBuilt).toBe(false);
    expect(await readdir(cache)).toHaveLength(1);
  });
});

describe("a small corpus", () => {
  test("is neither built in a worker nor kept", async () => {
    const cache = await createFolder({});
    const steps = new Set<string>();
    const folder = await createFolder({ "a.md": "x".repeat(LARGE_CORPUS_BYTES - 1) });
    await openLibrary(folder, { cache, progress: ({ step }) => steps.add(step) });
    expect([...steps]).toEqual(["reading"]);
    expect(await readdir(cache)).toEqual([]);
  });

  test.each([
    ["a list of ten thousand levels", "+ ".repeat(10_000), {}],
    ["a word without end, when served", "é".repeat(200_000), { isThreaded: true }],
  ])(
    "that is slow to read is refused in a sentence while the event loop goes on: %s",
    async (_, text, options) => {
      const folder = await createFolder({ "slow.md": text });
      let ticks = 0;
      const timer = setInterval(() => {
        ticks += 1;
      }, 1);
      expect(await openLibrary(folder, { ...options, maxFileWork: 300 })).toMatchObject({
        error: [{ path: "slow.md", message: message("problem.too-slow") }],
      });
      clearInterval(timer);
      expect(ticks).toBeGreaterThan(10);
    },
  );

  test("in a folder that does not exist is an error", async () => {
    expect(await openLibrary("/nowhere")).toMatchObject({ error: [{ path: "/nowhere" }] });
  });
});

describe("a snapshot", () => {
  /** Copies the snapshot of a shared corpus into a new cache. The file `path` has `bytes`. */
  async function copySnapshot(built = onePaper) {
    const { folder, cache } = await copyCache(built);
    const [name = ""] = await readdir(cache);
    const path = join(cache, name);
    const { files } = await readFiles(folder);
    const key = {
      corpus: await realpath(folder),
      version: await snapshotVersion(),
      hash: hashFiles(files),
    };
    return { folder, cache, name, path, key, bytes: await readFile(path) };
  }

  async function readFiles(folder: string): Promise<CorpusFiles> {
    const read = await readCorpusFiles(folder, () => {});
    if ("error" in read) throw new Error(JSON.stringify(read.error));
    return read;
  }

  async function collect(pieces: AsyncIterable<Uint8Array>): Promise<readonly Uint8Array[]> {
    const all: Uint8Array[] = [];
    for await (const piece of pieces) all.push(piece);
    return all;
  }

  /** Loads a snapshot without building a library of it, after the file has been overwritten with `bytes`. */
  async function loadBytes(
    bytes: Uint8Array,
    { cache, path, key }: Awaited<ReturnType<typeof copySnapshot>>,
  ) {
    await writeFile(path, bytes);
    return loadSnapshot(cache, key, Promise.resolve(key.hash), async ({ corpus, indexes }) =>
      Buffer.concat((await Promise.all([collect(corpus), indexes])).flat()),
    );
  }

  test("that is truncated or changed anywhere is rejected, and removed", async () => {
    const snapshot = await copySnapshot(papers);
    const { bytes, path } = snapshot;
    expect(await loadBytes(bytes, snapshot)).toEqual({
      // The pieces are the rest of the file.
      loaded: expect.toSatisfy((pieces: Buffer) => bytes.subarray(-pieces.length).equals(pieces)),
    });
    const cut = fc.nat(bytes.length - 1).map((end) => bytes.subarray(0, end));
    const flipped = fc
      .tuple(fc.oneof(fc.nat(200), fc.nat(bytes.length - 1)), fc.integer({ min: 1, max: 255 }))
      .map(([at, bits]) => Buffer.from(bytes).fill((bytes[at] ?? 0) ^ bits, at, at + 1));
    await fc.assert(
      fc.asyncProperty(fc.oneof(cut, flipped), async (damaged) => {
        expect(await loadBytes(damaged, snapshot)).toEqual({ error: "damaged" });
        await expect(access(path)).rejects.toThrow("ENOENT");
      }),
      {
        numRuns: runs(100),
        examples: [[Buffer.alloc(0)], [Buffer.concat([bytes, Buffer.alloc(1)])]],
      },
    );
  });

  test("needs no file of a corpus that has not changed, and all of one that may have", async () => {
    const { folder, cache } = await buildIn(await createFolder({}), ONE_PAPER);
    const open = async () => {
      const { isRead, isBuilt, library } = await openCached(folder, cache);
      return { how: [isRead, isBuilt], answers: answersOf(library) };
    };
    const [READ, BUILT, NEITHER] = [
      [true, false],
      [true, true],
      [false, false],
    ];
    const path = join(folder, "paper-0.md");
    const { atime, mtime } = await stat(path);
    // Another change within the same tick of such a clock would leave no trace.
    const soon = new Date(Date.now() + 3_600_000);
    await utimes(path, soon, soon);
    for (let start = 0; start < 2; start++) expect((await open()).how).toEqual(READ);
    await utimes(path, atime, mtime);
    await setTimeout(2100);
    expect((await open()).how).toEqual(READ);
    const unread = await open();
    expect(unread.how).toEqual(NEITHER);
    expectSame(unread.answers, onePaper.expected);

    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace("gale", "calm"));
    await utimes(path, atime, mtime);
    expect((await open()).how).toEqual(BUILT);
    await writeFile(path, text);
    await setTimeout(2100);
    const again = await open();
    expect(again.how).toEqual(BUILT);
    expectSame(again.answers, onePaper.expected);
    expect((await open()).how).toEqual(NEITHER);

    await writeFile(join(folder, "more.md"), "Another paper.");
    expect((await open()).how).toEqual(BUILT);
    await rm(join(folder, "more.md"));
    expect((await open()).how).toEqual(BUILT);
    await rename(path, join(folder, "paper-1.md"));
    expect((await open()).how).toEqual(BUILT);
  });

  test("of another version of the code is not read, but replaced by a new one", async () => {
    const { folder, cache, name, path, bytes } = await copySnapshot();
    const older = name.replace(/[0-9a-f]{16}\.snapshot$/, `${"0".repeat(16)}.snapshot`);
    await writeFile(join(cache, older), bytes);
    await rm(path);
    const outcome = await openCached(folder, cache);
    expect([outcome.isBuilt, outcome.warnings]).toEqual([true, []]);
    expect(await readdir(cache)).toEqual([name]);
    expect((await openCached(folder, cache)).isBuilt).toBe(false);
  });

  test("that is damaged is rebuilt, with a warning", async () => {
    const { folder, cache, path, bytes } = await copySnapshot();
    const last = bytes.length - 1;
    await writeFile(path, Buffer.from(bytes).fill(~(bytes[last] ?? 0), last));
    const outcome = await openCached(folder, cache);
    expect(outcome.isBuilt).toBe(true);
    expect(outcome.warnings.map(inEnglish)).toEqual([
      expect.stringMatching(/ was damaged, so it .*\.$/),
    ]);
    expectSame(answersOf(outcome.library), onePaper.expected);
    expect((await openCached(folder, cache)).isBuilt).toBe(false);
  });

  test.each(["hash", "version"] as const)(
    "with another %s under the same name is rejected",
    async (part) => {
      const key = {
        corpus: await createFolder({}),
        hash: "0123456789abcdef".repeat(4),
        version: "fedcba9876543210".repeat(4),
      };
      const cache = await createFolder({});
      const written = async (other: SnapshotKey) => {
        await writeSnapshot(cache, other, { corpus: [Buffer.from("a")], indexes: [] });
        const [name = ""] = await readdir(cache);
        const path = join(cache, name);
        return { name, path, bytes: await readFile(path) };
      };
      const other = await written({ ...key, [part]: "0".repeat(64) });
      await rm(other.path);
      const own = await written(key);
      await writeFile(own.path, other.bytes);
      const load = () =>
        loadSnapshot(cache, key, Promise.resolve(key.hash), async ({ indexes }) => indexes);
      expect(await load()).toEqual({ error: "damaged" });
      await writeFile(own.path, own.bytes);
      expect(await load()).toEqual({ loaded: [] });
    },
  );

  test("is rebuilt when the corpus changes, and replaces only those of the same corpus", async () => {
    const { folder, cache, name } = await copySnapshot();
    const [, place = "", hash = ""] = name.split("-");
    const older = `ibid-${place}-${hash}-${"0".repeat(16)}.snapshot`;
    const elsewhere = `ibid-00000000-${hash}-${"0".repeat(16)}.snapshot`;
    const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
    // No process has this number, and this one writes no other file.
    const killed = `${older}.${machine}-4194305-1`;
    const own = `${older}.${machine}-${process.pid}-0`;
    const abandoned = `${older}.00000000-1-1`;
    const unfinished = `${older}.00000000-1-2`;
    const alive = `${older}.${machine}-1-1`;
    const reused = `${older}.${machine}-1-2`;
    const foreign = ["notes.txt", "ibid.snapshot", `${name}.bak`];
    const gone = [abandoned, killed, own, reused];
    for (const file of [older, elsewhere, unfinished, alive, ...gone, ...foreign]) {
      await writeFile(join(cache, file), "");
    }
    const tenMinutesAgo = Date.now() / 1000 - 600;
    for (const old of [abandoned, reused]) {
      await utimes(join(cache, old), tenMinutesAgo, tenMinutesAgo);
    }
    await mkdir(join(cache, older.replace("0.snapshot", "1.snapshot")));
    await writeFile(join(folder, "new.md"), "One more gale.");
    onTestFinished(() => rm(join(folder, "new.md")));
    const outcome = await openCached(folder, cache);
    expect([outcome.isBuilt, outcome.warnings]).toEqual([true, []]);
    const left = await readdir(cache);
    expect(left).not.toContain(name);
    expect(left).not.toContain(older);
    for (const file of gone) expect(left).not.toContain(file);
    expect(left).toEqual(expect.arrayContaining([elsewhere, unfinished, alive, ...foreign]));
    expect(left).toContain(older.replace("0.snapshot", "1.snapshot"));
    // And the new one.
    expect(left).toHaveLength(foreign.length + 5);
  });

  test("that cannot be written causes a warning", async () => {
    const cache = join(await createFolder({ taken: "A file." }), "taken");
    const outcome = await openCached(onePaper.folder, cache);
    expect(outcome.warnings.map(inEnglish)).toEqual([
      expect.stringMatching(/^The index cannot be saved in .*taken .*IBID_CACHE.*\.$/),
    ]);
    expectSame(answersOf(outcome.library), onePaper.expected);
    expect(await readFile(cache, "utf8")).toBe("A file.");
  });

  test("that may not be written causes a warning", async ({ skip }) => {
    skip(process.getuid?.() === 0, "Root may write everywhere.");
    const cache = await createFolder({});
    await chmod(cache, 0o500);
    onTestFinished(() => chmod(cache, 0o700));
    expect((await openCached(onePaper.folder, cache)).warnings).toHaveLength(1);
  });
});

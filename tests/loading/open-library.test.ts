import { chmod, mkdir, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { createAnalyzer } from "../../src/language/analyzer.ts";
import {
  LARGE_CORPUS_BYTES,
  type OpenOptions,
  openLibrary,
} from "../../src/loading/open-library.ts";
import type { Library } from "../../src/search/library.ts";
import { createVerifier } from "../../src/verify/verifier.ts";
import { type Files, folderOf } from "../corpus/folder.ts";

const TABLES: Files = {
  "corpus.yaml": "title: Papers of a lighthouse\n",
  "sources.yaml": "herald:\n  type: book\n  title: The Herald\n",
  "topics.yaml": "storms: { label: Storms, also: [gale] }\n",
  "people.yaml": "Ada Quill: { also: [Mrs. Quill], family: Quill }\n",
  "events.yaml":
    "- date: 1907-03\n  title: The great gale\n  text: Ada Quill counted ships.\n  topics: [storms]\n  sources: [herald]\n",
};

/** Papers of a lighthouse, with more than a thousand passages. */
const PAPERS: Files = {
  ...TABLES,
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, paper) => [
      `paper-${paper}.md`,
      `---\ntitle: Paper ${paper}\n${paper > 0 ? `date: 190${paper % 10}-03\n` : ""}from: Ada Quill\ntopics: [storms]\n---\n\n${passages(paper)}`,
    ]),
  ),
};

function passages(paper: number): string {
  const some = Array.from(
    { length: 100 },
    (_, at) =>
      `On night ${at} of year ${paper} a gale rose, and Mrs. Quill — “keeper” — lit lamp ${at}.`,
  );
  return some.join("\n\n");
}

/** Opens what is made large by its second argument, which must open. */
async function opened(folder: string, opening: OpenOptions = {}) {
  const outcome = await openLibrary(folder, { large: 0, ...opening });
  if ("error" in outcome) throw new Error(JSON.stringify(outcome.error));
  return outcome;
}

/** What a library answers to questions that ask all of its indexes. */
function answers(library: Library) {
  const verifier = createVerifier(
    library.passagePositions(),
    createAnalyzer(library.corpus.language),
  );
  return {
    corpus: library.corpus,
    searches: ["gale", "lamp 7", '"night 41 of year 3"', '"great gale"', "quill keeper"].map(
      (query) => library.search(query, {}).hits.map((hit) => ({ ...hit, excerpt: hit.excerpt })),
    ),
    verdicts: ["a gale rose, and Mrs. Quill", "a gale rose, and nobody lit lamp 3"].map((text) =>
      verifier.verify(text),
    ),
  };
}

async function places() {
  return { folder: await folderOf(PAPERS), cache: join(await folderOf({}), "cache") };
}

/** The library of the papers, made without any help. */
async function made(folder: string) {
  return answers((await opened(folder, { large: Number.POSITIVE_INFINITY })).library);
}

/** The steps that opening told of: none but reading where a snapshot was loaded. */
async function stepsOf(folder: string, cache: string) {
  const steps = new Set<string>();
  const outcome = await opened(folder, { cache, progress: ({ step }) => steps.add(step) });
  return { ...outcome, isBuilt: steps.has("indexing") };
}

describe("a large corpus", () => {
  test("is built, kept, and loaded the next time, and answers as any other", async () => {
    const { folder, cache } = await places();
    const expected = await made(folder);
    const first = await stepsOf(folder, cache);
    expect([first.isBuilt, first.remarks]).toEqual([true, []]);
    expect(answers(first.library)).toEqual(expected);
    expect(await readdir(cache)).toEqual([expect.stringMatching(/^ibid-[0-9a-f-]+\.snapshot$/)]);

    const second = await stepsOf(folder, cache);
    expect([second.isBuilt, second.remarks]).toEqual([false, []]);
    expect(answers(second.library)).toEqual(expected);
  });

  test("has one object for each person, topic and source, from wherever it is reached", async () => {
    const { folder, cache } = await places();
    await opened(folder, { cache });
    const { corpus } = (await opened(folder, { cache })).library;
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
  });

  test("is loaded as it was built, whatever stands in it", async () => {
    const cache = await folderOf({});
    const word = fc.constantFrom("gale", "lâmp", "Mrs. Quill", "훈련", "🙂", "3,000", "…", "ﬁre");
    const paragraph = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(" "));
    const paper = fc.record({
      date: fc.constantFrom("", "date: 1907~\n", "date: ../1907\n", "date: 1907-03-02/1907-04\n"),
      from: fc.constantFrom("", "from: Ada Quill\n", "from: Tom\n"),
      body: fc.array(paragraph, { minLength: 1, maxLength: 5 }).map((all) => all.join("\n\n")),
      printed: fc.constantFrom("", "\n\n> lit the lamp\n>\n> — @herald, p. 3 {storms}\n"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(paper, { minLength: 1, maxLength: 4 }), async (papers) => {
        const folder = await folderOf({
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
        const built = await opened(folder, { cache });
        const loaded = await stepsOf(folder, cache);
        expect(loaded.isBuilt).toBe(false);
        expect(answers(loaded.library)).toEqual(answers(built.library));
      }),
      { numRuns: 5 },
    );
  });

  test("leaves the event loop to others while it opens", async () => {
    const { folder, cache } = await places();
    for (const _ of ["built", "loaded"]) {
      let ticks = 0;
      const timer = setInterval(() => {
        ticks += 1;
      }, 1);
      await opened(folder, { cache });
      clearInterval(timer);
      expect(ticks).toBeGreaterThan(0);
    }
  });

  test("with problems is told so, and not kept", async () => {
    const folder = await folderOf({ ...PAPERS, "bad.md": "---\ndate: yesterday\n---\n\nText.\n" });
    const cache = await folderOf({});
    expect(await openLibrary(folder, { cache, large: 0 })).toMatchObject({
      error: [{ path: "bad.md", line: 2 }],
    });
    expect(await readdir(cache)).toEqual([]);
  });

  test("is kept nowhere without a cache", async () => {
    const { folder } = await places();
    expect((await opened(folder)).remarks).toEqual([]);
  });

  test("is opened by two at once", async () => {
    const { folder, cache } = await places();
    const both = await Promise.all([opened(folder, { cache }), opened(folder, { cache })]);
    expect(both.map(({ remarks }) => remarks)).toEqual([[], []]);
    expect((await stepsOf(folder, cache)).isBuilt).toBe(false);
    expect(await readdir(cache)).toHaveLength(1);
  });
});

describe("a small corpus", () => {
  test("is neither built elsewhere nor kept", async () => {
    const cache = await folderOf({});
    const steps = new Set<string>();
    const folder = await folderOf({ "a.md": "x".repeat(LARGE_CORPUS_BYTES - 1) });
    await openLibrary(folder, { cache, progress: ({ step }) => steps.add(step) });
    expect([...steps]).toEqual(["reading"]);
    expect(await readdir(cache)).toEqual([]);
  });

  test("that is none is told so", async () => {
    expect(await openLibrary("/nowhere")).toMatchObject({ error: [{ path: "/nowhere" }] });
  });
});

describe("a snapshot", () => {
  async function kept() {
    const { folder, cache } = await places();
    await opened(folder, { cache });
    const [name = ""] = await readdir(cache);
    const path = join(cache, name);
    return { folder, cache, name, path, bytes: await readFile(path) };
  }

  /** What opening makes of other bytes under the snapshot's name. */
  async function openedWith(
    bytes: Uint8Array,
    { folder, cache, path }: Awaited<ReturnType<typeof kept>>,
  ) {
    await writeFile(path, bytes);
    return stepsOf(folder, cache);
  }

  test("that is cut off or changed anywhere is made anew, with a word about it", async () => {
    const snapshot = await kept();
    const expected = await made(snapshot.folder);
    const { bytes } = snapshot;
    const cut = fc.nat(bytes.length - 1).map((end) => bytes.subarray(0, end));
    const flipped = fc
      .tuple(fc.oneof(fc.nat(200), fc.nat(bytes.length - 1)), fc.integer({ min: 1, max: 255 }))
      .map(([at, bits]) => Buffer.from(bytes).fill((bytes[at] ?? 0) ^ bits, at, at + 1));
    await fc.assert(
      fc.asyncProperty(fc.oneof(cut, flipped), async (damaged) => {
        const outcome = await openedWith(damaged, snapshot);
        expect(outcome.isBuilt).toBe(true);
        expect(outcome.remarks).toEqual([expect.stringMatching(/ was damaged\. .*\.$/)]);
        expect(answers(outcome.library)).toEqual(expected);
        expect((await readFile(snapshot.path)).equals(bytes)).toBe(true);
      }),
      { numRuns: 6, examples: [[Buffer.alloc(0)], [Buffer.concat([bytes, Buffer.alloc(1)])]] },
    );
  });

  test("of another corpus or another version under its name is made anew", async () => {
    const snapshot = await kept();
    const other = await kept();
    await writeFile(join(other.folder, "paper-0.md"), "Another paper.");
    await opened(other.folder, { cache: other.cache });
    const [name = ""] = await readdir(other.cache);
    const outcome = await openedWith(await readFile(join(other.cache, name)), snapshot);
    expect(outcome.isBuilt).toBe(true);
    expect(answers(outcome.library)).toEqual(await made(snapshot.folder));
  });

  test("is made anew when the corpus changes, and replaces what was kept of it alone", async () => {
    const { folder, cache, name } = await kept();
    const [, place = "", hash = ""] = name.split("-");
    const older = `ibid-${place}-${hash}-${"0".repeat(16)}.snapshot`;
    const elsewhere = `ibid-00000000-${hash}-${"0".repeat(16)}.snapshot`;
    const abandoned = `${older}.00000000-0000-4000-8000-000000000000`;
    const inWork = `${older}.00000000-0000-4000-8000-000000000001`;
    const foreign = ["notes.txt", "ibid.snapshot", `${name}.bak`];
    for (const one of [older, elsewhere, abandoned, inWork, ...foreign]) {
      await writeFile(join(cache, one), "");
    }
    await utimes(join(cache, abandoned), 0, 0);
    await mkdir(join(cache, older.replace("0.snapshot", "1.snapshot")));
    await writeFile(join(folder, "new.md"), "One more gale.");
    const outcome = await stepsOf(folder, cache);
    expect([outcome.isBuilt, outcome.remarks]).toEqual([true, []]);
    const left = await readdir(cache);
    expect(left).not.toContain(name);
    expect(left).not.toContain(older);
    expect(left).not.toContain(abandoned);
    expect(left).toEqual(expect.arrayContaining([elsewhere, inWork, ...foreign]));
    expect(left).toContain(older.replace("0.snapshot", "1.snapshot"));
    expect(left).toHaveLength(foreign.length + 4);
  });

  test("that cannot be written is done without, with a word about it", async () => {
    const { folder } = await places();
    const cache = join(await folderOf({ taken: "A file." }), "taken");
    const outcome = await stepsOf(folder, cache);
    expect(outcome.remarks).toEqual([
      expect.stringMatching(/^The index cannot be kept in .*taken .*IBID_CACHE.*\.$/),
    ]);
    expect(answers(outcome.library)).toEqual(await made(folder));
    expect(await readFile(cache, "utf8")).toBe("A file.");
  });

  test("that may not be written is done without", async ({ skip }) => {
    skip(process.getuid?.() === 0, "Nothing is forbidden to root.");
    const { folder, cache } = await places();
    await mkdir(cache);
    await chmod(cache, 0o500);
    onTestFinished(() => chmod(cache, 0o700));
    expect((await stepsOf(folder, cache)).remarks).toHaveLength(1);
  });

  test("that is not there any more is made anew without a word", async () => {
    const { folder, cache, path } = await kept();
    await rm(path);
    const outcome = await stepsOf(folder, cache);
    expect([outcome.isBuilt, outcome.remarks]).toEqual([true, []]);
  });
});

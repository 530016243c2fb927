import fs, { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { message } from "../../src/catalogue/catalogue.ts";
import { createBot } from "../../src/command/bot.ts";
import {
  openReloadingLibrary,
  type ReloadEvent,
  type ReloadingLibrary,
} from "../../src/loading/hot-reload.ts";
import type { LoadProgress } from "../../src/loading/index-worker.ts";
import { collectGarbage } from "../collect-garbage.ts";
import { createFolder, type Files } from "../corpus/folder.ts";
import { context } from "../library.ts";
import { runs, sample } from "../thoroughness.ts";
import { openReloading, openReloadingFolder, recordEvents } from "./open-reloading.ts";

const TWO_DOCUMENTS: Files = { "log.md": "The lamp was lit.\n", "letters/board.md": "Send oil.\n" };

/** A document with a date that cannot be parsed. */
const INVALID = "---\ndate: soon\n---\n\nThe lamp was lit.\n";

/** Returns the first passage of each document by the document's id. */
function firstPassages({
  current,
}: ReloadingLibrary): Readonly<Record<string, string | undefined>> {
  const { documents } = current().library.corpus;
  return Object.fromEntries(documents.map(({ id, passages }) => [id, passages[0]?.text]));
}

async function openRecorded(files: Files, options: Parameters<typeof openReloading>[1] = {}) {
  const { folder, reloading, stop } = await openReloading(files, options);
  const at = (path: string) => join(folder, path);
  return { folder, reloading, stop, ...recordEvents(reloading), at };
}

describe("a change to the corpus", () => {
  test("is loaded, wherever in the folder and however it is made", async () => {
    const { reloading, at, eventAfter } = await openRecorded(TWO_DOCUMENTS);
    expect(await eventAfter(() => writeFileSync(at("log.md"), "It is out.\n"))).toMatchObject({
      kind: "replaced",
      library: reloading.current().library,
    });
    expect(firstPassages(reloading)).toEqual({ log: "It is out.", board: "Send oil." });

    await eventAfter(() => {
      // Most editors save in this way.
      writeFileSync(at("letters/.board.md.tmp"), "Send a wick.\n");
      renameSync(at("letters/.board.md.tmp"), at("letters/board.md"));
    });
    expect(firstPassages(reloading)).toEqual({ log: "It is out.", board: "Send a wick." });

    await eventAfter(() => {
      mkdirSync(at("more/and/more"), { recursive: true });
      writeFileSync(at("more/and/more/diary.md"), "Fog.\n");
    });
    await eventAfter(() => writeFileSync(at("more/and/more/diary.md"), "Rain.\n"));
    expect(firstPassages(reloading)).toMatchObject({ diary: "Rain." });

    await eventAfter(() => rmSync(at("more"), { recursive: true }));
    await eventAfter(() => writeFileSync(at("corpus.yaml"), "title: Papers of a lighthouse\n"));
    expect(firstPassages(reloading)).toEqual({ log: "It is out.", board: "Send a wick." });
    expect(reloading.current().library.corpus.title).toBe("Papers of a lighthouse");
  });

  test("is noticed in a folder that has replaced another of the same name", async () => {
    const { reloading, at, eventAfter } = await openRecorded(TWO_DOCUMENTS);
    await eventAfter(() => {
      mkdirSync(at("new"));
      writeFileSync(at("new/board.md"), "Send a boat.\n");
      renameSync(at("letters"), at(".old"));
      renameSync(at("new"), at("letters"));
    });
    expect(firstPassages(reloading)).toMatchObject({ board: "Send a boat." });
    await eventAfter(() => writeFileSync(at("letters/board.md"), "Send two.\n"));
    expect(firstPassages(reloading)).toMatchObject({ board: "Send two." });
  });

  test("to hundreds of files causes one reload", async () => {
    const { reloading, at, eventAfter, kinds } = await openRecorded(TWO_DOCUMENTS, {
      quietPeriod: 500,
    });
    const ids = Array.from({ length: runs(200) }, (_, number) => `paper-${number}`);
    await eventAfter(() => {
      for (const id of ids) writeFileSync(at(`${id}.md`), `This is ${id}.\n`);
    });
    expect(Object.keys(firstPassages(reloading)).toSorted()).toEqual(
      ["log", "board", ...ids].toSorted(),
    );
    // Any other event of these files would come before this one.
    await eventAfter(() => rmSync(at("paper-0.md")));
    expect(kinds).toEqual(["replaced", "replaced"]);
  });

  test("is read in the thread that has just read another", async () => {
    const { at, eventAfter } = await openRecorded(TWO_DOCUMENTS);
    await eventAfter(() => writeFileSync(at("log.md"), "It is out.\n"));
    let threads = 0;
    const count = () => {
      threads += 1;
    };
    process.on("worker", count);
    onTestFinished(() => void process.off("worker", count));
    await eventAfter(() => writeFileSync(at("log.md"), "It is lit.\n"));
    expect(threads).toBe(0);
  });

  test("is loaded even if the files keep changing, and so is the last change", async () => {
    const { reloading, at, eventAfter, kinds } = await openRecorded(TWO_DOCUMENTS, {
      quietPeriod: 200,
      maxDelay: 400,
    });
    let nights = 0;
    const write = () => writeFileSync(at("log.md"), `Night ${++nights}.\n`);
    const timer = setInterval(write, 20);
    for (const _ of ["once", "and again"]) await eventAfter(() => {});
    clearInterval(timer);
    while (firstPassages(reloading)["log"] !== `Night ${nights}.`) await eventAfter(() => {});
    expect(kinds).not.toContain("refused");
  });

  test("that leaves every file as it was replaces nothing", async () => {
    const { reloading, at, eventAfter } = await openRecorded(TWO_DOCUMENTS);
    const { library } = reloading.current();
    const event = await eventAfter(() => writeFileSync(at("log.md"), "The lamp was lit.\n"));
    expect(event).toEqual({ kind: "unchanged" });
    expect(reloading.current()).toEqual({ library });
  });

  test("that follows another waits until the corpus has rested", async () => {
    const options = { restAfter: () => 400 };
    const { at, eventAfter } = await openRecorded(TWO_DOCUMENTS, options);
    await eventAfter(() => writeFileSync(at("log.md"), "It is out.\n"));
    const opened = performance.now();
    await eventAfter(() => writeFileSync(at("log.md"), "It is lit.\n"));
    expect(performance.now() - opened).toBeGreaterThan(390);
  });

  test("to files that the corpus ignores causes no event", async () => {
    const { at, kinds } = await openRecorded(TWO_DOCUMENTS, { quietPeriod: 1 });
    writeFileSync(at(".log.md.swp"), "The lamp");
    mkdirSync(at("node_modules/paper"), { recursive: true });
    writeFileSync(at("node_modules/paper/README.md"), "A package.\n");
    await setTimeout(300);
    expect(kinds).toEqual([]);
  });

  test("before a listener subscribes is loaded afterwards", async () => {
    const { folder, reloading } = await openReloading(TWO_DOCUMENTS);
    writeFileSync(join(folder, "log.md"), "It is out.\n");
    await recordEvents(reloading).eventAfter(() => {});
    expect(firstPassages(reloading)).toMatchObject({ log: "It is out." });
  });

  test("goes unnoticed without watching, and after its end", async () => {
    const unwatched = await openRecorded(TWO_DOCUMENTS, { watchUntil: undefined, quietPeriod: 1 });
    const stopped = await openRecorded(TWO_DOCUMENTS, { quietPeriod: 1 });
    stopped.stop();
    for (const { at } of [unwatched, stopped]) writeFileSync(at("log.md"), "It is out.\n");
    await setTimeout(300);
    expect([...unwatched.kinds, ...stopped.kinds]).toEqual([]);
  });
});

describe("a change that does not load", () => {
  test("is reported with its problems, and the library stays until it is repaired", async () => {
    const { reloading, at, eventAfter } = await openRecorded(TWO_DOCUMENTS);
    const { library } = reloading.current();
    const before = Date.now();
    expect(await eventAfter(() => writeFileSync(at("log.md"), INVALID))).toMatchObject({
      kind: "refused",
      problems: [{ path: "log.md", line: 2 }],
    });
    const { failedReload, library: kept } = reloading.current();
    expect(kept).toBe(library);
    expect(failedReload?.problems).toBe(1);
    expect(failedReload?.at.getTime()).toBeGreaterThanOrEqual(before);

    await eventAfter(() => writeFileSync(at("log.md"), "It is out.\n"));
    expect(firstPassages(reloading)).toMatchObject({ log: "It is out." });
    expect(reloading.current()).not.toHaveProperty("failedReload");
  });

  test("is forgotten once it is undone", async () => {
    const { reloading, at, eventAfter } = await openRecorded(TWO_DOCUMENTS);
    await eventAfter(() => writeFileSync(at("elsewhere.md"), INVALID));
    expect(await eventAfter(() => rmSync(at("elsewhere.md")))).toEqual({ kind: "unchanged" });
    expect(reloading.current()).not.toHaveProperty("failedReload");
  });

  test("is refused if it is a link out of the folder, even if no file has changed", async () => {
    const { reloading, at, eventAfter } = await openRecorded(TWO_DOCUMENTS);
    const { kind } = await eventAfter(() => symlinkSync("/etc/hostname", at("hostname.md")));
    expect([kind, reloading.current().failedReload?.problems]).toEqual(["refused", 1]);
  });

  test("is an error at the start", async () => {
    const watching = new AbortController();
    onTestFinished(() => watching.abort());
    const folder = await createFolder({ "log.md": INVALID });
    expect(await openReloadingLibrary(folder, { watchUntil: watching.signal })).toMatchObject({
      error: [{ path: "log.md" }],
    });
  });
});

describe("the corpus’s folder", () => {
  test("may disappear and come back", async () => {
    const { folder, reloading, at, eventAfter } = await openRecorded(TWO_DOCUMENTS);
    expect(await eventAfter(() => rmSync(folder, { recursive: true }))).toMatchObject({
      kind: "refused",
      problems: [{ message: message("problem.no-folder") }],
    });
    expect(firstPassages(reloading)).toEqual({ log: "The lamp was lit.", board: "Send oil." });
    await eventAfter(() => {
      mkdirSync(folder);
      writeFileSync(at("log.md"), "It is back.\n");
    });
    expect(firstPassages(reloading)).toEqual({ log: "It is back." });
    await eventAfter(() => writeFileSync(at("log.md"), "It stays.\n"));
    expect(firstPassages(reloading)).toEqual({ log: "It stays." });
  });

  test("may be a link whose target changes", async () => {
    const parent = await createFolder({ "old/log.md": "Old.\n", "new/log.md": "New.\n" });
    const corpus = join(parent, "corpus");
    symlinkSync(join(parent, "old"), corpus);
    const { reloading } = await openReloadingFolder(corpus);
    const { eventAfter } = recordEvents(reloading);
    await eventAfter(() => {
      symlinkSync(join(parent, "new"), join(parent, "next"));
      renameSync(join(parent, "next"), corpus);
    });
    expect(firstPassages(reloading)).toEqual({ log: "New." });
    await eventAfter(() => writeFileSync(join(parent, "new/log.md"), "Newer.\n"));
    expect(firstPassages(reloading)).toEqual({ log: "Newer." });
  });

  test("may exceed the system’s limit of watches, which is reported once", async () => {
    const { watch } = fs;
    onTestFinished(() => {
      fs.watch = watch;
      syncBuiltinESMExports();
    });
    fs.watch = () => {
      throw Object.assign(new Error("System limit for number of file watchers reached"), {
        code: "ENOSPC",
      });
    };
    syncBuiltinESMExports();
    const { reloading, at, kinds } = await openRecorded(TWO_DOCUMENTS, { quietPeriod: 1 });
    expect(kinds).toEqual(["unwatched"]);
    writeFileSync(at("log.md"), "It is out.\n");
    await setTimeout(300);
    expect(kinds).toEqual(["unwatched"]);
    expect(firstPassages(reloading)).toEqual({ log: "The lamp was lit.", board: "Send oil." });
  });
});

describe("a large corpus", () => {
  test("is indexed in the background and kept, so that the next start loads it", async () => {
    const cache = join(await createFolder({}), "cache");
    const steps: string[] = [];
    const options = {
      // More than the two documents have, and fewer than the long one.
      minLargeBytes: 100,
      saveAfter: { quietPeriod: 1, maxDelay: 1 },
      cache,
      progress: ({ step }: LoadProgress) => steps.push(step),
    };
    const { folder, reloading, at, eventAfter } = await openRecorded(TWO_DOCUMENTS, options);
    expect(existsSync(cache)).toBe(false);
    await eventAfter(() => writeFileSync(at("log.md"), `It is out.\n\n${"Dark. ".repeat(20)}\n`));
    expect(firstPassages(reloading)).toMatchObject({ log: "It is out." });
    expect(reloading.current().library.search("out", {}).hits).toHaveLength(1);

    expect(await eventAfter(() => {})).toEqual({ kind: "saved", warnings: [] });
    expect(await readdir(cache)).toHaveLength(1);
    steps.splice(0);
    const next = await openReloadingFolder(folder, options);
    expect(firstPassages(next.reloading)).toEqual(firstPassages(reloading));
    expect(new Set(steps)).toEqual(new Set(["reading"]));
    await eventAfter(() => writeFileSync(at("log.md"), INVALID));
    expect(reloading.current().failedReload?.problems).toBe(1);
  });
});

test("a library that has been replaced is garbage", async () => {
  const { reloading, at, eventAfter } = await openRecorded({
    ...TWO_DOCUMENTS,
    "topics.yaml": "light: { label: The light }\n",
  });
  const bot = createBot(commands, () => ({ ...context, ...reloading.current() }));
  for (const { name } of commands)
    bot.respond(name, { topic: "light", query: "lamp", text: "lamp" });
  bot.suggest("quote", "topic", "li");
  const old = new WeakRef(reloading.current().library);
  await eventAfter(() => writeFileSync(at("log.md"), "It is out.\n"));
  for (let tries = 0; tries < 500 && old.deref() !== undefined; tries += 1) {
    await setTimeout(10);
    collectGarbage();
  }
  expect(old.deref()).toBeUndefined();
});

describe("a file that is slow to read", () => {
  const texts = [
    ["emphasis in emphasis", "**a*".repeat(50_000)],
    ["quotes in quotes", "> ".repeat(50_000)],
    ["emphasis without end", "*a ".repeat(60_000)],
  ] as const;
  test.each(sample(texts, 1))(
    "is refused in a sentence while the event loop goes on: %s",
    async (_, text) => {
      const { reloading, at } = await openRecorded(TWO_DOCUMENTS, { maxFileWork: 1000 });
      let longest = 0;
      const begun = performance.now();
      let last = begun;
      const timer = setInterval(() => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }, 5);
      const refused = new Promise<ReloadEvent>((resolve) => reloading.subscribe(resolve));
      writeFileSync(at("slow.md"), text);
      expect(await refused).toMatchObject({
        kind: "refused",
        problems: [{ path: "slow.md", message: message("problem.too-slow") }],
      });
      clearInterval(timer);
      // To read the file takes almost all of the time.
      expect(longest).toBeLessThan((performance.now() - begun) / 2);
      expect(firstPassages(reloading)).toEqual({ log: "The lamp was lit.", board: "Send oil." });
    },
  );
});

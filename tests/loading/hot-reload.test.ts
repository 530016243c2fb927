import fs, { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, onTestFinished, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/command/bot.ts";
import { openReloadingLibrary, type ReloadingLibrary } from "../../src/loading/hot-reload.ts";
import { openLibrary } from "../../src/loading/open-library.ts";
import { type Files, folderOf } from "../corpus/folder.ts";
import { context } from "../library.ts";
import { hearing, lived, livedIn } from "./reloading-library.ts";

const TWO: Files = { "log.md": "The lamp was lit.\n", "letters/board.md": "Send oil.\n" };

/** A date that nobody can read. */
const BAD = "---\ndate: soon\n---\n\nThe lamp was lit.\n";

/** The first passages of all documents, by their ids. */
function told({ now }: ReloadingLibrary): Readonly<Record<string, string | undefined>> {
  const { documents } = now().library.corpus;
  return Object.fromEntries(documents.map(({ id, passages }) => [id, passages[0]?.text]));
}

async function followed(files: Files, options: Parameters<typeof lived>[1] = {}) {
  const { folder, living, end } = await lived(files, options);
  return { folder, living, end, ...hearing(living), at: (path: string) => join(folder, path) };
}

describe("a change of the corpus", () => {
  test("takes its place, wherever in the folder and however it is made", async () => {
    const { living, at, newsAfter } = await followed(TWO);
    expect(await newsAfter(() => writeFileSync(at("log.md"), "It is out.\n"))).toMatchObject({
      kind: "replaced",
      library: living.now().library,
      remarks: [],
    });
    expect(told(living)).toEqual({ log: "It is out.", board: "Send oil." });

    await newsAfter(() => {
      // As most editors save.
      writeFileSync(at("letters/.board.md.tmp"), "Send a wick.\n");
      renameSync(at("letters/.board.md.tmp"), at("letters/board.md"));
    });
    expect(told(living)).toEqual({ log: "It is out.", board: "Send a wick." });

    await newsAfter(() => {
      mkdirSync(at("more/and/more"), { recursive: true });
      writeFileSync(at("more/and/more/diary.md"), "Fog.\n");
    });
    await newsAfter(() => writeFileSync(at("more/and/more/diary.md"), "Rain.\n"));
    expect(told(living)).toMatchObject({ diary: "Rain." });

    await newsAfter(() => rmSync(at("more"), { recursive: true }));
    await newsAfter(() => writeFileSync(at("corpus.yaml"), "title: Papers of a lighthouse\n"));
    expect(told(living)).toEqual({ log: "It is out.", board: "Send a wick." });
    expect(living.now().library.corpus.title).toBe("Papers of a lighthouse");
  });

  test("is noticed in a folder that has taken another’s place under the same name", async () => {
    const { living, at, newsAfter } = await followed(TWO);
    await newsAfter(() => {
      mkdirSync(at("new"));
      writeFileSync(at("new/board.md"), "Send a boat.\n");
      renameSync(at("letters"), at(".old"));
      renameSync(at("new"), at("letters"));
    });
    expect(told(living)).toMatchObject({ board: "Send a boat." });
    await newsAfter(() => writeFileSync(at("letters/board.md"), "Send two.\n"));
    expect(told(living)).toMatchObject({ board: "Send two." });
  });

  test("of a thousand files is one", async () => {
    const { living, at, newsAfter, heard } = await followed(TWO);
    const all = Array.from({ length: 1000 }, (_, number) => `paper-${number}`);
    await newsAfter(() => {
      for (const id of all) writeFileSync(at(`${id}.md`), `This is ${id}.\n`);
    });
    expect(Object.keys(told(living))).toEqual(expect.arrayContaining(["log", "board", ...all]));
    // Whatever came of the thousand besides would be told before this.
    await newsAfter(() => rmSync(at("paper-0.md")));
    expect(heard).toEqual(["replaced", "replaced"]);
  });

  test("that goes on and on is taken up all the same, and so is its end", async () => {
    const { living, at, newsAfter, heard } = await followed(TWO, { quiet: 200, patience: 400 });
    let written = 0;
    const write = () => writeFileSync(at("log.md"), `Night ${++written}.\n`);
    const timer = setInterval(write, 20);
    for (const _ of ["once", "and again"]) await newsAfter(() => {});
    clearInterval(timer);
    while (told(living)["log"] !== `Night ${written}.`) await newsAfter(() => {});
    expect(heard).not.toContain("refused");
  });

  test("that leaves everything as it was replaces nothing", async () => {
    const { living, at, newsAfter } = await followed(TWO);
    const { library } = living.now();
    const outcome = await newsAfter(() => writeFileSync(at("log.md"), "The lamp was lit.\n"));
    expect(outcome).toEqual({ kind: "unchanged" });
    expect(living.now()).toEqual({ library });
  });

  test("is none where the corpus has nothing", async () => {
    const { at, heard } = await followed(TWO, { quiet: 1 });
    writeFileSync(at(".log.md.swp"), "The lamp");
    mkdirSync(at("node_modules/paper"), { recursive: true });
    writeFileSync(at("node_modules/paper/README.md"), "A package.\n");
    await setTimeout(300);
    expect(heard).toEqual([]);
  });

  test("before anybody follows is taken up when somebody does", async () => {
    const { folder, living } = await lived(TWO);
    writeFileSync(join(folder, "log.md"), "It is out.\n");
    await hearing(living).newsAfter(() => {});
    expect(told(living)).toMatchObject({ log: "It is out." });
  });

  test("goes unnoticed when nothing is watched, and after the end", async () => {
    const unwatched = await followed(TWO, { watched: undefined, quiet: 1 });
    const ended = await followed(TWO, { quiet: 1 });
    ended.end();
    for (const { at } of [unwatched, ended]) writeFileSync(at("log.md"), "It is out.\n");
    await setTimeout(300);
    expect([...unwatched.heard, ...ended.heard]).toEqual([]);
  });
});

describe("a change that does not load", () => {
  test("is told with its problems, and the library goes on until it is repaired", async () => {
    const { living, at, newsAfter } = await followed(TWO);
    const { library } = living.now();
    const before = Date.now();
    expect(await newsAfter(() => writeFileSync(at("log.md"), BAD))).toMatchObject({
      kind: "refused",
      problems: [{ path: "log.md", line: 2 }],
    });
    const { refusal, library: kept } = living.now();
    expect(kept).toBe(library);
    expect(refusal?.problems).toBe(1);
    expect(refusal?.at.getTime()).toBeGreaterThanOrEqual(before);

    await newsAfter(() => writeFileSync(at("log.md"), "It is out.\n"));
    expect(told(living)).toMatchObject({ log: "It is out." });
    expect(living.now()).not.toHaveProperty("refusal");
  });

  test("is forgotten when it is taken back", async () => {
    const { living, at, newsAfter } = await followed(TWO);
    await newsAfter(() => writeFileSync(at("elsewhere.md"), BAD));
    expect(await newsAfter(() => rmSync(at("elsewhere.md")))).toEqual({ kind: "unchanged" });
    expect(living.now()).not.toHaveProperty("refusal");
  });

  test("is refused where it is a link that leads out, though all else is as it was", async () => {
    const { living, at, newsAfter } = await followed(TWO);
    const { kind } = await newsAfter(() => symlinkSync("/etc/hostname", at("hostname.md")));
    expect([kind, living.now().refusal?.problems]).toEqual(["refused", 1]);
  });

  test("at the start is no library", async () => {
    const over = new AbortController();
    onTestFinished(() => over.abort());
    const folder = await folderOf({ "log.md": BAD });
    expect(await openReloadingLibrary(folder, { watched: over.signal })).toMatchObject({
      problems: [{ path: "log.md" }],
    });
  });
});

describe("the corpus’s folder", () => {
  test("may go and come back", async () => {
    const { folder, living, at, newsAfter } = await followed(TWO);
    expect(await newsAfter(() => rmSync(folder, { recursive: true }))).toMatchObject({
      kind: "refused",
      problems: [{ message: "There is no such folder." }],
    });
    expect(told(living)).toEqual({ log: "The lamp was lit.", board: "Send oil." });
    await newsAfter(() => {
      mkdirSync(folder);
      writeFileSync(at("log.md"), "It is back.\n");
    });
    expect(told(living)).toEqual({ log: "It is back." });
    await newsAfter(() => writeFileSync(at("log.md"), "It stays.\n"));
    expect(told(living)).toEqual({ log: "It stays." });
  });

  test("may be a link that is made to lead elsewhere", async () => {
    const place = await folderOf({ "old/log.md": "Old.\n", "new/log.md": "New.\n" });
    const corpus = join(place, "corpus");
    symlinkSync(join(place, "old"), corpus);
    const { living } = await livedIn(corpus);
    const { newsAfter } = hearing(living);
    await newsAfter(() => {
      symlinkSync(join(place, "new"), join(place, "next"));
      renameSync(join(place, "next"), corpus);
    });
    expect(told(living)).toEqual({ log: "New." });
    await newsAfter(() => writeFileSync(join(place, "new/log.md"), "Newer.\n"));
    expect(told(living)).toEqual({ log: "Newer." });
  });

  test("may be more than the system watches, which is told once", async () => {
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
    const { living, at, heard } = await followed(TWO, { quiet: 1 });
    expect(heard).toEqual(["unwatched"]);
    writeFileSync(at("log.md"), "It is out.\n");
    await setTimeout(300);
    expect(heard).toEqual(["unwatched"]);
    expect(told(living)).toEqual({ log: "The lamp was lit.", board: "Send oil." });
  });
});

describe("a large corpus", () => {
  test("is built in the background and kept, so that the next start loads it", async () => {
    const cache = join(await folderOf({}), "cache");
    const { folder, living, at, newsAfter } = await followed(TWO, { large: 0, cache });
    await newsAfter(() => writeFileSync(at("log.md"), "It is out.\n"));
    expect(told(living)).toMatchObject({ log: "It is out." });
    expect(living.now().library.search("out", {}).hits).toHaveLength(1);

    expect(await readdir(cache)).toHaveLength(1);
    const steps = new Set<string>();
    await openLibrary(folder, { large: 0, cache, progress: ({ step }) => steps.add(step) });
    expect([...steps]).toEqual(["reading"]);
    await newsAfter(() => writeFileSync(at("log.md"), BAD));
    expect(living.now().refusal?.problems).toBe(1);
  });
});

test("nothing keeps a library that has been replaced", async () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const { living, at, newsAfter } = await followed({
    ...TWO,
    "topics.yaml": "light: { label: The light }\n",
  });
  const bot = createBot(commands, () => ({ ...context, ...living.now() }));
  for (const { name } of commands)
    bot.respond(name, { topic: "light", query: "lamp", text: "lamp" });
  bot.suggest("quote", "topic", "li");
  const old = new WeakRef(living.now().library);
  await newsAfter(() => writeFileSync(at("log.md"), "It is out.\n"));
  for (let tries = 0; tries < 500 && old.deref() !== undefined; tries += 1) {
    await setTimeout(10);
    collect();
  }
  expect(old.deref()).toBeUndefined();
});

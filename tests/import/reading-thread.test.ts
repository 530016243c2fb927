import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { message } from "../../src/catalogue/catalogue.ts";
import { createReadingThread } from "../../src/import/sandbox/reading-thread.ts";
import { createMark } from "../../src/import/shared/marks/mark.ts";
import { makeDrafts } from "../../src/import/writing/drafts.ts";
import { inEnglish } from "../in-english.ts";
import { isLong } from "../thoroughness.ts";
import { epubOf, xhtmlPage, zipOf } from "./epubs.ts";

const OPTIONS = { fields: new Map<string, string>() };

test("a reading thread reads files in order, and continues after an error", async () => {
  const thread = createReadingThread();
  const good = await epubOf({ pages: { "a.xhtml": xhtmlPage("<p>Words.</p>") } });
  const bad = await zipOf({ mimetype: "application/epub+zip" });
  const readings = await Promise.all(
    [good, bad, good].map((bytes) => thread.read({ name: "a.epub", bytes }, OPTIONS)),
  );
  await thread.close();
  expect(readings.map((reading) => "manuscripts" in reading)).toEqual([true, false, true]);
  expect(good.length).toBeGreaterThan(0);
});

test.runIf(isLong)("a file whose document takes too long to make is refused as well", async () => {
  const thread = createReadingThread();
  // A parser compares the label of each mark with all others.
  const children = Array.from({ length: 100_000 }, (_, index) => [
    { type: "text", value: "a" } as const,
    createMark("note", String(index)),
  ]).flat();
  const content = [{ type: "paragraph", children } as const];
  const made = makeDrafts("a.txt", [{ content, metadata: {}, remarks: [] }], { metadata: {} });
  if ("error" in made) throw new Error(inEnglish(made.error));
  expect(await thread.render(made.drafts, "text")).toEqual({ error: message("reading.too-slow") });
  await thread.close();
});

test("a closed reading thread returns errors", async () => {
  const thread = createReadingThread();
  const pending = thread.read({ name: "a.txt", bytes: Buffer.from("Words.") }, OPTIONS);
  await thread.close();
  expect(await pending).toHaveProperty("error");
  expect(await thread.read({ name: "a.txt", bytes: Buffer.from("Words.") }, OPTIONS)).toEqual({
    error: message("reading.stopped"),
  });
});

describe("a file is not blamed", () => {
  /** Returns a script that answers each request with the text of its file, after it has run `code`. */
  const scriptOf = (code: string) =>
    new URL(
      `data:text/javascript,${encodeURIComponent(`
        import { parentPort } from "node:worker_threads";
        let count = 0;
        parentPort.on("message", (request) => {
          count += 1;
          const text = request.file === undefined ? "" : Buffer.from(request.file.bytes).toString();
          const answer = (delay = 0) =>
            setTimeout(() => parentPort.postMessage({ kind: "outcome", outcome: { text } }), delay);
          parentPort.postMessage({ kind: "begin", what: "" });
          ${code}
        });
      `)}`,
    );

  async function readAll(code: string, texts: readonly string[]) {
    const thread = createReadingThread(scriptOf(code));
    onTestFinished(thread.close);
    const read = (text: string) =>
      thread.read({ name: "a.txt", bytes: Buffer.from(text) }, OPTIONS);
    const results = [];
    for (const text of texts) {
      results.push(await read(text));
      // Errors that the file leaves happen now.
      await setTimeout(50);
    }
    return results;
  }

  test.each([
    ["ends the thread between two files", "answer(); setTimeout(() => process.exit(), 20);"],
    ["throws between two files", "answer(); setTimeout(() => { throw new Error(); }, 20);"],
    ["throws while the next one is read", "if (count > 1) throw new Error(); answer();"],
    [
      "leaves too little memory for the next one",
      "const kept = count > 1 && Buffer.alloc(1.1 * 2 ** 30, 1); answer(kept ? 2000 : 0);",
    ],
  ])("for an earlier one that %s", async (_, code) => {
    expect(await readAll(code, ["a", "b"])).toEqual([{ text: "a" }, { text: "b" }]);
  });

  test("for one that breaks every thread, and is refused", async () => {
    const results = await readAll("if (text === 'bad') throw new Error(); answer();", [
      "a",
      "bad",
      "bad",
      "b",
    ]);
    const error = message("reading.crashed");
    expect(results).toEqual([{ text: "a" }, { error }, { error }, { text: "b" }]);
  });

  test("for the time that an editor takes to answer", async () => {
    const thread = createReadingThread(scriptOf("answer(text === '' ? 500 : 0);"));
    onTestFinished(thread.close);
    await thread.read({ name: "a.txt", bytes: Buffer.from("a") }, OPTIONS);
    const now = performance.now.bind(performance);
    vi.spyOn(performance, "now").mockImplementation(() => now() + 3_600_000);
    onTestFinished(() => void vi.restoreAllMocks());
    expect(await thread.render([], "text")).toEqual({ text: "" });
  });
});

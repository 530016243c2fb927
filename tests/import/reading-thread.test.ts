import { expect, test } from "vitest";
import { createReadingThread } from "../../src/import/sandbox/reading-thread.ts";
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

test("a closed reading thread returns errors", async () => {
  const thread = createReadingThread();
  const pending = thread.read({ name: "a.txt", bytes: Buffer.from("Words.") }, OPTIONS);
  await thread.close();
  expect(await pending).toHaveProperty("error");
  expect(await thread.read({ name: "a.txt", bytes: Buffer.from("Words.") }, OPTIONS)).toEqual({
    error: "This file was not read: reading was given up.",
  });
});

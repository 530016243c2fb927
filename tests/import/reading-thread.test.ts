import { expect, test } from "vitest";
import { createReadingThread } from "../../src/import/sandbox/reading-thread.ts";
import { epubOf, page, zipOf } from "./epubs.ts";

const OPTIONS = { fields: new Map<string, string>() };

test("a thread reads files one after the other, and goes on after one that is refused", async () => {
  const thread = createReadingThread();
  const good = await epubOf({ pages: { "a.xhtml": page("<p>Words.</p>") } });
  const bad = await zipOf({ mimetype: "application/epub+zip" });
  const readings = await Promise.all(
    [good, bad, good].map((bytes) => thread.read({ name: "a.epub", bytes }, OPTIONS)),
  );
  await thread.end();
  expect(readings.map((reading) => "manuscripts" in reading)).toEqual([true, false, true]);
  expect(good.length).toBeGreaterThan(0);
});

test("a thread that has ended refuses what it is given", async () => {
  const thread = createReadingThread();
  const pending = thread.read({ name: "a.txt", bytes: Buffer.from("Words.") }, OPTIONS);
  await thread.end();
  expect(await pending).toHaveProperty("error");
  expect(await thread.read({ name: "a.txt", bytes: Buffer.from("Words.") }, OPTIONS)).toEqual({
    error: "This file was not read: reading was given up.",
  });
});

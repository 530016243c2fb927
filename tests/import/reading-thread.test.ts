import { expect, test } from "vitest";
import { message } from "../../src/catalogue/catalogue.ts";
import { createReadingThread } from "../../src/import/sandbox/reading-thread.ts";
import { createMark } from "../../src/import/shared/marks.ts";
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

import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeFiles } from "../../../bench/corpus/files.ts";
import { measureTool } from "../../../bench/corpus/measure-tool.ts";
import { createDraw } from "../../../bench/draw.ts";
import { createDocument } from "../../../bench/texts.ts";

const TEXTS = [
  createDocument("keeper", [
    "The lamp was lit at dusk and it burned until the fog came in from the sea. I counted three ships.",
    "The ships that I counted came in from the sea at dusk, and the fog was in until the lamp burned.",
  ]),
];

test("an import makes the measured number of documents from files of four kinds", async () => {
  const folder = await mkdtemp(join(tmpdir(), "ibid-files-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [files, corpus] = [join(folder, "files"), join(folder, "corpus")];
  await mkdir(files);
  await writeFiles(files, TEXTS, 40, createDraw(1));
  expect(new Set((await readdir(files)).map(extname))).toEqual(
    new Set([".txt", ".md", ".html", ".csv"]),
  );
  const { cpuSeconds, peakBytes } = await measureTool(["import", files, "--into", corpus, "--yes"]);
  const documents = (await readdir(corpus)).filter((name) => name.endsWith(".md"));
  expect(documents).toHaveLength(40);
  expect(cpuSeconds).toBeGreaterThan(0);
  expect(peakBytes).toBeGreaterThan(2 ** 20);
});

test("a tool that fails is not measured", async () => {
  await expect(measureTool(["check", "no-such-folder"])).rejects.toThrow("ended with 1");
});

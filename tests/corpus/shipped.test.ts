import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Document } from "../../src/corpus/document.ts";
import { readCorpus } from "../../src/corpus/read.ts";
import { corpusFrom, problemsFrom } from "./folder.ts";
import { renderParagraphs } from "./rendering.ts";

const FOLDER = "corpus";
const reading = await readCorpus(FOLDER);
const corpus = corpusFrom(reading);

describe("The corpus that ships with Ibid", () => {
  test("has no problem and needs no advice", () => {
    expect(problemsFrom(reading)).toEqual([]);
    expect(reading.advice).toEqual([]);
  });

  test("contains 27 letters, eleven by Kim and sixteen by Trump", () => {
    const senders = corpus.documents.map(({ from }) => from.map(({ name }) => name).join());
    expect(senders.filter((name) => name === "Kim Jong Un")).toHaveLength(11);
    expect(senders.filter((name) => name === "Donald J. Trump")).toHaveLength(16);
    expect(corpus.documents).toHaveLength(27);
    for (const { type, from, to } of corpus.documents) {
      expect(type).toBe("personal_communication");
      expect([...from, ...to].map(({ name }) => name).toSorted()).toEqual([
        "Donald J. Trump",
        "Kim Jong Un",
      ]);
    }
  });

  test("dates 24 of them, consistently with their ids and titles", () => {
    const dated = corpus.documents.filter(({ date }) => date !== undefined);
    expect(dated).toHaveLength(24);
    for (const { id, date, title, verified } of dated) {
      expect(verified).toBe(true);
      expect(date?.edtf).toMatch(/^201[89]-\d\d-\d\d$/);
      expect(id.startsWith(`${date?.edtf}-`)).toBe(true);
      expect(title).toContain(date?.label);
    }
  });

  test("has no date for the three letters that are known only by count", () => {
    const undated = corpus.documents.filter(({ date }) => date === undefined);
    expect(undated.map(({ id, verified }) => [id, verified])).toEqual([
      ["unidentified-kim-1", false],
      ["unidentified-kim-2", false],
      ["unidentified-trump-1", false],
    ]);
  });

  test("quotes exactly three passages, as Hankyoreh printed them", () => {
    const quoted = corpus.documents.flatMap(({ id, passages }) =>
      passages.map(({ number, text, printedIn, topics }) => ({
        address: `${id}¶${number}`,
        text,
        source: printedIn?.source.id,
        topics: topics.map((topic) => topic.id),
      })),
    );
    const source = "hankyoreh-2022-09-26";
    expect(quoted).toEqual([
      {
        address: "2018-09-21-kim-to-trump¶a",
        text: "excessive interest President Moon is showing [. . .] in our matter",
        source,
        topics: ["moon-jae-in", "direct-talks"],
      },
      {
        address: "2019-08-05-kim-to-trump¶a",
        text: "The most important cause of what your side considers the headache of ‘missile threats’ and nuclear problem is the military actions of your side and the South Korean military that threatens our safety",
        source,
        topics: expect.arrayContaining(["drills", "south-korean-military", "nuclear-weapons"]),
      },
      {
        address: "2019-08-05-kim-to-trump¶b",
        text: "And until these elements are eliminated, no changed outcome can be anticipated",
        source,
        topics: ["drills"],
      },
    ]);
  });

  test("has a summary and a source for every document", () => {
    for (const { id, sources, notes } of corpus.documents) {
      expect([id, sources.length > 0]).toEqual([id, true]);
      expect([id, notes.some(({ kind }) => kind === "summary")]).toEqual([id, true]);
    }
  });

  test("has a source for every event, and sorts events by date", () => {
    for (const { title, sources } of corpus.events) {
      expect([title, sources.length > 0]).toEqual([title, true]);
    }
    const days = corpus.events.map(({ date }) => date.first);
    expect(days).toEqual(days.toSorted((one, other) => one - other));
  });

  test("refers only to topics, sources and people of its tables, and uses every source", () => {
    const used = [...corpus.documents, ...corpus.events];
    const passages = corpus.documents.flatMap((document) => document.passages);
    const topics = new Set([...used, ...passages].flatMap((one) => one.topics));
    const sources = new Set([
      ...used.flatMap((one) => one.sources),
      ...passages.flatMap(({ printedIn }) => printedIn?.source ?? []),
    ]);
    const people = new Set(corpus.documents.flatMap(({ from, to }) => [...from, ...to]));
    expect([...topics].filter((topic) => corpus.topics.get(topic.id) !== topic)).toEqual([]);
    expect([...sources].filter((source) => corpus.sources.get(source.id) !== source)).toEqual([]);
    expect([...people].filter((person) => corpus.people.get(person.name) !== person)).toEqual([]);
    expect([...corpus.sources.values()].filter((source) => !sources.has(source))).toEqual([]);
  });

  test.each(corpus.documents)("renders $path as CommonMark does", async (document) => {
    const rendered = renderParagraphs(await readFile(join(FOLDER, document.path), "utf8"));
    for (const { text, lines } of document.passages) {
      expect(rendered).toContainEqual({ text, line: lines[0]?.line });
    }
    for (const { text } of document.notes) {
      expect(rendered.map((paragraph) => paragraph.text)).toContain(text);
    }
    expect(document.passages.map(({ number }) => `${number}: a slice of its lines`)).toEqual(
      await compareWithLines(document),
    );
  });
});

/** Compares every passage with its lines of the file, without markup. */
async function compareWithLines({ path, passages }: Document): Promise<readonly string[]> {
  const lines = (await readFile(join(FOLDER, path), "utf8")).split("\n");
  return passages.map(({ number, text, lines: starts }) => {
    const written = starts.map(({ line }) => lines[line - 1]?.replace(/^> /, ""));
    return `${number}: ${written.join(" ") === text ? "a slice of its lines" : written.join(" ")}`;
  });
}

import { beforeAll, describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import type { Bot } from "../../src/command/bot.ts";
import type { Passage } from "../../src/corpus/document.ts";
import { respondTo } from "../../src/discord/interaction.ts";
import { createLibrary } from "../../src/search/library.ts";
import { countWork } from "../count-work.ts";
import { botOf, parseAnswerable } from "../discord/ask.ts";
import { autocomplete, slashCommand } from "../discord/payloads.ts";
import { libraryOf } from "../library.ts";

/** Questions that show a part of what the corpus contains. */
const QUESTIONS = [
  slashCommand("search", { query: "lantern" }),
  slashCommand("search", { query: "lantern harbour" }),
  slashCommand("search", { query: '"the lantern"' }),
  slashCommand("quote", { about: "lantern" }),
  slashCommand("letter", { document: "log-1" }),
  slashCommand("verify", { text: "the lantern in the harbour was dark" }),
  slashCommand("cite", { passage: "log-1¶1" }),
  autocomplete("search", { query: "lant" }, "query"),
  autocomplete("cite", { passage: "lant" }, "passage"),
  autocomplete("letter", { document: "log" }, "document"),
].map((question) => [JSON.stringify(question.data), parseAnswerable(question)] as const);

const LONG = 1200;
/** The length of a passage of this many sentences, at most. */
const PASSAGE_LENGTH = 80 * LONG;

/** Creates a bot over a corpus whose passages have this many sentences each. */
function botWith(sentences: number): Bot {
  const passage = (place: number) =>
    Array.from(
      { length: sentences },
      (_, at) => `On night ${place * at} the lantern of the harbour burned, as entry ${at} says.`,
    ).join(" ");
  return botOf(
    libraryOf({
      ...Object.fromEntries([1, 2, 3].map((id) => [`log-${id}.md`, `${passage(id)}\n`])),
      // Without it, a word of every passage would be no clue.
      "other.md": "Nothing of that kind.\n",
    }),
  );
}

describe("the work for an answer", () => {
  let short: Bot;
  let long: Bot;

  beforeAll(() => {
    short = botWith(60);
    long = botWith(LONG);
    // The indexes are built on first use.
    for (const bot of [short, long]) for (const [, one] of QUESTIONS) respondTo(one, bot);
  });

  test.each(QUESTIONS)("does not grow with the stored passages: %s", (label, question) => {
    const work = countWork();
    respondTo(question, short);
    const before = work.take();
    respondTo(question, long);
    // The receipt of a whole passage is a hash of it.
    const hashed =
      /"(?:quote|cite)"/.test(label) && question.kind === "command" ? PASSAGE_LENGTH : 0;
    expect(work.take()).toBeLessThan(2 * before + hashed + 20_000);
  });

  test.each(commands)("for a completion of /$name does not grow with the typed text", (command) => {
    const work = countWork();
    for (const typed of ["lantern ", "e\u0301", "x", "정상", "2019-08-05 "]) {
      for (const option of Object.keys(command.options)) {
        short.suggest(command.name, option, typed.repeat(20_000 / typed.length));
        expect(work.take()).toBeLessThan(1000);
      }
    }
  });
});

/** A bot, and a function that returns how often its corpus has been read since its last call. */
interface CountedBot {
  readonly bot: Bot;
  take(): number;
}

/** Returns how often a corpus is read for an answer, once its indexes are built on first use. */
function readsFor(question: Parameters<typeof respondTo>[0], { bot, take }: CountedBot): number {
  respondTo(question, bot);
  take();
  respondTo(question, bot);
  return take();
}

/** Creates a bot over passages on one topic, of which the reads are counted. */
function countReads(count: number): CountedBot {
  const { corpus, readAt } = libraryOf({
    "topics.yaml": "light: { label: The light, also: [lantern] }\n",
    "people.yaml": [..."ABCDEFGH"].map((initial) => `${initial}da Quill: {}\n`).join(""),
    "log.md": `---\nauthor: Tom Reed\n---\n\n${Array.from(
      { length: count },
      (_, at) => `On night ${at} the lantern was lit by Ada Quill.\n`,
    ).join("\n")}`,
  });
  let reads = 0;
  const counted = (passage: Passage): Passage => ({
    ...passage,
    get number() {
      reads += 1;
      return passage.number;
    },
    get text() {
      reads += 1;
      return passage.text;
    },
    get named() {
      reads += 1;
      return passage.named;
    },
    get topics() {
      reads += 1;
      return passage.topics;
    },
  });
  const documents = corpus.documents.map((one) => ({
    ...one,
    passages: one.passages.map(counted),
  }));
  return {
    bot: botOf(createLibrary({ ...corpus, documents }, readAt)),
    take() {
      const taken = reads;
      reads = 0;
      return taken;
    },
  };
}

describe("the passages that are read for an answer", () => {
  const few = countReads(60);
  const many = countReads(600);

  test.each(
    [
      slashCommand("plan show", { plan: "light" }),
      slashCommand("plan show", { plan: "light", step: 20 }),
      slashCommand("plan show", { plan: "log" }),
      slashCommand("quote", { topic: "light" }),
      slashCommand("people"),
      slashCommand("people", { in: "log" }),
      slashCommand("people", { person: "Ada Quill", in: "log" }),
      slashCommand("topics", { topic: "light" }),
      slashCommand("topics", { in: "log" }),
      slashCommand("timeline", { topic: "light" }),
      slashCommand("tray", { add: "lantern" }),
      slashCommand("verify", { text: "“On night 7 the lantern was lit” — Albert Moss" }),
      autocomplete("plan show", { plan: "li" }, "plan"),
      autocomplete("quote", { topic: "li" }, "topic"),
    ].map((question) => [JSON.stringify(question.data), parseAnswerable(question)] as const),
  )("do not grow with those on the topic: %s", (_, question) => {
    expect(readsFor(question, many)).toBeLessThan(2 * readsFor(question, few) + 100);
  });
});

/** Creates a bot over dated letters, of which the reads are counted. */
function countDocumentReads(count: number): CountedBot {
  const header = (at: number) => [
    `title: Entry ${at}`,
    `date: ${1800 + (at % 90)}-0${1 + (at % 9)}-1${at % 9}`,
    `number: ${at}`,
    `from: ${at % 2 === 0 ? "Ada Quill" : "Tom Reed"}`,
    `topics: [${at % 3 === 0 ? "light" : "boats"}]`,
  ];
  const { corpus, readAt } = libraryOf({
    "topics.yaml": "light: { label: The light }\nboats: { label: Boats }\n",
    "people.yaml": "Ada Quill: {}\nTom Reed: {}\n",
    ...Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `log/entry-${at}.md`,
        `---\n${header(at).join("\n")}\n---\n\nOn night ${at} the lantern was lit by Ada Quill.\n`,
      ]),
    ),
  });
  let reads = 0;
  const documents = corpus.documents.map(
    (one) =>
      new Proxy(one, {
        get(target, key) {
          reads += 1;
          return Reflect.get(target, key);
        },
      }),
  );
  return {
    bot: botOf(createLibrary({ ...corpus, documents }, readAt)),
    take() {
      const taken = reads;
      reads = 0;
      return taken;
    },
  };
}

describe("the documents that are read for an answer", () => {
  const few = countDocumentReads(60);
  const many = countDocumentReads(600);
  const typed = [
    ...["lantern", "Ada Quill", "light", "boats", "nowhere", "1", "undated"],
    ...["1803-05", "1803-05-14", "14 May", "today"],
    ...["entry-5", "Entry 12", "entry 7", "log", "log/", "entry-12¶1", "5¶1"],
  ];

  test.each(commands)("to /$name do not grow with all documents", ({ name, options }) => {
    const questions = [
      slashCommand(name),
      ...Object.keys(options).flatMap((option) =>
        typed.flatMap((text) => [
          slashCommand(name, { [option]: text }),
          autocomplete(name, { [option]: text }, option),
        ]),
      ),
    ];
    const growing = questions.filter((payload) => {
      const question = parseAnswerable(payload);
      return readsFor(question, many) >= 2 * readsFor(question, few) + 100;
    });
    expect(growing.map(({ data }) => JSON.stringify(data))).toEqual([]);
  });
});

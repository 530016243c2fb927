import { readdirSync, readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { commandsFor } from "../commands/index.ts";
import { createTranslate, type MessageKey } from "../src/catalogue/catalogue.ts";
import { en } from "../src/catalogue/en/index.ts";
import { createBot } from "../src/command/bot.ts";
import { renderText } from "../src/reply/plain-text.ts";
import type { Reply } from "../src/reply/reply.ts";
import { ask } from "./discord/ask.ts";
import { slashCommand } from "./discord/payloads.ts";
import { contextOf, libraryOf } from "./library.ts";
import { madeUp, wordsOutside } from "./made-up-language.ts";
import { questions } from "./questions.ts";
import { sample } from "./thoroughness.ts";

const messages = Object.entries(en);

const parse = (message: string) =>
  new IntlMessageFormat(message, "en", undefined, { ignoreTag: true }).getAst();

type Elements = ReturnType<IntlMessageFormat["getAst"]>;

/** The type of literal text in a parsed message. */
const LITERAL = 0;

/** Returns the names of a message’s arguments as the ICU parser finds them. */
function argumentsIn(elements: Elements): readonly string[] {
  return elements.flatMap((element): readonly string[] => [
    ...("value" in element && element.type !== LITERAL ? [element.value] : []),
    ...("options" in element
      ? Object.values(element.options).flatMap(({ value }) => argumentsIn(value))
      : []),
  ]);
}

describe("the catalogue", () => {
  // `ArgumentOf` in catalogue.ts finds arguments by this rule, since types cannot run a parser.
  test.each(messages)("%s has the arguments that its type requires", (_, message) => {
    const required = [...message.matchAll(/\{([^\s#{},]+)(?=[,}])/g)].map(([, name]) => name);
    expect(new Set(required)).toEqual(new Set(argumentsIn(parse(message))));
  });

  test("has each key in one of its files", () => {
    const files = readdirSync("src/catalogue/en").filter((file) => file !== "index.ts");
    const keys = files.flatMap((file) =>
      [
        ...readFileSync(`src/catalogue/en/${file}`, "utf8").matchAll(/^ {2}"?([\w.-]+|[^"]+)"?:/gm),
      ].map(([, key]) => key),
    );
    expect(keys.toSorted()).toEqual(Object.keys(en).toSorted());
  });

  test("has no message twice, except where other languages may differ", () => {
    const keysOf = (text: string) => messages.filter(([, one]) => one === text);
    const repeated = messages.filter(([, text]) => text.length > 30 && keysOf(text).length > 1);
    expect(repeated).toEqual([]);
  });
});

/** A corpus in Georgian letters, in which no word of English occurs. */
const LETTER = (from: string, to: string, date: string, rest = "") => `---
from: ${from}
to: ${to}
date: ${date}
type: personal_communication
topics: [1, 2]
sources: [3]
delivered: მოიტანა ფოსტამ
rights: უფლება
${rest}---

პირველი სიტყვა და მეორე სიტყვა აქ დგას.

მეორე აბზაცი ამბობს სხვა რამეს, და კიდევ სხვას.
`;
const GEORGIAN = libraryOf({
  "corpus.yaml": "title: წერილები\ndescription: აღწერა\nlanguage: ka\nrights: ყველა\n",
  "sources.yaml":
    "3: {type: book, title: წიგნი, issued: 1907, note: შენიშვნა პირველი. შენიშვნა მეორე., URL: 'https://example.org/'}\n",
  "topics.yaml": "1: {label: ანბანი, also: [ასოები]}\n2: {label: ბგერა, broader: [1]}\n",
  "people.yaml": "ანა: {also: [ანიკო], role: მასწავლებელი}\nბესო: {}\n",
  "events.yaml":
    "- {date: 1907-03-02, title: ამბავი, text: მოხდა რამე., sources: [3], topics: [1]}\n",
  "1.md": LETTER("ანა", "ბესო", "1907-03-02"),
  "2.md": LETTER("ბესო", "ანა", "1907-03-04", "verified: false\n"),
  "3.md": LETTER("ბესო", "ანა", "1907-05~"),
});

/** The parts of an answer that are the same in every language: commands, dates, and citations. */
const SAME_IN_ALL = new Set([
  ..."quote letter document search verify cite timeline topics people about tray help".split(" "),
  ...[3, 5].map((month) => new Date(2000, month - 1).toLocaleString("en", { month: "long" })),
  ..."about topic passage on from to number after before random text date each style person command query".split(
    " ",
  ),
  ..."settings show change privacy add entry remove empty markdown of me channel server style chicago apa zone default en answers language reports".split(
    " ",
  ),
  ..."schedules schedule edit pause resume post delete when at channel what thread tag title".split(
    " ",
  ),
  ..."private true false and or to undated UTC https example org as printed in ka zeppelin".split(
    " ",
  ),
]);

describe("a catalogue in a made-up language", () => {
  const commands = commandsFor(GEORGIAN.corpus);
  const bot = createBot(commands, () => contextOf(GEORGIAN), { t: madeUp });
  const lines = questions(GEORGIAN);
  const replies = lines.map(({ name, options }) => ({
    line: { name, options },
    reply: bot.respond(name, options).reply,
  }));

  test("leaves no sentence of any answer in English", () => {
    const kinds = new Set<string>();
    for (const { line, reply } of replies) {
      kinds.add(reply.kind);
      // Citations are in the language of their style.
      if (reply.kind === "citation") continue;
      const { text } = renderText(withoutFile(reply), madeUp);
      expect(wordsOutside(text, SAME_IN_ALL), JSON.stringify(line)).toEqual([]);
    }
    expect(kinds.size).toBeGreaterThan(14);
  });

  test("stays within Discord’s limits", () => {
    for (const { name, options } of sample(lines, 60)) {
      expect(() => ask(bot, slashCommand(name, options)), JSON.stringify(options)).not.toThrow();
    }
  });
});

function withoutFile({ file: _, ...reply }: Reply): Reply {
  return reply;
}

test("a message inserts values as they are", () => {
  const t = createTranslate("en", { ...en, "search.topic": "{label}" } as Record<
    MessageKey,
    string
  >);
  for (const label of ["<b>", "{x}", "’", "'", "#", "\u2068a\u2069", "`"]) {
    expect(t("search.topic", { label })).toBe(label);
  }
});

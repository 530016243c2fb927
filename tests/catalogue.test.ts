import { readdirSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { commandsFor } from "../commands/index.ts";
import {
  type Catalogue,
  createTranslate,
  isMessageKey,
  type MessageKey,
} from "../src/catalogue/catalogue.ts";
import { en } from "../src/catalogue/en/index.ts";
import { ko } from "../src/catalogue/ko.ts";
import { createBot } from "../src/command/bot.ts";
import { CATALOGUES } from "../src/language/translation/catalogues.ts";
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

const others = [...CATALOGUES]
  .filter(([language]) => language !== "en")
  .map(([language, [catalogue]]) => ({ language, catalogue }));

/** Returns the literal parts of a message, each with the kind of what precedes it: an argument, or anything else. */
function literalsIn(
  elements: Elements,
): readonly { readonly text: string; readonly followsArgument: boolean }[] {
  return elements.flatMap((element, index) => {
    if ("options" in element) {
      return Object.values(element.options).flatMap(({ value }) => literalsIn(value));
    }
    if (element.type !== LITERAL || !("value" in element)) return [];
    const previous = elements[index - 1];
    const followsArgument = previous !== undefined && !("options" in previous);
    return [{ text: element.value, followsArgument }];
  });
}

/** Returns the categories and the exact numbers that the plurals of a message distinguish. */
function pluralsIn(elements: Elements): readonly string[] {
  return elements.flatMap((element) =>
    "options" in element
      ? Object.entries(element.options).flatMap(([category, { value }]) => [
          category,
          ...pluralsIn(value),
        ])
      : [],
  );
}

describe.each(others)("the catalogue in $language", ({ language, catalogue }) => {
  const translated = Object.entries(catalogue);

  test("has the messages of the English one, in their order", () => {
    expect(Object.keys(catalogue)).toEqual(Object.keys(en));
  });

  test("separates the entries of a list, also of two", () => {
    const t = createTranslate(language, catalogue);
    for (const variables of [
      ["A B", "C"],
      ["A B", "C", "D"],
    ]) {
      const inserted = t("config.unknown", { name: "E", variables });
      expect(inserted).toMatch(/A B[,،、]\s?C(?:[,،、]\s?D)?/);
    }
  });

  test("has the same arguments in each message", () => {
    const different = messages.filter(([key, message]) => {
      const own = new Set(argumentsIn(parse(isMessageKey(key) ? catalogue[key] : "")));
      return !isDeepStrictEqual(own, new Set(argumentsIn(parse(message))));
    });
    expect(different).toEqual([]);
  });

  test("has the plurals of its language, and numbers", () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const used = translated.flatMap(([key, message]) =>
      pluralsIn(parse(message)).map((category) => [key, category] as const),
    );
    expect(used.length).toBeGreaterThan(0);
    const foreign = used.filter(
      ([, category]) => !/^=/.test(category) && !pluralCategories.some((one) => one === category),
    );
    expect(foreign).toEqual([]);
  });

  test("leaves no sentence in English", () => {
    const same = translated.filter(
      ([key, message]) =>
        isMessageKey(key) && message === en[key] && /[a-z]{2,} [a-z]{2,}/.test(message),
    );
    expect(same).toEqual([]);
  });

  test("names the commands, options and values that users should type", () => {
    const namesIn = (texts: Catalogue, kind: string) =>
      new Set(
        Object.entries(texts).flatMap(([key, name]) =>
          key.startsWith(`${kind}-name.`) ? [name] : [],
        ),
      );
    const commands = namesIn(catalogue, "command");
    const [own, declared] = [namesIn(catalogue, "option"), namesIn(en, "option")];
    const wrong = translated.flatMap(([key, message]) =>
      [
        ...[...message.matchAll(/(?<![\p{L}\p{N}:/}<.])\/([\p{L}-]+)/gu)].filter(
          ([, name = ""]) => !commands.has(name),
        ),
        // Front matter has keys, too.
        ...[...message.matchAll(/(?<=[`\s])([\p{L}-]+):(?=[\p{L}`])/gu)].filter(
          ([, name = ""]) => declared.has(name) && !own.has(name),
        ),
      ].map(([typed]) => `${key}: ${typed}`),
    );
    // These two are about the declared names.
    expect(wrong).toEqual(["timeline.former-from: from:", "timeline.former-to: to:"]);
  });

  test("has names that Discord accepts, and each for one thing", () => {
    for (const kind of ["command", "option", "value"]) {
      const names = translated.flatMap(([key, name]) =>
        key.startsWith(`${kind}-name.`) ? [name] : [],
      );
      expect(new Set(names).size, kind).toBe(names.length);
      // https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming
      if (kind !== "value") {
        for (const name of names) expect(name).toMatch(/^[-_'\p{L}\p{N}]{1,32}$/u);
      }
      expect(names).toEqual(names.map((name) => name.toLowerCase()));
    }
    expect(catalogue["menu-name.verify"].length).toBeLessThanOrEqual(32);
  });
});

describe("the catalogue in Korean", () => {
  const literals = Object.entries(ko).flatMap(([key, message]) =>
    literalsIn(parse(message)).map((one) => ({ key, ...one })),
  );

  test("writes a particle after an inserted value in both forms", () => {
    const fixed = literals.filter(
      ({ text, followsArgument }) =>
        followsArgument &&
        /^[”’`\]]*(?:은|는|이|가|을|를|과|와|로|으로|라는|이라는)(?=[\s.,:]|$)/.test(text),
    );
    expect(fixed).toEqual([]);
  });

  test("has no particle after a value that the preview page inserts itself", () => {
    const texts = Object.entries(ko).filter(([key]) => key.startsWith("page."));
    const found = texts.filter(([, text]) =>
      /\}[”’]?(?:은\(는\)|이\(가\)|을\(를\)|\(으\)로|\(이\))/.test(text),
    );
    // The slash is always the same.
    expect(found.map(([key]) => key)).toEqual(["page.invitation"]);
  });

  test("keeps to one register", () => {
    const other = literals.filter(({ text }) =>
      /(?:십시오|(?<!세|까)요)(?=[.,:;?!)]|$)|[.] ?(?:당신|귀하)/.test(
        text.replaceAll("아니요", ""),
      ),
    );
    expect(other).toEqual([]);
    const unfinished = Object.entries(ko).filter(([, message]) =>
      message
        .split(/(?<=[.?])\s+/)
        .some(
          (sentence) =>
            /[가-힣]{2,}[.]$/.test(sentence) && /(?:한다|된다|있다|없다|이다)[.]$/.test(sentence),
        ),
    );
    expect(unfinished).toEqual([]);
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
  ...[3, 5].map((month) => new Date(2000, month - 1).toLocaleString("en", { month: "long" })),
  ..."chicago apa en English true false UTC https example org as printed in".split(" "),
  // Citations have the labels of dates in English.
  ..."ka Georgian zeppelin about to".split(" "),
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

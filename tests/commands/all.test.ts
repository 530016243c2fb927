import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { english } from "../../src/catalogue/catalogue.ts";
import { type Quotation, quotationOf } from "../../src/cite/quotation.ts";
import { receiptOf } from "../../src/cite/receipt.ts";
import { createBot } from "../../src/command/bot.ts";
import { exampleLines } from "../../src/command/example-lines.ts";
import { formatLine, parseLine } from "../../src/command/typed-line.ts";
import type { Context, RawOptions } from "../../src/command/types.ts";
import { formatJson } from "../../src/reply/json.ts";
import { replyJson } from "../../src/reply/json-schema.ts";
import type { LabelledLine } from "../../src/reply/layout/layout.ts";
import type { CommandLine, Reply, SearchHit } from "../../src/reply/reply.ts";
import type { Library } from "../../src/search/library.ts";
import {
  actionLabels,
  actionsOf,
  context,
  contextOf,
  expectKind,
  libraryOf,
  papers,
  SITUATION,
} from "../library.ts";
import { cutAtWord, questions } from "../questions.ts";
import { sample } from "../thoroughness.ts";
import { asText, putIntoWords } from "../words.ts";

const named = new Map(commands.map((command) => [command.name, command]));

function answer({ name, options }: CommandLine, corpusContext: Context): Reply {
  const command = named.get(name);
  if (command === undefined) throw new Error(`No command is called ${name}.`);
  return command.respond(options, corpusContext);
}

/**
 * Returns at most `count` answers, from all parts of the list, to the questions with the same
 * command, options and kind of reply; all of them in the long tests.
 */
function someOfEachKind<T extends { readonly line: CommandLine; readonly reply: Reply }>(
  answers: readonly T[],
  count: number,
): readonly T[] {
  const kinds = new Map<string, T[]>();
  for (const one of answers) {
    const { line, reply } = one;
    const kind = [line.name, ...Object.keys(line.options), reply.kind].join(" ");
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  return [...kinds.values()].flatMap((alike) => sample(alike, count));
}

function quotationsIn(reply: Reply): readonly Quotation[] {
  switch (reply.kind) {
    case "quotation":
      return [reply.quotation];
    case "context":
      return [...reply.before, reply.quotation, ...reply.after];
    case "document":
      return reply.quotations;
    case "verification":
      return reply.evidence.map(({ quotation }) => quotation);
    case "citation":
      return reply.quotation === undefined ? [] : [reply.quotation];
    case "tray":
      return reply.entries.flatMap(({ quotation }) => quotation ?? []);
    case "tray-entry":
      return reply.entry.quotation === undefined ? [] : [reply.entry.quotation];
    case "keepable":
      return reply.quotations.map(({ quotation }) => quotation);
    case "plan-step":
      return reply.steps.flatMap(({ quotations }) => quotations);
    case "hits":
      return reply.hits.flatMap((hit) => (hit.kind === "passage" ? [hit.quotation] : []));
    case "plan":
    case "plan-move":
    case "documents":
    case "timeline":
    case "summaries":
    case "topics":
    case "topic":
    case "people":
    case "person":
    case "corpus":
    case "commands":
    case "command":
    case "verifications":
    case "settings":
    case "schedule":
    case "schedules":
    case "privacy":
    case "discussion":
    case "form":
    case "notice":
      return [];
  }
}

/** Returns the texts that a hit may be a part of. */
function textsOf(item: SearchHit, library: Library): readonly string[] {
  if (item.kind === "passage") {
    return [library.passage(item.quotation.citation.address)?.passage.text ?? ""];
  }
  if (item.kind === "event") return library.corpus.events.map(({ text }) => text);
  const document = library.document(item.document.id);
  const notes = document?.notes.map(({ text }) => text) ?? [];
  return item.kind === "note" ? notes : [document?.title ?? ""];
}

/** Describes what is wrong with the form of an action, if anything is. */
function flawOf({ label, line }: LabelledLine): string | undefined {
  const command = named.get(line.name);
  if (command === undefined) return "is no command";
  const unknown = Object.keys(line.options).filter((key) => !Object.hasOwn(command.options, key));
  if (unknown.length > 0) return `has unknown options: ${unknown}`;
  return label === "" || label.length > 80 || /\p{Cs}/u.test(label) ? "has no label" : undefined;
}

/** Describes what is wrong with the reply to an action, pressed or typed, if anything is. */
function failureOf({ line }: LabelledLine, corpusContext: Context): string | undefined {
  const reply = answer(line, corpusContext);
  if (reply.kind === "notice" && /^(invalid|missing)-value$/.test(reply.reason.kind)) {
    return formatJson(reply);
  }
  const { name, options } = parseLine(formatLine(line), commands) ?? { name: "", options: {} };
  const typed = named.get(name)?.respond(options, corpusContext);
  return typed && asText(typed).text === asText(reply).text ? undefined : "is read otherwise";
}

const odd = contextOf(
  libraryOf({
    "untitled.md": "Only *one* paragraph, and no table beside it. @everyone <t:0> \\# “x”",
    "empty.md": "",
    "long.md": Array.from(
      { length: 30 },
      (_, index) => `${"A long sentence. ".repeat(40)}${index}`,
    ).join("\n\n"),
    "이름.md": "# 제목\n\n훈련을 시작했다.",
  }),
);

describe.each([
  ["the letters", context],
  ["a few papers", contextOf(papers)],
  ["a folder of plain Markdown", odd],
])("in every answer from %s", (_, corpusContext) => {
  const { library } = corpusContext;
  const replies = questions(library).map((line) => ({ line, reply: answer(line, corpusContext) }));

  test("there is some text", () => {
    for (const { line, reply } of replies) {
      expect(asText(reply).text.trim(), formatLine(line)).not.toBe("");
    }
  });

  test("the JSON form fits the schema", () => {
    for (const { line, reply } of replies) {
      const parsed = v.safeParse(replyJson, JSON.parse(formatJson(reply)));
      expect(
        parsed.issues?.map((issue) => v.getDotPath(issue)),
        formatLine(line),
      ).toBeUndefined();
    }
  });

  test("every quotation is the text at its address", () => {
    const quotations = replies.flatMap(({ reply }) => quotationsIn(reply));
    expect(quotations.length).toBeGreaterThan(0);
    for (const { text, start, end, citation } of quotations) {
      const place = library.passage(citation.address);
      expect(text).toBe(place?.passage.text.slice(start, end));
      expect(place?.document.id).toBe(citation.documentId);
      expect(citation.printedIn).toBe(place?.passage.printedIn?.source);
    }
  });

  test("every quotation is rendered with its address, or as a neighbour of one that is", () => {
    for (const { line, reply } of replies) {
      const { text } = asText(reply);
      for (const quotation of quotationsIn(reply)) {
        const { address, place } = quotation.citation;
        const isNeighbour = reply.kind === "context" && quotation !== reply.quotation;
        expect(text, formatLine(line)).toContain(isNeighbour ? `\n  ${place}\n` : address);
      }
    }
  });

  test("no note appears as a quotation", () => {
    const notes = new Set(
      library.corpus.documents.flatMap((document) => document.notes.map(({ text }) => text)),
    );
    for (const { reply } of replies) {
      for (const { text } of quotationsIn(reply)) expect(notes).not.toContain(text);
    }
  });

  test("every hit shows a slice of its text", () => {
    for (const { reply } of replies) {
      for (const hit of reply.kind === "hits" ? reply.hits : []) {
        const { text } = hit.kind === "passage" ? hit.quotation : hit;
        const { matches, more } = hit.marks;
        const whole = textsOf(hit, library).find((one) => one.includes(text));
        expect(whole, JSON.stringify(hit)).toBeDefined();
        expect(more.before || more.after).toBe(whole?.length !== text.length);
        for (const { start, end } of matches) {
          expect(0 <= start && start < end && end <= text.length).toBe(true);
        }
      }
    }
  });

  test("evidence is marked, and its receipts are valid", () => {
    for (const { reply } of replies) {
      for (const { quotation, marks, receipts } of "evidence" in reply ? reply.evidence : []) {
        const { citation, start, text } = quotation;
        const { passage, document } = library.passage(citation.address) ?? {};
        if (passage === undefined || document === undefined) throw new Error(citation.address);
        expect(marks.more).toEqual({
          before: start > 0,
          after: start + text.length < passage.text.length,
        });
        expect(receipts).toHaveLength(marks.matches.length);
        let last = 0;
        for (const [index, match] of marks.matches.entries()) {
          expect(last <= match.start && match.start < match.end).toBe(true);
          last = match.end;
          const span = quotationOf(document, passage, start + match.start, start + match.end);
          expect(receipts[index]).toBe(receiptOf(span, passage));
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }
    }
  });

  test("every passage is verified as exact in its own document", () => {
    for (const { document, passage } of library.passages({})) {
      const text = cutAtWord(passage.text, 1500);
      const options = { text, letter: document.id };
      const reply = expectKind("verification", answer({ name: "verify", options }, corpusContext));
      expect([text, reply.verdict.kind]).toEqual([text, expect.stringMatching(/^(exact|common)$/)]);
      expect(reply.claim.status).toBe("met");
      if (reply.verdict.kind === "common") continue;
      const addresses = reply.evidence.map(({ quotation }) => quotation.citation.documentId);
      expect(addresses).toContain(document.id);
    }
  });

  test("every action is a valid command, whether pressed or typed", () => {
    const actions = new Map(
      replies.flatMap(({ reply }) => actionsOf(reply)).map((one) => [JSON.stringify(one), one]),
    );
    for (const [text, action] of actions) expect(flawOf(action), text).toBeUndefined();
    for (const [text, action] of sample([...actions], 150)) {
      expect(failureOf(action, corpusContext), text).toBeUndefined();
    }
  });

  test("a reply’s line gives the same reply again", () => {
    const bot = createBot(commands, () => corpusContext);
    const later = createBot(commands, () => ({
      ...corpusContext,
      day: corpusContext.day + 1,
      seed: 8,
    }));
    for (const { line } of someOfEachKind(replies, 8)) {
      const { reply, line: again } = bot.respond(line.name, line.options);
      if (reply.kind === "notice") continue;
      const repeated = later.respond(again.name, again.options).reply;
      expect(quotationsIn(repeated), formatLine(line)).toEqual(quotationsIn(reply));
      expect(repeated.kind).toBe(reply.kind);
    }
  });

  test("every reply is one line of JSON", () => {
    for (const { reply } of replies) {
      expect(formatJson(reply)).not.toContain("\n");
      expect(JSON.parse(formatJson(reply))).toMatchObject({ kind: reply.kind });
    }
  });

  test("a notice consists of sentences", () => {
    const wrong = commands.flatMap(({ name, options }) =>
      Object.keys(options).flatMap((key) =>
        ["zeppelin", "2019", "5/8/2019", "Kim", "log", "drils", "", "0"].map((value) =>
          answer({ name, options: { query: "zeppelin", [key]: value } }, corpusContext),
        ),
      ),
    );
    for (const reply of [...wrong, ...replies.map((one) => one.reply)]) {
      if (reply.kind !== "notice") continue;
      const { message } = putIntoWords(reply).inWords;
      for (const line of message.split("\n")) {
        expect(line).toMatch(/^[\p{Lu}\p{N}“"`/].*[.?:]$/u);
        expect(line).not.toContain("!");
      }
      if (message.endsWith(":")) expect(reply.actions.length).toBeGreaterThan(0);
    }
  });
});

test("an unverified date is never shown", () => {
  const corpusContext = contextOf(
    libraryOf({
      "a.md":
        "---\ntitle: A letter\ndate: 1871-05-06\nverified: false\n---\n\nWords about light.\n",
      "b.md": "---\ntitle: Another letter\ndate: 1872\n---\n\nMore words about light.\n",
    }),
  );
  const lines: readonly CommandLine[] = [
    ...questions(corpusContext.library),
    { name: "search", options: { query: "light" } },
    { name: "letter", options: { date: "1871" } },
    { name: "quote", options: { before: "1871" } },
  ];
  for (const line of lines) {
    const { query, date, before } = line.options;
    if ([query, date, before].includes("1871"))
      expect(answer(line, corpusContext).kind).toBe("notice");
    else expect(formatJson(answer(line, corpusContext))).not.toMatch(/1871|6 May/);
  }
});

describe.each(commands.map((command) => [command.name, command] as const))(
  "/%s",
  (name, command) => {
    test("meets Discord’s limits", () => {
      const options = Object.entries(command.options).map(([key, option]) => ({ key, ...option }));
      expect(options.length).toBeLessThanOrEqual(25);
      for (const { key, description } of [{ key: name, ...command }, ...options]) {
        expect(key).toMatch(/^[a-z]{1,32}(?: [a-z]{1,32})?$/);
        expect(description.length).toBeLessThanOrEqual(100);
        expect(english(description)).toMatch(/^\p{Lu}.*\.$/u);
      }
      const required = options.filter((option) => !option.hidden).map((option) => option.required);
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
    });

    test("answers its examples", () => {
      for (const example of exampleLines(command, context.library)) {
        const line = parseLine(example, commands);
        expect(line?.name).toBe(name);
        expect(command.respond(line?.options ?? {}, context), example).not.toMatchObject({
          kind: "notice",
        });
      }
    });

    test("completes every option to valid values", () => {
      const bot = createBot(commands, () => context);
      for (const [key, { hidden, suggest }] of Object.entries(command.options)) {
        for (const typed of ["", "kim", "2019", "d", "훈"]) {
          const suggested = bot.suggest(name, key, typed, SITUATION);
          expect(suggested.length).toBeLessThanOrEqual(25);
          // The letters that ship with Ibid have no numbers.
          if (suggest && !hidden && typed === "" && key !== "number") {
            expect(suggested.length).toBeGreaterThan(0);
          }
          expect(new Set(suggested.map(({ label }) => label)).size).toBe(suggested.length);
          for (const { value } of suggested) {
            const reply = command.respond({ query: "Kim", [key]: value }, context);
            expect(reply, value).not.toMatchObject({
              message: expect.stringMatching(/should be|is missing|no .+ called|neither/),
            });
          }
        }
      }
    });

    test("gives the same answer privately with `private`", () => {
      const bot = createBot(commands, () => context);
      const options =
        parseLine(exampleLines(command, context.library)[0] ?? "", commands)?.options ?? {};
      const open = bot.respond(name, options, SITUATION);
      const closed = bot.respond(name, { ...options, private: true }, SITUATION);
      expect([open.isPrivate, closed.isPrivate]).toEqual([command.isPrivate, true]);
      expect(bot.respond(name, { ...options, private: false }, SITUATION).isPrivate).toBe(false);
      expect(closed.reply).toEqual(open.reply);
      const discreet = createBot(commands, () => context, { isPrivate: true });
      expect(discreet.respond(name, options).isPrivate).toBe(true);
      expect(discreet.respond(name, { ...options, private: false }, SITUATION).isPrivate).toBe(
        false,
      );
    });

    const value = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.string({ unit: "binary", minLength: 301, maxLength: 5000 }),
      fc.double(),
      fc.integer({ min: -3, max: 12 }),
      fc.boolean(),
      fc.constantFrom(null, undefined, {}, [], ["Kim"], { toString: "x" }),
      fc.constantFrom(
        "__proto__",
        "constructor",
        "hasOwnProperty",
        "\u0000\u001b[31m",
        "\ud83d",
        "a\u202eb",
        '"',
        '""',
        "¶",
        "#",
        "log¶",
        "(((",
        "[",
        "../..",
        "../2018",
        "2018/..",
        "Y170000002",
        "-9999",
        "9999",
        "2019-08-05",
        "5/8/2019",
        "Kim",
        "drills",
        "훈련",
        "2019-08-05-kim-to-trump",
        "2019-08-05-kim-to-trump¶a",
        "2019-08-05-kim-to-trump¶a:0-9:00000000",
        "2019-08-05-kim-to-trump¶z:0-9:00000000",
        "log¶1:99999999999-999999999999:00000000",
        "bibtex",
      ),
    );
    const keys = [...Object.keys(command.options), "toString", "__proto__", "nonsense"];

    test("answers arbitrary options", () => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: 6 }),
          (entries) => {
            const raw: RawOptions = Object.fromEntries(entries);
            for (const corpusContext of [context, odd]) {
              const reply = command.respond(raw, corpusContext);
              expect(asText(reply, { width: 60, paint: (_, text) => text }).text).not.toBe("");
              expect(v.is(replyJson, JSON.parse(formatJson(reply)))).toBe(true);
              for (const one of actionsOf(reply)) expect(flawOf(one)).toBeUndefined();
            }
          },
        ),
      );
    });
  },
);

test("no two commands share a name", () => {
  expect(named.size).toBe(commands.length);
});

test.each([
  ["lettr", ["/letter", "/help"]],
  ["hlep", ["/help"]],
  ["zeppelin", ["/help"]],
  ["__proto__", ["/help"]],
  ["", ["/help"]],
])("an unknown command is reported: %j", (name, near) => {
  const { reply, isPrivate } = createBot(commands, () => context).respond(name, {});
  expect(putIntoWords(reply).inWords.message).toBe(`There is no command called \`/${name}\`.`);
  expect(actionLabels(reply)).toEqual(near);
  expect(isPrivate).toBe(true);
});

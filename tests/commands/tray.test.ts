import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIInteraction, APIMessage, APIUser } from "discord-api-types/v10";
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { pino } from "pino";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { settingsPrivacy } from "../../commands/settings.ts";
import { tray } from "../../commands/tray.ts";
import type { Quotation } from "../../src/cite/quotation.ts";
import { parseReceipt } from "../../src/cite/receipt.ts";
import type { Context, RawOptions } from "../../src/command/types.ts";
import { respondTo } from "../../src/discord/interaction.ts";
import { messageText } from "../../src/discord/message-text.ts";
import { createInteractionHandler } from "../../src/frontends/handle-interaction.ts";
import { createConversation } from "../../src/frontends/terminal/terminal.ts";
import { NO_TRAY } from "../../src/keeping/kept.ts";
import { PLAIN } from "../../src/reply/plain-text.ts";
import type { Reply } from "../../src/reply/reply.ts";
import type { Library } from "../../src/search/library.ts";
import { createStore, type Store } from "../../src/store/store.ts";
import {
  ask,
  botOf,
  isPrivate,
  messageAfter,
  offersOf,
  parseAnswerable,
  quotedIn,
  textOf,
} from "../discord/ask.ts";
import { hostileNotes, hostileTexts } from "../discord/hostile-corpus.ts";
import {
  ASKER,
  messageCommand,
  OTHER,
  slashCommand,
  userMessage,
  type Where,
} from "../discord/payloads.ts";
import { problemsWithCallback } from "../discord/spec.ts";
import {
  actionLabels,
  actionsOf,
  context,
  contextOf,
  expectKind,
  library,
  libraryOf,
  papers,
  SITUATION,
} from "../library.ts";
import { runs, sample } from "../thoroughness.ts";
import { asText } from "../words.ts";

const A = "2019-08-05-kim-to-trump¶a";
const B = "2019-08-05-kim-to-trump¶b";

/** A user’s tray, without a store: each answer’s change is made before the next. */
function trayOf(inLibrary: Library) {
  let receipts: readonly string[] = [];
  let version = 0;
  const contextNow = (current = inLibrary): Context => ({
    ...contextOf(current),
    kept: {
      settings: {},
      tray: receipts.length === 0 ? NO_TRAY : { value: receipts, version: String(version) },
    },
  });
  return {
    receipts: () => receipts,
    run(options: RawOptions, current = inLibrary): Reply {
      const reply = tray.respond(options, contextNow(current));
      for (const change of reply.changes ?? []) {
        if (change.kind !== "tray") throw new Error(`A tray does not change the ${change.kind}.`);
        expect([change.user, change.seen]).toEqual([
          SITUATION.asker.user,
          receipts.length === 0 ? undefined : String(version),
        ]);
        receipts = change.receipts;
        version += 1;
      }
      return reply;
    },
  };
}

/** Returns the addresses of the quotations in a tray. */
const addressesIn = (receipts: readonly string[]) =>
  receipts.map((receipt) => parseReceipt(receipt)?.address);

describe("A tray", () => {
  test("keeps words by their address, by their receipt and by themselves, each once", () => {
    const mine = trayOf(library);
    expect(mine.run({ add: A })).toMatchObject({ kind: "tray-entry", change: "kept", total: 1 });
    expect(mine.run({ add: "no changed outcome can be anticipated" })).toMatchObject({
      change: "kept",
      entry: { number: 2, quotation: { text: "no changed outcome can be anticipated" } },
    });
    const kept = mine.receipts();
    const [, receipt = ""] = kept;
    for (const add of [
      A,
      A.replace("¶", "#"),
      receipt,
      "“No changed outcome can be anticipated”",
    ]) {
      const again = mine.run({ add });
      expect(again).toMatchObject({ kind: "tray-entry", change: "already-kept", total: 2 });
      expect(again.changes).toBeUndefined();
      expect(asText(again).text).toContain("It is already in your tray.");
    }
    expect(mine.receipts()).toEqual(kept);
    // The whole passage is another quotation than a part of it.
    expect(mine.run({ add: B })).toMatchObject({ change: "kept", total: 3 });
  });

  test("is shown in its order, with citations, and each quotation with all of its words", () => {
    const mine = trayOf(library);
    for (const add of [B, A]) mine.run({ add });
    const shown = expectKind("tray", mine.run({}));
    expect(shown.entries.map(({ quotation }) => quotation?.citation.address)).toEqual([B, A]);
    const { text } = asText(shown);
    expect(text).toContain("[1] 1. Kim Jong Un to Donald J. Trump, 5 August 2019, ¶b");
    expect(text).toContain("as printed in Hankyoreh, 26 September 2022");
    const [first] = shown.entries;
    const entry = expectKind("tray-entry", mine.run(first?.open.line.options ?? {}));
    expect(asText(entry).text).toContain("Quotation 1 of 2 in your tray");
    expect(actionLabels(entry)).toEqual(["My tray", "Move down", "Remove", "In context", "Cite"]);
  });

  test("is ordered by number and by buttons, and what is moved beyond its end is last", () => {
    const addresses = papers
      .passages({})
      .map(({ document, passage }) => `${document.id}¶${passage.number}`);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: addresses.length }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 50 })), {
          maxLength: 6,
        }),
        (count, moves) => {
          const mine = trayOf(papers);
          for (const add of addresses.slice(0, count)) mine.run({ add });
          const expected = addresses.slice(0, count);
          for (const [entry, to] of moves) {
            const reply = mine.run({ entry: String(entry), to });
            if (entry > count) {
              expect(reply).toMatchObject({ reason: { kind: "no-such-entry", entries: count } });
              continue;
            }
            expected.splice(Math.min(to, count) - 1, 0, ...expected.splice(entry - 1, 1));
            expect(reply).toMatchObject({
              change: "moved",
              entry: { number: Math.min(to, count) },
            });
          }
          expect(addressesIn(mine.receipts())).toEqual(expected);
        },
      ),
      { numRuns: runs(10) },
    );
    const mine = trayOf(papers);
    for (const add of addresses.slice(0, 3)) mine.run({ add });
    const opened = mine.run({ entry: "2" });
    follow(mine, opened, "Move up");
    expect(addressesIn(mine.receipts())).toEqual([1, 0, 2].map((index) => addresses[index]));
    // A button names the quotation, not its number, so an old one moves no other.
    follow(mine, opened, "Move down");
    expect(addressesIn(mine.receipts())).toEqual([0, 2, 1].map((index) => addresses[index]));
  });

  test("loses one quotation at a time, which can be put back in its place", () => {
    const mine = trayOf(papers);
    for (const add of ["log¶1", "log¶2", "letter¶1"]) mine.run({ add });
    const opened = mine.run({ entry: "2" });
    const removed = follow(mine, opened, "Remove");
    expect(addressesIn(mine.receipts())).toEqual(["log¶1", "letter¶1"]);
    expect(asText(removed).text).toContain("The quotation is no longer in your tray.");
    // The second press on the same button removes no other.
    expect(follow(mine, opened, "Remove")).toMatchObject({ reason: { kind: "no-such-entry" } });
    expect(mine.receipts()).toHaveLength(2);
    follow(mine, removed, "Put back");
    expect(addressesIn(mine.receipts())).toEqual(["log¶1", "log¶2", "letter¶1"]);
    mine.run({ remove: "1" });
    expect(addressesIn(mine.receipts())).toEqual(["log¶2", "letter¶1"]);
  });

  test("is emptied only once that is confirmed, and not if it has changed since", () => {
    const mine = trayOf(papers);
    expect(mine.run({ empty: true })).toMatchObject({ kind: "tray", total: 0 });
    for (const add of ["log¶1", "log¶2"]) mine.run({ add });
    const asked = mine.run({ empty: true });
    expect(asText(asked).text).toContain("will be removed");
    expect(mine.receipts()).toHaveLength(2);
    mine.run({ add: "letter¶1" });
    const askedAgain = follow(mine, asked, "Yes, empty it");
    expect(askedAgain).toMatchObject({ change: { kind: "to-empty" }, total: 3 });
    expect(mine.receipts()).toHaveLength(3);
    const emptied = follow(mine, askedAgain, "Yes, empty it");
    expect(emptied).toMatchObject({ change: { kind: "emptied", count: 3 }, total: 0 });
    expect(mine.receipts()).toEqual([]);
    expect(actionLabels(emptied)).toEqual([]);
  });

  test("has pages, and is full at 50 quotations", () => {
    const long = libraryOf({
      "long.md": Array.from({ length: 120 }, (_, index) => `Line ${index} of a poem.`).join("\n\n"),
      "none.md": "",
    });
    const mine = trayOf(long);
    const choice = expectKind("keepable", mine.run({ add: "long" }));
    expect(choice).toMatchObject({ total: 120, page: { number: 1, of: 15 } });
    expect(mine.run({ add: "long", all: true })).toMatchObject({
      reason: { kind: "tray-full", max: 50, room: 50 },
    });
    expect(mine.receipts()).toEqual([]);
    for (let number = 1; number <= 49; number += 1) mine.run({ add: `long¶${number}` });
    expect(asText(mine.run({ add: "long¶50 long¶51", all: true })).text).toContain(
      "yours has room for 1 more",
    );
    mine.run({ add: "long¶50" });
    const full = mine.run({ add: "long¶51" });
    expect(asText(full).text).toContain("Your tray is full: it holds 50 quotations.");
    expect(mine.receipts()).toHaveLength(50);
    expect(mine.run({ add: "long¶50" })).toMatchObject({ change: "already-kept" });
    expect(mine.run({ page: 7 })).toMatchObject({ page: { number: 7, of: 7 }, total: 50 });
    expect(mine.run({ add: "none" })).toMatchObject({ reason: { why: "no-passages" } });
  });

  test("shows what has become of words that the corpus no longer has, and never others as them", () => {
    const before = libraryOf({
      "a.md": "The oil ran out.\n\nThe lamp went out.\n\nNobody slept.\n\nThe gale went on.",
      "b.md": "The bell was rung.",
    });
    const after = libraryOf({
      "a.md": "A new first line.\n\nThe oil ran out.\n\nThe lamp burnt on.\n\nNobody slept.",
    });
    const mine = trayOf(before);
    for (const add of ["a¶1", "a¶2", "a¶3", "a¶4", "b¶1"]) mine.run({ add });
    const shown = expectKind("tray", mine.run({}, after));
    expect(shown.entries.map(({ state, quotation }) => [state, quotation?.text])).toEqual([
      ["moved", "The oil ran out."],
      ["changed", undefined],
      ["moved", "Nobody slept."],
      ["changed", undefined],
      ["gone", undefined],
    ]);
    const { text } = asText(shown);
    for (const words of ["lamp", "bell", "A new first line"]) expect(text).not.toContain(words);
    expect(text).toContain("These words have moved since you kept them at a¶1.");
    expect(text).toContain("The words that you kept at a¶2 have changed.");
    expect(text).toContain("The words that you kept at b¶1 are no longer in this corpus.");
    const changed = expectKind("tray-entry", mine.run({ entry: "2" }, after));
    expect(changed.present?.text).toBe("The oil ran out.");
    expect(asText(changed).text).toContain("The words there now");
    const file = mine.run({ markdown: true }, after).file?.text ?? "";
    for (const words of ["lamp", "bell", "A new first line"]) expect(file).not.toContain(words);
    expect(file).toContain("The words that you kept at a¶2 have changed.");
    // A quotation that has moved is the same quotation.
    expect(mine.run({ add: "a¶2" }, after)).toMatchObject({ change: "already-kept" });
    // Each can be moved and removed.
    mine.run({ entry: "5", to: 1 }, after);
    mine.run({ remove: "1" }, after);
    expect(addressesIn(mine.receipts())).toEqual(["a¶1", "a¶2", "a¶3", "a¶4"]);
    // Values that Ibid has not written are words that are gone.
    const damaged = { ...SITUATION.kept, tray: { value: ["x", ""], version: "1" } };
    expect(tray.respond({}, { ...contextOf(after), kept: damaged })).toMatchObject({
      entries: [{ state: "gone" }, { state: "gone" }],
    });
  });

  test("is given as Markdown, character for character, with citations in one’s style", () => {
    for (const one of [hostileTexts, papers, library]) {
      const all = sample(one.passages({}), 30);
      for (let at = 0; at < all.length; at += 50) {
        const passages = all.slice(at, at + 50);
        const mine = trayOf(one);
        for (const { document, passage } of passages)
          mine.run({ add: `${document.id}¶${passage.number}` });
        const file = mine.run({ style: "csl-json" }).file?.text ?? "";
        const quotes = fromMarkdown(file).children.filter(({ type }) => type === "blockquote");
        expect(quotes.map(firstParagraph)).toEqual(
          passages.map(({ passage }) => passage.text.replaceAll("\u0000", "\ufffd")),
        );
      }
    }
    const mine = trayOf(library);
    for (const add of [A, B]) mine.run({ add });
    const apa = expectKind("tray", mine.run({ markdown: true, style: "apa" }));
    expect(apa.file?.name).toBe("tray.md");
    expect(apa.file?.text).toContain("as cited in Jung, 2022");
    expect(apa.file?.text.split("- Jung, I.")).toHaveLength(2);
    const own = mine.run({ markdown: true });
    expect(own.file?.text).toContain("quoted in");
    expect(asText(own).text).toContain(own.file?.text.trimEnd());
    expect(mine.run({ style: "bibtex" }).file?.text).toContain("```\n@");
  });

  test("keeps nothing that the corpus does not have as it is quoted, and says so", () => {
    const mine = trayOf(library);
    const wrong = [
      ["the sky over this town is full of zeppelins", "none"],
      ["until these elements are eliminated, no other outcome can be anticipated", "altered"],
    ] as const;
    for (const [add, why] of wrong) {
      expect(mine.run({ add })).toMatchObject({ reason: { kind: "nothing-to-keep", why } });
    }
    const both = wrong.slice(0, 2).map(([words]) => `“${words}”`);
    expect(asText(mine.run({ add: both.join(" ") })).text).toContain("None of these 2 quotations");
    expect(mine.run({ add: "2019-08-05-kim-to-trump¶z" })).toMatchObject({
      reason: { kind: "no-such-passage" },
    });
    expect(mine.run({ add: `${B}:0-9:00000000` })).toMatchObject({
      reason: { kind: "receipt-broken" },
    });
    expect(mine.run({ to: 3 })).toMatchObject({ reason: { kind: "missing-value" } });
    expect(mine.receipts()).toEqual([]);
    expect(trayOf(papers).run({ add: "and the" })).toMatchObject({ reason: { why: "common" } });
    // Some of several, and each of several places.
    const places = trayOf(papers).run({ add: "I counted three" });
    expect(places).toMatchObject({ kind: "keepable", total: 2, missing: 0 });
    const some = mine.run({ add: `“no changed outcome can be anticipated” ${both.join(" ")}` });
    expect(some).toMatchObject({ kind: "keepable", total: 1, missing: 2 });
  });

  test("belongs to a user: without one, there is a notice", () => {
    const nobody = { ...context, asker: { managesServer: false } };
    for (const options of [{}, { add: A }, { empty: true }, { markdown: true }]) {
      expect(tray.respond(options, nobody)).toMatchObject({ reason: { kind: "no-user" } });
    }
    for (const options of [{ entry: "1" }, { remove: "1" }]) {
      expect(tray.respond(options, nobody).changes).toBeUndefined();
    }
    expect(tray.respond({}, { ...context, problem: "off" })).toMatchObject({
      reason: { kind: "store-problem", problem: "off" },
    });
  });
});

/** Runs the command of an action of a reply. */
function follow(mine: ReturnType<typeof trayOf>, reply: Reply, label: string): Reply {
  const found = actionsOf(reply).find((one) => one.label === label);
  if (found === undefined) throw new Error(`There is no ${label}.`);
  return mine.run(found.line.options);
}

function firstParagraph(node: object): string {
  const children = "children" in node && Array.isArray(node.children) ? node.children : [];
  return textIn(children[0]);
}

function textIn(node: object): string {
  if ("type" in node && node.type === "break") return "\n";
  if ("value" in node) return String(node.value);
  return "children" in node && Array.isArray(node.children)
    ? node.children.map(textIn).join("")
    : "";
}

/** The quotations that *Keep quotation* finds in a message. */
function foundIn(message: APIMessage, inLibrary: Library): readonly Quotation[] {
  const bot = botOf(inLibrary);
  const { kind, ...interaction } = parseAnswerable(messageCommand("Keep quotation", message));
  const target = kind === "message-command" && "target" in interaction && interaction.target;
  const text = target ? messageText(target) : "";
  const answer = bot.respondToMessage("Keep quotation", text, SITUATION);
  if (answer?.reply.kind === "tray-entry")
    return answer.reply.entry.quotation ? [answer.reply.entry.quotation] : [];
  if (answer?.reply.kind !== "keepable") return [];
  const { page } = answer.reply;
  return Array.from({ length: page.of }).flatMap((_, index) => {
    const options = { ...answer.line.options, page: index + 1 };
    const reply = expectKind("keepable", bot.respond("tray", options, SITUATION).reply);
    return reply.quotations.map(({ quotation }) => quotation);
  });
}

describe("*Keep quotation*", () => {
  test("finds the very words of every quotation that an answer shows", () => {
    for (const one of [library, papers, hostileTexts, hostileNotes]) {
      const bot = botOf(one);
      const questions = sample(one.passages({}), 5).flatMap(({ document, passage }) => {
        const address = `${document.id}¶${passage.number}`;
        return [
          slashCommand("quote", { passage: address }),
          slashCommand("quote", { passage: address, around: 2 }),
          slashCommand("letter", { date: document.id }),
          slashCommand("cite", { passage: address }),
        ];
      });
      // To search the hostile corpora would cost seconds, for their indexes.
      const searches = [library, papers].includes(one)
        ? [slashCommand("search", { query: "the light of drills" })]
        : [];
      for (const question of [...questions, ...searches]) {
        const message = messageAfter(ask(bot, question), "guild");
        const words = (text: string) => text.replace(/\[…\]|[\s*\u202a-\u202e\u2066-\u2069]/g, "");
        const shown = new Set(
          quotedIn(message)
            .map(words)
            .filter((text) => text !== ""),
        );
        const found = foundIn(message, one);
        expect(new Set(found.map(({ text }) => words(text)))).toEqual(shown);
        for (const { text, start, end, citation } of found) {
          expect(one.passage(citation.address)?.passage.text.slice(start, end)).toBe(text);
        }
      }
    }
  });

  test("finds the words of a person’s message, and says if there are none", () => {
    const verified = userMessage("He wrote: “no changed outcome can be anticipated”, in 2019.");
    expect(foundIn(verified, library).map(({ text }) => text)).toEqual([
      "no changed outcome can be anticipated",
    ]);
    const block = userMessage("> No changed outcome can be anticipated\n> — Kim\nIs this so?");
    expect(foundIn(block, library)).toHaveLength(1);
    // A title may look like a block quote, but is none.
    const titled = userMessage(
      ["\\> A title", "> \\> words as printed", "-# a¶1", "> Others.", "-# ¶2"].join("\n"),
    );
    const printed = libraryOf({ "a.md": "\\> words as printed\n\nOthers." });
    expect(foundIn(titled, printed).map(({ text }) => text)).toEqual([
      "> words as printed",
      "Others.",
    ]);
    for (const content of ["Hello.", "🙂", "“No zeppelins can be anticipated over here today”"]) {
      const bot = botOf(library);
      const { reply } = bot.respondToMessage("Keep quotation", content, SITUATION) ?? {};
      expect([content, reply?.kind]).toEqual([content, "notice"]);
      expect(reply?.changes).toBeUndefined();
    }
  });

  test("finds words that have been renumbered since the answer", () => {
    const before = libraryOf({ "a.md": "The oil ran out.\n\nNobody slept." });
    const after = libraryOf({ "a.md": "A first line.\n\nThe oil ran out.\n\nNobody slept." });
    const message = messageAfter(
      ask(botOf(before), slashCommand("quote", { passage: "a¶1" })),
      "guild",
    );
    expect(foundIn(message, after)).toMatchObject([
      { text: "The oil ran out.", citation: { address: "a¶2" } },
    ]);
  });
});

const folder = mkdtempSync(join(tmpdir(), "ibid-tray-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bot = botOf(library);
const log = pino({ level: "silent" });
let count = 0;
let store: Store;
beforeEach(() => {
  store = createStore({ kind: "file", path: join(folder, `tray-${++count}.sqlite`) });
});
afterEach(() => store.close());

/** Sends an interaction, and returns the message that Discord shows then. */
async function send(interaction: APIInteraction, where: Where = "guild", clicked?: APIMessage) {
  const handler = createInteractionHandler(bot, { store });
  const answer = await handler.answer(parseAnswerable(interaction), log);
  const response = JSON.parse(JSON.stringify(answer.response));
  const files = answer.files.map(({ name, data }, index) => ({
    id: String(index),
    name,
    bytes: Buffer.from(data),
  }));
  expect(problemsWithCallback(response, files, interaction)).toEqual([]);
  return messageAfter({ response, files }, where, clicked);
}

/** Presses a button of a message. */
function press(message: APIMessage, label: string, by: APIUser = ASKER, where: Where = "guild") {
  const offer = offersOf(message, by).find((one) => one.label.startsWith(label));
  if (offer === undefined) throw new Error(`There is no ${label}.`);
  return send(offer.interaction, where, message);
}

async function receiptsOf(user: APIUser): Promise<readonly string[]> {
  const read = await store.read({ user: user.id, managesServer: false }, ["tray"]);
  if ("error" in read) throw new Error(read.error);
  return read.kept.tray?.value ?? [];
}

describe("In Discord, a tray", () => {
  test.each(["guild", "dm", "user-install"] as const)(
    "is filled by buttons and by the menu of messages, privately: %s",
    async (where) => {
      const quoted = await send(slashCommand("quote", { passage: A }, where), where);
      const kept = await press(quoted, "Keep", ASKER, where);
      expect(isPrivate(kept)).toBe(true);
      expect(textOf(kept)).toContain("It is in your tray now.");
      expect(textOf(await press(quoted, "Keep", ASKER, where))).toContain("already in your tray");
      const letter = await send(slashCommand("letter", { date: "2019-08-05" }, where), where);
      const choice = await send(messageCommand("Keep quotation", letter, where), where);
      expect(isPrivate(choice)).toBe(true);
      expect(offersOf(choice).map(({ label }) => label.replace(/ Kim.*/, ""))).toEqual([
        "Open",
        "Keep",
        "Keep both",
        "My tray",
        "Share",
      ]);
      const all = await press(choice, "Keep both", ASKER, where);
      expect(textOf(all)).toContain("1 quotation is now in your tray.");
      expect(addressesIn(await receiptsOf(ASKER))).toEqual([A, B]);
      const shown = await send(slashCommand("tray", {}, where), where);
      expect(isPrivate(shown)).toBe(true);
      expect(quotedIn(shown)).toHaveLength(2);
      const file = await press(shown, "Markdown", ASKER, where);
      expect(JSON.stringify(file.components)).toContain("tray.md");
    },
  );

  test("fits into messages, with all of its buttons, whatever the corpus and its ids", () => {
    const id = "a-folder-with-a-name-of-its-own-and-a-long-title";
    expect(id).toHaveLength(48);
    const long = libraryOf({
      [`${id}.md`]: Array.from({ length: 120 }, (_, index) =>
        `${index}: ${"The gale went on until morning. ".repeat(index % 9 === 0 ? 150 : 4)}`.trim(),
      ).join("\n\n"),
    });
    for (const one of [long, hostileTexts, hostileNotes]) {
      const passages = sample(one.passages({}), 40);
      const mine = trayOf(one);
      for (const { document, passage } of passages) {
        mine.run({ add: `${document.id}¶${passage.number}` });
      }
      const kept = { ...SITUATION.kept, tray: { value: mine.receipts(), version: "1" } };
      const answerTo = (interaction: APIInteraction) => {
        const situation = { ...SITUATION, kept };
        const { response } = respondTo(parseAnswerable(interaction), botOf(one), situation);
        const json = JSON.parse(JSON.stringify(response));
        expect(problemsWithCallback(json, [], interaction)).toEqual([]);
        return messageAfter({ response: json, files: [] }, "guild");
      };
      let message = answerTo(slashCommand("tray"));
      let opened = 0;
      for (let turn = 0; turn < 16; turn += 1) {
        const offers = offersOf(message);
        const entries = offers.filter(({ label }) => label.startsWith("Open "));
        opened += entries.length;
        for (const { interaction } of sample(entries, 2)) {
          const labels = offersOf(answerTo(interaction)).map(({ label }) => label);
          const isLast = !labels.includes("Continue");
          expect([isLast, labels.includes("Remove")]).toEqual([isLast, isLast]);
          expect([isLast, labels.some((label) => label.startsWith("Move "))]).toEqual([
            isLast,
            isLast,
          ]);
        }
        const next = offers.find(({ label }) => ["Continue", "Next page"].includes(label));
        if (next === undefined) break;
        message = answerTo(next.interaction);
      }
      expect(opened).toBeGreaterThan(30);
      const [{ document } = { document: undefined }] = passages;
      expect(textOf(answerTo(slashCommand("settings privacy")))).toContain("Quotation 1 in");
      const choice = answerTo(slashCommand("tray", { add: document?.id ?? "" }));
      expect(offersOf(choice).length).toBeGreaterThan(0);
    }
  });

  test("is its owner’s: who presses a button in another’s answer fills their own", async () => {
    const quoted = await send(slashCommand("quote", { passage: A }));
    await press(quoted, "Keep", OTHER);
    expect([await receiptsOf(ASKER), addressesIn(await receiptsOf(OTHER))]).toEqual([[], [A]]);
    await press(quoted, "Keep");
    const mine = await send(slashCommand("tray"));
    const shared = await press(mine, "Share");
    expect(isPrivate(shared)).toBe(false);
    await send(slashCommand("tray", { add: B }));
    for (const label of ["Empty", "Open 1."]) {
      const pressed = await press(shared, label, OTHER);
      expect(isPrivate(pressed)).toBe(true);
      expect(textOf(pressed)).not.toContain("2 quotations");
    }
    const entry = await press(shared, "Open 1.");
    await press(entry, "Remove", OTHER);
    expect(addressesIn(await receiptsOf(ASKER))).toEqual([A, B]);
    expect(await receiptsOf(OTHER)).toEqual([]);
  });

  test("is ordered and emptied by buttons in one message, and a repeated part changes nothing", async () => {
    for (const add of [A, B]) await send(slashCommand("tray", { add }));
    let message = await send(slashCommand("tray"));
    message = await press(message, "Open 2.");
    message = await press(message, "Move up");
    expect(addressesIn(await receiptsOf(ASKER))).toEqual([B, A]);
    // To share a change is not to make it again.
    const shared = await press(message, "Share");
    expect(textOf(shared)).not.toContain("It has moved");
    message = await press(message, "My tray");
    message = await press(message, "Empty");
    expect(await receiptsOf(ASKER)).toHaveLength(2);
    message = await press(message, "Yes, empty it");
    expect(textOf(message)).toContain("2 quotations were removed.");
    expect(await receiptsOf(ASKER)).toEqual([]);
  });

  test("is line by line on the privacy screen and in its copy, and gone when all is deleted", async () => {
    for (const add of [A, B]) await send(slashCommand("tray", { add }));
    const receipts = await receiptsOf(ASKER);
    const screen = await send(slashCommand("settings privacy"));
    for (const receipt of receipts) expect(textOf(screen)).toContain(receipt);
    const kept = { ...SITUATION.kept, tray: { value: receipts, version: "1" } };
    const copy = settingsPrivacy.respond({ copy: true }, { ...context, kept });
    expect(JSON.parse(copy.file?.text ?? "")).toMatchObject({ tray: receipts });
    await press(await press(screen, "Delete all"), "Yes, delete all");
    expect(await receiptsOf(ASKER)).toEqual([]);
    expect(textOf(await send(slashCommand("tray")))).toContain("Your tray is empty");
  });

  test("lets others be answered between the citations of its file", async () => {
    for (const add of [A, B]) await send(slashCommand("tray", { add }));
    const shown = await send(slashCommand("tray"));
    const button = offersOf(shown).find(({ label }) => label.startsWith("Markdown"));
    const handler = createInteractionHandler(bot, { store });
    for (const file of [slashCommand("tray", { markdown: true }), button?.interaction]) {
      if (file === undefined) throw new Error("There is no Markdown.");
      const order: string[] = [];
      const answers = [file, { ...slashCommand("about"), user: OTHER }].map(
        async (asked, index) => {
          const { response } = await handler.answer(parseAnswerable(asked), log);
          order.push(index === 0 ? "file" : "other");
          return JSON.stringify(response);
        },
      );
      expect((await Promise.all(answers))[0]).toContain("tray.md");
      expect(order).toEqual(["other", "file"]);
    }
  });

  test("makes the citations of its file one by one, once for each style", () => {
    const steps = (options: RawOptions, value: readonly string[]) => {
      const kept = { settings: {}, tray: { value, version: "1" } };
      return [...bot.prepare("tray", options, { ...SITUATION, kept })];
    };
    const mine = trayOf(library);
    for (const add of [A, B]) mine.run({ add });
    expect(steps({}, mine.receipts())).toEqual([]);
    expect(steps({ style: "bibtex" }, mine.receipts())).toEqual([]);
    const made = steps({ style: "mla" }, mine.receipts());
    expect(made).toHaveLength(2);
    // The same citations, not others that look alike.
    steps({ style: "mla" }, mine.receipts()).forEach((forms, index) => {
      expect(forms).toBe(made[index]);
    });
  });

  test("has no buttons where nothing is kept, and its command says why", async () => {
    const without = createInteractionHandler(bot);
    const quoted = await without.answer(
      parseAnswerable(slashCommand("quote", { passage: A })),
      log,
    );
    expect(JSON.stringify(quoted.response)).not.toContain('"Keep"');
    const shown = await without.answer(parseAnswerable(slashCommand("tray")), log);
    expect(JSON.stringify(shown.response)).toContain("operator has turned the store off");
  });
});

test("In the terminal, a tray is kept from one line to the next, and printed as Markdown", async () => {
  const conversation = createConversation(bot, {
    ...{ json: false, style: () => PLAIN, store },
    report: (error) => {
      throw error;
    },
  });
  const say = async (line: string) => (await conversation.answer(line))?.text;
  expect(await say(`/quote passage:${B}`)).toContain("[3] Keep");
  expect(await say("3")).toContain("Quotation 1 of 1 in your tray");
  expect(await say("/tray")).toContain("Your tray: 1 quotation");
  expect(await say("/tray markdown:true")).toContain("\n# Quotations\n\n> And until these");
});

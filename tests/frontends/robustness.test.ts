import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { watch } from "node:fs/promises";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import process from "node:process";
import { text as textIn } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import {
  type APIInteraction,
  InteractionResponseType,
  InteractionType,
} from "discord-api-types/v10";
import { pino } from "pino";
import { describe, expect, onTestFinished, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { warmUpCitations } from "../../src/cite/processor.ts";
import { createBot } from "../../src/command/bot.ts";
import { prepareEnglishDays } from "../../src/corpus/dates/coming-day.ts";
import { readCorpus } from "../../src/corpus/read.ts";
import { prepareFor, respondTo } from "../../src/discord/interaction.ts";
import { parseInteraction } from "../../src/discord/interaction-payload.ts";
import { startGateway } from "../../src/frontends/gateway/gateway.ts";
import { createInteractionHandler } from "../../src/frontends/handle-interaction.ts";
import { rehearse } from "../../src/frontends/rehearse.ts";
import { createReadingThread } from "../../src/import/sandbox/reading-thread.ts";
import { openReloadingLibrary, type ReloadEvent } from "../../src/loading/hot-reload.ts";
import { checkInThread } from "../../src/tools/check-in-thread.ts";
import { collectGarbage } from "../collect-garbage.ts";
import { createFolder } from "../corpus/folder.ts";
import { countWork } from "../count-work.ts";
import {
  ask,
  botOf,
  messageAfter,
  type Offer,
  offersOf,
  parseAnswerable,
  sentFiles,
} from "../discord/ask.ts";
import { type Fault, startFakeDiscord, TOKEN } from "../discord/fake-discord.ts";
import { TEXTS } from "../discord/hostile.ts";
import { hostileNotes, hostileTexts } from "../discord/hostile-corpus.ts";
import {
  autocomplete,
  buttonInteraction,
  messageCommand,
  slashCommand,
  userMessage,
} from "../discord/payloads.ts";
import { createFigures } from "../figures.ts";
import { inEnglish } from "../in-english.ts";
import { context, library, SITUATION, styles } from "../library.ts";
import { isLong, sample } from "../thoroughness.ts";
import { runCorpusTool } from "../tools/run-tool.ts";
import { createLog, PING, signer, startTestEndpoint } from "./serving.ts";

// The whole of what SECURITY.md promises, with figures. `npm run test:long` prints them as a table.

const note = createFigures();

/** Returns how much processor time the process has used, in milliseconds. It does not count what else the machine does. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Returns a generator of numbers from 0 to 1 that always gives the same. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

const CANARY = "canary-that-a-user-typed";
const WORDS = [
  ...TEXTS,
  CANARY,
  "\ud800",
  "a\0b",
  "x".repeat(6000),
  "“".repeat(3000),
  "e\u0301".repeat(3000),
];

/** Creates a function that makes interactions of all kinds, many of them malformed. */
function createFuzzer(seed: number): () => unknown {
  const random = createRandom(seed);
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error("There is nothing to choose from.");
    return value;
  };
  const optionsOf = (name: string) => {
    const declared = Object.keys(commands.find((one) => one.name === name)?.options ?? {});
    const chosen = declared.filter(() => random() < 0.3);
    return Object.fromEntries(chosen.map((option) => [option, pick(WORDS)]));
  };
  const wellFormed = () => {
    const { name } = pick(commands);
    const message = userMessage(pick(WORDS).slice(0, 4000));
    switch (Math.floor(random() * 4)) {
      case 0:
        return slashCommand(name, optionsOf(name));
      case 1: {
        const options = { ...optionsOf(name), query: pick(WORDS) };
        return autocomplete(name, options, pick(Object.keys(options)));
      }
      case 2:
        return messageCommand("Verify quotation", message);
      default:
        return buttonInteraction(JSON.stringify([1, name, optionsOf(name), 0, 0]), message);
    }
  };
  const junk = () => pick<unknown>([null, 7, -1, CANARY, [], {}, [null], { [CANARY]: CANARY }]);
  /** Replaces a part of a value, somewhere. */
  function mutate(value: unknown): unknown {
    if (typeof value !== "object" || value === null || random() < 0.2) return junk();
    const keys = Object.keys(value);
    if (keys.length === 0) return junk();
    const key = pick(keys);
    const part = mutate(Reflect.get(value, key));
    return Array.isArray(value) ? value.with(Number(key), part) : { ...value, [key]: part };
  }
  return () => {
    const interaction = wellFormed();
    return random() < 0.5 ? mutate(interaction) : interaction;
  };
}

test("interactions of all kinds over three corpora", async () => {
  const all = isLong ? 170_000 : 300;
  const lines: string[] = [];
  const log = pino({ level: "trace" }, { write: (line) => lines.push(line) });
  const handlers = [library, hostileTexts, hostileNotes].map((one) =>
    createInteractionHandler(botOf(one)),
  );
  const next = createFuzzer(18);
  const counts = { refused: 0, malformed: 0, apologies: 0, slow: 0 };
  const work = countWork();
  let most = 0;
  let slowest = 0;
  for (let index = 0; index < all; index++) {
    const interaction = parseInteraction(next());
    if ("error" in interaction || interaction.kind === "ping") {
      counts.refused += 1;
      continue;
    }
    if (interaction.kind === "malformed") counts.malformed += 1;
    work.take();
    const start = processorTime();
    const handler = handlers[index % handlers.length];
    const handled = await handler?.answer(interaction, log);
    const duration = processorTime() - start;
    let taken = work.take();
    if (taken > 100_000) {
      // The first use builds an index, which the next one finds.
      await handler?.answer(interaction, log);
      taken = work.take();
    }
    most = Math.max(most, taken);
    if (handled?.hasFailed) counts.apologies += 1;
    if (duration > 50) counts.slow += 1;
    slowest = Math.max(slowest, duration);
  }
  expect(counts.apologies).toBe(0);
  expect(most).toBeLessThan(100_000);
  expect(lines.join("")).not.toContain(CANARY);
  note("interactions over three corpora", all);
  note("of these without an address, refused", counts.refused);
  note("of these malformed, answered with a notice", counts.malformed);
  note("of these apologized for", counts.apologies);
  note("the most text analysed for one, in characters", most);
  note(
    "of these over 50 ms of processor time",
    `${counts.slow} (the slowest ${Math.round(slowest)} ms)`,
  );
});

/** Creates the files of a corpus of letters, in words that are as frequent as those of a language. */
function filesOfLetters(count: number): Readonly<Record<string, string>> {
  const random = createRandom(7);
  const coin = () =>
    Array.from({ length: 3 }, () => "bdfgklmnprstvz"[Math.floor(random() * 14)])
      .map((consonant) => `${consonant}${"aeiou"[Math.floor(random() * 5)]}`)
      .join("");
  const words = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "lamp",
    ...Array.from({ length: 9000 }, coin),
  ];
  const pick = () => words[Math.floor(words.length * random() ** 4)];
  const text = (length: number) => Array.from({ length }, pick).join(" ");
  const people = Array.from({ length: 300 }, () => `${coin()} ${coin()}`);
  const person = () => people[Math.floor(people.length * random())];
  const digits = (least: number, most: number) =>
    String(least + Math.floor((most - least) * random())).padStart(2, "0");
  const letter = () =>
    [
      "---",
      `title: ${text(4)}`,
      "type: personal_communication",
      `date: ${digits(1750, 1999)}-${digits(1, 13)}-${digits(1, 29)}`,
      `from: ${person()}`,
      `to: ${person()}`,
      "---",
      ...Array.from({ length: 10 }, () => `\n${text(40)}.`),
      "",
    ].join("\n");
  const topics = words
    .slice(6, 150)
    .map((word) => `${word}:\n  label: ${word} topic\n  also: [${word}]\n`);
  return {
    "topics.yaml": [...new Set(topics)].join(""),
    ...Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`volume-${at % 40}/letter-${at}.md`, letter()]),
    ),
  };
}

test("questions of all kinds in a large corpus, of which none keeps the others waiting", async () => {
  const opened = await openReloadingLibrary(
    await createFolder(filesOfLetters(isLong ? 10_000 : 20)),
    { isThreaded: true },
  );
  if ("error" in opened) throw new Error(opened.error.map(inEnglish).join("\n"));
  const { library } = opened.current();
  while (library.buildSome());
  // As at the start of a front end.
  await warmUpCitations(styles.preferred);
  for (const _ of prepareEnglishDays());
  const bot = botOf(library);
  for (const _ of rehearse(bot));
  const [first, ...documents] = library.corpus.documents;
  const passage = first?.passages[0]?.text ?? "";
  const texts = [
    ...[
      "the",
      "of the",
      "lamp",
      "lmap of tha",
      "“the lamp”",
      "1803",
      "1803-05",
      "today",
      "volume-3",
    ],
    ...[
      passage,
      passage.slice(0, 100),
      first?.id,
      first?.title,
      `${first?.id}¶9`,
      `${first?.id}x¶1`,
    ],
    ...[
      "every day",
      "Europe/London",
      "a b c d e f g h i j k l m n o p q r s t u v w x y z",
      "true",
    ],
  ].filter((one) => one !== undefined);
  const message = documents.map(({ passages }) => `“${passages[1]?.text.slice(0, 90)}”`).join("\n");
  const questions = commands.flatMap(
    ({ name, options, messageCommand: menu }): APIInteraction[] => [
      slashCommand(name),
      ...(menu ? [messageCommand(menu.label, userMessage(message.slice(0, 2000)))] : []),
      ...Object.keys(options).flatMap((option) =>
        texts.flatMap((typed) => [
          slashCommand(name, { [option]: typed }),
          autocomplete(name, { [option]: typed }, option),
        ]),
      ),
    ],
  );
  let turns = 0;
  const slow: (readonly [ms: number, what: string])[] = [];
  /** Answers as the front ends do, each part in a turn of its own. Returns what is offered in the answer. */
  function answer(payload: APIInteraction): readonly Offer[] {
    const interaction = parseAnswerable(payload);
    const situation = { ...SITUATION, asker: { ...SITUATION.asker, ...interaction.asker } };
    const steps = prepareFor(interaction, bot, situation)[Symbol.iterator]();
    for (;;) {
      const start = processorTime();
      const isPrepared = steps.next().done === true;
      const answered = isPrepared ? respondTo(interaction, bot, situation) : undefined;
      const duration = processorTime() - start;
      turns += 1;
      if (duration > 50) slow.push([duration, JSON.stringify(payload.data).slice(0, 200)]);
      if (answered?.response.type === InteractionResponseType.ChannelMessageWithSource) {
        const response = JSON.parse(JSON.stringify(answered.response));
        return offersOf(messageAfter({ response, files: sentFiles(answered.files) }, "guild"));
      }
      if (answered !== undefined) return [];
    }
  }
  const offers = new Map<string, APIInteraction>();
  for (const question of sample(questions, 100)) {
    for (const { interaction } of answer(question)) {
      offers.set(JSON.stringify(interaction.data), interaction);
    }
  }
  for (const interaction of sample([...offers.values()], 50)) answer(interaction);
  slow.sort(([one], [other]) => other - one);
  note(`turns for questions in a corpus of ${library.passages({}).length} passages`, turns);
  note("of these over 50 ms of processor time", slow.length);
  for (const [ms, what] of slow.slice(0, 10))
    note(`${Math.round(ms)} ms`, what.replaceAll("|", " "));
});

/** Texts that users type, with the command and the option for each. */
const TYPED = [
  ["quote", "topic", "drills"],
  ["quote", "about", "Pompeo"],
  ["letter", "date", "2019-08-05"],
  ["search", "query", "pompeo summit"],
  ["verify", "text", "no changed outcome can be anticipated"],
  ["people", "person", "Bolton"],
] as const;

/** Returns what Discord sends for them: a request for completions at each character, then the command. */
function interactionsOfTyping(): readonly APIInteraction[] {
  return TYPED.flatMap(([name, option, typed]) => [
    ...Array.from(typed, (_, at) =>
      autocomplete(name, { [option]: typed.slice(0, at + 1) }, option),
    ),
    slashCommand(name, { [option]: typed }),
  ]);
}

/** Returns the memory of the process without garbage. */
function memoryAfterCollection(): NodeJS.MemoryUsage {
  collectGarbage();
  return process.memoryUsage();
}

test("a soak", async () => {
  const all = isLong ? 200_000 : 500;
  const { log } = createLog();
  const bot = botOf(library);
  const handler = createInteractionHandler(bot);
  const asked = [
    ...interactionsOfTyping(),
    slashCommand("help"),
    messageCommand("Verify quotation", userMessage("“no changed outcome can be anticipated”")),
  ];
  const memory: NodeJS.MemoryUsage[] = [];
  for (let index = 0; index < all; index++) {
    const payload = asked[index % asked.length];
    const { hasFailed, response } = await handler.answer(parseAnswerable(payload), log);
    const { ApplicationCommandAutocompleteResult, ChannelMessageWithSource } =
      InteractionResponseType;
    const isCompletion = payload?.type === InteractionType.ApplicationCommandAutocomplete;
    expect([hasFailed, response.type]).toEqual([
      false,
      isCompletion ? ApplicationCommandAutocompleteResult : ChannelMessageWithSource,
    ]);
    // The schemas take longer than the answers, so only some are compared with them.
    if (payload !== undefined && index % 997 === 0) ask(bot, payload);
    if (index % (all / 10) === 0) memory.push(memoryAfterCollection());
  }
  const last = memoryAfterCollection();
  const mib = (bytes = 0) => `${Math.round(bytes / 1024 ** 2)} MiB`;
  const described = (one?: NodeJS.MemoryUsage) => `${mib(one?.rss)}, ${mib(one?.heapUsed)}`;
  if (isLong) expect(last.heapUsed - (memory[1]?.heapUsed ?? 0)).toBeLessThan(16 * 1024 ** 2);
  note("a soak of", all);
  note("RSS and heap after a tenth", described(memory[1]));
  note("RSS and heap at the end", described(last));
});

test("raw HTTP", async () => {
  const { origin, post } = await startTestEndpoint();
  const body = JSON.stringify(slashCommand("help"));
  const signed = Object.entries(signer.headers(body)).map(([name, value]) => `${name}: ${value}`);
  const heads = [
    "POST /interactions HTTP/1.1",
    "POST /interactions HTTP/9.9",
    "POST /interactions",
    "\0\0\0\0",
    "GET /interactions HTTP/1.1",
    `POST ${"/x".repeat(20_000)} HTTP/1.1`,
    "POST http://[::1 HTTP/1.1",
    "CONNECT /interactions HTTP/1.1",
    "POST http://example.org/interactions HTTP/1.1",
    "POST /interactions HTTP/1.0",
    "TRACE /interactions HTTP/1.1",
    "OPTIONS * HTTP/1.1",
    "GET /%zz/../.. HTTP/1.1",
    "PRI * HTTP/2.0",
    "\u0016\u0003\u0001\u0002",
  ];
  const headers = [
    ["host: ibid", "content-type: application/json", ...signed],
    ["host: ibid", "content-length: -1"],
    ["host: ibid", "content-length: 5", "content-length: 6"],
    ["host: ibid", "transfer-encoding: chunked", "content-length: 5"],
    ["host: \u0001"],
    ["host: ibid", `x: ${"y".repeat(40_000)}`],
    ["host: ibid", "expect: 100-continue", "content-length: 3"],
    ["host: ibid", "upgrade: websocket", "connection: upgrade"],
    ["host: ibid", "upgrade: h2c", "connection: upgrade, http2-settings", "http2-settings: AA"],
    ["host: ibid", "host: other", "content-length: 3"],
    ["host: [::1"],
    ["host: ibid", "transfer-encoding: chunked", "trailer: x-signature-ed25519"],
    ["host: ibid", "transfer-encoding: gzip, chunked"],
    ["host: ibid", "content-length: 9999999", "expect: 100-continue"],
    ["host: ibid", ...Array.from({ length: 3000 }, (_, at) => `x${at}: y`)],
  ];
  let tried = 0;
  for (const head of heads) {
    for (const lines of headers) {
      const socket = connect({ host: "127.0.0.1", port: Number(new URL(origin).port) });
      socket.on("error", () => {});
      socket.end(`${[head, ...lines].join("\r\n")}\r\n\r\n${body}`);
      const answer = await textIn(socket).catch(() => "");
      expect([head.slice(0, 60), answer.slice(0, 12)]).not.toContainEqual(
        expect.stringMatching(/^HTTP\/1\.1 5(?!05)/),
      );
      tried += 1;
    }
    expect((await post(PING)).status).toBe(200);
  }
  note("raw HTTP requests, after which Discord’s are answered", tried);
});

test("faults of gateway and REST", async () => {
  const callbackFaults: Fault[] = [];
  const discord = await startFakeDiscord({
    faultOf: ({ path }) => (path.endsWith("/callback") ? callbackFaults.shift() : undefined),
  });
  const log = createLog();
  const bot = createBot(commands, () => context);
  const gateway = await startGateway(bot, { token: TOKEN, api: discord.api }, { log: log.log });
  if ("error" in gateway) throw new Error(inEnglish(gateway.error));
  onTestFinished(async () => {
    await gateway.close();
    await discord.close();
  });
  const failing = (status: number) => async () => {
    discord.failNext("callback", { status, code: 0, message: CANARY });
    await discord.send(slashCommand("help")).catch(() => {});
  };
  const faults: readonly (() => void | Promise<void>)[] = [
    ...[400, 401, 403, 404, 413, 500, 502, 503, 504].map(failing),
    // After these, a second attempt is in time for the same interaction.
    ...(["before", "after"] as const).flatMap((when) =>
      (["cut", 500, 502, 503] as const).map((status) => () => {
        callbackFaults.push({ when, status });
      }),
    ),
    ...["", "{", "null", '{"op":99}', '{"op":0,"t":"READY","d":null}', '{"op":11}', '{"op":1}'].map(
      (text) => () => discord.sendRaw(text),
    ),
    ...[null, 7, [], { id: "1" }, { id: "1", token: "t", type: 2, data: CANARY }].map(
      (payload) => () => discord.dispatch("INTERACTION_CREATE", payload),
    ),
    ...(isLong ? [1000, 1001, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009] : [4000]).map(
      (code) => () => discord.drop(code),
    ),
  ];
  for (const fault of faults) {
    await fault();
    await discord.ready();
    const callback = await discord.send(slashCommand("quote", { topic: "drills" }));
    expect(callback.response.type).toBe(4);
  }
  expect(log.lines.join("")).not.toContain(CANARY);
  note("faults of gateway and REST, after which Ibid answers", faults.length);
});

/** Changes of a corpus’s folder while Ibid answers from it, by name. `at` returns the path of a file in it. */
const FOLDER_FAULTS: Readonly<Record<string, (at: (path: string) => string) => unknown>> = {
  "a document is deleted": (at) => rmSync(at("board.md")),
  "a document is emptied": (at) => writeFileSync(at("board.md"), ""),
  "a document is cut off": (at) => writeFileSync(at("board.md"), "---\ntitle: The bo"),
  "a document is moved": (at) => renameSync(at("board.md"), at("more/table.md")),
  "a document is replaced by a folder": (at) => {
    rmSync(at("board.md"));
    mkdirSync(at("board.md"));
  },
  "a document is replaced by a link that leads out": (at) => {
    rmSync(at("board.md"));
    symlinkSync("/etc/hostname", at("board.md"));
  },
  "a link leads nowhere": (at) => symlinkSync("nothing.md", at("link.md")),
  "a link leads to itself": (at) => symlinkSync("link.md", at("link.md")),
  "a folder contains itself": (at) => symlinkSync("..", at("more/up")),
  "a file is a pipe": (at) => execFileSync("/usr/bin/env", ["mkfifo", at("pipe.md")]),
  "a table is a pipe": (at) => execFileSync("/usr/bin/env", ["mkfifo", at("topics.yaml")]),
  "a table is a folder": (at) => mkdirSync(at("topics.yaml")),
  "a table is half written": (at) => writeFileSync(at("topics.yaml"), "lamp: {label: [a"),
  "a table expands without end": (at) =>
    writeFileSync(
      at("topics.yaml"),
      `a: &a [x]\n${[..."bcdefghij"].map((one, index) => `${one}: &${one} [${`*${"abcdefghi"[index]}, `.repeat(9)}]`).join("\n")}\n`,
    ),
  "a document may not be read": (at) => chmodSync(at("board.md"), 0),
  "a folder may not be listed": (at) => chmodSync(at("more"), 0),
  "a document is no text": (at) =>
    writeFileSync(at("board.md"), Uint8Array.of(0, 159, 255, 254, 0)),
  "a document is in UTF-16": (at) => writeFileSync(at("board.md"), "\ufeffWords.", "utf16le"),
  "a document is too large": (at) => writeFileSync(at("board.md"), "word ".repeat(2_000_000)),
  "a document is nested too deeply": (at) => writeFileSync(at("board.md"), `${">".repeat(9000)} a`),
  "two documents have one id": (at) => writeFileSync(at("x.md"), "---\nid: log\n---\nWords.\n"),
  "two names differ by case": (at) => writeFileSync(at("Board.md"), "Words.\n"),
  "a name has control characters": (at) => writeFileSync(at("a\n\u001b[31m\u202e.md"), "Words.\n"),
  "a name is as long as possible": (at) => writeFileSync(at(`${"x".repeat(252)}.md`), "Words.\n"),
  "a thousand documents come": (at) => {
    for (let one = 0; one < 1000; one++) writeFileSync(at(`d${one}.md`), `Entry ${one}.\n`);
  },
  "a document comes and goes": async (at) => {
    for (let turn = 0; turn < 300; turn++) {
      writeFileSync(at("ghost.md"), "Words.\n");
      if (turn % 3 === 0) await setTimeout(1);
      rmSync(at("ghost.md"));
    }
  },
  "a document is written again and again": async (at) => {
    for (let turn = 0; turn < 300; turn++) {
      writeFileSync(at("board.md"), `${"Words. ".repeat(turn)}\n`);
      if (turn % 3 === 0) await setTimeout(1);
    }
  },
  "the folder is emptied": (at) => {
    for (const name of readdirSync(at("."))) rmSync(at(name), { recursive: true });
  },
  "the folder is replaced by a file": (at) => {
    rmSync(at("."), { recursive: true });
    writeFileSync(at(".").replace(/\/\.?$/, ""), "Words.\n");
  },
  "a clock was wrong": (at) => utimesSync(at("board.md"), 9e9, 9e9),
};

test("faults of the folder of a corpus", async () => {
  const folder = join(await createFolder({}), "corpus");
  const at = (path: string) => join(folder, path);
  const restore = (text: string) => {
    if (existsSync(folder) && statSync(folder).isDirectory()) {
      if (existsSync(at("more"))) chmodSync(at("more"), 0o700);
      for (const name of readdirSync(folder)) rmSync(at(name), { recursive: true });
    } else {
      rmSync(folder, { force: true });
    }
    mkdirSync(at("more"), { recursive: true });
    writeFileSync(at("board.md"), "Send oil.\n");
    writeFileSync(at("log.md"), `${text}\n`);
  };
  restore("The lamp was lit.");
  const watching = new AbortController();
  onTestFinished(() => watching.abort());
  const reloading = await openReloadingLibrary(folder, {
    ...{ watchUntil: watching.signal, isThreaded: true, quietPeriod: 50, maxDelay: 200 },
  });
  if ("error" in reloading) throw new Error(JSON.stringify(reloading.error));
  const events: ReloadEvent[] = [];
  let notice = () => {};
  reloading.subscribe((event) => {
    events.push(event);
    notice();
  });
  const bot = createBot(commands, () => ({ ...context, ...reloading.current() }));
  const handler = createInteractionHandler(bot);
  const { log } = createLog();
  const firstPassage = async () => {
    const asked = parseAnswerable(slashCommand("quote", { passage: "log¶1" }));
    const { hasFailed, response } = await handler.answer(asked, log);
    expect(hasFailed).toBe(false);
    return JSON.stringify(response);
  };
  const faults = sample(Object.entries(FOLDER_FAULTS), 4);
  for (const [index, [name, fault]] of faults.entries()) {
    const changed = new Promise<void>((resolve) => {
      notice = resolve;
    });
    await fault(at);
    // Not every fault is a change that is noticed.
    if (existsSync(folder) && statSync(folder).isDirectory()) {
      writeFileSync(at("beat.md"), `Fault ${index}.\n`);
    }
    await firstPassage();
    await changed;
    await firstPassage();

    const text = `The lamp was lit after fault ${index}.`;
    const isRestored = async () =>
      reloading.current().failedReload === undefined && (await firstPassage()).includes(text);
    let next = new Promise<void>((resolve) => {
      notice = resolve;
    });
    restore(text);
    while (!(await isRestored())) {
      await next;
      next = new Promise((resolve) => {
        notice = resolve;
      });
    }
    for (const event of events.splice(0)) {
      expect([name, event.kind]).toEqual([
        name,
        expect.stringMatching(/^(replaced|unchanged|refused)$/),
      ]);
      for (const { message, remedy } of event.kind === "refused" ? event.problems : []) {
        expect(inEnglish(message)).toMatch(/^[^a-z].*\.$/s);
        expect(inEnglish(remedy)).toMatch(/^[A-Z].*\.$/s);
      }
    }
  }
  note(
    "faults of the folder of a corpus, after each of which its answers are current again",
    faults.length,
  );
});

/** Texts that are hard for parsers, some of them with quadratic time. */
function hostileTexts90(size: number): readonly string[] {
  const units = [
    "[a](",
    "![",
    "[",
    "]",
    "[[[]",
    "> ",
    ">",
    "- ",
    "* ",
    "1. ",
    "*a ",
    "_a",
    "**",
    "~~",
    "`a``",
    "<a ",
    "<!--",
    "<b>",
    "</b>",
    "&amp;",
    "&#x",
    "\\",
    "|a|\n",
    "---\n",
    "# ",
    "    a\n",
    "\t",
    "\n",
    "a\u0301",
    "\u202e",
    "\ufeff",
    "“",
    "{",
    "a: [",
    "- - ",
    "\0",
  ];
  return units.map((unit) => unit.repeat(Math.ceil(size / unit.length)));
}

describe.runIf(isLong)("in bounded time,", () => {
  test("hostile files are read, imported or refused in a sentence", async () => {
    const texts = hostileTexts90(8000);
    let refused = 0;
    let files = 0;
    const thread = createReadingThread();
    for (const [index, text] of texts.entries()) {
      for (const name of ["a.md", "a.txt", "a.html", "a.csv", "a.json"]) {
        const bytes = Buffer.from(text);
        const reading = await thread.read({ name, bytes }, { fields: new Map() });
        files += 1;
        if ("error" in reading) {
          refused += 1;
          expect(inEnglish(reading.error)).toMatch(/^[A-Z“].*\.$/s);
        }
      }
      const corpus = {
        files: [{ path: `f${index}.md`, bytes: new Uint8Array(Buffer.from(text)) }],
        unread: [],
      };
      const checked = await checkInThread(corpus, { isReviewed: true, progress() {} });
      for (const problem of checked.problems.map(inEnglish)) {
        expect(problem).toMatch(/\.$/);
        expect(problem).not.toMatch(/RangeError|at .*:\d+:\d+/);
      }
      files += 1;
      if (checked.problems.length > 0) refused += 1;
    }
    await thread.close();
    note("hostile files read, imported or checked", files);
    note("of these refused in a sentence", refused);
  });

  test("every tool refuses a corpus with a file that takes too long to read", async () => {
    const folder = await createFolder({ "a.md": "Words.\n", "slow.md": "**a*".repeat(100_000) });
    const tools = [["check"], ["stats"], ["show", "a"], ["fill"]];
    const runs = await Promise.all(
      tools.map((args) => runCorpusTool(args, folder, { checkCorpus: checkInThread })),
    );
    for (const { code, output, errors } of runs) {
      expect([code, [output, ...errors].join("\n")]).toEqual([
        1,
        expect.stringMatching(/slow\.md:1: .* longer to read/),
      ]);
    }
    note("tools that refuse a file that takes too long to read", tools.length);
  });

  test("an import that is killed leaves every file whole, old or new", async () => {
    const versions = await Promise.all(["lit", "put out"].map(importedVersion));
    const kills = 100;
    // Each core kills its own imports, one after the other.
    const workers = 2;
    const durations = versions.map(({ duration }) => duration);
    const written = await Promise.all(
      Array.from({ length: workers }, async (_, worker) => {
        const corpus = await createFolder({ "a.md": "The lamp was lit.\n" });
        const counts = new Set<number>();
        for (let kill = worker; kill < kills; kill += workers) {
          const version = versions[(kill >> 1) % versions.length];
          if (version === undefined) throw new Error("There is no book.");
          const former = documentsIn(corpus);
          // Half of the documents are replaced, the others are new.
          for (const [at, name] of [...former.keys()].entries()) {
            if (at % 2 === 1) rmSync(join(corpus, name));
          }
          const kept = documentsIn(corpus);
          const half = kill % 3 === 0 ? "reads" : "writes";
          const limit = Math.min(...durations.map((one) => one[half])) * Math.random();
          await importBook(version.book, corpus, { half, limit });
          const reading = await readCorpus(corpus);
          expect("error" in reading ? reading.error.map(inEnglish) : []).toEqual([]);
          const found = documentsIn(corpus);
          for (const [name, text] of found) {
            expect([kept.get(name), version.documents.get(name)]).toContain(text);
          }
          expect([...found.keys()]).toEqual(expect.arrayContaining([...kept.keys()]));
          counts.add([...found].filter(([name, text]) => kept.get(name) !== text).length);
        }
        const [version] = versions;
        if (version === undefined) throw new Error("There is no book.");
        await importBook(version.book, corpus);
        expect(documentsIn(corpus)).toEqual(version.documents);
        return counts;
      }),
    );
    // Otherwise no import was killed while it moved its documents into the corpus.
    expect(new Set(written.flatMap((counts) => [...counts])).size).toBeGreaterThan(2);
    note("kills of a whole import, after which the corpus loads", kills);
  });
});

/** The two halves of an import: the reading and checking of documents, and their writing. */
type Half = "reads" | "writes";

/** Imports a book in which each chapter says the same of its lamp. Returns its documents, and how long it took. */
async function importedVersion(words: string) {
  const chapter = (at: number) =>
    `# Chapter ${at}\n\n${`The lamp of chapter ${at} was ${words}.\n\n`.repeat(3)}`;
  const book = await createFolder({
    "book.md": Array.from({ length: 60 }, (_, at) => chapter(at)).join(""),
  });
  const corpus = await createFolder({ "a.md": "The lamp was lit.\n" });
  const duration = await importBook(book, corpus);
  return { book, duration, documents: documentsIn(corpus) };
}

/** Returns the documents in a corpus that come from a book, by their file names. */
function documentsIn(corpus: string): ReadonlyMap<string, string> {
  const names = readdirSync(corpus).filter((name) => /^book.*\.md$/.test(name));
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(corpus, name), "utf8")]));
}

/**
 * Imports a book into a corpus, in a process of its own. Kills the process so long after a half began, in milliseconds.
 * Returns how long each half took.
 */
async function importBook(
  book: string,
  corpus: string,
  killed?: { readonly half: Half; readonly limit: number },
): Promise<Readonly<Record<Half, number>>> {
  const args = ["corpus", "import", "book.md", "--into", corpus, "--split", "heading", "--force"];
  const child = spawn(process.execPath, [resolve("bin/ibid.js"), ...args], {
    cwd: book,
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  const writing = new AbortController();
  void ended.then(() => writing.abort());
  const killAfter = (half: Half) => {
    if (killed?.half !== half) return;
    const timer = globalThis.setTimeout(() => child.kill("SIGKILL"), killed.limit);
    void ended.then(() => clearTimeout(timer));
  };
  /** Resolves at the first change in a folder, with the name that has changed. */
  const changeIn = async (folder: string, prefix = "") => {
    for await (const { filename } of watch(folder, { signal: writing.signal })) {
      if (filename?.startsWith(prefix)) return filename;
    }
    return "";
  };
  const staging = join(corpus, await changeIn(corpus, ".import-"));
  const start = performance.now();
  killAfter("reads");
  await changeIn(staging).catch(() => {});
  const middle = performance.now();
  killAfter("writes");
  await ended;
  return { reads: middle - start, writes: performance.now() - middle };
}

test("answers while the corpus is reloaded again and again", async () => {
  const documents = isLong ? 10_000 : 20;
  const duration = isLong ? 60_000 : 1500;
  const written = () => `Written at ${Date.now()}.\n`;
  const paper = (at: number) =>
    Array.from(
      { length: isLong ? 8 : 1 },
      (_, line) => `On night ${at} entry ${line} was made.`,
    ).join("\n\n");
  const folder = await createFolder({
    "live.md": written(),
    ...Object.fromEntries(
      Array.from({ length: documents }, (_, at) => [`d${at}.md`, `${paper(at)}\n`]),
    ),
  });
  const watching = new AbortController();
  onTestFinished(() => watching.abort());
  const reloading = await openReloadingLibrary(folder, {
    watchUntil: watching.signal,
    isThreaded: true,
  });
  if ("error" in reloading) throw new Error(JSON.stringify(reloading.error));
  let reloads = 0;
  reloading.subscribe(({ kind }) => {
    if (kind === "replaced") reloads += 1;
  });
  const bot = createBot(commands, () => ({ ...context, ...reloading.current() }));
  const handler = createInteractionHandler(bot);
  const { log } = createLog();
  const begun = Date.now();
  const writer = setInterval(() => writeFileSync(join(folder, "live.md"), written()), 50);
  onTestFinished(() => clearInterval(writer));

  const latencies: number[] = [];
  let oldest = 0;
  async function answerDueAt(due: number): Promise<void> {
    const asked = parseAnswerable(slashCommand("quote", { passage: "live¶1" }));
    const { response } = await handler.answer({ ...asked, userId: String(due) }, log);
    latencies.push(performance.now() - due);
    const stamp = /Written at (\d+)/.exec(JSON.stringify(response))?.[1];
    // Until the first change, the words are not old, whenever they were written.
    if (stamp !== undefined) oldest = Math.max(oldest, Date.now() - Math.max(Number(stamp), begun));
  }
  const answering: Promise<void>[] = [];
  const start = performance.now();
  // Each answer is due at its own time, so a stall delays all that are due in it.
  for (let due = start; due < start + duration; due += 5) {
    const wait = due - performance.now();
    if (wait > 0) await setTimeout(wait);
    answering.push(answerDueAt(due));
  }
  await Promise.all(answering);
  clearInterval(writer);
  latencies.sort((a, b) => a - b);
  const p99 = latencies[Math.floor(latencies.length * 0.99)] ?? 0;
  expect(oldest).toBeGreaterThan(0);
  note(`answers during ${reloads} reloads of ${documents} documents`, latencies.length);
  note("p99 of these", `${Math.round(p99)} ms`);
  note("the oldest words among these", `${(oldest / 1000).toFixed(1)} s`);
});

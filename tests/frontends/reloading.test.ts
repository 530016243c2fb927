import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { APIMessage } from "discord-api-types/v10";
import { afterEach, describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { english, message } from "../../src/catalogue/catalogue.ts";
import { createBot } from "../../src/command/bot.ts";
import { startGateway } from "../../src/frontends/gateway/gateway.ts";
import { describeReload, logReload } from "../../src/frontends/reload-messages.ts";
import type { Subscribe } from "../../src/loading/hot-reload.ts";
import { messageAfter, offersOf, textOf } from "../discord/ask.ts";
import { startFakeDiscord, TOKEN } from "../discord/fake-discord.ts";
import { type OptionValues, slashCommand } from "../discord/payloads.ts";
import { inEnglish } from "../in-english.ts";
import { context } from "../library.ts";
import { openReloading, recordEvents } from "../loading/open-reloading.ts";
import { createLog, startTestEndpoint } from "./serving.ts";

const FILES = {
  "topics.yaml": "light: { label: The light }\n",
  "log.md": "The light was lit.\n\nThe light went out.\n\nThe light came back.\n",
};

/** A document with a date that cannot be parsed. */
const INVALID = "---\ndate: soon\n---\n\nThe light was lit.\n";

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function openReloadingBot() {
  const { folder, reloading } = await openReloading(FILES);
  const bot = createBot(commands, () => ({ ...context, ...reloading.current() }));
  return { bot, reloading, at: (path: string) => join(folder, path) };
}

describe("in Discord, a button of an earlier answer", () => {
  async function connect() {
    const { bot, reloading, at } = await openReloadingBot();
    const discord = await startFakeDiscord();
    open.push(discord.close);
    const gateway = await startGateway(
      bot,
      { token: TOKEN, api: discord.api },
      { log: createLog().log },
    );
    if ("error" in gateway) throw new Error(inEnglish(gateway.error));
    open.unshift(gateway.close);

    async function answerTo(name: string, options: OptionValues) {
      return messageAfter(await discord.send(slashCommand(name, options)), "guild");
    }
    async function click(message: APIMessage, label: string) {
      const offer = offersOf(message).find((one) => one.label === label);
      if (offer === undefined) throw new Error(`There is no ${label}.`);
      return textOf(messageAfter(await discord.send(offer.interaction), "guild", message));
    }
    return { at, discord, answerTo, click, ...recordEvents(reloading) };
  }

  test("answers from the current corpus", async () => {
    const { at, discord, eventAfter, answerTo, click } = await connect();
    const quotation = await answerTo("quote", { topic: "light" });
    expect(textOf(quotation)).toContain("The light was lit.");
    await eventAfter(() =>
      writeFileSync(at("log.md"), "The light was lit.\n\nThe light went out at two.\n"),
    );
    expect(await click(quotation, "Another")).toContain("The light went out at two.");
    expect(discord.problems).toEqual([]);
  });

  test("is answered with a notice if its passage no longer exists", async () => {
    const { at, discord, eventAfter, answerTo, click } = await connect();
    const quotation = await answerTo("quote", { passage: "log#3" });
    expect(textOf(quotation)).toContain("The light came back.");
    await eventAfter(() => writeFileSync(at("log.md"), "The light was lit.\n"));
    expect(await click(quotation, "In context")).toContain("“log¶3” is not the address");
    await eventAfter(() => {
      writeFileSync(at("diary.md"), "Fog.\n");
      rmSync(at("log.md"));
    });
    expect(await click(quotation, "In context")).toContain("No passage has the address “log¶3”.");
    expect(discord.problems).toEqual([]);
  });
});

describe("by HTTP", () => {
  test("metrics show the current corpus, and count its reloads by outcome", async () => {
    const { bot, reloading, at } = await openReloadingBot();
    const { library } = reloading.current();
    const { eventAfter } = recordEvents(reloading);
    let notify: Parameters<Subscribe>[0] = () => {};
    const subscribe: Subscribe = (listener) => {
      notify = listener;
    };
    const { get, ask, log } = await startTestEndpoint({
      openBot: async () => ({ bot, library, subscribe }),
    });
    expect(await get("/metrics")).toMatch(/^ibid_corpus_passages 3$/m);

    notify(await eventAfter(() => writeFileSync(at("log.md"), "The light was lit.\n")));
    notify(await eventAfter(() => writeFileSync(at("log.md"), INVALID)));
    notify(await eventAfter(() => writeFileSync(at("log.md"), "The light was lit.\n")));
    const metrics = await get("/metrics");
    expect(metrics).toMatch(/^ibid_corpus_passages 1$/m);
    for (const outcome of ["replaced", "refused", "unchanged"]) {
      expect(metrics).toContain(`ibid_corpus_reloads_total{outcome="${outcome}"} 1\n`);
    }
    expect(log.alarms()).toMatchObject([
      { level: 40, problems: [expect.stringContaining("log.md:2")] },
    ]);
    const about = textOf(messageAfter(await ask(slashCommand("about")), "guild"));
    expect(about).not.toContain("Last change");
  });
});

describe("the operator", () => {
  const PROBLEM = {
    path: "a.md",
    line: 2,
    message: message("problem.not-utf8"),
    remedy: message("remedy.not-utf8"),
  };
  const error = new Error("ENOSPC: no watches are left");

  test.each([
    ["nothing if nothing has changed", { kind: "unchanged" }, [], []],
    [
      "every problem of a corpus that does not load",
      { kind: "refused", problems: [PROBLEM] },
      [expect.stringMatching(/^a\.md:2/), expect.stringContaining("does not load: 1 problem.")],
      [40],
    ],
    [
      "why the corpus could not be read",
      { kind: "failed", error },
      [expect.stringContaining("could not be read (ENOSPC: no watches are left).")],
      [50],
    ],
    [
      "that changes are no longer noticed",
      { kind: "unwatched", error },
      [
        expect.stringContaining(
          "no longer notices changes to the corpus (ENOSPC: no watches are left).",
        ),
      ],
      [40],
    ],
    [
      "the size of the new corpus",
      { kind: "replaced", library: context.library },
      [expect.stringMatching(/new version, with 27 documents\.$/)],
      [30],
    ],
    ["nothing if the corpus has been saved", { kind: "saved", warnings: [] }, [], []],
    [
      "why the corpus has not been kept",
      { kind: "saved", warnings: [message("index.damaged", { cache: "here" })] },
      [expect.stringContaining("here")],
      [40],
    ],
  ] as const)("learns %s", (_, event, lines, levels) => {
    const { log, lines: logged } = createLog();
    logReload(log, english, event);
    expect(describeReload(event).map(inEnglish)).toEqual(lines);
    expect(logged.map((line) => JSON.parse(line).level)).toEqual(levels);
  });
});

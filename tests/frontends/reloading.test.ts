import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { APIMessage } from "discord-api-types/v10";
import { afterEach, describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/command/bot.ts";
import { startGateway } from "../../src/frontends/gateway/gateway.ts";
import { describeReload, logReload } from "../../src/frontends/reload-messages.ts";
import type { Follow } from "../../src/loading/hot-reload.ts";
import { messageAfter, offersOf, textOf } from "../discord/asking.ts";
import { startFakeDiscord, TOKEN } from "../discord/fake-discord.ts";
import { type Options, slashCommand } from "../discord/payloads.ts";
import { context } from "../library.ts";
import { hearing, lived } from "../loading/reloading-library.ts";
import { createLog, served } from "./serving.ts";

const FILES = {
  "topics.yaml": "light: { label: The light }\n",
  "log.md": "The light was lit.\n\nThe light went out.\n\nThe light came back.\n",
};

const BAD = "---\ndate: soon\n---\n\nThe light was lit.\n";

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function livingBot() {
  const { folder, living } = await lived(FILES);
  const bot = createBot(commands, () => ({ ...context, ...living.now() }));
  return { bot, living, at: (path: string) => join(folder, path) };
}

describe("in Discord, a button of an earlier answer", () => {
  async function connected() {
    const { bot, living, at } = await livingBot();
    const discord = await startFakeDiscord();
    open.push(discord.close);
    const gateway = await startGateway(bot, { token: TOKEN, api: discord.api }, createLog().log);
    if ("error" in gateway) throw new Error(gateway.error);
    open.unshift(gateway.close);

    async function answerTo(name: string, options: Options) {
      return messageAfter(await discord.send(slashCommand(name, options)), "guild");
    }
    async function press(message: APIMessage, label: string) {
      const offer = offersOf(message).find((one) => one.label === label);
      if (offer === undefined) throw new Error(`There is no ${label}.`);
      return textOf(messageAfter(await discord.send(offer.interaction), "guild", message));
    }
    return { at, discord, answerTo, press, ...hearing(living) };
  }

  test("leads to what stands in the corpus as it is now", async () => {
    const { at, discord, newsAfter, answerTo, press } = await connected();
    const quotation = await answerTo("quote", { topic: "light" });
    expect(textOf(quotation)).toContain("The light was lit.");
    await newsAfter(() =>
      writeFileSync(at("log.md"), "The light was lit.\n\nThe light went out at two.\n"),
    );
    expect(await press(quotation, "Another")).toContain("The light went out at two.");
    expect(discord.problems).toEqual([]);
  });

  test("gets a notice where its passage is gone", async () => {
    const { at, discord, newsAfter, answerTo, press } = await connected();
    const quotation = await answerTo("quote", { passage: "log#3" });
    expect(textOf(quotation)).toContain("The light came back.");
    await newsAfter(() => writeFileSync(at("log.md"), "The light was lit.\n"));
    expect(await press(quotation, "In context")).toContain("“log¶3” is not the address");
    await newsAfter(() => {
      writeFileSync(at("diary.md"), "Fog.\n");
      rmSync(at("log.md"));
    });
    expect(await press(quotation, "In context")).toContain("No passage has the address “log¶3”.");
    expect(discord.problems).toEqual([]);
  });
});

describe("by HTTP", () => {
  test("metrics follow the corpus, and count what came of its changes", async () => {
    const { bot, living, at } = await livingBot();
    const { library } = living.now();
    const { newsAfter } = hearing(living);
    let tell: Parameters<Follow>[0] = () => {};
    const follow: Follow = (listener) => {
      tell = listener;
    };
    const { get, ask, log } = await served({ opening: async () => ({ bot, library, follow }) });
    expect(await get("/metrics")).toMatch(/^ibid_corpus_passages 3$/m);

    tell(await newsAfter(() => writeFileSync(at("log.md"), "The light was lit.\n")));
    tell(await newsAfter(() => writeFileSync(at("log.md"), BAD)));
    tell(await newsAfter(() => writeFileSync(at("log.md"), "The light was lit.\n")));
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

describe("who runs Ibid", () => {
  const error = new Error("ENOSPC: no watches are left");

  test.each([
    ["nothing of what changed nothing", { kind: "unchanged" }, [], []],
    [
      "every problem of what does not load",
      { kind: "refused", problems: [{ path: "a.md", line: 2, message: "No.", remedy: "Yes." }] },
      [expect.stringMatching(/^a\.md:2/), expect.stringContaining("does not load: 1 problem.")],
      [40],
    ],
    [
      "what kept it from being read",
      { kind: "failed", error },
      [expect.stringContaining("could not be read (ENOSPC: no watches are left).")],
      [50],
    ],
    [
      "that nothing is noticed any more",
      { kind: "unwatched", error },
      [expect.stringContaining("not noticed any more (ENOSPC: no watches are left).")],
      [40],
    ],
    [
      "what the corpus is now",
      { kind: "replaced", library: context.library, remarks: ["It is not kept."] },
      ["It is not kept.", expect.stringMatching(/as it is now: 27 documents\.$/)],
      [30],
    ],
  ] as const)("is told %s", (_, news, lines, levels) => {
    const { log, lines: logged } = createLog();
    logReload(log, news);
    expect(describeReload(news)).toEqual(lines);
    expect(logged.map((line) => JSON.parse(line).level)).toEqual(levels);
  });
});

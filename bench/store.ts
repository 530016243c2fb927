import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { commands } from "../commands/index.ts";
import { readStyles } from "../src/cite/read-styles.ts";
import { preferStyle } from "../src/cite/style.ts";
import { createBot } from "../src/command/bot.ts";
import type { StoreConfig } from "../src/config.ts";
import { readCorpus } from "../src/corpus/read.ts";
import { createInteractionHandler } from "../src/frontends/handle-interaction.ts";
import { quantile } from "../src/import/shared/quantile.ts";
import { createLibrary } from "../src/search/library.ts";
import { createStore } from "../src/store/store.ts";
import { parseAnswerable } from "../tests/discord/ask.ts";
import { ASKER, autocomplete, GUILD_ID, slashCommand } from "../tests/discord/payloads.ts";
import { hasPostgres, startPostgres } from "../tests/store/postgres.ts";
import { tableOf } from "./report.ts";
import { writeSection } from "./results.ts";

const ROUNDS = 300;
const WARM_UP = 60;
const QUESTIONS = [
  ["/quote topic:drills", slashCommand("quote", { topic: "drills" })],
  ["/search query:pompeo summit", slashCommand("search", { query: "pompeo summit" })],
  ["/cite passage:…", slashCommand("cite", { passage: "2019-08-05-kim-to-trump¶b" })],
  ["completing topic:dr", autocomplete("quote", { topic: "dr" }, "topic")],
] as const;

/** Measures what it costs to read settings for an answer, from a file and from PostgreSQL on the same machine. */
async function benchStore(): Promise<void> {
  const reading = await readCorpus("corpus");
  if ("error" in reading) throw new Error("The shipped corpus does not load.");
  const library = createLibrary(reading.corpus, new Date());
  const styles = preferStyle("chicago", (await readStyles("styles")).styles);
  const context = { library, styles, day: 20_000, now: 20_000 * 86_400_000, posts: false, seed: 1 };
  const bot = createBot(commands, () => context);
  const [load = 0] = loadavg();
  const folder = mkdtempSync(join(tmpdir(), "ibid-bench-"));
  const server = hasPostgres ? await startPostgres() : undefined;
  const rows: string[][] = [];
  try {
    const configs: readonly (readonly [string, StoreConfig])[] = [
      ["SQLite file", { kind: "file", path: join(folder, "store.sqlite") }],
      ...(server ? ([["PostgreSQL", { kind: "postgres", url: server.url }]] as const) : []),
    ];
    for (const [storeName, config] of configs) {
      const store = createStore(config);
      const seen = undefined;
      await store.apply([
        { kind: "settings", level: "user", id: ASKER.id, settings: { style: "chicago" }, seen },
        { kind: "settings", level: "server", id: GUILD_ID, settings: { style: "chicago" }, seen },
      ]);
      const log = pino({ level: "silent" });
      const without = createInteractionHandler(bot, { defers: true });
      const beside = createInteractionHandler(bot, { store, defers: true });
      for (const [line, asked] of QUESTIONS) {
        const times = { without: [] as number[], beside: [] as number[] };
        for (let round = 0; round < WARM_UP + ROUNDS; round++) {
          // Alternating, so that other load on the machine affects both alike.
          for (const [key, handler] of [
            ["without", without],
            ["beside", beside],
          ] as const) {
            const interaction = parseAnswerable(asked);
            const start = performance.now();
            await handler.answer(interaction, log);
            if (round >= WARM_UP) times[key].push(performance.now() - start);
          }
        }
        const cells = [0.5, 0.99].flatMap((q) => {
          const [with_, bare] = [quantile(times.beside, q), quantile(times.without, q)];
          return [`${with_.toFixed(2)} ms`, `${bare.toFixed(2)} ms`, (with_ / bare).toFixed(2)];
        });
        rows.push([storeName, line, ...cells]);
      }
      await store.close();
    }
  } finally {
    await server?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  await writeSection("The store", "npm run bench:store", [
    `An answer with a store from which the settings of its user and its server are read, beside the same answer without a store, ${ROUNDS.toLocaleString("en")} times each in turns, without Discord. The settings change nothing in the answer. PostgreSQL runs on the same machine. When it began, the machine’s load was ${load.toFixed(1)} on ${cpus().length} cores.`,
    tableOf(["store", "answer", "p50", "without", "ratio", "p99", "without", "ratio"], rows),
  ]);
}

await benchStore();

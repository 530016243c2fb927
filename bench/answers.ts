import { Client, Events } from "discord.js";
import { pino } from "pino";
import { commands } from "../commands/index.ts";
import { english } from "../src/catalogue/catalogue.ts";
import { readStyles } from "../src/cite/read-styles.ts";
import { preferStyle } from "../src/cite/style.ts";
import { createBot } from "../src/command/bot.ts";
import { readCorpus } from "../src/corpus/read.ts";
import { startGateway } from "../src/frontends/gateway/gateway.ts";
import { quantile } from "../src/import/shared/quantile.ts";
import { createLibrary } from "../src/search/library.ts";
import { slashCommand } from "../tests/discord/payloads.ts";
import { startLoopbackDiscord } from "./loopback-discord.ts";
import { printTable } from "./report.ts";

const ROUNDS = 1000;
const WARM_UP = 200;
const TOKEN = [btoa("1"), "fake", "token"].join(".");
const INTERACTIONS = [
  ["/quote topic:drills", slashCommand("quote", { topic: "drills" })],
  ["/letter date:2019-08-05", slashCommand("letter", { date: "2019-08-05" })],
  ["/search query:pompeo summit", slashCommand("search", { query: "pompeo summit" })],
  ["/timeline", slashCommand("timeline", {})],
  ["/verify, exact", slashCommand("verify", { text: "no changed outcome can be anticipated" })],
  [
    "/verify, altered",
    slashCommand("verify", {
      text: "until these are eliminated, some changed outcome can be anticipated",
    }),
  ],
] as const;

/** Measures the time from interaction to answer over a loopback Discord: Ibid beside a bot that answers a constant. */
export async function benchAnswers(): Promise<void> {
  const reading = await readCorpus("corpus");
  if ("error" in reading) throw new Error("The shipped corpus does not load.");
  const library = createLibrary(reading.corpus, new Date());
  const { styles: all } = await readStyles("styles");
  const styles = preferStyle("chicago", all);
  const bot = createBot(commands, () => ({
    library,
    styles,
    day: 20_000,
    now: 20_000 * 86_400_000,
    posts: false,
    seed: 1,
  }));

  const ours = await startLoopbackDiscord();
  const theirs = await startLoopbackDiscord();
  const gateway = await startGateway(
    bot,
    { token: TOKEN, api: ours.api },
    { log: pino({ level: "silent" }) },
  );
  if ("error" in gateway) throw new Error(english.format(gateway.error));
  const bareBot = new Client({ intents: [], rest: { api: theirs.api } });
  bareBot.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply("A constant.");
  });
  await bareBot.login(TOKEN);

  let id = 1;
  const rows = [];
  for (const [name, interaction] of INTERACTIONS) {
    const times = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      // Alternating, so that other load on the machine affects both alike.
      const own = await ours.answerTime({ ...interaction, id: String(id++) });
      const other = await theirs.answerTime({ ...interaction, id: String(id++) });
      if (round < WARM_UP) continue;
      times.ours.push(own);
      times.bare.push(other);
    }
    rows.push([
      name,
      ...[0.5, 0.99].flatMap((q) => {
        const own = quantile(times.ours, q);
        const other = quantile(times.bare, q);
        return [`${own.toFixed(2)} ms`, `${other.toFixed(2)} ms`, (own / other).toFixed(2)];
      }),
    ]);
  }
  printTable(
    ["from interaction to answer", "p50", "bare bot", "ratio", "p99", "bare bot", "ratio"],
    rows,
  );
  await gateway.close();
  await bareBot.destroy();
  ours.close();
  theirs.close();
}

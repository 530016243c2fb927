import process from "node:process";
import { fileURLToPath } from "node:url";
import { inspect, parseArgs } from "node:util";
import { configDotenv } from "dotenv";
import { commands } from "../commands/index.ts";
import { prepareCitations } from "./cite/prepare.ts";
import { readStyles } from "./cite/read-styles.ts";
import { stylesPreferring } from "./cite/style.ts";
import { type Bot, createBot } from "./command/bot.ts";
import { LARGEST_SEED } from "./command/chance.ts";
import { configOf, type DiscordConfig } from "./config.ts";
import { dayOf } from "./corpus/date.ts";
import { type Problem, problemLine } from "./corpus/problem.ts";
import { readCorpus } from "./corpus/read.ts";
import { createProgressLine } from "./frontends/progress-line.ts";
import { createConversation, runTerminal, styleOf } from "./frontends/terminal.ts";
import { openLibrary } from "./opening/open-library.ts";
import { printable } from "./reply/text.ts";
import { counted } from "./reply/wording.ts";

const USAGE = `Usage:
  npm start                                  answer in Discord, or here without DISCORD_TOKEN
  npm start --silent -- /quote topic:drills  answer once
  npm start --silent -- --json /about        the same as one line of JSON
  npm run corpus:check                       check the corpus`;

/** Where citation styles are, Ibid’s own and those that are added. */
const STYLES = fileURLToPath(new URL("../styles", import.meta.url));

process.stdout.on("error", (error) => {
  // A reader that has seen enough, such as `head`, closes the pipe.
  if (!("code" in error && error.code === "EPIPE")) throw error;
  process.exit();
});
process.exitCode = await main();

async function main(): Promise<number> {
  const asked = argumentsGiven();
  if (asked === undefined || asked.values.help) {
    say(USAGE);
    return asked === undefined ? 2 : 0;
  }
  configDotenv({ quiet: true });
  const { styles, problems } = await readStyles(STYLES);
  complain(problems.map(problemLine));
  const config = configOf(
    process.env,
    styles.map(({ name }) => name),
  );
  if ("problems" in config) return failed(config.problems);

  const line = createProgressLine(process.stderr, () => performance.now());
  if (asked.values.check) {
    const reading = await readCorpus(config.corpus, line.show).finally(line.end);
    complain(reading.advice.map(problemLine));
    if ("problems" in reading) return failed(unloadable(config.corpus, reading.problems));
    const { documents } = reading.corpus;
    say(`The corpus loads: ${counted(documents.length, "document")} in ${config.corpus}.`);
    return 0;
  }

  const { corpus: folder, cache } = config;
  const opened = await openLibrary(folder, {
    ...(cache !== undefined && { cache }),
    progress: line.show,
  }).finally(line.end);
  if ("problems" in opened) return failed(unloadable(folder, opened.problems));
  const { library, remarks } = opened;
  complain(remarks);

  const inUse = stylesPreferring(config.citationStyle, styles);
  const contextNow = () => ({
    library,
    styles: inUse,
    day: dayOf(Date.now()),
    seed: Math.floor(Math.random() * LARGEST_SEED),
  });
  const bot = createBot(commands, contextNow, config);
  const json = asked.values.json === true;
  const question = asked.positionals.join(" ");
  if (question !== "") {
    const style = () => styleOf(process.stdout);
    const answer = createConversation(bot, { json, style, report }).answer(question);
    say(answer?.text ?? USAGE);
    return answer === undefined || answer.isNotice ? 1 : 0;
  }
  // Questions are answered meanwhile, and the first citation does what is left of it at once.
  prepareCitations(inUse.preferred).catch(report);
  if (config.discord !== undefined && !json) {
    return connected(bot, config.discord, config.logLevel);
  }
  if (!json) {
    complain([
      "DISCORD_TOKEN is not set, so Ibid answers here. /help lists the commands, Tab completes, Ctrl-D ends.",
    ]);
  }
  await runTerminal(bot, { input: process.stdin, output: process.stdout, json, report });
  return 0;
}

/** Every problem of a corpus, and that it does not load. */
function unloadable(folder: string, problems: readonly Problem[]): readonly string[] {
  return [
    ...problems.map(problemLine),
    `The corpus in ${folder} does not load: ${counted(problems.length, "problem")}.`,
  ];
}

/** Answers in Discord until the process is told to end, or Discord ends the connection. */
async function connected(bot: Bot, discord: DiscordConfig, level: string): Promise<number> {
  // Loaded only when needed: the terminal starts faster without discord.js.
  const [{ startGateway }, { pino }] = await Promise.all([
    import("./frontends/gateway.ts"),
    import("pino"),
  ]);
  const log = pino({ level }, pino.destination({ fd: process.stderr.fd, sync: true }));
  const gateway = await startGateway(bot, discord, log);
  if ("problem" in gateway) return failed([gateway.problem]);
  const told = new Promise<undefined>((resolve) => {
    process.once("SIGINT", () => resolve(undefined));
    process.once("SIGTERM", () => resolve(undefined));
  });
  const lost = await Promise.race([told, gateway.lost]);
  log.info("Closing the connection to Discord.");
  await gateway.close();
  return lost === undefined ? 0 : failed([lost]);
}

function argumentsGiven() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        check: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch {
    return undefined;
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${printable(line)}\n`);
}

function report(error: unknown): void {
  complain([inspect(error)]);
}

function failed(lines: readonly string[]): number {
  complain(lines);
  return 1;
}

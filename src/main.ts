import process from "node:process";
import { fileURLToPath } from "node:url";
import { inspect, parseArgs } from "node:util";
import { configDotenv } from "dotenv";
import type { Logger } from "pino";
import { commands } from "../commands/index.ts";
import { prepareCitations } from "./cite/prepare.ts";
import { readStyles } from "./cite/read-styles.ts";
import { type Styles, stylesPreferring } from "./cite/style.ts";
import { type Bot, createBot } from "./command/bot.ts";
import { LARGEST_SEED } from "./command/chance.ts";
import { type Config, configOf, type DiscordConfig, type EndpointConfig } from "./config.ts";
import { dayOf } from "./corpus/date.ts";
import { type Problem, problemLine } from "./corpus/problem.ts";
import { readCorpus } from "./corpus/read.ts";
import type { HttpServer } from "./frontends/http-server.ts";
import { createProgressLine } from "./frontends/progress-line.ts";
import type { Opened } from "./frontends/start-endpoint.ts";
import { createConversation, runTerminal, styleOf } from "./frontends/terminal.ts";
import { openLibrary } from "./opening/open-library.ts";
import { printable } from "./reply/text.ts";
import { counted } from "./reply/wording.ts";

const USAGE = `Usage:
  npm start                                  answer in Discord, or here without a token or public key
  npm start -- --no-page                     answer here without the preview page
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

  if (asked.values.check) return checked(config.corpus);

  const inUse = stylesPreferring(config.citationStyle, styles);
  const open = () => opened(config, inUse);
  // Questions are answered meanwhile, and the first citation does what is left of it at once.
  const prepare = () => {
    prepareCitations(inUse.preferred).catch(report);
  };
  const json = asked.values.json === true;
  const question = asked.positionals.join(" ");
  if (config.endpoint !== undefined && question === "" && !json) {
    return served(() => open().finally(prepare), config, config.endpoint);
  }

  const ready = await open();
  if ("problems" in ready) return failed(ready.problems);
  const { bot } = ready;
  if (question !== "") {
    const style = () => styleOf(process.stdout);
    const answer = createConversation(bot, { json, style, report }).answer(question);
    say(answer?.text ?? USAGE);
    return answer === undefined || answer.isNotice ? 1 : 0;
  }
  prepare();
  if (config.discord !== undefined && !json) {
    return connected(bot, config.discord, config.logLevel);
  }
  if (!json) {
    complain([
      "DISCORD_TOKEN is not set, so Ibid answers here. /help lists the commands, Tab completes, Ctrl-D ends.",
    ]);
  }
  const hasPage = !json && (asked.values.page ?? process.stdin.isTTY === true);
  const page = hasPage ? await servedPage(bot, config) : undefined;
  await runTerminal(bot, { input: process.stdin, output: process.stdout, json, report });
  await page?.close();
  return 0;
}

async function checked(folder: string): Promise<number> {
  const line = createProgressLine(process.stderr, () => performance.now());
  const reading = await readCorpus(folder, line.show).finally(line.end);
  complain(reading.advice.map(problemLine));
  if ("problems" in reading) return failed(unloadable(folder, reading.problems));
  say(`The corpus loads: ${counted(reading.corpus.documents.length, "document")} in ${folder}.`);
  return 0;
}

/** The bot over the corpus, or why there is none. */
async function opened(config: Config, styles: Styles): Promise<Opened> {
  const { corpus: folder, cache } = config;
  const line = createProgressLine(process.stderr, () => performance.now());
  const opening = await openLibrary(folder, {
    ...(cache !== undefined && { cache }),
    progress: line.show,
  }).finally(line.end);
  if ("problems" in opening) return { problems: unloadable(folder, opening.problems) };
  const { library, remarks } = opening;
  complain(remarks);
  const contextNow = () => ({
    library,
    styles,
    day: dayOf(Date.now()),
    seed: Math.floor(Math.random() * LARGEST_SEED),
  });
  return { bot: createBot(commands, contextNow, config), library };
}

/** Serves the preview page, and says where, or why there is none. */
async function servedPage(bot: Bot, { port, logLevel }: Config): Promise<HttpServer | undefined> {
  const [{ startPage }, log] = await Promise.all([
    import("./frontends/start-page.ts"),
    createLog(logLevel),
  ]);
  const page = await startPage(bot, port, log);
  if ("problem" in page) {
    complain([`${page.problem} So there is no preview page.`]);
    return undefined;
  }
  complain([`How Discord would show it: ${page.address}`]);
  return page;
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
  const [{ startGateway }, log] = await Promise.all([
    import("./frontends/gateway.ts"),
    createLog(level),
  ]);
  const gateway = await startGateway(bot, discord, log);
  if ("problem" in gateway) return failed([gateway.problem]);
  const lost = await Promise.race([toldToEnd(), gateway.lost]);
  log.info("Closing the connection to Discord.");
  await gateway.close();
  return lost === undefined ? 0 : failed([lost]);
}

/** Answers what Discord sends by HTTP, until the process is told to end. */
async function served(
  open: () => Promise<Opened>,
  { port, discord, logLevel }: Config,
  endpoint: EndpointConfig,
): Promise<number> {
  // Loaded only when needed: the terminal does without Hono.
  const [{ startEndpoint }, log] = await Promise.all([
    import("./frontends/start-endpoint.ts"),
    createLog(logLevel),
  ]);
  const server = await startEndpoint(open, { ...endpoint, port, discord, commands, log });
  if ("problems" in server) return failed(server.problems);
  await toldToEnd();
  log.info("Finishing the answers under way.");
  await server.close();
  return 0;
}

function toldToEnd(): Promise<undefined> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve(undefined));
    process.once("SIGTERM", () => resolve(undefined));
  });
}

async function createLog(level: string): Promise<Logger> {
  const { pino } = await import("pino");
  return pino({ level }, pino.destination({ fd: process.stderr.fd, sync: true }));
}

function argumentsGiven() {
  try {
    return parseArgs({
      allowPositionals: true,
      allowNegative: true,
      options: {
        json: { type: "boolean" },
        check: { type: "boolean" },
        page: { type: "boolean" },
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

import process from "node:process";
import { inspect, parseArgs } from "node:util";
import type { Logger } from "pino";
import { commands } from "../../commands/index.ts";
import { prepareCitations } from "../cite/processor.ts";
import { type Styles, stylesPreferring } from "../cite/style.ts";
import { type Bot, createBot } from "../command/bot.ts";
import { LARGEST_SEED } from "../command/seeded-random.ts";
import type { Config, DiscordConfig, EndpointConfig } from "../config.ts";
import { dayOf } from "../corpus/date.ts";
import type { HttpServer } from "../frontends/http/http-server.ts";
import type { Opened } from "../frontends/http/start-endpoint.ts";
import { logNews, newsLinesOf, unloadable } from "../frontends/reload-messages.ts";
import { complain, endWithReader, say } from "../frontends/terminal/output.ts";
import { createProgressLine, OPENING } from "../frontends/terminal/progress-line.ts";
import { createConversation, runTerminal, styleOf } from "../frontends/terminal/terminal.ts";
import { type LivingLibrary, openLivingLibrary } from "../loading/hot-reload.ts";
import { configured } from "./load-config.ts";

const USAGE = `Usage:
  npm start                                  answer in Discord, or here without a token or public key
  npm start -- --no-page                     answer here without the preview page
  npm start --silent -- /quote topic:drills  answer once
  npm start --silent -- --json /about        the same as one line of JSON
  npm run corpus -- --help                   import documents, and check the corpus`;

endWithReader();
const running = new AbortController();
process.exitCode = await main(running.signal).finally(() => running.abort());

async function main(signal: AbortSignal): Promise<number> {
  const asked = argumentsGiven();
  if (asked === undefined || asked.values.help) {
    say(USAGE);
    return asked === undefined ? 2 : 0;
  }
  const asks = await configured();
  if ("problems" in asks) return failed(asks.problems);
  const { config, styles } = asks;
  const inUse = stylesPreferring(config.citationStyle, styles);
  // Questions are answered meanwhile, and the first citation does what is left of it at once.
  const prepare = () => {
    prepareCitations(inUse.preferred).catch(report);
  };
  const json = asked.values.json === true;
  const question = asked.positionals.join(" ");
  const isTerminal = process.stdin.isTTY === true;
  const hasPage = !json && (asked.values.page ?? isTerminal);
  const isAlone = json || (config.endpoint === undefined && config.discord === undefined);
  // What is asked at once, or written down beforehand, is answered before anything changes.
  const goesOn = question === "" && (!isAlone || isTerminal || hasPage);
  const open = () => opened(config, inUse, config.isWatched && goesOn ? signal : undefined);
  if (config.endpoint !== undefined && question === "" && !json) {
    return served(() => open().finally(prepare), config, config.endpoint);
  }

  const ready = await open();
  if ("problems" in ready) return failed(ready.problems);
  const { bot, living } = ready;
  if (question !== "") {
    const style = () => styleOf(process.stdout);
    const answer = createConversation(bot, { json, style, report }).answer(question);
    say(answer?.text ?? USAGE);
    return answer === undefined || answer.isNotice ? 1 : 0;
  }
  prepare();
  if (config.discord !== undefined && !json) {
    return connected(ready, config.discord, config.logLevel);
  }
  if (!json) {
    complain([
      "DISCORD_TOKEN is not set, so Ibid answers here. /help lists the commands, Tab completes, Ctrl-D ends.",
    ]);
  }
  const page = hasPage ? await servedPage(bot, config) : undefined;
  await runTerminal(bot, {
    input: process.stdin,
    output: process.stdout,
    json,
    report,
    interrupted: (around) => living.follow((news) => around(() => complain(newsLinesOf(news)))),
  });
  await page?.close();
  return 0;
}

interface Problems {
  readonly problems: readonly string[];
}

interface Ready {
  readonly bot: Bot;
  readonly living: LivingLibrary;
}

/** The bot over the corpus, or why there is none. */
async function opened(
  { corpus: folder, cache, isPrivate }: Config,
  styles: Styles,
  watched: AbortSignal | undefined,
): Promise<Ready | Problems> {
  const line = createProgressLine(process.stderr, OPENING, () => performance.now());
  const living = await openLivingLibrary(folder, {
    ...(cache !== undefined && { cache }),
    watched,
    progress: line.show,
  }).finally(line.end);
  if ("problems" in living) return { problems: unloadable(folder, living.problems) };
  complain(living.remarks);
  const contextNow = () => ({
    ...living.now(),
    styles,
    day: dayOf(Date.now()),
    seed: Math.floor(Math.random() * LARGEST_SEED),
  });
  return { bot: createBot(commands, contextNow, { isPrivate }), living };
}

/** Serves the preview page, and says where, or why there is none. */
async function servedPage(bot: Bot, { port, logLevel }: Config): Promise<HttpServer | undefined> {
  const [{ startPage }, log] = await Promise.all([
    import("../frontends/preview/preview-server.ts"),
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

/** Answers in Discord until the process is told to end, or Discord ends the connection. */
async function connected(
  { bot, living }: Ready,
  discord: DiscordConfig,
  level: string,
): Promise<number> {
  // Loaded only when needed: the terminal starts faster without discord.js.
  const [{ startGateway }, log] = await Promise.all([
    import("../frontends/gateway/gateway.ts"),
    createLog(level),
  ]);
  const gateway = await startGateway(bot, discord, log);
  if ("problem" in gateway) return failed([gateway.problem]);
  living.follow((news) => logNews(log, news));
  const lost = await Promise.race([toldToEnd(), gateway.lost]);
  log.info("Closing the connection to Discord.");
  await gateway.close();
  return lost === undefined ? 0 : failed([lost]);
}

/** Answers what Discord sends by HTTP, until the process is told to end. */
async function served(
  open: () => Promise<Ready | Problems>,
  { port, discord, logLevel }: Config,
  endpoint: EndpointConfig,
): Promise<number> {
  // Loaded only when needed: the terminal does without Hono.
  const [{ startEndpoint }, log] = await Promise.all([
    import("../frontends/http/start-endpoint.ts"),
    createLog(logLevel),
  ]);
  async function opening(): Promise<Opened> {
    const ready = await open();
    if ("problems" in ready) return ready;
    const { bot, living } = ready;
    return { bot, library: living.now().library, follow: living.follow };
  }
  const server = await startEndpoint(opening, { ...endpoint, port, discord, commands, log });
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
        page: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch {
    return undefined;
  }
}

function report(error: unknown): void {
  complain([inspect(error)]);
}

function failed(lines: readonly string[]): number {
  complain(lines);
  return 1;
}

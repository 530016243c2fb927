import process from "node:process";
import { inspect, parseArgs } from "node:util";
import type { Logger } from "pino";
import { commands } from "../../commands/index.ts";
import { warmUpCitations } from "../cite/processor.ts";
import { preferStyle, type Styles } from "../cite/style.ts";
import { type Bot, createBot } from "../command/bot.ts";
import { MAX_SEED } from "../command/seeded-random.ts";
import type { Config, DiscordConfig, EndpointConfig } from "../config.ts";
import { dayOf } from "../corpus/date.ts";
import type { Result } from "../foundation/result.ts";
import type { HttpServer } from "../frontends/http/http-server.ts";
import type { OpenedBot } from "../frontends/http/start-endpoint.ts";
import { describeLoadFailure, describeReload, logReload } from "../frontends/reload-messages.ts";
import { exitOnClosedPipe, print, printErrors } from "../frontends/terminal/output.ts";
import { createProgressLine, OPENING_PROGRESS } from "../frontends/terminal/progress-line.ts";
import { createConversation, runTerminal, textStyleOf } from "../frontends/terminal/terminal.ts";
import { openReloadingLibrary, type ReloadingLibrary } from "../loading/hot-reload.ts";
import { loadConfig } from "./load-config.ts";

const USAGE = `Usage:
  npm start                                  answer in Discord, or here without a token or public key
  npm start -- --no-page                     answer here without the preview page
  npm start --silent -- /quote topic:drills  answer once
  npm start --silent -- --json /about        the same as one line of JSON
  npm run corpus -- --help                   import documents, and check the corpus`;

exitOnClosedPipe();
const running = new AbortController();
process.exitCode = await main(running.signal).finally(() => running.abort());

async function main(signal: AbortSignal): Promise<number> {
  const asked = parseArguments();
  if (asked === undefined || asked.values.help) {
    print(USAGE);
    return asked === undefined ? 2 : 0;
  }
  const asks = await loadConfig();
  if ("error" in asks) return reportFailure(asks.error);
  const { config, styles } = asks;
  const inUse = preferStyle(config.citationStyle, styles);
  // Questions are answered meanwhile, and the first citation does what is left of it at once.
  const prepare = () => {
    warmUpCitations(inUse.preferred).catch(report);
  };
  const json = asked.values.json === true;
  const question = asked.positionals.join(" ");
  const isTerminal = process.stdin.isTTY === true;
  const hasPage = !json && (asked.values.page ?? isTerminal);
  const isAlone = json || (config.endpoint === undefined && config.discord === undefined);
  // What is asked at once, or written down beforehand, is answered before anything changes.
  const goesOn = question === "" && (!isAlone || isTerminal || hasPage);
  const open = () => openBot(config, inUse, config.isWatched && goesOn ? signal : undefined);
  if (config.endpoint !== undefined && question === "" && !json) {
    return serveEndpoint(() => open().finally(prepare), config, config.endpoint);
  }

  const ready = await open();
  if ("error" in ready) return reportFailure(ready.error);
  const { bot, living } = ready;
  if (question !== "") {
    const style = () => textStyleOf(process.stdout);
    const answer = createConversation(bot, { json, style, report }).answer(question);
    print(answer?.text ?? USAGE);
    return answer === undefined || answer.isNotice ? 1 : 0;
  }
  prepare();
  if (config.discord !== undefined && !json) {
    return serveGateway(ready, config.discord, config.logLevel);
  }
  if (!json) {
    printErrors([
      "DISCORD_TOKEN is not set, so Ibid answers here. /help lists the commands, Tab completes, Ctrl-D ends.",
    ]);
  }
  const page = hasPage ? await servePreview(bot, config) : undefined;
  await runTerminal(bot, {
    input: process.stdin,
    output: process.stdout,
    json,
    report,
    interrupted: (around) =>
      living.follow((news) => around(() => printErrors(describeReload(news)))),
  });
  await page?.close();
  return 0;
}

interface Ready {
  readonly bot: Bot;
  readonly living: ReloadingLibrary;
}

/** The bot over the corpus, or why there is none. */
async function openBot(
  { corpus: folder, cache, isPrivate }: Config,
  styles: Styles,
  watched: AbortSignal | undefined,
): Promise<Result<Ready, readonly string[]>> {
  const line = createProgressLine(process.stderr, OPENING_PROGRESS, () => performance.now());
  const living = await openReloadingLibrary(folder, {
    ...(cache !== undefined && { cache }),
    watched,
    progress: line.show,
  }).finally(line.end);
  if ("error" in living) return { error: describeLoadFailure(folder, living.error) };
  printErrors(living.warnings);
  const contextNow = () => ({
    ...living.now(),
    styles,
    day: dayOf(Date.now()),
    seed: Math.floor(Math.random() * MAX_SEED),
  });
  return { bot: createBot(commands, contextNow, { isPrivate }), living };
}

/** Serves the preview page, and says where, or why there is none. */
async function servePreview(bot: Bot, { port, logLevel }: Config): Promise<HttpServer | undefined> {
  const [{ startPreview: startPage }, log] = await Promise.all([
    import("../frontends/preview/preview-server.ts"),
    createLog(logLevel),
  ]);
  const page = await startPage(bot, port, log);
  if ("error" in page) {
    printErrors([`${page.error} So there is no preview page.`]);
    return undefined;
  }
  printErrors([`How Discord would show it: ${page.address}`]);
  return page;
}

/** Answers in Discord until the process is told to end, or Discord ends the connection. */
async function serveGateway(
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
  if ("error" in gateway) return reportFailure([gateway.error]);
  living.follow((news) => logReload(log, news));
  const lost = await Promise.race([waitForSignal(), gateway.lost]);
  log.info("Closing the connection to Discord.");
  await gateway.close();
  return lost === undefined ? 0 : reportFailure([lost]);
}

/** Answers what Discord sends by HTTP, until the process is told to end. */
async function serveEndpoint(
  open: () => Promise<Result<Ready, readonly string[]>>,
  { port, discord, logLevel }: Config,
  endpoint: EndpointConfig,
): Promise<number> {
  // Loaded only when needed: the terminal does without Hono.
  const [{ startEndpoint }, log] = await Promise.all([
    import("../frontends/http/start-endpoint.ts"),
    createLog(logLevel),
  ]);
  async function opening(): Promise<OpenedBot> {
    const ready = await open();
    if ("error" in ready) return ready;
    const { bot, living } = ready;
    return { bot, library: living.now().library, follow: living.follow };
  }
  const server = await startEndpoint(opening, { ...endpoint, port, discord, commands, log });
  if ("error" in server) return reportFailure(server.error);
  await waitForSignal();
  log.info("Finishing the answers under way.");
  await server.close();
  return 0;
}

function waitForSignal(): Promise<undefined> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve(undefined));
    process.once("SIGTERM", () => resolve(undefined));
  });
}

async function createLog(level: string): Promise<Logger> {
  const { pino } = await import("pino");
  return pino({ level }, pino.destination({ fd: process.stderr.fd, sync: true }));
}

function parseArguments() {
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
  printErrors([inspect(error)]);
}

function reportFailure(lines: readonly string[]): number {
  printErrors(lines);
  return 1;
}

import { basename, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { inspect, parseArgs } from "node:util";
import type { Logger } from "pino";
import { commands, commandsFor } from "../../commands/index.ts";
import { type Message, message, type Translate } from "../catalogue/catalogue.ts";
import { warmUpCitations } from "../cite/processor.ts";
import { preferStyle, type Style, type Styles } from "../cite/style.ts";
import { type Bot, createBot } from "../command/bot.ts";
import type { Config, DiscordConfig, EndpointConfig } from "../config.ts";
import { dayInZone, dayOf } from "../corpus/date.ts";
import { prepareEnglishDays } from "../corpus/dates/coming-day.ts";
import { isMissingPackage } from "../foundation/errors.ts";
import type { Result } from "../foundation/result.ts";
import { MAX_SEED } from "../foundation/seeded-random.ts";
import type { HttpServer } from "../frontends/http/http-server.ts";
import type { Metrics } from "../frontends/http/metrics.ts";
import { rehearse } from "../frontends/rehearse.ts";
import { describeLoadFailure, describeReload, logReload } from "../frontends/reload-messages.ts";
import { print, printErrors, printLine } from "../frontends/terminal/output.ts";
import { createProgressLine, OPENING_PROGRESS } from "../frontends/terminal/progress-line.ts";
import {
  createConversation,
  type ReportError,
  runTerminal,
  textStyleOf,
} from "../frontends/terminal/terminal.ts";
import { columnWidth, padToColumns } from "../language/columns.ts";
import { monthNumbers } from "../language/date-words.ts";
import { localCommandName } from "../language/translation/local-names.ts";
import { openReloadingLibrary, type ReloadingLibrary } from "../loading/hot-reload.ts";
import { escapeControls } from "../reply/json.ts";
import { createLazyStore } from "../store/lazy-store.ts";
import type { KeptStore } from "../store/store.ts";
import type { Host } from "./host.ts";
import { inConfiguredLanguage, loadConfig } from "./load-config.ts";

/** Runs Ibid until it ends. Returns the exit code. */
export async function main(host: Host): Promise<number> {
  const running = new AbortController();
  return run(host, running).finally(() => running.abort());
}

/** Runs Ibid. Aborting `running` stops all that goes on in the background. */
async function run(given: Host, running: AbortController): Promise<number> {
  const host = await inConfiguredLanguage(given);
  const { signal } = running;
  const args = parseArguments(host.args);
  if (args === undefined || args.help) {
    print(host.output, formatUsage(host));
    return args === undefined ? 2 : 0;
  }
  const loaded = await loadConfig(host);
  if ("error" in loaded) return reportFailure(host, loaded.error);
  const { config } = loaded;
  const styles = preferStyle(config.citationStyle, loaded.styles);
  const open = (options: Partial<OpenBotOptions>) =>
    openBot(host, config, styles, { signal, ...options });
  const served = { isWatched: config.isWatched, isThreaded: true };
  // Runs in the background. A citation or a date in words that is asked for before waits for it.
  const warmUp = (rehearsal: Iterable<unknown> = []) => {
    prepareFirstUses(styles.preferred, rehearsal, signal).catch(createReport(host));
  };
  const openServed = async () => {
    const opened = await open(served);
    warmUp("error" in opened ? [] : rehearse(opened.bot));
    return opened;
  };

  const frontEnd = chooseFrontEnd(host, args, config);
  switch (frontEnd.kind) {
    case "question":
      return answerOnce(host, await open({}), config, frontEnd.question, args.json);
    case "endpoint":
      return untilSignal(host, running, () =>
        serveEndpoint(host, openServed, config, frontEnd.endpoint, signal),
      );
    case "gateway":
      return untilSignal(host, running, async () =>
        serveGateway(host, await openServed(), config, frontEnd.discord, signal),
      );
    case "mcp":
      return untilSignal(host, running, async () =>
        serveAssistant(host, await openServed(), config, signal),
      );
    case "terminal": {
      // Lines from a pipe are all answered from the corpus as it is at the start.
      const opened = await open({ isWatched: frontEnd.isInteractive && config.isWatched });
      warmUp();
      return serveTerminal(host, opened, config, frontEnd, args.json);
    }
  }
}

/**
 * Serves a front end until the process receives a signal to end, at whatever stage: `running` aborts
 * then, and a front end that has not begun to answer rejects.
 */
async function untilSignal(
  host: Host,
  running: AbortController,
  serve: () => Promise<number>,
): Promise<number> {
  void host.waitForSignal().then(() => running.abort());
  try {
    return await serve();
  } catch (error) {
    if (running.signal.aborted) return 0;
    throw error;
  }
}

/** Resolves when `signal` aborts. */
function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });
}

type FrontEnd =
  | { readonly kind: "question"; readonly question: string }
  | { readonly kind: "endpoint"; readonly endpoint: EndpointConfig }
  | { readonly kind: "gateway"; readonly discord: DiscordConfig }
  | { readonly kind: "mcp" }
  | { readonly kind: "terminal"; readonly hasPage: boolean; readonly isInteractive: boolean };

/**
 * Chooses the front end: `mcp` means an assistant, a question on the command line is answered once, and
 * `--json` keeps Ibid in the terminal. Otherwise a public key means the endpoint, and a token alone the
 * gateway.
 */
function chooseFrontEnd(
  { input }: Host,
  { question, json, page, mcp }: Arguments,
  { endpoint, discord }: Config,
): FrontEnd {
  if (mcp) return { kind: "mcp" };
  if (question !== "") return { kind: "question", question };
  if (!json && endpoint !== undefined) return { kind: "endpoint", endpoint };
  if (!json && discord !== undefined) return { kind: "gateway", discord };
  const isTerminal = input.isTTY === true;
  const hasPage = !json && (page ?? isTerminal);
  return { kind: "terminal", hasPage, isInteractive: isTerminal || hasPage };
}

interface OpenedBot {
  readonly bot: Bot;
  /** Creates a bot that posts, and goes by another clock. */
  readonly botAt: (now: () => number) => Bot;
  readonly library: ReloadingLibrary;
}

type OpenResult = Result<OpenedBot, readonly Message[]>;

interface OpenBotOptions {
  /** Ends everything in the background when it aborts. */
  readonly signal: AbortSignal;
  readonly isWatched?: boolean;
  /** Whether Ibid does other things while the corpus is read: answers, or ends at a signal. */
  readonly isThreaded?: boolean;
}

/**
 * Loads and compiles in steps what the first citation and the first day in words need, and takes the steps of
 * `rehearsal`, until `signal` aborts. Does not keep the process alive.
 */
async function prepareFirstUses(
  style: Style,
  rehearsal: Iterable<unknown>,
  signal: AbortSignal,
): Promise<void> {
  await warmUpCitations(style);
  monthNumbers();
  for (const steps of [prepareEnglishDays(), rehearsal]) {
    for (const _ of steps) {
      await setTimeout(1, undefined, { ref: false });
      if (signal.aborted) return;
    }
  }
}

/** Opens the corpus and creates the bot. Returns the problems of a corpus that does not load. */
async function openBot(
  { errors, t }: Host,
  { corpus: folder, cache, isPrivate, discord }: Config,
  styles: Styles,
  { signal, isWatched = false, isThreaded = false }: OpenBotOptions,
): Promise<OpenResult> {
  const line = createProgressLine(errors, t, OPENING_PROGRESS, () => performance.now());
  const library = await openReloadingLibrary(folder, {
    ...(cache !== undefined && { cache }),
    watchUntil: isWatched ? signal : undefined,
    isThreaded,
    signal,
    // A log consists only of lines of JSON.
    ...((!isThreaded || errors.isTTY === true) && { progress: line.show }),
  }).finally(line.end);
  if ("error" in library) return { error: describeLoadFailure(folder, library.error) };
  printErrors(errors, t, library.warnings);
  const contextAt = (now: number, posts: boolean) => ({
    ...{ ...library.current(), styles, now, posts },
    day: dayOf(now),
    dayIn: (zone: string) => dayInZone(now, zone),
    seed: Math.floor(Math.random() * MAX_SEED),
  });
  // The commands stay as they are registered, whatever the corpus becomes while Ibid runs.
  const commands = commandsFor(library.current().library.corpus);
  const createBotAt = (now: () => number, posts: boolean) =>
    createBot(commands, () => contextAt(now(), posts), { isPrivate, t });
  return {
    bot: createBotAt(Date.now, discord !== undefined),
    botAt: (now) => createBotAt(now, true),
    library,
  };
}

/** Opens the store when it is first needed. `report` gets a line when it cannot be used. */
function openStore(
  { t }: Host,
  { store }: Config,
  report: (line: string) => void,
): KeptStore | undefined {
  return store && createLazyStore(store, (problem) => report(t(`store.${problem}`)));
}

/** Prints the answer to one question. */
async function answerOnce(
  host: Host,
  opened: OpenResult,
  config: Config,
  question: string,
  json: boolean,
): Promise<number> {
  if ("error" in opened) return reportFailure(host, opened.error);
  const style = () => textStyleOf(host.output);
  const report = createReport(host);
  const store = openStore(host, config, (line) => printLine(host.errors, line));
  const { bot } = opened;
  const answer = await createConversation(bot, { json, style, report, store }).answer(question);
  await store?.close();
  print(host.output, answer?.text ?? formatUsage(host));
  return answer === undefined || answer.isNotice ? 1 : 0;
}

/** Answers what Discord sends by HTTP, until `signal` aborts. */
async function serveEndpoint(
  host: Host,
  open: () => Promise<OpenResult>,
  config: Config,
  endpoint: EndpointConfig,
  signal: AbortSignal,
): Promise<number> {
  const { port, showsMetrics, discord, logLevel } = config;
  // Imported on demand: the terminal does not need Hono.
  const [{ startEndpoint }, log] = await Promise.all([
    import("../frontends/http/start-endpoint.ts"),
    createLog(host, logLevel),
  ]);
  const store = openStore(host, config, (line) => log.warn(line));
  void store?.check();
  const openForEndpoint = async () => {
    const opened = await open();
    if ("error" in opened) return opened;
    const { bot, library } = opened;
    return { bot, library: library.current().library, subscribe: library.subscribe };
  };
  const server = await startEndpoint(openForEndpoint, {
    ...endpoint,
    showsMetrics,
    port,
    discord,
    commands,
    t: host.t,
    store,
    log,
    signal,
  });
  if ("error" in server) return reportFailure(host, server.error);
  if (config.store?.kind === "file") {
    log.info(host.t("log.store-in-file"));
  }
  await aborted(signal);
  log.info(host.t("log.finishing"));
  await server.close();
  await store?.close();
  return 0;
}

/** Answers in Discord until `signal` aborts, or Discord ends the connection. */
async function serveGateway(
  host: Host,
  opened: OpenResult,
  config: Config,
  discord: DiscordConfig,
  signal: AbortSignal,
): Promise<number> {
  if ("error" in opened) return reportFailure(host, opened.error);
  const { bot, library } = opened;
  const { port, showsMetrics, logLevel } = config;
  // Imported on demand: the terminal starts faster without discord.js.
  const [{ startGateway }, log] = await Promise.all([
    import("../frontends/gateway/gateway.ts"),
    createLog(host, logLevel),
  ]);
  const store = openStore(host, config, (line) => log.warn(line));
  // Problems are reported at the start. Answering does not wait for it.
  void store?.check();
  const observed = showsMetrics ? await serveMetrics(library, port, log, host.t) : undefined;
  if (observed !== undefined && "error" in observed) return reportFailure(host, [observed.error]);
  const { metrics, server } = observed ?? {};
  const gateway = await startGateway(bot, discord, { log, store, metrics, signal }).catch(
    async (error) => {
      await server?.close();
      throw error;
    },
  );
  if ("error" in gateway) {
    await server?.close();
    return reportFailure(host, [gateway.error]);
  }
  // For a person to copy: standard error has it as well, in a line of JSON.
  if (host.errors.isTTY === true) printErrors(host.errors, host.t, [message("discord.invite")]);
  print(host.output, gateway.invite);
  library.subscribe((event) => {
    if (event.kind !== "unwatched" && event.kind !== "saved") metrics?.countReload(event);
    logReload(log, host.t, event);
  });
  const lost = await Promise.race([aborted(signal), gateway.lost]);
  log.info(host.t("log.closing"));
  await Promise.all([gateway.close(), server?.close()]);
  await store?.close();
  return lost === undefined ? 0 : reportFailure(host, [lost]);
}

/** Answers an assistant over standard input and output, until the input ends or `signal` aborts. */
async function serveAssistant(
  host: Host,
  opened: OpenResult,
  { corpus: folder, logLevel }: Config,
  signal: AbortSignal,
): Promise<number> {
  if ("error" in opened) return reportFailure(host, opened.error);
  const { bot, library } = opened;
  const serveMcp = await importMcpServer();
  if (serveMcp === undefined) return reportFailure(host, [message("mcp.not-installed")]);
  const log = await createLog(host, logLevel);
  library.subscribe((event) => logReload(log, host.t, event));
  const { input, output } = host;
  const { title = basename(resolve(folder)) } = library.current().library.corpus;
  await serveMcp(bot, { input, output, title, log, signal });
  return 0;
}

/** Returns undefined if the SDK of the protocol, which no other front end needs, is not installed. */
async function importMcpServer() {
  try {
    const { serveMcp } = await import("../frontends/mcp/mcp-server.ts");
    return serveMcp;
  } catch (error) {
    if (isMissingPackage(error)) return undefined;
    throw error;
  }
}

interface ServedMetrics {
  readonly metrics: Metrics;
  readonly server: HttpServer;
}

/** Serves the metrics of a bot that is connected to the gateway. */
async function serveMetrics(
  library: ReloadingLibrary,
  port: number | undefined,
  log: Logger,
  t: Translate,
): Promise<Result<ServedMetrics, Message>> {
  const [{ createMetrics }, { startMetricsServer }] = await Promise.all([
    import("../frontends/http/metrics.ts"),
    import("../frontends/http/metrics-server.ts"),
  ]);
  const metrics = createMetrics(commands, t);
  metrics.setCorpus(library.current().library);
  const server = await startMetricsServer(metrics, t, { ...(port !== undefined && { port }) });
  if ("error" in server) return server;
  log.info({ port: server.port }, t("log.metrics"));
  return { metrics, server };
}

/** Answers the lines of standard input, and on the preview page, until the input ends. */
async function serveTerminal(
  host: Host,
  opened: OpenResult,
  config: Config,
  { hasPage }: { readonly hasPage: boolean },
  json: boolean,
): Promise<number> {
  if ("error" in opened) return reportFailure(host, opened.error);
  const { bot, botAt, library } = opened;
  const store = openStore(host, config, (line) => printLine(host.errors, line));
  if (!json) {
    printErrors(host.errors, host.t, [message("terminal.no-token")]);
  }
  const page = hasPage ? await servePreview(host, botAt, config) : undefined;
  await runTerminal(bot, {
    input: host.input,
    output: host.output,
    json,
    report: createReport(host),
    store,
    onStart: (writeAbovePrompt) =>
      library.subscribe((event) =>
        writeAbovePrompt(() => printErrors(host.errors, host.t, describeReload(event))),
      ),
  });
  await page?.close();
  await store?.close();
  return 0;
}

/** Serves the preview page and prints its address, or why there is none. */
async function servePreview(
  host: Host,
  botAt: OpenedBot["botAt"],
  { port, logLevel }: Config,
): Promise<HttpServer | undefined> {
  const [{ startPreview }, log] = await Promise.all([
    import("../frontends/preview/preview-server.ts"),
    createLog(host, logLevel),
  ]);
  const page = await startPreview(botAt, port, log);
  if ("error" in page) {
    printErrors(host.errors, host.t, [message("preview.none", { reason: page.error })]);
    return undefined;
  }
  printErrors(host.errors, host.t, [message("preview.address", { address: page.address })]);
  return page;
}

async function createLog({ openLog }: Host, level: string): Promise<Logger> {
  const { pino } = await import("pino");
  // The log may be a terminal.
  return pino({ level, hooks: { streamWrite: escapeControls } }, await openLog());
}

function formatUsage({ invocation: { start, ask, corpus, store }, t }: Host): string {
  const rows = [
    [start, t("usage.start")],
    [`${ask} --no-page`, t("usage.no-page")],
    [`${ask} /${localCommandName("quote", t)}`, t("usage.question")],
    [`${ask} --json /${localCommandName("about", t)}`, t("usage.json")],
    [`${ask} mcp`, t("usage.mcp")],
    [`${corpus} --help`, t("usage.corpus")],
    [`${store} backup FILE`, t("usage.store")],
  ] as const;
  const width = Math.max(...rows.map(([line]) => columnWidth(line)));
  return [
    t("usage.title"),
    ...rows.map(([line, text]) => `  ${padToColumns(width, line)}  ${text}`),
  ].join("\n");
}

interface Arguments {
  readonly help: boolean;
  readonly json: boolean;
  /** Whether there is a preview page. Undefined: only with a terminal. */
  readonly page: boolean | undefined;
  /** The words of a question; empty if there is none. */
  readonly question: string;
  /** Whether Ibid answers an assistant. */
  readonly mcp: boolean;
}

/** Parses the command line. Returns undefined if it has an unknown option, or `mcp` is not alone. */
function parseArguments(args: readonly string[]): Arguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      allowNegative: true,
      options: {
        json: { type: "boolean" },
        page: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (positionals[0] === "mcp" && args.length > 1) return undefined;
    return {
      help: values.help === true,
      json: values.json === true,
      page: values.page,
      question: positionals.join(" "),
      mcp: positionals[0] === "mcp",
    };
  } catch {
    return undefined;
  }
}

function createReport({ errors }: Host): ReportError {
  return (error) => printLine(errors, inspect(error));
}

function reportFailure({ errors, t }: Host, reasons: readonly Message[]): number {
  printErrors(errors, t, reasons);
  return 1;
}

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname } from "node:path";
import { type Context, Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { Logger } from "pino";
import * as v from "valibot";
import { type Message, type Translate, withNames } from "../../catalogue/catalogue.ts";
import type { Bot } from "../../command/bot.ts";
import { DEFAULT_PORT } from "../../config.ts";
import { parseInteraction } from "../../discord/interaction-payload.ts";
import { manifestsOf } from "../../discord/manifest.ts";
import type { Result } from "../../foundation/result.ts";
import { translationInto } from "../../language/translation/catalogues.ts";
import { localizeLine } from "../../language/translation/local-names.ts";
import { localizeExample } from "../../reply/layout/article.ts";
import { momentInZone, scheduleName } from "../../reply/layout/schedule.ts";
import { createInteractionHandler } from "../handle-interaction.ts";
import { callbackResponse } from "../http/callback.ts";
import { type HttpServer, listen } from "../http/http-server.ts";
import { fillPage, pageLanguage, pageTexts } from "./page-texts.ts";
import { createSimulation, type Forwarded, MAX_POSTS, type Simulation } from "./simulation.ts";

const HTML = "text/html; charset=utf-8";

/** The types of the files of the page, by how their names end. Others are not served. */
const FILE_TYPES: ReadonlyMap<string, string> = new Map([
  [".css", "text/css; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".svg", "image/svg+xml"],
]);

/** All served files. The path of a request never becomes the path of a file. */
async function servedFiles(): Promise<readonly (readonly [name: string, file: URL])[]> {
  const names = await readdir(pageFile(""));
  return [
    ...names.map((name) => [name, pageFile(name)] as const),
    ["marked.js", new URL(import.meta.resolve("marked"))],
  ];
}

/** The names of this machine to itself. */
const OWN_NAMES = ["127.0.0.1", "localhost"];

/**
 * Creates the server of the preview page, which shows what Discord would show of `bot`, for a browser
 * on the same machine. Interactions have Discord's shape and get the same answers, but no signature. Without
 * `forward`, it has no clock of its own.
 */
export async function createPreview(
  bot: Bot,
  log: Logger,
  { store, openThread, forward }: Partial<Simulation> = {},
): Promise<Hono> {
  const { t } = bot;
  const handler = createInteractionHandler(bot, { store, openThread });
  const manifests = manifestsOf(bot.commands, "global", t);
  const app = new Hono();

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", await importMapHash()],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "blob:"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      // This machine has no certificate.
      strictTransportSecurity: false,
      xFrameOptions: "DENY",
    }),
  );
  app.use(async (context, next) => {
    context.header("Cache-Control", "no-store");
    // Another site can point its own name at this machine (DNS rebinding), but the Host header shows it.
    if (!OWN_NAMES.includes(new URL(context.req.url).hostname))
      return context.text(t("http.not-own"), 403);
    return await next();
  });

  /** Returns what puts texts into the language in which a page is, or is asked for. */
  function translationOf({ req }: Context): Translate {
    const language = pageLanguage(req.query("lang"), req.header("Accept-Language"));
    return language === undefined || language === t.language ? t : (translationInto(language) ?? t);
  }

  app.get("/", async (context) => {
    const html = await readFile(pageFile("index.html"), "utf8");
    return context.body(fillPage(html, translationOf(context)), 200, { "Content-Type": HTML });
  });
  app.get("/texts", (context) => context.json(pageTexts(translationOf(context))));
  for (const [name, file] of await servedFiles()) {
    const type = FILE_TYPES.get(extname(name));
    if (type === undefined) continue;
    app.get(`/${name}`, async (context) =>
      context.body(new Uint8Array(await readFile(file)), 200, { "Content-Type": type }),
    );
  }
  app.get("/commands", (context) => context.json(manifests));
  app.get("/introduction", (context) => {
    const { documents, examples, labels, ...introduction } = bot.introduce();
    const translation = translationOf(context);
    const own = withNames(translation, labels.get(translation.language) ?? new Map());
    return context.json({
      ...introduction,
      documents: own("counts.documents", { count: documents }),
      examples: examples.map((one) => ({ ...one, line: localizeExample(one.line, own) })),
      help: localizeLine("/help", own),
      hasClock: forward !== undefined,
    });
  });
  app.on("POST", ["/interactions", "/clock"], async (context, next) => {
    const { origin } = new URL(context.req.url);
    if (context.req.header("Origin") !== origin) return context.text(t("http.not-own"), 403);
    return await next();
  });
  app.post("/interactions", async (context) => {
    const interaction = parseInteraction(await context.req.json().catch(() => undefined));
    const isReadable = !("error" in interaction) && interaction.kind !== "malformed";
    if (!isReadable || interaction.kind === "ping")
      return context.text(t("http.unanswerable-here"), 400);
    return callbackResponse(await handler.answer(interaction, log));
  });
  app.post("/clock", async (context) => {
    const asked = v.safeParse(STEP, await context.req.json().catch(() => undefined));
    if (forward === undefined) return context.text(`${t("http.not-found")}\n`, 404);
    if (!asked.success) return context.text(t("http.unanswerable-here"), 400);
    const { hours } = asked.output;
    const forwarded = await forward(hours * 60 * 60_000);
    return context.json(describeForwarded(forwarded, hours > 0, translationOf(context)));
  });
  return app;
}

/** By how many hours the clock may be put forward at once: up to a week. Zero only posts what has fallen due. */
const STEP = v.object({
  hours: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7 * 24)),
});

/** Returns what the page shows of a clock that was put forward, in the words of a language. */
function describeForwarded(
  { now, zone, posts, threads, stopped }: Forwarded,
  isAsked: boolean,
  t: Translate,
) {
  const moment = momentInZone(zone, now, t);
  const note =
    stopped === undefined
      ? t("preview.posted", { count: posts.length, moment })
      : t(`preview.stopped-${stopped}`, { max: t.number(MAX_POSTS), moment });
  return {
    ...{ now, zone },
    clock: t("preview.clock", { moment, zone }),
    posts: posts.map(({ id, channel, body, files, at, schedule, zone }) => ({
      ...{ id, channel, body, at },
      files: files.map(({ name, data }) => ({
        name,
        base64: Buffer.from(data).toString("base64"),
      })),
      origin: t("preview.origin", {
        schedule: schedule === undefined ? "Ibid" : scheduleName(schedule, t),
        moment: t("preview.clock", { moment: momentInZone(zone, at, t), zone }),
      }),
    })),
    threads,
    ...(isAsked && { note }),
  };
}

/** Returns the CSP source of the only inline script: the import map. Throws if the page has none. */
async function importMapHash(): Promise<string> {
  const html = await readFile(pageFile("index.html"), "utf8");
  const script = /<script type="importmap">([^<]*)<\/script>/.exec(html)?.[1];
  if (script === undefined) throw new Error("The preview page has no import map.");
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

function pageFile(name: string): URL {
  return new URL(`../../../page/${name}`, import.meta.url);
}

/** Only this machine can connect. */
const HOSTNAME = "127.0.0.1";

/**
 * Serves the preview page on `port`. Without one, it tries port 3000, then any free port. Returns an
 * error if the port is not available.
 */
export async function startPreview(
  botAt: (now: () => number) => Bot,
  port: number | undefined,
  log: Logger,
): Promise<Result<HttpServer & { readonly address: string }, Message>> {
  const simulation = createSimulation({ botAt, log });
  const { bot } = simulation;
  const app = await createPreview(bot, log, simulation);
  const first = await listen(app, bot.t, { port: port ?? DEFAULT_PORT, hostname: HOSTNAME });
  const mayMove = "error" in first && port === undefined;
  const server = mayMove ? await listen(app, bot.t, { port: 0, hostname: HOSTNAME }) : first;
  if ("error" in server) return server;
  return {
    ...server,
    address: `http://${HOSTNAME}:${server.port}`,
    async close() {
      await server.close();
      await simulation.close();
    },
  };
}

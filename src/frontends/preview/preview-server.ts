import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import type { Logger } from "pino";
import type { Bot } from "../../command/bot.ts";
import { manifestsOf } from "../../discord/manifest.ts";
import type { Result } from "../../foundation/result.ts";
import {
  createInteractionHandler,
  isAnswerable,
  MAX_INTERACTION_BYTES,
} from "../handle-interaction.ts";
import { callbackResponse } from "../http/callback.ts";
import { type HttpServer, listen } from "../http/http-server.ts";

const HTML = "text/html; charset=utf-8";
const CSS = "text/css; charset=utf-8";
const JAVASCRIPT = "text/javascript; charset=utf-8";

/** All that is served from files. No path that somebody asks for becomes the path of a file. */
const FILES: readonly (readonly [path: string, type: string, file: URL])[] = [
  ["/", HTML, pageFile("index.html")],
  ...["external.svg", "eye.svg", "file.svg", "icon.svg"].map(
    (name) => [`/${name}`, "image/svg+xml", pageFile(name)] as const,
  ),
  ...["composer.css", "messages.css", "page.css"].map(
    (name) => [`/${name}`, CSS, pageFile(name)] as const,
  ),
  ...[
    "completion.js",
    "components.js",
    "composer.js",
    "drawn-markdown.js",
    "element.js",
    "examples.js",
    "exchange.js",
    "line.js",
    "markdown.js",
    "menu.js",
    "messages.js",
    "numbers.js",
    "offers.js",
    "page.js",
    "payloads.js",
    "select.js",
  ].map((name) => [`/${name}`, JAVASCRIPT, pageFile(name)] as const),
  ["/marked.js", JAVASCRIPT, new URL(import.meta.resolve("marked"))],
];

/** By which names this machine calls itself. */
const OWN_NAMES = ["127.0.0.1", "localhost"];

/**
 * The preview page: what Discord would show of `bot`, for a browser on the same machine. Its interactions
 * have Discord's shape and are answered as Discord's are, but that nobody signs them.
 */
export async function createPreview(bot: Bot, log: Logger): Promise<Hono> {
  const answering = createInteractionHandler(bot, log);
  const manifests = manifestsOf(bot.commands, "global");
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
      // There is no certificate for this machine.
      strictTransportSecurity: false,
      xFrameOptions: "DENY",
    }),
  );
  app.use(async (context, next) => {
    context.header("Cache-Control", "no-store");
    // Another site can have its own name lead to this machine, but not send another one's.
    if (!OWN_NAMES.includes(new URL(context.req.url).hostname)) return context.text(NOT_OWN, 403);
    return await next();
  });

  for (const [path, type, file] of FILES) {
    app.get(path, async (context) =>
      context.body(new Uint8Array(await readFile(file)), 200, { "Content-Type": type }),
    );
  }
  app.get("/commands", (context) => context.json(manifests));
  app.post(
    "/interactions",
    async (context, next) => {
      const { origin } = new URL(context.req.url);
      if (context.req.header("Origin") !== origin) return context.text(NOT_OWN, 403);
      return await next();
    },
    bodyLimit({
      maxSize: MAX_INTERACTION_BYTES,
      onError: (context) => context.text(TOO_LARGE, 413),
    }),
    async (context) => {
      const interaction: unknown = await context.req.json().catch(() => undefined);
      if (!isAnswerable(interaction)) return context.text(UNANSWERABLE, 400);
      return callbackResponse(answering.answered(interaction));
    },
  );
  return app;
}

const NOT_OWN = "Only the preview page of this machine may ask here.";
const TOO_LARGE = "An interaction has at most 256 KiB.";
const UNANSWERABLE = "This is not an interaction that can be answered.";

/** The one script that stands in the page itself: which file a module by name is. */
async function importMapHash(): Promise<string> {
  const html = await readFile(pageFile("index.html"), "utf8");
  const script = /<script type="importmap">([^<]*)<\/script>/.exec(html)?.[1] ?? "";
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

function pageFile(name: string): URL {
  return new URL(`../../../page/${name}`, import.meta.url);
}

/** This machine alone. */
const HOSTNAME = "127.0.0.1";
/** Where the page is looked for first, when nobody has chosen a port. */
const USUAL_PORT = 3000;

/**
 * Serves the preview page: on `port`, or where none is chosen, on a free one. Resolves with a sentence when
 * the port cannot be had.
 */
export async function startPreview(
  bot: Bot,
  port: number | undefined,
  log: Logger,
): Promise<Result<HttpServer & { readonly address: string }>> {
  const app = await createPreview(bot, log);
  const usual = await listen(app, { port: port ?? USUAL_PORT, hostname: HOSTNAME });
  const isTaken = "error" in usual && port === undefined;
  const server = isTaken ? await listen(app, { port: 0, hostname: HOSTNAME }) : usual;
  if ("error" in server) return server;
  return { ...server, address: `http://${HOSTNAME}:${server.port}` };
}

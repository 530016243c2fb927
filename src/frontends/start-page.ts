import type { Logger } from "pino";
import type { Bot } from "../command/bot.ts";
import { type HttpServer, listen } from "./http-server.ts";
import { createPage } from "./page.ts";

/** This machine alone. */
const HOSTNAME = "127.0.0.1";
/** Where the page is looked for first, when nobody has chosen a port. */
const USUAL_PORT = 3000;

/**
 * Serves the preview page: on `port`, or where none is chosen, on a free one. Resolves with a sentence when
 * the port cannot be had.
 */
export async function startPage(
  bot: Bot,
  port: number | undefined,
  log: Logger,
): Promise<(HttpServer & { readonly address: string }) | { readonly problem: string }> {
  const app = await createPage(bot, log);
  const usual = await listen(app, { port: port ?? USUAL_PORT, hostname: HOSTNAME });
  const isTaken = "problem" in usual && port === undefined;
  const server = isTaken ? await listen(app, { port: 0, hostname: HOSTNAME }) : usual;
  if ("problem" in server) return server;
  return { ...server, address: `http://${HOSTNAME}:${server.port}` };
}

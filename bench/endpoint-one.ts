import { Hono } from "hono";
import { pino } from "pino";
import { commands } from "../commands/index.ts";
import { english } from "../src/catalogue/catalogue.ts";
import { readStyles } from "../src/cite/read-styles.ts";
import { preferStyle } from "../src/cite/style.ts";
import { createBot } from "../src/command/bot.ts";
import { readCorpus } from "../src/corpus/read.ts";
import { type HttpServer, listen } from "../src/frontends/http/http-server.ts";
import { createSignatureVerifier } from "../src/frontends/http/signature.ts";
import { startEndpoint } from "../src/frontends/http/start-endpoint.ts";
import { createLibrary } from "../src/search/library.ts";

// Runs in a process of its own: serves Ibid or a bare server for requests signed by a key, and prints the port.
const [which, publicKey = ""] = process.argv.slice(2);
const hostname = "127.0.0.1";
const server = await (which === "ibid" ? startIbid() : startBareServer());
process.stdout.write(`${server.port}\n`);

/** Returns Ibid’s endpoint over the shipped corpus, with metrics on. */
async function startIbid(): Promise<HttpServer> {
  const reading = await readCorpus("corpus");
  if ("error" in reading) throw new Error("The shipped corpus does not load.");
  const library = createLibrary(reading.corpus, new Date());
  const styles = preferStyle("chicago", (await readStyles("styles")).styles);
  const bot = createBot(commands, () => ({
    library,
    styles,
    day: 20_000,
    now: 20_000 * 86_400_000,
    posts: false,
    seed: 1,
  }));
  const log = pino({ level: "silent" });
  // No measured answer has a file, and none would reach Discord.
  const api = "http://127.0.0.1:9/api";
  const serving = {
    publicKey,
    showsMetrics: true,
    api,
    port: 0,
    hostname,
    commands,
    t: english,
    log,
  };
  return requireServer(await startEndpoint(async () => ({ bot, library }), serving));
}

/** Returns the minimum that Discord accepts: the signature is verified, and the answer is a constant. */
async function startBareServer(): Promise<HttpServer> {
  const isSigned = createSignatureVerifier(publicKey, Date.now);
  const app = new Hono().post("/interactions", async ({ req, json, text }) => {
    const signature = req.header("x-signature-ed25519");
    const timestamp = req.header("x-signature-timestamp");
    const body = new Uint8Array(await req.arrayBuffer());
    if (!isSigned({ signature, timestamp, body })) return text("", 401);
    return json({ type: 4, data: { content: "A constant." } });
  });
  return requireServer(await listen(app, english, { port: 0, hostname }));
}

function requireServer(server: HttpServer | object): HttpServer {
  if (!("port" in server)) throw new Error(JSON.stringify(server));
  return server;
}

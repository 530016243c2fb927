import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type APIInteraction, InteractionType } from "discord-api-types/v10";
import { Hono } from "hono";
import { pino } from "pino";
import { afterEach } from "vitest";
import { commands } from "../../commands/index.ts";
import { english } from "../../src/catalogue/catalogue.ts";
import { type Bot, createBot } from "../../src/command/bot.ts";
import { defineCommand } from "../../src/command/define-command.ts";
import { optional, text } from "../../src/command/option-types.ts";
import { listen } from "../../src/frontends/http/http-server.ts";
import { type OpenBot, startEndpoint } from "../../src/frontends/http/start-endpoint.ts";
import { createLazyStore } from "../../src/store/lazy-store.ts";
import type { KeptStore } from "../../src/store/store.ts";
import type { Callback } from "../discord/payloads.ts";
import { createSigner, type RequestChanges } from "../discord/signing.ts";
import type { SentFile } from "../discord/spec.ts";
import { inEnglish } from "../in-english.ts";
import { context, library } from "../library.ts";

function fail(): never {
  throw new Error("The lamp has no oil.");
}

/** A command that fails because of an error of ours. */
const broken = defineCommand({
  name: "broken",
  description: "command.help",
  examples: () => [{}],
  options: { about: optional({ ...text("option.query"), suggest: fail }) },
  run: fail,
});

/** A bot with all commands over the shipped corpus, and one that fails. */
export const bot = createBot([...commands, broken], () => context);

export const signer = createSigner();

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** Creates an empty store that takes longer to read than an answer may. */
export function createSlowStore(): KeptStore {
  const store = createLazyStore({
    kind: "file",
    path: join(tmpdir(), "ibid-is-never-made.sqlite"),
  });
  return {
    ...store,
    async read(asker, needs) {
      await sleep(2100);
      return store.read(asker, needs);
    },
  };
}

/** Creates a log and collects its lines. */
export function createLog() {
  const lines: string[] = [];
  const alarms = (): readonly { readonly level: number; readonly msg: string }[] =>
    lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 40);
  return { lines, alarms, log: pino({ level: "trace" }, { write: (line) => lines.push(line) }) };
}

interface Settings {
  readonly of?: Bot;
  readonly openBot?: OpenBot;
  readonly showsMetrics?: boolean;
  /** Where answers with files are delivered. By default, to a receiver that accepts them. */
  readonly api?: string;
  readonly store?: KeptStore;
  /** Without it, the endpoint only answers. */
  readonly token?: string;
}

/** Starts a server that accepts deliveries. It stores them by the id and token of the interaction. */
async function startCallbackReceiver() {
  const deliveries = new Map<string, Response>();
  const app = new Hono();
  app.post("/api/v10/interactions/:id/:token/callback", async ({ req, body }) => {
    const { id, token } = req.param();
    const headers = { "content-type": req.header("content-type") ?? "" };
    deliveries.set(JSON.stringify([id, token]), new Response(await req.arrayBuffer(), { headers }));
    return body(null, 204);
  });
  const server = await listen(app, english, { port: 0, hostname: "127.0.0.1" });
  if ("error" in server) throw new Error(inEnglish(server.error));
  open.push(server.close);
  return { deliveries, api: `http://127.0.0.1:${server.port}/api` };
}

/** Starts an endpoint on this machine, which runs until the end of the test. */
export async function startTestEndpoint({
  of = bot,
  openBot,
  showsMetrics = true,
  api,
  store,
  token,
}: Settings = {}) {
  const receiver = await startCallbackReceiver();
  const log = createLog();
  const server = await startEndpoint(openBot ?? (async () => ({ bot: of, library })), {
    publicKey: signer.publicKey,
    showsMetrics,
    api: api ?? receiver.api,
    port: 0,
    hostname: "127.0.0.1",
    commands: of.commands,
    ...(token !== undefined && { discord: { token, api: api ?? receiver.api } }),
    t: of.t,
    store,
    log: log.log,
  });
  if ("error" in server) throw new Error(server.error.map(inEnglish).join("\n"));
  open.push(server.close);
  const origin = `http://127.0.0.1:${server.port}`;

  /** Posts a signed body. */
  async function post(body: unknown, changes: RequestChanges = {}): Promise<Response> {
    const sent = body instanceof Uint8Array || typeof body === "string" ? body : toJson(body);
    return fetch(signer.request(origin, sent, changes));
  }
  /** Returns the answer that Discord gets: by delivery if there is one, otherwise as the response. */
  async function ask(interaction: APIInteraction): Promise<Callback> {
    const response = await post(interaction);
    const { id, token } = interaction;
    const delivered = receiver.deliveries.get(JSON.stringify([id, token]));
    return callbackIn(response.status === 202 && delivered ? delivered : response);
  }
  async function get(path: string): Promise<string> {
    return (await fetch(`${origin}${path}`)).text();
  }
  return { server, origin, log, post, ask, get, deliveries: receiver.deliveries };
}

function toJson(value: unknown): string {
  return JSON.stringify(value) ?? "";
}

/** Parses an answer as Discord does. */
export async function callbackIn(response: Response): Promise<Callback> {
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  if (!response.headers.get("content-type")?.startsWith("multipart/form-data")) {
    return { response: JSON.parse(await response.text()), files: [] };
  }
  const form = await response.formData();
  const files: SentFile[] = [];
  for (const [part, value] of form) {
    if (typeof value === "string" || part === "payload_json") continue;
    const id = /^files\[(\d+)\]$/.exec(part)?.[1] ?? part;
    files.push({ id, name: value.name, bytes: Buffer.from(await value.arrayBuffer()) });
  }
  const json = form.get("payload_json");
  return {
    response: JSON.parse(json instanceof Blob ? await json.text() : (json ?? "")),
    files,
  };
}

/** The smallest ping that Discord could send. */
export const PING = { type: InteractionType.Ping };

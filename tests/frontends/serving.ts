import { type APIInteraction, InteractionType } from "discord-api-types/v10";
import { Hono } from "hono";
import { pino } from "pino";
import { afterEach } from "vitest";
import { commands } from "../../commands/index.ts";
import { type Bot, createBot } from "../../src/command/bot.ts";
import { defineCommand } from "../../src/command/define-command.ts";
import { optional, text } from "../../src/command/option-types.ts";
import { listen } from "../../src/frontends/http/http-server.ts";
import { type OpenedBot, startEndpoint } from "../../src/frontends/http/start-endpoint.ts";
import type { Callback } from "../discord/payloads.ts";
import { type Changes, createSigner } from "../discord/signing.ts";
import type { SentFile } from "../discord/spec.ts";
import { context, library } from "../library.ts";

function fail(): never {
  throw new Error("The lamp has no oil.");
}

/** A command that we got wrong. */
const broken = defineCommand({
  name: "broken",
  description: "Fail.",
  examples: ["/broken"],
  options: { about: optional({ ...text("Anything."), suggest: fail }) },
  run: fail,
});

/** All commands over the shipped corpus, and one that fails. */
export const bot = createBot([...commands, broken], () => context);

export const signer = createSigner();

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A log, and its lines as they are written. */
export function createLog() {
  const lines: string[] = [];
  const alarms = (): readonly { readonly level: number; readonly msg: string }[] =>
    lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 40);
  return { lines, alarms, log: pino({ level: "trace" }, { write: (line) => lines.push(line) }) };
}

interface Settings {
  readonly of?: Bot;
  readonly opening?: () => Promise<OpenedBot>;
  readonly showsMetrics?: boolean;
  /** Where answers with files are brought; left out: to somebody who takes them. */
  readonly api?: string;
}

/** Takes what an endpoint brings by itself, and has it by the id and token of its interaction. */
async function callbackTaker() {
  const taken = new Map<string, Response>();
  const app = new Hono();
  app.post("/api/v10/interactions/:id/:token/callback", async ({ req, body }) => {
    const { id, token } = req.param();
    const headers = { "content-type": req.header("content-type") ?? "" };
    taken.set(JSON.stringify([id, token]), new Response(await req.arrayBuffer(), { headers }));
    return body(null, 204);
  });
  const server = await listen(app, { port: 0, hostname: "127.0.0.1" });
  if ("error" in server) throw new Error(server.error);
  open.push(server.close);
  return { taken, api: `http://127.0.0.1:${server.port}/api` };
}

/** An endpoint that listens on this machine until the test is over. */
export async function served({ of = bot, opening, showsMetrics = true, api }: Settings = {}) {
  const taker = await callbackTaker();
  const log = createLog();
  const server = await startEndpoint(opening ?? (async () => ({ bot: of, library })), {
    publicKey: signer.publicKey,
    showsMetrics,
    api: api ?? taker.api,
    port: 0,
    hostname: "127.0.0.1",
    commands: of.commands,
    log: log.log,
  });
  if ("error" in server) throw new Error(server.error.join("\n"));
  open.push(server.close);
  const origin = `http://127.0.0.1:${server.port}`;

  async function post(body: unknown, changes: Changes = {}): Promise<Response> {
    const sent = body instanceof Uint8Array || typeof body === "string" ? body : toJson(body);
    return fetch(signer.request(origin, sent, changes));
  }
  /** Whatever Discord gets in the end: the response, or what was brought to it in its place. */
  async function ask(interaction: APIInteraction): Promise<Callback> {
    const response = await post(interaction);
    const { id, token } = interaction;
    const brought = taker.taken.get(JSON.stringify([id, token]));
    return callbackIn(response.status === 202 && brought ? brought : response);
  }
  async function get(path: string): Promise<string> {
    return (await fetch(`${origin}${path}`)).text();
  }
  return { server, origin, log, post, ask, get, taken: taker.taken };
}

function toJson(value: unknown): string {
  return JSON.stringify(value) ?? "";
}

/** An answer as Discord reads it. */
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

/** The least that Discord could send. */
export const PING = { type: InteractionType.Ping };

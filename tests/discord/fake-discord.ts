import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import {
  type APIApplicationCommand,
  type APIInteraction,
  type APIInteractionResponse,
  ApplicationCommandType,
  ApplicationIntegrationType,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayIdentifyData,
  GatewayIntentBits,
  GatewayOpcodes,
  type GatewayResumeData,
  type GatewaySendPayload,
  InteractionContextType,
  InteractionResponseType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import { type WebSocket, WebSocketServer } from "ws";
import { APPLICATION_ID, BOT, type Callback, snowflake } from "./payloads.ts";
import {
  problemsWithCallback,
  problemsWithCommands,
  problemsWithEdit,
  problemsWithFollowUp,
  type SentFile,
} from "./spec.ts";

/** The bot's token; in parts, so that no scanner takes it for a real one. */
export const TOKEN = [btoa(APPLICATION_ID), "fake", "token"].join(".");

export interface FakeDiscordOptions {
  /** The only token that is accepted; {@link TOKEN} unless said otherwise. */
  readonly token?: string;
  /** Ids of the guilds that READY lists. */
  readonly guilds?: readonly string[];
  /** Commands that are registered before the bot starts, by scope: “global” or a guild's id. */
  readonly commandsByScope?: Readonly<Record<string, readonly Command[]>>;
  /** Ids of the guilds whose commands the bot may neither see nor set. */
  readonly missingAccess?: readonly string[];
  /** The code with which the gateway closes a connection instead of beginning a session. */
  readonly closeCode?: number;
}

export interface FakeDiscord {
  /** What to give discord.js as `rest.api`. */
  readonly api: string;
  /**
   * Resolves with the bot's answer to `interaction` when Discord would accept it. Rejects with the
   * list of problems when it would not, and with the error of {@link failNext} unless it is one
   * after which discord.js tries again.
   */
  send(interaction: APIInteraction): Promise<Callback>;
  /** Sends any event, also one that Discord would not send. The bot may answer an interaction. */
  dispatch(event: string, data: unknown): void;
  /** The commands registered now, by scope: “global” or a guild's id. */
  readonly commands: ReadonlyMap<string, readonly APIApplicationCommand[]>;
  /** Every REST request in order; the path is without `/api/v10`, query, and interaction token. */
  readonly requests: readonly { readonly method: string; readonly path: string }[];
  /** Everything that the bot did and Discord would not accept. */
  readonly problems: readonly string[];
  /** How the bot's gateway connections began, in order. */
  readonly sessions: readonly ("READY" | "RESUMED")[];
  /** Makes the next request of this kind fail; called twice, the next two. */
  failNext(what: Fallible, error: DiscordError): void;
  /** Closes every gateway connection. What is sent meanwhile arrives when the bot resumes. */
  drop(code: number): void;
  /** Resolves as soon as the bot is connected: READY or RESUMED was sent. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

type Fallible = "callback" | "commands" | "gateway";

interface DiscordError {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

type Command = RESTPostAPIApplicationCommandsJSONBody;
type Ids = Readonly<Record<string, string>>;

interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Returns the response's JSON, or nothing for 204. */
  readonly respond: (request: Request, ids: Ids) => unknown;
}

/** An interaction that the bot may answer once. */
interface Question {
  readonly id: string;
  readonly token: string;
  readonly asked?: APIInteraction;
  readonly resolve?: (callback: Callback) => void;
  readonly reject?: (reason: unknown) => void;
  answer?: Callback;
}

interface Content {
  readonly json: string;
  readonly files: readonly SentFile[];
}

const COMMANDS = `/applications/${APPLICATION_ID}(?:/guilds/(?<guild>\\d+))?/commands`;
const WEBHOOK = `/webhooks/${APPLICATION_ID}/(?<token>[^/]+)`;

/** What lets anybody use a path; the other paths are the bot's. */
const INTERACTION_TOKEN = /^(\/(?:interactions|webhooks)\/\d+)\/[^/]+/;

const PRIVILEGED =
  GatewayIntentBits.GuildMembers |
  GatewayIntentBits.GuildPresences |
  GatewayIntentBits.MessageContent;

const UNAUTHORIZED = { status: 401, code: 0, message: "401: Unauthorized" };
const MALFORMED = { status: 400, code: 50109, message: "The request body contains invalid JSON." };
const MISSING_ACCESS = { status: 403, code: 50001, message: "Missing Access" };
const NOT_FOUND = { status: 404, code: 0, message: "404: Not Found" };
const UNKNOWN_INTERACTION = { status: 404, code: 10062, message: "Unknown interaction" };
const UNKNOWN_WEBHOOK = { status: 404, code: 10015, message: "Unknown Webhook" };
const ACKNOWLEDGED = {
  status: 400,
  code: 40060,
  message: "Interaction has already been acknowledged.",
};

/** An error response, and the problems of which it tells the bot: none when it was asked for. */
class Refusal extends Error {
  readonly error: DiscordError;
  readonly problems: readonly string[];

  constructor(error: DiscordError, problems: readonly string[] = [error.message]) {
    super(error.message);
    this.error = error;
    this.problems = problems;
  }
}

/**
 * Discord's REST API and gateway on a loopback port, as much of them as one bot uses, and as
 * strict: what Discord would not accept gets Discord's error, and a line in `problems`.
 */
export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const {
    token = TOKEN,
    guilds = [],
    commandsByScope = {},
    missingAccess = [],
    closeCode,
  } = options;
  const requests: { method: string; path: string }[] = [];
  const problems: string[] = [];
  const failures: { what: Fallible; error: DiscordError }[] = [];
  const commands = createCommands(commandsByScope, missingAccess);
  const questions = createQuestions();

  const http = createServer((incoming, outgoing) => {
    void requestOf(incoming)
      .then(respond)
      .then(async (response) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        outgoing.end(await response.text());
      })
      // Only a client that hung up gets here: whatever else goes wrong is a response.
      .catch(() => outgoing.destroy());
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const host = `127.0.0.1:${portOf(http)}`;
  const gateway = createGateway(http, {
    url: `ws://${host}`,
    token,
    guilds,
    problems,
    closeCode,
  });

  const routes: readonly Route[] = [
    route("GET", "/gateway/bot", () => {
      const failure = failureOf("gateway");
      if (failure) throw new Refusal(failure, []);
      const session_start_limit = { total: 1, remaining: 1, reset_after: 0, max_concurrency: 1 };
      return { url: `ws://${host}`, shards: 1, session_start_limit };
    }),
    route("GET", "/users/@me", () => BOT),
    route("GET", "/users/@me/guilds", () => guilds.map((id) => ({ id }))),
    route("GET", "(?:/oauth2)?/applications/@me", () => ({
      id: APPLICATION_ID,
      flags: 0,
      bot: BOT,
    })),
    route("GET", COMMANDS, (request, { guild }) => {
      const isWhole = new URL(request.url).searchParams.get("with_localizations") === "true";
      return commands.list(guild, isWhole, failureOf("commands"));
    }),
    route("PUT", COMMANDS, async (request, { guild }) =>
      commands.overwrite(guild, await request.text(), failureOf("commands")),
    ),
    route("POST", "/interactions/(?<id>\\d+)/(?<token>[^/]+)/callback", async (request, ids) =>
      questions.answer(ids, await contentOf(request), failureOf("callback")),
    ),
    route("POST", WEBHOOK, async (request, ids) =>
      questions.followUp(ids, await contentOf(request)),
    ),
    route("PATCH", `${WEBHOOK}/messages/@original`, async (request, ids) =>
      questions.edit(ids, await contentOf(request)),
    ),
  ];

  function failureOf(what: Fallible): DiscordError | undefined {
    const next = failures.findIndex((failure) => failure.what === what);
    return next < 0 ? undefined : failures.splice(next, 1)[0]?.error;
  }

  async function respond(request: Request): Promise<Response> {
    const { method } = request;
    const wholePath = new URL(request.url).pathname.replace(/^\/api\/v10/, "");
    const path = wholePath.replace(INTERACTION_TOKEN, "$1/:token");
    requests.push({ method, path });
    try {
      const isBot = request.headers.get("authorization") === `Bot ${token}`;
      if (path === wholePath && !isBot) throw new Refusal(UNAUTHORIZED, []);
      const json = await routed(routes, request, wholePath);
      return json === undefined ? new Response(null, { status: 204 }) : Response.json(json);
    } catch (cause) {
      const refusal = cause instanceof Refusal ? cause : new Refusal(MALFORMED, [String(cause)]);
      problems.push(...refusal.problems.map((problem) => `${method} ${path}: ${problem}`));
      const { status, code, message } = refusal.error;
      return Response.json({ code, message }, { status });
    }
  }

  return {
    api: `http://${host}/api`,
    requests,
    problems,
    commands: commands.byScope,
    sessions: gateway.sessions,
    ready: gateway.ready,
    drop: gateway.drop,
    failNext: (what, error) => failures.push({ what, error }),
    send: (asked) =>
      new Promise((resolve, reject) => {
        questions.ask({ id: asked.id, token: asked.token, asked, resolve, reject });
        gateway.dispatch(GatewayDispatchEvents.InteractionCreate, asked);
      }),
    dispatch(event, data) {
      if (event === GatewayDispatchEvents.InteractionCreate) questions.askAnything(data);
      gateway.dispatch(event, data);
    },
    async close() {
      gateway.close();
      http.close();
      http.closeAllConnections();
      await once(http, "close");
    },
  };
}

function createCommands(
  initial: Readonly<Record<string, readonly Command[]>>,
  missingAccess: readonly string[],
) {
  const byScope = new Map<string, APIApplicationCommand[]>();
  for (const [scope, bodies] of Object.entries(initial)) {
    byScope.set(
      scope,
      bodies.map((body) => registered(body, scope, snowflake())),
    );
  }

  function scopeOf(guild: string | undefined, failure: DiscordError | undefined): string {
    if (failure) throw new Refusal(failure, []);
    if (guild && missingAccess.includes(guild)) throw new Refusal(MISSING_ACCESS, []);
    return guild ?? "global";
  }

  function list(guild: string | undefined, isWhole: boolean, failure: DiscordError | undefined) {
    const commands = byScope.get(scopeOf(guild, failure)) ?? [];
    return isWhole ? commands : JSON.parse(JSON.stringify(commands, unlessLocalized));
  }

  function overwrite(guild: string | undefined, json: string, failure: DiscordError | undefined) {
    const scope = scopeOf(guild, failure);
    const bodies: Command[] = JSON.parse(json);
    checkBody(problemsWithCommands(bodies));
    const old = byScope.get(scope) ?? [];
    const commands = bodies.map((body) => {
      const { name, type = ApplicationCommandType.ChatInput } = body;
      const same = old.find((command) => command.name === name && command.type === type);
      return registered(body, scope, same?.id ?? snowflake());
    });
    byScope.set(scope, commands);
    return commands;
  }

  return { byScope, list, overwrite };
}

/** A command as Discord stores it. */
function registered(body: Command, scope: string, id: string): APIApplicationCommand {
  const { contexts, integration_types, dm_permission: _, ...rest } = body;
  const own: Partial<APIApplicationCommand> = JSON.parse(JSON.stringify(rest, unlessEmpty));
  const everywhere = {
    contexts: contexts ?? null,
    integration_types: integration_types ?? [ApplicationIntegrationType.GuildInstall],
    dm_permission: contexts?.includes(InteractionContextType.BotDM) ?? true,
  };
  return {
    name: body.name,
    type: ApplicationCommandType.ChatInput,
    description: "",
    name_localizations: null,
    description_localizations: null,
    default_member_permissions: null,
    nsfw: false,
    ...own,
    id,
    application_id: APPLICATION_ID,
    version: snowflake(),
    ...(scope === "global" ? everywhere : { guild_id: scope }),
  };
}

/** Discord gives back no option's property that is false, null or empty. */
function unlessEmpty(_key: string, value: unknown): unknown {
  const isEmpty = Array.isArray(value) && value.length === 0;
  return value === false || value === null || isEmpty ? undefined : value;
}

function unlessLocalized(key: string, value: unknown): unknown {
  return key.endsWith("_localizations") ? undefined : value;
}

function createQuestions() {
  const byToken = new Map<string, Question>();

  function ask(question: Question): void {
    byToken.set(question.token, question);
  }

  /** For a payload of which nothing is known, not even that it can be answered. */
  function askAnything(payload: unknown): void {
    if (typeof payload !== "object" || payload === null) return;
    if (!("id" in payload && typeof payload.id === "string")) return;
    if (!("token" in payload && typeof payload.token === "string")) return;
    ask({ id: payload.id, token: payload.token });
  }

  function answer({ id, token = "" }: Ids, content: Content, failure?: DiscordError): void {
    const question = byToken.get(token);
    if (!question || question.id !== id) throw new Refusal(UNKNOWN_INTERACTION);
    try {
      if (failure) throw new Refusal(failure, []);
      if (question.answer) throw new Refusal(ACKNOWLEDGED);
      question.answer = callbackOf(content, question.asked);
      question.resolve?.(question.answer);
    } catch (cause) {
      if (!isTriedAgain(failure)) question.reject?.(cause);
      throw cause;
    }
  }

  function answered({ token = "" }: Ids): Callback {
    const callback = byToken.get(token)?.answer;
    if (!callback) throw new Refusal(UNKNOWN_WEBHOOK);
    return callback;
  }

  function followUp(ids: Ids, { json, files }: Content) {
    answered(ids);
    checkBody(problemsWithFollowUp(JSON.parse(json), files));
    return { id: snowflake() };
  }

  function edit(ids: Ids, { json, files }: Content) {
    const flags = flagsOf(answered(ids).response);
    checkBody(
      problemsWithEdit(JSON.parse(json), files, { flags, attachments: [], components: [] }),
    );
    return { id: snowflake() };
  }

  return { ask, askAnything, answer, followUp, edit };
}

function callbackOf({ json, files }: Content, asked: APIInteraction | undefined): Callback {
  const response: APIInteractionResponse = JSON.parse(json);
  checkBody(problemsWithCallback(response, files, asked));
  return { response, files };
}

function isTriedAgain(failure: DiscordError | undefined): boolean {
  return failure !== undefined && (failure.status === 429 || failure.status >= 500);
}

function flagsOf(response: APIInteractionResponse): number {
  const { ChannelMessageWithSource, DeferredChannelMessageWithSource } = InteractionResponseType;
  const isNew =
    response.type === ChannelMessageWithSource ||
    response.type === DeferredChannelMessageWithSource;
  return isNew ? (response.data?.flags ?? 0) : 0;
}

function checkBody(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const message = `Invalid Form Body\n${problems.join("\n")}`;
  throw new Refusal({ status: 400, code: 50035, message }, problems);
}

interface GatewayOptions {
  readonly url: string;
  readonly token: string;
  readonly guilds: readonly string[];
  /** Where the gateway tells what the bot should not ask for. */
  readonly problems: string[];
  readonly closeCode: number | undefined;
}

function createGateway(http: Server, options: GatewayOptions) {
  const { url, token, guilds, problems, closeCode } = options;
  const server = new WebSocketServer({ server: http });
  const live = new Set<WebSocket>();
  const begun = new EventEmitter();
  const sessions: ("READY" | "RESUMED")[] = [];
  let session = "";
  let events: string[] = [];

  server.on("connection", (socket) => {
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: 45_000 } });
    socket.on("message", (text) => receive(socket, JSON.parse(text.toString())));
    socket.on("close", () => live.delete(socket));
  });

  function receive(socket: WebSocket, payload: GatewaySendPayload): void {
    if (payload.op === GatewayOpcodes.Heartbeat) send(socket, { op: GatewayOpcodes.HeartbeatAck });
    if (payload.op === GatewayOpcodes.Identify) identify(socket, payload.d);
    if (payload.op === GatewayOpcodes.Resume) resume(socket, payload.d);
  }

  function identify(socket: WebSocket, data: GatewayIdentifyData) {
    if (closeCode !== undefined) return socket.close(closeCode);
    if (data.token !== token) return socket.close(GatewayCloseCodes.AuthenticationFailed);
    if (data.intents & PRIVILEGED) {
      problems.push(`IDENTIFY: intents ${data.intents} are privileged`);
      return socket.close(GatewayCloseCodes.DisallowedIntents);
    }
    session = snowflake();
    events = [];
    begin(socket, "READY", {
      v: 10,
      user: BOT,
      guilds: guilds.map((id) => ({ id, unavailable: true })),
      session_id: session,
      resume_gateway_url: url,
      shard: data.shard ?? [0, 1],
      application: { id: APPLICATION_ID, flags: 0, flags_new: "0" },
    });
  }

  function resume(socket: WebSocket, data: GatewayResumeData) {
    if (data.token !== token) return socket.close(GatewayCloseCodes.AuthenticationFailed);
    if (data.session_id !== session) {
      return send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    }
    for (const event of events.slice(data.seq)) socket.send(event);
    begin(socket, "RESUMED", {});
  }

  function begin(socket: WebSocket, how: "READY" | "RESUMED", data: unknown): void {
    live.add(socket);
    dispatch(how, data);
    sessions.push(how);
    begun.emit("begun");
  }

  function dispatch(t: string, d: unknown): void {
    if (!session) throw new Error("The bot has never connected: await ready() first.");
    const event = JSON.stringify({ op: GatewayOpcodes.Dispatch, s: events.length + 1, t, d });
    events.push(event);
    for (const socket of live) socket.send(event);
  }

  function drop(code: number): void {
    live.clear();
    for (const socket of server.clients) socket.close(code);
  }

  async function ready(): Promise<void> {
    if (live.size === 0) await once(begun, "begun");
  }

  function close(): void {
    for (const socket of server.clients) socket.terminate();
    server.close();
  }

  return { sessions, dispatch, drop, ready, close };
}

function send(socket: WebSocket, payload: object): void {
  socket.send(JSON.stringify(payload));
}

function route(method: string, path: string, respond: Route["respond"]): Route {
  return { method, path: new RegExp(`^${path}$`), respond };
}

function routed(routes: readonly Route[], request: Request, path: string): unknown {
  for (const { method, path: pattern, respond } of routes) {
    const match = method === request.method ? pattern.exec(path) : null;
    if (match) return respond(request, { ...match.groups });
  }
  throw new Refusal(NOT_FOUND);
}

function portOf(http: Server): number {
  const address = http.address();
  if (address === null || typeof address === "string") throw new Error("Not listening on a port.");
  return address.port;
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const { method = "GET", url = "/", headers } = incoming;
  const body = Buffer.concat(await incoming.toArray());
  return new Request(`http://127.0.0.1${url}`, {
    method,
    headers: {
      authorization: headers.authorization ?? "",
      "content-type": headers["content-type"] ?? "",
    },
    ...(body.length > 0 && { body }),
  });
}

async function contentOf(request: Request): Promise<Content> {
  if (!request.headers.get("content-type")?.startsWith("multipart/")) {
    return { json: await request.text(), files: [] };
  }
  const form = await request.formData();
  const files: SentFile[] = [];
  for (const [part, value] of form) {
    if (typeof value === "string") continue;
    const id = part.match(/^files\[(\d+)\]$/)?.[1] ?? part;
    files.push({ id, name: value.name, bytes: Buffer.from(await value.arrayBuffer()) });
  }
  return { json: String(form.get("payload_json")), files };
}

import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import {
  type APIApplicationCommand,
  type APIInteraction,
  type APIInteractionResponse,
  type APIInteractionResponseCallbackData,
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
  MessageFlags,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import { type WebSocket, WebSocketServer } from "ws";
import { ChannelRefusal, createFakeChannels, type FakeChannel } from "./fake-channels.ts";
import { APPLICATION_ID, BOT, type Callback, snowflake } from "./payloads.ts";
import {
  problemsWithCallback,
  problemsWithCommands,
  problemsWithEdit,
  problemsWithFollowUp,
  problemsWithForumPost,
  problemsWithMessage,
  problemsWithThread,
  type SentFile,
} from "./spec.ts";

/** The bot's token. It is joined from parts, so that no scanner mistakes it for a real one. */
export const TOKEN = [btoa(APPLICATION_ID), "fake", "token"].join(".");

export interface FakeDiscordOptions {
  /** The only accepted token; by default, {@link TOKEN}. */
  readonly token?: string;
  /** The ids of the guilds that READY lists. */
  readonly guilds?: readonly string[];
  /** The commands registered before the bot starts, by scope: “global” or a guild's id. */
  readonly commandsByScope?: Readonly<Record<string, readonly Command[]>>;
  /** The ids of the guilds whose commands the bot may neither list nor set. */
  readonly missingAccess?: readonly string[];
  /** The code with which the gateway closes a connection instead of starting a session. */
  readonly closeCode?: number;
  /** The recommended number of shards, and the only accepted one; by default, 1. */
  readonly shards?: number;
  /** How many shards may identify at once; by default, 1. */
  readonly maxConcurrency?: number;
  /** How many sessions the bot may still start today. */
  readonly remainingSessions?: number;
  readonly channels?: readonly FakeChannel[];
  /** Discord’s clock, which its responses show. */
  readonly now?: () => number;
  /** How long a nonce is remembered, in milliseconds. */
  readonly nonceMemory?: number;
  /** Returns what goes wrong with a request, if anything does. */
  readonly faultOf?: (request: {
    readonly method: string;
    readonly path: string;
  }) => Fault | undefined;
}

/** A fault of a request, before Discord has acted on it or after: a status, or a broken connection. */
export interface Fault {
  readonly when: "before" | "after";
  readonly status: number | "cut";
  /** In seconds. */
  readonly retryAfter?: number;
}

export interface FakeDiscord {
  /** The value for `rest.api` of discord.js. */
  readonly api: string;
  /**
   * Resolves with the bot's response to `interaction` if Discord would accept it. Otherwise rejects
   * with the list of problems. Also rejects with the error of {@link failNext}, unless discord.js
   * retries after it.
   */
  send(interaction: APIInteraction): Promise<Callback>;
  /** Notes the response that an endpoint gave by itself to an interaction, so that it can be edited. */
  note(interaction: APIInteraction, callback: Callback): void;
  /** Resolves with the message of a response once the bot has edited it. */
  edited(interaction: APIInteraction): Promise<Callback>;
  /**
   * Sends any event, even one that Discord would not send, to the shard of its guild or to `shard`. The
   * bot may respond to an interaction.
   */
  dispatch(event: string, data: unknown, shard?: number): void;
  /** Sends any text to all gateway connections, even one that is no payload. */
  sendRaw(text: string): void;
  /** The registered commands, by scope: “global” or a guild's id. */
  readonly commands: ReadonlyMap<string, readonly APIApplicationCommand[]>;
  /** All REST requests in order. Paths omit `/api/v10`, the query and the interaction token. */
  readonly requests: readonly { readonly method: string; readonly path: string }[];
  /** Everything that the bot did and that Discord would not accept. */
  readonly problems: readonly string[];
  /** How each of the bot's gateway connections started, in order. */
  readonly sessions: readonly SessionStart[];
  /** The shards of these connections, in the same order. */
  readonly shards: readonly number[];
  readonly channels: ReturnType<typeof createFakeChannels>;
  /** Makes the next request of this kind fail. Two calls make the next two fail. */
  failNext(what: Fallible, error: DiscordError): void;
  /**
   * Closes all gateway connections, or that of one shard. Events sent from then on arrive when the bot
   * resumes.
   */
  drop(code: number, shard?: number): void;
  /** Resolves once all shards of the bot are connected, that is, after READY or RESUMED. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

type SessionStart = "READY" | "RESUMED";
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
  /** Returns the JSON of the response, or undefined for 204. */
  readonly respond: (request: Request, ids: Ids) => unknown;
}

/** An interaction to which the bot may respond once. */
interface PendingInteraction {
  readonly id: string;
  readonly token: string;
  readonly asked?: APIInteraction;
  readonly resolve?: (callback: Callback) => void;
  readonly reject?: (reason: unknown) => void;
  callback?: Callback;
  /** The message after its last edit. */
  edit?: Callback;
}

interface Content {
  readonly json: string;
  readonly files: readonly SentFile[];
}

const COMMANDS = `/applications/${APPLICATION_ID}(?:/guilds/(?<guild>\\d+))?/commands`;
const WEBHOOK = `/webhooks/${APPLICATION_ID}/(?<token>[^/]+)`;

/** The paths that need an interaction token instead of the bot's token. */
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

/** An error response, with the problems to report: none if a test asked for the error. */
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
 * Starts the parts of Discord's REST API and gateway that one bot uses, on a loopback port. It is as
 * strict as Discord: a wrong request gets Discord's error, and a line in `problems`.
 */
export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const {
    token = TOKEN,
    guilds = [],
    commandsByScope = {},
    missingAccess = [],
    closeCode,
    shards = 1,
    maxConcurrency = 1,
    remainingSessions = 1000,
    now = Date.now,
    faultOf = () => undefined,
  } = options;
  const channels = createFakeChannels({ ...options, now });
  for (const channel of options.channels ?? []) channels.set(channel);
  const requests: { method: string; path: string }[] = [];
  const problems: string[] = [];
  const failures: { what: Fallible; error: DiscordError }[] = [];
  const commands = createCommands(commandsByScope, missingAccess);
  const interactions = createPendingInteractions();

  const http = createServer((incoming, outgoing) => {
    void requestOf(incoming)
      .then(respond)
      .then(async (response) => {
        if (response.headers.has(CUT)) return outgoing.destroy();
        const date = new Date(now()).toUTCString();
        outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), date });
        return outgoing.end(await response.text());
      })
      // Only a broken connection gets here. Any other error is a response.
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
    shards,
    maxConcurrency,
  });

  const routes: readonly Route[] = [
    route("GET", "/gateway/bot", () => {
      const failure = failureOf("gateway");
      if (failure) throw new Refusal(failure, []);
      const session_start_limit = {
        total: 1000,
        remaining: remainingSessions,
        reset_after: 0,
        max_concurrency: maxConcurrency,
      };
      return { url: `ws://${host}`, shards, session_start_limit };
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
    // The servers have no rules of their own for commands.
    route("GET", `${COMMANDS}/permissions`, () => []),
    route("PUT", COMMANDS, async (request, { guild }) =>
      commands.overwrite(guild, await request.text(), failureOf("commands")),
    ),
    route("POST", "/interactions/(?<id>\\d+)/(?<token>[^/]+)/callback", async (request, ids) =>
      interactions.respond(ids, await contentOf(request), failureOf("callback")),
    ),
    route("POST", WEBHOOK, async (request, ids) =>
      interactions.followUp(ids, await contentOf(request)),
    ),
    route("GET", "/guilds/(?<guild>\\d+)", (_, { guild = "" }) => channels.guild(guild)),
    route("GET", "/guilds/(?<guild>\\d+)/threads/active", (_, { guild = "" }) =>
      channels.activeThreads(guild),
    ),
    route("GET", "/channels/(?<id>\\d+)", (_, { id = "" }) => channels.channel(id)),
    route("POST", "/channels/(?<id>\\d+)/messages", async (request, { id = "" }) => {
      const { json, files } = await contentOf(request);
      checkBody(problemsWithMessage(JSON.parse(json), files));
      return channels.postMessage(id, JSON.parse(json), files.length);
    }),
    route("POST", "/channels/(?<id>\\d+)/threads", async (request, { id = "" }) => {
      const { json, files } = await contentOf(request);
      checkBody(problemsWithForumPost(JSON.parse(json), files));
      return channels.startForumPost(id, JSON.parse(json));
    }),
    route(
      "POST",
      "/channels/(?<id>\\d+)/messages/(?<message>\\d+)/threads",
      async (request, { id = "", message = "" }) => {
        const { json } = await contentOf(request);
        checkBody(problemsWithThread(JSON.parse(json)));
        return channels.startThread(id, message, JSON.parse(json).name);
      },
    ),
    route("PATCH", `${WEBHOOK}/messages/@original`, async (request, ids) =>
      interactions.edit(ids, await contentOf(request)),
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
    const fault = faultOf({ method, path });
    if (fault?.when === "before") return faultResponse(fault);
    const response = await answerTo(request, wholePath, path);
    return fault === undefined ? response : faultResponse(fault);
  }

  async function answerTo(request: Request, wholePath: string, path: string): Promise<Response> {
    const { method } = request;
    try {
      const isBot = request.headers.get("authorization") === `Bot ${token}`;
      if (path === wholePath && !isBot) throw new Refusal(UNAUTHORIZED, []);
      const json = await dispatchToRoute(routes, request, wholePath);
      return json === undefined ? new Response(null, { status: 204 }) : Response.json(json);
    } catch (cause) {
      if (cause instanceof ChannelRefusal) {
        const { status, ...body } = cause.refused;
        return Response.json(body, { status });
      }
      const refusal = cause instanceof Refusal ? cause : new Refusal(MALFORMED, [String(cause)]);
      problems.push(...refusal.problems.map((problem) => `${method} ${path}: ${problem}`));
      const { status, code, message } = refusal.error;
      return Response.json({ code, message }, { status });
    }
  }

  return {
    api: `http://${host}/api`,
    channels,
    requests,
    problems,
    commands: commands.byScope,
    sessions: gateway.sessions,
    shards: gateway.shards,
    ready: gateway.ready,
    drop: gateway.drop,
    sendRaw: gateway.sendRaw,
    note: interactions.note,
    edited: interactions.edited,
    failNext: (what, error) => failures.push({ what, error }),
    send: (asked) =>
      new Promise((resolve, reject) => {
        interactions.add({ id: asked.id, token: asked.token, asked, resolve, reject });
        gateway.dispatch(GatewayDispatchEvents.InteractionCreate, asked);
      }),
    dispatch(event, data, shard) {
      if (event === GatewayDispatchEvents.InteractionCreate) interactions.addPayload(data);
      gateway.dispatch(event, data, shard);
    },
    async close() {
      gateway.close();
      http.close();
      http.closeAllConnections();
      await once(http, "close");
    },
  };
}

/** Marks a response that is never sent, because its connection breaks. */
const CUT = "x-cut";

function faultResponse({ status, retryAfter }: Fault): Response {
  if (status === "cut") return new Response(null, { headers: { [CUT]: "" } });
  return Response.json(
    { code: 0, message: "This is a fault." },
    { status, headers: retryAfter === undefined ? {} : { "retry-after": String(retryAfter) } },
  );
}

function createCommands(
  initial: Readonly<Record<string, readonly Command[]>>,
  missingAccess: readonly string[],
) {
  const byScope = new Map<string, APIApplicationCommand[]>();
  for (const [scope, bodies] of Object.entries(initial)) {
    byScope.set(
      scope,
      bodies.map((body) => storedCommand(body, scope, snowflake())),
    );
  }

  function scopeOf(guild: string | undefined, failure: DiscordError | undefined): string {
    if (failure) throw new Refusal(failure, []);
    if (guild && missingAccess.includes(guild)) throw new Refusal(MISSING_ACCESS, []);
    return guild ?? "global";
  }

  function list(guild: string | undefined, isWhole: boolean, failure: DiscordError | undefined) {
    const commands = byScope.get(scopeOf(guild, failure)) ?? [];
    return isWhole ? commands : JSON.parse(JSON.stringify(commands, omitLocalizations));
  }

  function overwrite(guild: string | undefined, json: string, failure: DiscordError | undefined) {
    const scope = scopeOf(guild, failure);
    const bodies: Command[] = JSON.parse(json);
    checkBody(problemsWithCommands(bodies));
    const old = byScope.get(scope) ?? [];
    const commands = bodies.map((body) => {
      const { name, type = ApplicationCommandType.ChatInput } = body;
      const same = old.find((command) => command.name === name && command.type === type);
      return storedCommand(body, scope, same?.id ?? snowflake());
    });
    byScope.set(scope, commands);
    return commands;
  }

  return { byScope, list, overwrite };
}

/** A command as Discord stores it. */
function storedCommand(body: Command, scope: string, id: string): APIApplicationCommand {
  const { contexts, integration_types, dm_permission: _, ...rest } = body;
  const own: Partial<APIApplicationCommand> = JSON.parse(JSON.stringify(rest, omitEmpty));
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

/** Discord does not return properties of options that are false, null or empty. */
function omitEmpty(_key: string, value: unknown): unknown {
  const isEmpty = Array.isArray(value) && value.length === 0;
  return value === false || value === null || isEmpty ? undefined : value;
}

function omitLocalizations(key: string, value: unknown): unknown {
  return key.endsWith("_localizations") ? undefined : value;
}

function createPendingInteractions() {
  const byToken = new Map<string, PendingInteraction>();
  const edits = new EventEmitter();

  function note({ id, token }: APIInteraction, callback: Callback): void {
    add({ id, token, callback });
  }

  async function edited({ token }: APIInteraction): Promise<Callback> {
    for (;;) {
      const { edit } = byToken.get(token) ?? {};
      if (edit !== undefined) return edit;
      await once(edits, "edit");
    }
  }

  function add(interaction: PendingInteraction): void {
    byToken.set(interaction.token, interaction);
  }

  /** Adds a payload of any shape, even one to which no response is possible. */
  function addPayload(payload: unknown): void {
    if (typeof payload !== "object" || payload === null) return;
    if (!("id" in payload && typeof payload.id === "string")) return;
    if (!("token" in payload && typeof payload.token === "string")) return;
    add({ id: payload.id, token: payload.token });
  }

  function respond({ id, token = "" }: Ids, content: Content, failure?: DiscordError): void {
    const pending = byToken.get(token);
    if (!pending || pending.id !== id) throw new Refusal(UNKNOWN_INTERACTION);
    try {
      if (failure) throw new Refusal(failure, []);
      if (pending.callback) throw new Refusal(ACKNOWLEDGED);
      pending.callback = callbackOf(content, pending.asked);
      pending.resolve?.(pending.callback);
    } catch (cause) {
      if (!isRetried(failure)) pending.reject?.(cause);
      throw cause;
    }
  }

  function responseTo({ token = "" }: Ids): Callback {
    const callback = byToken.get(token)?.callback;
    if (!callback) throw new Refusal(UNKNOWN_WEBHOOK);
    return callback;
  }

  function followUp(ids: Ids, { json, files }: Content) {
    responseTo(ids);
    checkBody(problemsWithFollowUp(JSON.parse(json), files));
    return { id: snowflake() };
  }

  function edit(ids: Ids, { json, files }: Content) {
    const flags = flagsOf(responseTo(ids).response);
    const data: APIInteractionResponseCallbackData = JSON.parse(json);
    checkBody(problemsWithEdit(data, files, { flags, attachments: [], components: [] }));
    const pending = byToken.get(ids["token"] ?? "");
    if (pending !== undefined) {
      const { ChannelMessageWithSource } = InteractionResponseType;
      // It stays as private as it was.
      const kept = flags & MessageFlags.Ephemeral;
      const response = {
        type: ChannelMessageWithSource,
        data: { ...data, flags: (data.flags ?? 0) | kept },
      } as const;
      pending.edit = { response, files };
      edits.emit("edit");
    }
    return { id: snowflake() };
  }

  return { add, addPayload, respond, followUp, edit, note, edited };
}

function callbackOf({ json, files }: Content, asked: APIInteraction | undefined): Callback {
  const response: APIInteractionResponse = JSON.parse(json);
  checkBody(problemsWithCallback(response, files, asked));
  return { response, files };
}

function isRetried(failure: DiscordError | undefined): boolean {
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
  /** Collects what the bot should not request. */
  readonly problems: string[];
  readonly closeCode: number | undefined;
  readonly shards: number;
  readonly maxConcurrency: number;
}

/** The session of one shard. */
interface Session {
  readonly id: string;
  /** All events so far, as they were sent. */
  readonly events: string[];
  /** Absent while the shard is not connected. */
  socket?: WebSocket | undefined;
}

/** The time after which the next shard of a bucket may identify, in milliseconds. */
const IDENTIFY_INTERVAL = 5000;

function createGateway(http: Server, options: GatewayOptions) {
  const { url, token, guilds, problems, closeCode, shards: count, maxConcurrency } = options;
  const server = new WebSocketServer({ server: http });
  const begun = new EventEmitter();
  const sessions: SessionStart[] = [];
  const shards: number[] = [];
  const sessionsByShard = new Map<number, Session>();
  /** When a shard of each bucket last identified. */
  const identified = new Map<number, number>();

  server.on("connection", (socket) => {
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: 45_000 } });
    socket.on("message", (text) => receive(socket, JSON.parse(text.toString())));
    socket.on("close", () => {
      for (const session of sessionsByShard.values()) {
        if (session.socket === socket) session.socket = undefined;
      }
    });
  });

  function receive(socket: WebSocket, payload: GatewaySendPayload): void {
    if (payload.op === GatewayOpcodes.Heartbeat) send(socket, { op: GatewayOpcodes.HeartbeatAck });
    if (payload.op === GatewayOpcodes.Identify) identify(socket, payload.d);
    if (payload.op === GatewayOpcodes.Resume) resume(socket, payload.d);
  }

  function identify(socket: WebSocket, data: GatewayIdentifyData) {
    const [shard, of] = data.shard ?? [0, 1];
    if (closeCode !== undefined) return socket.close(closeCode);
    if (data.token !== token) return socket.close(GatewayCloseCodes.AuthenticationFailed);
    if (data.intents & PRIVILEGED) {
      problems.push(`IDENTIFY: intents ${data.intents} are privileged`);
      return socket.close(GatewayCloseCodes.DisallowedIntents);
    }
    if (of !== count || shard >= count) {
      problems.push(`IDENTIFY: ${shard} of ${of} is not one of ${count} shards`);
      return socket.close(GatewayCloseCodes.InvalidShard);
    }
    const bucket = shard % maxConcurrency;
    const sinceLast = performance.now() - (identified.get(bucket) ?? -IDENTIFY_INTERVAL);
    // Timers of the bot may fire a little early.
    if (sinceLast < IDENTIFY_INTERVAL - 50) {
      problems.push(`IDENTIFY: shard ${shard} is ${sinceLast} ms after the last one of its bucket`);
      return send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    }
    identified.set(bucket, performance.now());
    const session: Session = { id: snowflake(), events: [] };
    sessionsByShard.set(shard, session);
    begin(socket, shard, "READY", {
      v: 10,
      user: BOT,
      guilds: guilds.filter((id) => shardOf(id) === shard).map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url,
      shard: [shard, of],
      application: { id: APPLICATION_ID, flags: 0, flags_new: "0" },
    });
  }

  function resume(socket: WebSocket, data: GatewayResumeData) {
    if (data.token !== token) return socket.close(GatewayCloseCodes.AuthenticationFailed);
    for (const [shard, { id, events }] of sessionsByShard) {
      if (data.session_id !== id) continue;
      for (const event of events.slice(data.seq)) socket.send(event);
      return begin(socket, shard, "RESUMED", {});
    }
    return send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
  }

  function begin(socket: WebSocket, shard: number, how: SessionStart, data: unknown): void {
    sessionOf(shard).socket = socket;
    dispatch(how, data, shard);
    sessions.push(how);
    shards.push(shard);
    begun.emit("begun");
  }

  function sessionOf(shard: number): Session {
    const session = sessionsByShard.get(shard);
    if (!session) throw new Error("The bot has never connected: await ready() first.");
    return session;
  }

  /** Returns the shard that receives the events of a guild. */
  function shardOf(guild: string): number {
    return Number((BigInt(guild) >> 22n) % BigInt(count));
  }

  /** Returns the shard of a payload of any shape. Direct messages go to the first shard. */
  function shardOfPayload(payload: unknown): number {
    if (typeof payload !== "object" || payload === null) return 0;
    if (!("guild_id" in payload && typeof payload.guild_id === "string")) return 0;
    return shardOf(payload.guild_id);
  }

  function dispatch(t: string, d: unknown, shard = shardOfPayload(d)): void {
    const { events, socket } = sessionOf(shard);
    const event = JSON.stringify({ op: GatewayOpcodes.Dispatch, s: events.length + 1, t, d });
    events.push(event);
    socket?.send(event);
  }

  function sendRaw(text: string): void {
    for (const socket of server.clients) socket.send(text);
  }

  function drop(code: number, shard?: number): void {
    if (shard !== undefined) {
      const session = sessionOf(shard);
      session.socket?.close(code);
      session.socket = undefined;
      return;
    }
    for (const session of sessionsByShard.values()) session.socket = undefined;
    for (const socket of server.clients) socket.close(code);
  }

  async function ready(): Promise<void> {
    const live = () => [...sessionsByShard.values()].filter(({ socket }) => socket !== undefined);
    while (live().length < count) await once(begun, "begun");
  }

  function close(): void {
    for (const socket of server.clients) socket.terminate();
    server.close();
  }

  return { sessions, shards, dispatch, sendRaw, drop, ready, close };
}

function send(socket: WebSocket, payload: object): void {
  socket.send(JSON.stringify(payload));
}

function route(method: string, path: string, respond: Route["respond"]): Route {
  return { method, path: new RegExp(`^${path}$`), respond };
}

function dispatchToRoute(routes: readonly Route[], request: Request, path: string): unknown {
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

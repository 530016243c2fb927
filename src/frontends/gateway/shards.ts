import { AsyncLocalStorage } from "node:async_hooks";
import process from "node:process";
import { type SessionInfo, WebSocketManager, WebSocketShardEvents } from "@discordjs/ws";
import { GatewayDispatchEvents, type REST } from "discord.js";
import type { Logger } from "pino";
import * as v from "valibot";
import { type Message, message, type Translate } from "../../catalogue/catalogue.ts";
import type { Result } from "../../foundation/result.ts";
import { describeError } from "../handle-interaction.ts";
import type { Metrics } from "../http/metrics.ts";
import { describeClose, isFatalClose } from "../startup-error.ts";

/** The connections to Discord's gateway: one for each shard, as many as Discord recommends. */
export interface Shards {
  /**
   * Connects every shard. Returns their number and the ids of the servers that the bot has joined, or
   * an error if Discord allows too few sessions. Rejects if Discord cannot be reached or refuses.
   */
  connect(): Promise<Result<ConnectedShards>>;
  /** Resolves with a sentence when Discord closes a connection for good. */
  readonly lost: Promise<Message>;
  close(): Promise<void>;
}

interface ConnectedShards {
  readonly count: number;
  readonly guilds: readonly string[];
}

interface ShardOptions {
  readonly token: string;
  readonly rest: REST;
  readonly t: Translate;
  readonly log: Logger;
  readonly metrics: Metrics | undefined;
  /** Receives the payload of each interaction, whatever its shape. */
  readonly onInteraction: (payload: unknown, shard: number) => void;
}

/** How long a connection may take to open, in milliseconds. It bounds the time that closing takes. */
const HANDSHAKE_TIMEOUT = 5000;
/** How long Discord may take to greet a shard, in milliseconds, its handshake included. */
const HELLO_TIMEOUT = 2 * HANDSHAKE_TIMEOUT;

const WEBSOCKET_ADDRESS = v.pipe(
  v.string(),
  v.regex(/^wss?:\/\/[^#]+$/),
  v.check((text) => URL.canParse(text)),
);
const GATEWAY_INFORMATION = v.looseObject({
  url: WEBSOCKET_ADDRESS,
  shards: v.pipe(v.number(), v.integer(), v.minValue(1)),
  session_start_limit: v.looseObject({ remaining: v.number(), reset_after: v.number() }),
});
const SESSION = v.looseObject({
  sessionId: v.string(),
  resumeURL: WEBSOCKET_ADDRESS,
  sequence: v.number(),
});
const READY = v.looseObject({ guilds: v.array(v.looseObject({ id: v.string() })) });

export function createShards({
  token,
  rest,
  t,
  log,
  metrics,
  onInteraction,
}: ShardOptions): Shards {
  const sessions = new Map<number, SessionInfo>();
  /** The shards with a connection: “opening” until Discord greets them. */
  const connections = new Map<number, "opening" | "open">();
  /** The shards whose connection has closed, until they are ready again. */
  const outages = new Set<number>();
  /** The shards whose errors have been logged, until they are ready again. */
  const warned = new Set<number>();
  const guilds = new Set<string>();
  let isClosing = false;
  let lose: (reason: Message) => void;
  const lost = new Promise<Message>((resolve) => {
    lose = resolve;
  });

  const manager = new WebSocketManager({
    token,
    rest,
    // Interactions need no intent.
    intents: 0,
    handshakeTimeout: HANDSHAKE_TIMEOUT,
    helloTimeout: HELLO_TIMEOUT,
    // By default, all managers of a process share one store.
    retrieveSessionInfo(shard) {
      if (!connections.has(shard)) {
        // This shard is about to connect. After the end it waits here instead, for good.
        if (isClosing) return new Promise(() => {});
        connections.set(shard, "opening");
      }
      return sessions.get(shard) ?? null;
    },
    updateSessionInfo(shard, session) {
      if (session === null) {
        sessions.delete(shard);
        return;
      }
      // A session that cannot be resumed, from a malformed READY, must not replace one that can.
      if (!v.is(SESSION, session)) return;
      // The library handles events concurrently, so an earlier one may report its number late. If that
      // number counted, Discord would repeat interactions that have been answered.
      const current = sessions.get(shard);
      const isLate =
        current?.sessionId === session.sessionId && current.sequence > session.sequence;
      if (!isLate) sessions.set(shard, session);
    },
  });

  manager.on(WebSocketShardEvents.Hello, ({ shardId: shard }) => {
    connections.set(shard, "open");
  });
  manager.on(WebSocketShardEvents.Ready, ({ data, shardId: shard }) => {
    if (v.is(READY, data)) for (const { id } of data.guilds) guilds.add(id);
    setReady(shard);
  });
  manager.on(WebSocketShardEvents.Resumed, ({ shardId: shard }) => setReady(shard));
  manager.on(WebSocketShardEvents.Closed, ({ code, shardId: shard }) => {
    connections.delete(shard);
    metrics?.setShardReady(shard, false);
    if (isClosing) return;
    if (isFatalClose(code)) return lose(describeClose(code));
    // Each failed attempt to reconnect closes a connection too.
    if (outages.has(shard)) return;
    outages.add(shard);
    log.info({ shard, code }, t("log.reconnecting"));
  });
  // After a fatal close, which has been reported, the library also emits an error.
  manager.on(WebSocketShardEvents.Error, ({ error, shardId: shard }) => {
    if (isClosing || !connections.has(shard) || warned.has(shard)) return;
    warned.add(shard);
    log.warn({ ...describeError(error), shard }, t("log.unreachable"));
  });
  manager.on(WebSocketShardEvents.Dispatch, ({ data, shardId: shard }) => {
    if (data.t !== GatewayDispatchEvents.InteractionCreate) return;
    isInLibrary.run(false, () => onInteraction(data.d, shard));
  });

  function setReady(shard: number): void {
    metrics?.setShardReady(shard, true);
    warned.delete(shard);
    if (!outages.delete(shard)) return;
    metrics?.countReconnection(shard);
    log.info({ shard }, t("log.reconnected"));
  }

  const stopContaining = containRejections(log, t);

  return {
    lost,
    async connect() {
      const information = v.parse(GATEWAY_INFORMATION, await manager.fetchGatewayInformation());
      const { shards: count, session_start_limit: limit } = information;
      if (limit.remaining < count) {
        const reset = new Date(Date.now() + limit.reset_after).toISOString();
        return {
          error: message("discord.session-limit", {
            remaining: limit.remaining,
            reset,
            needed: count,
          }),
        };
      }
      for (let shard = 0; shard < count; shard += 1) metrics?.setShardReady(shard, false);
      await isInLibrary.run(true, () => manager.connect());
      return { count, guilds: [...guilds] };
    },
    async close() {
      isClosing = true;
      // The library cannot close a connection that is still opening: it would outlive the shard.
      while ([...connections.values()].includes("opening")) {
        await new Promise<void>((resolve) => {
          manager.once(WebSocketShardEvents.Hello, () => resolve());
          manager.once(WebSocketShardEvents.Closed, () => resolve());
        });
      }
      await manager.destroy();
      stopContaining();
    },
  };
}

/** Whether code is run by the library: in its connections, and in whatever follows from their events. */
const isInLibrary = new AsyncLocalStorage<boolean>();

/**
 * Logs rejections inside the library instead of letting them end the process. Returns a function that
 * stops it.
 *
 * The library reads READY, HELLO and INVALID_SESSION unchecked, in promises that nothing awaits, before
 * it emits any event. So if the `d` of one is null, its error surfaces only as an unhandled rejection of
 * the process, in whose asynchronous context `isInLibrary` is true. Afterwards the library's own timeouts
 * apply: a shard without its READY connects again after 15 seconds, and one that is ready stays so.
 * Rejections from elsewhere still end the process.
 */
function containRejections(log: Logger, t: Translate): () => void {
  function contain(reason: unknown): void {
    if (isInLibrary.getStore() !== true) throw reason;
    log.error(describeError(reason), t("log.connection-failed"));
  }
  process.on("unhandledRejection", contain);
  return () => process.off("unhandledRejection", contain);
}

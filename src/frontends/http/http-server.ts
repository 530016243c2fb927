import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { type Message, message, type Translate } from "../../catalogue/catalogue.ts";
import { errorCode } from "../../foundation/errors.ts";
import type { Result } from "../../foundation/result.ts";

/** An HTTP server that is listening. */
export interface HttpServer {
  /** The port: the requested one, or any free one if that was 0. */
  readonly port: number;
  /** Stops listening and answers open requests; those still incomplete after five seconds are cut. */
  close(): Promise<void>;
}

interface ListenOptions {
  readonly port: number;
  readonly hostname?: string;
  /** Called for each request whose body is too large. */
  readonly onTooLarge?: () => void;
}

/** The largest request body that is accepted, in bytes. Discord's interactions are far smaller. */
const MAX_BODY_BYTES = 256 * 1024;

/** How much of a body that is too large is read away, in bytes, so that its sender hears the answer. */
const MAX_DISCARDED_BYTES = 4 * 1024 * 1024;

/** How long a request may take to arrive, in milliseconds. Discord waits three seconds for its answer. */
const REQUEST_TIMEOUT = 10_000;

/** How often this is checked, in milliseconds. By default, a request may take half a minute longer. */
const CHECK_INTERVAL = 1000;

/**
 * How long a connection may be idle, in milliseconds. Proxies must be the ones to close it, because a
 * request that they send into a closing connection is lost: Caddy waits two minutes, and nginx one.
 */
const KEEP_ALIVE_TIMEOUT = 3 * 60_000;

/**
 * How long closing waits for requests that are on their way in open connections: the number of pauses, and milliseconds
 * for each. Between two pauses, what has arrived is read, so a stall does not use up all of the time.
 */
const LINGER_TURNS = 5;
const LINGER_PAUSE = 10;

/** How long an incomplete request may delay closing, in milliseconds. */
const CLOSE_TIMEOUT = 5000;

/**
 * Serves `app`, which sees a request only when its whole body is there. So no response leaves a part of
 * a request in its connection, where it would take the next request for its rest. A body that is too
 * large gets status 413. Returns an error if the port is not available.
 */
export async function listen(
  app: Hono,
  t: Translate,
  { port, hostname, onTooLarge = () => {} }: ListenOptions,
): Promise<Result<HttpServer, Message>> {
  const respond = getRequestListener(app.fetch);
  const timeouts = {
    requestTimeout: REQUEST_TIMEOUT,
    connectionsCheckingInterval: CHECK_INTERVAL,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
  };
  const unanswered = new Set<ServerResponse>();
  let isClosing = false;
  const server = createServer(timeouts, (incoming, outgoing) => {
    unanswered.add(outgoing);
    outgoing.once("close", () => unanswered.delete(outgoing));
    if (isClosing) announceEnd(outgoing);
    receiveBody(incoming, (rawBody) => {
      if (rawBody !== undefined)
        return void respond(Object.assign(incoming, { rawBody }), outgoing);
      onTooLarge();
      refuseBody(outgoing, t);
    });
  });
  return new Promise((resolve) => {
    server.once("error", (error) => resolve({ error: describeListenError(error, port) }));
    server.listen(port, hostname, () => {
      const address = server.address();
      resolve({
        port: typeof address === "object" && address !== null ? address.port : port,
        close,
      });
    });
  });

  async function close(): Promise<void> {
    isClosing = true;
    for (const outgoing of unanswered) announceEnd(outgoing);
    let hasConnections = true;
    const closed = new Promise<void>((resolve) => {
      // That of HTTP also closes connections that have no request at the moment.
      NetServer.prototype.close.call(server, () => {
        hasConnections = false;
        resolve();
      });
    });
    for (let turn = 0; hasConnections && turn < LINGER_TURNS; turn++) await sleep(LINGER_PAUSE);
    server.close();
    // Once a server is closing, Node no longer enforces its request timeouts.
    setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT).unref();
    await closed;
  }
}

/**
 * Calls `done` with the body of a request, or with undefined if it is too large. Never calls it if the
 * sender breaks off.
 */
function receiveBody(incoming: IncomingMessage, done: (body: Buffer | undefined) => void): void {
  if (Number(incoming.headers["content-length"] ?? 0) > MAX_DISCARDED_BYTES) {
    done(undefined);
    return;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  const onEnd = () => done(length > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks));
  incoming.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length <= MAX_BODY_BYTES) chunks.push(chunk);
    else chunks.length = 0;
    if (length <= MAX_DISCARDED_BYTES) return;
    incoming.removeAllListeners("data").off("end", onEnd).resume();
    done(undefined);
  });
  incoming.once("end", onEnd);
}

/** Makes a response the last one of its connection, so that the sender puts no further request into it. */
function announceEnd(outgoing: ServerResponse): void {
  if (!outgoing.headersSent) outgoing.setHeader("connection", "close");
}

function refuseBody(outgoing: ServerResponse, t: Translate): void {
  const type = "text/plain; charset=utf-8";
  outgoing.writeHead(413, { "content-type": type, connection: "close" });
  outgoing.end(`${t("http.too-large", { kibibytes: MAX_BODY_BYTES / 1024 })}\n`);
}

function describeListenError(error: Error, port: number): Message {
  const code = errorCode(error);
  if (code === "EADDRINUSE") return message("port.taken", { port });
  if (code === "EACCES") return message("port.not-allowed", { port });
  return message("port.failed", { port, reason: error.message });
}

import { once } from "node:events";
import { createServer } from "node:http";
import * as v from "valibot";
import { type WebSocket, WebSocketServer } from "ws";

const GATEWAY_PAYLOAD = v.object({ op: v.number() });

/** The minimum of Discord that a bot needs to answer. Nothing is checked, so that nothing else is timed. */
export interface LoopbackDiscord {
  readonly api: string;
  /** Returns the milliseconds from sending an interaction over the gateway to receiving its answer. */
  answerTime(interaction: { readonly id: string }): Promise<number>;
  close(): void;
}

export async function startLoopbackDiscord(): Promise<LoopbackDiscord> {
  const waiting = new Map<string, () => void>();
  const http = createServer((request, response) => {
    request.resume();
    const id = /interactions\/(\d+)\//.exec(request.url ?? "")?.[1];
    if (id !== undefined) {
      request.on("end", () => {
        waiting.get(id)?.();
        response.writeHead(204).end();
      });
      return;
    }
    const session_start_limit = { total: 9, remaining: 9, reset_after: 0, max_concurrency: 1 };
    const { url = "" } = request;
    response.setHeader("content-type", "application/json");
    if (url.includes("/gateway/bot")) {
      response.end(JSON.stringify({ url: socketUrl, shards: 1, session_start_limit }));
      return;
    }
    response.end(JSON.stringify(url.endsWith("/applications/@me") ? { id: "1" } : []));
  });
  const gateway = new WebSocketServer({ server: http });
  let sequence = 0;
  const dispatch = (socket: WebSocket, t: string, d: unknown) => {
    sequence += 1;
    socket.send(JSON.stringify({ op: 0, s: sequence, t, d }));
  };
  gateway.on("connection", (socket) => {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 45_000 } }));
    socket.on("message", (data) => {
      const { op } = v.parse(GATEWAY_PAYLOAD, JSON.parse(String(data)));
      if (op === 1) socket.send(JSON.stringify({ op: 11 }));
      if (op === 2) {
        dispatch(socket, "READY", {
          v: 10,
          user: { id: "1", username: "bot", discriminator: "0", global_name: null, avatar: null },
          guilds: [],
          session_id: "s",
          resume_gateway_url: socketUrl,
          application: { id: "1", flags: 0 },
        });
      }
    });
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const address = http.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const socketUrl = `ws://127.0.0.1:${port}`;

  return {
    api: `http://127.0.0.1:${port}/api`,
    async answerTime(interaction) {
      const answered = new Promise<void>((resolve) => waiting.set(interaction.id, resolve));
      const start = performance.now();
      for (const socket of gateway.clients) dispatch(socket, "INTERACTION_CREATE", interaction);
      await answered;
      waiting.delete(interaction.id);
      return performance.now() - start;
    },
    close() {
      for (const socket of gateway.clients) socket.terminate();
      http.close();
      http.closeAllConnections();
    },
  };
}

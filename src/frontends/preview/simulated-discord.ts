import type { ResponseFile } from "../../discord/message.ts";
import type { Exchange } from "../../rhythm/outcome.ts";
import { DISCORD_EPOCH, type SendRequest } from "../discord-request.ts";

/** A message that the bot has posted. */
export interface SimulatedMessage {
  readonly id: string;
  readonly channel: string;
  readonly body: object;
  readonly files: readonly ResponseFile[];
}

/** A thread that the bot has opened on a message, whose id it has. */
export interface SimulatedThread {
  readonly id: string;
  readonly name: string;
}

/** A Discord that exists only here: it refuses nothing, and keeps what is posted until it is taken. */
export interface SimulatedDiscord {
  readonly send: SendRequest;
  /** Returns what was posted since the last time. */
  take(): {
    readonly messages: readonly SimulatedMessage[];
    readonly threads: readonly SimulatedThread[];
  };
}

const POST = /^\/channels\/(\d+)\/messages$/;
const THREAD = /^\/channels\/\d+\/messages\/(\d+)\/threads$/;

/** Creates a Discord that goes by the clock `now`. */
export function createSimulatedDiscord(now: () => number): SimulatedDiscord {
  const opened = new Set<string>();
  let messages: SimulatedMessage[] = [];
  let threads: SimulatedThread[] = [];
  let count = 0n;

  function newId(): string {
    count = (count + 1n) & 0x3f_ffffn;
    return String(((BigInt(now()) - DISCORD_EPOCH) << 22n) | count);
  }

  function answer({ method, path, body = {}, files = [] }: Parameters<SendRequest>[0]): Exchange {
    const channel = method === "POST" ? POST.exec(path)?.[1] : undefined;
    if (channel !== undefined) {
      const id = newId();
      messages.push({ id, channel, body, files });
      return { kind: "answered", status: 200, id };
    }
    const message = method === "POST" ? THREAD.exec(path)?.[1] : undefined;
    if (message !== undefined) {
      if (opened.has(message)) return { kind: "answered", status: 400, code: 160_004 };
      opened.add(message);
      threads.push({ id: message, name: "name" in body ? String(body.name) : "" });
      return { kind: "answered", status: 201, id: message };
    }
    return { kind: "answered", status: method === "GET" ? 200 : 404, code: 0 };
  }

  return {
    send: async (request) => ({ exchange: answer(request), date: now() }),
    take() {
      const taken = { messages, threads };
      messages = [];
      threads = [];
      return taken;
    },
  };
}

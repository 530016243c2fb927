import { readFile } from "node:fs/promises";
import type { Readable, Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
} from "@modelcontextprotocol/sdk/types.js";
import type { Logger } from "pino";
import * as v from "valibot";
import type { Bot } from "../../command/bot.ts";
import type { RawOptions } from "../../command/types.ts";
import { toWellFormed } from "../../foundation/well-formed.ts";
import { notice, type Reply } from "../../reply/reply.ts";
import { describeError, logFailure } from "../handle-interaction.ts";
import { createTurns } from "../turns.ts";
import { resultOf, toolOf } from "./tools.ts";

interface McpOptions {
  readonly input: Readable;
  /** Gets the messages of the protocol, and nothing else. */
  readonly output: Writable;
  /** The title of the corpus, for the instructions to the assistant. */
  readonly title: string;
  readonly log: Logger;
  /** Ends the conversation when it aborts. */
  readonly signal: AbortSignal;
}

/**
 * Answers an assistant over the Model Context Protocol (https://modelcontextprotocol.io) until the input
 * ends or `signal` aborts. The commands of `bot` that need no store, and so
 * only read, are its tools.
 */
export async function serveMcp(
  bot: Bot,
  { input, output, title, log, signal }: McpOptions,
): Promise<void> {
  const { t } = bot;
  const tools = bot.commands
    .filter(({ needs }) => needs === undefined)
    .map((command) => toolOf(command, t));
  const names = tools.map(({ name }) => name);
  const isTool = (name: string) => names.includes(name);
  const turns = createTurns();
  const pending = new Set<Promise<unknown>>();

  // McpServer itself takes schemas of zod only, and ours are made of the options’ declarations.
  const { server: protocol } = new McpServer(
    { name: "ibid", version: await readVersion() },
    { capabilities: { tools: {} }, instructions: t("mcp.instructions", { title }) },
  );
  protocol.onerror = (error) => log.warn(describeError(error), t("log.mcp-message"));
  protocol.setRequestHandler(ListToolsRequestSchema, () => ({ tools }));
  protocol.setRequestHandler(CallToolRequestSchema, ({ params }, { signal: cancelled }) => {
    if (!isTool(params.name)) {
      const message = t("mcp.unknown-tool", { name: params.name, tools: names });
      throw new McpError(ErrorCode.InvalidParams, message);
    }
    const called = call(params.name, params.arguments ?? {}, cancelled);
    pending.add(called);
    return called.finally(() => pending.delete(called));
  });

  /** Answers one call in its turn, unless it is cancelled before. */
  async function call(
    name: string,
    given: Readonly<Record<string, unknown>>,
    cancelled: AbortSignal,
  ): Promise<CallToolResult> {
    const reply = await turns.take("", () => (cancelled.aborted ? undefined : answer(name, given)));
    // The result of a cancelled call is not sent.
    if (reply === undefined) return { content: [] };
    return resultOf(reply === "busy" ? notice({ kind: "busy" }) : reply, t, isTool);
  }

  function answer(name: string, given: Readonly<Record<string, unknown>>): Reply {
    try {
      return bot.respond(name, toWellFormedTexts(given)).reply;
    } catch (error) {
      return notice({ kind: "failed", where: "log", reference: logFailure(error, log, t) });
    }
  }

  const closed = new Promise<void>((resolve) => {
    protocol.onclose = resolve;
  });
  input.once("end", async () => {
    // Calls begin after their messages have been read, and results are sent after calls have settled.
    await setImmediate();
    await Promise.allSettled(pending);
    await setImmediate();
    await protocol.close();
  });
  signal.addEventListener("abort", () => void protocol.close(), { once: true });
  await protocol.connect(new StdioServerTransport(input, output));
  await closed;
}

function toWellFormedTexts(given: Readonly<Record<string, unknown>>): RawOptions {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      typeof value === "string" ? toWellFormed(value) : value,
    ]),
  );
}

const PACKAGE = v.object({ version: v.string() });

/** Reads the version of Ibid. */
async function readVersion(): Promise<string> {
  const file = new URL("../../../package.json", import.meta.url);
  return v.parse(PACKAGE, JSON.parse(await readFile(file, "utf8"))).version;
}

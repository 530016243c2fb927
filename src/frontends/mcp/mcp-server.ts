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
import type { Answer, Bot } from "../../command/bot.ts";
import type { RawOptions } from "../../command/types.ts";
import { toWellFormed } from "../../foundation/well-formed.ts";
import { translationFor } from "../../keeping/answer-language.ts";
import { NO_SITUATION } from "../../keeping/kept.ts";
import { notice } from "../../reply/reply.ts";
import { describeError, logFailure } from "../handle-interaction.ts";
import { createTurns } from "../turns.ts";
import { resultOf, toolName, toolOf } from "./tools.ts";

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

/** A reply to a call, and the names of topics and people in other languages. */
type Spoken = Pick<Answer, "reply" | "labels">;

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
  const commands = bot.commands.filter(({ needs }) => needs === undefined);
  const tools = commands.map((command) => toolOf(command, t));
  const names = tools.map(({ name }) => name);
  const commandOf = new Map(commands.map(({ name }) => [toolName(name), name]));
  const isTool = (command: string) => commandOf.has(toolName(command));
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
    const command = commandOf.get(params.name);
    if (command === undefined) {
      const message = t("mcp.unknown-tool", { name: params.name, tools: names });
      throw new McpError(ErrorCode.InvalidParams, message);
    }
    const called = call(command, params.arguments ?? {}, cancelled);
    pending.add(called);
    return called.finally(() => pending.delete(called));
  });

  /** Answers one call in its turn, unless it is cancelled before. */
  async function call(
    name: string,
    given: Readonly<Record<string, unknown>>,
    cancelled: AbortSignal,
  ): Promise<CallToolResult> {
    const answered = await turns.take("", () =>
      cancelled.aborted ? undefined : answer(name, given),
    );
    // The result of a cancelled call is not sent.
    if (answered === undefined) return { content: [] };
    const { reply, labels }: Spoken =
      answered === "busy" ? { reply: notice({ kind: "busy" }) } : answered;
    return resultOf(reply, translationFor(NO_SITUATION, true, t, labels), isTool);
  }

  function answer(name: string, given: Readonly<Record<string, unknown>>): Spoken {
    try {
      return bot.respond(name, toWellFormedTexts(given));
    } catch (error) {
      const reference = logFailure(error, log, t);
      return { reply: notice({ kind: "failed", where: "log", reference }) };
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

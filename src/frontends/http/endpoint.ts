import { InteractionResponseType } from "discord-api-types/v10";
import { type Context, Hono } from "hono";
import type { Logger } from "pino";
import type { Translate } from "../../catalogue/catalogue.ts";
import type { Bot } from "../../command/bot.ts";
import { type InteractionResponse, notReady } from "../../discord/interaction.ts";
import { type AnswerableInteraction, parseInteraction } from "../../discord/interaction-payload.ts";
import type { KeptStore } from "../../store/store.ts";
import type { FindRights } from "../command-rules.ts";
import {
  createInteractionHandler,
  describeError,
  type InteractionHandler,
  logMalformed,
} from "../handle-interaction.ts";
import type { OpenThread } from "../open-thread.ts";
import { callbackResponse, type Delivery } from "./callback.ts";
import type { InteractionOutcome, Metrics } from "./metrics.ts";
import { createSignatureVerifier } from "./signature.ts";

/** The HTTP endpoint to which Discord sends interactions. It works before there is a bot. */
export interface Endpoint {
  readonly app: Hono;
  /** Makes `bot` answer from now on. */
  setBot(bot: Bot): void;
  /** Resolves once the answers under way that come later have been sent. */
  settle(): Promise<void>;
}

interface EndpointOptions {
  /** 64 hex digits. */
  readonly publicKey: string;
  /** Sends responses with files to Discord, and answers that come later. */
  readonly delivery: Delivery;
  /** Undefined if nothing is kept. */
  readonly store?: KeptStore | undefined;
  readonly t: Translate;
  readonly log: Logger;
  /** Without it, nothing is counted and there is no `/metrics`. */
  readonly metrics?: Metrics | undefined;
  /** Whether nothing is posted, because the clock of the store is wrong. */
  readonly isClockWrong?: () => boolean;
  /** Absent without a token. */
  readonly findRights?: FindRights | undefined;
  /** Absent without a token. */
  readonly openThread?: OpenThread | undefined;
  /** Returns the time in milliseconds since 1970. */
  readonly now?: () => number;
}

const JSON_TYPE = /^application\/json\s*(;|$)/i;

const PONG: InteractionResponse = { response: { type: InteractionResponseType.Pong }, files: [] };

/**
 * Creates the endpoint. `POST /interactions` answers in its HTTP response, unless the answer has
 * files. `GET /healthz`, `/readyz` and, with metrics, `/metrics` are for the operator. The endpoint
 * keeps no state between requests.
 */
export function createEndpoint({
  publicKey,
  delivery: { deliver, edit },
  store,
  t,
  log,
  metrics,
  isClockWrong = () => false,
  findRights,
  openThread,
  now = Date.now,
}: EndpointOptions): Endpoint {
  const isSigned = createSignatureVerifier(publicKey, now);
  const app = new Hono();
  let handler: InteractionHandler | undefined;
  const editing = new Set<Promise<void>>();

  function reject(context: Context, status: 400 | 401 | 415, sentence: string): Response {
    metrics?.countRejection(status);
    return context.text(`${sentence}\n`, status);
  }

  async function handle(
    interaction: AnswerableInteraction,
  ): Promise<InteractionResponse & { readonly outcome: InteractionOutcome }> {
    // Discord neither retries nor shows a status to its user, so a notice is the better answer.
    if (handler === undefined) return { ...notReady(interaction, t), outcome: "early" };
    const { hasFailed, later, ...responded } = await handler.answer(interaction, log);
    if (later !== undefined) editIn(interaction, later);
    return { ...responded, outcome: hasFailed ? "failed" : "answered" };
  }

  /** Sends an answer that comes later when it is there. */
  function editIn(interaction: AnswerableInteraction, later: Promise<InteractionResponse>): void {
    const edited = later
      .then((answer) => edit(interaction, answer))
      .catch((error: unknown) => log.warn(describeError(error), t("log.not-accepted")))
      .finally(() => editing.delete(edited));
    editing.add(edited);
  }

  /** Delivers a response with files by itself: large HTTP responses do not reach Discord reliably. */
  async function isDelivered(
    interaction: AnswerableInteraction,
    responded: InteractionResponse,
  ): Promise<boolean> {
    if (responded.files.length === 0) return false;
    try {
      await deliver(interaction, responded);
      return true;
    } catch (error) {
      log.warn(describeError(error), t("log.file-in-response"));
      return false;
    }
  }

  app.get("/healthz", (context) => context.text(`${t("http.running")}\n`));
  app.get("/readyz", async (context) => {
    if (handler === undefined) return context.text(`${t("http.reading")}\n`, 503);
    if (isClockWrong()) return context.text(`${t("log.clock-wrong")}\n`, 503);
    const problem = await store?.check();
    // Most commands need no store, and other replicas have no other one.
    const sentences = [
      t("http.answering"),
      ...(problem === undefined ? [] : [t(`store.${problem}`)]),
    ];
    return context.text(`${sentences.join(" ")}\n`);
  });
  if (metrics !== undefined) {
    app.get("/metrics", async (context) =>
      context.body(await metrics.render(), 200, { "content-type": metrics.contentType }),
    );
  }

  app.post("/interactions", async (context) => {
    const start = performance.now();
    const { req } = context;
    const body = new Uint8Array(await req.arrayBuffer());
    const signature = req.header("x-signature-ed25519");
    const timestamp = req.header("x-signature-timestamp");
    if (!isSigned({ signature, timestamp, body })) {
      return reject(context, 401, t("http.unsigned"));
    }
    if (!JSON_TYPE.test(req.header("content-type") ?? "")) {
      return reject(context, 415, t("http.not-json-type"));
    }
    const parsed = parseJson(body);
    if (parsed === undefined) return reject(context, 400, t("http.not-json"));
    const interaction = parseInteraction(parsed.payload);
    const seconds = () => (performance.now() - start) / 1000;
    if ("error" in interaction) {
      return reject(context, 400, t("http.unanswerable"));
    }
    if (interaction.kind === "ping") {
      metrics?.countAnswer(interaction, "answered", seconds());
      return callbackResponse(PONG);
    }
    if (interaction.kind === "malformed") {
      logMalformed(interaction, log, t);
      return reject(context, 400, t("http.malformed"));
    }
    const { outcome, ...responded } = await handle(interaction);
    const response = (await isDelivered(interaction, responded))
      ? context.body(null, 202)
      : callbackResponse(responded);
    metrics?.countAnswer(interaction, outcome, seconds());
    return response;
  });
  app.all("/interactions", (context) =>
    context.text(`${t("http.not-post")}\n`, 405, { allow: "POST" }),
  );
  app.notFound((context) => context.text(`${t("http.not-found")}\n`, 404));
  // No request leads here: answering never throws. Hono would print the error.
  app.onError((error, context) => {
    log.error(describeError(error), t("log.request-failed"));
    return context.text(`${t("http.failed")}\n`, 500);
  });

  return {
    app,
    setBot(bot) {
      handler = createInteractionHandler(bot, { store, defers: true, findRights, openThread });
    },
    async settle() {
      await Promise.all(editing);
    },
  };
}

/** Parses UTF-8 JSON. The payload is wrapped, because `null` is a payload too. */
function parseJson(body: Uint8Array): { readonly payload: unknown } | undefined {
  try {
    return { payload: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) };
  } catch {
    return undefined;
  }
}

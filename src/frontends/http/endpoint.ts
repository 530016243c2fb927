import {
  type APIInteraction,
  type APIPingInteraction,
  InteractionResponseType,
  InteractionType,
} from "discord-api-types/v10";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Logger } from "pino";
import * as v from "valibot";
import type { Bot } from "../../command/bot.ts";
import { type InteractionResponse, notReady } from "../../discord/interaction.ts";
import {
  createInteractionHandler,
  describeError,
  type InteractionHandler,
  isAnswerable,
  MAX_INTERACTION_BYTES,
} from "../handle-interaction.ts";
import { callbackResponse, type Deliver } from "./callback.ts";
import type { InteractionOutcome, Metrics } from "./metrics.ts";
import { createSignatureVerifier } from "./signature.ts";

/** Where Discord sends interactions, before and after there is a bot to answer them. */
export interface Endpoint {
  readonly app: Hono;
  /** From now on, `bot` answers. */
  open(bot: Bot): void;
}

interface EndpointOptions {
  /** 64 hex digits. */
  readonly publicKey: string;
  /** How answers with files reach Discord. */
  readonly deliver: Deliver;
  readonly log: Logger;
  /** Absent: nothing is counted, and nobody can ask. */
  readonly metrics?: Metrics | undefined;
  /** The time, in milliseconds since 1970. */
  readonly now?: () => number;
}

const JSON_TYPE = /^application\/json\s*(;|$)/i;

const PONG: InteractionResponse = { response: { type: InteractionResponseType.Pong }, files: [] };

/**
 * `POST /interactions`, whose answers are the HTTP responses unless they have files, and for those who run it
 * `GET /healthz`, `/readyz` and, where there are metrics, `/metrics`. It keeps nothing between requests.
 */
export function createEndpoint({
  publicKey,
  deliver,
  log,
  metrics,
  now = Date.now,
}: EndpointOptions): Endpoint {
  const isSigned = createSignatureVerifier(publicKey, now);
  const app = new Hono();
  let answering: InteractionHandler | undefined;

  function reject(context: Context, status: 400 | 401 | 413 | 415, sentence: string): Response {
    metrics?.refused(status);
    return context.text(`${sentence}\n`, status);
  }

  function handle(
    interaction: APIInteraction,
  ): InteractionResponse & { readonly outcome: InteractionOutcome } {
    if (isPing(interaction)) return { ...PONG, outcome: "answered" };
    // Discord asks once and shows no error: a notice tells its user more than a status would.
    if (answering === undefined) return { ...notReady(interaction), outcome: "early" };
    const { hasFailed, ...responded } = answering.answered(interaction);
    return { ...responded, outcome: hasFailed ? "failed" : "answered" };
  }

  /** Whether Discord has got an answer with files: as a response, large ones do not arrive reliably. */
  async function deliverFiles(
    interaction: APIInteraction,
    responded: InteractionResponse,
  ): Promise<boolean> {
    if (responded.files.length === 0) return false;
    try {
      await deliver(interaction, responded);
      return true;
    } catch (error) {
      log.warn(
        describeError(error),
        "Discord did not take a file apart, so it is in the response.",
      );
      return false;
    }
  }

  app.get("/healthz", (context) => context.text("Ibid is running.\n"));
  app.get("/readyz", (context) =>
    answering === undefined
      ? context.text("The corpus is being read.\n", 503)
      : context.text("Ibid answers.\n"),
  );
  if (metrics !== undefined) {
    app.get("/metrics", async (context) =>
      context.body(await metrics.text(), 200, { "content-type": metrics.contentType }),
    );
  }

  const limited = bodyLimit({
    maxSize: MAX_INTERACTION_BYTES,
    onError: (context) => reject(context, 413, "The request is larger than 256 KiB."),
  });
  app.post(
    "/interactions",
    // To look for a body, body-limit makes a stream of it, which takes as long as all the rest.
    (context, next) => (isSmall(context.req) ? next() : limited(context, next)),
    async (context) => {
      const start = performance.now();
      const { req } = context;
      const body = new Uint8Array(await req.arrayBuffer());
      const signature = req.header("x-signature-ed25519");
      const timestamp = req.header("x-signature-timestamp");
      if (!isSigned({ signature, timestamp, body })) {
        return reject(context, 401, "The request is not one that Discord has just signed.");
      }
      if (!JSON_TYPE.test(req.header("content-type") ?? "")) {
        return reject(context, 415, "The request’s content type is not application/json.");
      }
      const parsed = parsedJson(body);
      if (parsed === undefined) return reject(context, 400, "The request’s body is not JSON.");
      const { payload } = parsed;
      if (!isPing(payload) && !isAnswerable(payload)) {
        return reject(context, 400, "The request’s body is no interaction that can be answered.");
      }
      const { outcome, ...responded } = handle(payload);
      const response = (await deliverFiles(payload, responded))
        ? context.body(null, 202)
        : callbackResponse(responded);
      metrics?.answered(payload, outcome, (performance.now() - start) / 1000);
      return response;
    },
  );
  app.all("/interactions", (context) =>
    context.text("Interactions come by POST.\n", 405, { allow: "POST" }),
  );
  app.notFound((context) => context.text("There is nothing here.\n", 404));
  // Answering never throws: what does is the reading of a request that breaks off.
  app.onError((error, context) => {
    log.warn(describeError(error), "A request could not be read.");
    return reject(context, 400, "The request could not be read.");
  });

  return {
    app,
    open(bot) {
      answering = createInteractionHandler(bot, log);
    },
  };
}

/** Whether a request has said that its body is within the limit, to which Node then holds it. */
function isSmall(request: Context["req"]): boolean {
  const length = request.header("content-length");
  const isWhole = request.header("transfer-encoding") === undefined;
  return length !== undefined && isWhole && Number(length) <= MAX_INTERACTION_BYTES;
}

const PING = v.looseObject({ type: v.literal(InteractionType.Ping) });

/** Discord’s question whether this is the endpoint. It is answered whatever else it says. */
function isPing(payload: unknown): payload is APIPingInteraction {
  return v.is(PING, payload);
}

function parsedJson(body: Uint8Array): { readonly payload: unknown } | undefined {
  try {
    return { payload: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) };
  } catch {
    return undefined;
  }
}

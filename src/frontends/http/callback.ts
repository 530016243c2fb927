import { setTimeout as sleep } from "node:timers/promises";
import { RESTJSONErrorCodes, Routes } from "discord-api-types/v10";
import type { InteractionResponse } from "../../discord/interaction.ts";
import type { AnswerableInteraction } from "../../discord/interaction-payload.ts";
import { causeCode } from "../../foundation/errors.ts";
import { codeIn, multipartOf, retryAfterOf, separateCredentials } from "../discord-form.ts";

/** Sends a response to Discord in a request of its own. Rejects if Discord does not accept it. */
export type Deliver = (
  interaction: AnswerableInteraction,
  responded: InteractionResponse,
) => Promise<void>;

/** The requests to Discord that answer interactions. Both reject if Discord does not accept them. */
export interface Delivery {
  /** Sends a response in a request of its own. */
  readonly deliver: Deliver;
  /** Replaces a response that only said that the answer comes later. */
  readonly edit: Deliver;
}

/** Returns the HTTP response to an interaction that arrived by HTTP. */
export function callbackResponse(responded: InteractionResponse): Response {
  if (responded.files.length === 0) return Response.json(responded.response);
  return new Response(multipartOf(responded.response, responded.files));
}

/** Discord did not accept a response. */
export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  /** The HTTP status; undefined if Discord could not be reached in time. */
  readonly status: number | undefined;
  /** Discord's code for the error, or that of the connection. */
  readonly code: string | number | undefined;
  /** How long to wait before another attempt, in milliseconds; undefined if that is in vain. */
  readonly pause: number | undefined;

  constructor({ status, code, pause }: Pick<DeliveryError, "status" | "code" | "pause">) {
    super("Discord did not accept a response.");
    this.status = status;
    this.code = code;
    this.pause = pause;
  }
}

/** Milliseconds. An interaction that is not answered within three seconds is void. */
const DELIVERY_TIMEOUT = 2500;
/** An answer that comes later may come within fifteen minutes. */
const EDIT_TIMEOUT = 15_000;
/** Between two attempts at least, in milliseconds. */
const RETRY_PAUSE = 100;

/**
 * Returns functions that send to the REST API at `api`, such as https://discord.com/api. They try
 * again after a connection was reset or Discord had an error of its own, as long as the interaction is
 * valid. discord.js waits for as long as Discord asks for, which may be an hour.
 */
export function createDelivery(api: string, timeout = DELIVERY_TIMEOUT): Delivery {
  const { base, authorization } = separateCredentials(api);

  async function attempt(
    method: "POST" | "PATCH",
    route: string,
    body: FormData,
    signal: AbortSignal,
  ): Promise<DeliveryError | undefined> {
    try {
      const response = await fetch(`${base}/v10${route}`, {
        method,
        body,
        headers: authorization,
        // Never follow a redirect: an answer goes to Discord or nowhere.
        redirect: "manual",
        signal,
      });
      const text = await response.text();
      if (response.ok) return undefined;
      return new DeliveryError({
        status: response.status,
        code: codeIn(text),
        pause: pauseAfter(response),
      });
    } catch (error) {
      const code = causeCode(error);
      return new DeliveryError({ status: undefined, code, pause: RETRY_PAUSE });
    }
  }

  async function send(
    method: "POST" | "PATCH",
    route: string,
    body: FormData,
    timeout: number,
  ): Promise<void> {
    const deadline = performance.now() + timeout;
    const signal = AbortSignal.timeout(timeout);
    for (let attempts = 1; ; attempts++) {
      const error = await attempt(method, route, body, signal);
      if (error === undefined) return;
      // An attempt that seemed to fail has arrived.
      if (attempts > 1 && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) {
        return;
      }
      const { pause } = error;
      if (pause === undefined || performance.now() + pause >= deadline) throw error;
      await sleep(pause);
    }
  }

  return {
    deliver: ({ id, token }, { response, files }) =>
      send("POST", Routes.interactionCallback(id, token), multipartOf(response, files), timeout),
    async edit({ applicationId, token }, { response, files }) {
      if (applicationId === undefined || !("data" in response)) return;
      const route = Routes.webhookMessage(applicationId, token);
      await send("PATCH", route, multipartOf(response.data ?? {}, files), EDIT_TIMEOUT);
    },
  };
}

/** Returns how long to wait after a status before another attempt, if that may succeed. */
function pauseAfter(response: Response): number | undefined {
  const { status } = response;
  if (status >= 500 && status <= 504) return RETRY_PAUSE;
  const wait = status === 429 ? retryAfterOf(response) : undefined;
  return wait === undefined ? undefined : Math.max(RETRY_PAUSE, wait);
}

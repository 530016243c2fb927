import { Routes } from "discord-api-types/v10";
import type { InteractionResponse } from "../../discord/interaction.ts";
import type { AnswerableInteraction } from "../../discord/interaction-payload.ts";

/** Sends a response to Discord in a request of its own. Rejects if Discord does not accept it. */
export type Deliver = (
  interaction: AnswerableInteraction,
  responded: InteractionResponse,
) => Promise<void>;

/** Returns the HTTP response to an interaction that arrived by HTTP. */
export function callbackResponse(responded: InteractionResponse): Response {
  if (responded.files.length === 0) return Response.json(responded.response);
  return new Response(multipartOf(responded));
}

/** Milliseconds. Discord waits three seconds: after a timeout, the HTTP response can still answer. */
const DELIVERY_TIMEOUT = 2000;

/** Returns a function that delivers to the REST API at `api`, such as https://discord.com/api. */
export function createDelivery(api: string): Deliver {
  return async ({ id, token }, responded) => {
    const accepted = await fetch(`${api}/v10${Routes.interactionCallback(id, token)}`, {
      method: "POST",
      body: multipartOf(responded),
      // Never follow a redirect: an answer goes to Discord or nowhere.
      redirect: "manual",
      signal: AbortSignal.timeout(DELIVERY_TIMEOUT),
    }).catch(() => {
      // The original error may contain the URL, and so the interaction's token.
      throw new Error("Discord could not be reached.");
    });
    await accepted.body?.cancel();
    if (!accepted.ok) throw new Error(`Discord answers with status ${accepted.status}.`);
  };
}

/**
 * Encodes a response with files: its JSON as `payload_json`, the files as `files[n]`. Source:
 * https://discord.com/developers/docs/reference#uploading-files
 */
function multipartOf({ response, files }: InteractionResponse): FormData {
  const form = new FormData();
  form.set("payload_json", JSON.stringify(response));
  for (const [index, { name, data }] of files.entries()) {
    form.set(`files[${index}]`, new Blob([data]), name);
  }
  return form;
}

import { type APIInteraction, Routes } from "discord-api-types/v10";
import type { InteractionResponse } from "../../discord/interaction.ts";

/** Brings an answer to Discord in a request of its own. Rejects when Discord does not take it. */
export type Deliver = (
  interaction: APIInteraction,
  responded: InteractionResponse,
) => Promise<void>;

/** An answer as the HTTP response to an interaction that came by HTTP. */
export function callbackResponse(responded: InteractionResponse): Response {
  if (responded.files.length === 0) return Response.json(responded.response);
  return new Response(multipartOf(responded));
}

/** Discord waits three seconds for an answer; what is not delivered by then can still be the response. */
const DELIVERY_TIMEOUT = 2000;

/** Delivers to the REST API at `api`, such as https://discord.com/api. */
export function createDelivery(api: string): Deliver {
  return async ({ id, token }, responded) => {
    const taken = await fetch(`${api}/v10${Routes.interactionCallback(id, token)}`, {
      method: "POST",
      body: multipartOf(responded),
      // To follow a redirect would be to ask, and not to bring.
      redirect: "manual",
      signal: AbortSignal.timeout(DELIVERY_TIMEOUT),
    }).catch(() => {
      // What went wrong may name the address, which holds the interaction’s token.
      throw new Error("Discord could not be reached.");
    });
    await taken.body?.cancel();
    if (!taken.ok) throw new Error(`Discord answers with status ${taken.status}.`);
  };
}

/**
 * An answer with files: the JSON as `payload_json`, and the files as `files[n]`. Source:
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

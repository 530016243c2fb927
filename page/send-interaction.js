/**
 * @import { APIInteraction, APIInteractionResponse } from "discord-api-types/v10"
 */

/**
 * A response of the bot, and the files that belong to it.
 *
 * @typedef {object} Answer
 * @property {APIInteractionResponse} response
 * @property {readonly File[]} files
 */

/**
 * Sends an interaction to the bot. Resolves with undefined if there is no answer.
 *
 * @param {APIInteraction} interaction
 * @param {AbortSignal} [signal]
 * @returns {Promise<Answer | undefined>}
 */
export async function sendInteraction(interaction, signal) {
  try {
    const answer = await fetch("/interactions", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(interaction),
      ...(signal && { signal }),
    });
    return answer.ok ? await parseAnswer(answer) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {Response} answer
 * @returns {Promise<Answer>}
 */
async function parseAnswer(answer) {
  if (!answer.headers.get("Content-Type")?.startsWith("multipart/")) {
    return { response: parseResponse(await answer.text()), files: [] };
  }
  const form = await answer.formData();
  const files = [...form].flatMap(([name, value]) =>
    value instanceof File && name.startsWith("files[") ? [value] : [],
  );
  return { response: parseResponse(await new Response(form.get("payload_json")).text()), files };
}

/**
 * Throws if the text is not a response.
 *
 * @param {string} text
 * @returns {APIInteractionResponse}
 */
function parseResponse(text) {
  /** @type {unknown} */
  const value = JSON.parse(text);
  if (!isResponse(value)) throw new TypeError("The answer is not a response to an interaction.");
  return value;
}

/**
 * Whether a value has the type of a response, which decides how it is read. The rest comes from the machine
 * that served the page and is trusted.
 *
 * @param {unknown} value
 * @returns {value is APIInteractionResponse}
 */
function isResponse(value) {
  return (
    typeof value === "object" && value !== null && "type" in value && typeof value.type === "number"
  );
}

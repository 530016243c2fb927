import type { Responded } from "../discord/interaction.ts";

/**
 * An answer as the HTTP response to an interaction that came by HTTP: JSON, or where it has files, a form with
 * the JSON as `payload_json` and the files as `files[n]`. Source:
 * https://discord.com/developers/docs/reference#uploading-files
 */
export function callbackOf({ response, files }: Responded): Response {
  if (files.length === 0) return Response.json(response);
  const form = new FormData();
  form.set("payload_json", new Blob([JSON.stringify(response)], { type: "application/json" }));
  for (const [index, { name, data }] of files.entries()) {
    form.set(`files[${index}]`, new Blob([data]), name);
  }
  return new Response(form);
}

import * as v from "valibot";
import type { ResponseFile } from "../discord/message.ts";

const REFUSAL = v.object({ code: v.number() });

/** Returns Discord’s code for an error, from the body of its response. */
export function codeIn(body: string): number | undefined {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), REFUSAL), body);
  return result.success ? result.output.code : undefined;
}

/** Moves the credentials of an address, which `fetch` does not accept there, to a header. */
export function separateCredentials(api: string) {
  const url = new URL(api);
  const { username, password } = url;
  url.username = "";
  url.password = "";
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const authorization: Readonly<Record<string, string>> =
    username === "" && password === ""
      ? {}
      : { authorization: `Basic ${Buffer.from(credentials).toString("base64")}` };
  return { base: url.href.replace(/\/$/, ""), authorization };
}

/**
 * Encodes JSON with files: the JSON as `payload_json`, the files as `files[n]`. Source:
 * https://discord.com/developers/docs/reference#uploading-files
 */
export function multipartOf(json: object, files: readonly ResponseFile[]): FormData {
  const form = new FormData();
  form.set("payload_json", JSON.stringify(json));
  for (const [index, { name, data }] of files.entries()) {
    form.set(`files[${index}]`, new Blob([data]), name);
  }
  return form;
}

/** How long Discord is waited for at most, in milliseconds: a day. */
const LONGEST_WAIT = 86_400_000;

/**
 * Returns how long a response asks to wait, in milliseconds; undefined if it does not say. Discord says it in seconds with
 * decimals, and others between Discord and us in whole seconds or by a date (RFC 9110, 10.2.3).
 */
export function retryAfterOf({ headers }: Pick<Response, "headers">): number | undefined {
  const value = headers.get("retry-after") ?? "";
  const wait = /^\d+(?:\.\d+)?$/.test(value)
    ? 1000 * Number(value)
    : / GMT$/.test(value)
      ? Date.parse(value) - Date.now()
      : Number.NaN;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, wait), LONGEST_WAIT);
}

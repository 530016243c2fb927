import { createHash } from "node:crypto";
import * as v from "valibot";
import type { ResponseFile } from "../discord/message.ts";
import { causeCode } from "../foundation/errors.ts";
import type { Exchange } from "../rhythm/outcome.ts";
import { codeIn, multipartOf, retryAfterOf, separateCredentials } from "./discord-form.ts";

/** A request to Discord’s REST API, as the bot. */
export interface DiscordRequest {
  readonly method: "GET" | "POST";
  /** Such as `/channels/1/messages`. */
  readonly path: string;
  readonly body?: object;
  readonly files?: readonly ResponseFile[];
}

/** The outcome of a request, and the moment at which Discord answered, by its own clock. */
export interface DiscordResponse {
  readonly exchange: Exchange;
  readonly json?: unknown;
  readonly date?: number;
}

/** Sends a request once. Never rejects. */
export type SendRequest = (request: DiscordRequest) => Promise<DiscordResponse>;

/** How long a request may take, in milliseconds. */
const TIMEOUT = 10_000;

/** The codes of errors that come before anything is sent. */
const UNSENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

const MADE = v.object({ id: v.string() });

/**
 * Creates the function that sends requests as the bot, each of them once: discord.js would send a request again by
 * itself, and a second post is not the same as the first one.
 */
export function createRequests(token: string, api: string): SendRequest {
  const { base } = separateCredentials(api);

  return async ({ method, path, body, files = [] }) => {
    const form =
      body === undefined
        ? undefined
        : files.length > 0
          ? multipartOf(body, files)
          : JSON.stringify(body);
    try {
      const response = await fetch(`${base}/v10${path}`, {
        method,
        headers: {
          authorization: `Bot ${token}`,
          ...(typeof form === "string" && { "content-type": "application/json" }),
        },
        ...(form !== undefined && { body: form }),
        redirect: "manual",
        signal: AbortSignal.timeout(TIMEOUT),
      });
      const date = Date.parse(response.headers.get("date") ?? "");
      const answered = { kind: "answered", status: response.status } as const;
      const text = await response.text();
      const json = parseJson(text);
      const made = v.safeParse(MADE, json);
      return {
        exchange: {
          ...answered,
          code: codeIn(text),
          id: made.success ? made.output.id : undefined,
          retryAfter: retryAfterOf(response),
        },
        json,
        ...(!Number.isNaN(date) && { date }),
      };
    } catch (error) {
      return { exchange: { kind: UNSENT.test(causeCode(error) ?? "") ? "unsent" : "cut" } };
    }
  };
}

/** The first moment of Discord’s ids, in milliseconds since 1970. */
export const DISCORD_EPOCH = 1_420_070_400_000n;

/** The request that posts a message. */
export function messageIn(channel: string, body: object): DiscordRequest {
  return { method: "POST", path: `/channels/${channel}/messages`, body };
}

/** Returns the properties by which Discord recognizes a message that was sent before. A nonce has at most 25 characters. */
export function nonceOf(key: readonly (string | number)[]) {
  const hash = createHash("sha256").update(JSON.stringify(key)).digest("base64url");
  return { nonce: hash.slice(0, 24), enforce_nonce: true };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

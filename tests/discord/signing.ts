import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** Signs requests with an application’s key pair, as Discord does. */
export interface Signer {
  /** 64 hex digits. */
  readonly publicKey: string;
  /** Returns the headers that sign a body. `at` is in milliseconds since 1970; by default, now. */
  headers(body: string | Uint8Array, at?: number): Readonly<Record<string, string>>;
  /** Creates the request that Discord sends to `origin`, with changes that make it another. */
  request(origin: string, body: string | Uint8Array, changes?: RequestChanges): Request;
}

export interface RequestChanges {
  readonly at?: number;
  /** An empty value removes a header. */
  readonly headers?: Readonly<Record<string, string>>;
}

export function createSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");

  function headers(body: string | Uint8Array, at = Date.now()) {
    return signedHeaders(privateKey, body, String(Math.floor(at / 1000)));
  }

  return {
    publicKey: publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex"),
    headers,
    request(origin, body, { at, headers: changed = {} } = {}) {
      const all = { "content-type": "application/json", ...headers(body, at), ...changed };
      return new Request(`${origin}/interactions`, {
        method: "POST",
        body: Buffer.from(body),
        headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== "")),
      });
    },
  };
}

function signedHeaders(key: KeyObject, body: string | Uint8Array, timestamp: string) {
  const signed = Buffer.concat([Buffer.from(timestamp), Buffer.from(body)]);
  return {
    "x-signature-ed25519": sign(null, signed, key).toString("hex"),
    "x-signature-timestamp": timestamp,
  };
}

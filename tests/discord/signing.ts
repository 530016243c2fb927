import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** An application’s key pair, as Discord has it. */
export interface Signer {
  /** 64 hex digits. */
  readonly publicKey: string;
  /** The headers by which Discord signs a body, now unless said otherwise; `at` is in milliseconds. */
  headers(body: string | Uint8Array, at?: number): Readonly<Record<string, string>>;
  /** What Discord sends to a path of `origin`; `changes` are of what it would not send. */
  request(origin: string, body: string | Uint8Array, changes?: Changes): Request;
}

export interface Changes {
  readonly at?: number;
  /** An empty value takes a header away. */
  readonly headers?: Readonly<Record<string, string>>;
}

export function createSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");

  function headers(body: string | Uint8Array, at = Date.now()) {
    return headersBy(privateKey, body, String(Math.floor(at / 1000)));
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

function headersBy(key: KeyObject, body: string | Uint8Array, timestamp: string) {
  const signed = Buffer.concat([Buffer.from(timestamp), Buffer.from(body)]);
  return {
    "x-signature-ed25519": sign(null, signed, key).toString("hex"),
    "x-signature-timestamp": timestamp,
  };
}

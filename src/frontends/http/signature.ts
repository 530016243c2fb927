import { createPublicKey, verify } from "node:crypto";

/** A request body, with the headers by which Discord signs it. */
export interface SignedRequest {
  readonly signature: string | undefined;
  /** The time of the signature, in seconds since 1970. */
  readonly timestamp: string | undefined;
  readonly body: Uint8Array;
}

/** The seconds by which the time of a signature may differ from ours. An older one may be a replay. */
const TOLERANCE = 5 * 60;

/**
 * Returns a verifier: true if the request was signed with the private half of `publicKey` (64 hex
 * digits) within the last five minutes. `now` returns milliseconds since 1970. Source:
 * https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers
 */
export function createSignatureVerifier(
  publicKey: string,
  now: () => number,
): (signed: SignedRequest) => boolean {
  const x = Buffer.from(publicKey, "hex").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });

  return ({ signature = "", timestamp = "", body }) => {
    if (!/^[0-9a-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false;
    if (Math.abs(now() / 1000 - Number(timestamp)) > TOLERANCE) return false;
    return verify(
      null,
      Buffer.concat([Buffer.from(timestamp), body]),
      key,
      Buffer.from(signature, "hex"),
    );
  };
}

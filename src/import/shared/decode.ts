import { decodeCp949 } from "./cp949.ts";

/** The characters of windows-1252 from 0x80 to 0x9F, by the WHATWG's Encoding Standard. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

/** Decodes bytes; undefined if they are not valid in the encoding, or the encoding is unknown. */
export function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    if (decoder.encoding === "euc-kr") return decodeCp949(bytes);
    const text = decoder.decode(bytes);
    if (decoder.encoding !== "windows-1252") return text;
    // Since 20.18.3, Node decodes windows-1252 as Latin-1: https://github.com/nodejs/node/issues/56542
    return text.replace(/[\x80-\x9F]/g, (control) =>
      WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80),
    );
  } catch {
    return undefined;
  }
}

/** The characters of windows-1252 from 0x80 to 0x9F, by the WHATWG's Encoding Standard. */
export const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

/** The bytes of characters in Windows-1252, and in ISO-8859-1, which has control characters instead of its signs. */
const BYTES = new Map([
  ...Array.from({ length: 256 }, (_, byte) => [String.fromCharCode(byte), byte] as const),
  ...Array.from(WINDOWS_1252, (character, index) => [character, 0x80 + index] as const),
]);

/** How many characters beyond ASCII show that no text has them by chance. */
const MIN_CHARACTERS = 3;

/**
 * Returns a text whose UTF-8 a program took for Windows-1252 and encoded again, such as “cafÃ©” for “café”, as it was before
 * that. Returns undefined unless all of the text is such, with at least `minCharacters` beyond ASCII.
 */
export function undoSecondEncoding(
  text: string,
  minCharacters = MIN_CHARACTERS,
): string | undefined {
  if (!/[\u00C2-\u00F4]/.test(text)) return undefined;
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (const character of text) {
    const byte = BYTES.get(character);
    if (byte === undefined) return undefined;
    bytes[length++] = byte;
  }
  const restored = decodeUtf8(bytes.subarray(0, length));
  const found = restored?.match(/[^\0-\x7F]/gu)?.length ?? 0;
  return found < minCharacters ? undefined : restored;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

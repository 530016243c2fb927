import { decode } from "./decode.ts";

/** The bytes of characters in Windows-1252, and in ISO-8859-1, which has control characters instead of its signs. */
const BYTES = new Map(
  Array.from({ length: 256 }, (_, byte) => byte).flatMap((byte) =>
    [decode(Uint8Array.of(byte), "windows-1252"), String.fromCharCode(byte)].map(
      (character) => [character, byte] as const,
    ),
  ),
);

/** How many characters beyond ASCII show that no text has them by chance. */
const MIN_CHARACTERS = 3;

/**
 * Returns a text whose UTF-8 a program took for Windows-1252 and encoded again, such as “cafÃ©” for “café”, as it was before
 * that. Returns undefined unless all of the text is such.
 */
export function undoSecondEncoding(text: string): string | undefined {
  if (!/[\u00C2-\u00F4]/.test(text)) return undefined;
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (const character of text) {
    const byte = BYTES.get(character);
    if (byte === undefined) return undefined;
    bytes[length++] = byte;
  }
  const restored = decode(bytes.subarray(0, length), "utf-8");
  const found = restored?.match(/[^\0-\x7F]/gu)?.length ?? 0;
  return found < MIN_CHARACTERS ? undefined : restored;
}

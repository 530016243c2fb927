import { analyse } from "chardet";
import { plural } from "../../foundation/format.ts";
import type { Result } from "../../foundation/result.ts";

/** A file's text, with sentences on what was guessed or left out. */
export type DecodedText = Result<{ readonly text: string; readonly remarks: readonly string[] }>;

/**
 * Decodes text. A Unicode byte order mark decides; otherwise the first encoding that fits: UTF-8 if
 * the bytes are valid, then the encoding that the file itself declares, then the one that its letters
 * suggest. Returns an error if the bytes are not text.
 */
export function decodeText(bytes: Uint8Array, declaredEncoding?: string): DecodedText {
  const marked = byteOrderMarkEncoding(bytes);
  if (marked !== undefined) return decodeStrictly(bytes, marked) ?? decodeLeniently(bytes, marked);
  if (bytes.includes(0)) return { error: NOT_TEXT_ERROR };

  // ISO-2022 switches alphabets by escape sequences, and all its bytes are valid UTF-8.
  const hasEscapes = bytes.includes(ESCAPE);
  return (
    (hasEscapes ? guessEncoding(bytes, /^ISO.2022/) : undefined) ??
    decodeStrictly(bytes, "utf-8") ??
    (declaredEncoding === undefined ? undefined : decodeStrictly(bytes, declaredEncoding)) ??
    decodeMostlyUtf8(bytes) ??
    guessEncoding(bytes, /./) ?? { error: NOT_TEXT_ERROR }
  );
}

/** Normalizes line ends, and removes control characters and lone surrogates, with a remark. */
function normalizeText(text: string, remarks: readonly string[]): DecodedText {
  const lines = text.replace(/\r\n?|[\f\v]/g, "\n");
  const cleaned = removeControlCharacters(lines);
  const count = lines.length - cleaned.length;
  if (count > 10 && count > lines.length / 100) return { error: NOT_TEXT_ERROR };
  if (count === 0) return { text: cleaned, remarks };
  // The preceding words show the editor which character was damaged.
  const before = lines.slice(0, lines.search(UNPRINTABLE)).slice(-20).replaceAll("\n", " ");
  const where = `${count === 1 ? "" : ", the first"} after “${before}”`;
  return {
    text: cleaned,
    remarks: [...remarks, `${plural(count, "control character")} left out${where}.`],
  };
}

/** Removes control characters other than white space, and lone surrogates. */
export function removeControlCharacters(text: string): string {
  return text.replace(UNPRINTABLE, "");
}

const NOT_TEXT_ERROR =
  "This is no text, or in an encoding that is not known. Save it as text in UTF-8, and import that.";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are to be removed.
const UNPRINTABLE = /[\0-\x08\x0E-\x1F\x7F]|\p{Cs}/gu;

const ESCAPE = 0x1b;

/** The maximum number of bytes from which an encoding is guessed: 256 KiB. */
const SAMPLE_BYTES = 256 * 1024;

/** The characters of windows-1252 from 0x80 to 0x9F, by the WHATWG's Encoding Standard. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

/** Returns the encoding of the byte order mark at the beginning; undefined if there is none. */
function byteOrderMarkEncoding([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // Two further zero bytes mean UTF-32, which TextDecoder does not support.
  if (first === 0xff && second === 0xfe && (third !== 0 || fourth !== 0)) return "utf-16le";
  return undefined;
}

/** Decodes bytes; undefined if they are not valid in the encoding, or the encoding is unknown. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
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

function decodeStrictly(bytes: Uint8Array, encoding: string): DecodedText | undefined {
  const text = decode(bytes, encoding);
  return text === undefined ? undefined : normalizeText(text, []);
}

function decodeLeniently(bytes: Uint8Array, encoding: string): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  const places = plural(countMatches(text, /\uFFFD/g), "place");
  return normalizeText(text, [
    `What could not be read as ${encoding.toUpperCase()} is “\uFFFD” now, in ${places}.`,
  ]);
}

/**
 * Decodes UTF-8 that has a few invalid bytes; undefined if it has more. A guessed encoding would
 * garble all the valid characters.
 */
function decodeMostlyUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = new TextDecoder().decode(bytes);
  const invalid = countMatches(text, /\uFFFD/g);
  const valid = countMatches(text, /[^\0-\x7F\uFFFD]/gu);
  return invalid <= valid / 3 ? decodeLeniently(bytes, "utf-8") : undefined;
}

function countMatches(text: string, pattern: RegExp): number {
  const matches = text.match(pattern);
  return matches === null ? 0 : matches.length;
}

/** Decodes bytes in the likeliest encoding whose name matches `names`; undefined if none fits. */
function guessEncoding(bytes: Uint8Array, names: RegExp): DecodedText | undefined {
  const start = bytes.findIndex((byte) => byte > 0x7f || byte === ESCAPE);
  const sample = bytes.subarray(Math.max(0, start - 1024)).subarray(0, SAMPLE_BYTES);
  for (const { name } of analyse(sample)) {
    const text = names.test(name) ? decode(bytes, name) : undefined;
    if (text === undefined || /[\x80-\x9F]/.test(text)) continue;
    return normalizeText(text, [
      `Read as ${encodingTitle(name)}, which the file’s letters suggest.`,
    ]);
  }
  return undefined;
}

/** Formats an encoding's name. ISO-8859-1 is called Windows-1252, as which the web decodes it. */
function encodingTitle(name: string): string {
  return name.replace(/^ISO-8859-1$/, "Windows-1252").replace(/^w(?=indows)/, "W");
}

import { analyse } from "chardet";
import { plural } from "../../foundation/format.ts";
import type { Result } from "../../foundation/result.ts";

/** A file's characters, with sentences on what was guessed or left out; or why it has none. */
export type Decoding = Result<{ readonly text: string; readonly remarks: readonly string[] }>;

/**
 * The text that `bytes` are in: in Unicode where they begin with a mark of it, in UTF-8 where they are
 * valid, in the encoding that the file itself declares, or in the one that its letters suggest.
 */
export function decodeText(bytes: Uint8Array, declared?: string): Decoding {
  const marked = byteOrderMarkEncoding(bytes);
  if (marked !== undefined) return decodeStrictly(bytes, marked) ?? decodeLeniently(bytes, marked);
  if (bytes.includes(0)) return { error: NO_TEXT };

  // ISO-2022 switches alphabets with the escape sign, and has no byte that is not UTF-8.
  const isSwitching = bytes.includes(ESCAPE);
  return (
    (isSwitching ? guessEncoding(bytes, /^ISO.2022/) : undefined) ??
    decodeStrictly(bytes, "utf-8") ??
    (declared === undefined ? undefined : decodeStrictly(bytes, declared)) ??
    decodeMostlyUtf8(bytes) ??
    guessEncoding(bytes, /./) ?? { error: NO_TEXT }
  );
}

/** Makes every line end the same, and takes out what is no character, or has no shape. */
function normalizeText(text: string, remarks: readonly string[]): Decoding {
  const lines = text.replace(/\r\n?|[\f\v]/g, "\n");
  const without = removeControlCharacters(lines);
  const count = lines.length - without.length;
  if (count > 10 && count > lines.length / 100) return { error: NO_TEXT };
  if (count === 0) return { text: without, remarks };
  // What the damage has left of a character may be seen from the words before it.
  const before = lines.slice(0, lines.search(UNSEEN)).slice(-20).replaceAll("\n", " ");
  const where = `${count === 1 ? "" : ", the first"} after “${before}”`;
  return {
    text: without,
    remarks: [...remarks, `${plural(count, "control character")} left out${where}.`],
  };
}

/** Takes out control characters, but for white space, and halves of characters. */
export function removeControlCharacters(text: string): string {
  return text.replace(UNSEEN, "");
}

const NO_TEXT =
  "This is no text, or in an encoding that is not known. Save it as text in UTF-8, and import that.";

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const UNSEEN = /[\0-\x08\x0E-\x1F\x7F]|\p{Cs}/gu;

const ESCAPE = 0x1b;

/** How many bytes are enough to guess from. */
const SAMPLE = 256 * 1024;

/** How the WHATWG's Encoding Standard has windows-1252 from 0x80 to 0x9F. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

/** The encoding that marks of byte order at the beginning tell. */
function byteOrderMarkEncoding([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // Two zero bytes more make it UTF-32, which nobody writes and no decoder here knows.
  if (first === 0xff && second === 0xfe && (third !== 0 || fourth !== 0)) return "utf-16le";
  return undefined;
}

/** Undefined where `bytes` are not in that encoding, or nobody knows it. */
function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    const text = decoder.decode(bytes);
    if (decoder.encoding !== "windows-1252") return text;
    // Node from 20.18.3 on takes these for Latin-1: https://github.com/nodejs/node/issues/56542
    return text.replace(/[\x80-\x9F]/g, (sign) => WINDOWS_1252.charAt(sign.charCodeAt(0) - 0x80));
  } catch {
    return undefined;
  }
}

function decodeStrictly(bytes: Uint8Array, label: string): Decoding | undefined {
  const text = decode(bytes, label);
  return text === undefined ? undefined : normalizeText(text, []);
}

function decodeLeniently(bytes: Uint8Array, label: string): Decoding {
  const text = new TextDecoder(label).decode(bytes);
  const broken = plural(text.match(/\uFFFD/g)?.length ?? 0, "place");
  const encoding = label.toUpperCase();
  return normalizeText(text, [
    `What could not be read as ${encoding} is “\uFFFD” now, in ${broken}.`,
  ]);
}

/** UTF-8 with a few bytes in it that are not: what else was Unicode would all be lost to a guess. */
function decodeMostlyUtf8(bytes: Uint8Array): Decoding | undefined {
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0;
  return broken <= whole / 3 ? decodeLeniently(bytes, "utf-8") : undefined;
}

function guessEncoding(bytes: Uint8Array, among: RegExp): Decoding | undefined {
  const start = bytes.findIndex((byte) => byte > 0x7f || byte === ESCAPE);
  const sample = bytes.subarray(Math.max(0, start - 1024)).subarray(0, SAMPLE);
  for (const { name } of analyse(sample)) {
    const text = among.test(name) ? decode(bytes, name) : undefined;
    if (text === undefined || /[\x80-\x9F]/.test(text)) continue;
    return normalizeText(text, [
      `Read as ${encodingTitle(name)}, which the file’s letters suggest.`,
    ]);
  }
  return undefined;
}

/** Encodings that call themselves ISO-8859-1 are read as Windows-1252, as the web reads them. */
function encodingTitle(name: string): string {
  return name.replace(/^ISO-8859-1$/, "Windows-1252").replace(/^w(?=indows)/, "W");
}

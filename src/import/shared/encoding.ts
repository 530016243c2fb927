import { analyse } from "chardet";
import { type Message, message } from "../../catalogue/catalogue.ts";
import type { Result } from "../../foundation/result.ts";
import { undoSecondEncoding } from "../../foundation/twice-encoded.ts";
import { decode } from "../encodings/decode.ts";
import {
  findEastAsianByteOrder,
  findEastAsianEncoding,
} from "../encodings/east-asian-encodings.ts";
import { findSingleByteEncoding } from "../encodings/single-byte-encodings.ts";

/** A file's text, with sentences on what was guessed or left out. */
export type DecodedText = Result<{ readonly text: string; readonly remarks: readonly Message[] }>;

/** Statements on a file's encoding beside its bytes. */
export interface EncodingHints {
  /** The encoding that the editor named. No other one is tried. */
  readonly named?: string | undefined;
  /** The encoding that the file itself declares. */
  readonly declared?: string | undefined;
  /** Whether a form feed stays at the beginning of the line that it begins. */
  readonly keepsFormFeeds?: boolean;
}

/**
 * Decodes text, in the encoding that the editor named. Otherwise a Unicode byte order mark decides, or
 * the zero bytes of UTF-16 without one; then the first encoding that fits: HZ by its signs, UTF-8 if the bytes are valid,
 * then the encoding that the file or its text declares, then an East Asian one whose letters make a likely text, and
 * last that of an alphabet. Returns an error if the bytes are not text, or make no likely one.
 */
export function decodeText(bytes: Uint8Array, hints: EncodingHints = {}): DecodedText {
  const decoded = decodeWithFormFeeds(bytes, hints);
  if ("error" in decoded || hints.keepsFormFeeds === true) return decoded;
  return { ...decoded, text: decoded.text.replaceAll("\f", "") };
}

function decodeWithFormFeeds(
  bytes: Uint8Array,
  { named, declared = declaredInText(bytes) }: EncodingHints,
): DecodedText {
  if (named !== undefined) return decodeStrictly(bytes, named) ?? decodeLeniently(bytes, named);
  const marked = byteOrderMarkEncoding(bytes);
  if (marked === "utf-8") return decodeUtf8(bytes) ?? decodeLeniently(bytes, marked);
  if (marked !== undefined) return decodeStrictly(bytes, marked) ?? decodeLeniently(bytes, marked);
  if (bytes.includes(0)) {
    const decoded = decodeEastAsianUtf16(bytes) ?? decodeUtf16(bytes);
    // A few zero bytes in UTF-8 are control characters like others. Other formats have many.
    const hasFew = bytes.filter((byte) => byte === 0).length <= MAX_ZEROS * bytes.length;
    return decoded ?? (hasFew ? decodeUtf8(bytes) : undefined) ?? { error: NOT_TEXT_ERROR };
  }
  // ISO-2022 switches alphabets by escape sequences, and all its bytes are valid UTF-8.
  if (hasDesignation(bytes)) return decodeIso2022(bytes) ?? { error: NOT_TEXT_ERROR };
  return (
    decodeHz(bytes) ??
    decodeUtf8(bytes) ??
    (declared === undefined ? undefined : decodeStrictly(bytes, declared)) ??
    decodeMostlyUtf8(bytes) ??
    decodeEastAsian(bytes) ??
    decodeEastAsianUtf16(bytes) ??
    decodeSingleByte(bytes) ?? { error: NOT_TEXT_ERROR }
  );
}

/** The maximum share of zero bytes in a text in UTF-8. */
const MAX_ZEROS = 0.01;

/** How much of a text can declare its encoding, in bytes. */
const HEADER_BYTES = 4096;

/**
 * Returns the encoding that a line of a text declares, as Project Gutenberg's header and Emacs do; undefined if none does.
 * ASCII is none, since only UTF-8 and bytes beyond ASCII have to be declared.
 */
function declaredInText(bytes: Uint8Array): string | undefined {
  const header = Buffer.from(bytes.subarray(0, HEADER_BYTES)).toString("latin1");
  const name =
    /^character set encoding: *([\w-]+)/im.exec(header)?.[1] ??
    /^.{0,40}-\*-.{0,80}?\bcoding: *([\w-]+)/im.exec(header)?.[1];
  return name === undefined || /ascii/i.test(name) ? undefined : name;
}

/** Whether an encoding of this name can be decoded. */
export function isEncoding(name: string): boolean {
  return decode(new Uint8Array(), name) !== undefined;
}

/** The minimum share of zero bytes on one side of UTF-16. Spaces and ends of lines have them. */
const MIN_ZEROS = 0.02;

/** The maximum number of zero bytes on the other side, as a share of those. */
const MAX_OTHER_ZEROS = 0.05;

/** Decodes UTF-16 without a byte order mark, by the side of the zero bytes; undefined if it is none. */
function decodeUtf16(bytes: Uint8Array): DecodedText | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const zeros: [number, number] = [0, 0];
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0) zeros[index % 2 === 0 ? 0 : 1] += 1;
  }
  const [high, low] = zeros.map((count) => count / (bytes.length / 2));
  if (high === undefined || low === undefined || Math.max(high, low) < MIN_ZEROS) return undefined;
  const encoding = high > low ? "utf-16be" : "utf-16le";
  // A few letters of other scripts, such as U+B300, have a zero byte on the other side.
  const most = Math.max(MIN_ZEROS / 2, Math.max(high, low) * MAX_OTHER_ZEROS);
  return Math.min(high, low) < most ? decodeUnmarked(bytes, encoding) : undefined;
}

/** Decodes UTF-16 without a byte order mark, by its letters; undefined if they are not East Asian. */
function decodeEastAsianUtf16(bytes: Uint8Array): DecodedText | undefined {
  const encoding = findEastAsianByteOrder(bytes);
  return encoding && decodeUnmarked(bytes, encoding);
}

function decodeUnmarked(bytes: Uint8Array, encoding: string): DecodedText | undefined {
  const text = decode(bytes, encoding);
  if (text === undefined) return undefined;
  return normalizeText(text, [message("encoding.unmarked", { encoding: encoding.toUpperCase() })]);
}

function decodeEastAsian(bytes: Uint8Array): DecodedText | undefined {
  const encoding = findEastAsianEncoding(bytes);
  const text = encoding && decode(bytes, encoding.name);
  if (encoding === undefined || text === undefined) return undefined;
  return normalizeText(text, [guessRemark(encoding.title)]);
}

/** The minimum number of Chinese characters in HZ. Fewer can be signs of a program. */
const MIN_HZ_CHARACTERS = 8;

/** Decodes HZ, all bytes of which are valid UTF-8; undefined if it is none. */
function decodeHz(bytes: Uint8Array): DecodedText | undefined {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes("~{")) return undefined;
  const text = decode(bytes, "hz-gb-2312");
  return text === undefined || countMatches(text, /\p{Script=Han}/gu) < MIN_HZ_CHARACTERS
    ? undefined
    : normalizeText(text, [guessRemark("HZ")]);
}

function decodeSingleByte(bytes: Uint8Array): DecodedText | undefined {
  const encoding = findSingleByteEncoding(bytes);
  const text = encoding && decode(bytes, encoding);
  if (encoding === undefined || text === undefined) return undefined;
  return normalizeText(text, [guessRemark(encodingTitle(encoding))]);
}

/** The remark on an encoding that nothing but the text itself shows. */
function guessRemark(title: string): Message {
  return message("encoding.guessed", { encoding: title });
}

/** Normalizes line ends, and removes control characters and lone surrogates, with a remark. */
function normalizeText(text: string, remarks: readonly Message[]): DecodedText {
  const lines = text.replace(/\r\n?|\v/g, "\n").replaceAll("\f", "\n\f");
  const cleaned = removeControlCharacters(lines);
  const count = lines.length - cleaned.length;
  if (count > 10 && count > lines.length / 100) return { error: NOT_TEXT_ERROR };
  if (count === 0) return { text: cleaned, remarks };
  // The preceding words show the editor which character was damaged.
  const before = lines.slice(0, lines.search(UNPRINTABLE)).slice(-20).replaceAll("\n", " ");
  return {
    text: cleaned,
    remarks: [...remarks, message("encoding.control", { count, before })],
  };
}

/** Removes control characters other than white space, and lone surrogates. */
export function removeControlCharacters(text: string): string {
  return text.replace(UNPRINTABLE, "");
}

const NOT_TEXT_ERROR = message("encoding.not-text");

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are to be removed.
const UNPRINTABLE = /[\0-\x08\x0E-\x1F\x7F]|\p{Cs}/gu;

const ESCAPE = 0x1b;

/** Whether an escape sequence designates an East Asian character set, as in ISO-2022 (ISO/IEC 2022, 14.3). */
function hasDesignation(bytes: Uint8Array): boolean {
  return bytes.some((byte, index) => byte === ESCAPE && bytes[index + 1] === 0x24);
}

/** The maximum number of bytes from which an encoding is guessed: 256 KiB. */
const SAMPLE_BYTES = 256 * 1024;

/** Returns the encoding of the byte order mark at the beginning; undefined if there is none. */
function byteOrderMarkEncoding([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // Two further zero bytes mean UTF-32, which TextDecoder does not support.
  if (first === 0xff && second === 0xfe && (third !== 0 || fourth !== 0)) return "utf-16le";
  return undefined;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): DecodedText | undefined {
  const text = decode(bytes, encoding);
  return text === undefined ? undefined : normalizeText(text, []);
}

/** Decodes UTF-8, also if all of the text was encoded twice; undefined if the bytes are not valid. */
function decodeUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = decode(bytes, "utf-8");
  if (text === undefined) return undefined;
  const restored = undoSecondEncoding(text);
  return restored === undefined
    ? normalizeText(text, [])
    : normalizeText(restored, [message("encoding.twice")]);
}

function decodeLeniently(bytes: Uint8Array, encoding: string): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return normalizeText(text, [
    message("encoding.invalid", {
      encoding: encoding.toUpperCase(),
      places: countMatches(text, /\uFFFD/g),
    }),
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

/** Decodes the likeliest of the encodings with escape sequences; undefined if there are none. */
function decodeIso2022(bytes: Uint8Array): DecodedText | undefined {
  const sample = bytes
    .subarray(Math.max(0, bytes.indexOf(ESCAPE) - 1024))
    .subarray(0, SAMPLE_BYTES);
  for (const { name } of analyse(sample)) {
    const text = /^ISO.2022/.test(name) ? decode(bytes, name) : undefined;
    if (text !== undefined) return normalizeText(text, [guessRemark(name)]);
  }
  return undefined;
}

/** Formats an encoding's name as people write it. */
function encodingTitle(name: string): string {
  if (name === "macintosh") return "Mac Roman";
  if (name === "x-mac-cyrillic") return "Mac Cyrillic";
  return name.startsWith("windows") ? `W${name.slice(1)}` : name.toUpperCase();
}

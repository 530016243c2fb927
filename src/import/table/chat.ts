import { type Message, message, quoteEach } from "../../catalogue/catalogue.ts";
import { DELETED_MESSAGES, EDITED_MESSAGES } from "../../language/data-files/chat-notices.ts";
import type { Reader } from "../manuscript.ts";
import { decodeText } from "../shared/encoding.ts";
import { readText } from "../text/text.ts";
import { dateOrder, toDay } from "./numeric-dates.ts";
import { type Row, rowsToManuscripts } from "./rows.ts";

/** The first line of a message in a chat that WhatsApp exported. */
const MESSAGE =
  /^\u200e?\[?(?<date>\d{1,4}[./-]\d{1,2}[./-]\d{1,4}),? (?<hour>\d{1,2})[:.](?<minute>\d\d)(?:[:.]\d\d)?(?:[\s\u202f](?<half>[ap]\.?[\s\u00a0]?m\.?))?(?:\]| [-–])\s(?<rest>.*)$/iu;

/** The share of lines that are not empty and begin a message, in a chat. */
const MIN_SHARE = 0.3;

/** The fewest messages that make a chat. */
const MIN_MESSAGES = 3;

/** How much of a file shows whether it can be a chat, in bytes. */
const START_LENGTH = 2048;

/** Reads plain text: each message of a chat becomes a manuscript, and any other text a single one. */
export const readTextOrChat: Reader = (file, options) => {
  const start = Buffer.from(file.bytes.subarray(0, START_LENGTH)).toString("utf8");
  if (!start.split(/\r?\n/).some((line) => MESSAGE.test(line))) return readText(file, options);
  const decoded = decodeText(file.bytes, { named: options.encoding });
  const chat = "error" in decoded ? undefined : readChat(decoded.text.split("\n"));
  if ("error" in decoded || chat === undefined) return readText(file, options);
  const { rows, leftOut, notices } = chat;
  return rowsToManuscripts({ unit: "row", rows, remarks: [] }, options, [
    ...decoded.remarks,
    message("text.chat", { count: rows.length }),
    ...(leftOut > 0 ? [message("text.no-author", { count: leftOut })] : []),
    ...describeNotices(notices),
  ]);
};

/** How many notices a remark lists. */
const MAX_LISTED = 5;

function describeNotices(notices: readonly string[]): readonly Message[] {
  if (notices.length === 0) return [];
  const different = [...new Set(notices)];
  const listed = different.slice(0, MAX_LISTED);
  return [
    message("text.chat-notices", {
      count: notices.length,
      notices: quoteEach(listed),
      more: different.length - listed.length,
    }),
  ];
}

/** The messages of a chat. */
interface Chat {
  readonly rows: readonly Row[];
  /** How many lines have no author. */
  readonly leftOut: number;
  /** The notices that the program wrote in the name of an author. */
  readonly notices: readonly string[];
}

/**
 * Reads the messages of a chat from lines of text: a row each, with its author, its time and its text.
 * Returns undefined if the text is no chat. Lines of the program itself have no author, and no row: they
 * are counted.
 */
function readChat(lines: readonly string[]): Chat | undefined {
  const written = lines.filter((line) => line.trim() !== "");
  const starts = written
    .map((line) => MESSAGE.exec(line)?.groups)
    .filter((groups) => groups !== undefined);
  if (starts.length < MIN_MESSAGES || starts.length < written.length * MIN_SHARE) return undefined;
  const order = dateOrder(starts.map(({ date = "" }) => date));
  const isHalfDay = starts.some(({ half }) => half !== undefined);
  const rows: { number: number; cells: Map<string, string[]> }[] = [];
  let text: string[] | undefined;
  let leftOut = 0;
  for (const [index, line] of lines.entries()) {
    const groups = MESSAGE.exec(line)?.groups;
    if (groups === undefined) {
      if (text !== undefined) text.push(line.replace(/^\u200e/, ""));
      else if (line.trim() !== "") leftOut += 1;
      continue;
    }
    const { date = "", hour = "", minute = "", half = "", rest = "" } = groups;
    const [, author, first] = /^([^:]{1,80}): (.*)$/.exec(rest) ?? [];
    text = author === undefined || first === undefined ? undefined : [first];
    if (text === undefined || author === undefined) {
      leftOut += 1;
      continue;
    }
    const time = toTime(hour, minute, half);
    const day = toDay(date, order ?? (isHalfDay ? "month" : undefined));
    const cells = new Map([
      ["from", [author.replace(/^[\u200e~\s]+/, "")]],
      ["text", text],
      ["date", day === undefined ? [date] : [`${day}T${time}`]],
    ]);
    rows.push({ number: index + 1, cells });
  }
  // In a diary, few entries begin with a name and a colon.
  if (rows.length * 2 < starts.length) return undefined;
  const notices = rows.flatMap(({ cells }) => {
    const read = readMessage(cells.get("text") ?? []);
    cells.set("text", [read.text]);
    return read.notice ?? [];
  });
  return { rows: rows.filter(({ cells }) => cells.get("text")?.[0] !== ""), leftOut, notices };
}

/**
 * A line that the program writes as if it were a message: in angle brackets, after a left-to-right mark, which keyboards do not have, or
 * the name of a file with a remark.
 */
const NOTICE = /^(?:\u200e.+|<[^<>]{2,60}>|\S+\.\w{2,4} \([^()]{4,40}\))$/u;

/** A notice that the program adds at the end of a message. */
const ADDED_NOTICE = /\s?(?<mark>\u200e?)<(?<words>[^<>]{2,60})>$/u;

/** Returns the words of a message without what the program wrote in it, and this, if there is any. */
function readMessage(lines: readonly string[]): {
  readonly text: string;
  readonly notice: string | undefined;
} {
  const [first = "", ...others] = lines;
  const plain = first.replaceAll("\u200e", "").trim();
  if (NOTICE.test(first.trim()) || DELETED_MESSAGES.has(plain.toLowerCase().replace(/\.$/, ""))) {
    return { text: others.join("\n").trim(), notice: plain };
  }
  const text = lines.join("\n").trim();
  const added = ADDED_NOTICE.exec(text);
  const { mark = "", words = "" } = added?.groups ?? {};
  const isAdded = mark !== "" || EDITED_MESSAGES.has(words.toLowerCase().replace(/\.$/, ""));
  return added !== null && isAdded
    ? { text: text.slice(0, added.index).trim(), notice: `<${words}>` }
    : { text, notice: undefined };
}

function toTime(hour: string, minute: string, half: string): string {
  const isAfternoon = /^p/i.test(half);
  const hours = half === "" ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  return `${String(hours).padStart(2, "0")}:${minute}:00`;
}

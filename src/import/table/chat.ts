import { message } from "../../catalogue/catalogue.ts";
import { joinDay } from "../../corpus/dates/written-date.ts";
import type { Reader } from "../manuscript.ts";
import { decodeText } from "../shared/encoding.ts";
import { readText } from "../text/text.ts";
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
  const { rows, leftOut } = chat;
  return rowsToManuscripts({ unit: "row", rows, remarks: [] }, options, [
    ...decoded.remarks,
    message("text.chat", { count: rows.length }),
    ...(leftOut > 0 ? [message("text.no-author", { count: leftOut })] : []),
  ]);
};

/**
 * Reads the messages of a chat from lines of text: a row each, with its author, its time and its text.
 * Returns undefined if the text is no chat. Lines of the program itself have no author, and no row: they
 * are counted.
 */
function readChat(
  lines: readonly string[],
): { readonly rows: readonly Row[]; readonly leftOut: number } | undefined {
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
    const day = toDay(
      date,
      order ?? (isHalfDay ? "month" : date.includes(".") ? "day" : undefined),
    );
    const cells = new Map([
      ["from", [author.replace(/^[\u200e~\s]+/, "")]],
      ["text", text],
      ["date", day === undefined ? [date] : [`${day}T${time}`]],
    ]);
    rows.push({ number: index + 1, cells });
  }
  // In a diary, few entries begin with a name and a colon.
  if (rows.length * 2 < starts.length) return undefined;
  for (const { cells } of rows) cells.set("text", [(cells.get("text") ?? []).join("\n").trim()]);
  return { rows, leftOut };
}

type DateOrder = "day" | "month" | "year";

/** Returns with what the dates of a file begin, if one of them shows it. */
function dateOrder(dates: readonly string[]): DateOrder | undefined {
  const parts = dates.map((date) => date.split(/\D/));
  if (parts.some(([first = ""]) => first.length === 4)) return "year";
  if (parts.some(([first]) => Number(first) > 12)) return "day";
  return parts.some(([, second]) => Number(second) > 12) ? "month" : undefined;
}

function toDay(date: string, order: DateOrder | undefined): string | undefined {
  const [first = "", second = "", third = ""] = date.split(/\D/);
  if (order === undefined) return undefined;
  const [year, month, day] =
    order === "year"
      ? [first, second, third]
      : order === "day"
        ? [third, second, first]
        : [third, first, second];
  const full = year.length === 2 ? `20${year}` : year;
  return joinDay(full, month, day);
}

function toTime(hour: string, minute: string, half: string): string {
  const isAfternoon = /^p/i.test(half);
  const hours = half === "" ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  return `${String(hours).padStart(2, "0")}:${minute}:00`;
}

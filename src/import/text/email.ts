import { type Message, message } from "../../catalogue/catalogue.ts";
import { parseWrittenDate } from "../../corpus/dates/written-date.ts";
import { MAIL_FIELDS, REPEATED_MESSAGE } from "../../language/apparatus/mail-headers.ts";
import type { Metadata } from "../manuscript.ts";

/** The fields of the header of an e-mail that are read. */
interface MailFields {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** As it is written. */
  readonly date: string;
  readonly subject: string;
}

/** An e-mail without its header and the words of others. */
interface Email {
  /** The lines that its author wrote. */
  readonly lines: readonly string[];
  readonly metadata: Metadata;
  readonly remarks: readonly Message[];
}

type FieldName = keyof typeof MAIL_FIELDS;

const FIELD = /^(?<name>\p{L}[\p{L}\p{N} -]{0,40}?)\s?[:：](?:\s+(?<value>.*))?$/u;
const FIELDS: readonly (readonly [FieldName, RegExp])[] = [
  ["from", new RegExp(`^(?:${MAIL_FIELDS.from})$`, "iu")],
  ["to", new RegExp(`^(?:${MAIL_FIELDS.to})$`, "iu")],
  ["date", new RegExp(`^(?:${MAIL_FIELDS.date})$`, "iu")],
  ["subject", new RegExp(`^(?:${MAIL_FIELDS.subject})$`, "iu")],
];

/** A body that is not the text itself. */
const ENCODED =
  /^content-transfer-encoding:\s*(?:base64|quoted-printable)|^content-type:\s*multipart/im;

/** The line between a text and the signature of its author (RFC 3676), and how many lines the signature has at most. */
const SIGNATURE_LINE = /^-- ?$/;
const MAX_SIGNATURE = 12;

/**
 * Reads an e-mail: a header with its author, its date and its subject or its recipients, and a text, but for the messages that it repeats,
 * which are by other authors, and for the signature. Returns undefined for any other text.
 */
export function readEmail(lines: readonly string[]): Email | undefined {
  const start = lines.findIndex((line) => line.trim() !== "");
  const length = lines.slice(Math.max(0, start)).findIndex((line) => line.trim() === "");
  if (start === -1 || length === -1) return undefined;
  const header = lines.slice(start, start + length);
  const fields = readFields(header);
  if (fields === undefined || ENCODED.test(header.join("\n"))) return undefined;
  const { from, to, date, subject } = fields;
  if (from === undefined || date === undefined || (to ?? subject) === undefined) return undefined;
  return describeEmail(
    { from: namesIn(from), to: namesIn(to ?? ""), date, subject: subject ?? "" },
    lines.slice(start + length),
  );
}

/** Describes an e-mail by its header, with the lines of its body that its author wrote. */
export function describeEmail(
  { from, to, date, subject }: MailFields,
  body: readonly string[],
): Email {
  const sent = parseWrittenDate(date);
  const own = withoutOthers(body);
  const count = own.filter(
    (line, index) => line === "" && (body[index] ?? "").trim() !== "",
  ).length;
  return {
    lines: own,
    metadata: {
      type: "personal_communication",
      ...(subject !== "" && { title: subject }),
      ...(sent !== undefined && { date: sent }),
      from,
      ...(to.length > 0 && { to }),
    },
    remarks: [
      message("text.mail-header"),
      ...(count > 0 ? [message("text.mail-lines", { count })] : []),
    ],
  };
}

/** Returns the known fields of a header; undefined if a line is none of a header. */
function readFields(
  header: readonly string[],
): Readonly<Partial<Record<FieldName, string>>> | undefined {
  const fields: Partial<Record<FieldName, string>> = {};
  let last: FieldName | undefined;
  for (const [index, line] of header.entries()) {
    if (index > 0 && /^\s/.test(line)) {
      if (last !== undefined) fields[last] = `${fields[last] ?? ""} ${line.trim()}`;
      continue;
    }
    const { name = "", value = "" } = FIELD.exec(line)?.groups ?? {};
    if (name === "") return undefined;
    last = FIELDS.find(([, pattern]) => pattern.test(name))?.[0];
    if (last !== undefined) fields[last] ??= value.trim();
  }
  return fields;
}

/** Returns the names in a list of names and addresses; an address without a name is one. Beside semicolons, a comma is within a name. */
function namesIn(list: string): readonly string[] {
  const parts = list.includes(";") ? list.split(";") : (list.match(/(?:"[^"]*"|[^",])+/g) ?? []);
  return parts
    .map((one) => {
      const name = one.replace(/<[^<>]*>|\[[^\][]*\]|"/g, "").trim();
      return name === "" ? one.replace(/[<>\s]/g, "") : name;
    })
    .filter((name) => name !== "");
}

/** Empties the lines that repeat other messages, with the line that introduces them, and those of the signature. */
function withoutOthers(body: readonly string[]): readonly string[] {
  const repeated = body.findIndex((line) => REPEATED_MESSAGE.test(line.trim()));
  const signature = body.findLastIndex((line) => SIGNATURE_LINE.test(line));
  const isSignature = signature !== -1 && body.length - signature <= MAX_SIGNATURE;
  const end = Math.min(
    repeated === -1 ? body.length : repeated,
    isSignature ? signature : body.length,
  );
  const own = body.map((line, index) => (index < end && !line.startsWith(">") ? line : ""));
  for (const [index, line] of body.entries()) {
    const isFirst = line.startsWith(">") && !(body[index - 1] ?? "").startsWith(">");
    if (isFirst) emptyIntroduction(own, index);
  }
  return own;
}

/** How many lines introduce what is repeated: “On Fri, 1 Mar 2007, Ada Quill wrote:” */
const MAX_INTRODUCTION = 2;

/** Whether a paragraph may introduce a message that an e-mail repeats: with a date or an address, and a colon at its end. */
export function introducesMessage(paragraph: string): boolean {
  return /[:：]$/.test(paragraph) && /[@\d]/.test(paragraph);
}

/** Empties the paragraph above a place if it introduces a message, with a date or an address and a colon at its end. */
function emptyIntroduction(lines: string[], place: number): void {
  let end = place;
  while ((lines[end - 1] ?? "x").trim() === "") end--;
  let start = end;
  while (start > 0 && (lines[start - 1] ?? "").trim() !== "") start--;
  const text = lines.slice(start, end).join(" ").trim();
  if (end - start > MAX_INTRODUCTION || !introducesMessage(text)) return;
  lines.fill("", start, end);
}

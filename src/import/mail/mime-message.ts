import type { RootContent } from "mdast";
import PostalMime, { type Address, type Email } from "postal-mime";
import { type Message, message, quoteEach } from "../../catalogue/catalogue.ts";
import { manuscriptFromHtml } from "../html/html.ts";
import type { Manuscript, Reader } from "../manuscript.ts";
import { isWordless, WORDLESS_ERROR } from "../markdown/normalize-blocks.ts";
import { plainText } from "../shared/plain-text.ts";
import { describeEmail, introducesMessage } from "../text/email.ts";
import { manuscriptFromText, readText } from "../text/text.ts";

/** The line before a message in a file of several (mbox, RFC 4155), with a field of its header after it. */
const MESSAGE_START = /^From \S+ [^\n]*\d{4}[^\n]*\n(?=[!-9;-~]{1,76}:)/gm;

/** Reads e-mails as programs send and keep them (MIME, RFC 2045), one or several. A file without the header of one is read as text. */
export const readMimeMessages: Reader = async (file, options) => {
  // Each byte is a character.
  const messages = Buffer.from(file.bytes)
    .toString("latin1")
    .split(MESSAGE_START)
    .filter((one) => one.trim() !== "")
    .map((one) => Buffer.from(one, "latin1"));
  if (messages.length < 2) return readMimeMessage(file, options);
  const manuscripts: Manuscript[] = [];
  for (const bytes of messages) {
    const result = await readMimeMessage({ ...file, bytes }, options);
    if ("manuscripts" in result) for (const one of result.manuscripts) manuscripts.push(one);
    else if (result.error !== WORDLESS_ERROR) return result;
  }
  return manuscripts.length === 0 ? { error: WORDLESS_ERROR } : { manuscripts };
};

/** Reads one e-mail. */
const readMimeMessage: Reader = async (file, options) => {
  const mail = await PostalMime.parse(file.bytes);
  const { from, to = [], subject = "", text, html } = mail;
  if (from === undefined) return readText(file, options);
  const date = mail.headers.find(({ key }) => key === "date")?.value ?? "";
  const fields = { from: namesOf([from]), to: namesOf(to), date, subject };
  const email = describeEmail(fields, (text ?? "").split(/\r?\n/));
  const body =
    text === undefined && html !== undefined
      ? manuscriptFromHtml(html)
      : manuscriptFromText(email.lines.join("\n"));
  if ("error" in body) return body;
  // The words of others are in block quotations of a page.
  const [content, repeated] = text === undefined ? divideReplies(body.content) : [body.content, []];
  if (isWordless(content)) return { error: WORDLESS_ERROR };
  const remarks = [
    ...email.remarks,
    ...(repeated.length > 0 ? [message("text.mail-lines", { count: repeated.length })] : []),
    ...describeAttachments(mail),
    ...body.remarks,
  ];
  return { manuscripts: [{ content, metadata: { ...body.metadata, ...email.metadata }, remarks }] };
};

/** Returns the blocks of a page by its author, and those with the words of others, each with a paragraph that introduces it. */
function divideReplies(
  content: readonly RootContent[],
): readonly [own: readonly RootContent[], others: readonly RootContent[]] {
  const isReply = (block: RootContent | undefined) => block?.type === "blockquote";
  const isOther = (block: RootContent, index: number) =>
    isReply(block) || (isReply(content[index + 1]) && introducesMessage(plainText(block).trim()));
  return [content.filter((block, index) => !isOther(block, index)), content.filter(isOther)];
}

/** Returns the names of people, or the addresses of those without one. */
function namesOf(addresses: readonly Address[]): readonly string[] {
  return addresses.map(({ name, address = "" }) => (name === "" ? address : name));
}

/** How many names of attachments a remark lists. */
const MAX_LISTED = 5;

function describeAttachments({ attachments }: Email): readonly Message[] {
  const names = attachments.map(({ filename, mimeType }) => filename ?? mimeType);
  if (names.length === 0) return [];
  return [
    message("mail.attachments", {
      count: names.length,
      names: quoteEach(names.slice(0, MAX_LISTED)),
      more: Math.max(0, names.length - MAX_LISTED),
    }),
  ];
}

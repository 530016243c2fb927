import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIFileComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from "discord-api-types/v10";
import type { Answer } from "../command/bot.ts";
import { formatLine } from "../command/typed-line.ts";
import type { Command } from "../command/types.ts";
import type { Tone } from "../reply/layout/blocks.ts";
import { type LabelledLine, type LabelledLink, layoutOf } from "../reply/layout/layout.ts";
import { renderText } from "../reply/plain-text.ts";
import type { CommandLine, Reply, ReplyFile } from "../reply/reply.ts";
import { formatCustomId } from "./custom-id.ts";
import { escapeMarkdown } from "./escape.ts";
import {
  MAX_BUTTON_LABEL,
  MAX_BUTTONS_A_ROW,
  MAX_COMPONENTS,
  MAX_FILE,
  MAX_LINK,
  MAX_SELECT_OPTIONS,
  MAX_SELECT_TEXT,
  MAX_TEXT,
  truncate,
} from "./limits.ts";
import { type MessagePage, type OpenableEntry, paginate } from "./pagination.ts";

/** The `id` of the text display with the command line, from which actions read long options. */
export const COMMAND_LINE_ID = 1000;

/** A file uploaded with a response. */
export interface ResponseFile {
  readonly name: string;
  readonly data: Uint8Array;
}

/** The components of a message and the files that they show. Flags and mentions are the response's. */
export interface RenderedMessage {
  readonly components: APIMessageTopLevelComponent[];
  readonly files: readonly ResponseFile[];
}

/** The accent colours of a container. */
const TONE_COLOURS: Readonly<Record<Tone, number>> = {
  plain: 0x7a869a,
  good: 0x2e8b57,
  caution: 0xd9902f,
  bad: 0xc0392b,
  elsewhere: 0x2f6fb7,
  notice: 0xb7791f,
};

/**
 * Renders one message page of an answer, counted from 0, within all of Discord's limits. A number
 * that is too large gives the last page.
 */
export function renderMessage(
  { reply, isPrivate, line: answeredLine }: Answer,
  messagePage: number,
  commands: readonly Command[],
): RenderedMessage {
  const line = withoutPrivacy(answeredLine);
  const shownLine = shownPartOf(line, commands);
  const layout = layoutOf(reply);
  const renderedLine =
    Object.keys(shownLine.options).length > 0 ? renderCommandLine(shownLine) : "";
  const actions = actionRows(
    [
      ...layout.actions,
      ...(isPrivate && reply.kind !== "notice" ? [shareAction(line)] : []),
    ].flatMap((action) => commandButton(action, 0, shownLine)),
  );
  const { buttons: links, others } = linkButtons(layout.links);

  // The components of every message page besides its parts: the container and the command line, the
  // row with Back and Continue, the row with the select menu, the actions, the links and the file.
  const fixed = 2 + 3 + 2 + countComponents(actions) + countComponents(links) + 1;
  const budget = {
    characters: MAX_TEXT - renderedLine.length - MAX_NOTES_LENGTH,
    parts: MAX_COMPONENTS - fixed,
  };
  const enough = messagePage + MAX_PAGES_AHEAD;
  const pages = paginate([...layout.blocks, ...others], budget, enough + 1);
  const index = Math.min(messagePage, pages.length - 1);
  // A reply without any block has no page.
  const { parts, entries } = pages[index] ?? EMPTY_PAGE;
  const isLast = index >= pages.length - 1;

  const children: APIComponentInContainer[] = parts.map((part) =>
    part.kind === "separator"
      ? { type: ComponentType.Separator }
      : { type: ComponentType.TextDisplay, content: part.markdown },
  );
  const isLong = pages.length > 1;
  // If no custom_id has room for the options, the file keeps the other pages from being lost.
  const cannotContinue = isLong && formatCustomId(line, 1, shownLine) === undefined;
  const replyFile = cannotContinue ? answerAsFile(reply) : reply.file;
  const file =
    replyFile && (replyFile.goes === "always" || isLong) ? encodeFile(replyFile) : undefined;
  const isTooLarge = file !== undefined && file.data.length > MAX_FILE;
  const content = [
    renderedLine,
    ...(isLong ? [describePart(index, pages.length, enough)] : []),
    ...(isTooLarge ? [TOO_LARGE] : []),
  ]
    .join("\n")
    .trim();
  if (content !== "")
    children.push({ type: ComponentType.TextDisplay, id: COMMAND_LINE_ID, content });

  const files = file === undefined || isTooLarge ? [] : [file];
  return {
    components: [
      {
        type: ComponentType.Container,
        accent_color: TONE_COLOURS[layout.tone],
        components: children,
      },
      ...files.map(fileComponent),
      ...selectMenu(entries, shownLine),
      ...actionRows([
        ...(index > 0 ? commandButton({ label: "Back", line }, index - 1, shownLine) : []),
        ...(isLast
          ? []
          : commandButton({ label: "Continue", line }, index + 1, shownLine, ButtonStyle.Primary)),
      ]),
      ...(isLast ? actions : []),
      ...(isLast ? links : []),
    ],
    files,
  };
}

const TOO_LARGE =
  "-# The file that belongs to this answer is larger than the 10 MiB that Discord takes, so it is left out. In the terminal, Ibid has no such limit.";

/** How many message pages are laid out after the one that is shown. A passage can have a thousand. */
const MAX_PAGES_AHEAD = 20;

function describePart(index: number, pages: number, counted: number): string {
  return `-# Part ${index + 1} of ${pages > counted ? `more than ${counted}` : pages}`;
}

/** The characters reserved for notes on the message itself: its page number, a file left out. */
export const MAX_NOTES_LENGTH = "\n-# Part 1,000 of more than 1,000\n".length + TOO_LARGE.length;

function answerAsFile(reply: Reply): ReplyFile {
  return { name: "answer.txt", text: renderText(reply).text, goes: "always" };
}

function encodeFile({ name, text }: ReplyFile): ResponseFile {
  return { name, data: new TextEncoder().encode(text) };
}

/** In a message with components, Discord hides a file that no component shows. */
function fileComponent({ name }: ResponseFile): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

const EMPTY_PAGE: MessagePage = { parts: [], entries: [] };

/** The message decides whether an answer is private; turning its pages does not change that. */
function withoutPrivacy({ name, options: { private: _, ...options } }: CommandLine): CommandLine {
  return { name, options };
}

/** Returns a line with those visible options that fit into the command line of a message. */
function shownPartOf({ name, options }: CommandLine, commands: readonly Command[]): CommandLine {
  const declared = commands.find((command) => command.name === name)?.options;
  const shown: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(options)) {
    if (declared?.[key]?.hidden !== false) continue;
    const rendered = renderCommandLine({ name, options: { ...shown, [key]: value } });
    if (rendered.length <= MAX_COMMAND_LINE && !rendered.includes("\n")) shown[key] = value;
  }
  return { name, options: shown };
}

/** Fits the longest quotation, unless much of it is escaped, and leaves room for the answer. */
const MAX_COMMAND_LINE = 2600;

function renderCommandLine(line: CommandLine): string {
  return `-# ${escapeMarkdown(formatLine(line))}`;
}

function shareAction({ name, options }: CommandLine): LabelledLine {
  return { label: "Share", line: { name, options: { ...options, private: false } } };
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Returns the button for an action, or none if the command does not fit into a custom_id. */
function commandButton(
  { label, line }: LabelledLine,
  messagePage: number,
  shownLine: CommandLine,
  style: ButtonStyle.Primary | ButtonStyle.Secondary = ButtonStyle.Secondary,
): APIButtonComponent[] {
  const custom_id = formatCustomId(line, messagePage, shownLine);
  if (custom_id === undefined) return [];
  return [
    { type: ComponentType.Button, style, label: truncate(label, MAX_BUTTON_LABEL), custom_id },
  ];
}

function actionRows(buttons: readonly APIButtonComponent[]): Row[] {
  // Discord rejects a second button with the same custom_id, and it would only do the same again.
  const distinct = distinctBy(buttons, (one) => ("custom_id" in one ? one.custom_id : one));
  const starts = distinct.flatMap((_, index) => (index % MAX_BUTTONS_A_ROW === 0 ? [index] : []));
  return starts.map((start) => ({
    type: ComponentType.ActionRow,
    components: distinct.slice(start, start + MAX_BUTTONS_A_ROW),
  }));
}

function distinctBy<T>(things: readonly T[], keyOf: (thing: T) => unknown): readonly T[] {
  const keys = things.map(keyOf);
  return things.filter((_, index) => keys.indexOf(keys[index]) === index);
}

/** Returns the select menu that opens entries. It repeats the numbers that they have in the text. */
function selectMenu(entries: readonly OpenableEntry[], shownLine: CommandLine): Row[] {
  const options = entries.flatMap(({ number, label, action }) => {
    const value = formatCustomId(action.line, 0, shownLine);
    if (value === undefined) return [];
    return [{ label: truncate(`${number}. ${label}`, MAX_SELECT_TEXT), value }];
  });
  const distinct = distinctBy(options, ({ value }) => value);
  if (distinct.length === 0) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: "open",
          placeholder: "Open one of these",
          options: distinct.slice(0, MAX_SELECT_OPTIONS),
        },
      ],
    },
  ];
}

/** Returns a row of link buttons, and text links for those that have no place or are too long. */
function linkButtons(links: readonly LabelledLink[]) {
  const linked = links.map(({ label, url }) => ({ label, url: new URL(url).href }));
  const asButtons = linked.filter(({ url }) => url.length <= MAX_LINK).slice(0, MAX_BUTTONS_A_ROW);
  const others = linked.filter((link) => !asButtons.includes(link));
  return {
    buttons: actionRows(
      asButtons.map(({ label, url }) => ({
        type: ComponentType.Button,
        style: ButtonStyle.Link,
        label: truncate(label, MAX_BUTTON_LABEL),
        url,
      })),
    ),
    others: others.map((link) => ({ kind: "link", ...link }) as const),
  };
}

function countComponents(rows: readonly Row[]): number {
  return rows.reduce((sum, { components }) => sum + 1 + components.length, 0);
}

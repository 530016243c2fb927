import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIFileComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from "discord-api-types/v10";
import type { Translate } from "../catalogue/catalogue.ts";
import type { Answer, Bot } from "../command/bot.ts";
import { formatLine } from "../command/typed-line.ts";
import type { Command } from "../command/types.ts";
import { localizeLine } from "../language/translation/local-names.ts";
import type { LayoutBlock, Tone } from "../reply/layout/blocks.ts";
import { type LabelledLine, layoutOf } from "../reply/layout/layout.ts";
import { renderText } from "../reply/plain-text.ts";
import type { Action, CommandLine, Reply, ReplyFile } from "../reply/reply.ts";
import { formatCustomId } from "./custom-id.ts";
import { escapeMarkdown } from "./escape.ts";
import {
  MAX_BUTTON_LABEL,
  MAX_BUTTONS_A_ROW,
  MAX_COMPONENTS,
  MAX_CUSTOM_ID,
  MAX_FILE,
  MAX_TEXT,
  truncate,
} from "./limits.ts";
import { type MessagePart, paginate } from "./pagination.ts";

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
  { commands, t }: Pick<Bot, "commands" | "t">,
): RenderedMessage {
  const line = withoutPrivacy(answeredLine);
  const shownLine = shownPartOf(line, commands, t);
  const layout = layoutOf(reply, t);
  const title = repeatedTitle(layout.blocks);
  const renderedLine =
    Object.keys(shownLine.options).length > 0 ? renderCommandLine(shownLine, t) : "";
  const buttonOf = (action: LabelledLine, page = 0) => commandButton(action, page, shownLine);
  const share = { label: t("message.share"), line: shareLine(line) };
  const ids = new Set<string>();
  const discuss = reply.discuss && { label: t("action.discuss"), line: reply.discuss };
  const actions = actionRows(
    [
      ...layout.actions,
      ...(isPrivate || discuss === undefined ? [] : [{ ...discuss, isAside: true } as const]),
      ...(isPrivate && !UNSHARED.includes(reply.kind) ? [share] : []),
    ].flatMap((action) => buttonOf(action)),
    ids,
  );

  // The components of every message page besides its parts: the container and the command line, the
  // row with Back and Continue, the actions and the file.
  const fixed = 2 + 3 + countComponents(actions) + 1;
  const tooLarge = `-# ${t("message.file-too-large")}`;
  const budget = {
    characters: MAX_TEXT - renderedLine.length - notesLength(t, title),
    components: MAX_COMPONENTS - fixed,
  };
  const enough = messagePage + MAX_PAGES_AHEAD;
  const pages = paginate(layout.blocks, budget, enough + 1);
  const index = Math.min(messagePage, pages.length - 1);
  // A reply without any block has no page.
  const parts = pages[index] ?? [];
  const isLast = index >= pages.length - 1;

  const isLong = pages.length > 1;
  // If no custom_id has room for the options, the file keeps the other pages from being lost.
  const nextPage = { line, messagePage: 1, isAside: false };
  const cannotContinue = isLong && formatCustomId(nextPage, shownLine) === undefined;
  const replyFile = cannotContinue ? answerAsFile(reply, t) : reply.file;
  const file =
    replyFile && (replyFile.goes === "always" || isLong) ? encodeFile(replyFile) : undefined;
  const isTooLarge = file !== undefined && file.data.length > MAX_FILE;
  const content = [
    renderedLine,
    ...(isLong ? [`-# ${describePart(index, pages.length, enough, title, t)}`] : []),
    ...(isTooLarge ? [tooLarge] : []),
  ]
    .join("\n")
    .trim();
  const children = renderParts(parts, shownLine, ids, t);
  if (content !== "")
    children.push({ type: ComponentType.TextDisplay, id: COMMAND_LINE_ID, content });

  const files = file === undefined || isTooLarge ? [] : [file];
  const back = { label: t("message.back"), line };
  const next = { label: t("message.continue"), line };
  return {
    components: [
      {
        type: ComponentType.Container,
        accent_color: TONE_COLOURS[layout.tone],
        components: children,
      },
      ...files.map(fileComponent),
      ...actionRows(
        [
          ...(index > 0 ? buttonOf(back, index - 1) : []),
          ...(isLast ? [] : commandButton(next, index + 1, shownLine, ButtonStyle.Primary)),
        ],
        ids,
      ),
      ...(isLast ? actions : []),
    ],
    files,
  };
}

/** The replies that are for their user alone. */
const UNSHARED: readonly Reply["kind"][] = ["notice", "settings", "privacy", "discussion", "form"];

/** How many message pages are laid out after the one that is shown. A passage can have a thousand. */
const MAX_PAGES_AHEAD = 20;

/** Says which message page this is, and after the first one also of what. */
function describePart(
  index: number,
  pages: number,
  counted: number,
  title: string,
  t: Translate,
): string {
  const number = t.number(index + 1);
  const part =
    pages > counted
      ? t("message.part-of-more", { number, of: t.number(counted) })
      : t("message.part", { number, of: t.number(pages) });
  return index === 0 || title === "" ? part : t("message.continued", { part, title });
}

/** The maximum length of a title that is repeated, in UTF-16 code units. */
const MAX_REPEATED_TITLE = 80;

/** Returns the heading of an answer as Markdown, to repeat on its later message pages. */
function repeatedTitle(blocks: readonly LayoutBlock[]): string {
  const [first] = blocks;
  return first?.kind === "heading"
    ? escapeMarkdown(truncate(first.text.replace(/\s+/g, " ").trim(), MAX_REPEATED_TITLE))
    : "";
}

/** The characters reserved for notes on the message itself: its page number, a file left out. */
export function notesLength(t: Translate, title = ""): number {
  const part = t("message.part-of-more", { number: "1,000", of: "1,000" });
  const note = t("message.continued", { part, title });
  return `\n-# ${note}\n-# ${t("message.file-too-large")}`.length;
}

/** Renders the parts of a message page; an entry that can be opened has its button beside it. */
function renderParts(
  parts: readonly MessagePart[],
  shownLine: CommandLine,
  ids: Set<string>,
  t: Translate,
): APIComponentInContainer[] {
  return parts.map((part): APIComponentInContainer => {
    if (part.kind === "separator") return { type: ComponentType.Separator };
    const display = { type: ComponentType.TextDisplay, content: part.markdown } as const;
    const [accessory] =
      part.open === undefined
        ? []
        : commandButton({ ...part.open, label: entryLabel(part.open, t) }, 0, shownLine).flatMap(
            (button) => withDistinctId(button, ids),
          );
    return accessory === undefined
      ? display
      : { type: ComponentType.Section, components: [display], accessory };
  });
}

/** Returns the label of the button beside an entry. Most open the entry. */
function entryLabel({ label }: Action, t: Translate): string {
  return label === "keep" ? t("action.keep") : t("message.open");
}

function answerAsFile(reply: Reply, t: Translate): ReplyFile {
  return { name: "answer.txt", text: renderText(reply, t).text, goes: "always" };
}

function encodeFile({ name, text }: ReplyFile): ResponseFile {
  return { name, data: new TextEncoder().encode(text) };
}

/** In a message with components, Discord hides a file that no component shows. */
function fileComponent({ name }: ResponseFile): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

/** The message decides whether an answer is private; turning its pages does not change that. */
function withoutPrivacy({ name, options: { private: _, ...options } }: CommandLine): CommandLine {
  return { name, options };
}

/** Returns a line with those visible options that fit into the command line of a message. */
function shownPartOf(
  { name, options }: CommandLine,
  commands: readonly Command[],
  t: Translate,
): CommandLine {
  const declared = commands.find((command) => command.name === name)?.options;
  const shown: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(options)) {
    if (declared?.[key]?.hidden !== false) continue;
    const rendered = renderCommandLine({ name, options: { ...shown, [key]: value } }, t);
    if (rendered.length <= MAX_COMMAND_LINE && !rendered.includes("\n")) shown[key] = value;
  }
  return { name, options: shown };
}

/** Fits the longest quotation, unless much of it is escaped, and leaves room for the answer. */
const MAX_COMMAND_LINE = 2600;

function renderCommandLine(line: CommandLine, t: Translate): string {
  return `-# ${escapeMarkdown(localizeLine(formatLine(line), t))}`;
}

function shareLine({ name, options }: CommandLine): CommandLine {
  return { name, options: { ...options, private: false } };
}

type Row = APIActionRowComponent<APIButtonComponentWithCustomId>;

/** Returns the button for an action, or none if the command does not fit into a custom_id. */
function commandButton(
  { label, line, isAside }: LabelledLine,
  messagePage: number,
  shownLine: CommandLine,
  style: ButtonStyle.Primary | ButtonStyle.Secondary = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId[] {
  const custom_id = formatCustomId({ line, messagePage, isAside: isAside === true }, shownLine);
  if (custom_id === undefined) return [];
  return [
    { type: ComponentType.Button, style, label: truncate(label, MAX_BUTTON_LABEL), custom_id },
  ];
}

function actionRows(buttons: readonly APIButtonComponentWithCustomId[], ids: Set<string>): Row[] {
  // A second button with the same command would only do the same again.
  const given = buttons.map(({ custom_id }) => custom_id);
  const distinct = buttons
    .filter(({ custom_id }, index) => given.indexOf(custom_id) === index)
    .flatMap((button) => withDistinctId(button, ids));
  const rows = Math.ceil(distinct.length / MAX_BUTTONS_A_ROW);
  // Even rows: six buttons are three and three, not five and one.
  const size = Math.ceil(distinct.length / rows);
  return Array.from({ length: rows }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: distinct.slice(row * size, (row + 1) * size),
  }));
}

/**
 * Makes a custom_id differ from those of the message so far (`ids`), as Discord requires: two entries may
 * lead to the same document. White space after JSON has no meaning. Returns no button if it does not fit.
 */
function withDistinctId(
  button: APIButtonComponentWithCustomId,
  ids: Set<string>,
): readonly APIButtonComponentWithCustomId[] {
  let { custom_id } = button;
  while (ids.has(custom_id)) custom_id += " ";
  ids.add(custom_id);
  return custom_id.length > MAX_CUSTOM_ID ? [] : [{ ...button, custom_id }];
}

function countComponents(rows: readonly Row[]): number {
  return rows.reduce((sum, { components }) => sum + 1 + components.length, 0);
}

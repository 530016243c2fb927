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
import { layoutOf } from "../reply/layout.ts";
import { renderText } from "../reply/plain-text.ts";
import type { Action, CommandLine, Reference, Reply, ReplyFile } from "../reply/reply.ts";
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
import { type MessagePage, type NumberedEntry, paginate } from "./pagination.ts";

/** The `id` of the text display that says what was asked; presses read long options from it. */
export const COMMAND_LINE_ID = 1000;

/** A file that goes with a response. */
export interface ResponseFile {
  readonly name: string;
  readonly data: Uint8Array;
}

/** A message's components, and the files that they show. Flags and mentions are the response's. */
export interface RenderedMessage {
  readonly components: APIMessageTopLevelComponent[];
  readonly files: readonly ResponseFile[];
}

/** Beside the bar of a container: what documents say, and what only the asker needs to know. */
const ANSWER_COLOUR = 0x2f6f4f;
const NOTICE_COLOUR = 0xb7791f;

/** Draws a piece of an answer, counted from 0, within all of Discord's limits. */
export function renderMessage(
  { reply, isPrivate, line: asked }: Answer,
  piece: number,
  commands: readonly Command[],
): RenderedMessage {
  const line = withoutPrivacy(asked);
  const shown = shownOf(line, commands);
  const layout = layoutOf(reply);
  const shownLine = Object.keys(shown.options).length > 0 ? renderCommandLine(shown) : "";
  const actions = actionRows(
    [
      ...layout.actions,
      ...(isPrivate && reply.kind !== "notice" ? [shareAction(line)] : []),
    ].flatMap((action) => button(action, 0, shown)),
  );
  const { buttons: links, others } = referenceLinks(layout.references);

  // What every piece has besides its text: the container, the line that says what was asked, a row
  // to go on with, a list to open entries from, the actions, the links and the file.
  const fixed = 2 + 3 + 2 + countComponents(actions) + countComponents(links) + 1;
  const pieces = paginate([...layout.blocks, ...others], {
    characters: MAX_TEXT - shownLine.length - MAX_NOTES_LENGTH,
    parts: MAX_COMPONENTS - fixed,
  });
  const index = Math.min(piece, pieces.length - 1);
  const { parts, opens } = pieces[index] ?? EMPTY;
  const isLast = index >= pieces.length - 1;

  const children: APIComponentInContainer[] = parts.map((part) =>
    part.kind === "separator"
      ? { type: ComponentType.Separator }
      : { type: ComponentType.TextDisplay, content: part.markdown },
  );
  const isLong = pieces.length > 1;
  // Nothing is lost where no button can carry on what was asked.
  const isStuck = isLong && formatCustomId(line, 1, shown) === undefined;
  const going = isStuck ? answerAsFile(reply) : reply.file;
  const file = going && (going.goes === "always" || isLong) ? encodeFile(going) : undefined;
  const isTooLarge = file !== undefined && file.data.length > MAX_FILE;
  const content = [
    shownLine,
    ...(isLong ? [`-# Part ${index + 1} of ${pieces.length}`] : []),
    ...(isTooLarge ? [TOO_LARGE] : []),
  ]
    .join("\n")
    .trim();
  if (content !== "")
    children.push({ type: ComponentType.TextDisplay, id: COMMAND_LINE_ID, content });

  const files = file === undefined || isTooLarge ? [] : [file];
  return {
    components: [
      { type: ComponentType.Container, accent_color: colourOf(reply), components: children },
      ...files.map(fileComponent),
      ...selectMenu(opens, shown),
      ...actionRows([
        ...(index > 0 ? button({ label: "Back", line }, index - 1, shown) : []),
        ...(isLast
          ? []
          : button({ label: "Continue", line }, index + 1, shown, ButtonStyle.Primary)),
      ]),
      ...(isLast ? actions : []),
      ...(isLast ? links : []),
    ],
    files,
  };
}

const TOO_LARGE =
  "-# The file that belongs to this answer is larger than the 10 MiB that Discord takes, so it is left out. In the terminal, Ibid has no such limit.";

/** Room for what a message says of itself: which part it is, and that its file is too large. */
export const MAX_NOTES_LENGTH = "\n-# Part 1,000 of 1,000\n".length + TOO_LARGE.length;

function answerAsFile(reply: Reply): ReplyFile {
  return { name: "answer.txt", text: renderText(reply).text, goes: "always" };
}

function encodeFile({ name, text }: ReplyFile): ResponseFile {
  return { name, data: new TextEncoder().encode(text) };
}

/** Where a message has components, a file that none of them shows is not seen. */
function fileComponent({ name }: ResponseFile): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

const EMPTY: MessagePage = { parts: [], opens: [] };

/** Whether an answer is for the asker alone is the message's business: no page of it changes that. */
function withoutPrivacy({ name, options: { private: _, ...options } }: CommandLine): CommandLine {
  return { name, options };
}

/** What a message shows of a line: the options that people type, as many as there is room for. */
function shownOf({ name, options }: CommandLine, commands: readonly Command[]): CommandLine {
  const declared = commands.find((command) => command.name === name)?.options ?? {};
  const kept: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(options)) {
    if (declared[key]?.hidden !== false) continue;
    const drawn = renderCommandLine({ name, options: { ...kept, [key]: value } });
    if (drawn.length <= MAX_COMMAND_LINE && !drawn.includes("\n")) kept[key] = value;
  }
  return { name, options: kept };
}

/** The longest quotation fits, unless much of it is escaped, and an answer has room beside it. */
const MAX_COMMAND_LINE = 2600;

function renderCommandLine(line: CommandLine): string {
  return `-# ${escapeMarkdown(formatLine(line))}`;
}

function shareAction({ name, options }: CommandLine): Action {
  return { label: "Share", line: { name, options: { ...options, private: false } } };
}

function colourOf(reply: Reply): number {
  return reply.kind === "notice" ? NOTICE_COLOUR : ANSWER_COLOUR;
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A button, or none where the command cannot be written into its id. */
function button(
  { label, line }: Action,
  piece: number,
  shown: CommandLine,
  style: ButtonStyle.Primary | ButtonStyle.Secondary = ButtonStyle.Secondary,
): APIButtonComponent[] {
  const custom_id = formatCustomId(line, piece, shown);
  if (custom_id === undefined) return [];
  return [
    { type: ComponentType.Button, style, label: truncate(label, MAX_BUTTON_LABEL), custom_id },
  ];
}

function actionRows(buttons: readonly APIButtonComponent[]): Row[] {
  // Discord refuses two buttons with one id, and the second would do nothing that the first does not.
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

/** A list to open entries from; its entries have the numbers that stand before them in the text. */
function selectMenu(opens: readonly NumberedEntry[], shown: CommandLine): Row[] {
  const options = opens.flatMap(({ number, label, action }) => {
    const value = formatCustomId(action.line, 0, shown);
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

/** Links to sources: a row of buttons, and lines for those that are too many or too long for one. */
function referenceLinks(references: readonly Reference[]) {
  const linked = references.flatMap(({ label, url }) =>
    url === undefined ? [] : [{ label, url: new URL(url).href }],
  );
  const short = linked.filter(({ url }) => url.length <= MAX_LINK).slice(0, MAX_BUTTONS_A_ROW);
  const others = linked.filter((link) => !short.includes(link));
  return {
    buttons: actionRows(
      short.map(({ label, url }) => ({
        type: ComponentType.Button,
        style: ButtonStyle.Link,
        label: truncate(label, MAX_BUTTON_LABEL),
        url,
      })),
    ),
    others: others.map((link) => ({ kind: "link", ...link }) as const),
  };
}

function countComponents(these: readonly Row[]): number {
  return these.reduce((sum, { components }) => sum + 1 + components.length, 0);
}

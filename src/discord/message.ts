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
import { lineOf } from "../command/typed-line.ts";
import type { Command } from "../command/types.ts";
import { layoutOf } from "../reply/layout.ts";
import { drawText } from "../reply/plain-text.ts";
import type { Action, CommandLine, Reference, Reply, ReplyFile } from "../reply/reply.ts";
import { customId } from "./custom-id.ts";
import { escaped } from "./escape.ts";
import {
  MAX_BUTTON_LABEL,
  MAX_BUTTONS_A_ROW,
  MAX_COMPONENTS,
  MAX_FILE,
  MAX_LINK,
  MAX_SELECT_OPTIONS,
  MAX_SELECT_TEXT,
  MAX_TEXT,
  shortened,
} from "./limits.ts";
import { type Numbered, type Piece, piecesOf } from "./pagination.ts";

/** The `id` of the text display that says what was asked; presses read long options from it. */
export const ASKED_ID = 1000;

/** A file that goes with a response. */
export interface ResponseFile {
  readonly name: string;
  readonly data: Uint8Array;
}

/** A message's components, and the files that they show. Flags and mentions are the response's. */
export interface DrawnMessage {
  readonly components: APIMessageTopLevelComponent[];
  readonly files: readonly ResponseFile[];
}

/** Beside the bar of a container: what documents say, and what only the asker needs to know. */
const ANSWER_COLOUR = 0x2f6f4f;
const NOTICE_COLOUR = 0xb7791f;

/** Draws a piece of an answer, counted from 0, within all of Discord's limits. */
export function drawnMessage(
  { reply, isPrivate, line: asked }: Answer,
  piece: number,
  commands: readonly Command[],
): DrawnMessage {
  const line = withoutPrivacy(asked);
  const shown = shownOf(line, commands);
  const layout = layoutOf(reply);
  const shownLine = Object.keys(shown.options).length > 0 ? drawnLine(shown) : "";
  const actions = rows(
    [...layout.actions, ...(isPrivate && reply.kind !== "notice" ? [share(line)] : [])].flatMap(
      (action) => button(action, 0, shown),
    ),
  );
  const { buttons: links, others } = referenceLinks(layout.references);

  // What every piece has besides its text: the container, the line that says what was asked, a row
  // to go on with, a list to open entries from, the actions, the links and the file.
  const fixed = 2 + 3 + 2 + size(actions) + size(links) + 1;
  const pieces = piecesOf([...layout.blocks, ...others], {
    characters: MAX_TEXT - shownLine.length - LONGEST_NOTES,
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
  const isStuck = isLong && customId(line, 1, shown) === undefined;
  const going = isStuck ? wholeAnswer(reply) : reply.file;
  const file = going && (going.goes === "always" || isLong) ? responseFile(going) : undefined;
  const isTooLarge = file !== undefined && file.data.length > MAX_FILE;
  const content = [
    shownLine,
    ...(isLong ? [`-# Part ${index + 1} of ${pieces.length}`] : []),
    ...(isTooLarge ? [TOO_LARGE] : []),
  ]
    .join("\n")
    .trim();
  if (content !== "") children.push({ type: ComponentType.TextDisplay, id: ASKED_ID, content });

  const files = file === undefined || isTooLarge ? [] : [file];
  return {
    components: [
      { type: ComponentType.Container, accent_color: colourOf(reply), components: children },
      ...files.map(fileComponent),
      ...select(opens, shown),
      ...rows([
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
export const LONGEST_NOTES = "\n-# Part 1,000 of 1,000\n".length + TOO_LARGE.length;

function wholeAnswer(reply: Reply): ReplyFile {
  return { name: "answer.txt", text: drawText(reply).text, goes: "always" };
}

function responseFile({ name, text }: ReplyFile): ResponseFile {
  return { name, data: new TextEncoder().encode(text) };
}

/** Where a message has components, a file that none of them shows is not seen. */
function fileComponent({ name }: ResponseFile): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

const EMPTY: Piece = { parts: [], opens: [] };

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
    const drawn = drawnLine({ name, options: { ...kept, [key]: value } });
    if (drawn.length <= LONGEST_SHOWN && !drawn.includes("\n")) kept[key] = value;
  }
  return { name, options: kept };
}

/** The longest quotation fits, unless much of it is escaped, and an answer has room beside it. */
const LONGEST_SHOWN = 2600;

function drawnLine(line: CommandLine): string {
  return `-# ${escaped(lineOf(line))}`;
}

function share({ name, options }: CommandLine): Action {
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
  const custom_id = customId(line, piece, shown);
  if (custom_id === undefined) return [];
  return [
    { type: ComponentType.Button, style, label: shortened(label, MAX_BUTTON_LABEL), custom_id },
  ];
}

function rows(buttons: readonly APIButtonComponent[]): Row[] {
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
function select(opens: readonly Numbered[], shown: CommandLine): Row[] {
  const options = opens.flatMap(({ number, label, action }) => {
    const value = customId(action.line, 0, shown);
    if (value === undefined) return [];
    return [{ label: shortened(`${number}. ${label}`, MAX_SELECT_TEXT), value }];
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
    buttons: rows(
      short.map(({ label, url }) => ({
        type: ComponentType.Button,
        style: ButtonStyle.Link,
        label: shortened(label, MAX_BUTTON_LABEL),
        url,
      })),
    ),
    others: others.map((link) => ({ kind: "link", ...link }) as const),
  };
}

function size(these: readonly Row[]): number {
  return these.reduce((sum, { components }) => sum + 1 + components.length, 0);
}

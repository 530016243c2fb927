import { clearScreenDown, createInterface, cursorTo, moveCursor } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { styleText } from "node:util";
import type { Bot } from "../../command/bot.ts";
import { completeLine } from "../../command/line-completion.ts";
import { type ParsedLine, parseLine } from "../../command/typed-line.ts";
import { formatJson } from "../../reply/json.ts";
import { PLAIN, printable, renderText, type TextStyle } from "../../reply/plain-text.ts";
import { type Action, notice, type Reply } from "../../reply/reply.ts";

/** A conversation in a terminal: it remembers what the numbers of the last answer stand for. */
export interface Conversation {
  /** Answers a typed line; undefined for an empty one. */
  answer(line: string): { readonly text: string; readonly isNotice: boolean } | undefined;
}

/** Where what we got wrong is told. */
export type ReportError = (error: unknown) => void;

const FAILED = notice(
  "Something went wrong in Ibid, and it is not your doing. Standard error tells what.",
);

export function createConversation(
  bot: Bot,
  {
    json,
    style,
    report,
  }: { readonly json: boolean; readonly style: () => TextStyle; readonly report: ReportError },
): Conversation {
  let offered: readonly Action[] = [];

  function replyTo(line: string): Reply | undefined {
    const number = /^\s*\[?(\d+)\]?\s*$/.exec(line)?.[1];
    if (number === undefined) return respond(parseLine(line, bot.commands));
    const action = offered[Number(number) - 1];
    if (action !== undefined) return respond(action.line);
    return notice(
      offered.length === 0
        ? "There is nothing to choose by number yet. Ask with a command; /help lists them."
        : `The last answer offers the numbers 1 to ${offered.length}.`,
    );
  }

  function respond(asked: ParsedLine | undefined): Reply | undefined {
    return asked && bot.respond(asked.name, asked.options).reply;
  }

  function render(reply: Reply) {
    const { text, actions } = renderText(reply, style());
    // A slip of the finger does not take away what the last answer offered.
    if (reply.kind !== "notice" || actions.length > 0) offered = actions;
    return { text: json ? formatJson(reply) : text, isNotice: reply.kind === "notice" };
  }

  return {
    answer(line) {
      try {
        const reply = replyTo(line);
        return reply && render(reply);
      } catch (error) {
        report(error);
        return render(FAILED);
      }
    },
  };
}

interface TerminalOptions {
  readonly input: Readable;
  readonly output: Writable;
  readonly json: boolean;
  readonly report: ReportError;
  /** Gets what has something else written meanwhile, without harm to the line that is being typed. */
  readonly interrupted?: (around: (write: () => void) => void) => void;
}

/** Answers the lines of `input` one by one, at a prompt where it is a terminal. */
export async function runTerminal(
  bot: Bot,
  { input, output, json, report, interrupted = () => {} }: TerminalOptions,
): Promise<void> {
  const isTerminal = "isTTY" in input && input.isTTY === true && !json;
  const conversation = createConversation(bot, { json, style: () => textStyleOf(output), report });
  const lines = createInterface({
    input,
    ...(isTerminal && {
      output,
      prompt: "\nibid> ",
      historySize: 1000,
      removeHistoryDuplicates: true,
      completer: (line: string) => [completions(line), line],
    }),
  });

  function completions(line: string): string[] {
    try {
      // What cannot be shown cannot be typed either.
      return completeLine(line, bot).filter((one) => one === printable(one));
    } catch (error) {
      report(error);
      return [];
    }
  }

  let isClosed = false;
  lines.once("close", () => {
    isClosed = true;
  });

  function around(write: () => void): void {
    if (!isTerminal || isClosed) {
      write();
      return;
    }
    const { rows } = lines.getCursorPos();
    moveCursor(output, 0, -rows);
    cursorTo(output, 0);
    clearScreenDown(output);
    write();
    // From here readline goes up to where it last began the prompt.
    output.write("\n".repeat(rows));
    lines.prompt(true);
  }

  if (isTerminal) lines.prompt();
  interrupted(around);
  for await (const line of lines) {
    const answer = conversation.answer(line);
    if (answer !== undefined) output.write(`${answer.text}\n`);
    // After the end, a prompt would have readline go on reading.
    if (isTerminal && !isClosed) lines.prompt();
  }
}

/** Colours on a terminal that has them and nobody declined them; its width, or none. */
export function textStyleOf(output: Writable): TextStyle {
  if (!("isTTY" in output) || output.isTTY !== true) return PLAIN;
  // Some terminals say that they have no columns.
  const width = ("columns" in output && Number(output.columns)) || 80;
  // https://no-color.org: any value but an empty one declines colours.
  if (process.env["NO_COLOR"]) return { ...PLAIN, width };
  // Unless told not to, `styleText` asks the same of standard output, which may be another stream.
  return { width, paint: (style, text) => styleText(style, text, { validateStream: false }) };
}

import { clearScreenDown, createInterface, cursorTo, moveCursor } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { styleText } from "node:util";
import { createSupportsHyperlinks } from "supports-hyperlinks";
import type { Bot } from "../../command/bot.ts";
import { completeLine } from "../../command/line-completion.ts";
import { type ParsedLine, parseLine } from "../../command/typed-line.ts";
import { toWellFormed } from "../../foundation/well-formed.ts";
import { translationFor } from "../../keeping/answer-language.ts";
import type { Asker } from "../../keeping/kept.ts";
import type { ActionLabel } from "../../reply/action-label.ts";
import { formatJson } from "../../reply/json.ts";
import { describeField, describeForm } from "../../reply/layout/form.ts";
import {
  PLAIN,
  renderText,
  replaceControlCharacters,
  type TextStyle,
} from "../../reply/plain-text.ts";
import {
  type CommandLine,
  type FormField,
  type FormReply,
  notice,
  type Reply,
} from "../../reply/reply.ts";
import type { KeptStore } from "../../store/store.ts";
import { answerWithStore } from "../answer-with-store.ts";

/** A conversation in a terminal. It remembers the commands that the last answer numbered. */
export interface Conversation {
  /** Answers a typed line. Returns undefined if the line is empty. */
  answer(line: string): Promise<{ readonly text: string; readonly isNotice: boolean } | undefined>;
}

/** A form that is being filled in: what has been typed, and the fields that are left. */
interface Filling {
  readonly reply: FormReply;
  readonly values: Readonly<Record<string, string>>;
  readonly left: readonly FormField[];
  /** Whether a value that was not accepted is asked for again. */
  readonly isCorrected?: true;
}

/** Returns the option whose value an action offers to correct. */
function wrongOption(label: ActionLabel): string | undefined {
  return typeof label === "object" && label.kind === "correct" ? label.option : undefined;
}

/** Reports an error of ours to the operator. */
export type ReportError = (error: unknown) => void;

/** The user of the terminal: the operator of this machine, in no server. */
const OPERATOR: Asker = { user: "terminal", managesServer: false };

const FAILED = notice({ kind: "failed", where: "standard-error" });

export function createConversation(
  bot: Bot,
  {
    json,
    style,
    report,
    store,
    asks = false,
  }: {
    readonly json: boolean;
    readonly style: () => TextStyle;
    readonly report: ReportError;
    /** Undefined if nothing is kept. */
    readonly store?: KeptStore | undefined;
    /** Whether forms are filled in line by line. Otherwise, they are only shown. */
    readonly asks?: boolean;
  },
): Conversation {
  let offered: readonly CommandLine[] = [];
  /** The lines whose answers led to the last one by their numbers, and the line of the last one. */
  let trail: readonly CommandLine[] = [];
  let { t } = bot;
  let filling: Filling | undefined;

  async function replyTo(line: string): Promise<Reply | undefined> {
    const number = /^\s*\[?(\d+)\]?\s*$/.exec(line)?.[1];
    // After a value that was not accepted, the numbers are those of the values that may be meant.
    const isOffer = filling?.isCorrected === true && number !== undefined;
    if (filling !== undefined && !isOffer && !/^\s*\//.test(line)) return fillIn(filling, line);
    filling = undefined;
    if (number === undefined) return respond(parseLine(toWellFormed(line), bot.commands), []);
    const [back] = trail.slice(-2, -1);
    if (Number(number) === 0 && back !== undefined) return respond(back, trail.slice(0, -2));
    const chosen = offered[Number(number) - 1];
    if (chosen !== undefined) return respond(chosen, trail);
    return notice({ kind: "number-not-offered", offered: offered.length });
  }

  async function respond(
    line: ParsedLine | undefined,
    before: readonly CommandLine[],
  ): Promise<Reply | undefined> {
    if (line === undefined) return undefined;
    const access = { store, asker: OPERATOR, needs: bot.needsOf(line.name) };
    const { reply, line: answered } = await answerWithStore(access, (situation) => {
      const answer = bot.respond(line.name, line.options, situation);
      t = translationFor(situation, true, bot.t, answer.labels);
      return { ...answer, ...(answer.reply.changes && { changes: answer.reply.changes }) };
    });
    if (reply.kind !== "notice") trail = [...before, answered];
    return reply;
  }

  /** Takes a line as the value of a field. After the last one, the form is submitted. */
  async function fillIn(form: Filling, line: string): Promise<Reply | undefined> {
    const [field, ...left] = form.left;
    const value = line.trim() === "" ? field?.value : toWellFormed(line).trim();
    const values = {
      ...form.values,
      ...(field && value !== undefined && { [field.option]: value }),
    };
    filling = { ...form, values, left };
    if (left.length > 0) return undefined;
    const { name, options } = form.reply.submits;
    const reply = await respond({ name, options: { ...values, ...options } }, []);
    // A value that is not accepted is asked for again. The others are kept.
    const wrong = reply?.actions.map(({ label }) => wrongOption(label)) ?? [];
    const again = form.reply.fields.filter(({ option }) => wrong.includes(option));
    filling = again.length > 0 ? { ...filling, left: again, isCorrected: true } : undefined;
    return reply;
  }

  /** Returns the question for the next field of the form that is being filled in. */
  function nextQuestion(): readonly string[] {
    const [field] = filling?.left ?? [];
    return field === undefined ? [] : [describeField(field, t)];
  }

  function render(reply: Reply) {
    if (asks && !json && reply.kind === "form") {
      filling = { reply, values: {}, left: reply.fields };
      const text = [describeForm(reply, t), ...nextQuestion()].join("\n\n");
      return { text, isNotice: false };
    }
    const { text, numbered } = renderText(reply, t, style(), { hasBack: trail.length > 1 });
    // After a notice without actions, such as one about a typo, the last numbers stay valid.
    if (reply.kind !== "notice" || numbered.length > 0) offered = numbered;
    return {
      text: json ? formatJson(reply) : [text, ...nextQuestion()].join("\n\n"),
      isNotice: reply.kind === "notice",
    };
  }

  return {
    async answer(line) {
      try {
        const reply = await replyTo(line);
        if (reply !== undefined) return render(reply);
        const [text] = nextQuestion();
        return text === undefined ? undefined : { text, isNotice: false };
      } catch (error) {
        report(error);
        return render(FAILED);
      }
    },
  };
}

/** Runs `write` so that its output does not disturb the line being typed. */
export type WriteAbovePrompt = (write: () => void) => void;

interface TerminalOptions {
  readonly input: Readable;
  readonly output: Writable;
  readonly json: boolean;
  readonly report: ReportError;
  /** Undefined if nothing is kept. */
  readonly store?: KeptStore | undefined;
  /** Called once the prompt is shown, for output that does not answer a line. */
  readonly onStart?: (writeAbovePrompt: WriteAbovePrompt) => void;
}

/** Answers the lines of `input` one by one, at a prompt if it is a terminal. */
export async function runTerminal(
  bot: Bot,
  { input, output, json, report, store, onStart = () => {} }: TerminalOptions,
): Promise<void> {
  const hasPrompt = "isTTY" in input && input.isTTY === true && !json;
  const conversation = createConversation(bot, {
    json,
    style: () => textStyleOf(output),
    report,
    store,
    asks: true,
  });
  const lines = createInterface({
    input,
    ...(hasPrompt && {
      output,
      prompt: "\nibid> ",
      historySize: 1000,
      removeHistoryDuplicates: true,
      completer: (line: string) => [completions(line), line],
    }),
  });

  function completions(line: string): string[] {
    try {
      // A completion that cannot be printed cannot be typed either.
      return completeLine(line, bot).filter((one) => one === replaceControlCharacters(one));
    } catch (error) {
      report(error);
      return [];
    }
  }

  let isClosed = false;
  lines.once("close", () => {
    isClosed = true;
  });

  function writeAbovePrompt(write: () => void): void {
    if (!hasPrompt || isClosed) {
      write();
      return;
    }
    const { rows } = lines.getCursorPos();
    moveCursor(output, 0, -rows);
    cursorTo(output, 0);
    clearScreenDown(output);
    write();
    // To redraw the prompt, readline first moves up by as many rows as the line had.
    output.write("\n".repeat(rows));
    lines.prompt(true);
  }

  // The first Ctrl-C clears what is typed; on an empty line it ends the conversation.
  lines.on("SIGINT", () => {
    if (lines.line === "") {
      lines.close();
      return;
    }
    lines.write(null, { ctrl: true, name: "e" });
    lines.write(null, { ctrl: true, name: "u" });
  });

  if (hasPrompt) lines.prompt();
  onStart(writeAbovePrompt);
  for await (const line of lines) {
    const answer = await conversation.answer(line);
    if (answer !== undefined) output.write(`${answer.text}\n`);
    // After the end of the input, a prompt would make readline resume reading.
    if (hasPrompt && !isClosed) lines.prompt();
    // Thousands of lines can arrive at once. Between their answers, a signal is heard and a closed output is noticed.
    await nextTurn();
  }
}

/** Links a text by OSC 8 (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda). */
function linkText(text: string, url: string): string {
  return `\u001b]8;;${new URL(url).href}\u0007${text}\u001b]8;;\u0007`;
}

/** Returns the style of a stream: plain, except that a terminal has a width and perhaps colours. */
export function textStyleOf(output: Writable): TextStyle {
  if (!("isTTY" in output) || output.isTTY !== true) return PLAIN;
  // Some terminals report 0 columns.
  const width = ("columns" in output && Number(output.columns)) || 80;
  // https://no-color.org: any value but an empty one turns colours off.
  if (process.env["NO_COLOR"]) return { ...PLAIN, width };
  const hasLinks = createSupportsHyperlinks({ isTTY: true });
  return {
    width,
    // With validation, `styleText` would examine standard output, which may be another stream.
    paint: (style, text) => styleText(style, text, { validateStream: false }),
    ...(hasLinks && { link: linkText }),
  };
}

import { type ParseArgsConfig, parseArgs } from "node:util";
import type { LabelKey, Message, Translate } from "../catalogue/catalogue.ts";
import type { Style } from "../cite/style.ts";
import type { Config } from "../config.ts";
import type { Invocation } from "../frontends/terminal/invocation.ts";
import type { ReadingThread } from "../import/sandbox/reading-thread.ts";
import type { TextStyle } from "../reply/plain-text.ts";
import type { CheckCorpus } from "./check-corpus.ts";

/** The environment in which a tool runs. */
export interface ToolContext {
  readonly config: Config;
  readonly styles: readonly Style[];
  readonly invocation: Invocation;
  /** The language of everything that tools print. */
  readonly t: Translate;
  /** The editor answers questions here. Tools only ask if it is a terminal. */
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly errors: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** Returns the style of text on `output`. */
  readonly style: () => TextStyle;
  /** Prints the result on `output`. */
  readonly print: (text: string) => void;
  /** Prints messages for the editor on `errors`, each on its own line. */
  readonly printErrors: (messages: readonly Message[]) => void;
  /**
   * Returns a signal that is aborted when the editor interrupts the tool. Call it before work that must be
   * rolled back: until then, Ctrl-C ends the process at once.
   */
  readonly createInterruptSignal: () => AbortSignal;
  /** Creates the thread that reads files to import. The tool closes it. */
  readonly createReadingThread: () => ReadingThread;
  readonly checkCorpus: CheckCorpus;
}

/** 0: success. 1: problems were found, or something failed. 2: the arguments are wrong. */
export type ExitCode = 0 | 1 | 2;

type ToolOption = NonNullable<ParseArgsConfig["options"]>[string] & {
  readonly description: LabelKey;
};
type ToolOptions = Readonly<Record<string, ToolOption>>;
type ParsedArgs<Options extends ToolOptions> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true }>
>;

/** A tool for making and maintaining a corpus. */
export interface Tool {
  readonly name: string;
  /** A sentence that says what the tool does. */
  readonly description: Message;
  /** The positional arguments: `<files or folders>`. */
  readonly usage: LabelKey;
  readonly options: ToolOptions;
  readonly examples: readonly ToolExample[];
  /** Throws a `TypeError` with a sentence if `args` are wrong. */
  run(args: readonly string[], context: ToolContext): Promise<ExitCode>;
}

export interface ToolExample {
  /** The tool's name and its arguments, to append to `Invocation.corpus`. */
  readonly command: string;
  readonly description: LabelKey;
}

/** Declares a tool. Its arguments are parsed according to its options. */
export function defineTool<const Options extends ToolOptions>({
  run,
  ...tool
}: Omit<Tool, "run" | "options"> & {
  readonly options: Options;
  run(args: ParsedArgs<Options>, context: ToolContext): Promise<ExitCode>;
}): Tool {
  return {
    ...tool,
    run: async (args, context) =>
      run(parseArgs({ args: [...args], options: tool.options, allowPositionals: true }), context),
  };
}

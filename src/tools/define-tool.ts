import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Style } from "../cite/style.ts";
import type { Config } from "../config.ts";
import type { TextStyle } from "../reply/plain-text.ts";

/** What a tool of `npm run corpus` works with. */
export interface ToolContext {
  readonly config: Config;
  readonly styles: readonly Style[];
  /** Where the editor is asked: only of a terminal. */
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly errors: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** How text looks on `output`. */
  readonly style: () => TextStyle;
  /** What was asked for, on `output`. */
  readonly say: (text: string) => void;
  /** What the editor should know besides, a line each, on `errors`. */
  readonly complain: (lines: readonly string[]) => void;
  /**
   * Aborted when the editor wants no more of it. It is asked for by who must leave nothing half done:
   * until then, Ctrl-C ends the process at once.
   */
  readonly ending: () => AbortSignal;
}

/** Whether all went well, what was found or could not be done, or what was not understood. */
export type ExitCode = 0 | 1 | 2;

type Described = NonNullable<ParseArgsConfig["options"]>[string] & { readonly description: string };
type Asked<Options extends Readonly<Record<string, Described>>> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true }>
>;

/** One of the tools that make and tend a corpus. */
export interface Tool {
  readonly name: string;
  /** A sentence: what it does. */
  readonly description: string;
  /** What stands behind the name: `<files or folders>`. */
  readonly usage: string;
  readonly options: Readonly<Record<string, Described>>;
  /** Whole lines, behind `npm run corpus -- `. */
  readonly examples: readonly { readonly line: string; readonly does: string }[];
  /** Throws a `TypeError` with a sentence where `args` cannot be understood. */
  run(args: readonly string[], desk: ToolContext): Promise<ExitCode>;
}

/** Declares a tool, whose options are read as they are declared. */
export function defineTool<const Options extends Readonly<Record<string, Described>>>({
  run,
  ...tool
}: Omit<Tool, "run" | "options"> & {
  readonly options: Options;
  run(asked: Asked<Options>, desk: ToolContext): Promise<ExitCode>;
}): Tool {
  return {
    ...tool,
    run: async (args, desk) =>
      run(parseArgs({ args: [...args], options: tool.options, allowPositionals: true }), desk),
  };
}

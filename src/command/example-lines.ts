import type { Reply } from "../reply/reply.ts";
import { corpusExamples } from "../search/corpus-examples.ts";
import type { Library } from "../search/library.ts";
import { formatLine } from "./typed-line.ts";
import type { Command, Context, ExampleOptions, ShowcaseKind } from "./types.ts";

/** Returns the options of a command's examples, with values of the corpus. */
export function exampleOptions({ examples }: Command, library: Library) {
  return examples(corpusExamples(library))
    .map(withoutMissing)
    .filter((options) => options !== undefined);
}

/** Returns the examples of a command as lines to type. */
export function exampleLines(command: Command, library: Library): readonly string[] {
  const { name } = command;
  return exampleOptions(command, library).map((options) => formatLine({ name, options }));
}

/** Returns the options of an example that have a value; undefined if none of several has one. */
function withoutMissing(example: ExampleOptions): Record<string, string | boolean> | undefined {
  const options: Record<string, string | boolean> = {};
  for (const [key, value] of Object.entries(example)) {
    if (value !== undefined) options[key] = value;
  }
  const isEmpty = Object.keys(options).length === 0;
  return isEmpty && Object.keys(example).length > 0 ? undefined : options;
}

/** A line to type, and what it shows; absent if it is just an example of its command. */
export interface ShowcaseLine {
  readonly line: string;
  readonly kind?: ShowcaseKind;
}

/** The number of examples that a first look can take in. */
const SHOWCASED = 4;

/**
 * Returns the lines that show a corpus at its best. Those that the corpus cannot answer are replaced by
 * examples of other commands.
 */
export function showcaseLines(context: Context): readonly ShowcaseLine[] {
  const { commands, library } = context;
  const best = commands.flatMap((command) =>
    (command.showcase?.(corpusExamples(library)) ?? []).flatMap(({ kind, options: given }) => {
      const options = withoutMissing(given);
      if (options === undefined || !isAnsweredAs(kind, command.respond(options, context)))
        return [];
      return [{ kind, line: formatLine({ name: command.name, options }) }];
    }),
  );
  const used = new Set(best.map(({ line }) => line.split(" ")[0]));
  const others = usefulCommands(commands, library)
    // There is nothing set up yet.
    .filter(({ needs }) => needs === undefined)
    .flatMap((command) => exampleLines(command, library).slice(0, 1))
    .filter((line) => !used.has(line.split(" ")[0]));
  return [...best, ...others.map((line) => ({ line }))].slice(0, SHOWCASED);
}

/** Whether a reply shows what an example of this kind promises. */
function isAnsweredAs(kind: ShowcaseKind, reply: Reply): boolean {
  if (reply.kind !== "verification") return reply.kind !== "notice";
  const isFalse = ["altered", "none"].includes(reply.verdict.kind);
  return kind === (isFalse ? "false-quotation" : "true-quotation");
}

/** Returns the commands for which the corpus has something to show. */
export function usefulCommands(commands: readonly Command[], library: Library): readonly Command[] {
  return commands.filter(({ isUseful }) => isUseful === undefined || isUseful(library));
}

import { corpusExamples } from "../search/corpus-examples.ts";
import type { Library } from "../search/library.ts";
import { formatLine } from "./typed-line.ts";
import type { Command } from "./types.ts";

/** Returns the examples of a command as lines to type, with values of the corpus. */
export function exampleLines({ name, examples }: Command, library: Library): readonly string[] {
  return examples(corpusExamples(library)).flatMap((example) => {
    const options: Record<string, string | boolean> = {};
    for (const [key, value] of Object.entries(example)) {
      if (value !== undefined) options[key] = value;
    }
    const isEmpty = Object.keys(options).length === 0;
    return isEmpty && Object.keys(example).length > 0 ? [] : [formatLine({ name, options })];
  });
}

/** Returns the commands for which the corpus has something to show. */
export function usefulCommands(commands: readonly Command[], library: Library): readonly Command[] {
  return commands.filter(({ isUseful }) => isUseful === undefined || isUseful(library));
}

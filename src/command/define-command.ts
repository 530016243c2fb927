import { closestSpelling } from "../foundation/spelling.ts";
import { type Action, type CommandLine, notice, type Reply } from "../reply/reply.ts";
import { flag, optional } from "./option-types.ts";

import type {
  Command,
  CommandContext,
  Context,
  MessageCommand,
  Option,
  OptionResult,
  Options,
  RawOptions,
  Values,
} from "./types.ts";
/** Every command has this option; whoever asks says whether the answer is for them alone. */
export const PRIVATE_OPTION = optional(flag("Answer so that only you see it."));
const PRIVATE_ALREADY = optional(flag("Only you see the answer; with false, everybody here does."));

export function defineCommand<O extends Options>(definition: {
  readonly name: string;
  readonly description: string;
  readonly examples: readonly string[];
  readonly options: O;
  readonly isPrivate?: true;
  readonly menu?: MessageCommand;
  run(options: Values<O>, run: CommandContext): Reply;
}): Command {
  const { name, description, examples, isPrivate = false, menu } = definition;
  const options = { ...definition.options, private: isPrivate ? PRIVATE_ALREADY : PRIVATE_OPTION };
  return {
    name,
    description,
    examples,
    options,
    isPrivate,
    ...(menu && { messageCommand: menu }),
    respond(raw, context) {
      const given = givenOptions(definition.options, raw);
      const again: CommandContext["again"] = (changes) => ({
        name,
        options: omitUndefined({ ...given, ...changes }),
      });
      const stranger = Object.keys(raw).find((key) => !Object.hasOwn(options, key));
      if (stranger !== undefined)
        return unknownOption(name, stranger, raw[stranger], options, again);

      const values = new Map<string, unknown>();
      for (const [key, option] of Object.entries(options)) {
        const reading = readOption(key, option, raw[key], context);
        if ("message" in reading) {
          return notice(
            reading.message,
            (reading.values ?? []).map((value) => action(value, again({ [key]: value }))),
          );
        }
        values.set(key, reading.value);
      }
      // The loop has filled every key of `options` with a value read by that key's own option.
      return definition.run(Object.fromEntries(values) as Values<O>, { ...context, again });
    },
  };
}

export function action(label: string, line: CommandLine): Action {
  return { label, line };
}

/** Says that a command has no such option, and which one may have been meant. */
function unknownOption(
  name: string,
  key: string,
  value: unknown,
  options: Options,
  again: CommandContext["again"],
): Reply {
  const visible = Object.keys(options).filter((one) => options[one]?.hidden === false);
  const near = closestSpelling(key, visible);
  const sentence = `\`/${name}\` has no option \`${key}\`.`;
  if (near === undefined) return notice(`${sentence} It has ${visible.join(", ")}.`);
  return notice(
    `${sentence} Is \`${near}\` meant?`,
    typeof value === "string" ? [action(`${near}:${value}`, again({ [near]: value }))] : [],
  );
}

function readOption<T>(
  key: string,
  option: Option<T>,
  given: unknown,
  context: Context,
): OptionResult<T | undefined> {
  if (given === undefined) {
    return option.required
      ? { message: `\`${key}\` is missing. It should be ${option.expects}.` }
      : { value: option.absent };
  }
  return option.read(given, context) ?? { message: `\`${key}\` should be ${option.expects}.` };
}

type Given = Record<string, string | number | boolean>;

/** The declared options that were given, as they may be given again. */
export function givenOptions(options: Options, raw: RawOptions): Given {
  const given: Given = {};
  for (const key of Object.keys(options)) {
    const value = raw[key];
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      given[key] = value;
    }
  }
  return given;
}

function omitUndefined(record: Readonly<Record<string, Given[string] | undefined>>): Given {
  const result: Given = {};
  for (const [key, value] of Object.entries(record)) {
    if (value !== undefined) result[key] = value;
  }
  return result;
}

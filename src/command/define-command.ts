import { closestSpelling } from "../foundation/spelling.ts";
import type { Asker } from "../keeping/kept.ts";
import { missingPermissions } from "../keeping/permissions.ts";
import { action, type NoticeReply, notice, type Reply } from "../reply/reply.ts";
import { flag, optional, optionError } from "./option-types.ts";
import type {
  Command,
  CommandDeclaration,
  Context,
  Option,
  OptionResult,
  Options,
  RawOptions,
  RunContext,
  Values,
} from "./types.ts";

/** The option of every command that sets whether only the user sees the answer. */
export const PRIVATE_OPTION = optional(flag("option.private"));
const PRIVATE_ALREADY = optional(flag("option.private-already"));

/** Defines a command: it parses the raw options by their declarations, then calls `run`. */
export function defineCommand<O extends Options>({
  run,
  options: declared,
  isPrivate,
  ...declaration
}: CommandDeclaration & {
  readonly options: O;
  readonly isPrivate?: true;
  run(options: Values<O>, context: RunContext): Reply;
}): Command {
  const { name } = declaration;
  const options = { ...declared, private: isPrivate ? PRIVATE_ALREADY : PRIVATE_OPTION };
  return {
    ...declaration,
    options,
    isPrivate: isPrivate === true,
    respond(raw, context) {
      if (!isAllowed(declaration, context.asker)) return notice({ kind: "not-permitted" });
      if (declaration.needs !== undefined && context.problem !== undefined) {
        return notice({ kind: "store-problem", problem: context.problem });
      }
      const given = givenOptions(declared, raw);
      const again: RunContext["again"] = (changes) => ({
        name,
        options: omitUndefined({ ...given, ...changes }),
      });
      const unknownKey = Object.keys(raw).find((key) => !Object.hasOwn(options, key));
      if (unknownKey !== undefined) {
        return unknownOption(name, unknownKey, raw[unknownKey], options, again);
      }
      const values = new Map<string, unknown>();
      for (const [key, option] of Object.entries(options)) {
        const result = parseOption(key, option, raw[key], context);
        if ("error" in result) {
          const { reason, offers, actions = [] } = result.error;
          return notice(reason, [
            ...offers.map(({ value, label = { kind: "value", value } }) =>
              action(label, again({ [key]: value })),
            ),
            ...actions,
          ]);
        }
        values.set(key, result.value);
      }
      // The loop has given every key of `options` a value that this key's own option parsed.
      return run(Object.fromEntries(values) as Values<O>, { ...context, again });
    },
  };
}

/**
 * Whether a user may use a command. Discord guards the commands themselves, but neither buttons nor forms, which run
 * them too.
 */
export function isAllowed(
  { name, permission }: Pick<CommandDeclaration, "name" | "permission">,
  { mayUse, place }: Asker,
): boolean {
  if (permission === undefined) return true;
  const [first = name] = name.split(" ");
  return (
    mayUse?.[first] ?? missingPermissions(place?.userPermissions ?? 0n, [permission]).length === 0
  );
}

function parseOption<T>(
  key: string,
  option: Option<T>,
  given: unknown,
  context: Context,
): OptionResult<T | undefined> {
  const expected = { option: key, expects: option.expects };
  if (given !== undefined) {
    return option.parse(given, context) ?? optionError({ kind: "invalid-value", ...expected });
  }
  return option.required
    ? optionError({ kind: "missing-value", ...expected })
    : { value: option.defaultValue };
}

/** Explains that a command has no such option, and offers the one with the closest name. */
function unknownOption(
  name: string,
  key: string,
  value: unknown,
  options: Options,
  again: RunContext["again"],
): NoticeReply {
  const visible = Object.keys(options).filter((one) => options[one]?.hidden === false);
  const closest = closestSpelling(key, visible);
  return notice(
    {
      kind: "unknown-option",
      command: name,
      option: key,
      ...(closest !== undefined && { closest }),
      options: visible,
    },
    closest !== undefined && typeof value === "string"
      ? [action({ kind: "option", option: closest, value }, again({ [closest]: value }))]
      : [],
  );
}

type GivenOptions = Record<string, string | number | boolean>;

/** Returns those of the raw options that are declared and can be part of a `CommandLine`. */
export function givenOptions(options: Options, raw: RawOptions): GivenOptions {
  const given: GivenOptions = {};
  for (const key of Object.keys(options)) {
    const value = raw[key];
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      given[key] = value;
    }
  }
  return given;
}

function omitUndefined(
  record: Readonly<Record<string, GivenOptions[string] | undefined>>,
): GivenOptions {
  const result: GivenOptions = {};
  for (const [key, value] of Object.entries(record)) {
    if (value !== undefined) result[key] = value;
  }
  return result;
}

import { type Asker, isPlace } from "../keeping/kept.ts";
import { missingPermissions } from "../keeping/permissions.ts";
import { closestName } from "../language/translation/local-names.ts";
import { action, type NoticeReply, notice, type Reply } from "../reply/reply.ts";
import { createForm } from "./form.ts";
import { flag, hidden, optional, optionError } from "./option-types.ts";
import type {
  Command,
  CommandDeclaration,
  Context,
  Option,
  OptionError,
  OptionResult,
  Options,
  RawOptions,
  RunContext,
  Values,
} from "./types.ts";

/** The option of every command that sets whether only the user sees the answer. */
export const PRIVATE_OPTION = optional(flag("option.private"));
const PRIVATE_ALREADY = optional(flag("option.private-already"));
/** The option of a command with a form: whether to fill it in instead of running the command. */
const FORM_OPTION = optional(hidden(flag("option.form")), false);

/**
 * Defines a command: it parses the raw options by their declarations, then calls `run`.
 *
 * A command that can ask for its options has a `form`, which returns `context.ask({ title, fields, fixed })`, or a
 * notice if the asker may not. Its `run` may return the same. Front ends show it in their way (a modal in Discord) and
 * run the command with what was filled in and the `fixed` options; `run` checks everything again, because anyone can
 * submit anything. Fields are made of the declared options: `choices` become a list to choose from, and `whenEmpty` is
 * the value of an empty field. A button opens the form if its line has the option `form`. If a field has an
 * invalid value, the notice offers the form again, as it was filled in.
 *
 * A command whose answer takes long has a `prepare`, which makes the answer’s parts and keeps them for `run`.
 */
export function defineCommand<O extends Options>({
  run,
  form,
  prepare,
  options: declared,
  isPrivate,
  ...declaration
}: CommandDeclaration & {
  readonly options: O;
  readonly isPrivate?: true;
  run(options: Values<O>, context: RunContext): Reply;
  form?(options: Values<O>, context: RunContext): Reply;
  prepare?(options: Values<O>, context: Context): Iterable<unknown>;
}): Command {
  const { name } = declaration;
  const options = {
    ...declared,
    ...(form && { form: FORM_OPTION }),
    private: isPrivate ? PRIVATE_ALREADY : PRIVATE_OPTION,
  };
  return {
    ...declaration,
    options,
    isPrivate: isPrivate === true,
    ...(prepare && {
      *prepare(raw: RawOptions, context: Context) {
        const { parsed, errors } = parseOptions(options, raw, context);
        if (errors.size === 0) yield* prepare(parsed, context);
      },
    }),
    respond(raw, context) {
      if (!isAllowed(declaration.guard ?? declaration, context.asker)) {
        const isInServer = context.asker.server !== undefined;
        return notice({ kind: isInServer ? "not-permitted" : "no-server" });
      }
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
      // The command decides the hidden options of a form anew.
      const openForm = { name, options: { ...visibleOptions(declared, given), form: true } };
      const runContext: RunContext = {
        ...context,
        again,
        ask: (request) => createForm(request, openForm, options, given, context),
      };
      const { parsed, errors } = parseOptions(options, raw, context);
      const isFormAsked = "form" in parsed && parsed.form === true;
      const [error] = errors.values();
      if (error === undefined) {
        return form !== undefined && isFormAsked
          ? form(parsed, runContext)
          : run(parsed, runContext);
      }
      const isParsed = [...errors.keys()].every((key) => options[key]?.required === false);
      const asked = isParsed ? form?.(parsed, runContext) : undefined;
      const isAskedFor =
        asked?.kind === "form" &&
        [...errors.keys()].every((key) => asked.fields.some(({ option }) => option === key));
      if (isAskedFor && isFormAsked) return asked;
      const [key = ""] = errors.keys();
      const { reason, offers, actions = [] } = error;
      return notice(reason, [
        ...offers.map(({ value, label = { kind: "value", value } }) =>
          action(label, again({ [key]: value })),
        ),
        ...actions,
        ...(isAskedFor ? [action({ kind: "correct", option: key }, openForm)] : []),
      ]);
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

/** Parses the raw options by their declarations. An option with an error has its default value. */
function parseOptions<O extends Options>(
  options: O,
  raw: RawOptions,
  context: Context,
): { readonly parsed: Values<O>; readonly errors: ReadonlyMap<string, OptionError> } {
  const values = new Map<string, unknown>();
  const errors = new Map<string, OptionError>();
  for (const [key, option] of Object.entries(options)) {
    const result = parseOption(key, option, raw[key], context);
    if ("error" in result) errors.set(key, result.error);
    values.set(key, "error" in result ? option.defaultValue : result.value);
  }
  // The loop has given every key of `options` a value of this key's own option. Without a value, a required
  // option is an error.
  return { parsed: Object.fromEntries(values) as Values<O>, errors };
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
  const closest = closestName("option", key, visible);
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

/** Returns the raw options, with those added that the user left out and that settings give. */
export function withSettings(options: Options, raw: RawOptions, context: Context): RawOptions {
  const added: Record<string, string> = {};
  for (const [key, { fromSettings }] of Object.entries(options)) {
    const value = raw[key] === undefined ? fromSettings?.(context, raw) : undefined;
    if (value !== undefined) added[key] = value;
  }
  return { ...raw, ...added };
}

type GivenOptions = Record<string, string | number | boolean>;

/** Returns those of the raw options that are declared, as they are part of a `CommandLine`: a channel by its id. */
export function givenOptions(options: Options, raw: RawOptions): GivenOptions {
  const given: GivenOptions = {};
  for (const key of Object.keys(options)) {
    const value = isPlace(raw[key]) ? raw[key].id : raw[key];
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      given[key] = value;
    }
  }
  return given;
}

function visibleOptions(options: Options, given: GivenOptions): GivenOptions {
  return Object.fromEntries(
    Object.entries(given).filter(([key]) => options[key]?.hidden === false),
  );
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

import type { Place } from "../keeping/kept.ts";
import type { CommandLine, FormControl, FormField, FormReply } from "../reply/reply.ts";
import { action } from "../reply/reply.ts";
import type { Command, Context, FormRequest, Option, Options, RawOptions } from "./types.ts";

/** Creates the form of a command. Values that were typed (`given`) go before the present ones. */
export function createForm(
  { title, fields, fixed }: FormRequest,
  line: CommandLine,
  options: Options,
  given: CommandLine["options"],
  context: Context,
): FormReply {
  return {
    kind: "form",
    title,
    submits: { name: line.name, options: fixed },
    fields: fields.map(({ option, label, value }): FormField => {
      const declared = options[option];
      if (declared === undefined) throw new Error(`/${line.name} has no option ${option}.`);
      const { description, required, whenEmpty } = declared;
      const typed = given[option] === undefined ? value : String(given[option]);
      return {
        option,
        label,
        description,
        isRequired: required,
        control: controlOf(declared, context),
        ...(typed !== undefined && typed !== whenEmpty && { value: typed }),
        ...(whenEmpty !== undefined && { whenEmpty }),
      };
    }),
    actions: [action("fill-in", line)],
    line,
  };
}

/** The longest list to choose from. */
const MAX_CHOICES = 24;

function controlOf(
  { type, choices, bounds, expects }: Option<unknown>,
  context: Context,
): FormControl {
  if (type === "channel") return { kind: "channel" };
  const listed = choices?.(context) ?? [];
  if (listed.length > 0 && listed.length <= MAX_CHOICES) return { kind: "choice", choices: listed };
  if (type === "text" && bounds !== undefined) {
    return { kind: "text", ...bounds, ...(expects.kind === "cadence" && { isCadence: true }) };
  }
  return { kind: "text", min: 1, max: 20 };
}

/** The values of the fields of a form, by their names; that of an empty field is an empty text. */
export type SubmittedValues = Readonly<Record<string, string | Place>>;

/** Returns the options of a submitted form. An empty field leaves its option out, unless it stands for a value. */
export function submittedOptions({ options }: Command, values: SubmittedValues): RawOptions {
  return Object.fromEntries(
    Object.entries(values).flatMap(([option, given]): [string, string | Place][] => {
      if (typeof given !== "string") return [[option, given]];
      const isDeclared = Object.hasOwn(options, option);
      const value = given.trim() === "" && isDeclared ? options[option]?.whenEmpty : given;
      return value === undefined || value.trim() === "" ? [] : [[option, value]];
    }),
  );
}

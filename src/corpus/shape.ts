import * as v from "valibot";
import { CSL_TYPES, CSL_VARIABLES } from "./csl.ts";
import { edtfDate } from "./date.ts";
import { nearestOf } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import { parseYaml, type Yaml } from "./yaml.ts";

// Each message completes the sentence "`key` should be …".
const text = v.pipe(v.string("text"), v.trim(), v.nonEmpty("text"));
const texts = v.union(
  [
    v.pipe(
      text,
      v.transform((one) => [one]),
    ),
    v.array(text),
  ],
  "text, or a list",
);
const mapping = <Key extends v.GenericSchema<string>, Value extends v.GenericSchema>(
  key: Key,
  value: Value,
) => v.record(key, value, "a mapping of names to values");

const date = v.pipe(
  text,
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = edtfDate(dataset.value);
    if (read !== undefined) return read;
    addIssue({ message: "a date that exists, in EDTF: 2019-08-05, 2018-09, 2018-09~ (about)" });
    return NEVER;
  }),
);

const language = v.pipe(
  text,
  v.check((tag) => isLanguage(tag), "a language tag such as en, ko or zh-Hant"),
);

const yesOrNo = v.pipe(
  v.picklist(["true", "false"], "true or false"),
  v.transform((word) => word === "true"),
);

const url = v.pipe(text, v.check(isWebAddress, "an address that begins with http:// or https://"));

const cslType = v.pipe(
  text,
  v.check(
    (type) => CSL_TYPES.has(type),
    "a CSL item type such as personal_communication, book or webpage",
  ),
);

/** The form of ids, which addresses and buttons are made of. */
export const ID = /^[a-z0-9-]{1,48}$/;
const id = v.pipe(text, v.regex(ID, "1 to 48 of a-z, 0-9 and -"));
const ids = v.pipe(texts, v.array(id));

export const FRONT_MATTER = v.looseObject({
  id: v.optional(id),
  formerly: v.optional(ids, []),
  type: v.optional(cslType, "document"),
  title: v.optional(text),
  date: v.optional(date),
  from: v.optional(texts, []),
  to: v.optional(texts, []),
  topics: v.optional(texts, []),
  sources: v.optional(texts, []),
  delivered: v.optional(text),
  rights: v.optional(text),
  language: v.optional(language),
  verified: v.optional(yesOrNo, "true"),
  URL: v.optional(url),
});

export const SETTINGS = v.strictObject({
  title: v.optional(text),
  language: v.optional(language, "en"),
  description: v.optional(text),
  rights: v.optional(text),
  body: v.optional(v.picklist(["text", "notes"], "text or notes"), "text"),
});

const name = v.strictObject({ family: text, given: v.optional(text) });

export const SOURCES = mapping(
  id,
  v.looseObject({
    type: v.optional(cslType, "document"),
    title: text,
    author: v.optional(v.array(name, "a list of names with `family` and `given`"), []),
    "container-title": v.optional(text),
    issued: v.optional(date),
    URL: v.optional(url),
    language: v.optional(language),
    note: v.optional(text),
  }),
);

export const TOPICS = mapping(
  id,
  v.strictObject({
    label: text,
    labels: v.optional(mapping(language, text), {}),
    also: v.optional(texts, []),
    broader: v.optional(texts, []),
    related: v.optional(texts, []),
  }),
);

export const PEOPLE = mapping(
  text,
  v.strictObject({ also: v.optional(texts, []), role: v.optional(text) }),
);

export const EVENTS = v.array(
  v.strictObject({
    date,
    title: text,
    text,
    sources: v.pipe(
      v.optional(texts, []),
      v.minLength(1, "a list of at least one source of `sources.yaml`"),
    ),
    topics: v.optional(texts, []),
  }),
  "a list of events",
);

/** A value of the shape `schema` asks for, or every problem with it. */
export type Shaped<T> =
  | { readonly value: T; readonly yaml: Yaml }
  | { readonly problems: readonly Problem[] };

/** Reads `text`, which begins on line `firstLine` of `path`, as YAML of a certain shape. */
export function shaped<Schema extends v.GenericSchema>(
  schema: Schema,
  yamlText: string,
  path: string,
  firstLine = 1,
): Shaped<v.InferOutput<Schema>> {
  const yaml = parseYaml(yamlText, path, firstLine);
  if (!("value" in yaml)) return { problems: yaml };

  const result = v.safeParse(schema, yaml.value);
  const problems = (result.issues ?? []).map((issue) => problemOf(issue, yaml, path));
  return result.success ? { value: result.output, yaml } : { problems };
}

function problemOf(issue: v.BaseIssue<unknown>, yaml: Yaml, path: string): Problem {
  const at = (issue.path ?? []).flatMap(({ key }) =>
    typeof key === "string" || typeof key === "number" ? [key] : [],
  );
  const line = yaml.lineOf(at);
  const key = `\`${at.join(".")}\``;
  // Valibot says of a key that a strict object does not know that it expected "never".
  if (issue.expected === "never") {
    return {
      path,
      line,
      message: `${key} is not a key that Ibid knows here.`,
      remedy: "Correct its spelling, or delete the line.",
    };
  }
  if (issue.received === "undefined") {
    return { path, line, message: `${key} is missing.`, remedy: "Add it." };
  }
  return {
    path,
    line,
    message: `${at.length === 0 ? "The file" : key} should be ${issue.message}.`,
    remedy: "Correct it, or leave the key out.",
  };
}

/** Sorts the keys that `known` leaves over: CSL's fields are kept, near misses are problems. */
export function leftOver(
  record: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, unknown>>,
  placeOf: (key: string) => Pick<Problem, "path" | "line">,
): { more: Record<string, string>; problems: readonly Problem[]; advice: readonly Problem[] } {
  const more: Record<string, string> = {};
  const problems: Problem[] = [];
  const advice: Problem[] = [];
  const names = [...Object.keys(known), ...CSL_VARIABLES];
  for (const [key, value] of Object.entries(record)) {
    if (Object.hasOwn(known, key)) continue;
    if (CSL_VARIABLES.has(key)) {
      more[key] = typeof value === "string" ? value : JSON.stringify(value);
      continue;
    }
    const nearest = nearestOf(key, names);
    if (nearest === undefined) {
      advice.push({
        ...placeOf(key),
        message: `\`${key}\` is not a key that Ibid knows.`,
        remedy: "It is kept out of every answer.",
      });
    } else {
      problems.push({
        ...placeOf(key),
        message: `\`${key}\` is not a key, but nearly \`${nearest}\`.`,
        remedy: `Write \`${nearest}\`, or choose a name that is less like it.`,
      });
    }
  }
  return { more, problems, advice };
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

import * as v from "valibot";
import { closestSpelling } from "../foundation/spelling.ts";
import { isWebAddress } from "../foundation/web-address.ts";
import { CSL_TYPES, CSL_VARIABLES } from "./csl.ts";
import { edtfDate } from "./date.ts";
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
const anyMapping = v.custom<Record<string, unknown>>(isRecord, "a mapping of names to values");

/** A mapping whose keys are names: one that stands alone is there all the same. */
const mapping = <Key extends v.GenericSchema<string>, Value extends v.GenericSchema>(
  key: Key,
  value: Value,
) =>
  v.pipe(
    anyMapping,
    v.transform((names) =>
      Object.fromEntries(Object.entries(names).map(([one, of]) => [one, of ?? {}])),
    ),
    v.record(key, value),
  );

/** A mapping with the keys of `entries`, of which one without a value counts as left out. */
const objectWith = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    anyMapping,
    v.transform((keys) =>
      Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== null)),
    ),
    v.looseObject(entries),
  );

/** A mapping that has no other keys. Valibot's own strict object reports only the first of them. */
const strictObjectWith = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    objectWith(entries),
    v.rawCheck(({ dataset, addIssue }) => {
      const known = Object.keys(entries);
      for (const place of unknownKeys(dataset.value, known)) {
        addIssue({
          expected: "never",
          message: closestSpelling(place.key, known) ?? "",
          path: [place],
        });
      }
    }),
  );

/** A mapping that may have any other key, unless it is nearly one of these or of CSL's. */
const looseObjectWith = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    objectWith(entries),
    v.rawCheck(({ dataset, addIssue }) => {
      const known = [...Object.keys(entries), ...CSL_VARIABLES];
      for (const place of unknownKeys(dataset.value, known)) {
        const message = closestSpelling(place.key, known);
        if (message !== undefined) addIssue({ expected: "never", message, path: [place] });
      }
    }),
  );

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

export const FRONT_MATTER_KEYS = {
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
};

export const FRONT_MATTER = looseObjectWith(FRONT_MATTER_KEYS);

export const SETTINGS = strictObjectWith({
  title: v.optional(text),
  language: v.optional(language, "en"),
  description: v.optional(text),
  rights: v.optional(text),
  body: v.optional(v.picklist(["text", "notes"], "text or notes"), "text"),
});

const name = strictObjectWith({
  family: text,
  given: v.optional(text),
  "static-ordering": v.optional(yesOrNo, "false"),
});

export const SOURCE_KEYS = {
  type: v.optional(cslType, "document"),
  title: text,
  author: v.optional(v.array(name, "a list of names with `family` and `given`"), []),
  "container-title": v.optional(text),
  issued: v.optional(date),
  URL: v.optional(url),
  language: v.optional(language),
  note: v.optional(text),
};

export const SOURCES = mapping(id, looseObjectWith(SOURCE_KEYS));

export const TOPICS = mapping(
  id,
  strictObjectWith({
    label: text,
    labels: v.optional(mapping(language, text), {}),
    also: v.optional(texts, []),
    broader: v.optional(texts, []),
    related: v.optional(texts, []),
  }),
);

export const PEOPLE = mapping(
  text,
  strictObjectWith({
    also: v.optional(texts, []),
    role: v.optional(text),
    family: v.optional(text),
  }),
);

export const EVENTS = v.array(
  strictObjectWith({
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

/** What of a YAML text has the shape that was asked for, and the keys of the rest. */
export interface ParsedYaml<T> {
  readonly value: T;
  readonly yaml: Yaml;
  readonly faulty: readonly unknown[];
  readonly problems: readonly Problem[];
}

/** Reads `text`, which begins on line `firstLine` of `path`, as YAML of a certain shape. */
export function parseYamlAs<Schema extends v.GenericSchema>(
  schema: Schema,
  yamlText: string,
  path: string,
  firstLine = 1,
): ParsedYaml<v.InferOutput<Schema>> | { readonly problems: readonly Problem[] } {
  const yaml = parseYaml(yamlText, path, firstLine);
  if (!("value" in yaml)) return { problems: yaml };

  const value = yaml.value ?? (schema.type === "array" ? [] : {});
  const whole = v.safeParse(schema, value);
  if (whole.success) return { value: whole.output, yaml, faulty: [], problems: [] };

  const problems = whole.issues.map((issue) => problemOf(issue, yaml, path));
  if (!isRecord(value)) return { problems };
  // What is right is read all the same, so that the checks that need it come in the same go.
  const faulty: readonly unknown[] = whole.issues.map((issue) => issue.path?.[0].key);
  const right = Object.entries(value).filter(([key]) => !faulty.includes(key));
  const rest = v.safeParse(schema, Object.fromEntries(right));
  return rest.success ? { value: rest.output, yaml, faulty, problems } : { problems };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Where keys that are not `known` stand. */
function unknownKeys(value: unknown, known: readonly string[]) {
  if (!isRecord(value)) return [];
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map(
      (key) => ({ type: "object", origin: "key", input: value, key, value: value[key] }) as const,
    );
}

function problemOf(issue: v.BaseIssue<unknown>, yaml: Yaml, path: string): Problem {
  const at = (issue.path ?? []).flatMap(({ key }) =>
    typeof key === "string" || typeof key === "number" ? [key] : [],
  );
  const line = yaml.lineOf(at);
  const key = `\`${at.join(".")}\``;
  // A key that must not be there; the message is the key that it nearly is.
  if (issue.expected === "never") {
    const nearest = issue.message;
    return {
      path,
      line,
      message: `${key} is not a key that Ibid knows here${nearest && `, but nearly \`${nearest}\``}.`,
      remedy: nearest
        ? `Write \`${nearest}\`, or delete the line.`
        : "Correct its spelling, or delete the line.",
    };
  }
  if (issue.received === "undefined") {
    return { path, line, message: `${key} is missing.`, remedy: "Add it." };
  }
  return {
    path,
    line,
    message: `${at.length === 0 ? "The YAML" : key} should be ${issue.message}.`,
    remedy: "Correct it, or leave it out.",
  };
}

/** Sorts the keys that `known` leaves over: CSL's fields are kept. */
export function extraFields(
  record: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, unknown>>,
  placeOf: (key: string) => Pick<Problem, "path" | "line">,
): { more: Record<string, string>; advice: readonly Problem[] } {
  const more: Record<string, string> = {};
  const advice: Problem[] = [];
  for (const [key, value] of Object.entries(record)) {
    if (Object.hasOwn(known, key)) continue;
    if (CSL_VARIABLES.has(key)) {
      more[key] = typeof value === "string" ? value : JSON.stringify(value);
    } else {
      advice.push({
        ...placeOf(key),
        message: `\`${key}\` is not a key that Ibid knows.`,
        remedy: "It is kept out of every answer.",
      });
    }
  }
  return { more, advice };
}

/** Whether `tag` is one of BCP 47, such as en, ko or zh-Hant. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

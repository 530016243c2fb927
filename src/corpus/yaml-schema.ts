import * as v from "valibot";
import { isMessageKey, type Message, message } from "../catalogue/catalogue.ts";
import type { Result } from "../foundation/result.ts";
import { closestSpelling } from "../foundation/spelling.ts";
import { CSL_VARIABLES } from "./csl.ts";
import { nearestEdtfDates } from "./dates/written-date.ts";
import type { Problem } from "./problem.ts";
import { parseYaml, type YamlDocument } from "./yaml.ts";

// The message of every schema is the key of a message that completes the sentence “`key` should be …”.

const anyMapping = v.custom<Record<string, unknown>>(isRecord, "expected.mapping");

/** Creates the schema of a mapping whose keys are names. A name without a value is kept. */
export const mapping = <Key extends v.GenericSchema<string>, Value extends v.GenericSchema>(
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

/** Creates the schema of a mapping with the keys of `entries`. A key without a value is absent. */
const objectWith = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    anyMapping,
    v.transform((keys) =>
      Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== null)),
    ),
    v.looseObject(entries),
  );

// An issue about a key that must not be there expects "never". Its message is the known key that
// the author probably meant, or empty.

/** Creates the schema of a mapping without other keys. Reports all of them, unlike Valibot's own. */
export const strictObjectWith = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    objectWith(entries),
    v.rawCheck(({ dataset, addIssue }) => {
      const known = Object.keys(entries);
      for (const item of unknownKeys(dataset.value, known)) {
        const closest = closestSpelling(item.key, known) ?? "";
        addIssue({ expected: "never", message: closest, path: [item] });
      }
    }),
  );

/**
 * Creates the schema of a mapping whose other keys must not resemble a known one or one of CSL's.
 * `misspelled` returns the key that an unknown one resembles too much.
 */
export const looseObjectWith = <Entries extends v.ObjectEntries>(
  entries: Entries,
  misspelled: (key: string, known: readonly string[]) => string | undefined = closestSpelling,
) =>
  v.pipe(
    objectWith(entries),
    v.rawCheck(({ dataset, addIssue }) => {
      const known = [...Object.keys(entries), ...CSL_VARIABLES];
      for (const item of unknownKeys(dataset.value, known)) {
        const closest = misspelled(item.key, known);
        if (closest !== undefined) addIssue({ expected: "never", message: closest, path: [item] });
      }
    }),
  );

/** Returns the keys that are not `known`, as items of an issue's path. */
function unknownKeys(value: unknown, known: readonly string[]) {
  if (!isRecord(value)) return [];
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map(
      (key) => ({ type: "object", origin: "key", input: value, key, value: value[key] }) as const,
    );
}

/** The valid part of a YAML text. */
export interface ParsedYaml<T> {
  readonly value: T;
  readonly yaml: YamlDocument;
  /** The keys at the top level that `value` lacks because their values are invalid. */
  readonly faultyKeys: readonly unknown[];
  readonly problems: readonly Problem[];
}

/**
 * Parses `yamlText`, which begins on line `firstLine` of `path`, as YAML that conforms to `schema`.
 * Keys with invalid values are left out, so that the checks of the others run in the same pass.
 * Returns every problem as an error if nothing valid is left.
 */
export function parseYamlAs<Schema extends v.GenericSchema>(
  schema: Schema,
  yamlText: string,
  path: string,
  firstLine = 1,
): Result<ParsedYaml<v.InferOutput<Schema>>, readonly Problem[]> {
  const yaml = parseYaml(yamlText, path, firstLine);
  if ("error" in yaml) return yaml;

  // An empty text is an empty list or mapping.
  const value = yaml.value ?? (schema.type === "array" ? [] : {});
  const whole = v.safeParse(schema, value);
  if (whole.success) return { value: whole.output, yaml, faultyKeys: [], problems: [] };

  const problems = whole.issues.map((issue) => problemOf(issue, yaml, path));
  if (!isRecord(value)) return { error: problems };
  const faultyKeys: readonly unknown[] = whole.issues.map((issue) => issue.path?.[0].key);
  const valid = Object.entries(value).filter(([key]) => !faultyKeys.includes(key));
  const rest = v.safeParse(schema, Object.fromEntries(valid));
  return rest.success ? { value: rest.output, yaml, faultyKeys, problems } : { error: problems };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function problemOf(issue: v.BaseIssue<unknown>, yaml: YamlDocument, path: string): Problem {
  const keys = (issue.path ?? []).flatMap(({ key }) =>
    typeof key === "string" || typeof key === "number" ? [key] : [],
  );
  const line = yaml.lineOf(keys);
  const key = keys.join(".");
  if (issue.expected === "never") {
    const closest = issue.message;
    return {
      path,
      line,
      message:
        closest === ""
          ? message("problem.unknown-key", { key })
          : message("problem.unknown-key-closest", { key, closest }),
      remedy:
        closest === ""
          ? message("remedy.unknown-key")
          : message("remedy.unknown-key-closest", { closest }),
    };
  }
  if (issue.received === "undefined") {
    return {
      path,
      line,
      message: message("problem.missing-key", { key }),
      remedy: message("remedy.missing-key"),
    };
  }
  return {
    path,
    line,
    message: describeInvalid(key, issue),
    remedy: message("remedy.invalid-value"),
  };
}

/** Says what a value should be, by the message of its schema. */
function describeInvalid(key: string, { message: expected, input }: v.BaseIssue<unknown>): Message {
  // A schema of Valibot's that has no message of ours has one in English. `nearest` is used by one of ours.
  const description = isMessageKey(expected)
    ? { key: expected, values: { nearest: nearestEdtfDates(String(input)) } }
    : expected;
  return key === ""
    ? message("problem.invalid-yaml", { expected: description })
    : message("problem.invalid-value", { key, expected: description });
}

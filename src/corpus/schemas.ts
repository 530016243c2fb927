import * as v from "valibot";
import { message } from "../catalogue/catalogue.ts";
import { oneLetterOff } from "../foundation/spelling.ts";
import { isWebAddress } from "../foundation/web-address.ts";
import { isLanguageTag } from "../language/tags.ts";
import { CSL_TYPES, CSL_VARIABLES } from "./csl.ts";
import { parseEdtfDate } from "./date.ts";
import { nearestEdtfDates, parseWrittenDate } from "./dates/written-date.ts";
import { FOREIGN_KEYS } from "./foreign/keys.ts";
import type { FileLocation, Problem } from "./problem.ts";
import { looseObjectWith, mapping, strictObjectWith } from "./yaml-schema.ts";

const text = v.pipe(v.string("text"), v.trim(), v.nonEmpty("text"));
const texts = v.union(
  [
    v.pipe(
      text,
      v.transform((one) => [one]),
    ),
    v.array(text),
  ],
  "expected.texts",
);

const date = v.pipe(
  text,
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const { value } = dataset;
    const parsed = parseEdtfDate(value) ?? parseEdtfDate(parseWrittenDate(value) ?? "");
    if (parsed !== undefined) return parsed;
    const hasNearest = nearestEdtfDates(value).length > 0;
    addIssue({ message: hasNearest ? "expected.date-nearest" : "expected.date" });
    return NEVER;
  }),
);

const language = v.pipe(text, v.check(isLanguageTag, "expected.language"));

const trueOrFalse = v.pipe(
  v.picklist(["true", "false"], "expected.flag"),
  v.transform((word) => word === "true"),
);

const url = v.pipe(text, v.check(isWebAddress, "expected.url"));

const cslType = v.pipe(
  text,
  v.check((type) => CSL_TYPES.has(type), "expected.type"),
);

/** The form of ids, which become parts of addresses and buttons. */
export const ID_PATTERN = /^[a-z0-9-]{1,48}$/;
const id = v.pipe(text, v.regex(ID_PATTERN, "expected.id"));
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
  questions: v.optional(texts, []),
  language: v.optional(language),
  verified: v.optional(trueOrFalse, "true"),
  "part-of": v.optional(text),
  URL: v.optional(url),
};

/**
 * Returns the key of Ibid's that another one is a misspelling of: one letter is wrong, and no other
 * program knows it. Plurals and singulars of CSL's variables are more often keys of their own.
 */
function misspelledKey(key: string, known: readonly string[]): string | undefined {
  if (FOREIGN_KEYS.has(key)) return undefined;
  const isOwn = (name: string) => Object.hasOwn(FRONT_MATTER_KEYS, name);
  const [own, csl] = [known.filter(isOwn), known.filter((name) => !isOwn(name))];
  return (
    oneLetterOff(key, own) ??
    oneLetterOff(
      key,
      csl.filter((name) => name.length > 3 && `${name}s` !== key && `${key}s` !== name),
    )
  );
}

/** The front matter of a document. */
export const FRONT_MATTER = looseObjectWith(FRONT_MATTER_KEYS, misspelledKey);

/** The table `corpus.yaml`. */
export const SETTINGS = strictObjectWith({
  title: v.optional(text),
  language: v.optional(language, "en"),
  description: v.optional(text),
  rights: v.optional(text),
  body: v.optional(v.picklist(["text", "notes"], "expected.body"), "text"),
  folders: v.optional(
    mapping(text, strictObjectWith({ title: text, author: v.optional(texts, []) })),
    {},
  ),
});

const name = strictObjectWith({
  family: text,
  given: v.optional(text),
  "static-ordering": v.optional(trueOrFalse, "false"),
});

export const SOURCE_KEYS = {
  type: v.optional(cslType, "document"),
  title: text,
  author: v.optional(v.array(name, "expected.names"), []),
  "container-title": v.optional(text),
  issued: v.optional(date),
  URL: v.optional(url),
  language: v.optional(language),
  note: v.optional(text),
};

/** The table `sources.yaml`. */
export const SOURCES = mapping(id, looseObjectWith(SOURCE_KEYS));

/** The table `topics.yaml`. */
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

/** The table `people.yaml`. */
export const PEOPLE = mapping(
  text,
  strictObjectWith({
    also: v.optional(texts, []),
    labels: v.optional(mapping(language, text), {}),
    role: v.optional(text),
    family: v.optional(text),
  }),
);

/** The table `events.yaml`. */
export const EVENTS = v.array(
  strictObjectWith({
    date,
    title: text,
    text,
    sources: v.pipe(v.optional(texts, []), v.minLength(1, "expected.sources")),
    topics: v.optional(texts, []),
  }),
  "expected.events",
);

/** A step of a plan. The short form is an address or the id of a document. */
const step = v.pipe(
  v.unknown(),
  v.transform((given) => (typeof given === "string" ? { read: given } : given)),
  strictObjectWith({
    title: v.optional(text),
    read: v.optional(texts, []),
    topics: v.optional(texts, []),
    questions: v.optional(texts, []),
    date: v.optional(date),
  }),
);

/** The table `plans.yaml`. */
export const PLANS = mapping(
  id,
  strictObjectWith({
    title: text,
    steps: v.pipe(v.array(step, "expected.steps"), v.minLength(1, "expected.steps")),
    holidays: v.optional(
      v.union(
        [
          v.pipe(
            date,
            v.transform((one) => [one]),
          ),
          v.array(date),
        ],
        "expected.dates",
      ),
      [],
    ),
  }),
);

/**
 * Separates the CSL fields among the keys that are not `known`, which are kept as text, from all
 * others, which cause advice.
 */
export function extraFields(
  record: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, unknown>>,
  locationOf: (key: string) => FileLocation,
): { more: Record<string, string>; advice: readonly Problem[] } {
  const more: Record<string, string> = {};
  const advice: Problem[] = [];
  for (const [key, value] of Object.entries(record)) {
    if (Object.hasOwn(known, key)) continue;
    if (CSL_VARIABLES.has(key)) {
      more[key] = typeof value === "string" ? value : JSON.stringify(value);
    } else {
      advice.push({
        ...locationOf(key),
        message: message("advice.unknown-key", { key }),
        remedy: message("remedy.unknown-front-matter"),
        group: FOREIGN_KEYS.has(key)
          ? { key: "advice.foreign-keys", example: key }
          : { key: "advice.unknown-keys", of: key },
      });
    }
  }
  return { more, advice };
}

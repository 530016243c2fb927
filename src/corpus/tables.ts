import type * as v from "valibot";
import { message } from "../catalogue/catalogue.ts";
import { append } from "../foundation/long-arrays.ts";
import type { CorpusEvent, Person, PersonName, Source, Topic } from "./document.ts";
import { type DraftPlan, plansIn } from "./plans/read-plans.ts";
import type { Problem } from "./problem.ts";
import { createReferenceTable, type ReferenceTable } from "./reference-table.ts";
import {
  EVENTS,
  extraFields,
  PEOPLE,
  PLANS,
  SETTINGS,
  SOURCE_KEYS,
  SOURCES,
  TOPICS,
} from "./schemas.ts";
import { checkTopics } from "./topics.ts";
import { type ParsedYaml, parseYamlAs } from "./yaml-schema.ts";

/** The names of the tables beside the documents, all of them optional. */
export const TABLE_FILES = [
  "corpus.yaml",
  "sources.yaml",
  "topics.yaml",
  "people.yaml",
  "events.yaml",
  "plans.yaml",
];

/** Returns the table that a file was probably meant to be. */
export function misnamedTable(path: string): string | undefined {
  const name = path.replace(/\.yml$/i, ".yaml").toLowerCase();
  return TABLE_FILES.includes(name) ? name : undefined;
}

/** The contents of the tables, before any document is read. */
export interface Tables {
  readonly parsed: ParsedTables;
  readonly settings: Settings;
  readonly sources: ReferenceTable<Source>;
  readonly topics: ReferenceTable<Topic>;
  readonly people: ReferenceTable<Person>;
  readonly events: readonly Omit<CorpusEvent, "named">[];
  readonly plans: readonly DraftPlan[];
}

type Settings = v.InferOutput<typeof SETTINGS>;

/** The valid part of a table. Undefined if there is no such file or nothing in it is valid. */
type Table<Schema extends v.GenericSchema> = ParsedYaml<v.InferOutput<Schema>> | undefined;

/** The content of the tables by themselves, before anything is looked up. */
export interface ParsedTables {
  readonly settings: Settings;
  readonly sources: ParsedTable<typeof SOURCES, Source>;
  readonly topics: ParsedTable<typeof TOPICS, Topic>;
  readonly people: ParsedTable<typeof PEOPLE, Person>;
  readonly events: Table<typeof EVENTS>;
  readonly plans: Table<typeof PLANS>;
  readonly problems: readonly Problem[];
  readonly advice: readonly Problem[];
}

interface ParsedTable<Schema extends v.GenericSchema, T> {
  readonly table: Table<Schema>;
  readonly entries: ReadonlyMap<string, T>;
  /** The entries that documents have declared, which remain the same objects whenever the documents are read. */
  readonly declared: Map<string, T>;
}

/** Parses the tables among `texts`, which are keyed by path. Calls `begin` with the path of each. */
export function parseTables(
  texts: ReadonlyMap<string, string>,
  begin: (path: string) => void = () => {},
): ParsedTables {
  const problems: Problem[] = [];
  const advice: Problem[] = [];
  function parseTable<Schema extends v.GenericSchema>(path: string, schema: Schema): Table<Schema> {
    const text = texts.get(path);
    if (text === undefined) return undefined;
    begin(path);
    const table = parseYamlAs(schema, text, path);
    if ("error" in table) {
      append(problems, table.error);
      return undefined;
    }
    append(problems, table.problems);
    return table;
  }

  const settings = parseTable("corpus.yaml", SETTINGS)?.value ?? DEFAULT_SETTINGS;
  const sources = parseTable("sources.yaml", SOURCES);
  const topics = parseTable("topics.yaml", TOPICS);
  const people = parseTable("people.yaml", PEOPLE);
  return {
    settings,
    sources: {
      table: sources,
      entries: new Map(sourcesIn(sources, settings.language, advice)),
      declared: new Map(),
    },
    topics: { table: topics, entries: new Map(topicsIn(topics)), declared: new Map() },
    people: { table: people, entries: new Map(peopleIn(people, problems)), declared: new Map() },
    events: parseTable("events.yaml", EVENTS),
    plans: parseTable("plans.yaml", PLANS),
    problems,
    advice,
  };
}

/**
 * Opens tables, in which documents then look up what they name. Adds what is wrong in the tables to `problems` and
 * `advice`; later lookups add to `problems` as well.
 */
export function openTables(parsed: ParsedTables, problems: Problem[], advice: Problem[]): Tables {
  append(problems, parsed.problems);
  append(advice, parsed.advice);
  // Unlike topics and people, sources are never declared by documents.
  const sourcesHaveProblems = () =>
    problems.some(({ path }) => misnamedTable(path) === "sources.yaml");

  const sources = createReferenceTable<Source>(
    { kind: "source", file: "sources.yaml", ...parsed.sources },
    problems,
    (id) =>
      sourcesHaveProblems() && mayContain(parsed.sources.table, id)
        ? placeholderSource(id)
        : undefined,
  );

  const topicTable = parsed.topics.table;
  const topics = createReferenceTable<Topic>(
    { kind: "topic", file: "topics.yaml", ...parsed.topics },
    problems,
    (label) => (mayContain(topicTable, label) ? declaredTopic(label) : undefined),
  );
  if (topicTable !== undefined) checkTopics(topics, topicTable.yaml, problems);

  const people = createReferenceTable<Person>(
    { kind: "person", file: "people.yaml", ...parsed.people },
    problems,
    (name) => (mayContain(parsed.people.table, name) ? { name, forms: [] } : undefined),
  );

  const events = eventsIn(parsed.events, sources, topics);
  const plans = parsed.plans === undefined ? [] : plansIn(parsed.plans, topics);

  return { parsed, settings: parsed.settings, sources, topics, people, events, plans };
}

const DEFAULT_SETTINGS: Settings = { language: "en", body: "text", folders: {} };

/** Returns whether `name` may be in a table that is missing or whose entry for it is invalid. */
function mayContain(
  table: Pick<ParsedYaml<unknown>, "faultyKeys"> | undefined,
  name: string,
): boolean {
  return table === undefined || table.faultyKeys.includes(name);
}

function sourcesIn(
  table: Table<typeof SOURCES>,
  language: string,
  advice: Problem[],
): readonly (readonly [string, Source])[] {
  if (table === undefined) return [];
  return Object.entries(table.value).map(([id, record]) => {
    const extra = extraFields(record, SOURCE_KEYS, (key) => ({
      path: "sources.yaml",
      line: table.yaml.lineOf([id, key]),
    }));
    append(advice, extra.advice);
    return [id, sourceOf(id, { language, ...record }, extra.more)];
  });
}

type SourceRecord = v.InferOutput<typeof SOURCES>[string];

function sourceOf(id: string, record: SourceRecord, more: Record<string, string>): Source {
  const { type, title, author, issued, URL, language, note } = record;
  const container = record["container-title"];
  return {
    id,
    type,
    title,
    author: author.map(({ family, given, "static-ordering": isFamilyFirst }) => ({
      family,
      ...(given && { given }),
      ...(isFamilyFirst && { isFamilyFirst }),
    })),
    ...(container && { "container-title": container }),
    ...(issued && { issued }),
    ...(URL && { URL }),
    ...(language && { language }),
    ...(note && { note }),
    more,
  };
}

/** Creates a substitute for a source whose record is invalid, so that its users cause no problems. */
const placeholderSource = (id: string): Source => ({
  id,
  type: "document",
  title: id,
  author: [],
  more: {},
});

function topicsIn(table: Table<typeof TOPICS>): readonly (readonly [string, Topic])[] {
  if (table === undefined) return [];
  return Object.entries(table.value).map(([id, { label, labels, also, broader, related }]) => {
    const synonyms = new Set([...also, ...Object.values(labels)]);
    synonyms.delete(label);
    const hasLabels = Object.keys(labels).length > 0;
    return [
      id,
      { id, label, synonyms: [...synonyms], ...(hasLabels && { labels }), broader, related },
    ];
  });
}

const declaredTopic = (label: string): Topic => ({
  id: label,
  label,
  synonyms: [],
  broader: [],
  related: [],
});

function peopleIn(
  table: Table<typeof PEOPLE>,
  problems: Problem[],
): readonly (readonly [string, Person])[] {
  if (table === undefined) return [];
  return Object.entries(table.value).map(([name, { also, labels, role, family }]) => {
    const parts = family === undefined ? undefined : splitName(name, family);
    if (family !== undefined && parts === undefined) {
      problems.push({
        path: "people.yaml",
        line: table.yaml.lineOf([name, "family"]),
        message: message("problem.not-the-family-name", { name, family }),
        remedy: message("remedy.not-the-family-name"),
      });
    }
    const forms = [...new Set([...also, ...Object.values(labels)])].filter((one) => one !== name);
    return [
      name,
      {
        name,
        forms,
        ...(Object.keys(labels).length > 0 && { labels }),
        ...(role && { role }),
        ...(parts && { parts }),
      },
    ];
  });
}

/** Splits a name at its family name. Returns undefined if it neither begins nor ends with that. */
function splitName(name: string, family: string): PersonName | undefined {
  if (name === family) return { family };
  if (name.startsWith(`${family} `)) {
    return { family, given: name.slice(family.length).trim(), isFamilyFirst: true };
  }
  if (name.endsWith(` ${family}`)) return { family, given: name.slice(0, -family.length).trim() };
  // Scripts that write names without a space put the family name first.
  if (!/\s/.test(name) && name.startsWith(family)) {
    return { family, given: name.slice(family.length), isFamilyFirst: true };
  }
  return undefined;
}

function eventsIn(
  table: Table<typeof EVENTS>,
  sources: ReferenceTable<Source>,
  topics: ReferenceTable<Topic>,
): Tables["events"] {
  if (table === undefined) return [];
  return table.value.map((event, index) => {
    const locationIn = (key: string) => (position: number) => ({
      path: "events.yaml",
      line: table.yaml.lineOf([index, key, position]),
    });
    return {
      ...event,
      sources: sources.lookUp(event.sources, locationIn("sources")),
      topics: topics.lookUp(event.topics, locationIn("topics")),
    };
  });
}

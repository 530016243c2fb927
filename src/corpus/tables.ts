import type * as v from "valibot";
import { fold } from "../language/fold.ts";
import type { CorpusEvent, Person, PersonName, Source, Topic } from "./document.ts";
import type { Problem } from "./problem.ts";
import { createReferenceTable, type ReferenceTable } from "./reference-table.ts";
import {
  EVENTS,
  extraFields,
  type ParsedYaml,
  PEOPLE,
  parseYamlAs,
  SETTINGS,
  SOURCE_KEYS,
  SOURCES,
  TOPICS,
} from "./schemas.ts";
import type { Yaml } from "./yaml.ts";

/** The tables beside the documents. Each may be left out. */
export const TABLES = ["corpus.yaml", "sources.yaml", "topics.yaml", "people.yaml", "events.yaml"];

/** The table that a file of this name was probably meant to be. */
export function misnamedTable(path: string): string | undefined {
  const name = path.replace(/\.yml$/i, ".yaml").toLowerCase();
  return TABLES.includes(name) ? name : undefined;
}

/** What the tables say, before any document is read. */
export interface Tables {
  readonly settings: v.InferOutput<typeof SETTINGS>;
  readonly sources: ReferenceTable<Source>;
  readonly topics: ReferenceTable<Topic>;
  readonly people: ReferenceTable<Person>;
  readonly events: readonly Omit<CorpusEvent, "named">[];
}

/** Reads the tables among `texts`, by path, and adds what is wrong with them to `problems`. */
export function readTables(
  texts: ReadonlyMap<string, string>,
  problems: Problem[],
  advice: Problem[],
): Tables {
  function table<Schema extends v.GenericSchema>(path: string, schema: Schema) {
    const text = texts.get(path);
    if (text === undefined) return undefined;
    const result = parseYamlAs(schema, text, path);
    problems.push(...result.problems);
    return "value" in result ? result : undefined;
  }

  // Unlike topics and people, sources are not declared by documents.
  const sourcesHaveProblems = () =>
    problems.some(({ path }) => misnamedTable(path) === "sources.yaml");

  const settings = table("corpus.yaml", SETTINGS)?.value ?? { language: "en", body: "text" };
  const sourceTable = table("sources.yaml", SOURCES);
  const topicTable = table("topics.yaml", TOPICS);
  const peopleTable = table("people.yaml", PEOPLE);
  const eventTable = table("events.yaml", EVENTS);

  const sources = createReferenceTable<Source>(
    { kind: "source", file: "sources.yaml" },
    new Map(
      Object.entries(sourceTable?.value ?? {}).map(([id, record]) => {
        const left = extraFields(record, SOURCE_KEYS, (key) => ({
          path: "sources.yaml",
          line: sourceTable?.yaml.lineOf([id, key]) ?? 1,
        }));
        advice.push(...left.advice);
        return [id, sourceOf(id, { language: settings.language, ...record }, left.more)];
      }),
    ),
    problems,
    (id) =>
      sourcesHaveProblems() && mayContain(sourceTable, id) ? undeclaredSource(id) : undefined,
  );

  const topics = createReferenceTable<Topic>(
    { kind: "topic", file: "topics.yaml" },
    new Map(
      Object.entries(topicTable?.value ?? {}).map(
        ([id, { label, labels, also, broader, related }]) => {
          const synonyms = new Set([...also, ...Object.values(labels)]);
          synonyms.delete(label);
          return [id, { id, label, synonyms: [...synonyms], broader, related }];
        },
      ),
    ),
    problems,
    (label) => (mayContain(topicTable, label) ? undeclaredTopic(label) : undefined),
  );
  if (topicTable !== undefined) checkTopics(topics, topicTable.yaml, problems);

  const people = createReferenceTable<Person>(
    { kind: "person", file: "people.yaml" },
    new Map(
      Object.entries(peopleTable?.value ?? {}).map(([name, { also, role, family }]) => {
        const parts = family === undefined ? undefined : splitName(name, family);
        if (family !== undefined && parts === undefined) {
          problems.push({
            path: "people.yaml",
            line: peopleTable?.yaml.lineOf([name, "family"]) ?? 1,
            message: `“${name}” neither begins nor ends with the family name “${family}”.`,
            remedy: "Write the family name as it stands in the name.",
          });
        }
        return [name, { name, forms: also, ...(role && { role }), ...(parts && { parts }) }];
      }),
    ),
    problems,
    (name) => (mayContain(peopleTable, name) ? { name, forms: [] } : undefined),
  );

  const events = (eventTable?.value ?? []).map((event, index) => {
    const placeIn = (key: string) => (position: number) => ({
      path: "events.yaml",
      line: eventTable?.yaml.lineOf([index, key, position]) ?? 1,
    });
    return {
      ...event,
      sources: sources.lookUp(event.sources, placeIn("sources")),
      topics: topics.lookUp(event.topics, placeIn("topics")),
    };
  });

  return { settings, sources, topics, people, events };
}

/** Whether `name` may be one of `table` all the same: it has no table, or a part that is not read. */
function mayContain(table: Pick<ParsedYaml<unknown>, "faulty"> | undefined, name: string): boolean {
  return table === undefined || table.faulty.includes(name);
}

/** Every topic above `topic`, however far. */
export function broaderTopics(
  topic: Topic,
  topics: ReadonlyMap<string, Topic>,
): ReadonlySet<string> {
  const above = new Set<string>();
  function climb(ids: readonly string[]): void {
    for (const id of ids.filter((one) => !above.has(one))) {
      above.add(id);
      climb(topics.get(id)?.broader ?? []);
    }
  }
  climb(topic.broader);
  return above;
}

const undeclaredTopic = (label: string): Topic => ({
  id: label,
  label,
  synonyms: [],
  broader: [],
  related: [],
});

const undeclaredSource = (id: string): Source => ({
  id,
  type: "document",
  title: id,
  author: [],
  more: {},
});

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

function checkTopics(
  { known, lookUp }: ReferenceTable<Topic>,
  yaml: Yaml,
  problems: Problem[],
): void {
  const path = "topics.yaml";
  const owners = new Map<string, string>();
  for (const topic of [...known.values()]) {
    const { id } = topic;
    for (const label of [topic.label, ...topic.synonyms]) {
      const owner = owners.get(fold(label));
      owners.set(fold(label), id);
      if (owner === undefined || owner === id) continue;
      problems.push({
        path,
        line: yaml.lineOf([id]),
        message: `“${label}” is a label of \`${id}\` and of \`${owner}\`.`,
        remedy: "Leave it with one of them, so that people who type it get one answer.",
      });
    }
    for (const key of ["broader", "related"] as const) {
      lookUp(topic[key], (index) => ({ path, line: yaml.lineOf([id, key, index]) }));
    }
    if (broaderTopics(topic, known).has(id)) {
      problems.push({
        path,
        line: yaml.lineOf([id, "broader"]),
        message: `\`${id}\` is broader than itself.`,
        remedy: "Take one of the steps that lead back to it out of `broader`.",
      });
    }
  }
}

/** Takes a name apart at its family name; undefined where it neither begins nor ends with that. */
function splitName(name: string, family: string): PersonName | undefined {
  if (name === family) return { family };
  if (name.startsWith(`${family} `)) {
    return { family, given: name.slice(family.length).trim(), isFamilyFirst: true };
  }
  if (name.endsWith(` ${family}`)) return { family, given: name.slice(0, -family.length).trim() };
  // In scripts that write names without a space, the family name stands first.
  if (!/\s/.test(name) && name.startsWith(family)) {
    return { family, given: name.slice(family.length), isFamilyFirst: true };
  }
  return undefined;
}

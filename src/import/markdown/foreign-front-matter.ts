import * as v from "valibot";
import { type Message, message } from "../../catalogue/catalogue.ts";
import { CSL_NAMES } from "../../corpus/csl.ts";
import { parseWrittenDate } from "../../corpus/dates/written-date.ts";
import { extraFields, FRONT_MATTER, FRONT_MATTER_KEYS } from "../../corpus/schemas.ts";
import { parseYamlAs } from "../../corpus/yaml-schema.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import type { Result } from "../../foundation/result.ts";
import type { Metadata } from "../manuscript.ts";
import { toNameValue } from "../shared/file-metadata.ts";

/** The metadata in front matter, with messages on the keys that are left out. */
export type ForeignFrontMatter = Result<{
  readonly metadata: Metadata;
  readonly remarks: readonly Message[];
}>;

/** Keys whose values are only valid within the corpus that they come from. */
const LOCAL_KEYS = ["id", "sources", "delivered"] as const;

/**
 * Parses front matter from another corpus or another program. `firstLine` is its line in the file.
 * Returns an error if the YAML is invalid.
 */
export function parseForeignFrontMatter(yamlText: string, firstLine = 1): ForeignFrontMatter {
  const result = parseYamlAs(FRONT_MATTER, yamlText, "", firstLine);
  if ("error" in result) {
    const { line, message: problem, remedy } = elementAt(result.error, 0);
    return { error: message("markdown.front-matter", { line, problem, remedy }) };
  }
  const { value: frontMatter, yaml } = result;
  const location = { path: "", line: firstLine };
  const { more, advice } = extraFields(frontMatter, FRONT_MATTER_KEYS, () => location);
  const parsedDate = frontMatter.date?.edtf ?? parseDateOf(yaml.value);
  // A date that the corpus rejects may still be one that people write.
  const problems = result.problems.filter(
    (problem) => parsedDate === undefined || problem.message.values["key"] !== "date",
  );
  const date = frontMatter.verified ? parsedDate : undefined;
  const localKeys = LOCAL_KEYS.filter((key) => {
    const value = frontMatter[key];
    return value !== undefined && value.length > 0;
  });
  return {
    metadata: {
      ...(frontMatter.title !== undefined && { title: frontMatter.title }),
      ...(hasKey(yaml.value, "type") && { type: frontMatter.type }),
      ...(date !== undefined && { date }),
      ...(frontMatter.from.length > 0 && { from: frontMatter.from }),
      ...(frontMatter.to.length > 0 && { to: frontMatter.to }),
      ...(frontMatter.topics.length > 0 && { topics: frontMatter.topics }),
      ...(frontMatter.language !== undefined && { language: frontMatter.language }),
      ...(frontMatter.rights !== undefined && { rights: frontMatter.rights }),
      ...(frontMatter.URL !== undefined && { URL: frontMatter.URL }),
      ...(Object.keys(more).length > 0 && { more: withNames(more) }),
    },
    remarks: [
      ...[...problems, ...advice].map((problem) =>
        message("markdown.left-out", { problem: problem.message }),
      ),
      ...localKeys.map((key) => message("markdown.local-key", { key })),
      ...(frontMatter.verified ? [] : [message("markdown.unverified-date")]),
    ],
  };
}

/** A name, or what Pandoc and Quarto write of an author: the name with affiliations and the like. */
const AUTHOR = v.union([
  v.string(),
  v.pipe(
    v.looseObject({ name: v.string() }),
    v.transform(({ name }) => name),
  ),
]);
const LIST_OF_AUTHORS = v.pipe(v.string(), v.parseJson(), v.array(AUTHOR));

/** Returns fields with lists of whole names as names. A corpus reads all other lists as they are. */
function withNames(fields: Readonly<Record<string, string>>): NonNullable<Metadata["more"]> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => {
      const names = v.safeParse(LIST_OF_AUTHORS, value);
      if (!CSL_NAMES.has(key) || !names.success) return [key, value];
      return [key, toNameValue(names.output.map((literal) => ({ literal })))];
    }),
  );
}

function parseDateOf(yaml: unknown): string | undefined {
  return hasKey(yaml, "date") ? parseWrittenDate(String(yaml.date)) : undefined;
}

function hasKey<Key extends string>(
  value: unknown,
  key: Key,
): value is Readonly<Record<Key, unknown>> {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}

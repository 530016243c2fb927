import { extraFields, FRONT_MATTER, FRONT_MATTER_KEYS, parseYamlAs } from "../../corpus/schemas.ts";
import type { Result } from "../../foundation/result.ts";
import type { Metadata } from "../manuscript.ts";
import { parseWrittenDate } from "../shared/written-date.ts";

/** What front matter tells, and what of it is not taken over; or why it cannot be read. */
export type ForeignFrontMatter = Result<{
  readonly metadata: Metadata;
  readonly remarks: readonly string[];
}>;

/** Reads front matter, which begins on `line`: of a corpus, or of another program. */
export function readForeignFrontMatter(text: string, line = 1): ForeignFrontMatter {
  const result = parseYamlAs(FRONT_MATTER, text, "", line);
  if (!("value" in result)) {
    const [problem] = result.problems;
    return { error: `Line ${problem?.line}: ${problem?.message} ${problem?.remedy}` };
  }
  const { value: front, yaml } = result;
  const { more, advice } = extraFields(front, FRONT_MATTER_KEYS, () => ({ path: "", line }));
  const written = front.date?.edtf ?? parseWrittenDate(rawDateIn(yaml.value));
  const problems = result.problems.filter(({ message }) => !(written && /^`date` /.test(message)));
  // What is not verified is not the document's date.
  const date = front.verified ? written : undefined;
  const own = (["id", "sources", "delivered"] as const).filter(
    (key) => front[key] !== undefined && front[key].length > 0,
  );
  return {
    metadata: {
      ...(front.title !== undefined && { title: front.title }),
      ...(isGiven(yaml.value, "type") && { type: front.type }),
      ...(date !== undefined && { date }),
      ...(front.from.length > 0 && { from: front.from }),
      ...(front.to.length > 0 && { to: front.to }),
      ...(front.topics.length > 0 && { topics: front.topics }),
      ...(front.language !== undefined && { language: front.language }),
      ...(front.rights !== undefined && { rights: front.rights }),
      ...(front.URL !== undefined && { URL: front.URL }),
      ...(Object.keys(more).length > 0 && { more }),
    },
    remarks: [
      ...problems.map(({ message }) => `${message} It is left out.`),
      ...advice.map(({ message }) => `${message} It is left out.`),
      ...own.map(
        (key) => `\`${key}\` is left out: write it into the document again if it holds here.`,
      ),
      ...(front.verified ? [] : ["Its date is left out, since it is not verified."]),
    ],
  };
}

function rawDateIn(value: unknown): string {
  return isGiven(value, "date") ? String(value.date) : "";
}

function isGiven<Key extends string>(
  value: unknown,
  key: Key,
): value is Readonly<Record<Key, unknown>> {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}

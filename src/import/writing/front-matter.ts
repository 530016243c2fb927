import { stringify } from "yaml";
import { type Message, message } from "../../catalogue/catalogue.ts";
import { CSL_VARIABLES } from "../../corpus/csl.ts";
import { FRONT_MATTER } from "../../corpus/schemas.ts";
import { parseYamlAs } from "../../corpus/yaml-schema.ts";
import type { Metadata, MetadataName } from "../manuscript.ts";

/**
 * Formats metadata as the YAML of front matter, from which a corpus reads the same texts. White space
 * is collapsed. Keys without a text are left out.
 */
export function formatFrontMatter({ more = {}, ...metadata }: Metadata): string {
  const { title, type, date, from, to, topics, language, rights, URL } = metadata;
  // Named one by one for their order in the file.
  const main = { title, type, date, from, to, topics, language, rights, URL };
  const others = Object.entries(more).filter(([key]) => !Object.hasOwn(main, key));
  const entries = [...Object.entries(main), ...others].flatMap(([key, value]) => {
    const values = [value].flat().flatMap((one) => (one === undefined ? [] : [cleanValue(one)]));
    const texts = values.filter((one) => one !== "");
    if (texts.length === 0) return [];
    const isSingle = texts.length === 1 && typeof texts[0] === "string";
    return [[key, isSingle ? texts[0] : texts] as const];
  });
  // With a line width of 0, long lines are not folded.
  return stringify(Object.fromEntries(entries), { lineWidth: 0 });
}

function cleanValue(value: string | MetadataName): string | MetadataName {
  if (typeof value === "string") return cleanText(value);
  if ("literal" in value) return { literal: cleanText(value.literal) };
  return { family: cleanText(value.family), given: cleanText(value.given) };
}

/** Puts a text on one line. Lone surrogates are replaced, and control characters removed. */
function cleanText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\ufeff]/gu, "")
    .trim();
}

/** Returns a message for each key of `metadata` that a corpus would reject. */
export function validateMetadata(metadata: Metadata): ReadonlyMap<string, Message> {
  const messages = new Map<string, Message>();
  const parsed = parseYamlAs(FRONT_MATTER, formatFrontMatter(metadata), "");
  const problems = "error" in parsed ? parsed.error : parsed.problems;
  for (const { message: problem } of problems) {
    const { key } = problem.values;
    if (typeof key === "string") messages.set(key.replace(/\..*$/, ""), problem);
  }
  return messages;
}

/**
 * Drops the keys of a file's metadata that a corpus would reject, and those that are neither keys of
 * front matter nor CSL variables. The remarks say which.
 */
export function dropInvalidMetadata(metadata: Metadata): {
  readonly metadata: Metadata;
  readonly remarks: readonly Message[];
} {
  const messages = validateMetadata(metadata);
  const { more = {}, ...main } = metadata;
  const unknownKeys = Object.keys(more).filter(
    (key) => key !== "part-of" && !CSL_VARIABLES.has(key),
  );
  const isKept = ([key]: readonly [string, unknown]) =>
    !messages.has(key) && !unknownKeys.includes(key);
  return {
    metadata: {
      ...Object.fromEntries(Object.entries(main).filter(isKept)),
      more: Object.fromEntries(Object.entries(more).filter(isKept)),
    },
    remarks: [
      ...[...messages.values()].map((problem) => message("metadata.left-out", { problem })),
      ...unknownKeys
        .filter((key) => !messages.has(key))
        .map((key) => message("advice.unknown-key", { key })),
    ],
  };
}

/** Merges metadata. The values of `above` take precedence over those of `below`. */
export function mergeMetadata(below: Metadata, above: Metadata): Metadata {
  return { ...below, ...above, more: { ...below.more, ...above.more } };
}

import { stringify } from "yaml";
import { CSL_VARIABLES } from "../../corpus/csl.ts";
import { FRONT_MATTER, parseYamlAs } from "../../corpus/schemas.ts";
import type { Metadata } from "../manuscript.ts";

/** Metadata as the YAML of front matter, of which a corpus reads the same texts again. */
export function formatFrontMatter({ more, ...metadata }: Metadata): string {
  const { title, type, date, from, to, topics, language, rights, URL } = metadata;
  const main = { title, type, date, from, to, topics, language, rights, URL };
  const entries = Object.entries({ ...main, ...without(more ?? {}, Object.keys(main)) });
  return stringify(
    Object.fromEntries(
      entries.flatMap(([key, value]) => {
        const texts = [value ?? []]
          .flat()
          .map(cleanValue)
          .filter((text) => text !== "");
        if (texts.length === 0) return [];
        return [[key, texts.length === 1 ? texts[0] : texts]];
      }),
    ),
    // A line is never folded.
    { lineWidth: 0 },
  );
}

function without(
  record: Readonly<Record<string, string>>,
  keys: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

/** A text on one line, of whole characters that mean something in a file. */
function cleanValue(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\ufeff]/gu, "")
    .trim();
}

/** What no corpus would accept in metadata: each key, with a sentence. */
export function validateMetadata(metadata: Metadata): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  const result = parseYamlAs(FRONT_MATTER, formatFrontMatter(metadata), "");
  for (const { message } of result.problems) {
    // Every message begins with the key.
    const key = /^`([^`.]+)/.exec(message)?.[1];
    if (key !== undefined) faults.set(key, message);
  }
  return faults;
}

/** The part of a file's metadata that a corpus accepts, and sentences on the rest. */
export function acceptMetadata(metadata: Metadata): {
  readonly metadata: Metadata;
  readonly left: readonly string[];
} {
  const faults = validateMetadata(metadata);
  const { more = {}, ...main } = metadata;
  const strange = Object.keys(more).filter((key) => !CSL_VARIABLES.has(key));
  const isKept = ([key]: readonly [string, unknown]) => !faults.has(key) && !strange.includes(key);
  return {
    metadata: {
      ...Object.fromEntries(Object.entries(main).filter(isKept)),
      more: Object.fromEntries(Object.entries(more).filter(isKept)),
    },
    left: [
      ...[...faults.values()].map(
        (message) => `Left out of what the file says of itself: ${message}`,
      ),
      ...strange
        .filter((key) => !faults.has(key))
        .map((key) => `\`${key}\` is not a key that Ibid knows.`),
    ],
  };
}

/** Metadata of which `above` stands before `below`. */
export function mergeMetadata(below: Metadata, above: Metadata): Metadata {
  return { ...below, ...above, more: { ...below.more, ...above.more } };
}

import type { Element, Root } from "xast";
import { parseLanguageTag } from "../../language/tags.ts";
import type { Metadata, MetadataName } from "../manuscript.ts";
import { findElements, normalizedText, xmlAttribute } from "../shared/xml.ts";

/** CSL's names for the roles of contributors, by their MARC relator codes. */
const CSL_ROLES: ReadonlyMap<string, string> = new Map([
  ["aut", "author"],
  ["edt", "editor"],
  ["trl", "translator"],
  ["ill", "illustrator"],
]);

/**
 * Parses the metadata of an EPUB's package document. Its date is the date of publication: when the
 * text was written is unknown.
 */
export function parsePackageMetadata(opf: Root): Metadata {
  const [metadata] = findElements(opf, "metadata");
  const all = (name: string) => findElements(metadata, name);
  const first = (name: string) => normalizedText(all(name).at(0));
  const title = first("title");
  const language = parseLanguageTag(first("language"));
  const rights = first("rights");
  const publisher = first("publisher");
  const isbn = all("identifier")
    .map(parseIsbn)
    .find((parsed) => parsed !== undefined);
  const issued = parsePublicationDate(all("date"));
  return {
    type: "book",
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(rights !== undefined && { rights }),
    more: {
      ...groupNamesByRole(all("creator"), all("meta")),
      ...(publisher !== undefined && { publisher }),
      ...(isbn !== undefined && { ISBN: isbn }),
      ...(issued !== undefined && { issued }),
    },
  };
}

/**
 * Groups creators by their CSL roles. EPUB 2 has the relator code and the name to sort by in attributes,
 * EPUB 3 in `meta` elements that refine the creator.
 */
function groupNamesByRole(
  creators: readonly Element[],
  metas: readonly Element[],
): Readonly<Record<string, string | readonly MetadataName[]>> {
  const names = new Map<string, MetadataName[]>();
  for (const creator of creators) {
    const name = normalizedText(creator);
    if (name === undefined) continue;
    const id = xmlAttribute(creator, "id");
    const refinement = (property: string) =>
      normalizedText(
        metas.find(
          (meta) =>
            xmlAttribute(meta, "property") === property &&
            id !== undefined &&
            xmlAttribute(meta, "refines") === `#${id}`,
        ),
      );
    const code = xmlAttribute(creator, "role") ?? refinement("role") ?? "aut";
    const role = CSL_ROLES.get(code) ?? "author";
    const fileAs = xmlAttribute(creator, "file-as") ?? refinement("file-as");
    names.set(role, [...(names.get(role) ?? []), splitName(name, fileAs)]);
  }
  return Object.fromEntries(
    [...names].map(([role, list]) => {
      const [only, ...others] = list;
      const isPlain = only !== undefined && "literal" in only && others.length === 0;
      return [role, isPlain ? only.literal : list];
    }),
  );
}

/** Splits a name by the name to sort by, such as “Quill, Ada”, if both have the same parts. */
function splitName(name: string, fileAs: string | undefined): MetadataName {
  const [, family, given] = /^([^,]+),\s*([^,]+)$/.exec(fileAs ?? "") ?? [];
  const isSame =
    family !== undefined &&
    given !== undefined &&
    [`${given} ${family}`, `${family} ${given}`].some(
      (both) => both.toLowerCase() === name.toLowerCase(),
    );
  return isSame ? { family, given } : { literal: name };
}

function parseIsbn(identifier: Element): string | undefined {
  const text = normalizedText(identifier);
  if (text === undefined) return undefined;
  const scheme = xmlAttribute(identifier, "scheme");
  const isLabelled = [scheme, text].some((part) => part !== undefined && /isbn/i.test(part));
  const digits = text.replace(/^.*isbn:?/i, "").replace(/[\s-]/g, "");
  if (/^97[89]\d{10}$/.test(digits)) return digits;
  return isLabelled && /^\d{9}[\dX]$/i.test(digits) ? digits : undefined;
}

/**
 * Parses the date of publication into EDTF, without the time of day. Years before 1000 are ignored:
 * some programs write 0101 if they do not know the date.
 */
function parsePublicationDate(dates: readonly Element[]): string | undefined {
  const published = dates.find((date) =>
    [undefined, "publication", "original-publication"].includes(xmlAttribute(date, "event")),
  );
  const text = normalizedText(published);
  if (text === undefined) return undefined;
  return /^(?!0)\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T)/.exec(text)?.[0];
}

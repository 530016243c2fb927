import type { Element, Root } from "xast";
import { message } from "../../catalogue/catalogue.ts";
import { parseLanguageTag } from "../../language/tags.ts";
import type { Manuscript, MetadataName } from "../manuscript.ts";
import {
  distinctNames,
  parseFileAuthors,
  parseFileTitle,
  toNameValue,
} from "../shared/file-metadata.ts";
import { findElements, normalizedText, xmlAttribute } from "../shared/xml.ts";

/** CSL's names for the roles of contributors, by their MARC relator codes. */
const CSL_ROLES: ReadonlyMap<string, string> = new Map([
  ["aut", "author"],
  ["aud", "author"],
  ["com", "compiler"],
  ["cre", "author"],
  ["edt", "editor"],
  ["ill", "illustrator"],
  ["nrt", "narrator"],
  ["trl", "translator"],
]);

/** The roles of those who made the book or wrote something beside its text, by the same codes. */
const OTHER_ROLES: ReadonlySet<string> = new Set(
  "aft ann aui bjd bkd bkp bpd cov cph dst fnd mfr mrk own pbd pbl pfr prt red spn trc tyd tyg wfw win wpr".split(
    " ",
  ),
);

/**
 * Parses the metadata of an EPUB's package document. Its date is the date of publication: when the
 * text was written is unknown.
 */
export function parsePackageMetadata(opf: Root): Pick<Manuscript, "metadata" | "remarks"> {
  const [element] = findElements(opf, "metadata");
  const all = (name: string) => findElements(element, name);
  const first = (name: string) => normalizedText(all(name).at(0));
  const refinements = createRefinements(all("meta"));
  const titles = all("title");
  const mainTitle =
    titles.find((one) => refinements(one, "title-type")[0] === "main") ?? titles.at(0);
  const title = parseFileTitle(normalizedText(mainTitle));
  const language = parseLanguageTag(first("language"));
  const rights = first("rights");
  const publisher = first("publisher");
  const isbn = all("identifier")
    .map(parseIsbn)
    .find((parsed) => parsed !== undefined);
  const issued = parsePublicationDate(all("date"));
  const { names, others } = groupNamesByRole(all("creator"), all("contributor"), refinements);
  const metadata = {
    type: "book",
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(rights !== undefined && { rights }),
    more: {
      ...names,
      ...(publisher !== undefined && { publisher }),
      ...(isbn !== undefined && { ISBN: isbn }),
      ...(issued !== undefined && { issued }),
    },
  };
  const remarks = others.map((author) => message("metadata.no-author", { author }));
  return { metadata, remarks };
}

/** Returns the values of a property by which `meta` elements refine another one. */
type Refinements = (element: Element, property: string) => readonly string[];

function createRefinements(metas: readonly Element[]): Refinements {
  return (element, property) => {
    const id = xmlAttribute(element, "id");
    return metas
      .filter(
        (meta) =>
          id !== undefined &&
          xmlAttribute(meta, "property") === property &&
          xmlAttribute(meta, "refines") === `#${id}`,
      )
      .flatMap((meta) => normalizedText(meta) ?? []);
  };
}

/**
 * Groups creators and contributors by their CSL roles, in the order of their display. EPUB 2 has the relator code and
 * the name to sort by in attributes, EPUB 3 in `meta` elements that refine them, of which a person can have several. Another
 * creator is an author, such as the artist of a book of pictures.
 */
function groupNamesByRole(
  creators: readonly Element[],
  contributors: readonly Element[],
  refinements: Refinements,
): {
  readonly names: Readonly<Record<string, string | readonly MetadataName[]>>;
  /** The authors that are not taken for one. */
  readonly others: readonly string[];
} {
  const names = new Map<string, readonly MetadataName[]>();
  const others = new Set<string>();
  const inOrder = creators.toSorted(
    (one, other) =>
      Number(refinements(one, "display-seq")[0] ?? 0) -
      Number(refinements(other, "display-seq")[0] ?? 0),
  );
  for (const person of [...inOrder, ...contributors]) {
    const attribute = xmlAttribute(person, "role");
    const codes = [
      ...(attribute === undefined ? [] : [attribute]),
      ...refinements(person, "role"),
    ].map(relatorCode);
    const known = codes.flatMap((code) => CSL_ROLES.get(code) ?? []);
    const isAuthor =
      known.length === 0 &&
      creators.includes(person) &&
      (codes.length === 0 || codes.some((code) => !OTHER_ROLES.has(code)));
    const roles = new Set(isAuthor ? ["author"] : known);
    if (roles.size === 0) continue;
    const fileAs = xmlAttribute(person, "file-as") ?? refinements(person, "file-as")[0];
    const parsed = parseFileAuthors(normalizedText(person) ?? "", fileAs);
    if (roles.has("author")) for (const other of parsed.others) others.add(other);
    for (const role of roles) {
      const all = distinctNames([...(names.get(role) ?? []), ...parsed.names]);
      if (all.length > 0) names.set(role, all);
    }
  }
  return {
    names: Object.fromEntries([...names].map(([role, list]) => [role, toNameValue(list)])),
    others: [...others],
  };
}

/** Returns the code of a role, which can be the last part of its address. */
function relatorCode(role: string): string {
  return role.toLowerCase().replace(/^.*[/#:]/, "");
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

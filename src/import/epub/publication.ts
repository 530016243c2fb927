import type { Element, Root } from "xast";
import { parseLanguageTag } from "../../language/tags.ts";
import type { Metadata } from "../manuscript.ts";
import { attribute, findElements, textIn } from "../shared/xml.ts";

/** CSL's names for the roles (MARC relators) of those who made a book. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ["aut", "author"],
  ["edt", "editor"],
  ["trl", "translator"],
  ["ill", "illustrator"],
]);

/**
 * What an EPUB's package says of the book. Its date is when the book was published: the document's own
 * date, when it was written, is not known by it.
 */
export function readPublication(root: Root): Metadata {
  const [metadata] = findElements("metadata", root);
  const of = (name: string) => findElements(name, metadata);
  const title = textIn(of("title")[0]);
  const language = parseLanguageTag(textIn(of("language")[0]));
  const rights = textIn(of("rights")[0]);
  const publisher = textIn(of("publisher")[0]);
  const isbn = of("identifier").flatMap((identifier) => isbnOf(identifier) ?? [])[0];
  const issued = dateOf(of("date"));
  return {
    type: "book",
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(rights !== undefined && { rights }),
    more: {
      ...namesByRole(of("creator"), of("meta")),
      ...(publisher !== undefined && { publisher }),
      ...(isbn !== undefined && { ISBN: isbn }),
      ...(issued !== undefined && { issued }),
    },
  };
}

/** EPUB 2 says roles in an attribute, EPUB 3 in a `meta` element that refines a name. */
function namesByRole(
  creators: readonly Element[],
  metas: readonly Element[],
): Readonly<Record<string, string>> {
  const refined = new Map(
    metas
      .filter((meta) => attribute("property", meta) === "role")
      .map((meta) => [attribute("refines", meta), textIn(meta)]),
  );
  const names = new Map<string, string[]>();
  for (const creator of creators) {
    const name = textIn(creator);
    if (name === undefined) continue;
    const code = attribute("role", creator) ?? refined.get(`#${attribute("id", creator)}`) ?? "aut";
    const role = ROLES.get(code) ?? "author";
    names.set(role, [...(names.get(role) ?? []), name]);
  }
  return Object.fromEntries([...names].map(([role, all]) => [role, all.join("; ")]));
}

function isbnOf(identifier: Element): string | undefined {
  const text = textIn(identifier) ?? "";
  const isSaid = /isbn/i.test(`${attribute("scheme", identifier)} ${text}`);
  const digits = text.replace(/^.*isbn:?/i, "").replace(/[\s-]/g, "");
  if (/^97[89]\d{10}$/.test(digits) || (isSaid && /^\d{9}[\dX]$/i.test(digits))) return digits;
  return undefined;
}

/** The date of publication, in EDTF, with no hour; programs write the year 101 where they know none. */
function dateOf(dates: readonly Element[]): string | undefined {
  const published = dates.find((date) =>
    [undefined, "publication", "original-publication"].includes(attribute("event", date)),
  );
  return /^(?!0)\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T)/.exec(textIn(published) ?? "")?.[0];
}

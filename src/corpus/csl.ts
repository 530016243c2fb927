import * as v from "valibot";
import type { PersonName } from "./document.ts";

// The vocabularies of the Citation Style Language 1.0.2, appendices III and IV:
// https://docs.citationstyles.org/en/stable/specification.html

/** Item types. */
export const CSL_TYPES: ReadonlySet<string> = new Set(
  `article article-journal article-magazine article-newspaper bill book broadcast chapter classic
  collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing
  interview legal_case legislation manuscript map motion_picture musical_score pamphlet
  paper-conference patent performance periodical personal_communication post post-weblog regulation
  report review review-book software song speech standard thesis treaty webpage`.split(/\s+/),
);

/** Variables whose values are names. */
export const CSL_NAMES: ReadonlySet<string> = new Set(
  `author chair collection-editor compiler composer container-author contributor curator director
  editor editorial-director executive-producer guest host interviewer illustrator narrator organizer
  original-author performer producer recipient reviewed-author script-writer series-creator
  translator`.split(/\s+/),
);

/** Variables whose values are dates. */
export const CSL_DATES: ReadonlySet<string> = new Set(
  "accessed available-date event-date issued original-date submitted".split(" "),
);

/** All variables. Ibid keeps their values as written. */
export const CSL_VARIABLES: ReadonlySet<string> = new Set(
  `abstract annote archive archive_collection archive_location archive-place authority call-number
  citation-key citation-label collection-title container-title container-title-short dimensions
  division DOI event event-title event-place genre ISBN ISSN jurisdiction keyword language license
  medium note original-publisher original-publisher-place original-title part-title PMCID PMID
  publisher publisher-place references reviewed-genre reviewed-title scale source status title
  title-short URL volume-title year-suffix chapter-number citation-number collection-number edition
  first-reference-note-number issue locator number number-of-pages number-of-volumes page page-first
  part-number printing-number section supplement-number version volume`
    .split(/\s+/)
    .concat(...CSL_NAMES, ...CSL_DATES),
);

/** A name in one part, such as an organization's, or in two. */
export type CslName =
  | { readonly literal: string }
  /** `static-ordering`: the family name stays first, without a comma. */
  | { readonly family: string; readonly given: string; readonly "static-ordering"?: true };

/** Returns the parts of a name in the order in which they are spoken. */
export function spokenName(name: CslName): string {
  if ("literal" in name) return name.literal;
  const { family, given } = name;
  return name["static-ordering"] ? `${family} ${given}` : `${given} ${family}`;
}

/** Converts a name to CSL’s form. */
export function cslNameOf({ family, given, isFamilyFirst }: PersonName): CslName {
  if (given === undefined) return { literal: family };
  return { family, given, ...(isFamilyFirst && { "static-ordering": true }) };
}

const NAME = v.union([
  v.pipe(
    v.string(),
    v.transform((literal) => ({ literal })),
  ),
  v.object({ literal: v.string() }),
  v.pipe(
    v.object({
      family: v.string(),
      given: v.optional(v.string()),
      "static-ordering": v.optional(v.literal("true")),
    }),
    v.transform(({ family, given, "static-ordering": isFamilyFirst }) =>
      cslNameOf({ family, ...(given && { given }), ...(isFamilyFirst && { isFamilyFirst: true }) }),
    ),
  ),
]);
const NAMES = v.pipe(v.string(), v.parseJson(), v.array(NAME));

/** Parses a list of names. Any other text is a single name. */
export function parseNames(text: string): readonly CslName[] {
  const names = v.safeParse(NAMES, text);
  return names.success ? names.output : [{ literal: text }];
}

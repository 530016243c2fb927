import { isWebAddress } from "../../foundation/web-address.ts";
import type { MetadataName } from "../manuscript.ts";

/** The names that programs give to what has no title, in any language. */
const PLACEHOLDER_TITLE = new RegExp(
  String.raw`^[\s\p{P}]*(?:${[
    "microsoft (?:word|powerpoint|excel|publisher) - .*",
    "untitled|(?:no|unknown|without) title|title|(?:type|insert|enter|click to add) (?:the |your )?(?:document )?title(?: here)?",
    "title of (?:the )?document|document title|your (?:name|title)",
    "(?:word|new|blank|printed|scanned) document|document|doc|dokument|documento|документ|문서|文書|文档|文檔",
    "normal|default|template|presentation|powerpoint presentation|slide|layout|new page|home ?page|index|main",
    "image|scan|print|full page (?:photo|fax)|none|null|undefined|unknown|no data|n/a",
    "(?:document )?sans titre|(?:documento )?sin título|(?:documento )?sem título|senza titolo|ohne titel",
    "unbenannt|naamloos|namnlös|uten tittel|bez tytułu|bez názvu|без имени|без названия",
    "無題|無標題|无标题(?:文档)?|제목 ?없음",
  ].join("|")})(?: (?:document|file))?[\s\p{P}\d]*$`,
  "iu",
);

const FILE_NAME =
  /\.(?:docx?|docm|dot[mx]?|odt|rtf|pdf|tex|dvi|e?ps|ind[bd]|qx[pd]|pages|x?html?|txt|md|wp[ds]|pub|pmd|p65|xlsx?|pptx?|hwpx?|csv|jpe?g|tiff?|png|epub|sxw|fm)$/i;

/** The path or the address of a file, a name with underscores, or the number of an article with its pages. */
const FILE_PATH = /^(?:[a-z]:[\\/]|\\\\|\/[^\s/]+\/|\w+:\/\/)|^[^\s_]+_\S*$|\d\.\.\d/i;

/**
 * Returns the title that a file says it has; undefined if a program made it: from the name of the file, or
 * because the author gave none.
 */
export function parseFileTitle(title: string | undefined): string | undefined {
  const isMade =
    title === undefined ||
    PLACEHOLDER_TITLE.test(title) ||
    FILE_NAME.test(title) ||
    FILE_PATH.test(title) ||
    /^\P{L}{0,3}$/u.test(title);
  return isMade ? undefined : title;
}

/** The names of accounts, and what people write where they name no author. */
const NO_AUTHOR =
  /^[^\p{L}\p{N}]*(?:admin(?:istrator)?|(?:default |windows |microsoft office )?user|owner|root|guest|unknown(?: author)?|anonymous|authors?|(?:your|user|author)[ -]?name|n\/?a|none|null|undefined|unspecified|not available|various(?: authors)?|un-?named|hp|dell|lenovo|acer|asus|toshiba|pc|xp|test|scanner|staff|editors?|webmaster|publisher|mac)[^\p{L}\p{N}]*\d*$/iu;

const PROGRAM =
  /(?<![\p{L}\p{N}])(?:adobe|indesign|acrobat|distiller|microsoft|openoffice|libreoffice|ghostscript|hyperref|pdf[\p{L}\p{N}]*|calibre|abbyy|scanjet|scansoft|wordpress|drupal|joomla|python-docx|docx4j|wkhtmltopdf|dreamweaver|frontpage)(?![\p{L}\p{N}])|^(?:xe|lua)?(?:la)?tex(?:2e)?(?:[ -](?:with .*|[\d.]+))?$/iu;

/** An address of e-mail or of a site, or the name of an account: “ada@example.org”, “@ada”, “a.quill2”. */
const ACCOUNT = /^(?:@\S+|\S+@\S+|(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?|[a-z]+[._-]?[a-z]*\d*)$/;

/** Words of the names of organizations. */
const ORGANIZATION =
  /(?<!\p{L})(?:of|the|for|und|für|des|university|institute?|department|board|office|press|company|society|committee|council|ministry|government|museum|library|association|group|team|inc|ltd|gmbh)(?!\p{L})/iu;

/** Words after the comma of a name that are no given name. */
const SUFFIX = /^(?:[js]r\.?|[ivx]+|esq\.?|ph\.? ?d\.?|m\.? ?d\.?)$/i;

/** Words that begin a family name of several words. */
const PARTICLE =
  /^(?:[dl]['’]|(?:a[fl]|bin|dal?|dalla|de|del|della|dem|den|der|di|do|dos|du|el|ibn|la|las|le|los|st\.?|te[nr]|van|vo[nm]|zu[mr]?)\s)/iu;

/** The authors that a file names. */
export interface FileAuthors {
  readonly names: readonly MetadataName[];
  /** The names of programs and accounts, and words such as “unknown”. */
  readonly others: readonly string[];
}

/**
 * Parses what a file says about its authors: “Ada Quill and Benjamin Roe”, “Quill, Ada; Roe, Benjamin”. `sortKey` is how
 * they are sorted, if the file says so: “Quill, Ada & Roe, Benjamin”.
 */
export function parseFileAuthors(text: string, sortKey?: string): FileAuthors {
  const written = splitAuthors(text).map(cleanName);
  const others = written.filter((name) => !isAuthor(name));
  const authors = written.filter(isAuthor);
  const keys = sortKey === undefined ? [] : splitAuthors(sortKey).map(cleanName);
  const names = authors.map((name, index) =>
    splitName(name, keys.length === written.length ? keys[index] : undefined),
  );
  return { names: distinctNames(names), others: others.filter((name) => name !== "") };
}

/** Returns the names in the order in which they are spoken, each once. */
export function distinctNames(names: readonly MetadataName[]): readonly MetadataName[] {
  return [...new Map(names.map((name) => [JSON.stringify(name), name])).values()];
}

/** Returns names as the value of a key of front matter, which is a text if it can be one. */
export function toNameValue(names: readonly MetadataName[]): string | readonly MetadataName[] {
  const [only, ...others] = names;
  return only !== undefined && "literal" in only && others.length === 0 ? only.literal : names;
}

/** Splits a list of names. A comma separates names only if there is a whole one on each side. */
function splitAuthors(text: string): readonly string[] {
  const [, common] = /(?:^|,\s*)CN=([^,]+)/.exec(text) ?? [];
  const parts = (common ?? text).split(/\s*(?:[;\n|]|\s\/\s)\s*/).filter((part) => part !== "");
  return parts.flatMap((part) => {
    const listed = part.split(/,?\s+(?:and|&|und|et|y)\s+/);
    const names = listed.flatMap((one) =>
      listed.length > 1 || parts.length === 1 ? splitAtCommas(one) : [one],
    );
    return names.length > 1 && names.every(isWholeName) ? names : [part];
  });
}

function splitAtCommas(text: string): readonly string[] {
  const names = text.split(/\s*,\s*/);
  return names.length > 1 && names.every(isWholeName) ? names : [text];
}

/** Whether a text is the whole name of a person: two words or more, or with its family name first. */
function isWholeName(text: string): boolean {
  return /^\p{L}[^\s,]*(?:,?\s+\p{L}[^\s,]*)+$/u.test(text) && !ORGANIZATION.test(text);
}

/** Drops what is not a part of a name: “By”, an address, years of life. */
function cleanName(name: string): string {
  return name
    .replace(/\s+/g, " ")
    .replace(/\s*<[^<>]*@[^<>]*>|\s*\([^()]*@[^()]*\)/g, "")
    .replace(/,?\s*\(?\b\d{4}\s?[-–]\s?(?:\d{4})?\)?\.?$/, "")
    .replace(/^(?:written )?by:?\s+/i, "")
    .trim();
}

function isAuthor(name: string): boolean {
  return (
    /\p{L}/u.test(name) &&
    !NO_AUTHOR.test(name) &&
    !PROGRAM.test(name) &&
    !ACCOUNT.test(name) &&
    !isWebAddress(name)
  );
}

/** Splits a name into its parts if its sort key or its comma says which are which. */
function splitName(name: string, sortKey: string | undefined): MetadataName {
  const [, family, given] = parseInverted(sortKey ?? "") ?? [];
  if (family !== undefined && given !== undefined) {
    const own = name.toLowerCase();
    const ending = ` ${family.toLowerCase()}`;
    if (own === `${family} ${given}`.toLowerCase()) return { family, given };
    if (own.endsWith(ending)) return { family, given: name.slice(0, -ending.length).trim() };
  }
  const inverted = parseInverted(name);
  return inverted === undefined || !isFamilyName(inverted[1])
    ? { literal: name }
    : { family: inverted[1], given: inverted[2] };
}

/** Whether words before a comma are no whole name, as in “Ada Quill, London”. */
function isFamilyName(words: string): boolean {
  return !/\s/.test(words) || PARTICLE.test(words);
}

/** Parses “Quill, Ada”; undefined for another text, such as “Adam Quill, Jr.” or “Board of Lights, Cape Hollow”. */
function parseInverted(
  name: string,
): readonly [whole: string, family: string, given: string] | undefined {
  const [, family, given] = /^([^,]{1,40}),\s*([^,]{1,40})$/.exec(name) ?? [];
  if (family === undefined || given === undefined) return undefined;
  return SUFFIX.test(given) || ORGANIZATION.test(name) ? undefined : [name, family, given];
}

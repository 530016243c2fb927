import { isMessageKey, type Translate } from "../../catalogue/catalogue.ts";
import { closestSpelling } from "../../foundation/spelling.ts";
import { CATALOGUE_LANGUAGES, endonymOf, translationInto } from "./catalogues.ts";

/** Names to type that each language has: the words of commands, options, and some of their values. */
type NameKind = "command" | "option" | "value";

/** Returns the name of a command in a language, each of its words by itself: “settings show” is “설정 보기”. */
export function localCommandName(name: string, t: Translate): string {
  return localName("command", name, t);
}

/** Returns the name of an option. It may have another one in some commands, where it means something else. */
export function localOptionName(name: string, t: Translate, command?: string): string {
  const key = `option-name.${command}.${name}`;
  return isMessageKey(key) ? t.format({ key, values: {} }) : localName("option", name, t);
}

/** Returns a value as a language writes it; values such as the names of styles are the same in all. */
export function localValueName(value: string, t: Translate): string {
  return CATALOGUE_LANGUAGES.includes(value) ? endonymOf(value) : localName("value", value, t);
}

/** Returns the title of a format of records in a language. Styles have the titles of manuals, which are the same in all. */
export function localStyleTitle(style: string, t: Translate): string | undefined {
  const key = `style-title.${style}`;
  return isMessageKey(key) ? t.format({ key, values: {} }) : undefined;
}

/** Returns the label of a command in the menu of a message. `label` is the declared one. */
export function localMenuLabel(command: string, label: string, t: Translate): string {
  const key = `menu-name.${command}`;
  return isMessageKey(key) ? t.format({ key, values: {} }) : label;
}

/** The options whose values are words of Ibid’s own, in any command. */
const WORD_OPTIONS: ReadonlySet<string> = new Set(
  "answers each empty markdown of private random thread what".split(" "),
);

/** Whether the values of an option are words of Ibid’s own, which have a name in each language, or may be such a word. */
export function takesWords(option: string, command: string): boolean {
  // Each setting can have its default.
  return WORD_OPTIONS.has(option) || command === "settings change";
}

/**
 * Replaces the declared names of a line that `formatLine` has formatted by those of a language, and the values that are words of Ibid’s
 * own. Other values stay unless `localize` says otherwise: in them, nothing that could begin an option is left unescaped.
 */
export function localizeLine(
  line: string,
  t: Translate,
  localize: (value: string, option: string) => string = (value) => value,
): string {
  const [start = "", command = ""] = /^\/([^:]*?)(?=\s[a-z][\w-]*:|$)/.exec(line) ?? [];
  const options = line
    .slice(start.length)
    .replace(
      /(?<=\s)([a-z][\w-]*):((?:(?!\s[a-z][\w-]*:).)*)/gis,
      (_, name: string, value: string) => {
        const own = takesWords(name, command) ? localValueName(value, t) : localize(value, name);
        return `${localOptionName(name, t, command)}:${own}`;
      },
    );
  return start === "" ? options : `/${localCommandName(command, t)}${options}`;
}

/** Returns a name in every language, without repetition. The one that is declared comes first. */
export function everyNameOf(kind: NameKind, name: string): readonly string[] {
  const localize = kind === "value" ? localValueName : localNameOf(kind);
  return [...new Set([name, ...translationsIntoAll().map((t) => localize(name, t).toLowerCase())])];
}

/** Returns the names of a command’s option in every language. The one that is declared comes first. */
export function everyOptionName(name: string, command: string): readonly string[] {
  const own = translationsIntoAll().map((t) => localOptionName(name, t, command));
  return [...new Set([name, ...own, ...everyNameOf("option", name)])];
}

function translationsIntoAll(): readonly Translate[] {
  return CATALOGUE_LANGUAGES.flatMap((language) => translationInto(language) ?? []);
}

/** Returns the one of declared `names` of which the spelling in some language is closest to what was typed. */
export function closestName(
  kind: NameKind,
  typed: string,
  names: readonly string[],
): string | undefined {
  const closest = closestSpelling(
    typed,
    names.flatMap((name) => everyNameOf(kind, name)),
  );
  if (closest === undefined) return undefined;
  return names.find((name) => everyNameOf(kind, name).includes(closest));
}

const localNameOf = (kind: NameKind) => (name: string, t: Translate) => localName(kind, name, t);

function localName(kind: NameKind, name: string, t: Translate): string {
  // Each word of a command has a name, and a value has one as a whole.
  const words = (kind === "command" ? name.split(" ") : [name]).map((word) => {
    const key = `${kind}-name.${word}`;
    return isMessageKey(key) ? t.format({ key, values: {} }) : word;
  });
  return words.join(" ");
}

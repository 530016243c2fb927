import { isMessageKey, type Translate } from "../../catalogue/catalogue.ts";
import { pageMessages } from "../../catalogue/en/page.ts";
import {
  availableLanguage,
  CATALOGUE_LANGUAGES,
  endonymOf,
} from "../../language/translation/catalogues.ts";

const PREFIX = "page.";

/** The values that the page inserts itself. */
const LEFT_TO_THE_PAGE = Object.fromEntries(
  "command count documents max min name slash text title type what"
    .split(" ")
    .map((name) => [name, `{${name}}`]),
);

/** Returns the page’s own texts by their keys, with `{name}` where the page inserts a value. */
export function pageTexts(t: Translate): Readonly<Record<string, string>> {
  const keys = Object.keys(pageMessages).filter(isMessageKey);
  return Object.fromEntries(
    keys.map((key) => [key.slice(PREFIX.length), t.format({ key, values: LEFT_TO_THE_PAGE })]),
  );
}

/** Fills the page’s HTML with its texts in the language of `t`. Throws if it asks for a text that does not exist. */
export function fillPage(html: string, t: Translate): string {
  const inLanguage = html.replace(`<html lang="en">`, `<html lang="${t.language}">`);
  return inLanguage.replace(/\{\{([\w-]+)\}\}/g, (_, name: string) => {
    if (name === "links") return languageLinks(t.language);
    const slash = "/";
    if (name === "invitation") {
      return escapeHtml(t("page.invitation", { slash })).replace(slash, `<kbd>${slash}</kbd>`);
    }
    const key = `${PREFIX}${name}`;
    if (!isMessageKey(key)) throw new Error(`The preview page has no text “${name}”.`);
    return escapeHtml(t.format({ key, values: {} }));
  });
}

/** Returns a link to the page in each language, by the language’s own name. */
function languageLinks(current: string): string {
  return CATALOGUE_LANGUAGES.map((language) => {
    const isCurrent = language === current ? ' aria-current="true"' : "";
    return `<a href="/?lang=${language}" lang="${language}"${isCurrent}>${endonymOf(language)}</a>`;
  }).join(" ");
}

/**
 * Returns the language in which to serve the page: the one that was asked for, or the first of a browser’s languages that has a
 * catalogue. Undefined if there is none.
 */
export function pageLanguage(
  asked: string | undefined,
  acceptLanguage: string | undefined,
): string | undefined {
  const accepted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";").map((one) => one.trim());
      const quality = parameters.find((one) => one.startsWith("q="))?.slice(2) ?? "1";
      return { tag, quality: Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality);
  return [asked, ...accepted.map(({ tag }) => tag)]
    .map((tag) => availableLanguage(tag))
    .find((language) => language !== undefined);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
